"""The talk ratio as a bar: your part from the left, the customer's from the right, the band as a gate."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import tr
from app.report import words
from app.ui.pieces import theme

_TIP = 5.0
"""Half the width, and the height, of the needle's tip in pixels."""


class TalkBar(QWidget):
    """Shows a talk ratio 0..1 against its band; without a ratio only the band on an empty track.

    The needle is where your part ends; it stands in the gate while the ratio is in the band.
    `labelled` writes the band's limits under the gate.
    """

    def __init__(self, labelled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labelled = labelled
        self._ratio: float | None = None
        self._band = (0.0, 1.0)
        self.setFont(theme.font("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Talk ratio against its band"))
        theme.current().changed.connect(self._restyle)
        self._describe()

    @property
    def ratio(self) -> float | None:
        """The ratio that is shown, as the percent that is written beside it; None while there is none."""
        return self._ratio

    def show_band(self, band: tuple[float, float]) -> None:
        """Show another band (shares 0..1)."""
        if band != self._band:
            self._band = band
            self._describe()
            self.update()

    def show_ratio(self, ratio: float | None) -> None:
        """Show another ratio; less than half a percent does not repaint."""
        rounded = None if ratio is None else words.percent(ratio) / 100
        if rounded != self._ratio:
            self._ratio = rounded
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        """Give the height for the bar, its gate and the needle's tip, and for the label if there is one."""
        line = QFontMetricsF(self.font()).height()
        height = self._thickness() + 2 * self._reach() + _TIP + (line + 2 if self._labelled else 0)
        return QSize(round(line * (18 if self._labelled else 6)), round(height))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which the gate can still be told from the bar."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw gate, both parts, the gate's limits over them, the needle, and the label."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(_TIP, _TIP + self._reach(), self.width() - 2 * _TIP, self._thickness())
        low, high = (bar.left() + limit * bar.width() for limit in self._band)
        gate = QRectF(low, bar.top() - self._reach(), high - low, bar.height() + 2 * self._reach())
        painter.setPen(QPen(tokens.accent, 1.5))
        painter.setBrush(tokens.band)
        painter.drawRoundedRect(gate, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = bar.height() / 4
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(bar, radius, radius)
        if self._ratio is not None:
            self._parts(painter, bar, radius)
        painter.setPen(QPen(tokens.surface, 2))
        for limit in (low, high):
            painter.drawLine(QPointF(limit, bar.top()), QPointF(limit, bar.bottom()))
        if self._ratio is not None:
            self._needle(painter, bar.left() + self._ratio * bar.width(), gate)
        if self._labelled:
            painter.setPen(tokens.ink_soft)
            text = tr("band {band}", band=words.band(self._band))
            width = QFontMetricsF(self.font()).horizontalAdvance(text) + 4
            x = min(max(gate.center().x() - width / 2, 0), self.width() - width)
            under = QRectF(x, gate.bottom() + 2, width, self.height() - gate.bottom() - 2)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, text)

    def _parts(self, painter: QPainter, bar: QRectF, radius: float) -> None:
        """Draw both parts, each round only at the bar's ends."""
        tokens = theme.current().tokens
        at = bar.left() + (self._ratio or 0.0) * bar.width()
        for left, right, colour in (
            (bar.left(), at - 1, tokens.agent),
            (at + 1, bar.right(), _softened(tokens.customer, tokens.surface)),
        ):
            if right > left:
                painter.save()
                painter.setClipRect(QRectF(left, bar.top(), right - left, bar.height()))
                painter.setBrush(colour)
                painter.drawRoundedRect(bar, radius, radius)
                painter.restore()

    def _needle(self, painter: QPainter, x: float, gate: QRectF) -> None:
        tokens = theme.current().tokens
        painter.setPen(QPen(tokens.ink, 2))
        painter.drawLine(QPointF(x, gate.top()), QPointF(x, gate.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink)
        top = gate.top() - _TIP
        painter.drawPolygon(
            QPolygonF([QPointF(x - _TIP, top), QPointF(x + _TIP, top), QPointF(x, gate.top() + 2)])
        )

    def _thickness(self) -> float:
        return QFontMetricsF(self.font()).height() * (1.4 if self._labelled else 0.7)

    def _reach(self) -> float:
        """Give how far the gate stands out of the bar."""
        return self._thickness() * (0.3 if self._labelled else 0.35)

    def _restyle(self) -> None:
        self.setFont(theme.font("caption"))
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        limits = tr("the band is {band}", band=words.band(self._band))
        if self._ratio is None:
            self.setAccessibleDescription(f"{tr(words.NOT_MEASURABLE)}; {limits}")
        else:
            self.setAccessibleDescription(
                tr("your part is {percent} %; {limits}", percent=words.percent(self._ratio), limits=limits)
            )


def _softened(colour: QColor, ground: QColor) -> QColor:
    """Give a colour nearly half way to the ground, so that your own part stands in front."""
    pairs = (
        (colour.red(), ground.red()),
        (colour.green(), ground.green()),
        (colour.blue(), ground.blue()),
    )
    return QColor(*(round(0.55 * a + 0.45 * b) for a, b in pairs))
