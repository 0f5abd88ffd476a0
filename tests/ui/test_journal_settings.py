"""Settings of the journal: what is kept, its passphrase, copies of it, and taking all of it back."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.settings import KeptSettings
from app.storage import keys, portable
from app.storage.journal import Journal
from app.ui.journal.erasing import EraseCall, EraseEverything
from app.ui.journal.opening import Standing
from app.ui.pieces import theme
from app.ui.pieces.long_work import LongWork
from app.ui.settings.journal import JournalCards
from app.ui.settings.locking import ChangePassphrase
from app.ui.window import Window
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS, kept_calls, shown, unlock
from tests.ui.kept import PASSPHRASE, SAID
from tests.ui.recorded import PlayedCall
from tests.ui.room import flaws
from tests.ui.walk import settle, unnamed

OTHER = "seven loud geese"


@pytest.fixture
def folder(home: Path) -> Path:
    kept.make(home / "journal")
    return home / "journal"


@pytest.fixture
def show(show_window: Callable[[], Window], qtbot: QtBot) -> Callable[[], Window]:
    """Start the window with its journal open, if there is one, on the page of Settings."""

    def start() -> Window:
        window = show_window()
        if window.journal.standing is Standing.LOCKED:
            unlock(window, qtbot)
        window.go_to("settings")
        return window

    return start


@pytest.fixture
def window(folder: Path, show: Callable[[], Window]) -> Window:
    return show()


@pytest.fixture
def cards(window: Window) -> JournalCards:
    return window.settings_page.journal


def until_done(work: LongWork, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not work.running, timeout=PATIENCE_MS)
    return work.told.text()


def choose(choice: object, text: str) -> None:
    choice.setCurrentIndex(choice.findText(text))  # type: ignore[attr-defined]
    choice.activated.emit(choice.currentIndex())  # type: ignore[attr-defined]


def dialog(window: QWidget, kind: type = QDialog) -> QDialog:
    (found,) = (each for each in window.findChildren(kind) if each.isVisible())
    return found


def press(dialog: QWidget, text: str) -> None:
    from PySide6.QtWidgets import QPushButton

    next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()


def type_in(dialog: QDialog, text: str, qtbot: QtBot) -> None:
    """Type into the dialog's field, and Enter."""
    (field,) = dialog.findChildren(QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_without_a_journal_the_one_button_that_helps_is_there(show: Callable[[], Window]) -> None:
    cards = show().settings_page.journal
    assert "There is no journal" in shown(cards)
    assert cards.make.isVisible() and cards.bring.isVisible()
    assert not cards.keeping.isVisible() and not cards.erase_all.isVisible()


def test_tab_reaches_every_control(window: Window, cards: JournalCards) -> None:
    wanted = {
        *(cards.keeping.words, *cards.keeping.choices, cards.keeping.preview),
        *(cards.locking.idle, cards.locking.change, cards.locking.lock),
        *(cards.copies.write, cards.copies.restore_file, cards.export.export, cards.export.take_in),
        *(cards.check, cards.erase_call, cards.erase_all),
    }
    seen: set[QWidget | None] = set()
    for _ in range(160):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert wanted <= seen


def test_what_is_kept_is_chosen_at_once_and_explained(cards: JournalCards, home: Path) -> None:
    keeping = cards.keeping
    for text, held, told in (
        ("Never", ("never", 30), "gone when it ends"),
        ("90 days", ("days", 90), "so many days"),
        ("Until I have reflected on the call", ("until_reflected", 90), "finished reflecting"),
    ):
        choose(keeping.words, text)
        now = KeptSettings(home).now
        assert (now.transcript_kept, now.transcript_days) == held
        assert told in shown(keeping)
    choose(keeping.choices[0], "One year")
    assert KeptSettings(home).now.keep_calls_days == 365


def test_nothing_goes_before_it_was_shown_what(
    window: Window, cards: JournalCards, folder: Path, qtbot: QtBot
) -> None:
    keeping = cards.keeping
    assert not keeping.remove.isEnabled()
    keeping.preview.click()
    assert "nothing to remove" in until_done(keeping.work, qtbot)
    assert not keeping.remove.isEnabled()
    choose(keeping.words, "Never")
    keeping.preview.click()
    assert "3 transcripts" in until_done(keeping.work, qtbot)
    choose(keeping.choices[0], "One week")
    assert not keeping.remove.isEnabled() and not keeping.work.isVisible()
    keeping.preview.click()
    assert "3 calls" in until_done(keeping.work, qtbot)
    keeping.remove.click()
    assert "Removed: 3 calls" in until_done(keeping.work, qtbot)
    window.journal.close()
    assert kept_calls(folder) == []


def test_the_passphrase_is_changed(window: Window, cards: JournalCards, folder: Path, qtbot: QtBot) -> None:
    cards.locking.change.click()
    asked = dialog(window, ChangePassphrase)
    assert isinstance(asked, ChangePassphrase)
    assert list(unnamed(asked)) == []
    qtbot.waitUntil(lambda: not list(flaws(asked)))
    asked.old.typed.setText("three loud herons")
    for field in (asked.new.first, asked.new.again):
        field.typed.setText(OTHER)
    asked.change.click()
    assert "not the passphrase" in until_done(asked.work, qtbot)
    asked.old.typed.setText(PASSPHRASE)
    asked.change.click()
    assert "The new passphrase holds" in until_done(asked.work, qtbot)
    asked.leave.click()
    assert keys.unlock(folder, OTHER) == window.journal.key


def test_the_file_is_checked_on_the_spot(cards: JournalCards, qtbot: QtBot) -> None:
    cards.check.click()
    assert "every page" in until_done(cards.work, qtbot)


def test_going_back_to_a_daily_backup(
    window: Window, cards: JournalCards, folder: Path, qtbot: QtBot
) -> None:
    backups = cards.copies.backups
    qtbot.waitUntil(lambda: backups.count() == 1, timeout=PATIENCE_MS)
    assert backups.item(0).text().endswith("3 calls")
    assert window.journal.journal is not None
    kept.add(window.journal.journal)
    backups.setCurrentRow(0)
    cards.copies.restore.click()
    asked = dialog(window)
    assert "put aside" in shown(asked)
    press(asked, "Use this backup")
    qtbot.waitUntil(lambda: window.journal.standing is Standing.OPENING)
    qtbot.waitUntil(lambda: window.journal.standing is Standing.OPEN, timeout=PATIENCE_MS)
    assert "kept as journal-" in until_done(cards.copies.work, qtbot)
    window.journal.close()
    assert len(kept_calls(folder)) == 3


def test_a_backup_file_opens_with_the_passphrase_it_was_made_with(
    window: Window, cards: JournalCards, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    cards.copies.write.click()
    chosen = tmp_path / "stick.evenkeel"
    dialog(window, QFileDialog).fileSelected.emit(str(chosen))  # type: ignore[attr-defined]
    dialog(window, QFileDialog).reject()
    assert "Written as" in until_done(cards.copies.work, qtbot)
    keys.change(folder, PASSPHRASE, OTHER, kept.LIGHT)
    assert window.journal.journal is not None
    kept.add(window.journal.journal)
    for passphrase, said in ((OTHER, "not the passphrase"), (PASSPHRASE, "The backup is in its place")):
        cards.copies._restoring.ask_passphrase(chosen)
        asked = dialog(window)
        type_in(asked, passphrase, qtbot)
        qtbot.waitUntil(lambda asked=asked: asked not in window.findChildren(QDialog))
        assert said in until_done(cards.copies.work, qtbot)
        assert window.journal.standing is Standing.OPEN
    window.journal.close()
    assert len(kept_calls(folder)) == 3


def test_a_backup_file_comes_to_a_computer_without_a_journal(
    show: Callable[[], Window], tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    elsewhere = tmp_path / "elsewhere"
    journal = Journal.open(elsewhere, kept.make(elsewhere))
    try:
        portable.write(journal, tmp_path / "stick.evenkeel")
    finally:
        journal.close()
    window = show()
    cards = window.settings_page.journal
    cards._restoring.ask_passphrase(tmp_path / "stick.evenkeel")
    type_in(dialog(window), PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: window.journal.standing is Standing.OPEN, timeout=PATIENCE_MS)
    window.journal.close()
    assert len(kept_calls(home / "journal")) == 3


def test_export_and_import(
    window: Window, cards: JournalCards, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "not encrypted" in shown(cards.export)
    out = tmp_path / "out"
    cards.export.export.click()
    dialog(window, QFileDialog).fileSelected.emit(str(out))  # type: ignore[attr-defined]
    dialog(window, QFileDialog).reject()
    assert "not encrypted" in until_done(cards.export.work, qtbot)
    held = json.loads((out / "evenkeel.json").read_text(encoding="utf-8"))
    assert len(held["calls"]) == 3 and SAID in (out / "evenkeel.html").read_text(encoding="utf-8") + str(held)
    cards.export.export_to(out)
    press(dialog(window), "Cancel")
    assert not cards.export.work.running
    cards.export.import_from(out)
    assert "in the journal already" in until_done(cards.export.work, qtbot)
    assert window.journal.journal is not None
    window.journal.journal.write("x", lambda db: db.table("calls").delete_where()).result()
    cards.export.import_from(out / "evenkeel.json")
    assert "came into the journal" in until_done(cards.export.work, qtbot)
    cards.export.import_from(tmp_path)
    assert "There is no export" in until_done(cards.export.work, qtbot)
    window.journal.close()
    assert len(kept_calls(folder)) == 3


def test_an_import_brings_in_no_more_than_is_kept(
    window: Window, cards: JournalCards, tmp_path: Path, qtbot: QtBot
) -> None:
    cards.export.export_to(tmp_path / "out")
    assert "not encrypted" in until_done(cards.export.work, qtbot)
    journal = window.journal.journal
    assert journal is not None
    journal.write("x", lambda db: db.table("calls").delete_where()).result()
    choose(cards.keeping.words, "Never")
    cards.export.import_from(tmp_path / "out")
    assert "came into the journal" in until_done(cards.export.work, qtbot)
    assert journal.read(lambda db: (db.table("calls").count, db.table("transcript").count)).result() == (3, 0)
    journal.write("x", lambda db: db.table("calls").delete_where()).result()
    choose(cards.keeping.words, "90 days")
    cards.export.import_from(tmp_path / "out")
    assert "came into the journal" in until_done(cards.export.work, qtbot)
    assert journal.read(lambda db: (db.table("calls").count, db.table("transcript").count)).result() == (3, 0)


def test_one_call_is_erased_and_receipted(
    window: Window, cards: JournalCards, folder: Path, qtbot: QtBot
) -> None:
    cards.erase_call.click()
    asked = dialog(window, EraseCall)
    assert isinstance(asked, EraseCall)
    until_done(asked.work, qtbot)
    assert asked.calls.count() == 3 and not asked.erase.isEnabled()
    assert list(unnamed(asked)) == []
    QTest.keyClick(asked.calls, Qt.Key.Key_Down)
    asked.calls.setCurrentRow(1)
    gone = asked.calls.item(1).text()
    asked.erase.click()
    assert "It is gone" in until_done(asked.work, qtbot)
    assert "was erased" in asked.receipt.toPlainText()
    asked.leave.click()
    window.journal.close()
    left = kept_calls(folder)
    assert len(left) == 2 and not any(gone.startswith(name) for name in left)


def test_everything_is_erased_after_the_word_was_typed(
    window: Window, cards: JournalCards, home: Path, qtbot: QtBot
) -> None:
    cards.erase_all.click()
    asked = dialog(window, EraseEverything)
    assert isinstance(asked, EraseEverything)
    QTest.keyClicks(asked.typed, "erase")
    assert not asked.erase.isEnabled()
    asked.typed.clear()
    QTest.keyClicks(asked.typed, "ERASE")
    QTest.keyClick(asked.typed, Qt.Key.Key_Return)
    assert "It is gone" in until_done(asked.work, qtbot)
    assert "key.json" in asked.receipt.toPlainText()
    assert window.journal.standing is Standing.NONE
    assert not (home / "journal").exists()
    asked.leave.click()
    assert window.settings_page.isVisible() and cards.make.isVisible()


def test_who_forgot_the_passphrase_can_begin_anew(
    folder: Path, home: Path, show: Callable[[], Window], qtbot: QtBot
) -> None:
    window = show()
    window.journal.lock()
    window.lock_page.forget.click()
    asked = dialog(window, EraseEverything)
    assert isinstance(asked, EraseEverything)
    assert "Nobody can open this journal" in shown(asked)
    QTest.keyClicks(asked.typed, "ERASE")
    asked.erase.click()
    assert "It is gone" in until_done(asked.work, qtbot)
    asked.leave.click()
    assert not window.lock_page.isVisible()
    assert not folder.exists()


def test_in_a_call_nothing_is_put_in_its_place(window: Window, cards: JournalCards) -> None:
    window.calls.take(PlayedCall(), "general")
    window.go_to("settings")
    for each in (cards.erase_all, cards.copies.restore_file, cards.export.take_in):
        assert not each.isEnabled()
    assert cards.export.export.isEnabled() and cards.copies.write.isEnabled()


def test_the_day_s_backup_is_made_by_itself(window: Window, folder: Path, qtbot: QtBot) -> None:
    today = folder / "backups" / f"journal-{date.today().isoformat()}.db"
    qtbot.waitUntil(today.exists, timeout=PATIENCE_MS)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_is_cut_off_and_every_control_has_a_name(
    window: Window, cards: JournalCards, scale: float, qtbot: QtBot
) -> None:
    theme.current().scale(scale)
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: cards.copies.backups.count() == 1, timeout=PATIENCE_MS)
    settle(window, qtbot)
    assert list(flaws(window)) == []
    assert list(unnamed(window)) == []
