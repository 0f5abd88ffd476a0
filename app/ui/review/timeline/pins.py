"""What stands in the timeline's rows of signs: pins over the lanes, overlaps between them, and their words.

Signs come first, then words where they have room; nothing lies over anything else.
"""

from bisect import bisect_left, insort

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.domain.timeline import seconds
from app.language import tr
from app.report import words
from app.ui.pieces.theme import SPACE
from app.ui.review.timeline import signs, told
from app.ui.review.timeline.index import Group, Moments
from app.ui.review.timeline.scene import Scene, write

_LETTERS = 28
"""Letters of a note that are written beside its flag at most."""

_PAD = 4.0

_APART, _CROWDED = 1.35, 3.4
"""Sides of a sign within which there is one for all: where there are few, and where there are many."""


class Room:
    """The places along a row that are taken."""

    def __init__(self, left: float, right: float) -> None:
        self._taken = [(left, left), (right, right)]

    def take(self, left: float, right: float) -> None:
        """Take a place."""
        insort(self._taken, (left, right))

    def has(self, left: float, right: float) -> bool:
        """Whether all of a place is free."""
        place = bisect_left(self._taken, (left, left))
        return (
            0 < place < len(self._taken)
            and max(end for _, end in self._taken[:place]) <= left
            and right <= self._taken[place][0]
        )

    def until(self, x: float) -> float:
        """Give how far it is free from `x` on."""
        place = bisect_left(self._taken, (x, x))
        return self._taken[place][0] if place < len(self._taken) else x


def draw(painter: QPainter, scene: Scene) -> None:
    """Draw both rows of signs and note in the scene where they are."""
    _pins(painter, scene)
    _overlaps(painter, scene)


def reach(scene: Scene, moments: Moments) -> float:
    """Give within how many samples signs are gathered into one: more where many need their number beside."""
    side = _side(scene)
    seen = len(moments.times) * scene.view.span / scene.view.length
    return side * (_APART if seen * side * _APART < scene.width else _CROWDED) * scene.pixel


def _side(scene: Scene) -> float:
    return min(scene.metrics.ascent() * 1.1, scene.rows.between.height() - 4)


def _groups(scene: Scene, kind: str) -> list[tuple[Group, QRectF]]:
    """Give what there is of a kind, "pins" or "overlaps", with its place, and note where it is."""
    moments = scene.indexed.pins if kind == "pins" else scene.indexed.overlaps
    row = scene.rows.pins if kind == "pins" else scene.rows.between
    side, found = _side(scene), []
    for group in moments.groups(reach(scene, moments), scene.view.start, scene.view.end):
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(scene.x(group.t), row.center().y()))
        found.append((group, box))
        scene.hits.append((box.adjusted(-2, -4, 2, 4), kind, group))
    return found


def _pins(painter: QPainter, scene: Scene) -> None:
    row, tokens, indexed = scene.rows.pins, scene.tokens, scene.indexed
    room = Room(scene.left - SPACE, scene.left + scene.width + SPACE)
    groups = _groups(scene, "pins")
    for _, box in groups:
        room.take(box.left(), box.right())
    for group, box in groups:
        x = box.center().x()
        cue = indexed.cues[group.top]
        painter.setPen(QPen(tokens.ink if cue is None else tokens.ink_soft, 1.4 if cue is None else 1))
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x, row.bottom() + 2))
        text, colour = str(group.count) if group.count > 1 else "", tokens.ink_soft
        if cue is None:
            signs.flag(painter, box, tokens)
            if group.count == 1:
                text, colour = words.plain(indexed.notes.get(group.t, "")).strip(), tokens.ink
        else:
            signs.hint(painter, cue.kind, box, tokens)
        if text:
            at = box.right() + _PAD
            free = room.until(at) - at - _PAD
            fits = min(free, scene.metrics.averageCharWidth() * _LETTERS)
            shown = scene.metrics.elidedText(text, Qt.TextElideMode.ElideRight, fits)
            if shown == text or len(shown) > 6:
                write(painter, scene, shown, at, row, colour)
                room.take(at, at + scene.metrics.horizontalAdvance(shown) + _PAD)
    _heated(painter, scene, room)


