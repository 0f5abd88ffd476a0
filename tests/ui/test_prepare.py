"""Preparing a call by keys alone: what is prepared goes with the call, into the journal and the summary."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.domain.journal import ChecklistItem, ChecklistRun, Tick
from app.storage import calls, checklists, keys, reflections
from app.storage.journal import Journal
from app.storage.schema import new_id
from app.ui.call.summary import Summary
from app.ui.prepare import page
from app.ui.prepare.form import FIRST_CUSTOMER, HOT_BUTTONS, PREPARE, PURPOSE
from app.ui.window import Window
from tests.journals import NOON, a_reflection
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS, press, shown, unlock, until_locked
from tests.ui.recorded import PlayedCall

AIM = "Get the parcel to her by Friday"


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> PlayedCall:
    """What is heard in place of this computer's inputs, which are not there."""
    played = PlayedCall()
    monkeypatch.setattr(bootstrap, "live_call", lambda *_: played)
    monkeypatch.setattr(bootstrap, "practice_call", lambda *_: played)
    return played


def prepare(window: Window, qtbot: QtBot) -> None:
    """Go to the page by its keys, and wait until the journal has answered."""
    press(window, "Ctrl+2")
    if window.journal.journal is not None:
        qtbot.waitUntil(window.prepare.form.edit.isEnabled, timeout=PATIENCE_MS)


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_into(window: Window, field: QWidget, text: str) -> None:
    """Press Tab until the field has the focus, and type."""
    for _ in range(60):
        if held() is field:
            break
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert held() is field
    QTest.keyClicks(field, text)


def enter(window: Window) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)


def run_of(window: Window) -> ChecklistRun | None:
    journal, id = window.journal.journal, window.calls.last_id
    assert journal is not None and id is not None
    return journal.read(lambda db: checklists.run_of(db, id)).result()


def test_a_prepared_call_from_the_first_key_to_its_summary(
    opened: Window, call: PlayedCall, qtbot: QtBot
) -> None:
    opened.settings.change(call_type="complaint")
    prepare(opened, qtbot)
    form = opened.prepare.form
    type_into(opened, form.purpose, AIM)
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Tab)
    press(opened, "3")
    press(opened, "1")
    type_into(opened, form.hurdle, "three days")
    type_into(opened, form.answer, "today first")
    type_into(opened, form.hot_button, "Shouting")
    enter(opened)
    qtbot.waitUntil(lambda: opened.calls.running)
    assert opened.page == "call"
    call.play(65.0)
    assert AIM in opened.call_page.running.purpose.text()
    hud = opened.small.hud
    assert hud is not None and AIM in hud.glance.purpose.accessibleName()
    assert opened.prepare.preparation is None
    qtbot.waitUntil(lambda: opened.calls.last_id is not None, timeout=PATIENCE_MS)
    run = run_of(opened)
    assert run is not None
    assert (run.title, run.purpose, run.hurdle, run.answer) == ("Complaint", AIM, "three days", "today first")
    assert run.hot_button == "Shouting"
    assert [tick.ticked for tick in run.ticks] == [True, False, True, False, False, False, False]
    call.finish()
    qtbot.waitUntil(lambda: isinstance(opened.call_page.after, Summary), timeout=PATIENCE_MS)
    after = opened.call_page.after
    assert isinstance(after, Summary)
    told = run.ticks[2].item.text
    qtbot.waitUntil(lambda: "Ticked before, heard at 1:32" in shown(after), timeout=PATIENCE_MS)
    text = shown(after)
    assert "What you prepared" in text and AIM in text and told in text and "today first" in text
    assert "Heard at 1:47" in text  # a promise that was not ticked
    assert run.ticks[3].item.text not in text  # neither ticked nor heard: nothing is said of it
    qtbot.waitUntil(lambda: not opened.calls.writing, timeout=PATIENCE_MS)
    stored = run_of(opened)
    assert stored is not None and stored.ticks[2].heard_at is not None
    journal = opened.journal.journal
    assert journal is not None
    last = journal.read(lambda db: calls.recent(db, 1)).result()[0]
    assert last.purpose == AIM


def test_nothing_prepared_is_nothing_kept(opened: Window, call: PlayedCall, qtbot: QtBot) -> None:
    prepare(opened, qtbot)
    assert opened.prepare.preparation is None
    enter(opened)
    qtbot.waitUntil(lambda: opened.calls.last_id is not None, timeout=PATIENCE_MS)
    assert not opened.call_page.running.purpose.isVisible()
    assert run_of(opened) is None


