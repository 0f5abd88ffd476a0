"""What of History is looked for: type, time, mood, tag, kind, marked."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from app import dates
from app.domain.days import monday
from app.domain.history import EVERYTHING, Filters
from app.domain.journal import CallKind
from app.language import Texts, tr
from app.report.words import MOODS, plain
from app.ui.follow_ups.day_field import DateBox
from app.ui.history.words import KINDS, between
from app.ui.journal.words import day
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE

OWN = "own"
"""The period whose days the user names."""

PERIODS = Texts(
    {
        "": "Any time",
        "today": "Today",
        "week": "This week",
        "last-week": "Last week",
        "month": "This month",
        "last-month": "Last month",
        "year": "This year",
        OWN: "From … to …",
    }
)


def days_of(period: str, today: date) -> tuple[date | None, date | None]:
    """Give the first and last day of a period of PERIODS as it is `today`; weeks begin on Monday."""
    first_day = monday(today)
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    return {
        "today": (today, today),
        "week": (first_day, first_day + timedelta(days=6)),
        "last-week": (first_day - timedelta(days=7), first_day - timedelta(days=1)),
        "month": (first, today.replace(day=monthrange(today.year, today.month)[1])),
        "last-month": (before.replace(day=1), before),
        "year": (date(today.year, 1, 1), date(today.year, 12, 31)),
    }.get(period, (None, None))


def period_named(period: str, since: date | None, until: date | None) -> str:
    """Say a period of PERIODS, to follow how many calls there are: "in May 2026"."""
    if period == "today" and since:
        return tr("today, {day}", day=day(since))
    if period in ("month", "last-month") and since:
        return tr("in {month}", month=dates.month_year(since))
    if period == "year" and since:
        return tr("in {year}", year=since.year)
    return between(since, until)


class FilterBar(QWidget):
    """The choices in a row that goes on below where it is too narrow; `changed` says that one is another."""

    changed = Signal()

    def __init__(self, types: Mapping[str, str]) -> None:
        super().__init__()
        self._quiet = False
        self.type = _choice(
            tr("Kind of call"), (tr("All kinds"), None), *((title, id) for id, title in types.items())
        )
        self.period = _choice(tr("When"), *((name, id) for id, name in PERIODS.items()))
        self.mood = _choice(
            tr("Mood after"),
            (tr("Any mood"), None),
            *((tr("{name} mood", name=name.capitalize()), mood) for mood, name in MOODS.items()),
        )
        self.tag = _choice(tr("Tag"), (tr("Any tag"), None))
        self.kind = _choice(
            tr("Source"), (tr("Any source"), None), *((name, kind.value) for kind, name in KINDS.items())
        )
        self.marked = QCheckBox(tr("Marked"))
        self.marked.setAccessibleDescription(tr("Only calls with a marked moment"))
        self.since, self.until = _day(tr("From this day")), _day(tr("To this day"))
        self._own = parts.row(_between(tr("From")), self.since, _between(tr("to")), self.until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(parts.row(self.type, self.period, self.mood, self.tag, self.kind, self.marked))
        column.addWidget(self._own)
        self._own.hide()
        for choice in (self.type, self.mood, self.tag, self.kind):
            choice.currentIndexChanged.connect(self._tell)
        self.period.currentIndexChanged.connect(self._choose_period)
        self.marked.toggled.connect(self._tell)
        for edit in (self.since, self.until):
            edit.dateChanged.connect(self._tell)

    @property
    def asked(self) -> Filters:
        """What is looked for now."""
        since, until = self._days()
        kind = self.kind.currentData()  # which Qt gives back as a mere text
        return Filters(
            call_type=self.type.currentData(),
            kind=CallKind(kind) if kind else None,
            since=since,
            until=until,
            mood=self.mood.currentData(),
            tag=self.tag.currentData(),
            marked=self.marked.isChecked(),
        )

    @property
    def period_named(self) -> str:
        """What is chosen as the time, to follow how many calls there are."""
        return period_named(self.period.currentData(), *self._days())

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return self.asked == EVERYTHING

    def clear(self) -> None:
        """Ask for nothing."""
        self._quiet = True
        for choice in (self.type, self.period, self.mood, self.tag, self.kind):
            choice.setCurrentIndex(0)
        self.marked.setChecked(False)
        self._quiet = False
        self._tell()

    def forget(self) -> None:
        """Ask for nothing and know no tag, without telling."""
        self.blockSignals(True)
        self.clear()
        self.offer_tags(())
        self.blockSignals(False)

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags; the one that is chosen stays so, if there is still one of that name."""
        chosen = self.tag.currentData()
        if [*tags] == [self.tag.itemData(place) for place in range(1, self.tag.count())]:
            return
        self._quiet = True
        while self.tag.count() > 1:
            self.tag.removeItem(1)
        for tag in tags:
            self.tag.addItem(plain(tag), tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self._quiet = False
        if chosen is not None and self.tag.currentData() is None:
            self._tell()

    def _days(self) -> tuple[date | None, date | None]:
        chosen = self.period.currentData()
        if chosen != OWN:
            return days_of(chosen, date.today())
        since, until = (_date(edit.date()) for edit in (self.since, self.until))
        return min(since, until), max(since, until)

    def _choose_period(self) -> None:
        own = self.period.currentData() == OWN
        if own and self._own.isHidden():
            self._quiet = True
            today = date.today()
            self.since.setDate(_qdate(today.replace(day=1)))
            self.until.setDate(_qdate(today))
            self._quiet = False
        self._own.setVisible(own)
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _choice(name: str, *entries: tuple[str, Any]) -> parts.ChoiceBox:
    choice = parts.ChoiceBox()
    choice.setAccessibleName(name)
    choice.setSizeAdjustPolicy(parts.ChoiceBox.SizeAdjustPolicy.AdjustToContents)
    for text, data in entries:
        choice.addItem(text, data)
    return choice


def _day(name: str) -> DateBox:
    edit = DateBox()
    edit.setAccessibleName(name)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("d MMM yyyy")
    edit.setDate(QDate.currentDate())
    return edit


def _between(text: str) -> QLabel:
    label = parts.words(text, "field")
    label.setIndent(0)
    return label


def _date(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())


def _qdate(chosen: date) -> QDate:
    return QDate(chosen.year, chosen.month, chosen.day)
