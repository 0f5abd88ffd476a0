"""The list of what was promised, by keys, with a real journal."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.journal import FollowUp, Promise
from app.storage import follow_ups
from app.storage.cipher import Database
from app.storage.schema import new_id
from app.ui.follow_ups.list import NOT_OPEN, NOTHING, NOTHING_DUE, FollowUpList
from app.ui.window import Window
from tests.ui.at_the_journal import shown

TODAY = date.today()


def write(window: Window, work: Callable[[Database], Any]) -> Any:
    """Write past the window, and wait until it is done."""
    journal = window.journal.journal
    assert journal is not None
    return journal.write("test", work).result()


def promise(window: Window, text: str, due: date | None) -> FollowUp:
    made = FollowUp(new_id(), text, due, datetime.now(UTC))
    write(window, lambda db: follow_ups.save(db, made))
    return made


def kept(window: Window) -> list[FollowUp]:
    return list(write(window, follow_ups.all))


@pytest.fixture
def some(opened: Window) -> Window:
    """The window, with four follow-ups in its journal."""
    for text, due in (
        ("later", TODAY + timedelta(3)),
        ("overdue", TODAY - timedelta(2)),
        ("no day", None),
        ("today", TODAY),
    ):
        promise(opened, text, due)
    return opened


def seen(window: Window, qtbot: QtBot, *, due_only: bool = False) -> FollowUpList:
    """Give the list in sight, with the keyboard on its first row."""
    made = FollowUpList(window.diary, due_only=due_only)
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: bool(made.rows))
    made.rows[0].setFocus()
    return made


def texts(made: FollowUpList) -> list[str]:
    return [row.follow_up.text for row in made.rows if row.isVisible()]


def key(made: FollowUpList, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(QApplication.focusWidget() or made, each)


def test_what_is_due_comes_first_and_what_has_no_day_last(some: Window, qtbot: QtBot) -> None:
    assert texts(seen(some, qtbot)) == ["overdue", "today", "later", "no day"]


def test_only_what_is_due_where_only_that_is_asked_for(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot, due_only=True)
    assert texts(made) == ["overdue", "today"]
    assert not made.add.isVisible() and not made.show_closed.isVisible()


def test_d_is_done_and_the_keyboard_stays_at_its_place(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    key(made, Qt.Key.Key_Down, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: texts(made) == ["overdue", "later", "no day"])
    assert made.rows[1].hasFocus() and made.rows[1].follow_up.text == "later"
    assert {each.text: each.state for each in kept(some)}["today"] is Promise.DONE
    assert "Kept" not in shown(made) and "The last one was kept." in shown(made)


def test_m_is_missed_and_can_be_taken_back(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    key(made, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: bool(made.undo.text) and len(texts(made)) == 3)
    assert {each.text: each.state for each in kept(some)}["overdue"] is Promise.MISSED
    QTest.keySequence(made.windowHandle(), "Ctrl+Z")
    qtbot.waitUntil(lambda: texts(made) == ["overdue", "today", "later", "no day"])
    back = {each.text: each for each in kept(some)}["overdue"]
    assert back.state is Promise.OPEN and back.closed_at is None


@pytest.mark.parametrize(
    ("place", "day"),
    [
        (0, TODAY + timedelta(1)),
        (1, TODAY + timedelta(3)),
        (2, TODAY + timedelta(7 - TODAY.weekday())),
    ],
)
def test_v_moves_it(some: Window, qtbot: QtBot, place: int, day: date) -> None:
    made = seen(some, qtbot)
    key(made, Qt.Key.Key_V)
    menu = made.rows[0].move_menu
    qtbot.waitUntil(menu.isVisible)
    for _ in range(place + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {each.text: each.due for each in kept(some)}["overdue"] == day)
    assert {each.text: each.moved for each in kept(some)}["overdue"] == 1
    qtbot.waitUntil(lambda: bool(made.undo.text))
    made.undo.take_back()
    qtbot.waitUntil(lambda: {each.text: each.due for each in kept(some)}["overdue"] == TODAY - timedelta(2))
    assert {each.text: each.moved for each in kept(some)}["overdue"] == 0


def test_it_is_moved_to_any_day(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    row = made.rows[0]
    row.move_menu.actions()[-1].trigger()
    assert row.editor is not None and row.editor.day.date.hasFocus()
    row.editor.day.date.setDate(row.editor.day.date.date().addDays(30))
    key(made, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {each.text: each.due for each in kept(some)}["overdue"] == TODAY + timedelta(28))


def test_enter_changes_its_words_and_escape_does_not(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    key(made, Qt.Key.Key_Return)
    editor = made.rows[0].editor
    assert editor is not None and editor.text.hasFocus()
    QTest.keyClicks(editor.text, " by now, dmv")
    key(made, Qt.Key.Key_Escape)
    assert made.rows[0].hasFocus() and made.rows[0].editor is None
    key(made, Qt.Key.Key_Return)
    editor = made.rows[0].editor
    assert editor is not None
    QTest.keyClicks(editor.text, " by now, dmv")
    key(made, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "overdue by now, dmv" in texts(made))
    assert all(each.state is Promise.OPEN for each in kept(some))


def test_one_can_be_added_by_keys(opened: Window, qtbot: QtBot) -> None:
    made = FollowUpList(opened.diary, due_only=False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and made.add.isVisible())
    assert NOTHING in shown(made)
    made.add.setFocus()
    key(made, Qt.Key.Key_Space)
    assert made.adding is not None and made.adding.text.hasFocus()
    QTest.keyClicks(made.adding.text, "Send the form")
    key(made, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(made) == ["Send the form"])
    assert kept(opened)[0].due is None and kept(opened)[0].call_id is None
    qtbot.waitUntil(lambda: bool(made.undo.text))
    made.undo.take_back()
    qtbot.waitUntil(lambda: not texts(made) and not kept(opened))


def test_delete_puts_it_away_until_it_is_taken_back(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    key(made, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(made.undo.text) and len(kept(some)) == 3)
    made.undo.take_back()
    qtbot.waitUntil(lambda: len(texts(made)) == 4)


def test_closed_ones_are_out_of_sight_until_asked_for_and_can_be_opened_again(
    some: Window, qtbot: QtBot
) -> None:
    made = seen(some, qtbot)
    key(made, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: len(texts(made)) == 3)
    made.show_closed.click()
    assert texts(made)[-1] == "overdue"
    made.rows[-1].asked.emit("open")
    qtbot.waitUntil(lambda: texts(made) == ["overdue", "today", "later", "no day"])


def test_the_rate_is_said_in_words(opened: Window, qtbot: QtBot) -> None:
    for place in range(12):
        made = promise(opened, f"promise {place}", TODAY)
        state = Promise.MISSED if place in (0, 5) else Promise.DONE
        at = datetime.now(UTC) - timedelta(hours=20 - place)
        write(opened, lambda db, id=made.id, state=state, at=at: follow_ups.close(db, id, state, at))
    assert "Kept 9 of the last 10." in shown(seen(opened, qtbot))


def test_letters_are_its_own_only_where_it_has_the_keyboard(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    made.add.setFocus()
    key(made, Qt.Key.Key_D, Qt.Key.Key_M, Qt.Key.Key_Delete)
    assert all(each.state is Promise.OPEN for each in kept(some)) and len(kept(some)) == 4


def test_nothing_due_is_said(opened: Window, qtbot: QtBot) -> None:
    made = FollowUpList(opened.diary, due_only=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: NOTHING_DUE in shown(made))


def test_without_a_journal_it_says_so(show_window: Callable[[], Window], qtbot: QtBot) -> None:
    made = FollowUpList(show_window().diary, due_only=False)
    qtbot.addWidget(made)
    made.show()
    assert NOT_OPEN in shown(made) and not made.add.isVisible()


def test_what_another_page_writes_appears(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    extra = FollowUp(new_id(), "one more", TODAY, datetime.now(UTC))
    some.diary.write("follow-up", lambda db: follow_ups.save(db, extra))
    qtbot.waitUntil(lambda: "one more" in texts(made))


def test_the_lock_leaves_nothing_in_it(some: Window, qtbot: QtBot) -> None:
    made = seen(some, qtbot)
    key(made, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: bool(made.undo.text))
    some.journal.lock()
    made.forget()
    assert made.rows == [] and made.undo.text == "" and "overdue" not in shown(made)


def test_the_last_one_leaves_the_keys_at_its_undo(opened: Window, qtbot: QtBot) -> None:
    promise(opened, "only", TODAY)
    made = seen(opened, qtbot)
    key(made, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.undo.button)
    key(made, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: texts(made) == ["only"])
    assert made.rows[0].hasFocus() and "only" not in made.undo.button.accessibleName()
