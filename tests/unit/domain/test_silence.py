"""Non-talk as stretches: the same as the measures count."""

import pytest
from hypothesis import given

from app.domain.silence import non_talk
from app.domain.timeline import Stretch, samples, seconds
from tests.unit.domain.timelines import Timeline, any_call, conversations, fold


@any_call
@given(told=conversations())
def test_the_stretches_are_as_many_and_as_long_as_the_measures_say(told: Timeline) -> None:
    heard = fold(told)
    end = samples(told.duration)
    found = non_talk(heard.spurts, end)
    assert len(found) == heard.measures.non_talk_count
    assert sum(seconds(each.end - each.start) for each in found) == pytest.approx(heard.measures.non_talk_s)
    spoken = [(spurt.start, spurt.end) for spurt in heard.spurts]
    assert all(not (start < each.end and end > each.start) for each in found for start, end in spoken)


@pytest.mark.parametrize(
    ("told", "duration", "silent"),
    [
        ("agent 3-5", 5.0, []),
        ("agent 3.01-5", 5.0, [(0, 3.01)]),
        ("agent 0-2 / customer 1-6 / agent 9-10", 10.0, []),
        ("agent 0-2 / customer 1-6 / agent 9.5-10", 14.0, [(6, 9.5), (10, 14)]),
        ("agent 0-9 / customer 1-2", 13.0, [(9, 13)]),
    ],
)
def test_both_must_be_silent_for_more_than_three_seconds(
    told: str, duration: float, silent: list[tuple[float, float]]
) -> None:
    found = non_talk(fold(told, duration=duration).spurts, samples(duration))
    assert found == tuple(Stretch(samples(start), samples(end)) for start, end in silent)


def test_a_call_in_which_nobody_spoke_is_one_stretch() -> None:
    assert non_talk((), samples(60.0)) == (Stretch(0, samples(60.0)),)
    assert non_talk((), samples(3.0)) == ()
