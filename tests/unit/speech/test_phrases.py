"""Phrases are found through recognition errors, and near misses are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cue_rules import Found
from app.domain.techniques import PhraseList
from app.domain.timeline import Speaker, Utterance
from app.speech.phrases import PhraseBook
from tests.unit.domain.cue_scenario import book, coaching


def found(phrase: str, text: str, *exceptions: str) -> list[str]:
    """Give what of `text` is found for one phrase."""
    phrases = PhraseBook(
        [PhraseList("list", Speaker.AGENT, (phrase,), exceptions)],
        ["two", "five"],
        {"day": ("monday", "friday")},
    )
    return [hit.words for hit in phrases.find(Speaker.AGENT, text).get("list", ())]


@pytest.mark.parametrize(
    ("phrase", "text", "heard"),
    [
        ("let me make sure", "Okay, let me make sure.", "let me make sure"),
        ("let me make sure", "let me make shore", "let me make shore"),
        ("let me make sure", "let me, um, just make sure", "let me, um, just make sure"),
        ("i can not do that", "I can’t do that", "I can't do that"),
        ("i can not do that", "i cannot do that", "i cannot do that"),
        ("we will call you", "We'll call you", "We'll call you"),
        ("what i am hearing is", "what I'm herring is", "what I'm herring is"),
        ("have i got that right", "have I got that write", "have I got that write"),
        ("from what you have told me", "from what you've told me", "from what you've told me"),
        ("from what you have told me", "from what have told me", "from what have told me"),
        ("here is what happens next", "here's what the happens next", "here's what the happens next"),
        ("supervisor", "a superviser please", "superviser"),
        ("unacceptable", "that is unacceptible", "unacceptible"),
        ("i apologise", "I apologize", "I apologize"),
        ("by #", "by 5 o'clock", "by 5"),
        ("by #", "by five", "by five"),
        ("by {day}", "ready by Friday!", "by Friday"),
        ("i will ... by {day}", "I'll send you the form by Friday.", "I'll send you the form by Friday"),
        ("i am sorry", "I'm so, so sorry", "I'm so, so sorry"),
    ],
)
def test_found(phrase, text, heard):
    assert found(phrase, text) == [heard]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("i can", "I can't"),
        ("what we can", "what we can not"),
        ("we can do that", "we can't do that"),
        ("we can not do that", "we can do that"),
        ("i can not help you with that", "i can help you with that"),
        ("it is possible", "it isn't possible"),
        ("possible", "that's not possible"),
        ("possible", "it was impossible"),
        ("acceptable answer", "unacceptable answer"),
        ("reasonable", "unreasonable"),
        ("i agree", "I degree"),
        ("i agree", "I don't agree"),
        ("i agree", "agree I"),
        ("problem", "no problem"),
        ("i understand", "I do not understand"),
        ("i understand", "I never understand"),
        ("let me make sure", "let me make some tea"),
        ("let me make sure", "let me sure"),
        ("your fault", "our fault"),
        ("your fault", "not your fault"),
        ("that is what i will do for you", "that is not what i will do for you"),
        ("by #", "by car"),
        ("i will ... by {day}", "I will not send it by Friday"),
        (
            "i will ... by {day}",
            "I will send it. " + "And so it goes on and on and on and on. " + "By Friday.",
        ),
        ("can", ""),
        ("can", "… ?!"),
    ],
)
def test_not_found(phrase, text):
    assert found(phrase, text) == []


def test_a_negation_does_not_reach_across_a_comma():
    assert found("what we can do", "If not, what we can do is this") == ["what we can do"]
    assert found("i understand", "I understand. Not everyone would.") == ["I understand"]


def test_exceptions_do_not_count():
    assert found("you should have", "You should have received it.", "you should have received") == []
    both = "You should have received it, and you should have called."
    assert found("you should have", both, "you should have received") == ["you should have"]


def test_finds_do_not_overlap_and_the_longer_one_counts():
    lists = [PhraseList("list", None, ("very angry man", "angry", "angry man indeed"))]
    hits = PhraseBook(lists).find(Speaker.CUSTOMER, "angry, and an angry man indeed")["list"]
    assert hits == (Found("angry", 0, "angry"), Found("angry man indeed", 3, "angry man indeed"))


def test_each_side_has_its_lists():
    lists = [PhraseList("a", Speaker.AGENT, ("hello",)), PhraseList("both", None, ("hello",))]
    phrases = PhraseBook(lists)
    assert set(phrases.find(Speaker.AGENT, "hello")) == {"a", "both"}
    assert set(phrases.find(Speaker.CUSTOMER, "hello")) == {"both"}
    heard = phrases.heard(Utterance(Speaker.CUSTOMER, 0, 100, "Hello."))
    assert heard.found == {"both": (Found("Hello", 0, "hello"),)}


PRAISED = {
    "paraphrase": "paraphrase",
    "label-feeling": "label_feeling",
    "acknowledge": "acknowledge",
    "no-unless": "unless",
    "whole-story": "whole_story",
    "confirm": "confirm",
    "next-steps": "promise",
    "drive-down-drama": "matters",
    "build-confidence": "build_confidence",
    "future-focus": "future_focus",
    "own-the-resolution": "own",
    "quick-impression": "offer_help",
    "facts-first": "fact_question",
    "outcome-not-process": "outcome",
    "no-because": "reason",
    "open-questions": "open_question",
}


def spoken() -> list[tuple[str, str]]:
    cards = coaching().techniques.values()
    return [(card.id, line) for card in cards for line in card.try_saying if not line.startswith("To ")]


@pytest.mark.parametrize(("technique", "line"), [pair for pair in spoken() if pair[0] in PRAISED])
def test_what_a_card_says_to_try_is_recognised(technique, line):
    kinds = {question.kind for question in coaching().openers.questions(line)}
    plain = "".join(c for c in line.lower() if c.isalnum() or c in " '")
    for text in (line, plain):
        assert PRAISED[technique] in {*book("general").find(Speaker.AGENT, text), *kinds}


@pytest.mark.parametrize(("technique", "line"), spoken())
def test_what_a_card_says_to_try_earns_no_nudge(technique, line):
    lists = book("general").find(Speaker.AGENT, line)
    assert not {"sharp", "blame", "verdict", "pass_blame", "agree"} & lists.keys()
    assert "refusal" not in lists or technique == "plain-language" or "reason" in lists


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_searched(text):
    for speaker in Speaker:
        for hits in book("technical").find(speaker, text).values():
            assert [hit.at for hit in hits] == sorted(hit.at for hit in hits)
