"""Settings: the journal's daily backups, and backup files to carry away."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from app.language import marked, tr
from app.ui.journal import words as journal_words
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.restoring import Restoring
from app.ui.pieces import files
from app.ui.pieces.errand import Errand
from app.ui.pieces.lists import WrappingList
from app.ui.pieces.long_work import LongWork, Reached
from app.ui.pieces.parts import button, card, row, words

if TYPE_CHECKING:  # the database comes with these
    from app.storage.backups import Backup

BACKUPS = marked(
    "A backup is made every day that something changed, and the newest seven are kept. They are encrypted as "
    "the journal is, and lie beside it."
)
NO_BACKUP = marked("There is no backup yet; the first one is made soon after the first change.")
ELSEWHERE = marked(
    "A backup file holds the journal and its key, closed by the passphrase of today. Put it where this "
    "computer's end would not be its end, too."
)


class CopiesCard(QWidget):
    """Backups to go back to, and one to carry away."""

    def __init__(self, journal: OpenJournal) -> None:
        super().__init__()
        self._journal = journal
        self.backups = WrappingList(tr("Daily backups"))
        self._none = words(tr(NO_BACKUP), "caption")
        self.restore = button(tr("Go back to this one …"))
        self._back = row(self.restore)
        self.write = button(tr("Make a backup file …"))
        self.restore_file = button(tr("Restore from a file …"))
        self.work = LongWork()
        self._restoring = Restoring(self, journal, self.work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            card(
                words(tr("Backups"), "strong"),
                words(tr(BACKUPS), "soft"),
                self.backups,
                self._none,
                self._back,
                words(tr(ELSEWHERE), "soft"),
                row(self.write, self.restore_file),
                self.work,
            )
        )
        self.backups.currentItemChanged.connect(self._mind)
        self.restore.clicked.connect(self._go_back)
        self.write.clicked.connect(self._ask_where)
        self.restore_file.clicked.connect(self._restoring.ask_file)
        self.work.busy.connect(self._mind)
        self._in_call = False
        self._list([])

    def showEvent(self, event: QShowEvent) -> None:
        """Look what backups there are."""
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Look again; each is opened and checked, which takes a moment."""
        key = self._journal.key
        if key is None or not self.isVisible():
            return

        def listed() -> list["Backup"]:
            from app.storage import backups

            return backups.listed(self._journal.folder, key)

        errand = Errand(self, listed)
        errand.done.connect(self._list)

    def show_in_call(self, in_call: bool) -> None:
        """Put nothing in the journal's place while a call is written into it."""
        self._in_call = in_call
        self._mind()

    def write_to(self, path: Path) -> None:
        """Write a backup file."""
        journal = self._journal.journal
        if journal is None:
            return

        def write(_: Reached) -> Path:
            from app.storage import portable

            with self._journal.at_work:
                return portable.write(journal, path)

        self.work.do(
            tr("Writing and checking the backup file"),
            write,
            lambda made: tr("Written as {made}.", made=made),
        )

    def _list(self, found: Sequence["Backup"]) -> None:
        self.backups.clear()
        for each in found:
            item = QListWidgetItem(journal_words.backup(each))
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.backups.addItem(item)
        lines = min(7, max(1, len(found)))
        row_height = self.backups.sizeHintForRow(0) if found else 0
        self.backups.setFixedHeight(lines * row_height + 2 * self.backups.frameWidth() + 2)
        self.backups.setVisible(bool(found))
        self._none.setVisible(not found)
        self._back.setVisible(bool(found))
        self._mind()

    def _mind(self) -> None:
        free = not self._in_call and not self.work.running
        item = self.backups.currentItem()
        self.restore.setEnabled(free and item is not None and _backup(item).sound)
        self.write.setEnabled(not self.work.running)
        self.restore_file.setEnabled(free)

    def _go_back(self) -> None:
        item = self.backups.currentItem()
        if item is not None:
            self._restoring.ask(_backup(item))

    def _ask_where(self) -> None:
        name = f"journal-{date.today().isoformat()}"
        files.ask_to_save(self, tr("Make a backup file"), name, tr(journal_words.BACKUP_FILE), self.write_to)


def _backup(item: QListWidgetItem) -> "Backup":
    kept: Backup = item.data(Qt.ItemDataRole.UserRole)
    return kept
