"""The open journal as the pages have it: asked and written to without waiting, answers come to the window."""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from app.errors import KnownError
from app.ui.journal.open_journal import OpenJournal

if TYPE_CHECKING:  # the database comes with these
    from app.storage.cipher import Database
    from app.storage.journal import Journal

Work = Callable[["Database"], Any]

EVERYTHING = ""
"""The kind of change after which all may be another: opened, closed or rewritten, or a day has begun."""

_LOOK_MS = 60_000
"""How often it looks whether a day has begun."""


class Diary(QObject):
    """Asks the open journal and writes to it; where it is closed, nothing is asked and nothing written.

    `changed` tells, once it is on the disk, what was written (the `what` of `write`: "reflection",
    "follow-up", "checklist", "calm", "call", "preparation"), or EVERYTHING. `told` gives the sentence of a
    write or read that was refused, `broke` a bug of ours. `leaving` comes before the journal is closed or its
    pages are covered: what is written then is still kept. No answer comes after the journal was closed or
    its asker is gone.
    """

    changed = Signal(str)
    told = Signal(str)
    broke = Signal(object)
    leaving = Signal()
    _arrived = Signal(object)

    def __init__(self, journal: OpenJournal, today: Callable[[], date] = date.today) -> None:
        super().__init__(journal)
        self._open = journal
        self._today, self._day = today, today()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look_at_day)
        self._clock.start()
        self._known = self._shown
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        journal.changed.connect(self._follow)
        journal.rewritten.connect(lambda: self.tell_changed(EVERYTHING))
        journal.leaving.connect(self.leaving)

    @property
    def journal(self) -> OpenJournal:
        """What opens and closes it, for erasing a call and for exports, which do more than ask."""
        return self._open

    @property
    def is_open(self) -> bool:
        """Whether it can be asked."""
        return self._shown is not None

    @property
    def _shown(self) -> "Journal | None":
        """The journal while it is open and its pages may be seen."""
        return None if self._open.covering else self._open.journal

    def read(self, work: Work, then: Callable[[Any], object], asker: QObject) -> None:
        """Give what `work` reads to `then`, unless `asker` is gone by then."""
        journal = self._shown
        if journal is not None:
            self._await(journal, journal.read(work), then, asker, None)

    def write(
        self,
        what: str,
        work: Work,
        then: Callable[[Any], object] = lambda answer: None,
        asker: QObject | None = None,
    ) -> None:
        """Do `work` in one transaction; tell `changed` and give its answer to `then` when it is kept."""
        journal = self._open.journal
        if journal is not None:
            self._await(journal, journal.write(what, work), then, asker or self, what)

    def tell_changed(self, what: str) -> None:
        """Tell that something was written past this, such as a call by its scribe."""
        if self.is_open:
            self.changed.emit(what)

    def look_at_day(self) -> None:
        """Tell that everything may be another where a day has begun: what is due, this week, "yesterday"."""
        if self._today() != self._day:
            self._day = self._today()
            self.changed.emit(EVERYTHING)

    def _await(
        self,
        journal: "Journal",
        asked: "Future[Any]",
        then: Callable[[Any], object],
        asker: QObject,
        wrote: str | None,
    ) -> None:
        def deliver() -> None:
            self._answer(journal, asked, then, asker, wrote)

        def tell(_: object) -> None:
            with contextlib.suppress(RuntimeError):  # the window is gone, and its answers with it
                self._arrived.emit(deliver)

        asked.add_done_callback(tell)

    def _deliver(self, deliver: Callable[[], None]) -> None:
        deliver()

    def _answer(
        self,
        journal: "Journal",
        asked: "Future[Any]",
        then: Callable[[Any], object],
        asker: QObject,
        wrote: str | None,
    ) -> None:
        if asked.cancelled():
            return
        fault = asked.exception()
        if fault is not None:
            if isinstance(fault, KnownError):
                self.told.emit(str(fault))
            else:
                self.broke.emit(fault)
            return
        if journal is not self._shown:
            return
        if isValid(asker):
            then(asked.result())
        if wrote is not None:
            self.changed.emit(wrote)

    def _follow(self) -> None:
        """Tell when the journal came or went, or its pages were covered."""
        if self._shown is not self._known:
            self._known = self._shown
            QTimer.singleShot(0, self, lambda: self.changed.emit(EVERYTHING))
