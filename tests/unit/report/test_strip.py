import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.report import Report
from app.domain.timeline import RATE, Overlap, Speaker, Spurt, samples
from app.report.strip import happenings, spoken, ticks
from tests.unit.report.any_report import reports, some_calls

AGENT, CUSTOMER = Speaker.AGENT, Speaker.CUSTOMER


def test_a_cell_shows_how_much_of_it_its_own_speaker_spoke() -> None:
    spurts = [Spurt(AGENT, 0, 15), Spurt(CUSTOMER, 0, 40), Spurt(AGENT, 28, 30)]
    assert spoken(spurts, AGENT, 40, 4) == pytest.approx([1.0, 0.5, 0.2, 0.0])


@given(st.integers(1, 90), st.data())
def test_the_cells_together_hold_all_that_was_spoken(cells: int, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, 100 * RATE), min_size=2, max_size=20)))
    spurts = [Spurt(AGENT, *pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    parts = spoken(spurts, AGENT, 100 * RATE, cells)
    assert len(parts) == cells
    assert sum(parts) * 100 * RATE / cells == pytest.approx(sum(s.end - s.start for s in spurts))


def test_a_cut_in_is_never_hidden_by_a_lesser_overlap_in_the_same_cell() -> None:
    def at(t: int, by: Speaker, label: str) -> Overlap:
        return Overlap(by, t, t + 5, label, "")

    overlaps = [
        at(0, AGENT, "backchannel"), at(2, AGENT, "interruption_success"), at(4, CUSTOMER, "backchannel"),
        at(10, CUSTOMER, "competitive_overlap"), at(12, AGENT, "interruption_failed"),
        at(25, CUSTOMER, "early_response"), at(40, CUSTOMER, "interruption_success"),
    ]  # fmt: skip
    assert happenings(overlaps, 40, 4) == ["agent", "both", "other", "customer"]


@some_calls
@given(reports(), st.integers(1, 120))
def test_any_call_fits_any_number_of_cells(report: Report, cells: int) -> None:
    length = samples(report.source.duration_s)
    assert len(happenings(report.overlaps, length, cells)) == cells
    assert all(0 <= part <= 1 for part in spoken(report.spurts, AGENT, length, cells))


@pytest.mark.parametrize(
    ("duration_s", "most", "places"),
    [(0, 6, [0]), (4, 6, [0, 1, 2, 3, 4]), (161, 6, [0, 60, 120]), (161, 7, [0, 30, 60, 90, 120, 150])],
)
def test_ticks_stand_at_round_times(duration_s: float, most: int, places: list[int]) -> None:
    assert list(ticks(duration_s, most)) == places


@given(st.floats(0, 50_000), st.integers(2, 30))
def test_ticks_are_never_too_many_and_never_past_the_end(duration_s: float, most: int) -> None:
    places = ticks(duration_s, most)
    assert 1 <= len(places) <= most
    assert places[-1] <= duration_s
