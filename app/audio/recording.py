"""A call on disk as a source of sound: read piece by piece, brought to 16 kHz, never whole in memory."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, Self

import numpy as np
import soxr
from numpy.typing import NDArray

from app.audio.container import identify
from app.audio.decoder import DecodeError, Decoder
from app.audio.source import Block
from app.domain.timeline import RATE
from app.errors import KnownError
from app.language import tr

LOWEST_RATE = 8_000
HIGHEST_RATE = 192_000
_SLACK_S = 0.1
"""Sound that may be missing at the end of a decoded file before it counts as damaged (seconds)."""


class RecordingSource:
    """A recording of one or two channels: WAV, FLAC, OGG or MP3, 8 to 192 kHz, any depth or coding.

    Of two channels `agent` names the agent's; a single channel is the agent's. Samples outside full
    scale are clipped. `sample_rate` is the file's own; `duration_s` is None until the end is reached
    where the header names no length. Close it, or use `with`. Raises KnownError when the file cannot
    be read or is cut short.
    """

    kind = "recording"

    def __init__(self, path: str | Path, agent: Literal["left", "right"] = "left") -> None:
        path = Path(path)
        self._name = _printable(path.name or str(path))
        self._agent = 0 if agent == "left" else 1
        self._file = self._open(path)
        try:
            self._decoder = self._decode()
        except BaseException:
            self._file.close()
            raise
        try:
            self._check_shape()
        except KnownError:
            self.close()
            raise
        self.sample_rate = self._decoder.rate
        self.channels = self._decoder.channels
        self._read = 0  # frames, the number of the next one
        frames = self._decoder.frames
        self.duration_s: float | None = None if frames is None else frames / self.sample_rate

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; harmless when done twice."""
        self._decoder.close()
        self._file.close()

    def blocks(self) -> Iterator[Block]:
        """Give the whole recording once, in blocks of about half a second.

        All blocks together are as long as the file, to the nearest sample at 16 kHz, and nothing is
        shifted. Raises KnownError when the sound turns out to be damaged or of no length.
        """
        rate = self.sample_rate
        resampler = None if rate == RATE else soxr.ResampleStream(rate, RATE, self.channels, dtype="float32")
        given = 0
        for sound in self.pieces():
            if resampler is not None:
                sound = resampler.resample_chunk(sound)
            if len(sound):
                yield self._block(given, sound)
                given += len(sound)
        length = on_the_clock(self._read, rate)
        if resampler is not None and length > given:
            # The resampler's own rounding of the last sample may differ by one.
            nothing = np.empty((0, self.channels), np.float32)
            rest = resampler.resample_chunk(nothing, last=True)[: length - given]
            yield self._block(given, np.pad(rest, ((0, length - given - len(rest)), (0, 0))))

    def pieces(self, seconds: float = 0.5) -> Iterator[NDArray[np.float32]]:
        """Give the whole recording once as it is, (frames, channels) within ±1; all but the last are so long.

        A piece is good until the next one. Raises KnownError like `blocks`.
        """
        buffer = np.empty((int(self.sample_rate * seconds), self.channels), np.float32)
        filled = 0
        while count := self.read(buffer[filled:]):
            filled += count
            if filled == len(buffer):
                yield buffer
                filled = 0
        self._check_end()
        self.duration_s = self._read / self.sample_rate
        if filled:
            yield buffer[:filled]

    def read(self, buffer: NDArray[np.float32]) -> int:
        """Fill `buffer` (frames, channels) with what comes next, within ±1; give how many, 0 at the end.

        Raises KnownError where the sound is damaged or the file can't be read any more.
        """
        try:
            count = self._decoder.read(buffer)
        except DecodeError:
            raise self._damaged() from None
        except OSError as error:
            raise self._unreadable(error) from None
        self._read += count
        sound = buffer[:count]
        # A float file may hold anything, and one NaN would stay in a resampler for good.
        np.nan_to_num(sound, copy=False, nan=0.0)
        np.clip(sound, -1.0, 1.0, out=sound)
        return count

    def seek(self, frame: int) -> None:
        """Read on from a frame (at the file's own rate, not past its end); exact in every format.

        Raises KnownError like `read`.
        """
        try:
            self._decoder.seek(frame)
        except DecodeError:
            raise self._damaged() from None
        except OSError as error:
            raise self._unreadable(error) from None
        self._read = frame

    def _block(self, start: int, sound: NDArray[np.float32]) -> Block:
        pcm = np.clip(np.rint(sound * 32768.0), -32768, 32767).astype(np.int16)
        if self.channels == 1:
            return Block(start, pcm[:, 0].copy(), None)
        return Block(start, pcm[:, self._agent].copy(), pcm[:, 1 - self._agent].copy())

    def _open(self, path: Path) -> BinaryIO:
        try:
            if path.is_dir():
                raise KnownError(tr("{name} is a folder; name one recording inside it.", name=self._name))
            if not path.exists():
                raise KnownError(
                    tr(
                        "There is no file {name}; check the name and the folder.",
                        name=_printable(str(path)),
                    )
                )
            if not path.is_file():
                raise KnownError(
                    tr("{name} is not a file; save the recording to a file first.", name=self._name)
                )
            return path.open("rb")
        except PermissionError:
            raise KnownError(
                tr(
                    "You may not read {name}; ask for the right to, or copy it to a folder of your own.",
                    name=self._name,
                )
            ) from None
        except OSError as error:
            raise self._unreadable(error) from None

    def _decode(self) -> Decoder:
        try:
            size = self._file.seek(0, os.SEEK_END)
            if size == 0:
                raise KnownError(tr("{name} is empty; copy or export the recording again.", name=self._name))
            container = identify(self._file, size)
            if container is None:
                raise KnownError(
                    tr(
                        "{name} is not a recording Evenkeel can read; "
                        "export or convert it to WAV, FLAC, OGG or MP3.",
                        name=self._name,
                    )
                )
            if container.broken:
                raise self._incomplete()
            self._file.seek(0)
            decoder = Decoder(self._file, container)
            if container.name == "FLAC" and decoder.frames and not decoder.has_last_frame():
                decoder.close()
                raise self._incomplete()
            return decoder
        except OSError as error:
            raise self._unreadable(error) from None
        except DecodeError:
            raise KnownError(
                tr(
                    "{name} cannot be decoded, for its header is damaged or its coding is a rare one; "
                    "export it again as a 16-bit WAV file.",
                    name=self._name,
                )
            ) from None

    def _check_shape(self) -> None:
        channels, rate = self._decoder.channels, self._decoder.rate
        if channels > 2:
            raise KnownError(
                tr(
                    "{name} has {channels} channels; Evenkeel reads one or two, agent and customer: "
                    "export only these.",
                    name=self._name,
                    channels=channels,
                )
            )
        if not LOWEST_RATE <= rate <= HIGHEST_RATE:
            raise KnownError(
                tr(
                    "{name} has {rate} samples a second; Evenkeel reads {lowest} to {highest}: "
                    "export it again at a rate between them.",
                    name=self._name,
                    rate=rate,
                    lowest=LOWEST_RATE,
                    highest=HIGHEST_RATE,
                )
            )
        if self._decoder.frames == 0:
            raise self._no_sound()

    def _check_end(self) -> None:
        read, promised = self._read, self._decoder.frames
        if promised is not None and read < promised - _SLACK_S * self.sample_rate:
            missing = (promised - read) / self.sample_rate
            raise KnownError(
                tr(
                    "{name} is damaged, {seconds:.1f} s of its sound cannot be decoded; "
                    "copy or export the recording again.",
                    name=self._name,
                    seconds=missing,
                )
            )
        if on_the_clock(read, self.sample_rate) == 0:
            raise self._no_sound()

    def _damaged(self) -> KnownError:
        return KnownError(
            tr(
                "{name} is damaged, it cannot be decoded from {seconds:.1f} s on; "
                "copy or export the recording again.",
                name=self._name,
                seconds=self._read / self.sample_rate,
            )
        )

    def _no_sound(self) -> KnownError:
        return KnownError(
            tr("{name} holds no sound, its length is zero; export the recording again.", name=self._name)
        )

    def _incomplete(self) -> KnownError:
        return KnownError(
            tr(
                "{name} is cut short or damaged, part of its sound is missing; "
                "copy or export the recording again.",
                name=self._name,
            )
        )

    def _unreadable(self, error: OSError) -> KnownError:
        return KnownError(
            tr(
                "{name} cannot be read ({reason}); check the disk, or copy the file to this computer.",
                name=self._name,
                reason=error.strerror or type(error).__name__,
            )
        )


def on_the_clock(frames: int, rate: int) -> int:
    """Give the samples at 16 kHz, to the nearest, in so many frames at `rate`."""
    return (2 * frames * RATE + rate) // (2 * rate)


def _printable(name: str) -> str:
    """Give a file name that keeps to one line, whatever the disk allows in it."""
    return "".join(char if char.isprintable() else "?" for char in name)
