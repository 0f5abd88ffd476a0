"""Making a journal: in the first start or later; what is said before, and that it is there after."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.settings import KeptSettings
from app.storage import keys
from app.ui.first_start.first_start import FirstStart
from app.ui.journal import open_journal
from app.ui.journal.new_journal import JournalStep, MakeJournal
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.journal.passphrase import DIFFERENT, LENGTH, NOBODY_CAN_HELP, READY, REMEMBER_MEANS, NewPassphrase
from app.ui.window import Window
from tests.keyrings import Memory, in_use
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS, shown, type_passphrase, unlock
from tests.ui.kept import PASSPHRASE
from tests.ui.room import flaws
from tests.ui.walk import unnamed


@pytest.fixture
def system_keyring() -> Iterator[Memory]:
    backend = Memory()
    with in_use(backend):
        yield backend


@pytest.fixture
def journal(qtbot: QtBot, home: Path) -> Iterator[OpenJournal]:
    made = OpenJournal()
    yield made
    made.close()


@pytest.fixture
def step(qtbot: QtBot, journal: OpenJournal, home: Path) -> FirstStart:
    """The first start at its step of the journal."""

    def silence(agent: str | None, customer: str | None) -> None:
        raise AssertionError("nothing is listened to in this step")

    made = FirstStart(KeptSettings(home), journal, silence)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made._show(4)
    return made


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def form(first_start: FirstStart) -> NewPassphrase:
    shown = first_start.steps[4]
    assert isinstance(shown, JournalStep)
    return shown.form.passphrase


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("", "", LENGTH),
        ("heron", "", "shorter than 10"),
        ("heron", "heron", "shorter than 10"),
        ("1234567890", "1234567890", "no letters"),
        (PASSPHRASE, "", "Type it once more"),
        (PASSPHRASE, "three quiet", DIFFERENT),
        (PASSPHRASE, PASSPHRASE, READY),
    ],
)
def test_what_is_typed_is_judged_in_a_sentence(qtbot: QtBot, first: str, again: str, said: str) -> None:
    fields = NewPassphrase()
    qtbot.addWidget(fields)
    fields.first.typed.setText(first)
    fields.again.typed.setText(again)
    assert said in fields.said.text()
    assert fields.passphrase == (PASSPHRASE if said == READY else None)


def test_it_is_hidden_until_it_is_to_be_shown(qtbot: QtBot) -> None:
    fields = NewPassphrase()
    qtbot.addWidget(fields)
    both = (fields.first.typed, fields.again.typed)
    assert all(each.echoMode() is QLineEdit.EchoMode.Password for each in both)
    fields.first.reveal.click()
    assert all(each.echoMode() is QLineEdit.EchoMode.Normal for each in both)
    fields.clear()
    assert all(each.echoMode() is QLineEdit.EchoMode.Password for each in both)


def test_the_step_says_what_is_kept_and_that_nobody_can_help(step: FirstStart) -> None:
    told = shown(step)
    assert "Step 5 of 6" in told and NOBODY_CAN_HELP in told
    assert "Kept:" in told and "Never kept: sound" in told and "calls are then not kept" in told
    assert step.skip.text().startswith("Not now")


def test_it_is_made_by_keyboard_alone(step: FirstStart, journal: OpenJournal, qtbot: QtBot) -> None:
    qtbot.waitUntil(form(step).first.typed.hasFocus)
    type_in(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(form(step).again.typed.hasFocus)
    type_in(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert "Making the journal" in shown(step)
    press(Qt.Key.Key_Escape)
    assert step.step == 5
    qtbot.waitUntil(lambda: step.step == 6, timeout=PATIENCE_MS)
    assert journal.standing is Standing.OPEN
    assert keys.unlock(journal.folder, PASSPHRASE) == journal.key
    assert form(step).first.text == ""
    step.back.click()
    assert "already" in shown(step)
    step.go_on.click()
    assert step.step == 6


def test_not_now_makes_none(step: FirstStart, journal: OpenJournal, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    assert step.step == 5
    press(Qt.Key.Key_Escape)
    assert step.step == 6
    assert not journal.folder.exists()
    told = shown(step)
    assert "Without a journal they are gone when Evenkeel closes" in told


def test_the_keyring_is_offered_where_there_is_one(
    system_keyring: Memory, step: FirstStart, journal: OpenJournal, qtbot: QtBot
) -> None:
    fields = form(step)
    qtbot.waitUntil(fields.remember.isVisible, timeout=PATIENCE_MS)
    assert REMEMBER_MEANS in shown(step)
    fields.first.typed.setText(PASSPHRASE)
    fields.again.typed.setText(PASSPHRASE)
    fields.remember.click()
    step.go_on.click()
    qtbot.waitUntil(lambda: journal.standing is Standing.OPEN, timeout=PATIENCE_MS)
    assert len(system_keyring.kept) == 1 and journal.remembered


def test_without_a_keyring_it_is_not_offered(step: FirstStart, qtbot: QtBot) -> None:
    QTest.qWait(200)
    assert not form(step).remember.isVisible() and not form(step).remembered


def test_a_remembered_journal_opens_by_itself_and_can_be_forgotten(
    system_keyring: Memory, home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    keys.remember(home / "journal", kept.make(home / "journal"))
    window = show_window()
    assert window.journal.standing is Standing.OPEN and window.today.isVisible()
    window.go_to("settings")
    locking = window.settings_page.journal.locking
    qtbot.waitUntil(
        lambda: locking.remember.isEnabled() and locking.remember.isChecked(), timeout=PATIENCE_MS
    )
    locking.remember.click()
    qtbot.waitUntil(lambda: "asked for again" in shown(locking), timeout=PATIENCE_MS)
    assert system_keyring.kept == {}
    locking.remember.click()
    qtbot.waitUntil(lambda: len(system_keyring.kept) == 1, timeout=PATIENCE_MS)


def test_a_keyring_that_does_not_answer_keeps_nobody_waiting(
    system_keyring: Memory,
    home: Path,
    show_window: Callable[[], Window],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys.remember(home / "journal", kept.make(home / "journal"))
    answers, answer = Event(), system_keyring.get_password
    monkeypatch.setattr(system_keyring, "get_password", lambda *asked: answers.wait() and answer(*asked))
    monkeypatch.setattr(open_journal, "_KEYRING_MS", 50)
    window = show_window()
    assert window.journal.standing is Standing.LOCKED
    unlock(window, qtbot)
    journal = window.journal.journal
    answers.set()
    qtbot.waitUntil(lambda: window.journal.remembered, timeout=PATIENCE_MS)
    assert window.journal.standing is Standing.OPEN and window.journal.journal is journal


def test_a_key_of_a_journal_before_is_said_and_the_passphrase_opens(
    system_keyring: Memory, home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    kept.make(home / "journal")
    keys.remember(home / "journal", bytes(32))
    window = show_window()
    assert window.journal.standing is Standing.LOCKED
    assert "keyring has does not open" in shown(window.lock_page)
    unlock(window, qtbot)
    assert window.journal.standing is Standing.OPEN
    assert system_keyring.kept == {} and not window.journal.remembered


def test_a_damaged_file_is_told_from_a_stale_key_by_the_passphrase(
    system_keyring: Memory, home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    keys.remember(home / "journal", kept.make(home / "journal"))
    kept.damage(home / "journal", 0)
    window = show_window()
    type_passphrase(window, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: window.journal.standing is Standing.DAMAGED, timeout=PATIENCE_MS)
    assert len(system_keyring.kept) == 1 and window.journal.remembered


def test_it_can_be_made_later_from_today(show_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = show_window()
    window.today.journal.click()
    (dialog,) = window.findChildren(MakeJournal)
    assert list(unnamed(dialog)) == []
    qtbot.waitUntil(lambda: not list(flaws(dialog)))
    dialog.form.passphrase.first.typed.setText(PASSPHRASE)
    dialog.make.click()
    assert dialog.isVisible() and window.journal.standing is Standing.NONE
    dialog.form.passphrase.again.typed.setText(PASSPHRASE)
    dialog.make.click()
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE_MS):
        pass
    assert window.journal.standing is Standing.OPEN
    assert not window.today.journal.isVisible()
    assert window.top_bar.lock.isVisible()


def test_where_it_cannot_be_made_the_reason_is_said(
    show_window: Callable[[], Window], home: Path, qtbot: QtBot
) -> None:
    window = show_window()
    (home / "journal").write_text("in the way", encoding="utf-8")
    window.today.journal.click()
    (dialog,) = window.findChildren(MakeJournal)
    for field in (dialog.form.passphrase.first, dialog.form.passphrase.again):
        field.typed.setText(PASSPHRASE)
    dialog.make.click()
    qtbot.waitUntil(lambda: "can't be written" in shown(dialog), timeout=PATIENCE_MS)
    assert dialog.isVisible() and dialog.make.isEnabled()
