"""Every state of the journal to look at: a function a state, each gives a widget ready to be grabbed."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.journal.erasing import FORGOTTEN, EraseCall, EraseEverything
from app.ui.journal.new_journal import JournalStep, MakeJournal
from app.ui.journal.opening import Standing
from app.ui.journal.restoring import Restoring
from app.ui.pieces import theme
from app.ui.settings.locking import ChangePassphrase
from app.ui.window import Window
from tests.pictures import window_pictures
from tests.ui import kept
from tests.ui.recorded import PlayedCall

TALL = 2900
"""Pixels in which the whole of Settings is seen at once."""


def window(page: str = "today", *, calls: int | None = 12, unlock: bool = True) -> Window:
    """Give a window whose journal has so many calls, locked or open; None for no journal."""
    home = Path(tempfile.mkdtemp())
    os.environ["EVENKEEL_HOME"] = str(home)
    if calls is not None:
        kept.make(home / "journal", calls)
    made = window_pictures.window(page)
    made.show()
    if calls is not None:
        wait(lambda: made.journal.standing is Standing.LOCKED)
        if unlock:
            made.journal.unlock(kept.PASSPHRASE)
            wait(lambda: made.journal.standing is Standing.OPEN)
    return made


def wait(reached: Callable[[], bool]) -> None:
    for _ in range(1000):
        if reached():
            return
        QTest.qWait(20)
    raise AssertionError("it did not come to that")


def locked() -> Window:
    return window(unlock=False)


def wrong() -> Window:
    made = locked()
    made.lock_page.field.typed.setText("three quiet heroes")
    made.lock_page.say(
        "That is not the passphrase of this journal; check the keyboard's layout and Caps Lock.", 8
    )
    return made


def opening() -> Window:
    made = locked()
    made.lock_page.field.typed.setText(kept.PASSPHRASE)
    made.journal.unlocking = True
    made.journal.changed.emit()
    return made


def locked_in_call() -> Window:
    made, call = window(), PlayedCall()
    call.play(65.0)
    made.calls.take(call, "complaint")
    QTest.qWait(150)
    made.keys.by_id["lock"].trigger()
    QTest.qWait(150)
    return made


def call_alone() -> Window:
    made, call = locked(), PlayedCall()
    made._for_call = True
    call.play(65.0)
    made.calls.take(call, "complaint")
    made.go_to("call")
    QTest.qWait(150)
    return made


def damaged(*, backup: bool = True) -> Window:
    made = window()
    key, folder = made.journal.key, made.journal.folder
    assert key is not None
    wait(lambda: not backup or bool(list((folder / "backups").glob("*.db"))))
    QTest.qWait(300)
    made.journal.lock()
    made.journal._wait_until_closed()
    kept.damage(folder)
    made.journal.unlock(kept.PASSPHRASE)
    wait(lambda: made.journal.standing is Standing.DAMAGED)
    return made


def in_use() -> Window:
    from app.storage.places import hold

    made = locked()
    made.held_by = hold(made.journal.folder)  # type: ignore[attr-defined]
    made.held_by.__enter__()  # type: ignore[attr-defined]
    made.journal.unlock(kept.PASSPHRASE)
    wait(lambda: made.journal.standing is Standing.REFUSED)
    return made


def broken_off() -> Window:
    made = locked()
    made.journal.lock()
    key = kept.keys.unlock(made.journal.folder, kept.PASSPHRASE)
    kept.break_off(made.journal.folder, key)
    made.journal.unlock(kept.PASSPHRASE)
    wait(lambda: bool(made.offer.text))
    return made


def step(first: str = "", again: str = "") -> QWidget:
    home = Path(tempfile.mkdtemp())
    os.environ["EVENKEEL_HOME"] = str(home)
    made = window_pictures.window(first_start_done=False)
    made.show()
    start = made.first_start
    assert start is not None
    for _ in range(4):
        start.go_on.click()
    shown = start.steps[4]
    assert isinstance(shown, JournalStep)
    shown.form.passphrase.first.typed.setText(first)
    shown.form.passphrase.again.typed.setText(again)
    QTest.qWait(100)
    shown.form.passphrase.offer_keyring(True)
    return made


def settings(*, calls: int | None = 12, tall: bool = True) -> Window:
    made = window("settings", calls=calls)
    if tall:
        made.resize(1040, TALL)
    QTest.qWait(600)
    return made


def previewed() -> Window:
    made = settings()
    made.settings.change(keep_calls_days=7)
    keeping = made.settings_page.journal.keeping
    keeping.show_settings()
    keeping.preview.click()
    wait(lambda: not keeping.work.running)
    return made


def dialog(make: Callable[[Window], QDialog], calls: int | None = 12) -> QWidget:
    made = window(calls=calls)
    shown = make(made)
    shown.open()
    QTest.qWait(300)
    shown.held_by = made  # type: ignore[attr-defined]
    return shown


def receipt() -> QWidget:
    shown = dialog(lambda made: EraseEverything(made, made.journal))
    assert isinstance(shown, EraseEverything)
    shown.typed.setText("ERASE")
    shown.erase.click()
    wait(lambda: not shown.work.running)
    QTest.qWait(50)
    return shown


def large(make: Callable[[], QWidget]) -> QWidget:
    theme.current().scale(2)
    made = make()
    made.resize(560, 400)
    QTest.qWait(100)
    return made


def restore_file(made: Window) -> QDialog:
    Restoring(made, made.journal, made.settings_page.journal.copies.work).ask_passphrase(
        Path("/stick/journal-2026-05-12.evenkeel")
    )
    return made.findChildren(QDialog)[-1]


STATES: dict[str, Callable[[], QWidget]] = {
    "journal-none": lambda: window(calls=None),
    "journal-locked": locked,
    "journal-wrong": wrong,
    "journal-opening": opening,
    "journal-locked-in-call": locked_in_call,
    "journal-call-alone": call_alone,
    "journal-damaged": damaged,
    "journal-in-use": in_use,
    "journal-broken-off": broken_off,
    "journal-step": step,
    "journal-step-short": lambda: step("heron"),
    "journal-step-different": lambda: step("three quiet herons", "three quiet heroes"),
    "journal-settings": settings,
    "journal-settings-none": lambda: settings(calls=None),
    "journal-settings-preview": previewed,
    "journal-make": lambda: dialog(lambda made: MakeJournal(made, made.journal), calls=None),
    "journal-change": lambda: dialog(lambda made: ChangePassphrase(made, made.journal)),
    "journal-erase": lambda: dialog(lambda made: EraseEverything(made, made.journal)),
    "journal-forgotten": lambda: dialog(lambda made: EraseEverything(made, made.journal, FORGOTTEN)),
    "journal-receipt": receipt,
    "journal-erase-call": lambda: dialog(lambda made: EraseCall(made, made.journal)),
    "journal-restore-file": lambda: dialog(restore_file),
    "journal-locked-large": lambda: large(locked),
    "journal-damaged-large": lambda: large(damaged),
    "journal-step-large": lambda: large(step),
    "journal-settings-large": lambda: large(lambda: settings(tall=False)),
    "journal-make-large": lambda: large(
        lambda: dialog(lambda made: MakeJournal(made, made.journal), calls=None)
    ),
}
