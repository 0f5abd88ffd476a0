"""Calls written as timelines of who speaks when, folded to spurts, overlaps and measures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hypothesis import settings
from hypothesis import strategies as st

from app.domain.report import Measures
from app.domain.spurts import Activity
from app.domain.talk import TalkFold
from app.domain.timeline import Overlap, Speaker, Spurt, samples
from tests.voiced.calls import Timeline, Turn

AGENT, CUSTOMER = Speaker.AGENT, Speaker.CUSTOMER

any_call = settings(deadline=None, max_examples=150)


@dataclass(frozen=True, slots=True)
class Told:
    """What the fold tells of a call that is over."""

    spurts: list[Spurt]
    overlaps: list[Overlap]
    measures: Measures

    def labels(self, by: Speaker) -> list[str]:
        """Give the labels of what `by` spoke into the other's speech, in order of time."""
        return [each.label for each in sorted(self.overlaps, key=lambda each: each.start) if each.by is by]


def call(told: Timeline | str, duration: float | None = None) -> Timeline:
    """Read a call like "agent 0.0-2.5 / customer 2.0-4.0"; one that is a Timeline already stays."""
    return told if isinstance(told, Timeline) else Timeline.from_text(told, duration)


def swapped(told: Timeline | str) -> Timeline:
    """Give the call with the agent's turns as the customer's and the other way round."""
    timeline = call(told)
    return replace(timeline, turns=tuple(replace(turn, role=turn.role.other) for turn in timeline.turns))


def runs(timeline: Timeline, speaker: Speaker) -> list[tuple[int, int]]:
    """Give where `speaker` is voiced; turns that run into each other are one run."""
    joined: list[tuple[int, int]] = []
    for turn in (turn for turn in timeline.turns if turn.role is speaker):
        start, end = samples(turn.start), samples(turn.end)
        if joined and start <= joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined


def activities(timeline: Timeline, cuts: Iterable[int] = ()) -> Iterator[Activity]:
    """Give the call as voice activity, in one piece or cut at the samples `cuts`."""
    end, since = samples(timeline.duration), 0
    voiced = {speaker: runs(timeline, speaker) for speaker in Speaker}
    for until in [*sorted({cut for cut in cuts if 0 < cut < end}), end]:
        pieces = (
            [(max(a, since), min(b, until)) for a, b in voiced[who] if a < until and b > since]
            for who in Speaker
        )
        yield Activity(until, *pieces)
        since = until


def every(seconds: float, timeline: Timeline) -> range:
    """Give cuts that are `seconds` apart."""
    return range(samples(seconds), samples(timeline.duration), samples(seconds))


def fold(told: Timeline | str, cuts: Iterable[int] = (), duration: float | None = None) -> Told:
    """Fold a call that comes in one piece, or cut at `cuts`."""
    timeline = call(told, duration)
    talk = TalkFold()
    spurts: list[Spurt] = []
    overlaps: list[Overlap] = []
    for piece in [*(talk.feed(activity) for activity in activities(timeline, cuts)), talk.finish()]:
        spurts += piece.spurts
        overlaps += piece.overlaps
    return Told(spurts, overlaps, talk.measures())


# Lengths next to a threshold come often.
_pauses = st.sampled_from([1, 29, 30, 31, 50, 98, 99, 100, 101, 102, 299, 300, 301]) | st.integers(1, 500)
_lengths = st.sampled_from([1, 11, 12, 13, 49, 50, 51, 99, 100, 101, 199, 200, 201]) | st.integers(1, 400)


@st.composite
def conversations(draw: st.DrawFn, most: int = 12) -> Timeline:
    """Make calls in which both speak a lot, often at once, with times on a grid of 10 ms.

    In some the grid is 100 ms, so that two edges often fall together.
    """
    coarse = draw(st.booleans())
    turns: list[Turn] = []
    for role in Speaker:
        t = draw(st.integers(0, 400))
        for pause, length in draw(st.lists(st.tuples(_pauses, _lengths), max_size=most)):
            start, t = t + pause, t + pause + length
            times = (round(start, -1), round(t, -1)) if coarse else (start, t)
            if times[0] < times[1]:
                turns.append(Turn(role, times[0] / 100, times[1] / 100))
    last = max((turn.end for turn in turns), default=0.0)
    duration = round(last + draw(st.integers(0, 400)) / 100, 2)
    return Timeline(duration, tuple(sorted(turns, key=lambda turn: turn.start)))
