"""What a picture of the timeline costs for a call of three hours: `python -m tests.bench.timeline`, a minute.

6,000 spurts and 1,500 overlaps, with envelopes; on a screen of its own (Xvfb, drawn without a graphics card).
"""

import os
import subprocess
import sys
import time
import tracemalloc
from statistics import quantiles

from tests.bench.cost import ROOT
from tests.bench.results import Result

FRAMES = 120
BAR_MS = 16.0
SIZE = (1200, 320)

WHAT = {
    "whole": "the whole call, drawn anew",
    "ten_minutes": "10 minutes of it, drawn anew at another place each time",
    "two_seconds": "2 seconds of it, the same",
    "zooming": "zooming from the whole call to 2 s and back",
    "playing": "only the playing position moves",
    "growing": "more of the call becomes known (read, put in order, drawn)",
}


def run() -> list[Result]:
    """Measure in a process with a screen."""
    screen = [] if "DISPLAY" in os.environ else ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
    command = [*screen, sys.executable, "-m", "tests.bench.timeline", "measure"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    found = {name: list(map(float, figures)) for name, *figures in lines}
    short, long = found.pop("lengths")
    (kept,) = found.pop("memory")
    rows = []
    for name, (p50, p95, longest) in found.items():
        shown = f"p50 {p50:.1f} ms, p95 {p95:.1f} ms, longest {longest:.1f} ms of CPU"
        if name == "growing":
            rows.append(Result(f"timeline of a 3-hour call: {WHAT[name]}", "p95 <= 66 ms", shown, p95 <= 66))
        else:
            rows.append(
                Result(f"timeline of a 3-hour call: {WHAT[name]}", "p95 <= 16 ms", shown, p95 <= BAR_MS)
            )
    ratio = long / short
    return [
        *rows,
        Result(
            "timeline: 10 minutes of a 3-hour call against the same of a 20-minute call",
            "<= 1.5 times",
            f"{ratio:.2f} times ({long:.1f} ms, {short:.1f} ms)",
            ratio <= 1.5,
        ),
        Result(
            "timeline of a 3-hour call: what it keeps in memory", "<= 10 MB", f"{kept:.1f} MB", kept <= 10
        ),
    ]


def measure() -> None:
    """Print a line a subject: its name and p50, p95 and the longest picture in ms."""
    from typing import cast

    from PySide6.QtWidgets import QApplication

    from app.domain.timeline import samples
    from app.session.waveform import Waveform
    from app.ui.review.timeline.hands import TimelineCanvas
    from app.ui.review.timeline.span import View
    from tests.ui.drawn_calls import Sound, long_call

    application = QApplication.instance() or QApplication([])
    call = long_call()
    tracemalloc.start()
    sound = cast(Waveform, Sound(call.report))
    before = tracemalloc.get_traced_memory()[0]
    canvas = TimelineCanvas()
    canvas.resize(*SIZE)
    canvas.show()
    canvas.show_sound(sound)
    canvas.show_call(call)
    canvas.repaint()
    kept = (tracemalloc.get_traced_memory()[0] - before) / 1e6
    kept += (
        2 * canvas.width() * canvas.height() * 4 * canvas.devicePixelRatioF() ** 2 / 1e6
    )  # its two pictures
    tracemalloc.stop()
    application.processEvents()
    length = canvas.view.length

    def timed(step: object) -> list[float]:
        took = []
        for number in range(FRAMES):
            began = time.thread_time()
            step(number)  # type: ignore[operator]
            application.processEvents()
            canvas.repaint()
            took.append((time.thread_time() - began) * 1000)
        return took[5:]

    def part(seconds: float) -> object:
        return lambda number: canvas.set_view(View(samples(number * 4.9), samples(seconds), length))

    def tell(name: str, took: list[float]) -> None:
        cuts = quantiles(took, n=20)
        print(name, cuts[9], cuts[18], max(took))

    def whole(_: int) -> None:
        canvas._redraw()

    def zoom(number: int) -> None:
        canvas.set_view(canvas.view.zoomed(0.87 if number < FRAMES / 2 else 1 / 0.87, length * 0.37))

    def play(number: int) -> None:
        canvas.show_position(samples(660 + number / 30))

    def grow(number: int) -> None:
        canvas.show_call(call)

    canvas.set_view(View.whole(length))
    tell("whole", timed(whole))
    tell("ten_minutes", timed(part(600)))
    tell("two_seconds", timed(part(2)))
    canvas.set_view(View.whole(length))
    tell("zooming", timed(zoom))
    canvas.set_view(View(samples(600), samples(600), length))
    tell("playing", timed(play))
    tell("growing", timed(grow))
    long = quantiles(timed(part(600)), n=20)[9]
    short_call = long_call(1 / 3)
    canvas.show_call(None)
    canvas.show_sound(cast(Waveform, Sound(short_call.report)))
    canvas.show_call(short_call)
    length = canvas.view.length
    print("lengths", quantiles(timed(part(600)), n=20)[9], long)
    print("memory", kept)


if __name__ == "__main__":
    if sys.argv[1:] == ["measure"]:
        measure()
    else:
        for row in run():
            print(row.line())
