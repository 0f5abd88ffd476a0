"""One question to the journal at a time: what was asked last is answered, what was asked before it is not."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.ui.journal.diary import EVERYTHING, Diary, Work


class Question(QObject):
    """Asks the diary what was asked last, as soon as the answer to the question before it is here.

    So somebody who types never has more than one question on its way, however slow the answers are.
    """

    def __init__(self, diary: Diary, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self._next: tuple[Work, Callable[[Any], object]] | None = None
        self._asked = 0
        self._waiting = False
        # A question that was refused has no answer to wait for, nor has one to a journal that was closed.
        diary.told.connect(self._go_on)
        diary.broke.connect(self._go_on)
        diary.changed.connect(lambda what: self._go_on() if what == EVERYTHING else None)

    @property
    def waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._waiting

    def ask(self, work: Work, then: Callable[[Any], object]) -> None:
        """Give what `work` reads to `then`, unless something else is asked before."""
        self._next = work, then
        if not self._waiting:
            self._go_on()

    def drop(self) -> None:
        """Want no answer any more."""
        self._next = None
        self._asked += 1

    def _go_on(self) -> None:
        self._waiting = False
        if self._next is None or not self._diary.is_open:
            return
        (work, then), self._next = self._next, None
        self._asked += 1
        self._waiting = True
        self._diary.read(work, partial(self._take, self._asked, then), self)

    def _take(self, asked: int, then: Callable[[Any], object], answer: object) -> None:
        if asked == self._asked and self._next is None:
            self._waiting = False
            then(answer)
        else:
            self._go_on()
