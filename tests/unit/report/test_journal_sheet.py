"""The journal as a table: a line a call or reflection, every column of it filled or empty."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import TechniqueUsed
from app.domain.report import Measures
from app.report.journal_page import Shown
from app.report.journal_sheet import HEADS, lines
from tests import journals
from tests.journals import NOON, a_call, a_reflection, some_records

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_a_call_with_its_reflection_is_one_line() -> None:
    call = a_call(
        name="Zoë", purpose="why", marks=2, measures=Measures(talk_ratio=0.3812, interruptions_agent=1)
    )
    older = a_reflection(call_id=call.id, note="old")
    newer = a_reflection(
        call_id=call.id, note="new", mood_after=4, tags=("a", "b"), techniques=(TechniqueUsed("respect"),)
    )
    alone = a_reflection(note="alone", begun_at=NOON + timedelta(days=1))
    heads, first, second = lines(
        Shown(
            NOW,
            [call],
            [alone, newer, older],
            call_types={"complaint": "Complaint"},
            techniques={"respect": "Respect"},
        )
    )
    assert heads == HEADS
    told = dict(zip(heads, second, strict=True))
    assert (told["day"], told["time"], told["kind"], told["type"]) == (
        "2026-11-18",
        "12:00",
        "live",
        "Complaint",
    )
    assert (told["name"], told["purpose"], told["length_s"], told["marks"]) == ("Zoë", "why", 600.0, 2)
    assert (told["talk_ratio"], told["you_cut_in"], told["patience_s"]) == (0.381, 1, None)
    assert (told["note"], told["mood_after"], told["tags"], told["techniques"]) == (
        "new",
        4,
        "a, b",
        "Respect",
    )
    told = dict(zip(heads, first, strict=True))
    assert (told["kind"], told["name"], told["note"], told["day"]) == (
        "reflection",
        None,
        "alone",
        "2026-11-19",
    )


@some_records
@given(st.lists(journals.calls, max_size=3), st.lists(journals.reflections, max_size=3))
def test_any_journal_gives_whole_lines(calls: list, reflections: list) -> None:  # type: ignore[type-arg]
    found = [*lines(Shown(NOW, calls, reflections))]
    assert {len(line) for line in found} == {len(HEADS)}
    assert len(found) == 1 + len(calls) + len(reflections)
