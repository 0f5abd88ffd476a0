"""Every state of History to look at: a function a state, each gives a widget ready to be grabbed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.history import EVERYTHING
from app.ui.history.filters import OWN
from app.ui.pieces import theme
from app.ui.window import Window
from tests.pictures.journal_pictures import wait
from tests.pictures.journal_pictures import window as with_calls
from tests.pictures.trends_pictures import demo_window

TALL = 3400
"""Pixels in which the whole page of a call is seen at once."""


def history(made: Window | None = None) -> Window:
    demo = made is None
    made = made or demo_window("history")
    made.go_to("history")
    if demo:
        wait(lambda: bool(made.history.calls.entries.entries))
    QTest.qWait(400)
    return made


def filtered() -> Window:
    made = history()
    filters = made.history.calls.filters
    filters.type.setCurrentIndex(filters.type.findData("complaint"))
    filters.period.setCurrentIndex(filters.period.findData(OWN))
    filters.since.setDate(filters.since.date().addDays(-40))
    QTest.qWait(300)
    return made


def nothing_fits() -> Window:
    made = history()
    filters = made.history.calls.filters
    filters.mood.setCurrentIndex(1)
    filters.marked.setChecked(True)
    filters.kind.setCurrentIndex(2)
    QTest.qWait(300)
    return made


def searched(text: str) -> Window:
    made = history()
    made.history.calls.search.setText(text)
    made.history.calls.search.setFocus()
    QTest.qWait(300)
    return made


def chosen() -> Window:
    made = history()
    made.history.calls.list.take_keys()
    QTest.keyClick(made.history.calls.list, "\t")
    made.history.calls.list.take_keys()
    QTest.qWait(100)
    return made


def deleted() -> Window:
    made = history()
    entry = made.history.calls.entries.entries[1]
    made.history.calls.list.delete_asked.emit(entry)
    QTest.qWait(300)
    return made


def a_call(*, tall: bool = True, reflected: bool = True) -> Window:
    made = history()
    entries = made.history.calls.entries.entries
    entry = next(
        each
        for each in entries
        if each.call and each.reflected is reflected and (each.call.marks or not reflected)
    )
    made.history.show_call(entry.id)
    wait(lambda: made.history.call.summary is not None)
    if tall:
        made.resize(1040, TALL)
    QTest.qWait(200)
    return made


def no_printer() -> Window:
    made = a_call(tall=False)
    made.history.call.print_out()
    QTest.qWait(100)
    return made


def a_reflection() -> Window:
    made = history()
    alone = next((each for each in made.history.calls.entries.entries if each.call is None), None)
    if alone is not None:
        made.history.call.show_reflection(alone.id)
        made.history.setCurrentWidget(made.history.call)
    QTest.qWait(200)
    return made


def warned() -> QWidget:
    made = history()
    made.history.calls.export.click()
    QTest.qWait(200)
    shown = made.findChildren(QDialog)[-1]
    shown.held_by = made  # type: ignore[attr-defined]
    return shown


def exported() -> Window:
    made = history()
    exporting = made.history.calls.exporting
    place = Path(made.journal.folder).parent / "calls.html"
    exporting.write(place, EVERYTHING, None, "what is shown")
    wait(lambda: not exporting.work.running)
    QTest.qWait(100)
    return made


def large(make: Callable[[], Window]) -> Window:
    theme.current().scale(2)
    made = make()
    made.resize(560, 400)
    QTest.qWait(200)
    return made


def large_tall(make: Callable[[], Window], height: int = 1500) -> Window:
    made = large(make)
    made.resize(560, height)
    QTest.qWait(200)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "history": history,
    "history-chosen": chosen,
    "history-filtered": filtered,
    "history-nothing-fits": nothing_fits,
    "history-search": lambda: searched("call"),
    "history-search-none": lambda: searched("zzyzx"),
    "history-deleted": deleted,
    "history-no-journal": lambda: history(with_calls("history", calls=None)),
    "history-no-calls": lambda: history(with_calls("history", calls=0)),
    "history-call": a_call,
    "history-call-not-reflected": lambda: a_call(reflected=False),
    "history-no-printer": no_printer,
    "history-reflection": a_reflection,
    "history-export": warned,
    "history-exported": exported,
    "history-large": lambda: large(history),
    "history-large-tall": lambda: large_tall(history),
    "history-search-large": lambda: large_tall(lambda: searched("call")),
    "history-call-large": lambda: large_tall(lambda: a_call(tall=False), 4000),
}
