import pytest

from tests.unit.domain.cue_scenario import coaching


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # as Moonshine writes
        ("What happened next?", "o"),
        ("Okay, so how did that make you feel?", "o"),
        ("Do you have the number? And which letter was it?", "co"),
        ("You called on Monday?", "c"),
        ("Tell me more about the letter.", "o"),
        ("Could you walk me through it, please?", "o"),
        ("I see. Is there anything else I can help you with?", "c"),
        ("Have a great day.", ""),
        ("What we can do is send a new one.", ""),
        ("I will find out what happened.", ""),
        ("Thank you for that, and can you tell me when it began?", "o"),
        ("Didn't it work?", "c"),
        # as Vosk writes
        ("what happened next", "o"),
        ("okay so how did that make you feel", "o"),
        ("what day would you like for your appointment", "o"),
        ("can you repeat that for me please", "c"),
        ("okay is there anything else i can help you with", "c"),
        ("this is the service desk how can i help you today", "o"),
        ("tell me more about the letter", "o"),
        ("do you have the number", "c"),
        ("isn't that the one", "c"),
        ("have a great day", ""),
        ("do call me back", ""),
        ("what we can do is send a new one", ""),
        ("when you get it call us", ""),
        ("i will find out what it was", ""),
        ("could you walk me through it please", "o"),
        ("", ""),
    ],
)
def test_questions_are_open_or_closed(text, kinds):
    found = coaching().openers.questions(text)
    assert "".join(question.kind[0] for question in found) == kinds
