"""Looking back over everything: what is looked for, and what a line of the list is made of."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.journal import Call, CallKind


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for: all that is asked for has to fit, None and False ask for nothing.

    `since` and `until` are local days, both included. `mood` is the one after the call, `tag` one of a
    reflection on it, `marked` asks for marked moments. A reflection without a call has no type and no kind,
    and nothing in it is marked.
    """

    call_type: str | None = None
    kind: CallKind | None = None
    since: date | None = None
    until: date | None = None
    mood: int | None = None
    tag: str | None = None
    marked: bool = False

    @property
    def of_calls_only(self) -> bool:
        """Whether only calls can fit, and no reflection without one."""
        return self.call_type is not None or self.kind is not None or self.marked


EVERYTHING = Filters()
"""Asks for nothing: everything fits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a call that is over, or (`call` None) a reflection on one that was had elsewhere.

    `id` is that of the call or the reflection, `day` the local day it counts for and `at` when it began;
    `mood` is the one after it. `reflected` says whether the call has a reflection; `about` is the beginning
    of what the reflection says, "" for a call.
    """

    id: int
    day: date
    at: datetime
    call: Call | None
    mood: int | None
    reflected: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many calls, and how many reflections without one, fit to what was asked for."""

    calls: int = 0
    reflections: int = 0
