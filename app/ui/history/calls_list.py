"""The list of everything there was: a heading a day, below it a line a call or reflection."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.domain.history import Entry
from app.domain.techniques import CallType
from app.language import tr
from app.ui.history import words
from app.ui.history.calls_line import LINE, EntryLine, Heads, is_wide
from app.ui.pieces import theme

Index = QModelIndex | QPersistentModelIndex

ROWS = 6
"""So many lines the list shows at least."""


class Entries(QAbstractListModel):
    """The lines that were read so far, in order; `more_asked` says that those after them are wanted."""

    more_asked = Signal()

    def __init__(self, types: Callable[[], Mapping[str, CallType]]) -> None:
        super().__init__()
        self._types = types
        self._lines: list[date | Entry] = []
        self._more = False
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry], *, more: bool) -> None:
        """Show these in place of what there was; `more`: there are others after them."""
        self.beginResetModel()
        self.entries, self._lines, self._more = list(entries), _with_days(entries, None), more
        self.endResetModel()

    def add(self, entries: Sequence[Entry], *, more: bool) -> None:
        """Add those that come after."""
        self._more = more
        if not entries:
            return
        lines = _with_days(entries, self.entries[-1].day if self.entries else None)
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
        self.entries += entries
        self._lines += lines
        self.endInsertRows()

    def entry(self, index: Index) -> Entry | None:
        """Give the entry of a line, None for a heading or no line."""
        line = self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None
        return line if isinstance(line, Entry) else None

    def index_of(self, entry_id: int) -> QModelIndex:
        """Give the line of an entry, no line where it is not shown."""
        for row, line in enumerate(self._lines):
            if isinstance(line, Entry) and line.id == entry_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Give the number of lines and headings."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a line as itself, in short, and as a sentence."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return words.day_named(line, date.today()) if isinstance(line, date) else self._in_short(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(line, date):
                return words.day_named(line, date.today())
            return words.sentence(line, self.titles, self.band(line))
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Entry):
            return self._in_short(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        entry = self.entry(index)
        return Qt.ItemFlag.NoItemFlags if entry is None else super().flags(index)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are others after those read so far."""
        return self._more

    def fetchMore(self, parent: Index) -> None:
        """Ask for them; they come later."""
        self.more_asked.emit()

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the types of calls by their ids."""
        return {id: kind.title for id, kind in self._types().items()}

    def band(self, entry: Entry) -> tuple[float, float] | None:
        """Give the band that the talk ratio of a line is held against."""
        kind = self._types().get(entry.call.call_type) if entry.call else None
        return (kind.low, kind.high) if kind else None

    def _in_short(self, entry: Entry) -> str:
        said = (words.time_of(entry.at), words.title_of(entry, self.titles), words.about(entry))
        return "  ".join(each for each in said if each)


class EntryList(QListView):
    """Shows Entries; `opened` gives the one to look at, `delete_asked` the one to delete.

    `heads` are to stand above it, and do so where there is room for columns.
    """

    opened = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self._entries = entries
        self.setAccessibleName(tr("Calls and reflections"))
        self.setAccessibleDescription(tr("Enter opens one, Delete removes it."))
        self.setModel(entries)
        self.setItemDelegate(EntryLine(entries, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)  # so that the line below the mouse is seen
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(lambda index: self._open(index))
        self.clicked.connect(lambda index: self._open(index))
        theme.current().changed.connect(self.viewport().update)
        self.heads = Heads(self)
        self.heads.hide()
        self._wide = False

    @property
    def current(self) -> Entry | None:
        """The entry that has the keyboard."""
        return self._entries.entry(self.currentIndex())

    def take_keys(self) -> None:
        """Have the keyboard, on the first line if it was on none."""
        if self.current is None:
            self.choose(self._entries.entries[0].id if self._entries.entries else 0)
        self.setFocus()

    def choose(self, entry_id: int) -> bool:
        """Go to the line of an entry; say whether it is there."""
        index = self._entries.index_of(entry_id)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or delete the line that has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.delete_asked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Give the room for a few lines."""
        return QSize(0, self.sizeHintForRow(0) * ROWS if self._entries.rowCount() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out anew where they take another form."""
        super().resizeEvent(event)
        wide = is_wide(self)
        if wide is not self._wide:
            self._wide = wide
            self.heads.setVisible(wide)
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _open(self, index: Index) -> None:
        entry = self._entries.entry(index)
        if entry is not None:
            self.opened.emit(entry)


def _with_days(entries: Sequence[Entry], last: date | None) -> list[date | Entry]:
    """Give entries with a heading before each new day; `last` is the day before them."""
    lines: list[date | Entry] = []
    for entry in entries:
        if entry.day != last:
            lines.append(entry.day)
            last = entry.day
        lines.append(entry)
    return lines
