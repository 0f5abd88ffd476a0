"""Making a journal: what it keeps and never keeps, and the passphrase that closes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import marked, tr
from app.ui.first_start.steps import Step
from app.ui.journal import opening
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.journal.passphrase import NewPassphrase
from app.ui.pieces.dialog import Dialog
from app.ui.pieces.errand import Errand
from app.ui.pieces.long_work import LongWork
from app.ui.pieces.parts import button, card, words
from app.ui.pieces.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

WHAT_IT_IS = marked(
    "The journal remembers your calls in one encrypted file on this computer, so that you can look back on "
    "them and see yourself get better."
)
KEPT = marked(
    "Kept: the numbers, hints and marks of each call; your reflections and promises; and what was said, "
    "until you have reflected on the call. Settings can change that."
)
NEVER_KEPT = marked("Never kept: sound, and card numbers and security codes that were read out.")
NOT_NOW = marked(
    "Not now is fine, too: calls are then not kept, and a journal can be made later, in Settings."
)
THERE_IS_ONE = marked("There is a journal on this computer already. Nothing needs to be done here.")


class NewJournal(QWidget):
    """The form; `make` makes the journal if it can, `made` says that it is there and open."""

    made = Signal()

    def __init__(self, journal: OpenJournal) -> None:
        super().__init__()
        self._journal = journal
        self.passphrase = NewPassphrase()
        self.work = LongWork()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        column.addWidget(card(words(tr(KEPT)), words(tr(NEVER_KEPT))))
        column.addWidget(card(words(tr("A passphrase closes it"), "strong"), self.passphrase))
        column.addWidget(self.work)
        self.setFocusProxy(self.passphrase)
        self.work.busy.connect(lambda busy: self.passphrase.setEnabled(not busy))

    def showEvent(self, event: QShowEvent) -> None:
        """See whether this computer has a keyring."""
        super().showEvent(event)
        errand = Errand(self, opening.keyring_there)
        errand.done.connect(self.passphrase.offer_keyring)

    def make(self) -> None:
        """Make it; where the passphrase will not do, say so and go to its field."""
        passphrase = self.passphrase.passphrase
        if self.work.running:
            return
        if passphrase is None:
            self.passphrase.insist()
            return
        errand = self._journal.create(passphrase, remember=self.passphrase.remembered)
        self.work.follow(tr("Making the journal"), errand, self._end)

    def _end(self, _: object) -> str:
        if self._journal.standing is not Standing.OPEN:
            return self._journal.why
        self.passphrase.clear()
        self.made.emit()
        return ""


class JournalStep(Step):
    """The first start's step: make a journal, or not now."""

    skips = marked("Not now")

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self.form = NewJournal(journal)
        self._there = card(words(tr(THERE_IS_ONE)))
        self._go_on: Callable[[], None] = lambda: None
        self._not_now = words(tr(NOT_NOW), "soft")
        super().__init__("journal", tr("Your journal"), tr(WHAT_IT_IS), self._there, self.form, self._not_now)
        self.form.made.connect(self._show)
        self.form.made.connect(lambda: self._go_on())
        self.form.work.busy.connect(self.busy)
        journal.changed.connect(self._show)
        self._show()

    @property
    def first(self) -> QWidget | None:
        """Where typing begins."""
        return self.form if self.form.isVisibleTo(self) else None

    def leave(self, go_on: "Callable[[], None]") -> None:
        """Make the journal first, if there is none."""
        if self._journal.standing is not Standing.NONE:
            go_on()
            return
        self._go_on = go_on
        self.form.make()

    def _show(self) -> None:
        none = self._journal.standing is Standing.NONE or self.form.work.running
        self.form.setVisible(none)
        self._not_now.setVisible(none)
        self._there.setVisible(not none)


class MakeJournal(Dialog):
    """The same, asked for later."""

    def __init__(self, parent: QWidget, journal: OpenJournal) -> None:
        self.form = NewJournal(journal)
        self.make = button(tr("Make the journal"), "primary")
        super().__init__(
            parent, tr("Your journal"), words(tr(WHAT_IT_IS), "soft"), self.form, buttons=(self.make,)
        )
        self.leave.setText(tr("Not now"))
        self.make.clicked.connect(self.form.make)
        self.make.setDefault(True)
        self.form.made.connect(self.accept)
        self.form.work.busy.connect(lambda busy: self.make.setEnabled(not busy))
        self.wait_for(self.form.work)
        self.form.passphrase.setFocus()
