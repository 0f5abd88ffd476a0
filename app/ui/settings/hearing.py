"""Listening only to show how loud it is, before any call, and whether the microphone hears what plays."""

from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import KnownError
from app.settings import NO_CUSTOMER
from app.ui.call.watch import EVERY_MS

if TYPE_CHECKING:
    from app.audio.source import LiveSource  # numpy comes with it

Opening = Callable[[str | None, str | None], "LiveSource"]
"""Opens the agent's input and the customer's, each named by its id or name."""


def live_source(agent: str | None, customer: str | None) -> "LiveSource":
    """Open this computer's inputs as a call would."""
    from app.session.live_source import LiveInputs

    return LiveInputs(agent, customer)


class Hearing(QObject):
    """Listens to both sides until it is stopped, and keeps nothing.

    `heard` gives the state of each side's input 15 times a second, `compared` a finding of
    app.session.bleed_check where that was asked for, `failed` why listening is not possible.
    """

    heard = Signal(object)
    compared = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, open: Opening = live_source) -> None:
        super().__init__(parent)
        self._open = open
        self._listening: _Listening | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def listening(self) -> bool:
        """Whether something is being listened to."""
        return self._listening is not None

    def listen(self, agent: str | None, customer: str | None, *, compare: bool = False) -> None:
        """Listen to these from now on, in place of what was listened to; `compare` both sides if wanted."""
        self.stop()
        self._listening = _Listening(self._open, agent, customer, compare and customer != NO_CUSTOMER)
        self._timer.start()

    def stop(self) -> None:
        """Listen no more; the devices are let go of soon."""
        self._timer.stop()
        if self._listening is not None:
            self._listening.stop()
            self._listening = None

    def _look(self) -> None:
        listening = self._listening
        if listening is None:
            return
        if listening.failure is not None:
            failure = listening.failure
            self.stop()
            if not isinstance(failure, KnownError):
                raise failure
            self.failed.emit(str(failure))
            return
        if listening.source is not None:
            self.heard.emit(dict(listening.source.states()))
        if listening.found is not None:
            self.compared.emit(listening.found)


class _Listening:
    """One source being heard in its own thread; what it found is read from another."""

    def __init__(self, open: Opening, agent: str | None, customer: str | None, compare: bool) -> None:
        self.source: LiveSource | None = None
        self.found: object = None
        self.failure: Exception | None = None
        self._stopped = Event()
        wanted = (open, agent, customer, compare)
        self._thread = Thread(target=self._run, args=wanted, name="hearing", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self.source is not None:
            self.source.stop()

    def _run(self, open: Opening, agent: str | None, customer: str | None, compare: bool) -> None:
        try:
            from app.session.bleed_check import BleedCheck  # numpy comes with it

            check = BleedCheck() if compare else None
            source = self.source = open(agent, customer)
            for block in source.blocks():
                if self._stopped.is_set():
                    break
                if check is not None:
                    self.found = check.feed(block)
        except Exception as failure:
            self.failure = failure
        finally:
            self.stop()
