"""What is true of the call four times a second, as the cue rules see it."""

from collections import deque
from dataclasses import dataclass

from app.domain.loudness import LoudnessFold
from app.domain.overlaps import INTERRUPTIONS
from app.domain.talk import TalkFold
from app.domain.timeline import RATE, Overlap, Speaker, samples, seconds

EVERY = RATE // 4
"""Samples between two moments."""

_MINUTE = samples(60.0)
_BAND_FROM = samples(60.0)
_BREATH = samples(0.5)
_SUSTAINED_FRAMES = 31
_BASELINE_FRAMES = 150


class SustainedLoudness:
    """A speaker's level over own running median, over about the last second of own voice."""

    def __init__(self) -> None:
        self._fold = LoudnessFold()
        self._recent: deque[float] = deque(maxlen=_SUSTAINED_FRAMES)
        self._last = 0

    def feed(self, t: int, level: float) -> None:
        """Take the level in dB of the voiced frame at sample `t`."""
        self._recent.append(self._fold.feed(level))
        self._last = t

    def over_db(self, t: int) -> float | None:
        """Give dB over the median at `t`; None in a pause over 0.5 s or before 5 s of own voice."""
        if self._fold.frames < _BASELINE_FRAMES or t - self._last > _BREATH:
            return None
        return sum(self._recent) / len(self._recent)


@dataclass(frozen=True, slots=True)
class TalkMoment:
    """The measures of talk at `t` (samples), by the names of app.domain.cue_rules.MEASURES."""

    t: int
    measures: dict[str, float | None]
    both_sides: bool
    customer_loudness_db: float | None
    cut_ins: tuple[Overlap, ...]
    """The interruptions that were labelled since the moment before."""


class Moments:
    """Reads the talk of a call at each quarter second."""

    def __init__(self, talk: TalkFold, band_high: float) -> None:
        self._talk, self._band_high = talk, band_high
        self._loudness = {speaker: SustainedLoudness() for speaker in Speaker}
        self._cut_ins: deque[tuple[int, Speaker]] = deque()
        self._new: list[Overlap] = []

    def voiced(self, speaker: Speaker, t: int, level: float) -> None:
        """Take the level in dB of one voiced frame; frames come in order of time."""
        self._loudness[speaker].feed(t, level)

    def overlaps(self, overlaps: list[Overlap]) -> None:
        """Take the overlaps that were labelled."""
        for overlap in overlaps:
            if overlap.label in INTERRUPTIONS:
                self._cut_ins.append((overlap.end, overlap.by))
                self._new.append(overlap)

    def at(self, t: int, both_sides: bool) -> TalkMoment:
        """Give the moment `t`; without `both_sides` only what the agent's channel alone can tell."""
        while self._cut_ins and t - self._cut_ins[0][0] > _MINUTE:
            self._cut_ins.popleft()
        new, self._new = tuple(self._new), []
        monologue = self._talk.monologue if both_sides else self._talk.agent_alone
        measures: dict[str, float | None] = {
            "monologue_s": seconds(monologue.running()),
            "loudness_db": self._loudness[Speaker.AGENT].over_db(t),
        }
        if not both_sides:
            return TalkMoment(t, measures, False, None, ())
        ratio = self._talk.floor.ratio()
        by = {side: sum(who is side for _, who in self._cut_ins) for side in Speaker}
        measures |= {
            "talk_ratio": ratio,
            "over_band": ratio - self._band_high if ratio is not None and t >= _BAND_FROM else None,
            "listener_quiet_s": seconds(self._talk.monologue.unanswered()),
            "both_silent_s": seconds(self._talk.floor.silence()),
            "agent_interruptions_60s": by[Speaker.AGENT],
            "customer_interruptions_60s": by[Speaker.CUSTOMER],
            "tug_of_war": min(by.values()),
            "talking_over_s": self._talk.talking_over_s(Speaker.AGENT),
            "answer_gap_s": self._talk.patience.answer_s,
        }
        return TalkMoment(t, measures, True, self._loudness[Speaker.CUSTOMER].over_db(t), new)
