"""The words everything else is said in: samples, speakers, spurts, utterances, overlaps, gaps, cues.

All times are sample indices of the agent's channel at 16 kHz, counted from the start of the call.
Seconds exist only at the edges (reports, thresholds, texts).
"""

from dataclasses import dataclass
from enum import StrEnum

RATE = 16_000
"""Samples a second of the call's clock."""


def samples(seconds: float) -> int:
    """Give the whole number of samples nearest to `seconds`."""
    return round(seconds * RATE)


def seconds(samples: int) -> float:
    """Give a sample count in seconds."""
    return samples / RATE


class Speaker(StrEnum):
    """One side of the call."""

    AGENT = "agent"
    CUSTOMER = "customer"

    @property
    def other(self) -> "Speaker":
        """The other side of the call."""
        return Speaker.CUSTOMER if self is Speaker.AGENT else Speaker.AGENT


@dataclass(frozen=True, slots=True)
class Spurt:
    """A stretch of one channel's speech, `start` <= sample < `end`."""

    speaker: Speaker
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the call, `start` <= sample < `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word with its place in the call (samples)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """Final text of one piece of a speaker's speech; `words` only where the recogniser gives times."""

    speaker: Speaker
    start: int
    end: int
    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that was not heard or not recognised; `channel` is "agent", "customer" or "transcript"."""

    channel: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Speech of `by` that began while the other was speaking, with its label and why it got it."""

    by: Speaker
    start: int
    end: int
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cue:
    """One hint: `id` is the technique, `kind` praise, nudge or offer; `evidence` what it rests on."""

    t: int
    id: str
    kind: str
    text: str
    evidence: str
