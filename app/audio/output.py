"""The way of sound to the ear: what waits to be played, and which moment of it is heard now."""

import contextlib
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.audio import pulse
from app.audio.devices import load_portaudio, output_number
from app.errors import KnownError
from app.language import marked, tr

Sound = NDArray[np.float32]

SERVER_RATE = 48_000
"""Frames a second for a sound server, which mixes and resamples by itself: mostly the card's own rate."""

FADE_S = 0.005
"""Seconds in which sound begins or ends without a click."""

_BLOCKS_A_SECOND = 50
_LATENCY_S = 0.08
"""Sound that the device is given ahead: enough for a busy machine, and short enough for a pause."""

_LEAD_S = 0.04
"""Silence before the first sound: servers and headsets that wake up swallow the first milliseconds."""

_LOST_S = 4.0
"""Seconds in which an open output takes no sound until it counts as lost."""

_LONGEST_DELAY_S = 2.0
"""A delay over this is a mistake of the sound system's."""

NO_OUTPUT = marked(
    "There is nothing to play on; plug in a headset or switch the loudspeakers on, then press play again."
)
NO_SERVER = marked(
    "The computer's sound service does not answer, so nothing can be played; start it again"
    " (systemctl --user restart pipewire-pulse or pulseaudio), then press play."
)
NO_LIBRARY = marked(
    "The sound library PortAudio is missing, so nothing can be played;"
    " install it (Debian and Ubuntu: sudo apt install libportaudio2)."
)
REFUSED = marked(
    "The headset or loudspeaker cannot be opened ({said}); close other programs that use it,"
    " or plug it in again, then press play."
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Sound (frames, 2) for the output; its first frame is the sample `at` of the clock, None for none.

    From frame to frame the clock goes on by `step` samples.
    """

    sound: Sound
    at: float | None
    step: float = 0.0

    def after(self, frames: int) -> float | None:
        """Give the sample of the clock that comes after so many frames."""
        return None if self.at is None else self.at + frames * self.step


class Queue:
    """What waits to be played at `rate`: put in by the player, taken out by the sound system's thread."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._fade = round(rate * FADE_S)
        self._lock = threading.Lock()
        self._waiting: deque[Piece] = deque()
        self._given: deque[tuple[int, Piece]] = deque()
        """What was taken and may not be heard yet, with the number of its first frame."""
        self._taken = 0
        self._newest = 0, time.monotonic()
        """The number of a frame, and when it is heard."""

    @property
    def waiting_s(self) -> float:
        """Seconds of sound that wait."""
        with self._lock:
            return sum(len(piece.sound) for piece in self._waiting) / self._rate

    @property
    def taken_at(self) -> float:
        """When the frames that were taken last are heard (time.monotonic)."""
        return self._newest[1]

    def put(self, *pieces: Piece) -> None:
        """Play these after what waits, without a gap between them."""
        with self._lock:
            self._waiting.extend(pieces)

    def drop(self, *, elsewhere: bool = False) -> float | None:
        """Fade out what waits and forget the rest; give the sample to go on with, None if nothing waits.

        If it is to go on `elsewhere`, what sounds until then does not count as heard.
        """
        with self._lock:
            pieces = list(self._waiting)
            self._waiting.clear()
            if elsewhere:
                self._given.clear()
            left, next_at = self._fade, None
            for piece in pieces:
                count = min(left, len(piece.sound))
                ramp = np.arange(left, left - count, -1, dtype=np.float32)[:, None] / np.float32(self._fade)
                at = None if elsewhere else piece.at
                self._waiting.append(Piece(piece.sound[:count] * ramp, at, piece.step))
                left, next_at = left - count, piece.after(count)
                if not left:
                    break
            # Where only silence was left to fade, nothing of what follows it has been heard.
            places = (piece.at for piece in pieces if piece.at is not None)
            return next(places, None) if next_at is None else next_at

    def take(self, room: Sound, delay_s: float) -> None:
        """Fill `room` with what comes next, heard after so many seconds; then with silence."""
        with self._lock:
            self._newest = self._taken, time.monotonic() + delay_s
            filled = 0
            while filled < len(room) and self._waiting:
                piece = self._waiting.popleft()
                count = min(len(room) - filled, len(piece.sound))
                room[filled : filled + count] = piece.sound[:count]
                if piece.at is not None:
                    self._given.append(
                        (self._taken + filled, Piece(piece.sound[:count], piece.at, piece.step))
                    )
                if count < len(piece.sound):
                    self._waiting.appendleft(Piece(piece.sound[count:], piece.after(count), piece.step))
                filled += count
            room[filled:] = 0
            self._taken += len(room)

    def heard(self) -> tuple[float, float] | None:
        """Give the sample of the clock that is heard now, and now (time.monotonic), or when it will be.

        None while nothing with a place was taken.
        """
        with self._lock:
            now = time.monotonic()
            frame = self._frame_at(now)
            while len(self._given) > 1 and self._given[1][0] <= frame:
                self._given.popleft()
            if not self._given:
                return None
            first, piece = self._given[0]
            at = piece.after(min(max(0, round(frame - first)), len(piece.sound)))
            return None if at is None else (at, now + max(0.0, first - frame) / self._rate)

    def silent(self) -> bool:
        """Whether all that was put in has been heard."""
        with self._lock:
            last = self._given[-1] if self._given else None
            end = last[0] + len(last[1].sound) if last else 0
            return not self._waiting and self._frame_at(time.monotonic()) >= end

    def _frame_at(self, moment: float) -> float:
        """Give the number of the frame that is heard at a moment."""
        number, heard_at = self._newest
        return number + (moment - heard_at) * self._rate


class Output:
    """The computer's own output; raises KnownError when there is none that opens.

    PortAudio's list of devices is frozen, and its calls may hang: use it in a process that can be ended.
    """

    def __init__(self) -> None:
        if sys.platform == "linux" and pulse.expected() and pulse.inputs() is None:
            # Whoever opens a card behind the server's back keeps the server from opening it when it returns.
            raise KnownError(tr(NO_SERVER))
        try:
            self._portaudio = load_portaudio()
        except KnownError:
            raise KnownError(tr(NO_LIBRARY)) from None
        try:
            number, self.rate, self._channels = self._find()
            self.queue = Queue(self.rate)
            self._stream = self._portaudio.OutputStream(
                samplerate=self.rate,
                blocksize=self.rate // _BLOCKS_A_SECOND,
                device=number,
                channels=self._channels,
                dtype="float32",
                latency=_LATENCY_S,
                callback=self._fill,
            )
        except self._portaudio.PortAudioError as error:
            raise KnownError(tr(REFUSED, said=error.args[0])) from None

    def lead_in(self) -> None:
        """Put some silence before the first sound, unless it plays already."""
        if self._stream.stopped:
            self.queue.put(Piece(np.zeros((round(self.rate * _LEAD_S), 2), np.float32), None))

    def start(self) -> None:
        """Play what the queue holds, not nothing; raises KnownError where the output is gone."""
        if not self._stream.stopped:
            return
        try:
            self._stream.start()
        except self._portaudio.PortAudioError as error:
            raise KnownError(tr(REFUSED, said=error.args[0])) from None
        self._started_at = time.monotonic()  # a busy machine takes its time to start

    def stop(self) -> None:
        """Let go of what the device has not played yet."""
        # An output that is gone need not be stopped.
        with contextlib.suppress(self._portaudio.PortAudioError):
            self._stream.abort()

    def lost(self) -> bool:
        """Whether it plays no more although it should."""
        silent_for = time.monotonic() - max(self.queue.taken_at, self._started_at)
        return not self._stream.stopped and (not self._stream.active or silent_for > _LOST_S)

    def _find(self) -> tuple[int, int, int]:
        """Give PortAudio's number of the output, its frames a second and its channels."""
        number = output_number(self._portaudio)
        if number is not None:
            return number, SERVER_RATE, 2
        try:
            found = self._portaudio.query_devices(kind="output")
        except (self._portaudio.PortAudioError, ValueError):
            raise KnownError(tr(NO_OUTPUT)) from None
        return int(found["index"]), int(found["default_samplerate"]), min(2, found["max_output_channels"])

    def _fill(self, room: Sound, frames: int, at: Any, _: object) -> None:
        delay = at.outputBufferDacTime - at.currentTime
        delay = delay if 0 <= delay <= _LONGEST_DELAY_S else self._stream.latency
        if self._channels == 2:
            self.queue.take(room, delay)
        else:
            both = np.empty((frames, 2), np.float32)
            self.queue.take(both, delay)
            room[:] = both.mean(axis=1, keepdims=True)
