from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.content import load_coaching
from app.domain.cue_rules import CueRule, Measured, NotSaid, Run, Said, Trigger
from app.domain.days import monday
from app.domain.focus import (
    ENOUGH,
    OFTEN,
    STARTING_POINTS,
    Focus,
    Heard,
    Seen,
    chosen,
    needs,
    suggested,
    together,
)
from app.domain.timeline import Speaker

WEEK = date(2026, 11, 16)
WHOLE, OWN, NOTHING = Heard(True, True), Heard(False, True), Heard(False, False)
SAID = Said(Speaker.AGENT, ("refusals",))


def a_rule(technique: str, trigger: Trigger = SAID, kind: str = "nudge") -> CueRule:
    return CueRule(technique, kind, "Say less", trigger)


RULES = (
    a_rule("listen-fully", Measured(over={"talk_ratio": 0.5})),
    a_rule("explain-enough", Measured(over={"monologue_s": 45})),
    a_rule("no-because"),
    a_rule("paraphrase", kind="praise"),
)


def weeks(*seen: Seen) -> Mapping[date, Seen]:
    """Give so many weeks before WEEK, the last the one just before it."""
    return {WEEK - timedelta(weeks=len(seen) - place): each for place, each in enumerate(seen)}


def calls(number: int, used: Mapping[str, int] | None = None, **nudged: int) -> Seen:
    named = {name.replace("_", "-"): count for name, count in nudged.items()}
    return Seen({WHOLE: number}, named, used or {})


@pytest.mark.parametrize(
    ("trigger", "needed"),
    [
        (Measured(over={"monologue_s": 45}), NOTHING),
        (Measured(over={"loudness_db": 6}), NOTHING),
        (Measured(over={"pace_change": 0.25}), OWN),
        (Measured(over={"monologue_s": 20}, under={"talk_ratio": 0.9}), Heard(True, False)),
        (SAID, OWN),
        (NotSaid(Speaker.AGENT, ("thanks",), None), OWN),
        (Run(("closed",), ("open",)), OWN),
        (Said(Speaker.CUSTOMER, ("manager",)), WHOLE),
        (Said(Speaker.AGENT, ("process",), after=("when",)), WHOLE),
    ],
)
def test_what_a_hint_needs_to_be_heard_for_it_to_come(trigger: Trigger, needed: Heard) -> None:
    assert needs([a_rule("any", trigger)]) == {"any": needed}


def test_a_technique_needs_the_least_that_one_of_its_nudges_needs() -> None:
    rules = [a_rule("any", Measured(over={"talk_ratio": 1})), a_rule("any"), a_rule("other", kind="praise")]
    assert needs(rules) == {"any": NOTHING}


@pytest.mark.parametrize(
    ("seen", "recent", "focus"),
    [
        # what came in most calls, each counted once
        (calls(12, listen_fully=7, no_because=3), (), Focus("listen-fully", 7, 12, 12)),
        # one call more is enough, whatever was the focus before
        (
            calls(12, listen_fully=4, no_because=3),
            ("listen-fully",),
            Focus("listen-fully", 4, 12, 12, 0, True),
        ),
        # of equals, not the one that was the focus before
        (calls(12, listen_fully=4, no_because=4), ("listen-fully",), Focus("no-because", 4, 12, 12)),
        # of equals, the one that fewer reflections name
        (
            calls(10, {"explain-enough": 3}, explain_enough=4, no_because=4),
            (),
            Focus("no-because", 4, 10, 10),
        ),
        # once is no habit, and neither is what is rare
        (calls(ENOUGH, listen_fully=1), (), None),
        (calls(30, listen_fully=5), (), None),
        (calls(ENOUGH - 1, listen_fully=4), (), None),
        # praise asks for nothing, and a technique whose hints are off can't be chosen
        (calls(10, paraphrase=9, stay_calm=9), (), None),
        # calls in which the sides could not be told apart say nothing of who cuts in
        (
            Seen({WHOLE: 4, OWN: 6}, {"listen-fully": 3, "no-because": 5}),
            (),
            Focus("listen-fully", 3, 4, 10),
        ),
    ],
)
def test_the_choice(seen: Seen, recent: tuple[str, ...], focus: Focus | None) -> None:
    assert chosen(seen, RULES, recent) == focus


