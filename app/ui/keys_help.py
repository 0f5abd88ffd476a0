"""The keys, all of them; `?` shows them and Esc puts them away."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from app import policy
from app.language import marked, tr
from app.ui.pieces.dialog import Dialog
from app.ui.pieces.parts import button, words
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import PAGE_KEYS, PAGE_NAMES, PAGES, SHORTCUTS

LETTERS = marked("A single letter works wherever no text is being typed.")
_COLUMN = 44
"""Average widths of a letter that one of two columns needs."""


class KeysList(QWidget):
    """Every key by where it works, in two columns where there is room; `narrow` shows one below the other."""

    def __init__(self) -> None:
        super().__init__()
        pages = [(each.shown, each.told) for each in SHORTCUTS if each.id in PAGES]
        in_call = [(each.shown, each.told) for each in SHORTCUTS if each.in_call]
        rest = [(each.shown, each.told) for each in SHORTCUTS if each.id not in PAGES and not each.in_call]
        left = [_group(tr("In a call"), in_call), _group(tr("Anywhere"), rest)]
        right = [_group(tr("Pages"), pages)]
        own: dict[str, list[tuple[str, str]]] = {}
        withheld = policy.current().hide_export
        for key in PAGE_KEYS:
            if key.exports and withheld:
                continue
            own.setdefault(PAGE_NAMES[key.page], []).append((tr(key.shown), tr(key.does)))
        for page, keys in own.items():
            shorter = min(left, right, key=lambda column: sum(each.sizeHint().height() for each in column))
            shorter.append(_group(tr("On the page {page}", page=page), keys))
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(SPACE * 2)
        for groups in (left, right):
            column = QVBoxLayout()
            column.setSpacing(SPACE * 2)
            for group in groups:
                column.addWidget(group)
            column.addStretch(1)
            self._columns.addLayout(column, 1)

    def minimumSizeHint(self) -> QSize:
        """Give the width of the wider column, as they may stand below each other."""
        columns = (self._columns.itemAt(place) for place in range(self._columns.count()))
        widest = max(column.minimumSize().width() for column in columns if column is not None)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns where there is room for them."""
        super().resizeEvent(event)
        beside = self.width() >= 2 * _COLUMN * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._columns.setSpacing(SPACE * (4 if beside else 2))


class KeysHelp(Dialog):
    """A small window with every key, and a button for the action `manual`."""

    WIDE = 1.0

    def __init__(self, parent: QWidget | None = None, manual: QAction | None = None) -> None:
        self._list = KeysList()
        self.manual = button(tr("Manual"), "", "manual")
        super().__init__(
            parent, tr("Keys"), self._list, words(tr(LETTERS), "caption"), buttons=(self.manual,)
        )
        if manual is None:
            self.manual.hide()
        else:
            self.addAction(manual)
            self.manual.clicked.connect(self.accept)
            self.manual.clicked.connect(manual.trigger)
        self.leave.setText(tr("Close"))
        self.leave.setAccessibleName(tr("Close"))
        self.leave.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of two columns, where there are two."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fit)


def _group(title: str, keys: Iterable[tuple[str, str]]) -> QWidget:
    """Give a heading, and a line for each key: what it is beside what it does."""
    frame = QFrame()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE * 2)
    grid.setVerticalSpacing(SPACE // 2)
    grid.setColumnStretch(1, 1)
    grid.addWidget(words(title, "strong"), 0, 0, 1, 2)
    for line, (key, does) in enumerate(keys, 1):
        shown = words(key, "key")
        grid.addWidget(shown, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(does), line, 1)
    return frame
