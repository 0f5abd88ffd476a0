"""What runs in the process that plays a recording: obey the newest wish, and tell what is heard.

The recording is read from where it lies, piece by piece; nothing of it is copied or written. Such a process
ends when the output fails, for its supervisor starts another: the list of devices is frozen once PortAudio
has started, and a sound system that hangs can only be left.
"""

import os
import pickle
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn, Protocol

from app.audio.output import Output, Piece
from app.audio.passage import Recording
from app.domain.timeline import RATE
from app.errors import KnownError
from app.language import marked, tr

_AHEAD_S = 0.2
"""Sound that waits for the output, for a busy machine."""

_PAUSE_S = 0.01
_TELL_EVERY_S = 1 / 30
_LOOK_EVERY_S = 1.0
"""Seconds between two looks at the wishes, two tellings, and two looks whether the file is still there."""

_SHORTEST_LOOP = RATE // 10

_PATIENCE_S = 5.0
"""Seconds that the sound system may take for anything."""

LOST = marked("The headset or loudspeaker does not play any more; plug it in again, then press play.")
GONE = marked("{name} is not there any more; put its disk or stick back, then press play.")
CHANGED = marked(
    "{name} was changed while it was open, so its sound fits no more; open it anew to review it."
)


class Channel(Protocol):
    """The way to the session."""

    def receive(self) -> bytes | None:
        """Wait for a message; None when the session is gone."""

    def waits(self) -> bool:
        """Tell whether a message is there that was not received yet."""

    def send(self, answer: object) -> None:
        """Tell something (anything that pickles)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """All that is wanted from now on: `at` is the sample to go to, None to go on from where it is.

    `loop` is the stretch to repeat, `number` grows from wish to wish.
    """

    number: int
    at: int | None
    playing: bool
    speed: float
    loop: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Told:
    """How it stands after the wish `number`: `t` is heard at `at` (time.monotonic), now or soon.

    `length` is that of the whole, 0 while it is not known. `playing` ends at the end of the recording, and
    with a trouble.
    """

    number: int
    t: int
    at: float
    playing: bool
    length: int
    trouble: str | None = None


def run(channel: Channel, path: Path) -> NoReturn:
    """Play the recording as it is wished (pickled Wishes) and tell how it stands; never returns."""
    _Playback(channel, path).run()


class _Playback:
    """The life of such a process."""

    def __init__(self, channel: Channel, path: Path) -> None:
        self._channel, self._path = channel, path
        self._identity: tuple[int, int] | None = None
        self._recording: Recording | None = None
        self._output: Output | None = None
        self._wish = Wish(0, None, False, 1.0, None)
        self._sounds: Iterator[Piece] = iter(())
        self._from = self._next = 0.0
        """The samples that the wish began with, and that are put into the queue next."""
        self._length = 0
        self._moving = False
        """Whether the output is running: there is something to be heard."""
        self._told_at = self._looked_at = 0.0

    def run(self) -> NoReturn:
        """Obey and play until the session is gone."""
        self._try(self._look_at_file)
        self._tell()
        while True:
            if not self._moving or self._channel.waits():
                self._try(self._obey)
            if self._moving:
                self._try(self._go_on)
                time.sleep(_PAUSE_S)

    def _try(self, act: Callable[[], None]) -> None:
        """Act; where the recording fails, pause and say why."""
        try:
            act()
        except KnownError as error:
            self._pause()
            if self._recording:
                self._recording.close()
                self._recording = None
            self._tell(str(error))

    def _obey(self) -> None:
        """Take the wishes that wait for one, and begin anew with it."""
        wish = self._receive()
        while self._channel.waits():
            newer = self._receive()
            wish = replace(newer, at=wish.at if newer.at is None else newer.at)
        at_end = not self._wish.playing and 0 < self._length <= round(self._next)
        self._wish = wish
        self._pause(playing=wish.playing, elsewhere=wish.at is not None or at_end)
        if wish.at is not None:
            self._next = float(max(0, min(wish.at, self._length) if self._length else wish.at))
        elif wish.playing and at_end:
            self._next = 0.0
        self._from = self._next
        if wish.playing:
            self._look_at_file()
            self._open_output()
            self._sounds, self._moving = self._passages(), True
            self._fill_queue()
            self._start_output()
        self._tell()

    def _pause(self, *, playing: bool = False, elsewhere: bool = False) -> None:
        """Let what waits fade out, and go on where it ended."""
        self._wish = replace(self._wish, playing=playing)
        self._sounds = iter(())
        then = self._output.queue.drop(elsewhere=elsewhere) if self._output else None
        if then is not None:
            self._next = then

    def _go_on(self) -> None:
        """Keep the queue full, tell where it stands, and end where the sound ends."""
        output = self._output
        assert output
        if output.lost():
            self._leave(tr(LOST))
        now = time.monotonic()
        if self._wish.playing and now - self._looked_at > _LOOK_EVERY_S:
            self._look_at_file()
        if self._wish.playing:
            self._fill_queue()
        if output.queue.silent():
            if self._wish.playing:
                self._length = self._length or round(self._next)
                self._next = float(self._length)
                self._wish = replace(self._wish, playing=False)
            with self._limit():
                output.stop()
            self._moving = False
            self._tell()
        elif self._wish.playing and now - self._told_at > _TELL_EVERY_S:
            self._tell()

    def _fill_queue(self) -> None:
        """Let enough sound wait for the output, as far as there is any."""
        assert self._output
        missing = (_AHEAD_S - self._output.queue.waiting_s) * self._output.rate
        pieces: list[Piece] = []
        while missing > 0 and (piece := next(self._sounds, None)) is not None:
            pieces.append(piece)
            missing -= len(piece.sound)
            self._next = piece.after(len(piece.sound)) or 0.0
        self._output.queue.put(*pieces)

    def _passages(self) -> Iterator[Piece]:
        """Give what is to be heard, one passage after another."""
        assert self._recording and self._output
        speed, rate, start = self._wish.speed, self._output.rate, self._next
        if self._wish.loop is None:
            yield from self._recording.passage(start, None, speed, rate)
            return
        first, last = self._wish.loop
        last = max(last, first + _SHORTEST_LOOP)
        played = True
        while played:  # past the end of the recording there is nothing to repeat
            played = False
            for piece in self._recording.passage(start, last, speed, rate):
                played = True
                yield piece
            start = first

    def _look_at_file(self) -> None:
        """Open the recording if it is not open; raises KnownError if it can't be, is gone or another one."""
        self._looked_at = time.monotonic()
        try:
            found = self._path.stat()
        except OSError:
            if self._identity is not None:
                raise KnownError(tr(GONE, name=self._path.name)) from None
        else:
            identity = found.st_size, found.st_mtime_ns
            if self._identity not in (None, identity):
                raise KnownError(tr(CHANGED, name=self._path.name))
            self._identity = identity
        if self._recording is None:
            self._recording = Recording(self._path)
            self._length = self._recording.length or 0

    def _open_output(self) -> None:
        try:
            with self._limit():
                self._output = self._output or Output()
        except KnownError as error:
            self._leave(str(error))
        self._output.lead_in()

    def _start_output(self) -> None:
        assert self._output
        try:
            with self._limit():
                self._output.start()
        except KnownError as error:
            self._leave(str(error))

    def _tell(self, trouble: str | None = None) -> None:
        self._told_at = now = time.monotonic()
        t, at = self._next, now
        if self._wish.playing:
            heard = self._output.queue.heard() if self._output else None
            t, at = heard or (self._from, now + _PATIENCE_S)  # no sooner than it is told again
        told = Told(self._wish.number, round(t), at, self._wish.playing, self._length, trouble)
        try:
            self._channel.send(told)
        except OSError:  # the session is gone
            os._exit(0)

    def _receive(self) -> Wish:
        message = self._channel.receive()
        if message is None:
            os._exit(0)  # PortAudio may hang on its way out
        wish: Wish = pickle.loads(message)
        return wish

    @contextmanager
    def _limit(self) -> Iterator[None]:
        """End this process if what is done within takes too long: only another thread can."""
        slow = threading.Timer(_PATIENCE_S, self._leave, [tr(LOST)])
        slow.daemon = True
        slow.start()
        try:
            yield
        finally:
            slow.cancel()

    def _leave(self, why: str) -> NoReturn:
        """End this process, for another to begin anew."""
        self._pause()
        try:
            self._tell(why)
        finally:
            os._exit(0)
