"""What a call looks like from outside while it lasts: the latest snapshot, and what has happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.audio.streams import StreamState
from app.domain.report import Engine, Measures, Report
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Utterance


class CallState(StrEnum):
    """Where a live call stands."""

    LISTENING = "listening"
    PAUSED = "paused"
    """Nothing is heard and nothing counted; the call's clock stands still."""
    ENDING = "ending"
    """The last words are being recognised."""
    ENDED = "ended"


class Recognising(StrEnum):
    """How the recogniser is doing."""

    LOADING = "loading"
    LISTENING = "listening"
    BEHIND = "behind"
    RESTARTING = "restarting"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The call as it is now. Immutable, and complete: whoever shows it needs nothing else.

    `t` is the call's time in samples, pauses left out; `measures` are those up to `t`, as far as can be told
    before everything is settled. `monologue_s` is the agent's running stretch, 0 while there is none.
    `cue` is the hint to show now, `engine` the recogniser once it listens. `captured_at` is when the newest
    sound in it was captured (monotonic s).
    """

    t: int = 0
    state: CallState = CallState.LISTENING
    speaking: frozenset[Speaker] = frozenset()
    measures: Measures = field(default_factory=Measures)
    monologue_s: float = 0.0
    separation: str = "mic-only"
    separation_reason: str | None = None
    cue: Cue | None = None
    partials: Mapping[Speaker, str] = field(default_factory=dict)
    streams: Mapping[Speaker, StreamState] = field(default_factory=dict)
    engine: Engine | None = None
    recognising: Recognising = Recognising.OFF
    recognising_trouble: str | None = None
    captured_at: float | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment the agent marked."""

    t: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Something about the call's surroundings changed: `what` is call, recogniser, agent or customer.

    `state` is its new CallState, Recognising or Condition as text; `told` the sentence that goes with it.
    """

    what: str
    state: str
    told: str | None = None


Happening = Utterance | Overlap | Cue | Gap | Mark | Changed | Report


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, told once: `t` is the call's time (samples) when it became known.

    The Report is the last event of a call. `latency_s` is from the capture of the newest sound it rests on
    until it was told, of text from the end of the voice it belongs to; None where it rests on no sound, or
    where the voice still runs.
    """

    t: int
    what: Happening
    latency_s: float | None = None


class WatchedCall(Protocol):
    """A call as it is followed from outside; any thread may ask."""

    @property
    def snapshot(self) -> Snapshot:
        """The call as it is now; replaced, never changed."""

    @property
    def report(self) -> Report | None:
        """The finished call, None until it has ended; no event comes any more then."""

    @property
    def failure(self) -> BaseException | None:
        """What broke the call off, None while nothing did."""

    def events(self, since: int = 0) -> Sequence[Event]:
        """Give what has happened, from number `since` on; the first has number 0, and the list only grows."""
