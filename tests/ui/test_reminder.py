"""The quiet note that follow-ups are due."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.domain.journal import FollowUp
from app.storage import follow_ups
from app.storage.schema import new_id
from app.ui.follow_ups.reminder import Reminder
from app.ui.follow_ups.words import are_due
from app.ui.window import Window
from tests.ui.recorded import PlayedCall

SECRET = "call the locksmith"


class Shown(QSystemTrayIcon):
    """A tray that shows its notes to the test."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.notes: list[str] = []

    def isVisible(self) -> bool:
        return True

    def showMessage(self, title: str, text: str, *how: object) -> None:
        self.notes.append(text)


@pytest.fixture
def due(opened: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window, with two follow-ups due in its journal, and a system whose tray shows notes."""
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    journal = opened.journal.journal
    assert journal is not None
    for days in (0, -3, 5):
        made = FollowUp(new_id(), SECRET, date.today() + timedelta(days), datetime.now(UTC))
        journal.write("test", lambda db, made=made: follow_ups.save(db, made)).result()
    return opened


def reminder(window: Window) -> tuple[Reminder, list[str]]:
    tray = Shown(window)
    window.settings.change(reminded_on=None)
    return Reminder(window.diary, window.settings, window.calls, tray, window), tray.notes


def settled(window: Window, qtbot: QtBot) -> None:
    """Wait until all that was asked of the journal is answered."""
    answered: list[object] = []
    window.diary.read(lambda db: None, answered.append, window)
    qtbot.waitUntil(lambda: bool(answered))


def test_it_says_how_many_are_due_and_not_what_once_a_day(due: Window, qtbot: QtBot) -> None:
    made, notes = reminder(due)
    for _ in range(3):
        made.look()
        settled(due, qtbot)
    assert notes == ["Two follow-ups are due."]
    assert due.settings.now.reminded_on == date.today().isoformat()
    due.settings.change(reminded_on=(date.today() - timedelta(1)).isoformat())
    made.look()
    settled(due, qtbot)
    assert len(notes) == 2 and SECRET not in "".join(notes)


def test_never_in_a_call_but_when_it_is_over(due: Window, qtbot: QtBot) -> None:
    made, notes = reminder(due)
    call = PlayedCall()
    due.calls.take(call, "complaint")
    made.look()
    settled(due, qtbot)
    assert notes == []
    call.play(20.0)
    call.finish()
    qtbot.waitUntil(lambda: notes == ["Two follow-ups are due."], timeout=10_000)


def test_not_where_a_call_began_while_it_was_asked(due: Window, qtbot: QtBot) -> None:
    made, notes = reminder(due)
    made.look()
    due.calls.take(PlayedCall(), "complaint")
    settled(due, qtbot)
    assert notes == [] and due.settings.now.reminded_on is None


def test_not_where_it_is_turned_off_or_the_journal_is_locked(due: Window, qtbot: QtBot) -> None:
    made, notes = reminder(due)
    due.settings.change(remind=False)
    made.look()
    settled(due, qtbot)
    due.settings.change(remind=True)
    due.journal.lock()
    made.look()
    assert notes == [] and due.settings.now.reminded_on is None


def test_not_where_nothing_is_due(opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    made, notes = reminder(opened)
    made.look()
    settled(opened, qtbot)
    assert notes == [] and opened.settings.now.reminded_on is None


@pytest.mark.parametrize(
    ("number", "told"),
    [(1, "One follow-up is due."), (9, "Nine follow-ups are due."), (12, "12 follow-ups are due.")],
)
def test_numbers_are_said(number: int, told: str) -> None:
    assert are_due(number) == told
