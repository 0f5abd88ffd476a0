"""The keys, all of them, on one page; `?` shows it and Esc puts it away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.ui.pieces import parts
from app.ui.pieces.parts import words
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import PAGES, SHORTCUTS, Shortcut


class KeysHelp(QDialog):
    """A small window with every shortcut in three groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE * 4)
        grid.setVerticalSpacing(SPACE // 2)
        pages = [each for each in SHORTCUTS if each.id in PAGES]
        in_call = [each for each in SHORTCUTS if each.in_call]
        rest = [each for each in SHORTCUTS if each not in pages and each not in in_call]
        self._add(grid, 0, "In a call", in_call)
        self._add(grid, 0, "Anywhere", rest)
        self._add(grid, 2, "Pages", pages)
        close = parts.button("Close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 4, SPACE * 3, SPACE * 4, SPACE * 3)
        column.setSpacing(SPACE * 2)
        column.addWidget(words("Keys", "title"))
        column.addLayout(grid)
        letters = words("A single letter works wherever no text is being typed.", "caption")
        column.addWidget(letters)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()

    def _add(self, grid: QGridLayout, column: int, title: str, keys: list[Shortcut]) -> None:
        line = sum(1 for row in range(grid.rowCount()) if grid.itemAtPosition(row, column))
        heading = words(title, "strong")
        heading.setWordWrap(False)
        grid.addWidget(heading, line, column, 1, 2)
        for below, each in enumerate(keys, line + 1):
            key, does = words(each.shown, "key"), words(each.does)
            does.setWordWrap(False)
            grid.addWidget(key, below, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(does, below, column + 1)
