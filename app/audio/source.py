"""What every source of sound gives: blocks of 16 kHz sound on the call's one clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.audio.streams import StreamState
from app.domain.timeline import Gap, Speaker


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the call: 16 kHz, 16-bit, both channels of one length, from sample `start` on.

    `customer` is None where there is only the agent's channel. Live, `captured_at` is when its newest sample
    was captured (`time.monotonic()`), and `gaps` what was lost and is silence here or in an earlier block.
    """

    start: int
    agent: NDArray[np.int16]
    customer: NDArray[np.int16] | None
    captured_at: float | None = None
    gaps: tuple[Gap, ...] = ()


class AudioSource(Protocol):
    """Where a call's sound comes from; nothing but the source differs between live and review."""

    @property
    def kind(self) -> str:
        """Either "recording" or "live"."""

    @property
    def sample_rate(self) -> int:
        """Samples a second of the sound as it came, before it was brought to 16 kHz."""

    @property
    def channels(self) -> int:
        """Two for agent and customer, one for the agent alone."""

    @property
    def duration_s(self) -> float | None:
        """Length in seconds; None while it cannot be known."""

    def blocks(self) -> Iterator[Block]:
        """Give the sound once, in order: each block starts where the one before it ended."""


class LiveSource(AudioSource, Protocol):
    """A source that goes on until it is stopped.

    `blocks()` gives a block at least every 0.1 s, an empty one where there is no sound yet.
    """

    def states(self) -> Mapping[Speaker, StreamState]:
        """Give how each side's input is doing; a side without an input is left out."""

    def stop(self) -> None:
        """Let `blocks()` end soon; from any thread."""
