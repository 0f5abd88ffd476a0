"""A strip with one offer at a time: a sentence, what can be done about it, and "Later"."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from app.language import tr
from app.ui.pieces.parts import Drawing, button, words
from app.ui.pieces.theme import SPACE

LINE = 36
"""Letters in a line of the sentence that are worth having it beside the buttons."""


@dataclass(frozen=True, slots=True)
class _Offered:
    sentence: str
    verb: str
    accept: Callable[[], object]
    later: str
    decline: Callable[[], object]
    keys: tuple[str, str]
    by: object
    picture: str


class Offer(QFrame):
    """Shows offers one after the other; hidden without one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._waiting: deque[_Offered] = deque()
        self._words = words("")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.yes = button("")
        self.later = button(tr("Later"), "quiet")
        self.yes.clicked.connect(self._accept)
        self.later.clicked.connect(self._decline)
        self._keys = (QShortcut(self), QShortcut(self))
        for key, asked in zip(self._keys, (self.yes, self.later), strict=True):
            key.activated.connect(asked.click)
        told, buttons = QHBoxLayout(), QHBoxLayout()
        told.setSpacing(SPACE * 2)
        self._picture = Drawing("journal", 20, "caution")
        told.addWidget(self._picture)
        told.addWidget(self._words, 1)
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.later)
        layout = self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(SPACE * 2, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE)
        layout.addLayout(told, 1)
        layout.addLayout(buttons)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, "" for none."""
        return "" if self.isHidden() else self._words.text()

    def make(
        self,
        sentence: str,
        verb: str,
        accept: Callable[[], object],
        later: str = "",
        *,
        decline: Callable[[], object] = lambda: None,
        keys: tuple[str, str] = ("", ""),
        by: object = None,
        picture: str = "journal",
    ) -> None:
        """Offer this, after what is offered already; `accept` does it.

        `decline` is done where `later` ("Later" without one) is pressed. The `keys` do what the two buttons
        do, while the offer is shown and no text is typed. `by` is who makes the offer, for `withdraw`;
        `picture` stands with it.
        """
        self._waiting.append(
            _Offered(sentence, verb, accept, later or tr("Later"), decline, keys, by, picture)
        )
        if self.isHidden():
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where there is little room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = self.yes.sizeHint().width() + self.later.sizeHint().width()
        beside = self.width() - buttons >= self.fontMetrics().averageCharWidth() * LINE
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def withdraw(self, by: object = None) -> None:
        """Take back all that was offered by this one, shown or waiting."""
        kept = deque(each for each in self._waiting if each.by is not by)
        if len(kept) != len(self._waiting):
            self._waiting = kept
            self._show()

    def _show(self) -> None:
        offered = self._waiting[0] if self._waiting else None
        self.setVisible(offered is not None)
        for place, key in enumerate(self._keys):
            key.setKey(QKeySequence(offered.keys[place] if offered else ""))
        if offered is None:
            return
        self._picture.show_picture(offered.picture)
        self._words.setText(offered.sentence)
        self.setAccessibleName(offered.sentence)
        _name(self.yes, offered.verb, offered.keys[0], offered.sentence)
        _name(self.later, offered.later, offered.keys[1], offered.sentence)
        self._fit()

    def _accept(self) -> None:
        self._waiting.popleft().accept()
        self._show()

    def _decline(self) -> None:
        self._waiting.popleft().decline()
        self._show()


def _name(shown: QPushButton, text: str, key: str, sentence: str) -> None:
    shown.setText(f"{text}   {key}" if key else text)
    shown.setAccessibleName(f"{text}. {sentence}")
    shown.setAccessibleDescription(tr("Key: {key}", key=key) if key else "")
