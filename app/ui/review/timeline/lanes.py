"""The lanes of the timeline: how both sides sound, when they speak, and what is amiss there."""

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.domain.timeline import Speaker, samples
from app.language import tr
from app.report import words
from app.ui.pieces.theme import SPACE
from app.ui.review.timeline import signs, told
from app.ui.review.timeline.index import Spans
from app.ui.review.timeline.scene import Scene, faint, stamp, write
from app.ui.review.timeline.span import View

if TYPE_CHECKING:
    from app.session.waveform import Waveform

_BIN = samples(0.01)
"""Samples of one bin of an envelope (app.audio.envelope)."""

_CROWDED = 7.0
"""Pixels of width for each overlap, under which they are no longer shaded."""

_BLOCK, _OUTSIDE, _ALONE = 0.17, 0.30, 0.82
"""Strength of a spurt's ground, of sound outside of spurts, and of a spurt that is drawn without sound."""

_LOUDEST_DB = 14.0
"""dB over or under one's usual at which the line of loudness ends."""

_SMOOTH = 8
"""Pixels over which the loudness is a mean where so much of the call is seen that it would be a scribble."""

_CORNER, _HATCH, _LINE = 4.0, 6.0, 70
"""Pixels of a block's corners, and between the lines of a hatch; how strong these are, of 255."""


def colour(scene: Scene, speaker: Speaker) -> QColor:
    """Give a speaker's colour."""
    return scene.tokens.agent if speaker is Speaker.AGENT else scene.tokens.customer


def draw(painter: QPainter, scene: Scene) -> None:
    """Draw both lanes, the loudness, and all that lies behind and over them, but no signs."""
    _heated(painter, scene)
    _silence(painter, scene)
    _overlaps(painter, scene)
    for speaker, row in ((Speaker.AGENT, scene.rows.agent), (Speaker.CUSTOMER, scene.rows.customer)):
        _ground(painter, scene, row)
        if speaker is Speaker.CUSTOMER and scene.indexed.blind:
            _unknown(painter, scene, row)
        else:
            _speech(painter, scene, speaker, row)
            _unheard(painter, scene, str(speaker), row)
    _pauses(painter, scene)
    if scene.rows.loudness is not None:
        _loudness(painter, scene, scene.rows.loudness)


