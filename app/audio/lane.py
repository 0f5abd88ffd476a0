"""One side of a call as it is put together: samples at their places, silence between, and what is missing."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from app.domain.timeline import Gap

NOT_IN_TIME = "part of the sound did not arrive"
"""Why sound is missing that the input has neither sent nor reported as lost."""


class Lane:
    """Samples go in by their place in the call and come out without holes, once and in order.

    Silence stands in for what is missing; more than `untold` samples of it in a row are a Gap of `channel`.
    """

    def __init__(self, channel: str, untold: int) -> None:
        self.end = 0
        """The sample after the last one that was placed."""
        self.reason = NOT_IN_TIME
        """Why the next missing stretch is missing."""
        self._channel, self._untold = str(channel), untold
        self._pieces: deque[tuple[int, NDArray[np.int16]]] = deque()
        self._taken = 0
        self._missing_from: int | None = None
        self._gaps: list[Gap] = []

    def place(self, position: int, pcm: NDArray[np.int16]) -> None:
        """Put samples from `position` on; what has its place taken already is left out."""
        first = max(self.end, self._taken, position)
        pcm = pcm[first - position :]
        if pcm.size:
            self._pieces.append((first, pcm))
            self.end = first + pcm.size

    def lose(self, size: int) -> None:
        """Note that `size` samples are about to be left out where the lane ends."""
        self._gaps.append(Gap(self._channel, self.end, self.end + size, self.reason))

    def take(self, until: int, *, sparse: bool) -> NDArray[np.int16]:
        """Give all up to `until`; where it is `sparse`, a hole is the silence that is not sent."""
        start = at = self._taken
        sound = np.zeros(until - start, np.int16)
        while self._pieces and self._pieces[0][0] < until:
            position, pcm = self._pieces.popleft()
            if position > at and not sparse:
                self._miss(at)
            self._find(at if sparse else position)
            piece = pcm[: until - position]
            sound[position - start : position - start + piece.size] = piece
            at = position + piece.size
            if piece.size < pcm.size:
                self._pieces.appendleft((at, pcm[piece.size :]))
        if at < until:
            if sparse:
                self._find(at)
            else:
                self._miss(at)
        self._taken = until
        return sound

    def gaps(self) -> list[Gap]:
        """Give the gaps that have become known since the last call."""
        gaps, self._gaps = self._gaps, []
        return gaps

    def finish(self) -> list[Gap]:
        """Give the last gaps: what is missing now stays missing."""
        self._find(self._taken)
        return self.gaps()

    def _miss(self, start: int) -> None:
        if self._missing_from is None:
            self._missing_from = start

    def _find(self, end: int) -> None:
        """Close the missing stretch, if there is one."""
        if self._missing_from is None:
            return
        if end - self._missing_from > self._untold:
            self._gaps.append(Gap(self._channel, self._missing_from, end, self.reason))
        self._missing_from, self.reason = None, NOT_IN_TIME
