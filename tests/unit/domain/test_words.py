import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.timeline import samples
from app.domain.words import Fillers, Pace
from tests.unit.domain.cue_scenario import coaching


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Um, so, uh, the letter, you know, is there.", 3),
        ("um so uh the letter you know is there", 3),
        ("Do you know when? I'll let you know.", 0),
        ("It's sort of, I mean, kind of late.", 3),
        ("What kind of letter was it?", 0),
        ("", 0),
    ],
)
def test_fillers_are_counted_where_they_fill(text, count):
    assert coaching().fillers.count(text) == count


def test_pace_is_words_a_minute_of_own_speech():
    pace = Pace()
    pace.feed(words=10, fillers=1, speech=samples(4.9))
    assert pace.wpm is None and pace.call_wpm is None
    pace.feed(words=10, fillers=0, speech=samples(5.1))
    assert pace.wpm == pytest.approx(120) and pace.call_wpm == pytest.approx(120)
    assert pace.fillers_per_min == pytest.approx(6)


def test_only_the_last_half_minute_is_now():
    pace = Pace()
    for _ in range(10):
        pace.feed(words=10, fillers=2, speech=samples(10))
    for _ in range(2):
        pace.feed(words=30, fillers=0, speech=samples(10))
    assert pace.wpm == pytest.approx((10 + 60) * 2)
    assert pace.fillers_per_min == pytest.approx(4)
    assert pace.call_wpm == pytest.approx(160 / 2)
    assert pace.call_fillers_per_min == pytest.approx(20 / 2)


def test_a_long_utterance_counts_in_part():
    pace = Pace()
    pace.feed(words=100, fillers=0, speech=samples(40))
    assert pace.wpm == pytest.approx(150)


@given(st.lists(st.tuples(st.integers(0, 60), st.floats(0.1, 20)), min_size=1, max_size=80))
def test_pace_lies_between_the_slowest_and_the_fastest_utterance(spoken):
    pace = Pace()
    for words, seconds in spoken:
        pace.feed(words, 0, samples(seconds))
    if pace.wpm is not None:
        rates = [words * 60 / seconds for words, seconds in spoken]
        assert min(rates) * 0.99 - 1 <= pace.wpm <= max(rates) * 1.01 + 1


def test_speech_of_no_length_is_ignored():
    pace = Pace()
    pace.feed(words=3, fillers=0, speech=0)
    assert pace.call_wpm is None


def test_fillers_without_any_list():
    assert Fillers([]).count("um you know") == 0
