"""The session's side of one input: what its process tells becomes events, and how the input is doing."""

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from app.audio import capture, trouble
from app.audio.alignment import STALLED_S
from app.audio.devices import list_inputs, named
from app.audio.streams import Chunk, Condition, Opened, StreamState, Trouble, peak_db
from app.domain.timeline import Speaker, samples
from app.errors import KnownError
from app.language import tr
from app.session.supervisor import Died, Supervisor

STOPPED = "the input stopped and was opened again"
NOT_THERE = "there was no input to hear"
"""Why a Gap is there: the stream was lost, or there was none to open."""

_MUTED_AFTER = samples(3.0)
_LEVEL_OVER = samples(0.1)
_LOOK_EVERY_S = 5.0
_LEVELS_EVERY_S = 0.1

_BACKLOG = 1000
"""Answers that may wait here: about half a minute of sound."""


class Capture:
    """One input in a supervised process: the one that `wanted` names, None for the system's own.

    It is opened again for as long as it takes, another standing in where it is gone. `bell` is called
    from another thread whenever there is something to `poll`. Close it.
    """

    def __init__(
        self,
        side: Speaker,
        wanted: str | None,
        bell: Callable[[], None] = lambda: None,
        target: Callable[..., None] = capture.run,
    ) -> None:
        self._side, self._wanted = side, wanted
        self._child = Supervisor(target, side, wanted, patient=True, bell=bell, backlog=_BACKLOG)
        self._opened: Opened | None = None
        self._trouble: Trouble | None = None
        self._name: str | None = None
        self._wanted_name = wanted
        self._recent: deque[NDArray[np.int16]] = deque()
        self._silent = 0
        self._heard_at: float | None = None
        self._looked_at = 0.0
        self._looking: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the input's process."""
        return self._child.pid

    def poll(self, now: float) -> Iterator[Opened | Chunk | Trouble]:
        """Give what has happened since the last call, in order; never waits."""
        while (event := self._child.receive()) is not None:
            if isinstance(event, Died):
                if self._trouble is None:  # else it has said itself why it would end
                    yield self._lose(Trouble(Condition.LOST, self._sentence(trouble.CRASHED)))
            elif isinstance(event, Trouble):
                yield self._lose(event)
            elif isinstance(event, Opened):
                self._open(event, now)
                yield event
            elif isinstance(event, Chunk) and self._opened:  # a process may still speak while it ends
                self._hear(event, now)
                yield event
        self._look_for_the_wanted(now)

    def state(self, now: float) -> StreamState:
        """Tell how the input is doing."""
        if self._trouble is not None:
            return StreamState(self._trouble.condition, trouble=self._trouble.told)
        opened = self._opened
        if opened is None:
            return StreamState(Condition.OPENING)
        condition, told = Condition.HEARING, None
        if opened.stands_in_for:
            told = self._sentence(trouble.STANDS_IN)
        if self._heard_at is None:
            condition = Condition.OPENING
        elif now - self._heard_at > STALLED_S:
            condition, told = Condition.LOST, self._sentence(trouble.SILENT)
        elif self._silent >= _MUTED_AFTER and not opened.monitors:
            condition, told = Condition.MUTED, self._sentence(trouble.MUTED)
        lost = condition is Condition.LOST
        level = peak_db(np.concatenate(self._recent)) if self._recent and not lost else None
        stands_in_for = self._wanted_name if opened.stands_in_for else None
        return StreamState(condition, opened.name, stands_in_for, level, told)

    def close(self) -> None:
        """End the input's process."""
        self._child.close()

    def _open(self, opened: Opened, now: float) -> None:
        self._opened, self._trouble = opened, None
        self._name = opened.name
        if self._wanted is not None and not opened.stands_in_for:
            self._wanted_name = opened.name
        self._recent.clear()
        self._silent, self._heard_at = 0, None
        self._looked_at = now

    def _hear(self, chunk: Chunk, now: float) -> None:
        self._heard_at = now
        pcm = np.frombuffer(chunk.pcm, np.int16)
        if not pcm.size:  # a sparse input that plays nothing
            self._recent.clear()
            return
        self._silent = 0 if pcm.any() else self._silent + pcm.size
        self._recent.append(pcm)
        while sum(piece.size for piece in self._recent) - self._recent[0].size >= _LEVEL_OVER:
            self._recent.popleft()

    def _lose(self, event: Trouble) -> Trouble:
        self._opened, self._trouble = None, event
        return event

    def _sentence(self, text: str) -> str:
        name = self._name or self._wanted_name or tr("The input")
        return tr(text, name=name, wanted=self._wanted_name)

    def _look_for_the_wanted(self, now: float) -> None:
        """Look now and then whether the chosen input is back, where its process can't."""
        opened = self._opened
        if opened is None or not opened.stands_in_for or opened.followed:
            return
        if now - self._looked_at >= _LOOK_EVERY_S and not (self._looking and self._looking.is_alive()):
            self._looked_at = now
            self._looking = threading.Thread(target=self._look, name="inputs", daemon=True)
            self._looking.start()

    def _look(self) -> None:
        try:
            found = named(self._wanted or "", list_inputs())
        except KnownError:
            return
        if found:
            self._child.restart()


def levels(wanted: str | None) -> Generator[StreamState, None, None]:
    """Tell ten times a second how one input is doing, for as long as the caller goes on asking."""
    rung = threading.Event()
    heard = Capture(Speaker.AGENT, wanted, rung.set)
    try:
        told_at = 0.0
        while True:
            now = time.monotonic()
            for _ in heard.poll(now):
                pass
            if now - told_at >= _LEVELS_EVERY_S:
                told_at = now
                yield heard.state(now)
            rung.wait(_LEVELS_EVERY_S)
            rung.clear()
    finally:
        heard.close()
