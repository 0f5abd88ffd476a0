"""An exercise goes by its clock alone: paused, asleep, late or early, it is where the clock says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.domain.breathing import BOX, THREE_BREATHS, Course
from app.ui.calm.exercise import AWAY_S, Exercise
from app.ui.pieces import clock
from tests.ui.calm_clock import StillClock


class Watched:
    """An exercise on a clock of its own, and what it tells."""

    def __init__(self, course: Course | None = None) -> None:
        self.clock = StillClock()
        self.exercise = Exercise(now=self.clock)
        self.over: list[tuple[float, bool]] = []
        self.moments: list[object] = []
        self.exercise.over.connect(lambda done, whole: self.over.append((done, whole)))
        self.exercise.moved.connect(self.moments.append)
        if course is not None:
            self.exercise.begin(course)


@given(st.lists(st.floats(0.001, AWAY_S), max_size=60))
def test_it_is_where_the_clock_is_however_it_is_looked_at(steps: list[float]) -> None:
    watched = Watched(Course(BOX, 300))
    for step in steps:
        watched.clock.t += step
        watched.exercise.look()
    assert watched.exercise.done_s == pytest.approx(sum(steps), abs=1e-6)
    assert watched.moments[-1] == watched.exercise.course.at(watched.exercise.done_s)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("course", "length_s"), [(Course(BOX, 300), 300.0), (Course(THREE_BREATHS, 300), 30.0)]
)
def test_it_ends_by_itself(qapp: object, course: Course, length_s: float) -> None:
    watched = Watched(course)
    watched.clock.go_on(watched.exercise, length_s - 0.02)
    assert watched.over == []
    watched.clock.go_on(watched.exercise, 0.02)
    assert watched.over == [(length_s, True)]
    assert not watched.exercise.running


def test_a_pause_takes_nothing_and_costs_nothing(qapp: object) -> None:
    watched = Watched(Course(BOX, 30))
    watched.clock.go_on(watched.exercise, 10)
    watched.exercise.pause_or_go_on()
    assert watched.exercise.paused
    watched.clock.go_on(watched.exercise, 500)
    assert watched.exercise.done_s == pytest.approx(10)
    watched.exercise.pause_or_go_on()
    watched.clock.go_on(watched.exercise, 19.9)
    assert watched.over == []
    watched.clock.go_on(watched.exercise, 0.2)
    assert watched.over == [(30.0, True)]


def test_after_the_computer_slept_it_is_paused_where_it_was(qapp: object) -> None:
    watched = Watched(Course(BOX, 300))
    watched.clock.go_on(watched.exercise, 42)
    watched.clock.sleep(watched.exercise, 3600)
    assert watched.exercise.paused
    assert watched.exercise.slept
    assert watched.exercise.done_s == pytest.approx(42)
    watched.exercise.pause_or_go_on()
    assert not watched.exercise.slept
    watched.clock.go_on(watched.exercise, 257.9)
    assert watched.over == []
    watched.clock.go_on(watched.exercise, 0.2)
    assert watched.over == [(300.0, True)]


def test_sleep_past_the_end_ends_nothing(qapp: object) -> None:
    watched = Watched(Course(BOX, 30))
    watched.clock.go_on(watched.exercise, 29)
    watched.clock.sleep(watched.exercise, 60)
    assert watched.over == []
    watched.exercise.end()
    assert watched.over == [(pytest.approx(29), False)]


def test_sleep_while_it_is_paused_changes_nothing(qapp: object) -> None:
    watched = Watched(Course(BOX, 30))
    watched.clock.go_on(watched.exercise, 4)
    watched.exercise.pause_or_go_on()
    watched.clock.sleep(watched.exercise, 3600)
    assert not watched.exercise.slept
    assert watched.exercise.done_s == pytest.approx(4)


def test_a_pause_pressed_after_sleep_leaves_it_paused(qapp: object) -> None:
    watched = Watched(Course(BOX, 30))
    watched.clock.go_on(watched.exercise, 4)
    watched.clock.t += 100
    watched.exercise.pause_or_go_on()
    assert watched.exercise.paused
    assert watched.exercise.slept


def test_a_new_one_ends_the_one_before(qapp: object) -> None:
    watched = Watched(Course(BOX, 30))
    watched.clock.go_on(watched.exercise, 7)
    watched.exercise.begin(Course(THREE_BREATHS, 30))
    assert watched.over == [(pytest.approx(7), False)]
    assert watched.exercise.done_s == 0


def test_without_one_every_verb_does_nothing(qapp: object) -> None:
    watched = Watched()
    for verb in (watched.exercise.look, watched.exercise.pause_or_go_on, watched.exercise.end):
        verb()
    assert watched.over == []
    assert watched.moments == []


def test_it_moves_by_itself_on_the_real_clock(qtbot: QtBot) -> None:
    exercise = Exercise()
    moments: list[object] = []
    exercise.moved.connect(moments.append)
    exercise.begin(Course(BOX, 30))
    qtbot.waitUntil(lambda: len(moments) > 5)
    exercise.end()


def test_the_clock_never_goes_back() -> None:
    seen = [clock.now() for _ in range(1000)]
    assert seen == sorted(seen)
    assert len(set(seen)) > 500  # and is far finer than a picture


def test_on_linux_the_clock_counts_sleep() -> None:
    uptime = Path("/proc/uptime")
    if uptime.exists():  # counts sleep, too
        assert clock.now() == pytest.approx(float(uptime.read_text().split()[0]), abs=5)
