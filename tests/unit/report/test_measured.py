"""What was measured is told in the user's language, each piece of it on its own."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from app.domain.cue_rules import MEASURES
from app.domain.overlaps import Meeting, label
from app.domain.timeline import Speaker, samples
from app.language import speak
from app.report import words
from app.report.measured import told


@pytest.fixture(autouse=True)
def marked_language() -> Iterator[None]:
    speak(lambda text, n: f"«{text}»")
    yield
    speak()


@pytest.mark.parametrize(("one", "other"), list(permutations(MEASURES, 2)))
def test_two_pieces_of_evidence_are_two_texts(one: str, other: str) -> None:
    pieces = [MEASURES[name].format(value=4.0, percent=25.0) for name in (one, other)]
    assert told(", ".join(pieces)) == ", ".join(f"«{piece}»" for piece in pieces)


@pytest.mark.parametrize("by", Speaker)
@pytest.mark.parametrize(
    ("named", "times", "alone", "stays_quiet"),
    [
        ("simultaneous_start", (0, 5, 0.1, 3), False, False),
        ("backchannel", (0, 9, 4, 4.5), True, False),
        ("early_response", (0, 5, 4.7, 8), False, False),
        ("interruption_success", (0, 5, 4, 8), False, True),
        ("interruption_failed", (0, 9, 4, 6), False, False),
        ("competitive_overlap", (0, 6, 4, 6.5), False, False),
        ("cooperative_overlap", (0, 5, 4.2, 5.2), False, False),
    ],
)
def test_the_reason_of_an_overlap_is_told(
    by: Speaker, named: str, times: tuple[float, ...], alone: bool, stays_quiet: bool
) -> None:
    found = label(Meeting(by, *map(samples, times), b_alone=alone, a_answers=True, a_stays_quiet=stays_quiet))
    assert found is not None and found[0] == named
    assert words.addressed(found[1]).startswith("«")


@pytest.mark.parametrize("said", ["um", "well, {you} know", "both silent for 3 s, both silent for {n} s"])
def test_what_was_said_stays_as_it_was_said(said: str) -> None:
    assert told(f"3 in a row, last: {said}") == f"«3 in a row, last: {said}»"
    assert told(f"said: {said}") == f"said: {said}"
