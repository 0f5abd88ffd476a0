"""Settings: the journal as files that any program reads, and such files back into a journal."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import policy
from app.language import marked, tr, trn
from app.settings import KeptSettings
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces import files
from app.ui.pieces.dialog import Dialog
from app.ui.pieces.long_work import LongWork, Reached
from app.ui.pieces.parts import button, card, row, words

if TYPE_CHECKING:  # the database comes with these
    from app.storage.export import Progress
    from app.storage.importing import Counts

NOT_ENCRYPTED = marked(
    "An export is for reading elsewhere: a page, tables and JSON. It is not encrypted, so whoever has the "
    "files can read what is in your journal."
)
TAKES_IN = marked("An import takes in an export of Evenkeel. What is in the journal already stays as it is.")
REPLACES = marked(
    "There is an export in this folder already. Its files would be replaced; choose another folder to keep "
    "them."
)


class ExportCard(QWidget):
    """Export into a folder, import from one."""

    def __init__(self, settings: KeptSettings, journal: OpenJournal) -> None:
        super().__init__()
        self._settings, self._journal = settings, journal
        self.export = button(tr("Export …"))
        self.take_in = button(tr("Import …"))
        files.withhold(self.export)
        self.work = LongWork()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            card(
                words(tr("Export and import"), "strong"),
                words(
                    tr(policy.EXPORT_REFUSED) if policy.current().hide_export else tr(NOT_ENCRYPTED), "soft"
                ),
                words(tr(TAKES_IN), "soft"),
                row(self.export, self.take_in),
                self.work,
            )
        )
        self.export.clicked.connect(self._ask_where)
        self.take_in.clicked.connect(self._ask_which)
        self.work.busy.connect(self._mind)
        self._in_call = False

    def show_in_call(self, in_call: bool) -> None:
        """Take in nothing while a call is being written."""
        self._in_call = in_call
        self._mind()

    def export_to(self, folder: Path) -> None:
        """Export into this folder; where there is an export already, ask first."""
        from app.storage import export

        if not export.there(folder):
            self._export(folder)
            return
        replace = button(tr("Replace it"))
        dialog = Dialog(self.window(), tr("Replace the export?"), words(tr(REPLACES)), buttons=(replace,))
        replace.clicked.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._export(folder))
        dialog.open()

    def import_from(self, path: Path) -> None:
        """Take in an export, by its folder or its evenkeel.json."""
        journal, now = self._journal.journal, self._settings.now
        if journal is None:
            return

        def take_in(reach: Reached) -> str:
            from app.storage import chores, importing

            held = importing.read(path, keep_words=now.transcript_kept != "never")
            counts = importing.take_in(journal, held, _parts(reach))
            told: list[str | None] = [_taken_in(counts)]
            # What it brought in is kept no longer than the rest.
            for chore in chores.of_day(journal, now, date.today()):
                with self._journal.at_work:
                    told.append(chore())
            return " ".join(filter(None, told))

        def show(told: str) -> str:
            self._journal.rewritten.emit()
            return told

        self.work.do(tr("Taking in the export"), take_in, show)

    def _export(self, folder: Path) -> None:
        journal = self._journal.journal
        if journal is None:
            return

        def write(reach: Reached) -> list[Path]:
            from app import bootstrap

            with self._journal.at_work:
                return bootstrap.export_journal(journal, folder, _parts(reach))

        self.work.do(tr("Exporting"), write, lambda made: _exported(folder, made))

    def _mind(self) -> None:
        self.export.setEnabled(not self.work.running)
        self.take_in.setEnabled(not self.work.running and not self._in_call)

    def _ask_where(self) -> None:
        files.ask_for_folder(self, tr("Export into a folder"), self.export_to)

    def _ask_which(self) -> None:
        kind = tr("Export of Evenkeel (evenkeel.json)")
        files.ask_to_open(self, tr("Import an export"), kind, self.import_from)


def _parts(reach: Reached) -> "Progress":
    """Give what takes how many rows are done, and of how many."""

    def reached(done: float, whole: float | None) -> None:
        if whole:
            reach(done / whole)

    return reached


def _exported(folder: Path, made: list[Path]) -> str:
    files = trn("{n} file", "{n} files", len(made))
    return tr("Exported as {files} into {folder}. They are not encrypted.", files=files, folder=folder)


def _taken_in(counts: "Counts") -> str:
    added, known = sum(counts.added.values()), sum(counts.known.values())
    if not added:
        return tr("Everything in this export is in the journal already.")
    told = trn("{n} entry came into the journal.", "{n} entries came into the journal.", added)
    if known:
        told += " " + trn("{n} entry was there already.", "{n} entries were there already.", known)
    return told
