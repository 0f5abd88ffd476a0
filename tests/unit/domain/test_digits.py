"""What is blanked before anything heard is kept: card numbers and security codes, and nothing else."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.digits import PATIENCE, REMOVED, UNFINISHED, Blanking, blanked, blanked_lines
from app.domain.timeline import Speaker, Utterance, Word, samples

A, C = Speaker.AGENT, Speaker.CUSTOMER


def talk(*said: tuple[Speaker, str], every_s: float = 3.0) -> tuple[Utterance, ...]:
    """Utterances one after the other, each of two seconds."""
    return tuple(
        Utterance(who, samples(place * every_s), samples(place * every_s + 2), text)
        for place, (who, text) in enumerate(said)
    )


def texts(lines: tuple[Utterance, ...]) -> list[str]:
    return [line.text for line in lines]


CARDS = [
    "4111 1111 1111 1111",
    "4111111111111111",
    "4111-1111-1111-1111",
    "4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1",
    "4111, 1111, 1111, 1111",
    "4111. 1111. 1111. 1111.",
    "41/11/11/11/11/11/11/11",
    "4111 1111\N{NO-BREAK SPACE}1111\N{EN DASH}1111",
    "3782 822463 10005",
    "6011 0000 0000 0000 0004",
    "4222222222222",
    "four one one one one one one one one one one one one one one one",
    "Four one one one. One one one one. One one one one. One one one one.",
    "forty one eleven eleven eleven eleven eleven eleven eleven",
    "forty-one eleven, eleven eleven, eleven eleven, eleven eleven",
    "four triple one double one double one double one double one quadruple one",
    "four one hundred eleven eleven eleven eleven eleven eleven eleven one",
    "five five double five, five five five five, four four double four, four four four four",
    "4111 one one one one 1111 eleven eleven",
    "4111 1111 um 1111 1111",
    "four one one one, er, one one one one, and then one one one one, and one one one one",
    "four one one one dash one one one one dash one one one one dash one one one one",
    "4111, next four 1111, then 1111 and the last four 1111",
    "the first four digits are 4111 and the next are 1111 1111 1111",
    "four three ones hang on let me see one one one one okay one one one one and one one one one",
    "four won one one one one one one one one one one one one one one",
    "four one one one oven one one one one one one one tree one one one",
    "oh four oh four oh four oh four oh four oh four oh four oh four",
    "five nought nought five nought nought five nought nought five nought nought five nought nought five",
    "\N{FULLWIDTH DIGIT FOUR}111 1111 1111 1111",
    "four one one one one one one one one one one one one one one two",
]


@pytest.mark.parametrize("number", CARDS)
@pytest.mark.parametrize("around", ["{}", "My card is {}, thank you.", "yes it's {}"])
def test_a_card_number_is_blanked_however_it_is_written(number: str, around: str) -> None:
    said = blanked(around.format(number))
    assert said.count(REMOVED) == 1
    assert not re.search(r"\d|\b(?:eleven|forty|double|triple)\b", said)
    assert not re.search(r"\bone\b", said)


CODES = [
    ("The security code is 321.", "The security code is [number removed]."),
    ("security code three two one", "security code [number removed]"),
    ("It's three twenty one, that's the security code.", None),
    ("321 is the code", "[number removed] is the code"),
    ("the CVV is 987", "the CVV is [number removed]"),
    ("CVV2: 987", None),
    ("the cvc on the card is nine eight seven", "the cvc on the card is [number removed]"),
    ("the C V V is nine, eight, seven.", "the C V V is [number removed]."),
    ("see v v nine eight seven", "see v v [number removed]"),
    ("the security number is double four nine", "the security number is [number removed]"),
    (
        "the three digits on the back are three two one please",
        "the three digits on the back are [number removed] please",
    ),
    (
        "the last three numbers you can see on the back would be um 4, 5, 6",
        "the last three numbers you can see on the back would be um [number removed]",
    ),
    ("the four digits on the front are 1234", "the four digits on the front are [number removed]"),
    ("my pin is one two three four", "my pin is [number removed]"),
    ("the code, on the back of my card, that is, um, 321", None),
    ("the security code is one um two er three", "the security code is [number removed]"),
    ("cvv 123, expiry 12/25", "cvv [number removed], expiry 12/25"),
    ("the code for security reasons was one hundred and five", None),
    ("security 123", "security [number removed]"),
    ("security is 123", "security is [number removed]"),
    ("it's 321 the security code", "it's [number removed] the security code"),
    ("the verification number is 987", "the verification number is [number removed]"),
    ("the three digit number is 779", "the three digit number is [number removed]"),
    ("card verification value 987", "card verification value [number removed]"),
    ("the CID is 1234", "the CID is [number removed]"),
    ("see vv two nine eight seven", "see vv [number removed]"),
    ("it says 779 on the back", "it says [number removed] on the back"),
    (
        "the last three numbers on the signature strip are 779",
        "the last three numbers on the signature strip are [number removed]",
    ),
    ("the last three digits are one two three", None),
    (
        "the security code printed in small figures there on this new card that I can hardly read is 779",
        "the security code printed in small figures there on this new card that I can hardly read is"
        " [number removed]",
    ),
    (
        "there's a discount code 2024 and the cvv is 987",
        "there's a discount code 2024 and the cvv is [number removed]",
    ),
    ("cvv 123 for order 4567", "cvv [number removed] for order 4567"),
    (
        "the passcode is 4471 and it is for 2 people",
        "the passcode is [number removed] and it is for 2 people",
    ),
]


@pytest.mark.parametrize(("said", "kept"), CODES)
def test_a_security_code_is_blanked_where_it_is_named(said: str, kept: str | None) -> None:
    assert blanked(said) == kept if kept else REMOVED in blanked(said)


UNTOUCHED = [
    "",
    "one of the four things I bought for you won a prize",
    "no one told me, not one of them",
    "it was 1,249.99 plus 20 percent, so about 1500 pounds",
    "£4,111.11 and $20 and 30 euros",
    "one hundred and twenty three thousand four hundred and fifty six pounds",
    "on 12/25/2024 at 10:30",
    "on the 24th of December 2024 between 9 and 11",
    "nineteen eighty four",
    "my number is 020 7946 0018",
    "my number is +44 7700 900123",
    "oh seven seven double oh nine hundred one two three",
    "call 020 7946 0018 or 07700 900123",
    "that's 020 7946 0018 and 07700 900123",
    "it's 07700 900123, yes, 07700 900123",
    "oh two oh seven nine four six double oh one eight and oh seven seven double oh nine hundred one two",
    "order number 123456789012",
    "order 123456789 for 120.50",
    "order one two three four five six seven eight nine for one hundred and twenty pounds",
    "order 123456 and the phone number is 07700 900123",
    "the reference is 29141-77763-17066",
    "the parcel's number is 183778353374068124",
    "error code 404",
    "area code 415, and the postcode is 2000",
    "the code was sent in 2023",
    "the code expires in May 2025",
    "the code costs 250 dollars",
    "the security team charged me 250 pounds",
    "there are three digits on the back of it",
    "we tried 3 or 4 times in 30 minutes",
    "one two three",
    "one two three four five six and then my phone is oh seven seven double oh nine hundred one two three",
    "three four or five times in two or three weeks for ten or twelve days",
    "the room is on floor 12, number 1204",
    "the number is 183778353374068124",
    "I paid by card, the tracking number is 183778353374068124",
    "my card was charged 120 pounds and my number is 020 7946 0018",
    "my card ends in 1234",
    "the security deposit is 500",
    "500 is the security deposit",
    "home security system costs 450",
    "security update 2024",
    "promo code 1234",
    "my discount code is 2024",
    "the voucher code is 4455 and the door code 1199",
    "the dress code is fine, table for 100",
    "the last three digits of my order number are 779",
    "there was an error with the code for order 4567",
    "in 2024 and 2025 and 2026 and 2023",
    "in 2011, 2012, 2013, 2017",
    "between 1000 and 2000 and 3000 and 4000 people",
]


@pytest.mark.parametrize("said", UNTOUCHED)
def test_everything_else_stays(said: str) -> None:
    assert blanked(said) == said
    line = Utterance(C, 0, 100, said, (Word("one", 0, 10),))
    assert blanked_lines([line]) == (line,)


def test_a_line_that_was_blanked_has_no_words_of_its_own() -> None:
    line = Utterance(C, 0, 100, "4111 1111 1111 1111", (Word("4111", 0, 10),))
    assert blanked_lines([line]) == (replace(line, text=REMOVED, words=()),)


def test_a_number_read_out_in_groups_with_the_other_side_agreeing() -> None:
    lines = talk(
        (A, "Could I have the long number on the front of your card?"),
        (C, "Sure, it's four one one one."),
        (A, "Mm-hm."),
        (C, "One one one one"),
        (A, "yes, go ahead"),
        (C, "and then 1111"),
        (A, "thank you, and the rest?"),
        (C, "um"),
        (C, "one one one one, that's it."),
        (A, "And the expiry date?"),
        (C, "twelve twenty seven"),
        (A, "Thank you. I've charged 120 pounds."),
    )
    assert texts(blanked_lines(lines)) == [
        "Could I have the long number on the front of your card?",
        "Sure, it's [number removed].",
        "Mm-hm.",
        "[number removed]",
        "yes, go ahead",
        "and then [number removed]",
        "thank you, and the rest?",
        "um",
        "[number removed], that's it.",
        "And the expiry date?",
        "twelve twenty seven",
        "Thank you. I've charged 120 pounds.",
    ]


@pytest.mark.parametrize(
    "between",
    [
        "M. M. M. J. M..",
        "Mama.",
        "Hum, home.",
        "Sorry, I missed that, can you say it again?",
        "Go ahead.",
        "",
    ],
)
def test_a_sound_that_was_not_understood_does_not_cut_a_number(between: str) -> None:
    lines = talk((C, "It's 4111 1111 please"), (A, between), (C, "Aham."), (C, "One, one, one, one, 1111."))
    assert texts(blanked_lines(lines)) == [
        f"It's {REMOVED} please",
        between,
        "Aham.",
        f"{REMOVED}.",
    ]


def test_a_number_that_is_read_back_is_blanked_on_both_sides() -> None:
    group = ["4111", "1111", "1111", "1111"]
    lines = talk(*((who, text) for text in group for who in (C, A)))
    assert set(texts(blanked_lines(lines))) == {REMOVED}


CARD = "Can I take the long number on the card?"
FIRST, SECOND = "4111 1111", "1111 1112"


@pytest.mark.parametrize(
    "said",
    [
        ((A, CARD), (C, "4111111111111112")),
        ((A, CARD), (C, "Sure, it's"), (C, "4111111111111112")),
        ((C, "It is a visa card"), (C, "4111111111111112")),
        ((A, CARD), (C, FIRST), (A, "Sorry, could you please repeat the second part of it?"), (C, SECOND)),
        (
            (A, CARD),
            (C, "four one one one one one one one"),
            (A, "Sorry the line is terrible could you please repeat the second part of it for me"),
            (C, "one one one one one one one two"),
        ),
        (
            (A, CARD),
            (C, FIRST),
            (A, "Is that a visa card or a mastercard?"),
            (C, "visa"),
            (A, "go on"),
            (C, SECOND),
        ),
        (
            (A, CARD),
            (C, f"{FIRST} is the first part of it"),
            (A, "Yes I have got that down here, and the second part?"),
            (C, f"the second part is {SECOND}"),
        ),
    ],
)
def test_a_card_number_that_was_asked_for_is_blanked_even_if_misheard_or_broken_off(
    said: tuple[tuple[Speaker, str], ...],
) -> None:
    lines = talk(*said)
    kept = blanked_lines(lines)
    assert [REMOVED in line.text for line in kept] == [
        bool(re.search(r"\d|one\b", line.text)) for line in lines
    ]
    assert not any(re.search(r"\d|one\b", line.text) for line in kept)


@pytest.mark.parametrize(("silence_s", "kept"), [(25.0, REMOVED), (70.0, None)])
def test_the_parts_of_a_card_number_belong_together_for_a_minute(silence_s: float, kept: str | None) -> None:
    first, second = talk((C, FIRST), (C, SECOND), every_s=silence_s + 2.0)
    asked = Utterance(A, 0, samples(1), CARD)
    assert texts(blanked_lines((asked, first, second)))[1:] == [kept or FIRST, kept or SECOND]


@pytest.mark.parametrize(
    "said",
    [
        ((A, CARD), (C, "The tracking number is 183778353374068124")),
        ((A, CARD), (C, "41111111"), (A, "And your phone number?"), (C, "07700900")),
        ((A, "I charged your card."), (C, "My order is 12345678"), (A, "Yes"), (C, "12345678 was the order")),
        ((A, "The parcel is 12345678"), (C, "12345678")),
    ],
)
def test_numbers_of_other_kinds_are_not_taken_for_parts_of_a_card(
    said: tuple[tuple[Speaker, str], ...],
) -> None:
    lines = talk(*said)
    assert blanked_lines(lines) == lines


def test_numbers_that_answer_different_questions_are_different_numbers() -> None:
    lines = talk(
        (A, "What is your order number?"),
        (C, "it's one two three four five six seven"),
        (A, "And the telephone number?"),
        (C, "oh seven seven double oh nine double oh one two three"),
        (A, "And the postcode?"),
        (C, "2000"),
    )
    assert blanked_lines(lines) == lines


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        ("And the security code, please?", "three two one", REMOVED),
        ("And the three digits on the back?", "yes, it's 321.", f"yes, it's {REMOVED}."),
        (
            "What's the C V V?",
            "Hold on. It says four five six I think.",
            f"Hold on. It says {REMOVED} I think.",
        ),
        ("and the last three digits", "one two three", REMOVED),
        ("the three digits on the signature strip", "one two three", REMOVED),
        ("and the last three numbers on the strip please", "779", REMOVED),
        ("and the verification number", "it's 779", f"it's {REMOVED}"),
        ("And the code?", "321, and I paid 250 pounds", f"{REMOVED}, and I paid 250 pounds"),
        ("And the code?", "the card expires 12/25", "the card expires 12/25"),
        ("For security, what is your house number?", "415", "415"),
        ("What's the area code?", "415", "415"),
        ("What's the discount code?", "1234", "1234"),
        ("And the code?", "room 415", "room 415"),
        ("There was an error with the code.", "room 101", "room 101"),
        ("There was an error with the code.", "order 4567", "order 4567"),
        ("There was an error with the code.", "we were 120 in there", "we were 120 in there"),
        ("There was an error with the code.", "it's 4567", f"it's {REMOVED}"),
        ("There was an error with the code.", "yes, 4567", f"yes, {REMOVED}"),
    ],
)
@pytest.mark.parametrize("late_s", [0.0, 15.0])
def test_the_answer_to_who_asks_for_a_code_is_blanked(
    question: str, answer: str, kept: str, late_s: float
) -> None:
    asked, said = talk((A, question), (C, answer), every_s=3.0 + late_s)
    assert blanked_lines([asked, said])[1].text == kept


def test_a_code_that_comes_digit_by_digit_and_is_read_back() -> None:
    lines = talk(
        (A, "And the security code?"),
        (C, "three"),
        (A, "yes"),
        (C, "two"),
        (C, "one"),
        (A, "three two one, thanks"),
    )
    assert texts(blanked_lines(lines)) == [
        "And the security code?",
        REMOVED,
        "yes",
        REMOVED,
        REMOVED,
        f"{REMOVED}, thanks",
    ]


def test_a_code_whose_question_is_still_being_asked() -> None:
    """The answer's text can come before that of a longer question beside it."""
    answer = Utterance(C, samples(4), samples(5), "321")
    question = Utterance(A, 0, samples(9), "And the security code please, thank you, I will put that in now.")
    blanking = Blanking()
    assert blanking.feed(answer) == []
    assert texts(tuple(blanking.feed(question))) == [REMOVED, question.text]


