"""The offer of calm after a tough call: made once, answered with one key, remembered, never in a call."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import Call
from app.domain.report import Report
from app.domain.timeline import Cue
from app.session.snapshot import Mark
from app.settings import KeptSettings
from app.storage import calls, reflections
from app.ui.call.current import CurrentCall
from app.ui.calm.offering import KEYS, Offering
from app.ui.journal.diary import Diary
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.pieces.offer import Offer
from app.ui.shortcuts import PAGE_KEYS, SHORTCUTS
from tests.journals import NOON, a_reflection
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS
from tests.ui.recorded import PlayedCall, recorded

VOICE = Cue(0, "stay-calm", "nudge", "Lower and slower", "")


def report(agent: int = 0, customer: int = 0, *cues: Cue) -> Report:
    told = recorded()[1]
    counts = replace(told.measures, interruptions_agent=agent, interruptions_customer=customer)
    return replace(told, measures=counts, cues=cues)


class Day:
    """Calls, a journal or none, and the strip with a field beside it to type into."""

    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.owner = QObject()
        self.settings = KeptSettings(home)
        self.journal = OpenJournal(self.owner, home / "journal")
        self.diary = Diary(self.journal)
        self.calls = CurrentCall(self.settings, self.owner)
        self.journal.changed.connect(self._follow)
        self.window, self.field, self.offer = QWidget(), QLineEdit(), Offer()
        column = QVBoxLayout(self.window)
        column.addWidget(self.offer)
        column.addWidget(self.field)
        self.offering = Offering(self.calls, self.diary, self.settings, self.offer, self.owner)
        self.asked: list[int | None] = []
        self.offering.breathe_asked.connect(self.asked.append)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.setFocus()

    def _follow(self) -> None:
        self.calls.journal = self.journal.journal

    def begin(self) -> PlayedCall:
        call = PlayedCall()
        self.calls.take(call, "complaint")
        return call

    def call(self, told: Report, marks: int = 0) -> None:
        """Have a call with this report, and so many moments marked."""
        played = self.begin()
        played.frames = []
        for _ in range(marks):
            played.tell(Mark(16_000))
        played.finish(told)
        self.calls.watch.look()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def close(self) -> None:
        self.calls.close()
        self.journal.close()


@pytest.fixture
def day(home: Path, qtbot: QtBot) -> Iterator[Day]:
    made = Day(home, qtbot)
    yield made
    made.close()


TOUGH = report(2, 1, VOICE)


@pytest.mark.parametrize(
    ("told", "marks", "said"),
    [
        (report(), 0, ""),
        (report(3, 2), 0, ""),
        (report(3, 0), 1, ""),
        (report(0, 0, VOICE), 0, ""),
        (report(), 4, ""),
        (report(1, 1), 1, "you cut in on each other and a moment was marked"),
        (report(1, 1, VOICE), 0, "you cut in on each other and your voice rose or quickened"),
        (
            report(1, 1, VOICE),
            2,
            "you cut in on each other, your voice rose or quickened and a moment was marked",
        ),
    ],
)
def test_after_which_calls_it_is_offered(day: Day, told: Report, marks: int, said: str) -> None:
    day.call(told, marks)
    sentence = f"That sounds like a hard call: {said}. Three slow breaths?" if said else ""
    assert day.offer.text == sentence


def test_one_key_breathes(day: Day) -> None:
    day.call(TOUGH)
    day.press(Qt.Key.Key_B)
    assert day.asked == [None]
    assert day.offer.text == ""


def test_one_key_skips_it(day: Day) -> None:
    day.call(TOUGH)
    day.press(Qt.Key.Key_N)
    assert day.asked == []
    assert day.offer.text == ""


def test_the_keys_give_way_to_typing_and_mean_nothing_without_an_offer(day: Day) -> None:
    day.press(Qt.Key.Key_B)
    day.call(TOUGH)
    day.field.setFocus()
    QTest.keyClicks(day.field, "nb")
    assert day.field.text() == "nb"
    assert day.offer.text
    assert day.asked == []


def test_a_call_that_begins_takes_it_back(day: Day) -> None:
    day.call(TOUGH)
    day.begin()
    assert day.offer.text == ""
    day.press(Qt.Key.Key_B)
    assert day.asked == []


def test_other_offers_stay_when_it_is_taken_back(day: Day) -> None:
    done: list[str] = []
    day.offer.make("A call broke off.", "Finish it", lambda: done.append("finished"))
    day.call(TOUGH)
    assert day.offer.text == "A call broke off."
    day.begin()
    day.offer.yes.click()
    assert done == ["finished"]
    assert day.offer.text == ""


def test_it_is_not_taken_back_with_the_journals_offers(day: Day) -> None:
    day.call(TOUGH)
    day.offer.withdraw()
    assert day.offer.text


def test_it_can_be_switched_off(day: Day) -> None:
    day.settings.change(calm_offered=False)
    day.call(TOUGH)
    assert day.offer.text == ""


def test_a_call_that_broke_off_offers_nothing(day: Day) -> None:
    played = day.begin()
    played.failure = OSError("gone")
    day.calls.watch.look()
    assert day.offer.text == ""


# With a journal.


@pytest.fixture
def kept_day(folder: Path, home: Path, qtbot: QtBot) -> Iterator[Callable[[], Day]]:
    """A day with the journal open; called again, it is the day after a restart."""
    days: list[Day] = []

    def start() -> Day:
        for each in days:
            each.close()
        made = Day(home, qtbot)
        days.append(made)
        made.journal.begin()
        qtbot.waitUntil(lambda: made.journal.standing is Standing.LOCKED, timeout=PATIENCE_MS)
        made.journal.unlock(kept.PASSPHRASE)
        qtbot.waitUntil(lambda: made.diary.is_open, timeout=PATIENCE_MS)
        return made

    yield start
    days[-1].close()


def had(day: Day, agent: int = 2, customer: int = 1) -> Call:
    """Have had a call with so many cut-ins each way, newer than any other."""
    assert day.journal.journal is not None
    call = kept.add(day.journal.journal, began_at=kept.BEGAN + timedelta(days=1))
    counts = (agent, customer, call.id)
    day.journal.journal.write(
        "call",
        lambda db: db.execute(
            "UPDATE calls SET interruptions_agent = ?, interruptions_customer = ? WHERE id = ?", counts
        ).close(),
    ).result()
    return call


def reflect(day: Day, qtbot: QtBot, call: Call, *, mood: int, finished: bool = True) -> None:
    """Look back on a call, and wait until whoever heeds it has had its turn."""
    written = a_reflection(call_id=call.id, mood_after=mood, finished_at=NOON if finished else None)
    with qtbot.waitSignal(day.diary.changed, timeout=PATIENCE_MS):
        day.diary.write("reflection", lambda db: reflections.save(db, written))
    arrived: list[object] = []
    day.diary.read(lambda db: None, arrived.append, day.owner)
    qtbot.waitUntil(lambda: bool(arrived), timeout=PATIENCE_MS)


def test_a_low_mood_can_make_it_tough_when_it_is_looked_back_on(
    kept_day: Callable[[], Day], qtbot: QtBot
) -> None:
    day = kept_day()
    call = had(day)
    reflect(day, qtbot, call, mood=2, finished=False)
    assert day.offer.text == ""  # nothing comes up while it is still being written
    reflect(day, qtbot, call, mood=2)
    assert "it weighed on you" in day.offer.text
    day.press(Qt.Key.Key_B)
    assert day.asked == [call.id]


@pytest.mark.parametrize(("mood", "agent"), [(3, 2), (2, 0)])
def test_a_mood_that_is_not_low_or_stands_alone_does_not(
    kept_day: Callable[[], Day], qtbot: QtBot, mood: int, agent: int
) -> None:
    day = kept_day()
    reflect(day, qtbot, had(day, agent=agent), mood=mood)
    assert "it weighed on you" not in day.offer.text


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_N])
def test_an_answer_holds_for_that_call_also_after_a_restart(
    kept_day: Callable[[], Day], qtbot: QtBot, key: Qt.Key
) -> None:
    day = kept_day()
    call = had(day)
    reflect(day, qtbot, call, mood=1)
    day.press(key)
    assert day.settings.now.calm_answered == call.id
    reflect(day, qtbot, call, mood=1)
    assert day.offer.text == ""
    again = kept_day()
    reflect(again, qtbot, call, mood=1)
    assert again.offer.text == ""
    reflect(again, qtbot, had(again), mood=1)
    assert again.offer.text


def test_an_answer_after_the_call_holds_for_its_reflection(kept_day: Callable[[], Day], qtbot: QtBot) -> None:
    day = kept_day()
    day.call(TOUGH)
    day.press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: day.calls.last_id is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: day.settings.now.calm_answered == day.calls.last_id, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not day.calls.writing, timeout=PATIENCE_MS)
    assert day.journal.journal is not None
    last = day.calls.last_id
    assert last is not None
    call = day.journal.journal.read(lambda db: calls.get(db, last)).result()
    assert call is not None
    reflect(day, qtbot, call, mood=1)
    assert day.offer.text == ""


def test_locking_leaves_nothing_of_it(kept_day: Callable[[], Day], qtbot: QtBot) -> None:
    day = kept_day()
    reflect(day, qtbot, had(day), mood=1)
    assert day.offer.text
    day.journal.lock()
    qtbot.waitUntil(lambda: day.offer.text == "", timeout=PATIENCE_MS)


def test_its_keys_are_those_of_no_page_below_it() -> None:
    pages = [key.shown.split(", ") for key in PAGE_KEYS if key.page != "call"]
    always = [each.keys for each in SHORTCUTS if not each.in_call]  # in a call there is no offer
    assert not set(KEYS) & {key for keys in (*pages, *always) for key in keys}
