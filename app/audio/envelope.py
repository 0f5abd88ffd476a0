"""How loud a recording is from moment to moment, for drawing it: read once, by a process of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.audio.recording import RecordingSource, on_the_clock
from app.domain.timeline import RATE
from app.errors import KnownError

BIN = RATE // 100
"""Samples of the call's clock (16 kHz) in one bin of an envelope: 10 ms."""

FRAME = 512
"""Samples of the call's clock in one level: 32 ms, a frame of the voice model."""

_STEPS = 4
_STEP = FRAME // _STEPS
_SOFTEST = 1e-9
"""A level is that of the loudest of four steps of 8 ms, -90 dB at least, as it is for the hints."""

_TOLD_AT_ONCE_S = 8
"""Seconds of sound in one message: whole bins and frames at every rate."""


class Channel(Protocol):
    """The way to the session."""

    def receive(self) -> bytes | None:
        """Wait for a message; None when the session is gone."""

    def send(self, answer: object) -> None:
        """Tell something (anything that pickles)."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The next part of a recording's envelope, arrays of (n, channels); `end` is how far (samples).

    `peaks` are the loudest samples of bins of 10 ms as 255 times the square root of their share of full scale
    (uint8): speech at -30 dB is then a fifth as high as the loudest and not a thirtieth, and can be seen.
    `levels` are the dB of frames of 32 ms (float32, full scale = 0).
    """

    peaks: NDArray[np.uint8]
    levels: NDArray[np.float32]
    end: int


@dataclass(frozen=True, slots=True)
class WholeRead:
    """The recording has been read to its end, without fault."""


@dataclass(frozen=True, slots=True)
class CannotRead:
    """The recording can't be read to its end; `why` is its sentence."""

    why: str


def run(channel: Channel, path: Path) -> None:
    """Read the recording and tell every Envelope, then WholeRead or CannotRead.

    Stays until the session is gone: ending would look like a mishap.
    """
    try:
        for envelope in envelopes(path):
            channel.send(envelope)
        channel.send(WholeRead())
    except KnownError as error:
        channel.send(CannotRead(str(error)))
    channel.receive()


def envelopes(path: Path) -> Iterator[Envelope]:
    """Give the envelope of a recording in parts of 8 s; raises KnownError as recordings do."""
    with RecordingSource(path) as source:
        rate, read = source.sample_rate, 0
        for sound in source.pieces(_TOLD_AT_ONCE_S):
            read += len(sound)
            yield Envelope(_peaks(sound, rate), _levels(sound, rate), on_the_clock(read, rate))


def _peaks(sound: NDArray[np.float32], rate: int) -> NDArray[np.uint8]:
    loudest = np.maximum.reduceat(np.abs(sound), _starts(len(sound), rate, BIN))
    peaks: NDArray[np.uint8] = np.rint(255 * np.sqrt(loudest)).astype(np.uint8)
    return peaks


def _levels(sound: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Give the levels of frames; the variance, so that a microphone's offset does not count as sound."""
    starts = _starts(len(sound), rate, _STEP)
    length = np.diff(starts, append=len(sound))[:, None]
    mean = np.add.reduceat(sound, starts, dtype=np.float64) / length
    square = np.add.reduceat(sound * sound, starts, dtype=np.float64) / length
    loud = 10 * np.log10(np.maximum(square - mean * mean, _SOFTEST))
    levels: NDArray[np.float32] = np.maximum.reduceat(loud, np.arange(0, len(loud), _STEPS))
    return levels.astype(np.float32)


def _starts(frames: int, rate: int, samples: int) -> NDArray[np.intp]:
    """Give the first frame of each `samples` of the clock."""
    count = -(-frames * RATE // (samples * rate))
    return np.arange(count) * (samples * rate) // RATE
