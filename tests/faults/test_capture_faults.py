"""Inputs that are busy, hang, fall silent, crash or go away: each is told, and none ends the call."""

import json
import os
import signal
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from app.audio import trouble
from app.audio.streams import Condition
from app.domain.timeline import Speaker
from app.errors import KnownError
from app.session import capture, supervisor
from app.session.capture import STOPPED, Capture, levels
from app.session.live_source import LiveInputs
from app.session.supervisor import Channel, Supervisor
from app.settings import NO_CUSTOMER
from tests.listening import Listening

A, C = Speaker.AGENT, Speaker.CUSTOMER

PORTAUDIO = '''
"""Stands in for PortAudio's module, for cards and accidents that this computer does not have."""
import json, os, signal, threading, time
from pathlib import Path

CARDS = json.loads((Path(__file__).parent / "cards.json").read_text())

class PortAudioError(Exception):
    pass

class Status:
    input_overflow = False

def query_hostapis():
    return ({"name": "ALSA", "devices": list(range(len(CARDS))), "default_input_device": 0 if CARDS else -1},)

def query_devices(number=None):
    found = [{"name": name, "max_input_channels": 2, "default_samplerate": 44100.0} for name, _ in CARDS]
    return found if number is None else found[number]

class RawInputStream:
    def __init__(self, samplerate, blocksize, device, channels, callback, **_):
        self.does, self.active = CARDS[device][1], True
        self.frames, self.bytes, self.callback = blocksize, blocksize * channels * 2, callback
        if self.does == "is busy":
            raise PortAudioError("Error opening RawInputStream: Device unavailable", -9985)
        if self.does == "is refused":
            raise PortAudioError("Error opening RawInputStream: Unanticipated host error", -9999)
        if self.does == "hangs":
            time.sleep(3600)
        if self.does == "crashes":
            os.kill(os.getpid(), signal.SIGSEGV)

    def start(self):
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        began = time.monotonic()
        sound = bytes(self.bytes) if self.does == "is muted" else os.urandom(self.bytes)
        for number in range(1, 1_000_000):
            time.sleep(max(began + number * 0.02 - time.monotonic(), 0))
            if number == 50 and self.does == "falls silent":
                return
            if number == 50 and self.does == "ends":
                self.active = False
                return
            self.callback(sound, self.frames, None, Status)
'''

Cards = Callable[..., None]


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cards:
    """Give the function that says which cards there are from now on, and what they do."""
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "sounddevice.py").write_text(PORTAUDIO)
    monkeypatch.syspath_prepend(str(tmp_path))

    def put(**names: str) -> None:
        text = json.dumps([(name.replace("_", " "), does) for name, does in names.items()])
        (tmp_path / "new.json").write_text(text)
        (tmp_path / "new.json").replace(tmp_path / "cards.json")

    return put


@pytest.mark.parametrize(
    ("does", "condition", "told"),
    [
        ("is busy", Condition.BUSY, "Headset is in use by another program; close that program, or choose"),
        (
            "is refused",
            Condition.LOST,
            "Headset cannot be opened (Error opening RawInputStream: Unanticipated",
        ),
        ("hangs", Condition.LOST, "Headset does not answer and is being opened again;"),
        ("crashes", Condition.LOST, "Headset stopped and is being opened again;"),
        ("falls silent", Condition.LOST, "Headset sends no sound any more and is being opened again;"),
        ("ends", Condition.LOST, "Headset sends no sound any more and is being opened again;"),
        ("is muted", Condition.MUTED, "Headset sends nothing but silence; switch its mute off"),
    ],
)
def test_each_trouble_has_its_state_and_sentence_and_passes(
    cards: Cards, does: str, condition: Condition, told: str
) -> None:
    cards(Headset=does)
    with Listening(LiveInputs("Headset", NO_CUSTOMER)) as call:
        call.wait(lambda: call.state(A).condition is condition, f"that it {does}")
        assert (call.state(A).trouble or "").startswith(told)
        cards(Headset="speaks")
        if does != "is muted":  # that one stays open
            call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear")
            assert call.state(A).trouble is None and call.state(A).device == "Headset"
            call.wait_seconds_of_call(0.5)


def test_a_computer_without_a_microphone_hears_the_first_that_is_plugged_in(cards: Cards) -> None:
    cards()
    with Listening(LiveInputs(None, NO_CUSTOMER)) as call:
        call.wait(lambda: call.state(A).condition is Condition.MISSING, "to miss it")
        assert call.state(A).trouble == trouble.NO_MICROPHONE
        cards(Headset="speaks")
        call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear")
        call.wait(lambda: bool(call.gaps()), "to know what was lost")
    assert [(gap.channel, gap.start, gap.reason) for gap in call.gaps()] == [("agent", 0, capture.NOT_THERE)]


