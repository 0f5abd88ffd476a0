"""The cards of Trends: a chart with its sentence, and the table behind it. Imported when first shown."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.journal import Week
from app.domain.techniques import CallType
from app.language import tr
from app.report import words
from app.ui.history import trends_numbers as numbers
from app.ui.history.trends_numbers import MEASURES, TALK_RATIO, Measure, Table
from app.ui.history.trends_plot import WeekPlot
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE

_MOST_ROWS = 8
"""Rows of a table that are seen at once."""

_BESIDE = 44
"""Average widths of a letter that a card needs, to stand beside another one."""

TWO_WEEKS = 2
"""Weeks with a value that a chart needs."""


class TrendCard(QWidget):
    """One chart: its title, its sentence, and the chart or its table."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.sentence = parts.words("", "soft")
        self.note = parts.words("", "caption")
        self.plot = WeekPlot()
        self.plot.setAccessibleName(tr("{title}, chart", title=title))
        self.table = WeekTable(tr("{title}, table", title=title))
        self.wide = False
        self._has_chart = self._as_table = False
        self._table: Table | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        held = parts.card(parts.words(title, "strong"), self.sentence, self.plot, self.table, self.note)
        held_layout = held.layout()
        assert isinstance(held_layout, QVBoxLayout)
        held_layout.addStretch(1)
        column.addWidget(held)

    def show_weeks(self, weeks: Sequence[Week], this_monday: date, call_type: CallType | None) -> None:
        """Show these weeks; of one type of call, or of all (None)."""
        raise NotImplementedError

    def show_as(self, *, table: bool) -> None:
        """Show the table, which is only filled then, or the chart; neither where there are too few weeks."""
        self._as_table = table
        if table and self._table is not None:
            self.table.show_table(self._table)
            self._table = None
        self.plot.setVisible(self._has_chart and not table)
        self.table.setVisible(self._has_chart and table)
        self.note.setVisible(self._has_chart and bool(self.note.text()))

    def tell(self, sentence: str, table: Table, note: str, *, has_chart: bool) -> None:
        """Say what the chart says."""
        self._has_chart = has_chart
        self.sentence.setText(sentence)
        self.note.setText(note)
        self.plot.setAccessibleDescription(tr("{sentence} T shows the table.", sentence=sentence))
        self.table.setAccessibleDescription(sentence)
        self._table = table
        self.show_as(table=self._as_table)


class MeasureCard(TrendCard):
    """The chart of one measure."""

    def __init__(self, measure: Measure) -> None:
        super().__init__(tr(measure.title))
        self._measure = measure

    def show_weeks(self, weeks: Sequence[Week], this_monday: date, call_type: CallType | None) -> None:
        """Show these weeks; with the band of the type."""
        measure = self._measure
        known = sum(value is not None for value in numbers.values(measure.lines[-1], weeks))
        band = (call_type.low, call_type.high) if call_type and measure is TALK_RATIO else None
        table = numbers.table(measure, weeks)
        if known >= TWO_WEEKS:
            told = numbers.sentence(measure, weeks, this_monday)
            self.tell(told, table, _note(measure, band), has_chart=True)
            self.plot.show_measure(measure, weeks, band)
        else:
            self.tell(_too_few(tr(measure.needed), known), table, "", has_chart=False)


class ButtonsCard(TrendCard):
    """The hot buttons, week by week; as wide as two cards."""

    def __init__(self) -> None:
        super().__init__(tr("Hot buttons"))
        self.wide = True

    def show_weeks(self, weeks: Sequence[Week], this_monday: date, call_type: CallType | None) -> None:
        """Show these weeks."""
        named = numbers.hot_buttons(weeks)
        table = numbers.button_table(weeks)
        if not named:
            told = tr("None was named in a reflection of these weeks. Reflect has a field for it.")
            self.tell(told, table, "", has_chart=False)
            return
        self.tell(
            numbers.button_sentence(weeks), table, tr("A larger disc: named more often."), has_chart=True
        )
        self.plot.show_counts(named, weeks)


class WeekTable(QTableWidget):
    """A table to read: the keys go through its cells, Tab goes on; without them the wheel is the page's."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setStyleSheet(
            "QTableView::item { padding: 2px 5px; }"
        )  # with the letters' own margin as the head
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(table.head))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in range(table.narrow):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setRowCount(len(table.rows))
        for column, name in enumerate(table.head):
            self.setHorizontalHeaderItem(column, _cell(name))
        for row, cells in enumerate(table.rows):
            for column, text in enumerate(cells):
                self.setItem(row, column, _cell(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the height of its first rows, whole."""
        rows = sum(self.rowHeight(row) for row in range(min(_MOST_ROWS, self.rowCount())))
        head = self.horizontalHeader().sizeHint().height()
        return QSize(SPACE * 20, head + rows + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same height."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the rows are at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, unless the keys are here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CardGrid(QWidget):
    """Cards beside each other where there is room for two, each row as tall as its tallest."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[TrendCard] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE * 2)

    def add(self, card: TrendCard) -> None:
        """Take a card at the end."""
        self._cards.append(card)
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew where another number of them fits."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._place()

    def _place(self) -> None:
        columns = 2 if self.width() >= 2 * _BESIDE * self.fontMetrics().averageCharWidth() else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns, 1, columns if card.wide else 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


CARDS: tuple[Callable[[], TrendCard], ...] = (
    *(partial(MeasureCard, measure) for measure in MEASURES),
    ButtonsCard,
)
"""What makes each card, in their order."""


def _note(measure: Measure, band: tuple[float, float] | None) -> str:
    if measure is TALK_RATIO:
        if band is None:
            return tr("One kind of call shows its band, too.")
        return tr(
            "Shaded: the band {band}. {band_note}", band=words.band(band), band_note=tr(words.BAND_NOTE)
        )
    return tr("Filled discs: after. Hollow ones: before.") if len(measure.lines) > 1 else ""


def _too_few(needed: str, known: int) -> str:
    if known:
        return tr("This takes two weeks with {needed}; there is one so far.", needed=needed)
    return tr("This takes two weeks with {needed}; there is none so far.", needed=needed)


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item
