import gc
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.ui.garbage import Garbage
    from app.ui.window import Window

if find_spec("PySide6") is None:
    collect_ignore_glob = ["test_*.py"]
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, which does not exist yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("EVENKEEL_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="session")
def garbage(request: pytest.FixtureRequest) -> "Iterator[Garbage]":
    """Let no widget that a test leaves behind be destroyed in the thread of a journal or a call."""
    request.getfixturevalue("qapp")
    from app.ui.garbage import Garbage

    kept = Garbage()
    yield kept
    gc.enable()


@pytest.fixture(autouse=True)
def usual_look(request: pytest.FixtureRequest) -> Iterator[None]:
    """The light look and the usual size of type, before the test and after it."""
    request.getfixturevalue("qapp")
    from PySide6.QtCore import QCoreApplication, QEvent

    from app.ui.pieces import theme

    def reset() -> None:
        theme.current().choose("light")
        theme.current().scale(1)

    reset()
    yield
    # Widgets of the test are let go of now, and not restyled by the next one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    reset()


@pytest.fixture
def show_window(
    request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> "Callable[[], Window]":
    """Start the window, with inputs that are not here, and wait until it is known how its journal stands."""
    from app import paths
    from app.content import load_coaching
    from app.settings import KeptSettings
    from app.ui.journal.opening import Standing
    from app.ui.settings import inputs
    from app.ui.window import Window
    from tests.pictures.window_pictures import DEVICES

    qtbot = request.getfixturevalue("qtbot")
    monkeypatch.setattr(inputs, "list_inputs", lambda: DEVICES)

    def start() -> Window:
        KeptSettings(home).change(first_start_done=True, theme="light")
        window = Window(KeptSettings(home), load_coaching(paths.resources_folder() / "content"))
        qtbot.addWidget(window, before_close_func=lambda window: window.quit())
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: window.journal.standing is not Standing.OPENING, timeout=20_000)
        return window

    return start


@pytest.fixture
def folder(home: Path) -> Path:
    """The journal's folder, with three calls in it."""
    from tests.ui import kept

    kept.make(home / "journal")
    return home / "journal"


@pytest.fixture
def locked(folder: Path, show_window: "Callable[[], Window]") -> "Window":
    """The window in front of that journal."""
    return show_window()


@pytest.fixture
def opened(locked: "Window", request: pytest.FixtureRequest) -> "Window":
    """The window with that journal open."""
    from tests.ui.at_the_journal import unlock

    unlock(locked, request.getfixturevalue("qtbot"))
    return locked


@pytest.fixture
def filled(home: Path, show_window: "Callable[[], Window]", request: pytest.FixtureRequest) -> "Window":
    """The window on History, its journal open: six calls and a reflection on none of them."""
    from tests.ui import at_history, kept
    from tests.ui.at_the_journal import press, unlock

    qtbot = request.getfixturevalue("qtbot")
    at_history.fill(home / "journal", kept.make(home / "journal"))
    window = show_window()
    unlock(window, qtbot)
    press(window, "Ctrl+6")
    at_history.settled(window, qtbot, 7)
    return window
