import re
from pathlib import Path

import pytest
from hypothesis import given

from app.domain.overlaps import INTERRUPTIONS
from app.domain.talk import TalkFold
from app.domain.timeline import Overlap, Speaker, samples, seconds
from tests.unit.domain.overlap_table import labelled
from tests.unit.domain.timelines import (
    AGENT,
    CUSTOMER,
    activities,
    any_call,
    call,
    conversations,
    every,
    fold,
    swapped,
)
from tests.voiced import truth
from tests.voiced.calls import Timeline

DATA = Path(__file__).parents[2] / "data"
CALLS = [*sorted((DATA / "calls").glob("*.json")), DATA / "sample_call" / "timeline.json"]

IGNORED = None
SAME_START = "simultaneous_start"
LISTENER = "backchannel"
EARLY = "early_response"
SUCCESS = "interruption_success"
FAILED = "interruption_failed"
COMPETITIVE = "competitive_overlap"
COOPERATIVE = "cooperative_overlap"

# What the customer (B) speaks into the agent's speech (A), row by row of the table: just under each
# threshold, on it and just over it.
TABLE = {
    "0: the overlap lasts 0.12 s, where A ends first": [
        ("agent 0-5 / customer 4.90-7", IGNORED),
        ("agent 0-5 / customer 4.88-7", EARLY),
        ("agent 0-5 / customer 4.86-7", EARLY),
    ],
    "0: the overlap lasts 0.12 s, where both end": [
        ("agent 0-5 / customer 4.90-5", IGNORED),
        ("agent 0-5 / customer 4.88-5", LISTENER),
        ("agent 0-5 / customer 4.86-5", LISTENER),
    ],
    "0: before all other rows": [
        ("agent 0-0.20 / customer 0.10-4", IGNORED),
        ("agent 0-0.20 / customer 0.08-4", SAME_START),
    ],
    "1: B begins 0.30 s after A": [
        ("agent 2-7 / customer 2.28-2.90", SAME_START),
        ("agent 2-7 / customer 2.30-2.90", LISTENER),
        ("agent 2-7 / customer 2.32-2.90", LISTENER),
    ],
    "1: before the interruptions": [
        ("agent 2-4 / customer 2.28-8", SAME_START),
        ("agent 2-4 / customer 2.30-8", SUCCESS),
        ("agent 2-4 / customer 2.32-8", SUCCESS),
    ],
    "2: B lasts 1.0 s": [
        ("agent 0-9 / customer 4-4.98", LISTENER),
        ("agent 0-9 / customer 4-5.00", LISTENER),
        ("agent 0-9 / customer 4-5.02", FAILED),
    ],
    "2: B was silent the second before": [
        ("customer 0-2 / agent 2.5-9 / customer 2.98-3.60", COOPERATIVE),
        ("customer 0-2 / agent 2.5-9 / customer 3.00-3.60", LISTENER),
        ("customer 0-2 / agent 2.5-9 / customer 3.02-3.60", LISTENER),
    ],
    "2: B is silent the second after": [
        ("agent 0-5 / customer 4-4.60 / customer 5.58-8", COOPERATIVE),
        ("agent 0-5 / customer 4-4.60 / customer 5.60-8", LISTENER),
        ("agent 0-5 / customer 4-4.60 / customer 5.62-8", LISTENER),
    ],
    "2: A speaks at B's end": [
        ("agent 0-4.58 / customer 4-4.60", COOPERATIVE),
        ("agent 0-4.60 / customer 4-4.60", LISTENER),
        ("agent 0-4.62 / customer 4-4.60", LISTENER),
    ],
    "2: or within the second after it": [
        ("agent 0-4.20 / customer 4-4.60 / agent 5.58-8", LISTENER),
        ("agent 0-4.20 / customer 4-4.60 / agent 5.60-8", LISTENER),
        ("agent 0-4.20 / customer 4-4.60 / agent 5.62-8", COOPERATIVE),
    ],
    "3: B begins 0.5 s before A's end": [
        ("agent 0-5 / customer 4.52-8", EARLY),
        ("agent 0-5 / customer 4.50-8", EARLY),
        ("agent 0-5 / customer 4.48-8", SUCCESS),
    ],
    "3: and goes on for 1.0 s": [
        ("agent 0-5 / customer 4.60-5.98", COOPERATIVE),
        ("agent 0-5 / customer 4.60-6.00", EARLY),
        ("agent 0-5 / customer 4.60-6.02", EARLY),
    ],
    "3: even when A speaks again at once": [
        ("agent 0-5 / customer 4.60-7 / agent 5.40-9", EARLY),
    ],
    "4: the overlap lasts 0.5 s": [
        ("agent 0-4.48 / customer 4-8", EARLY),
        ("agent 0-4.50 / customer 4-8", EARLY),
        ("agent 0-4.52 / customer 4-8", SUCCESS),
    ],
    "4: B goes on for 1.0 s": [
        ("agent 0-5 / customer 4-5.98", COOPERATIVE),
        ("agent 0-5 / customer 4-6.00", SUCCESS),
        ("agent 0-5 / customer 4-6.02", SUCCESS),
    ],
    "4: and A is silent for that second": [
        ("agent 0-5 / customer 4-8 / agent 5.98-9", COOPERATIVE),
        ("agent 0-5 / customer 4-8 / agent 6.00-9", SUCCESS),
        ("agent 0-5 / customer 4-8 / agent 6.02-9", SUCCESS),
    ],
    "5: B lasts 1.0 s, and is no listener's sound as it does not stand alone": [
        ("customer 0-2 / agent 2.4-9 / customer 2.90-3.88", COOPERATIVE),
        ("customer 0-2 / agent 2.4-9 / customer 2.90-3.90", COOPERATIVE),
        ("customer 0-2 / agent 2.4-9 / customer 2.90-3.92", FAILED),
    ],
    "5: A goes on for 1.0 s": [
        ("agent 0-6.48 / customer 4-5.50", COOPERATIVE),
        ("agent 0-6.50 / customer 4-5.50", FAILED),
        ("agent 0-6.52 / customer 4-5.50", FAILED),
    ],
    "5: before competing, however long": [
        ("agent 0-9 / customer 4-7", FAILED),
    ],
    "6: the overlap lasts 2.0 s, where B ends first": [
        ("agent 0-6.50 / customer 4-5.98", COOPERATIVE),
        ("agent 0-6.50 / customer 4-6.00", COMPETITIVE),
        ("agent 0-6.50 / customer 4-6.02", COMPETITIVE),
    ],
    "6: the overlap lasts 2.0 s, where A ends first": [
        ("agent 0-5.98 / customer 4-6.50", COOPERATIVE),
        ("agent 0-6.00 / customer 4-6.50", COMPETITIVE),
        ("agent 0-6.02 / customer 4-6.50", COMPETITIVE),
    ],
    "6: A does not give way": [
        ("agent 0-6.20 / customer 4-9 / agent 7.10-8", COMPETITIVE),
    ],
    "7: else": [
        ("agent 0-5 / customer 4.60-5.40", COOPERATIVE),
        ("agent 0-5 / customer 4-5.50", COOPERATIVE),
        # What A says afterwards is another spurt and makes the overlap no longer.
        ("agent 0-5.50 / customer 4-9 / agent 5.90-6.20", COOPERATIVE),
    ],
    "none: B does not begin inside A": [
        ("agent 2-5 / customer 2-4", IGNORED),
        ("agent 2-5 / customer 1-4", IGNORED),
        ("agent 2-5 / customer 5-7", IGNORED),
        ("agent 2-4 / customer 4.10-4.70 / agent 4.31-7", IGNORED),
    ],
    "a pause of 0.30 s is inside A": [
        ("agent 2-4 / customer 4.10-4.70 / agent 4.30-7", LISTENER),
    ],
}
ROWS = [
    pytest.param(told, label, id=f"{row} | {told}") for row, cases in TABLE.items() for told, label in cases
]
BOTH_WAYS = pytest.mark.parametrize(
    ("by", "way"), [(CUSTOMER, call), (AGENT, swapped)], ids=["B=customer", "B=agent"]
)