@pytest.mark.parametrize(
    ("waited", "late_s", "kept"),
    [
        ((A, "Sure, take your time."), 45.0, REMOVED),
        ((A, "No problem, I'll wait."), 70.0, REMOVED),
        ((A, "Sure, take your time."), 95.0, None),
        ((A, "Then we will book you into another hotel in the town."), 45.0, None),
        ((C, "321"), 45.0, None),
    ],
)
def test_a_code_is_expected_for_half_a_minute_and_longer_while_it_is_fetched(
    waited: tuple[Speaker, str], late_s: float, kept: str | None
) -> None:
    lines = talk((A, "And the security code?"), (C, "Hold on, I get it from the kitchen."), waited)
    answer = Utterance(C, samples(late_s), samples(late_s + 2), "we have 779")
    assert blanked_lines((*lines, answer))[-1].text == (f"we have {kept}" if kept else answer.text)


def test_what_cannot_go_on_is_given_at_once_and_digits_at_the_end_are_held_back() -> None:
    blanking = Blanking()
    hello, number, agreed, more, bye = talk(
        (A, "Hello"), (C, "It is 4111 1111"), (A, "Yes"), (C, "1111"), (C, "And the machine is still broken.")
    )
    assert blanking.feed(hello) == [hello]
    assert blanking.feed(number) == []
    assert blanking.feed(agreed) == [agreed]
    assert blanking.feed(more) == []
    assert blanking.feed(bye) == [number, more, bye]
    assert blanking.flush() == []


