import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Measures
from app.domain.spurts import Activity
from app.domain.talk import TalkFold
from app.domain.timeline import RATE, Speaker, samples, seconds
from tests.unit.domain.timelines import (
    AGENT,
    CUSTOMER,
    activities,
    any_call,
    call,
    conversations,
    every,
    fold,
    runs,
    swapped,
)
from tests.voiced.calls import Timeline

DATA = Path(__file__).parents[2] / "data"
CALLS = sorted((DATA / "calls").glob("*.json"))
SAMPLE = DATA / "sample_call" / "timeline.json"

steps = st.sampled_from([512, 1600, 4000, 4800, 16_000])
cuts = st.sets(st.integers(1, 60 * RATE), max_size=100) | steps.map(lambda n: set(range(n, 60 * RATE, n)))


@any_call
@given(conversations(), cuts)
def test_a_call_is_the_same_however_it_is_cut(timeline, cuts):
    assert fold(timeline, cuts) == fold(timeline)


@pytest.mark.parametrize("path", CALLS, ids=lambda path: path.stem)
def test_a_real_call_is_the_same_however_it_is_cut(path):
    timeline = Timeline.load(path)
    whole = fold(timeline)
    assert whole == fold(timeline, every(0.032, timeline)) == fold(timeline, every(7.77, timeline))


@any_call
@given(conversations(), cuts, st.integers(1, 60 * RATE))
def test_what_is_known_at_any_moment_does_not_depend_on_how_it_came(timeline, cuts, now):
    def known(cuts):
        talk = TalkFold()
        for activity in activities(timeline, {*cuts, now}):
            talk.feed(activity)
            if activity.until >= now:
                break
        monologue, floor = talk.monologue, talk.floor
        return (
            talk.measures(),
            [talk.talking_over_s(speaker) for speaker in Speaker],
            (monologue.running(), monologue.unanswered(), floor.silence(), talk.patience.answer_s),
        )

    assert known(cuts) == known(())


@any_call
@given(conversations())
def test_the_measures_of_any_call_are_within_their_bounds(timeline):
    told = fold(timeline)
    measures = told.measures
    assert measures.talk_ratio is None or 0 <= measures.talk_ratio <= 1
    assert measures.talk_share is None or 0 <= measures.talk_share <= 1
    assert (measures.talk_share is None) == (timeline.duration == 0)
    spoken = measures.agent_talk_s + measures.customer_talk_s - measures.overlap_s
    assert spoken <= timeline.duration + 1e-9
    assert spoken + measures.non_talk_s <= timeline.duration + 1e-9
    assert measures.longest_monologue_s <= timeline.duration
    assert measures.turns <= len(told.spurts)
    assert (measures.turns == 0) == (not told.spurts)
    charged = {by: sum(label in INTERRUPTIONS for label in told.labels(by)) for by in Speaker}
    assert charged == {AGENT: measures.interruptions_agent, CUSTOMER: measures.interruptions_customer}


@any_call
@given(conversations())
def test_swapping_the_speakers_swaps_what_is_told_of_them(timeline):
    told, mirror = fold(timeline), fold(swapped(timeline))
    ours, theirs = told.measures, mirror.measures
    assert (theirs.talk_ratio is None) == (ours.talk_ratio is None)
    if ours.talk_ratio is not None:
        assert theirs.talk_ratio == pytest.approx(1 - ours.talk_ratio)
    assert (theirs.agent_talk_s, theirs.customer_talk_s) == (ours.customer_talk_s, ours.agent_talk_s)
    assert theirs.interruptions_agent == ours.interruptions_customer
    assert theirs.interruptions_customer == ours.interruptions_agent
    assert (theirs.overlap_s, theirs.non_talk_s) == (ours.overlap_s, ours.non_talk_s)
    assert [mirror.labels(by.other) for by in Speaker] == [told.labels(by) for by in Speaker]
    assert {replace(s, speaker=s.speaker.other) for s in mirror.spurts} == set(told.spurts)


