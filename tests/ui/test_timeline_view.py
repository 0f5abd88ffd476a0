"""The mathematics of zooming and moving along a call."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.timeline import RATE, samples
from app.ui.review.timeline.span import SHORTEST, View

lengths = st.integers(0, 8 * 3600 * RATE)
factors = st.floats(0.01, 100)


@st.composite
def views(draw: st.DrawFn) -> View:
    view = View.whole(draw(lengths))
    for _ in range(draw(st.integers(0, 4))):
        view = view.zoomed(draw(factors), draw(st.floats(0, 1)) * view.length)
        view = view.moved(draw(st.floats(-1e9, 1e9)))
    return view


def is_sound(view: View) -> None:
    assert view.start >= 0
    assert view.end <= view.length * (1 + 1e-9)
    assert view.span >= min(SHORTEST, view.length) * (1 - 1e-9)


@given(views(), factors, st.floats(0, 1))
def test_what_is_under_the_pointer_stays_there_unless_an_end_of_the_call_is_reached(
    view: View, factor: float, share: float
) -> None:
    at = view.start + share * view.span
    zoomed = view.zoomed(factor, at)
    is_sound(zoomed)
    if zoomed.start > 0 and zoomed.end < view.length * (1 - 1e-9):
        assert abs(zoomed.x(at, 1000) - share * 1000) < 0.01


@given(views(), st.floats(-1e12, 1e12))
def test_moving_never_leaves_the_call_and_never_zooms(view: View, by: float) -> None:
    moved = view.moved(by)
    is_sound(moved)
    assert moved.span == view.span


@given(views(), st.floats(0.1, 10), st.floats(0, 1))
def test_zooming_to_and_fro_comes_back(view: View, factor: float, share: float) -> None:
    at = view.start + share * view.span
    there = view.zoomed(factor, at)
    if there.span == view.span * factor and there.start > 0 and there.end < view.length:
        back = there.zoomed(1 / factor, at)
        assert abs(back.start - view.start) <= 1e-3 * view.span


@given(views(), st.floats(1, 4000), st.floats(0, 1))
def test_a_pixel_gives_the_sample_that_is_drawn_there(view: View, width: float, share: float) -> None:
    t = view.at(share * width, width)
    assert 0 <= t <= view.length
    assert abs(view.x(t, width) - share * width) <= max(1.0, width / view.span)


@given(views(), lengths)
def test_a_call_that_grows_keeps_its_view_and_the_whole_stays_the_whole(view: View, length: int) -> None:
    grown = view.of(length)
    is_sound(grown) if length else None
    if view.is_whole:
        assert grown.is_whole
    elif length >= view.length:
        assert (grown.start, grown.span) == (view.start, view.span)


@given(lengths, st.floats(0, 1), st.floats(0, 1))
def test_a_stretch_is_seen_whole_where_it_is_looked_for(length: int, one: float, other: float) -> None:
    start, end = sorted((int(one * length), int(other * length)))
    around = View.whole(length).around(start, end)
    is_sound(around)
    assert around.start <= start + 1e-3
    assert end <= around.end + 1e-3


def test_two_seconds_are_the_least_and_a_shorter_call_is_seen_whole() -> None:
    near = View.whole(samples(600)).zoomed(1e-6, samples(300))
    assert near.span == samples(2)
    assert View.whole(samples(1.5)).zoomed(0.1, 0).is_whole
