"""From voice activity to spurts, and the one ordered stream of edges that every other measure folds over."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.timeline import Speaker, samples

BRIDGE = samples(0.30)
"""Pauses up to this long belong to the spurt (Heldner & Edlund 2010 call longer ones pauses or gaps)."""

SHORTEST = samples(0.12)
"""Shorter spurts, after bridging, are dropped as clicks and breaths."""

Runs = Sequence[tuple[int, int]]
"""Voiced stretches [start, end) of one channel, in order, in samples."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What was voiced since the last one: each side's runs; nothing before `until` is left to come.

    A run that goes on past `until` is given up to `until` and continues in the next activity.
    """

    until: int
    agent: Runs = ()
    customer: Runs = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """`speaker` begins (`speaking`) or ends a spurt at sample `t`."""

    t: int
    speaker: Speaker
    speaking: bool


class SpurtFold:
    """One channel's runs to spurts: pauses up to 0.30 s bridged, then spurts under 0.12 s dropped."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self._start = 0
        self._end: int | None = None
        self._announced = False

    def feed(self, runs: Runs, until: int) -> list[Edge]:
        """Take the runs up to `until` and give the edges that have become certain, in order."""
        edges: list[Edge] = []
        for start, end in runs:
            if self._end is not None and start - self._end > BRIDGE:
                edges += self._close()
            if self._end is None:
                self._start = start
            self._end = end
            if not self._announced and end - self._start >= SHORTEST:
                self._announced = True
                edges.append(Edge(self._start, self.speaker, True))
        if self._end is not None and until - self._end > BRIDGE:
            edges += self._close()
        return edges

    def settled(self, until: int) -> int:
        """Give the sample before which no edge of this channel can still appear."""
        if self._end is None:
            return until
        return self._end if self._announced else self._start

    def finish(self) -> list[Edge]:
        """End the channel: the open spurt, if it counts, ends where its voice ended."""
        return self._close() if self._end is not None else []

    def _close(self) -> list[Edge]:
        assert self._end is not None
        edges = [Edge(self._end, self.speaker, False)] if self._announced else []
        self._end, self._announced = None, False
        return edges


class EdgeStream:
    """Both channels' edges in one order of time; where two fall together, endings come first."""

    def __init__(self) -> None:
        self._folds = {speaker: SpurtFold(speaker) for speaker in Speaker}
        self._waiting: dict[Speaker, deque[Edge]] = {speaker: deque() for speaker in Speaker}
        self.until = 0
        self.settled = 0

    def feed(self, activity: Activity) -> list[Edge]:
        """Take both sides' voice activity and give every edge that is now certain and in order."""
        self.until = activity.until
        for speaker, runs in ((Speaker.AGENT, activity.agent), (Speaker.CUSTOMER, activity.customer)):
            self._waiting[speaker] += self._folds[speaker].feed(runs, activity.until)
        self.settled = min(fold.settled(activity.until) for fold in self._folds.values())
        return self._release(self.settled)

    def finish(self) -> list[Edge]:
        """End the call where the last activity ended and give the edges that were still open."""
        for speaker, fold in self._folds.items():
            self._waiting[speaker] += fold.finish()
        self.settled = self.until
        return self._release(self.until + 1)

    def _release(self, before: int) -> list[Edge]:
        ready: list[Edge] = []
        for waiting in self._waiting.values():
            while waiting and waiting[0].t < before:
                ready.append(waiting.popleft())
        return sorted(ready, key=lambda edge: (edge.t, edge.speaking))
