"""What the timeline draws of a call, in order of time, so that any part of it is found at once.

What a look costs depends on how much of it can be told apart on the screen, not on how long the call is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.overlaps import INTERRUPTIONS
from app.domain.timeline import Cue, Overlap, Speaker, Spurt, Stretch
from app.report import words
from app.ui.review.shown import Shown
from app.ui.review.timeline.silences import silences

_RANKS = (
    "backchannel",
    "cooperative_overlap",
    "simultaneous_start",
    "early_response",
    "interruption_failed",
    "competitive_overlap",
    "interruption_success",
)
"""Labels, the ones that matter most last: of several in one place the last is shown."""

HINT, MARK = 0, 1
"""What matters in the row of pins: the user's own marks more than hints."""


class Spans:
    """Stretches of one kind without overlap: those that touch are one."""

    def __init__(self, stretches: Iterable[Spurt | Stretch]) -> None:
        pairs = np.array([(each.start, each.end) for each in stretches if each.start < each.end], np.float64)
        pairs = pairs.reshape(-1, 2)[np.argsort(pairs.reshape(-1, 2)[:, 0], kind="stable")]
        until = np.maximum.accumulate(pairs[:, 1]) if len(pairs) else pairs[:, 1]
        first = np.ones(len(pairs), bool)
        first[1:] = pairs[1:, 0] > until[:-1]
        self.starts: NDArray[np.float64] = pairs[first, 0]
        self.ends: NDArray[np.float64] = until[
            np.append(np.flatnonzero(first)[1:], len(pairs))[: first.sum()] - 1
        ]

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: float, end: float) -> list[tuple[float, float]]:
        """Give the ones that touch [start, end), each whole."""
        first, last = self._places(start, end)
        return list(zip(self.starts[first:last].tolist(), self.ends[first:last].tolist(), strict=True))

    def count(self, start: float, end: float) -> int:
        """Give how many touch [start, end)."""
        first, last = self._places(start, end)
        return int(last - first)

    def covered(self, start: float, end: float, count: int, inset: float = 0.0) -> NDArray[np.float64]:
        """Give the part 0..1 of each of `count` equal columns of [start, end) that is in one, each of them
        `inset` samples shorter at both ends.
        """
        first, last = self._places(start, end)
        starts, ends = self.starts[first:last] + inset, self.ends[first:last] - inset
        starts, ends = starts[starts < ends], ends[starts < ends]
        if not len(starts):
            return np.zeros(count)
        edges = np.linspace(start, end, count + 1)
        place = np.searchsorted(starts, edges, "right")
        past = np.maximum(0.0, ends[np.maximum(place, 1) - 1] - edges)
        before = np.concatenate(([0.0], np.cumsum(ends - starts)))
        taken = before[place] - np.where(place > 0, past, 0.0)
        covered: NDArray[np.float64] = np.clip(np.diff(taken) * count / max(end - start, 1e-9), 0.0, 1.0)
        return covered

    def _places(self, start: float, end: float) -> tuple[int, int]:
        first = int(np.searchsorted(self.ends, start, "right"))
        return first, max(first, int(np.searchsorted(self.starts, end, "left")))


@dataclass(frozen=True, slots=True)
class Group:
    """Moments too near to each other to be told apart: numbers [first, last) in order of time.

    `t` is the first one's sample, `top` the number of the one that matters most.
    """

    t: int
    first: int
    last: int
    top: int

    @property
    def count(self) -> int:
        """How many they are."""
        return self.last - self.first


class Moments:
    """Things that happened at a moment, each of a rank 0..255."""

    def __init__(self, ranked: Sequence[tuple[int, int]]) -> None:
        self.times = [t for t, _ in ranked]
        self._ranks = bytes(rank for _, rank in ranked)
        self._reach: float | None = None
        self._groups: list[Group] = []
        self._firsts: list[int] = []

    def groups(self, reach: float, start: float, end: float) -> list[Group]:
        """Give what begins in [start, end], those within `reach` samples of a first one together.

        They are gathered from the beginning of the call, so that moving the view changes none.
        """
        if reach != self._reach:
            self._reach, self._groups, place = reach, [], 0
            while place < len(self.times):
                last = bisect_left(self.times, self.times[place] + max(reach, 1.0), place)
                top = self._ranks.index(max(self._ranks[place:last]), place)
                self._groups.append(Group(self.times[place], place, last, top))
                place = last
            self._firsts = [group.t for group in self._groups]
        return self._groups[bisect_left(self._firsts, start) : bisect_right(self._firsts, end)]


class Indexed:
    """One call as the timeline draws it. Raises nothing for any report, however odd."""

    def __init__(self, shown: Shown) -> None:
        report = shown.report
        self.shown = shown
        self.blind = report.measures.customer_talk_s is None and shown.until > 0
        self.speech = {
            who: Spans(spurt for spurt in report.spurts if spurt.speaker is who) for who in Speaker
        }
        self.silence = Spans(silences(shown))
        self.heated = Spans(report.heated)
        self.unheard = {
            channel: Spans(Stretch(gap.start, gap.end) for gap in report.gaps if gap.channel == channel)
            for channel in words.CHANNELS
        }
        self.places = sorted(range(len(report.overlaps)), key=lambda place: report.overlaps[place].start)
        self.overlaps = Moments(
            [(report.overlaps[place].start, _RANKS.index(self.label(place))) for place in self.places]
        )
        self._longest = max((each.end - each.start for each in report.overlaps), default=0)
        pins: list[tuple[int, int, Cue | None]] = [(cue.t, HINT, cue) for cue in report.cues]
        pins += [(mark.t, MARK, None) for mark in shown.marks]
        pins.sort(key=lambda pin: pin[:2])
        self.cues = [cue for _, _, cue in pins]
        self.pins = Moments([(t, rank) for t, rank, _ in pins])
        self.notes = {mark.t: mark.note for mark in shown.marks}
        self.stops = sorted({*self.overlaps.times, *self.notes})

    def overlap(self, number: int) -> Overlap:
        """Give an overlap by its number in order of time."""
        return self.shown.report.overlaps[self.places[number]]

    def label(self, place: int) -> str:
        """Give what the overlap at this place in the report is called, by the user where they said it."""
        own = self.shown.labels.get(place)
        return own if own in _RANKS else self.shown.report.overlaps[place].label

    def overlaps_within(self, start: float, end: float) -> range:
        """Give the numbers of the overlaps that may touch [start, end]."""
        times = self.overlaps.times
        return range(bisect_left(times, start - self._longest), bisect_right(times, end))

    def cut_ins(self, by: Speaker, first: int = 0, last: int | None = None) -> int:
        """Count the cut-ins charged to `by`, of all overlaps or of these numbers."""
        return sum(
            self.shown.report.overlaps[place].by is by and self.label(place) in INTERRUPTIONS
            for place in self.places[first:last]
        )
