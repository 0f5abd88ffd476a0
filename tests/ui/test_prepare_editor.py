"""Own checklists: edited in place by keys, kept in the journal, undone, taken along as a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap, checklist_file
from app.domain.journal import Checklist, ChecklistItem
from app.storage import checklists
from app.ui.prepare.editor import ChecklistEditor
from app.ui.window import Window
from tests.ui.at_the_journal import PATIENCE_MS, press, shown, unlock, until_locked
from tests.ui.recorded import PlayedCall


@pytest.fixture
def editor(opened: Window, qtbot: QtBot) -> ChecklistEditor:
    """The editor with the shipped checklist for complaints."""
    opened.settings.change(call_type="complaint")
    press(opened, "Ctrl+2")
    qtbot.waitUntil(opened.prepare.form.edit.isEnabled, timeout=PATIENCE_MS)
    opened.prepare.form.edit.setFocus()
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Return)
    assert opened.prepare.editor.isVisible()
    return opened.prepare.editor


def stored(window: Window) -> list[Checklist]:
    journal = window.journal.journal
    assert journal is not None
    return journal.read(checklists.all).result()


def until_stored(window: Window, qtbot: QtBot, texts: list[str]) -> Checklist:
    """Wait until the journal has one checklist with these checks, and give it."""
    fitting = lambda: [each for each in stored(window) if [item.text for item in each.items] == texts]  # noqa: E731
    qtbot.waitUntil(lambda: bool(fitting()), timeout=PATIENCE_MS)
    return fitting()[0]


def texts(editor: ChecklistEditor) -> list[str]:
    return [row.line.text() for row in editor.items.rows]


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(key: Qt.Key, alt: bool = False) -> None:
    QTest.keyClick(held(), key, Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier)


def test_a_check_is_written_moved_and_begun_by_keys(
    opened: Window, editor: ChecklistEditor, qtbot: QtBot
) -> None:
    before = texts(editor)
    row = editor.items.rows[1]
    row.line.setFocus()
    row.line.selectAll()
    QTest.keyClicks(row.line, "Water within reach")
    key(Qt.Key.Key_Down, alt=True)
    assert held() is editor.items.rows[2].line
    key(Qt.Key.Key_Return)
    QTest.keyClicks(held(), "Sit upright")
    now = [before[0], before[2], "Water within reach", "Sit upright", *before[3:]]
    assert texts(editor) == now
    own = until_stored(opened, qtbot, now)
    shipped = opened.coaching.content.checklists["complaint"]
    assert (own.origin, own.title, own.call_type) == ("complaint", shipped.title, "complaint")
    techniques = [item.technique for item in shipped.items]
    assert [item.technique for item in own.items] == [
        techniques[0],
        techniques[2],
        None,
        None,
        *techniques[3:],
    ]
    press(opened, "Esc")
    rows = opened.prepare.form.checks.rows
    qtbot.waitUntil(
        lambda: [each.box.accessibleName() for each in opened.prepare.form.checks.rows] == now,
        timeout=PATIENCE_MS,
    )
    assert len(stored(opened)) == 1 and rows[0].isVisible()


def test_past_an_end_a_check_stays_and_at_nine_none_is_added(editor: ChecklistEditor) -> None:
    before = texts(editor)
    editor.items.rows[0].line.setFocus()
    key(Qt.Key.Key_Up, alt=True)
    assert texts(editor) == before and not editor.items.rows[0].up.isEnabled()
    assert not editor.items.rows[-1].down.isEnabled()
    for number in range(8, 10):
        editor.add.click()
        QTest.keyClicks(held(), f"Number {number}")
    assert len(texts(editor)) == 9 and not editor.add.isEnabled()
    key(Qt.Key.Key_Return)
    assert len(texts(editor)) == 9


def test_a_deleted_check_comes_back(opened: Window, editor: ChecklistEditor, qtbot: QtBot) -> None:
    before = texts(editor)
    editor.items.rows[2].delete.setFocus()
    key(Qt.Key.Key_Space)
    without = [*before[:2], *before[3:]]
    until_stored(opened, qtbot, without)
    editor.choice.setCurrentIndex(3)
    editor.choice.activated.emit(3)
    press(opened, "Ctrl+Z")
    own = until_stored(opened, qtbot, before)
    assert own.origin == "complaint" and len(stored(opened)) == 1
    assert texts(editor) == before and editor.choice.currentText() == "Complaint"


def test_a_check_that_comes_back_takes_nothing_typed_since(
    opened: Window, editor: ChecklistEditor, qtbot: QtBot
) -> None:
    before = texts(editor)
    editor.items.rows[2].delete.click()
    editor.items.rows[0].line.setText("")
    QTest.keyClicks(editor.items.rows[0].line, "Breathe out")
    editor.undo.button.click()
    until_stored(opened, qtbot, ["Breathe out", *before[1:]])
    assert texts(editor) == ["Breathe out", *before[1:]]


def test_where_nine_checks_are_there_again_none_comes_back(editor: ChecklistEditor) -> None:
    editor.items.rows[2].delete.click()
    while editor.add.isEnabled():
        editor.add.click()
        QTest.keyClicks(held(), "One more")
    editor.undo.button.click()
    assert "There is no room to bring it back" in shown(editor)
    assert len(texts(editor)) == 9 and texts(editor)[8] == "One more"


def test_after_a_change_a_reset_stays_so_that_there_is_one_version(
    opened: Window, editor: ChecklistEditor, qtbot: QtBot
) -> None:
    before = texts(editor)
    editor.items.rows[0].delete.click()
    until_stored(opened, qtbot, before[1:])
    editor.reset.click()
    editor.items.rows[1].delete.click()
    until_stored(opened, qtbot, [before[0], *before[2:]])
    press(opened, "Ctrl+Z")
    until_stored(opened, qtbot, before)
    assert len(stored(opened)) == 1


def test_reset_goes_back_to_what_was_shipped_and_can_be_undone(
    opened: Window, editor: ChecklistEditor, qtbot: QtBot
) -> None:
    before = texts(editor)
    assert not editor.reset.isVisible() and not editor.delete.isVisible()
    QTest.keyClicks(editor.title, " by me")
    editor.items.rows[0].delete.click()
    own = until_stored(opened, qtbot, before[1:])
    assert own.title == "Complaint by me"
    editor.reset.click()
    assert (texts(editor), editor.title.text()) == (before, "Complaint")
    qtbot.waitUntil(lambda: stored(opened) == [], timeout=PATIENCE_MS)
    press(opened, "Ctrl+Z")
    assert until_stored(opened, qtbot, before[1:]) == own
    assert (texts(editor), editor.title.text()) == (before[1:], "Complaint by me")
    assert editor.reset.isVisible()


def test_own_checklists_are_made_named_and_deleted(
    opened: Window, editor: ChecklistEditor, qtbot: QtBot
) -> None:
    editor.new.click()
    assert held() is editor.title
    QTest.keyClicks(editor.title, "Monday mornings")
    editor.kind.setCurrentIndex(editor.kind.findData(None))
    editor.kind.activated.emit(0)
    editor.add.click()
    QTest.keyClicks(held(), "Coffee first")
    own = until_stored(opened, qtbot, ["Coffee first"])
    qtbot.waitUntil(lambda: stored(opened)[0].title == "Monday mornings", timeout=PATIENCE_MS)
    assert stored(opened)[0].call_type is None and own.origin is None
    editor.duplicate.click()
    assert editor.title.text() == "Monday mornings (own)" and texts(editor) == ["Coffee first"]
    qtbot.waitUntil(lambda: len(stored(opened)) == 2, timeout=PATIENCE_MS)
    editor.delete.click()
    qtbot.waitUntil(lambda: len(stored(opened)) == 1, timeout=PATIENCE_MS)
    assert "The checklist is deleted." in shown(editor)
    editor.undo.button.click()
    qtbot.waitUntil(lambda: len(stored(opened)) == 2, timeout=PATIENCE_MS)
    press(opened, "Esc")
    box = opened.prepare.form.checklist
    qtbot.waitUntil(lambda: box.findText("Monday mornings (own)") >= 0, timeout=PATIENCE_MS)
    assert box.findText("Monday mornings") >= 0  # it goes with any kind of call


def test_a_file_takes_checklists_along_and_overwrites_none(
    opened: Window, editor: ChecklistEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "lists.toml"
    editor.items.rows[0].line.end(False)
    QTest.keyClicks(editor.items.rows[0].line, ", all of it")
    editor.export_to(file, all=True)
    assert f"Exported to {file}" in shown(editor)
    content = opened.coaching.content
    written = checklist_file.read(file, content.call_types, content.techniques)
    assert len(written) == 8 and written[0].items[0].text.endswith(", all of it")
    editor.export_to(file, all=False)
    assert len(checklist_file.read(file, content.call_types, content.techniques)) == 1
    editor.import_from(file)
    assert editor.choice.currentText() == "Complaint (own)"
    qtbot.waitUntil(lambda: len(stored(opened)) == 2, timeout=PATIENCE_MS)
    version, copy = stored(opened)
    assert (version.origin, copy.origin, copy.items) == ("complaint", None, version.items)
    press(opened, "Ctrl+Z")
    qtbot.waitUntil(lambda: stored(opened) == [version], timeout=PATIENCE_MS)


def test_a_file_that_is_wrong_changes_nothing_and_says_what_it_is(
    opened: Window, editor: ChecklistEditor, tmp_path: Path
) -> None:
    file = tmp_path / "lists.toml"
    file.write_text('[[checklist]]\ntitle = "Ours"\nchecks = [{ txt = "Breathe" }]', encoding="utf-8")
    editor.import_from(file)
    assert "Nothing was imported." in shown(editor) and '"text": is missing' in shown(editor)
    assert stored(opened) == []
    editor.export_to(tmp_path / "no" / "lists.toml", all=True)
    assert "lists.toml could not be written" in shown(editor)
    editor.choice.activated.emit(0)
    assert "lists.toml" not in shown(editor)


@pytest.mark.parametrize("button", ["take_in", "export", "export_all"])
def test_files_are_asked_for_without_holding_up_the_window(
    editor: ChecklistEditor, button: str, qtbot: QtBot
) -> None:
    getattr(editor, button).click()
    dialog = editor.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def test_what_is_typed_is_kept_when_leaving_at_once(
    opened: Window, editor: ChecklistEditor, qtbot: QtBot
) -> None:
    editor.items.rows[6].line.end(False)
    QTest.keyClicks(editor.items.rows[6].line, " today")
    press(opened, "Esc")
    qtbot.waitUntil(lambda: len(stored(opened)) == 1, timeout=PATIENCE_MS)
    assert stored(opened)[0].items[6].text.endswith(" today")


@pytest.mark.parametrize("keys", ["Ctrl+L", "Ctrl+Shift+S"])
def test_what_is_typed_is_kept_when_it_is_locked_or_a_call_begins_at_once(
    opened: Window, editor: ChecklistEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    monkeypatch.setattr(bootstrap, "live_call", lambda *_: PlayedCall())
    QTest.keyClicks(editor.title, " of today")
    press(opened, keys)
    qtbot.waitUntil(lambda: not opened.prepare.editor.isVisible(), timeout=PATIENCE_MS)
    if keys == "Ctrl+L":
        until_locked(opened, qtbot)
        unlock(opened, qtbot)
    else:
        qtbot.waitUntil(lambda: opened.calls.running, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(stored(opened)) == 1, timeout=PATIENCE_MS)
    assert stored(opened)[0].title == "Complaint of today"


def test_locking_puts_the_editor_away(opened: Window, editor: ChecklistEditor, qtbot: QtBot) -> None:
    journal = opened.journal.journal
    assert journal is not None
    own = Checklist(77, "About my father's firm", None, (ChecklistItem("His old customers"),))
    journal.write("checklist", lambda db: checklists.save(db, own)).result()
    opened.diary.tell_changed("checklist")
    press(opened, "Esc")
    box = opened.prepare.form.checklist
    qtbot.waitUntil(lambda: box.findText(own.title) >= 0, timeout=PATIENCE_MS)
    editor.edit("77")
    opened.prepare.setCurrentWidget(editor)
    assert texts(editor) == ["His old customers"]
    press(opened, "Ctrl+L")
    until_locked(opened, qtbot)
    assert "His old customers" not in texts(editor) and editor.title.text() != own.title
    assert box.findText(own.title) < 0 and editor.choice.findText(own.title) < 0
    unlock(opened, qtbot)
    assert opened.prepare.form.isVisible()
    qtbot.waitUntil(lambda: box.findText(own.title) >= 0, timeout=PATIENCE_MS)
