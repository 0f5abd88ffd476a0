"""The processes that tests.bench.window measures, each by its name: they print their figures and end."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SETTLE_S = 5
MEASURE_S = 30
HOURS = 8
SPEED = 40.0
SAMPLE_S = 179.3
"""Length of the sample call."""


def bare() -> None:
    """Show an empty PySide6 window; print when its loop runs."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, lambda: (print(time.monotonic(), flush=True), application.quit()))
    application.exec()


def ours() -> None:
    """Start the product as `main.py` does; print when its window is up and its loop runs."""
    from PySide6.QtCore import QTimer

    from app.ui.window import Window

    show = Window.showEvent

    def shown(window: Window, event: object) -> None:
        show(window, event)  # type: ignore[arg-type]
        QTimer.singleShot(0, lambda: (print(time.monotonic(), flush=True), window.quit()))

    Window.showEvent = shown  # type: ignore[method-assign,assignment]
    sys.argv = ["main.py"]
    from app.cli import main

    main()


def _window() -> Any:
    from PySide6.QtWidgets import QApplication

    from app import paths
    from app.content import load_coaching
    from app.settings import KeptSettings
    from app.ui.pieces import theme
    from app.ui.window import Window

    application = QApplication([])
    settings = KeptSettings(paths.data_folder())
    settings.change(first_start_done=True, page="call")
    theme.current().choose("light")
    with theme.current().plain():
        window = Window(settings, load_coaching(paths.resources_folder() / "content"))
    window.show()
    return application, window


def call_alone() -> None:
    """Hear the sample call in real time without a window; print CPU and memory."""
    from app import bootstrap

    with bootstrap.practice_call(1.0, print):
        time.sleep(SETTLE_S)
        cpu = time.process_time()
        time.sleep(MEASURE_S)
        _tell(cpu)


def call_in_window() -> None:
    """Hear it in the window, on the call page; print CPU and memory."""
    from PySide6.QtCore import QTimer

    application, window = _window()
    window.calls.rehearse(1.0)
    began: list[float] = []
    QTimer.singleShot(1000 * SETTLE_S, lambda: began.append(time.process_time()))
    QTimer.singleShot(1000 * (SETTLE_S + MEASURE_S), lambda: (_tell(began[0]), window.quit()))
    application.exec()


def day() -> None:
    """Live through an 8-hour day in the window, one call after another at 40 times their speed.

    Prints the memory of this process in MB at the end of each hour. The recogniser can't keep up at this
    speed, so most of its work is dropped, as in a call on a computer that is much too slow.
    """
    from PySide6.QtCore import QTimer

    application, window = _window()
    calls_an_hour = round(3600 / SAMPLE_S)
    done = 0

    def over() -> None:
        nonlocal done
        done += 1
        if done % calls_an_hour == 0:
            print(_memory(os.getpid()), flush=True)
        if done == HOURS * calls_an_hour:
            window.quit()
        else:
            QTimer.singleShot(200, lambda: (window.call_page.show_idle(), window.calls.rehearse(SPEED)))

    window.calls.watch.ended.connect(over)
    window.calls.rehearse(SPEED)
    application.exec()


def _tell(cpu: float) -> None:
    """Print this process's CPU in % of a core, its memory and that of it and all its children, in MB."""
    own = _memory(os.getpid())
    children = sum(_memory(child) for child in _children(os.getpid()))
    print(100 * (time.process_time() - cpu) / MEASURE_S, own, own + children, flush=True)


def _memory(pid: int) -> float:
    """Give a process's proportional share of memory in MB."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024


def _children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in map(int, (task / "children").read_text(encoding="ascii").split()):
            found += [child, *_children(child)]
    return found


if __name__ == "__main__":
    named: dict[str, Callable[[], None]] = {
        each.__name__: each for each in (bare, ours, call_alone, call_in_window, day)
    }
    named[sys.argv[1]]()
