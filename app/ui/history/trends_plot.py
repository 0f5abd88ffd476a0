"""One chart over weeks, drawn by pyqtgraph in the theme's colours. Imported when Trends is first shown."""

from collections.abc import Sequence
from math import ceil, floor, log10, nan, sqrt
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip

from app.domain.journal import MOODS, Week
from app.language import tr
from app.report import words
from app.ui.history import trends_numbers as numbers
from app.ui.history.trends_numbers import Measure
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE

pg.setConfigOptions(exitCleanup=False)  # it would take apart what Qt takes apart by itself as it ends

_LINES_TALL = 8
"""Height of a chart in lines of text."""

_LARGEST = 22
"""Diameter in pixels of the disc of the highest count."""


class WeekPlot(pg.PlotWidget):  # type: ignore[misc]
    """A chart to look at: nothing in it is dragged or zoomed, and the wheel scrolls the page under it.

    The keys reach it, so that it scrolls into sight; its name and description say what it shows.
    """

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self._weeks: Sequence[Week] = ()
        self._told: Sequence[str] = ()
        self._rows: Sequence[str] = ()
        self._tall = _LINES_TALL
        self._label: pg.TextItem | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        for side in ("left", "bottom"):
            self.getAxis(side).setStyle(
                tickLength=0,
                tickAlpha=0,
                autoExpandTextSpace=False,
                autoReduceTextSpace=False,
                hideOverlappingLabels=False,
            )
        self.getPlotItem().setContentsMargins(0, SPACE / 2, SPACE, 0)
        self.getViewBox().setDefaultPadding(0)
        self.getViewBox().sigResized.connect(lambda _: self._fit())

    def show_measure(
        self, measure: Measure, weeks: Sequence[Week], band: tuple[float, float] | None = None
    ) -> None:
        """Draw the lines of a measure, with gaps where a week has no value; `band` is shaded (0..1)."""
        rows = numbers.table(measure, weeks).rows
        self._begin(weeks, _LINES_TALL, [f"{row[0]}: {row[-1]}" for row in reversed(rows)])
        shares = tuple(100 * end for end in band) if band else ()
        lines = [numbers.values(line, weeks) for line in measure.lines]
        known = [value for line in lines for value in line if value is not None]
        moods = measure.written is numbers.mood
        low, high = min([measure.low, *shares, *known]), max([measure.high, *shares, *known])
        steps = list(map(float, MOODS)) if moods else _steps(low, high)
        room = 0.1 * (steps[-1] - steps[0])
        self.setYRange(steps[0] - room, steps[-1] + room)
        labels = [words.MOODS[round(at)] if moods else measure.written(at) for at in steps]
        self._mark_rows(list(zip(steps, labels, strict=True)), "00:00 min")
        if shares:
            shade = pg.LinearRegionItem(shares, "horizontal", brush=self._colour("band"), movable=False)
            for edge in shade.lines:
                edge.setPen(None)
            self.addItem(shade)
        for place, line in enumerate(lines):
            self._add_line(line, soft=place < len(lines) - 1)
        if len(lines) == 1 and known:
            self._add_label(lines[0], measure, None if shares else self._colour("surface"))

    def show_counts(self, named: Sequence[tuple[str, Sequence[int]]], weeks: Sequence[Week]) -> None:
        """Draw a row a name, with a disc in each week in which it was counted, larger for more."""
        told = [
            f"{numbers.day(week.monday)}: "
            + ("; ".join(f"{name} {counts[at]}" for name, counts in named if counts[at]) or tr("none"))
            for at, week in enumerate(weeks)
        ]
        self._begin(weeks, 2 * len(named) + 1, told)
        self._rows = [numbers.capitalised(name) for name, _ in named]
        self.setYRange(0.5 - len(named), 0.5)
        most = max(max(counts) for _, counts in named)
        spots = [
            {"pos": (at, -row), "size": max(5.0, _LARGEST * sqrt(count / most))}
            for row, (_, counts) in enumerate(named)
            for at, count in enumerate(counts)
            if count
        ]
        self._fit()
        self.addItem(pg.ScatterPlotItem(spots, brush=self._colour("agent"), pen=self._colour("surface")))

    def sizeHint(self) -> QSize:
        """Give a height by the lines of the type."""
        line = QFontMetrics(theme.font("caption")).height()
        return QSize(24 * line, self._tall * line + SPACE)

    def minimumSizeHint(self) -> QSize:
        """Ask for the whole height, but let it be narrow."""
        return QSize(SPACE * 20, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the page."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what the week under the pointer has."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = round(self.getViewBox().mapSceneToView(self.mapToScene(event.pos())).x())
            if 0 <= at < len(self._told):
                QToolTip.showText(event.globalPos(), self._told[at], self)
            return True
        return bool(super().viewportEvent(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring around it while the keys are here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _begin(self, weeks: Sequence[Week], tall: int, told: Sequence[str]) -> None:
        self.clear()
        self._weeks, self._tall, self._told, self._rows, self._label = weeks, tall, told, (), None
        font = theme.font("caption")
        self.setBackground(self._colour("surface"))
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(None)
            axis.setTextPen(self._colour("ink_soft"))
            axis.setTickFont(font)
        self.getAxis("bottom").setHeight(QFontMetrics(font).height() + SPACE / 2)
        self.updateGeometry()
        self._fit()

    def _mark_rows(self, ticks: list[tuple[float, str]], widest: str) -> None:
        axis = self.getAxis("left")
        axis.setTicks([ticks])
        axis.setWidth(QFontMetrics(theme.font("caption")).horizontalAdvance(widest) + SPACE)
        for at, _ in ticks:
            self.addItem(pg.InfiniteLine(at, angle=0, pen=self._colour("line")))

    def _add_line(self, line: Sequence[float | None], *, soft: bool) -> None:
        colour, ground = self._colour("ink_soft" if soft else "agent"), self._colour("surface")
        self.plot(
            [nan if value is None else value for value in line],
            pen=pg.mkPen(colour, width=1.5, style=Qt.PenStyle.DashLine)
            if soft
            else pg.mkPen(colour, width=2.5),
            connect="finite",
            antialias=True,
            symbol="o",
            symbolSize=(12 if soft else 8) if len(line) <= 26 else (8 if soft else 5),
            symbolBrush=ground if soft else colour,
            symbolPen=pg.mkPen(colour if soft else ground, width=1.5),
        )

    def _add_label(self, line: Sequence[float | None], measure: Measure, ground: QColor | None) -> None:
        """Write the newest value to the right of its point."""
        at, value = [(at, value) for at, value in enumerate(line) if value is not None][-1]
        written = measure.written(value)
        self._label = pg.TextItem(written, self._colour("ink"), anchor=(0, 0.5), fill=ground)
        self._label.setFont(theme.font("caption"))
        self.addItem(self._label)
        self._label.setPos(at + 0.3, value)
        self._fit()

    def _fit(self) -> None:
        """Name as many weeks, and as much of the rows of counts, as there is room for."""
        if not self._weeks:
            return
        metrics = QFontMetrics(theme.font("caption"))
        if self._rows:
            room = min(self.width() // 3, max(metrics.horizontalAdvance(row) for row in self._rows))
            rows = [metrics.elidedText(row, Qt.TextElideMode.ElideRight, room) for row in self._rows]
            self.getAxis("left").setTicks([[(-place, row) for place, row in enumerate(rows)]])
            self.getAxis("left").setWidth(room + SPACE)
        last, names = len(self._weeks) - 1, [numbers.day(week.monday) for week in self._weeks]
        room = max(1, self.width() - int(self.getAxis("left").width()))
        wide = max(map(metrics.horizontalAdvance, names))
        beside = min(room // 2, max(wide // 2, int(self._label.boundingRect().width()) if self._label else 0))
        week = (room - beside) / (len(names) + 0.2)
        self.setXRange(-0.6, last + 0.6 + beside / week)
        step = ceil(1.3 * wide / week)
        named = (at for at in range(last, -1, -step) if (at + 0.6) * week >= wide / 2)
        self.getAxis("bottom").setTicks([[(at, names[at]) for at in named]])

    def _colour(self, name: str) -> QColor:
        colour: Any = getattr(theme.current().tokens, name)
        assert isinstance(colour, QColor)
        return colour


def _steps(low: float, high: float) -> list[float]:
    """Give about four round numbers, from the last at or under `low` to the first at or over `high`."""
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough)
    return [each * step for each in range(floor(low / step), ceil(high / step) + 1)]
