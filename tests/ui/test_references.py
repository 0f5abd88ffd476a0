"""A window that is open all day must not use up what all Python code shares (PySide6 6.12.0 on 3.11 did)."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

TIMES = 200


class Bell(QObject):
    rung = Signal(object)


@pytest.mark.parametrize("shared", [None, True, False], ids=str)
def test_signals_texts_and_painting_leave_the_shared_objects_as_they_were(
    qtbot: QtBot, shared: object
) -> None:
    bell, label = Bell(), QLabel()
    qtbot.addWidget(label)
    bell.rung.connect(lambda what: None)
    label.show()
    before = sys.getrefcount(shared)
    for number in range(TIMES):
        bell.rung.emit(number)
        label.setText(str(number))
        label.repaint()
    assert sys.getrefcount(shared) > before - TIMES // 2
