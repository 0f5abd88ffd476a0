"""The signs in the timeline: one for each label of an overlap, hints as diamonds, marks as flags.

Each label has a shape of its own, so that its colour never says anything alone. The tip of a cut-in points
into the lane of the one who was speaking.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.domain.timeline import Speaker
from app.ui.pieces import shapes
from app.ui.pieces.theme import Tokens

_COLOURS = {
    "interruption_success": "bad",
    "interruption_failed": "bad",
    "competitive_overlap": "bad",
    "early_response": "caution",
    "backchannel": "good",
    "cooperative_overlap": "ink_soft",
    "simultaneous_start": "ink_soft",
}

_KINDS = {"praise": "good", "nudge": "accent", "offer": "accent"}


def colour(label: str, tokens: Tokens) -> QColor:
    """Give the colour of an overlap's label."""
    found = getattr(tokens, _COLOURS[label])
    assert isinstance(found, QColor)
    return found


def overlap(painter: QPainter, label: str, by: Speaker, box: QRectF, tokens: Tokens) -> None:
    """Draw the sign of an overlap's label into a square."""
    tint = colour(label, tokens)
    painter.save()
    painter.translate(box.center())
    if by is Speaker.CUSTOMER:
        painter.scale(1, -1)  # the tip points up, to you
    r = box.width() / 2
    pen = QPen(tint, max(1.4, r * 0.3))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if label in ("interruption_success", "interruption_failed"):
        if label == "interruption_success":
            painter.setBrush(tint)
        painter.drawPolygon(_polygon(r, (-0.75, -0.6), (0.75, -0.6), (0, 0.7)))
    elif label == "competitive_overlap":
        painter.setBrush(tint)
        painter.drawPolygon(_polygon(r, (-0.7, -0.75), (0.7, -0.75), (0, 0)))
        painter.drawPolygon(_polygon(r, (-0.7, 0.75), (0.7, 0.75), (0, 0)))
    elif label == "early_response":
        painter.drawPolyline(_polygon(r, (-0.75, -0.35), (0, 0.5), (0.75, -0.35)))
    elif label == "backchannel":
        painter.drawEllipse(QPointF(0, 0), r * 0.6, r * 0.6)
    elif label == "simultaneous_start":
        for x in (-0.35, 0.35):
            painter.drawLine(QPointF(x * r, -r * 0.65), QPointF(x * r, r * 0.65))
    else:
        painter.setBrush(tint)
        painter.drawEllipse(QPointF(0, 0), r * 0.45, r * 0.45)
    painter.restore()


def hint(painter: QPainter, kind: str, box: QRectF, tokens: Tokens) -> None:
    """Draw a hint as a diamond, with the shape of its kind in it."""
    tint = getattr(tokens, _KINDS.get(kind, "accent"))
    r = box.width() / 2
    painter.setPen(QPen(tint, 1.4))
    painter.setBrush(tokens.surface)
    painter.drawPolygon(_polygon(r, (0, -0.95), (0.95, 0), (0, 0.95), (-0.95, 0)).translated(box.center()))
    inner = QRectF(0, 0, r * 0.85, r * 0.85)
    inner.moveCenter(box.center())
    if kind in shapes.SHAPES:
        shapes.draw(painter, kind, inner, tokens)


def flag(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Draw a mark as a flag; its pole stands at the middle of the square, where the moment is."""
    x, r = box.center().x(), box.width() / 2
    path = QPainterPath(QPointF(x, box.top() + r * 0.1))
    path.lineTo(x + r * 0.95, box.top() + r * 0.55)
    path.lineTo(x, box.top() + r * 1.05)
    path.closeSubpath()
    painter.setPen(QPen(tokens.ink, 1.4))
    painter.setBrush(tokens.ink)
    painter.drawPath(path)
    painter.drawLine(QPointF(x, box.top() + r * 0.1), QPointF(x, box.bottom()))


def _polygon(r: float, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x * r, y * r) for x, y in corners])
