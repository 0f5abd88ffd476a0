"""A call heard through a real sound server, whatever happens to its inputs."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from app.audio import trouble
from app.audio.streams import Condition
from app.domain.timeline import RATE, Speaker, samples
from app.session.capture import NOT_THERE, STOPPED
from app.session.live_source import LiveInputs
from app.settings import NO_CUSTOMER
from tests.listening import Listening
from tests.pulse_server import MIC

A, C = Speaker.AGENT, Speaker.CUSTOMER


@contextmanager
def hearing(agent: str | None, customer: str | None) -> Iterator[Listening]:
    """A call that has begun, with every side heard."""
    with Listening(LiveInputs(agent, customer)) as call:
        call.wait(
            lambda: all(s.condition is Condition.HEARING for s in call.source.states().values()), "to hear"
        )
        call.wait(lambda: call.length > 0, "for the first sound")
        yield call


def noise(seconds: float) -> NDArray[np.int16]:
    """Two channels of different noise at 16 kHz, below 3 kHz so that parts of a sample don't matter."""
    spectrum = np.fft.rfft(np.random.default_rng(1).normal(0.0, 6000.0, (samples(seconds), 2)), axis=0)
    spectrum[round(3000 * seconds) :] = 0
    return np.clip(np.fft.irfft(spectrum, axis=0), -32768, 32767).astype(np.int16)


def saved(sound: NDArray[np.int16], folder: Path) -> Path:
    """Save it as a sound card likes it: at 48 kHz."""
    path = folder / "noise.wav"
    soundfile.write(path, soxr.resample(sound, RATE, 48_000), 48_000, subtype="PCM_16")
    return path


def place(of: NDArray[np.int16], within: NDArray[np.int16]) -> int:
    """Tell at which sample of `within` the piece `of` begins; it must clearly be there."""
    size = 1 << (len(within) + len(of)).bit_length()
    spectrum = np.fft.rfft(within, size) * np.conj(np.fft.rfft(of, size))
    likeness = np.fft.irfft(spectrum, size)[: len(within)]
    best = int(likeness.argmax())
    found = within[best : best + len(of)].astype(float)
    assert np.corrcoef(found, of[: len(found)])[0, 1] > 0.9
    return best


def test_every_sample_of_both_sides_arrives_once_and_in_its_place(pulse_server: Any, tmp_path: Path) -> None:
    sound = noise(4.0)
    with hearing("left", "right") as call:
        playing = pulse_server.play(saved(sound, tmp_path), "call")
        call.wait(lambda: playing.poll() is not None, "for the sound to end")
        call.wait_seconds_of_call(0.5)
    assert call.gaps() == []
    begins = []
    for channel, heard in enumerate((call.agent(), call.customer())):
        begin = place(sound[:RATE, channel], heard)
        assert place(sound[-RATE:, channel], heard) == begin + len(sound) - RATE
        begins.append(begin)
    assert abs(begins[0] - begins[1]) <= samples(0.02)


def test_blocks_follow_each_other_and_tell_how_old_they_are(pulse_server: Any) -> None:
    with hearing("mic.monitor", "phone.monitor") as call:
        call.wait_seconds_of_call(1.0)
    at = 0
    for block in call.blocks:
        assert block.start == at and block.customer is not None and block.customer.size == block.agent.size
        at += block.agent.size
    captured = [block.captured_at for block in call.blocks if block.agent.size]
    assert captured == sorted(captured)
    assert call.source.sample_rate == 48_000 and call.source.channels == 2


def test_the_systems_own_inputs_are_heard_unless_others_are_chosen(pulse_server: Any) -> None:
    pulse_server.do("set-default-sink", "phone")
    pulse_server.do("set-default-source", "line")
    with hearing(None, None) as call:
        assert call.state(A).device == "Line"
        assert call.state(C).device == "Monitor of Phone"
        pulse_server.do("set-default-sink", "mic")
        call.wait(lambda: call.state(C).device == "Monitor of Mic", "for the other output")
        assert call.state(C).stands_in_for is None


def test_an_input_that_is_unplugged_is_stood_in_for_until_it_is_back(pulse_server: Any) -> None:
    pulse_server.do("set-default-source", "line")
    with hearing("mic.monitor", NO_CUSTOMER) as call:
        pulse_server.unload("mic")
        call.wait(lambda: call.state(A).device == "Line", "for another input")
        call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear it")
        state = call.state(A)
        assert state.stands_in_for == "Monitor of Mic"
        assert state.trouble == trouble.STANDS_IN.format(wanted="Monitor of Mic", name="Line")
        call.wait(lambda: len(call.gaps()) == 1, "to know what was lost")
        pulse_server.do("load-module", *MIC.split())
        call.wait(lambda: call.state(A).device == "Monitor of Mic", "for the chosen input")
        call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear it")
        assert call.state(A).stands_in_for is None and call.state(A).trouble is None
        call.wait(lambda: len(call.gaps()) == 2, "to know what was lost")
    assert {(gap.channel, gap.reason) for gap in call.gaps()} == {("agent", STOPPED)}
    assert [s[A].condition for s in call.states].count(Condition.LOST) == 2
    assert all(block.customer is None for block in call.blocks)


