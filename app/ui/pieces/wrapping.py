"""A button whose words go on in the next line where there is no room for all of them beside each other."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter


class WrappingButton(QPushButton):
    """Is as wide as its text; in a row without room for that (FlowLayout) as its longest word at least.

    Enter presses it, as Space does, also where the page has another use for that key.
    """

    def minimumSizeHint(self) -> QSize:
        """Give the width of the longest word, and the height of one line."""
        longest = max(self.text().split(), key=self._wide, default="")
        return QSize(self._wide(longest) + self._around().width(), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Give the height that the text needs at a width."""
        return self._size(self._wrapped(width)).height() + self._around().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button as its style does, with its text in lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._wrapped(self.width())
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def event(self, event: QEvent) -> bool:
        """Keep Enter for itself."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if _enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _wrapped(self, width: int) -> str:
        """Give the text with its lines broken for a button of this width."""
        room = width - self._around().width()
        if self._wide(self.text()) <= room:
            return self.text()
        lines: list[str] = []
        for word in self.text().split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._wide(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)

    def _around(self) -> QSize:
        """Give what the style adds to the size of the text: padding, border, icon."""
        return self.sizeHint() - self._size(self.text() or " ")

    def _wide(self, text: str) -> int:
        return self._size(text).width()

    def _size(self, text: str) -> QSize:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)


def _enter(event: QKeyEvent) -> bool:
    """Tell whether it is Enter, on whichever part of the keyboard."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain
