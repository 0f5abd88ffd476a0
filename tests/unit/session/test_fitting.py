"""Which card is offered for words that are to be said better."""

import re
from dataclasses import replace

import pytest

from app.content import load_coaching
from app.domain.report import Report
from app.domain.timeline import Cue, Speaker, Stretch, Utterance, samples
from app.paths import resources_folder
from app.session.fitting import Fitting, fitting
from tests.unit.report.reports import example

COACHING = load_coaching(resources_folder() / "content")
QUIET = replace(example(), cues=(), heated=())
LINE = Utterance(Speaker.AGENT, samples(10), samples(14), "we looked at it on the day it came")
HEATED = replace(QUIET, transcript=(LINE,), heated=(Stretch(samples(5), samples(20)),))


def fits(said: str, report: Report = QUIET, t: int = samples(10)) -> Fitting | None:
    return fitting(said, t, report, "complaint", COACHING)


@pytest.mark.parametrize(
    ("said", "technique", "words"),
    [
        ("You need to calm down, please", "respect", "calm down"),
        ("as I said, there is one form", "respect", "as I said"),
        ("that's not possible today", "no-because", "not possible"),
        ("That is not my department", "own-the-resolution", "That is not my department"),
        ("oh, don't worry about it", "build-confidence", "don't worry about it"),
        ("someone will be in touch with you", "next-steps", "someone will be in touch"),
        ("you should have told us before", "no-blame", "you should have"),
        ("But the form came late", "state-not-reject", "But"),
        ("we have to authenticate you first", "plain-language", "authenticate"),
    ],
)
def test_the_words_themselves_speak_for_a_card(said: str, technique: str, words: str) -> None:
    assert fits(said) == Fitting(technique, words=words)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "the train left early",
        "what happened on the day it was due",
        "you should have received it by now",
        "I understand that it must be frustrating",
    ],
)
def test_nothing_is_made_up_where_nothing_speaks_for_a_card(said: str) -> None:
    assert fits(said) is None


def test_a_hint_that_rests_on_the_words_comes_first() -> None:
    cue = Cue(samples(14.5), "not-the-dead-end", "nudge", "Open with what can be done", "not possible")
    report = replace(QUIET, transcript=(LINE,), cues=(cue,))
    assert fits("that's not possible today", report) == Fitting("not-the-dead-end", words="not possible")


def test_a_hint_of_then_speaks_for_a_card_where_the_words_do_not() -> None:
    hint = Cue(
        samples(12), "explain-enough", "nudge", "Less is more: pause, and ask", "you have spoken for 40 s"
    )
    for t, offered in ((9.9, False), (10, True), (15.9, True), (16.1, False)):
        report = replace(QUIET, transcript=(LINE,), cues=(replace(hint, t=samples(t)),))
        assert fits(LINE.text, report) == (Fitting("explain-enough", hint=hint.text) if offered else None)
    praise = replace(QUIET, transcript=(LINE,), cues=(replace(hint, kind="praise"),))
    assert fits(LINE.text, praise) is None


def test_what_only_heat_makes_risky_is_offered_only_there() -> None:
    said = "you are right, we always do that"
    found = fits(said, HEATED)
    assert found is not None and found.technique == "understand-not-agree"
    assert fits(said) is None


def test_every_card_that_says_which_words_to_leave_out_is_found_by_them() -> None:
    quoted = [
        (technique.id, found[1])
        for technique in COACHING.techniques.values()
        for line in technique.avoid
        if (found := re.fullmatch(r"'(.+?)[….,?!]*'", line)) and len(found[1].split()) > 2
    ]
    assert len(quoted) > 10
    assert [id for id, words in quoted if fits(words) is None and fits(words, HEATED) is None] == []