def _ground(painter: QPainter, scene: Scene, row: QRectF) -> None:
    """Draw the line in the middle of a lane: as far as the call is known, and dotted where it is not yet."""
    shown, y = scene.indexed.shown, row.center().y()
    right = scene.left + scene.width
    known = right if shown.done else min(right, max(scene.left, scene.x(shown.until)))
    painter.setPen(QPen(scene.tokens.line, 1))
    painter.drawLine(QPointF(scene.left, y), QPointF(known, y))
    if known < right:
        painter.setPen(QPen(scene.tokens.line, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(known, y), QPointF(right, y))


def _speech(painter: QPainter, scene: Scene, speaker: Speaker, row: QRectF) -> None:
    spans, view, tint = scene.indexed.speech[speaker], scene.view, colour(scene, speaker)
    columns = _columns(scene)
    spoken = spans.covered(view.start, view.end, columns)
    strength = _ALONE if scene.sound is None else _BLOCK
    _blocks(painter, scene, spans, row, tint, strength)
    if scene.sound is None:
        return
    half = max(1, round(row.height() * scene.ratio / 2))
    tall = _peaks(scene.sound, speaker, view, columns) * (half - 1)
    reach = np.arange(half, dtype=np.float32)[:, None]
    strengths = (255 * (_OUTSIDE + (0.95 - _OUTSIDE) * spoken)).astype(np.float32)
    lower = (np.clip(tall - reach + 0.5, 0, 1) * np.where(tall > 0, strengths, 0)).astype(np.uint8)
    stamp(painter, np.concatenate((lower[::-1], lower)), tint, row)


def _blocks(
    painter: QPainter, scene: Scene, spans: Spans, row: QRectF, tint: QColor, strength: float
) -> None:
    """Draw spurts as blocks with round corners, faint where they are narrower than a pixel."""
    view, columns = scene.view, _columns(scene)
    radius = round(min(_CORNER, row.height() / 2) * scene.ratio)
    insets = [radius - sqrt(radius**2 - (radius - line - 0.5) ** 2) for line in range(radius)]
    cut = [spans.covered(view.start, view.end, columns, inset * view.span / columns) for inset in insets]
    whole = spans.covered(view.start, view.end, columns)[None, :]
    upper = np.stack(cut) if cut else whole
    tall = radius / scene.ratio
    for points, place in (
        (upper, QRectF(row.left(), row.top(), row.width(), tall)),
        (whole, row.adjusted(0, tall, 0, -tall)),
        (upper[::-1], QRectF(row.left(), row.bottom() - tall, row.width(), tall)),
    ):
        stamp(painter, (points * 255 * strength).astype(np.uint8), tint, place)


def _columns(scene: Scene) -> int:
    """Give the screen's columns of what is seen."""
    return max(1, round(scene.width * scene.ratio))


def _peaks(sound: "Waveform", speaker: Speaker, view: View, columns: int) -> NDArray[np.float64]:
    """Give how loud each column is, 0..1; a line from bin to bin of the envelope where they are far apart."""
    start, end = round(view.start), round(view.end)
    if view.span / columns >= _BIN:
        return np.asarray(sound.columns(speaker, start, end, columns), np.float64) / 255
    first, last = start // _BIN - 1, end // _BIN + 2
    bins = np.asarray(sound.columns(speaker, first * _BIN, last * _BIN, last - first), np.float64) / 255
    middles = (np.arange(first, last) + 0.5) * _BIN
    at = view.start + (np.arange(columns) + 0.5) * view.span / columns
    return np.interp(at, middles, bins)


def _unknown(painter: QPainter, scene: Scene, row: QRectF) -> None:
    """Say in the customer's lane why nothing can be known of it: as much as there is room for."""
    report = scene.indexed.shown.report
    why = words.UNSEPARATED.get(report.separation, words.UNSEPARATED["mic-only"])
    painter.fillRect(row.adjusted(0, 1, 0, -1), QBrush(scene.tokens.line, Qt.BrushStyle.Dense7Pattern))
    begun = tr(words.NOT_MEASURABLE).capitalize()
    for text in (f"{begun}. {words.addressed(report.separation_reason or why)}", f"{begun}. {why}", begun):
        wide = scene.metrics.horizontalAdvance(text)
        if wide <= scene.width - 2 * SPACE:
            behind = QRectF(0, 0, wide + 2 * SPACE, scene.metrics.height() + 2)
            behind.moveCenter(row.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(scene.tokens.surface)
            painter.drawRoundedRect(behind, 4, 4)
            write(painter, scene, text, behind.left() + SPACE, row, scene.tokens.ink_soft)
            return


def _heated(painter: QPainter, scene: Scene) -> None:
    """Shade heated stretches over all rows, with a lid above them."""
    rows, view = scene.rows, scene.view
    hot = scene.indexed.heated.covered(view.start, view.end, _columns(scene))[None, :]
    if hot.any():
        over = rows.lanes.united(rows.loudness or rows.lanes)
        strength = 30 if scene.tokens.dark else 23
        stamp(painter, np.ceil(hot * strength).astype(np.uint8), scene.tokens.bad, over)
        lid = QRectF(over.left(), over.top() - 2, over.width(), 2)
        stamp(painter, (255 * (hot > 0)).astype(np.uint8), scene.tokens.bad, lid)


def _silence(painter: QPainter, scene: Scene) -> None:
    """Hatch the stretches in which both are silent."""
    view, row, columns = scene.view, scene.rows.lanes, _columns(scene)
    quiet = scene.indexed.silence.covered(view.start, view.end, columns)
    if quiet.any():
        apart = max(2, round(_HATCH * scene.ratio))
        across, down = np.arange(columns)[None, :], np.arange(apart)[:, None]
        hatched = np.where((across + down) % apart < scene.ratio, _LINE, _LINE // 5) * quiet
        tall = np.arange(max(1, round(row.height() * scene.ratio))) % apart
        stamp(painter, hatched.astype(np.uint8)[tall], scene.tokens.ink_soft, row)


def _unheard(painter: QPainter, scene: Scene, channel: str, row: QRectF) -> None:
    """Cross out what was not heard of a side."""
    for start, end in scene.indexed.unheard[channel].within(scene.view.start, scene.view.end):
        place = scene.across(start, end, row, 2)
        painter.setPen(QPen(scene.tokens.caution, 1, Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(faint(scene.tokens.caution, 0.45), Qt.BrushStyle.DiagCrossPattern))
        painter.drawRect(place)
        start, end = scene.tinted(start, end)
        seen = QRectF(scene.x(start), row.top(), (end - start) / scene.pixel, row.height())
        text = tr(told.NOT_HEARD)
        wide = scene.metrics.horizontalAdvance(text)
        if wide + 2 * SPACE <= seen.width() and scene.metrics.height() + 2 <= row.height():
            behind = QRectF(0, 0, wide + SPACE, scene.metrics.height() + 2)
            behind.moveCenter(seen.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(scene.tokens.surface)
            painter.drawRoundedRect(behind, 4, 4)
            write(painter, scene, text, behind.left() + SPACE / 2, behind, scene.tokens.caution)


def _overlaps(painter: QPainter, scene: Scene) -> None:
    """Shade, through both lanes, where both speak at once, unless those places are too narrow to be seen."""
    numbers = scene.indexed.overlaps_within(scene.view.start, scene.view.end)
    if len(numbers) * _CROWDED > scene.width:
        return
    for number in numbers:
        found = scene.indexed.overlap(number)
        place = scene.across(found.start, found.end, scene.rows.lanes)
        if place.width() >= 2:
            label = scene.indexed.label(scene.indexed.places[number])
            painter.fillRect(place, faint(signs.colour(label, scene.tokens), 0.2))


def _pauses(painter: QPainter, scene: Scene) -> None:
    """Draw a dashed line where the call was paused, and dots under the lanes where the words are missing."""
    view, rows = scene.view, scene.rows
    painter.setPen(QPen(scene.tokens.caution, 1.5, Qt.PenStyle.DashLine))
    for start, _ in scene.indexed.unheard["call"].within(view.start, view.end):
        x = scene.x(start)
        painter.drawLine(QPointF(x, rows.agent.top()), QPointF(x, rows.customer.bottom()))
    painter.setPen(QPen(scene.tokens.caution, 2, Qt.PenStyle.DotLine))
    for start, end in scene.indexed.unheard["transcript"].within(view.start, view.end):
        place = scene.across(start, end, rows.customer, 2)
        painter.drawLine(place.bottomLeft(), place.bottomRight())


def _loudness(painter: QPainter, scene: Scene, row: QRectF) -> None:
    """Draw how loud each side is against its own usual, which is the line in the middle: yours as a line, the
    customer's dashed.
    """
    painter.setPen(QPen(scene.tokens.line, 1))
    painter.drawLine(QPointF(row.left(), row.center().y()), QPointF(row.right(), row.center().y()))
    columns, tall = _columns(scene), max(1, round(row.height() * scene.ratio))
    down = np.arange(tall)[:, None] + 0.5
    for speaker in (Speaker.CUSTOMER, Speaker.AGENT):
        line = scene.loudness.get(speaker)
        if line is None or (speaker is Speaker.CUSTOMER and scene.indexed.blind):
            continue
        db = line.columns(scene.view.start, scene.view.end, columns, round(_SMOOTH * scene.ratio))
        if speaker is Speaker.CUSTOMER:
            begun = int(scene.view.start / scene.pixel * scene.ratio)  # dashes move along with the call
            db[(np.arange(columns) + begun) % round(9 * scene.ratio) >= 6 * scene.ratio] = np.nan
        ys = (0.5 - np.clip(db / _LOUDEST_DB, -1, 1) * 0.46) * tall
        after = np.append(ys[1:], ys[-1:])
        after = np.where(np.isnan(after), ys, after)
        half = (0.8 if speaker is Speaker.AGENT else 0.6) * scene.ratio
        within = np.minimum(down - np.minimum(ys, after), np.maximum(ys, after) - down) + half + 0.5
        alpha = 255 * np.clip(np.nan_to_num(within, nan=0.0), 0, 1)
        stamp(painter, alpha.astype(np.uint8), colour(scene, speaker), row)
