"""What the agent promised, and what was none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.promises import Promised, promises
from app.domain.timeline import Speaker, Utterance, samples

WEDNESDAY = date(2026, 11, 18)


def said(*lines: str, by: Speaker = Speaker.AGENT) -> list[Utterance]:
    """Give lines one after the other, each of two seconds."""
    return [
        Utterance(by, samples(3 * place), samples(3 * place + 2), line) for place, line in enumerate(lines)
    ]


def found(*lines: str) -> list[tuple[str, str]]:
    """Give what is promised in these lines of the agent's: the text, and the day as "20 Nov" or ""."""
    return [
        (each.text, f"{each.due.day} {each.due:%b}" if each.due else "")
        for each in promises(said(*lines), WEDNESDAY)
    ]


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("I'll call you back by Friday.", "Call them back", "20 Nov"),
        ("You'll have it within two days.", "They'll have it", "20 Nov"),
        ("I will send it tomorrow morning.", "Send it in the morning", "19 Nov"),
        ("I'll get back to you in ten minutes.", "Get back to them", "18 Nov"),
        ("I'll look into this and let you know by the end of the week.", None, "20 Nov"),
        ("I'll send you the form on the 14th.", "Send them the form", "14 Dec"),
        ("So I'll raise it with the team next Tuesday.", "Raise it with the team", "24 Nov"),
        ("I'm going to ring you this afternoon, is that okay?", "Ring them in the afternoon", "18 Nov"),
        ("Let me check with the warehouse and call you back tomorrow.", None, "19 Nov"),
        ("Let me call you back in an hour.", "Call them back", "18 Nov"),
        ("I'll find out what happened by Friday.", "Find out what happened", "20 Nov"),
        ("I'll get the refund processed today.", "Get the refund processed", "18 Nov"),
        ("I'll send you an email.", "Send them an email", ""),
        ("I'll call you back.", "Call them back", ""),
        ("I'll keep you updated.", "Keep them updated", ""),
        ("What I'll do is call the warehouse today and call you back tomorrow.", None, "19 Nov"),
        ("Tomorrow morning I'll call you.", "Call them in the morning", "19 Nov"),
        ("By Friday you'll have the replacement.", "They'll have the replacement", "20 Nov"),
        ("Give me ten minutes and I'll ring you back.", "Ring them back", "18 Nov"),
        ("A colleague will call you tomorrow at ten.", "A colleague will call them at ten", "19 Nov"),
        ("The engineer will be there on Tuesday.", "The engineer will be there", "24 Nov"),
        ("It will be with you by Friday.", "It will be with them", "20 Nov"),
        ("I will credit your account by the end of the day.", "Credit their account", "18 Nov"),
        ("I'm not in today but I'll call you tomorrow.", "Call them", "19 Nov"),
        ("I promise I'll call you on Monday.", "Call them", "23 Nov"),
        ("I'll have an answer for you by five o'clock.", None, "18 Nov"),
        ("I'll let you know if it arrives tomorrow.", "Let them know if it arrives", "19 Nov"),
        ("I'll call you tomorrow if that works for you.", "Call them", "19 Nov"),
        ("I'll call you back about the refund tomorrow.", "Call them back about the refund", "19 Nov"),
        ("I'll call you tomorrow about your refund.", "Call them about their refund", "19 Nov"),
        ("I will personally make sure it gets there by Thursday.", "Make sure it gets there", "19 Nov"),
        ("We'll be in touch within 48 hours.", "Be in touch", "20 Nov"),
        ("I'll be there on Tuesday.", "Be there", "24 Nov"),
        ("I'll be getting back to you on Friday.", "Be getting back to them", "20 Nov"),
        ("I promise to call you on Friday.", "Call them", "20 Nov"),
        ("I'll ring you back a week on Monday.", "Ring them back", "30 Nov"),
        ("Your refund will be in your account within five working days.", None, "25 Nov"),
        ("Someone from billing will be in touch within 24 hours.", None, "19 Nov"),
        ("Our engineer will come out on Thursday.", "Our engineer will come out", "19 Nov"),
    ],
)
def test_a_promise_is_found(line: str, text: str | None, due: str) -> None:
    ((told, day),) = found(line)
    assert day == due
    assert text is None or told == text


@pytest.mark.parametrize(
    "line",
    [
        "i'll look into this and get back to you by the end of the week okay is there anything else",
        "so what i'm going to do is um call you back by friday and um is there anything else i can help with",
    ],
)
def test_text_without_any_stops_is_cut_where_the_promise_is_over(line: str) -> None:
    ((told, day),) = found(line)
    assert told.endswith(("get back to them", "Call them back")) and day == "20 Nov"


