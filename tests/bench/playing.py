"""Playing a recording and drawing its sound: `python -m tests.bench.playing`, about five minutes.

A PulseAudio of its own plays to nobody, and its monitor is recorded: a rising tone tells by its pitch which
moment is heard. The envelope is that of three hours of voiced calls.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from app.domain.timeline import Speaker, Spurt, samples, seconds
from app.session.player import Player
from app.session.waveform import Waveform
from tests.bench.faults import sound_server
from tests.bench.long_recording import recording
from tests.bench.results import Result
from tests.monitor import RATE, Monitor, sweep, told_time

KINDS = (("wav", 16_000), ("flac", 44_100), ("ogg", 16_000), ("mp3", 44_100), ("mp3", 8_000))
SEEKS = 10
WATCHED_S = 60
_LENGTH_S = 100.0
_HOURS = 3
_COLUMNS = 1200
_TIMES = 300
_WINDOW = RATE // 20


@contextmanager
def player(path: Path) -> Iterator[Player]:
    """Give a player that knows its recording."""
    made = Player(path)
    try:
        while not made.state.length:
            time.sleep(0.01)
        yield made
    finally:
        made.close()


def seeks(monitor: Monitor, folder: Path) -> Iterator[Result]:
    """Seek at random in each format, paused and playing: what is heard first, and how soon."""
    chance = np.random.default_rng(1)
    soon = []
    for ending, rate in KINDS:
        away = []
        with player(sweep(folder / f"call.{ending}", 60.0, rate=rate)) as made:
            for _ in range(SEEKS):
                asked, later = chance.uniform(1.0, 50.0, 2)
                made.seek(samples(asked))
                at = time.monotonic()
                made.play()
                away.append(1000 * abs(_first(monitor.between(at, at + 1.0)) - asked))
                at = time.monotonic()
                made.seek(samples(later))
                soon.append(1000 * _arrival(monitor.between(at, at + 1.0), later))
                made.pause()
                monitor.listen(0.4)
        yield Result(
            f"{ending.upper()}, {rate} Hz: the first sample heard after a seek, from the asked one",
            "<= 20 ms",
            f"at most {max(away):.1f} ms ({SEEKS} seeks)",
            max(away) <= 20,
        )
    p50, p95 = np.percentile(soon, [50, 95])
    yield Result(
        "from a seek while it plays to the asked sound at the output, the 80 ms the device holds included",
        "none",
        f"p50 {p50:.0f}, p95 {p95:.0f} ms ({len(soon)} seeks)",
    )


def _first(sound: NDArray[np.float32]) -> float:
    """Give the time that the first sample after silence tells, from the 50 ms behind its rise."""
    first = int(np.flatnonzero(np.abs(sound) > 0.02)[0])
    told = told_time(sound[first + RATE // 100 :][:_WINDOW])
    assert told is not None
    return told - 0.035


def _arrival(sound: NDArray[np.float32], asked: float) -> float:
    """Give when the asked moment is played (seconds), reckoned back from the first that tells about it."""
    for start in range(0, len(sound) - _WINDOW, RATE // 200):
        told = told_time(sound[start : start + _WINDOW])
        if told is not None and abs(told - asked - 0.1) < 0.1:
            return (start + _WINDOW / 2) / RATE - (told - asked)
    raise AssertionError("what was sought was not heard")


def positions(monitor: Monitor, folder: Path, speed: float) -> Iterator[Result]:
    """Watch a minute of playing: the place told against the one heard, and what the process costs."""
    with player(sweep(folder / "minute.wav", _LENGTH_S)) as made:
        made.set_speed(speed)
        made.play()
        monitor.listen(1.0)
        looks = []
        began, used = time.monotonic(), _cpu_s(made.pid)
        while time.monotonic() < began + WATCHED_S:
            monitor.listen(0.5)
            looks.append((time.monotonic(), seconds(made.state.t)))
        cost = (_cpu_s(made.pid) - used) / (time.monotonic() - began)
        heard = [(t, monitor.heard_at(at)) for at, t in looks]
    found = [1000 * (t - told) for t, told in heard if told is not None]
    drift = median(found[-20:]) - median(found[:20])
    within = np.percentile(np.abs(found), 95)
    yield Result(
        f"a minute at {speed:g} times the speed: the place told against the one heard",
        "<= 20 ms",
        f"median {median(found):+.0f}, 95 % within {within:.0f} ms, drift {drift:+.1f} ms",
        abs(median(found)) <= 20,
    )
    yield Result(f"the playing process at {speed:g} times the speed", "none", f"{100 * cost:.1f} % of a core")


def _cpu_s(pid: int | None) -> float:
    """Give the CPU seconds that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mb(pid: int | str | None) -> float:
    """Give the highest resident memory that a process has had, in MB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def envelope() -> Iterator[Result]:
    """Read the envelope of three hours, and ask it for columns and loudness."""
    path = recording(60 * _HOURS)
    before, began, first, child = _resident_mb(), time.monotonic(), 0.0, 0.0
    made = Waveform(path)
    while not made.done:
        time.sleep(0.02)
        first = first or (time.monotonic() - began if made.reached else 0.0)
        if made.pid:
            child = max(child, _peak_mb(made.pid))
    took, more = time.monotonic() - began, _resident_mb() - before
    whole, short = (_columns_us(made, stretch) for stretch in (samples(3600.0 * _HOURS), samples(2.0)))
    spurts = tuple(
        Spurt(
            (Speaker.AGENT, Speaker.CUSTOMER)[number % 2], samples(2.0 * number), samples(2.0 * number + 1.9)
        )
        for number in range(1800 * _HOURS)
    )
    began = time.monotonic()
    points = len(made.loudness(Speaker.AGENT, spurts))
    loud = time.monotonic() - began
    began = time.monotonic()
    made.loudness(Speaker.AGENT, spurts)
    again = time.monotonic() - began
    made.close()
    yield Result(
        "the envelope of 3 hours",
        "none",
        f"first after {first:.1f} s, whole after {took:.1f} s; {child:.0f} MB there, {more:.0f} MB more here",
    )
    yield Result(
        f"{_COLUMNS} columns of 3 hours against those of 2 s",
        "<= 3 times",
        f"{whole / short:.1f} times ({whole:.0f} µs, {short:.0f} µs)",
        whole <= 3 * short,
    )
    yield Result(
        "the loudness of one side in 3 hours",
        "<= 1 s",
        f"{loud:.2f} s for {points} points, again {1000 * again:.0f} ms",
        loud <= 1.0,
    )


def _columns_us(made: Waveform, length: int) -> float:
    """Give the median time to draw so long a stretch, in microseconds."""
    took = []
    for number in range(_TIMES):
        start = number * samples(30.0) % max(1, made.reached - length)
        began = time.perf_counter()
        made.columns(Speaker.AGENT, start, start + length, _COLUMNS)
        took.append(time.perf_counter() - began)
    return 1e6 * median(took)


def _resident_mb() -> float:
    """Give this process's resident memory in MB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def run() -> list[Result]:
    """Measure all of it with a sound server of its own."""
    rows = list(envelope())
    with sound_server() as server, tempfile.TemporaryDirectory() as folder:
        server.do("set-default-sink", "phone")
        with Monitor("phone") as monitor:
            rows += seeks(monitor, Path(folder))
        for speed in (1.0, 1.5):
            with Monitor("phone") as monitor:
                rows += positions(monitor, Path(folder), speed)
    return rows


if __name__ == "__main__":
    for row in run():
        print(row.line())
