"""The window is made without its style, which is quicker, and looks the same."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app import paths
from app.content import load_coaching
from app.settings import KeptSettings
from app.ui.pieces import theme
from app.ui.settings import inputs
from app.ui.shortcuts import PAGES
from app.ui.window import Window
from tests.pictures.window_pictures import DEVICES
from tests.ui.walk import settle


def test_each_page_looks_the_same(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "list_inputs", lambda: DEVICES)
    KeptSettings(home).change(first_start_done=True, theme="light", page="today")
    content = load_coaching(paths.resources_folder() / "content")

    def seen(window: Window) -> dict[str, QImage]:
        qtbot.addWidget(window, before_close_func=lambda window: window.quit())
        window.show()
        images = {}
        for page in PAGES:
            window.go_to(page)
            settle(window, qtbot)
            window.setFocus()
            images[page] = window.grab().toImage()
        return images

    usual = seen(Window(KeptSettings(home), content))
    with theme.current().plain():
        plain = Window(KeptSettings(home), content)
    assert [page for page, image in seen(plain).items() if image != usual[page]] == []