@pytest.mark.parametrize(
    "line",
    [
        # questions, and what hangs on the customer
        "Shall I call you back tomorrow?",
        "Will I get it by Friday?",
        "If you send me the form, I'll call you on Friday.",
        "I'll call you on Monday when you're back from holiday.",
        "Once you have sent it, I'll call you within two days.",
        "If it hasn't arrived by then, I'll send another on Friday.",
        # what won't be, or is only hoped for
        "I won't be able to send it by Friday.",
        "I can't promise I'll have it by Friday.",
        "I can't promise to have it by Friday.",
        "I'll try to call you back tomorrow.",
        "I'll do my best to have it by Friday.",
        "We'll aim to have it fixed by the weekend.",
        "I hope I'll have it by Friday.",
        "I don't think I'll have it by Friday.",
        "I'll probably call you on Friday.",
        "I'll never do that again by Friday.",
        # what is done within the call
        "I'll be with you in two minutes.",
        "I'm going to put you on hold for two minutes.",
        "I'll be happy to help you today.",
        "I'm going to sort this out for you today.",
        "I'll email you the link right now.",
        "I'll let you know in a second.",
        "I'll send that through while you're on the line.",
        "I'll go through this with you today.",
        # what is only a manner of speaking, or tells of oneself
        "I'll be honest, it won't come before Friday.",
        "I'll be straight with you, the earliest is Friday.",
        "I'll admit we dropped the ball on Monday.",
        "I'll guess it arrives on Friday.",
        "I'll be out of the office on Friday.",
        "I'll let you speak to him on Friday.",
        "I'll cancel your Friday slot.",
        # what others owe, or what is past
        "You'll have noticed the charge on the 14th.",
        "You will have to call us by Friday.",
        "You said you'll call me by Friday.",
        "I'll need your number by tomorrow.",
        "Let me know by Friday.",
        "Let me see what we have on Friday.",
        "I'll check what happened on Tuesday.",
        "I called you on Friday.",
        "The parcel was sent yesterday.",
        "I'll speak to my manager.",
        "",
    ],
)
def test_what_is_no_promise(line: str) -> None:
    assert found(line) == []


def test_only_the_agent_promises() -> None:
    assert promises(said("I'll call you back by Friday.", by=Speaker.CUSTOMER), WEDNESDAY) == ()


def test_several_in_a_sentence_each_have_their_day() -> None:
    assert found("I'll call you tomorrow and then I'll send the form by Friday.") == [
        ("Call them", "19 Nov"),
        ("Send the form", "20 Nov"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("I'll get back to you.", "By the end of the week."),
        ("i'll get back to you", "by the end of the week"),
        ("I'll get back to you. By the end of the week.",),
    ],
)
def test_a_day_named_after_a_short_pause_belongs_to_it(lines: tuple[str, ...]) -> None:
    assert found(*lines) == [("Get back to them", "20 Nov")]


def test_a_day_that_the_customer_names_does_not() -> None:
    lines = said("I'll get back to you.", "by Friday please")
    lines[1] = Utterance(Speaker.CUSTOMER, lines[1].start, lines[1].end, lines[1].text)
    assert [each.due for each in promises(lines, WEDNESDAY)] == [None]


def test_what_is_said_again_is_given_once_with_its_day() -> None:
    assert found(
        "I'll call you back.", "So I'll ring you on Friday.", "As I said I will phone you on Friday"
    ) == [("Ring them", "20 Nov")]


def test_where_it_was_said_and_in_which_words() -> None:
    lines = said("Thank you for waiting.", "Right. I'll call you back by Friday.")
    (promised,) = promises(lines, WEDNESDAY)
    assert lines[1].start < promised.t < lines[1].end
    assert promised.evidence == "I'll call you back by Friday"


def test_days_count_from_that_of_the_call() -> None:
    (promised,) = promises(said("I'll call you tomorrow."), date(2026, 12, 31))
    assert promised == Promised(0, "Call them", date(2027, 1, 1), "I'll call you tomorrow")


WORDS = (
    "i will i'll you call back send the form by friday within two days tomorrow if not what when let me "
    "and to um okay today on 14th may a in ten minutes is that okay? promise, said. we're going you'll have"
)
lines_of_words = st.lists(st.sampled_from(WORDS.split()), max_size=20).map(" ".join)


@given(st.lists(lines_of_words, max_size=4))
def test_whatever_is_said_gives_sound_promises(lines: list[str]) -> None:
    spoken = said(*lines)
    for each in promises(spoken, WEDNESDAY):
        assert each.text and each.evidence
        assert each.due is None or each.due >= WEDNESDAY
        assert any(line.start <= each.t <= line.end for line in spoken)


@given(st.text(max_size=200))
def test_any_text_at_all_can_be_read(text: str) -> None:
    promises(said(text), WEDNESDAY)
