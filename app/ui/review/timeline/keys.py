"""The keys of the timeline: they move the cursor, choose a stretch, zoom, and go from moment to moment."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.timeline import Speaker
from app.language import tr
from app.ui.review.timeline import told
from app.ui.review.timeline.picture import TimelinePicture
from app.ui.review.timeline.span import View

NOTCH = 1.25
"""How much nearer one press of a key, or one notch of the wheel, comes."""

_STEP, _SCREENFUL = 0.01, 0.9
"""Parts of what is seen: a step of the arrow keys, and a screenful."""

_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class TimelineKeys(TimelinePicture):
    """The drawing with its keys; the signals are those of TimelineView. The player's keys are left alone.

    Left and Right move the cursor, with Shift they widen the chosen stretch, as do Home, End, PgUp and PgDn.
    F and Shift+F go to the next overlap or mark and the one before, Enter plays from the cursor, Ctrl+Enter
    opens what it is at, M marks there. + and - zoom, 0 shows the whole call.
    """

    seek_asked = Signal(object)
    overlap_chosen = Signal(int)
    line_chosen = Signal(int)
    mark_chosen = Signal(object)
    range_chosen = Signal(object, object)
    mark_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._anchor = 0
        self._sought = False

    def show_position(self, t: int | None) -> None:
        """Show where the playing is; after a seek it takes the cursor along."""
        if self._sought and t is not None and t != self.position:
            self._sought = False
            self.move_cursor(None)
        super().show_position(t)

    def event(self, event: QEvent) -> bool:
        """Keep the timeline's keys from being taken as shortcuts while they are here."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._action(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def seek(self, t: int) -> None:
        """Ask to play from a sample."""
        self.move_cursor(t)
        self._sought = True
        self.seek_asked.emit(self.at)

    def zoom(self, factor: float) -> None:
        """Show `factor` times as much, around the cursor where it is seen, else around the middle."""
        middle = self.view.start + self.view.span / 2
        self.set_view(self.view.zoomed(factor, self.at if self.view.holds(self.at) else middle), by_hand=True)

    def show_whole(self) -> None:
        """Show the whole call."""
        self.set_view(View.whole(self.view.length), by_hand=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key is for; all others, the player's among them, are left to the page."""
        action = self._action(event)
        if action is None:
            event.ignore()
        else:
            action()

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Give what a key does here, None for one that is not the timeline's."""
        if self.indexed is None:
            return None
        key, held = event.key(), event.modifiers()
        keys = Qt.Key
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in (keys.Key_Return, keys.Key_Enter):
            if not held & _CHORDS:
                return lambda: self.seek(self.at)
            return self._open if held & Qt.KeyboardModifier.ControlModifier else None
        if held & _CHORDS:
            return None
        step = max(1.0, self.view.span * _STEP)
        page = self.view.span * _SCREENFUL
        moves = {
            keys.Key_Left: lambda: self._go(round(self.at - step), widen=shift),
            keys.Key_Right: lambda: self._go(round(self.at + step), widen=shift),
            keys.Key_Home: lambda: self._go(0, widen=shift),
            keys.Key_End: lambda: self._go(self.view.length, widen=shift),
            keys.Key_PageUp: lambda: self._page(-page, widen=shift),
            keys.Key_PageDown: lambda: self._page(page, widen=shift),
            keys.Key_F: lambda: self._next(-1 if shift else 1),
            keys.Key_Plus: lambda: self.zoom(1 / NOTCH),
            keys.Key_Equal: lambda: self.zoom(1 / NOTCH),
            keys.Key_Minus: lambda: self.zoom(NOTCH),
            keys.Key_Underscore: lambda: self.zoom(NOTCH),
            keys.Key_0: self.show_whole,
            keys.Key_M: lambda: self.mark_asked.emit(self.at),
        }
        return moves.get(keys(key)) if key in moves else None

    def _go(self, t: int, *, widen: bool) -> None:
        """Move the cursor; `widen` takes an end of the chosen stretch along."""
        if widen:
            self._anchor = self.far_end(self.at)
        self._sought = False
        self.move_cursor(t)
        if widen:
            self.chosen = (min(self._anchor, self.at), max(self._anchor, self.at))
            self.tell_range()
        elif self.indexed is not None:
            self.say(told.at(self.indexed, self.at))

    def _page(self, by: float, *, widen: bool) -> None:
        """Move by a screenful; the cursor keeps its place on the screen."""
        t = round(self.at + by)
        self.move_view(by)
        self._go(t, widen=widen)

    def _next(self, way: int) -> None:
        """Go to the next overlap or mark, or to the one before."""
        assert self.indexed is not None
        stops = self.indexed.stops
        place = bisect_right(stops, self.at) if way > 0 else bisect_left(stops, self.at) - 1
        if 0 <= place < len(stops):
            self._go(stops[place], widen=False)
        else:
            self.say(tr("There is no further moment.") if way > 0 else tr("There is no moment before."))

    def _open(self) -> None:
        """Choose the mark, the overlap or the line that the cursor is at."""
        assert self.indexed is not None
        here = [p for p in self.indexed.places if self.indexed.shown.report.overlaps[p].start == self.at]
        if self.at in self.indexed.notes:
            self.mark_chosen.emit(self.at)
        elif here:
            self.overlap_chosen.emit(here[0])
        else:
            self.choose_line(self.at, None)

    def choose_line(self, t: int, lane: Speaker | None) -> None:
        """Choose the line that is said at `t`, by whom the lane belongs to."""
        assert self.indexed is not None
        for place, line in enumerate(self.indexed.shown.report.transcript):
            if line.start <= t < line.end and lane in (None, line.speaker):
                self.line_chosen.emit(place)
                return

    def tell_range(self) -> None:
        """Tell which stretch is chosen, where one is."""
        if self.chosen is not None and self.chosen[0] < self.chosen[1]:
            start, end = self.chosen
            self.range_chosen.emit(start, end)
            self.say(tr("{start} to {end} chosen", start=told.fine(start), end=told.fine(end)))

    def far_end(self, t: int) -> int:
        """Give the other end of the chosen stretch where the cursor is at one, else `t`: a new one begins."""
        start, end = self.chosen or (t, t)
        return {start: end, end: start}.get(self.at, t)

    def move_view(self, by: float) -> None:
        """Show another part, so many samples further on."""
        self.set_view(self.view.moved(by), by_hand=True)
