"""How long the agent talks without letting the customer in, and how long the agent waits to answer."""

from bisect import insort

from app.domain.spurts import Edge
from app.domain.timeline import Speaker, samples, seconds

OWN_PAUSE = samples(3.0)
"""The agent's own pauses up to this long do not end a monologue."""

REAL_ANSWER = samples(1.0)
"""A customer's spurt this long ends a monologue and calls for an answer; shorter ones are listener sounds."""

LONGEST_WAIT = samples(10.0)
"""Answers later than this are not patience but something else (a look-up, a hold)."""


class MonologueFold:
    """Edges to the running and the longest monologue of the agent, in samples."""

    def __init__(self) -> None:
        self._longest = 0
        self._now = 0
        self._start: int | None = None
        self._end = 0
        self._speaking = False
        self._spurt_start = 0
        self._customer_since: int | None = None
        self._customer_holds = False
        self._customer_ended = 0

    def feed(self, edge: Edge) -> None:
        """Take the next edge."""
        self.reach(edge.t)
        if edge.speaker is Speaker.AGENT:
            self._speaking = edge.speaking
            if not edge.speaking:
                self._end = edge.t
                return
            self._spurt_start = edge.t
            if not self._customer_holds:
                self._begin(edge.t)
        elif edge.speaking:
            self._customer_since = edge.t
            # Up to here nobody has answered, whatever this spurt becomes.
            self._longest = self.longest()
        else:
            self._customer_since, self._customer_ended = None, edge.t
            if self._customer_holds and self._speaking:
                self._begin(edge.t)
            self._customer_holds = False

    def reach(self, settled: int) -> None:
        """Say that nothing changed up to `settled`."""
        self._now = max(self._now, settled)
        since = self._customer_since
        if since is None or self._customer_holds or self._now - since < REAL_ANSWER:
            return
        # The spurt has become a real answer: the monologue ended where it began.
        self._start, self._customer_holds = None, True

    def running(self) -> int:
        """Give the length of the running monologue, 0 when the agent has paused over 3 s or been answered."""
        stretch = self._stretch(self._now)
        if stretch is None or (not self._speaking and self._now - stretch[1] > OWN_PAUSE):
            return 0
        return stretch[1] - stretch[0]

    def unanswered(self) -> int:
        """Give for how long the running monologue has gone without any sound of the customer."""
        running = self.running()
        if not running or self._customer_since is not None:
            return 0
        return min(running, max(self._now - self._customer_ended, 0))

    def longest(self) -> int:
        """Give the longest monologue so far."""
        stretch = self._stretch(self._now)
        return self._longest if stretch is None else max(self._longest, stretch[1] - stretch[0])

    def _begin(self, t: int) -> None:
        if self._start is not None:
            if t - self._end <= OWN_PAUSE:
                return
            self._longest = max(self._longest, self._end - self._start)
        self._start = self._end = t

    def _stretch(self, now: int) -> tuple[int, int] | None:
        if self._start is None:
            return None
        # The pause before a spurt counts only once the agent has spoken on after it.
        return self._start, now if self._speaking and now > self._spurt_start else self._end


class PatienceFold:
    """Edges to the median wait between the end of a customer's spurt of at least 1 s and the agent's answer.

    Where the customer goes on with another such spurt, the wait is counted from the last of them; an
    agent who is already speaking when the customer ends has not waited and is not counted.
    """

    def __init__(self) -> None:
        self._waits: list[int] = []
        self._agent_speaking = False
        self._customer_since = 0
        self._waiting_since: int | None = None
        self.answer_s: float | None = None
        """The wait before the answer that is under way, in seconds; None when none is."""

    def feed(self, edge: Edge) -> None:
        """Take the next edge."""
        if edge.speaker is Speaker.AGENT:
            self._agent_speaking, self.answer_s = edge.speaking, None
            if edge.speaking and self._waiting_since is not None:
                wait = edge.t - self._waiting_since
                self.answer_s = seconds(wait)
                if wait <= LONGEST_WAIT:
                    insort(self._waits, wait)
                self._waiting_since = None
        elif edge.speaking:
            self._customer_since = edge.t
        elif edge.t - self._customer_since >= REAL_ANSWER:
            self._waiting_since = None if self._agent_speaking else edge.t

    def median_s(self) -> float | None:
        """Give the median wait in seconds, None while there was none."""
        count = len(self._waits)
        if not count:
            return None
        middle = self._waits[(count - 1) // 2] + self._waits[count // 2]
        return seconds(middle) / 2
