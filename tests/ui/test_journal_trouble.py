"""A journal that can't be opened, is damaged or lost something: a sentence, and what helps."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.storage.journal import Journal
from app.storage.places import hold
from app.ui.call.summary import Summary
from app.ui.journal.opening import Standing
from app.ui.window import Window
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS, kept_calls, press, shown, type_passphrase, unlock
from tests.ui.kept import PASSPHRASE


def test_a_journal_in_use_elsewhere_is_said_and_tried_again(
    folder: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    with hold(folder):
        window = show_window()
        qtbot.waitUntil(window.lock_page.field.typed.hasFocus)
        type_passphrase(window, PASSPHRASE, qtbot)
        qtbot.waitUntil(lambda: window.journal.standing is Standing.REFUSED, timeout=PATIENCE_MS)
        assert "another Evenkeel" in shown(window.lock_page)
        window.lock_page.without.click()
        assert window.today.isVisible()
        assert "could not be opened" in shown(window.today)
        window.today.journal.click()
        cards = window.settings_page.journal
        assert "another Evenkeel" in shown(cards)
    cards.again.click()
    qtbot.waitUntil(lambda: window.journal.standing is Standing.OPEN, timeout=PATIENCE_MS)
    assert cards.keeping.isVisible()


def test_a_damaged_journal_goes_back_to_its_backup(opened: Window, folder: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(list((folder / "backups").glob("journal-*.db"))), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: opened.journal.journal.health.done(), timeout=PATIENCE_MS)
    opened.journal.lock()
    opened.journal._wait_until_closed()
    kept.damage(folder)
    opened.activateWindow()
    type_passphrase(opened, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: opened.journal.standing is Standing.DAMAGED, timeout=PATIENCE_MS)
    assert "3 calls" in shown(opened.lock_page)
    opened.lock_page.use_backup.click()
    qtbot.waitUntil(lambda: opened.journal.standing is Standing.OPEN, timeout=PATIENCE_MS)
    assert opened.today.isVisible()
    assert list(folder.glob("journal-aside-*.db"))
    opened.journal.close()
    assert len(kept_calls(folder)) == 3


def test_damage_that_shows_only_later_is_offered_too(
    folder: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "journal-2026-05-12.db").write_bytes((folder / "journal.db").read_bytes())
    kept.damage(folder, -1)
    window = show_window()
    unlock(window, qtbot)
    qtbot.waitUntil(
        lambda: "newest good one is of 12 May 2026, 3 calls" in window.offer.text, timeout=PATIENCE_MS
    )
    window.offer.yes.click()
    qtbot.waitUntil(lambda: "The backup is in its place" in window.notice.text, timeout=PATIENCE_MS)
    assert window.today.isVisible()
    window.journal.close()
    assert len(kept_calls(folder)) == 3


def test_a_key_that_is_damaged_leaves_the_rest_of_evenkeel(
    folder: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    for name in ("key.json", "key.copy.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    window = show_window()
    type_passphrase(window, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: "damaged or missing" in shown(window.lock_page), timeout=PATIENCE_MS)
    window.lock_page.without.click()
    assert window.today.isVisible()
    window.go_to("settings")
    assert (
        window.settings_page.journal.bring.isVisible() and window.settings_page.journal.erase_all.isVisible()
    )


def test_a_call_that_broke_off_is_offered_once_and_finished(
    home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    folder = home / "journal"
    key = kept.make(folder, 0)
    kept.break_off(folder, key)
    window = show_window()
    unlock(window, qtbot)
    qtbot.waitUntil(lambda: "broke off after 12:30" in window.offer.text, timeout=PATIENCE_MS)
    window.offer.later.click()
    assert window.offer.text == ""
    press(window, "Ctrl+L")
    unlock(window, qtbot)
    qtbot.waitUntil(lambda: "broke off" in window.offer.text, timeout=PATIENCE_MS)
    window.offer.yes.click()
    qtbot.waitUntil(lambda: isinstance(window.call_page.after, Summary), timeout=PATIENCE_MS)
    assert window.page == "call" and "Call that broke off" in shown(window.call_page)
    window.journal.close()
    assert kept_calls(folder) == ["Call that broke off"]


def test_changes_that_were_lost_are_said(home: Path, show_window: Callable[[], Window], qtbot: QtBot) -> None:
    folder = home / "journal"
    key = kept.make(folder, 1)
    before = (folder / "journal.db").read_bytes()
    journal = Journal.open(folder, key)
    kept.add(journal)
    journal.close()
    (folder / "journal.db").write_bytes(before)
    window = show_window()
    unlock(window, qtbot)
    qtbot.waitUntil(lambda: "missing from its file" in window.notice.text, timeout=PATIENCE_MS)
