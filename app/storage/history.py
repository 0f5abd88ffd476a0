"""Everything there was, as one list: the calls that are over, and the reflections that belong to none.

Every function runs inside a transaction that the caller has begun. Deleted ones are given by no query here.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from app.domain.history import EVERYTHING, Counts, Entry, Filters
from app.storage import calls, rows
from app.storage.cipher import Database

BEGINNING = 120
"""Letters of what a reflection says that its line begins with."""


def entries(
    db: Database, asked: Filters = EVERYTHING, *, limit: int = 50, before: int | None = None
) -> list[Entry]:
    """Give what fits, the newest day first; `before`: what comes after the entry with that id."""
    found = list(_places(db, asked, limit, before))
    known = calls.those(db, [id for _, id, is_call in found if is_call])
    reflected = _reflected(db, known)
    written = _written(db, [id for _, id, is_call in found if not is_call])
    given = []
    for day, id, is_call in found:
        on = date.fromisoformat(day)
        if is_call:
            call = known[id]
            given.append(Entry(id, on, call.began_at, call, call.mood, id in reflected))
        else:
            begun_at, mood, about = written[id]
            given.append(Entry(id, on, rows.to_time(begun_at), None, mood, True, about))
    return given


def count(db: Database, asked: Filters = EVERYTHING) -> Counts:
    """Give how much fits."""
    fits, values = calls.fitting(asked)
    (found,) = db.execute(f"SELECT count(*) FROM calls WHERE {fits}", values).fetchone()
    fits, values = alone(asked)
    (written,) = db.execute(f"SELECT count(*) FROM reflections WHERE {fits}", values).fetchone()
    return Counts(found, written)


def alone(asked: Filters) -> tuple[str, list[Any]]:
    """Give the SQL of the condition that a row of reflections belongs to no call and fits, and its values."""
    if asked.of_calls_only:
        return "FALSE", []
    known: list[tuple[str, Any]] = [
        ("day >= ?", asked.since and asked.since.isoformat()),
        ("day <= ?", asked.until and asked.until.isoformat()),
        ("mood_after = ?", asked.mood),
        ("id IN (SELECT reflection_id FROM tags WHERE tag = ?)", asked.tag),
    ]
    wanted = [(fit, value) for fit, value in known if value is not None]
    fits = ["call_id IS NULL AND reflections.deleted_at IS NULL", *(fit for fit, _ in wanted)]
    return " AND ".join(fits), [value for _, value in wanted]


def _places(db: Database, asked: Filters, limit: int, before: int | None) -> Iterator[tuple[str, int, bool]]:
    """Give the days and ids of what fits, in order, each with whether it is a call."""
    parts, values = [], []
    for table, (fits, given) in (("calls", calls.fitting(asked)), ("reflections", alone(asked))):
        if before is not None:
            fits += " AND (day, id) < (SELECT day, id FROM before)"
        parts.append(f"SELECT day, id, '{table}' = 'calls' AS is_call FROM {table} WHERE {fits}")
        values += given
    where = "SELECT day, id FROM calls WHERE id = ? UNION ALL SELECT day, id FROM reflections WHERE id = ?"
    yield from db.execute(
        f"WITH before AS ({where}) {' UNION ALL '.join(parts)} ORDER BY day DESC, id DESC LIMIT ?",
        [before, before, *values, limit],
    )


def _reflected(db: Database, call_ids: Iterable[int]) -> set[int]:
    found = db.execute(
        "SELECT call_id FROM reflections"
        " WHERE deleted_at IS NULL AND call_id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(call_ids))],
    )
    return {call_id for (call_id,) in found}


def _written(db: Database, ids: Sequence[int]) -> dict[int, tuple[str, int | None, str]]:
    said = "coalesce(nullif(hot_button, ''), nullif(went_well, ''), nullif(next_time, ''), note)"
    found = db.execute(
        f"SELECT id, begun_at, mood_after, substr({said}, 1, {BEGINNING}) FROM reflections"
        " WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(ids)],
    )
    return {id: tuple(rest) for id, *rest in found}
