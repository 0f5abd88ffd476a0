"""Widgets that nobody knows any more are destroyed where widgets live, whatever other threads do."""

import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.garbage import Garbage

left: list[threading.Thread] = []


class Kept(QWidget):
    """Keeps itself, as a widget does that ties a signal to a function of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        left.append(threading.current_thread())


def test_a_widget_in_a_cycle_is_destroyed_in_the_windows_thread(garbage: Garbage, qtbot: QtBot) -> None:
    def make_much() -> None:
        held = [[each] for each in range(200_000)]
        held.clear()

    left.clear()
    for _ in range(20):
        Kept()
    busy = threading.Thread(target=make_much)
    busy.start()
    busy.join()
    assert left == []
    held = [[each] for each in range(2_000)]  # enough for a search
    qtbot.waitUntil(lambda: len(left) == 20 and bool(held))
    assert set(left) == {threading.main_thread()}
