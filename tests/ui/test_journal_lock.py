"""The journal's lock: what opens it, what closes it, and what is out of sight meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.storage import keys
from app.ui.journal.idle import Idle
from app.ui.journal.opening import Standing
from app.ui.pieces import theme
from app.ui.shortcuts import PAGES
from app.ui.window import Window
from tests.ui.at_the_journal import PATIENCE_MS, press, type_passphrase, unlock, until_locked
from tests.ui.kept import PASSPHRASE, SAID
from tests.ui.room import flaws
from tests.ui.walk import unnamed


def test_without_a_journal_the_pages_are_there_and_one_is_offered(show_window: Callable[[], Window]) -> None:
    window = show_window()
    assert window.journal.standing is Standing.NONE
    assert window.today.isVisible() and window.today.journal.text() == "Make a journal"
    press(window, "Ctrl+L")
    assert window.today.isVisible()


def test_a_journal_is_locked_at_the_start_and_enter_opens_it(locked: Window, qtbot: QtBot) -> None:
    assert locked.lock_page.isVisible() and not locked.today.isVisible()
    unlock(locked, qtbot)
    assert locked.today.isVisible()
    assert locked.journal.standing is Standing.OPEN
    assert locked.lock_page.field.text == ""


def test_a_wrong_passphrase_is_said_calmly_and_can_be_typed_over(locked: Window, qtbot: QtBot) -> None:
    page = locked.lock_page
    type_passphrase(locked, "three loud herons", qtbot)
    qtbot.waitUntil(lambda: "not the passphrase" in page.told.text(), timeout=PATIENCE_MS)
    assert page.isVisible() and page.field.typed.selectedText() == "three loud herons"
    type_passphrase(locked, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: not locked.journal.covering, timeout=PATIENCE_MS)


def test_after_several_wrong_ones_a_wait_counts_down_in_sight(
    folder: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    for _ in range(4):
        with pytest.raises(keys.WrongPassphrase):
            keys.unlock(folder, "three loud herons")
        while keys.tries.wait_s(folder) > 0:
            QTest.qWait(50)
    window = show_window()
    page = window.lock_page
    page.field.typed.setText("three loud herons")
    page.unlock.click()
    qtbot.waitUntil(lambda: "You can try again in 2 seconds." in page.told.text(), timeout=PATIENCE_MS)
    assert not page.unlock.isEnabled()
    qtbot.waitUntil(lambda: "in 1 second." in page.told.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(page.unlock.isEnabled, timeout=PATIENCE_MS)
    assert "You can try again" not in page.told.text()


@pytest.mark.parametrize("by", ["key", "button", "tray", "settings"])
def test_it_can_be_locked_from_everywhere(opened: Window, qtbot: QtBot, by: str) -> None:
    if by == "key":
        press(opened, "Ctrl+L")
    elif by == "button":
        opened.top_bar.lock.click()
    elif by == "tray":
        next(each for each in opened.tray.menu.actions() if "Lock" in each.text()).trigger()
    else:
        opened.go_to("settings")
        opened.settings_page.journal.locking.lock.click()
    assert opened.lock_page.isVisible()
    assert opened.journal.key is None and opened.journal.journal is None
    unlock(opened, qtbot)
    assert opened.journal.standing is Standing.OPEN


def test_locking_puts_away_what_lies_over_the_pages(opened: Window, qtbot: QtBot) -> None:
    opened.go_to("settings")
    opened.settings_page.journal.erase_call.click()
    press(opened, "?")
    opened.journal.lock()
    assert not [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each.parent() is opened
    ]


def test_pages_are_out_of_reach_while_it_is_locked(locked: Window) -> None:
    for number in range(1, len(PAGES) + 1):
        press(locked, f"Ctrl+{number}")
        assert locked.lock_page.isVisible()


def test_nobody_there_locks_it_and_somebody_there_does_not(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    idle = opened.desk.idle
    monkeypatch.setattr(idle, "_clock", lambda: now[0])
    opened.desk.follow()
    now[0] = 14 * 60
    QTest.mouseMove(opened.today)
    QTest.keyClick(opened, Qt.Key.Key_Shift)
    now[0] += 14 * 60
    idle.look()
    assert opened.today.isVisible()
    now[0] += 61
    idle.look()
    assert opened.lock_page.isVisible()


def test_what_wakes_a_sleeping_computer_does_not_keep_it_open(qtbot: QtBot) -> None:
    now, owner = [0.0], QWidget()
    qtbot.addWidget(owner)
    idle = Idle(owner, lambda: now[0])
    idle.watch(5)
    now[0] = 3600
    with qtbot.waitSignal(idle.reached):
        QTest.keyClick(owner, Qt.Key.Key_Space)


def test_another_idle_time_holds_at_once_and_never_means_never(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(opened.desk.idle, "_clock", lambda: now[0])
    choice = opened.settings_page.journal.locking.idle
    for text, minutes, locks in (("Never", 1e6, False), ("5 minutes", 5.1, True)):
        choice.setCurrentIndex(choice.findText(text))
        choice.activated.emit(choice.currentIndex())
        now[0] += minutes * 60
        opened.desk.idle.look()
        assert opened.lock_page.isVisible() is locks


def test_what_was_said_is_in_no_file_while_it_is_locked(opened: Window, home: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(list((home / "journal" / "backups").glob("*.db"))), timeout=PATIENCE_MS)
    opened.journal.lock()
    opened.journal._wait_until_closed()
    for path in home.rglob("*"):
        if path.is_file():
            assert SAID.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(560, 400), (1024, 640)])
def test_no_word_of_the_lock_is_cut_off(
    locked: Window, qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    theme.current().scale(scale)
    locked.resize(*size)
    locked.lock_page.say("That is not the passphrase of this journal.", 8)
    QTest.qWait(20)
    assert list(flaws(locked.lock_page)) == []
    assert list(unnamed(locked.lock_page)) == []


def test_no_key_brings_the_passphrase_back(opened: Window, qtbot: QtBot) -> None:
    press(opened, "Ctrl+L")
    until_locked(opened, qtbot)
    field = opened.lock_page.field
    field.reveal.setChecked(True)
    field.typed.setFocus()
    press(opened, "Ctrl+Z")
    assert field.text == ""