def _heated(painter: QPainter, scene: Scene, room: Room) -> None:
    """Name heated stretches above them, at the first place that is free."""
    wide = scene.metrics.horizontalAdvance(tr(told.HEATED))
    for start, end in scene.indexed.heated.within(scene.view.start, scene.view.end):
        start, end = scene.tinted(start, end)
        x, right = scene.x(start) + _PAD, scene.x(end)
        while x + wide <= right:
            if room.has(x - _PAD, x + wide + _PAD):
                write(painter, scene, tr(told.HEATED), x, scene.rows.pins, scene.tokens.bad)
                room.take(x, x + wide + _PAD)
                break
            x += SPACE


def _overlaps(painter: QPainter, scene: Scene) -> None:
    row, indexed = scene.rows.between, scene.indexed
    room = Room(scene.left - SPACE, scene.left + scene.width + SPACE)
    groups = _groups(scene, "overlaps")
    for _, box in groups:
        room.take(box.left(), box.right())
    for group, box in groups:
        place = indexed.places[group.top]
        found, own = indexed.overlap(group.top), indexed.shown.labels.get(place)
        x = box.right() + _PAD
        if group.count > 1:
            signs.overlap(painter, indexed.label(place), found.by, box, scene.tokens)
            texts = [str(group.count)]
        elif own in told.SHORT and own is not None:
            x = _own(painter, scene, own, group, box, room)
            texts = [tr("You say: {short}", short=told.SHORT[own]), told.SHORT[own]]
        else:
            signs.overlap(painter, found.label, found.by, box, scene.tokens)
            texts = [words.overlap(found.label, found.by), told.short(found.label, found.by)]
        free = room.until(x) - x - _PAD
        for text in texts:
            wide = scene.metrics.horizontalAdvance(text)
            if wide <= free:
                ink = scene.tokens.ink if group.count == 1 else scene.tokens.ink_soft
                write(painter, scene, text, x, row, ink)
                room.take(x, x + wide + _PAD)
                break
    _silences(painter, scene, room)


def _own(painter: QPainter, scene: Scene, own: str, group: Group, box: QRectF, room: Room) -> float:
    """Draw the measured label and, framed, the user's own beside it: one sign where they are the same, or
    where there is no room for two. Give where a text may follow.
    """
    found = scene.indexed.overlap(group.top)
    frame = box.translated(box.width() + _PAD, 0)
    if own != found.label and room.until(frame.left()) >= frame.right() + _PAD:
        signs.overlap(painter, found.label, found.by, box, scene.tokens)
        room.take(frame.left(), frame.right())
    else:
        frame = box
    signs.overlap(painter, own, found.by, frame.adjusted(2, 2, -2, -2), scene.tokens)
    painter.setPen(QPen(scene.tokens.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
    return frame.right() + _PAD + 1


def _silences(painter: QPainter, scene: Scene, room: Room) -> None:
    """Write how long nobody spoke into the middle of what is seen of it."""
    view = scene.view
    spans = scene.indexed.silence
    if spans.count(view.start, view.end) * SPACE > scene.width:
        return
    for start, end in spans.within(view.start, view.end):
        if (end - start) / scene.pixel < 2 * scene.metrics.height():
            continue
        text = tr("{span} silent", span=words.span(seconds(round(end - start))))
        short = words.span(seconds(round(end - start)))
        start, end = scene.tinted(start, end)
        middle = (scene.x(start) + scene.x(end)) / 2
        for each in (text, short):
            wide = scene.metrics.horizontalAdvance(each) + 2 * _PAD
            left = middle - wide / 2
            if wide <= (end - start) / scene.pixel and room.has(left, left + wide):
                behind = QRectF(left, 0, wide, scene.metrics.height())
                behind.moveCenter(QPointF(middle, scene.rows.between.center().y()))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(scene.tokens.surface)
                painter.drawRoundedRect(behind, 4, 4)
                write(painter, scene, each, left + _PAD, scene.rows.between, scene.tokens.ink_soft)
                room.take(left, left + wide)
                break
