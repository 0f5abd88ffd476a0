"""One calm sentence under the top bar: what is amiss and what to do, until it is read."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.language import tr
from app.ui.pieces.parts import Drawing, button, words
from app.ui.pieces.theme import SPACE


class Notice(QFrame):
    """A strip with one sentence at a time; a new one takes the place of the last. Hidden without one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._words = words("")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.dismiss = button(tr("Close this note"), "quiet")
        self.dismiss.setText(tr("Close"))
        self.dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE * 2, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE * 2)
        layout.addWidget(Drawing("note", 20, "caution"))
        layout.addWidget(self._words, 1)
        layout.addWidget(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, "" for none."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