def test_numbers_tick_and_in_a_text_they_are_typed(opened: Window, qtbot: QtBot) -> None:
    prepare(opened, qtbot)
    form = opened.prepare.form
    assert held() is form.purpose
    QTest.keyClicks(form.purpose, "2 parcels")
    assert form.purpose.text() == "2 parcels"
    assert not any(row.box.isChecked() for row in form.checks.rows)
    press(opened, "Alt+2")
    assert form.checks.rows[1].box.isChecked() and form.purpose.text() == "2 parcels"
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Tab)
    assert held() is form.checks.rows[0].box
    QTest.keyClick(held(), Qt.Key.Key_Space)
    press(opened, "2")
    press(opened, "9")
    assert [row.box.isChecked() for row in form.checks.rows][:3] == [True, False, False]
    QTest.mouseClick(form.checks.rows[2], Qt.MouseButton.LeftButton)
    assert form.checks.rows[2].box.isChecked()


def test_enter_starts_from_everywhere_and_a_button_does_what_it_says(opened: Window, qtbot: QtBot) -> None:
    prepare(opened, qtbot)
    form = opened.prepare.form
    asked: list[str] = []
    opened.calls.start = lambda *_: asked.append("start")  # type: ignore[method-assign]
    opened.calls.rehearse = lambda *_: asked.append("practice")  # type: ignore[method-assign]
    fields = (form.kind, form.checklist, form.purpose, form.checks.rows[6].box, form.hurdle, form.answer)
    for field in (*fields, form.hot_button, form.start):
        prepare(opened, qtbot)
        field.setFocus()
        enter(opened)
        assert asked == ["start"], field.accessibleName()
        asked.clear()
    prepare(opened, qtbot)
    form.practice.setFocus()
    enter(opened)
    assert asked == ["practice"]
    prepare(opened, qtbot)
    form.edit.setFocus()
    enter(opened)
    assert opened.prepare.editor.isVisible() and asked == ["practice"]
    press(opened, "Esc")
    assert form.isVisible() and held() is form.edit


def test_what_is_prepared_waits_on_its_page_until_the_journal_is_locked(opened: Window, qtbot: QtBot) -> None:
    prepare(opened, qtbot)
    form = opened.prepare.form
    QTest.keyClicks(form.purpose, AIM)
    QTest.keyClicks(form.hot_button.lineEdit(), "Shouting")
    press(opened, "Alt+1")
    press(opened, "Ctrl+1")
    press(opened, "Ctrl+2")
    run = opened.prepare.preparation
    assert run is not None and run.purpose == AIM and run.ticks[0].ticked
    press(opened, "Ctrl+L")
    until_locked(opened, qtbot)
    assert opened.prepare.preparation is None
    for field in opened.findChildren(QLineEdit):
        field.undo()
        assert AIM not in field.text() and field.text() != "Shouting"


def test_the_kind_of_call_is_kept_and_brings_its_checklists(opened: Window, qtbot: QtBot) -> None:
    opened.settings.change(call_type="complaint")
    prepare(opened, qtbot)
    form = opened.prepare.form
    form.kind.setFocus()
    QTest.keyClick(form.kind, Qt.Key.Key_Down)
    assert opened.settings.now.call_type == "refusal"
    names = [form.checklist.itemText(place) for place in range(form.checklist.count())]
    fit = ["Refusing a refund", "Bad news or an outage", "First five seconds"]
    assert names[:4] == [*fit, ""] and len(names) == 9  # a line, and below it all others
    press(opened, "1")
    assert form.checks.rows[0].box.isChecked()
    form.checklist.setFocus()
    QTest.keyClick(form.checklist, Qt.Key.Key_Down)
    outage = opened.coaching.content.checklists["outage"]
    assert [row.box.accessibleName() for row in form.checks.rows] == [item.text for item in outage.items]
    form.kind.setFocus()
    QTest.keyClick(form.kind, Qt.Key.Key_Up)
    QTest.keyClick(form.kind, Qt.Key.Key_Down)
    assert form.checklist.currentText() == "Bad news or an outage"


