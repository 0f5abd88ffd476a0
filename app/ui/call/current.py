"""The one call there is at a time: started, paused, marked and ended from wherever it is asked for."""

from collections.abc import Callable
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.journal import ChecklistRun
from app.domain.report import Report
from app.errors import KnownError
from app.report import words
from app.session.snapshot import CallState
from app.settings import KeptSettings
from app.ui.call.keeping import Keeping, KeptCall
from app.ui.call.watch import CallWatch
from app.ui.pieces.errand import Errand

if TYPE_CHECKING:
    from app.storage.journal import Journal

SAMPLE_TYPE = "complaint"
"""The type of the sample call."""


class Call(KeptCall, Protocol):
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

    `begun` gives the call's name, its type and what was prepared for it (a ChecklistRun or None) just before
    its first snapshot, `changed` says that `running`,
    `starting` or `writing` is another. `refused` gives the sentence of why no call could start, `told` one of
    what it does without; `broke` our own bug in it. `kept` gives the sentence of whether the last call is in
    the journal.
    """

    begun = Signal(str, str, object)
    changed = Signal()
    refused = Signal(str)
    told = Signal(str)
    broke = Signal(object)
    kept = Signal(str)

    def __init__(self, settings: KeptSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.watch = CallWatch(self)
        self._call: Call | None = None
        self.practice = False
        self.preparation: ChecklistRun | None = None
        self.starting = False
        self._lacks: list[str] = []
        self._keeping = Keeping(settings, self)
        self._keeping.told.connect(self.told)
        self._keeping.broke.connect(self.broke)
        self._keeping.changed.connect(self._tell_kept)
        self.watch.ended.connect(self._over)

    @property
    def running(self) -> bool:
        """Whether a call is being heard, paused or ended."""
        return self._call is not None

    @property
    def writing(self) -> bool:
        """Whether something of a call is still to be written into the open journal."""
        return self._keeping.writing

    @property
    def journal(self) -> "Journal | None":
        """The open journal; None while it is locked or there is none. It may come and go at any time."""
        return self._keeping.journal

    @journal.setter
    def journal(self, journal: "Journal | None") -> None:
        self._keeping.journal = journal

    @property
    def paused(self) -> bool:
        """Whether the call of now is paused."""
        return self._call is not None and self._call.snapshot.state is CallState.PAUSED

    @property
    def last_id(self) -> int | None:
        """The id in the journal of the last call there was; None where it is not there (yet)."""
        return self._keeping.last_id

    def start(self, preparation: ChecklistRun | None = None) -> None:
        """Start to hear a call with what was chosen and prepared; nothing where one is there already."""
        settings = self._settings.now

        def make() -> Call:
            from app import bootstrap  # all the weight of sound and speech comes with it

            choices = bootstrap.LiveChoices(
                settings.agent_device,
                settings.customer_device,
                settings.call_type,
                settings.engine,
                settings.model,
                settings,
            )
            return bootstrap.live_call(choices, self._lacks.append)

        self._make(make, settings.call_type, preparation, practice=False)

    def rehearse(self, speed: float, preparation: ChecklistRun | None = None) -> None:
        """Play the sample call, `speed` times as fast as it was spoken, as if it were live."""
        settings = self._settings.now

        def make() -> Call:
            from app import bootstrap

            return bootstrap.practice_call(speed, self._lacks.append, settings)

        self._make(make, SAMPLE_TYPE, preparation, practice=True)

    def take(self, call: Call, call_type: str) -> None:
        """Take a call of this type that has started elsewhere; there must be none."""
        self._call = call
        self.starting = False
        now = datetime.now()
        name = words.SAMPLE_CALL if self.practice else words.call_name(now)
        self._keeping.begin(call, name, call_type, practice=self.practice, preparation=self.preparation)
        self.begun.emit(words.shown_name(name, now), call_type, self.preparation)
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

    def label(self, call_id: int | None, place: int, label: str | None) -> None:
        """Keep the user's label of an overlap, or take it back; `call_id` None is the last call there was."""
        self._keeping.label(call_id, place, label)

    def close(self) -> None:
        """Let go of the call at once, as the program ends, and let the journal have what is left of it."""
        call, self._call = self._call, None
        if call is not None:
            call.end()
            call.close()
        self._keeping.close()

    def _make(
        self, make: Callable[[], Call], call_type: str, preparation: ChecklistRun | None, *, practice: bool
    ) -> None:
        if self.running or self.starting:
            return
        self.starting, self.practice, self._lacks = True, practice, []
        self.preparation = preparation
        self.changed.emit()
        errand = Errand(self, make)
        errand.done.connect(lambda call: self._arrive(call, call_type))
        errand.failed.connect(self._fail)

    def _arrive(self, call: Call, call_type: str) -> None:
        self.take(call, call_type)
        for sentence in self._lacks:
            self.told.emit(sentence)

    def _tell_kept(self) -> None:
        self.kept.emit(self._keeping.sentence)
        self.changed.emit()

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
