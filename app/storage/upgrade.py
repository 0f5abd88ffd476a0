"""Bringing a journal of an earlier version up to this one, and leaving one of a later version alone."""

from pathlib import Path

from app.storage import schema
from app.storage.cipher import Database, connect
from app.storage.places import BACKUPS
from app.storage.trouble import Newer


def refuse_newer(database: Path, key: bytes) -> None:
    """Raise Newer if a later version of the program has written this database; nothing is written here."""
    db = connect(database, key, read_only=True)
    try:
        applied = {migration.name for migration in schema.migrations.applied(db)}
    finally:
        db.conn.close()
    if not applied <= schema.known():
        raise Newer


def apply(db: Database, folder: Path, key: bytes) -> Path | None:
    """Apply the migrations that are missing, each in a transaction; before them a checked backup is made.

    Gives where that is, None where nothing was missing or nothing was there. Raises KnownError where the
    backup can't be made; whatever a migration raises leaves the database as it was before that one.
    """
    from app.storage import backups  # which knows the open journal

    pending, backup = schema.migrations.pending(db), None
    if pending and schema.migrations.applied(db):
        backup = backups.make(db, folder / BACKUPS / f"journal-before-{pending[0].name}.db", key)
    if pending:
        schema.migrations.apply(db)
    return backup
