"""The breath as a circle: it grows with the breath in, rests while it is held, sinks with the breath out."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.breathing import Act, Moment, Pattern
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE, Tokens

CORE = 0.34
"""Radius of the circle with empty lungs, as a part of that with full ones."""

LEAST, MOST = 132, 420
"""Its side in pixels: below the first it can't be read, and above the second it is too much."""

_RING = 4.0
_OUTSIDE = 6.0
"""Pixels that the dots need beyond the line around it."""

_TOP = 90 * 16
_TURN = 360 * 16
_TRACES = 5


class BreathCircle(QWidget):
    """Draws one Moment of a pattern at a time.

    Without a word, each part of a breath has a form of its own. In: a disc that grows, and around it a line
    that closes. Hold: a strong edge, and around it dots that go out, one a second. Out: a disc that sinks and
    leaves thin rings behind, and a line that opens. Still while it is paused, with two bars in the middle.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pattern: Pattern | None = None
        self._moment: Moment | None = None
        self._paused = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST, LEAST)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Give the least, from where it grows with the room there is."""
        return QSize(LEAST, LEAST)

    def show_moment(self, pattern: Pattern, moment: Moment, *, paused: bool = False) -> None:
        """Draw this moment; a paused one stands still."""
        self._pattern, self._moment, self._paused = pattern, moment, paused
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc, its core, and the line or the dots around them."""
        if self._pattern is None or self._moment is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, moment = theme.current().tokens, self._moment
        centre = QRectF(self.rect()).center()
        ring = min(self.width(), self.height(), MOST) / 2 - _OUTSIDE
        full = ring - SPACE * 1.5
        radius = full * (CORE + (1 - CORE) * moment.size)
        act = None if moment.place is None else self._pattern.phases[moment.place].act
        _circle(painter, centre, ring, QPen(tokens.line, 1.5))
        if act is Act.OUT:
            _traces(painter, centre, full, radius, tokens)
        _air(painter, centre, radius, tokens, held=act is Act.HOLD)
        if act is Act.HOLD:
            assert moment.place is not None
            _dots(painter, centre, ring, self._pattern.phases[moment.place].seconds, moment, tokens)
        elif act is not None:
            _arc(painter, centre, ring, moment.part, tokens, opens=act is Act.OUT)
        core = full * CORE * 0.86
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawEllipse(centre, core, core)
        painter.setPen(tokens.accent_ink)
        if self._paused:
            _bars(painter, centre, core, tokens.accent_ink)
        elif act is not None:
            painter.setFont(_sized(theme.font("number"), core))
            box = QRectF(centre.x() - core, centre.y() - core, core * 2, core * 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(moment.count))


def _circle(painter: QPainter, centre: QPointF, radius: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)


def _air(painter: QPainter, centre: QPointF, radius: float, tokens: Tokens, *, held: bool) -> None:
    """Draw the disc, denser in its middle; what is held has a strong edge."""
    gradient = QRadialGradient(centre, radius)
    gradient.setColorAt(0.0, _veiled(tokens.accent, 0.50))
    gradient.setColorAt(0.7, _veiled(tokens.accent, 0.28))
    gradient.setColorAt(1.0, _veiled(tokens.accent, 0.20))
    painter.setBrush(gradient)
    painter.setPen(QPen(tokens.accent, 4.0 if held else 1.5))
    painter.drawEllipse(centre, radius, radius)


def _traces(painter: QPainter, centre: QPointF, full: float, radius: float, tokens: Tokens) -> None:
    """Draw where the disc has been on its way out, the fainter the longer ago."""
    for step in range(1, _TRACES + 1):
        trace = full * (CORE + (1 - CORE) * step / _TRACES)
        ahead = (trace - radius) / full
        if ahead > 0:
            strength = 0.55 * min(1.0, ahead / 0.06) * (1 - 0.8 * ahead)
            _circle(painter, centre, trace, QPen(_veiled(tokens.accent, strength), 1.5))


def _arc(
    painter: QPainter, centre: QPointF, ring: float, part: float, tokens: Tokens, *, opens: bool
) -> None:
    """Draw the line around it: it closes clockwise from the top, or opens from there."""
    pen = QPen(tokens.accent, _RING)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(centre.x() - ring, centre.y() - ring, ring * 2, ring * 2)
    done = round(_TURN * part)
    if opens and done < _TURN:
        painter.drawArc(box, _TOP - done, -(_TURN - done))
    elif not opens and done > 0:
        painter.drawArc(box, _TOP, -done)


def _dots(
    painter: QPainter, centre: QPointF, ring: float, seconds: float, moment: Moment, tokens: Tokens
) -> None:
    """Draw a dot for each second of the hold; those to come are filled, the one of now fades."""
    count = max(1, round(seconds))
    gone = moment.part * count
    size = _RING * 1.1
    ground = theme.current().tokens.ground
    for number in range(count):
        pen = painter.pen()
        painter.save()
        painter.translate(centre)
        painter.rotate(360 * number / count)
        painter.setPen(QPen(tokens.accent, 1.5))
        painter.setBrush(ground)
        painter.drawEllipse(QPointF(0, -ring), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_veiled(tokens.accent, min(1.0, max(0.0, number + 1 - gone))))
        painter.drawEllipse(QPointF(0, -ring), size, size)
        painter.restore()
        painter.setPen(pen)


def _bars(painter: QPainter, centre: QPointF, core: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    wide, tall = core * 0.2, core * 0.8
    for side in (-1.0, 1.0):
        x = centre.x() + side * wide * 1.1 - wide / 2
        painter.drawRoundedRect(QRectF(x, centre.y() - tall / 2, wide, tall), wide / 3, wide / 3)


def _veiled(colour: QColor, strength: float) -> QColor:
    veiled = QColor(colour)
    veiled.setAlphaF(max(0.0, min(1.0, strength)))
    return veiled


def _sized(font: QFont, core: float) -> QFont:
    """Give the type for the count, as large as the core has room for."""
    font.setPixelSize(max(11, round(core * 0.85)))
    return font
