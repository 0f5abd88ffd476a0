from collections.abc import Sequence
from statistics import median

import pytest
from hypothesis import given

from app.domain.talk import TalkFold
from app.domain.timeline import RATE, Spurt, samples, seconds
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
    ("told", "patience"),
    [
        ("", None),
        ("agent 0-3", None),
        ("customer 0-3", None),
        ("agent 0-3 / customer 4-7", None),
        ("customer 0-3 / agent 3.4-5", 0.4),
        ("customer 0-3 / agent 3-5", 0),
        # Only a customer's spurt of 1.0 s calls for an answer.
        ("customer 2-2.98 / agent 4-5", None),
        ("customer 2-3.00 / agent 4-5", 1),
        ("customer 2-3.02 / agent 4-5", 0.98),
        # A wait is at most 10 s.
        ("customer 0-3 / agent 12.98-14", 9.98),
        ("customer 0-3 / agent 13.00-14", 10),
        ("customer 0-3 / agent 13.02-14", None),
        # Who is already speaking has not waited, now or afterwards.
        ("customer 0-3 / agent 2.98-5 / agent 7-8", None),
        ("customer 0-3 / agent 2-5", None),
        # A listener's sound before the end is no answer.
        ("customer 0-5 / agent 2-2.5 / agent 5.6-7", 0.6),
        # The customer goes on: it is the last spurt that is answered.
        ("customer 0-3 / customer 5-7 / agent 8-9", 1),
        ("customer 0-3 / customer 5-5.5 / agent 8-9", 5),
        # Only the first spurt after it is the answer.
        ("customer 0-3 / agent 4-5 / agent 6-7", 1),
        # The median, of an odd number and of an even one.
        ("customer 0-2 / agent 3-4 / customer 5-7 / agent 9-10 / customer 11-13 / agent 22-23", 2),
        ("customer 0-2 / agent 3-4 / customer 5-7 / agent 9-10", 1.5),
    ],
)
def test_the_median_wait_before_an_answer(told, patience):
    measured = fold(told).measures.patience_s
    assert measured == (None if patience is None else pytest.approx(patience))


def waits(spurts: Sequence[Spurt]) -> list[int]:
    """Give how long the agent waited with each answer, from all spurts at once."""
    asked = [s for s in spurts if s.speaker is CUSTOMER and s.end - s.start >= samples(1.0)]
    found = []
    for answer in (s for s in spurts if s.speaker is AGENT):
        before = [s for s in asked if s.end <= answer.start]
        if not before:
            continue
        ended = before[-1].end
        own = [s for s in spurts if s.speaker is AGENT and s.start < answer.start]
        spoke_since = any(s.end > ended for s in own)
        if not spoke_since and answer.start - ended <= samples(10.0):
            found.append(answer.start - ended)
    return found


@any_call
@given(conversations())
def test_any_calls_patience_is_the_one_of_the_definition(timeline):
    found = waits(truth.spurts(timeline))
    patience = fold(timeline).measures.patience_s
    assert patience == (pytest.approx(median(found) / RATE) if found else None)
    assert patience is None or 0 <= patience <= 10


def test_the_wait_before_an_answer_is_known_while_it_is_given():
    timeline, talk, answer = call("customer 0-3 / agent 3.5-6 / customer 5.5-8 / agent 20-21"), TalkFold(), {}
    for activity in activities(timeline, every(0.5, timeline)):
        talk.feed(activity)
        answer[seconds(activity.until)] = talk.patience.answer_s
    assert [answer[t] for t in (3.0, 3.5, 4.0, 6.0)] == [None, None, 0.5, 0.5]
    assert [answer[t] for t in (6.5, 20.5, 22.0)] == [None, 12, None]
