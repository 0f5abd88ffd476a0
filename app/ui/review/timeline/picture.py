"""The drawn timeline, to be looked at: what stands still is drawn once, and only the lines over it move."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.timeline import Speaker, samples
from app.language import tr
from app.report import words
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE
from app.ui.review.shown import Shown
from app.ui.review.timeline import rows, told
from app.ui.review.timeline.span import View

if TYPE_CHECKING:  # numpy comes with them
    from app.session.waveform import Waveform
    from app.ui.review.timeline.index import Indexed
    from app.ui.review.timeline.scene import Loudness, Scene

LOWEST = 160
"""Pixels that it is at least tall."""

_LOOK_MS, _LOUDNESS_MS, _TOLD_MS = 100, 2000, 600
"""Milliseconds between two looks at a sound that is still read, between two reckonings of its loudness, and
before what has changed is told to who can't see it.
"""

_LEFT_ALONE_MS = 3000
"""For so long after the user has moved the view it does not follow the playing."""

_JUMP = samples(1.0)
"""A position that changes by more has not been played to."""


class TimelinePicture(QWidget):
    """Draws one call; `changed` says that another part of it is seen, or more of it is known."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timeline of the call"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.indexed: Indexed | None = None
        self.scene: Scene | None = None
        self.view = View.whole(1)
        self.position: int | None = None
        self.cursor_at: int | None = None
        self.chosen: tuple[int, int] | None = None
        self._sound: Waveform | None = None
        self._reached = -1
        self._loudness: dict[Speaker, Loudness] = {}
        self._reckoned = QElapsedTimer()
        self._moved = QElapsedTimer()
        self._picture: QPixmap | None = None
        self._strip: QPixmap | None = None
        self._look = self._timer(_LOOK_MS, self._listen)
        self._tell = self._timer(_TOLD_MS, self._describe)
        self._tell.setSingleShot(True)
        theme.current().changed.connect(self._restyle)

    @property
    def at(self) -> int:
        """The sample that the keys act on: the cursor's, else that of the playing."""
        return self.cursor_at if self.cursor_at is not None else self.position or 0

    @property
    def sound(self) -> "Waveform | None":
        """How it sounds, None where that is not known."""
        return self._sound

    def show_call(self, shown: Shown | None) -> None:
        """Show this call, or more of the same one (the zoom stays); None forgets it."""
        if shown is None:
            self.indexed = self.scene = self.cursor_at = self.chosen = self.position = None
            self._loudness = {}
            self.view = View.whole(1)
            self.setToolTip("")
        else:
            from app.ui.review.timeline.index import Indexed

            before = self.indexed.shown if self.indexed else None
            self.indexed = Indexed(shown)
            if before is None or not _same(before, shown):
                self.view = View.whole(shown.length)
                self.cursor_at = self.chosen = self.position = None
                self._loudness = {}
            else:
                self.view = self.view.of(shown.length)
            self._reckon(shown.done and (before is None or before.report.spurts is not shown.report.spurts))
        self._redraw()

    def show_sound(self, sound: "Waveform | None") -> None:
        """Show how it sounds; None for a call without its sound."""
        self._sound, self._reached, self._loudness = sound, -1, {}
        self._listen()
        if sound is not None and not sound.done and self.isVisible():
            self._look.start()
        self._redraw()

    def show_position(self, t: int | None) -> None:
        """Show where the playing is; the view follows what moves out of it, or jumps."""
        before, self.position = self.position, t
        if t == before:
            return
        if t is not None and self.indexed is not None and not self.view.holds(t):
            left = before is not None and (self.view.holds(before) or abs(t - before) > _JUMP)
            alone = self._moved.isValid() and self._moved.elapsed() < _LEFT_ALONE_MS
            if (left or before is None) and not alone:
                self.set_view(self.view.moved(t - self.view.start - self.view.span * 0.05))
        for each in (before, t):
            if each is not None:
                self._update_at(each)

    def choose(self, start: int, end: int) -> None:
        """Mark a stretch as the chosen one and bring it into sight, nearer where it is hardly seen."""
        if self.chosen == (start, end):
            return  # it was chosen here
        self.chosen = (min(start, end), max(start, end))
        wide = self.view.x(end, self.width()) - self.view.x(start, self.width())
        if not (self.view.holds(start) and self.view.holds(end)) or wide < SPACE:
            self.set_view(self.view.around(*self.chosen))
        self.update()

    def set_view(self, view: View, *, by_hand: bool = False) -> None:
        """Show another part of the call; one that the user chose is left alone for a while."""
        if by_hand:
            self._moved.start()
        if view != self.view:
            self.view = view
            self._picture = None
            self.update()
            self.changed.emit()
            self._tell.start()

    def move_cursor(self, t: int | None) -> None:
        """Put the cursor at a sample and keep it in sight; None takes it away, the playing is the cursor."""
        self.cursor_at = None if t is None else min(self.view.length, max(0, t))
        if self.cursor_at is not None and not self.view.holds(self.cursor_at):
            before = self.cursor_at < self.view.start
            share = 0.9 if before else 0.1
            start = self.cursor_at - self.view.span * share
            self.set_view(self.view.moved(start - self.view.start), by_hand=True)
        self.update()
        self._tell.start()

    def say(self, text: str) -> None:
        """Tell something to who listens to the screen, when there is a pause."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def sizeHint(self) -> QSize:
        """Give a height in which everything has room."""
        line = QFontMetricsF(theme.font("caption")).height()
        return QSize(round(line * 40), max(LOWEST, round(line * 16)))

    def minimumSizeHint(self) -> QSize:
        """Give the least size in which the lanes can be read."""
        line = QFontMetricsF(theme.font("caption")).height()
        return QSize(SPACE * 24, max(LOWEST, round(line * 8.6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what stands still from what was drawn before, and the lines that move over it."""
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.scene is not None:
            from app.ui.review.timeline import scale

            scale.lines(painter, self.scene, self.chosen, self.cursor_at, self.position)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw at another size."""
        self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at a sound that is still read."""
        if self._sound is not None and not self._sound.done:
            self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more while nobody sees it."""
        self._look.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in another type, or on another screen."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._restyle()

    def _drawn(self) -> QPixmap:
        """Draw what stands still."""
        from app.ui.review.timeline import lanes, pins, scale
        from app.ui.review.timeline.scene import Scene

        tokens, ratio = theme.current().tokens, self.devicePixelRatioF()
        picture = self._blank(QRectF(self.rect()).size().toSize())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line, 1))
        painter.setBrush(tokens.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self.scene = None
        if self.indexed is not None:
            font = theme.font("caption")
            metrics = QFontMetricsF(font)
            name = max(map(metrics.horizontalAdvance, (*words.PEOPLE.values(), tr(scale.LOUDNESS))))
            placed = rows.arranged(
                self.width(), self.height(), metrics.height(), name, loud=self._sound is not None
            )
            scene = Scene(self.indexed, self.view, placed, self._sound, self._loudness, tokens, font, ratio)
            painter.setFont(font)
            scale.names(painter, scene)
            scale.axis(painter, scene)
            if placed.overview is not None:
                if self._strip is None:
                    self._strip = self._blank(self.size())
                    strip = QPainter(self._strip)
                    strip.setRenderHint(QPainter.RenderHint.Antialiasing)
                    scale.overview(strip, scene, placed.overview)
                    strip.end()
                painter.drawPixmap(0, 0, self._strip)
                scale.window(painter, scene, placed.overview)
            painter.setClipRect(placed.plot.adjusted(-1, -SPACE, 1, SPACE))
            lanes.draw(painter, scene)
            painter.setClipRect(placed.plot.adjusted(-SPACE, -SPACE, SPACE, SPACE))
            pins.draw(painter, scene)
            self.scene = scene
        painter.end()
        return picture

    def _update_at(self, t: int) -> None:
        """Draw anew where a line at a sample is or was."""
        scene = self.scene
        if scene is None:
            return
        if self.view.holds(t):
            self.update(QRect(round(scene.x(t)) - 7, 0, 15, self.height()))
        if scene.rows.overview is not None:
            strip = scene.rows.overview
            x = strip.left() + t / self.view.length * strip.width()
            self.update(QRect(round(x) - 3, round(strip.top()) - 1, 7, round(strip.height()) + 3))

    def _blank(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        blank = QPixmap(size * ratio)
        blank.setDevicePixelRatio(ratio)
        blank.fill(Qt.GlobalColor.transparent)
        return blank

    def _listen(self) -> None:
        """Look how far the sound is known by now."""
        sound = self._sound
        if sound is None:
            self._look.stop()
            return
        ended = sound.done or sound.failure is not None
        if sound.reached != self._reached:
            self._reached, self._picture = sound.reached, None
            self.update()
        if ended:
            self._look.stop()
        self._reckon(ended)
        self.changed.emit()

    def _reckon(self, now: bool) -> None:
        """Reckon the loudness anew: `now`, or where it was reckoned long enough ago."""
        waited = not self._reckoned.isValid() or self._reckoned.elapsed() >= _LOUDNESS_MS
        if self._sound is None or self.indexed is None or not (now or waited):
            return
        from app.ui.review.timeline.scene import Loudness

        self._reckoned.start()
        spurts = self.indexed.shown.report.spurts
        for who in Speaker:
            own = tuple(spurt for spurt in spurts if spurt.speaker is who)
            self._loudness[who] = Loudness(self._sound.loudness(who, own))
        self._picture = None
        self.update()

    def _redraw(self) -> None:
        self._picture = self._strip = None
        self.update()
        self.changed.emit()
        self._tell.start()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._redraw()

    def _describe(self) -> None:
        summary = (
            told.summary(self.indexed, self.view, self.at, sound=self._sound is not None)
            if self.indexed
            else ""
        )
        if summary != self.accessibleDescription():
            self.setAccessibleDescription(summary)

    def _timer(self, every_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.timeout.connect(then)
        return timer


def _same(before: Shown, now: Shown) -> bool:
    """Whether it is the same call, of which more is known by now."""
    other = before.call is not None and now.call is not None and before.call.id != now.call.id
    return before.name == now.name and not other and (before.length == now.length or not before.done)
