"""The user's better phrases on the technique cards of a call, as long as the journal may be seen."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.timeline import Speaker
from app.storage import rephrasings
from app.ui.call.cards import CardsPanel
from app.ui.window import Window
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS, press, unlock, until_locked
from tests.ui.recorded import PlayedCall

BETTER = "I can open it for you on Thursday morning"


def held(widget: QWidget) -> str:
    """Give every text that the widget holds, in sight or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def panels(window: Window) -> list[CardsPanel]:
    """Give the cards beside the call, and those of the HUD where there is one."""
    hud = window.small.hud
    return [window.call_page.running.cards, *([hud.cards] if hud is not None else [])]


def write_better(window: Window, qtbot: QtBot) -> str:
    """Write a better phrase for what was said first in the last call of the journal; give its technique."""
    window.review.show_call(kept.recent(window).id)
    press(window, "Ctrl+7")
    qtbot.waitUntil(
        lambda: window.review.at is not None and window.review.at.shown is not None, timeout=PATIENCE_MS
    )
    at = window.review.at
    assert at is not None and at.shown is not None
    view = window.review.looking.view
    qtbot.waitUntil(view.isVisible, timeout=PATIENCE_MS)
    said = next(n for n, line in enumerate(at.shown.report.transcript) if line.speaker is Speaker.AGENT)
    view.said.choose(said)
    QTest.keyClick(view.said.text, Qt.Key.Key_R)
    card = view.rephrase.card
    card.setCurrentIndex(card.findData("no-because"))
    view.rephrase.field.setFocus()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, BETTER)
    press(window, "Ctrl+Return")
    qtbot.waitUntil(lambda: [each.better for each in _kept(window)] == [BETTER], timeout=PATIENCE_MS)
    return _kept(window)[0].technique


def _kept(window: Window) -> list[rephrasings.Rephrasing]:
    journal = window.journal.journal
    assert journal is not None
    return journal.read(rephrasings.find).result()


def test_a_phrase_written_in_review_stands_on_its_card_until_the_journal_is_locked(
    opened: Window, qtbot: QtBot
) -> None:
    technique = opened.coaching.content.techniques[write_better(opened, qtbot)]
    call = PlayedCall()
    opened.go_to("call")
    opened.calls.take(call, "complaint")
    call.play(65.0)
    press(opened, "C")
    for panel in panels(opened):

        def on_the_card(panel: CardsPanel = panel) -> bool:
            panel.show_card(technique)
            return f"“{BETTER}”" in held(panel)

        qtbot.waitUntil(on_the_card, timeout=PATIENCE_MS)

    press(opened, "Ctrl+L")
    assert all(BETTER not in held(panel) for panel in panels(opened))
    assert all(panel.shown is technique for panel in panels(opened))
    opened.activateWindow()
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: all(BETTER in held(panel) for panel in panels(opened)), timeout=PATIENCE_MS)

    call.finish()
    qtbot.waitUntil(lambda: not opened.journal.held, timeout=PATIENCE_MS)
    press(opened, "Ctrl+L")
    until_locked(opened, qtbot)
    assert all(BETTER not in held(panel) for panel in panels(opened))


def test_a_phrase_that_is_deleted_leaves_its_card(opened: Window, qtbot: QtBot) -> None:
    technique = write_better(opened, qtbot)
    cards = opened.call_page.running.cards
    cards.show_card(opened.coaching.content.techniques[technique])
    qtbot.waitUntil(lambda: BETTER in held(cards), timeout=PATIENCE_MS)
    opened.diary.write("reflection", lambda db: rephrasings.delete(db, rephrasings.find(db)[0].id))
    qtbot.waitUntil(lambda: BETTER not in held(cards), timeout=PATIENCE_MS)
