"""What the timeline draws of any part of a call, however odd the call is."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.timeline import Speaker, Stretch, samples
from app.ui.review.shown import Shown
from app.ui.review.timeline.index import Indexed, Moments, Spans
from app.ui.review.timeline.scene import Loudness
from app.ui.review.timeline.silences import silences
from app.ui.review.timeline.table import cells, rows
from tests.ui import drawn_calls as calls
from tests.unit.report.any_report import reports, some_calls

stretches = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 400)), max_size=30)


@given(stretches, st.integers(0, 4000), st.integers(1, 2000), st.integers(1, 60))
def test_columns_say_how_much_of_them_is_covered(
    pairs: list[tuple[int, int]], start: int, length: int, count: int
) -> None:
    spans = Spans(Stretch(at, at + long) for at, long in pairs)
    taken = np.zeros(10_000, bool)
    for at, long in pairs:
        taken[at : at + long] = True
    covered = spans.covered(start, start + length, count)
    assert abs(covered.sum() * length / count - taken[start : start + length].sum()) < 1e-6 * max(1, length)
    for one, other in spans.within(start, start + length):
        assert taken[int(one) : int(other)].all()
        assert one < start + length and other > start


@given(stretches, st.floats(1, 500))
def test_every_moment_is_in_one_group_and_the_one_that_matters_most_is_on_top(
    pairs: list[tuple[int, int]], reach: float
) -> None:
    ranked = sorted((t, rank % 7) for t, rank in pairs)
    groups = Moments(ranked).groups(reach, 0, 1e9)
    assert [n for group in groups for n in range(group.first, group.last)] == list(range(len(ranked)))
    for group in groups:
        inside = ranked[group.first : group.last]
        assert ranked[group.top][1] == max(rank for _, rank in inside)
        assert all(t - group.t < max(reach, 1) for t, _ in inside)
    assert all(after.t - before.t >= reach for before, after in pairwise(groups))


@given(stretches, st.floats(1, 500), st.integers(0, 5000), st.integers(0, 5000))
def test_moving_the_view_changes_no_group(
    pairs: list[tuple[int, int]], reach: float, start: int, length: int
) -> None:
    moments = Moments(sorted(pairs and [(t, 0) for t, _ in pairs]))
    every = moments.groups(reach, 0, 1e9)
    seen = moments.groups(reach, start, start + length)
    assert seen == [group for group in every if start <= group.t <= start + length]


@settings(parent=some_calls)
@given(reports(), st.booleans())
def test_any_call_is_put_in_order_and_told_row_by_row(report: object, done: bool) -> None:
    from app.domain.report import Report

    assert isinstance(report, Report)
    length = samples(report.source.duration_s)
    shown = Shown("a call", "general", report, length, length, done)
    Indexed(shown)
    found = rows(shown)
    assert [row.t for row in found] == sorted(row.t for row in found)
    assert all(len(cells(shown, row)) == 7 for row in found)


def test_silence_is_shown_only_where_nobody_can_have_spoken() -> None:
    running = calls.until(samples(66))  # the customer's spurt from 60.3 to 72.4 is not over
    assert all(each.end <= samples(61.5) for each in silences(running))
    whole = calls.shown()
    assert len(silences(whole)) >= 2
    assert silences(calls.mono()) == ()


def test_an_overlap_is_called_what_the_user_says_it_is() -> None:
    indexed = Indexed(calls.marked())
    own = next(p for p, label in indexed.shown.labels.items() if label == "cooperative_overlap")
    assert indexed.label(own) == "cooperative_overlap"
    assert indexed.cut_ins(Speaker.AGENT) == Indexed(calls.shown()).cut_ins(Speaker.AGENT) - 1


def test_loudness_is_a_line_through_speech_and_nothing_where_there_was_none() -> None:
    second = samples(1.0)
    line = Loudness([(second + n * second // 4, 3.0) for n in range(8)] + [(20 * second, -2.0)])
    db = line.columns(0, 30 * second, 3000, 3)
    assert np.isnan(db[:80]).all()
    assert np.allclose(db[110:260], 3.0)
    assert np.isnan(db[330:1900]).all()
    assert db[2000] == -2.0
    whole = line.columns(0, 30 * second, 30, 3)
    assert np.nanmax(whole) == 3.0
    assert np.isnan(Loudness([]).columns(0, 10, 5, 1)).all()
