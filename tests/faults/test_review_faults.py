"""A review whose recogniser is killed, hung, or never comes up still ends, with every figure of timing."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import soundfile

from app.domain.timeline import RATE
from app.session import recognition as words

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0
"""Seconds until a test that waits for something gives up on it."""

MIDWAY = 25 * RATE * 2
"""Bytes sent to the recogniser by which a review is well under way: 25 s of speech of the 80 there are."""

OF_WORDS = {"pace_wpm", "fillers_per_min", "questions"}


@pytest.fixture(scope="session")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first minute and a half of the sample call."""
    sound, rate = soundfile.read(ROOT / "resources" / "sample_call" / "complaint.flac", frames=90 * RATE)
    path = tmp_path_factory.mktemp("calls") / "call.wav"
    soundfile.write(path, sound, rate)
    return path


class Review:
    """A review that runs in a process of its own."""

    def __init__(self, call: Path, folder: Path) -> None:
        self._report = folder / "report.json"
        self.process = subprocess.Popen(
            [sys.executable, "main.py", "review", str(call), "--json", str(self._report)],
            cwd=ROOT,
            env=os.environ | {"EVENKEEL_HOME": str(folder / "home")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def recogniser(self) -> int | None:
        """The process id of the recogniser that runs now."""
        for task in self._read("task").split():
            for child in self._read(f"task/{task}/children").split():
                if b"multiprocessing.spawn" in _bytes(Path("/proc") / child / "cmdline"):
                    return int(child)
        return None

    def sent(self) -> int:
        """The bytes written so far; next to all of them are sound for the recogniser."""
        for line in self._read("io").splitlines():
            if line.startswith("wchar:"):
                return int(line.split()[1])
        return 0

    def wait_for(self, condition: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < until and self.process.poll() is None, "waited in vain"
            time.sleep(0.005)

    def hurt(self, how: signal.Signals) -> int:
        """Send the recogniser a signal once the review is midway; gives its process id."""
        self.wait_for(lambda: self.sent() > MIDWAY)
        victim = self.recogniser()
        assert victim is not None
        os.kill(victim, how)
        return victim

    def kill_each(self, killed: set[int]) -> None:
        """Kill every further recogniser as soon as it shows, until the review is over."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < until, "the review does not end"
            newcomer = self.recogniser()
            if newcomer is not None and newcomer not in killed:
                os.kill(newcomer, signal.SIGKILL)
                killed.add(newcomer)
            time.sleep(0.005)

    def end(self) -> tuple[dict[str, Any], str]:
        """Wait for the end; give the report and what was said on the way."""
        _, said = self.process.communicate(timeout=PATIENCE)
        assert self.process.returncode == 0
        return json.loads(self._report.read_text(encoding="utf-8")), said

    def _read(self, name: str) -> str:
        path = Path("/proc") / str(self.process.pid) / name
        try:
            return " ".join(each.name for each in path.iterdir()) if path.is_dir() else path.read_text()
        except OSError:  # it has just ended
            return ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@contextmanager
def review(call: Path, folder: Path) -> Iterator[Review]:
    running = Review(call, folder)
    with running.process:
        try:
            yield running
        finally:
            running.process.kill()


@pytest.fixture(scope="session")
def undisturbed(call: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    with review(call, tmp_path_factory.mktemp("undisturbed")) as running:
        report, said = running.end()
    assert report["engine"] and report["gaps"] == [] and said == ""
    return report


def timing(report: dict[str, Any]) -> dict[str, Any]:
    """All that a report says without words."""
    metrics = {name: value for name, value in report["metrics"].items() if name not in OF_WORDS}
    return metrics | {name: report[name] for name in ("source", "separation", "spurts", "overlaps")}


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_recogniser_lost_midway_costs_a_gap_and_no_figure_of_timing(
    call: Path, tmp_path: Path, undisturbed: dict[str, Any], how: signal.Signals
) -> None:
    with review(call, tmp_path) as running:
        victim = running.hurt(how)
        running.wait_for(lambda: running.recogniser() not in (None, victim))
        report, said = running.end()
    assert said == ""
    assert timing(report) == timing(undisturbed)
    (gap,) = report["gaps"]
    assert (gap["channel"], gap["reason"]) == ("transcript", words.RESTARTED)
    assert gap["start"] < gap["end"]
    assert report["transcript"][0] == undisturbed["transcript"][0]
    assert report["transcript"][-1] == undisturbed["transcript"][-1]
    assert report["transcript"][-1]["start"] >= gap["end"]
    assert report["engine"] == undisturbed["engine"]


def test_a_recogniser_that_never_comes_back_costs_the_rest_of_the_words(
    call: Path, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    with review(call, tmp_path) as running:
        killed = {running.hurt(signal.SIGKILL)}
        running.kill_each(killed)
        report, said = running.end()
    assert len(killed) > 1 and said == ""
    assert timing(report) == timing(undisturbed)
    assert report["transcript"][0] == undisturbed["transcript"][0]
    # From the first loss on everything that was said is in a gap.
    lost_from = report["gaps"][0]["start"]
    assert report["transcript"][-1]["end"] <= lost_from
    for spurt in report["spurts"]:
        if spurt["start"] >= lost_from:
            reached = spurt["start"]
            for gap in report["gaps"]:
                reached = max(reached, gap["end"]) if gap["start"] <= reached else reached
            assert reached >= spurt["end"]


def test_without_a_recogniser_the_timing_is_measured_and_a_line_says_so(
    call: Path, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    with review(call, tmp_path) as running:
        running.kill_each(set())
        report, said = running.end()
    assert timing(report) == timing(undisturbed)
    assert report["engine"] is None and report["transcript"] == [] and report["gaps"] == []
    assert len(said.splitlines()) == 1 and "Only the timing is measured" in said
