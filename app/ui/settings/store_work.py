"""A piece of work on speech models as it is seen: what is done, how far, and what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import tr
from app.speech.watch import Stopped
from app.ui.pieces.long_work import progress_bar
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE
from app.ui.settings import model_words

if TYPE_CHECKING:
    from app.session.model_work import ModelWork, Reached, Work

_LOOK_MS = 50
_STEPS = 1000


class StoreWork(QWidget):
    """Does one piece of work at a time in a process of its own; takes no room while there is nothing to say.

    `busy` tells of both ends; `done` gives the work's answer, `failed` its KnownError (Stopped among them).
    """

    busy = Signal(bool)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told = words("")
        self.far = words("", "caption")
        self.bar = progress_bar()
        self.stop = button(tr("Cancel"))
        self.go_on = button(tr("Go on there"))
        self._buttons = row(self.go_on, self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for each in (self.told, self.bar, self.far, self._buttons):
            column.addWidget(each)
        self._work: ModelWork | None = None
        self._doing, self._name, self._in_bytes = "", "", True
        self._said: Callable[[Any], str] = _nothing
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.stop.clicked.connect(self.give_up)
        self.go_on.clicked.connect(self._allow)
        self._rest("")

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    def begin(
        self,
        doing: str,
        work: "Work",
        said: Callable[[Any], str],
        *,
        name: str = "",
        in_bytes: bool = True,
    ) -> None:
        """Begin a work; `doing` says what it does, `said` turns its answer into the sentence for the end.

        `name` is the model's, for what a longer work does in turn; progress is told `in_bytes` or not at all.
        """
        from app import bootstrap  # all the weight of sound and speech comes with it

        self._doing, self._name, self._said, self._in_bytes = doing, name, said, in_bytes
        self._follow(bootstrap.model_work(work))

    def take_over(self, other: "StoreWork") -> None:
        """Go on with what the other is doing, if anything; where both are at work, the other's is ended."""
        work, other._work = other._work, None
        if work is None:
            return
        if self._work is None:
            self._doing, self._name = other._doing, other._name
            self._said, self._in_bytes = other._said, other._in_bytes
            self._follow(work)
        else:
            work.close()
        other._rest("")
        other.busy.emit(False)

    def give_up(self) -> None:
        """Ask what is being done to end, as Cancel does."""
        if self._work is not None:
            self._work.stop()
            self.stop.setEnabled(False)

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        if sentence != self.told.text():
            self.told.setText(sentence)
            self.told.setAccessibleName(sentence)
        self.told.setVisible(bool(sentence))
        self.setVisible(bool(sentence))

    def _follow(self, work: "ModelWork") -> None:
        """Show a work from now on, to its end."""
        self._work = work
        self.say(self._doing)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self._doing)
        self.bar.show()
        self._buttons.show()
        self.stop.show()
        self.stop.setEnabled(True)
        self.stop.setAccessibleName(tr("Cancel. {doing}", doing=self._doing))
        self._timer.start()
        self.busy.emit(True)

    def _look(self) -> None:
        work = self._work
        if work is None:
            return
        if work.over:
            self._finish(work)
        elif (host := work.asked) is not None:
            self._ask(host)
        else:
            self._show(work.reached)

    def _show(self, reached: "Reached") -> None:
        self.say(model_words.doing(reached.stage, self._name, self._doing) + " …")
        if reached.total:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(reached.done * _STEPS // reached.total)
        else:
            self.bar.setRange(0, 0)
        told = model_words.how_far(reached.done, reached.total) if self._in_bytes and reached.done else ""
        self.far.setText(told)
        self.far.setVisible(bool(told))

    def _ask(self, host: str) -> None:
        if self.go_on.isHidden():
            self.say(tr("The download goes on at another host, {host}. Go on there?", host=host))
            self.bar.hide()
            self.go_on.show()
            self.go_on.setFocus()

    def _allow(self) -> None:
        if self._work is not None:
            self._work.allow(True)
        self.stop.setFocus()
        self.go_on.hide()
        self.bar.show()

    def _finish(self, work: "ModelWork") -> None:
        self._work, failure = None, work.failure
        if failure is None:
            self._rest(self._said(work.answer))
            self.busy.emit(False)
            self.done.emit(work.answer)
        else:
            self._rest(tr("Stopped.") if isinstance(failure, Stopped) else str(failure))
            self.busy.emit(False)
            self.failed.emit(failure)

    def _rest(self, sentence: str) -> None:
        self._timer.stop()
        for each in (self.bar, self.far, self.go_on, self.stop, self._buttons):
            each.hide()
        self.say(sentence)


def _nothing(_: object) -> str:
    return ""
