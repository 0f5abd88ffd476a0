"""Every page shows whole texts: at the usual size, and with large type in a small window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.window import Window
from tests.ui.stops import STATES
from tests.ui.walk import fitted


@pytest.mark.parametrize("name", STATES)
def test_every_text_has_its_room(
    name: str, home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    state = STATES[name]
    state.prepare(home)
    window = show_window()
    flaws = fitted(window, qtbot, lambda: state.stops(window, qtbot))
    assert not flaws, "\n".join(("", *flaws))
