"""What an open journal needs besides: a look at its health, calls that broke off, chores of the day."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.journal import Call
from app.errors import KnownError
from app.settings import KeptSettings
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.pieces.errand import Errand

if TYPE_CHECKING:  # the database comes with these
    from app.storage.backups import Backup
    from app.storage.journal import Journal

_LOOK_MS = 60_000
"""How often it is looked whether another day has begun."""


class JournalCare(QObject):
    """Looks after the journal from each opening on, always in the background and never in a call.

    `told` is a sentence for the notice. `damaged` gives its sentence, once the file turned out to be damaged
    while it is open, and the newest good backup (app.storage.backups.Backup) or None. `broken_off` gives the
    calls that did not end, `cared` says that the chores of the day are done.
    """

    told = Signal(str)
    damaged = Signal(str, object)
    broken_off = Signal(list)
    cared = Signal()
    _damage = Signal(str)

    def __init__(
        self, journal: OpenJournal, settings: KeptSettings, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(journal)
        self._journal, self._settings, self._today = journal, settings, today
        self._known: Journal | None = None
        self._done_on: date | None = None
        self._seen = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._damage.connect(self._find_backup)

    def follow(self) -> None:
        """Go by whether the journal is open, and whether a call holds it."""
        journal = self._journal.journal
        if journal is not self._known and self._journal.standing is not Standing.OPENING:
            self._known, self._done_on, self._seen = journal, None, False
            if journal is None:
                self._timer.stop()
            else:
                self._timer.start()
                self._greet(journal)
        self._look()

    def _greet(self, journal: "Journal") -> None:
        if journal.lost is not None:
            self.told.emit(journal.lost.sentence)
        journal.tell = self._damage.emit  # from the journal's own threads
        if journal.damage is not None:
            self._damage.emit(journal.damage)

    def _look(self) -> None:
        """Do what is due, unless a call is being written: it has not ended either, and must not wait."""
        journal, today = self._known, self._today()
        if journal is None or self._journal.journal is not journal or self._journal.held:
            return
        if not self._seen:
            self._seen = True
            self._look_for_broken_off(journal)
        if today != self._done_on:
            self._done_on = today
            self._do_chores(journal, today)

    def _do_chores(self, journal: "Journal", today: date) -> None:
        """Take out what is kept no longer, make the backup of the day."""
        from app.storage import chores

        due = chores.of_day(journal, self._settings.now, today)

        def all_chores() -> str:
            told = []
            for chore in due:
                with self._journal.at_work:
                    if self._journal.journal is not journal:
                        break
                    told.append(chore())
            return " ".join(filter(None, told))

        self._ask(all_chores, self._tell_chores)

    def _tell_chores(self, said: str) -> None:
        self._journal.rewritten.emit()
        if said:
            self.told.emit(said)
        self.cared.emit()

    def _look_for_broken_off(self, journal: "Journal") -> None:
        def unfinished() -> list[Call]:
            from app.storage import calls

            return journal.read(calls.unfinished).result()

        self._ask(unfinished, lambda found: self.broken_off.emit(found) if found else None)

    def _find_backup(self, sentence: str) -> None:
        key = self._journal.key
        if key is None:
            return

        def newest() -> "Backup | None":
            from app.storage import backups

            return backups.newest_good(self._journal.folder, key)

        self._ask(newest, lambda backup: self.damaged.emit(sentence, backup))

    def _ask(self, work: Callable[[], object], take: Callable[..., object]) -> None:
        """Do `work` elsewhere, and take its answer if it is still about the journal that is open."""
        asked = self._known
        errand = Errand(self, work)
        errand.done.connect(lambda answer: take(answer) if self._known is asked else None)
        errand.failed.connect(self._mind)

    def _mind(self, fault: Exception) -> None:
        from app.storage.trouble import Locked

        if isinstance(fault, Locked):
            return  # it was closed meanwhile; the next opening asks again
        if not isinstance(fault, KnownError):
            raise fault
        self.told.emit(str(fault))
