"""What was promised: follow-ups with the day they are due, and whether they were kept.

Every function runs inside a transaction that the caller has begun. Deleted ones are given by no query here.
"""

from datetime import date, datetime

from app.domain.journal import FollowUp, Promise
from app.storage import deletion, rows
from app.storage.cipher import Database


def save(db: Database, follow_up: FollowUp) -> None:
    """Write a follow-up as it now is, new or not."""
    db.table("follow_ups").upsert(rows.follow_up_row(follow_up), pk="id")


def get(db: Database, follow_up_id: int) -> FollowUp | None:
    """Give a follow-up; None where there is none (any more)."""
    return next(iter(_where(db, "id = ?", [follow_up_id])), None)


def due(db: Database, today: date) -> list[FollowUp]:
    """Give the open ones that are due on the local day `today` or were before, the longest due first."""
    return _where(db, "state = 'open' AND due <= ? ORDER BY due, id", [today.isoformat()])


def open(db: Database) -> list[FollowUp]:
    """Give all open ones, the first due first, those without a day last."""
    return _where(db, "state = 'open' ORDER BY due IS NULL, due, id", [])


def all(db: Database) -> list[FollowUp]:
    """Give every one, in the order they were made."""
    return _where(db, "TRUE ORDER BY id", [])


def closed(db: Database, limit: int) -> list[FollowUp]:
    """Give those that were kept or missed, the last closed first."""
    return _where(db, "state <> 'open' ORDER BY closed_at DESC, id DESC LIMIT ?", [limit])


def of_call(db: Database, call_id: int) -> list[FollowUp]:
    """Give those promised in a call, open or closed, in the order they were made."""
    return _where(db, "call_id = ? ORDER BY id", [call_id])


def close(db: Database, follow_up_id: int, state: Promise, at: datetime) -> None:
    """Note that a promise was kept or missed; `state` OPEN opens it again."""
    closed_at = None if state is Promise.OPEN else rows.to_text(at)
    db.table("follow_ups").update(follow_up_id, {"state": state.value, "closed_at": closed_at})


def move(db: Database, follow_up_id: int, due: date | None) -> None:
    """Give a follow-up another day, or none; a later one, or none, counts as put off."""
    day = None if due is None else due.isoformat()
    db.execute(
        "UPDATE follow_ups SET due = ?1, moved = moved + (due NOT NULL AND (?1 IS NULL OR ?1 > due))"
        " WHERE id = ?2",
        [day, follow_up_id],
    )


def delete(db: Database, follow_up_id: int) -> None:
    """Put a follow-up out of sight."""
    deletion.delete(db, "follow_ups", follow_up_id)


def bring_back(db: Database, follow_up_id: int) -> None:
    """Take a deletion back, and that of its call, without which it could not stay."""
    deletion.bring_back(db, "follow_ups", follow_up_id)


def _where(db: Database, fits: str, values: list[int] | list[str]) -> list[FollowUp]:
    found = db.query(f"SELECT * FROM follow_ups WHERE deleted_at IS NULL AND {fits}", values)
    return [rows.to_follow_up(row) for row in found]
