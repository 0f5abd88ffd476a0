import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import plain_words, read


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I can’t do that.", "i can not do that"),
        ("WE CANNOT", "we can not"),
        ("You won't; it's OK!", "you will not it is okay"),
        ("Let's see what they've got", "let us see what they have got"),
        ("the customer's well-known 'issue'", "the customers well known issue"),
        ("at 3 p.m. on the 5th", "at 3 pm on the 5th"),
        ("dont didnt thats", "do not did not that is"),
        ("well were id", "well were id"),
        ("", ""),
        ("… -- ?!", ""),
    ],
)
def test_what_two_recognisers_write_compares_the_same(text, plain):
    assert " ".join(plain_words(text)) == plain


def test_sentences_and_their_marks():
    text = read("Right. What did Mr. Smith say? No mark")
    assert [(s.start, s.end, s.mark) for s in text.sentences] == [(0, 1, "."), (1, 6, "?"), (6, 8, "")]
    assert text.punctuated and not read("no mark").punctuated


def test_words_are_given_back_as_they_were_heard():
    text = read("Well, I can’t do that.")
    assert text.as_heard(1, 5) == "I can't do"
    assert text.as_heard(0, 1) == "Well"


@given(st.text(max_size=80))
def test_any_text_can_be_read(raw):
    text = read(raw)
    assert len(text.words) == len(text.source)
    assert [s.start for s in text.sentences[1:]] == [s.end for s in text.sentences[:-1]]
    assert all(s.start < s.end for s in text.sentences)
    text.as_heard(0, len(text.words))
