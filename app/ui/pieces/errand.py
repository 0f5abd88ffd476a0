"""Work that takes a moment, done in another thread while the window goes on."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

_LOOK_MS = 30


class Errand(QObject):
    """Does `work` once, from now on; then gives its answer with `done`, or what it raised with `failed`.

    The answer is fetched, not sent: if nobody is left who wants it, it is let go of quietly.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, work: Callable[[], object]) -> None:
        super().__init__(parent)
        self._work = work
        self._answer: list[object] = []
        self._fault: list[Exception] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)
        Thread(target=self._run, name="errand", daemon=True).start()

    def _run(self) -> None:
        try:
            self._answer.append(self._work())
        except Exception as fault:
            self._fault.append(fault)

    def _look(self) -> None:
        if not self._answer and not self._fault:
            return
        self._timer.stop()
        if self._answer:
            self.done.emit(self._answer[0])
        else:
            self.failed.emit(self._fault[0])
        # Whoever asked may be let go of with the last of this one's connections, and would take it along as
        # its child, in the midst of its own end.
        self.setParent(QCoreApplication.instance())
        self.deleteLater()
