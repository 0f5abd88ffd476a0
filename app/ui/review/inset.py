"""A strip above the page with the margins that the page has."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pieces.theme import SPACE


class Inset(QWidget):
    """Gives a strip the page's margins, and takes no room while that is hidden."""

    def __init__(self, strip: QWidget) -> None:
        super().__init__()
        self._strip = strip
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 3, SPACE, SPACE * 3, 0)
        column.addWidget(strip)
        strip.installEventFilter(self)
        self.setVisible(not strip.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the strip."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._strip.isHidden())
        return super().eventFilter(watched, event)
