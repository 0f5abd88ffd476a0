"""The journal's part in the window: held open by a call, closed when nobody is there, offers on the strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.checklists import heard_in
from app.domain.journal import Call, ChecklistRun
from app.domain.report import Report
from app.errors import KnownError
from app.language import tr
from app.session.snapshot import Mark
from app.settings import KeptSettings
from app.ui.call.current import CurrentCall
from app.ui.journal import words as journal_words
from app.ui.journal.care import JournalCare
from app.ui.journal.idle import Idle
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.restoring import in_place
from app.ui.pieces.errand import Errand
from app.ui.pieces.notice import Notice
from app.ui.pieces.offer import Offer

if TYPE_CHECKING:
    from app.storage.backups import Backup

CALL = "call"
"""What a call is called where it holds the journal open."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A call that had broken off and is over now, with all its summary shows."""

    call: Call
    report: Report
    marks: list[Mark]
    preparation: ChecklistRun | None


class JournalDesk(QObject):
    """Ties the journal to calls, settings and notices; `finished` gives a Finished."""

    finished = Signal(object)

    def __init__(
        self,
        journal: OpenJournal,
        calls: CurrentCall,
        settings: KeptSettings,
        notice: Notice,
        offer: Offer,
    ) -> None:
        super().__init__(journal)
        self._journal, self._calls, self._settings = journal, calls, settings
        self._notice, self._offer = notice, offer
        self.care = JournalCare(journal, settings)
        self.idle = Idle(self)
        self.idle.reached.connect(journal.lock)
        self.care.told.connect(notice.say)
        self.care.damaged.connect(self._offer_backup)
        self.care.broken_off.connect(self._offer_to_finish)
        journal.told.connect(notice.say)
        journal.changed.connect(self.follow)
        calls.changed.connect(self.follow)

    def follow(self) -> None:
        """Go by how the journal, the call and the settings stand now."""
        needed = self._calls.running or self._calls.starting or self._calls.writing
        (self._journal.hold if needed else self._journal.let_go)(CALL)
        self._calls.journal = self._journal.journal
        if self._journal.journal is None:
            self._offer.withdraw()
        unwatched = self._journal.covering or self._journal.held
        self.idle.watch(0 if unwatched or self._journal.journal is None else self._settings.now.idle_lock_min)
        self.care.follow()

    def _offer_backup(self, sentence: str, backup: "Backup | None") -> None:
        if backup is None or self._journal.held:
            self._notice.say(sentence)
            return
        offered = tr(
            "{sentence} The newest good one is of {backup}.",
            sentence=sentence,
            backup=journal_words.backup(backup),
        )
        self._offer.make(offered, tr("Use this backup"), partial(self._restore, backup), tr("Not now"))

    def _restore(self, backup: "Backup") -> None:
        errand = self._journal.restore(backup)
        errand.done.connect(lambda aside: self._notice.say(in_place(aside)))
        errand.failed.connect(lambda refusal: self._notice.say(str(refusal)))

    def _offer_to_finish(self, broken: Sequence[Call]) -> None:
        for call in broken:
            sentence = journal_words.broken_off(call, date.today())
            self._offer.make(sentence, tr("Finish it"), partial(self._finish, call))

    def _finish(self, call: Call) -> None:
        journal = self._journal.journal
        if journal is None:
            return

        def finish() -> Finished:
            from app.bootstrap import coaching
            from app.session.heard import heard
            from app.storage import calls, checklists

            journal.write("call", lambda db: calls.finish_broken(db, call.id)).result()
            report, marks, run = journal.read(
                lambda db: (
                    calls.report(db, call.id),
                    calls.marks(db, call.id),
                    checklists.run_of(db, call.id),
                )
            ).result()
            if run is not None:
                found = heard(report, call.call_type, coaching())
                ticked = run = heard_in(run, {each.technique: each.t for each in found})
                journal.write("preparation", lambda db: checklists.save_run(db, ticked)).result()
            return Finished(call, report, [Mark(each.t) for each in marks], run)

        errand = Errand(self, finish)
        errand.done.connect(lambda _: self._journal.rewritten.emit())
        errand.done.connect(self.finished)
        errand.failed.connect(self._refuse)

    def _refuse(self, fault: Exception) -> None:
        if not isinstance(fault, KnownError):
            raise fault
        self._notice.say(str(fault))