def test_nothing_is_held_back_for_longer_than_its_time() -> None:
    blanking = Blanking()
    (number,) = talk((C, "It is 4111 1111"))
    assert blanking.feed(number) == []
    assert blanking.reach(number.end + PATIENCE) == []
    assert blanking.reach(number.end + PATIENCE + 1) == [number]


def test_what_is_held_back_can_be_kept_without_its_numbers() -> None:
    blanking = Blanking()
    asked, number, sound = talk((A, CARD), (C, "It is 4111 1111, and three"), (C, "um"))
    for line in (asked, number, sound):
        blanking.feed(line)
    assert texts(tuple(blanking.held)) == [f"It is {REMOVED}", "um"]
    assert blanking.reach(number.end + PATIENCE + 1) == []
    assert blanking.reach(number.end + UNFINISHED + 1) == [number, sound]
    assert blanking.held == []


WORDS = {
    "0": ("zero", "oh", "nought"),
    "1": ("one",),
    "2": ("two",),
    "3": ("three",),
    "4": ("four",),
    "5": ("five",),
    "6": ("six",),
    "7": ("seven",),
    "8": ("eight",),
    "9": ("nine", "niner"),
}
PAIRS = {
    "10": "ten",
    "11": "eleven",
    "12": "twelve",
    "13": "thirteen",
    "14": "fourteen",
    "15": "fifteen",
    "16": "sixteen",
    "17": "seventeen",
    "18": "eighteen",
    "19": "nineteen",
}
TENS = {
    "2": "twenty",
    "3": "thirty",
    "4": "forty",
    "5": "fifty",
    "6": "sixty",
    "7": "seventy",
    "8": "eighty",
    "9": "ninety",
}


