"""What an open journal needs once a day: what is kept no longer is taken out, and a backup is made."""

from datetime import date
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.settings import Settings
from app.storage import backups, retention

if TYPE_CHECKING:
    from app.storage.journal import Journal


def do(journal: "Journal", settings: Settings, today: date) -> list[str]:
    """Do what is due on the local day `today`; for any thread, seconds at most on most days.

    Gives a sentence for each thing that could not be done.
    """
    told = []
    try:
        said = retention.carry_out(journal, journal.key, retention.Retention.of(settings), today).told
        told += [said] if said else []
    except KnownError as refusal:
        told.append(str(refusal))
    try:
        backups.daily(journal, journal.key, today)
    except KnownError as refusal:
        told.append(str(refusal))
    return told
