from collections.abc import Sequence

import pytest
from hypothesis import given

from app.domain.talk import TalkFold
from app.domain.timeline import Spurt, samples, seconds
from tests.unit.domain.timelines import (
    AGENT,
    CUSTOMER,
    activities,
    any_call,
    call,
    conversations,
    every,
    fold,
)
from tests.voiced import truth


@pytest.mark.parametrize(
    ("told", "longest"),
    [
        ("", 0),
        ("customer 0-30", 0),
        ("agent 2-30", 28),
        # Own pauses up to 3.0 s are part of it.
        ("agent 0-10 / agent 12.98-20", 20),
        ("agent 0-10 / agent 13.00-20", 20),
        ("agent 0-10 / agent 13.02-20", 10),
        ("agent 0-10 / agent 13.02-30 / agent 35-40", 30 - 13.02),
        ("agent 0-1 / agent 4-5 / agent 8-9 / agent 12-13", 13),
        # A listener's sound does not break it, a spurt of 1.0 s does, where it begins.
        ("agent 0-20 / customer 8-8.98", 20),
        ("agent 0-20 / customer 8-9.00", 11),
        ("agent 0-20 / customer 8-9.02", 20 - 9.02),
        ("agent 0-20 / customer 15-16", 15),
        ("agent 0-10 / customer 10.2-11.18 / agent 11.5-20", 20),
        ("agent 0-10 / customer 10.2-11.20 / agent 11.5-20", 10),
        ("agent 0-20 / customer 3-3.5 / customer 6-6.5 / customer 9-9.5 / customer 12-12.9", 20),
        # Short sounds do not add up, unless they are one spurt.
        ("agent 0-20 / customer 15-15.5 / customer 15.8-16.4", 15),
        ("agent 0-20 / customer 15-15.5 / customer 15.9-16.5", 20),
        # A listener's sound in a pause does not make the pause shorter.
        ("agent 0-10 / customer 11-11.5 / agent 13.02-20", 10),
        # Where the agent and the customer's answer begin together, the pause before is no speech.
        ("agent 0-10 / agent 12-14 / customer 12-15", 10),
        # The agent who began under the customer's answer is alone when that ends.
        ("agent 0-4 / customer 4-9 / agent 7-20", 11),
        ("agent 0-4 / customer 4-9 / agent 6-8 / agent 9.5-12", 4),
        ("agent 0-4 / customer 3-20 / agent 5-19", 3),
        # The stretch is over by the agent's own pause while it is still open whether the customer answers.
        ("agent 0-10 / customer 12.5-14 / agent 13.2-30", 16),
        ("agent 0-10 / customer 12.5-13.4 / agent 13.2-30", 16.8),
        ("agent 0-10 / customer 12.5-14 / agent 13.2-15", 10),
    ],
)
@pytest.mark.parametrize("step", [None, 0.1, 0.25])
def test_the_longest_stretch_without_an_answer(told, longest, step):
    timeline = call(told)
    told_s = fold(timeline, every(step, timeline) if step else ()).measures.longest_monologue_s
    assert told_s == pytest.approx(longest)


def test_a_monologue_that_lasts_to_the_calls_end_counts():
    assert fold("agent 0-4 / agent 5-50", duration=50).measures.longest_monologue_s == 50
    assert fold("agent 0-50 / customer 49.5-50", duration=50).measures.longest_monologue_s == 50
    assert fold("agent 0-50 / customer 49-50", duration=50).measures.longest_monologue_s == 49


def longest(spurts: Sequence[Spurt]) -> int:
    """Give the longest monologue from all spurts at once: answers cut it out, short pauses are mended."""
    answers = [s for s in spurts if s.speaker is CUSTOMER and s.end - s.start >= samples(1.0)]
    pieces = []
    for spurt in (s for s in spurts if s.speaker is AGENT):
        start = spurt.start
        for answer in (s for s in answers if s.end > spurt.start and s.start < spurt.end):
            pieces.append((start, answer.start))
            start = answer.end
        pieces.append((start, spurt.end))
    stretches: list[tuple[int, int]] = []
    for start, end in (piece for piece in pieces if piece[0] < piece[1]):
        last = stretches[-1] if stretches else None
        answered = last and any(s.start < start and s.end > last[1] for s in answers)
        if last and not answered and start - last[1] <= samples(3.0):
            stretches[-1] = (last[0], end)
        else:
            stretches.append((start, end))
    return max((end - start for start, end in stretches), default=0)


@any_call
@given(conversations())
def test_any_calls_longest_monologue_is_the_one_of_the_definition(timeline):
    expected = seconds(longest(truth.spurts(timeline)))
    assert fold(timeline).measures.longest_monologue_s == pytest.approx(expected)


def live(told: str, measure: str, step: float = 0.5) -> dict[float, float]:
    """Give a measure of the monologue in seconds at each step of the call."""
    timeline, talk, found = call(told), TalkFold(), {}
    for activity in activities(timeline, every(step, timeline)):
        talk.feed(activity)
        found[seconds(activity.until)] = seconds(getattr(talk.monologue, measure)())
    return found


@pytest.mark.parametrize(
    ("told", "at", "running"),
    [
        ("agent 1-9", 1.0, 0),
        ("agent 1-9", 5.0, 4),
        ("customer 1-9", 5.0, 0),
        # In a pause it stands still, until the pause is over 3.0 s.
        ("agent 1-5 / agent 12-20", 8.0, 4),
        ("agent 1-5 / agent 12-20", 8.5, 0),
        ("agent 1-5 / agent 12-20", 15.0, 3),
        ("agent 1-5 / agent 7-20", 10.0, 9),
        # It goes on under a listener's sound; an answer of a second ends it.
        ("agent 1-20 / customer 5-5.9", 10.0, 9),
        ("agent 1-20 / customer 5-7", 5.5, 4.5),
        ("agent 1-20 / customer 5-7", 6.5, 0),
        ("agent 1-20 / customer 5-7", 10.0, 3),
    ],
)
def test_the_running_monologue_is_known_live(told, at, running):
    assert live(told, "running")[at] == pytest.approx(running)


@pytest.mark.parametrize(
    ("told", "at", "unanswered"),
    [
        ("agent 1-60", 31.0, 30),
        ("customer 0-3 / agent 4-60", 31.0, 27),
        ("agent 1-60 / customer 20-20.5", 19.5, 18.5),
        ("agent 1-60 / customer 20-20.5", 20.5, 0),
        ("agent 1-60 / customer 20-20.5", 50.0, 29.5),
        ("agent 1-60 / customer 20-22", 50.0, 28),
        ("agent 1-10 / agent 20-40", 15.0, 0),
        ("customer 1-60", 31.0, 0),
    ],
)
def test_how_long_the_agent_goes_on_without_a_sound_of_the_customer(told, at, unanswered):
    assert live(told, "unanswered")[at] == pytest.approx(unanswered)