def luhn(digits: str) -> bool:
    doubled = "0246813579"
    return (
        sum(int(doubled[int(d)]) if place % 2 else int(d) for place, d in enumerate(reversed(digits))) % 10
        == 0
    )


@st.composite
def cards(draw: st.DrawFn) -> str:
    body = draw(st.text("0123456789", min_size=12, max_size=18))
    return next(body + check for check in "0123456789" if luhn(body + check))


@st.composite
def written(draw: st.DrawFn, digits: str, *, spoken: bool | None = None) -> str:
    """Digits in groups, in figures or in words as people say them."""
    said: list[str] = []
    while digits:
        size = draw(st.integers(1, 6))
        group, digits = digits[:size], digits[size:]
        as_words = draw(st.booleans()) if spoken is None else spoken
        said.append(draw(spoken_group(group)) if as_words else group)
    separators = st.sampled_from([" ", "-", ", ", ". ", "/", " - ", " um, ", " and ", " then "])
    return "".join(
        part + (draw(separators) if place < len(said) - 1 else "") for place, part in enumerate(said)
    )


@st.composite
def spoken_group(draw: st.DrawFn, group: str) -> str:
    said: list[str] = []
    while group:
        pair = group[:2]
        if pair in PAIRS and draw(st.booleans()):
            said.append(PAIRS[pair])
        elif len(pair) == 2 and pair[0] in TENS and pair[1] != "0" and draw(st.booleans()):
            said.append(f"{TENS[pair[0]]}{draw(st.sampled_from(' -'))}{WORDS[pair[1]][0]}")
        elif len(pair) == 2 and pair[0] == pair[1] and draw(st.booleans()):
            said.append(f"double {draw(st.sampled_from(WORDS[pair[0]]))}")
        else:
            pair = pair[0]
            said.append(draw(st.sampled_from(WORDS[pair])))
        group = group[len(pair) :]
    return " ".join(said)


