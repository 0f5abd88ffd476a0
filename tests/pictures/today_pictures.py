"""Every state of Today to look at: a function a state, each gives a widget ready to be grabbed."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.pieces import theme
from app.ui.window import Window
from tests.pictures import journal_pictures
from tests.pictures.trends_pictures import demo_window

TALL = 1180
"""Pixels in which the whole page is seen at once."""


def today(*, tall: bool = True) -> Window:
    made = demo_window()
    if tall:
        made.resize(1040, TALL)
    QTest.qWait(400)
    return made


def with_card() -> Window:
    made = today()
    made.today.focus.see.toggle()
    made.resize(1040, TALL + 320)
    QTest.qWait(100)
    return made


def chosen() -> Window:
    made = today(tall=False)
    choice = made.today.focus.choice
    choice.setCurrentIndex(choice.findData("own-the-look"))
    choice.activated.emit(choice.currentIndex())
    return made


def first_day(*, journal: bool) -> Window:
    made = journal_pictures.window(calls=0 if journal else None)
    QTest.qWait(300)
    return made


def few_calls() -> Window:
    made = journal_pictures.window(calls=3)
    QTest.qWait(300)
    return made


def large(make: Callable[[], Window], height: int = 1400) -> Window:
    theme.current().scale(2)
    made = make()
    made.resize(560, height)
    QTest.qWait(200)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "today-day": today,
    "today-card": with_card,
    "today-chosen": chosen,
    "today-first-day": lambda: first_day(journal=True),
    "today-no-journal": lambda: first_day(journal=False),
    "today-few-calls": few_calls,
    "today-large": lambda: large(today, 3000),
}
