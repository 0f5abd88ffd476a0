"""Moments of calm in the journal. Every function runs inside a transaction that the caller has begun."""

from dataclasses import asdict

from app.domain.journal import CalmSession
from app.storage import rows
from app.storage.cipher import Database


def save(db: Database, session: CalmSession) -> None:
    """Write a time of breathing as it now is, new or not."""
    began_at, day = rows.to_text(session.began_at), rows.local_day(session.began_at).isoformat()
    db.table("calm_sessions").upsert(asdict(session) | {"began_at": began_at, "day": day}, pk="id")


def recent(db: Database, limit: int) -> list[CalmSession]:
    """Give the last ones, newest first."""
    return _where(db, "TRUE ORDER BY began_at DESC, id DESC LIMIT ?", limit)


def of_call(db: Database, call_id: int) -> list[CalmSession]:
    """Give those that belong to a call, the first one first."""
    return _where(db, "call_id = ? ORDER BY began_at, id", call_id)


def _where(db: Database, fits: str, value: int) -> list[CalmSession]:
    found = db.query(
        f"SELECT id, began_at, pattern, planned_s, done_s, call_id FROM calm_sessions WHERE {fits}", [value]
    )
    return [CalmSession(**row | {"began_at": rows.to_time(row["began_at"])}) for row in found]
