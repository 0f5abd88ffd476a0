"""The session's side of playing a recording: asked for here, done in a supervised process."""

import pickle
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.audio import playback
from app.audio.playback import Told, Wish
from app.domain.timeline import RATE
from app.language import marked, tr
from app.session.supervisor import Died, Supervisor

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
"""How fast a recording may be played, as parts of its own speed; the pitch stays."""

_AT_MOST_S = 0.25
"""Seconds for which the position goes on by itself; it is told 30 times a second."""

_UNSURE = RATE // 10
"""Samples by which the place told may turn out to be too far ahead; it then waits, and does not go back."""

STOPPED = marked("The playing stopped by itself; press play to hear on from here.")


@dataclass(frozen=True, slots=True)
class Playing:
    """Where the playing stands: `t` is the sample (16 kHz) that is heard now, `loop` the stretch repeated.

    `length` is the whole recording's, 0 while it is not known. `trouble` is the sentence of why nothing can
    be heard, None while all is well.
    """

    t: int = 0
    playing: bool = False
    speed: float = 1.0
    loop: tuple[int, int] | None = None
    trouble: str | None = None
    length: int = 0


class Player:
    """Plays a recording from where it lies; nothing of it is copied. All returns at once. Close it.

    `bell` is called from another thread whenever something has changed that was not asked for here, and
    about 30 times a second while it plays.
    """

    def __init__(self, path: Path, bell: Callable[[], None] = lambda: None) -> None:
        self.path = path
        self._bell = bell
        self._lock = threading.Lock()
        self._state = Playing()
        self._heard_at: float | None = None
        """When the state's `t` is heard; None where it does not move yet."""
        self._shown = 0
        """The newest `t` that was given while it plays."""
        self._number = self._answered = self._repeated = 0
        """The numbers of the newest wish, of the one answered last, and of one that was sent twice."""
        self._lost = False
        """Whether a new process has to be told where to begin."""
        self._child: Supervisor | None = None
        self._given_up = False
        """Whether no other process is started by itself any more."""
        with self._lock:  # until the first process is there, what it tells waits
            self._begin()

    @property
    def pid(self) -> int | None:
        """The process id of the process that plays, None without one."""
        child = self._child
        return child.pid if child is not None else None

    @property
    def state(self) -> Playing:
        """Where it stands now."""
        with self._lock:
            return self._now()

    def play(self) -> None:
        """Play on from here; at the end, from the beginning."""
        self._ask(playing=True, trouble=None)

    def pause(self) -> None:
        """Stop here."""
        self._ask(playing=False)

    def seek(self, t: int) -> None:
        """Go to the sample `t` (16 kHz, held within the recording), playing or not."""
        length = self._state.length
        t = max(0, min(t, length) if length else t)
        loop = self._state.loop
        self._ask(t, loop=loop if loop and loop[0] <= t < loop[1] else None)

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast, 0.75 to 2."""
        self._ask(speed=min(max(speed, SPEEDS[0]), SPEEDS[-1]))

    def repeat(self, start: int, end: int) -> None:
        """Play [start, end) over and over, from its beginning, until `go_on` or a seek out of it."""
        self._ask(start, loop=(start, end), playing=True, trouble=None)

    def go_on(self) -> None:
        """Repeat nothing any more, and play on."""
        self._ask(loop=None)

    def close(self) -> None:
        """End its process."""
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.close()

    def _now(self) -> Playing:
        """Give the state with the position moved on to now."""
        state = self._state
        if not state.playing or self._heard_at is None:
            return state
        since = min(max(0.0, time.monotonic() - self._heard_at), _AT_MOST_S)
        end = state.loop[1] if state.loop else state.length
        t = state.t + round(since * state.speed * RATE)
        t = max(state.t, min(t, end)) if end else t
        if t < self._shown < t + _UNSURE:
            t = self._shown
        self._shown = t
        return replace(state, t=t)

    def _ask(self, t: int | None = None, **changes: Any) -> None:
        with self._lock:
            if self._child is None:
                return
            if self._given_up:
                self._child.close()
                self._begin()
            state = replace(self._now(), **changes)
            if self._lost and t is None:
                t = state.t
            self._state = state if t is None else replace(state, t=t)
            self._heard_at, self._shown = None, 0
            self._lost = False
            self._number += 1
            self._send(t)

    def _send(self, t: int | None) -> None:
        state = self._state
        assert self._child
        self._child.send(pickle.dumps(Wish(self._number, t, state.playing, state.speed, state.loop)))

    def _begin(self) -> None:
        self._given_up = False
        self._child = Supervisor(playback.run, self.path, bell=self._hear)

    def _hear(self) -> None:
        """Take what the process has told; called in the supervisor's thread."""
        with self._lock:
            child = self._child
            while child is not None and (told := child.receive()) is not None:
                if isinstance(told, Died):
                    self._lose(told)
                elif isinstance(told, Told):
                    self._take(told)
        self._bell()

    def _take(self, told: Told) -> None:
        self._state = replace(self._state, length=told.length or self._state.length)
        if told.number != self._number:
            return  # more has been asked since
        self._answered = told.number
        trouble = told.trouble or (None if told.playing else self._state.trouble)
        self._state = replace(self._state, t=told.t, playing=told.playing, trouble=trouble)
        self._heard_at = told.at if told.playing else None

    def _lose(self, died: Died) -> None:
        state = self._now()
        if not died.final and self._number not in (self._answered, self._repeated):
            # It was asked while the process was about to end, by itself or not.
            self._repeated = self._number
            self._send(state.t)
            return
        told = state.trouble or (tr(STOPPED) if state.playing or died.final else None)
        self._state = replace(state, playing=False, trouble=told)
        self._lost, self._given_up = True, died.final
