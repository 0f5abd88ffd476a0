"""One hint at a time, seldom, never nagging: whatever comes, and however long the call lasts."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cue_pacing import Pacing
from app.domain.cue_rules import CueRule, Moment, NotSaid, Said
from app.domain.cue_watch import Due
from app.domain.cues import Coach
from app.domain.timeline import Cue, Speaker, Utterance, samples
from tests.unit.domain.cue_scenario import book, coaching, play

SAID = Said(Speaker.AGENT, ("x",))


def rule(technique: str, kind: str = "nudge", once: bool = False) -> CueRule:
    return CueRule(technique, kind, technique, SAID, once=once)


def shown(rules: list[CueRule], feed: list[tuple[float, dict[int, bool]]]) -> list[tuple[float, int]]:
    """Give (seconds, rule) shown, for a feed of seconds and the rules due then, each True if worse."""
    pacing = Pacing(rules)
    found = []
    for t, due in feed:
        chosen = pacing.choose(samples(t), {i: Due(samples(t), "", worse=worse) for i, worse in due.items()})
        if chosen is not None:
            found.append((t, chosen))
    return found


A, B, PRAISE, ONCE = rule("a"), rule("b"), rule("p", "praise"), rule("o", once=True)


@pytest.mark.parametrize(
    ("rules", "feed", "expected"),
    [
        ([A, B], [(0, {0: False, 1: False})], [(0, 0)]),
        ([PRAISE, A], [(0, {0: False, 1: False})], [(0, 1)]),
        ([PRAISE, rule("x", "offer")], [(0, {0: False, 1: False})], [(0, 1)]),
        ([A, B], [(0, {0: False}), (19.9, {1: False}), (20, {1: False})], [(0, 0), (20, 1)]),
        ([A], [(0, {0: False}), (89.9, {0: False}), (90, {0: False})], [(0, 0), (90, 0)]),
        ([A], [(t, {0: False}) for t in (0, 90, 180, 900)], [(0, 0), (90, 0)]),
        ([ONCE], [(t, {0: False}) for t in (0, 90, 180)], [(0, 0)]),
        ([A, A], [(0, {0: False}), (30, {1: False}), (90, {1: False})], [(0, 0), (90, 1)]),
        ([A], [(0, {0: False}), (19, {0: True}), (30, {0: True}), (60, {0: True})], [(0, 0), (30, 0)]),
        ([A, B], [(0, {0: False}), (90, {0: False, 1: False})], [(0, 0), (90, 1)]),
    ],
)
def test_when_a_cue_may_be_shown(rules, feed, expected):
    assert shown(rules, feed) == expected


TEXTS = st.sampled_from(
    [
        "You should have read it, that's not my department.",
        "We can't do that.",
        "Calm down please.",
        "Let me make sure I have this.",
        "I'll call you by tomorrow.",
        "Is it the red one?",
        "What happened next?",
        "But they never told you.",
        "Get me your supervisor, when will it be fixed?",
        "This is ridiculous.",
        "Unless you send the form, it is in our process.",
    ]
)
WORDS = st.tuples(st.sampled_from(Speaker), st.integers(0, 12), TEXTS)
LEVELS = st.dictionaries(
    st.sampled_from(
        ["both_silent_s", "monologue_s", "listener_quiet_s", "loudness_db", "tug_of_war", "over_band"]
    ),
    st.floats(0, 100) | st.none(),
)
CALLS = st.lists(st.tuples(st.integers(1, 40), WORDS, LEVELS), max_size=60)


def played(call: list, heated: bool | None = None) -> list[Cue]:
    coach, t, cues = Coach(coaching(), "complaint"), 0, []
    for step, (speaker, length, text), levels in call:
        start, t = t, t + samples(step)
        coach.heard(book("complaint").heard(Utterance(speaker, start, min(t, start + samples(length)), text)))
        for quarter in range(8):
            cues += coach.moment(Moment(t + quarter * 4000, levels, heated))
        t += samples(2)
    return cues + coach.end(t)


@settings(max_examples=60, deadline=None)
@given(CALLS)
def test_hints_are_never_closer_than_promised(call):
    cues = [cue for cue in played(call) if cue.id != "confirm"]
    assert all(b.t - a.t >= samples(20) for a, b in pairwise(cues))
    for name in {cue.id for cue in cues} - {"keep-updated"}:
        times = [cue.t for cue in cues if cue.id == name]
        assert all(b - a >= samples(90) for a, b in pairwise(times))


@settings(max_examples=30, deadline=None)
@given(CALLS)
def test_the_same_call_gives_the_same_hints(call):
    assert played(call) == played(call)


@settings(max_examples=60, deadline=None)
@given(CALLS)
def test_no_hint_comes_more_than_twice_unless_it_gets_worse(call):
    cues = played(call)
    for text in {cue.text for cue in cues if cue.id != "keep-updated"}:
        assert sum(cue.text == text for cue in cues) <= 2


def state_size(coach: Coach) -> int:
    return len(pickle.dumps([coach._watches, coach._turns, coach._known, coach._pending, coach._pacing]))


def test_the_coach_is_no_bigger_after_eight_hours():
    coach, sizes = Coach(coaching(), "complaint"), []
    words = book("complaint")
    lines = [
        "We can't do that, it's policy.",
        "This is ridiculous, I want a refund.",
        "Is it red?",
        "You never called.",
    ]
    heard = [(Speaker.AGENT if i % 2 == 0 else Speaker.CUSTOMER, line) for i, line in enumerate(lines)]
    found = [words.find(speaker, line) for speaker, line in heard]
    for turn in range(8 * 360):  # a turn each ten seconds, moments thinned out
        speaker, line = heard[turn % 4]
        utterance = Utterance(speaker, samples(turn * 10), samples(turn * 10 + 4), line)
        coach.heard(type(words.heard(utterance))(utterance, found[turn % 4]))
        coach.moment(Moment(samples(turn * 10 + 8), {"monologue_s": 5.0, "over_band": 0.2}, True))
        if turn in (360, 8 * 360 - 1):
            sizes.append(state_size(coach))
    assert sizes[1] <= sizes[0] * 1.02


def test_a_nudge_on_words_waits_for_its_turn_and_praise_does_not():
    cues = play("1 a: Good morning, how can I help?\n6 a: You need to calm down now.", seconds=30)
    assert [(cue.id, cue.t // samples(1)) for cue in cues][:2] == [("quick-impression", 3), ("respect", 23)]
    cues = play("1 a: You need to calm down now.\n6 a: That must be frustrating.", seconds=60)
    assert "label-feeling" not in [cue.id for cue in cues]


def test_only_cues_for_the_summary_ignore_the_pacing():
    cues = play("1 a: You need to calm down now.", seconds=5)
    assert [cue.id for cue in cues] == ["respect", "confirm"]
    exempt = [r for r in coaching().rules if isinstance(r.trigger, NotSaid) and r.trigger.by_s is None]
    assert [r.technique for r in exempt] == ["confirm"]
