"""Every page and state of the window, light and dark; `make screenshots` or the command line.

    python -m tests.pictures.screenshots [--stored | FOLDER [NAME ...]]

into .cache/screenshots unless a folder is named. With --stored only those of the README and of the manual, to
their places in resources.
"""

import importlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".cache" / "screenshots"
README = {"call-light.png": ("window-in-call", "light"), "summary-dark.png": ("window-summary", "dark")}
"""File in resources/pictures: state and look."""

MANUAL = {
    "call": "window-in-call",
    "summary": "window-summary",
    "prepare": "prepare-filled",
    "trends": "trends",
    "review": "review-done",
}
"""Name in resources/manual/pictures, where there is each of them in both looks: state."""

MANUAL_SIZE = (800, 600)
"""Width and height of a window that the manual shows: its words stay readable in a column of text."""

AREAS = (
    "call",
    "window",
    "journal",
    "today",
    "prepare",
    "calm",
    "reflect",
    "history",
    "review",
    "timeline",
    "words",
    "player",
    "report",
    "trends",
    "settings",
    "models",
    "policy",
    "manual_window",
)
"""Each is a module AREA_pictures beside this one with STATES: a function a state, each gives a widget."""


def main(arguments: list[str]) -> None:
    """Draw what is asked for."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["EVENKEEL_HOME"] = str(Path(home) / "first")
        # Only now: Qt and the data folder read the environment.
        from app.ui.settings import inputs
        from tests.pictures import window_pictures

        inputs.list_inputs = lambda: window_pictures.DEVICES
        states = {name: state for area in AREAS for name, state in _states(area).items()}
        looks = ("light", "dark")
        if arguments[:1] == ["--stored"]:
            to, manual = ROOT / "resources" / "pictures", ROOT / "resources" / "manual" / "pictures"
            draw(states, home, [(name, look, to / file) for file, (name, look) in README.items()])
            shown = [(MANUAL[name], look, manual / f"{name}-{look}.png") for name in MANUAL for look in looks]
            draw(states, home, shown, MANUAL_SIZE)
            return
        folder = Path(arguments[0]) if arguments else FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        names = arguments[1:] or states
        draw(states, home, [(name, look, folder / f"{name}-{look}.png") for look in looks for name in names])
        print(f"{len(list(names)) * 2} pictures in {folder}")


def _states(area: str) -> dict[str, Callable[[], object]]:
    """Give the states that one module of pictures makes, by their names."""
    made: dict[str, Callable[[], object]] = importlib.import_module(f"tests.pictures.{area}_pictures").STATES
    return made


def draw(
    states: dict[str, Callable[[], object]],
    home: str,
    wanted: Iterable[tuple[str, str, Path]],
    size: tuple[int, int] | None = None,
) -> None:
    """Write the pictures: of each state, in each look, to each path; the data go into the folder `home`.

    `size`, width and height in pixels, takes the place of the state's own.
    """
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from app.ui.pieces import theme

    application = QApplication.instance() or QApplication([])
    for name, look, path in wanted:
        theme.current().choose(look)
        os.environ["EVENKEEL_HOME"] = tempfile.mkdtemp(dir=home)  # so that none finds another's journal
        shown = states[name]()
        assert isinstance(shown, QWidget)
        if size is not None:
            shown.resize(*size)
        shown.show()
        for _ in range(5):
            application.processEvents()
            QTest.qWait(10)
        shown.grab().save(str(path), quality=0)  # as small as it gets; nothing is lost
        shown.hide()
        shown.deleteLater()
        theme.current().scale(1)


if __name__ == "__main__":
    main(sys.argv[1:])
