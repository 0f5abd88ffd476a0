"""The line and the word that are being said at a moment."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import bootstrap
from app.domain.following import Following, spoken
from app.domain.timeline import RATE, Speaker, Utterance, Word, samples
from tests.voiced import truth
from tests.voiced.calls import Timeline

DATA = Path(__file__).parents[2] / "data"
TIMELINES = (*sorted((DATA / "calls").glob("*.json")), DATA / "sample_call" / "timeline.json")
LOOK_S = 0.05

AGENT, CUSTOMER = Speaker.AGENT, Speaker.CUSTOMER


def line(who: Speaker, start: int, end: int, text: str = "one two") -> Utterance:
    return Utterance(who, start, end, text)


def right(timeline: Timeline, lines: Sequence[Utterance]) -> float:
    """Give how much of the voiced time has the lines of just those who speak then highlighted, 0..1."""
    following = Following(lines)
    looks = [place * LOOK_S for place in range(int(timeline.duration / LOOK_S))]
    good = voiced = 0
    for at in looks:
        speaking = {turn.role for turn in timeline.turns if turn.start <= at < turn.end}
        shown = {lines[place].speaker for place in following.at(samples(at))}
        voiced += bool(speaking)
        good += bool(speaking) and shown == speaking
    return good / voiced


def cut(timeline: Timeline, seed: int) -> list[Utterance]:
    """Give the lines of a call as a recogniser has them: edges up to 0.03 s beside the truth."""
    chance = random.Random(seed)
    return [
        line(
            spurt.speaker,
            spurt.start + samples(chance.uniform(-0.03, 0.03)),
            spurt.end + samples(chance.uniform(-0.03, 0.03)),
        )
        for spurt in truth.spurts(timeline)
    ]


@pytest.mark.parametrize("path", TIMELINES, ids=lambda path: path.stem)
def test_the_right_line_is_highlighted_for_99_percent_of_a_voiced_timeline(path: Path) -> None:
    timeline = Timeline.load(path)
    assert all(right(timeline, cut(timeline, seed)) >= 0.99 for seed in range(3))


def test_the_right_line_is_highlighted_in_a_review_of_the_sample_call() -> None:
    choices = bootstrap.ReviewChoices(call_type=bootstrap.SAMPLE)
    report, _ = bootstrap.review_recording(bootstrap.sample_call(), choices, lambda *_: None, lambda _: None)
    assert right(Timeline.load(TIMELINES[-1]), report.transcript) >= 0.99


CALL = (
    line(CUSTOMER, 10, 50),
    line(AGENT, 40, 70),
    line(CUSTOMER, 45, 48),
    line(AGENT, 100, 100),
    line(CUSTOMER, 90, 120),
)


@pytest.mark.parametrize(
    ("t", "places"),
    [
        (0, ()),
        (9, ()),
        (10, (0,)),
        (39, (0,)),
        (40, (0, 1)),
        (45, (1, 2)),
        (48, (0, 1)),
        (50, (1,)),
        (70, (1,)),
        (89, (1,)),
        (100, (4,)),
        (500, (4,)),
    ],
)
def test_one_line_a_speaker_is_said_and_in_a_pause_the_last_one(t: int, places: tuple[int, ...]) -> None:
    assert Following(CALL).at(t) == places


spans = st.tuples(st.sampled_from(Speaker), st.integers(0, 300), st.integers(0, 60))
calls = st.lists(spans.map(lambda span: line(span[0], span[1], span[1] + span[2])), max_size=12)


@given(calls, st.integers(-5, 400))
def test_what_is_said_is_never_missed_and_nothing_else_is_shown(lines: list[Utterance], t: int) -> None:
    said = {place for place, each in enumerate(lines) if each.start <= t < each.end}
    shown = Following(lines).at(t)
    if said:
        assert set(shown) <= said
        assert [lines[place].speaker for place in shown] == list(
            dict.fromkeys(lines[place].speaker for place in shown)
        )
        assert {lines[place].speaker for place in shown} == {lines[place].speaker for place in said}
    else:
        over = [each.end for each in lines if each.start < each.end <= t]
        assert [lines[place].end for place in shown] == ([max(over)] if over else [])


def test_words_have_the_times_of_the_recogniser() -> None:
    words = (Word("well", 5, 9), Word("hello", 20, 30))
    following = Following([Utterance(AGENT, 0, 40, "Well, hello", words)])
    assert [(word.start, word.end) for word in following.words(0)] == [(5, 9), (20, 30)]
    assert [following.word(0, t) for t in (0, 5, 19, 20, 39, 40)] == [None, 0, 0, 1, 1, None]


def test_words_without_times_are_spread_by_their_letters() -> None:
    said = spoken(line(AGENT, 0, RATE, "a considerably longer one"))
    assert [(word.first, word.last) for word in said] == [(0, 1), (2, 14), (15, 21), (22, 25)]
    assert said[0].start == 0 and said[-1].end == RATE
    assert said[1].end - said[1].start > 5 * (said[0].end - said[0].start)


@given(st.text(max_size=60), st.integers(0, 1000), st.integers(1, 1000))
def test_words_follow_each_other_from_the_beginning_of_a_line_to_its_end(
    text: str, start: int, length: int
) -> None:
    said = spoken(line(AGENT, start, start + length, text))
    assert "".join(text[word.first : word.last] for word in said) == "".join(text.split())
    ends = [start, *(word.end for word in said)]
    assert [word.start for word in said] == ends[:-1]
    assert not said or ends[-1] == start + length


def test_words_of_a_corrected_line_are_spread_again() -> None:
    heard = (Word("no", 0, 4), Word("body", 5, 9))
    said = spoken(Utterance(AGENT, 0, 90, "nobody came here", heard))
    assert [word.start for word in said] == [0, 37, 63]
