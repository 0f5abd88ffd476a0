"""The page of one call of before: its summary, what is written about it, and what can be done with it."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.breathing import READY_MADE, own_patterns
from app.domain.journal import Reflection
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.report.page import html
from app.report.paper import Sheet
from app.session.snapshot import Mark
from app.settings import KeptSettings
from app.ui.call.overlaps import changes
from app.ui.call.summary import REFLECT_KEY, Summary
from app.ui.history import record
from app.ui.history.details import Details, Marks
from app.ui.history.record import Record
from app.ui.history.written import calm_card, follow_ups_card, reflection_card
from app.ui.journal.diary import Diary
from app.ui.journal.erasing import EraseCall
from app.ui.journal.question import Question
from app.ui.pieces import files, parts, printing

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

GONE = marked("This is no longer in your journal.")


class CallView(QWidget):
    """Shows one call, or one reflection without a call; empty until the journal has answered.

    `left` leaves it, `gone` says that there is no such call any more. `reflect_asked` and `look_asked`
    give a call's id, `edit_asked` a reflection's; `delete_asked` gives an id, what it is called, and whether
    it is a call.
    """

    left = Signal()
    gone = Signal(str)
    reflect_asked = Signal(object)
    look_asked = Signal(object)
    edit_asked = Signal(object)
    delete_asked = Signal(object, str, bool)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        self._question = Question(diary, self)
        self._asked: tuple[int, bool] | None = None
        self._record: Record | Reflection | None = None
        self.summary: Summary | None = None
        self.shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for keys in ("Esc", "Alt+Left"):
            QShortcut(QKeySequence(keys), self, self.left.emit)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_out)
        diary.changed.connect(lambda _: self._read())
        diary.leaving.connect(self.save)

    def show_call(self, call_id: int) -> None:
        """Show a call."""
        self._show(call_id, is_call=True)

    def show_reflection(self, reflection_id: int) -> None:
        """Show a reflection."""
        self._show(reflection_id, is_call=False)

    def save(self) -> None:
        """Write at once what stands in a field that has not been left yet."""
        for field in self.findChildren(QLineEdit):
            field.editingFinished.emit()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self._question.drop()
        self._asked = self._record = None
        self._put(None)

    def print_out(self) -> None:
        """Ask for a printer, and print the page of the call."""
        sheet = self._sheet()
        if sheet is not None and self.summary is not None:
            printing.print_out(self, sheet, self._tell)

    def save_pdf(self) -> None:
        """Ask where to, and save the page of the call as a PDF."""
        sheet = self._sheet()
        if sheet is not None and self.summary is not None:
            printing.ask_where(self, sheet, sheet.reading.name, self._tell)

    def _show(self, id: int, *, is_call: bool) -> None:
        self.forget()
        self._asked = id, is_call
        self._read()

    def _read(self) -> None:
        if self._asked is not None:
            id, is_call = self._asked
            read = record.read_call if is_call else record.read_reflection
            self._question.ask(partial(read, id), self._take)

    def _take(self, found: Record | Reflection | None) -> None:
        if found is None:
            self.forget()
            self.gone.emit(tr(GONE))
            return
        before, self._record = self._record, found
        if not _alike(before, found) or self._labelled_elsewhere(found):
            self._build(found, again=before is not None)

    def _labelled_elsewhere(self, found: Record | Reflection) -> bool:
        """Whether the page has other labels than the journal, and nobody who is about to change them here."""
        if self.isVisible() or self.summary is None or not isinstance(found, Record):
            return False
        return self.summary.overlaps.labels != changes(found.report, found.labels)

    def _build(self, found: Record | Reflection, *, again: bool) -> None:
        """Make the page; made `again`, stay where the reader is."""
        focus = QApplication.focusWidget() if again else None
        name = focus.accessibleName() if focus is not None and self.isAncestorOf(focus) else ""
        at = self._scrolled()
        self._put(self._call(found) if isinstance(found, Record) else self._reflection(found))
        if not again or focus is None or self.shown is None:
            self._first.setFocus()
            return
        held = [each for each in self.shown.findChildren(QWidget) if each.accessibleName() == name]
        (held[0] if name and held else self._first).setFocus()
        layout = self.shown.layout()
        if layout is not None:
            layout.activate()
        if (area := self.findChild(QScrollArea)) is not None:
            area.verticalScrollBar().setValue(at)

    def _scrolled(self) -> int:
        area = self.findChild(QScrollArea)
        return area.verticalScrollBar().value() if area is not None else 0

    def _put(self, shown: QWidget | None) -> None:
        if self.shown is not None:
            self._column.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
        if shown is None:
            self.summary = None
        else:
            self._column.addWidget(shown)
            shown.show()  # at once: what follows scrolls in it and gives it the keyboard
        self.shown = shown

    def _call(self, found: Record) -> QWidget:
        from app.bootstrap import reading  # all the weight of sound and speech comes with it

        now, call = self._coaching.now, found.call
        kind = self._coaching.now.kind(call.call_type)
        erase = parts.button(tr("Erase for good …"), "danger")
        erase.clicked.connect(lambda: EraseCall(self.window(), self._diary.journal, call).open())
        details = Details(call, self._types(call.call_type))
        details.renamed.connect(partial(self._change, "rename", call.id))
        details.typed.connect(partial(self._change, "set_type", call.id))
        details.meant.connect(partial(self._change, "set_purpose", call.id))
        summary = Summary(
            found.report,
            reading(found.report, words.named(call), kind.id, now),
            kind,
            now,
            [Mark(each.t) for each in found.marks],
            labels=found.labels,
            preparation=found.preparation,
            page=self._page,
            deeds=self._deeds(call.id, words.named(call), is_call=True),
            about=[*self._written(found)],
            last=[
                details,
                parts.card(
                    parts.words(tr("Erase this call"), "strong"),
                    parts.words(
                        tr(
                            "Deleting puts a call out of sight, and can be undone. Erasing takes it out of "
                            "the journal and its backups at once."
                        ),
                        "soft",
                    ),
                    parts.row(erase),
                ),
            ],
        )
        self._name_back(summary)
        if found.reflection is not None:
            summary.reflect.setText(f"{tr('Edit your reflection')}   {REFLECT_KEY}")
            summary.reflect.setAccessibleName(tr("Edit your reflection"))
        summary.done_asked.connect(self.left)
        summary.reflect_asked.connect(self._reflect)
        summary.look_asked.connect(lambda: self.look_asked.emit(call.id))
        summary.relabelled.connect(partial(self._change, "label", call.id))
        self.summary = summary
        return summary

    def _name_back(self, summary: Summary) -> None:
        summary.done.setText(f"{tr('Back')}   Esc")
        summary.done.setAccessibleName(tr("Back to the list"))
        summary.done.setAccessibleDescription(tr("Key: {key}", key="Esc"))
        self._first = summary.done

    def _written(self, found: Record) -> list[QWidget]:
        cards: list[QWidget] = []
        if found.reflection is not None:
            cards.append(reflection_card(found.reflection, self._titles(), found.rephrasings))
        if found.follow_ups:
            cards.append(follow_ups_card(found.follow_ups))
        if found.calm:
            patterns = READY_MADE | own_patterns(self._settings.now.own_patterns)
            cards.append(calm_card(found.calm, {id: each.title for id, each in patterns.items()}))
        if found.marks:
            marks = Marks(found.marks)
            marks.noted.connect(partial(self._change, "mark", found.call.id))
            cards.append(marks)
        return cards

    def _reflection(self, found: Reflection) -> QWidget:
        back = parts.button(tr("Back"), keys="Esc")
        back.setAccessibleName(tr("Back to the list"))
        back.clicked.connect(self.left)
        edit = parts.button(tr("Edit"), "primary", keys=REFLECT_KEY)
        edit.setAccessibleName(tr("Edit this reflection"))
        edit.clicked.connect(lambda: self.edit_asked.emit(found.id))
        self._first = back
        page = parts.page(
            parts.words(tr("A call elsewhere"), "title"),
            parts.row(edit, back, *self._deeds(found.id, tr("The reflection"), is_call=False)),
            reflection_card(found, self._titles()),
        )
        QShortcut(QKeySequence(REFLECT_KEY), page, edit.click)
        return page

    def _deeds(self, id: int, name: str, *, is_call: bool) -> list[QWidget]:
        deeds: list[QWidget] = []
        if is_call:
            printed = parts.button(tr("Print …"), keys="Ctrl+P")
            printed.clicked.connect(self.print_out)
            saved = parts.button(tr("Save as PDF …"))
            saved.clicked.connect(self.save_pdf)
            files.withhold(printed, saved)
            deeds += [printed, saved]
        delete = parts.button(tr("Delete"), "quiet")
        delete.setAccessibleName(tr("Delete this call") if is_call else tr("Delete this reflection"))
        delete.clicked.connect(lambda: self.delete_asked.emit(id, name, is_call))
        return [*deeds, delete]

    def _tell(self, sentence: str) -> None:
        """Say what came of printing or saving, on the page as it is by then."""
        if self.summary is not None:
            self.summary.tell(sentence)

    def _reflect(self) -> None:
        if isinstance(self._record, Record):
            reflection = self._record.reflection
            if reflection is None:
                self.reflect_asked.emit(self._record.call.id)
            else:
                self.edit_asked.emit(reflection.id)

    def _change(self, verb: str, call_id: int, *what: object) -> None:
        """Write something of a call with one of the verbs of app.storage.calls.

        Of the call that was shown when it was typed: a field may tell of it as its page is left.
        """

        def change(db: "Database") -> None:
            from app.storage import calls

            getattr(calls, verb)(db, call_id, *what)

        self._diary.write("call", change)

    def _sheet(self) -> Sheet | None:
        found = self._record
        if not isinstance(found, Record):
            return None
        from app.bootstrap import reading

        kind = self._coaching.now.kind(found.call.call_type)
        return Sheet(
            report=found.report,
            reading=reading(found.report, words.named(found.call), kind.id, self._coaching.now),
            day=found.call.began_at.astimezone().date(),
            purpose=found.call.purpose,
            labels=found.labels,
            marks=found.marks,
            rephrasings=found.rephrasings,
            reflection=found.reflection,
            follow_ups=found.follow_ups,
            titles=self._titles(),
        )

    def _page(self) -> str:
        sheet, found = self._sheet(), self._record
        assert sheet is not None and isinstance(found, Record)
        return html(
            found.report,
            sheet.reading,
            labels=found.labels,
            heard=found.heard,
            marks=found.marks,
            rephrasings=found.rephrasings,
        )

    def _types(self, call_type: str) -> Mapping[str, str]:
        types = {id: kind.title for id, kind in self._coaching.now.call_types.items()}
        return types if call_type in types else {call_type: words.plain(call_type), **types}

    def _titles(self) -> dict[str, str]:
        return {id: technique.title for id, technique in self._coaching.now.techniques.items()}


def _alike(before: Record | Reflection | None, found: Record | Reflection) -> bool:
    """Whether the page that is shown already says all that was found."""
    if isinstance(before, Record) and isinstance(found, Record):
        return before.shown == found.shown
    return before == found
