"""Going back to a backup: asked once more, as what was written since is then not in the journal."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.language import marked, tr
from app.ui.journal import words as journal_words
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.journal.passphrase import PassphraseField
from app.ui.pieces import files
from app.ui.pieces.dialog import Dialog
from app.ui.pieces.errand import Errand
from app.ui.pieces.long_work import LongWork
from app.ui.pieces.parts import button, labelled, words

if TYPE_CHECKING:  # the database comes with these
    from app.storage.backups import Backup

WHAT_HAPPENS = marked(
    "The journal of now is put aside in its folder, and the backup takes its place. What was written since "
    "the backup is then not in it."
)
ITS_PASSPHRASE = marked(
    "The file opens with the passphrase that the journal had when the file was made. That one then holds for "
    "the journal."
)


class Restoring(QObject):
    """Asks and does it; `work` shows how it goes."""

    def __init__(self, over: QWidget, journal: OpenJournal, work: LongWork) -> None:
        super().__init__(over)
        self._over, self._journal, self._work = over, journal, work

    def ask(self, backup: "Backup") -> None:
        """Ask whether to go back to one of the journal's own backups."""
        use = button(tr("Use this backup"), "primary")
        title = tr("Go back to {backup}?", backup=journal_words.backup(backup))
        dialog = Dialog(self._over.window(), title, words(tr(WHAT_HAPPENS)), buttons=(use,))
        use.clicked.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._follow(self._journal.restore(backup)))
        dialog.open()

    def ask_file(self) -> None:
        """Ask for a backup file, then for its passphrase."""
        files.ask_to_open(
            self._over, tr("Restore from a file"), tr(journal_words.BACKUP_FILE), self.ask_passphrase
        )

    def ask_passphrase(self, path: Path) -> None:
        """Ask for the passphrase of a backup file, and go back to it."""
        field = PassphraseField(tr("Passphrase of the backup file"))
        use = button(tr("Use this backup"), "primary")
        happens = () if self._journal.standing is Standing.NONE else (words(tr(WHAT_HAPPENS)),)
        asked = labelled(f"{field.typed.accessibleName()} {path.name}", field)
        dialog = Dialog(
            self._over.window(),
            tr("Restore from a file"),
            *happens,
            words(tr(ITS_PASSPHRASE)),
            asked,
            buttons=(use,),
        )
        use.setDefault(True)
        use.clicked.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._follow(self._journal.restore_file(path, field.text)))
        dialog.open()
        field.setFocus()

    def _follow(self, errand: Errand) -> None:
        self._work.follow(tr("Checking the backup and putting it in place"), errand, in_place)


def in_place(aside: Path | None) -> str:
    """Say that a backup was restored, and where the journal of before is kept, if there was one."""
    if aside is None:
        return tr("The backup is in its place.")
    return tr("The backup is in its place. The journal of before is kept as {name}.", name=aside.name)
