"""Something that takes long: a bar while it is done in another thread, then a sentence on what came of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.errors import KnownError
from app.ui.pieces.errand import Errand
from app.ui.pieces.parts import words
from app.ui.pieces.theme import SPACE

Reached = Callable[[float], None]
"""Takes, in any thread, which part of the work is done: 0 to 1."""

_STEPS = 1000
_LOOK_MS = 60


def progress_bar() -> QProgressBar:
    """Give a bar without words, as thin as the grid is wide."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setFixedHeight(SPACE)
    return bar


class LongWork(QWidget):
    """Does one thing at a time; takes no room while there is nothing to say. `busy` tells of both ends."""

    busy = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.bar = progress_bar()
        self.told = words("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.told)
        column.addWidget(self.bar)
        self._done: Callable[[Any], str] = lambda _: ""
        self._part = -1.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.bar.hide()
        self.say("")

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._timer.isActive()

    def do(self, doing: str, work: Callable[[Reached], object], done: Callable[[Any], str]) -> None:
        """Begin `work`, whose name is shown meanwhile; `done` turns its answer into the sentence for the end.

        An error that the user can mend is shown as its sentence; a bug of ours is raised.
        """
        errand = Errand(self, lambda: work(self._reach))
        self.follow(doing, errand, done)

    def follow(self, doing: str, errand: Errand, done: Callable[[Any], str]) -> None:
        """Show how a work that is on its way goes, as `do` does."""
        self._part = -1.0
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(doing)
        self.bar.show()
        self.say(f"{doing} …")
        self._timer.start()
        self.busy.emit(True)
        self._done = done
        # Not to functions, which would be called even if this is gone by then.
        errand.done.connect(self._finish)
        errand.failed.connect(self._fail)

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.told.setVisible(bool(sentence))
        self.setVisible(bool(sentence))

    def _reach(self, part: float) -> None:
        self._part = part

    def _look(self) -> None:
        if self._part >= 0:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(round(self._part * _STEPS))

    def _finish(self, answer: object) -> None:
        self._timer.stop()
        self._end(self._done(answer))

    def _end(self, sentence: str) -> None:
        self._timer.stop()
        self.bar.hide()
        self.say(sentence)
        self.busy.emit(False)

    def _fail(self, fault: Exception) -> None:
        if isinstance(fault, KnownError):
            self._end(str(fault))
        else:
            self._end("")
            raise fault
