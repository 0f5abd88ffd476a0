import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from app.domain.days import monday
from app.domain.journal import Promise, Week
from app.domain.report import Measures, Source
from app.storage import calls, follow_ups, keys, reflections
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.ui.history import trends_numbers as numbers
from app.ui.history.trends import TrendsView
from app.ui.history.trends_numbers import MEASURES, TALK_RATIO
from app.ui.pieces import theme
from app.ui.window import Window
from tests.journals import a_call, a_promise, a_reflection, its_report
from tests.ui.at_the_journal import PATIENCE_MS, press, shown, unlock, until_locked
from tests.ui.kept import LIGHT, PASSPHRASE
from tests.ui.room import flaws
from tests.ui.walk import unnamed

THIS = monday(date.today())
CUT_INS, PATIENCE, MONOLOGUE, MOOD, KEPT = MEASURES[1:]
CARDS = len(MEASURES) + 1


def at(weeks_ago: int) -> datetime:
    day = THIS - timedelta(weeks=weeks_ago)
    return datetime(day.year, day.month, day.day, 0, 1).astimezone(UTC)


def fill(db: Database) -> None:
    """Put in calls of four of the last five weeks, with what is written about them."""
    for weeks_ago, ratio, cut_ins, mood, button in (
        (4, 0.60, 3, 2, "Being rushed"),
        (4, 0.50, 1, 3, "being rushed"),
        (2, 0.50, 2, 3, "Blame"),
        (1, None, None, 4, ""),
        (0, 0.41, 0, 5, "Blame"),
    ):
        call = a_call(
            began_at=at(weeks_ago),
            ended_at=at(weeks_ago) + timedelta(minutes=20),
            source=Source("live", 1200.0, 16_000, 2),
            measures=Measures(
                talk_ratio=ratio, interruptions_agent=cut_ins, patience_s=0.8, longest_monologue_s=75.0
            ),
        )
        calls.save(db, call, its_report(call), ())
        wrote = a_reflection(call_id=call.id, mood_before=2, mood_after=mood, hot_button=button)
        reflections.save(db, wrote)
    for weeks_ago, state in ((2, Promise.DONE), (2, Promise.DONE), (2, Promise.MISSED), (0, Promise.DONE)):
        follow_ups.save(db, a_promise(state=state, closed_at=at(weeks_ago)))


@pytest.fixture
def trends(home: Path, show_window: Callable[[], Window], qtbot: QtBot) -> TrendsView:
    """Trends in the window, with those weeks."""
    folder = home / "journal"
    journal = Journal.open(folder, keys.create(folder, PASSPHRASE, LIGHT))
    try:
        journal.write("calls", fill).result()
    finally:
        journal.close()
    return come_in(show_window, qtbot)


def come_in(show_window: Callable[[], Window], qtbot: QtBot, charts: int = CARDS) -> TrendsView:
    window = show_window()
    unlock(window, qtbot)
    window.go_to("history")
    window.history.show_tab(2)
    view = window.history.findChild(TrendsView)
    assert view is not None
    qtbot.waitUntil(lambda: bool(view.told.text()) and len(view._cards) == charts, timeout=PATIENCE_MS)
    return view


def rows(table: QTableWidget) -> list[list[str]]:
    items = [
        [table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())
    ]
    return [[item.text() if item else "" for item in row] for row in items]


def week(weeks_ago: int) -> str:
    return numbers.day(THIS - timedelta(weeks=weeks_ago))


def test_the_tables_hold_the_numbers_of_the_weeks(trends: TrendsView) -> None:
    press(trends.window(), "T")
    tables = {card.title: rows(card.table)[:5] for card in trends._cards}
    assert tables == {
        TALK_RATIO.title: [
            [week(0), "1", "41 %"],
            [week(1), "1", "not measurable"],
            [week(2), "1", "50 %"],
            [week(3), "0", "no calls"],
            [week(4), "2", "55 %"],
        ],
        CUT_INS.title: [
            [week(0), "1", "0.0"],
            [week(1), "1", "not measurable"],
            [week(2), "1", "1.0"],
            [week(3), "0", "no calls"],
            [week(4), "2", "1.0"],
        ],
        PATIENCE.title: [
            [week(0), "1", "0.8 s"],
            [week(1), "1", "0.8 s"],
            [week(2), "1", "0.8 s"],
            [week(3), "0", "no calls"],
            [week(4), "2", "0.8 s"],
        ],
        MONOLOGUE.title: [
            [week(0), "1", "1:15 min"],
            [week(1), "1", "1:15 min"],
            [week(2), "1", "1:15 min"],
            [week(3), "0", "no calls"],
            [week(4), "2", "1:15 min"],
        ],
        MOOD.title: [
            [week(0), "2 (heavy)", "5 (light)"],
            [week(1), "2 (heavy)", "4 (good)"],
            [week(2), "2 (heavy)", "3 (even)"],
            [week(3), "not noted", "not noted"],
            [week(4), "2 (heavy)", "2.5 (heavy to even)"],
        ],
        KEPT.title: [
            [week(0), "1 of 1", "100 %"],
            [week(1), "0 of 0", "none closed"],
            [week(2), "2 of 3", "67 %"],
            [week(3), "0 of 0", "none closed"],
            [week(4), "0 of 0", "none closed"],
        ],
        "Hot buttons": [
            [week(0), "Blame", "1"],
            [week(2), "Blame", "1"],
            [week(4), "Being rushed", "2"],
        ],
    }


