"""What goes over every page sees each kind of flaw, and is content where there is none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.pieces.parts import ChoiceBox, button, words
from app.ui.pieces.wrapping import WrappingButton
from tests.ui.pseudo import texts
from tests.ui.room import flaws, in_sight
from tests.ui.walk import fitted, headless, tab_order, unnamed, unreached

TEXT = "Incomprehensibilities are told one by one"
WHOLE = QSize(900, 300)


def label() -> QLabel:
    return QLabel(TEXT)


def wrapped() -> QLabel:
    return words(TEXT)


def tool_button() -> QToolButton:
    made = QToolButton()
    made.setText(TEXT)
    return made


def list_box(*entries: str, kind: type[QComboBox] = QComboBox) -> QComboBox:
    made = kind()
    made.addItems(list(entries))
    return made


def chosen() -> QComboBox:
    return list_box(TEXT, kind=PlainChoice)


class PlainChoice(ChoiceBox):
    """One without a tool tip."""

    def setToolTip(self, text: str) -> None:
        """Show none."""


def line_edit() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(TEXT)
    return made


def text_edit() -> QTextEdit:
    made = QTextEdit()
    made.setPlaceholderText(TEXT)
    return made


def tabs() -> QTabBar:
    made = QTabBar()
    made.setElideMode(Qt.TextElideMode.ElideRight)
    made.setUsesScrollButtons(False)
    made.addTab(TEXT)
    made.addTab("More")
    return made


def entries() -> QListWidget:
    made = QListWidget()
    made.addItem(TEXT)
    return made


def table(header: str, cell: str) -> QTableWidget:
    made = QTableWidget(1, 1)
    made.setHorizontalHeaderLabels([header])
    made.setItem(0, 0, QTableWidgetItem(cell))
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setMinimumSectionSize(10)
    return made


def page() -> QScrollArea:
    made = QScrollArea()
    made.setWidget(QLabel(TEXT))
    made.setWidgetResizable(True)
    return made


def holding(*places: tuple[int, int]) -> QWidget:
    """Give a widget with buttons at these places, each 100 pixels wide."""
    made = QWidget()
    for x, y in places:
        held = QPushButton("OK", made)
        held.setGeometry(x, y, 100, 40)
    return made


Made = Callable[[], QWidget]


@pytest.mark.parametrize(
    ("make", "small", "said"),
    [
        (label, QSize(100, 100), "it is cut off by"),
        (label, QSize(900, 8), "it is cut off below by"),
        (wrapped, QSize(200, 20), "its lines are cut off by"),
        (wrapped, QSize(60, 300), "its longest word is cut off by"),
        (lambda: QPushButton(TEXT), QSize(100, 100), "it is cut off by"),
        (lambda: button(TEXT), QSize(150, 20), "it is cut off below by"),
        (tool_button, QSize(100, 100), "it is cut off by"),
        (lambda: QCheckBox(TEXT), QSize(100, 100), "it is cut off by"),
        (lambda: QRadioButton(TEXT), QSize(100, 100), "it is cut off by"),
        (chosen, QSize(100, 100), "what is chosen is cut off by"),
        (lambda: list_box("Short", TEXT), QSize(150, 100), "its entry"),
        (line_edit, QSize(100, 100), "its placeholder is cut off by"),
        (text_edit, QSize(150, 30), "its placeholder is too tall by"),
        (tabs, QSize(100, 100), "its tab"),
        (lambda: QGroupBox(TEXT), QSize(100, 100), "its title is cut off by"),
        (entries, QSize(100, 100), "it scrolls sideways by"),
        (lambda: table(TEXT, "Yes"), QSize(150, 100), f'its name "{TEXT}" is cut off by'),
        (lambda: table("Yes", TEXT), QSize(150, 100), f'its entry "{TEXT}" is cut off by'),
        (page, QSize(100, 100), "makes it scroll sideways by"),
        (lambda: holding((200, 0)), QSize(250, 100), 'it does not hold QPushButton "OK" by 50 px'),
    ],
)
def test_what_is_cut_off_is_told_and_what_has_room_is_not(
    qtbot: QtBot, make: Made, small: QSize, said: str
) -> None:
    shown = make()
    qtbot.addWidget(shown)
    shown.resize(WHOLE)
    shown.show()
    assert list(flaws(shown)) == []
    shown.setMinimumSize(1, 1)
    shown.resize(small)
    found = list(flaws(shown))
    assert any(said in flaw and flaw.endswith(" px") for flaw in found), found


def test_what_lies_over_another_is_told(qtbot: QtBot) -> None:
    apart, over = holding((0, 0), (100, 0)), holding((0, 0), (90, 20))
    for shown in (apart, over):
        qtbot.addWidget(shown)
        shown.resize(WHOLE)
        shown.show()
    assert list(flaws(apart)) == []
    assert list(flaws(over)) == ['QWidget: QPushButton "OK" lies over QPushButton "OK" by 10 px']


def test_a_cut_text_is_no_flaw_where_a_tool_tip_has_all_of_it(qtbot: QtBot) -> None:
    shown = list_box(TEXT, kind=ChoiceBox)
    qtbot.addWidget(shown)
    shown.show()
    shown.resize(100, 100)
    assert list(flaws(shown)) == []


def test_an_opened_list_shows_its_entries_whole(qtbot: QtBot) -> None:
    shown = list_box("Short", TEXT, kind=ChoiceBox)
    qtbot.addWidget(shown)
    shown.show()
    shown.resize(100, shown.height())
    shown.showPopup()
    assert shown.view().viewport().width() >= shown.fontMetrics().horizontalAdvance(TEXT)
    shown.hidePopup()


def test_every_kind_of_text_is_found(qtbot: QtBot) -> None:
    shown = column(
        label(), button(TEXT), list_box(TEXT), line_edit(), QGroupBox(TEXT), tabs(), table(TEXT, TEXT)
    )
    qtbot.addWidget(shown)
    shown.show()
    kinds = {type(each) for each in in_sight(shown) if any(text == TEXT for _, text in texts(each))}
    assert {QLabel, WrappingButton, QComboBox, QLineEdit, QGroupBox, QTabBar, QTableWidget} <= kinds


def test_a_flaw_is_told_with_its_size_and_its_stops(qtbot: QtBot) -> None:
    cut = label()
    cut.setFixedWidth(60)
    shown = column(cut)
    qtbot.addWidget(shown)
    shown.show()
    found = fitted(shown, qtbot, lambda: iter([("here", shown), ("there", shown)]))
    looks = ["1040x720 100%: ", "560x400 200%: "]
    assert [flaw[: len(look)] for flaw, look in zip(found, looks, strict=True)] == looks
    assert all("is cut off by" in flaw and flaw.endswith("(here; there)") for flaw in found)


# By the Tab key, and by ear


def column(*held: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    for each in held:
        layout.addWidget(each)
    return made


def named(field: QWidget, name: str = "A field to type into") -> QWidget:
    field.setAccessibleName(name)
    return field


class Faint(QPushButton):
    """A button that looks the same with the focus as without."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw its text alone."""
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def clickable() -> QPushButton:
    made = QPushButton("By mouse alone")
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return made


