"""Chunks of two inputs, each with a clock of its own, become blocks on the call's one clock.

The call's clock is the agent's stream: its samples follow each other and are never moved. The customer's are
placed by when they were captured. Nothing here reads a clock: every time comes in from outside, in seconds of
`time.monotonic()`, so that the same chunks at the same times always give the same call.
"""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from app.audio.lane import Lane
from app.audio.source import Block
from app.audio.stream_clock import StreamClock
from app.audio.streams import Chunk
from app.domain.timeline import RATE, Speaker, samples

DRIFT = samples(0.02)
"""Samples that the customer may stand beside their true place before they are moved."""

WAIT_S = 0.5
"""Seconds that the agent's sound waits for the customer's: longer than a healthy stream is ever late."""

WAIT_SPARSE_S = 0.1
"""The same where silence is not sent, so that nobody knows whether there is anything to wait for."""

STALLED_S = 1.5
"""Seconds without sound after which a stream is taken for dead, even if nobody has said so yet."""

BEHIND_S = 0.5
"""Seconds that the clock stays behind while it runs without the agent, so that what returns fits in."""

BEGIN_ANYWAY_S = 6.0
"""Seconds after which the call begins, though an input has neither been heard nor given up."""

_LONGEST = RATE
"""Samples of the longest block; what waits beyond comes with the next tick."""

_TOLD = samples(0.1)
"""Samples of the customer's that may be missing or too many without a word."""


class _Stream:
    """One stream from its opening to its end; `anchor` is the call's sample at the stream's sample 0."""

    def __init__(self, sparse: bool) -> None:
        self.sparse = sparse
        self.clock = StreamClock(sparse)
        self.anchor: int | None = None
        self.waiting: list[tuple[int, NDArray[np.int16]]] = []
        self.heard_at: float | None = None


class Alignment:
    """Both sides of one call, brought together.

    `opened`, `hear` and `ended` tell what the inputs do, `tick` gives the next piece of the call. The call
    begins with the first sample that every side has, or when the sides without one are known to be down.
    """

    def __init__(self, *, customer: bool) -> None:
        self._lanes = {Speaker.AGENT: Lane(Speaker.AGENT, 0)}
        if customer:
            self._lanes[Speaker.CUSTOMER] = Lane(Speaker.CUSTOMER, _TOLD)
        self._streams: dict[Speaker, _Stream] = {}
        self._down: set[Speaker] = set()
        self._zero: float | None = None  # when the call's sample 0 was captured
        self._taken = 0
        self._woken_at: float | None = None
        self._grown_at = 0.0  # when the agent's side last grew
        self._reached = 0  # how far the clock has come
        self._growth: deque[tuple[float, int]] = deque()
        self._ripe = 0  # how far it had come a while ago

    def opened(self, side: Speaker, *, sparse: bool = False) -> None:
        """Take that a stream begins, with sample 0; `sparse` if it sends nothing while nothing plays."""
        self._streams[side] = _Stream(sparse)
        self._down.discard(side)

    def ended(self, side: Speaker, reason: str) -> None:
        """Take that the stream is over or could not be opened; `reason` is what its Gap will say."""
        self._streams.pop(side, None)
        self._down.add(side)
        self._lanes[side].reason = reason

    def hear(self, side: Speaker, chunk: Chunk, now: float) -> None:
        """Take the next chunk of the side's open stream; `now` is when it got here."""
        stream = self._streams[side]
        pcm = np.frombuffer(chunk.pcm, np.int16)
        stream.heard_at = now
        if not pcm.size:
            return
        start = stream.clock.hear(chunk.start, pcm.size, chunk.captured_at, chunk.overflow)
        stream.waiting.append((start, pcm))
        if self._zero is not None and stream.clock.settled:
            self._place(side, stream)

    def tick(self, now: float) -> Block:
        """Give what has become complete since the last tick: at most a second, often nothing."""
        if self._woken_at is None:
            self._woken_at = now
        if self._zero is None and not self._begin(now, now - self._woken_at >= BEGIN_ANYWAY_S):
            return self._block(0)
        return self._block(min(self._complete(now), self._taken + _LONGEST))

    def finish(self) -> Block:
        """Give the last piece of the call, up to where both sides are heard; who is missing gets a Gap."""
        heard = (
            lane.end
            for side, lane in self._lanes.items()
            if side is Speaker.AGENT or (side in self._streams and not self._streams[side].sparse)
        )
        block = self._block(max(self._taken, min(heard)))
        gaps = (*block.gaps, *(gap for lane in self._lanes.values() for gap in lane.finish()))
        return Block(block.start, block.agent, block.customer, block.captured_at, gaps)

    def _begin(self, now: float, anyway: bool) -> bool:
        """Begin the call if all sides are heard or down."""
        heard = {side: stream for side, stream in self._streams.items() if stream.clock.settled}
        ready = all(
            side in heard or side in self._down or (side in self._streams and self._streams[side].sparse)
            for side in self._lanes
        )
        if not ready and not anyway:
            return False
        self._zero = max((s.clock.origin for s in heard.values() if not s.sparse), default=now)
        self._grown_at = now
        for side in self._lanes:  # the agent first, whose clock it is
            if side in heard:
                self._place(side, heard[side])
        return True

    def _place(self, side: Speaker, stream: _Stream) -> None:
        """Give the waiting samples of a stream their place in the call."""
        assert self._zero is not None
        lane = self._lanes[side]
        here = round((stream.clock.origin - self._zero) * RATE)
        if stream.anchor is None:
            stream.anchor = here
        elif side is Speaker.CUSTOMER and abs(here - stream.anchor) > DRIFT:
            if stream.anchor - here > _TOLD:
                lane.lose(stream.anchor - here)
            stream.anchor = here
        for start, pcm in stream.waiting:
            lane.place(stream.anchor + start, pcm)
        stream.waiting.clear()
        if side is Speaker.AGENT:
            self._zero = stream.clock.origin - stream.anchor / RATE

    def _complete(self, now: float) -> int:
        """Tell up to which sample the call may be given."""
        self._advance(now)
        customer = self._streams.get(Speaker.CUSTOMER)
        sparse = customer is not None and customer.sparse
        while self._growth and self._growth[0][0] <= now - (WAIT_SPARSE_S if sparse else WAIT_S):
            self._ripe = self._growth.popleft()[1]
        if customer is None:
            return self._reached
        if not sparse and (customer.heard_at is None or now - customer.heard_at > STALLED_S):
            return self._reached
        ready = max(self._taken, self._ripe, self._lanes[Speaker.CUSTOMER].end)
        return min(self._reached, ready)

    def _advance(self, now: float) -> None:
        """Let the clock run: by the agent's samples, or by time while there are none."""
        assert self._zero is not None
        reached = self._lanes[Speaker.AGENT].end
        if reached > self._reached:
            self._grown_at = now
        elif Speaker.AGENT in self._down or now - self._grown_at > STALLED_S:
            reached = int((now - self._zero - BEHIND_S) * RATE)
        if reached > self._reached:
            self._reached = reached
            self._growth.append((now, reached))

    def _block(self, until: int) -> Block:
        start, self._taken = self._taken, until
        sound = {
            side: lane.take(until, sparse=side in self._streams and self._streams[side].sparse)
            for side, lane in self._lanes.items()
        }
        gaps = tuple(gap for lane in self._lanes.values() for gap in lane.gaps())
        captured_at = None if self._zero is None or until == start else self._zero + until / RATE
        return Block(start, sound[Speaker.AGENT], sound.get(Speaker.CUSTOMER), captured_at, gaps)