@BOTH_WAYS
@pytest.mark.parametrize(("told", "label"), ROWS)
def test_the_table_both_ways_round(told, label, by, way):
    timeline = way(told)
    for cuts in ((), every(0.02, timeline)):
        assert fold(timeline, cuts).labels(by) == ([] if label is IGNORED else [label])


@BOTH_WAYS
@pytest.mark.parametrize(("told", "label"), ROWS)
def test_the_label_is_known_a_second_after_the_overlap(told, label, by, way):
    timeline = way(told)
    # Enough of the call is left for every label to come before its end.
    timeline = Timeline(timeline.duration + 2.0, timeline.turns)
    talk = TalkFold()
    known = {
        overlap.start: (overlap, activity.until)
        for activity in activities(timeline, every(0.02, timeline))
        for overlap in talk.feed(activity).overlaps
    }
    assert not talk.finish().overlaps
    for overlap, until in known.values():
        [b] = [s for s in truth.spurts(timeline) if (s.speaker, s.start) == (overlap.by, overlap.start)]
        # Whether a sound of up to a second stands alone is seen a second after its own end.
        end = b.end if b.end - b.start <= samples(1.0) else overlap.end
        # A pause belongs to its spurt until it has lasted 0.30 s; and the steps are of 0.02 s.
        assert samples(1.0) <= until - end <= samples(1.0 + 0.30 + 0.04)


@any_call
@given(conversations())
def test_any_call_is_labelled_as_the_table_says(timeline):
    found = sorted(fold(timeline).overlaps, key=lambda each: each.start)
    assert [(o.by, o.start, o.end, o.label) for o in found] == labelled(truth.spurts(timeline))


