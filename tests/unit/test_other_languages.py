"""A call in a language that the phrases are not in: what rests on words is left out, and said to be."""

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.cue_rules import Measured
from app.domain.report import Engine
from app.domain.timeline import RATE, Speaker, Utterance
from app.report import words
from app.report.reading import unknowns
from app.session.pipeline import Pipeline
from app.speech.phrases import PhraseBook
from tests.unit.report.reports import example


def test_only_hints_of_timing_and_loudness_are_left() -> None:
    whole = bootstrap.coaching()
    left = whole.without_words()
    timing = [rule for rule in whole.rules if isinstance(rule.trigger, Measured)]
    assert list(left.rules) == timing and 0 < len(timing) < len(whole.rules)
    assert whole.knows_words and not left.knows_words
    assert left.call_types == whole.call_types and left.checklists == whole.checklists


@pytest.mark.parametrize("call_type", bootstrap.coaching().call_types)
def test_no_phrase_is_found_and_a_pipeline_can_be_made(call_type: str) -> None:
    coaching = bootstrap.coaching().without_words()
    book = PhraseBook(coaching.lists_for(call_type), coaching.numbers, coaching.pieces)
    said = Utterance(Speaker.AGENT, 0, RATE, "calm down, that is our policy, are you sure, um")
    assert book.heard(said).found == {}
    Pipeline(coaching, call_type, book, None, customer=True)


def test_what_is_known_in_english_only_is_said_to_be() -> None:
    report = example()
    assert report.engine is not None
    measures = replace(report.measures, fillers_per_min=None, questions_open=None, questions_closed=None)
    told = unknowns(replace(report, engine=Engine("vosk", "model"), measures=measures))
    (of_words,) = [each for each in told if "Fillers" in each.names]
    assert of_words.names == ("Open questions", "Closed questions", "Fillers")
    assert of_words.reason == words.ENGLISH_ONLY
