"""What frames the timeline: the names of its rows, the time axis, and the strip of the whole call."""

from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.domain.overlaps import INTERRUPTIONS
from app.domain.timeline import Speaker, samples, seconds
from app.language import marked, tr
from app.report import words
from app.report.strip import STEPS
from app.ui.pieces import shapes
from app.ui.pieces.theme import SPACE
from app.ui.review.timeline import told
from app.ui.review.timeline.lanes import colour
from app.ui.review.timeline.scene import Scene, faint, second, stamp, write

_FINE = (0.1, 0.2, 0.5, *STEPS)
"""Seconds between two ticks of the axis."""

LOUDNESS = marked("Loudness")


def names(painter: QPainter, scene: Scene) -> None:
    """Draw the shapes and names of the rows to the left of them."""
    side = scene.metrics.ascent()
    for speaker, row in ((Speaker.AGENT, scene.rows.agent), (Speaker.CUSTOMER, scene.rows.customer)):
        box = QRectF(SPACE * 1.5, 0, side, side)
        box.moveCenter(QPointF(box.center().x(), row.center().y()))
        shapes.draw(painter, str(speaker), box.adjusted(1, 1, -1, -1), scene.tokens)
        if scene.rows.names:
            write(painter, scene, words.PEOPLE[speaker], box.right() + SPACE / 2, row, scene.tokens.ink)
    x = SPACE * 1.5 + side + SPACE / 2
    if scene.rows.loudness is not None and scene.rows.names:
        write(painter, scene, tr(LOUDNESS), x, scene.rows.loudness, scene.tokens.ink_soft)
    if scene.sound is None and scene.rows.names:
        write(painter, scene, tr(told.NO_SOUND), x, scene.rows.between, scene.tokens.ink_soft)


def axis(painter: QPainter, scene: Scene) -> None:
    """Draw the time axis: a line with ticks, named where the names keep their distance."""
    row, view, tokens = scene.rows.axis, scene.view, scene.tokens
    widest = scene.metrics.horizontalAdvance(told.time(view.end, 0.1 if scene_is_fine(scene) else 1))
    step = next((each for each in _FINE if each * second(scene) >= widest + 3 * SPACE), _FINE[-1])
    painter.setPen(QPen(tokens.line, 1))
    y = row.top() + 0.5
    painter.drawLine(QPointF(row.left(), y), QPointF(row.right(), y))
    part = step / 5 if step * second(scene) >= 60 else step
    first, last = (
        ceil(seconds(round(view.start)) / part - 1e-9),
        floor(seconds(round(view.end)) / part + 1e-9),
    )
    beyond = SPACE * 1.5
    for number in range(first, last + 1):
        x = scene.x(samples(number * part))
        named = abs(number * part / step - round(number * part / step)) < 1e-6
        painter.setPen(QPen(tokens.ink_soft if named else tokens.line, 1))
        painter.drawLine(QPointF(x, y), QPointF(x, y + (5 if named else 3)))
        if named:
            text = told.time(samples(number * part), step)
            wide = scene.metrics.horizontalAdvance(text)
            at = max(row.left() - beyond, min(x - wide / 2, row.right() + SPACE - wide))
            below = row.adjusted(0, 5, 0, 0)
            write(painter, scene, text, at, below, tokens.ink_soft)


def scene_is_fine(scene: Scene) -> bool:
    """Whether the axis may have to name tenths of a second."""
    return second(scene) >= 60


def overview(painter: QPainter, scene: Scene, row: QRectF) -> None:
    """Draw the whole call as a thin strip: both sides, cut-ins as ticks between them, marks above."""
    indexed, tokens = scene.indexed, scene.tokens
    length = scene.view.length
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.raised)
    painter.drawRoundedRect(row, 4, 4)
    columns = max(1, round(row.width() * scene.ratio))
    tall = (row.height() - 8) / 2
    for speaker, top in ((Speaker.AGENT, row.top() + 3), (Speaker.CUSTOMER, row.bottom() - 3 - tall)):
        spoken = indexed.speech[speaker].covered(0, length, columns)
        lane = QRectF(row.left(), top, row.width(), tall)
        stamp(painter, (spoken * 200).astype(np.uint8)[None, :], colour(scene, speaker), lane)
    heated = indexed.heated.covered(0, length, columns)
    stamp(painter, ((heated > 0) * 60).astype(np.uint8)[None, :], tokens.bad, row)
    middle = row.center().y()
    painter.setPen(QPen(tokens.bad, 1.2))
    for group in indexed.overlaps.groups(4 * length / row.width(), 0, length):
        if indexed.label(indexed.places[group.top]) in INTERRUPTIONS:
            x = row.left() + group.t / length * row.width()
            painter.drawLine(QPointF(x, middle - 3), QPointF(x, middle + 3))
    painter.setPen(QPen(tokens.ink, 1.5))
    for t in sorted(indexed.notes):
        x = row.left() + t / length * row.width()
        painter.drawLine(QPointF(x, row.top()), QPointF(x, row.top() + 6))


def window(painter: QPainter, scene: Scene, row: QRectF) -> None:
    """Frame the part of the strip that is seen above."""
    place = window_at(scene, row)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint(scene.tokens.surface, 0.6))
    painter.drawRect(QRectF(row.left(), row.top(), place.left() - row.left(), row.height()))
    painter.drawRect(QRectF(place.right(), row.top(), row.right() - place.right(), row.height()))
    painter.setPen(QPen(scene.tokens.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)


def window_at(scene: Scene, row: QRectF) -> QRectF:
    """Give the part of the strip that is seen above, at least wide enough to be taken hold of."""
    view = scene.view
    left = row.left() + view.start / view.length * row.width()
    wide = max(float(SPACE), view.span / view.length * row.width())
    return QRectF(min(left, row.right() - wide), row.top(), wide, row.height())


def lines(
    painter: QPainter,
    scene: Scene,
    chosen: tuple[int, int] | None,
    cursor: int | None,
    position: int | None,
) -> None:
    """Draw what moves over all of it: the chosen stretch, the cursor, and where the playing is (samples)."""
    tokens, plot, strip = scene.tokens, scene.rows.plot, scene.rows.overview
    if chosen is not None and chosen[0] < chosen[1]:
        place = scene.across(*chosen, plot, 1).intersected(plot.adjusted(-1, 0, 1, 0))
        if place.width() > 0:
            painter.fillRect(place, faint(tokens.accent, 0.12))
        painter.setPen(QPen(tokens.accent, 1.5))
        for x in (scene.x(t) for t in chosen if scene.view.holds(t)):
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
    for t, pen in (
        (cursor, QPen(tokens.ink, 1, Qt.PenStyle.DashLine)),
        (position, QPen(tokens.accent, 2)),
    ):
        if t is None:
            continue
        painter.setPen(pen)
        if strip is not None:
            x = strip.left() + t / scene.view.length * strip.width()
            painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.bottom()))
        if scene.view.holds(t):
            x, y = scene.x(t), scene.rows.axis.top()
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            painter.drawPolygon(QPolygonF([QPointF(x, y - 1), QPointF(x + 5, y + 6), QPointF(x - 5, y + 6)]))
