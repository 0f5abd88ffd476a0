"""The Calm page by keyboard: begin, pause, end, choose, make a pattern; with and without motion, journal."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import paths
from app.content import load_coaching
from app.domain.breathing import (
    BOX,
    READY_MADE,
    SIGH,
    THREE_BREATHS,
    Act,
    Pattern,
    Phase,
    own_patterns,
    to_keep,
)
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.storage import calm
from app.ui.calm import breathing_view
from app.ui.calm.page import CalmPage
from app.ui.calm.thought import SHOWN
from app.ui.journal.diary import Diary
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces import theme
from app.ui.window import Window
from tests.ui.at_the_journal import PATIENCE_MS
from tests.ui.calm_clock import StillClock
from tests.ui.room import flaws
from tests.ui.walk import unnamed

KEY = Qt.Key


class Calm:
    """A Calm page in a window of its own, on a clock that is moved by hand."""

    def __init__(self, home: Path, qtbot: QtBot, **chosen: object) -> None:
        self.settings = KeptSettings(home)
        self.settings.change(**{"motion": "full", **chosen})
        self.clock = StillClock()
        coaching = OwnCoaching(load_coaching(paths.resources_folder() / "content"), self.settings)
        self._journal = OpenJournal(None, home / "journal")
        self.page = CalmPage(Diary(self._journal), self.settings, coaching, self.clock)
        self.page.resize(900, 640)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.choosing.begin.setFocus()  # this window has no list of pages to begin in

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.windowHandle(), key)

    def pass_by(self, seconds: float) -> None:
        self.clock.go_on(self.page.view.exercise, seconds)

    @property
    def shown(self) -> object:
        """Which of the four views there is."""
        return next(view for view in self.page._views if view.isVisible())


@pytest.fixture
def made(home: Path, qtbot: QtBot) -> Iterator[Callable[..., Calm]]:
    pages: list[Calm] = []

    def make(**chosen: object) -> Calm:
        pages.append(Calm(home, qtbot, **chosen))
        return pages[-1]

    yield make
    for each in pages:
        each.page.stop()


def test_enter_begins_space_pauses_and_goes_on_escape_ends(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="box")
    page, exercise = calm.page, calm.page.view.exercise
    calm.press(KEY.Key_Return)
    assert calm.shown is page.view
    calm.pass_by(10)
    calm.press(KEY.Key_Space)
    assert exercise.paused
    assert page.view.act.text() == "Paused"
    calm.pass_by(60)
    calm.press(KEY.Key_Space)
    calm.pass_by(2)
    assert exercise.done_s == pytest.approx(12)
    calm.press(KEY.Key_Escape)
    assert calm.shown is page.after
    assert page.after.said.text() == "That was 12 seconds."
    calm.press(KEY.Key_Escape)
    assert calm.shown is page.choosing


def test_the_words_the_next_and_the_time_go_with_the_breath(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="box", calm_length_s=120)
    view = calm.page.view
    calm.press(KEY.Key_Return)
    seen = []
    for _ in range(5):
        seen.append((view.act.text(), view.coming.text(), view.left.text()))
        calm.pass_by(4)
    assert seen == [
        ("Breathe in", "then hold for 4 seconds", "2:00 left"),
        ("Hold", "then breathe out for 4 seconds", "1:56 left"),
        ("Breathe out", "then rest for 4 seconds", "1:52 left"),
        ("Rest", "then breathe in for 4 seconds", "1:48 left"),
        ("Breathe in", "then hold for 4 seconds", "1:44 left"),
    ]


def test_a_sigh_takes_a_little_more_in(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="sigh")
    calm.press(KEY.Key_Return)
    calm.pass_by(3.1)
    assert calm.page.view.act.text() == "A little more in"
    assert calm.page.view.coming.text() == "then breathe out for 6 seconds"


def test_three_breaths_are_counted_and_end_by_themselves(made: Callable[..., Calm]) -> None:
    calm = made(calm_length_s=300)
    calm.press(KEY.Key_Return)
    calm.pass_by(25)
    assert calm.page.view.left.text() == "Breath 3 of 3   0:05 left"
    assert calm.page.view.coming.text() == "then that was it"
    calm.pass_by(5.1)
    assert calm.shown is calm.page.after
    assert calm.page.after.said.text() == "That was three slow breaths."


def test_what_is_left_after_the_last_whole_breath_is_for_breathing_as_it_comes(
    made: Callable[..., Calm],
) -> None:
    calm = made(calm_pattern="4-7-8", calm_length_s=60)
    calm.press(KEY.Key_Return)
    calm.pass_by(56.5)
    assert calm.page.view.coming.text() == "then breathe as it comes"
    calm.pass_by(1)
    assert calm.page.view.act.text() == "Breathe as it comes"
    assert calm.page.view.left.text() == "0:03 left"
    calm.pass_by(3)
    assert calm.page.after.said.text() == "That was a minute."


def test_after_sleep_it_says_why_it_is_paused(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="box")
    calm.press(KEY.Key_Return)
    calm.pass_by(5)
    calm.clock.sleep(calm.page.view.exercise, 900)
    assert calm.page.view.act.text() == "Paused, as the computer was asleep"
    calm.press(KEY.Key_Space)
    assert calm.page.view.act.text() == "Hold"


def test_a_look_of_a_few_seconds_leads_straight_back(made: Callable[..., Calm]) -> None:
    calm = made()
    calm.press(KEY.Key_Return)
    calm.pass_by(3)
    calm.press(KEY.Key_Escape)
    assert calm.shown is calm.page.choosing


def test_another_page_pauses_it(made: Callable[..., Calm]) -> None:
    calm = made()
    calm.press(KEY.Key_Return)
    calm.page.hide()
    assert calm.page.view.exercise.paused


def test_space_presses_the_button_that_has_the_focus(made: Callable[..., Calm]) -> None:
    calm = made()
    calm.press(KEY.Key_Return)
    calm.pass_by(6)
    calm.page.view.stop.setFocus()
    calm.press(KEY.Key_Space)
    assert calm.shown is calm.page.after


def test_what_is_chosen_by_keys_is_there_the_next_time(made: Callable[..., Calm]) -> None:
    calm = made()
    choosing = calm.page.choosing
    choosing.pattern_choice.setFocus()
    QTest.keyClick(choosing.pattern_choice, KEY.Key_Down)
    assert choosing.length_choice.isVisible()
    choosing.length_choice.setFocus()
    QTest.keyClick(choosing.length_choice, KEY.Key_Down)
    choosing.tone.setFocus()
    calm.press(KEY.Key_Space)
    now = calm.settings.now
    assert (now.calm_pattern, now.calm_length_s, now.calm_tone) == ("box", 120, True)
    again = made()
    assert again.page.choosing.pattern is BOX
    assert again.page.choosing.length_choice.currentText() == "2 minutes"


def test_a_pattern_that_is_gone_gives_way_to_three_breaths(made: Callable[..., Calm]) -> None:
    assert (
        made(calm_pattern="own-7", own_patterns={"own-7": {"title": "x"}}).page.choosing.pattern
        is THREE_BREATHS
    )


def test_begin_goes_by_what_was_chosen_or_is_named(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="box", calm_length_s=180)
    calm.page.begin()
    assert calm.page.view.exercise.course is not None
    assert (calm.page.view.exercise.course.pattern, calm.page.view.exercise.course.length_s) == (BOX, 180)
    calm.page.begin(7, "three-breaths")
    assert calm.page.view.exercise.course.pattern is THREE_BREATHS
    assert calm.settings.now.calm_pattern == "box"


def test_after_a_call_enter_leads_to_the_reflection_on_it(made: Callable[..., Calm], qtbot: QtBot) -> None:
    calm = made()
    calm.page.begin(4711)
    calm.pass_by(31)
    assert calm.page.after.reflect.isVisible()
    with qtbot.waitSignal(calm.page.reflect_asked) as asked:
        calm.press(KEY.Key_Return)
    assert asked.args == [4711]


def test_without_a_call_enter_goes_back_and_nothing_is_asked(made: Callable[..., Calm]) -> None:
    calm = made()
    calm.press(KEY.Key_Return)
    calm.pass_by(31)
    assert not calm.page.after.reflect.isVisible()
    calm.press(KEY.Key_Return)
    assert calm.shown is calm.page.choosing


def test_once_more_begins_the_same_again(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="sigh", calm_length_s=30)
    calm.press(KEY.Key_Return)
    calm.pass_by(31)
    calm.page.after.again.click()
    assert calm.page.view.exercise.course is not None
    assert calm.page.view.exercise.course.pattern is SIGH


def test_stop_ends_whatever_runs(made: Callable[..., Calm]) -> None:
    calm = made()
    calm.press(KEY.Key_Return)
    calm.page.stop()
    assert not calm.page.view.exercise.running
    assert calm.shown is calm.page.choosing


def test_it_tells_when_somebody_is_guided(made: Callable[..., Calm]) -> None:
    calm = made()
    told: list[bool] = []
    calm.page.breathing.connect(told.append)
    calm.press(KEY.Key_Return)
    calm.press(KEY.Key_Space)
    calm.press(KEY.Key_Space)
    calm.press(KEY.Key_Escape)
    assert told == [True, False, True, False]


# The thought beside it.


def test_t_shows_each_thought_in_its_turn(made: Callable[..., Calm]) -> None:
    calm = made()
    seen = []
    for _ in range(len(SHOWN) + 1):
        seen.append(calm.page.thought.technique.id)
        calm.press(KEY.Key_T)
    assert sorted(seen[:-1]) == sorted(SHOWN)
    assert seen[-1] == seen[0]


def test_the_judge_leads_to_three_breaths(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="box")
    while calm.page.thought.technique.id != "silence-judgement":
        assert not calm.page.thought.breathe.isVisible()
        calm.press(KEY.Key_T)
    calm.page.thought.breathe.setFocus()
    calm.press(KEY.Key_Return)
    assert calm.page.view.exercise.course is not None
    assert calm.page.view.exercise.course.pattern is THREE_BREATHS
    assert not calm.page.thought.breathe.isVisible()


# Own patterns.


def test_an_own_pattern_is_made_kept_changed_deleted_and_brought_back(made: Callable[..., Calm]) -> None:
    calm = made()
    page, own = calm.page, calm.page.own
    page.choosing.new.setFocus()
    calm.press(KEY.Key_Return)
    assert calm.shown is own
    assert QApplication.focusWidget() is own.title
    assert not own.keep.isEnabled()
    assert own.told.text() == "Give it a name."
    QTest.keyClicks(own.title, "Long no")
    assert own.told.text() == "One breath takes 10 seconds."
    own.add.click()
    own.steps[2].seconds.setValue(3.5)
    calm.press(KEY.Key_Escape)
    assert calm.settings.now.own_patterns == {}
    page.choosing.new.click()
    QTest.keyClicks(own.title, "Evening")
    own.steps[1].seconds.setFocus()
    QTest.keyClick(own.steps[1].seconds, KEY.Key_Up)
    own.title.setFocus()
    calm.press(KEY.Key_Return)
    kept = own_patterns(calm.settings.now.own_patterns)
    assert kept == {"own-1": Pattern("own-1", "Evening", (Phase(Act.IN, 4), Phase(Act.OUT, 6.5)))}
    assert page.choosing.pattern == kept["own-1"]
    page.choosing.change.click()
    own.add.click()
    own.keep.click()
    assert len(page.choosing.pattern.phases) == 3
    page.choosing.change.click()
    own.delete.click()
    assert calm.settings.now.own_patterns == {}
    assert page.choosing.pattern is THREE_BREATHS
    QTest.keySequence(page.windowHandle(), "Ctrl+Z")
    assert page.choosing.pattern.title == "Evening"


def test_a_deleted_pattern_never_takes_the_place_of_a_new_one(made: Callable[..., Calm]) -> None:
    calm = made()
    page, own = calm.page, calm.page.own
    for title in ("Evening", "Morning"):
        page.choosing.new.click()
        QTest.keyClicks(own.title, title)
        own.keep.click()
        if title == "Evening":
            page.choosing.change.click()
            own.delete.click()
    QTest.keySequence(page.windowHandle(), "Ctrl+Z")
    assert [each.title for each in own_patterns(calm.settings.now.own_patterns).values()] == ["Morning"]


def test_an_own_pattern_that_cannot_be_breathed_is_not_kept(made: Callable[..., Calm]) -> None:
    calm = made()
    own = calm.page.own
    calm.page.choosing.new.click()
    QTest.keyClicks(own.title, "In")
    own.steps[1].act.setCurrentIndex(0)
    assert own.told.text() == "It needs at least one breath in and one breath out."
    assert not own.keep.isEnabled()
    calm.press(KEY.Key_Return)
    assert calm.settings.now.own_patterns == {}


def test_a_form_has_two_to_six_steps(made: Callable[..., Calm]) -> None:
    own = made().page.own
    own.show_pattern(None)
    assert not own.steps[0].remove.isEnabled()
    while own.add.isEnabled():
        own.add.click()
    assert len(own.steps) == 6
    while own.steps[0].remove.isEnabled():
        own.steps[0].remove.click()
    assert len(own.steps) == 2


def test_a_letter_typed_into_a_name_is_no_key(made: Callable[..., Calm]) -> None:
    calm = made()
    thought = calm.page.thought.technique
    calm.page.choosing.new.click()
    QTest.keyClicks(calm.page.own.title, "Nine n")
    assert calm.page.own.title.text() == "Nine n"
    assert calm.page.thought.technique is thought


def test_damaged_own_patterns_are_passed_over(made: Callable[..., Calm]) -> None:
    held = {"own-1": {"title": 3}, "own-2": to_keep("Mine", THREE_BREATHS.phases), "own-x": None}
    choosing = made(own_patterns=held).page.choosing
    shown = [choosing.pattern_choice.itemText(n) for n in range(choosing.pattern_choice.count())]
    assert shown == [*(pattern.title for pattern in READY_MADE.values()), "Mine"]


# Without motion.


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_without_motion_nothing_changes_between_two_seconds(made: Callable[..., Calm]) -> None:
    calm = made(motion="reduced", calm_pattern="box")
    view = calm.page.view
    calm.press(KEY.Key_Return)
    assert view.steps.isVisible()
    assert not view.circle.isVisible()
    paints = Paints()
    view.steps.installEventFilter(paints)
    seen = []
    for _ in range(16):
        QApplication.processEvents()
        before = paints.count
        for _ in range(8):
            calm.pass_by(0.12)
            QApplication.processEvents()
        assert paints.count == before
        seen.append(view.steps.step)
        calm.pass_by(0.04)
    assert seen == [(place, second) for place in range(4) for second in range(4)]
    assert view.act.text() == "Breathe in"


def test_motion_chosen_while_one_breathes_holds_at_once(made: Callable[..., Calm]) -> None:
    calm = made(calm_pattern="box")
    view = calm.page.view
    calm.press(KEY.Key_Return)
    assert view.circle.isVisible()
    calm.settings.change(motion="reduced")
    calm.page.motion.ask()
    assert view.steps.isVisible()


# The tone.


class SilentTone:
    """Notes what would sound."""

    asked: ClassVar[list[str]] = []

    def begin(self) -> None:
        self.asked.append("begin")

    def play(self, name: str) -> None:
        self.asked.append(name)

    def end(self) -> None:
        self.asked.append("end")


@pytest.fixture
def sounded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(SilentTone, "asked", [])
    monkeypatch.setattr(breathing_view, "Tone", SilentTone)
    return SilentTone.asked


def test_no_tone_unless_it_was_asked_for(made: Callable[..., Calm], sounded: list[str]) -> None:
    calm = made(calm_pattern="box")
    calm.press(KEY.Key_Return)
    calm.pass_by(20)
    calm.press(KEY.Key_Escape)
    assert sounded == []


def test_the_tone_goes_with_the_breath(made: Callable[..., Calm], sounded: list[str]) -> None:
    calm = made(calm_pattern="box", calm_tone=True)
    calm.press(KEY.Key_Return)
    calm.pass_by(13)
    calm.press(KEY.Key_Escape)
    assert sounded == ["begin", "in", "hold", "out", "hold", "end"]


# The journal.


def of_calm(what: str) -> bool:
    """Whether a change is one of breathing, and not of what else goes on in a journal."""
    return what == "calm"


def test_each_time_of_breathing_is_kept_but_a_look_is_not(opened: Window, qtbot: QtBot) -> None:
    page = opened.calm
    opened.go_to("calm")
    for done_s in (3.0, 12.0):
        page.begin(None, "box")
        page.view.exercise._zero -= done_s
        if done_s > 5:
            with qtbot.waitSignal(opened.diary.changed, timeout=PATIENCE_MS, check_params_cb=of_calm):
                page.view.exercise.end()
        else:
            page.view.exercise.end()
    kept = opened.journal.journal.read(lambda db: calm.recent(db, 10)).result()  # type: ignore[union-attr]
    assert [(each.pattern, each.planned_s, each.call_id) for each in kept] == [(BOX.title, 60.0, None)]
    assert kept[0].done_s == pytest.approx(12.0, abs=1)


def test_a_call_that_is_gone_does_not_lose_the_breathing(opened: Window, qtbot: QtBot) -> None:
    opened.calm.begin(12345, "box")
    opened.calm.view.exercise._zero -= 20
    with qtbot.waitSignal(opened.diary.changed, timeout=PATIENCE_MS, check_params_cb=of_calm):
        opened.calm.view.exercise.end()
    kept = opened.journal.journal.read(lambda db: calm.recent(db, 10)).result()  # type: ignore[union-attr]
    assert [each.call_id for each in kept] == [None]


# What it looks like.


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("motion", ["full", "reduced"])
def test_every_state_fits_and_every_control_has_a_name(
    made: Callable[..., Calm], qtbot: QtBot, scale: float, motion: str
) -> None:
    theme.current().scale(scale)
    calm = made(motion=motion, calm_pattern="box")
    page = calm.page
    for width, height in ((900, 640), (400, 340)):
        page.resize(width, height)

        def look() -> None:
            qtbot.waitUntil(lambda: list(flaws(page)) == [])
            assert list(unnamed(page)) == []

        look()
        calm.press(KEY.Key_Return)
        for _ in range(4):
            look()
            calm.pass_by(4)
        calm.clock.sleep(page.view.exercise, 100)
        look()
        calm.press(KEY.Key_Escape)
        look()
        calm.press(KEY.Key_Escape)
        page.choosing.new.click()
        look()
        calm.press(KEY.Key_Escape)
