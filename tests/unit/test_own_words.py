"""Words of the user's own are read line by line: what can be listened for is kept, the rest is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.own_words import can_be_heard, read_jargon, read_words, written
from app.settings import LONGEST_WORDS, MOST_WORDS, fit_words

LIMIT = 20

LINES = st.lists(
    st.one_of(st.text(max_size=90), st.sampled_from(["SLA", "SLA = time", "a ... b", "{day}", "= x", "x ="])),
    max_size=8,
).map("\n".join)


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("", {}, ""),
        ("SLA = our time\n\n  ROI =  what you   get ", {"SLA": "our time", "ROI": "what you get"}, ""),
        ("SLA = our time\nROI", {"SLA": "our time"}, "Line 2 is not kept: write it as"),
        ("= our time", {}, "Line 1 is not kept: write it as"),
        ("SLA = ", {}, "Line 1 is not kept: write it as"),
        ("SLA = a\nSLA = b", {"SLA": "a"}, "Line 2 is not kept: it is in line 1 already"),
        ("SLA = a = b", {"SLA": "a = b"}, ""),
        (f"SLA = {'x' * 21}", {}, "longer than the 20 letters"),
        (f"{'x' * 61} = a", {}, "longer than 60 letters"),
        ("... = a", {}, "no word in it"),
        ("{feeling} = a", {}, "no word in it"),
        ("SLA = !", {}, "has no letters"),
        ("SLA = time\x1b", {}, "can't be printed"),
        ("SLA\x1b = time", {}, "no word in it"),
        ("!\n?\nSLA = a\nROI = b", {"SLA": "a", "ROI": "b"}, "Line 1 is"),
    ],
)
def test_jargon_is_a_word_and_its_plain_word(typed: str, kept: dict[str, str], told: str) -> None:
    found, amiss = read_jargon(typed, LIMIT)
    assert found == kept
    assert told in amiss and bool(told) == bool(amiss)


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("a joke\n\nnot  good enough\n", ["a joke", "not good enough"], ""),
        ("joke\njoke", ["joke"], "Line 2 is not kept: it is in line 1 already."),
        ("excuse ... after\n...", ["excuse ... after"], "Line 2"),
        ("\n".join(f"word {n}" for n in range(MOST_WORDS + 1)), None, f"Line {MOST_WORDS + 1}"),
    ],
)
def test_negative_words_are_one_a_line(typed: str, kept: list[str] | None, told: str) -> None:
    found, amiss = read_words(typed)
    assert len(found) == MOST_WORDS if kept is None else found == kept
    assert told in amiss and bool(told) == bool(amiss)


@given(typed=LINES)
def test_whatever_is_typed_gives_what_can_be_kept_and_listened_for(typed: str) -> None:
    words, _ = read_words(typed)
    jargon, _ = read_jargon(typed, LIMIT)
    assert all(fit_words(word) and can_be_heard(word) for word in (*words, *jargon, *jargon.values()))
    assert all(len(plain) <= LIMIT < LONGEST_WORDS for plain in jargon.values())


@given(typed=LINES)
def test_what_is_kept_reads_the_same_again(typed: str) -> None:
    words, jargon = read_words(typed)[0], read_jargon(typed, LIMIT)[0]
    assert read_words(written(words)) == (words, "")
    assert read_jargon(written(jargon), LIMIT) == (jargon, "")
