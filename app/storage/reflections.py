"""Reflections in the journal, with their tags and the techniques that were used.

Every function runs inside a transaction that the caller has begun. Deleted ones are given by no query here.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.digits import blanked
from app.domain.journal import Reflection, TechniqueUsed
from app.storage import calls, deletion, rows
from app.storage.cipher import Database
from app.storage.rows import Row


def save(db: Database, reflection: Reflection) -> None:
    """Write a reflection as it now is, new or not; cheap enough for every pause in typing.

    Once it was finished it stays so, and no evidence comes into it any more that is not there: a save that
    was on its way meanwhile does not bring back what was said. Numbers of cards and codes are blanked in it.
    """
    row = rows.reflection_row(reflection)
    if row["finished_at"] is None:
        del row["finished_at"]
    techniques = _fit_to_keep(db, reflection)
    db.table("reflections").upsert(row, pk="id")
    owner = {"reflection_id": reflection.id}
    for table, listed in (
        ("tags", [{"tag": tag} for tag in reflection.tags]),
        (
            "techniques_used",
            [{"technique": each.technique, "evidence": each.evidence} for each in techniques],
        ),
    ):
        db.table(table).delete_where("reflection_id = ?", [reflection.id])
        db.table(table).insert_all(owner | {"place": place} | row for place, row in enumerate(listed))


def finish(db: Database, reflection_id: int, at: datetime, *, drop_words: bool) -> None:
    """Note that a reflection is done; `drop_words` deletes for good what was said in its call."""
    db.table("reflections").update(reflection_id, {"finished_at": rows.to_text(at)})
    if drop_words:
        found = db.query("SELECT call_id FROM reflections WHERE id = ? AND call_id NOT NULL", [reflection_id])
        calls.drop_words(db, [row["call_id"] for row in found])


def get(db: Database, reflection_id: int) -> Reflection | None:
    """Give a reflection; None where there is none (any more)."""
    return next(iter(_where(db, "id = ?", [reflection_id])), None)


def of_call(db: Database, call_id: int) -> Reflection | None:
    """Give the reflection on a call, the newest if there are several; None without one."""
    return next(iter(_where(db, "call_id = ? ORDER BY id DESC LIMIT 1", [call_id])), None)


def those(db: Database, ids: Iterable[int], call_ids: Iterable[int]) -> list[Reflection]:
    """Give the reflections with these ids, and all those on these calls, newest day first."""
    return _where(
        db,
        "(id IN (SELECT value FROM json_each(?)) OR call_id IN (SELECT value FROM json_each(?)))"
        " ORDER BY day DESC, id DESC",
        [json.dumps([*ids]), json.dumps([*call_ids])],
    )


def recent(db: Database, limit: int, *, before: int | None = None) -> list[Reflection]:
    """Give the last reflections, newest day first; `before`: those older than the one with that id."""
    older = "" if before is None else "(day, id) < (SELECT day, id FROM reflections WHERE id = ?) AND "
    return _where(
        db,
        f"{older}TRUE ORDER BY day DESC, id DESC LIMIT ?",
        [limit] if before is None else [before, limit],
    )


def unfinished(db: Database) -> list[Reflection]:
    """Give the reflections that were begun and not finished, newest first."""
    return _where(db, "finished_at IS NULL ORDER BY day DESC, id DESC", [])


def tags(db: Database) -> list[tuple[str, int]]:
    """Give every tag and how many reflections bear it, the most used first."""
    return _counted(db, "tags", "tag")


def techniques(db: Database) -> list[tuple[str, int]]:
    """Give every technique and in how many reflections it was used, the most used first."""
    return _counted(db, "techniques_used", "technique")


def hot_buttons(db: Database) -> list[str]:
    """Give the hot buttons that reflections and preparations name, the most frequent first, each once."""
    found = db.execute(
        "SELECT hot_button, count(*) AS named FROM ("
        "SELECT hot_button FROM reflections WHERE deleted_at IS NULL"
        " UNION ALL SELECT hot_button FROM checklist_runs"
        " WHERE call_id IS NULL OR call_id IN (SELECT id FROM calls WHERE deleted_at IS NULL)"
        ") WHERE hot_button != '' GROUP BY hot_button COLLATE NOCASE ORDER BY named DESC, hot_button"
    )
    return [hot_button for hot_button, _ in found]


def delete(db: Database, reflection_id: int) -> None:
    """Put a reflection out of sight."""
    deletion.delete(db, "reflections", reflection_id)


def bring_back(db: Database, reflection_id: int) -> None:
    """Take a deletion back, and that of its call, without which it could not stay."""
    deletion.bring_back(db, "reflections", reflection_id)


def _fit_to_keep(db: Database, reflection: Reflection) -> list[TechniqueUsed]:
    """Give the techniques of a reflection with what may be kept of their evidence."""
    finished = db.execute(
        "SELECT 1 FROM reflections WHERE id = ? AND finished_at NOT NULL", [reflection.id]
    ).fetchall()
    if not finished:
        return [replace(each, evidence=blanked(each.evidence)) for each in reflection.techniques]
    there = set(
        db.execute("SELECT technique, evidence FROM techniques_used WHERE reflection_id = ?", [reflection.id])
    )
    return [
        each if (each.technique, each.evidence) in there else replace(each, evidence="")
        for each in reflection.techniques
    ]


def _where(db: Database, fits: str, values: list[Any]) -> list[Reflection]:
    """Give the reflections that fit; what they list comes in one query a table, not one a reflection."""
    found = list(db.query(f"SELECT * FROM reflections WHERE deleted_at IS NULL AND {fits}", values))
    tags: dict[int, list[str]] = defaultdict(list)
    for row in _listed(db, "tags", found):
        tags[row["reflection_id"]].append(row["tag"])
    techniques: dict[int, list[TechniqueUsed]] = defaultdict(list)
    for row in _listed(db, "techniques_used", found):
        techniques[row["reflection_id"]].append(TechniqueUsed(row["technique"], row["evidence"]))
    return [rows.to_reflection(row, tags[row["id"]], techniques[row["id"]]) for row in found]


def _listed(db: Database, table: str, found: list[Row]) -> Iterable[Row]:
    return db.query(
        f"SELECT * FROM {table} WHERE reflection_id IN (SELECT value FROM json_each(?))"
        " ORDER BY reflection_id, place",
        [json.dumps([row["id"] for row in found])],
    )


def _counted(db: Database, table: str, name: str) -> list[tuple[str, int]]:
    found = db.execute(
        f"SELECT {name}, count(DISTINCT reflection_id) AS used FROM {table}"
        " JOIN reflections ON id = reflection_id WHERE deleted_at IS NULL"
        f" GROUP BY {name} ORDER BY used DESC, {name}"
    )
    return list(found.fetchall())
