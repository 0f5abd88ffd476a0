"""What an open journal needs once a day: old calls that broke off are ended, what is kept no longer is taken
out, and a backup is made.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.settings import Settings
from app.storage import backups, calls, retention
from app.storage.cipher import Database
from app.storage.rows import start_of

if TYPE_CHECKING:
    from app.storage.journal import Journal


def of_day(journal: "Journal", settings: Settings, today: date) -> tuple[Callable[[], str | None], ...]:
    """Give what is due on the local day `today`, to be done in this order by any thread.

    Each gives a sentence where it could not be done, and takes seconds at most on most days. Not while a call
    is being written.
    """
    key, kept = journal.key, retention.Retention.of(settings)

    def purge() -> str | None:
        try:
            _end_broken_off(journal, today)
            return retention.carry_out(journal, key, kept, today).told
        except KnownError as refusal:
            return str(refusal)

    def back_up() -> str | None:
        try:
            backups.daily(journal, key, today)
        except KnownError as refusal:
            return str(refusal)
        return None

    return purge, back_up


def _end_broken_off(journal: "Journal", today: date) -> None:
    """End the calls that were last written before yesterday: nothing of one that is not over is ever due."""
    ended = start_of(today - timedelta(1))

    def old(db: Database) -> list[int]:
        found = db.conn.execute(
            "SELECT id FROM calls WHERE ended_at IS NULL AND deleted_at IS NULL AND written_at < ?", [ended]
        )
        return [id for (id,) in found]

    def end(db: Database) -> None:
        for id in old(db):
            calls.finish_broken(db, id)

    if journal.read(old).result():
        journal.write("broken off", end).result()
