"""The drawn timeline, to be worked with: wheel, touchpad and mouse.

The wheel zooms around the pointer (with Ctrl in any case, without it unless the page under the pointer
scrolls and the keys are elsewhere); with Shift, or sideways, it moves along the call. Dragging over the lanes
chooses a stretch; dragging the time axis, the strip below, or anything with the middle button, moves.
"""

from collections.abc import Callable
from math import exp

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from app.domain.timeline import Speaker, seconds
from app.language import tr
from app.report import words
from app.ui.review.timeline import told
from app.ui.review.timeline.keys import NOTCH, TimelineKeys

_NOTCH_UNITS, _PART, _SMOOTH = 120.0, 0.1, 240.0
"""Qt's units of one notch of a wheel, the part of what is seen that it moves by sideways, and the pixels that
a touchpad moves for a zoom by e.
"""


class TimelineCanvas(TimelineKeys):
    """The timeline's drawing with all that can be done in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag: Callable[[QPointF], None] | None = None
        self._pressed: QPointF | None = None

    def event(self, event: QEvent) -> bool:
        """Take pinches, and tell what is pointed at."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom_at(event.position().x(), exp(-event.value()))
            return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.told_at(QPointF(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer, or move along the call."""
        pixels, units = event.pixelDelta(), event.angleDelta()
        smooth = not pixels.isNull()
        across, down = (pixels.x(), pixels.y()) if smooth else (units.x(), units.y())
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ShiftModifier or (
            abs(across) > abs(down) and not held & Qt.KeyboardModifier.ControlModifier
        ):
            by = across if abs(across) > abs(down) else down
            part = by / max(1.0, self._width()) if smooth else by / _NOTCH_UNITS * _PART
            self.move_view(-part * self.view.span)
        elif held & Qt.KeyboardModifier.ControlModifier or self.hasFocus() or not self._page_scrolls():
            factor = exp(-down / _SMOOTH) if smooth else NOTCH ** (-down / _NOTCH_UNITS)
            self._zoom_at(event.position().x(), factor)
        else:
            event.ignore()
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is under the pointer."""
        if self.scene is None or event.button() not in (
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.MiddleButton,
        ):
            event.ignore()
            return
        at, rows = event.position(), self.scene.rows
        if rows.overview is not None and rows.overview.contains(at):
            strip = rows.overview
            share = (at.x() - strip.left()) / strip.width() * self.view.length
            if not self.view.start <= share <= self.view.end:
                self.move_view(share - self.view.start - self.view.span / 2)
            self._hold(at, self.view.length / strip.width())
        elif event.button() is Qt.MouseButton.MiddleButton or rows.axis.contains(at):
            self._pressed = at
            self._hold(at, -self.scene.pixel)
        else:
            self._pressed = at
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = self.far_end(self.at)
                self._choose_to(at)
                self._drag = self._choose_to
            else:
                self._anchor = self._at(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what is held."""
        at = event.position()
        far = self._pressed is not None and (
            (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        )
        if self._drag is None and far:
            self._drag = self._choose_to
        if self._drag is not None:
            self._drag(at)
            if far:
                self._pressed = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a press that did not move chooses what it is on, or plays from there."""
        drag, pressed = self._drag, self._pressed
        self._drag = self._pressed = None
        if drag == self._choose_to:
            self.tell_range()
        elif pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            self._click(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the line that is said there."""
        if event.button() is Qt.MouseButton.LeftButton and self.scene is not None:
            lane = next((who for who in Speaker if self._lane(who).contains(event.position())), None)
            self.choose_line(self._at(event.position()), lane)

    def told_at(self, at: QPointF) -> str:
        """Say what is at a place of the drawing; "" where there is nothing to say."""
        scene, indexed = self.scene, self.indexed
        if scene is None or indexed is None:
            return ""
        for box, kind, group in scene.hits:
            if box.contains(at):
                return told.pins(indexed, group) if kind == "pins" else told.overlaps(indexed, group)
        if not scene.rows.plot.contains(at):
            return ""
        t = self._at(at)
        for gap in indexed.shown.report.gaps:
            reach = max(gap.end, gap.start + 4 * scene.pixel)
            if gap.start <= t <= reach and (
                gap.channel not in list(Speaker) or self._lane(gap.channel).contains(at)
            ):
                return told.gap(gap)
        lines = [told.at(indexed, t)]
        for name, spans in ((tr("Nobody spoke"), indexed.silence), (tr("Heated"), indexed.heated)):
            lines += [
                tr("{name} for {span}", name=name, span=words.span(seconds(round(end - start))))
                for start, end in spans.within(t, t + 1)
            ]
        return "\n".join(lines)

    def _click(self, at: QPointF) -> None:
        """Choose the sign under the pointer, come nearer to several in one place, else play from there."""
        assert self.scene is not None and self.indexed is not None
        for box, kind, group in self.scene.hits:
            if box.contains(at):
                if group.count > 1:
                    moments = self.indexed.pins if kind == "pins" else self.indexed.overlaps
                    last = moments.times[group.last - 1]
                    self.set_view(self.view.around(group.t, max(last, group.t + 1), 0.5), by_hand=True)
                    return
                self.move_cursor(group.t)
                if kind == "overlaps":
                    self.overlap_chosen.emit(self.indexed.places[group.top])
                elif self.indexed.cues[group.top] is None:
                    self.mark_chosen.emit(group.t)
                else:
                    self.seek(group.t)
                return
        if at.x() >= self.scene.left - 4:
            self.chosen = None
            self.seek(self._at(at))

    def _choose_to(self, at: QPointF) -> None:
        """Take the stretch from where it began to the pointer, and go on where that leaves the view."""
        scene = self.scene
        assert scene is not None
        beyond = min(0.0, at.x() - scene.left) + max(0.0, at.x() - scene.left - scene.width)
        if beyond:
            self.move_view(beyond * scene.pixel * 0.2)
        t = self._at(at)
        self.chosen = (min(self._anchor, t), max(self._anchor, t))
        self.move_cursor(t)

    def _hold(self, at: QPointF, scale: float) -> None:
        """Let the pointer move the view by `scale` samples a pixel from now on."""
        begun, x = self.view, at.x()
        self._drag = lambda to: self.set_view(begun.moved((to.x() - x) * scale), by_hand=True)

    def _zoom_at(self, x: float, factor: float) -> None:
        left = self.scene.left if self.scene else 0.0
        t = self.view.start + min(1.0, max(0.0, (x - left) / self._width())) * self.view.span
        self.set_view(self.view.zoomed(factor, t), by_hand=True)

    def _width(self) -> float:
        return self.scene.width if self.scene else max(1.0, float(self.width()))

    def _at(self, at: QPointF) -> int:
        assert self.scene is not None
        return self.view.at(min(self._width(), max(0.0, at.x() - self.scene.left)), self._width())

    def _lane(self, speaker: str) -> QRectF:
        assert self.scene is not None
        return self.scene.rows.agent if speaker == Speaker.AGENT else self.scene.rows.customer

    def _page_scrolls(self) -> bool:
        """Whether it lies in something that can be scrolled up or down."""
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, QAbstractScrollArea) and parent.verticalScrollBar().maximum() > 0:
                return True
            parent = parent.parentWidget()
        return False
