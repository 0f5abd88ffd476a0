"""What a sound server really played, with the time of each sample; and recordings that tell their time."""

import os
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 48_000
PATIENCE = 20.0

LOW_HZ, RISE_HZ = 300.0, 50.0
"""A rising tone: its pitch at t seconds is LOW_HZ + RISE_HZ * t, so 20 ms are 1 Hz."""

_WINDOW = RATE // 20


def sweep(
    path: Path, seconds: float, *, rate: int = 16_000, channels: int = 2, subtype: str | None = None
) -> Path:
    """Write a recording whose pitch tells its time, in the format of its ending."""
    t = np.arange(round(rate * seconds)) / rate
    tone = 0.5 * np.sin(2 * np.pi * (LOW_HZ * t + RISE_HZ * t * t / 2))
    with soundfile.SoundFile(path, "w", rate, channels, subtype) as file:
        for start in range(0, len(tone), rate):
            file.write(np.repeat(tone[start : start + rate, None], channels, axis=1))
    return path


def told_time(sound: NDArray[np.float32], rate: int = RATE) -> float | None:
    """Give the time (seconds) that the middle of a piece of the rising tone tells; None where it is no tone.

    The pitch from the turn of the phase between its two halves: exact to a few ms in 50 ms of clean sound.
    """
    if np.sqrt(np.mean(sound**2)) < 0.02:
        return None
    half = len(sound) // 2
    size = 1 << 16
    window = np.hanning(half)
    first, second = (np.fft.rfft(part * window, size) for part in (sound[:half], sound[half : 2 * half]))
    coarse = int(np.argmax(np.abs(first) + np.abs(second)))
    turn = np.angle(second[coarse] * np.conj(first[coarse]))
    # The tone turned by this much more than whole turns between the two halves.
    guess = coarse * rate / size
    turns = np.round(guess * half / rate - turn / (2 * np.pi))
    hertz = (turns + turn / (2 * np.pi)) * rate / half
    return float((hertz - LOW_HZ) / RISE_HZ)


class Monitor:
    """Records what an output plays until it is left; use with `with`."""

    def __init__(self, output: str) -> None:
        command = [f"--device={output}.monitor", "--format=s16le", "--channels=1", f"--rate={RATE}"]
        self._command = ["parec", *command, "--latency-msec=5"]
        self._pieces: list[tuple[float, NDArray[np.float32]]] = []
        self._news = threading.Condition()

    def __enter__(self) -> "Monitor":
        self._recorder = subprocess.Popen(self._command, stdout=subprocess.PIPE)
        self._thread = threading.Thread(target=self._record)
        self._thread.start()
        self.wait(lambda: len(self._pieces) > 5)
        return self

    def __exit__(self, *_: object) -> None:
        self._recorder.terminate()
        self._recorder.wait()
        self._thread.join()
        assert self._recorder.stdout
        self._recorder.stdout.close()

    def _record(self) -> None:
        assert self._recorder.stdout
        while sound := os.read(self._recorder.stdout.fileno(), 9600):
            with self._news:
                self._pieces.append((time.monotonic(), np.frombuffer(sound, np.int16) / np.float32(32768)))
                self._news.notify_all()

    def wait(self, reached: Callable[[], bool]) -> None:
        """Wait until `reached`, which is asked whenever there is more sound."""
        with self._news:
            assert self._news.wait_for(reached, PATIENCE), "waited in vain"

    def listen(self, seconds: float) -> None:
        """Wait until so much more has been recorded."""
        wanted = sum(len(piece) for _, piece in self._pieces) + round(seconds * RATE)
        self.wait(lambda: sum(len(piece) for _, piece in self._pieces) >= wanted)

    def between(self, start: float, end: float) -> NDArray[np.float32]:
        """Give what was played from `start` to `end` (time.monotonic), once it is there."""
        self.wait(lambda: self._pieces[-1][0] >= end)
        before = self._pieces[:]
        sound = np.concatenate([piece for _, piece in before])
        # The clock of the sound: its samples are even, the times at which they came in are late at most.
        counts = np.cumsum([len(piece) for _, piece in before])
        first = min(at - count / RATE for (at, _), count in zip(before, counts, strict=True))
        return sound[max(0, round((start - first) * RATE)) : max(0, round((end - first) * RATE))]

    def heard_at(self, moment: float) -> float | None:
        """Give the time in the rising tone that was played at `moment`; None where none was."""
        return told_time(self.between(moment - _WINDOW / RATE / 2, moment + _WINDOW / RATE / 2))