def test_a_chart_draws_its_table_and_leaves_a_gap_where_there_is_nothing(trends: TrendsView) -> None:
    drawn = trends._cards[0].plot.getPlotItem().listDataItems()[0].getData()[1]
    known = [None if value != value else round(float(value)) for value in drawn]
    assert known == [None, None, None, 55, None, 50, None, 41]
    assert [item.opts["connect"] for item in trends._cards[0].plot.getPlotItem().listDataItems()] == [
        "finite"
    ]


def test_each_chart_says_how_the_newest_week_is_to_ones_own_weeks_before(trends: TrendsView) -> None:
    assert [card.sentence.text() for card in trends._cards] == [
        "This week so far 41 %, the four weeks before 52 %.",
        "This week so far 0.0, the four weeks before 1.0.",
        "This week so far 0.8 s, the four weeks before 0.8 s.",
        "This week so far 1:15 min, the four weeks before 1:15 min.",
        "After a call: this week so far 5 (light), the four weeks before 3 (even).",
        "This week so far 100 %, the four weeks before 67 %.",
        "Named most: being rushed, in 2 reflections.",
    ]


def test_t_turns_the_charts_into_tables_and_back(trends: TrendsView) -> None:
    window = trends.window()
    assert all(card.plot.isVisible() and not card.table.isVisible() for card in trends._cards)
    press(window, "T")
    assert all(card.table.isVisible() and not card.plot.isVisible() for card in trends._cards)
    press(window, "T")
    assert all(card.plot.isVisible() for card in trends._cards)


