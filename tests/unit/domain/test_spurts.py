from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.spurts import Activity, Edge, EdgeStream
from app.domain.timeline import Speaker, Spurt, samples
from tests.unit.domain.timelines import AGENT, activities, any_call, call, conversations, every, fold
from tests.voiced import truth


@pytest.mark.parametrize(
    ("voiced", "spurts"),
    [
        ("agent 1-2", [(1, 2)]),
        ("agent 1-2 / agent 2.28-3", [(1, 3)]),
        ("agent 1-2 / agent 2.30-3", [(1, 3)]),
        ("agent 1-2 / agent 2.32-3", [(1, 2), (2.32, 3)]),
        ("agent 1-1.10", []),
        ("agent 1-1.12", [(1, 1.12)]),
        ("agent 1-1.14", [(1, 1.14)]),
        # Bridged first and dropped after: two clicks near each other are a spurt, two apart are none.
        ("agent 1-1.02 / agent 1.2-1.22", [(1, 1.22)]),
        ("agent 1-1.02 / agent 1.33-1.35", []),
        ("agent 1-1.02 / agent 1.33-2", [(1.33, 2)]),
        ("agent 1-2 / agent 2.2-2.22 / agent 2.5-3", [(1, 3)]),
        ("agent 1-2 / agent 2.35-2.4 / agent 2.75-3", [(1, 2), (2.75, 3)]),
        # One side's voice does not bridge the other's pause.
        ("agent 1-2 / customer 2-3 / agent 3-4", [(1, 2), (3, 4)]),
        ("agent 0-1", [(0, 1)]),
    ],
)
@pytest.mark.parametrize("step", [None, 0.02, 0.25])
def test_pauses_are_bridged_and_then_clicks_are_dropped(voiced, spurts, step):
    timeline = call(voiced)
    found = fold(timeline, every(step, timeline) if step else ()).spurts
    assert [(s.start, s.end) for s in found if s.speaker is AGENT] == [
        (samples(start), samples(end)) for start, end in spurts
    ]


def test_speech_up_to_the_last_sample_ends_with_the_call():
    assert fold("agent 1-3 / customer 2.95-3", duration=3.0).spurts == [Spurt(AGENT, samples(1), samples(3))]
    assert fold("agent 1-2.8", duration=3.0).spurts == [Spurt(AGENT, samples(1), samples(2.8))]


def test_a_call_without_sound_has_no_spurts():
    assert fold("", duration=0.0).spurts == []
    assert fold("", duration=60.0).spurts == []


def test_a_beginning_is_told_after_120_ms_and_an_end_after_300():
    stream = EdgeStream()
    told = {}
    for activity in activities(timeline := call("agent 1-2"), every(0.01, timeline)):
        for edge in stream.feed(activity):
            told[edge.speaking] = activity.until
    assert told == {True: samples(1.12), False: samples(2.31)}


@pytest.mark.parametrize("told", ["agent 0-1 / customer 1-2", "customer 0-1 / agent 1-2"])
@pytest.mark.parametrize("step", [0.05, 3.0])
def test_where_one_ends_as_the_other_begins_the_end_comes_first(told, step):
    timeline, stream = call(told), EdgeStream()
    cuts = every(step, timeline)
    edges = [edge for each in activities(timeline, cuts) for edge in stream.feed(each)] + stream.finish()
    assert [edge.speaking for edge in edges] == [True, False, True, False]


@any_call
@given(conversations())
def test_any_calls_spurts_are_the_ones_of_the_definition(timeline):
    found = fold(timeline).spurts
    assert sorted(found, key=lambda s: (s.start, s.speaker)) == list(truth.spurts(timeline))
    for speaker in Speaker:
        own = [spurt for spurt in found if spurt.speaker is speaker]
        assert all(spurt.end - spurt.start >= samples(0.12) for spurt in own)
        assert all(later.start - earlier.end > samples(0.30) for earlier, later in pairwise(own))


@any_call
@given(conversations(), st.sets(st.integers(1, 60 * 16_000), max_size=200))
def test_no_edge_comes_late_or_out_of_order_however_the_call_is_cut(timeline, cuts):
    stream = EdgeStream()
    edges = []
    for activity in activities(timeline, cuts):
        settled = stream.settled
        new = stream.feed(activity)
        assert all(settled <= edge.t < stream.settled <= activity.until for edge in new)
        edges += new
    edges += stream.finish()
    assert edges == sorted(edges, key=lambda edge: (edge.t, edge.speaking))
    whole = EdgeStream()
    assert edges == [edge for each in activities(timeline) for edge in whole.feed(each)] + whole.finish()


@any_call
@given(conversations(), st.integers(0, 3000), st.integers(1, 3000))
def test_a_dropped_stretch_is_silence_and_moves_nothing(timeline, at, length):
    first, last = samples(at / 100), samples((at + length) / 100)
    stream, told = EdgeStream(), []
    for each in activities(timeline, [first, last]):
        lost = first < each.until <= last
        told += stream.feed(Activity(each.until) if lost else each)
    told += stream.finish()
    assert all(edge.t <= first or edge.t >= last for edge in told)
    edges = {(edge.speaker, edge.speaking, edge.t) for edge in told}
    for spurt in fold(timeline).spurts:
        if spurt.start >= last or spurt.end <= first:
            assert {(spurt.speaker, True, spurt.start), (spurt.speaker, False, spurt.end)} <= edges


def test_speech_that_is_cut_by_a_dropped_stretch_becomes_two_spurts():
    stream = EdgeStream()
    told = [
        *stream.feed(Activity(samples(2), agent=[(samples(1), samples(2))])),
        *stream.feed(Activity(samples(4), agent=[(samples(3), samples(4))])),
        *stream.finish(),
    ]
    assert told == [Edge(samples(t), AGENT, t in (1, 3)) for t in (1, 2, 3, 4)]
