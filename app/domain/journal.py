"""What the journal remembers, as records: calls, reflections, follow-ups, checklists, moments of calm.

Every `id` is one whole number below 2**53, unique over all tables and computers (app.storage.schema.new_id).
Times are aware datetimes in UTC, days are local dates. Texts are the user's own unless said otherwise.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.domain.report import Engine, Measures, Source

MOODS = range(1, 6)
"""A mood, from 1 (hard) to 5 (light)."""


class CallKind(StrEnum):
    """How a call came into the journal; trends count live calls and recordings, never practice."""

    LIVE = "live"
    PRACTICE = "practice"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class Call:
    """One call without its single moments (those are in its Report).

    `ended_at` is None while it runs, and for one that broke off and was not finished since. `broken_off`
    calls ended with the program; their measures are those of the last second that was written. Its report has
    them as measured; here the cut-ins are counted by the user's own labels once there are any.
    `marks` counts the marked moments, `mood` is that of the reflection on it, after the call. `recording` is
    the file it was heard from, "" for none, and `agent_channel` the agent's channel in it; nothing of the
    sound is kept.
    """

    id: int
    kind: CallKind
    name: str
    call_type: str
    began_at: datetime
    ended_at: datetime | None
    source: Source
    engine: Engine | None = None
    separation: str = "mic-only"
    separation_reason: str | None = None
    measures: Measures = field(default_factory=Measures)
    purpose: str = ""
    broken_off: bool = False
    marks: int = 0
    mood: int | None = None
    recording: str = ""
    agent_channel: str = "left"


@dataclass(frozen=True, slots=True)
class MarkedMoment:
    """A moment of a call that was marked: `t` in samples, with a note if one was written."""

    t: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class TechniqueUsed:
    """A technique the user says was used: its id, and what in the call speaks for it ("" for nothing)."""

    technique: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Reflection:
    """A minute of looking back, on a call or (`call_id` None) on one that was had elsewhere.

    `finished_at` is None while it is being written. Moods are in MOODS or None. `hot_button` is what was
    pushed, `cause` something worth fixing in the user's own house.
    """

    id: int
    call_id: int | None
    begun_at: datetime
    finished_at: datetime | None = None
    mood_before: int | None = None
    mood_after: int | None = None
    hot_button: str = ""
    went_well: str = ""
    next_time: str = ""
    cause: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    techniques: tuple[TechniqueUsed, ...] = ()


class Promise(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Rephrasing:
    """How the user would say something now: what was `said` at `t` (samples; None without a call) and what
    would be `better`; `technique` is the id of the card it belongs to, "" for none. Part of a reflection.
    """

    id: int
    reflection_id: int
    made_at: datetime
    said: str
    better: str
    technique: str = ""
    t: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something promised: what, until when (None: no day was named), and what became of it.

    `moved` counts how often its day was put off.
    """

    id: int
    text: str
    due: date | None
    made_at: datetime
    call_id: int | None = None
    state: Promise = Promise.OPEN
    closed_at: datetime | None = None
    moved: int = 0


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One check before a call; `technique` is the id of the one it comes from, None for the user's own."""

    text: str
    technique: str | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """Checks in their order for calls of one type (None: for any); `origin` is the id of the checklist of the
    product's content that it was made from, which a reset goes back to.
    """

    id: int
    title: str
    call_type: str | None
    items: tuple[ChecklistItem, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """One check of a run: whether it was ticked before the call, and where in it it was heard (samples)."""

    item: ChecklistItem
    ticked: bool = False
    heard_at: int | None = None


@dataclass(frozen=True, slots=True)
class ChecklistRun:
    """One preparation: what was ticked and expected. `call_id` is None until its call begins."""

    id: int
    title: str
    run_at: datetime
    call_id: int | None = None
    checklist_id: int | None = None
    purpose: str = ""
    hurdle: str = ""
    answer: str = ""
    hot_button: str = ""
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class CalmSession:
    """One time of breathing: the pattern's name, seconds planned and done."""

    id: int
    began_at: datetime
    pattern: str
    planned_s: float
    done_s: float
    call_id: int | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the user's own calls: medians over its calls, None where none of them has a value.

    `monday` is its first day. Moods are those of reflections, counted with their call; `kept` and `missed`
    count the promises that were closed in the week, `hot_buttons` the reflections that name each, the most
    frequent first. `cut_ins` are the agent's for each ten minutes of a call.
    """

    monday: date
    calls: int = 0
    talk_ratio: float | None = None
    cut_ins: float | None = None
    patience_s: float | None = None
    longest_monologue_s: float | None = None
    mood_before: float | None = None
    mood_after: float | None = None
    kept: int = 0
    missed: int = 0
    hot_buttons: tuple[tuple[str, int], ...] = ()


class Where(StrEnum):
    """Where something was found."""

    REFLECTION = "reflection"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: a reflection by its `id`, or the line of a transcript in call `call_id`.

    `snippet` is the text around the words that match, in pieces, each with whether it matches. `rank` is the
    better the lower it is (bm25).
    """

    kind: Where
    id: int
    call_id: int | None
    day: date
    snippet: tuple[tuple[str, bool], ...]
    rank: float
