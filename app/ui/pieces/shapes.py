"""The few shapes of the call's widgets: each stands for one thing everywhere, so that colour never has to.

You are a disc, the customer is a square; praise is a tick, a nudge an arrow, an offer a card.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.pieces import theme
from app.ui.pieces.theme import Tokens


class Shape(QWidget):
    """One shape as tall as a line of text; changing it repaints only when it is another one."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    @property
    def name(self) -> str:
        """The shape that is shown, "" for none."""
        return self._name

    def show_shape(self, name: str) -> None:
        """Show another shape: a key of SHAPES, or "" for none."""
        if name != self._name:
            self._name = name
            self.update()

    def sizeHint(self) -> QSize:
        """Give a square as tall as the letters of the widget's font."""
        side = round(QFontMetricsF(self.font()).ascent() * 1.1)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape in the colour of what it stands for."""
        if not self._name:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        draw(painter, self._name, box.adjusted(1, 1, -1, -1), theme.current().tokens)


def draw(painter: QPainter, name: str, box: QRectF, tokens: Tokens) -> None:
    """Draw the shape `name` (a key of SHAPES) into a square."""
    SHAPES[name](painter, box, tokens)


def _disc(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box)


def _square(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inset = box.width() * 0.06
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 2, 2)


def _both(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    third = box.width() * 0.32
    _disc(painter, box.adjusted(0, third / 2, -third, -third / 2), tokens.agent)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    _square(painter, box.adjusted(third * 1.2, third * 0.6, third * 0.2, -third * 0.4), tokens.customer)


def _ring(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    width = max(1.4, box.width() * 0.12)
    painter.setPen(QPen(tokens.ink_soft, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(width, width, -width, -width))


def _tick(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    path = QPainterPath(_at(box, 0.12, 0.55))
    path.lineTo(_at(box, 0.40, 0.82))
    path.lineTo(_at(box, 0.90, 0.22))
    _stroke(painter, path, box, tokens.good)


def _arrow(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    path = QPainterPath(_at(box, 0.18, 0.08))
    path.lineTo(_at(box, 0.92, 0.5))
    path.lineTo(_at(box, 0.18, 0.92))
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.accent)
    painter.drawPath(path)


def _card(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(_at(box, 0.06, 0.14), _at(box, 0.94, 0.86)), 2, 2)
    for y in (0.40, 0.62):
        path.moveTo(_at(box, 0.28, y))
        path.lineTo(_at(box, 0.72, y))
    _stroke(painter, path, box, tokens.accent)


def _bars(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ink)
    for x in (0.18, 0.58):
        painter.drawRoundedRect(QRectF(_at(box, x, 0.1), _at(box, x + 0.24, 0.9)), 1, 1)


def _triangle(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    path = QPainterPath(_at(box, 0.5, 0.1))
    path.lineTo(_at(box, 0.96, 0.9))
    path.lineTo(_at(box, 0.04, 0.9))
    path.closeSubpath()
    path.moveTo(_at(box, 0.5, 0.38))
    path.lineTo(_at(box, 0.5, 0.62))
    path.moveTo(_at(box, 0.5, 0.755))
    path.lineTo(_at(box, 0.5, 0.76))
    _stroke(painter, path, box, tokens.caution)


def _dots(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Draw three dots: something takes a moment."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.ink_soft)
    for x in (0.16, 0.5, 0.84):
        painter.drawEllipse(_at(box, x, 0.5), box.width() * 0.11, box.width() * 0.11)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def _stroke(painter: QPainter, path: QPainterPath, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, max(1.5, box.width() * 0.13))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


SHAPES: dict[str, Callable[[QPainter, QRectF, Tokens], None]] = {
    "agent": lambda painter, box, tokens: _disc(painter, box, tokens.agent),
    "customer": lambda painter, box, tokens: _square(painter, box, tokens.customer),
    "both": _both,
    "nobody": _ring,
    "praise": _tick,
    "nudge": _arrow,
    "offer": _card,
    "paused": _bars,
    "trouble": _triangle,
    "waiting": _dots,
}
"""Every shape by the name of what it stands for."""
