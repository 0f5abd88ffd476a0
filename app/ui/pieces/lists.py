"""Lists whose entries go on in the next line where they are too long for one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.pieces.theme import SPACE

_TALLEST = 1_000_000


class WrappingList(QListWidget):
    """A list of texts that never scrolls sideways; `name` is what it is called."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Lines(self))


class _Lines(QStyledItemDelegate):
    """Gives each entry the height of all its lines; Qt gives a list with a style sheet that of one."""

    def __init__(self, of: QListWidget) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the list's width, and the height that the entry needs in it."""
        wide_open = QStyleOptionViewItem(option)
        wide_open.rect = QRect(0, 0, _TALLEST, 0)  # or it would count some of the lines already
        line: QSize = super().sizeHint(wide_open, index)
        metrics, wide = self._of.fontMetrics(), self._of.viewport().width()
        room = QRect(0, 0, wide - SPACE * 3, _TALLEST)
        text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(wide, line.height() + max(0, text.height() - metrics.height()))
