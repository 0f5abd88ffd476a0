"""What History costs with a large journal: `python -m tests.bench.history`, a minute on a screen of its own.

The journal of tests.bench.journal, 10,000 calls, in the whole window. How long it takes from asking for
History until its first lines are painted; and, while 40 letters are typed into the search as quickly as
somebody types who knows what they want, the longest time in which the window's loop did not get to run.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from app.storage import keys
from app.storage.journal import Journal
from tests.bench.cost import ROOT
from tests.bench.journal import BATCH, CALLS, Writer, fill
from tests.bench.results import Result
from tests.ui import kept

TYPED = "the customer wh", "re", "refund", "th", '"to the"', "lecture", "a", "is"
"""What is typed, 40 letters in all; after each text the search is emptied."""

BETWEEN_MS = 70
"""Milliseconds between two keys: about 170 words a minute."""

OPENED = 9


def build(home: Path) -> None:
    """Make the journal."""
    key, writer = keys.create(home / "journal", kept.PASSPHRASE, kept.LIGHT), Writer()
    with closing(Journal.open(home / "journal", key)) as journal:
        for first in range(0, CALLS, BATCH):
            numbers = range(first, first + BATCH)
            journal.write("fill", partial(fill, writer=writer, numbers=numbers)).result()


def measure() -> None:
    """Print the figures as JSON: milliseconds until painted, and the loop's stalls in rest and in typing."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app import paths
    from app.content import load_coaching
    from app.settings import KeptSettings
    from app.ui.journal.opening import Standing
    from app.ui.pieces import theme
    from app.ui.window import Window

    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    settings = KeptSettings(paths.data_folder())
    settings.change(first_start_done=True, page="today")
    theme.current().choose("light")
    window = Window(settings, load_coaching(paths.resources_folder() / "content"))
    window.show()
    window.activateWindow()

    def wait(for_ms: int) -> None:
        """Let the window's loop run as it does in the product; QTest.qWait would sleep in between."""
        loop = QEventLoop()
        QTimer.singleShot(for_ms, loop.quit)
        loop.exec()

    def until(reached: Callable[[], bool]) -> None:
        while not reached():
            wait(20)

    until(lambda: window.journal.standing is Standing.LOCKED)
    window.journal.unlock(kept.PASSPHRASE)
    until(lambda: window.journal.standing is Standing.OPEN)
    assert window.journal.journal is not None
    window.journal.journal.health.result()
    wait(500)
    tab = window.history.calls

    class Painted(QObject):
        """Ends a loop once the list has been painted with lines in it."""

        loop = QEventLoop()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and tab.entries.rowCount():
                QTimer.singleShot(0, self.loop.quit)
            return False

    painted = Painted()
    tab.list.viewport().installEventFilter(painted)
    opened = []
    for _ in range(OPENED):
        window.go_to("today")
        tab.forget()
        wait(200)
        began = time.perf_counter()
        window.go_to("history")
        painted.loop.exec()
        opened.append(1000 * (time.perf_counter() - began))
        wait(200)

    beats: list[tuple[float, float]] = []
    heart = QTimer()
    heart.setTimerType(heart.timerType().PreciseTimer)
    heart.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))

    def stalls(work: Callable[[], None]) -> tuple[list[float], float]:
        """Give the times between two beats in order of length, and the most that was computed in one."""
        beats.clear()
        heart.start(1)
        work()
        heart.stop()
        pairs = [*pairwise(beats)]
        computed = max(1000 * (after - before) for (_, before), (_, after) in pairs)
        return sorted(1000 * (after - before) for (before, _), (after, _) in pairs), computed

    def type_all() -> None:
        for text in TYPED:
            for letter in text:
                QTest.keyClick(tab.search, letter)
                wait(BETWEEN_MS)
            tab.search.clear()
            wait(BETWEEN_MS)

    rest, _ = stalls(lambda: wait(BETWEEN_MS * len("".join(TYPED))))
    tab.search.setFocus()
    typing, computed = stalls(type_all)
    print(json.dumps({"opened": opened, "rest": rest[-9:], "typing": typing[-9:], "computed": computed}))
    window.quit()


def run() -> list[Result]:
    """Build the journal, and measure in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        environment = {**os.environ, "EVENKEEL_HOME": folder}
        screen = [] if "DISPLAY" in os.environ else ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        command = [*screen, sys.executable, "-m", "tests.bench.history", "measure"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    opened, typing, rest = told["opened"], told["typing"], told["rest"]
    p95 = quantiles(opened, n=20)[-1]
    return [
        Result(
            f"open History with {CALLS} calls: until its first lines are painted",
            "<= 150 ms",
            f"first {opened[0]:.0f}, median {median(opened):.0f}, p95 {p95:.0f} ms of {len(opened)}",
            max(opened[0], p95) <= 150,
        ),
        Result(
            f"{len(''.join(TYPED))} letters typed into its search: the longest time the window's loop stood",
            "<= 16 ms",
            f"{typing[-1]:.1f} ms (the next {typing[-2]:.1f} and {typing[-3]:.1f}; with nothing typed "
            f"{rest[-1]:.1f}); of it computing {told['computed']:.1f} ms at most",
            typing[-1] <= 16,
        ),
    ]


if __name__ == "__main__":
    if sys.argv[1:] == ["measure"]:
        measure()
    else:
        for row in run():
            print(row.line())
