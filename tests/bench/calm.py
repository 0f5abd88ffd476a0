"""What breathing costs and how true it keeps: `python -m tests.bench.calm`, about six minutes of waiting.

The circle on a screen of its own (Xvfb, drawn without a graphics card): the time between two pictures, of one
picture, and the CPU of all; then one exercise of five minutes in real time.
"""

import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import quantiles

from tests.bench.cost import ROOT
from tests.bench.results import Result

WATCHED_S = 20
LONG_S = 300


def run() -> list[Result]:
    """Measure the pictures of the circle, then the timer, in a process with a screen."""
    screen = [] if "DISPLAY" in os.environ else ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
    command = [*screen, sys.executable, "-m", "tests.bench.calm", "measure"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    side, p50, p95, longest, rate, paint50, paint95, cpu, late = map(float, done.stdout.split())
    return [
        Result(
            f"breathing circle of {side:.0f} px: time between two pictures",
            "p95 <= 20 ms",
            f"p50 {p50:.1f} ms, p95 {p95:.1f} ms, longest {longest:.1f} ms ({rate:.0f} a second)",
            p95 <= 20,
        ),
        Result(
            "breathing circle, without a graphics card: CPU of one picture, and of all of it",
            "p95 of a picture <= 8 ms",
            f"p50 {paint50:.1f} ms, p95 {paint95:.1f} ms; {cpu:.0f} % of a core",
            paint95 <= 8,
        ),
        Result("five minutes of breathing end late by", "<= 100 ms", f"{late:.0f} ms", abs(late) <= 100),
    ]


def measure() -> list[float]:
    """Give the circle's side, p50, p95 and longest of its gaps (ms), pictures a second, p50 and p95 of one
    (ms), per cent of a core, and how late five minutes end (ms).
    """
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from app.domain.breathing import BOX, Course
    from app.settings import KeptSettings
    from app.ui.calm.breathing_view import BreathingView
    from app.ui.calm.circle import BreathCircle
    from app.ui.calm.exercise import Exercise
    from app.ui.calm.motion import Motion
    from app.ui.journal.diary import Diary
    from app.ui.journal.open_journal import OpenJournal
    from app.ui.pieces import clock

    application = QApplication([])
    began_at: list[float] = []
    took_ms: list[float] = []
    paint = BreathCircle.paintEvent

    def timed(circle: BreathCircle, event: object) -> None:
        began_at.append(time.perf_counter())
        used = time.thread_time()
        paint(circle, event)  # type: ignore[arg-type]
        took_ms.append((time.thread_time() - used) * 1000)

    BreathCircle.paintEvent = timed  # type: ignore[method-assign, assignment]
    loop = QEventLoop()
    with tempfile.TemporaryDirectory() as folder:
        settings = KeptSettings(Path(folder))
        settings.change(motion="full")
        diary = Diary(OpenJournal(None, Path(folder) / "journal"))
        view = BreathingView(diary, settings, Motion(settings), clock.now)
        view.resize(720, 620)
        view.show()
        view.begin(BOX, LONG_S)
        QTimer.singleShot(2000, loop.quit)
        loop.exec()
        began_at.clear()
        took_ms.clear()
        used = time.process_time()
        QTimer.singleShot(WATCHED_S * 1000, loop.quit)
        loop.exec()
        cpu = (time.process_time() - used) / WATCHED_S * 100
        side = min(view.circle.width(), view.circle.height())
        view.exercise.end()
        view.close()
    gaps_ms = [(later - earlier) * 1000 for earlier, later in pairwise(began_at)]
    gaps, paints = quantiles(gaps_ms, n=20), quantiles(took_ms, n=20)
    exercise = Exercise()
    exercise.over.connect(loop.quit)
    began = time.monotonic()
    exercise.begin(Course(BOX, LONG_S))
    loop.exec()
    late_ms = (time.monotonic() - began - LONG_S) * 1000
    application.quit()
    rate = len(gaps_ms) / WATCHED_S
    return [side, gaps[9], gaps[18], max(gaps_ms), rate, paints[9], paints[18], cpu, late_ms]


if __name__ == "__main__":
    if sys.argv[1:] == ["measure"]:
        print(*measure())
    else:
        for row in run():
            print(row.line())
