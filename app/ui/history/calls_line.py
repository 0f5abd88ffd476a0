"""How a line of the list is drawn: everything beside each other where there is room, else in two rows."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.history import Entry
from app.language import marked, tr
from app.report.words import MOODS
from app.ui.history import words
from app.ui.pieces import theme
from app.ui.pieces.moods import draw_face
from app.ui.pieces.theme import SPACE, Tokens

if TYPE_CHECKING:
    from app.ui.history.calls_list import Entries

LINE = Qt.ItemDataRole.UserRole
"""The role of what a line is: an Entry, or the date of a heading."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BAR = SPACE * 8
"""Width of the small bar that holds a ratio against its band."""

_TITLE_LETTERS = 24
"""Letters of a line's title that there has to be room for where everything stands in one row."""

HEADS = (marked("Talk ratio"), marked("Cut-ins you / customer"), marked("Mood after"))


@dataclass(frozen=True, slots=True)
class Columns:
    """Where everything stands in a line as wide as the list: left edges in pixels, and widths.

    `wide`: all of it in one row. The sign of marks comes last.
    """

    wide: bool
    time: int
    title: int
    ratio: int
    cut_ins: int
    after: int
    marks: int
    end: int

    @classmethod
    def of(cls, font: QFont, width: int) -> "Columns":
        """Give the columns of a list that is `width` pixels wide."""
        return cls._of(font.toString(), width)

    @classmethod
    @lru_cache(maxsize=16)  # each line asks for them each time that it is drawn
    def _of(cls, described: str, width: int) -> "Columns":
        font = QFont()
        font.fromString(described)
        metrics = QFontMetrics(font)
        letter = metrics.averageCharWidth()
        time = SPACE * 2
        title = time + metrics.horizontalAdvance("00:00") + SPACE * 2
        end = width - SPACE * 2
        marks = end - metrics.height() - metrics.horizontalAdvance("00")
        longest = max(metrics.horizontalAdvance(word) for word in (*MOODS.values(), tr("reflected")))
        after = marks - longest - metrics.height() - SPACE * 3
        cut_ins = after - metrics.horizontalAdvance(tr(HEADS[1])) - SPACE * 2
        ratio = cut_ins - metrics.horizontalAdvance("100 %") - SPACE - _BAR - SPACE * 3
        return cls(ratio - title >= letter * _TITLE_LETTERS, time, title, ratio, cut_ins, after, marks, end)


def is_wide(view: QAbstractScrollArea) -> bool:
    """Say whether a list has room for everything in one row."""
    # By its outer width: the scroll bar comes and goes with the form that the lines take.
    return Columns.of(view.font(), view.width() - SPACE * 2).wide