@pytest.mark.parametrize("way", [call, swapped])
@pytest.mark.parametrize("path", CALLS, ids=lambda path: path.stem)
def test_real_calls_are_labelled_as_the_table_says(path, way):
    timeline = way(Timeline.load(path))
    found = sorted(fold(timeline, every(0.1, timeline)).overlaps, key=lambda each: each.start)
    assert [(o.by, o.start, o.end, o.label) for o in found] == labelled(truth.spurts(timeline))


def test_the_second_to_begin_is_charged_and_only_for_interruptions():
    assert {SUCCESS, FAILED, COMPETITIVE} == INTERRUPTIONS
    told = fold("agent 0-5 / customer 4-9 / agent 7.8-11 / customer 20-30 / agent 22-23.5 / agent 26-26.5")
    assert told.labels(CUSTOMER) == [SUCCESS]
    assert told.labels(AGENT) == [SUCCESS, FAILED, LISTENER]
    assert (told.measures.interruptions_agent, told.measures.interruptions_customer) == (2, 1)


def test_what_is_open_when_the_call_ends_is_labelled_as_if_silence_followed():
    assert fold("agent 0-5 / customer 4-6.5", duration=6.5).labels(CUSTOMER) == [SUCCESS]
    assert fold("agent 0-5 / customer 4-4.6", duration=5.0).labels(CUSTOMER) == [LISTENER]
    assert fold("agent 0-7 / customer 4-7", duration=7.0).labels(CUSTOMER) == [COMPETITIVE]
    assert fold("agent 0-7 / customer 6.9-7", duration=7.0).labels(CUSTOMER) == []


# Every reason says who did what to whom, with the seconds that decided it.
REASONS = [
    ("agent 2-7 / customer 2.2-2.9", "Both began within 0.20 s of each other."),
    ("agent 0-9 / customer 4-4.6", "A listener's sound of 0.6 s; the agent kept the floor."),
    ("agent 0-5 / customer 4.7-8", "The customer answered 0.3 s before the agent had finished."),
    (
        "agent 0-5 / customer 4-8",
        "The customer came in while the agent was speaking; the agent gave way after 1.0 s.",
    ),
    ("agent 0-9 / customer 4-5.5", "The customer spoke over the agent for 1.5 s and then gave way."),
    ("agent 0-6.5 / customer 4-6.4", "Both kept speaking for 2.4 s; the customer began second."),
    ("agent 0-5 / customer 4-5.5", "A brief overlap of 1.0 s in which nobody lost the floor."),
]


@BOTH_WAYS
@pytest.mark.parametrize(("told", "reason"), REASONS)
def test_each_label_has_its_reason_in_a_sentence(told, reason, by, way):
    if by is AGENT:
        swap = {"agent": "customer", "customer": "agent"}
        reason = re.sub("agent|customer", lambda found: swap[found[0]], reason)
    assert [overlap.reason for overlap in fold(way(told)).overlaps] == [reason]


@any_call
@given(conversations())
def test_no_reason_has_a_figure_or_a_name_missing(timeline):
    for overlap in fold(timeline).overlaps:
        assert re.fullmatch(r"[A-Z][a-z' ;]*( \d+\.\d+ s[a-z ;]*)\.", overlap.reason), overlap.reason
        figure = float(re.findall(r"\d+\.\d+", overlap.reason)[0])
        assert figure > 0 or overlap.label == SAME_START


def talking_over(told: str, by: Speaker, step: float = 0.01) -> list[tuple[float, float]]:
    """Give (call seconds, seconds `by` has spoken over the other) while that is not nothing."""
    timeline, talk, heard = call(told), TalkFold(), []
    for activity in activities(timeline, every(step, timeline)):
        talk.feed(activity)
        if over := talk.talking_over_s(by):
            heard.append((seconds(activity.until), over))
    return heard


def test_talking_over_runs_live_while_both_speak():
    heard = talking_over("agent 0-5 / customer 3-4.5", CUSTOMER)
    while_both_spoke = {round(t - over, 3) for t, over in heard if t <= 4.5}
    assert while_both_spoke == {3.0}
    # A spurt counts from 0.12 s on; and it may still go on for 0.30 s after its last sound.
    assert heard[0][0] == pytest.approx(3.12)
    assert max(over for _, over in heard) == pytest.approx(1.5)
    assert heard[-1][0] == pytest.approx(4.80)
    assert talking_over("agent 0-5 / customer 3-4.5", AGENT) == []
    assert talking_over("agent 0-5 / customer 5-6", CUSTOMER) == []


def test_overlaps_come_in_the_same_order_however_the_call_is_cut():
    told = call("agent 0-5 / customer 4.6-5.6 / agent 5.31-5.5", duration=9.0)
    orders = [[o.start for o in fold(told, every(step, told)).overlaps] for step in (0.01, 0.1, 1, 9)]
    assert orders == [[samples(5.31), samples(4.6)]] * 4


def test_an_overlap_says_who_spoke_into_whose_speech_and_when():
    [overlap] = fold("customer 0-6.2 / agent 4-6.5").overlaps
    assert overlap == Overlap(AGENT, samples(4), samples(6.2), COMPETITIVE, overlap.reason)
