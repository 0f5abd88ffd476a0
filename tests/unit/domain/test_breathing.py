"""Breathing exercises: the circle never jumps, whole breaths only, and the end is where it was promised."""

import json
from itertools import pairwise
from math import isclose, pi
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.breathing import (
    BOX,
    FOUR_SEVEN_EIGHT,
    LENGTHS_S,
    LONGEST_TITLE,
    READY_MADE,
    SIGH,
    THREE_BREATHS,
    Act,
    Course,
    Pattern,
    Phase,
    eased,
    fault,
    own_patterns,
    to_keep,
)

any_phases = (
    st.lists(
        st.builds(Phase, st.sampled_from(Act), st.integers(5, 200).map(lambda n: n / 10)),
        min_size=1,
        max_size=6,
    )
    .map(tuple)
    .filter(lambda phases: not fault("any", phases))
)
any_patterns = st.builds(Pattern, st.just("own-1"), st.just("any"), any_phases, st.none() | st.integers(1, 5))
any_courses = st.builds(
    Course, any_patterns | st.sampled_from(list(READY_MADE.values())), st.integers(30, 300)
)
any_times = st.floats(-10, 400)


@pytest.mark.parametrize(
    ("pattern", "shape"),
    [
        (THREE_BREATHS, "in 4 out 6"),
        (BOX, "in 4 hold 4 out 4 hold 4"),
        (FOUR_SEVEN_EIGHT, "in 4 hold 7 out 8"),
        (SIGH, "in 3 in 1 out 6"),
    ],
)
def test_the_ready_made_patterns(pattern: Pattern, shape: str) -> None:
    assert " ".join(f"{phase.act} {phase.seconds:g}" for phase in pattern.phases) == shape
    assert not fault(pattern.title, pattern.phases)
    assert READY_MADE[pattern.id] is pattern


@pytest.mark.parametrize(
    ("t", "place", "count", "size", "breath"),
    [
        (0, 0, 4, 0.0, 1),
        (2, 0, 2, 0.5, 1),
        (3.5, 0, 1, eased(3.5 / 4), 1),
        (4, 1, 4, 1.0, 1),
        (8, 2, 4, 1.0, 1),
        (10, 2, 2, 0.5, 1),
        (12, 3, 4, 0.0, 1),
        (15.9, 3, 1, 0.0, 1),
        (16, 0, 4, 0.0, 2),
        (288, None, 12, 0.0, 18),
        (300, None, 1, 0.0, 18),
        (1e9, None, 1, 0.0, 18),
        (-1, 0, 4, 0.0, 1),
    ],
)
def test_where_box_breathing_is(t: float, place: int | None, count: int, size: float, breath: int) -> None:
    moment = Course(BOX, 300).at(t)
    assert (moment.place, moment.count, moment.breath) == (place, count, breath)
    assert isclose(moment.size, size, abs_tol=1e-9)


def test_a_sigh_rises_twice_and_falls_once() -> None:
    assert SIGH.levels == ((0.0, 0.75), (0.75, 1.0), (1.0, 0.0))


def test_a_pattern_may_begin_anywhere_in_the_breath() -> None:
    pattern = Pattern("x", "x", (Phase(Act.HOLD, 1), Phase(Act.IN, 2), Phase(Act.OUT, 4), Phase(Act.IN, 2)))
    assert pattern.levels == ((0.5, 0.5), (0.5, 1.0), (1.0, 0.0), (0.0, 0.5))


def test_three_breaths_end_after_three_whatever_length_is_chosen() -> None:
    assert {Course(THREE_BREATHS, length).length_s for length in LENGTHS_S} == {30.0}


@given(any_courses)
def test_every_breath_is_whole_and_the_end_is_where_it_was_promised(course: Course) -> None:
    guided = course.breaths * course.pattern.cycle_s
    assert guided <= course.length_s + 1e-9
    if course.pattern.breaths is None:
        assert course.length_s == max(course.asked_s, course.pattern.cycle_s)
        assert course.length_s - guided < course.pattern.cycle_s
    assert course.at(guided - 1e-6).place == len(course.pattern.phases) - 1
    assert course.at(guided + 1e-9).place is None


@given(any_patterns)
def test_what_goes_in_goes_out(pattern: Pattern) -> None:
    assert all(
        isclose(before[1], after[0]) for before, after in pairwise((*pattern.levels, pattern.levels[0]))
    )
    assert {level for pair in pattern.levels for level in pair} >= {0.0, 1.0}
    for phase, (start, end) in zip(pattern.phases, pattern.levels, strict=True):
        assert (end > start, end < start) == (phase.act is Act.IN, phase.act is Act.OUT)


@given(any_courses, any_times, st.floats(0, 0.05))
def test_the_circle_never_jumps(course: Course, t: float, later: float) -> None:
    # No eased movement is faster than pi/2 times an even one, and no phase is shorter than half a second.
    assert abs(course.at(t + later).size - course.at(t).size) <= later / 0.5 * pi / 2 + 1e-6