def test_practice_goes_with_what_was_prepared(opened: Window, call: PlayedCall, qtbot: QtBot) -> None:
    prepare(opened, qtbot)
    QTest.keyClicks(opened.prepare.form.purpose, AIM)
    opened.prepare.form.practice.click()
    qtbot.waitUntil(lambda: opened.calls.last_id is not None, timeout=PATIENCE_MS)
    run = run_of(opened)
    assert run is not None and run.purpose == AIM and opened.calls.practice


def test_own_hot_buttons_come_before_the_starters(opened: Window, qtbot: QtBot) -> None:
    journal = opened.journal.journal
    assert journal is not None
    mine = a_reflection(hot_button="The word 'obviously'")
    journal.write("reflection", lambda db: reflections.save(db, mine)).result()
    starter = replace(a_reflection(), hot_button=opened.coaching.content.hot_buttons[2])
    journal.write("reflection", lambda db: reflections.save(db, starter)).result()
    prepare(opened, qtbot)
    box = opened.prepare.form.hot_button
    offered = [box.itemText(place) for place in range(box.count())]
    assert set(offered[:2]) == {mine.hot_button, starter.hot_button}
    assert sorted(offered[1:]) != offered[1:] and len(offered) == len(set(offered))
    assert set(opened.coaching.content.hot_buttons) < set(offered)
    assert box.currentText() == ""


def test_after_many_of_a_kind_the_next_caller_is_brought_to_mind_as_the_first(
    opened: Window, qtbot: QtBot
) -> None:
    journal = opened.journal.journal
    assert journal is not None
    opened.settings.change(call_type="complaint")
    prepare(opened, qtbot)
    label = opened.prepare.form.first_customer
    for number in range(1, 4):
        assert not label.isVisible()
        kept.add(journal, began_at=datetime.combine(date.today(), time(number, 5)).astimezone())
        opened.diary.tell_changed("call")
        opened.prepare.form.edit.setEnabled(False)
        qtbot.waitUntil(opened.prepare.form.edit.isEnabled, timeout=PATIENCE_MS)
    assert label.isVisible()
    assert opened.coaching.content.techniques[FIRST_CUSTOMER].prepare[0] in label.text()
    opened.settings.change(call_type="billing")
    opened.prepare.refresh()
    assert not label.isVisible()


