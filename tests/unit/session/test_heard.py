"""What a call shows was done: by its praise, by what was said, by what was measured."""

from dataclasses import replace

import pytest

from app.domain.report import Measures, Report, Source
from app.domain.timeline import Cue, Speaker, Spurt, samples
from app.session.heard import Heard, heard
from tests.ui.recorded import recorded
from tests.unit.domain.cue_scenario import coaching, utterances


def report(script: str = "", **different: object) -> Report:
    made = Report(Source("live", 600.0, 16_000, 2), None, "separate", None, Measures())
    return replace(made, transcript=tuple(utterances(script)), **different)  # type: ignore[arg-type]


def found(script: str, call_type: str = "complaint") -> dict[str, tuple[float, str]]:
    return {
        each.technique: (each.t / samples(1.0), each.evidence)
        for each in heard(report(script), call_type, coaching())
    }


@pytest.mark.parametrize(
    ("said", "technique", "evidence"),
    [
        ("let me make sure I have this right", "paraphrase", "let me make sure"),
        ("that must be frustrating", "label-feeling", "that must be frustrating"),
        ("I can see why that matters", "acknowledge", "I can see why"),
        ("here is what we can do", "future-focus", "what we can do"),
        ("what happened on Monday?", "facts-first", "what happened"),
        ("I will call you by four tomorrow", "next-steps", "I will call you by four tomorrow"),
        ("to confirm, you get a new card", "confirm", "to confirm"),
        ("leave it with me", "own-the-resolution", "leave it with me"),
    ],
)
def test_words_show_what_was_done_with_their_place(said: str, technique: str, evidence: str) -> None:
    at, words = found(f"5 c: it is broken again\n12 a: {said}")[technique]
    assert at == 12.0
    assert words.casefold().rstrip("?.") == evidence.casefold()


def test_understanding_alone_is_no_paraphrase() -> None:
    assert "paraphrase" not in found("12 a: I understand that you are upset")


def test_only_the_agents_own_words_count() -> None:
    assert found("5 c: let me make sure I have this right, that must be frustrating") == {}


def test_each_technique_is_given_once_with_its_first_place_in_order_of_time() -> None:
    script = """
        1 a: to confirm you want a refund
        9 c: yes that is what I want
        12 a: let me make sure, the parcel never came
        40 c: it never came at all
        60 a: let me make sure, that was on Monday
        70 a: to confirm it was Monday
    """
    shown = found(script)
    assert list(shown)[:2] == ["confirm", "paraphrase"]
    assert shown["confirm"][0] == 1.0
    assert shown["paraphrase"][0] == 12.0


def test_what_other_hints_left_no_room_for_counts_too() -> None:
    script = (
        "1 c: so\n2 a: that must be frustrating\n5 a: let me make sure I have this\n8 a: from here we can"
    )
    assert {"label-feeling", "paraphrase", "future-focus"} <= found(script).keys()


def test_an_open_question_counts_but_the_offer_of_help_is_none() -> None:
    assert "open-questions" not in found("1 a: good morning how can I help you?\n5 c: it is broken again")
    assert found("1 c: it is broken\n5 a: what did you see on the screen?\n9 c: only black and grey")[
        "open-questions"
    ] == (5.0, "what did you see on the screen")


def test_a_greeting_counts_in_the_first_seconds_only() -> None:
    greeting = "good morning, how can I help you?"
    assert found(f"1 a: {greeting}")["quick-impression"][0] == 1.0
    assert "quick-impression" not in found(f"30 a: {greeting}")


def test_without_words_its_praise_is_left() -> None:
    praise = Cue(samples(8.0), "paraphrase", "praise", "Good", "let me make sure")
    nudge = Cue(samples(9.0), "respect", "nudge", "Slow down", "like I said")
    assert heard(report(cues=(praise, nudge)), "general", coaching()) == (
        Heard("paraphrase", samples(8.0), "let me make sure"),
    )


@pytest.mark.parametrize(
    ("ratio", "cut_ins", "shown"),
    [(0.40, 0, True), (0.45, 0, True), (0.46, 0, False), (0.40, 1, False), (None, None, False)],
)
def test_listening_shows_in_the_numbers(ratio: float | None, cut_ins: int | None, shown: bool) -> None:
    spurts = (
        Spurt(Speaker.CUSTOMER, samples(1.0), samples(3.0)),
        Spurt(Speaker.AGENT, samples(4.0), samples(9.0)),
        Spurt(Speaker.CUSTOMER, samples(10.0), samples(30.0)),
    )
    measures = Measures(talk_ratio=ratio, interruptions_agent=cut_ins)
    told = heard(report(spurts=spurts, measures=measures), "complaint", coaching())
    evidence = "you never cut in, and 40 % of the talking was yours"
    assert [each.t for each in told] == ([samples(10.0)] if shown else [])
    assert not shown or ratio != 0.40 or told[0].evidence == evidence


def test_a_whole_call_is_in_order_and_each_place_is_in_it() -> None:
    told = recorded()[1]
    shown = heard(told, "complaint", coaching())
    assert [each.t for each in shown] == sorted(each.t for each in shown)
    assert len({each.technique for each in shown}) == len(shown)
    assert {"paraphrase", "next-steps", "confirm"} <= {each.technique for each in shown}
    assert all(0 <= each.t <= samples(told.source.duration_s) and each.evidence for each in shown)