def test_the_focus_rests_on_the_two_weeks_before_and_stays_all_week() -> None:
    before = weeks(calls(6, no_because=3), calls(6, no_because=2, listen_fully=1))
    expected = Focus("no-because", 5, 12, 12, again=True)
    assert suggested(before, WEEK, RULES, {}) == expected
    assert suggested({**before, WEEK: calls(40, listen_fully=40)}, WEEK, RULES, {}) == expected


def test_a_newcomer_gets_a_focus_within_the_first_week() -> None:
    first = suggested({WEEK: calls(ENOUGH - 1, no_because=4)}, WEEK, RULES, {})
    assert (first.technique in STARTING_POINTS, first.nudged) == (True, 0)
    assert suggested({WEEK: calls(ENOUGH, no_because=4)}, WEEK, RULES, {}).technique == "no-because"


def test_a_starting_point_tells_how_many_calls_could_be_heard_whole() -> None:
    seen = Seen({WHOLE: 1, OWN: 9}, {"no-because": 1})
    found = suggested(weeks(seen), WEEK, RULES, {})
    assert (found.nudged, found.calls, found.total) == (0, 1, 10)


def test_starting_points_take_turns() -> None:
    found = [suggested({}, WEEK + timedelta(weeks=n), (), {}).technique for n in range(len(STARTING_POINTS))]
    assert sorted(found) == sorted(STARTING_POINTS)


def test_what_the_user_chose_counts_as_a_focus_before() -> None:
    before = weeks(calls(6), calls(12, listen_fully=6, no_because=6))
    assert suggested(before, WEEK, RULES, {}).technique == "listen-fully"
    own = {WEEK - timedelta(weeks=1): "listen-fully"}
    assert suggested(before, WEEK, RULES, own).technique == "no-because"


def test_weeks_begin_on_monday() -> None:
    assert {monday(WEEK + timedelta(days=day)) for day in range(7)} == {WEEK}


def test_every_starting_point_is_a_technique() -> None:
    assert set(STARTING_POINTS) <= set(load_coaching(paths.resources_folder() / "content").techniques)


techniques = st.sampled_from([rule.technique for rule in RULES])
some_calls = st.dictionaries(st.builds(Heard, st.booleans(), st.booleans()), st.integers(0, 30))


@st.composite
def some_weeks(draw: st.DrawFn) -> Seen:
    """Give a week in which a hint came only in calls in which it could."""
    heard, named, needed = draw(some_calls), {}, needs(RULES)
    for technique in draw(st.sets(techniques)):
        able = Seen(heard).heard_with(needed.get(technique, NOTHING))
        named[technique] = draw(st.integers(0, able))
    return Seen(heard, named, draw(st.dictionaries(techniques, st.integers(1, 5))))


@given(some_weeks(), st.sets(techniques))
def test_a_choice_is_often_asked_for_and_a_recent_one_more_than_any_other(
    seen: Seen, recent: set[str]
) -> None:
    focus = chosen(seen, RULES, recent)
    shares = {
        technique: seen.nudged.get(technique, 0) / max(1, seen.heard_with(needed))
        for technique, needed in needs(RULES).items()
        if seen.nudged.get(technique, 0) >= 2
    }
    if focus is None:
        assert seen.total < ENOUGH or not [share for share in shares.values() if share >= OFTEN]
        return
    assert 2 <= focus.nudged <= focus.calls <= focus.total == seen.total
    others = [share for technique, share in shares.items() if technique != focus.technique]
    assert shares[focus.technique] >= max([OFTEN, *others])
    assert focus.again == (focus.technique in recent)
    if focus.again and others:
        fresh = [share for technique, share in shares.items() if technique not in recent]
        assert all(share < shares[focus.technique] for share in fresh)


@given(st.lists(some_weeks(), max_size=6), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_there_is_always_a_focus(seen: list[Seen], day: date) -> None:
    week = monday(day)
    known = {week - timedelta(weeks=place): each for place, each in enumerate(seen)}
    focus = suggested(known, week, RULES, {})
    assert focus.technique in {*needs(RULES), *STARTING_POINTS}
    assert focus.total <= together(seen).total