def test_the_next_morning_begins_with_the_first_customer(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = opened.journal.journal
    assert journal is not None
    opened.settings.change(call_type="complaint")
    for number in range(1, 4):
        kept.add(journal, began_at=datetime.combine(date.today(), time(number, 5)).astimezone())
    prepare(opened, qtbot)
    label = opened.prepare.form.first_customer
    qtbot.waitUntil(label.isVisible, timeout=PATIENCE_MS)
    press(opened, "Ctrl+1")
    tomorrow = date.today() + timedelta(1)
    monkeypatch.setattr(page, "date", type("Tomorrow", (date,), {"today": lambda: tomorrow}))
    prepare(opened, qtbot)
    qtbot.waitUntil(lambda: not label.isVisible(), timeout=PATIENCE_MS)


def test_without_a_journal_a_call_is_prepared_and_nothing_is_kept(
    show_window: Callable[[], Window], call: PlayedCall, qtbot: QtBot
) -> None:
    window = show_window()
    prepare(window, qtbot)
    form = window.prepare.form
    assert not form.edit.isEnabled() and "kept in your journal" in shown(window.prepare)
    QTest.keyClicks(form.purpose, AIM)
    enter(window)
    qtbot.waitUntil(lambda: window.calls.running)
    assert AIM in window.call_page.running.purpose.text()
    call.finish()
    qtbot.waitUntil(lambda: isinstance(window.call_page.after, Summary), timeout=PATIENCE_MS)
    after = window.call_page.after
    assert isinstance(after, Summary)
    assert AIM in shown(after)


def test_a_call_that_did_not_begin_leaves_what_was_prepared(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.errors import KnownError

    def refuse(*_: object) -> PlayedCall:
        raise KnownError("There is no microphone; plug one in.")

    monkeypatch.setattr(bootstrap, "live_call", refuse)
    prepare(opened, qtbot)
    QTest.keyClicks(opened.prepare.form.purpose, AIM)
    with qtbot.waitSignal(opened.calls.refused):
        enter(opened)
    run = opened.prepare.preparation
    assert run is not None and run.purpose == AIM


def test_every_technique_for_before_a_call_has_its_place(opened: Window, qtbot: QtBot) -> None:
    prepare(opened, qtbot)
    content, form = opened.coaching.content, opened.prepare.form
    seen = shown(form) + form.hurdle.toolTip()
    for id in (PURPOSE, PREPARE, HOT_BUTTONS):
        assert content.techniques[id].prepare[0].rstrip(":") in seen
    checks = {item.technique for each in content.checklists.values() for item in each.items}
    marked = {each.id for each in content.techniques.values() if "P" in each.marks}
    assert marked == (checks | {PURPOSE, PREPARE, HOT_BUTTONS, FIRST_CUSTOMER}) & marked


@pytest.mark.parametrize("scale", [1, 2])
def test_a_long_purpose_is_one_line_with_the_whole_as_its_tool_tip(
    opened: Window, call: PlayedCall, qtbot: QtBot, scale: int
) -> None:
    from app.ui.pieces import theme

    theme.current().scale(scale)
    prepare(opened, qtbot)
    opened.prepare.form.purpose.setText("<b>Stay</b> with what she needs " * 9)
    enter(opened)
    qtbot.waitUntil(lambda: opened.calls.running)
    line = opened.call_page.running.purpose
    qtbot.waitUntil(lambda: line.isVisible() and line.text().endswith("…"))
    assert line.height() < 2 * line.fontMetrics().lineSpacing()
    assert "&lt;b&gt;Stay" in line.toolTip() and line.toolTip().count("needs") == 9
    call.finish()
    qtbot.waitUntil(lambda: isinstance(opened.call_page.after, Summary), timeout=PATIENCE_MS)
    press(opened, "Ctrl+L")
    until_locked(opened, qtbot)
    labels = [label.text() + label.toolTip() for label in opened.findChildren(QLabel)]
    hud = opened.small.hud
    assert hud is not None
    labels += [label.text() + label.toolTip() for label in hud.findChildren(QLabel)]
    assert not any("what she needs" in text for text in labels)


def test_reflecting_is_one_key_away_from_the_summary(
    opened: Window, call: PlayedCall, folder: Path, qtbot: QtBot
) -> None:
    prepare(opened, qtbot)
    enter(opened)
    qtbot.waitUntil(lambda: opened.calls.running)
    call.finish()
    qtbot.waitUntil(lambda: isinstance(opened.call_page.after, Summary), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not opened.calls.writing, timeout=PATIENCE_MS)
    with qtbot.waitSignal(opened.call_page.reflect_asked) as asked:
        press(opened, "R")
    assert asked.args == [None]
    assert opened.page == "reflect"


def test_unlocked_again_the_page_has_the_users_own_again(opened: Window, qtbot: QtBot) -> None:
    journal = opened.journal.journal
    assert journal is not None
    mine = a_reflection(hot_button="The word 'obviously'")
    journal.write("reflection", lambda db: reflections.save(db, mine)).result()
    prepare(opened, qtbot)
    box = opened.prepare.form.hot_button
    qtbot.waitUntil(lambda: box.itemText(0) == mine.hot_button, timeout=PATIENCE_MS)
    press(opened, "Ctrl+L")
    until_locked(opened, qtbot)
    assert box.findText(mine.hot_button) < 0
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: box.itemText(0) == mine.hot_button, timeout=PATIENCE_MS)


def test_a_call_that_broke_off_is_ticked_when_it_is_finished(
    folder: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    key = keys.unlock(folder, kept.PASSPHRASE)
    broken = kept.break_off(folder, key)
    promise = Tick(ChecklistItem("Breathe", None), True)
    praised = Tick(ChecklistItem("Leave them room", "listen-fully"))
    run = ChecklistRun(new_id(), "Mine", NOON, call_id=broken.id, purpose=AIM, ticks=(promise, praised))
    journal = Journal.open(folder, key)
    journal.write("preparation", lambda db: checklists.save_run(db, run)).result()
    journal.close()
    window = show_window()
    unlock(window, qtbot)
    qtbot.waitUntil(lambda: bool(window.offer.text), timeout=PATIENCE_MS)
    window.offer.yes.click()
    qtbot.waitUntil(lambda: isinstance(window.call_page.after, Summary), timeout=PATIENCE_MS)
    after = window.call_page.after
    assert isinstance(after, Summary)
    assert AIM in shown(after) and "Ticked before" in shown(after)