def picture() -> QLabel:
    made, drawn = QLabel(), QPixmap(20, 20)
    drawn.fill(Qt.GlobalColor.black)
    made.setPixmap(drawn)
    return made


def trapping() -> QWidget:
    made = QPlainTextEdit()
    made.setTabChangesFocus(False)
    return named(made)


def below_the_edge() -> QWidget:
    """Give a button out of sight, in what does not scroll to it."""
    outside, inside = QWidget(), QPushButton("Further down")
    inside.setParent(outside)
    outside.setFixedSize(300, 40)
    inside.setGeometry(0, 30, 200, 40)
    return outside


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (QLineEdit, "its name is ''"),
        (lambda: QPushButton("C"), "its name is 'C'"),
        (lambda: QPushButton("…"), "its name is '…'"),
        (lambda: QComboBox(), "its name is ''"),
        (lambda: QListWidget(), "its name is ''"),
        (clickable, "the Tab key does not reach it"),
        (trapping, "the focus does not get on from here"),
        (lambda: Faint("Faint"), "nothing shows that it has the focus"),
        (below_the_edge, "it has the focus with 30 px out of sight"),
        (picture, "a picture without a name"),
    ],
)
def test_what_keys_and_ears_do_not_reach_is_told(qtbot: QtBot, make: Made, said: str) -> None:
    shown = column(QPushButton("First"), make(), QPushButton("Last"))
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.findChild(QPushButton).setFocus()
    order, wrong = tab_order(shown)
    found = [*wrong, *unreached(shown, order), *unnamed(shown)]
    assert any(said in each for each in found), found


def test_what_keys_and_ears_reach_is_not_told(qtbot: QtBot) -> None:
    one, other = QRadioButton("One"), QRadioButton("Other")
    one.setChecked(True)
    field, unused = QLineEdit(), QPushButton("Not now")
    name = words("A label")
    name.setBuddy(field)
    unused.setEnabled(False)
    shown = column(words("Heading", "title"), QPushButton("First"), one, other, name, field, unused)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    order, wrong = tab_order(shown)
    assert [*wrong, *unreached(shown, order), *unnamed(shown), *headless(shown)] == []
    assert len(order) == 3


def test_a_page_without_a_heading_is_told(qtbot: QtBot) -> None:
    shown = column(words("Some words"))
    qtbot.addWidget(shown)
    shown.show()
    assert list(headless(shown)) == ["there is no heading"]
