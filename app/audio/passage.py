"""A stretch of a recording on its way to two ears: from any place, at any speed, for any output."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soxr

from app.audio.output import FADE_S, Piece, Sound
from app.audio.recording import RecordingSource, on_the_clock
from app.audio.stretch import Tempo
from app.domain.timeline import RATE

_READ_S = 0.05
"""Seconds of sound in one read."""

_OWN_SIDE, _OTHER_SIDE = np.float32(2 / 3), np.float32(1 / 3)
"""Shares of the two channels in each ear: both sides are heard in each, and never louder than full scale."""


class Recording:
    """A recording that is played from where it lies, piece by piece. Raises KnownError as recordings do."""

    def __init__(self, path: Path) -> None:
        self._source = RecordingSource(path)
        self._rate = self._source.sample_rate
        duration = self._source.duration_s
        self._frames = None if duration is None else round(duration * self._rate)

    @property
    def length(self) -> int | None:
        """Its samples by the call's clock, None where the file does not say."""
        return None if self._frames is None else on_the_clock(self._frames, self._rate)

    def passage(self, start: float, end: float | None, speed: float, rate: int) -> Iterator[Piece]:
        """Give [start, end) of the clock, or to the end, for an output of `rate`, `speed` times as fast.

        The first frame is the one nearest to `start`. The sound rises at the beginning and falls at the end
        within 5 ms each, so that passages follow each other without a click.
        """
        first = round(start * self._rate / RATE)
        last = self._frames if end is None else round(end * self._rate / RATE)
        self._source.seek(first)
        sounds = self._read(None if last is None else max(0, last - first))
        if speed != 1.0:
            sounds = _at_speed(sounds, Tempo(speed, self._rate, 2))
        if rate != self._rate:
            sounds = _at_rate(sounds, soxr.ResampleStream(self._rate, rate, 2, dtype="float32"))
        step, given = RATE * speed / rate, 0
        for sound in _faded(sounds, round(rate * FADE_S)):
            yield Piece(sound, start + given * step, step)
            given += len(sound)

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()

    def _read(self, frames: int | None) -> Iterator[Sound]:
        """Give so many frames, or all the rest, for two ears."""
        room = np.empty((round(self._rate * _READ_S), self._source.channels), np.float32)
        while count := self._source.read(room if frames is None else room[:frames]):
            frames = None if frames is None else frames - count
            sound = room[:count]
            if sound.shape[1] == 1:
                yield sound.repeat(2, axis=1)
            else:
                yield sound * _OWN_SIDE + sound[:, ::-1] * _OTHER_SIDE


def _at_speed(sounds: Iterator[Sound], tempo: Tempo) -> Iterator[Sound]:
    for sound in sounds:
        yield tempo.feed(sound)
    yield tempo.finish()


def _at_rate(sounds: Iterator[Sound], resampler: soxr.ResampleStream) -> Iterator[Sound]:
    for sound in sounds:
        yield resampler.resample_chunk(sound)
    yield resampler.resample_chunk(np.zeros((0, 2), np.float32), last=True)


def _faded(sounds: Iterator[Sound], fade: int) -> Iterator[Sound]:
    """Give the same with its first frames rising and its last ones falling."""
    rise = (np.arange(fade, dtype=np.float32) / np.float32(fade))[:, None]
    kept, begun = np.zeros((0, 2), np.float32), False
    for sound in sounds:
        kept = np.concatenate([kept, sound])
        if len(kept) >= 2 * fade:
            if not begun:
                kept[:fade] *= rise
                begun = True
            yield kept[:-fade]
            kept = kept[-fade:]
    if not begun:
        kept[:fade] *= rise[: len(kept)]
    if len(kept):
        kept[-fade:] *= rise[::-1][-len(kept) :]
        yield kept
