"""A field for a few lines of one's own, as tall as what stands in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.pieces.theme import SPACE

_LEAST, _MOST = 2, 10
"""Lines that it shows at least and at most; beyond, it scrolls."""


class Lines(QPlainTextEdit):
    """Text in plain lines; Tab goes on to the next field."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def add_question(self, question: str) -> None:
        """Put a question below what is there, for its answer to be typed behind it."""
        held = self.toPlainText().rstrip()
        self.setPlainText(f"{held}\n{question} " if held else f"{question} ")
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go by another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        lines = round(self.document().documentLayout().documentSize().height())  # a plain text's is in lines
        around = 2 * round(self.document().documentMargin()) + SPACE * 2
        tall = self.fontMetrics().lineSpacing() * min(max(lines, _LEAST), _MOST) + around
        if tall != self.minimumHeight():
            self.setFixedHeight(tall)
