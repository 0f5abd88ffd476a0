"""Where a sound system's callback leaves its sound, and where the capturing process takes it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, Full, Queue

_MOST = 250
"""Pieces of about 20 ms that may wait: 5 s."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Interleaved pcm16 as it came: `skipped` frames before it found no room, `overflow` some never came.

    `captured_at` is when its last frame was there (monotonic seconds).
    """

    sound: bytes
    captured_at: float
    skipped: int
    overflow: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An open stream: its samples a second, its channels, and whether it still runs."""

    rate: int
    channels: int
    running: Callable[[], bool]


class Inlet:
    """Takes sound on the sound system's thread, which must never wait, and hands it to another."""

    def __init__(self) -> None:
        self._pieces: Queue[Piece] = Queue(_MOST)
        self._skipped = 0
        self._overflow = False

    def take(self, sound: bytes, frames: int, overflow: bool) -> None:
        """Leave a piece; where there is no room, only its length is kept."""
        overflow = overflow or self._overflow
        try:
            self._pieces.put_nowait(Piece(sound, time.monotonic(), self._skipped, overflow))
        except Full:
            self._skipped += frames
            self._overflow = overflow
            return
        self._skipped, self._overflow = 0, False

    def next(self, timeout: float) -> Piece | None:
        """Give the next piece; None if there is none within `timeout` seconds."""
        try:
            return self._pieces.get(timeout=timeout)
        except Empty:
            return None
