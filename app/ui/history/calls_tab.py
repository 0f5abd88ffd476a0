"""The calls of before: searched as one types, filtered, and listed by day."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.domain.history import Counts, Entry, Filters
from app.language import tr, trn
from app.own_coaching import OwnCoaching
from app.ui.history import words
from app.ui.history.calls_list import Entries, EntryList
from app.ui.history.exporting import Exporting
from app.ui.history.filters import FilterBar
from app.ui.history.nothing import Nothing
from app.ui.history.search_results import MOST, Found, ResultList, Results, look
from app.ui.journal.diary import Diary
from app.ui.journal.question import Question
from app.ui.pieces import files, parts
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

PAGE = 50
"""Lines that are read at once: few enough that reading them stops nobody's typing."""


class SearchField(QLineEdit):
    """Where one types what to look for; Down goes on to what was found, Esc empties it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Search reflections and transcripts"))
        self.setToolTip(self.placeholderText())
        self.setAccessibleName(self.placeholderText())
        self.setAccessibleDescription(tr("Key: {key}", key="Ctrl+F"))
        self.setClearButtonEnabled(True)
        self.findChildren(QToolButton)[0].setAccessibleName(tr("Empty the search"))
        self.setMinimumWidth(SPACE * 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mind the two keys."""
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Told(QLabel):
    """One sentence, in one line where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "field")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)

    def sizeHint(self) -> QSize:
        """Give the room for it in one line."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + SPACE
        return QSize(wide, self.heightForWidth(wide))


