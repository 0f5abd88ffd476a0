"""What an open journal needs once a day: what is kept no longer is taken out, and a backup is made."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.settings import Settings
from app.storage import backups, retention

if TYPE_CHECKING:
    from app.storage.journal import Journal


def of_day(journal: "Journal", settings: Settings, today: date) -> tuple[Callable[[], str | None], ...]:
    """Give what is due on the local day `today`, to be done in this order by any thread.

    Each gives a sentence where it could not be done, and takes seconds at most on most days.
    """
    key, kept = journal.key, retention.Retention.of(settings)

    def purge() -> str | None:
        try:
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
