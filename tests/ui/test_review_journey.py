"""A tough call looked at again by the keyboard alone, with its sound, and found again the day after."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.domain.timeline import Speaker
from app.report.relabel import relabelled
from app.ui.review.opened import Opened, Stage
from app.ui.window import Window
from tests.pulse_server import PulseServer
from tests.ui import kept, recordings
from tests.ui.at_the_journal import PATIENCE_MS, press, unlock

NOTE = "here I could have let the customer finish"
BETTER = "that must have been tiring, and I am glad you called again"


@pytest.fixture
def no_folder(home: Path) -> None:
    """A journal with nothing in it."""
    kept.make(home / "journal", 0)


@pytest.mark.usefixtures("no_folder")
def test_a_tough_call_is_looked_at_again(
    pulse_server: PulseServer, show_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = show_window()
    unlock(window, qtbot)
    window.settings.change(call_type=bootstrap.SAMPLE)
    press(window, "Ctrl+7")
    page = window.review

    # opened, seen while it runs, cancelled, and opened again
    open_by_keys(window, bootstrap.sample_call())
    see_results(window, qtbot)
    press(window, "Esc")
    assert page.at is None and page.reviewing.now is None
    open_by_keys(window, bootstrap.sample_call())
    see_results(window, qtbot)
    at = recordings.kept(window, qtbot, bootstrap.sample_call().name)
    assert at.shown is not None and at.shown.report.transcript

    # swapped and back
    ratio = at.shown.report.measures.talk_ratio
    press(window, "X")
    qtbot.waitUntil(lambda: at.agent == "right" and at.stage is Stage.DONE, timeout=PATIENCE_MS * 3)
    assert at.shown.report.measures.talk_ratio == pytest.approx(1 - (ratio or 0), abs=0.02)
    press(window, "X")
    assert at.agent == "left" and at.shown.report.measures.talk_ratio == ratio

    # heard
    player = page.looking.sound.player
    assert player is not None
    qtbot.waitUntil(lambda: player.state.length > 0 or bool(player.state.trouble), timeout=PATIENCE_MS)
    page.looking.view.setFocus()
    QTest.keyClick(page.looking.view, Qt.Key.Key_Space)
    assert player.state.playing
    qtbot.waitUntil(lambda: player.state.t > 16_000 or not player.state.playing, timeout=PATIENCE_MS)
    assert player.state.trouble is None and player.state.playing
    QTest.keyClick(page.looking.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not player.state.playing, timeout=PATIENCE_MS)

    # marked, with a note
    press(window, "M")
    note = QApplication.focusWidget()
    assert isinstance(note, QLineEdit)
    QTest.keyClicks(note, NOTE)
    QTest.keyClick(note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [mark.note for mark in at.shown.marks] == [NOTE], timeout=PATIENCE_MS)

    # relabelled
    page.looking.view.moments.choose_overlap(0)
    measured = at.shown.report.overlaps[0].label
    row = page.looking.view.moments.overlaps[0]
    row.choice.setFocus()
    while row.choice.currentData() == measured:
        QTest.keyClick(row.choice, Qt.Key.Key_Down)
        QTest.keyClick(row.choice, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda: 0 in at.shown.labels or row.choice.currentData() != measured, timeout=PATIENCE_MS
        )
    qtbot.waitUntil(lambda: 0 in at.shown.labels, timeout=PATIENCE_MS)
    label = at.shown.labels[0]
    assert label != measured

    # corrected and said better
    place = next(n for n, line in enumerate(at.shown.report.transcript) if line.speaker is Speaker.AGENT)
    said = page.looking.view.said
    said.choose(place)
    QTest.keyClick(said.text, Qt.Key.Key_E)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keySequence(editor, "Ctrl+A")
    QTest.keyClicks(editor, "Good morning, what can I do for you?")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place in at.shown.heard, timeout=PATIENCE_MS)
    said.choose(place)
    QTest.keyClick(said.text, Qt.Key.Key_R)
    field = QApplication.focusWidget()
    assert field is not None and page.looking.view.rephrase.isVisible()
    QTest.keyClicks(field, BETTER)
    press(window, "Ctrl+Return")
    qtbot.waitUntil(lambda: [each.better for each in at.shown.rephrasings] == [BETTER], timeout=PATIENCE_MS)

    # taken along: the saved page and the numbers say the same
    view = page.looking.view
    for button, name in ((view.numbers.save_json, "call.json"), (view.numbers.save_page, "call.html")):
        save_by_keys(window, button, tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists, timeout=PATIENCE_MS)
    form = json.loads((tmp_path / "call.json").read_text(encoding="utf-8"))
    assert form == relabelled(at.shown.report, {0: label}).as_dict()
    html = (tmp_path / "call.html").read_text(encoding="utf-8")
    share = form["metrics"]["talk_ratio"]
    assert f"{round(share * 100)} %" in html and NOTE in html and BETTER in html
    written = at.shown

    # the day after
    with qtbot.waitSignal(window.gone, timeout=PATIENCE_MS):
        press(window, "Ctrl+Q")
    later = show_window()
    unlock(later, qtbot)
    press(later, "Ctrl+7")
    calls = later.review.opening.calls
    qtbot.waitUntil(lambda: calls.count() == 1, timeout=PATIENCE_MS)
    calls.setFocus()
    QTest.keyClick(calls, Qt.Key.Key_Return)
    again = recordings.reviewed(later, qtbot, at.name)
    assert again.shown is not None
    assert dict(again.shown.labels) == {0: label} and dict(again.shown.heard) == dict(written.heard)
    assert again.shown.marks == written.marks
    assert [each.better for each in again.shown.rephrasings] == [BETTER]
    assert again.shown.report.transcript[place].text == written.report.transcript[place].text
    assert again.shown.report.measures.talk_ratio == ratio


def open_by_keys(window: Window, path: Path) -> None:
    """Open a recording by Ctrl+O and its path."""
    press(window, "Ctrl+O")
    type_path(window, path)


def save_by_keys(window: Window, button: QPushButton, path: Path) -> None:
    """Press a button of the report, and type where to."""
    window.review.looking.view.show_tab(2)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    type_path(window, path)


def type_path(window: Window, path: Path) -> None:
    """Type a path into the dialog that is open, and Enter."""
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.selectAll()
    name.insert(str(path))  # typed, the names that are completed would take the Enter
    QTest.keyClick(name, Qt.Key.Key_Return)


def see_results(window: Window, qtbot: QtBot) -> Opened:
    """Wait until something of the call is seen while it is still being reviewed."""

    def seen() -> bool:
        at = window.review.at
        return at is not None and at.shown is not None and bool(at.shown.report.transcript)

    qtbot.waitUntil(seen, timeout=PATIENCE_MS * 2)
    at = window.review.at
    assert at is not None and at.stage is Stage.RUNNING
    return at
