"""How long nobody has touched key, mouse or screen in any of the program's windows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.ui.pieces import clock

_LOOK_MS = 5000

_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)


class Idle(QObject):
    """Watches while it is told to; `reached` comes when nobody has touched anything for so many minutes.

    `clock` gives seconds that only ever grow.
    """

    reached = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = clock.now) -> None:
        super().__init__(parent)
        self._clock, self._limit_s, self._touched = clock, 0.0, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Count from now on, up to so many minutes; 0 watches no more."""
        application = QApplication.instance()
        assert application is not None
        watching = self._timer.isActive()
        self._limit_s, self._touched = minutes * 60.0, self._clock()
        if minutes and not watching:
            # Only while it is needed: every event of the program comes by here.
            application.installEventFilter(self)
            self._timer.start()
        elif not minutes and watching:
            application.removeEventFilter(self)
            self._timer.stop()

    def look(self) -> None:
        """See whether the time has come."""
        if self._limit_s and self._clock() - self._touched >= self._limit_s:
            self.watch(0)
            self.reached.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; after the computer has slept, the time may be up already."""
        if event.type() in _TOUCHES:
            self.look()
            self._touched = self._clock()
        return False