class EntryLine(QStyledItemDelegate):
    """Draws headings and entries; all are of one height, so that long lists stay quick."""

    def __init__(self, entries: "Entries", parent: QObject) -> None:
        super().__init__(parent)
        self._entries = entries

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give one row or two."""
        view = option.widget
        metrics = option.fontMetrics
        rows = 2 if isinstance(view, QAbstractScrollArea) and not is_wide(view) else 1
        return QSize(0, metrics.height() * rows + SPACE * 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a line."""
        line = index.data(LINE)
        tokens = theme.current().tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if isinstance(line, date):
            _heading(painter, option.rect, line, tokens)
        else:
            draw_ground(painter, option, tokens)
            wide = isinstance(option.widget, QAbstractScrollArea) and is_wide(option.widget)
            self._entry(painter, option.rect, line, tokens, wide=wide)
        painter.restore()

    def _entry(self, painter: QPainter, rect: QRect, entry: Entry, tokens: Tokens, *, wide: bool) -> None:
        columns = Columns.of(painter.font(), rect.width())
        upper = rect if wide else rect.adjusted(0, SPACE // 2, 0, -rect.height() // 2)
        painter.setPen(tokens.ink_soft)
        painter.drawText(upper.adjusted(columns.time, 0, 0, 0), _LEFT, words.time_of(entry.at))
        ends = columns.ratio - SPACE * 2 if wide else columns.end
        room = QRect(columns.title, upper.top(), ends - columns.title, upper.height())
        self._title(painter, room, entry, tokens)
        if wide:
            _numbers_wide(painter, rect, entry, columns, self._entries.band(entry), tokens)
        else:
            lower = rect.adjusted(columns.time, rect.height() // 2, -SPACE * 2, -SPACE // 2)
            _numbers_narrow(painter, lower, entry, tokens)

    def _title(self, painter: QPainter, room: QRect, entry: Entry, tokens: Tokens) -> None:
        font = painter.font()
        strong = theme.font("strong")
        strong.setPointSizeF(font.pointSizeF())
        painter.setFont(strong)
        painter.setPen(tokens.ink)
        metrics = QFontMetrics(strong)
        title = metrics.elidedText(
            words.title_of(entry, self._entries.titles), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _LEFT, title)
        painter.setFont(font)
        painter.setPen(tokens.ink_soft)
        rest = room.adjusted(metrics.horizontalAdvance(title) + SPACE * 3 // 2, 0, 0, 0)
        if rest.width() > SPACE * 4:
            metrics = QFontMetrics(font)
            about = metrics.elidedText(words.about(entry), Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _LEFT, about)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
    """Show of a line whether it is below the mouse, chosen, or has the keyboard."""
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if not chosen and not state & QStyle.StateFlag.State_MouseOver:
        return
    keyed = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(tokens.accent, 2) if keyed else Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent_soft if chosen else tokens.raised)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6)


def _heading(painter: QPainter, rect: QRect, day: date, tokens: Tokens) -> None:
    font = theme.font("strong")
    painter.setFont(font)
    painter.setPen(tokens.ink)
    room = rect.adjusted(SPACE * 2, 0, -SPACE * 2, -SPACE // 2)
    text = words.day_named(day, date.today())
    if QFontMetrics(font).horizontalAdvance(text) > room.width():
        text = words.day_briefly(day)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)


def _numbers_wide(
    painter: QPainter,
    rect: QRect,
    entry: Entry,
    columns: Columns,
    band: tuple[float, float] | None,
    tokens: Tokens,
) -> None:
    metrics = QFontMetrics(painter.font())
    if entry.call is not None:
        number = metrics.horizontalAdvance("100 %")
        painter.setPen(tokens.ink)
        painter.drawText(QRect(columns.ratio, rect.top(), number, rect.height()), _RIGHT, words.ratio(entry))
        if entry.call.measures.talk_ratio is not None and band is not None:
            bar = QRectF(columns.ratio + number + SPACE * 3 // 2, rect.center().y() - 3, _BAR, 7)
            _bar(painter, bar, entry.call.measures.talk_ratio, band, tokens)
        painter.setPen(tokens.ink)
        painter.drawText(rect.adjusted(columns.cut_ins, 0, 0, 0), _LEFT, words.cut_ins(entry))
    _after(painter, rect.adjusted(columns.after, 0, 0, 0), entry, tokens)
    if entry.call is not None and entry.call.marks:
        _marks(painter, rect.adjusted(columns.marks, 0, 0, 0), entry.call.marks, tokens)


def _numbers_narrow(painter: QPainter, room: QRect, entry: Entry, tokens: Tokens) -> None:
    """Write what is known one after another, as far as there is room."""
    metrics = QFontMetrics(painter.font())
    if entry.call is not None:
        painter.setPen(tokens.ink)
        text = tr("{ratio} · cut-ins {cut_ins}", ratio=words.ratio(entry), cut_ins=words.cut_ins(entry))
        painter.drawText(room, _LEFT, text)
        room = room.adjusted(metrics.horizontalAdvance(text) + SPACE * 2, 0, 0, 0)
    taken = _after(painter, room, entry, tokens)
    if entry.call is not None and entry.call.marks:
        _marks(painter, room.adjusted(taken, 0, 0, 0), entry.call.marks, tokens)


def _after(painter: QPainter, room: QRect, entry: Entry, tokens: Tokens) -> int:
    """Draw the mood and its word, and give the width that they took."""
    metrics = QFontMetrics(painter.font())
    word, left = words.after(entry), 0
    if entry.mood is not None:
        side = metrics.ascent() * 1.15
        face = QRectF(room.left() + 1, room.center().y() + 0.5 - side / 2, side, side)
        draw_face(painter, entry.mood, face, QPen(tokens.ink_soft, max(1.4, side * 0.09)))
        left = round(side) + SPACE
    painter.setPen(tokens.ink if entry.mood is not None else tokens.ink_soft)
    painter.drawText(room.adjusted(left, 0, 0, 0), _LEFT, word)
    return left + metrics.horizontalAdvance(word) + SPACE * 2 if word else 0


def _marks(painter: QPainter, room: QRect, number: int, tokens: Tokens) -> None:
    """Draw a flag for moments that were marked, with how many if there are several."""
    side = QFontMetrics(painter.font()).ascent()
    top, left = room.center().y() + 0.5 - side / 2, room.left() + 2.0
    painter.setPen(QPen(tokens.ink_soft, max(1.4, side * 0.1)))
    painter.drawLine(QPointF(left, top), QPointF(left, top + side))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent)
    painter.drawPolygon(
        [QPointF(left, top), QPointF(left + side * 0.8, top + side * 0.3), QPointF(left, top + side * 0.6)]
    )
    if number > 1:
        painter.setPen(tokens.ink_soft)
        painter.drawText(room.adjusted(side + SPACE // 2, 0, 0, 0), _LEFT, str(number))


def _bar(painter: QPainter, bar: QRectF, ratio: float, band: tuple[float, float], tokens: Tokens) -> None:
    """Draw where a ratio lies: the whole, the band in it, and a stroke at the ratio."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.raised)
    painter.drawRoundedRect(bar, 3, 3)
    painter.setBrush(tokens.band)
    low, high = (bar.left() + bar.width() * end for end in band)
    painter.drawRect(QRectF(low, bar.top(), high - low, bar.height()))
    painter.setBrush(tokens.agent)
    at = bar.left() + bar.width() * min(max(ratio, 0.0), 1.0)
    painter.drawRoundedRect(QRectF(at - 1.5, bar.top() - 3, 3, bar.height() + 6), 1, 1)


class Heads(QWidget):
    """What the columns of a list mean, above it; for lines of one row."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__()
        self._view = view
        self.setAccessibleName(", ".join(map(tr, HEADS)))
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Give the height of a line."""
        return QSize(0, QFontMetrics(theme.font("caption")).height() + SPACE // 2)

    def minimumSizeHint(self) -> QSize:
        """Give the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write each head over its column."""
        columns = Columns.of(self._view.font(), self._view.viewport().width())
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.current().tokens.ink_soft)
        for left, name in zip((columns.ratio, columns.cut_ins, columns.after), map(tr, HEADS), strict=True):
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), _LEFT, name)
