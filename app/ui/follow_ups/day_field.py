"""A day to choose: by its name where it is near, by a date else, or none."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from app.language import marked, tr
from app.ui.follow_ups.words import in_three_days, next_week
from app.ui.pieces.flow import FlowLayout
from app.ui.pieces.parts import ChoiceBox

_ANOTHER = marked("Another day")


class DateBox(QDateEdit):
    """A date; the wheel scrolls the page and never changes it by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class DayField(QWidget):
    """A day or none; `changed` tells that the user chose another."""

    changed = Signal()

    def __init__(self, name: str, day: date | None, today: date) -> None:
        super().__init__()
        self.near = ChoiceBox()
        self.near.setAccessibleName(name)
        self._days = {
            tr("No day"): None,
            tr("Today"): today,
            tr("Tomorrow"): today + timedelta(1),
            tr("In three days"): in_three_days(today),
            tr("Next week, Monday"): next_week(today),
        }
        self.near.addItems([*self._days, tr(_ANOTHER)])
        self.date = DateBox()
        self.date.setAccessibleName(tr("{name}, as a date", name=name))
        self.date.lineEdit().setAccessibleName(tr("{name}, as a date", name=name))
        self.date.setDisplayFormat("ddd d MMM yyyy")
        self.date.setCalendarPopup(True)
        shown = day or today
        self.date.setDate(QDate(shown.year, shown.month, shown.day))
        near = list(self._days.values())
        self.near.setCurrentIndex(near.index(day) if day in near else len(near))
        self.setFocusProxy(self.near)
        line = FlowLayout(self)
        line.addWidget(self.near)
        line.addWidget(self.date)
        self.date.setVisible(self._by_date)
        self.near.activated.connect(self._choose)
        self.date.dateChanged.connect(lambda _: self.changed.emit())

    @property
    def day(self) -> date | None:
        """The day that is chosen."""
        if self._by_date:
            picked = self.date.date()
            return date(picked.year(), picked.month(), picked.day())
        return list(self._days.values())[self.near.currentIndex()]

    @property
    def _by_date(self) -> bool:
        return self.near.currentIndex() == len(self._days)

    def ask_date(self) -> None:
        """Ask for a date."""
        self.near.setCurrentIndex(len(self._days))
        self.date.show()
        self.date.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self) -> None:
        self.date.setVisible(self._by_date)
        self.changed.emit()
