"""History by the keyboard: listed, searched, filtered, exported, and up to date."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.domain.history import EVERYTHING
from app.domain.journal import CallKind, Reflection
from app.storage import reflections
from app.storage.schema import new_id
from app.ui.history import nothing
from app.ui.history.calls_tab import PAGE
from app.ui.history.exporting import WARNING
from app.ui.window import Window
from tests.ui import kept
from tests.ui.at_history import WRITTEN, choose, into_list, lines, open_call, settled, told
from tests.ui.at_the_journal import PATIENCE_MS, press, shown, unlock


def says(window: Window, qtbot: QtBot, sentence: str) -> None:
    """Wait until the line above the list says this; it is counted after the lines are there."""
    qtbot.waitUntil(lambda: told(window) == sentence, timeout=PATIENCE_MS)


def test_lines_say_all_by_day_newest_first(filled: Window, qtbot: QtBot) -> None:
    said = lines(filled)
    assert len(filled.history.calls.entries.entries) == 7 and len(said) == 7 + 5
    assert said[0].startswith("Today, ") and "Reflection, a call at the front desk" in said[1]
    (complaint,) = [line for line in said if "a refund for the kettle" in line]
    for part in (
        "Complaint", "talk ratio", "the band 25-45 %", "you cut in", "the customer cut in",
        "1 marked moment", "mood after good", "reflected on",
    ):  # fmt: skip
        assert part in complaint
    says(filled, qtbot, "6 calls and 1 reflection on calls elsewhere")
    assert any("Complaint, practice" in line and "not reflected on yet" in line for line in said)


def test_arrow_keys_pass_over_the_days(filled: Window) -> None:
    into_list(filled, place=1)
    current = filled.history.calls.list.current
    assert current is not None and current.call is not None and current.call.kind is CallKind.PRACTICE


def test_filters_narrow_it_down_and_say_so(filled: Window, qtbot: QtBot) -> None:
    filters = filled.history.calls.filters
    choose(filters.type, "Comp")
    settled(filled, qtbot, 5)
    says(filled, qtbot, "5 calls, complaint")
    QTest.keyClick(filters.marked, Qt.Key.Key_Space)
    settled(filled, qtbot, 1)
    says(filled, qtbot, "1 call, complaint, marked")
    choose(filters.tag, "refund")
    choose(filters.mood, "Good")
    qtbot.waitUntil(lambda: "tagged" in told(filled), timeout=PATIENCE_MS)
    says(filled, qtbot, '1 call, complaint, mood good, tagged "refund", marked')
    clear = filled.history.calls.clear
    clear.setFocus()
    QTest.keyClick(clear, Qt.Key.Key_Space)
    settled(filled, qtbot, 7)
    says(filled, qtbot, "6 calls and 1 reflection on calls elsewhere")
    assert filters.empty and not clear.isVisible()


def test_own_days_and_periods(filled: Window, qtbot: QtBot) -> None:
    filters = filled.history.calls.filters
    choose(filters.period, "From")
    assert filters.since.isVisible() and filters.until.isVisible()
    filters.since.setDate(filters.until.date().addDays(-1))
    settled(filled, qtbot, 2)
    qtbot.waitUntil(lambda: told(filled).startswith("1 call and 1 reflection on calls elsewhere from "))
    choose(filters.period, "Today")
    settled(filled, qtbot, 1)
    qtbot.waitUntil(lambda: "today" in told(filled))


def test_nothing_fits_offers_to_clear_the_filters(filled: Window, qtbot: QtBot) -> None:
    tab = filled.history.calls
    choose(tab.filters.kind, "Rec")
    qtbot.waitUntil(lambda: tab.nothing.isVisible())
    assert nothing.NOTHING_FITS[0] in shown(tab)
    tab.nothing.clear.setFocus()
    QTest.keyClick(tab.nothing.clear, Qt.Key.Key_Space)
    settled(filled, qtbot, 7)
    assert tab.list.isVisible()


def test_search_as_one_types_and_open_the_best(filled: Window, qtbot: QtBot) -> None:
    tab = filled.history.calls
    press(filled, "Ctrl+F")
    assert QApplication.focusWidget() is tab.search
    QTest.keyClicks(tab.search, "heron sto")
    qtbot.waitUntil(lambda: tab.found.isVisible() and len(tab.results.found) == 1)
    says(filled, qtbot, "1 place found")
    (found,) = tab.results.found
    assert [piece for piece, matches in found.hit.snippet if matches] == ["heron", "stood"]
    said = str(tab.results.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Reflection · ") and "Complaint" in said and WRITTEN in said
    QTest.keyClick(tab.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.history.call.summary is not None, timeout=PATIENCE_MS)
    assert WRITTEN in shown(filled.history.call)
    press(filled, "Esc")
    assert tab.found.isVisible() and tab.search.text() == "heron sto"
    press(filled, "Ctrl+F")
    QTest.keyClick(tab.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(tab.list.isVisible)


def test_search_keeps_to_the_filters(filled: Window, qtbot: QtBot) -> None:
    tab = filled.history.calls
    QTest.keyClicks(tab.search, "sentence")
    qtbot.waitUntil(lambda: len(tab.results.found) == 5)
    choose(tab.filters.type, "Bill")
    qtbot.waitUntil(lambda: len(tab.results.found) == 1)
    says(filled, qtbot, "1 place found, billing")
    QTest.keyClicks(tab.search, " zzyzx")
    qtbot.waitUntil(lambda: tab.nothing.isVisible())
    assert nothing.NOTHING_FOUND[0] in shown(tab)


def test_one_question_at_a_time_and_the_newest_wins(filled: Window, qtbot: QtBot) -> None:
    asked: list[str] = []
    answered: list[str] = []
    ahead: list[int] = []
    diary_read = filled.diary.read

    def counting(work, then, asker) -> None:  # type: ignore[no-untyped-def]
        if getattr(getattr(work, "func", None), "__name__", "") != "look":  # what others ask
            diary_read(work, then, asker)
            return
        asked.append(work.args[0])
        ahead.append(len(asked) - len(answered))
        diary_read(work, lambda answer: (answered.append(work.args[0]), then(answer)), asker)

    filled.diary.read = counting  # type: ignore[method-assign]
    tab = filled.history.calls
    QTest.keyClicks(tab.search, "heron stood")
    qtbot.waitUntil(lambda: bool(tab.results.found) and answered[-1] == "heron stood", timeout=PATIENCE_MS)
    assert asked[0] == "h" and asked[-1] == "heron stood"
    assert set(ahead) == {1}, "nothing is asked before the answer to what was asked before it"


@pytest.mark.parametrize("ending", ["html", "csv", "json"])
def test_what_is_shown_is_exported_after_a_warning(
    filled: Window, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    tab = filled.history.calls
    choose(tab.filters.type, "Bill")
    settled(filled, qtbot, 1)
    press(filled, "Ctrl+E")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in filled.findChildren(QDialog)))
    (dialog,) = [each for each in filled.findChildren(QDialog) if each.isVisible()]
    assert WARNING in shown(dialog) and "Export 1 call, billing" in shown(dialog)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    (files,) = [each for each in filled.findChildren(QFileDialog) if each.isVisible()]
    path = tmp_path / f"calls.{ending}"
    files.fileSelected.emit(str(path))
    files.reject()
    qtbot.waitUntil(lambda: "is not encrypted" in shown(tab.exporting), timeout=PATIENCE_MS)
    written = path.read_text(encoding="utf-8")
    assert "illing" in written and "kettle" not in written


def test_found_places_are_exported_by_their_calls(filled: Window, qtbot: QtBot, tmp_path: Path) -> None:
    tab = filled.history.calls
    QTest.keyClicks(tab.search, "heron")
    qtbot.waitUntil(lambda: len(tab.results.found) == 1)
    path = tmp_path / "found.csv"
    tab.exporting.write(path, EVERYTHING, tab.results.found, "1 place found")
    qtbot.waitUntil(lambda: path.exists() and not tab.exporting.work.running, timeout=PATIENCE_MS)
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 2


def test_tabs_by_keys(filled: Window) -> None:
    page = filled.history
    for keys_pressed, tab in (
        ("Ctrl+PgDown", 1),
        ("Ctrl+PgDown", 2),
        ("Ctrl+PgDown", 0),
        ("Alt+3", 2),
        ("Ctrl+PgUp", 1),
    ):
        press(filled, keys_pressed)
        assert page.tab == tab
    assert QApplication.focusWidget() is page.tabs[1]
    QTest.keyClick(page.tabs[1], Qt.Key.Key_Left)
    assert page.tab == 0


def test_more_lines_come_as_one_goes_down(
    home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    kept.make(home / "journal", PAGE + 20)
    window = show_window()
    unlock(window, qtbot)
    press(window, "Ctrl+6")
    settled(window, qtbot, PAGE)
    assert told(window) == f"{PAGE + 20} calls"
    into_list(window)
    QTest.keyClick(window.history.calls.list, Qt.Key.Key_End)
    settled(window, qtbot, PAGE + 20)
    assert not window.history.calls.entries.canFetchMore(QModelIndex())
    at = window.history.calls.list.current
    assert window.journal.journal is not None and at is not None
    kept.add(window.journal.journal, began_at=datetime.now(UTC))
    window.diary.tell_changed("call")
    settled(window, qtbot, PAGE + 21)
    assert window.history.calls.list.current == at, "a change elsewhere leaves one where one was"


def test_what_is_written_elsewhere_comes_when_it_is_shown_next(filled: Window, qtbot: QtBot) -> None:
    window = filled
    window.go_to("today")
    window.diary.write(
        "reflection",
        lambda db: reflections.save(
            db, Reflection(new_id(), None, datetime.now(UTC), None, mood_after=1, hot_button="being rushed")
        ),
    )
    press(window, "Ctrl+6")
    settled(window, qtbot, 8)
    assert any("being rushed" in line for line in lines(window))


def test_a_lock_leaves_nothing(filled: Window, qtbot: QtBot) -> None:
    open_call(filled, qtbot)
    press(filled, "Ctrl+L")
    tab = filled.history.calls
    assert filled.history.call.shown is None and not tab.entries.entries and not tab.told.text()
    assert tab.filters.tag.count() == 1
    texts = "\n".join(label.text() for label in filled.history.findChildren(QLabel))
    assert WRITTEN not in texts and "kettle" not in texts


def test_without_a_journal_it_says_so(show_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = show_window()
    press(window, "Ctrl+6")
    qtbot.waitUntil(lambda: nothing.NO_JOURNAL[0] in shown(window.history))
    assert not window.history.calls.search.isVisible()


def test_an_empty_journal_says_how_it_fills(
    home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    kept.make(home / "journal", 0)
    window = show_window()
    unlock(window, qtbot)
    press(window, "Ctrl+6")
    qtbot.waitUntil(lambda: nothing.NO_CALLS[0] in shown(window.history))


def test_after_a_deletion_the_keys_are_at_the_next_line_and_after_undo_at_the_old(
    filled: Window, qtbot: QtBot
) -> None:
    into_list(filled, place=2)
    entries = filled.history.calls.entries.entries
    QTest.keyClick(filled.history.calls.list, Qt.Key.Key_Delete)
    settled(filled, qtbot, 6)
    assert filled.history.calls.list.hasFocus() and filled.history.calls.list.current == entries[3]
    press(filled, "Ctrl+Z")
    settled(filled, qtbot, 7)
    assert filled.history.calls.list.hasFocus() and filled.history.calls.list.current == entries[2]
    assert "is deleted" not in filled.history.calls.undo.button.accessibleName()


def test_a_lock_leaves_no_search_to_be_taken_back(filled: Window, qtbot: QtBot) -> None:
    QTest.keyClicks(filled.history.calls.search, "heron")
    press(filled, "Ctrl+L")
    filled.history.calls.search.undo()
    assert filled.history.calls.search.text() == ""


@pytest.mark.parametrize("text", ["heron " * 2000, "x" * 10_000, '"', "\N{HERB}", "*", "-xq", "NEAR("])
def test_whatever_is_typed_is_answered(filled: Window, qtbot: QtBot, text: str) -> None:
    tab = filled.history.calls
    tab.search.setText(text)
    qtbot.waitUntil(lambda: told(filled).startswith(("Nothing found", "1 place")), timeout=PATIENCE_MS)
    assert not filled.notice.isVisible()


def test_days_the_wrong_way_round_are_meant_the_right_way(filled: Window, qtbot: QtBot) -> None:
    filters = filled.history.calls.filters
    choose(filters.period, "From")
    filters.until.setDate(filters.since.date().addDays(-400))
    asked = filters.asked
    assert asked.since is not None and asked.until is not None and asked.since < asked.until
