"""The technique cards: any of them with two keys, by hand alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.techniques import Technique
from app.session.snapshot import Event
from app.ui.call.cards import CardsPanel, found
from tests.pictures.call_pictures import coaching
from tests.ui.recorded import recorded
from tests.ui.room import flaws
from tests.ui.walk import unnamed

CARDS = [each for each in coaching().techniques.values() if "C" in each.marks]


@pytest.fixture
def panel(qtbot: QtBot) -> CardsPanel:
    made = CardsPanel(coaching())
    qtbot.addWidget(made)
    made.resize(360, 480)
    made.show()
    made.begin_typing()
    return made


def two_keys(technique: Technique) -> str:
    """Give a letter and a number that lead to the card; fails where there are none."""
    for letter in "abcdefghijklmnopqrstuvwxyz":
        first = found(CARDS, letter)[:9]
        if technique in first:
            return f"{letter}{first.index(technique) + 1}"
    raise AssertionError(f"no two keys lead to {technique.id}")


@pytest.mark.parametrize("technique", CARDS, ids=lambda each: each.id)
def test_two_keys_lead_to_any_card_whatever_was_hinted(
    qtbot: QtBot, panel: CardsPanel, technique: Technique
) -> None:
    keys = two_keys(technique)
    for cue in recorded()[1].cues:
        panel.take(Event(cue.t, cue))
    qtbot.keyClicks(panel.filter, keys)
    assert panel.shown is technique
    text = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert technique.title in text and technique.why in text
    for said in technique.try_saying:
        assert said.removeprefix("To yourself: ").removeprefix("To a colleague: ") in text
    assert all(avoided in text for avoided in technique.avoid)
    assert not list(flaws(panel))


def test_words_to_say_are_quoted_and_words_to_oneself_are_said_to_be() -> None:
    panel = CardsPanel(coaching())
    panel.show_card(coaching().techniques["purpose"])
    text = [label.text() for label in panel.findChildren(QLabel)]
    assert "“What I want most is to get you back online today.”" in text
    assert "To yourself: “does what I'm about to say serve my purpose?”" in text


def test_what_was_hinted_comes_first_until_something_is_typed(qtbot: QtBot, panel: CardsPanel) -> None:
    assert [each.id for each in panel.listed] == [each.id for each in CARDS]
    cues = recorded()[1].cues
    for cue in cues[:3]:
        panel.take(Event(cue.t, cue))
    newest_first = [cue.id for cue in reversed(cues[:3])]
    assert [each.id for each in panel.listed[:3]] == newest_first
    assert "(hinted)" in panel.list.item(0).text()
    qtbot.keyClicks(panel.filter, "1")
    assert panel.shown is not None and panel.shown.id == newest_first[0]
    panel.begin()
    assert [each.id for each in panel.listed] == [each.id for each in CARDS]


def test_arrows_enter_backspace_and_esc(qtbot: QtBot, panel: CardsPanel) -> None:
    qtbot.keyClicks(panel.filter, "s")
    second = panel.listed[1]
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert panel.shown is second
    qtbot.keyClick(panel.filter, Qt.Key.Key_Backspace)
    assert panel.shown is None and panel.filter.text() == "s"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert panel.shown is panel.listed[0]
    qtbot.keyClicks(panel.filter, "g")
    assert panel.shown is None and panel.filter.text() == "g"
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)


def test_whole_words_find_what_is_on_the_card(qtbot: QtBot, panel: CardsPanel) -> None:
    qtbot.keyClicks(panel.filter, "refund")
    assert panel.listed and all(
        "refund" in " ".join((each.title, each.why, *each.try_saying, *each.avoid)).casefold()
        for each in panel.listed
    )
    qtbot.keyClicks(panel.filter, "zzz")
    assert not panel.listed and "Backspace" in panel.list.item(0).text()
    qtbot.keyClicks(panel.filter, "1")
    assert panel.shown is None


def test_no_number_is_ever_typed_and_a_click_opens_too(qtbot: QtBot, panel: CardsPanel) -> None:
    qtbot.keyClicks(panel.filter, "0")
    assert panel.filter.text() == "" and panel.shown is None
    place = panel.list.visualItemRect(panel.list.item(2)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.shown is panel.listed[2]
    assert not list(unnamed(panel))
