"""All own better phrases: found as one types, changed, deleted with a way back, and on the cards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import Call, Reflection, Rephrasing
from app.domain.timeline import samples
from app.own_coaching import OwnCoaching
from app.report import words
from app.storage import calls, reflections, rephrasings
from app.storage.cipher import Database
from app.storage.schema import new_id
from app.ui.call.cards import CardsPanel
from app.ui.history.written import reflection_card
from app.ui.pieces import parts, theme
from app.ui.reflect import material
from app.ui.reflect.beside import Beside
from app.ui.review import phrases
from app.ui.review.phrase_row import PhraseRow
from app.ui.review.phrases import MOST, PhrasesList
from app.ui.window import Window
from tests.pictures.call_pictures import coaching
from tests.ui.at_the_journal import PATIENCE_MS, until_locked
from tests.ui.room import flaws
from tests.ui.walk import unnamed

NOW = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
BETTER = ("I can open it on Thursday.", "Let me look at the first scan.", "What would help you most?")
CARDS = ("no-because", "facts-first", "no-because")


def keep(window: Window, better: tuple[str, ...] = BETTER) -> tuple[Call, list[Rephrasing]]:
    """Keep these in a reflection on the last call, the last one as the newest."""
    journal = window.journal.journal
    assert journal is not None

    def work(db: Database) -> tuple[Call, list[Rephrasing]]:
        call = calls.recent(db, 1)[0]
        reflection = Reflection(new_id(), call.id, NOW, finished_at=NOW)
        reflections.save(db, reflection)
        made = [
            Rephrasing(new_id(), reflection.id, NOW, "not possible", text, CARDS[at % 3], samples(45 + at))
            for at, text in enumerate(better)
        ]
        for each in made:
            rephrasings.save(db, each)
        return call, made

    kept = journal.write("reflection", work).result()
    return kept


def kept(window: Window) -> list[str]:
    """Give the better phrases that are in the journal, the newest first."""
    journal = window.journal.journal
    assert journal is not None
    return journal.read(lambda db: [each.better for each in rephrasings.find(db)]).result()


@pytest.fixture
def empty(opened: Window, qtbot: QtBot) -> Iterator[PhrasesList]:
    """The list beside the window of an open journal without any better phrase."""
    made = PhrasesList(opened.diary, OwnCoaching(coaching(), opened.settings))
    page = parts.page(made)
    qtbot.addWidget(page)
    page.resize(600, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=PATIENCE_MS)
    yield made
    made.forget()


@pytest.fixture
def shown(empty: PhrasesList, opened: Window, qtbot: QtBot) -> PhrasesList:
    """The list with three of them."""
    keep(opened)
    opened.diary.tell_changed("reflection")
    qtbot.waitUntil(lambda: len(empty.rows) == 3, timeout=PATIENCE_MS)
    return empty


def listed(view: PhrasesList) -> list[str]:
    """Give the better phrases in their order on the page."""
    QApplication.processEvents()
    return [row.phrase.better for row in sorted(view.rows.values(), key=QWidget.y)]


def told(view: QWidget) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view))


def row_of(view: PhrasesList, better: str) -> PhraseRow:
    return next(row for row in view.rows.values() if row.phrase.better == better)


def press(button: QWidget) -> None:
    """Press a button by the keyboard."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_an_empty_list_says_how_one_gets_better_phrases(empty: PhrasesList, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: phrases.NOTHING in told(empty), timeout=PATIENCE_MS)
    assert not empty.search.isVisible()


def test_the_newest_come_first_each_with_its_card_day_and_call(shown: PhrasesList, opened: Window) -> None:
    assert listed(shown) == [*reversed(BETTER)]
    journal = opened.journal.journal
    assert journal is not None
    call = journal.read(lambda db: calls.recent(db, 1)[0]).result()
    text = told(shown)
    assert "You said: “not possible”" in text and "“Let me look at the first scan.”" in text
    assert f"Gather the facts together · 20 November 2026 · {words.named(call)}, 0:46" in text


def test_phrases_are_found_as_one_types_and_the_last_letters_win(shown: PhrasesList, qtbot: QtBot) -> None:
    shown.search.setFocus()
    QTest.keyClicks(shown.search, "scan")
    qtbot.waitUntil(lambda: listed(shown) == [BETTER[1]], timeout=PATIENCE_MS)
    QTest.keyClicks(shown.search, "dal")
    qtbot.waitUntil(lambda: phrases.NOT_FOUND in told(shown), timeout=PATIENCE_MS)
    shown.search.clear()
    qtbot.waitUntil(lambda: listed(shown) == [*reversed(BETTER)], timeout=PATIENCE_MS)


def test_the_phrases_of_a_card_are_shown_alone(shown: PhrasesList, qtbot: QtBot) -> None:
    titles = [shown.card.itemText(at) for at in range(shown.card.count())]
    assert titles == [phrases.ANY_CARD, "Gather the facts together", "Say no by showing where yes leads"]
    shown.card.setFocus()
    QTest.keyClicks(shown.card, "s")
    qtbot.waitUntil(lambda: listed(shown) == [BETTER[2], BETTER[0]], timeout=PATIENCE_MS)
    QTest.keyClick(shown.card, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: listed(shown) == [BETTER[1]], timeout=PATIENCE_MS)


def test_a_phrase_is_changed_and_changed_back(shown: PhrasesList, opened: Window, qtbot: QtBot) -> None:
    press(row_of(shown, BETTER[1]).edit)
    QTest.keyClicks(QApplication.focusWidget(), "Shorter.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Shorter." in listed(shown) and bool(shown.undo.text), timeout=PATIENCE_MS)
    assert "Shorter." in kept(opened)
    press(shown.undo.button)
    qtbot.waitUntil(lambda: BETTER[1] in listed(shown), timeout=PATIENCE_MS)


