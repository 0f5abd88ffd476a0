"""The last calls on Today: when, what, how the talking was shared, and the mood after it; a row a call."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import dates
from app.domain.history import Entry
from app.domain.journal import Call, CallKind
from app.domain.techniques import CallType
from app.language import Texts, tr, trn
from app.report import words
from app.ui.pieces import theme
from app.ui.pieces.flow import FlowLayout
from app.ui.pieces.moods import Face
from app.ui.pieces.parts import button
from app.ui.pieces.theme import SPACE

KINDS = Texts({CallKind.PRACTICE: "practice", CallKind.RECORDING: "recording"})
"""What stands beside the type of a call that was not live."""


def when(began_at: datetime, today: date) -> str:
    """Give when a call began, as short as is clear: 11:40, yesterday 16:02, Wed 09:15, 3 Nov 09:15."""
    at = began_at.astimezone()
    clock, ago = f"{at:%H:%M}", today - at.date()
    if ago == timedelta(0):
        return clock
    if ago == timedelta(days=1):
        return tr("yesterday {time}", time=clock)
    if timedelta(0) < ago < timedelta(days=7):
        return f"{dates.short_weekday(at)} {clock}"
    return f"{dates.short_day_month(at)} {clock}"


def cells(call: Call, types: Mapping[str, CallType], today: date) -> tuple[str, ...]:
    """Give a call's row as words: when, what, talk ratio, own cut-ins."""
    known = types.get(call.call_type)
    kind = f", {KINDS[call.kind]}" if call.kind in KINDS else ""
    ratio, cut_ins = call.measures.talk_ratio, call.measures.interruptions_agent
    return (
        when(call.began_at, today),
        (known.title if known else tr("Call")) + kind,
        tr("no talk ratio") if ratio is None else tr("talk ratio {percent} %", percent=words.percent(ratio)),
        tr("cut-ins unknown") if cut_ins is None else trn("{n} cut-in", "{n} cut-ins", cut_ins),
    )


class _Cell(QLabel):
    """A text as wide as its column; where a whole line has no room for it, it goes on in the next."""

    def __init__(self, text: str, role: str = "body") -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.column = 0

    def sizeHint(self) -> QSize:
        """Give the column's width."""
        metrics = self.fontMetrics()
        wide = max(self.column, metrics.horizontalAdvance(self.text()) + SPACE * 2)
        return QSize(wide, metrics.height() + SPACE)

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines, or of one with a button beside it."""
        return max(super().heightForWidth(width), self.fontMetrics().height() + SPACE)


class CallRow(QFrame):
    """One call: Enter or a click opens it, R or the button looks back on it, where nobody has yet."""

    opened = Signal()
    reflect_asked = Signal()
    moved = Signal(int)

    def __init__(self, texts: Sequence[str], mood: int | None, *, reflected: bool) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.cells = [_Cell(text, "strong" if place == 0 else "body") for place, text in enumerate(texts)]
        line = QWidget()
        layout = FlowLayout(line, SPACE // 2)
        around = QVBoxLayout(self)
        around.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        around.addWidget(line)
        for cell in self.cells:
            layout.addWidget(cell)
        self.last = False
        self.reflect: QPushButton | None = None
        told = [*texts]
        if mood is not None:
            layout.addWidget(_felt(mood))
            told.append(tr("mood {mood}", mood=words.MOODS[mood]))
        elif reflected:
            layout.addWidget(_Cell(tr("reflected on"), "soft"))
            told.append(tr("reflected on"))
        else:
            self.reflect = button(tr("Reflect"), "small")
            self.reflect.setAccessibleName(tr("Reflect on {time}, {call}", time=texts[0], call=texts[1]))
            self.reflect.clicked.connect(self.reflect_asked)
            layout.addWidget(self.reflect)
            told.append(tr("not reflected on yet"))
        self.setAccessibleName(", ".join(told))
        self.setAccessibleDescription(
            tr("Enter opens it. R looks back on it.") if self.reflect else tr("Enter opens it.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, look back, or go to a row beside it."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_R and self.reflect is not None:
            self.reflect_asked.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the keys or the mouse are."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.raised if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 6, 6)
        if not self.last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)


class LastCalls(QWidget):
    """The last calls, the newest first."""

    call_asked = Signal(object)
    reflect_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Last calls"))
        self.rows: list[CallRow] = []
        self._told: list[tuple[int, tuple[str, ...], int | None, bool]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_calls(self, entries: Sequence[Entry], types: Mapping[str, CallType], today: date) -> None:
        """Show these in place of those before; the keys stay at the place where they are."""
        told = [
            (entry.id, cells(entry.call, types, today), entry.mood, entry.reflected)
            for entry in entries
            if entry.call is not None
        ]
        if told == self._told:
            return
        at = QApplication.focusWidget()
        keyed = next(
            (n for n, row in enumerate(self.rows) if at and (row is at or row.isAncestorOf(at))), None
        )
        self.forget()
        self._told = told
        for id, texts, mood, reflected in told:
            row = CallRow(texts, mood, reflected=reflected)
            row.opened.connect(partial(self.call_asked.emit, id))
            row.reflect_asked.connect(partial(self.reflect_asked.emit, id))
            row.moved.connect(partial(self._move, len(self.rows)))
            self.rows.append(row)
            self._column.addWidget(row)
        for row in self.rows[-1:]:
            row.last = True
        self._align()
        if keyed is not None and self.rows:
            self.rows[min(keyed, len(self.rows) - 1)].setFocus()

    def forget(self) -> None:
        """Show none."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows, self._told = [], []

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._align()

    def _move(self, place: int, step: int) -> None:
        self.rows[min(max(0, place + step), len(self.rows) - 1)].setFocus()

    def _align(self) -> None:
        """Give each column the width of its widest text."""
        for column in zip(*(row.cells for row in self.rows), strict=True):
            for cell in column:
                cell.ensurePolished()
            wide = max(cell.fontMetrics().horizontalAdvance(cell.text()) for cell in column) + SPACE * 2
            for cell in column:
                cell.column = wide
                cell.updateGeometry()


def _felt(mood: int) -> QWidget:
    """Give a mood as its face and its word."""
    both = QWidget()
    beside = QHBoxLayout(both)
    beside.setContentsMargins(0, SPACE // 2, 0, SPACE // 2)
    beside.setSpacing(SPACE // 2)
    beside.addWidget(Face(mood))
    beside.addWidget(QLabel(words.MOODS[mood]))
    return both
