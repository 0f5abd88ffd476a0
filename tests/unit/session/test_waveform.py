"""The envelope of a recording as the window asks for it: any stretch, any number of columns, either side."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from app.audio.envelope import BIN, FRAME, envelopes
from app.domain.loudness import LoudnessFold
from app.domain.timeline import RATE, Speaker, Spurt, samples
from app.session.waveform import Waveform

PATIENCE = 20.0


def wait(reached: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


@contextmanager
def waveform(path: Path, *, whole: bool = True) -> Iterator[Waveform]:
    made = Waveform(path)
    try:
        if whole:
            wait(lambda: made.done or made.failure is not None)
        yield made
    finally:
        made.close()


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two minutes in which each side talks in turn, at 8 kHz."""
    random = np.random.default_rng(1)
    loud = np.repeat(random.uniform(0.02, 0.5, (120, 2)), 8_000, axis=0)
    path = tmp_path_factory.mktemp("calls") / "call.flac"
    soundfile.write(path, (random.uniform(-1, 1, loud.shape) * loud), 8_000)
    return path


@pytest.fixture(scope="module")
def known(call: Path) -> Iterator[Waveform]:
    with waveform(call) as made:
        yield made


@pytest.fixture(scope="module")
def bins(call: Path) -> NDArray[np.uint8]:
    return np.concatenate([part.peaks for part in envelopes(call)])


@pytest.mark.parametrize("count", [1, 7, 100, 1200])
@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 120), (0, 60), (13, 15), (50.123, 71.9), (-20, 140), (119, 125), (60, 60.01)],
)
def test_each_column_is_the_loudest_of_its_stretch(
    known: Waveform, bins: NDArray[np.uint8], start: float, end: float, count: int
) -> None:
    first, last = samples(start), samples(end)
    columns = known.columns(Speaker.AGENT, first, last, count)
    assert columns.dtype == np.uint8 and len(columns) == count
    edges = first + (last - first) * np.arange(count + 1) / count
    wide = (last - first) / count / 3  # coarse bins reach over an edge by less than a third of a column
    for column, low, high in zip(columns, edges[:-1], edges[1:], strict=True):
        inside = bins[max(0, int(low // BIN)) : max(0, int(-(-high // BIN))), 0]
        around = bins[max(0, int((low - wide) // BIN)) : max(0, int(-(-(high + wide) // BIN))), 0]
        assert inside.max(initial=0) <= column <= around.max(initial=0)


def test_the_sides_change_at_once(known: Waveform) -> None:
    stretch = 0, samples(120.0), 240
    left, right = (known.columns(side, *stretch) for side in Speaker)
    assert not np.array_equal(left, right)
    known.agent = "right"
    try:
        assert np.array_equal(known.columns(Speaker.AGENT, *stretch), right)
        assert np.array_equal(known.columns(Speaker.CUSTOMER, *stretch), left)
    finally:
        known.agent = "left"


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_single_channel_is_the_agents_and_the_customers_is_silent(tmp_path: Path, side: str) -> None:
    path = tmp_path / "call.wav"
    soundfile.write(path, np.full(16_000 * 3, 0.25), 16_000)
    with waveform(path) as made:
        made.agent = side  # type: ignore[assignment]
        assert made.columns(Speaker.AGENT, 0, samples(3.0), 10).tolist() == [128] * 10
        assert made.columns(Speaker.CUSTOMER, 0, samples(3.0), 10).tolist() == [0] * 10
        assert made.loudness(Speaker.CUSTOMER, (Spurt(Speaker.CUSTOMER, 0, samples(3.0)),)) == []


def test_what_is_known_stays_known_when_it_is_closed(call: Path) -> None:
    with waveform(call) as made:
        assert made.failure is None
        assert made.reached == samples(120.0)
    assert made.columns(Speaker.AGENT, 0, samples(60.0), 5).all()


def turns(length: float = 120.0) -> tuple[Spurt, ...]:
    return tuple(
        Spurt(
            (Speaker.AGENT, Speaker.CUSTOMER)[number % 2], samples(3.0 * number), samples(3.0 * number + 2.9)
        )
        for number in range(int(length / 3))
    )


def by_hand(path: Path, spurts: tuple[Spurt, ...]) -> dict[int, float]:
    """The agent's frames through the fold one by one, and the mean of each quarter second."""
    levels = np.concatenate([part.levels for part in envelopes(path)])[:, 0]
    fold, over = LoudnessFold(), dict[int, list[float]]()
    for number, level in enumerate(levels):
        middle = number * FRAME + FRAME // 2
        if any(each.speaker is Speaker.AGENT and each.start <= middle < each.end for each in spurts):
            above = fold.feed(float(level))
            if fold.frames >= 150:
                over.setdefault(number * FRAME // (RATE // 4), []).append(above)
    return {quarter: sum(each) / len(each) for quarter, each in over.items()}


def test_loudness_is_the_same_as_by_the_fold(known: Waveform, call: Path) -> None:
    spurts = turns()
    expected = by_hand(call, spurts)
    found = known.loudness(Speaker.AGENT, spurts)
    assert [t for t, _ in found] == [quarter * 4_000 + 2_000 for quarter in expected]
    assert [db for _, db in found] == pytest.approx(list(expected.values()))
    assert len(found) > 180


def test_loudness_of_a_call_that_goes_on_is_that_of_the_whole(known: Waveform, call: Path) -> None:
    spurts = turns()
    known.loudness(Speaker.AGENT, ())
    for count in (1, 5, 12, 13):
        known.loudness(Speaker.AGENT, spurts[:count])
    whole = known.loudness(Speaker.AGENT, spurts)
    with waveform(call) as anew:
        assert anew.loudness(Speaker.AGENT, spurts) == whole
    assert known.loudness(Speaker.AGENT, turns()[1:]) != whole


def test_why_it_cannot_be_read_is_said(tmp_path: Path) -> None:
    with waveform(tmp_path / "call.wav") as made:
        assert made.failure == (f"There is no file {tmp_path / 'call.wav'}; check the name and the folder.")
        assert not made.done
        assert not made.columns(Speaker.AGENT, 0, 16_000, 4).any()


def test_a_process_that_is_killed_begins_anew(call: Path, bins: NDArray[np.uint8]) -> None:
    with waveform(call, whole=False) as made:
        assert made.pid is not None
        os.kill(made.pid, signal.SIGKILL)
        wait(lambda: made.done)
        assert made.reached == samples(120.0)
        assert made.columns(Speaker.AGENT, 0, samples(120.0), 12_000).tolist() == bins[:, 0].tolist()


def test_the_process_ends_once_all_is_known(call: Path) -> None:
    with waveform(call) as made:
        wait(lambda: made.pid is None)
