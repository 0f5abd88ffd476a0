"""A day with Evenkeel by the keyboard alone: from the first start to a reflection, and found again later."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import bootstrap, paths
from app.content import load_coaching
from app.domain.journal import CallKind, ChecklistRun, FollowUp, Promise, Reflection
from app.domain.timeline import Utterance
from app.settings import KeptSettings
from app.storage import calls, checklists, follow_ups, keys, reflections
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.storage.wrapping import Cost
from app.ui.call.summary import Summary
from app.ui.journal.opening import Standing
from app.ui.settings import inputs
from app.ui.window import Window
from tests.pictures.window_pictures import DEVICES

PASSPHRASE = "three quiet herons"
PATIENCE_MS = 60_000
FASTER = 8.0
"""How many times as fast as it was spoken the sample call is practised here."""


class Person:
    """Somebody who has a keyboard and no mouse, and reads what is on the screen."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.keys = 0
        self.broken: list[object] = []
        window.calls.broke.connect(self.broken.append)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, where the keyboard is."""
        for each in keys:
            self.keys += 1
            self._wake()
            QTest.keySequence(self._front(), QKeySequence(each))

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self._wake()
        QTest.keyClicks(QApplication.focusWidget(), text)

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the control of that name, or one that begins so, has the keyboard."""
        seen = []
        for _ in range(150):
            held = QApplication.focusWidget()
            seen.append(held.accessibleName() if held else "")
            if seen[-1].startswith(name):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f'Tab does not come to "{name}", but to {sorted(set(seen))}')

    def reads(self, text: str) -> bool:
        """Whether this is on the screen."""
        labels = self.window.findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait for it; nothing may break meanwhile."""
        self._qtbot.waitUntil(lambda: bool(self.broken) or reached(), timeout=PATIENCE_MS)
        assert self.broken == []

    def _wake(self) -> None:
        self.window.activateWindow()  # this screen activates all that is shown, the HUD too
        assert QTest.qWaitForWindowActive(self.window)

    def _front(self) -> object:
        return self.window.windowHandle()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample call in a fraction of its time, a passphrase that costs little, inputs that are not here."""
    usual, dear = bootstrap.practice_call, keys.create
    monkeypatch.setattr(bootstrap, "practice_call", lambda _, *others: usual(FASTER, *others))
    monkeypatch.setattr(
        keys,
        "create",
        lambda folder, passphrase: dear(folder, passphrase, Cost(passes=1, memory_kib=8, lanes=1)),
    )
    monkeypatch.setattr(inputs, "list_inputs", lambda: DEVICES)


@pytest.fixture
def begin(qtbot: QtBot, home: Path) -> Iterator[Callable[[], Person]]:
    """Start Evenkeel, as often as is asked for, one after the other."""

    def start() -> Person:
        settings = KeptSettings(home)
        settings.change(theme="light")
        window = Window(settings, load_coaching(paths.resources_folder() / "content"))
        qtbot.addWidget(window, before_close_func=lambda window: window.quit())
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: window.journal.standing is not Standing.OPENING, timeout=PATIENCE_MS)
        return Person(window, qtbot)

    yield start


def leave(person: Person, qtbot: QtBot) -> None:
    """Quit by its key."""
    with qtbot.waitSignal(person.window.gone, timeout=PATIENCE_MS):
        person.press("Ctrl+Q")


def kept(home: Path, read: Callable[[Database], object]) -> object:
    """Read the journal that was left on the disk."""
    folder = home / "journal"
    journal = Journal.open(folder, keys.unlock(folder, PASSPHRASE))
    try:
        return journal.read(read).result()
    finally:
        journal.close()


def hear_the_sample(person: Person, *, until: int) -> None:
    """Hear the sample call until so many lines of it are written."""
    lines: list[object] = []
    person.window.calls.watch.happened.connect(
        lambda event: lines.append(event.what) if isinstance(event.what, Utterance) else None
    )
    person.until(lambda: person.window.calls.running)
    person.until(lambda: len(lines) >= until)


def end_the_call(person: Person) -> Summary:
    person.press("E")
    person.until(lambda: isinstance(person.window.call_page.after, Summary))
    person.until(lambda: person.reads("Kept in your journal"))
    summary = person.window.call_page.after
    assert isinstance(summary, Summary)
    return summary


