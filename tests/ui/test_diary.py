"""The journal as the pages have it: asked without waiting, answers only for those who still want them."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import KnownError
from app.storage import calls
from app.storage.cipher import Database
from app.ui.journal.diary import EVERYTHING, Diary
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from tests.ui.kept import PASSPHRASE


@pytest.fixture
def opened_journal(folder: Path, qtbot: QtBot) -> OpenJournal:
    """The journal without a window, open."""
    journal = OpenJournal(None, folder)
    journal.begin()
    qtbot.waitUntil(lambda: journal.standing is Standing.LOCKED, timeout=20_000)
    journal.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: journal.standing is Standing.OPEN, timeout=20_000)
    yield journal
    journal.close()


def names(db: Database) -> list[str]:
    return [call.name for call in calls.recent(db, 10)]


def test_an_answer_comes_in_the_windows_thread_and_not_before_the_loop_runs(
    opened_journal: OpenJournal, qtbot: QtBot
) -> None:
    diary, got = Diary(opened_journal), []
    diary.read(names, got.append, diary)
    assert opened_journal.journal is not None
    opened_journal.journal.read(names).result()  # whatever was asked before has been answered by now
    assert got == []
    qtbot.waitUntil(lambda: len(got) == 1)
    assert len(got[0]) == 3


def test_what_was_written_is_told_once_it_is_kept(opened_journal: OpenJournal, qtbot: QtBot) -> None:
    diary, order = Diary(opened_journal), []
    diary.changed.connect(order.append)
    call = opened_journal.journal.read(lambda db: calls.recent(db, 1)[0]).result()
    diary.write("call", lambda db: calls.rename(db, call.id, "another"), lambda _: order.append("answer"))
    qtbot.waitUntil(lambda: "call" in order)
    assert order[-2:] == ["answer", "call"]
    assert opened_journal.journal.read(names).result()[0] == "another"


def test_who_is_gone_gets_no_answer(opened_journal: OpenJournal, qtbot: QtBot) -> None:
    diary, got = Diary(opened_journal), []
    asker = QObject()
    asked = Event()
    diary.read(lambda db: asked.wait(10), got.append, asker)
    asker.deleteLater()
    with qtbot.waitSignal(asker.destroyed):
        pass
    asked.set()
    diary.read(lambda db: "after it", got.append, diary)
    qtbot.waitUntil(lambda: got == ["after it"])


def test_nothing_is_answered_once_it_is_locked(opened_journal: OpenJournal, qtbot: QtBot) -> None:
    diary, got, told = Diary(opened_journal), [], []
    diary.changed.connect(told.append)
    asked = Event()
    diary.read(lambda db: asked.wait(10) and "a line of the diary", got.append, diary)
    opened_journal.lock()
    asked.set()
    qtbot.waitUntil(lambda: told == [EVERYTHING])
    assert not diary.is_open
    diary.read(names, got.append, diary)
    diary.write("call", names, got.append)
    opened_journal._wait_until_closed()
    assert opened_journal.standing is Standing.LOCKED
    qtbot.wait(50)  # longer than an answer that is on its way would take
    assert got == []


def test_a_refusal_of_the_world_is_a_sentence_and_a_bug_is_not_hidden(
    opened_journal: OpenJournal, qtbot: QtBot
) -> None:
    diary, told, broke, got = Diary(opened_journal), [], [], []
    diary.told.connect(told.append)
    diary.broke.connect(broke.append)

    def refuse(db: Database) -> None:
        raise KnownError("The disk is full; make room and try again.")

    diary.write("call", refuse, got.append)
    diary.read(lambda db: 1 // 0, got.append, diary)
    qtbot.waitUntil(lambda: bool(told and broke))
    assert told == ["The disk is full; make room and try again."]
    assert isinstance(broke[0], ZeroDivisionError)
    assert got == []


def test_opening_is_told(folder: Path, qtbot: QtBot) -> None:
    journal = OpenJournal(None, folder)
    diary, told = Diary(journal), []
    diary.changed.connect(told.append)
    journal.begin()
    qtbot.waitUntil(lambda: journal.standing is Standing.LOCKED, timeout=20_000)
    assert told == []
    journal.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: told == [EVERYTHING], timeout=20_000)
    assert diary.is_open
    journal.close()


def test_a_new_day_is_told_once(opened_journal: OpenJournal, qtbot: QtBot) -> None:
    day = [date(2026, 11, 22)]
    diary, told = Diary(opened_journal, lambda: day[0]), []
    diary.changed.connect(told.append)
    diary.look_at_day()
    assert told == []
    day[0] = date(2026, 11, 23)
    diary.look_at_day()
    diary.look_at_day()
    assert told == [EVERYTHING]


def test_an_erased_call_is_told(opened_journal: OpenJournal, qtbot: QtBot) -> None:
    diary = Diary(opened_journal)
    call = opened_journal.journal.read(lambda db: calls.recent(db, 1)[0]).result()
    with qtbot.waitSignal(diary.changed, check_params_cb=lambda what: what == EVERYTHING, timeout=20_000):
        opened_journal.erase_call(call.id)
    assert len(opened_journal.journal.read(names).result()) == 2
