"""Real conversations' timelines, voiced: how the talking was shared, and who cut in, come out true."""

import pytest

from tests.bench.accuracy import (
    BLEED,
    BLEED_ROOM,
    CALLS,
    LOUD,
    NOISY,
    PAIRS,
    QUIET,
    Condition,
    Heard,
    hear,
    pooled_f1,
)


@pytest.fixture(scope="module", params=[QUIET, NOISY, BLEED, BLEED_ROOM, LOUD], ids=lambda each: each.name)
def heard(request: pytest.FixtureRequest) -> tuple[Condition, list[Heard]]:
    """Every call under one condition, each in other voices."""
    return request.param, [
        hear(call, voices, request.param) for call, voices in zip(CALLS, PAIRS, strict=False)
    ]


def test_the_talk_ratio_is_near_the_truth_or_not_told(heard: tuple[Condition, list[Heard]]) -> None:
    condition, calls = heard
    for call in calls:
        if call.error is None:
            assert condition.may_be_unknown and call.separation == "inseparable"
        else:
            assert abs(call.error) <= condition.ratio, call


def test_the_interruptions_are_the_true_ones(heard: tuple[Condition, list[Heard]]) -> None:
    condition, calls = heard
    assert sum(len(call.truth) for call in calls) > 20
    assert pooled_f1(calls) >= (condition.f1 or 0.0)


def test_a_leak_is_told_and_clean_channels_are_not_taken_for_one(
    heard: tuple[Condition, list[Heard]],
) -> None:
    condition, calls = heard
    expected = {"bleed"} if "bleed_db" in condition.sound else {"separate"}
    assert {call.separation for call in calls} == expected