def test_a_newcomer_comes_from_the_first_start_to_a_reflection_that_is_kept(
    begin: Callable[[], Person], home: Path, qtbot: QtBot
) -> None:
    newcomer = begin()
    first = newcomer.window.first_start
    assert first is not None
    while first.step != 5:
        newcomer.press("Esc")
    newcomer.type(PASSPHRASE)
    newcomer.press("Tab")
    newcomer.tab_to("The same passphrase again")
    newcomer.type(PASSPHRASE)
    newcomer.press("Return")
    newcomer.until(lambda: first.step == 6)
    newcomer.press("Return")  # on to the practice call

    hear_the_sample(newcomer, until=3)
    end_the_call(newcomer)
    newcomer.press("R")
    newcomer.until(lambda: newcomer.window.reflect.form is not None)
    newcomer.press("2", "Tab", "4", "Tab")
    newcomer.tab_to("What went well?")
    newcomer.type("I let the story come out")
    newcomer.press("Ctrl+Return")
    newcomer.until(lambda: newcomer.window.reflect.form is None)
    assert newcomer.keys < 40
    leave(newcomer, qtbot)

    def read(db: Database) -> tuple[Reflection, CallKind]:
        (reflection,) = reflections.recent(db, 10)
        call = calls.get(db, reflection.call_id or 0)
        assert call is not None
        return reflection, call.kind

    reflection, kind = kept(home, read)  # type: ignore[misc]
    assert kind is CallKind.PRACTICE
    assert reflection.finished_at is not None
    assert (reflection.mood_before, reflection.mood_after) == (2, 4)
    assert reflection.went_well == "I let the story come out"


def test_a_day_of_preparing_calming_reflecting_and_finding_it_again(
    begin: Callable[[], Person], home: Path, qtbot: QtBot
) -> None:
    KeptSettings(home).change(first_start_done=True, call_type="complaint")
    keys.create(home / "journal", PASSPHRASE)
    agent = begin()
    agent.type(PASSPHRASE)
    agent.press("Return")
    agent.until(lambda: not agent.window.journal.covering)

    agent.press("Ctrl+2")
    agent.tab_to("Purpose of this call")
    agent.type("Find the parcel")
    agent.press("Alt+1", "Alt+3")
    agent.tab_to("Likely hurdle")
    agent.type("It was promised twice")
    agent.tab_to("Practice with the sample call")
    agent.press("Return")
    hear_the_sample(agent, until=10)
    assert agent.reads("Find the parcel")
    agent.press("M")
    summary = end_the_call(agent)
    assert agent.reads("Find the parcel")

    if agent.window.offer.text:
        agent.press("B")
    else:
        agent.press("Ctrl+4", "Return")
    agent.until(lambda: agent.window.calm.view.exercise.running)
    agent.press("Space", "Space", "Esc")
    agent.until(lambda: not agent.window.calm.view.exercise.running)
    assert summary is agent.window.call_page.after

    agent.press("Ctrl+3", "R")
    agent.until(lambda: agent.window.reflect.form is not None)
    agent.press("2", "Tab", "3")
    agent.tab_to("What next time?")
    agent.type("ask about the heron first")
    agent.tab_to("Add a follow-up")
    agent.press("Return")
    agent.tab_to("What was promised")
    agent.type("Ring back about the parcel")
    agent.press("Ctrl+Return")
    agent.until(lambda: agent.window.reflect.form is None)
    leave(agent, qtbot)

    later = begin()
    later.type(PASSPHRASE)
    later.press("Return")
    later.until(lambda: not later.window.journal.covering)
    later.press("Ctrl+6", "Ctrl+F")
    later.type("heron")
    later.until(lambda: later.window.history.calls.results.rowCount() == 1)
    later.press("Down", "Return")
    later.until(lambda: later.reads("ask about the heron first"))
    leave(later, qtbot)

    def read(db: Database) -> tuple[ChecklistRun, list[FollowUp]]:
        (call,) = calls.recent(db, 10)
        run = checklists.run_of(db, call.id)
        assert run is not None and call.purpose == "Find the parcel"
        return run, follow_ups.of_call(db, call.id)

    run, promised = kept(home, read)  # type: ignore[misc]
    assert run.hurdle == "It was promised twice"
    assert [tick.ticked for tick in run.ticks[:3]] == [True, False, True]
    assert "Ring back about the parcel" in [each.text for each in promised]
    assert all(each.state is Promise.OPEN and (each.due or date.today()) >= date.today() for each in promised)
