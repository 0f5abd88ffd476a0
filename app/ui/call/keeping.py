"""How the window's calls come into the journal: a scribe for each, and one sentence of how that stands."""

from collections import deque
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.journal import Call, CallKind, ChecklistRun
from app.domain.report import Source
from app.errors import KnownError
from app.journal_access import journal_there, words_kept
from app.language import marked, tr
from app.session.scribe import Scribe, WrittenCall
from app.settings import KeptSettings
from app.ui.pieces.errand import Errand

if TYPE_CHECKING:  # the database and its ciphers come with it
    from app.storage.journal import Journal

_LOOK_MS = 100
_LAST_WRITE_S = 5.0
"""Seconds that the end of the program waits for what is still to be written."""

WRITING = marked("This call is being written into your journal.")
LOCKED = marked("Not kept so far, as your journal is locked. Unlock it, and this call is written.")
NO_JOURNAL = marked("Not kept, as there is no journal yet. Make one in Settings, and this call is written.")
BROKEN = marked("Not kept, because of a fault in Evenkeel; a report of the fault is on this computer.")


class KeptCall(WrittenCall, Protocol):
    """A call that can be kept."""

    @property
    def source(self) -> Source:
        """Where its sound comes from."""


class Keeping(QObject):
    """Writes calls into the journal while one is open, and those that had to wait as soon as one is.

    `changed` says that `writing` or `sentence` is another. `told` gives the sentence of what hinders the
    writing, and that it goes on; `broke` our own bug in it.
    """

    changed = Signal()
    told = Signal(str)
    broke = Signal(object)

    def __init__(self, settings: KeptSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._journal: Journal | None = None
        self._scribes: list[Scribe] = []
        """The last call's, after those of earlier calls that are not written yet."""
        self._broken: list[Scribe] = []
        self._words = ""
        self._said: deque[str] = deque()
        self._shown: tuple[bool, str] = (False, "")
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def journal(self) -> "Journal | None":
        """The open journal; None while it is locked or there is none."""
        return self._journal

    @journal.setter
    def journal(self, journal: "Journal | None") -> None:
        if journal is self._journal:
            return
        self._journal = journal
        for scribe in self._scribes:
            scribe.journal = journal
            if journal is not None:
                scribe.start()
        self._timer.start()
        self._look()

    @property
    def writing(self) -> bool:
        """Whether the open journal is still needed, as something is written into it."""
        return any(scribe.trouble is None for scribe in self._unwritten())

    @property
    def last_id(self) -> int | None:
        """The id of the last call where the journal has it; None else."""
        there = self._journal is not None and self._scribes and self._scribes[-1].begun
        return self._scribes[-1].about.id if there else None

    @property
    def sentence(self) -> str:
        """Whether the last call is kept, or why not; empty before the first."""
        if not self._scribes:
            return ""
        scribe = self._scribes[-1]
        if scribe.failure is not None:
            return tr(BROKEN)
        if scribe.written:
            return tr("Kept in your journal; {what_was_said}.", what_was_said=self._words)
        if self._journal is None:
            return tr(LOCKED) if journal_there() else tr(NO_JOURNAL)
        return tr(WRITING) if scribe.trouble is None else scribe.trouble

    def begin(
        self,
        call: KeptCall,
        name: str,
        call_type: str,
        *,
        practice: bool,
        preparation: ChecklistRun | None = None,
    ) -> None:
        """Write a call that has just begun, and what was prepared for it."""
        from app.bootstrap import coaching
        from app.storage.schema import new_id

        now = self._settings.now
        self._words = words_kept(now)
        kind = CallKind.PRACTICE if practice else CallKind.LIVE
        purpose = preparation.purpose if preparation else ""
        about = Call(new_id(), kind, name, call_type, datetime.now(UTC), None, call.source, purpose=purpose)
        for earlier in self._scribes:
            earlier.leave()
        scribe = Scribe(call, about, now.transcript_kept != "never", self._said.append, self._journal)
        if preparation is not None:
            scribe.prepared(preparation, coaching)
        self._scribes = [*(each for each in self._scribes if not each.written), scribe]
        if self._journal is not None:
            scribe.start()
        self._timer.start()
        self._look()

    def label(self, call_id: int | None, place: int, label: str | None) -> None:
        """Keep the user's label of an overlap; `call_id` None is the last call there was."""
        if call_id is None:
            self._scribes[-1].label(place, label)
        elif self._journal is not None:
            from app.storage import calls

            kept = self._journal.write("label", lambda db: calls.label(db, call_id, place, label))
            self._await(kept)
        self._timer.start()

    def close(self) -> None:
        """Wait a moment for what is still to be written, as the program ends."""
        self._timer.stop()
        for scribe in self._scribes:
            scribe.close(_LAST_WRITE_S if self._journal is not None else 0.0)
        self._tell_all()

    def _unwritten(self) -> list[Scribe]:
        if self._journal is None:
            return []
        return [each for each in self._scribes if not each.written and each.failure is None]

    def _await(self, kept: "Future[None]") -> None:
        """Say when a change is in the journal, and why where it was refused."""
        errand = Errand(self, kept.result)
        errand.done.connect(lambda _: self.changed.emit())
        errand.failed.connect(self._tell_refusal)

    def _tell_refusal(self, fault: Exception) -> None:
        if isinstance(fault, KnownError):
            self.told.emit(str(fault))
        else:
            self.broke.emit(fault)

    def _tell_all(self) -> None:
        while self._said:
            self.told.emit(self._said.popleft())
        for scribe in self._scribes:
            if scribe.failure is not None and scribe not in self._broken:
                self._broken.append(scribe)
                self.broke.emit(scribe.failure)

    def _look(self) -> None:
        self._tell_all()
        shown = (self.writing, self.sentence)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
        if not self._unwritten():
            self._timer.stop()
