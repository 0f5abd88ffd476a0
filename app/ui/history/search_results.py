"""What a search found: where it stands, and the words around it with those that match brought out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.domain.history import Filters
from app.domain.journal import Hit, Where
from app.language import Texts, tr
from app.report.words import plain as plain_text
from app.ui.history.calls_line import draw_ground
from app.ui.history.words import day_briefly, one_line
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE, Tokens

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

Index = QModelIndex | QPersistentModelIndex

MOST = 50
"""So many places are shown, the best; whoever finds more types another word."""

KINDS = Texts({Where.REFLECTION: "Reflection", Where.TRANSCRIPT: "Said in the call"})

_FOUND = Qt.ItemDataRole.UserRole
_LETTERS = 110
"""Letters of a snippet that there is room for, in one row or more."""

_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """One place, and the type of the call it belongs to; None where it belongs to none."""

    hit: Hit
    call_type: str | None


def look(text: str, asked: Filters, db: "Database") -> list[Found]:
    """Search the journal; one place more than MOST means that there are others."""
    from app.storage import calls
    from app.storage.search import search

    hits = search(db, text, MOST + 1, asked)
    known = calls.types(db, {hit.call_id for hit in hits if hit.call_id is not None})
    return [Found(hit, known.get(hit.call_id or 0)) for hit in hits]


class Results(QAbstractListModel):
    """The places that were found, the best first; `types` are the titles of types of calls by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Sequence[Found] = ()
        self.types: dict[str, str] = {}

    def show(self, found: Sequence[Found], types: dict[str, str]) -> None:
        """Show these in place of what there was."""
        self.beginResetModel()
        self.found, self.types = found, types
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Give the number of places."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a place as itself, its place in words, and with what stands there."""
        found = self.found[index.row()]
        if role == _FOUND:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return self.place(found)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.place(found)}: {one_line(''.join(piece for piece, _ in found.hit.snippet))}"
        return None

    def place(self, found: Found) -> str:
        """Give where something was found: Reflection · Tue 12 May 2026 · Complaint."""
        kind = found.call_type
        about = tr("on a call elsewhere") if kind is None else self.types.get(kind, "")
        return " · ".join(each for each in (KINDS[found.hit.kind], day_briefly(found.hit.day), about) if each)


class ResultList(QListView):
    """Shows Results; `opened` gives the Found to look at."""

    opened = Signal(object)

    def __init__(self, results: Results) -> None:
        super().__init__()
        self._results = results
        self.setAccessibleName(tr("What was found"))
        self.setModel(results)
        self.setItemDelegate(ResultLine(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self._open(index.row()))
        theme.current().changed.connect(self.viewport().update)
        self._rows = 0

    def take_keys(self) -> None:
        """Have the keyboard, on the first place if it was on none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._results.index(0))
        self.setFocus()

    def open_first(self) -> None:
        """Open the chosen place, or the best one."""
        self._open(max(0, self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the place that has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the places out anew where they take another number of rows."""
        super().resizeEvent(event)
        rows = snippet_rows(self)
        if rows != self._rows:
            self._rows = rows
            self.scheduleDelayedItemsLayout()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._results.found):
            self.opened.emit(self._results.found[row])


def snippet_rows(view: QListView) -> int:
    """Give how many rows the words around a match take."""
    room = max(1, view.viewport().width() - SPACE * 4)
    return min(_MOST_ROWS, 1 + view.fontMetrics().averageCharWidth() * _LETTERS // room)


class ResultLine(QStyledItemDelegate):
    """Draws a place: where it is, and below it the words with those that match on another ground."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give one row and those of the snippet."""
        rows = snippet_rows(option.widget) if isinstance(option.widget, QListView) else 1
        return QSize(0, option.fontMetrics.height() * (1 + rows) + SPACE * 5 // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        found, tokens = index.data(_FOUND), theme.current().tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option, tokens)
        font = theme.font("strong")
        room = option.rect.adjusted(SPACE * 2, SPACE, -SPACE * 2, -SPACE)
        painter.setFont(font)
        painter.setPen(tokens.ink)
        metrics = QFontMetrics(font)
        place = metrics.elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, place)
        below = room.adjusted(0, metrics.height() + SPACE // 2, 0, 0)
        _draw_snippet(painter, below, found.hit.snippet, option.font, tokens)
        painter.restore()


def _draw_snippet(
    painter: QPainter, room: QRect, snippet: Sequence[tuple[str, bool]], font: QFont, tokens: Tokens
) -> None:
    text, formats = "", []
    for piece, matches in snippet:
        plain = plain_text(piece)
        if matches:
            shown = QTextLayout.FormatRange()
            shown.start, shown.length = _units(text), _units(plain)
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.DemiBold)
            bold.setBackground(tokens.band)
            bold.setForeground(tokens.ink)
            shown.format = bold
            formats.append(shown)
        text += plain
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    top = 0.0
    while top + QFontMetrics(font).height() <= room.height() + 1:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    painter.setPen(tokens.ink_soft)
    layout.draw(painter, QPointF(room.topLeft()))


def _units(text: str) -> int:
    """Give the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