def test_a_phrase_is_deleted_and_comes_back(shown: PhrasesList, opened: Window, qtbot: QtBot) -> None:
    press(row_of(shown, BETTER[1]).remove)
    qtbot.waitUntil(
        lambda: listed(shown) == [BETTER[2], BETTER[0]] and bool(shown.undo.text), timeout=PATIENCE_MS
    )
    assert isinstance(QApplication.focusWidget(), QWidget) and shown.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(shown) == [*reversed(BETTER)], timeout=PATIENCE_MS)
    assert kept(opened) == [*reversed(BETTER)]


def test_a_phrase_is_copied_and_leads_to_its_call(shown: PhrasesList, opened: Window) -> None:
    asked: list[object] = []
    shown.call_asked.connect(asked.append)
    row = row_of(shown, BETTER[0])
    deeds = {each.text(): each for each in row.findChildren(type(row.edit))}
    press(deeds["Copy"])
    assert QGuiApplication.clipboard().text() == BETTER[0] and phrases.COPIED in told(shown)
    press(deeds["Look at the call"])
    journal = opened.journal.journal
    assert journal is not None
    assert asked == [journal.read(lambda db: calls.recent(db, 1)[0].id).result()]


def test_of_many_the_newest_are_shown_and_the_others_found(
    empty: PhrasesList, opened: Window, qtbot: QtBot
) -> None:
    keep(opened, tuple(f"number {place}" for place in range(MOST + 5)))
    opened.diary.tell_changed("reflection")
    qtbot.waitUntil(lambda: len(empty.rows) == MOST, timeout=PATIENCE_MS)
    assert phrases.MORE.format(most=phrases.MOST) in told(empty) and "number 4" not in listed(empty)
    QTest.keyClicks(empty.search, "number 3")
    qtbot.waitUntil(lambda: "number 3" in listed(empty), timeout=PATIENCE_MS)


def test_a_locked_journal_leaves_nothing_of_it(shown: PhrasesList, opened: Window, qtbot: QtBot) -> None:
    press(row_of(shown, BETTER[1]).edit)
    QTest.keyClicks(QApplication.focusWidget(), "Shorter.")
    opened.journal.lock()
    until_locked(opened, qtbot)
    qtbot.waitUntil(lambda: phrases.NOT_OPEN in told(shown), timeout=PATIENCE_MS)
    shown.forget()
    assert shown.rows == {} and shown.undo.text == "" and shown.findChildren(PhraseRow) == []
    opened.journal.unlock("three quiet herons")
    qtbot.waitUntil(lambda: len(shown.rows) == 3, timeout=PATIENCE_MS)
    assert "Shorter." in listed(shown)


@pytest.mark.parametrize(("size", "width"), [(1, 560), (2, 500)])
def test_everything_has_room(shown: PhrasesList, qtbot: QtBot, size: float, width: int) -> None:
    theme.current().scale(size)
    shown.window().resize(width, 900)
    row_of(shown, BETTER[1]).begin()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not any(flaws(shown.window())), timeout=2000)
    assert not [*flaws(shown.window()), *unnamed(shown)]


# Where they show


@pytest.fixture
def panel(qtbot: QtBot) -> CardsPanel:
    made = CardsPanel(coaching())
    qtbot.addWidget(made)
    made.resize(360, 480)
    made.show()
    return made


def test_own_words_come_first_on_their_card_and_three_at_most(panel: CardsPanel) -> None:
    technique = coaching().techniques["no-because"]
    panel.show_own({"no-because": ["one way", "another way", "a third way", "a fourth way"]})
    panel.show_card(technique)
    QApplication.processEvents()
    text = told(panel)
    assert text.index("Your own words") < text.index("“one way”") < text.index("Try saying")
    assert "“a third way”" in text and "fourth" not in text
    assert not list(flaws(panel))
    panel.show_card(coaching().techniques["purpose"])
    QApplication.processEvents()
    assert "Your own words" not in told(panel)


def test_own_words_come_and_go_on_the_card_that_is_open(panel: CardsPanel) -> None:
    panel.show_card(coaching().techniques["no-because"])
    panel.show_own({"no-because": ["one way"]})
    QApplication.processEvents()
    assert "“one way”" in told(panel) and panel.shown is coaching().techniques["no-because"]
    panel.begin_typing()  # the card is out of sight, and still there
    panel.show_own({})
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any("one way" in label.text() for label in panel.findChildren(QLabel))


def test_the_newest_phrases_of_each_card_are_for_the_calls(opened: Window) -> None:
    keep(opened, ("a", "b", "c", "d", "e", "f", "g", "g", "g", "g", "h", "h", "i"))
    journal = opened.journal.journal
    assert journal is not None
    assert journal.read(phrases.by_technique).result() == {
        "no-because": ["i", "h", "g"],
        "facts-first": ["h", "g", "e"],
    }


def test_a_reflection_shows_its_better_phrases(opened: Window, qtbot: QtBot) -> None:
    call, made = keep(opened)
    journal = opened.journal.journal
    assert journal is not None
    found = journal.read(lambda db: material.of_call(db, call.id)).result()
    assert found is not None and found.rephrasings == tuple(made)
    beside = Beside(found)
    qtbot.addWidget(beside)
    assert beside.there and all(f"“{each}”" in told(beside) for each in BETTER)
    assert found.reflection is not None
    card = reflection_card(found.reflection, {}, [replace(made[0], said="")])
    qtbot.addWidget(card)
    assert f"“{BETTER[0]}”" in told(card) and "You said" not in told(card)
    assert "Nothing is written" not in told(card)
