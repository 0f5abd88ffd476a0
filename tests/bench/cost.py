"""What a review costs: its CPU time against bare voice activity and recogniser loops, whole processes each.

`python -m tests.bench.cost`. Both kinds of process run in turn, so that what else the machine does falls on
both; the ratio is that of the medians. The bare loops get the true turns as a gift, the review finds them
itself. Linux and macOS only (os.wait4).
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from app.domain.timeline import RATE, Speaker, samples
from tests.bench.results import Result
from tests.voiced.calls import Timeline, voice
from tests.vosk_models import korean

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".cache" / "bench"
SAMPLE = ROOT / "resources" / "sample_call" / "complaint.flac"
SAMPLE_TRUTH = ROOT / "tests" / "data" / "sample_call" / "timeline.json"
MEETING = ROOT / "tests" / "data" / "calls" / "ami-ib4003.json"

BAR = 1.15
REPEATS = 3
"""How often the sample call follows itself: nine minutes, the length of a call."""

SAMPLE_MINUTES = 3
"""How long the sample call is, to the nearest minute."""

PAIRS, VOSK_PAIRS = 5, 3


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process and its children took, in seconds: CPU (user and system) and wall time."""

    cpu: float
    wall: float


def spent(command: list[str], **environment: str) -> Spent:
    """Run a command to its end and give what it took; raises AssertionError if it fails."""
    began = time.monotonic()
    inherited = {name: value for name, value in os.environ.items() if name != "MOONSHINE_ORT_SINGLE_THREAD"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=inherited | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Spent(usage.ru_utime + usage.ru_stime, time.monotonic() - began)


def sample_call(repeats: int = REPEATS) -> tuple[Path, Path]:
    """Write the sample call repeated, and its true turns; give both files."""
    sound, _ = soundfile.read(SAMPLE, dtype="int16")
    turns = spans(Timeline.load(SAMPLE_TRUTH))
    shifted = [[side, a + n * len(sound), b + n * len(sound)] for n in range(repeats) for side, a, b in turns]
    return _written(f"sample-{repeats}", np.tile(sound, (repeats, 1)), shifted)


def meeting() -> tuple[Path, Path]:
    """Write a meeting's dense talk, five minutes, and its true turns; give both files."""
    voiced = voice(Timeline.load(MEETING))
    return _written("meeting", (voiced.sound * 32767).astype(np.int16), spans(voiced.truth))


def spans(timeline: Timeline) -> list[list[int]]:
    """Give [channel, first sample, last sample] of each turn."""
    channel = {Speaker.AGENT: 0, Speaker.CUSTOMER: 1}
    return [[channel[turn.role], samples(turn.start), samples(turn.end)] for turn in timeline.turns]


def _written(name: str, sound: np.ndarray, turns: list[list[int]]) -> tuple[Path, Path]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    call, told = FOLDER / f"{name}.flac", FOLDER / f"{name}.json"
    soundfile.write(call, sound, RATE)
    told.write_text(json.dumps(turns), encoding="utf-8")
    return call, told


def measure(name: str, call: Path, turns: Path) -> list[Result]:
    """Measure one call with Moonshine and give its rows."""
    review_command = [sys.executable, "main.py", "review", str(call), "--engine", "moonshine", "--json", "-"]
    bare_command = [sys.executable, "-m", "tests.bench.bare", str(call), str(turns)]
    pairs, threads = [], []
    for number in range(PAIRS):
        pairs.append((spent(review_command), spent(bare_command, MOONSHINE_ORT_SINGLE_THREAD="1")))
        if number < 2:
            threads.append(spent(bare_command))
    ours = statistics.median(review.cpu for review, _ in pairs)
    many = statistics.median(each.cpu for each in threads)
    wall, bare_wall, many_wall = (
        statistics.median(each.wall for each in runs) for runs in (*zip(*pairs, strict=True), threads)
    )
    return [
        compared(f"{name}: CPU of the review to the bare loops, both with one recogniser thread", pairs),
        Result(
            f"{name}: the same to the bare loops with the recogniser's own number of threads",
            "none",
            f"{ours / many:.3f} ({ours:.1f} s to {many:.1f} s)",
        ),
        Result(
            f"{name}: wall time of the review, the bare loops, the bare loops with threads",
            "none",
            f"{wall:.1f} s, {bare_wall:.1f} s, {many_wall:.1f} s",
        ),
    ]


def measure_vosk(name: str, call: Path, turns: Path) -> Result:
    """Measure one call with the Korean Vosk model."""
    model = str(korean())
    review_command = [sys.executable, "main.py", "review", str(call), "--model", model, "--json", "-"]
    bare_command = [sys.executable, "-m", "tests.bench.bare", str(call), str(turns), model]
    pairs = [(spent(review_command), spent(bare_command)) for _ in range(VOSK_PAIRS)]
    return compared(f"{name}, Vosk: CPU of the review to the bare loops", pairs)


def compared(what: str, pairs: Sequence[tuple[Spent, Spent]]) -> Result:
    """Give the row of the CPU time of reviews and bare loops that ran in turn."""
    ours, theirs = (statistics.median(each.cpu for each in runs) for runs in zip(*pairs, strict=True))
    ratios = [review.cpu / bare.cpu for review, bare in pairs]
    return Result(
        what,
        f"<= {BAR}",
        f"{ours / theirs:.3f} ({ours:.1f} s to {theirs:.1f} s; pairs {min(ratios):.2f} to {max(ratios):.2f})",
        ours / theirs <= BAR,
    )


def run() -> list[Result]:
    """Measure both calls with Moonshine, and the first with Vosk."""
    return [
        *measure("the sample call, three times on end", *sample_call()),
        *measure("a meeting's dense talk", *meeting()),
        measure_vosk("the sample call", *sample_call(1)),
    ]


if __name__ == "__main__":
    for row in run():
        print(row.line())
