from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.overlaps import INTERRUPTIONS
from app.domain.timeline import Speaker
from app.language import speak
from app.report import words
from tests.journals import NOON, a_call


@pytest.mark.parametrize(
    ("at", "shown"),
    [(0, "0:00"), (59.99, "0:59"), (60, "1:00"), (754, "12:34"), (3600, "1:00:00"), (11_105, "3:05:05")],
)
def test_a_place_in_the_call_reads_as_a_clock(at: float, shown: str) -> None:
    assert words.clock(at) == shown


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (0, "0.0 s"),
        (0.84, "0.8 s"),
        (9.97, "10 s"),
        (59.6, "1:00 min"),
        (65, "1:05 min"),
        (3600, "1:00:00 h"),
    ],
)
def test_a_length_has_no_more_figures_than_it_needs(length: float, shown: str) -> None:
    assert words.span(length) == shown


@pytest.mark.parametrize(
    ("ratio", "said"),
    [
        (0.0, "below the band 25-45 %"),
        (0.244, "below the band 25-45 %"),
        (0.246, "in the band 25-45 %"),
        (0.42, "in the band 25-45 %"),
        (0.454, "in the band 25-45 %"),
        (0.456, "above the band 25-45 %"),
        (1.0, "above the band 25-45 %"),
    ],
)
def test_the_words_about_the_band_agree_with_the_percent_shown(ratio: float, said: str) -> None:
    assert words.against_band(ratio, (0.25, 0.45)) == said


def test_every_overlap_has_human_words_and_the_cut_ins_say_who() -> None:
    for label, by in product(words.LABELS, Speaker):
        said = words.overlap(label, by)
        assert "_" not in said
        assert label not in INTERRUPTIONS or said.startswith(words.PEOPLE[by])
    assert set(words.LABELS) > INTERRUPTIONS


@pytest.mark.parametrize(
    ("said", "addressed"),
    [
        (
            "The agent came in while the customer was speaking.",
            "You came in while the customer was speaking.",
        ),
        (
            "The customer came in while the agent was speaking.",
            "The customer came in while you were speaking.",
        ),
        (
            "A listener's sound of 0.7 s; the agent kept the floor.",
            "A listener's sound of 0.7 s; you kept the floor.",
        ),
        ("The agent's channel is silent.", "Your channel is silent."),
        ("Nothing tells it from the agent's.", "Nothing tells it from yours."),
        ("The agents were many.", "The agents were many."),
    ],
)
def test_a_sentence_about_the_agent_is_said_to_the_agent(said: str, addressed: str) -> None:
    assert words.addressed(said) == addressed


@given(st.text(st.characters()))
def test_nothing_that_a_terminal_obeys_or_an_encoder_refuses_is_left(text: str) -> None:
    safe = words.plain(text)
    safe.encode("utf-8")
    assert len(safe) == len(text)
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for each in safe)


def test_ordinary_text_of_any_script_is_left_as_it_is() -> None:
    text = "naïve <b>[bold]</b> שלום 你好 👩‍👩‍👧 é"
    assert words.plain(text) == text


@pytest.mark.parametrize(
    ("name", "own", "ours"),
    [
        ("", "", True),
        (words.call_name(NOON.astimezone()), "", True),
        (words.SAMPLE_CALL, words.SAMPLE_CALL, True),
        ("a {bag} lost", "a {bag} lost", False),
    ],
)
def test_a_name_that_the_user_gave_is_told_from_ours_in_any_language(name: str, own: str, ours: bool) -> None:
    call = a_call(name=name)
    assert words.own_name(call) == own
    assert words.named(call) == (own or words.call_name(NOON.astimezone()))
    speak(lambda text, n: f"«{text}»")
    try:
        assert words.own_name(call) == (f"«{own}»" if own and ours else own)
        assert words.named(call).startswith("«") is ours
    finally:
        speak()
