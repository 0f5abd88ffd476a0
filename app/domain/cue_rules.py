"""What can make a cue: the closed set of triggers, the measures they may watch, and what a coach is fed.

A rule has one trigger: `Said` (words found), `NotSaid` (words missing by a time, or at the end), `Run` (words
that keep coming) or `Measured` (timing, loudness, pace). resources/content/cues.toml is written in these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.timeline import Speaker, Utterance

KINDS = ("nudge", "offer", "praise")
"""What a cue can be; a nudge suggests a change, an offer shows a card, praise names what went well."""

PLACES = ("anywhere", "turn-start", "first-sentence")
"""Where in a speaker's turn the words must stand."""

TEXT_LIMIT = 60
"""Longest text of a cue in characters: one calm line, read at a glance."""

MEASURES: Mapping[str, str] = {
    "talk_ratio": "you hold {percent:.0f} % of the talking",
    "over_band": "your talking is {percent:.0f} points over the band",
    "monologue_s": "you have spoken for {value:.0f} s",
    "listener_quiet_s": "no sound from them for {value:.0f} s of your talking",
    "both_silent_s": "both silent for {value:.0f} s",
    "loudness_db": "you are {value:.0f} dB over your usual loudness",
    "pace_change": "you are {percent:.0f} % over your usual pace",
    "agent_interruptions_60s": "your cut-ins in the last minute: {value:.0f}",
    "customer_interruptions_60s": "their cut-ins in the last minute: {value:.0f}",
    "tug_of_war": "at least {value:.0f} cut-ins each way in the last minute",
    "talking_over_s": "talking over them for {value:.1f} s",
    "answer_gap_s": "you answered {value:.1f} s after their last word",
}
"""Every measure a rule may watch, with the sentence of evidence for its value (`percent` is 100 times it).

Seconds where the name ends in _s, decibels in _db, fractions for talk_ratio, over_band (talk ratio minus the
band's upper edge) and pace_change, else counts. `answer_gap_s` holds only while that answer is under way.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in an utterance: `words` as heard, `at` its first plain word, `phrase` as listed."""

    words: str
    at: int
    phrase: str


@dataclass(frozen=True, slots=True)
class Heard:
    """An utterance with what it holds: list id -> the phrases found, in order of their place."""

    utterance: Utterance
    found: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is measured at `t` (samples): `measures` by name, None or missing where it can't be known.

    `heated` is the heated stretch, or None without a customer channel; then the call type decides.
    """

    t: int
    measures: Mapping[str, float | None] = field(default_factory=dict)
    heated: bool | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """`speaker` said a phrase of any list in `any`.

    `needs`: at least one of these lists was heard before, by whomever; `before`: none of these was.
    `after`: the other side's words just before hold one of these lists.
    `unless`: no cue if the same turn holds one of these lists too; decided when the turn is over.
    """

    speaker: Speaker
    any: tuple[str, ...]
    needs: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    place: str = "anywhere"


@dataclass(frozen=True, slots=True)
class NotSaid:
    """`speaker` has said none of `any` by `by_s` seconds, or with None by the end of the call."""

    speaker: Speaker
    any: tuple[str, ...]
    by_s: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """Phrases of `any` keep coming with none of `until`: `count` of them, over at least `lasts_s` seconds.

    More than `pause_s` seconds without one ends the run.
    """

    any: tuple[str, ...]
    until: tuple[str, ...]
    count: int = 2
    lasts_s: float = 0.0
    pause_s: float = 600.0


@dataclass(frozen=True, slots=True)
class Measured:
    """All measures of `over` are at or over their limits, and all of `under` below theirs, for `sustain_s`.

    Once so, they stay so until past `release` (the dead-band; without one a measure releases at its limit).
    Past any of `worse` the cue may come once more at once.
    """

    over: Mapping[str, float] = field(default_factory=dict)
    under: Mapping[str, float] = field(default_factory=dict)
    release: Mapping[str, float] = field(default_factory=dict)
    worse: Mapping[str, float] = field(default_factory=dict)
    sustain_s: float = 0.0


Trigger = Said | NotSaid | Run | Measured


@dataclass(frozen=True, slots=True)
class CueRule:
    """One entry of cues.toml: when `trigger` holds, the cue of `technique` is due.

    `heated`: only in a heated stretch. `call_types`: only in these, empty for all. `from_s`/`until_s`: only
    when said or measured between these seconds of the call. `once`: never repeated in a call.
    """

    technique: str
    kind: str
    text: str
    trigger: Trigger
    heated: bool = False
    call_types: tuple[str, ...] = ()
    from_s: float = 0.0
    until_s: float = float("inf")
    once: bool = False
