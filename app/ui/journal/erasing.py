"""Erasing at once and for good: everything, or one call. A receipt says what is gone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QPlainTextEdit, QWidget

from app.domain.journal import Call
from app.language import marked, tr
from app.report import words as wording
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces.dialog import Dialog
from app.ui.pieces.errand import Errand
from app.ui.pieces.lists import WrappingList
from app.ui.pieces.long_work import LongWork
from app.ui.pieces.parts import button, labelled, words

if TYPE_CHECKING:
    from app.storage.erasure import Receipt

WORD = "ERASE"
EVERYTHING = marked(
    "Every call, reflection, promise and checklist, and every backup in the journal's folder. The key goes "
    "first, so that nothing of it can be read again. Settings stay. Backup files and exports that you put "
    "elsewhere stay, too."
)
FORGOTTEN = marked(
    "Nobody can open this journal without its passphrase, and there is no other way in. Look where you keep "
    "papers first. If it stays lost, you can erase the journal and begin a new one."
)
ONE_CALL = marked(
    "Choose the call. Its numbers, words, marks, reflections and promises go at once, from the journal and "
    "from its daily backups. Backup files and exports elsewhere still have it."
)
THIS_CALL = marked(
    "Its numbers, words, marks, reflections and promises go at once, from the journal and from its daily "
    "backups, and can't be brought back. Backup files and exports elsewhere still have it."
)
_SHOWN = 200
"""So many of the last calls can be chosen from."""


class EraseEverything(Dialog):
    """Erases the journal as a whole once the word is typed; works without the passphrase."""

    def __init__(self, parent: QWidget, journal: OpenJournal, lead: str = "") -> None:
        self._journal = journal
        self.typed = QLineEdit()
        self.typed.setAccessibleName(tr("Type {word} to go on", word=WORD))
        self.work = LongWork()
        self.receipt = _receipt()
        self.erase = button(tr("Erase everything"), "danger")
        self._asked = [
            *(words(text) for text in (tr(lead) if lead else "", tr(EVERYTHING)) if text),
            labelled(tr("To go on, type {word} here:", word=WORD), self.typed),
        ]
        super().__init__(
            parent,
            tr("Erase everything"),
            *self._asked,
            self.work,
            self.receipt,
            buttons=(self.erase,),
        )
        self.typed.textChanged.connect(self._mind)
        self.erase.clicked.connect(self._erase)
        self.typed.returnPressed.connect(self._erase)
        self.work.busy.connect(self._mind)
        self.wait_for(self.work)
        self._mind()
        self.typed.setFocus()

    def _mind(self) -> None:
        self.erase.setEnabled(self.typed.text() == WORD and not self.work.running)

    def _erase(self) -> None:
        if self.erase.isEnabled():
            self.typed.setEnabled(False)
            self.work.follow(tr("Erasing everything"), self._journal.erase(), self._show)

    def _show(self, receipt: "Receipt") -> str:
        for each in (*self._asked, self.erase):
            each.hide()
        return _end(self, self.receipt, receipt)


class EraseCall(Dialog):
    """Erases one of the last calls, or the `call` that is given."""

    def __init__(self, parent: QWidget, journal: OpenJournal, call: Call | None = None) -> None:
        self._journal = journal
        self._told = words(tr(ONE_CALL) if call is None else tr(THIS_CALL))
        self.calls = WrappingList(tr("Calls"))
        self.calls.setMinimumHeight(self.calls.fontMetrics().lineSpacing() * 12)
        self.work = LongWork()
        self.receipt = _receipt()
        self.erase = button(tr("Erase this call"), "danger")
        super().__init__(
            parent,
            tr("Erase one call"),
            self._told,
            self.calls,
            self.work,
            self.receipt,
            buttons=(self.erase,),
        )
        self.calls.itemSelectionChanged.connect(self._mind)
        self.erase.clicked.connect(self._erase)
        self.work.busy.connect(self._mind)
        self.wait_for(self.work)
        if call is not None:
            self._list([call])
            self.calls.setCurrentRow(0)
            self.calls.setMinimumHeight(self.calls.sizeHintForRow(0) * 2)
        self._mind()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the calls."""
        super().showEvent(event)
        journal = self._journal.journal
        if journal is None or self.calls.count():
            return

        def recent() -> list[Call]:
            from app.storage import calls

            return journal.read(lambda db: calls.recent(db, _SHOWN)).result()

        self.work.follow(tr("Looking for calls"), Errand(self, recent), self._list)

    def _list(self, found: Sequence[Call]) -> str:
        for call in found:
            about = f"{wording.named(call)}, {wording.clock(call.source.duration_s)}"
            item = QListWidgetItem(wording.plain(about))
            item.setData(Qt.ItemDataRole.UserRole, call.id)
            self.calls.addItem(item)
        self.calls.setFocus()
        return "" if found else tr("There is no call in the journal yet.")

    def _mind(self) -> None:
        chosen = bool(self.calls.selectedItems())  # with the keyboard comes a current one that nobody chose
        self.erase.setEnabled(chosen and not self.work.running)

    def _erase(self) -> None:
        (chosen,) = self.calls.selectedItems()
        call_id = int(chosen.data(Qt.ItemDataRole.UserRole))
        self.calls.setEnabled(False)
        self.work.follow(tr("Erasing the call"), self._journal.erase_call(call_id), self._show)

    def _show(self, receipt: "Receipt") -> str:
        for each in (self._told, self.calls, self.erase):
            each.hide()
        return _end(self, self.receipt, receipt)


def _receipt() -> QPlainTextEdit:
    shown = QPlainTextEdit()
    shown.setReadOnly(True)
    shown.setAccessibleName(tr("Receipt"))
    shown.setTabChangesFocus(True)
    shown.setMinimumHeight(shown.fontMetrics().lineSpacing() * 18)
    shown.hide()
    return shown


def _end(dialog: Dialog, shown: QPlainTextEdit, receipt: "Receipt") -> str:
    shown.setPlainText(receipt.text)
    shown.show()
    dialog.leave.setText(tr("Close"))
    dialog.leave.setAccessibleName(tr("Close"))
    QTimer.singleShot(0, dialog, dialog.leave.setFocus)
    QTimer.singleShot(0, dialog, dialog.fit)  # once the sentence below is shown, too
    if receipt.kept_at is None:
        return tr("It is gone.")
    return tr("It is gone. This receipt is kept as {place}.", place=receipt.kept_at)
