from dataclasses import replace

import pytest
from hypothesis import given

from app.domain.report import Measures, Report, Source
from app.report import words
from app.report.reading import TALK_RATIO, figures, leak, unknowns
from tests.unit.report.any_report import reports, some_calls
from tests.unit.report.reports import example


def told(report: Report) -> dict[str, tuple[str, str]]:
    return {name: (each.reason, each.remedy) for each in unknowns(report) for name in each.names}


@some_calls
@given(reports())
def test_every_figure_without_a_value_is_told_once_with_reason_and_remedy(report: Report) -> None:
    names = [name for each in unknowns(report) for name in each.names]
    assert len(names) == len(set(names))
    missing = {each.name for each in figures(report) if each.value is None}
    if report.measures.talk_ratio is None:
        missing.add(TALK_RATIO)
    if report.engine is None:
        missing.add("Transcript")
    assert set(names) == missing
    assert all(each.reason and each.remedy for each in unknowns(report))


def test_a_call_with_everything_has_nothing_unknown() -> None:
    assert unknowns(example()) == []


@pytest.mark.parametrize("separation", ["mic-only", "inseparable"])
def test_what_needs_both_sides_is_unknown_for_the_reason_the_report_gives(separation: str) -> None:
    measures = replace(
        example().measures, talk_ratio=None, customer_talk_s=None, patience_s=None,
        interruptions_agent=None, interruptions_customer=None,
    )  # fmt: skip
    report = replace(example(), separation=separation, separation_reason="One channel.", measures=measures)
    why = told(report)
    assert set(why) == {TALK_RATIO, "Patience", "You cut in", "Customer cut in"}
    assert set(why.values()) == {("One channel.", words.REMEDIES[separation])}


def test_without_a_recogniser_the_words_are_said_to_be_unheard_and_the_timing_stays() -> None:
    measures = replace(
        example().measures, pace_wpm=None, fillers_per_min=None, questions_open=None, questions_closed=None
    )
    why = told(replace(example(), engine=None, transcript=(), measures=measures))
    assert set(why) == {"Transcript", "Pace", "Fillers", "Open questions", "Closed questions"}
    assert set(why.values()) == {(words.NO_ENGINE, words.NO_ENGINE_REMEDY)}


def test_a_call_in_which_nobody_answered_blames_neither_channel_nor_recogniser() -> None:
    why = told(replace(example(), measures=replace(example().measures, patience_s=None)))
    assert why == {"Patience": (words.TOO_LITTLE, words.TOO_LITTLE_REMEDY)}


def test_a_leak_is_told_where_figures_were_had_in_spite_of_it_and_explains_them_where_not() -> None:
    reason = "The customer leaks into the agent's microphone at -3 dB."
    leaky = replace(example(), separation="bleed", separation_reason=reason)
    assert leak(leaky) == "The customer leaks into your microphone at -3 dB."
    lost = replace(leaky, measures=replace(leaky.measures, talk_ratio=None))
    assert leak(lost) is None
    assert told(lost)[TALK_RATIO] == (leak(leaky), words.REMEDIES["bleed"])


def test_an_empty_call_is_no_error() -> None:
    empty = Report(Source("recording", 0.0, 16_000, 2), None, "separate", None, Measures())
    assert told(empty)[TALK_RATIO][0] == words.UNSEPARATED["separate"]


def test_silence_that_never_was_is_none_and_not_unknown() -> None:
    report = replace(example(), measures=replace(example().measures, non_talk_s=0.0, non_talk_count=0))
    assert next(each.value for each in figures(report) if each.name == "Silence") == "none"