class CallsTab(QWidget):
    """Lists calls and reflections; `opened` gives the id of what to look at, and whether it is a call."""

    opened = Signal(object, bool)

    def __init__(self, diary: Diary, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._coaching = diary, coaching
        self._stale = True
        self._coming: int | None = None
        self._export_soon = False
        self._counts = Counts()
        self._question, self._aside = Question(diary, self), Question(diary, self)
        self.search = SearchField()
        self.filters = FilterBar(self._types())
        self.told = Told()
        self.clear = parts.button(tr("Clear filters"), "quiet")
        self.export = parts.button(tr("Export these …"), keys="Ctrl+E")
        files.withhold(self.export)
        self.exporting = Exporting(diary, coaching)
        self.undo = Undo(self)
        self.entries = Entries(lambda: coaching.now.call_types)
        self.list = EntryList(self.entries)
        self.results = Results()
        self.found = ResultList(self.results)
        self.nothing = Nothing()
        self._shown = QStackedWidget()
        self._listed = _below(self.list.heads, self.list)
        for each in (self._listed, self.found, self.nothing):
            self._shown.addWidget(each)
        self._above = _below(self.search, self.filters, self._line(), spacing=SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        page = parts.page(self._above, self.exporting, self.undo, tall=self._shown)
        column.addWidget(page)
        self._connect()

    def take_keys(self) -> None:
        """Let the next key go to the list, or to what was found."""
        if self._shown.currentWidget() is self.found:
            self.found.take_keys()
        elif self._shown.currentWidget() is self._listed:
            self.list.take_keys()

    def search_now(self) -> None:
        """Let the next key go to the search."""
        if not self._above.isHidden():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def delete(self, entry_id: int, name: str, *, is_call: bool) -> None:
        """Delete a call or a reflection, and offer to take that back."""

        def delete(db: "Database") -> None:
            from app.storage import calls, reflections

            (calls if is_call else reflections).delete(db, entry_id)

        def bring_back(db: "Database") -> None:
            from app.storage import calls, reflections

            (calls if is_call else reflections).bring_back(db, entry_id)

        what = "call" if is_call else "reflection"
        self._diary.write(what, delete)
        self.undo.offer(
            tr("{name} is deleted.", name=name),
            lambda: self._diary.write(what, bring_back, lambda _: self._await(entry_id), self),
        )

    def _await(self, entry_id: int) -> None:
        """Go to an entry when the list is read next, in which it is again."""
        self._coming = entry_id

    def refresh(self) -> None:
        """Read again what is shown; when it is next shown, if it is hidden."""
        self._stale = True
        if not self.isVisible():
            return
        self._stale = False
        if not self._diary.is_open:
            self.forget()
            self._show_nothing()
            self.nothing.say_closed(self._diary)
            return
        self._ask(max(PAGE, len(self.entries.entries)))

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self._stale = True
        self._question.drop()
        self._aside.drop()
        self._coming, self._export_soon = None, False
        self._counts = Counts()
        self.search.blockSignals(True)
        self.search.setText("")  # which can't be taken back by Ctrl+Z, as `clear` can
        self.search.blockSignals(False)
        self.filters.forget()
        self.entries.show((), more=False)
        self.results.show((), {})
        self.told.setText("")
        self.undo.forget()
        self.exporting.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._ask(PAGE))
        self.search.left.connect(self.take_keys)
        self.search.returnPressed.connect(self._open_best)
        self.filters.changed.connect(lambda: self._ask(PAGE))
        self.clear.clicked.connect(self._clear)
        self.nothing.clear.clicked.connect(self._clear)
        self.export.clicked.connect(self._export)
        self.entries.more_asked.connect(self._more)
        self.list.opened.connect(lambda entry: self.opened.emit(entry.id, entry.call is not None))
        self.list.delete_asked.connect(self._delete)
        self.found.opened.connect(self._open_found)
        self._diary.changed.connect(lambda _: self.refresh())
        QShortcut(QKeySequence.StandardKey.Find, self, self.search_now)
        QShortcut(QKeySequence("Ctrl+E"), self, self.export.click)

    def _line(self) -> QWidget:
        return parts.row(self.told, self.clear, self.export)

    def _ask(self, wanted: int, so_far: Sequence[Entry] = ()) -> None:
        """Ask for what was searched, or for so many lines of the list, a page at a time."""
        if not self._diary.is_open:
            return
        text, asked = self.search.text(), self.filters.asked
        if text.strip():
            self._question.ask(partial(look, text, asked), self._show_found)
        else:
            before = so_far[-1].id if so_far else None
            self._question.ask(partial(_page, asked, before), partial(self._gather, wanted, so_far))

    def _gather(self, wanted: int, so_far: Sequence[Entry], found: list[Entry]) -> None:
        gathered = [*so_far, *found]
        if len(found) == PAGE and len(gathered) < wanted:
            self._ask(wanted, gathered)
            return
        chosen, at = self.list.current, self.list.verticalScrollBar().value()
        place = self.entries.entries.index(chosen) if chosen is not None else 0
        coming, self._coming = self._coming, None
        self.entries.show(gathered, more=len(found) == PAGE)
        self._aside.ask(partial(_about, self.filters.asked), self._show_about)
        if not gathered:
            self._show_nothing()
            self.nothing.say_empty(filtered=not self.filters.empty, text="")
            return
        self._show_listed(self._listed)
        if chosen is not None and not self.list.choose(chosen.id):
            self.list.choose(gathered[min(place, len(gathered) - 1)].id)  # it is gone: the next one
        if wanted > PAGE or chosen is not None:
            self.list.verticalScrollBar().setValue(at)
        if coming is not None:
            self.list.choose(coming)

    def _more(self) -> None:
        """Read the lines that come after those read so far."""
        if self._question.waiting or not self.entries.entries:
            return
        before = self.entries.entries[-1].id
        self._question.ask(
            partial(_page, self.filters.asked, before),
            lambda found: self.entries.add(found, more=len(found) == PAGE),
        )

    def _show_found(self, found: list[Found]) -> None:
        types = self._types()
        self.results.show(found[:MOST], types)
        if found:
            self._show_listed(self.found)
            told = (
                trn("{n} place found", "{n} places found", len(found))
                if len(found) <= MOST
                else tr("The best {most} places of more", most=MOST)
            )
            self._tell(told)
        else:
            self._show_nothing()
            self.nothing.say_empty(filtered=not self.filters.empty, text=self.search.text())
            self._tell(tr("Nothing found"))

    def _show_about(self, about: tuple[Counts, list[str]]) -> None:
        self._counts, tags = about
        self.filters.offer_tags(tags)
        if not self.search.text().strip():
            self._tell(words.counted(self._counts))

    def _tell(self, what: str) -> None:
        asked = words.asked_for(self.filters.asked, self._types(), self.filters.period_named)
        self.told.setText(what + asked)
        nothing = self._shown.currentWidget() is self.nothing  # which has such a button of its own
        self.clear.setVisible(not self.filters.empty and not nothing)
        self.export.setEnabled(not nothing)
        if self._export_soon:
            self._export()

    def _show_listed(self, shown: QWidget) -> None:
        self._above.show()
        self._shown.setCurrentWidget(shown)

    def _show_nothing(self) -> None:
        """Show why there is nothing; what narrows it down stays where there would be more without it."""
        self._above.setVisible(self._diary.is_open and bool(self.search.text() or not self.filters.empty))
        keyed = self.list.hasFocus() or self.found.hasFocus()
        self._shown.setCurrentWidget(self.nothing)
        left = next((each for each in (self.undo.button, self.search) if each.isVisible()), None)
        if keyed and left is not None:  # else the next key would go to whatever comes next in the window
            left.setFocus()

    def _clear(self) -> None:
        self.search.blockSignals(True)
        if self._shown.currentWidget() is self.nothing:
            self.search.clear()
        self.search.blockSignals(False)
        self.filters.clear()
        self.search.setFocus()

    def _open_best(self) -> None:
        if self._shown.currentWidget() is self.found and not self._question.waiting:
            self.found.open_first()

    def _open_found(self, found: Found) -> None:
        call_id = found.hit.call_id
        self.opened.emit(found.hit.id if call_id is None else call_id, call_id is not None)

    def _delete(self, entry: Entry) -> None:
        name = tr(
            "{title} of {time}",
            title=words.title_of(entry, self._types()),
            time=words.time_of(entry.at),
        )
        self.delete(entry.id, name, is_call=entry.call is not None)

    def _export(self) -> None:
        """Export what is shown, as soon as that is what was asked for last."""
        counting = self._aside.waiting and not self.search.text().strip()
        self._export_soon = self._question.waiting or counting
        if self.export.isEnabled() and not self._export_soon:
            found = self.results.found if self._shown.currentWidget() is self.found else None
            self.exporting.ask(self.filters.asked, found, self.told.text())

    def _types(self) -> dict[str, str]:
        return {id: kind.title for id, kind in self._coaching.now.call_types.items()}


def _page(asked: Filters, before: int | None, db: "Database") -> list[Entry]:
    from app.storage import history

    return history.entries(db, asked, limit=PAGE, before=before)


def _about(asked: Filters, db: "Database") -> tuple[Counts, list[str]]:
    from app.storage import history, reflections

    return history.count(db, asked), [tag for tag, _ in reflections.tags(db)]


def _below(*held: QWidget, spacing: int = 0) -> QWidget:
    """Give these below each other; the last takes the height that is left."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for each in held:
        column.addWidget(each)
    column.setStretch(len(held) - 1, 1)
    return both
