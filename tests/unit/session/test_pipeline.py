"""One call gives one answer, in whatever pieces its sound comes and whenever its text arrives."""

import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.audio.source import Block
from app.content import load_coaching
from app.domain.report import Engine, Measures
from app.domain.timeline import RATE, Gap, Speaker, Spurt, Utterance, samples
from app.session.pipeline import Pipeline
from app.session.recognition import NOTHING_WAITS
from app.speech.phrases import PhraseBook
from tests.voiced.calls import Timeline, Turn, voice

ROOT = Path(__file__).parents[3]
COACHING = load_coaching(ROOT / "resources" / "content")
BOOK = PhraseBook(COACHING.lists_for("complaint"), COACHING.numbers, COACHING.pieces)
SAMPLE_CALL = Timeline.load(ROOT / "tests" / "data" / "sample_call" / "timeline.json")

Sound = NDArray[np.int16]


class Ear:
    """Stands in for the recogniser's process: knows the words, and answers when it is told to.

    An utterance is told piece by piece, as it grows past each 4 s; answer n is ready only `delays[n]` polls
    after the one before it.
    """

    engine = Engine("moonshine", "tiny-en")
    CUT = samples(4.0)

    def __init__(self, words: Timeline, delays: Iterable[int]) -> None:
        self._words, self._delays = words, iter(delays)
        self._busy = 0
        self._waiting: deque[tuple[int, list[Utterance]]] = deque()
        self._running: dict[Speaker, tuple[int, int]] = {}

    def hear(self, speaker: Speaker, start: int, pcm: Sound) -> None:
        told, _ = self._running.get(speaker, (start, start))
        end = start + pcm.size
        texts = []
        while end - told > self.CUT:
            texts += self._between(speaker, told, told + self.CUT)
            told += self.CUT
        self._running[speaker] = (told, end)
        self._waiting.append((start, texts))

    def pause(self, speaker: Speaker) -> None:
        pass

    def finish(self, speaker: Speaker, end: int) -> None:
        self._waiting.append((end, self._between(speaker, *self._running.pop(speaker))))

    def poll(self) -> list[Utterance | Gap]:
        answers: list[Utterance | Gap] = []
        while self._waiting and self._busy <= 0:
            answers += self._waiting.popleft()[1]
            self._busy = next(self._delays)
        self._busy -= 1
        return answers

    def settled_until(self) -> int:
        return min((start for start, _ in self._waiting), default=NOTHING_WAITS)

    def drain(self, timeout: float) -> list[Utterance | Gap]:
        return [text for _, texts in self._waiting for text in texts]

    def _between(self, speaker: Speaker, start: int, end: int) -> list[Utterance]:
        """What `speaker` says between two samples; the words of a turn are spread evenly over it."""
        said = []
        for turn in self._words.turns:
            words = (turn.text or "").split()
            for number, word in enumerate(words):
                at = turn.start + (turn.end - turn.start) * (number + 0.5) / len(words)
                if turn.role is speaker and start <= at * RATE < end:
                    said.append(word)
        return [Utterance(speaker, start, end, " ".join(said))] if said else []


def play(sound: Sound, sizes: Iterator[int], ear: Ear | None = None) -> Pipeline:
    """Play a call, shape (n, 1 or 2), in blocks of these sizes."""
    both = sound.shape[1] == 2
    pipeline = Pipeline(COACHING, "complaint", BOOK, ear, customer=both)  # type: ignore[arg-type]
    at = 0
    while at < len(sound):
        block = sound[at : at + next(sizes)]
        pipeline.hear(Block(at, block[:, 0].copy(), block[:, 1].copy() if both else None))
        at += len(block)
    pipeline.finish()
    return pipeline


def outcome(call: Pipeline) -> dict[str, object]:
    return {
        "separation": call.separation,
        "spurts": call.spurts,
        "overlaps": call.overlaps,
        "measures": call.measures(),
        "cues": call.cues,
        "heated": call.heated,
        "gaps": call.gaps,
        "transcript": call.transcript,
    }


def pcm(sound: NDArray[np.float32]) -> Sound:
    return (np.clip(sound, -1, 1) * 32767).astype(np.int16)