@pytest.mark.parametrize("table", [False, True])
def test_tab_reaches_every_chart_or_table_and_leaves_it(trends: TrendsView, table: bool) -> None:
    window = trends.window()
    if table:
        press(window, "T")
    reached = []
    for _ in range(40):
        press(window, "Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
    wanted = [f"{card.title}, {'table' if table else 'chart'}" for card in trends._cards]
    found = [reached.index(name) for name in wanted]
    assert found == sorted(found)


def test_the_band_of_the_type_is_shaded_and_said_to_be_a_convention(trends: TrendsView, qtbot: QtBot) -> None:
    card = trends._cards[0]
    assert card.note.text() == "One kind of call shows its band, too."
    press(trends.window(), "Tab")
    trends.call_type.setFocus()
    press(trends.window(), "C")  # Complaint
    assert trends.call_type.currentData() == "complaint"
    qtbot.waitUntil(lambda: card.note.text().startswith("Shaded: the band 25-45 %."))
    assert "not science" in card.note.text()


def test_another_range_shows_more_weeks(trends: TrendsView, qtbot: QtBot) -> None:
    press(trends.window(), "T")
    assert trends._cards[0].table.rowCount() == 8
    trends.range.setFocus()
    press(trends.window(), "Down")
    qtbot.waitUntil(lambda: trends._cards[0].table.rowCount() == 13)


def test_a_type_without_two_weeks_says_so_and_draws_nothing(trends: TrendsView, qtbot: QtBot) -> None:
    trends.call_type.setCurrentIndex(trends.call_type.findData("sales"))
    qtbot.waitUntil(lambda: "need two weeks" in trends.told.text())
    assert "There is none with calls of this kind" in trends.told.text()
    assert not any(card.isVisible() for card in trends._cards)
    trends.call_type.setCurrentIndex(0)
    qtbot.waitUntil(lambda: trends._cards[0].isVisible())


def test_one_week_is_no_trend(folder: Path, show_window: Callable[[], Window], qtbot: QtBot) -> None:
    view = come_in(show_window, qtbot, charts=0)
    assert "Trends need two weeks with calls" in view.told.text()


def test_the_wheel_over_a_chart_or_a_table_is_left_to_the_page(trends: TrendsView) -> None:
    for shown_as in ("plot", "table"):
        for card in trends._cards:
            over = getattr(card, shown_as).viewport()
            turned = QWheelEvent(
                QPointF(9, 9),
                QPointF(over.mapToGlobal(QPoint(9, 9))),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(over, turned)
            assert not turned.isAccepted()
        press(trends.window(), "T")


def test_the_charts_take_on_another_look(trends: TrendsView, qtbot: QtBot) -> None:
    plot = trends._cards[-2].plot
    for look in ("dark", "light"):
        theme.current().choose(look)
        tokens = theme.current().tokens
        qtbot.waitUntil(lambda ground=tokens.surface: plot.backgroundBrush().color() == ground)
        assert plot.getPlotItem().listDataItems()[0].opts["pen"].color() == tokens.agent


@pytest.mark.parametrize("size", [(1040, 720, 1.0), (560, 400, 2.0)])
@pytest.mark.parametrize("table", [False, True])
def test_everything_is_whole_and_named(
    trends: TrendsView, qtbot: QtBot, size: tuple[int, int, float], table: bool
) -> None:
    if table:
        press(trends.window(), "T")
    theme.current().scale(size[2])
    trends.window().resize(*size[:2])
    for _ in range(5):
        QApplication.processEvents()
    assert not [*flaws(trends)] and not [*unnamed(trends)]
    assert all(card.plot.accessibleDescription().startswith(card.sentence.text()) for card in trends._cards)


def test_a_locked_journal_leaves_nothing_of_it(trends: TrendsView, qtbot: QtBot) -> None:
    press(trends.window(), "Ctrl+L")
    window = trends.window()
    assert isinstance(window, Window)
    until_locked(window, qtbot)
    assert trends._cards == [] and "41 %" not in shown(trends) and not trends._weeks
    unlock(window, qtbot)
    qtbot.waitUntil(lambda: len(trends._cards) == CARDS, timeout=PATIENCE_MS)


def test_the_charts_library_comes_only_with_the_charts() -> None:
    """What the window imports at its start, and Trends itself, must not bring pyqtgraph or numpy."""
    code = "import sys, app.ui.window, app.ui.history.trends; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


ONE = Week(THIS, 3, talk_ratio=0.41, kept=4, missed=1)


@pytest.mark.parametrize(
    ("weeks", "told"),
    [
        ((), ""),
        ((Week(THIS, 2),), ""),
        ((ONE,), "This week so far 41 %; the four weeks before it have none."),
        (
            (Week(THIS - timedelta(weeks=1), 1, talk_ratio=0.46), ONE),
            "This week so far 41 %, the week before 46 %.",
        ),
        (
            tuple(Week(THIS - timedelta(weeks=n), 1, talk_ratio=0.4 + n / 100) for n in range(6, 0, -1)),
            "Last week 41 %, the four weeks before 44 %.",
        ),
        (
            (Week(THIS - timedelta(weeks=3), 1, talk_ratio=0.5), Week(THIS)),
            f"In the week of {week(3)} 50 %; the four weeks before it have none.",
        ),
        (
            (Week(THIS - timedelta(weeks=9), 1, talk_ratio=0.5), ONE),
            "This week so far 41 %; the four weeks before",
        ),
    ],
)
def test_the_sentence(weeks: tuple[Week, ...], told: str) -> None:
    found = numbers.sentence(TALK_RATIO, weeks, THIS)
    assert found.startswith(told) and bool(found) == bool(told)


def test_kept_promises_of_several_weeks_are_counted_together() -> None:
    weeks = [
        Week(THIS - timedelta(weeks=2), kept=9, missed=0),
        Week(THIS - timedelta(weeks=1), kept=0, missed=1),
        Week(THIS, kept=1),
    ]
    assert numbers.sentence(KEPT, weeks, THIS) == "This week so far 100 %, the four weeks before 90 %."


def test_every_week_of_a_range_is_there() -> None:
    since = THIS - timedelta(weeks=3)
    found = numbers.filled([ONE], since, THIS)
    assert [each.monday for each in found] == [since + timedelta(weeks=n) for n in range(4)]
    assert (found[0], found[-1]) == (Week(since), ONE)


def test_the_hot_buttons_named_most_come_first_and_the_rare_ones_not_at_all() -> None:
    weeks = [
        Week(THIS - timedelta(weeks=1), hot_buttons=tuple((f"button {n}", 1) for n in range(7))),
        Week(THIS, hot_buttons=(("button 6", 2),)),
    ]
    found = numbers.hot_buttons(weeks)
    assert found[0] == ("button 6", [1, 2]) and len(found) == numbers.MOST_BUTTONS
