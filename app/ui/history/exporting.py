"""What History shows, as one file that any program reads. It is not encrypted, and the window says so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.history import Filters
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.ui.history.search_results import Found
from app.ui.journal.diary import Diary
from app.ui.pieces import files
from app.ui.pieces.dialog import Dialog
from app.ui.pieces.long_work import LongWork, Reached
from app.ui.pieces.parts import button, words

if TYPE_CHECKING:  # the database comes with these
    from app.report.journal_page import Shown
    from app.storage.cipher import Database
    from app.storage.export import Chosen

FORMS = marked(
    "Page to read and print (*.html);;Table for a spreadsheet (*.csv);;All that is known of them (*.json)"
)
"""What can be written, and what each is for."""

WARNING = marked(
    "The file will not be encrypted: whoever has it can read what is in it. Keep it where only you can read "
    "it, and delete it when you no longer need it."
)

_ALL = 2**31
"""More than there is of anything in a journal."""


class Exporting(QWidget):
    """Asks where to, and writes; takes no room while there is nothing to say."""

    def __init__(self, diary: Diary, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._coaching = diary, coaching
        self.work = LongWork()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work)
        self.work.busy.connect(self._mind)
        self._mind()

    def ask(self, asked: Filters, found: Sequence[Found] | None, named: str) -> None:
        """Ask where to write what fits, or what was `found`; `named` says what it is: "38 calls"."""
        if self.work.running:
            return
        if files.refuse(self.work.say):
            return self._mind()
        go_on = button(tr("Choose a place"), "primary")
        dialog = Dialog(
            self.window(), tr("Export {named}", named=named), words(tr(WARNING)), buttons=(go_on,)
        )
        go_on.clicked.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._ask_where(asked, found, named))
        dialog.open()
        go_on.setFocus()

    def write(self, path: Path, asked: Filters, found: Sequence[Found] | None, named: str) -> None:
        """Write it, in the form that the path's ending says; a page for any other ending."""
        opened, types, titles = self._diary.journal, *self._titles()
        journal, ending = opened.journal, path.suffix.lower()
        if journal is None:
            return

        def pieces(db: "Database") -> Sequence[str]:
            from app.report import journal_page, journal_sheet
            from app.storage import export

            chosen = _chosen(db, asked, found)
            if ending == ".json":
                return [*export.form_of(db, chosen)]
            shown = replace(_shown(db, chosen), call_types=types, techniques=titles, part=named)
            if ending == ".csv":
                return [*export.sheet_of(journal_sheet.lines(shown))]
            return [journal_page.html(shown)]

        def write(reach: Reached) -> Path:
            from app.storage import export

            # So that a spreadsheet knows a table for UTF-8.
            encoding = "utf-8-sig" if ending == ".csv" else "utf-8"
            with opened.at_work:
                export.export_file(journal, path, pieces, encoding)
            return path

        self.work.do(
            tr("Exporting"), write, lambda made: tr("Exported as {made}. It is not encrypted.", made=made)
        )

    def forget(self) -> None:
        """Say nothing of what was exported."""
        if not self.work.running:
            self.work.say("")

    def _titles(self) -> tuple[dict[str, str], dict[str, str]]:
        now = self._coaching.now
        types = {id: kind.title for id, kind in now.call_types.items()}
        return types, {id: technique.title for id, technique in now.techniques.items()}

    def _ask_where(self, asked: Filters, found: Sequence[Found] | None, named: str) -> None:
        name = f"Evenkeel {datetime.now():%Y-%m-%d}"
        files.ask_to_save(
            self,
            tr("Export {named}", named=named),
            name,
            tr(FORMS),
            lambda path: self.write(path, asked, found, named),
        )

    def _mind(self) -> None:
        self.setVisible(self.work.running or bool(self.work.told.text()))


def _chosen(db: "Database", asked: Filters, found: Sequence[Found] | None) -> "Chosen":
    """Give what was found, else all that fits."""
    from app.storage import history
    from app.storage.export import Chosen

    if found is not None:
        hits = [each.hit for each in found]
        of_calls = dict.fromkeys(hit.call_id for hit in hits if hit.call_id is not None)
        return Chosen([*of_calls], [hit.id for hit in hits if hit.call_id is None])
    fits = history.entries(db, asked, limit=_ALL)
    return Chosen(
        [each.id for each in fits if each.call is not None], [each.id for each in fits if each.call is None]
    )


def _shown(db: "Database", chosen: "Chosen") -> "Shown":
    from app.report.journal_page import Shown
    from app.storage import calls, follow_ups, reflections, rephrasings

    known = calls.those(db, chosen.calls)
    reflected = reflections.those(db, chosen.reflections, chosen.calls)
    about = {each.id for each in reflected}
    return Shown(
        made_at=datetime.now().astimezone(),
        calls=[known[id] for id in chosen.calls if id in known],
        reflections=reflected,
        follow_ups=[each for each in follow_ups.all(db) if each.call_id in known],
        rephrasings=[each for each in rephrasings.find(db, limit=_ALL) if each.reflection_id in about],
    )