@any_call
@given(conversations(), st.integers(0, 400))
def test_a_longer_wait_before_the_call_only_moves_it(timeline, wait):
    moved = Timeline(
        timeline.duration + wait,
        tuple(replace(turn, start=turn.start + wait, end=turn.end + wait) for turn in timeline.turns),
    )
    told, later = fold(timeline), fold(moved)
    shift = samples(wait)
    assert [(s.speaker, s.start + shift, s.end + shift) for s in told.spurts] == [
        (s.speaker, s.start, s.end) for s in later.spurts
    ]
    assert [replace(o, start=o.start + shift, end=o.end + shift) for o in told.overlaps] == later.overlaps
    assert later.measures.longest_monologue_s == told.measures.longest_monologue_s
    assert later.measures.patience_s == told.measures.patience_s


def test_talk_ratio_is_of_speech_and_talk_share_is_of_the_call():
    measures = fold("agent 0-3 / customer 4-5", duration=10).measures
    assert (measures.talk_ratio, measures.talk_share) == (0.75, 0.3)


def test_a_call_without_speech_has_no_ratio():
    assert TalkFold().measures() == Measures(
        customer_talk_s=0,
        overlap_s=0,
        non_talk_s=0,
        non_talk_count=0,
        longest_monologue_s=0,
        turns=0,
        interruptions_agent=0,
        interruptions_customer=0,
    )
    silent = fold("", duration=60).measures
    assert (silent.talk_ratio, silent.talk_share, silent.patience_s) == (None, 0, None)


def test_dropped_sound_is_silence_and_the_clock_goes_on():
    talk = TalkFold()
    spoken = Activity(samples(2), agent=[(0, samples(2))])
    back = Activity(samples(64), customer=[(samples(62), samples(64))])
    told = [talk.feed(each) for each in (spoken, Activity(samples(60)), back)] + [talk.finish()]
    assert [(s.speaker, seconds(s.start), seconds(s.end)) for each in told for s in each.spurts] == [
        (AGENT, 0, 2),
        (CUSTOMER, 62, 64),
    ]
    measures = talk.measures()
    assert (measures.non_talk_s, measures.talk_ratio, measures.talk_share) == (60, 0.5, 2 / 64)


def test_the_sample_call_is_what_its_script_says():
    told = fold(Timeline.load(SAMPLE))
    measures = told.measures
    assert (measures.interruptions_agent, measures.interruptions_customer) == (2, 1)
    assert measures.longest_monologue_s > 45
    assert (measures.non_talk_count, measures.non_talk_s) == (1, pytest.approx(8.5, abs=0.1))


MINUTE = call(
    """
    agent 0.5-9 / customer 4-4.5 / customer 8.6-15 / agent 12-14 / agent 15.4-30 / customer 20-23
    customer 29-38 / agent 36-36.08 / agent 38.3-45 / customer 44-47 / agent 52-59.9 / customer 59-60
    """,
    duration=60,
)


def test_an_eight_hour_day_takes_no_more_room_than_an_hour():
    talk, sizes, overlaps = TalkFold(), {}, 0
    pieces = list(activities(MINUTE, every(0.5, MINUTE)))
    for minute in range(8 * 60):
        at = minute * samples(60)
        for piece in pieces:
            agent, customer = ([(a + at, b + at) for a, b in side] for side in (piece.agent, piece.customer))
            overlaps += len(talk.feed(Activity(piece.until + at, agent, customer)).overlaps)
        # The median needs its waits, one number an answer; nothing else may grow.
        state = {name: part for name, part in vars(talk).items() if name != "patience"}
        sizes[minute + 1] = len(pickle.dumps(state))
    assert overlaps > 8 * 60 * 5
    assert max(sizes.values()) <= 1.03 * sizes[60]
    assert len(pickle.dumps(talk.patience)) < 8 * 60 * len(runs(MINUTE, AGENT)) * 8
