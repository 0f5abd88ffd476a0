"""Own labels against measured ones: the figure, and that a label follows from what is told of its overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.agreement import Evidence, agreement, evidence
from app.domain.overlaps import THRESHOLDS, Meeting, label
from app.domain.timeline import Overlap, Speaker, Spurt, samples
from tests.unit.domain.timelines import Timeline, any_call, conversations, fold

CUT, LISTENED, EARLY = "interruption_success", "backchannel", "early_response"


def test_nothing_judged_gives_no_figure() -> None:
    nothing = agreement([])
    assert (nothing.judged, nothing.agreeing, nothing.share, nothing.kappa) == (0, 0, None, None)


def test_the_figure_is_the_agreeing_among_the_judged() -> None:
    found = agreement([(CUT, CUT), (CUT, LISTENED), (EARLY, EARLY), (LISTENED, LISTENED)])
    assert (found.judged, found.agreeing, found.share) == (4, 3, 0.75)
    assert found.counts == {(CUT, CUT): 1, (CUT, LISTENED): 1, (EARLY, EARLY): 1, (LISTENED, LISTENED): 1}


def test_kappa_takes_chance_out() -> None:
    # Cohen's own way of counting, on a table of 50: 35 agree, and chance alone gives 0.5.
    table = {(CUT, CUT): 20, (CUT, EARLY): 5, (EARLY, CUT): 10, (EARLY, EARLY): 15}
    found = agreement(pair for pair, number in table.items() for _ in range(number))
    assert found.kappa == pytest.approx((0.7 - 0.5) / (1 - 0.5))
    assert agreement([(CUT, CUT)] * 9).kappa is None


@given(st.lists(st.tuples(*[st.sampled_from([CUT, LISTENED, EARLY])] * 2), min_size=1))
def test_both_figures_stay_within_what_they_can_be(judged: list[tuple[str, str]]) -> None:
    found = agreement(judged)
    assert found.share is not None and 0 <= found.agreeing <= found.judged == len(judged)
    if found.kappa is not None:
        assert -1 <= found.kappa <= found.share + 1e-9
        assert (found.kappa == pytest.approx(1)) == (found.share == 1)


def as_meeting(by: Speaker, seen: Evidence) -> Meeting:
    """Give what the rules ask, from what is told of an overlap alone: b begins at sample 0."""

    def lasts(silence: float | None, limit: float) -> bool:
        return silence is None or silence >= limit

    listener, went_on = THRESHOLDS.listener, THRESHOLDS.went_on
    return Meeting(
        by=by,
        a_start=-samples(seen.s_a0),
        a_end=samples(seen.r),
        b_start=0,
        b_end=samples(seen.d),
        b_alone=lasts(seen.b_before, listener) and lasts(seen.b_after, listener),
        a_answers=seen.a_from_e is not None and seen.a_from_e <= listener,
        a_stays_quiet=lasts(seen.a_after, went_on),
    )


@any_call
@given(told=conversations())
def test_the_label_of_every_overlap_follows_from_what_is_told_of_it(told: Timeline) -> None:
    heard = fold(told)
    for overlap in heard.overlaps:
        seen = evidence(overlap, heard.spurts)
        assert seen is not None
        assert seen.ov == pytest.approx((overlap.end - overlap.start) / 16_000)
        assert seen.e_a1 == pytest.approx(seen.d - seen.r)
        assert label(as_meeting(overlap.by, seen)) == (overlap.label, overlap.reason)


def test_without_its_spurts_nothing_is_told_of_an_overlap() -> None:
    overlap = Overlap(Speaker.AGENT, 50, 90, CUT, "")
    assert evidence(overlap, []) is None
    assert evidence(overlap, [Spurt(Speaker.AGENT, 50, 90), Spurt(Speaker.CUSTOMER, 60, 99)]) is None
