"""The journal's tail: numbers of the newest changes, kept outside the database to tell if it lost some.

A ring of 64 small slots, each with its own sum, one written in place after each change is safe in the
database. So the tail may lag behind the database but is never ahead of it, unless the database lost changes
since: its -wal file was cut short or left behind. A slot holds no content: a number, a time, a kind.
"""

import struct
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import dates
from app.language import Texts, tr, trn

SLOTS = 64
LONGEST = 24
"""ASCII characters of a change's kind, at most."""

_BODY = struct.Struct(f"<Qq{LONGEST}s")
_SUM = struct.Struct("<I")
_SLOT = _BODY.size + _SUM.size


_KINDS = Texts(
    {
        "call": "call",
        "broken off": "broken off",
        "label": "label",
        "reflection": "reflection",
        "follow-up": "follow-up",
        "calm": "calm",
        "checklist": "checklist",
        "preparation": "preparation",
        "import": "import",
        "purge": "purge",
        "erasure": "erasure",
    }
)
"""What changes are called, by what they are noted as."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the journal: its number, from 1, when it was made (UTC), and what kind it was."""

    number: int
    at: datetime
    what: str


@dataclass(frozen=True, slots=True)
class Loss:
    """Changes that were made and are not in the database.

    `changes` counts them; `first_at`, `last_at` (UTC) and `kinds`, with how many of each, are those of the
    newest of them, as the tail only goes back so far.
    """

    changes: int
    first_at: datetime
    last_at: datetime
    kinds: tuple[tuple[str, int], ...]

    @property
    def sentence(self) -> str:
        """Give it in one sentence with the remedy, in local time."""
        known = sum(count for _, count in self.kinds)
        named = ((_KINDS.get(kind, kind), count) for kind, count in self.kinds)
        kinds = ", ".join(kind if count == 1 else f"{count} × {kind}" for kind, count in named)
        made = self._when()
        if known != self.changes:
            made = tr("the newest {n} of them made {when}", n=known, when=made)
        else:
            made = tr("made {when}", when=made)
        return trn(
            "The last change to the journal, {made} ({kinds}), is missing from its file, as happens when it "
            "is copied without the file beside it that ends in -wal; if you have both elsewhere, close "
            "Evenkeel and put them back together.",
            "The last {n} changes to the journal, {made} ({kinds}), are missing from its file, as happens "
            "when it is copied without the file beside it that ends in -wal; if you have both elsewhere, "
            "close Evenkeel and put them back together.",
            self.changes,
            made=made,
            kinds=kinds,
        )

    def _when(self) -> str:
        first, last = self.first_at.astimezone(), self.last_at.astimezone()
        day, last_day = dates.day_month(first), dates.day_month(last)
        time, last_time = f"{first:%H:%M}", f"{last:%H:%M}"
        if day != last_day:
            return tr(
                "between {day}, {time}, and {last_day}, {last_time}",
                day=day,
                time=time,
                last_day=last_day,
                last_time=last_time,
            )
        if time == last_time:
            return tr("on {day} at {time}", day=day, time=time)
        return tr("on {day} between {time} and {last_time}", day=day, time=time, last_time=last_time)


class Tail:
    """The tail's file at `path`, made if it is not there. For one thread at a time.

    Raises OSError where it can't be opened.
    """

    def __init__(self, path: Path) -> None:
        path.touch(mode=0o600)
        self._file = path.open("r+b", buffering=0)

    def changes(self) -> list[Change]:
        """Give the changes noted, oldest first; slots that are damaged or half written are left out."""
        self._file.seek(0)
        whole = self._file.read(SLOTS * _SLOT)
        slots = (whole[start : start + _SLOT] for start in range(0, len(whole), _SLOT))
        noted = (_change(slot, place) for place, slot in enumerate(slots))
        return sorted((change for change in noted if change is not None), key=lambda change: change.number)

    def lost(self, number: int) -> Loss | None:
        """Give what was noted after change `number`, the database's last; None if there is nothing."""
        later = [change for change in self.changes() if change.number > number]
        if not later:
            return None
        times, kinds = [change.at for change in later], Counter(change.what for change in later)
        return Loss(later[-1].number - number, min(times), max(times), tuple(kinds.items()))

    def note(self, change: Change) -> None:
        """Write a change into its slot. Raises OSError."""
        body = _BODY.pack(change.number, round(change.at.timestamp() * 1000), change.what.encode("ascii"))
        self._file.seek(change.number % SLOTS * _SLOT)
        self._file.write(body + _SUM.pack(zlib.crc32(body)))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _change(slot: bytes, place: int) -> Change | None:
    if len(slot) < _SLOT or _SUM.pack(zlib.crc32(slot[: _BODY.size])) != slot[_BODY.size :]:
        return None
    number, at_ms, what = _BODY.unpack_from(slot)
    if number % SLOTS != place:
        return None
    return Change(number, datetime.fromtimestamp(at_ms / 1000, UTC), what.rstrip(b"\0").decode("ascii"))
