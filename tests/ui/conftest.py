import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

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


@pytest.fixture(autouse=True)
def usual_look(request: pytest.FixtureRequest) -> Iterator[None]:
    """The light look and the usual size of type, before the test and after it."""
    request.getfixturevalue("qapp")
    from PySide6.QtCore import QCoreApplication, QEvent

    from app.ui import theme

    def reset() -> None:
        theme.current().choose("light")
        theme.current().scale(1)

    reset()
    yield
    # Widgets of the test are let go of now, and not restyled by the next one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    reset()
