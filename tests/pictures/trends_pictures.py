"""Every state of Trends to look at: a function a state, each gives a widget ready to be grabbed."""

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.history.trends import POINTS, TrendsView
from app.ui.journal.opening import Standing
from app.ui.pieces import theme
from app.ui.window import Window
from tests import demo_journal
from tests.pictures import window_pictures
from tests.pictures.journal_pictures import wait
from tests.pictures.journal_pictures import window as with_calls

TODAY = date.today()
CHARTS = 7
WIDE, TALL = 890, 1500
"""Pixels in which all charts are seen at once."""


def demo_window(page: str = "today", today: date = TODAY) -> Window:
    """Give a window with the demo journal open."""
    home = Path(tempfile.mkdtemp())
    os.environ["EVENKEEL_HOME"] = str(home)
    demo_journal.make(home / "journal", today)
    made = window_pictures.window(page)
    made.show()
    wait(lambda: made.journal.standing is Standing.LOCKED)
    made.journal.unlock(demo_journal.PASSPHRASE)
    wait(lambda: made.journal.standing is Standing.OPEN)
    return made


def trends(
    made: Window | None = None, *, tables: bool = False, call_type: str = "", weeks: int = 8
) -> QWidget:
    made = made or demo_window()
    view = TrendsView(made.diary, made.settings, made.coaching)
    view.held_by = made  # type: ignore[attr-defined]
    made.hide()
    view.resize(WIDE, TALL)
    view.show()
    if call_type:
        view.call_type.setCurrentIndex(view.call_type.findData(call_type))
    view.range.setCurrentIndex(view.range.findData(weeks))
    wait(lambda: bool(view.told.text()))
    wait(lambda: len(view._cards) == CHARTS or view.told.text() != POINTS)
    QTest.qWait(100)
    if tables:
        view.tables.toggle()
        QTest.qWait(200)
    return view


def small(**chosen: bool) -> QWidget:
    theme.current().scale(2)
    view = trends(**chosen)  # type: ignore[arg-type]
    view.resize(500, 1400)
    QTest.qWait(300)
    return view


STATES: dict[str, Callable[[], QWidget]] = {
    "trends": trends,
    "trends-complaint": lambda: trends(call_type="complaint", weeks=13),
    "trends-year": lambda: trends(weeks=52),
    "trends-tables": lambda: trends(tables=True),
    "trends-too-few": lambda: trends(with_calls()),
    "trends-large": small,
    "trends-large-tables": lambda: small(tables=True),
}
