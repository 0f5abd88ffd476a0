"""Deletion for good: from the pages of a database as well as from its tables, and from its backups.

SQLite's secure_delete overwrites what is deleted, but not the copies of a row that stay behind in a page when
the rows beside it are moved to another. So after a deletion the whole database is written anew.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.language import tr
from app.storage.backups import sound
from app.storage.cipher import Database, connect

if TYPE_CHECKING:
    from app.storage.journal import Journal

_LEFTOVERS = "leftovers"
"""In the table of state while pages may hold something of rows that are gone."""


def remove(db: Database, table: str, ids: Iterable[int]) -> None:
    """Delete rows by their ids, with all that belongs to them; part of a transaction.

    `finish` must follow it.
    """
    db.conn.execute(
        f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(list(ids))]
    )
    mark(db)


def mark(db: Database) -> None:
    """Remember, in the transaction of a deletion, that the database is to be written anew."""
    db.conn.execute("INSERT OR REPLACE INTO state VALUES (?, 1)", [_LEFTOVERS])


def pending(db: Database) -> bool:
    """Say whether a database is to be written anew, as something was deleted and the rest is not done."""
    return bool(db.conn.execute("SELECT 1 FROM state WHERE name = ?", [_LEFTOVERS]).fetchall())


def rewrite(db: Database) -> None:
    """Write a whole database anew. Outside a transaction; needs as much room again as the database takes."""
    db.conn.execute("VACUUM")


def finish(journal: "Journal") -> None:
    """Write the journal anew if something was deleted for good since the last time, and empty its log.

    Raises KnownError; can be done again.
    """
    if journal.read(pending).result():
        journal.read(rewrite).result()
        journal.settle().result()
        journal.read(_unmark).result()


@contextlib.contextmanager
def in_backup(path: Path, key: bytes) -> Iterator[Database]:
    """Open a backup to delete in it, in one transaction, then write it anew and check it.

    Where it is broken off it is as before, or the next time finishes it. Raises the driver's DatabaseError
    for a backup that does not open, KnownError for one that is not sound afterwards.
    """
    db = connect(path, key)
    try:
        with db.atomic():
            yield db
        rewrite(db)
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _unmark(db)  # only now, as what is broken off before is to be done again
        db.conn.execute("PRAGMA journal_mode = DELETE")  # one file again
    finally:
        db.conn.close()
    if not sound(path, key):
        raise KnownError(
            tr("The backup {path} can't be read back after a deletion; delete that file.", path=path)
        )


def _unmark(db: Database) -> None:
    db.conn.execute("DELETE FROM state WHERE name = ?", [_LEFTOVERS])