def test_the_customers_side_is_never_a_microphone(pulse_server: Any) -> None:
    """The server would move the stream to `line`, its default."""
    pulse_server.do("set-default-source", "line")
    pulse_server.do("set-default-sink", "mic")
    with hearing("line", "phone.monitor") as call:
        pulse_server.unload("phone")
        call.wait(lambda: call.state(C).stands_in_for is not None, "for another input")
        call.wait(lambda: call.state(C).condition is Condition.HEARING, "to hear it")
        assert call.state(C).device == "Monitor of Mic"
    devices = {states[C].device for states in call.states}
    assert devices == {None, "Monitor of Phone", "Monitor of Mic"}


def test_a_server_that_dies_and_returns_costs_a_gap(pulse_server: Any) -> None:
    with hearing("mic.monitor", "phone.monitor") as call:
        pulse_server.kill()
        for side in Speaker:
            call.wait(lambda side=side: call.state(side).condition is Condition.MISSING, "to miss the server")
            assert call.state(side).trouble == trouble.NO_SERVER
        before = call.length
        call.wait(lambda: call.length > before, "for the call to go on")
        pulse_server.start()
        for side in Speaker:
            call.wait(lambda side=side: call.state(side).condition is Condition.HEARING, "to hear again")
        call.wait(lambda: len(call.gaps()) == 2, "to know what was lost")
    assert {gap.channel for gap in call.gaps()} == {"agent", "customer"}
    assert {gap.reason for gap in call.gaps()} == {NOT_THERE}


@pytest.mark.parametrize("side", list(Speaker))
@pytest.mark.parametrize("hurt", [signal.SIGKILL, signal.SIGSTOP])
def test_a_lost_process_costs_a_gap_and_the_other_side_nothing(
    pulse_server: Any, tmp_path: Path, side: Speaker, hurt: signal.Signals
) -> None:
    sound = noise(12.0)
    with hearing("left", "right") as call:
        playing = pulse_server.play(saved(sound, tmp_path), "call")
        call.wait_seconds_of_call(1.5)
        victim = call.source.pids()[side]
        os.kill(victim, hurt)
        call.wait(lambda: call.state(side).condition is Condition.LOST, "to miss it")
        call.wait(lambda: len(call.gaps()) == 1, "for it to return")
        assert call.source.pids()[side] != victim
        call.wait_seconds_of_call(1.5)
        playing.kill()
        playing.wait()
    (gap,) = call.gaps()
    assert (gap.channel, gap.reason) == (side.value, STOPPED)
    lost, kept = (call.agent(), call.customer()) if side is A else (call.customer(), call.agent())
    of_lost, of_kept = (sound[:, 0], sound[:, 1]) if side is A else (sound[:, 1], sound[:, 0])
    assert not lost[gap.start : gap.end].any()
    # Before and after it, and all the time on the other side, everything is where it belongs.
    begin = place(of_kept[:RATE], kept)
    after = gap.end + samples(0.3)
    for heard, of in ((kept, of_kept), (lost, of_lost)):
        assert abs(place(heard[after : after + RATE], of) - (after - begin)) <= samples(0.02)
    assert place(kept[gap.start : gap.end], of_kept) == gap.start - begin


def test_an_input_that_sends_only_zeros_is_muted_and_a_monitor_is_not(pulse_server: Any) -> None:
    with hearing("line", "phone.monitor") as call:
        call.wait(lambda: call.state(A).condition is Condition.MUTED, "to find it muted")
        assert call.state(A).trouble == trouble.MUTED.format(name="Line")
        assert call.state(A).level_db is None
        assert call.state(C).condition is Condition.HEARING
    assert call.gaps() == []


def test_no_server_is_told_with_the_remedy_and_found_when_it_starts(pulse_server: Any) -> None:
    pulse_server.kill()
    with Listening(LiveInputs("line", NO_CUSTOMER)) as call:
        call.wait(lambda: call.state(A).condition is Condition.MISSING, "to miss it")
        assert call.state(A).trouble == trouble.NO_SERVER
        pulse_server.start()
        call.wait(lambda: call.state(A).condition is Condition.HEARING, "to hear")


def test_a_missing_part_of_the_sound_library_is_named(
    pulse_server: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ALSA_PLUGIN_DIR", str(tmp_path))
    with Listening(LiveInputs("line", NO_CUSTOMER)) as call:
        call.wait(lambda: call.state(A).condition is Condition.MISSING, "to miss it")
        assert call.state(A).trouble == trouble.NO_PULSE_PLUGIN