def digits_left(text: str) -> int:
    """How many digits a text holds at least, written or spoken."""
    names = {name for names in WORDS.values() for name in names} | set(TENS.values())
    return sum(
        len(word) if word.isdecimal() else (word in names) + 2 * (word in PAIRS.values())
        for word in re.findall(r"\d+|[a-z]+", text.lower())
    )


@given(cards(), st.data())
def test_no_card_number_is_left_in_a_text(card: str, data: st.DataObject) -> None:
    said = f"Well, it is {data.draw(written(card))}, all right."
    assert digits_left(blanked(said)) == 0
    assert blanked(said).startswith("Well, it is ") and blanked(said).endswith(", all right.")


@given(cards(), st.data())
def test_no_card_number_is_left_in_a_call_however_it_is_cut(card: str, data: st.DataObject) -> None:
    said: list[tuple[Speaker, str]] = []
    left = card
    while left:
        size = data.draw(st.integers(1, 16))
        said.append((C, data.draw(written(left[:size]))))
        left = left[size:]
        if data.draw(st.booleans()):
            said.append((A, data.draw(st.sampled_from(["Yes.", "mm-hm", "okay, go on", said[-1][1]]))))
    lines = blanked_lines(talk((A, "The number please?"), *said, (C, "That is all."), (A, "Thanks")))
    assert sum(digits_left(line.text) for line in lines if line.speaker is C) == 0
    assert blanked_lines(lines) == lines


