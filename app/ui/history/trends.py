"""Trends: how the user's own weeks go, a chart a measure with a table behind each."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.days import monday
from app.domain.journal import Week
from app.language import marked, tr, trn
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.history import trends_numbers as numbers
from app.ui.journal.diary import Diary
from app.ui.journal.question import Question
from app.ui.pieces import parts, theme
from app.ui.pieces.errand import Errand

if TYPE_CHECKING:  # pyqtgraph comes with it
    from app.storage.cipher import Database
    from app.ui.history.trends_cards import CardGrid, TrendCard

RANGES = (8, 13, 26, 52)
"""Weeks that can be looked back over."""

NOT_OPEN = marked("Trends are drawn from your journal, which is not open.")
EMPTY = marked(
    "Trends need two weeks with calls in them, so that one can be seen against the other. {so_far} "
    "Practice is not counted."
)
POINTS = marked("Each point is the middle value of a week's calls, set against your own weeks only.")


class TrendsView(QWidget):
    """The user's weeks, by kind of call; it scrolls by itself, and asks the diary when it is shown."""

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._coaching = diary, coaching
        self._stale = True
        self._question = Question(diary, self)
        self._weeks: Sequence[Week] = ()
        self._this_monday = date.min
        self._cards: list[TrendCard] = []
        self._grid: CardGrid | None = None
        self._errand: Errand | None = None
        self.call_type = parts.ChoiceBox()
        self.call_type.setAccessibleName(tr("Kind of call"))
        self.call_type.addItem(tr("All calls"), None)
        for each in coaching.now.call_types.values():
            self.call_type.addItem(each.title, each.id)
        self.range = parts.ChoiceBox()
        self.range.setAccessibleName(tr("How far back"))
        for number in RANGES:
            self.range.addItem(trn("{n} week", "{n} weeks", number), number)
        self.tables = parts.button(tr("Show as tables"), keys="T")
        self.tables.setCheckable(True)
        self.told = parts.words("", "soft")
        self.call_type.currentIndexChanged.connect(self.refresh)
        self.range.currentIndexChanged.connect(self.refresh)
        self.tables.toggled.connect(self._show_as)
        QShortcut(QKeySequence("T"), self, self.tables.toggle)
        self._choices = parts.row(self.call_type, self.range, self.tables)
        self._held = QWidget()
        held = QVBoxLayout(self._held)
        held.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.page(self._choices, self.told, self._held))
        diary.changed.connect(lambda what: self.refresh())
        theme.current().changed.connect(self._draw)
        self.forget()

    def refresh(self) -> None:
        """Ask for the weeks again; when it is next shown, if it is hidden."""
        self._stale = True
        if not self.isVisible():
            return
        self._stale = False
        if not self._diary.is_open:
            self.forget()
            self.told.setText(tr(NOT_OPEN))
            return
        this_monday = monday(date.today())
        since = this_monday - timedelta(weeks=self.range.currentData() - 1)
        call_type: str | None = self.call_type.currentData()
        self._question.ask(partial(_read, since, call_type), partial(self._take, since, this_monday))

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self._question.drop()
        self._stale = True
        self._weeks = ()
        self.told.setText("")
        self._choices.hide()
        self._held.hide()
        if self._grid is not None:
            self._grid.deleteLater()
            self._grid, self._cards = None, []

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _take(self, since: date, this_monday: date, found: list[Week]) -> None:
        self._choices.show()
        number = sum(bool(week.calls) for week in found)
        self.tables.setVisible(number >= 2)
        if number < 2:
            self._say_too_few(number)
            return
        self._weeks, self._this_monday = numbers.filled(found, since, this_monday), this_monday
        self.told.setText(tr(POINTS))
        if self._cards:
            self._draw()
        elif self._errand is None:
            # The charts' library takes a moment to come, most of it numpy; the window goes on meanwhile. The
            # rest of it touches Qt's own classes, which only the window's thread may do, or Qt crashes.
            self._errand = Errand(self, lambda: import_module("numpy"))
            self._errand.done.connect(lambda _: self._build(import_module("app.ui.history.trends_cards")))
            self._errand.failed.connect(self._diary.broke)

    def _build(self, library: Any) -> None:
        """Make the charts, one after the other, so that the window never waits for all of them."""
        self._errand = None
        if not self._weeks or self._grid is not None:
            return
        self._grid = library.CardGrid()
        layout = self._held.layout()
        assert layout is not None
        layout.addWidget(self._grid)
        self._held.show()
        self._one_after_another(map(self._add, library.CARDS))

    def _add(self, make: Callable[[], "TrendCard"]) -> None:
        assert self._grid is not None
        card = make()
        self._cards.append(card)
        self._show_in(card)
        self._grid.add(card)

    def _draw(self) -> None:
        """Show the weeks of now in every chart."""
        if self._weeks:
            self._held.show()
            self._one_after_another(map(self._show_in, tuple(self._cards)))

    def _one_after_another(self, steps: Iterator[None]) -> None:
        """Do one step, and each other when the window had its turn."""
        grid = self._grid

        def go_on() -> None:
            if grid is self._grid and next(steps, grid) is None:
                QTimer.singleShot(0, self, go_on)

        go_on()

    def _show_in(self, card: "TrendCard") -> None:
        call_type = self._coaching.now.call_types.get(self.call_type.currentData())
        card.show_as(table=self.tables.isChecked())
        card.show_weeks(self._weeks, self._this_monday, call_type)

    def _show_as(self, table: bool) -> None:
        for card in self._cards:
            card.show_as(table=table)

    def _say_too_few(self, number: int) -> None:
        self._weeks = ()
        self._held.hide()
        if self.call_type.currentData() is not None:
            so_far = (
                tr("There is one with calls of this kind; all calls together may have more.")
                if number
                else tr("There is none with calls of this kind; all calls together may have more.")
            )
        elif self.range.currentIndex() < len(RANGES) - 1:
            weeks = self.range.currentText()
            so_far = (
                tr("There is one in these {weeks}; a longer time may have more.", weeks=weeks)
                if number
                else tr("There is none in these {weeks}; a longer time may have more.", weeks=weeks)
            )
        else:
            so_far = tr("There is one so far.") if number else tr("There is none so far.")
        self.told.setText(tr(EMPTY, so_far=so_far))


def _read(since: date, call_type: str | None, db: "Database") -> list[Week]:
    from app.storage import trends

    return trends.weekly(db, call_type=call_type, since=since)
