"""The field in which one line is changed where it stands."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.ui.reflect.lines import Lines

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Ways to lose the keyboard that are no leaving: its own menu, and another window."""


class LineEditor(Lines):
    """Enter keeps the text, as going elsewhere does; Esc leaves the line as it was.

    `kept` gives the text as one line, `left` says that nothing changes; either comes once. `grew` says that
    it has another height.
    """

    kept = Signal(str)
    left = Signal()
    grew = Signal()

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(name, text)
        self.setParent(parent)
        self._open = True
        self.setToolTip(tr("Enter keeps it, Esc leaves it as it was"))
        self.setAccessibleDescription(tr("Enter keeps it, Esc leaves it as it was"))
        self.selectAll()

    def close_with(self, *, keep: bool) -> None:
        """End the editing."""
        if not self._open:
            return
        self._open = False
        text = " ".join(self.toPlainText().split())
        if keep and text:
            self.kept.emit(text)
        else:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Keep every key for itself: none is a shortcut while one types."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, leave with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_with(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_with(keep=False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another height."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.grew.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.close_with(keep=True)