@st.composite
def chatter(draw: st.DrawFn) -> list[Utterance]:
    """Two people's utterances in order of time, with digits in all kinds of places."""
    numbers = [
        "4111",
        "11",
        "1",
        "one",
        "two",
        "eleven",
        "forty",
        "hundred",
        "double",
        "to",
        "for",
        "07700900123",
    ]
    around = ["and", "um", "yes", "is", "the", "hello", "order", "pounds", "£", ",", ".", "-", "/", REMOVED]
    named = ["code", "security", "cvv", "321", "12/25", "digits", "on", "back", "expires", "in"]
    named += ["card", "long number", "error", "visa", "12345678", "last three", "it's", "what's", "2024"]
    words = st.sampled_from(numbers + around + named)
    lines: list[Utterance] = []
    t = 0
    for text in draw(st.lists(st.lists(words, max_size=12).map(" ".join), max_size=12)):
        t += samples(draw(st.integers(1, 40)))
        lines.append(Utterance(draw(st.sampled_from(Speaker)), t, t + samples(2), text))
    return lines


@settings(max_examples=300)
@given(chatter())
def test_blanking_loses_nobody_changes_no_order_and_is_done_once(lines: list[Utterance]) -> None:
    kept = blanked_lines(lines)
    assert [(line.speaker, line.start, line.end) for line in kept] == [
        (line.speaker, line.start, line.end) for line in lines
    ]
    assert blanked_lines(kept) == kept
    for line in kept:
        assert blanked(line.text) == line.text
    blanking = Blanking()
    streamed = [ready for line in lines for ready in blanking.feed(line)] + blanking.flush()
    for who in Speaker:
        assert [line for line in streamed if line.speaker is who] == [
            line for line in kept if line.speaker is who
        ]


@given(st.lists(st.text(st.characters(exclude_categories=("Nd", "Cs"))), max_size=6))
def test_text_without_digits_or_number_words_is_untouched(said: list[str]) -> None:
    lines = talk(*((C, text) for text in said if not digits_left(text)))
    assert blanked_lines(lines) == lines


@given(st.text("0123456789 -", max_size=40))
def test_no_thirteen_figures_in_a_row_that_pass_the_check_are_left(text: str) -> None:
    for run in re.findall(r"[\d -]+", blanked(text)):
        digits = re.sub(r"\D", "", run)
        assert not any(
            luhn(digits[start : start + length])
            for start in range(len(digits))
            for length in range(13, 20)
            if start + length <= len(digits)
        )
