"""Out of sight and back again: what the user deletes can be brought back until the daily purge.

Every function runs inside a transaction that the caller has begun.
"""

from app.storage.cipher import Database
from app.storage.rows import now_text

OF_CALLS = ("reflections", "follow_ups")
"""What is deleted and brought back with its call; the rest of a call is seen only through it."""


def delete(db: Database, table: str, row_id: int) -> None:
    """Put a row out of sight; of a call also what was written about it."""
    at = now_text()
    _stamp(db, table, "id", row_id, at)
    if table == "calls":
        for part in OF_CALLS:
            _stamp(db, part, "call_id", row_id, at)


def bring_back(db: Database, table: str, row_id: int) -> None:
    """Take a deletion back.

    With a call comes what was deleted with it, not what had been deleted before. What belongs to a call or a
    reflection brings that back, too: without it, it could not stay. A row that is not there (any more) is
    nothing.
    """
    if table == "calls":
        for part in OF_CALLS:
            db.execute(
                f"UPDATE {part} SET deleted_at = NULL WHERE call_id = ?1"
                " AND deleted_at = (SELECT deleted_at FROM calls WHERE id = ?1)",
                [row_id],
            )
    elif table in OF_CALLS:
        for (call_id,) in db.execute(f"SELECT call_id FROM {table} WHERE id = ?", [row_id]).fetchall():
            bring_back(db, "calls", call_id)
    elif table == "rephrasings":
        for (reflection_id,) in db.execute(
            "SELECT reflection_id FROM rephrasings WHERE id = ?", [row_id]
        ).fetchall():
            bring_back(db, "reflections", reflection_id)
    db.execute(f"UPDATE {table} SET deleted_at = NULL WHERE id = ?", [row_id])


def _stamp(db: Database, table: str, column: str, value: int, at: str) -> None:
    db.execute(f"UPDATE {table} SET deleted_at = ? WHERE {column} = ? AND deleted_at IS NULL", [at, value])
