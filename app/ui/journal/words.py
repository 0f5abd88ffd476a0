"""How the window says what the journal holds: days, calls, backups, what is removed."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.domain.journal import Call
from app.report import words

if TYPE_CHECKING:  # the database comes with these
    from app.storage.backups import Backup
    from app.storage.retention import Counts


BACKUP_FILE = "Backup of a journal (*.evenkeel)"
"""What the window calls the files of a backup that is carried away."""


def day(on: date) -> str:
    """Give a day: 21 November 2026."""
    return f"{on.day} {on:%B %Y}"


def backup(kept: "Backup") -> str:
    """Give a backup by its day and what is in it: 21 November 2026, 42 calls."""
    held = words.count(kept.calls, "call", "calls") if kept.sound else "damaged, can't be used"
    return f"{day(kept.day)}, {held}"


def broken_off(call: Call, today: date) -> str:
    """Say that a call broke off: A call of 14:02 broke off after 12:30."""
    began = call.began_at.astimezone()
    on = "" if began.date() == today else f" on {day(began.date())}"
    return f"A call of {began:%H:%M}{on} broke off after {words.clock(call.source.duration_s)}."


def counted(counts: "Counts") -> str:
    """Give how many of each category there are: 3 calls, 1 reflection; "" for nothing."""
    return listed(
        [
            words.count(number, one, many)
            for number, one, many in (
                (counts.calls, "call", "calls"),
                (counts.words, "transcript", "transcripts"),
                (counts.preparations, "preparation", "preparations"),
                (counts.reflections, "reflection", "reflections"),
                (counts.follow_ups, "follow-up", "follow-ups"),
                (counts.calm, "time of calm", "times of calm"),
                (counts.deleted, "thing you deleted", "things you deleted"),
            )
            if number
        ]
    )


def listed(things: Sequence[str]) -> str:
    """Give things in a row: a, b and c."""
    return " and ".join([", ".join(things[:-1]), things[-1]]) if len(things) > 1 else "".join(things)
