"""Each technique is found in the window wherever it is taught: before, in and after a call, and as a card."""

from collections.abc import Callable
from string import ascii_lowercase

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.content import load_coaching
from app.domain.techniques import Coaching, Technique
from app.domain.timeline import Cue
from app.paths import resources_folder
from app.ui.call.cards import found
from app.ui.call.hint import HintView
from app.ui.window import Window
from tests.ui.at_the_journal import press
from tests.ui.recorded import PlayedCall
from tests.unit.test_techniques import MARKS


@pytest.fixture
def coaching() -> Coaching:
    return load_coaching(resources_folder() / "content")


def marked(letter: str) -> set[str]:
    """Give the ids of the techniques with a mark."""
    return {id for id, marks in MARKS.items() if letter in marks.split()}


def read(shown: QWidget) -> str:
    """Give all that can be read of a widget: labels, buttons, tool tips."""
    held = [each for each in (shown, *shown.findChildren(QWidget)) if each.isVisible()]
    texts = [each.text() for each in held if isinstance(each, QLabel | QAbstractButton)]
    return "\n".join((*texts, *(each.toolTip() for each in held)))


def test_before_a_call_in_a_checklist_or_as_a_field(
    show_window: Callable[[], Window], coaching: Coaching
) -> None:
    window = show_window()
    window.go_to("prepare")
    form, seen = window.prepare.form, ""
    for place in range(form.checklist.count()):
        form.checklist.setCurrentIndex(place)
        form.checklist.activated.emit(place)
        seen += read(form)
    checks = [check for each in coaching.checklists.values() for check in each.items]
    there = {check.technique for check in checks if check.text in seen}
    there |= {
        each.id
        for each in coaching.techniques.values()
        if any(line.rstrip(":") in seen for line in each.prepare)
    }
    assert there - {None} == marked("P")


def test_during_a_call_as_a_hint_by_its_title(qtbot: QtBot, coaching: Coaching) -> None:
    view = HintView(coaching.techniques)
    qtbot.addWidget(view)
    view.show()
    there = set()
    for rule in coaching.rules:
        view.show_cue(Cue(0, rule.technique, rule.kind, rule.text, ""))
        assert rule.text in read(view)
        there |= {id for id in (rule.technique,) if coaching.techniques[id].title in read(view)}
    assert there == marked("L")


def test_after_a_call_as_a_question(opened: Window, qtbot: QtBot, coaching: Coaching) -> None:
    opened.go_to("reflect")
    opened.reflect.reflect_on(None)
    qtbot.waitUntil(lambda: opened.reflect.form is not None)
    form = opened.reflect.form
    assert form is not None
    form.questions.more.click()
    seen = read(form.questions)
    asked = {id: each for id, each in coaching.techniques.items() if each.reflect}
    assert {id for id, each in asked.items() if all(line in seen for line in each.reflect)} == marked("R")


def test_during_a_call_as_a_card_two_keys_away(opened: Window, qtbot: QtBot, coaching: Coaching) -> None:
    call = PlayedCall()
    opened.calls.take(call, "complaint")
    call.play(100.0)
    cards = {id: each for id, each in coaching.techniques.items() if "C" in each.marks}
    assert set(cards) == marked("C")
    panel = opened.call_page.running.cards
    for technique in cards.values():
        press(opened, "C")
        for key in two_keys(technique, list(cards.values())):
            QTest.keyClick(opened.windowHandle(), key)
        assert panel.shown is not None and panel.shown.id == technique.id
        told = read(panel)
        assert technique.title in told and technique.why in told
        assert all(line in told for line in technique.avoid)
        press(opened, "Esc")


def two_keys(technique: Technique, cards: list[Technique]) -> str:
    """Give a letter and a number that lead to a card."""
    for letter in ascii_lowercase:
        first = found(cards, letter)[:9]
        if technique in first:
            return f"{letter}{first.index(technique) + 1}"
    raise AssertionError(f"no two keys lead to {technique.id}")
