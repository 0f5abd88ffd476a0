"""A recording through a real sound server: what is heard is what was asked for, and where it is told."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from app.audio import output, playback
from app.domain.timeline import samples
from app.session.player import Player
from tests.monitor import RATE, Monitor, sweep, told_time
from tests.pulse_server import PulseServer

PATIENCE = 20.0
KINDS = [("wav", 8_000), ("wav", 48_000), ("flac", 44_100), ("ogg", 16_000), ("mp3", 44_100), ("mp3", 8_000)]


class Watched(Player):
    """A player whose states can be waited for."""

    def __init__(self, path: Path) -> None:
        self._news = threading.Condition()
        super().__init__(path, self._ring)

    def _ring(self) -> None:
        with self._news:
            self._news.notify_all()

    def wait(self, reached: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(reached, PATIENCE), f"waited in vain: {self.state}"


@contextmanager
def player(path: Path) -> Iterator[Watched]:
    made = Watched(path)
    try:
        made.wait(lambda: made.state.length > 0)
        yield made
    finally:
        made.close()


def first_heard(monitor: Monitor, asked_at: float) -> tuple[float, float]:
    """Give when the first sound after `asked_at` was played, and the time it tells."""
    sound = monitor.between(asked_at, asked_at + 1.0)
    loud = np.flatnonzero(np.abs(sound) > 0.02)
    assert loud.size
    # Each 50 ms tell their own time; of several looks the middle one, should the machine have held up one.
    looks = [(start, told_time(sound[loud[0] + start :][: RATE // 20])) for start in range(480, 6000, 1200)]
    found = [told - 0.025 - start / RATE for start, told in looks if told is not None]
    return loud[0] / RATE, median(found)


def errors(monitor: Monitor, made: Watched, looks: int) -> list[float]:
    """Give by how much the place told was ahead of what was played, look by look (seconds)."""
    seen = []
    for _ in range(looks):
        monitor.listen(0.05)
        seen.append((time.monotonic(), made.state.t))
    heard = [monitor.heard_at(at) for at, _ in seen]
    return [t / 16_000 - told for (_, t), told in zip(seen, heard, strict=True) if told is not None]


@pytest.fixture
def monitor(pulse_server: PulseServer) -> Iterator[Monitor]:
    pulse_server.do("set-default-sink", "phone")
    with Monitor("phone") as made:
        yield made


@pytest.mark.parametrize(("ending", "rate"), KINDS)
def test_the_first_sound_after_a_seek_is_the_asked_one(
    monitor: Monitor, tmp_path: Path, ending: str, rate: int
) -> None:
    with player(sweep(tmp_path / f"call.{ending}", 30.0, rate=rate)) as made:
        for asked in (20.0, 3.333):
            made.seek(samples(asked))
            at = time.monotonic()
            made.play()
            _, told = first_heard(monitor, at)
            assert abs(told - asked) < 0.020
            made.pause()
            monitor.listen(0.5)


@pytest.mark.parametrize("speed", [0.75, 1.0, 1.5, 2.0])
def test_the_place_told_is_the_one_that_is_heard(monitor: Monitor, tmp_path: Path, speed: float) -> None:
    with player(sweep(tmp_path / "call.wav", 60.0)) as made:
        made.set_speed(speed)
        made.seek(samples(20.0))
        made.play()
        monitor.listen(0.6)
        found = errors(monitor, made, 40)
        assert len(found) > 30
        assert abs(float(np.median(found))) < 0.020


def test_a_pause_is_silent_and_is_gone_on_from_to_the_sample(monitor: Monitor, tmp_path: Path) -> None:
    with player(sweep(tmp_path / "call.wav", 30.0)) as made:
        made.play()
        monitor.listen(1.0)
        made.pause()
        made.wait(lambda: made._heard_at is None and not made.state.playing)
        monitor.listen(0.5)
        stopped = made.state.t / 16_000
        at = time.monotonic()
        assert not monitor.between(at - 0.2, at).any()
        made.play()
        _, told = first_heard(monitor, at)
        assert abs(told - stopped) < 0.020


def test_a_stretch_is_heard_over_and_over_until_it_goes_on(monitor: Monitor, tmp_path: Path) -> None:
    with player(sweep(tmp_path / "call.wav", 30.0)) as made:
        made.repeat(samples(10.0), samples(10.5))
        monitor.listen(0.4)
        at = time.monotonic()
        monitor.listen(2.0)
        told = [monitor.heard_at(at + 0.07 * look) for look in range(28)]
        inside = [each for each in told if each is not None and 9.98 < each < 10.52]
        assert len(inside) >= 20  # where the seam is in the 50 ms no time is told
        assert sum(after < before for before, after in pairwise(inside)) >= 3
        made.go_on()
        monitor.listen(1.2)
        later = monitor.heard_at(time.monotonic() - 0.1)
        assert later is not None and 10.5 < later < 12.5


def test_it_stops_at_the_end_and_then_begins_anew(monitor: Monitor, tmp_path: Path) -> None:
    with player(sweep(tmp_path / "call.ogg", 10.0)) as made:
        made.seek(samples(9.5))
        made.play()
        made.wait(lambda: not made.state.playing)
        assert made.state.t == samples(10.0)
        monitor.listen(0.3)
        at = time.monotonic()
        made.play()
        _, told = first_heard(monitor, at)
        assert abs(told) < 0.020


def test_a_sound_service_that_goes_away_is_told_and_played_on_once_it_is_back(
    pulse_server: PulseServer, tmp_path: Path
) -> None:
    pulse_server.do("set-default-sink", "phone")
    with player(sweep(tmp_path / "call.wav", 30.0)) as made:
        made.play()
        made.wait(lambda: made.state.t > samples(0.5))
        pulse_server.kill()
        made.wait(lambda: made.state.trouble is not None)
        stopped = made.state
        assert stopped.trouble == playback.LOST and not stopped.playing
        made.play()
        made.wait(lambda: made.state.trouble is not None)
        assert made.state.trouble in (output.NO_SERVER, output.NO_OUTPUT)
        pulse_server.start()
        pulse_server.do("set-default-sink", "phone")
        with Monitor("phone") as monitor:
            at = time.monotonic()
            made.play()
            made.wait(lambda: made.state.t > stopped.t + samples(0.3))
            _, told = first_heard(monitor, at)
            assert abs(told - stopped.t / 16_000) < 0.100  # a server just started may swallow a buffer
            assert made.state.trouble is None
