"""The breath without motion: a bar for each second, as high as the lungs are full, and a mark at now."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.breathing import Moment, Pattern
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE

_LOWEST = 0.16
"""Height of a bar with empty lungs, as a part of the highest."""

_WIDEST, _TALLEST = SPACE * 4.0, 200.0
"""Of a bar, in pixels."""


class BreathSteps(QWidget):
    """Draws one breath of a pattern as steps; with a Moment, the second it is in stands out.

    It is painted anew only when another second begins. `height` is its least in pixels; only one that is
    `moving` has the mark, and grows with the room there is.
    """

    def __init__(self, height: int, *, moving: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height, self._moving = height, moving
        self._pattern: Pattern | None = None
        self._at: tuple[int, int] | None = None
        self._paused = False
        tall = QSizePolicy.Policy.Expanding if moving else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self.setMinimumSize(120, height)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Give the least, from where it grows with the room there is."""
        return QSize(120, self._height)

    @property
    def step(self) -> tuple[int, int] | None:
        """The place of the phase and the number of its second that stands out; None: none does."""
        return self._at

    def show_moment(self, pattern: Pattern, moment: Moment | None = None, *, paused: bool = False) -> None:
        """Draw the pattern, with the second of this moment."""
        at = None
        if moment is not None and moment.place is not None:
            seconds = _bars(pattern.phases[moment.place].seconds)
            at = (moment.place, min(int(moment.part * seconds + 1e-9), seconds - 1))
        if (pattern, at, paused) != (self._pattern, self._at, self._paused):
            self._pattern, self._at, self._paused = pattern, at, paused
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, a wider gap between two phases."""
        pattern = self._pattern
        if pattern is None:
            return
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = [_bars(phase.seconds) for phase in pattern.phases]
        gap = SPACE if self.width() > SPACE * 2 * sum(bars) else SPACE // 2
        room = self.width() - gap * (len(bars) - 1) - 2
        wide = min(room / sum(bars), _WIDEST)
        mark = SPACE * 1.5 if self._moving else 0.0
        x = (self.width() - wide * sum(bars) - gap * (len(bars) - 1)) / 2
        tallest = min(self.height() - mark - 2, _TALLEST)
        foot = (self.height() + tallest - mark) / 2
        inset = min(2.0, wide * 0.15)
        for place, (start, end) in enumerate(pattern.levels):
            for number in range(bars[place]):
                level = start + (end - start) * (number + 1 if end > start else number + 0.5) / bars[place]
                tall = tallest * (_LOWEST + (1 - _LOWEST) * level)
                box = QRectF(x + inset, foot - tall, wide - inset * 2, tall)
                now = self._at == (place, number)
                painter.setPen(QPen(tokens.accent, 1.0))
                painter.setBrush(tokens.accent if now else tokens.accent_soft)
                painter.drawRoundedRect(box, 3, 3)
                if now:
                    middle, top = x + wide / 2, foot + 3
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(tokens.ink_soft if self._paused else tokens.accent)
                    corners = ((0, 0), (-6, 8), (6, 8))
                    painter.drawPolygon(QPolygonF([QPointF(middle + x, top + y) for x, y in corners]))
                x += wide
            x += gap


def _bars(seconds: float) -> int:
    """Give how many bars a phase has: one for each second that begins in it."""
    return max(1, ceil(seconds - 1e-9))
