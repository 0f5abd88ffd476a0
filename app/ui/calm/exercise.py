"""One exercise as it goes on: where it is comes from the clock each time, and is never added up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.breathing import Course, Moment
from app.ui.pieces import clock

PICTURE_MS = 16
"""Milliseconds between two pictures of what moves: 60 a second and a little more."""

STEP_MS = 50
"""The same where nothing moves but once a second."""

AWAY_S = 2.0
"""A gap between two looks after which nobody was guided: the computer slept, and the exercise pauses."""


class Exercise(QObject):
    """Goes through one Course at a time, and can be paused.

    `moved` gives the Moment, `changed` says that it began, paused or went on, and `over` gives the seconds
    done (pauses aside) and whether it went to its end. After the computer slept it is paused where it was
    when it was looked at last, and `slept` says so.
    """

    moved = Signal(object)
    changed = Signal()
    over = Signal(float, bool)

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = clock.now) -> None:
        super().__init__(parent)
        self._now = now
        self.course: Course | None = None
        self.slept = False
        self._zero = 0.0
        """The clock's time at which the exercise would have begun, had it never been paused."""
        self._looked_at = 0.0
        self._paused_at: float | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PICTURE_MS)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Whether one has begun and is not over; it may be paused."""
        return self.course is not None

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._paused_at is not None

    @property
    def done_s(self) -> float:
        """Seconds of the exercise that are done, as of the last look."""
        return self._looked_at - self._zero if self._paused_at is None else self._paused_at

    def look_every(self, milliseconds: int) -> None:
        """Look at the clock so often from now on."""
        self._timer.setInterval(milliseconds)

    def begin(self, course: Course) -> None:
        """Begin this one now; one that runs is over."""
        self.end()
        self.course, self._paused_at, self.slept = course, None, False
        self._zero = self._looked_at = self._now()
        self._timer.start()
        self.changed.emit()
        self._tell()

    def pause_or_go_on(self) -> None:
        """Stand still, or go on from there."""
        if self.course is None:
            return
        if self._paused_at is None:
            self.look()
            if self.course is not None and self._paused_at is None:
                self._pause()
        else:
            self._looked_at = self._now()
            self._zero, self._paused_at, self.slept = self._looked_at - self._paused_at, None, False
            self._timer.start()
            self.changed.emit()

    def end(self) -> None:
        """End it here, if there is one."""
        if self.course is not None:
            self._finish(min(self.done_s, self.course.length_s), whole=False)

    def look(self) -> None:
        """Go to where the clock is."""
        if self.course is None or self._paused_at is not None:
            return
        now = self._now()
        if now - self._looked_at > AWAY_S:
            self.slept = True
            self._pause()
            return
        self._looked_at = now
        if self.done_s >= self.course.length_s:
            self._finish(self.course.length_s, whole=True)
        else:
            self._tell()

    def _pause(self) -> None:
        self._paused_at = self.done_s
        self._timer.stop()
        self._tell()
        self.changed.emit()

    def _finish(self, done_s: float, *, whole: bool) -> None:
        self._timer.stop()
        self.course, self._paused_at = None, None
        self.over.emit(done_s, whole)

    def _tell(self) -> None:
        assert self.course is not None
        moment: Moment = self.course.at(self.done_s)
        self.moved.emit(moment)
