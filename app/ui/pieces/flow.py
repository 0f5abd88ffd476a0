"""Rows that go on in the next line where they are too narrow, so that large type stays whole."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.pieces.theme import SPACE
from app.ui.pieces.wrapping import WrappingButton


class FlowLayout(QLayout):
    """Places its widgets one after another, as wide as they like if a line is, in as many lines as needed.

    In a line they stand on one middle.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = SPACE) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Give the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Reckon anew: something in it is another."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place all items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Give the size with all in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = max(0, len(sizes) - 1) * self.spacing()
        return QSize(
            sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0)
        )

    def minimumSize(self) -> QSize:
        """Give the size of the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(_least(item))
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            x, tall = rect.x(), max(size.height() for _, size in line)
            for item, size in line if move else ():
                # Not by its item, which would bound it by what it asked for at another width.
                place = QPoint(x, y + (tall - size.height()) // 2)
                (item.widget() or item).setGeometry(QRect(place, size))
                x += size.width() + self.spacing()
            y += tall + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Give what goes into each line, with its size."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = _within(item, width)
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines


def _least(item: QLayoutItem) -> QSize:
    """Give the smallest size of an item."""
    held = item.widget()
    least: QSize = held.minimumSizeHint() if isinstance(held, WrappingButton) else item.minimumSize()
    return least


class TileLayout(FlowLayout):
    """Places its widgets as tiles of one width, as many beside each other as have room."""

    def sizeHint(self) -> QSize:
        """Give the least size with all in one line."""
        tiles = self._shown()
        least = max((item.minimumSize().width() for item in tiles), default=0)
        tall = max((item.sizeHint().height() for item in tiles), default=0)
        return QSize(len(tiles) * (least + self.spacing()) - self.spacing(), tall)

    def _place(self, rect: QRect, *, move: bool) -> int:
        tiles, gap = self._shown(), self.spacing()
        least = max((item.minimumSize().width() for item in tiles), default=0)
        across = max(1, min(len(tiles), (rect.width() + gap) // max(1, least + gap)))
        wide, y = (rect.width() - gap * (across - 1)) // across, rect.y()
        for first in range(0, len(tiles), across):
            line = tiles[first : first + across]
            tall = max(_tall(item, wide) for item in line)
            for place, item in enumerate(line if move else ()):
                more = rect.width() - across * (wide + gap) + gap if place == across - 1 else 0
                item.setGeometry(QRect(rect.x() + place * (wide + gap), y, wide + more, tall))
            y += tall + gap
        return max(0, y - gap - rect.y())


def _tall(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _within(item: QLayoutItem, width: int) -> QSize:
    """Give the size that an item likes, in a line of this width."""
    size: QSize = item.sizeHint()
    held = item.widget()
    wide = min(size.width(), max(width, _least(item).width()))
    tall = held.heightForWidth(wide) if held is not None else -1
    return QSize(wide, tall if tall > 0 else size.height())
