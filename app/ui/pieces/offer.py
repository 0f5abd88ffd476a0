"""A strip with one offer at a time: a sentence, what can be done about it, and "Later"."""

from collections import deque
from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.ui.pieces.parts import Drawing, button, words
from app.ui.pieces.theme import SPACE


class Offer(QFrame):
    """Shows offers one after the other; hidden without one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._waiting: deque[tuple[str, str, Callable[[], object], str]] = deque()
        self._words = words("")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.yes = button("")
        self.later = button("Later", "quiet")
        self.yes.clicked.connect(self._accept)
        self.later.clicked.connect(self._next)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE * 2, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE)
        layout.addWidget(Drawing("journal", 20, "caution"))
        layout.addSpacing(SPACE)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.yes)
        layout.addWidget(self.later)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, "" for none."""
        return "" if self.isHidden() else self._words.text()

    def make(self, sentence: str, verb: str, accept: Callable[[], object], later: str = "Later") -> None:
        """Offer this, after what is offered already; `accept` does it."""
        self._waiting.append((sentence, verb, accept, later))
        if self.isHidden():
            self._show()

    def withdraw(self) -> None:
        """Offer nothing any more."""
        self._waiting.clear()
        self.hide()

    def _show(self) -> None:
        sentence, verb, _, later = self._waiting[0]
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        for shown, text in ((self.yes, verb), (self.later, later)):
            shown.setText(text)
            shown.setAccessibleName(f"{text}. {sentence}")
        self.show()

    def _accept(self) -> None:
        accept = self._waiting[0][2]
        self._next()
        accept()

    def _next(self) -> None:
        self._waiting.popleft()
        if self._waiting:
            self._show()
        else:
            self.hide()
