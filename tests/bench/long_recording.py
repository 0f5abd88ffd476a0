"""How the memory and time of a review grow with the recording: `python -m tests.bench.long_recording`.

About five minutes. The parent's resident memory is read from /proc (Linux) while it runs.
"""

import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from app.domain.timeline import RATE, samples
from tests.bench.cost import FOLDER, ROOT
from tests.bench.results import Result
from tests.bench.review_process import resident
from tests.voiced.calls import Timeline, voice

CALLS = ("ami-en2002a", "ami-ib4001", "ami-ib4003")
MINUTE = 60 * RATE
_EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """One review: its wall time in seconds, and the parent's memory in MB as it went on."""

    wall: float
    memory: tuple[float, ...]

    @property
    def peak(self) -> float:
        """The highest memory."""
        return max(self.memory)

    def at(self, share: float) -> float:
        """The memory at this share of the wall time."""
        return self.memory[min(int(share * len(self.memory)), len(self.memory) - 1)]


def recording(minutes: int) -> Path:
    """Write a recording of voiced calls, one after the other."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{minutes}-minutes.flac"
    sounds: list[NDArray[np.int16]] = []
    for call in CALLS:
        timeline = Timeline.load(ROOT / "tests" / "data" / "calls" / f"{call}.json")
        sounds.append((voice(timeline).sound * 32767).astype(np.int16))
    left = minutes * MINUTE
    with soundfile.SoundFile(path, "w", RATE, 2) as file:
        for sound in islice(cycle(sounds), left // samples(300.0) + 1):
            file.write(sound[:left])
            left -= min(len(sound), left)
    return path


def review(path: Path, engine: str) -> Run:
    """Review it in a process of its own and watch its memory."""
    command = [sys.executable, "main.py", "review", str(path), "--engine", engine, "--json", "-"]
    began = time.monotonic()
    memory = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            if found := resident(process.pid):
                memory.append(found)
            time.sleep(_EVERY_S)
    assert process.returncode == 0, command
    return Run(time.monotonic() - began, tuple(memory))


def _compared(long: Run, short: Run) -> str:
    return f"{long.peak / short.peak:.2f} ({long.peak:.0f} MB to {short.peak:.0f} MB)"


def run() -> list[Result]:
    """Measure timing alone over three hours, and memory with words over twenty minutes."""
    short, long = (review(recording(minutes), "none") for minutes in (10, 180))
    words_short, words_long = (review(recording(minutes), "moonshine") for minutes in (10, 20))
    points = ", ".join(f"{long.at(share):.0f}" for share in (0.1, 0.25, 0.5, 0.75, 0.95))
    return [
        Result(
            "3 hours without words: peak memory to that of 10 minutes",
            "flat: <= 1.25",
            _compared(long, short),
            long.peak <= 1.25 * short.peak,
        ),
        Result("3 hours: memory at 10, 25, 50, 75 and 95 % of the time", "none", f"{points} MB"),
        Result(
            "3 hours: wall time",
            "none",
            f"{long.wall:.0f} s, {3 * 3600 / long.wall:.0f} times as fast as it was",
        ),
        Result(
            "20 minutes with words: the parent's peak memory to that of 10 minutes",
            "flat: <= 1.25",
            _compared(words_long, words_short),
            words_long.peak <= 1.25 * words_short.peak,
        ),
    ]


if __name__ == "__main__":
    for row in run():
        print(row.line())
