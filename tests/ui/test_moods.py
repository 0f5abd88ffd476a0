"""Choosing a mood."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.report.words import MOODS
from app.ui.pieces.moods import MoodPicker


@pytest.fixture
def picker(qtbot: QtBot) -> MoodPicker:
    made = MoodPicker("Mood before")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def key(picker: MoodPicker, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(picker.windowHandle(), each)


def test_a_number_chooses_and_nought_takes_it_back(picker: MoodPicker, qtbot: QtBot) -> None:
    told: list[int | None] = []
    picker.chosen.connect(told.append)
    key(picker, Qt.Key.Key_4)
    assert picker.mood == 4
    key(picker, Qt.Key.Key_1)
    assert picker.mood == 1
    key(picker, Qt.Key.Key_0)
    assert picker.mood is None
    assert told == [4, 1, None]


def test_the_arrows_go_from_one_to_the_next(picker: MoodPicker) -> None:
    key(picker, Qt.Key.Key_2, Qt.Key.Key_Right)
    assert picker.mood == 3 and picker.buttons[3].hasFocus()
    key(picker, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert picker.mood == 1


def test_what_is_shown_is_not_told(picker: MoodPicker) -> None:
    told: list[int | None] = []
    picker.chosen.connect(told.append)
    picker.show_mood(5)
    assert picker.mood == 5
    picker.show_mood(None)
    assert picker.mood is None and told == []


def test_each_says_what_it_is(picker: MoodPicker) -> None:
    for mood, button in picker.buttons.items():
        heard = QAccessible.queryAccessibleInterface(button)
        assert heard.text(QAccessible.Text.Name) == f"Mood before: {MOODS[mood]}"
        assert heard.role() is QAccessible.Role.RadioButton
        assert f"Key: {mood}" in heard.text(QAccessible.Text.Description)


def test_the_chosen_one_is_told_by_more_than_colour(picker: MoodPicker, qtbot: QtBot) -> None:
    """Its line is thicker and its word bold, so that it stands out in grey, too."""
    button = picker.buttons[3]
    QApplication.processEvents()
    before = button.grab().toImage().convertToFormat(button.grab().toImage().Format.Format_Grayscale8)
    picker.show_mood(3)
    after = button.grab().toImage().convertToFormat(before.format())

    def dark(image: object) -> int:
        grey = [image.pixelColor(x, y).lightness() for x in range(8, 48) for y in range(6, 52)]  # type: ignore[attr-defined]
        middle = max(set(grey), key=grey.count)
        return sum(abs(each - middle) > 60 for each in grey)

    assert dark(after) > dark(before)
