"""Better phrases in the journal: what the user said in a call, and how it would be said now.

Every function runs inside a transaction that the caller has begun. Each is part of a reflection, is seen only
while that is in sight and goes with it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app.domain.digits import blanked
from app.domain.journal import Rephrasing
from app.storage import deletion, rows, search
from app.storage.cipher import Database


def save(db: Database, rephrasing: Rephrasing) -> None:
    """Write a better phrase as it now is, new or not. Numbers of cards and codes are blanked in it.

    What was said comes in only while the words of its call are kept, or where there was no call (`t` None):
    what was let go of does not come back.
    """
    kept = replace(rephrasing, said=blanked(rephrasing.said), better=blanked(rephrasing.better))
    if not _may_be_kept(db, kept):
        kept = replace(kept, said="")
    db.table("rephrasings").upsert(rows.rephrasing_row(kept), pk="id")


def get(db: Database, rephrasing_id: int) -> Rephrasing | None:
    """Give a better phrase; None where there is none (any more)."""
    return next(iter(_where(db, "rephrasings.id = ?", [rephrasing_id])), None)


def of_call(db: Database, call_id: int) -> list[Rephrasing]:
    """Give the better phrases for what was said in a call, in order of the call."""
    return _where(db, "call_id = ?", [call_id], "t, rephrasings.id")


def of_reflection(db: Database, reflection_id: int) -> list[Rephrasing]:
    """Give the better phrases of a reflection, in order of its call."""
    return _where(db, "reflection_id = ?", [reflection_id], "t, rephrasings.id")


def find(db: Database, typed: str = "", technique: str | None = None, limit: int = 50) -> list[Rephrasing]:
    """Give better phrases, the newest first.

    `typed` asks for all its words, in what was said or what is better, as in app.storage.search; without any
    word it asks for nothing. `technique` asks for those of a technique, by its id.
    """
    fits: list[str] = []
    values: list[Any] = []
    if match := search.query(typed):
        fits.append("rephrasings.id IN (SELECT rowid FROM rephrasings_fts WHERE rephrasings_fts MATCH ?)")
        values.append(match)
    if technique is not None:
        fits.append("technique = ?")
        values.append(technique)
    return _where(db, " AND ".join(fits) or "TRUE", [*values, limit], "rephrasings.id DESC LIMIT ?")


def delete(db: Database, rephrasing_id: int) -> None:
    """Put a better phrase out of sight."""
    deletion.delete(db, "rephrasings", rephrasing_id)


def bring_back(db: Database, rephrasing_id: int) -> None:
    """Take a deletion back, and that of its reflection, without which it could not stay."""
    deletion.bring_back(db, "rephrasings", rephrasing_id)


def _may_be_kept(db: Database, rephrasing: Rephrasing) -> bool:
    """Say whether what was said may come in."""
    found = db.execute(
        "SELECT 1 FROM reflections WHERE id = ? AND (call_id IS NULL AND ? IS NULL"
        " OR EXISTS (SELECT 1 FROM transcript WHERE transcript.call_id = reflections.call_id))",
        [rephrasing.reflection_id, rephrasing.t],
    )
    return bool(found.fetchall())


def _where(db: Database, fits: str, values: Iterable[Any], order: str = "rephrasings.id") -> list[Rephrasing]:
    found = db.query(
        "SELECT rephrasings.* FROM rephrasings JOIN reflections ON reflections.id = reflection_id"
        " WHERE rephrasings.deleted_at IS NULL AND reflections.deleted_at IS NULL"
        f" AND {fits} ORDER BY {order}",
        [*values],
    )
    return [rows.to_rephrasing(row) for row in found]
