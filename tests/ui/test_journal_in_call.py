"""Calls and the journal's lock: a call goes on whatever the journal does, and is kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.call.summary import Summary
from app.ui.journal.opening import Standing
from app.ui.window import Window
from tests.ui.at_the_journal import (
    PATIENCE_MS,
    kept_calls,
    press,
    shown,
    type_passphrase,
    unlock,
    until_locked,
)
from tests.ui.kept import PASSPHRASE
from tests.ui.recorded import PlayedCall


def everything_held(window: QWidget) -> str:
    """Give every text that any widget of the window holds, in sight or not."""
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [field.text() for field in window.findChildren(QLineEdit)]
    texts += [field.toPlainText() for field in window.findChildren(QTextEdit)]
    return "\n".join(texts)


def test_locked_in_a_call_the_pages_are_hidden_and_the_call_is_kept(
    opened: Window, folder: Path, qtbot: QtBot
) -> None:
    call = PlayedCall()
    opened.go_to("call")
    opened.calls.take(call, "complaint")
    call.play(65.0)
    press(opened, "Ctrl+L")
    page = opened.lock_page
    assert page.isVisible() and opened.journal.standing is Standing.OPEN
    qtbot.waitUntil(lambda: "A call is being heard" in shown(page) and "1:05" in shown(page))
    if opened.small.hud is not None:
        qtbot.waitUntil(opened.small.hud.isVisible)
    page.pause.click()
    qtbot.waitUntil(lambda: "paused" in shown(page) and page.pause.text() == "Go on")
    page.pause.click()
    page.end.click()
    assert call.asked == ["pause", "resume", "end"]
    until_locked(opened, qtbot)
    assert page.isVisible() and opened.call_page.after is None
    assert "parcel" not in everything_held(opened)
    opened.journal.close()
    assert len(kept_calls(folder)) == 4


def test_unlocking_in_a_call_goes_back_to_it(opened: Window, qtbot: QtBot) -> None:
    call = PlayedCall()
    opened.go_to("call")
    opened.calls.take(call, "complaint")
    press(opened, "Ctrl+L")
    journal = opened.journal.journal
    opened.activateWindow()
    unlock(opened, qtbot)
    assert opened.call_page.running.isVisible()
    assert opened.journal.journal is journal


def test_a_call_needs_no_passphrase_and_is_kept_once_it_is_unlocked(
    locked: Window, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = PlayedCall()
    monkeypatch.setattr(locked.calls, "start", lambda *_: locked.calls.take(call, "general"))
    press(locked, "Ctrl+Shift+S")
    assert locked.call_page.running.isVisible() and not locked.lock_page.isVisible()
    assert not locked.navigation.isEnabled()
    press(locked, "Ctrl+1")
    assert locked.page == "call"
    call.play(65.0)
    press(locked, "E")
    qtbot.waitUntil(lambda: isinstance(locked.call_page.after, Summary), timeout=PATIENCE_MS)
    assert locked.call_page.isVisible()
    assert locked.top_bar.lock.text() == "Unlock"
    locked.top_bar.lock.click()
    assert locked.lock_page.isVisible()
    locked.activateWindow()
    unlock(locked, qtbot)
    qtbot.waitUntil(lambda: not locked.journal.held, timeout=PATIENCE_MS)
    locked.journal.close()
    assert len(kept_calls(folder)) == 4


def test_done_with_such_a_call_the_lock_is_back(
    locked: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = PlayedCall()
    monkeypatch.setattr(locked.calls, "start", lambda *_: locked.calls.take(call, "general"))
    locked.lock_page.start.click()
    call.finish()
    qtbot.waitUntil(lambda: isinstance(locked.call_page.after, Summary), timeout=PATIENCE_MS)
    assert locked.call_page.after is not None
    locked.call_page.after.done.click()
    assert locked.lock_page.isVisible()


def test_whoever_damages_the_key_does_not_get_in_by_it(opened: Window, folder: Path, qtbot: QtBot) -> None:
    opened.calls.take(PlayedCall(), "complaint")
    press(opened, "Ctrl+L")
    for name in ("key.json", "key.copy.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    opened.activateWindow()
    type_passphrase(opened, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: "key" in opened.lock_page.told.text(), timeout=PATIENCE_MS)
    assert opened.lock_page.isVisible()


def test_nothing_of_the_last_call_is_left_in_any_widget(opened: Window, qtbot: QtBot) -> None:
    call = PlayedCall()
    opened.go_to("call")
    opened.calls.take(call, "complaint")
    call.play(100.0)
    qtbot.waitUntil(lambda: "parcel" in everything_held(opened))
    call.finish()
    qtbot.waitUntil(lambda: isinstance(opened.call_page.after, Summary), timeout=PATIENCE_MS)
    assert "parcel" in everything_held(opened)
    qtbot.waitUntil(lambda: not opened.journal.held, timeout=PATIENCE_MS)
    press(opened, "Ctrl+L")
    until_locked(opened, qtbot)
    QTest.qWait(10)  # what was let go of is gone with the next turn
    assert "parcel" not in everything_held(opened)
    if opened.small.hud is not None:
        assert "parcel" not in everything_held(opened.small.hud)


def test_the_chores_of_another_day_are_done_but_never_in_a_call(
    opened: Window, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    care, tomorrow = opened.desk.care, date.today() + timedelta(days=1)
    qtbot.waitUntil(lambda: len(list((folder / "backups").glob("*.db"))) == 1, timeout=PATIENCE_MS)
    call = PlayedCall()
    opened.calls.take(call, "complaint")
    monkeypatch.setattr(care, "_today", lambda: tomorrow)
    care._look()
    assert care._done_on == date.today()
    call.finish()
    made = folder / "backups" / f"journal-{tomorrow.isoformat()}.db"
    qtbot.waitUntil(made.exists, timeout=PATIENCE_MS)
