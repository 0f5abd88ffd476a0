"""One line on how a call stands, with what can be done about it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE

Deed = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""

_MOST = 2


class StandingLine(QWidget):
    """A sentence beside its buttons; takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._deeds: tuple[Deed, ...] = ()
        self.words = parts.words("", "soft")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.buttons = [parts.button("", "small") for _ in range(_MOST)]
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, place=place: self._deeds[place][1]())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE * 2)
        layout.addWidget(self.words, 1)
        layout.addWidget(parts.row(*self.buttons))
        self.say("")

    @property
    def text(self) -> str:
        """The sentence that stands there, "" for none."""
        return self.words.text()

    def say(self, sentence: str, *deeds: Deed) -> None:
        """Show a sentence, and two buttons at most."""
        self._deeds = deeds
        self.words.setText(sentence)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(deeds))
            text = deeds[place][0] if place < len(deeds) else ""
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(text)
        self.setVisible(bool(sentence))