@pytest.fixture(scope="session")
def short_calls() -> dict[str, Sound]:
    """Eight seconds with a cut-in and a listener's word, apart, leaking, as one sound, and one side alone.

    They end within a frame of the voice model, and the agent is still speaking.
    """
    timeline = Timeline.from_text(
        """
        customer 0.4-3.6
        agent 2.4-5.2
        customer 4.2-4.6
        agent 6.0-8.2
        """,
        duration=8.01,
    )
    apart = voice(timeline).sound
    return {
        "apart": pcm(apart),
        "leaking": pcm(voice(timeline, bleed_db=-10).sound),
        "one sound": pcm(np.repeat(apart.sum(axis=1, keepdims=True), 2, axis=1)),
        "one side": pcm(apart[:, :1]),
    }


@pytest.fixture(scope="session")
def in_one_block(short_calls: dict[str, Sound]) -> dict[str, dict[str, object]]:
    return {kind: outcome(play(sound, itertools.repeat(len(sound)))) for kind, sound in short_calls.items()}


@pytest.mark.parametrize("size", [1, 160, 512, 8000])
@pytest.mark.parametrize("kind", ["apart", "leaking", "one sound", "one side"])
def test_the_answer_does_not_depend_on_the_size_of_the_blocks(
    short_calls: dict[str, Sound], in_one_block: dict[str, dict[str, object]], kind: str, size: int
) -> None:
    assert in_one_block[kind]["spurts"]
    assert outcome(play(short_calls[kind], itertools.repeat(size))) == in_one_block[kind]


@settings(max_examples=15, deadline=None)
@given(sizes=st.lists(st.integers(1, 30_000), min_size=1, max_size=20))
def test_nor_on_blocks_of_any_sizes(
    short_calls: dict[str, Sound], in_one_block: dict[str, dict[str, object]], sizes: list[int]
) -> None:
    call = outcome(play(short_calls["apart"], itertools.cycle(sizes)))
    assert call == in_one_block["apart"] and call["overlaps"]


def test_a_call_without_sound_has_no_numbers_to_show() -> None:
    nothing = play(np.zeros((0, 2), dtype=np.int16), iter(()))
    assert (nothing.spurts, nothing.overlaps, nothing.cues) == ([], [], [])
    assert nothing.measures().talk_ratio is None and nothing.measures().talk_share is None


def test_silence_is_measured_as_silence() -> None:
    room = np.random.default_rng(0).integers(-3, 4, (10 * RATE, 2)).astype(np.int16)
    measures = play(room, itertools.repeat(8000)).measures()
    assert (measures.talk_ratio, measures.talk_share) == (None, 0.0)
    assert (measures.non_talk_count, measures.non_talk_s) == (1, 10.0)


def test_a_customer_channel_without_any_signal_is_none(short_calls: dict[str, Sound]) -> None:
    sound = short_calls["apart"].copy()
    sound[:, 1] = 0
    call = play(sound, itertools.repeat(8000))
    measures = call.measures()
    assert call.separation == "mic-only"
    assert measures.talk_share and (measures.talk_ratio, measures.interruptions_agent) == (None, None)


def test_the_longest_stretch_stays_where_both_channels_carry_one_sound(short_calls: dict[str, Sound]) -> None:
    call = play(short_calls["one sound"], itertools.repeat(8000))
    longest = max(s.end - s.start for s in call.spurts if s.speaker == "agent") / RATE
    assert call.separation == "inseparable"
    assert call.measures().longest_monologue_s >= longest


def test_one_side_alone_is_measured_only_where_it_can_be(short_calls: dict[str, Sound]) -> None:
    measures = play(short_calls["one side"], itertools.repeat(8000)).measures()
    assert measures.talk_share and measures.longest_monologue_s and measures.agent_talk_s
    known = Measures(
        talk_share=measures.talk_share,
        agent_talk_s=measures.agent_talk_s,
        longest_monologue_s=measures.longest_monologue_s,
    )
    assert measures == known


@pytest.fixture(scope="session")
def sample_call() -> Sound:
    sound, _ = soundfile.read(ROOT / "resources" / "sample_call" / "complaint.flac", dtype="int16")
    return sound


LONG_TURN = Timeline.from_text(
    "agent 0.5-12.5 " + "you need to calm down and wait " + "while I look for the order in here " * 3,
    duration=24.0,
)
"""A turn without a pause whose first words call for a hint, long before its last ones are there."""


