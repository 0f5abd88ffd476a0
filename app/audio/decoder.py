"""libsndfile, made to seek only when it is told to, to own up to failing disks and to keep quiet."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import Lock
from typing import Any, BinaryIO

import numpy as np
import soundfile
from numpy.typing import NDArray

from app.audio.container import Container

_NO_LENGTH = 2**62
"""Above this libsndfile means that the header names no length."""

_LEAD_IN_S = 1
"""Seconds decoded before a place that is jumped to: an MP3 frame may need bits of those 0.6 s before it."""

_stderr_lock = Lock()


class DecodeError(Exception):
    """The decoder could not make sound of the file's bytes."""


def decoder_version() -> str:
    """Name the library that decodes recordings, with its version."""
    return f"libsndfile {soundfile.__libsndfile_version__}"


class Decoder:
    """Sound out of an open file, in order: `rate` samples a second, `channels`, float32 around ±1.

    `frames` is the length the header promises, None when it names none. Raises DecodeError, and OSError
    where the file itself cannot be read. The file stays the caller's to close.
    """

    def __init__(self, file: BinaryIO, container: Container) -> None:
        self._bytes = _Bytes(file, container.front, container.instead_of)
        self._noisy = container.name == "MP3"
        self._sound = self._guarded(lambda: _Forward(self._bytes))
        self._midway = self._sound.can_be_entered
        self.rate: int = self._sound.samplerate
        self.channels: int = self._sound.channels
        self.frames: int | None = self._sound.frames if self._sound.frames < _NO_LENGTH else None

    def read(self, buffer: NDArray[np.float32]) -> int:
        """Fill `buffer` (frames, channels) and give the number of frames read, 0 at the end."""
        return int(self._guarded(lambda: self._sound.buffer_read_into(buffer, "float32")))

    def seek(self, frame: int) -> None:
        """Read on from this frame, exactly; what can't be entered midway is decoded from its start."""
        if self._midway:
            start = max(0, frame - self.rate * _LEAD_IN_S)
            self._guarded(lambda: self._sound.seek(start))
        else:
            self._sound.close()
            self._bytes.seek(0)
            self._sound = self._guarded(lambda: _Forward(self._bytes))
            start = 0
        before = np.empty((self.rate, self.channels), np.float32)
        while start < frame and (count := self.read(before[: frame - start])):
            start += count

    def has_last_frame(self) -> bool:
        """Look whether the last promised frame is there, then go back to the start."""
        try:
            self._guarded(lambda: self._sound.seek(self._sound.frames - 1))
            there = len(self._guarded(lambda: self._sound.read(1))) == 1
            self._guarded(lambda: self._sound.seek(0))
        except DecodeError:
            return False
        return there

    def close(self) -> None:
        """Let go of the decoder's memory; harmless when done twice."""
        self._sound.close()

    def _guarded(self, act: Any) -> Any:
        with _hushed() if self._noisy else nullcontext():
            try:
                result = act()
            except soundfile.LibsndfileError as error:
                raise self._bytes.error or DecodeError(str(error)) from None
        if self._bytes.error is not None:
            raise self._bytes.error
        return result


class _Forward(soundfile.SoundFile):  # type: ignore[misc]
    """A sound file that only reads on: its base would seek after each read, which flushes the decoder."""

    @property
    def can_be_entered(self) -> bool:
        """Whether libsndfile can begin midway, which it can't in GSM 06.10."""
        return bool(super().seekable())

    def seekable(self) -> bool:
        return False


class _Bytes:
    """A file's bytes as libsndfile asks for them, with `front` in place of the first `instead_of` ones."""

    def __init__(self, file: BinaryIO, front: bytes, instead_of: int) -> None:
        self._file = file
        self._front = front
        self._ahead = len(front) - instead_of
        self._at = 0
        self.error: OSError | None = None

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer`; a failing disk is kept in `error`, for nothing may be raised through C."""
        piece = self._front[self._at : self._at + len(buffer)]
        try:
            if len(piece) < len(buffer):
                self._file.seek(self._at + len(piece) - self._ahead)
                piece += self._file.read(len(buffer) - len(piece))
        except OSError as error:
            self.error = error
            return 0
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place in what libsndfile sees."""
        if whence == os.SEEK_CUR:
            offset += self._at
        elif whence == os.SEEK_END:
            offset += self._file.seek(0, os.SEEK_END) + self._ahead
        self._at = offset
        return offset

    def tell(self) -> int:
        """Give the place in what libsndfile sees."""
        return self._at


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep libmpg123's own remarks, which it writes to descriptor 2, out of the user's sight."""
    with _stderr_lock:
        try:
            kept = os.dup(2)
        except OSError:  # a program without a console has no such descriptor
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
