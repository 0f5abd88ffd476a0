"""When each sample of a stream was captured, told from chunks that may come late but never early."""

from collections import deque

from app.domain.timeline import RATE

SETTLED_S = 0.5
"""Seconds of a stream after which the least late of its chunks tells the time well enough."""

LATE_S = 0.1
"""Seconds of delay that make a chunk late; less is the ordinary unrest of a sound system."""

_CONFIRMED_S = 1.0
"""Seconds that every chunk must be late for the delay to be a loss: longer than a burst after a stall."""

_SHORTEST_LOSS_S = 0.02
"""Seconds that are missing at least where the sound system reports a loss itself."""

_WINDOW_S = 10.0
"""Seconds over which the least late chunk counts; a clock 200 ppm off strays 2 ms in this time."""


class StreamClock:
    """The clock of one stream: `origin` is when its sample 0 was captured (monotonic seconds).

    It follows the slow drift of the device. That one chunk is late does not mean that sound was lost: that
    takes a report of the sound system, or a second in which all chunks are late by 0.1 s or more. A `sparse`
    stream leaves silence out, so there a late chunk is one after silence.
    """

    def __init__(self, sparse: bool = False) -> None:
        self._sparse = sparse
        self._lags: deque[tuple[float, float]] = deque()  # (captured at, lag), lags rising
        self._first: float | None = None
        self._missing = 0
        self._late_since: float | None = None
        self._least_late = 0.0
        self.settled = False
        """Whether `origin` can be relied on."""

    @property
    def origin(self) -> float:
        """When sample 0 was captured; the stream must have been heard."""
        return self._lags[0][1]

    def hear(self, start: int, size: int, captured_at: float, overflow: bool) -> int:
        """Take a chunk of `size` samples from `start` on, the newest captured at `captured_at`.

        Gives its first sample with all that was lost or left out before counted in.
        """
        if self._first is None:
            self._first = captured_at - size / RATE
        self.settled = self.settled or self._sparse or captured_at - self._first >= SETTLED_S
        lag = captured_at - (start + self._missing + size) / RATE
        lost = self._lost(lag, captured_at, overflow) if self._lags else 0.0
        if lost:
            self._missing += round(lost * RATE)
            lag = captured_at - (start + self._missing + size) / RATE
            self._late_since = None
        if self._late_since is None:
            self._remember(captured_at, lag)
        return start + self._missing

    def _lost(self, lag: float, at: float, overflow: bool) -> float:
        """Give the seconds that must have been lost or left out before this chunk, else 0."""
        late = lag - self.origin
        if overflow and late >= _SHORTEST_LOSS_S:
            return late
        if late < LATE_S:
            self._late_since = None
            return 0.0
        if self._sparse:
            return late
        if self._late_since is None:
            self._late_since, self._least_late = at, late
        self._least_late = min(self._least_late, late)
        return self._least_late if at - self._late_since >= _CONFIRMED_S else 0.0

    def _remember(self, at: float, lag: float) -> None:
        while self._lags and self._lags[-1][1] >= lag:
            self._lags.pop()
        self._lags.append((at, lag))
        while self._lags[0][0] < at - _WINDOW_S:
            self._lags.popleft()
