"""Where the walk over the window stops: each page in each state that is quickly reached, and the dialogs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.storage import calls
from app.ui.history.page import TABS
from app.ui.journal.erasing import FORGOTTEN, EraseCall, EraseEverything
from app.ui.journal.new_journal import MakeJournal
from app.ui.journal.opening import Standing
from app.ui.journal.restoring import Restoring
from app.ui.keys_help import KeysHelp
from app.ui.review import look
from app.ui.settings.locking import ChangePassphrase
from app.ui.shortcuts import PAGES
from app.ui.window import Window
from tests import demo_journal
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS, until_locked
from tests.ui.recorded import PlayedCall
from tests.ui.walk import settle

Stop = tuple[str, QWidget]
"""A name, and the window or dialog that is there now."""

NOTE = "The headset is not there any more, and the built-in microphone stands in for it until it is back."
OFFER = "A call of 14:02 broke off after 12:30."


@dataclass(frozen=True)
class State:
    """A walk: `prepare` the home before the window starts; `stops` leaves the window as it was."""

    prepare: Callable[[Path], object]
    stops: Callable[[Window, QtBot], Iterator[Stop]]


def pages(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Go to each page."""
    for name in PAGES:
        window.go_to(name)
        settle(window, qtbot)
        yield name, window


def without_journal(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """See the window as it is on its first day."""
    yield from first_start(window, qtbot)
    yield from pages(window, qtbot)
    window.go_to("today")
    window.notice.say(NOTE)
    window.offer.make(OFFER, "Finish it", lambda: None)
    settle(window, qtbot)
    yield "today with all strips", window
    window.notice.hide()
    window.offer.withdraw()
    yield from dialog(MakeJournal(window, window.journal), "make a journal", qtbot)


def first_start(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Go through the first start."""
    window.run_first_start()
    start = window.first_start
    assert start is not None
    for step in range(1, len(start.steps) + 1):
        settle(window, qtbot)
        yield f"first start, step {step}", window
        start.skip.click()
    start.start.click()


def with_journal(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Unlock an empty journal, and lock it again."""
    yield from here("locked", window, qtbot)
    unlock(window, qtbot)
    yield from pages(window, qtbot)
    lock(window, qtbot)


def after_weeks(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Unlock a journal of eight weeks, see all that it holds, and lock it again."""
    unlock(window, qtbot)
    yield from pages(window, qtbot)
    yield from preparing(window, qtbot)
    yield from breathing(window, qtbot)
    yield from reflecting(window, qtbot)
    yield from looking_back(window, qtbot)
    yield from reviewing(window, qtbot)
    yield from dialogs(window, qtbot)
    lock(window, qtbot)


def preparing(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Edit the checklists."""
    window.go_to("prepare")
    window.prepare.form.edit.click()
    yield from here("prepare, checklists", window, qtbot)
    window.prepare.editor.back.click()


def breathing(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Breathe."""
    window.go_to("calm")
    window.calm.begin()
    yield from here("calm, breathing", window, qtbot)
    window.calm.stop()


def reflecting(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Look back on the last call, with all questions, and on one without Evenkeel."""
    window.go_to("reflect")
    for name, call_id in (("a call", last_call(window)), ("a call elsewhere", None)):
        window.reflect.reflect_on(call_id)
        qtbot.waitUntil(lambda: window.reflect.form is not None)
        form = window.reflect.form
        assert form is not None
        yield from here(f"reflect on {name}", window, qtbot)
        form.questions.more.click()
        yield from here(f"reflect on {name}, all questions", window, qtbot)
        form.left.emit()


def looking_back(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """See each tab of the history, a search that finds something, one that doesn't, and a call."""
    window.go_to("history")
    for place, name in enumerate(TABS):
        window.history.show_tab(place)
        yield from here(f"history, {name}", window, qtbot)
    window.history.show_tab(0)
    search = window.history.calls.search
    for text in ("call", "nobody ever said that"):
        search.setText(text)
        yield from here(f"history, search for {text}", window, qtbot)
    search.clear()
    window.history.show_call(last_call(window))
    yield from here("history, a call", window, qtbot)
    window.history.call.left.emit()


def reviewing(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Look at a call again, with each tab and the table; see the better phrases, and recordings compared."""
    window.go_to("review")
    page = window.review
    page.show_call(last_call(window))
    qtbot.waitUntil(lambda: page.at is not None, timeout=PATIENCE_MS)
    view = page.looking.view
    for place, name in enumerate(look.TABS):
        view.show_tab(place)
        yield from here(f"review, {name}", window, qtbot)
    view.show_tab(0)
    view.timeline.toggle_table()
    yield from here("review, the timeline as a table", window, qtbot)
    view.timeline.toggle_table()
    view.back.click()
    page.opening.phrases.click()
    yield from here("review, better phrases", window, qtbot)
    page.reviewing.hold(True)
    page.open([Path(f"/nowhere/{name}.wav") for name in ("first", "second", "third")])
    qtbot.waitUntil(lambda: len(page.reviewing.waiting) == 3)
    yield from here("review, recordings that wait", window, qtbot)
    page.reviewing.hold(False)
    qtbot.waitUntil(lambda: not page.reviewing.waiting and page.reviewing.now is None, timeout=PATIENCE_MS)
    yield from here("review, compared", window, qtbot)
    page.comparison.back.click()


def dialogs(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Open each dialog of an open journal."""
    journal = window.journal
    yield from dialog(KeysHelp(window), "keys", qtbot)
    yield from manual(window, qtbot)
    yield from dialog(ChangePassphrase(window, journal), "change the passphrase", qtbot)
    yield from dialog(EraseEverything(window, journal, FORGOTTEN), "erase everything", qtbot)
    yield from dialog(EraseCall(window, journal), "erase a call", qtbot)
    Restoring(window, journal, window.settings_page.journal.copies.work).ask_passphrase(Path("a.evenkeel"))
    yield from dialog(window.findChildren(QDialog)[-1], "restore from a file", qtbot)


def manual(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """See a page of the manual without links, at which the Tab key would stop, and a search."""
    window.day.manual.open("keyboard.md")
    shown = window.day.manual.shown
    assert shown is not None
    settle(shown, qtbot)
    yield "the manual", shown
    shown.search.setText("journal")
    settle(shown, qtbot)
    yield "the manual, searched", shown
    shown.close()
    settle(window, qtbot)


def with_call(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Have a call, lock in between, and see its summary."""
    unlock(window, qtbot)
    call = PlayedCall()
    window.calls.take(call, "complaint")
    call.play(65.0)
    for name, shown in pages(window, qtbot):
        yield f"{name}, in a call", shown
    yield from cards(window, qtbot)
    window.keys.by_id["lock"].trigger()
    yield from here("locked, in a call", window, qtbot)
    unlock(window, qtbot)
    call.finish()
    qtbot.waitUntil(lambda: window.call_page.after is not None)
    window.go_to("call")
    yield from here("summary", window, qtbot)
    lock(window, qtbot)


def cards(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """See the technique cards, and one of them."""
    window.go_to("call")
    window.call_page.show_cards()
    yield from here("cards", window, qtbot)
    panel = window.call_page.running.cards
    panel.show_card(panel.listed[0])
    yield from here("card", window, qtbot)
    window.call_page.running.hide_cards()


def with_damage(window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """See what is said of a damaged journal."""
    if window.journal.standing is Standing.LOCKED:
        window.journal.unlock(kept.PASSPHRASE)
        qtbot.waitUntil(lambda: window.journal.standing is Standing.DAMAGED, timeout=PATIENCE_MS)
    yield from here("damaged", window, qtbot)


def here(name: str, window: Window, qtbot: QtBot) -> Iterator[Stop]:
    """Stay for a moment."""
    settle(window, qtbot)
    yield name, window


def dialog(shown: QDialog, name: str, qtbot: QtBot) -> Iterator[Stop]:
    """See a dialog, and put it away."""
    over = shown.parentWidget()
    shown.open()
    qtbot.waitUntil(shown.isActiveWindow)
    settle(shown, qtbot)
    yield name, shown
    shown.reject()
    settle(over, qtbot)


def unlock(window: Window, qtbot: QtBot) -> None:
    """Open the journal."""
    window.journal.unlock(kept.PASSPHRASE)
    qtbot.waitUntil(lambda: not window.journal.covering, timeout=PATIENCE_MS)


def lock(window: Window, qtbot: QtBot) -> None:
    """Lock the journal."""
    window.journal.lock()
    until_locked(window, qtbot)


def last_call(window: Window) -> int:
    """Give the id of the last call in the open journal."""
    journal = window.journal.journal
    assert journal is not None
    return journal.read(lambda db: calls.recent(db, 1)).result()[0].id


def nothing(home: Path) -> None:
    """Make no journal."""


def empty(home: Path) -> None:
    """Make a journal with nothing in it."""
    kept.make(home / "journal", 0)


def full(home: Path) -> None:
    """Make a journal of eight weeks."""
    demo_journal.make(home / "journal", date.today())


def damaged(home: Path) -> None:
    """Make a journal whose file is damaged."""
    kept.make(home / "journal")
    kept.damage(home / "journal")


STATES: dict[str, State] = {
    "without a journal": State(nothing, without_journal),
    "with an empty journal": State(empty, with_journal),
    "after eight weeks": State(full, after_weeks),
    "with a call": State(full, with_call),
    "with a damaged journal": State(damaged, with_damage),
}
