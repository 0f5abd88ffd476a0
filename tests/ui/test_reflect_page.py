"""A minute of looking back, by keys, with a real journal."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import Call, Reflection
from app.storage import calls, deletion, follow_ups, keys, reflections, removal
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.ui.call.transcript import TranscriptView
from app.ui.reflect.form import GOES, ReflectionForm
from app.ui.reflect.page import GONE as NOT_THERE
from app.ui.reflect.page import KEPT
from app.ui.reflect.start import NO_CALL, NOT_OPEN
from app.ui.window import Window
from tests.ui.at_the_journal import press, shown, unlock, until_locked
from tests.ui.kept import PASSPHRASE, SAID
from tests.ui.walk import unnamed

WROTE = "I let them finish"


def ask(window: Window, work: Callable[[Database], Any]) -> Any:
    """Ask the journal past the window, and wait for the answer."""
    journal = window.journal.journal
    assert journal is not None
    return journal.write("test", work).result()


def last_call(window: Window) -> Call:
    return ask(window, lambda db: calls.recent(db, 1))[0]  # type: ignore[no-any-return]


def kept(window: Window) -> list[Reflection]:
    return list(ask(window, lambda db: reflections.recent(db, 10)))


def form(window: Window, qtbot: QtBot) -> ReflectionForm:
    """Wait for the form, and until it has found what the call shows."""
    qtbot.waitUntil(lambda: window.reflect.form is not None)
    made = window.reflect.form
    assert made is not None
    if made.start.call_id is not None:
        qtbot.waitUntil(lambda: bool(made.techniques.ticks), timeout=20_000)
    return made


@pytest.fixture
def page(opened: Window, qtbot: QtBot) -> Window:
    """The window on its Reflect page, with three calls in the journal."""
    press(opened, "Ctrl+5")
    qtbot.waitUntil(lambda: opened.reflect.start.last.isVisible())
    return opened


@pytest.fixture
def writing(page: Window, qtbot: QtBot) -> ReflectionForm:
    """The form of a new reflection on the last call."""
    page.reflect.start.last.setFocus()
    QTest.keyClick(page.reflect.start.last, Qt.Key.Key_Space)
    return form(page, qtbot)


def type_into(field: QWidget, text: str) -> None:
    """Type at the end of what stands in a field."""
    field.setFocus()
    at = QApplication.focusWidget() or field
    QTest.keyClick(at, Qt.Key.Key_End)
    QTest.keyClicks(at, text)


def test_the_start_offers_the_last_call_and_one_elsewhere(page: Window) -> None:
    assert "Last: Call of 12 May 2026" in shown(page.reflect)
    assert page.reflect.start.elsewhere.isVisible()


def test_nothing_is_written_before_something_is_typed(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    press(page, "Ctrl+1")
    press(page, "Ctrl+5")
    assert kept(page) == []


def test_what_is_typed_is_kept_a_moment_later_without_being_asked(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    type_into(writing.went_well, WROTE)
    type_into(writing.hot_button, "Being hurried")
    assert writing.state.text() == "Saving"
    qtbot.waitUntil(lambda: writing.state.text() == "Saved")
    (now,) = kept(page)
    assert (now.mood_before, now.mood_after) == (2, 4)
    assert (now.went_well, now.hot_button) == (WROTE, "Being hurried")
    assert now.call_id == last_call(page).id and now.finished_at is None


@pytest.mark.parametrize("away", ["Ctrl+1", "Ctrl+L", "Esc"])
def test_leaving_writes_at_once(
    page: Window, writing: ReflectionForm, folder: Path, away: str, qtbot: QtBot
) -> None:
    type_into(writing.went_well, WROTE)
    press(page, away)
    if away == "Ctrl+L":
        assert page.reflect.form is None and WROTE not in shown(page)
        until_locked(page, qtbot)
        page.journal._wait_until_closed()
    else:
        page.journal.close()
    assert [each.went_well for each in on_the_disk(folder)] == [WROTE]


def test_quitting_writes_at_once(page: Window, writing: ReflectionForm, folder: Path) -> None:
    type_into(writing.next_time, WROTE)
    page.quit()
    assert [each.next_time for each in on_the_disk(folder)] == [WROTE]


def on_the_disk(folder: Path) -> list[Reflection]:
    journal = Journal.open(folder, keys.unlock(folder, PASSPHRASE))
    try:
        return journal.read(lambda db: reflections.recent(db, 10)).result()
    finally:
        journal.close()


def test_after_the_lock_it_goes_on_where_it_was(page: Window, writing: ReflectionForm, qtbot: QtBot) -> None:
    type_into(writing.note, WROTE)
    press(page, "Ctrl+L")
    for field in page.reflect.findChildren(QPlainTextEdit):
        assert WROTE not in field.toPlainText()
    until_locked(page, qtbot)
    unlock(page, qtbot)
    qtbot.waitUntil(lambda: WROTE in shown(page.reflect))
    opens = next(
        each for each in page.reflect.findChildren(QPushButton) if each.accessibleDescription() == WROTE
    )
    opens.click()
    assert form(page, qtbot).note.toPlainText() == WROTE


def test_the_call_suggests_what_was_used_and_promised(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    tick = writing.techniques.ticks["label-feeling"]
    assert "Heard at 0:13: that must be frustrating" in shown(writing)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    (row,) = writing.promises.rows
    assert "i will call you by four tomorrow" in shown(writing)
    row.tick.setFocus()
    QTest.keyClick(row.tick, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: writing.state.text() == "Saved")
    (used,) = kept(page)[0].techniques
    assert (used.technique, used.evidence) == ("label-feeling", "that must be frustrating")
    call = last_call(page)
    (promised,) = ask(page, lambda db: follow_ups.of_call(db, call.id))
    assert promised.text == "Call them by four"
    assert promised.due == call.began_at.astimezone().date() + timedelta(1)


def test_a_promise_taken_is_not_offered_again_and_its_words_can_be_changed(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    row = writing.promises.rows[0]
    type_into(row.text, ", about the parcel")
    assert row.tick.isChecked()
    type_into(writing.note, "x")
    qtbot.waitUntil(lambda: writing.state.text() == "Saved")
    press(page, "Esc")
    qtbot.waitUntil(lambda: page.reflect.form is None and page.reflect.start.last.isVisible())
    page.reflect.reflect_on(last_call(page).id)
    (again,) = form(page, qtbot).promises.rows
    assert again.text.text().endswith(", about the parcel") and again.tick.isChecked()
    again.tick.click()
    qtbot.waitUntil(lambda: not ask(page, follow_ups.all))
    again.tick.click()
    qtbot.waitUntil(lambda: len(ask(page, follow_ups.all)) == 1)


def test_a_follow_up_done_meanwhile_stays_done(page: Window, writing: ReflectionForm, qtbot: QtBot) -> None:
    row = writing.promises.rows[0]
    row.tick.click()
    qtbot.waitUntil(lambda: len(ask(page, follow_ups.all)) == 1)
    id = ask(page, follow_ups.all)[0].id
    at = last_call(page).began_at
    ask(page, lambda db: follow_ups.close(db, id, follow_ups.Promise.DONE, at))
    type_into(row.text, " o'clock")
    qtbot.waitUntil(lambda: ask(page, follow_ups.all)[0].text.endswith("o'clock"))
    assert ask(page, follow_ups.all)[0].state is follow_ups.Promise.DONE


def test_other_techniques_and_tags_are_typed_and_taken_away(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    typed = writing.techniques.others.typed
    type_into(typed, page.coaching.content.techniques["stay-calm"].title.upper())
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert writing.techniques.others.tags == ("stay-calm",)
    type_into(typed, "nothing of that name")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert writing.techniques.others.tags == ("stay-calm",)
    type_into(writing.tags.typed, "refund,late, refund ,")
    assert writing.tags.tags == ("refund", "late")
    QTest.keyClick(writing.tags.typed, Qt.Key.Key_Backspace)
    assert writing.tags.tags == ("refund",)
    qtbot.waitUntil(lambda: bool(kept(page)) and kept(page)[0].tags == ("refund",))


def test_a_question_is_answered_in_the_note(writing: ReflectionForm) -> None:
    question = next(
        each for each in writing.questions.findChildren(QPushButton) if each.property("technique")
    )
    question.setFocus()
    QTest.keyClick(question, Qt.Key.Key_Space)
    assert writing.note.hasFocus()
    QTest.keyClicks(writing.note, "Yes.")
    assert writing.note.toPlainText() == f"{question.text()} Yes."


def test_the_questions_are_those_of_the_calls_hints(writing: ReflectionForm) -> None:
    asked = [
        each.property("technique")
        for each in writing.questions.findChildren(QPushButton)
        if each.property("technique") and each.isVisible()
    ]
    hints = {cue.id for cue in writing._material.report.cues}  # type: ignore[union-attr]
    assert asked and set(asked) <= hints
    assert any("You marked" in each.text() for each in writing.questions.findChildren(QPushButton)) is False


def test_every_technique_for_looking_back_can_be_found(page: Window, writing: ReflectionForm) -> None:
    techniques = page.coaching.content.techniques
    writing.questions.more.click()
    asked = {
        each.property("technique") for each in writing.questions.findChildren(QPushButton) if each.isVisible()
    }
    for technique in techniques.values():
        if "R" in technique.marks:
            assert technique.id in asked, technique.id
            assert technique.id in writing.techniques._titles


def test_ctrl_enter_finishes_and_lets_the_words_go_as_chosen(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    assert GOES in shown(writing) and SAID in writing.findChildren(TranscriptView)[0].toPlainText()
    writing.techniques.ticks["label-feeling"].click()
    type_into(writing.went_well, WROTE)
    press(page, "Ctrl+Return")
    qtbot.waitUntil(lambda: KEPT in shown(page.reflect))
    (now,) = kept(page)
    assert now.finished_at is not None and now.went_well == WROTE
    assert [each.technique for each in now.techniques] == ["label-feeling"]
    call = last_call(page)
    assert ask(page, lambda db: calls.report(db, call.id)).transcript == ()
    assert now.techniques[0].evidence == ""


def test_words_that_are_kept_for_days_stay(page: Window, qtbot: QtBot) -> None:
    page.settings.change(transcript_kept="days")
    page.reflect.start.last.click()
    made = form(page, qtbot)
    assert GOES not in shown(made)
    made.techniques.ticks["label-feeling"].click()
    made.finish()
    qtbot.waitUntil(lambda: KEPT in shown(page.reflect))
    call = last_call(page)
    assert ask(page, lambda db: calls.report(db, call.id)).transcript
    assert kept(page)[0].techniques[0].evidence == "that must be frustrating"


def test_a_finished_one_can_be_changed_later(page: Window, writing: ReflectionForm, qtbot: QtBot) -> None:
    writing.techniques.ticks["label-feeling"].click()
    writing.finish()
    qtbot.waitUntil(lambda: page.reflect.form is None)
    page.reflect.edit(kept(page)[0].id)
    qtbot.waitUntil(lambda: page.reflect.form is not None)
    again = page.reflect.form
    assert again is not None and "Done" in again.done.text()
    assert [each.technique for each in again.record.techniques] == ["label-feeling"]
    type_into(again.went_well, WROTE)
    press(page, "Ctrl+Return")
    qtbot.waitUntil(lambda: page.reflect.form is None)
    qtbot.waitUntil(lambda: kept(page)[0].went_well == WROTE)
    assert kept(page)[0].finished_at is not None


def test_delete_can_be_taken_back(page: Window, writing: ReflectionForm, qtbot: QtBot) -> None:
    type_into(writing.went_well, WROTE)
    writing.delete.click()
    qtbot.waitUntil(lambda: bool(page.reflect.start.undo.text))
    assert kept(page) == [] and WROTE not in shown(page.reflect)
    press(page, "Ctrl+Z")
    qtbot.waitUntil(lambda: WROTE in shown(page.reflect))
    assert [each.went_well for each in kept(page)] == [WROTE]


def test_without_a_call(page: Window, qtbot: QtBot) -> None:
    page.reflect.start.elsewhere.setFocus()
    QTest.keyClick(page.reflect.start.elsewhere, Qt.Key.Key_Space)
    made = form(page, qtbot)
    assert "A call elsewhere" in shown(made) and GOES not in shown(made)
    type_into(made.note, "On my mobile, about the fence")
    made.promises.add.click()
    type_into(made.promises.rows[0].text, "Ask about the fence")
    qtbot.waitUntil(lambda: made.state.text() == "Saved")
    press(page, "Ctrl+Return")
    qtbot.waitUntil(lambda: KEPT in shown(page.reflect))
    (now,) = kept(page)
    assert now.call_id is None and now.note == "On my mobile, about the fence"
    assert [each.text for each in ask(page, follow_ups.open)] == ["Ask about the fence"]


@pytest.mark.parametrize("how", ["deleted", "erased"])
def test_a_call_that_is_gone_is_said_calmly_and_nothing_typed_is_lost(
    page: Window, writing: ReflectionForm, qtbot: QtBot, how: str
) -> None:
    call = last_call(page)
    if how == "deleted":
        ask(page, lambda db: calls.delete(db, call.id))
    else:
        ask(page, lambda db: removal.remove(db, "calls", [call.id]))
    broke: list[object] = []
    page.diary.broke.connect(broke.append)
    type_into(writing.went_well, WROTE)
    writing.promises.rows[0].tick.click()
    qtbot.waitUntil(lambda: "no longer in your journal" in shown(writing))
    assert broke == [] and kept(page) == [] and ask(page, follow_ups.all) == []
    writing.without_call.click()
    qtbot.waitUntil(lambda: bool(kept(page)))
    (now,) = kept(page)
    assert now.call_id is None and now.went_well == WROTE
    qtbot.waitUntil(lambda: bool(ask(page, follow_ups.all)))
    (promised,) = ask(page, follow_ups.all)
    assert promised.call_id is None and promised.text == "Call them by four"


def test_a_reflection_whose_call_went_by_age_is_kept_without_it(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    type_into(writing.went_well, WROTE)
    qtbot.waitUntil(lambda: writing.state.text() == "Saved")
    call_id = writing.start.call_id

    def age(db: Database) -> None:
        db.execute("UPDATE reflections SET call_id = NULL WHERE call_id = ?", [call_id])
        removal.remove(db, "calls", [call_id])

    ask(page, age)
    type_into(writing.next_time, "more")
    qtbot.waitUntil(lambda: kept(page)[0].next_time == "more")
    assert kept(page)[0].call_id is None


def test_asking_for_a_reflection_that_is_gone_says_so(page: Window, qtbot: QtBot) -> None:
    page.reflect.edit(12345)
    qtbot.waitUntil(lambda: NOT_THERE in shown(page.reflect))


def test_an_own_label_of_an_overlap_is_kept(page: Window, writing: ReflectionForm, qtbot: QtBot) -> None:
    call = last_call(page)
    place, choice = next(iter(writing.beside.overlaps.choices.items()))
    choice.setFocus()
    choice.setCurrentIndex(choice.findData("backchannel"))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: ask(page, lambda db: calls.own_labels(db, call.id)) == {place: "backchannel"})
    press(page, "Esc")
    page.reflect.reflect_on(call.id)
    qtbot.waitUntil(lambda: page.reflect.form not in (None, writing))
    assert form(page, qtbot).beside.overlaps.labels == {place: "backchannel"}


def test_a_low_mood_is_told_to_whoever_offers_calm(page: Window, writing: ReflectionForm) -> None:
    told: list[tuple[object, int]] = []
    page.reflect.mood_chosen.connect(lambda call_id, mood: told.append((call_id, mood)))
    writing.before.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    writing.after.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert told == [(writing.start.call_id, 2)]


def test_the_newest_question_wins(page: Window, qtbot: QtBot) -> None:
    first, second, _ = ask(page, lambda db: calls.recent(db, 3))
    page.reflect.reflect_on(first.id)
    page.reflect.reflect_on(second.id)
    assert form(page, qtbot).start.call_id == second.id


def test_own_hot_buttons_come_before_the_usual_ones(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    type_into(writing.hot_button, "Being laughed at")
    qtbot.waitUntil(lambda: writing.state.text() == "Saved")
    other = ask(page, lambda db: calls.recent(db, 3))[1]
    page.reflect.reflect_on(other.id)
    qtbot.waitUntil(lambda: page.reflect.form not in (None, writing))
    offered = form(page, qtbot).hot_button
    texts = [offered.itemText(place) for place in range(offered.count())]
    assert texts[0] == "Being laughed at" and texts[1:] == [*page.coaching.now.hot_buttons]


def test_without_a_journal_it_says_so(show_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = show_window()
    press(window, "Ctrl+5")
    assert NOT_OPEN in shown(window.reflect)
    window.reflect.reflect_on(None)
    window.reflect.start.settings.click()
    assert window.page == "settings"


def test_without_a_call_in_the_journal_it_says_so(page: Window, qtbot: QtBot) -> None:
    for call in ask(page, lambda db: calls.recent(db, 5)):
        ask(page, lambda db, id=call.id: deletion.delete(db, "calls", id))
    page.diary.tell_changed("call")
    qtbot.waitUntil(lambda: NO_CALL in shown(page.reflect))


def test_everything_has_a_name_and_is_reached_by_tab(writing: ReflectionForm) -> None:
    assert list(unnamed(writing)) == []
    seen: set[QWidget] = set()
    writing.begin()
    while (at := QApplication.focusWidget()) is not None and at not in seen:
        seen.add(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    for field in (
        *(writing.went_well, writing.next_time, writing.cause, writing.note, writing.done, writing.delete),
        *(writing.tags.typed, writing.techniques.others.typed, writing.promises.rows[0].text),
    ):
        assert field in seen


def test_hints_that_are_switched_off_hide_nothing_that_was_done(page: Window, qtbot: QtBot) -> None:
    page.settings.change(hints_off=["label-feeling"])
    page.reflect.start.last.click()
    assert "label-feeling" in form(page, qtbot).techniques.ticks


def test_what_was_changed_elsewhere_meanwhile_is_shown_when_one_comes_back(
    page: Window, writing: ReflectionForm, qtbot: QtBot
) -> None:
    writing.promises.rows[0].tick.click()
    type_into(writing.note, WROTE)
    qtbot.waitUntil(lambda: writing.clean)
    (promised,) = ask(page, follow_ups.all)
    call, place = last_call(page), next(iter(writing.beside.overlaps.choices))
    press(page, "Ctrl+1")
    page.diary.write("call", lambda db: calls.label(db, call.id, place, "backchannel"))
    page.diary.write("follow-up", lambda db: follow_ups.move(db, promised.id, None))
    qtbot.waitUntil(lambda: ask(page, follow_ups.all)[0].due is None)
    press(page, "Ctrl+5")
    qtbot.waitUntil(lambda: page.reflect.form not in (None, writing))
    again = form(page, qtbot)
    assert again.note.toPlainText() == WROTE and again.promises.rows[0].day.day is None
    assert again.beside.overlaps.labels == {place: "backchannel"}
    press(page, "Ctrl+1")
    press(page, "Ctrl+5")
    assert page.reflect.form is again, "where nothing changed, it stays as it was left"


@pytest.mark.parametrize("how", ["Esc", "Ctrl+Return", "delete"])
def test_the_keys_go_on_to_the_start(page: Window, writing: ReflectionForm, qtbot: QtBot, how: str) -> None:
    type_into(writing.note, WROTE)
    if how == "delete":
        writing.delete.setFocus()
        QTest.keyClick(writing.delete, Qt.Key.Key_Space)
    else:
        press(page, how)
    qtbot.waitUntil(lambda: page.reflect.form is None)
    held = QApplication.focusWidget()
    assert held is not None and (held is page.reflect.start or page.reflect.start.isAncestorOf(held))
