"""Rewind and rephrase: the card that fits what was said, and how one would say it now."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.content import load_coaching
from app.domain.journal import Rephrasing
from app.domain.timeline import samples
from app.own_coaching import OwnCoaching
from app.paths import resources_folder
from app.settings import KeptSettings
from app.ui.pieces import parts, theme
from app.ui.pieces.errand import Errand
from app.ui.review import rephrase
from app.ui.review.rephrase import RephraseView
from tests.pictures.words_pictures import a_call, phrases
from tests.ui.at_the_journal import PATIENCE_MS
from tests.ui.room import flaws
from tests.ui.walk import unnamed

CALL = a_call()
SAID = "that's not possible the first one shows as collected by you"
AT = samples(71)


@pytest.fixture
def view(qtbot: QtBot, home: Path) -> Iterator[RephraseView]:
    made = RephraseView(OwnCoaching(load_coaching(resources_folder() / "content"), KeptSettings(home)))
    page = parts.page(made)
    qtbot.addWidget(page)
    page.resize(560, 700)
    page.show()
    page.activateWindow()
    made.show_call(CALL)
    qtbot.waitUntil(page.isActiveWindow, timeout=PATIENCE_MS)
    yield made
    made.show_call(None)


def begin(view: RephraseView, qtbot: QtBot, said: str = SAID, t: int = AT) -> None:
    """Take up what was said, and wait until it is known which card fits."""
    view.begin(t, said)
    qtbot.waitUntil(lambda: not view.findChildren(Errand), timeout=PATIENCE_MS)


def written(view: RephraseView) -> list[Rephrasing]:
    """Give a record of what is to be kept from now on."""
    kept: list[Rephrasing] = []
    view.written.connect(kept.append)
    return kept


def told(view: RephraseView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view))


def type_and_keep(view: RephraseView, text: str) -> None:
    assert QApplication.focusWidget() is view.field
    QTest.keyClicks(view.field, text)
    QTest.keyClick(view.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_it_says_what_to_do_before_anything_is_chosen(view: RephraseView) -> None:
    assert told(view) == rephrase.EMPTY


def test_what_was_said_stands_there_with_the_card_that_fits(view: RephraseView, qtbot: QtBot) -> None:
    begin(view, qtbot)
    assert view.card.currentData() == "no-because"
    card = load_coaching(resources_folder() / "content").techniques["no-because"]
    qtbot.waitUntil(lambda: all(line in told(view) for line in card.try_saying), timeout=PATIENCE_MS)
    text = told(view)
    assert f"“{SAID}”" in text and "1:11" in text and "You said “not possible”." in text
    assert QApplication.focusWidget() is view.field


def test_a_hint_of_then_is_named_as_one(view: RephraseView, qtbot: QtBot) -> None:
    line = CALL.report.transcript[4]
    begin(view, qtbot, line.text, line.start)
    assert view.card.currentData() == "listen-fully"
    assert "The hint of then: Let them finish, then answer." in told(view)


def test_without_anything_that_fits_the_user_picks_a_card(view: RephraseView, qtbot: QtBot) -> None:
    kept = written(view)
    begin(view, qtbot, "the weather is nice", samples(140))
    assert view.card.currentText() == rephrase.NO_CARD
    view.card.setFocus()
    QTest.keyClicks(view.card, "Use")
    QApplication.processEvents()
    assert view.card.currentData() == "plain-language" and "everyday word" in told(view)
    view.field.setFocus()
    type_and_keep(view, "It is nice out.")
    assert kept[0].technique == "plain-language"


def test_what_the_user_picks_stays_though_another_card_is_found_later(
    view: RephraseView, qtbot: QtBot
) -> None:
    view.begin(AT, SAID)
    view.card.setFocus()
    QTest.keyClicks(view.card, "Use")
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not view.findChildren(Errand), timeout=PATIENCE_MS)
    assert view.card.currentData() == "plain-language"


def test_every_card_of_calls_and_preparations_can_be_picked(view: RephraseView) -> None:
    coaching = load_coaching(resources_folder() / "content")
    offered = {view.card.itemData(at) for at in range(view.card.count())}
    assert offered == {"", *(id for id, each in coaching.techniques.items() if {"C", "P"} & {*each.marks})}


def test_the_better_phrase_is_kept_by_keys(view: RephraseView, qtbot: QtBot) -> None:
    kept = written(view)
    begin(view, qtbot)
    type_and_keep(view, "Let me see  what the scan says.")
    [phrase] = kept
    assert (phrase.said, phrase.better, phrase.technique, phrase.t, phrase.reflection_id) == (
        SAID,
        "Let me see what the scan says.",
        "no-because",
        AT,
        0,
    )
    assert view.field.toPlainText() == "" and rephrase.KEPT in told(view)
    type_and_keep(view, "Or so.")
    assert [each.better for each in kept][1:] == ["Or so."] and kept[1].id != phrase.id


def test_nothing_is_kept_of_nothing(view: RephraseView, qtbot: QtBot) -> None:
    kept = written(view)
    begin(view, qtbot)
    assert not view.kept.isEnabled()
    type_and_keep(view, "   ")
    assert kept == [] and QApplication.focusWidget() is view.field


def test_what_was_typed_comes_back_with_the_words_it_was_typed_for(view: RephraseView, qtbot: QtBot) -> None:
    begin(view, qtbot)
    QTest.keyClicks(view.field, "half a sentence")
    begin(view, qtbot, "right so", samples(34))
    assert view.field.toPlainText() == ""
    begin(view, qtbot)
    assert view.field.toPlainText() == "half a sentence"


def test_what_is_typed_is_kept_when_the_call_is_left(view: RephraseView, qtbot: QtBot) -> None:
    kept = written(view)
    view.save()
    begin(view, qtbot)
    QTest.keyClicks(view.field, "half a sentence")
    view.save()
    view.save()
    assert [each.better for each in kept] == ["half a sentence"]


def test_the_phrases_of_the_call_are_changed_and_taken_back(view: RephraseView) -> None:
    first, second = phrases()
    view.show_call(replace(CALL, rephrasings=(first, second)))
    assert all(each.better in told(view) for each in (first, second)) and first.said in told(view)
    assert "Gather the facts together" in told(view)
    kept, gone = written(view), []
    view.taken_back.connect(gone.append)
    row = view.rows[first.id]
    row.edit.setFocus()
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Shorter.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert kept == [replace(first, better="Shorter.")] and QApplication.focusWidget() is row.edit
    view.show_call(replace(CALL, rephrasings=(kept[0], second)))
    assert "Shorter." in told(view) and QApplication.focusWidget() is row.edit
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "no")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert len(kept) == 1
    row.remove.setFocus()
    QTest.keyClick(row.remove, Qt.Key.Key_Space)
    assert gone == [first.id]
    view.show_call(replace(CALL, rephrasings=(second,)))
    assert set(view.rows) == {second.id}


def test_more_of_the_same_call_leaves_what_is_written(view: RephraseView, qtbot: QtBot) -> None:
    begin(view, qtbot)
    QTest.keyClicks(view.field, "half a sentence")
    view.show_call(replace(CALL, rephrasings=phrases()))
    assert view.field.toPlainText() == "half a sentence" and QApplication.focusWidget() is view.field


def test_forgetting_leaves_nothing_of_it(view: RephraseView, qtbot: QtBot) -> None:
    kept = written(view)
    view.show_call(replace(CALL, rephrasings=phrases()))
    view.begin(AT, SAID)
    QTest.keyClicks(view.field, "half a sentence")
    view.show_call(None)
    qtbot.waitUntil(lambda: not view.findChildren(Errand), timeout=PATIENCE_MS)
    assert told(view) == "" and view.rows == {} and view.field.toPlainText() == "" and kept == []
    assert not any(SAID in label.text() or "scan" in label.text() for label in view.findChildren(QLabel))


@pytest.mark.parametrize(("size", "width"), [(1, 560), (2, 460)])
def test_everything_has_room(view: RephraseView, qtbot: QtBot, size: float, width: int) -> None:
    theme.current().scale(size)
    view.window().resize(width, 900)
    view.show_call(replace(CALL, rephrasings=phrases()))
    begin(view, qtbot)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not any(flaws(view.window())), timeout=2000)
    assert not [*flaws(view.window()), *unnamed(view)]
