"""A button in a row too narrow for its words shows all of them, in lines."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.pieces.parts import button, row


@pytest.mark.parametrize(("width", "lines"), [(600, 1), (170, 2), (100, 3)])
def test_it_takes_the_lines_it_needs(qtbot: QtBot, width: int, lines: int) -> None:
    one, long = button("Go"), button("Restore from a backup file")
    line = row(one, long)
    qtbot.addWidget(line)
    line.show()
    line.resize(width, 300)
    assert long.text() == "Restore from a backup file"
    assert long.geometry().right() < width
    letter = long.fontMetrics().lineSpacing()
    around = one.height() - letter
    assert (long.height() - around) // letter == lines
    longest = max(map(long.fontMetrics().horizontalAdvance, long.text().split()))
    assert long.width() >= longest


def test_alone_it_is_a_button_like_any_other(qtbot: QtBot) -> None:
    long, plain = button("Restore from a backup file"), QPushButton("Restore from a backup file")
    for each in (long, plain):
        qtbot.addWidget(each)
        each.ensurePolished()
    assert long.sizeHint() == plain.sizeHint()
