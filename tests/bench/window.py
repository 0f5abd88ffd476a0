"""What the window costs: `python -m tests.bench.window`, about three minutes, on a screen of its own (Xvfb).

Start-up against a bare PySide6 window, in turns; then the sample call in real time with words, in the window
and without it.
"""

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from tests.bench.cost import ROOT
from tests.bench.results import Result

STARTS = 9


def figures(name: str) -> list[float]:
    """Run one of the processes of tests.bench.window_process and give what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "EVENKEEL_HOME": folder}
        command = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        command = [] if "DISPLAY" in os.environ else command
        command += [sys.executable, "-m", "tests.bench.window_process", name]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return [float(number) for number in done.stdout.split()]


def _start(name: str) -> float:
    """Give the seconds from starting the process until its window is up and its loop runs."""
    began = time.monotonic()
    return figures(name)[0] - began


def run() -> list[Result]:
    """Measure start-up, and the CPU and memory of a call with the window and without."""
    starts = [(_start("bare"), _start("ours")) for _ in range(STARTS + 1)][1:]
    later = median(ours - bare for bare, ours in starts)
    alone, alone_own, _ = figures("call_alone")
    shown, own, whole = figures("call_in_window")
    return [
        Result(
            "start to a usable window against a bare PySide6 window",
            "<= 1.0 s more",
            f"{later:.2f} s more (median of {STARTS}; bare {median(bare for bare, _ in starts):.2f} s)",
            later <= 1.0,
        ),
        Result(
            "window in a call, on the call page: CPU of its process, recogniser's process aside",
            "<= 5 % of a core",
            f"{shown:.1f} % ({alone:.1f} % without the window: listening, talk and hints)",
            shown <= 5.0,
        ),
        Result(
            "memory of the window's process in a call",
            "<= 250 MB",
            f"{own:.0f} MB ({alone_own:.0f} MB without the window)",
            own <= 250,
        ),
        Result("memory of the whole app in a call with words", "<= 700 MB", f"{whole:.0f} MB", whole <= 700),
    ]


if __name__ == "__main__":
    if "DISPLAY" not in os.environ:
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        command = [*screen, sys.executable, "-m", "tests.bench.window"]
        sys.exit(subprocess.run(command, cwd=ROOT).returncode)
    for row in run():
        print(row.line())
