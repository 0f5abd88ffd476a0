"""The recogniser's process: every message answered in order, and nothing optional ever in its way."""

from collections import deque

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.domain.report import Engine
from app.domain.timeline import Speaker, Utterance
from app.speech.recogniser import Kind, Partial, pack
from app.speech.worker import serve

AGENT, CUSTOMER = Speaker.AGENT, Speaker.CUSTOMER


class Wire:
    """Messages that come in bursts; the next burst comes once the answers to the one before are all given."""

    def __init__(self, *bursts: list[bytes]) -> None:
        self._bursts = deque(bursts)
        self._burst: deque[bytes] = deque()
        self.answers: list[object] = []

    def receive(self) -> bytes | None:
        if not self._burst and self._bursts:
            self._burst.extend(self._bursts.popleft())
        return self._burst.popleft() if self._burst else None

    def waits(self) -> bool:
        return bool(self._burst)

    def send(self, answer: object) -> None:
        self.answers.append(answer)


class Scribe:
    """A recogniser that hears its samples as letters, and writes down what it was asked for."""

    engine = Engine("scribe", "letters")

    def __init__(self) -> None:
        self.running: dict[Speaker, str] = {}
        self.asked: list[str] = []

    def hear(self, speaker: Speaker, start: int, pcm: NDArray[np.int16]) -> list[Utterance]:
        self.asked.append("hear")
        self.running[speaker] = self.running.get(speaker, "") + "".join(map(chr, pcm))
        return []

    def finish(self, speaker: Speaker) -> list[Utterance]:
        self.asked.append("finish")
        text = self.running.pop(speaker, "")
        return [Utterance(speaker, 0, len(text), text)]

    def prepare(self, speaker: Speaker) -> None:
        self.asked.append(f"prepare {speaker}")

    def partial(self, speaker: Speaker) -> str:
        self.asked.append("partial")
        return self.running.get(speaker, "")


def piece(speaker: Speaker, letters: str) -> bytes:
    return pack(Kind.SOUND, speaker, 0, np.array([ord(each) for each in letters], np.int16).tobytes())


def pause(speaker: Speaker) -> bytes:
    return pack(Kind.PAUSE, speaker, 0)


def end(speaker: Speaker) -> bytes:
    return pack(Kind.END, speaker, 0)


def final(speaker: Speaker, text: str) -> tuple[Utterance]:
    return (Utterance(speaker, 0, len(text), text),)


def test_text_is_shown_while_it_is_said_and_ends_with_the_utterance() -> None:
    wire = Wire([piece(AGENT, "he")], [piece(AGENT, "llo")], [end(AGENT)])
    serve(wire, Scribe(), live=True)
    assert wire.answers == [
        (), Partial(AGENT, "he"), (), Partial(AGENT, "hello"), final(AGENT, "hello")
    ]  # fmt: skip


def test_partial_text_is_the_first_to_go_when_messages_pile_up() -> None:
    wire = Wire([piece(AGENT, "a"), piece(CUSTOMER, "x"), piece(AGENT, "b"), piece(CUSTOMER, "y")])
    serve(wire, Scribe(), live=True)
    assert wire.answers == [(), (), (), (), Partial(CUSTOMER, "xy")]


def test_a_pause_is_used_as_soon_as_nothing_waits() -> None:
    scribe = Scribe()
    wire = Wire([piece(AGENT, "a"), pause(AGENT), piece(CUSTOMER, "x")], [end(AGENT)])
    serve(wire, scribe, live=True)
    assert scribe.asked == ["hear", "hear", "prepare agent", "partial", "finish", "partial"]
    assert wire.answers == [(), (), Partial(AGENT, "a"), final(AGENT, "a")]


def test_a_pause_that_is_over_is_not_used() -> None:
    for after in (piece(AGENT, "b"), end(AGENT)):
        scribe = Scribe()
        serve(Wire([piece(AGENT, "a"), pause(AGENT), after]), scribe, live=True)
        assert "prepare agent" not in scribe.asked


def test_a_recording_gets_final_text_only() -> None:
    scribe = Scribe()
    wire = Wire([piece(AGENT, "a")], [piece(AGENT, "b")], [end(AGENT)])
    serve(wire, scribe, live=False)
    assert scribe.asked == ["hear", "hear", "finish"]
    assert wire.answers == [(), (), final(AGENT, "ab")]


messages = st.lists(
    st.one_of(
        st.builds(piece, st.sampled_from(Speaker), st.text("abc", min_size=1, max_size=3)),
        st.builds(pause, st.sampled_from(Speaker)),
        st.builds(end, st.sampled_from(Speaker)),
    ),
    min_size=1,
)


@given(st.lists(messages), st.booleans())
def test_the_final_text_does_not_depend_on_bursts_and_partials(bursts: list[list[bytes]], live: bool) -> None:
    wire, at_once = Wire(*bursts), Wire([message for burst in bursts for message in burst])
    serve(wire, Scribe(), live)
    serve(at_once, Scribe(), live=False)
    assert [answer for answer in wire.answers if isinstance(answer, tuple)] == at_once.answers
