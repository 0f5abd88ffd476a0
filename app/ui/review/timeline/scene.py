"""All that one picture of the timeline is drawn from, and the few ways in which its parts draw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from app.domain.timeline import RATE, Speaker, samples
from app.ui.pieces.theme import Tokens
from app.ui.review.timeline.index import Group, Indexed
from app.ui.review.timeline.rows import Rows
from app.ui.review.timeline.span import View

if TYPE_CHECKING:
    from app.session.waveform import Waveform


_APART, _EDGE = samples(1.1), samples(0.125)
"""How far apart two moments of speech are for the line of loudness to break off, and how far it goes beyond
one that stands alone: half a quarter of a second.
"""


class Loudness:
    """A speaker's loudness over their own usual, at (sample, dB) each."""

    def __init__(self, points: list[tuple[int, float]]) -> None:
        pairs = np.array(points, np.float64).reshape(-1, 2)
        self._t: NDArray[np.float64] = pairs[:, 0]
        self._db: NDArray[np.float64] = pairs[:, 1]
        self._sum = np.concatenate(([0.0], np.cumsum(self._db)))

    def columns(self, start: float, end: float, count: int, wide: int) -> NDArray[np.float64]:
        """Give the dB in each of `count` equal columns of [start, end): a line through the means of `wide`
        columns each where speech is so dense, nan where there was none.
        """
        most = max(1, count // wide)
        t, db = self._points(start, end, most)
        if not len(t):
            return np.full(count, np.nan)
        step = (end - start) / most
        at = start + (np.arange(count) + 0.5) * (end - start) / count
        place = np.searchsorted(t, at)
        before, after = t[np.maximum(place - 1, 0)], t[np.minimum(place, len(t) - 1)]
        near = np.minimum(np.abs(at - before), np.abs(after - at)) <= max(_EDGE, step / 2)
        between = (before <= at) & (at <= after) & (after - before <= max(_APART, 1.5 * step))
        return np.where(near | between, np.interp(at, t, db), np.nan)

    def _points(self, start: float, end: float, most: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give times and dB in [start, end) and next to it, or the means of `most` columns of more points."""
        first, last = (int(place) for place in np.searchsorted(self._t, (start, end)))
        if last - first <= most:
            kept = slice(max(0, first - 1), last + 1)
            return self._t[kept], self._db[kept]
        edges = np.linspace(start, end, most + 1)
        places = np.searchsorted(self._t, edges)
        counts = np.diff(places)
        means = np.diff(self._sum[places]) / np.maximum(counts, 1)
        return ((edges[:-1] + edges[1:]) / 2)[counts > 0], means[counts > 0]


@dataclass
class Scene:
    """One picture to draw: a call, the part of it, where the rows are, how it sounds, and the look.

    `ratio` is the screen's pixels for one of ours. `hits` gathers what can be pointed at: a place, its kind
    ("pins" or "overlaps") and which of them.
    """

    indexed: Indexed
    view: View
    rows: Rows
    sound: "Waveform | None"
    loudness: Mapping[Speaker, Loudness]
    tokens: Tokens
    font: QFont
    ratio: float
    hits: list[tuple[QRectF, str, Group]] = field(default_factory=list)

    @cached_property
    def metrics(self) -> QFontMetricsF:
        """The measures of the type."""
        return QFontMetricsF(self.font)

    @property
    def left(self) -> float:
        """Where the call's part begins, in pixels."""
        return self.rows.pins.left()

    @property
    def width(self) -> float:
        """How wide the call's part is, in pixels."""
        return self.rows.pins.width()

    @property
    def pixel(self) -> float:
        """Samples of one pixel."""
        return self.view.span / self.width

    def x(self, t: float) -> float:
        """Give where a sample lies; it may be out of sight."""
        return self.left + self.view.x(t, self.width)

    def across(self, start: float, end: float, row: QRectF, least: float = 0.0) -> QRectF:
        """Give the part of a row that a stretch takes, cut to a little beyond what is seen."""
        beyond = 12.0
        one = max(self.left - beyond, self.x(start))
        other = min(self.left + self.width + beyond, self.x(end))
        return QRectF(one, row.top(), max(least, other - one), row.height())

    def tinted(self, start: float, end: float) -> tuple[float, float]:
        """Give a stretch cut to what is seen."""
        return max(start, self.view.start), min(end, self.view.end)


def faint(colour: QColor, strength: float) -> QColor:
    """Give a colour of which so much (0..1) is left."""
    made = QColor(colour)
    made.setAlphaF(strength)
    return made


def write(painter: QPainter, scene: Scene, text: str, x: float, row: QRectF, colour: QColor) -> None:
    """Write a line of text at `x`, in the middle of a row's height."""
    y = row.center().y() + (scene.metrics.ascent() - scene.metrics.descent()) / 2
    painter.setPen(colour)
    painter.drawText(QPointF(x, y), text)


def stamp(painter: QPainter, alpha: NDArray[np.uint8], colour: QColor, at: QRectF) -> None:
    """Draw one colour, its strength 0..255 for each point (height, width), stretched to `at`."""
    strengths = np.arange(256, dtype=np.uint32)
    parts = [strengths * part // 255 for part in (colour.red(), colour.green(), colour.blue())]
    shades = (strengths << 24) | (parts[0] << 16) | (parts[1] << 8) | parts[2]
    points = np.take(shades, alpha)
    tall, wide = points.shape
    image = QImage(points.data, wide, tall, wide * 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(at, image)


def second(scene: Scene) -> float:
    """Give the pixels of one second."""
    return RATE / scene.pixel
