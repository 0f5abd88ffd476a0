"""Five moods to choose from, from hard to light: each a face by its line, with its word below."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.language import tr
from app.report import words
from app.ui.pieces import theme
from app.ui.pieces.parts import row
from app.ui.pieces.theme import SPACE

_BEND = {1: -0.18, 2: -0.09, 3: 0.0, 4: 0.09, 5: 0.18}
"""How far the middle of the line hangs, in sizes of the face, by mood."""


def draw_face(painter: QPainter, mood: int, box: QRectF, pen: QPen) -> None:
    """Draw the face of a mood into a square."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    side, bend = box.width(), _BEND[mood] * box.width()
    y = box.center().y() + side * 0.08 - bend / 2
    line = QPainterPath(QPointF(box.left() + side * 0.24, y))
    line.quadTo(QPointF(box.center().x(), y + bend * 2), QPointF(box.right() - side * 0.24, y))
    painter.drawPath(line)


class Face(QWidget):
    """The face of a mood, as tall as a line of text; its word stands beside it."""

    def __init__(self, mood: int) -> None:
        super().__init__()
        self._mood = mood
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Give a square as tall as the letters."""
        side = round(QFontMetricsF(self.font()).height())
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the face."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.current().tokens.ink_soft, max(1.4, self.width() * 0.08))
        draw_face(painter, self._mood, QRectF(self.rect()).adjusted(1, 1, -1, -1), pen)


class MoodButton(QAbstractButton):
    """One mood."""

    def __init__(self, mood: int, of: str) -> None:
        super().__init__()
        self.mood = mood
        self.setText(words.MOODS[mood])
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{of}: {words.MOODS[mood]}")
        self.setAccessibleDescription(
            tr("Mood {mood} of {n}, from hard to light. Key: {mood}", mood=mood, n=len(words.MOODS))
        )
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Give the room for the face and the longest of the words, so that all are of one width."""
        letters = self.fontMetrics()
        bold = QFontMetrics(theme.font("strong"))
        widest = max(bold.horizontalAdvance(word) for word in (self.text(), *words.MOODS.values()))
        return QSize(widest + SPACE * 3, letters.height() * 3 + SPACE * 2)

    def minimumSizeHint(self) -> QSize:
        """Give the same: it is not drawn smaller."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the face, its word, and whether it is chosen or has the keyboard."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, keyed = self.isChecked(), self.hasFocus()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = tokens.accent if chosen or keyed else tokens.line
        painter.setPen(QPen(edge, 2 if keyed else 1))
        painter.setBrush(
            tokens.accent_soft if chosen else tokens.raised if self.underMouse() else tokens.surface
        )
        painter.drawRoundedRect(frame, 6, 6)
        letters = self.fontMetrics()
        side = letters.height() * 1.5
        face = QRectF(frame.center().x() - side / 2, SPACE, side, side)
        ink = tokens.accent if chosen else tokens.ink_soft
        draw_face(painter, self.mood, face, QPen(ink, max(1.6, side * (0.1 if chosen else 0.07))))
        below = QRectF(0, face.bottom() + SPACE / 2, self.width(), self.height() - face.bottom() - SPACE)
        font = self.font()
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(tokens.ink)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text())

    def enterEvent(self, event: QEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse has left."""
        super().leaveEvent(event)
        self.update()


class MoodPicker(QWidget):
    """A mood of five, or none: by the mouse, the arrows, or 1 to 5; 0 or Delete takes the choice back.

    `chosen` gives the mood that the user chose, None when it was taken back.
    """

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons = {mood: MoodButton(mood, name) for mood in words.MOODS}
        for mood, each in self.buttons.items():
            self._group.addButton(each, mood)
        self.setFocusProxy(self.buttons[1])
        self._group.idToggled.connect(lambda mood, on: self.chosen.emit(mood) if on else None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row(*self.buttons.values()))

    @property
    def mood(self) -> int | None:
        """The mood that is chosen, 1 (hard) to 5 (light)."""
        mood = self._group.checkedId()
        return mood if mood > 0 else None

    def show_mood(self, mood: int | None) -> None:
        """Show this as chosen, without telling."""
        self._group.blockSignals(True)
        if mood is None:
            self._choose_none()
        else:
            self.buttons[mood].setChecked(True)
        self._group.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number."""
        if event.text() in map(str, self.buttons):
            button = self.buttons[int(event.text())]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.setChecked(True)
        elif event.text() == "0" or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.mood is not None:
                self._choose_none()
                self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _choose_none(self) -> None:
        self._group.setExclusive(False)
        for each in self.buttons.values():
            each.setChecked(False)
        self._group.setExclusive(True)
