"""Settings: everything about the journal, card by card; where it is not open, the one thing that helps."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import marked, tr, trn
from app.settings import KeptSettings
from app.ui.journal import words as journal_words
from app.ui.journal.erasing import EraseCall, EraseEverything
from app.ui.journal.new_journal import MakeJournal
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.journal.restoring import Restoring
from app.ui.pieces.long_work import LongWork, Reached
from app.ui.pieces.parts import button, card, row, words
from app.ui.pieces.theme import SPACE
from app.ui.settings.copies import CopiesCard
from app.ui.settings.export import ExportCard
from app.ui.settings.finding import Wanted, holds
from app.ui.settings.keeping import KeepingCard
from app.ui.settings.locking import LockingCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.storage.journal import Journal

NONE = marked(
    "There is no journal on this computer, so calls are gone when Evenkeel closes. A journal keeps them, "
    "encrypted, and closed by a passphrase."
)
SOUND = marked("Checked: every page of the journal's file is as it was written.")
AT_ONCE = marked("Erasing is at once and for good, unlike deleting, which can be taken back for a day.")


class JournalCards(QWidget):
    """How the journal stands; while it is open, all that can be chosen and done."""

    @property
    def title(self) -> str:
        """What the section is called."""
        return tr("Journal")

    def __init__(self, settings: KeptSettings, journal: OpenJournal) -> None:
        super().__init__()
        self._journal = journal
        self._in_call = False
        self._looked_for: Wanted = ()
        self._listed: Journal | None = None
        self.state = words("")
        self.make = button(tr("Make a journal"), "primary")
        self.bring = button(tr("Restore from a backup file …"))
        self.use_backup = button(tr("Use this backup"), "primary")
        self.again = button(tr("Try again"))
        self.check = button(tr("Check now"))
        self.work = LongWork()
        self.keeping = KeepingCard(settings, journal)
        self.locking = LockingCard(settings, journal)
        self.copies = CopiesCard(journal)
        self.export = ExportCard(settings, journal)
        self.erase_call = button(tr("Erase one call …"))
        self.erase_all = button(tr("Erase everything …"), "danger")
        self._works = (self.work, self.keeping.work, self.copies.work, self.export.work)
        self._restoring = Restoring(self, journal, self.work)
        self._lay_out()
        self._connect()
        self._show()

    def show_in_call(self, in_call: bool) -> None:
        """Take what replaces or removes the journal out of reach while a call is written into it."""
        self._in_call = in_call
        for each in (self.make, self.bring, self.use_backup, self.erase_all):
            each.setEnabled(not in_call and not any(work.running for work in self._works))
        self.copies.show_in_call(in_call)
        self.export.show_in_call(in_call)

    def show_settings(self) -> None:
        """Show what the settings hold."""
        self.keeping.show_settings()

    def narrow(self, looked_for: Wanted) -> bool:
        """Show only the cards that hold what is looked for; say whether there are any.

        Where those can't be shown as the journal is not open, how it stands is shown in their place.
        """
        self._looked_for = looked_for
        found = self._show()
        self.setVisible(found)
        return found

    def _found(self) -> list[QWidget]:
        """Give the cards that hold what is looked for."""
        looked_for = [word for word in self._looked_for if word not in self.title.casefold()]
        found = [each for each in (self.keeping, self.locking) if each.section.narrow(looked_for)]
        cards = (self._state_card, self.copies, self.export, self._erase)
        return [*found, *(each for each in cards if holds(each, looked_for))]

    def _lay_out(self) -> None:
        self._state_card = card(
            words(self.title, "strong"),
            self.state,
            row(self.make, self.bring, self.use_backup, self.again, self.check),
            self.work,
        )
        self._erase = card(
            words(tr("Erase"), "strong"), words(tr(AT_ONCE), "soft"), row(self.erase_call, self.erase_all)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        for each in (self._state_card, self.keeping, self.locking, self.copies, self.export, self._erase):
            column.addWidget(each)

    def _connect(self) -> None:
        journal = self._journal
        journal.changed.connect(self._show)
        self.make.clicked.connect(lambda: MakeJournal(self.window(), journal).open())
        self.bring.clicked.connect(self._restoring.ask_file)
        self.use_backup.clicked.connect(self._use_backup)
        self.again.clicked.connect(journal.try_again)
        self.check.clicked.connect(self._check)
        self.erase_call.clicked.connect(lambda: EraseCall(self.window(), journal).open())
        self.erase_all.clicked.connect(lambda: EraseEverything(self.window(), journal).open())
        for work in self._works:
            work.busy.connect(lambda busy, work=work: self._hold(work, busy))
            work.busy.connect(lambda: self.show_in_call(self._in_call))

    def _hold(self, work: LongWork, busy: bool) -> None:
        """Let the journal be locked meanwhile, but closed only afterwards."""
        (self._journal.hold if busy else self._journal.let_go)(f"settings {id(work)}")

    def _show(self) -> bool:
        """Show what there is to do now, and of what is looked for; say whether there is anything."""
        found, standing = self._found(), self._journal.standing
        if standing is Standing.OPENING:
            return bool(found)  # what is shown stays until it is known what comes of it
        is_open, none = standing is Standing.OPEN, standing is Standing.NONE
        amiss = standing in (Standing.DAMAGED, Standing.REFUSED)
        self.state.setText(self._state(standing))
        for shown, widgets in (
            (is_open, (self.erase_call, self.check)),
            (none, (self.make,)),
            (none or amiss, (self.bring,)),
            (amiss, (self.again,)),
            (self._journal.backup is not None, (self.use_backup,)),
        ):
            for each in widgets:
                each.setVisible(shown)
        for part in (self.keeping, self.locking, self.copies, self.export):
            part.setVisible(is_open and part in found)
        self._erase.setVisible(not none and self._erase in found)
        self._state_card.setVisible(self._state_card in found or (bool(found) and not is_open))
        if is_open and self._listed is not self._journal.journal:  # as after going back to a backup
            self._listed = self._journal.journal
            self.copies.look()
        return bool(found)

    def _state(self, standing: Standing) -> str:
        backup = self._journal.backup
        why = self._journal.why
        if backup is not None:
            good = tr("The newest good backup is of {backup}.", backup=journal_words.backup(backup))
            why = f"{why} {good}"
        return {
            Standing.NONE: tr(NONE),
            Standing.OPEN: tr("Your journal is open. It is in {folder}.", folder=self._journal.folder),
            Standing.LOCKED: tr("Your journal is locked."),
        }.get(standing, why)

    def _use_backup(self) -> None:
        if self._journal.backup is not None:
            self._restoring.ask(self._journal.backup)

    def _check(self) -> None:
        journal = self._journal.journal
        if journal is None:
            return

        def check(reach: Reached) -> list[str]:
            return journal.examine(reach)

        self.work.do(tr("Checking every page"), check, _checked)


def _checked(findings: "Sequence[str]") -> str:
    if not findings:
        return tr(SOUND)
    return trn(
        "The file is damaged in one place. What can be read stays readable, and nothing more is written to "
        "it. Go back to a backup below.",
        "The file is damaged in {n} places. What can be read stays readable, and nothing more is written to "
        "it. Go back to a backup below.",
        len(findings),
    )