@given(any_courses, any_times)
def test_whatever_the_clock_says_there_is_a_moment(course: Course, t: float) -> None:
    moment = course.at(t)
    assert 0 <= moment.size <= 1
    assert 0 <= moment.part <= 1
    assert 0 <= moment.left_s <= course.length_s
    assert 1 <= moment.breath <= course.breaths
    assert moment.place is None or moment.place in range(len(course.pattern.phases))


@given(any_courses, st.floats(0, 300))
def test_what_comes_next_is_what_comes(course: Course, t: float) -> None:
    moment = course.at(t)
    if moment.place is not None and t + moment.left_s < course.length_s - 0.01:
        assert course.at(t + moment.left_s + 1e-6).place == course.next_place(moment)


@given(st.floats(0, 1))
def test_movement_begins_and_ends_at_rest(part: float) -> None:
    assert isclose(eased(part) + eased(1 - part), 1.0)
    assert eased(0.001) < 0.00001
    assert (eased(0), eased(1)) == (0, 1)


IN, OUT = Phase(Act.IN, 4), Phase(Act.OUT, 4)


@pytest.mark.parametrize(
    ("title", "phases", "said"),
    [
        ("Mine", [IN, OUT], ""),
        ("Mine", [Phase(Act.IN, 0.5), Phase(Act.OUT, 1.5)], ""),
        ("Mine", [Phase(Act.IN, 20), Phase(Act.HOLD, 20), Phase(Act.OUT, 20)], ""),
        ("  ", [IN, OUT], "Give it a name."),
        ("x" * (LONGEST_TITLE + 1), [IN, OUT], "Its name is too long: 40 letters are the most."),
        ("Mine", [IN, OUT] * 4, "6 steps are the most."),
        ("Mine", [IN, IN], "It needs at least one breath in and one breath out."),
        ("Mine", [], "It needs at least one breath in and one breath out."),
        ("Mine", [IN, Phase(Act.OUT, 0.4)], "Each step takes between 0.5 and 20 seconds."),
        ("Mine", [IN, Phase(Act.OUT, 20.5)], "Each step takes between 0.5 and 20 seconds."),
        ("Mine", [IN, Phase(Act.OUT, float("nan"))], "Each step takes between 0.5 and 20 seconds."),
        (
            "Mine",
            [Phase(Act.IN, 0.5), Phase(Act.OUT, 1)],
            "One breath takes 1.5 seconds; it may take 2 to 60.",
        ),
        (
            "Mine",
            [Phase(Act.IN, 20), Phase(Act.OUT, 20)] * 2,
            "One breath takes 80 seconds; it may take 2 to 60.",
        ),
    ],
)
def test_what_an_own_pattern_lacks_is_said(title: str, phases: list[Phase], said: str) -> None:
    assert fault(title, phases) == said


@given(any_phases)
def test_own_patterns_come_back_from_the_settings(phases: tuple[Phase, ...]) -> None:
    held = json.loads(json.dumps({"own-1": to_keep(" Mine ", phases)}))
    assert own_patterns(held) == {"own-1": Pattern("own-1", "Mine", phases)}


WHOLE = {"title": "Mine", "phases": [["in", 4], ["out", 6.5]]}


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        17,
        "in 4 out 4",
        [],
        {},
        {"title": "Mine"},
        {**WHOLE, "title": None},
        {**WHOLE, "title": ""},
        {**WHOLE, "phases": None},
        {**WHOLE, "phases": {"in": 4}},
        {**WHOLE, "phases": [["in", 4]]},
        {**WHOLE, "phases": [["in", 4], ["out"]]},
        {**WHOLE, "phases": [["in", 4], ["out", "6"]]},
        {**WHOLE, "phases": [["in", True], ["out", 6]]},
        {**WHOLE, "phases": [["in", 10**400], ["out", 6]]},
        {**WHOLE, "phases": [["in", float("inf")], ["out", 6]]},
        {**WHOLE, "phases": [["in", float("nan")], ["out", 6]]},
        {**WHOLE, "phases": [["sigh", 4], ["out", 6]]},
        {**WHOLE, "phases": [[["in"], 4], ["out", 6]]},
        {**WHOLE, "phases": [["in", 4], ["out", 6]] * 100},
    ],
)
def test_what_is_damaged_is_left_out_and_the_rest_stays(damaged: Any) -> None:
    assert set(own_patterns({"own-1": damaged, "own-2": WHOLE, "box": WHOLE})) == {"own-2"}


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["in", "out"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "phases"]), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=5), anything))
def test_nothing_in_the_settings_can_do_harm(held: dict[str, Any]) -> None:
    for pattern in own_patterns(held).values():
        assert not fault(pattern.title, pattern.phases)
