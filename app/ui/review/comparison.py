"""The recordings that were opened together, beside each other: a row each, to be sorted and taken along."""

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.report import words
from app.ui.pieces import files, parts
from app.ui.pieces.theme import SPACE
from app.ui.review.figures import COLUMNS, UNKNOWN, Cell, cells, sheet, told, unmeasured
from app.ui.review.opened import Opened, Stage

_ROLE = Qt.ItemDataRole.UserRole
_TOLD = len(COLUMNS)
"""The column that takes the place of the others where these have no room: all of them, in words."""


class _Head(QHeaderView):
    """The names of the columns, that can be sorted by; Qt has room for an arrow as wide as they are tall."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def sectionSizeFromContents(self, place: int) -> QSize:
        """Give the size of a name with its margins and a small arrow."""
        size: QSize = super().sectionSizeFromContents(place)
        name = str(self.model().headerData(place, self.orientation()))
        wide = max(self.fontMetrics().horizontalAdvance(line) for line in name.split("\n"))
        return QSize(wide + SPACE * 4, size.height())


class Table(QTableWidget):
    """One row a recording; Enter or a double click opens it. `chosen` gives an Opened."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS) + 1)
        self._all: list[Opened] = []
        self.setAccessibleName(tr("Comparison of the recordings"))
        self.setAccessibleDescription(tr("Enter opens the recording of the row."))
        head = _Head(self)
        self.setHorizontalHeader(head)
        for place, name in enumerate((*map(tr, COLUMNS), tr("Recordings"))):
            item = QTableWidgetItem(
                re.sub(r"(?<=/)| ", "\n", name, count=1)
            )  # in two lines, so that all have room
            item.setTextAlignment(_side(right=0 < place < _TOLD))
            self.setHorizontalHeaderItem(place, item)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        head.setHighlightSections(False)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_TOLD, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setColumnHidden(_TOLD, True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cellDoubleClicked.connect(lambda row, _: self.choose(row))

    def show_all(self, all: list[Opened]) -> None:
        """Show these, sorted as the user chose."""
        before = self.opened(self.currentRow())
        self._all = list(all)
        self.setSortingEnabled(False)
        self.setRowCount(len(all))
        for row, opened in enumerate(all):
            filled = cells(opened)
            for column in range(len(COLUMNS)):
                cell = filled[column] if column < len(filled) else Cell("", None)
                figure = _Figure(cell)
                figure.setData(_ROLE, row)
                if len(filled) < len(COLUMNS) and column:
                    figure.setSizeHint(QSize(1, self.fontMetrics().height() * 2 + SPACE))  # it has its row
                self.setItem(row, column, figure)
            self.setItem(row, _TOLD, _Figure(Cell(told(filled), None, told(filled))))
        self.setSortingEnabled(True)
        self.span()
        for row in range(self.rowCount()):
            if self.opened(row) is before:
                self.setCurrentCell(row, 0)
        if self.currentRow() < 0 and all:
            self.setCurrentCell(0, 0)
        self.fit()

    def fit(self) -> None:
        """Show the columns where they have room, and else all of them in words."""
        head = self.horizontalHeader()
        for place in range(_TOLD):
            self.setColumnHidden(place, False)  # what is hidden tells no width
        needed = sum(
            max(self.sizeHintForColumn(place), head.sectionSizeHint(place)) for place in range(_TOLD)
        )
        narrow = needed + SPACE > self.viewport().width()
        for place in range(_TOLD):
            self.setColumnHidden(place, narrow)
        self.setColumnHidden(_TOLD, not narrow)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go by another width."""
        super().resizeEvent(event)
        self.fit()

    def span(self) -> None:
        """Give the sentence of what is not reviewed the whole of its row."""
        self.clearSpans()
        for row in range(self.rowCount()):
            opened = self.opened(row)
            if opened is not None and opened.stage is not Stage.DONE:
                self.setSpan(row, 1, 1, len(COLUMNS) - 1)

    def opened(self, row: int) -> Opened | None:
        """Give what stands in a row."""
        item = self.item(row, 0)
        return self._all[item.data(_ROLE)] if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.currentRow())
        else:
            super().keyPressEvent(event)

    def choose(self, row: int) -> None:
        """Open a row."""
        opened = self.opened(row)
        if opened is not None and opened.shown is not None:
            self.chosen.emit(opened)


class ComparisonView(QWidget):
    """The table with its buttons. `chosen` gives the Opened to look at, `again` one to try again."""

    chosen = Signal(object)
    again = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.all: list[Opened] = []
        self.table = Table()
        self.table.chosen.connect(self.chosen)
        self.table.currentCellChanged.connect(lambda *_: self._show_deeds())
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._sorted())
        self.sort = parts.ChoiceBox()
        self.sort.setAccessibleName(tr("Sort the table by"))
        self.sort.addItems([tr("By {name}", name=tr(name).lower()) for name in COLUMNS])
        self.sort.activated.connect(lambda place: self.table.sortItems(place))
        self.open = parts.button(tr("Open this call"), "primary")
        self.open.clicked.connect(lambda: self.table.choose(self.table.currentRow()))
        self.try_again = parts.button(tr("Try again"))
        self.try_again.clicked.connect(self._again)
        self.export = parts.button(tr("Export as CSV …"))
        self.export.clicked.connect(self._ask_where)
        files.withhold(self.export)
        self.back = parts.button(tr("Back"), keys="Esc")
        self.back.clicked.connect(self.left)
        self.told = parts.words("", "soft")
        self.told.hide()
        self.why = parts.words("", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.table.setMinimumHeight(self.fontMetrics().height() * 14)
        column.addWidget(
            parts.page(
                parts.words(tr("Compared"), "title"),
                parts.row(self.open, self.try_again, self.sort, self.export, self.back),
                self.told,
                tall=parts.stack(self.table, self.why),
                margin=SPACE * 3,
            )
        )

    def show_all(self, all: list[Opened]) -> None:
        """Show how all these stand."""
        self.all = list(all)
        self.table.show_all(all)
        self._show_deeds()

    def take_keys(self) -> None:
        """Let the next key go to the table."""
        self.table.setFocus()

    def save(self, path: Path) -> None:
        """Write the table as CSV."""
        # So that a spreadsheet knows it for UTF-8.
        if files.write(path, sheet(self.all).encode("utf-8-sig"), self.tell):
            self.tell(tr("Saved as {path}. It is not encrypted.", path=path))

    def tell(self, sentence: str) -> None:
        """Say what came of something."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def forget(self) -> None:
        """Show nothing."""
        self.show_all([])
        self.tell("")

    def _sorted(self) -> None:
        """Keep the sentences of what is not reviewed over the whole of their rows."""
        self.sort.setCurrentIndex(self.table.horizontalHeader().sortIndicatorSection())
        self.table.span()

    def _show_deeds(self) -> None:
        opened = self.table.opened(self.table.currentRow())
        self.open.setEnabled(opened is not None and opened.shown is not None)
        self.try_again.setVisible(any(each.stage is Stage.FAILED for each in self.all))
        self.try_again.setEnabled(opened is not None and opened.stage is Stage.FAILED)
        self.why.setText(unmeasured(cells(opened)) if opened is not None else "")
        self.why.setVisible(bool(self.why.text()))

    def _again(self) -> None:
        opened = self.table.opened(self.table.currentRow())
        if opened is not None:
            self.again.emit(opened)

    def _ask_where(self) -> None:
        files.ask_to_save(
            self, tr("Export the comparison"), tr("Evenkeel comparison"), tr("Table (*.csv)"), self.save
        )


class _Figure(QTableWidgetItem):
    """A cell that is sorted by its value; what is unknown comes last."""

    def __init__(self, cell: Cell) -> None:
        unknown = cell.shown == tr(words.NOT_MEASURABLE)
        super().__init__(UNKNOWN if unknown else cell.shown)
        self.setData(Qt.ItemDataRole.AccessibleTextRole, cell.shown)
        self._value = cell.value
        if cell.why:
            self.setToolTip(cell.why)
        in_words = isinstance(cell.value, str) or cell.shown == cell.why
        self.setTextAlignment(_side(right=not in_words))

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, theirs = self._value, getattr(other, "_value", None)
        if isinstance(mine, str) and isinstance(theirs, str):
            return mine.casefold() < theirs.casefold()
        order = float("inf")
        left = mine if isinstance(mine, float | int) else order
        right = theirs if isinstance(theirs, float | int) else order
        return left < right


def _side(*, right: bool) -> Qt.AlignmentFlag:
    """Give how a cell is aligned: figures at the right, with their names over them."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
