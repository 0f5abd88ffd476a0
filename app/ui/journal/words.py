"""How the window says what the journal holds: days, calls, backups, what is removed."""

from datetime import date
from typing import TYPE_CHECKING

from app import dates
from app.domain.journal import Call
from app.language import marked, tr, trn
from app.report import words

if TYPE_CHECKING:  # the database comes with these
    from app.storage.backups import Backup
    from app.storage.retention import Counts


BACKUP_FILE = marked("Backup of a journal (*.evenkeel)")
"""What the window calls the files of a backup that is carried away."""


def day(on: date) -> str:
    """Give a day: 21 November 2026."""
    return dates.day_month_year(on)


def backup(kept: "Backup") -> str:
    """Give a backup by its day and what is in it: 21 November 2026, 42 calls."""
    held = trn("{n} call", "{n} calls", kept.calls) if kept.sound else tr("damaged, can't be used")
    return f"{day(kept.day)}, {held}"


def broken_off(call: Call, today: date) -> str:
    """Say that a call broke off: A call of 14:02 broke off after 12:30."""
    began = call.began_at.astimezone()
    at, length = f"{began:%H:%M}", words.clock(call.source.duration_s)
    if began.date() == today:
        return tr("A call of {time} broke off after {length}.", time=at, length=length)
    return tr(
        "A call of {time} on {day} broke off after {length}.", time=at, day=day(began.date()), length=length
    )


def counted(counts: "Counts") -> str:
    """Give how many of each category there are: 3 calls, 1 reflection; "" for nothing."""
    return words.listed(
        [
            told
            for number, told in (
                (counts.calls, trn("{n} call", "{n} calls", counts.calls)),
                (counts.words, trn("{n} transcript", "{n} transcripts", counts.words)),
                (counts.preparations, trn("{n} preparation", "{n} preparations", counts.preparations)),
                (counts.reflections, trn("{n} reflection", "{n} reflections", counts.reflections)),
                (counts.follow_ups, trn("{n} follow-up", "{n} follow-ups", counts.follow_ups)),
                (counts.calm, trn("{n} time of calm", "{n} times of calm", counts.calm)),
                (counts.deleted, trn("{n} thing you deleted", "{n} things you deleted", counts.deleted)),
            )
            if number
        ]
    )
