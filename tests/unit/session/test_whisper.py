"""The whisper: moments wait for their text, and cues come out in the order of the call."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.timeline import Cue, Overlap, Speaker, Stretch, Utterance, samples
from app.session.moments import EVERY, TalkMoment
from app.session.utterances import Voice
from app.session.whisper import Whisper, within
from tests.unit.domain.cue_scenario import book, coaching, utterances

SHARP = Utterance(Speaker.AGENT, samples(1.0), samples(3.0), "You need to calm down now.")
OPENING = Utterance(Speaker.AGENT, samples(0.2), samples(2.0), "Good morning, how can I help you today?")


def whisper(moments_until: float = 0.0, loud_at: float | None = None) -> Whisper:
    made = Whisper(coaching(), "general")
    for t in range(EVERY, samples(moments_until) + 1, EVERY):
        made.moment(moment(t, 7.0 if loud_at is not None and t == samples(loud_at) else None))
    return made


def moment(t: int, loud: float | None = None, cut_ins: tuple[Overlap, ...] = ()) -> TalkMoment:
    return TalkMoment(t, {}, True, loud, cut_ins)


def tell(to: Whisper, utterance: Utterance, voice: Voice | None = None) -> None:
    to.text(book("general").heard(utterance), voice or Voice(utterance.start, utterance.end))


def ids(cues: list[Cue]) -> list[tuple[str, float]]:
    return [(cue.id, cue.t / samples(1.0)) for cue in cues]


def test_moments_wait_until_all_text_before_them_is_there() -> None:
    waiting = whisper(10.0)
    assert waiting.reach(samples(3.0) - 1) == []
    tell(waiting, SHARP)
    assert ids(waiting.reach(samples(10.0))) == [("respect", 3.0)]


def test_text_is_not_known_before_its_end() -> None:
    early = whisper(10.0)
    tell(early, SHARP)
    assert early.reach(samples(3.0) - 1) == []
    assert ids(early.reach(samples(3.0))) == [("respect", 3.0)]


def test_text_of_a_voice_that_goes_on_waits_for_its_end() -> None:
    running = whisper(10.0)
    voice = Voice(SHARP.start, samples(3.5))
    tell(running, SHARP, voice)
    assert running.reach(samples(3.5) - 1) == []
    voice.end = samples(6.0)
    assert running.reach(samples(6.0) - 1) == []
    assert ids(running.reach(samples(10.0))) == [("respect", 6.0)]


def test_the_earlier_text_is_taken_first_whichever_came_first() -> None:
    for first, second in ((OPENING, SHARP), (SHARP, OPENING)):
        both = whisper(10.0)
        tell(both, first)
        tell(both, second)
        assert ids(both.reach(samples(10.0))) == [("quick-impression", 2.0)]
        # The opening came first, so what came a second later had to wait for its place.
        both.moment(moment(samples(22.0)))
        assert ids(both.reach(samples(22.0))) == [("respect", 22.0)]


def test_the_end_takes_what_is_left() -> None:
    left = whisper(1.0)
    tell(left, SHARP)
    cues = left.end(samples(3.1))
    assert ("respect", 3.1) in ids(cues)
    assert left.words.pace.call_wpm is None and left.words.spoken == samples(2.0)


SCRIPT = """
0.5 a: Good morning, how can I help you today?
4 c: My order never came and I am fed up with this useless service.
10 a: You need to calm down now. Did you look at the door?
16 c: This is ridiculous, completely unacceptable nonsense.
26 a: Let me make sure I have this right, you waited all day.
35 a: What would help you most now?
50 a: I will call you back by Friday at noon.
"""


def play(order: list[int], steps: list[float]) -> tuple[list[Cue], object, list[Stretch]]:
    """Tell the texts of the script in this order, each as soon as the clock must not go on without it."""
    said = utterances(SCRIPT)
    call = whisper(60.0, loud_at=20.0)
    cues: list[Cue] = []
    untold = [said[number] for number in order]
    clock = 0
    for step in [*steps, 60.0]:
        goal = min(clock + samples(step), samples(60.0))
        while due := [one for one in untold if one.end <= goal]:
            # All up to the last one due, so that those told before their time are also tried.
            last = untold.index(due[-1])
            for one in untold[: last + 1]:
                tell(call, one)
            untold = untold[last + 1 :]
        cues += call.reach(goal)
        clock = goal
    cues += call.end(samples(60.0))
    return cues, (call.words.pace.call_wpm, call.words.questions), call.heated


@settings(deadline=None)
@given(st.permutations(range(7)), st.lists(st.floats(0.0, 10.0), max_size=20))
def test_what_is_whispered_depends_on_the_call_alone(order: list[int], steps: list[float]) -> None:
    cues, words, heated = play(order, steps)
    assert (cues, words, heated) == play(list(range(7)), [])
    assert [cue.t for cue in cues] == sorted(cue.t for cue in cues)
    assert len(cues) >= 3 and heated


def test_a_cut_in_of_the_customer_and_their_loudness_make_a_heated_stretch() -> None:
    def agreeing(*, heated: bool) -> list[Cue]:
        call = Whisper(coaching(), "general")
        for second in (1.0, 2.0):
            t = samples(second)
            cut_in = Overlap(Speaker.CUSTOMER, t - 8000, t, "interruption_success", "")
            call.moment(moment(t, 7.0 if heated else 0.0, (cut_in,)))
        call.moment(moment(samples(5.0)))
        call.moment(moment(samples(6.0)))
        tell(call, Utterance(Speaker.AGENT, samples(4.0), samples(5.5), "You're right, we always do this."))
        return call.reach(samples(6.0))

    assert ids(agreeing(heated=True)) == [("understand-not-agree", 6.0)]
    assert agreeing(heated=False) == []


def cut_in(end: float) -> Overlap:
    return Overlap(Speaker.CUSTOMER, samples(end - 0.5), samples(end), "interruption_success", "")


def heat(until: float, *signs: float, both_sides: bool = True) -> list[Stretch]:
    """Give the heated stretches of a call in which the customer cut in loudly at these seconds."""
    call = Whisper(coaching(), "general")
    for t in range(EVERY, samples(until) + 1, EVERY):
        here = tuple(cut_in(sign) for sign in signs if samples(sign) == t)
        call.moment(TalkMoment(t, {}, both_sides, 7.0 if here else None, here))
        call.reach(t)
    call.end(samples(until))
    return call.heated


def test_a_stretch_is_heated_while_its_moments_say_so() -> None:
    # Two cut-ins and a loud voice: from the second cut-in until the first is more than a minute ago.
    assert heat(100.0, 1.0, 2.0) == [Stretch(samples(1.75), samples(61.0))]
    assert heat(100.0, 1.0, 2.0, 30.0) == [Stretch(samples(1.75), samples(62.0))]
    assert heat(200.0, 1.0, 2.0, 100.0, 101.0) == [
        Stretch(samples(1.75), samples(61.0)),
        Stretch(samples(100.75), samples(160.0)),
    ]
    assert heat(30.1, 1.0, 2.0) == [Stretch(samples(1.75), samples(30.0))]
    assert heat(100.0, 1.0) == []


def test_where_the_sides_can_not_be_told_apart_nothing_is_heated() -> None:
    assert heat(100.0, 1.0, 2.0, both_sides=False) == []


@pytest.mark.parametrize(
    ("told", "voice", "kept"),
    [
        ((100, 900), (200, 800), (200, 800)),
        ((300, 700), (200, 800), (300, 700)),
        ((100, 150), (200, 800), (200, 200)),
        ((850, 900), (200, 800), (800, 800)),
    ],
)
def test_an_utterance_keeps_to_its_voice(
    told: tuple[int, int], voice: tuple[int, int], kept: tuple[int, int]
) -> None:
    inside = within(Utterance(Speaker.AGENT, *told, "yes"), Voice(*voice))
    assert (inside.start, inside.end) == kept
