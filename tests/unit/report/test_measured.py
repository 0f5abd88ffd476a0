"""What was measured is told in the user's language, each piece of it on its own."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from app.domain.cue_rules import MEASURES
from app.language import speak
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


@pytest.mark.parametrize("words", ["um", "well, {you} know", "both silent for 3 s, both silent for {n} s"])
def test_what_was_said_stays_as_it_was_said(words: str) -> None:
    assert told(f"3 in a row, last: {words}") == f"«3 in a row, last: {words}»"
    assert told(f"said: {words}") == f"said: {words}"
