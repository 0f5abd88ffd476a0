"""The checklists as the user makes them: texts, order, new ones, and back to what was shipped."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app import checklist_file
from app.checklist_file import one_line
from app.domain.checklists import LONGEST_TITLE, MOST, SHIPPED, key_of, unlike
from app.domain.journal import Checklist, ChecklistItem
from app.domain.techniques import Coaching
from app.errors import KnownError
from app.language import marked, tr, trn
from app.ui.journal.diary import Diary
from app.ui.pieces import files
from app.ui.pieces.flow import TileLayout
from app.ui.pieces.parts import ChoiceBox, button, card, labelled, page, row, words
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo
from app.ui.prepare.items import Items

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

_WRITE_MS = 400
"""How long after the last key a change is written."""

ANY = marked("Any call")
NEW = marked("My checklist")
KEYS = marked("Alt and the arrows up and down move a check, Enter begins another one. Esc leads back.")
FILE = marked("Checklists (*.toml)")
FULL = marked("There is no room to bring it back: {n} checks are the most. Delete one, and write it anew.")


class ChecklistEditor(QWidget):
    """One checklist at a time, written into the journal as it is typed; `left` leads back to the form.

    The first change to a shipped checklist makes a version of the user's own, which takes its place.
    """

    left = Signal()

    def __init__(self, diary: Diary, content: Coaching) -> None:
        super().__init__()
        self._diary, self._content = diary, content
        self._lists: tuple[Checklist, ...] = ()
        self._chosen: Checklist | None = None
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(tr("Checklist to edit"))
        self.choice.activated.connect(lambda _: self._turn_to(str(self.choice.currentData())))
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setAccessibleName(tr("Name of the checklist"))
        self.title.textEdited.connect(lambda _: self._mind_change())
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(tr("Kind of call it goes with"))
        self.kind.addItem(tr(ANY), None)
        for each in content.call_types.values():
            self.kind.addItem(each.title, each.id)
        self.kind.activated.connect(lambda _: self._mind_change())
        self.items = Items()
        self.items.changed.connect(self._mind_change)
        self.items.deleted.connect(self._mind_deletion)
        self.add = button(tr("Add a check"))
        self.add.clicked.connect(self._add)
        self.new, self.duplicate = button(tr("New checklist")), button(tr("Duplicate"))
        self.reset, self.delete = button(tr("Reset to the original")), button(tr("Delete checklist"))
        self.take_in = button(tr("Import …"))
        self.export, self.export_all = button(tr("Export this one …")), button(tr("Export all …"))
        files.withhold(self.export, self.export_all)
        self.back = button(tr("Done"), "primary")
        self.told = words("", "trouble")
        self.told.hide()
        self.undo = Undo(self)
        self.new.clicked.connect(self._begin_new)
        self.duplicate.clicked.connect(self._duplicate)
        self.reset.clicked.connect(self._reset)
        self.delete.clicked.connect(self._delete)
        self.take_in.clicked.connect(self._ask_which)
        self.export.clicked.connect(lambda: self._ask_where(all=False))
        self.export_all.clicked.connect(lambda: self._ask_where(all=True))
        self.back.clicked.connect(self._leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WRITE_MS)
        self._waiting.timeout.connect(self._write)
        diary.leaving.connect(self._flush)
        self._lay_out()

    def edit(self, key: str) -> None:
        """Begin with the checklist that is known by this key (`key_of`)."""
        self._turn_to(key)
        self.choice.setFocus()

    def show_lists(self, lists: Sequence[Checklist]) -> None:
        """Take the checklists as the journal has them. While it is open, what it shows itself is newer."""
        self._lists = tuple(lists)
        self._offer()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget; what was typed until now is kept."""
        self._flush()
        self.undo.forget()
        self._tell("")
        self._chosen, self._lists = None, ()
        self._offer()

    def import_from(self, path: Path) -> None:
        """Take in the checklists of a file, as own ones beside those that there are."""
        from app.storage.schema import new_id

        try:
            found = checklist_file.read(path, self._content.call_types, self._content.techniques)
        except KnownError as fault:
            self._tell(tr("Nothing was imported. {fault}", fault=fault))
            return
        taken = [each.title for each in self._lists]
        made: list[Checklist] = []
        for each in found:
            title = unlike(each.title, taken)
            made.append(replace(each, id=new_id(), title=title))
            taken.append(title)
        self._save(*made)
        told = trn("1 checklist was imported.", "{n} checklists were imported.", len(made))
        self.undo.offer(told, lambda: self._put_away(*made))
        self._turn_to(key_of(made[0]))

    def export_to(self, path: Path, *, all: bool) -> None:
        """Write the checklist of now into a file, or all of them."""
        self._flush()
        lists = self._lists if all else [each for each in (self._chosen,) if each is not None]
        if files.write(path, checklist_file.to_toml(lists).encode(), self._tell):
            self._tell(tr("Exported to {path}.", path=path), trouble=False)

    def _turn_to(self, key: str) -> None:
        """Show another checklist; what was typed in the one before is kept."""
        self._flush()
        self._tell("")
        found = [each for each in self._lists if key_of(each) == key] or list(self._lists[:1])
        self._chosen = found[0] if found else None
        self._offer()

    def _offer(self) -> None:
        """Show the names of all checklists, and all of the one that is edited."""
        if self._chosen is not None:
            key = key_of(self._chosen)
            self._chosen = next((each for each in self._lists if key_of(each) == key), None)
        if self._chosen is None and self._lists:
            self._chosen = self._lists[0]
        self.choice.clear()
        for each in self._lists:
            self.choice.addItem(each.title, key_of(each))
        chosen = self._chosen
        self.choice.setCurrentIndex(self.choice.findData(key_of(chosen)) if chosen else -1)
        if one_line(self.title.text()) != (chosen.title if chosen else ""):
            self.title.setText(chosen.title if chosen else "")
        self.kind.setCurrentIndex(self.kind.findData(chosen.call_type) if chosen else 0)
        items = chosen.items if chosen else ()
        if self.items.items != items:
            self.items.show_items(items)
        self._mind_buttons()

    def _mind_buttons(self) -> None:
        chosen = self._chosen
        own = chosen is not None and chosen.id != SHIPPED
        shipped = chosen is not None and chosen.origin in self._content.checklists
        self.reset.setVisible(own and shipped)
        self.delete.setVisible(own and not shipped)
        self.add.setEnabled(not self.items.full)

    def _add(self) -> None:
        self.items.add()
        self._mind_buttons()

    def _mind_change(self) -> None:
        self._waiting.start()
        self._mind_buttons()

    def _mind_deletion(self, place: int, item: ChecklistItem) -> None:
        self._write()
        if self._chosen is not None:
            key = key_of(self._chosen)
            self.undo.offer(tr("The check is deleted."), lambda: self._put_back(key, place, item))

    def _flush(self) -> None:
        """Write now what is waiting for it."""
        if self._waiting.isActive():
            self._write()

    def _write(self) -> None:
        """Write the checklist as it is typed now; the first change to a shipped one makes it one's own."""
        from app.storage.schema import new_id

        self._waiting.stop()
        if self._chosen is None:
            return
        now = replace(
            self._chosen,
            title=one_line(self.title.text()) or self._chosen.title,
            call_type=self.kind.currentData(),
            items=self.items.items,
        )
        if now == self._chosen:
            return
        if now.id == SHIPPED:
            now = replace(now, id=new_id())
            self.undo.forget()  # an own version from before a reset would be a second one
        self._chosen = now
        self._save(now)

    def _save(self, *lists: Checklist) -> None:
        """Write these, and show them at once: the journal's answer comes later."""
        self._keep(*lists)

        def save(db: "Database") -> None:
            from app.storage import checklists

            for each in lists:
                checklists.save(db, each)

        self._diary.write("checklist", save)
        self._mind_buttons()

    def _keep(self, *lists: Checklist) -> None:
        known = {key_of(each): each for each in self._lists} | {key_of(each): each for each in lists}
        self._lists = tuple(known.values())

    def _put_back(self, key: str, place: int, item: ChecklistItem) -> None:
        """Have a check again, in the checklist it was deleted from."""
        self._turn_to(key)
        if self._chosen is None or len(self._chosen.items) >= MOST:
            self._tell(tr(FULL, n=MOST))
            return
        items = self._chosen.items
        self._chosen = replace(self._chosen, items=(*items[:place], item, *items[place:]))
        self._save(self._chosen)
        self._offer()

    def _put_away(self, *lists: Checklist) -> None:
        ids = [each.id for each in lists]
        self._lists = tuple(each for each in self._lists if each.id not in ids)

        def delete(db: "Database") -> None:
            from app.storage import checklists

            for id in ids:
                checklists.delete(db, id)

        self._diary.write("checklist", delete)
        self._offer()

    def _bring_back(self, checklist: Checklist) -> None:
        def bring_back(db: "Database") -> None:
            from app.storage import checklists

            checklists.bring_back(db, checklist.id)

        self._diary.write("checklist", bring_back)
        self._keep(checklist)
        self._chosen = checklist
        self._offer()

    def _begin_new(self) -> None:
        self._make(Checklist(SHIPPED, tr(NEW), self.kind.currentData()))
        self.title.setFocus()
        self.title.selectAll()

    def _duplicate(self) -> None:
        self._flush()
        if self._chosen is not None:
            self._make(replace(self._chosen, origin=None))

    def _make(self, like: Checklist) -> None:
        """Make another own checklist like this one, with a name that no other has."""
        from app.storage.schema import new_id

        self._flush()
        made = replace(like, id=new_id(), title=unlike(like.title, [each.title for each in self._lists]))
        self._save(made)
        self._turn_to(key_of(made))

    def _reset(self) -> None:
        """Go back to the checklist as it was shipped."""
        self._flush()
        own = self._chosen
        if own is None or own.origin is None:
            return
        shipped = self._content.checklists[own.origin].as_shipped()
        self._lists = tuple(shipped if each.id == own.id else each for each in self._lists)
        self._remove(own, tr("The checklist is as it was shipped."))

    def _delete(self) -> None:
        self._flush()
        if self._chosen is not None:
            self._remove(self._chosen, tr("The checklist is deleted."))

    def _remove(self, own: Checklist, done: str) -> None:
        self._put_away(own)
        self.undo.offer(done, lambda: self._bring_back(own))
        self.choice.setFocus()

    def _leave(self) -> None:
        self._flush()
        self._tell("")
        self.left.emit()

    def _tell(self, sentence: str, *, trouble: bool = True) -> None:
        self.told.setProperty("role", "trouble" if trouble else "soft")
        self.told.style().polish(self.told)
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _ask_which(self) -> None:
        files.ask_to_open(self, tr("Import checklists"), tr(FILE), self.import_from)

    def _ask_where(self, *, all: bool) -> None:
        name = "checklists" if all else "checklist"
        files.ask_to_save(
            self, tr("Export checklists"), name, tr(FILE), lambda path: self.export_to(path, all=all)
        )

    def _lay_out(self) -> None:
        about = QWidget()
        beside = TileLayout(about, SPACE * 2)
        beside.addWidget(labelled(tr("Name"), self.title))
        beside.addWidget(labelled(tr("Goes with"), self.kind))
        held = page(
            labelled(tr("Checklist"), self.choice),
            row(self.new, self.duplicate, self.take_in, self.export, self.export_all),
            self.undo,
            self.told,
            card(about, self.items, row(self.add, self.reset, self.delete), words(tr(KEYS), "caption")),
            row(self.back),
            title=tr("Edit checklists"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(held)
