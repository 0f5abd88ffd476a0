"""After breathing: what was done, and what one might do now; nothing is praised and nothing asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import marked, tr
from app.ui.calm import words as calm_words
from app.ui.calm.breathing_view import Breathed
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE

WITH_CALL = marked(
    "If you like, look back on the call while it is fresh: a minute is enough. Or leave it for later."
)
WITHOUT = marked(
    "Take what you have now into whatever comes next. It keeps better with a slow first sentence."
)


class AfterCalm(QWidget):
    """One sentence on what was done; Enter takes the first of the buttons, Esc goes back."""

    reflect_asked = Signal()
    again_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = words("", "title")
        self.next = words("", "soft")
        self.reflect = button(tr("Reflect on the call"), "primary")
        self.again = button(tr("Once more"))
        self.back = button(tr("Back"), "quiet")
        self.back.setText(f"{tr('Back')}   Esc")
        self.back.setAccessibleDescription(tr("Key: {key}", key="Esc"))
        self.reflect.clicked.connect(self.reflect_asked)
        self.again.clicked.connect(self.again_asked)
        self.back.clicked.connect(self.left)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self, self.left.emit)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        for each in (self.said, self.next, row(self.reflect, self.again, self.back)):
            column.addWidget(each)
        column.addStretch(1)

    def show_breathed(self, breathed: Breathed) -> None:
        """Say what was done, and offer what fits."""
        with_call = breathed.call_id is not None
        self.said.setText(calm_words.that_was(breathed.pattern, breathed.done_s, whole=breathed.whole))
        self.next.setText(tr(WITH_CALL) if with_call else tr(WITHOUT))
        self.reflect.setVisible(with_call)

    def take_keys(self) -> None:
        """Let Enter do the next thing."""
        first = self.again if self.reflect.isHidden() else self.reflect
        (self.back if first is self.again else first).setFocus(Qt.FocusReason.OtherFocusReason)