def test_nothing_is_taken_for_the_customers_side_that_is_not_played(cards: Cards) -> None:
    cards(Headset="speaks")
    with Listening(LiveInputs("Headset", "BlackHole")) as call:
        call.wait(lambda: call.state(C).condition is Condition.MISSING, "to miss it")
        assert call.state(C).trouble == trouble.NO_PLAYBACK
        call.wait_seconds_of_call(0.5)
        cards(Headset="speaks", BlackHole_2ch="speaks")
        call.wait(lambda: call.state(C).condition is Condition.HEARING, "to hear")
        assert call.state(C).device == "BlackHole 2ch"


def test_another_input_stands_in_until_the_chosen_one_is_back(
    cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "_LOOK_EVERY_S", 0.5)
    cards(Built_in="speaks")
    with Listening(LiveInputs("Headset", NO_CUSTOMER)) as call:
        call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear")
        state = call.state(A)
        assert (state.device, state.stands_in_for) == ("Built in", "Headset")
        assert state.trouble == trouble.STANDS_IN.format(wanted="Headset", name="Built in")
        call.wait_seconds_of_call(0.5)
        cards(Built_in="speaks", Headset="speaks")
        call.wait(lambda: call.state(A).device == "Headset", "for the chosen input")
        call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear it")
        assert call.state(A).stands_in_for is None


def test_an_input_is_opened_again_for_as_long_as_it_takes(
    cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "BACKOFF", (0.0,))
    cards(Headset="crashes")
    with Listening(LiveInputs("Headset", NO_CUSTOMER)) as call:
        seen: set[int | None] = set()

        def tried_often() -> bool:
            seen.add(call.source.pids().get(A))
            return len(seen) > supervisor._LATER_STARTS

        call.wait(tried_often, "for many starts")
        cards(Headset="speaks")
        call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear")


def test_either_process_may_be_killed_again_and_again(cards: Cards, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "BACKOFF", (0.0,))
    cards(Headset="speaks", BlackHole="speaks")
    with Listening(LiveInputs("Headset", "BlackHole")) as call:
        for number in range(10):
            side = list(Speaker)[number % 2]
            call.wait(lambda side=side: call.state(side).condition is Condition.HEARING, "to hear")
            call.wait_seconds_of_call(0.4)
            victim = call.source.pids()[side]
            assert victim is not None
            os.kill(victim, signal.SIGKILL)
            call.wait(lambda known=number + 1: len(call.gaps()) == known, "for its gap")
    assert {(gap.channel, gap.reason) for gap in call.gaps()} == {("agent", STOPPED), ("customer", STOPPED)}
    for side in Speaker:
        of_side = sorted((gap.start, gap.end) for gap in call.gaps() if gap.channel == side)
        assert all(end < start for (_, end), (start, _) in pairwise(of_side))


def test_no_process_is_left_when_the_call_is_over(cards: Cards) -> None:
    cards(Headset="speaks")
    with Listening(LiveInputs("Headset", NO_CUSTOMER)) as call:
        call.wait(lambda: call.length > 0, "for the first sound")
        (pid,) = call.source.pids().values()
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_levels_of_one_input_are_told_while_they_are_asked_for(cards: Cards) -> None:
    cards(Headset="speaks")
    told = levels("Headset")
    heard = next(state for state in told if state.level_db is not None)
    assert heard.condition is Condition.HEARING and heard.device == "Headset"
    assert heard.level_db is not None and -20.0 < heard.level_db <= 0.0
    told.close()


def count(channel: Channel, most: int) -> None:
    """Answer with the numbers up to `most`, each as soon as possible."""
    for number in range(most):
        channel.send((number, bytes(600)))
    while channel.receive() is not None:
        pass


def test_a_child_waits_while_its_answers_are_not_taken() -> None:
    child = Supervisor(count, 2000, backlog=50)
    try:
        taken = [child.receive(30.0)]
        while len(taken) < 2000:
            assert child._events.qsize() <= 50
            taken.append(child.receive(30.0))
        assert [number for number, _ in taken] == list(range(2000))  # type: ignore[misc]
    finally:
        child.close()


def refuse(_: Channel) -> None:
    raise KnownError("This is not final.")


def test_a_patient_supervisor_takes_no_refusal_for_final(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "BACKOFF", (0.0,))
    child = Supervisor(refuse, patient=True)
    try:
        for _ in range(supervisor._FIRST_STARTS + 1):
            assert child.receive(30.0) == supervisor.Died("This is not final.", final=False)
    finally:
        child.close()


def test_a_capture_that_nobody_listens_to_can_be_closed(cards: Cards) -> None:
    cards(Headset="hangs")
    Capture(A, "Headset").close()