@pytest.fixture(scope="session")
def long_turn() -> Sound:
    free = replace(LONG_TURN, turns=tuple(replace(turn, text=None) for turn in LONG_TURN.turns))
    return pcm(voice(free).sound)


def test_cues_rest_on_words_and_on_timing(sample_call: Sound) -> None:
    call = play(sample_call, itertools.repeat(8000), Ear(SAMPLE_CALL, itertools.repeat(0)))
    assert [cue.t for cue in call.cues] == sorted(cue.t for cue in call.cues)
    assert {"quick-impression", "explain-enough", "paraphrase"} <= {cue.id for cue in call.cues}
    measures = call.measures()
    assert measures.pace_wpm and measures.questions_open and measures.questions_closed


@pytest.fixture(scope="session")
def told_at_once(sample_call: Sound) -> dict[str, object]:
    """The first minute of the sample call with every text there as soon as its sound is."""
    return outcome(
        play(sample_call[: 60 * RATE], itertools.repeat(8000), Ear(SAMPLE_CALL, itertools.repeat(0)))
    )


@settings(max_examples=5, deadline=None)
@given(delays=st.lists(st.integers(0, 8), min_size=1, max_size=30))
def test_a_call_does_not_depend_on_when_its_text_comes(
    sample_call: Sound, told_at_once: dict[str, object], delays: list[int]
) -> None:
    late = Ear(SAMPLE_CALL, itertools.cycle(delays))
    assert outcome(play(sample_call[: 60 * RATE], itertools.repeat(8000), late)) == told_at_once


@pytest.mark.parametrize("delay", range(6))
def test_nor_on_when_the_first_words_of_a_long_turn_are_told(long_turn: Sound, delay: int) -> None:
    at_once = outcome(play(long_turn, itertools.repeat(8000), Ear(LONG_TURN, itertools.repeat(0))))
    late = outcome(play(long_turn, itertools.repeat(8000), Ear(LONG_TURN, itertools.repeat(delay))))
    assert "respect" in [cue.id for cue in late["cues"]]  # type: ignore[attr-defined]
    assert late == at_once


def test_nor_where_a_voice_ends_right_on_a_moment() -> None:
    sound = pcm(voice(Timeline.from_text("agent 0.5-4.5", duration=10.0)).sound)
    (said,) = play(sound, itertools.repeat(8000)).spurts
    before = -said.end % RATE  # steps of 8 ms and moments fall together only at whole seconds
    sound = np.concatenate([sound[len(sound) - before :], sound])
    start, end = said.start + before, said.end + before
    words = Timeline(10.0, (Turn(Speaker.AGENT, start / RATE, end / RATE, "you need to calm down"),))
    for delay in range(4):
        call = play(sound, itertools.repeat(1600), Ear(words, itertools.repeat(delay)))
        assert call.spurts == [Spurt(Speaker.AGENT, start, end)]
        assert [(cue.t, cue.id) for cue in call.cues][:1] == [(end, "respect")]


UPSET = Timeline.from_text(
    """
    agent 0.5-4.5 so what happened to it
    customer 3.0-7.0 this is ridiculous and useless
    agent 7.5-12.0 let me look into it
    customer 10.5-15.0 it is unacceptable
    agent 16.0-18.0 i see
    """,
    duration=20.0,
)


@pytest.fixture(scope="session")
def upset() -> Sound:
    """A customer who cuts in twice."""
    free = replace(UPSET, turns=tuple(replace(turn, text=None) for turn in UPSET.turns))
    return pcm(voice(free).sound)


@settings(max_examples=6, deadline=None)
@given(size=st.integers(800, 40_000), delays=st.lists(st.integers(0, 5), min_size=1, max_size=9))
def test_the_heated_stretch_is_the_calls_own_whatever_its_pieces(
    upset: Sound, size: int, delays: list[int]
) -> None:
    call = play(upset, itertools.repeat(size), Ear(UPSET, itertools.cycle(delays)))
    (heated,) = call.heated
    # Two cut-ins and the third hard word: known once the voice that says it has ended, and for a minute.
    said = max(spurt.end for spurt in call.spurts if spurt.speaker is Speaker.CUSTOMER)
    assert heated.start <= said <= heated.start + RATE // 2
    assert heated.end == samples(20.0)
    assert play(upset[:, :1], itertools.repeat(size), Ear(UPSET, itertools.cycle(delays))).heated == []
