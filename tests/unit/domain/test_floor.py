from collections.abc import Sequence

import pytest
from hypothesis import given

from app.domain.talk import TalkFold
from app.domain.timeline import Speaker, Spurt, samples, seconds
from tests.unit.domain.timelines import activities, any_call, call, conversations, every, fold, swapped
from tests.voiced import truth


@pytest.mark.parametrize(
    ("told", "agent", "customer", "both"),
    [
        ("agent 0-3 / customer 3-4", 3, 1, 0),
        ("agent 0-3 / customer 2-4", 3, 2, 1),
        ("agent 0-6 / customer 2-3 / customer 4-4.5", 6, 1.5, 1.5),
        ("agent 1-3 / customer 1-3", 2, 2, 2),
        # A bridged pause is speech, a dropped click is none.
        ("agent 0-1 / agent 1.3-2 / customer 5-5.1", 2, 0, 0),
        ("agent 0-1 / agent 1.4-2", 1.6, 0, 0),
    ],
)
def test_talk_time_is_the_time_in_spurts(told, agent, customer, both):
    measures = fold(told).measures
    assert (measures.agent_talk_s, measures.customer_talk_s, measures.overlap_s) == (agent, customer, both)
    assert measures.talk_ratio == pytest.approx(agent / (agent + customer))


@pytest.mark.parametrize(
    ("told", "duration", "non_talk"),
    [
        ("agent 0-5 / customer 7.98-10", 10, []),
        ("agent 0-5 / customer 8.00-10", 10, []),
        ("agent 0-5 / customer 8.02-10", 10, [3.02]),
        # At the call's beginning and at its end it counts like anywhere else.
        ("agent 3.00-5", 5, []),
        ("agent 3.02-5", 5, [3.02]),
        ("agent 0-5", 8.00, []),
        ("agent 0-5", 8.02, [3.02]),
        # Only where both are silent, and a click is no speech.
        ("agent 0-2 / agent 7-8 / customer 4-5", 8, []),
        ("agent 0-2 / agent 7-8 / customer 4-4.1", 8, [5]),
        ("agent 4-5 / customer 12-13", 20, [4, 7, 7]),
        ("", 60, [60]),
        ("", 3, []),
        ("", 0, []),
    ],
)
@pytest.mark.parametrize("way", [call, swapped])
def test_non_talk_is_where_both_are_silent_for_more_than_3_s(told, duration, non_talk, way):
    measures = fold(way(call(told, duration))).measures
    assert measures.non_talk_s == pytest.approx(sum(non_talk))
    assert measures.non_talk_count == len(non_talk)


@pytest.mark.parametrize(
    ("told", "turns"),
    [
        ("", 0),
        ("agent 0-3", 1),
        ("agent 0-3 / agent 5-8 / agent 30-31", 1),
        ("agent 0-3 / customer 4-6", 2),
        ("agent 0-3 / customer 4-6 / agent 7-9 / customer 10-12", 4),
        # The turn passes with 1.0 s alone.
        ("agent 0-3 / customer 4-4.98 / agent 7-9", 1),
        ("agent 0-3 / customer 4-5.00 / agent 7-9", 3),
        ("agent 0-3 / customer 4-5.02 / agent 7-9", 3),
        # Alone: what is said into the other's speech does not count.
        ("agent 0-8 / customer 2-7", 1),
        ("agent 0-5 / customer 2-5.98 / agent 7-9", 1),
        ("agent 0-5 / customer 2-6.00 / agent 7-9", 3),
        # In several spurts too, as long as the one who has the turn says nothing.
        ("agent 0-3 / customer 4-4.6 / customer 5-5.6 / agent 7-9", 3),
        ("agent 0-3 / customer 4-4.6 / agent 4.8-5 / customer 5.2-5.8 / agent 7-9", 1),
        ("agent 0-3 / customer 4-4.6 / agent 4.6-5.2 / customer 5.2-5.8 / agent 7-9", 1),
        # Who speaks first has the first turn, however short.
        ("customer 0-0.5 / agent 1-5", 2),
        ("customer 0-0.5 / agent 1-1.5", 1),
    ],
)
@pytest.mark.parametrize("way", [call, swapped])
def test_the_turn_passes_when_the_other_has_spoken_a_second_alone(told, turns, way):
    assert fold(way(told)).measures.turns == turns


def test_the_running_silence_is_known_live():
    timeline, talk, silence = call("agent 1-2 / customer 6-7", duration=10), TalkFold(), {}
    for activity in activities(timeline, every(0.5, timeline)):
        talk.feed(activity)
        silence[seconds(activity.until)] = seconds(talk.floor.silence())
    assert [silence[t] for t in (0.5, 1.0, 1.5, 2.0, 2.5, 5.0, 6.0, 6.5, 7.5, 10.0)] == [
        *(0.5, 1.0, 0, 0, 0.5, 3.0, 4.0, 0, 0.5, 3.0)
    ]


def silences(spurts: Sequence[Spurt], end: int) -> list[int]:
    """Give how long each stretch lasted in which nobody spoke."""
    found, heard_until = [], 0
    for spurt in sorted(spurts, key=lambda spurt: spurt.start):
        if spurt.start > heard_until:
            found.append(spurt.start - heard_until)
        heard_until = max(heard_until, spurt.end)
    return [*found, end - heard_until]


@any_call
@given(conversations())
def test_speech_and_silence_cover_any_call(timeline):
    measures = fold(timeline).measures
    quiet = silences(truth.spurts(timeline), samples(timeline.duration))
    long = [length for length in quiet if length > samples(3.0)]
    assert measures.non_talk_count == len(long)
    assert measures.non_talk_s == pytest.approx(seconds(sum(long)))
    speech = measures.agent_talk_s + measures.customer_talk_s - measures.overlap_s
    assert speech + seconds(sum(quiet)) == pytest.approx(timeline.duration)
    assert 0 <= measures.overlap_s <= min(measures.agent_talk_s, measures.customer_talk_s)


def turns(spurts: Sequence[Spurt]) -> int:
    """Count turns by walking through the call in steps of 10 ms."""
    step, count, holder, alone = samples(0.01), 0, None, 0
    for t in range(0, max((spurt.end for spurt in spurts), default=0), step):
        speaking = {spurt.speaker for spurt in spurts if spurt.start <= t < spurt.end}
        if holder is None and speaking:
            [holder], count = speaking, 1
        if holder in speaking:
            alone = 0
        elif speaking:
            alone += step
            if alone >= samples(1.0):
                holder, alone, count = holder.other, 0, count + 1
    return count


@any_call
@given(conversations(most=6))
def test_any_calls_turns_are_the_ones_of_the_definition(timeline):
    spurts = truth.spurts(timeline)
    if len({spurt.speaker for spurt in spurts if spurt.start == spurts[0].start}) < 2:
        assert fold(timeline).measures.turns == turns(spurts)


@any_call
@given(conversations())
def test_talk_ratio_is_the_agents_part_of_all_speech(timeline):
    measures = fold(timeline).measures
    assert measures.talk_ratio == pytest.approx(truth.talk_ratio(timeline))
    assert (measures.talk_ratio is None) == (not measures.agent_talk_s and not measures.customer_talk_s)
    for speaker, talk in zip(Speaker, (measures.agent_talk_s, measures.customer_talk_s), strict=True):
        own = [s for s in truth.spurts(timeline) if s.speaker is speaker]
        assert talk == seconds(sum(s.end - s.start for s in own))
