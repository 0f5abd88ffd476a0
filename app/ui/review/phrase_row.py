"""One better phrase: what was said, how the user would say it now, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.domain.journal import Rephrasing
from app.language import tr
from app.report import words
from app.ui.call.cards import spoken
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.review.said.line_editor import LineEditor


class PhraseRow(QFrame):
    """Shows a better phrase to be changed where it stands; `edited` gives its new text, `removed` takes it
    away. `deeds` are more buttons that stand with the two, `remove` is what the last one is called.
    """

    edited = Signal(str)
    removed = Signal()

    def __init__(
        self, phrase: Rephrasing, about: str, *deeds: QWidget, remove: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.phrase = phrase
        self.editor: LineEditor | None = None
        self.setProperty("role", "entry")
        self._better = parts.words("")
        self._better.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said, self._about = parts.words("", "soft"), parts.words("", "caption")
        self.edit = deed(tr("Edit"), self.begin)
        self.remove = deed(remove, self.removed.emit, "slight")
        self._deeds = parts.row(*deeds, self.edit, self.remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE - 2, SPACE, SPACE - 2, SPACE)
        self._column.setSpacing(SPACE // 2)
        for each in (self._said, self._better, self._about, self._deeds):
            self._column.addWidget(each)
        self.show_phrase(phrase, about)

    def show_phrase(self, phrase: Rephrasing, about: str) -> None:
        """Show it as it is now; `about` is a line of where it belongs."""
        self.phrase = phrase
        self._said.setText(tr("You said: {spoken}", spoken=spoken(words.plain(phrase.said))))
        self._said.setVisible(bool(phrase.said))
        self._better.setText(spoken(words.plain(phrase.better)))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(tr("Better: {better}", better=phrase.better))
        for each in (self.edit, self.remove):
            each.setAccessibleName(f"{each.text()}: {phrase.better}")

    def begin(self) -> None:
        """Let it be changed: Enter keeps, Esc leaves."""
        if self.editor is not None:
            return
        self.editor = LineEditor(tr("How you would say it now"), words.plain(self.phrase.better), self)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._end)
        self._column.insertWidget(self._column.indexOf(self._better), self.editor)
        self.editor.show()
        self._better.hide()
        self._deeds.hide()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self, *, keep: bool) -> None:
        """End the changing, if there is any."""
        if self.editor is not None:
            self.editor.close_with(keep=keep)

    def _keep(self, text: str) -> None:
        self._end()
        if text != self.phrase.better:
            self.edited.emit(text)

    def _end(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            had = editor.hasFocus()
            self._better.show()
            self._deeds.show()
            if had:
                self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.setParent(None)
            editor.deleteLater()


def deed(name: str, does: Callable[[], object], role: str = "small") -> QPushButton:
    """Give a small button that does something with a row."""
    made = parts.button(name, role)
    made.clicked.connect(lambda: does())
    return made


def better_phrase(phrase: Rephrasing) -> QWidget:
    """Give a better phrase to read."""
    better = parts.words(spoken(words.plain(phrase.better)))
    better.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    said = tr("You said: {spoken}", spoken=spoken(words.plain(phrase.said))) if phrase.said else tr("Better")
    return parts.stack(parts.words(said, "caption"), better, spacing=SPACE // 4)
