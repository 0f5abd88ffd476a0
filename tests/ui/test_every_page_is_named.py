"""Every page by keyboard and by ear: all that can be used has a name, and the Tab key gets to it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.pieces import theme
from app.ui.window import Window
from tests.ui.stops import STATES
from tests.ui.walk import SMALLEST, USUAL, Strays, headless, walked


@pytest.mark.parametrize("look", [USUAL, SMALLEST], ids=["usual", "smallest"])
@pytest.mark.parametrize("name", STATES)
def test_every_control_has_a_name_and_a_place_in_the_tab_order(
    name: str,
    look: tuple[QSize, float],
    home: Path,
    show_window: Callable[[], Window],
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    strays = Strays(qapp)
    size, scale = look
    theme.current().scale(scale)
    STATES[name].prepare(home)
    window = show_window()
    window.resize(size)
    flaws = [*walked(STATES[name].stops(window, qtbot)), *strays.seen]
    assert not flaws, "\n".join(("", *flaws))


def test_every_page_has_a_heading(home: Path, show_window: Callable[[], Window], qtbot: QtBot) -> None:
    STATES["after eight weeks"].prepare(home)
    window = show_window()
    stops = STATES["after eight weeks"].stops(window, qtbot)
    assert [stop for stop, shown in stops if list(headless(shown))] == []
