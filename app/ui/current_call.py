"""The one call there is at a time: started, paused, marked and ended from wherever it is asked for."""

from collections.abc import Callable
from datetime import datetime
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.report import Report
from app.errors import KnownError
from app.report import words
from app.session.snapshot import CallState
from app.settings import Settings
from app.ui.call_watch import CallWatch, WatchedCall
from app.ui.errand import Errand

SAMPLE_TYPE = "complaint"
"""The type of the sample call."""


class Call(WatchedCall, Protocol):
    """A running call as the window steers it; all returns at once, but `close` waits for the workers."""

    def pause(self) -> None:
        """Hear nothing until it goes on."""

    def resume(self) -> None:
        """Hear again."""

    def mark(self) -> None:
        """Keep this moment."""

    def end(self) -> None:
        """Stop hearing; the report comes soon."""

    def close(self) -> None:
        """Let go of devices and child processes."""


class CurrentCall(QObject):
    """The call of now and what can be done with it; `watch` tells what happens in it.

    `begun` gives the call's name and type just before its first snapshot, `changed` says that `running` or
    `starting` is another. `refused` gives the sentence of why no call could start, `told` one of what it
    does without; `broke` our own bug in it.
    """

    begun = Signal(str, str)
    changed = Signal()
    refused = Signal(str)
    told = Signal(str)
    broke = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.watch = CallWatch(self)
        self._call: Call | None = None
        self.practice = False
        self.starting = False
        self._lacks: list[str] = []
        self.watch.ended.connect(self._over)

    @property
    def running(self) -> bool:
        """Whether a call is being heard, paused or ended."""
        return self._call is not None

    @property
    def paused(self) -> bool:
        """Whether the call of now is paused."""
        return self._call is not None and self._call.snapshot.state is CallState.PAUSED

    def start(self, settings: Settings) -> None:
        """Start to hear a call with what was chosen; nothing where one is running or starting."""

        def make() -> Call:
            from app import bootstrap  # all the weight of sound and speech comes with it

            choices = bootstrap.LiveChoices(
                settings.agent_device,
                settings.customer_device,
                settings.call_type,
                settings.engine,
                settings.model,
            )
            return bootstrap.live_call(choices, self._lacks.append)

        self._make(make, settings.call_type, practice=False)

    def rehearse(self, speed: float) -> None:
        """Play the sample call, `speed` times as fast as it was spoken, as if it were live."""

        def make() -> Call:
            from app import bootstrap

            return bootstrap.practice_call(speed, self._lacks.append)

        self._make(make, SAMPLE_TYPE, practice=True)

    def take(self, call: Call, call_type: str) -> None:
        """Take a call of this type that has started elsewhere; there must be none."""
        self._call = call
        self.starting = False
        self.begun.emit("The sample call" if self.practice else words.call_name(datetime.now()), call_type)
        self.changed.emit()
        self.watch.watch(call)

    def pause_or_go_on(self) -> None:
        """Pause the call, or go on with it."""
        if self._call is not None:
            (self._call.resume if self.paused else self._call.pause)()

    def mark(self) -> None:
        """Mark this moment of the call."""
        if self._call is not None:
            self._call.mark()

    def end(self) -> None:
        """End the call; `watch.ended` tells when it has."""
        if self._call is not None:
            self._call.end()

    def close(self) -> None:
        """Let go of the call at once, as the program ends."""
        call, self._call = self._call, None
        if call is not None:
            call.end()
            call.close()

    def _make(self, make: Callable[[], Call], call_type: str, *, practice: bool) -> None:
        if self.running or self.starting:
            return
        self.starting, self.practice, self._lacks = True, practice, []
        self.changed.emit()
        errand = Errand(self, make)
        errand.done.connect(lambda call: self._arrive(call, call_type))
        errand.failed.connect(self._fail)

    def _arrive(self, call: Call, call_type: str) -> None:
        self.take(call, call_type)
        for sentence in self._lacks:
            self.told.emit(sentence)

    def _fail(self, fault: Exception) -> None:
        self.starting = False
        self.changed.emit()
        if isinstance(fault, KnownError):
            self.refused.emit(str(fault))
        else:
            self.broke.emit(fault)

    def _over(self, report: Report | None) -> None:
        call, self._call = self._call, None
        if call is None:
            return
        Thread(target=call.close, name="closing a call", daemon=True).start()
        self.changed.emit()
        if report is None and call.failure is not None and not isinstance(call.failure, KnownError):
            self.broke.emit(call.failure)
