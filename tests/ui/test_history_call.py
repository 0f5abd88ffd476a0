"""The page of a call by the keyboard: read, changed, printed, deleted and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import MarkedMoment, Reflection
from app.report import paper
from app.storage import calls, reflections
from app.ui.journal.erasing import EraseCall
from app.ui.pieces import printing
from app.ui.window import Window
from tests.ui.at_history import MARKED, WRITTEN, into_list, open_call, read, settled, told
from tests.ui.at_the_journal import PATIENCE_MS, press, shown, unlock, until_locked
from tests.ui.walk import fitted, settle, walked


def test_a_call_page_says_all_that_is_known(filled: Window, qtbot: QtBot) -> None:
    view = open_call(filled, qtbot)
    said = shown(view)
    for part in (WRITTEN, "Before: heavy", "After: good", "refund", "send the label", "Moments you marked"):
        assert part in said
    assert filled.history.call.summary is not None


def test_back_to_where_one_was(filled: Window, qtbot: QtBot) -> None:
    open_call(filled, qtbot)
    chosen = filled.history.calls.list.current
    press(filled, "Alt+Left")
    assert filled.history.calls.list.hasFocus() and filled.history.calls.list.current == chosen
    assert filled.history.call.shown is None


def test_r_reflects_or_edits(filled: Window, qtbot: QtBot) -> None:
    asked: list[tuple[str, int]] = []
    filled.history.reflect_asked.connect(lambda id: asked.append(("reflect", id)))
    filled.history.edit_asked.connect(lambda id: asked.append(("edit", id)))
    open_call(filled, qtbot)
    entry = filled.history.calls.list.current
    assert entry is not None
    reflection = read(filled, lambda db: reflections.of_call(db, entry.id))
    assert isinstance(reflection, Reflection)
    press(filled, "R")
    assert asked == [("edit", reflection.id)]
    filled.go_to("history")
    press(filled, "Esc")
    open_call(filled, qtbot, place=2)
    press(filled, "R")
    other = filled.history.calls.list.current
    assert other is not None and asked[1:] == [("reflect", other.id)]


def test_a_reflection_on_no_call_is_read_and_edited(filled: Window, qtbot: QtBot) -> None:
    asked: list[int] = []
    filled.history.edit_asked.connect(asked.append)
    view = open_call(filled, qtbot, place=0)
    assert "a call at the front desk" in shown(view)
    press(filled, "R")
    assert len(asked) == 1


def test_what_a_call_was_is_changed_by_typing(filled: Window, qtbot: QtBot) -> None:
    open_call(filled, qtbot)
    entry = filled.history.calls.list.current
    assert entry is not None
    view = filled.history.call

    def field(name: str) -> QWidget:
        return next(each for each in view.findChildren(QWidget) if each.accessibleName() == name)

    def kept_call() -> tuple[str, str, str]:
        call = read(filled, lambda db: calls.get(db, entry.id))
        return call.name, call.call_type, call.purpose  # type: ignore[attr-defined]

    field("Name").setFocus()
    QTest.keyClick(field("Name"), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field("Name"), "The kettle")
    QTest.keyClick(field("Name"), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: kept_call()[0] == "The kettle")
    qtbot.waitUntil(lambda: "The kettle" in shown(view))
    purpose = field("Purpose")
    purpose.setFocus()
    QTest.keyClick(purpose, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(purpose, "a promise")
    QTest.keyClick(purpose, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept_call()[2] == "a promise")
    box = field("Kind of call")
    box.setFocus()
    QTest.keyClicks(box, "Bill")
    box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: kept_call()[1] == "billing")
    note = field("Note to 2:10")
    QTest.keyClicks(note, "here it turned")
    QTest.keyClick(note, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            read(filled, lambda db: calls.marks(db, entry.id)) == (MarkedMoment(MARKED, "here it turned"),)
        )
    )


def test_what_was_typed_last_is_kept_as_the_page_is_left(filled: Window, qtbot: QtBot) -> None:
    view = open_call(filled, qtbot)
    entry = filled.history.calls.list.current
    assert entry is not None
    note = next(each for each in view.findChildren(QWidget) if each.accessibleName() == "Note to 2:10")
    note.setFocus()
    QTest.keyClicks(note, "it turned")
    filled.history.show_call(filled.history.calls.entries.entries[-1].id)
    qtbot.waitUntil(
        lambda: read(filled, lambda db: calls.marks(db, entry.id)) == (MarkedMoment(MARKED, "it turned"),)
    )


def test_a_label_is_kept_and_counted(filled: Window, qtbot: QtBot) -> None:
    open_call(filled, qtbot)
    entry, summary = filled.history.calls.list.current, filled.history.call.summary
    assert entry is not None and summary is not None
    place, choice = next(iter(summary.overlaps.choices.items()))
    choice.setCurrentIndex(choice.findData("cooperative_overlap"))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(
        lambda: read(filled, lambda db: calls.own_labels(db, entry.id)) == {place: "cooperative_overlap"}
    )
    QTest.qWait(1)
    assert filled.history.call.summary is summary, "nothing moves below the reader's hands"
    press(filled, "Esc")
    QTest.keyClick(filled.history.calls.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.history.call.summary is not None)
    again = filled.history.call.summary
    assert again is not None and again.overlaps.labels == {place: "cooperative_overlap"}


@pytest.mark.parametrize("by", ["list", "page"])
def test_delete_can_be_undone(filled: Window, qtbot: QtBot, by: str) -> None:
    if by == "list":
        into_list(filled, place=3)
        QTest.keyClick(filled.history.calls.list, Qt.Key.Key_Delete)
    else:
        view = open_call(filled, qtbot)
        delete = next(
            each for each in view.findChildren(QWidget) if each.accessibleName() == "Delete this call"
        )
        delete.setFocus()
        QTest.keyClick(delete, Qt.Key.Key_Space)
    settled(filled, qtbot, 6)
    assert "is deleted" in filled.history.calls.undo.text
    qtbot.waitUntil(lambda: told(filled).startswith("5 calls"))
    press(filled, "Ctrl+Z")
    settled(filled, qtbot, 7)


def test_erase_for_good_begins_with_this_call(filled: Window, qtbot: QtBot) -> None:
    view = open_call(filled, qtbot)
    erase = next(each for each in view.findChildren(QWidget) if "Erase for good" in each.accessibleName())
    erase.setFocus()
    QTest.keyClick(erase, Qt.Key.Key_Space)
    (dialog,) = filled.findChildren(EraseCall)
    assert dialog.calls.count() == 1 and dialog.erase.isEnabled()
    dialog.reject()


def test_print_without_a_printer_says_what_helps_and_the_pdf_works(
    filled: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    open_call(filled, qtbot)
    press(filled, "Ctrl+P")
    dialogs = [each for each in filled.findChildren(QDialog) if each.isVisible()]
    for dialog in dialogs:  # where the tests run, there may be a printer
        dialog.reject()
    assert dialogs or "No printer is set up" in shown(filled.history.call)
    filled.history.call.save_pdf()
    (dialog,) = [each for each in filled.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.defaultSuffix() == "pdf"
    path = tmp_path / "call.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert path.read_bytes().startswith(b"%PDF") and path.read_bytes().rstrip().endswith(b"%%EOF")
    assert f"Saved as {path}" in shown(filled.history.call)


def test_the_saved_page_has_what_the_journal_has(filled: Window, qtbot: QtBot, tmp_path: Path) -> None:
    open_call(filled, qtbot)
    entry, summary = filled.history.calls.list.current, filled.history.call.summary
    assert entry is not None and summary is not None
    filled.diary.write("call", lambda db: calls.mark(db, entry.id, MARKED, "here it turned"))
    qtbot.waitUntil(lambda: "here it turned" in str(filled.history.call._sheet()))
    path = tmp_path / "call.html"
    summary.save(path)
    assert "here it turned" in path.read_text(encoding="utf-8")


def test_a_call_that_is_gone_is_told(filled: Window, qtbot: QtBot) -> None:
    filled.history.show_call(1)
    qtbot.waitUntil(lambda: "no longer in your journal" in filled.notice.text)
    assert filled.history.calls.isVisible()


@pytest.mark.parametrize("where", ["list", "found", "call", "reflection"])
def test_everything_has_its_room_its_name_and_a_place_in_the_tab_order(
    filled: Window, qtbot: QtBot, where: str
) -> None:
    if where == "found":
        QTest.keyClicks(filled.history.calls.search, "sentence")
        qtbot.waitUntil(lambda: len(filled.history.calls.results.found) == 5)
    elif where != "list":
        open_call(filled, qtbot, place=3 if where == "call" else 0)

    def stops() -> Iterator[tuple[str, QWidget]]:
        settle(filled, qtbot)
        yield where, filled

    assert not walked(stops())
    assert not fitted(filled, qtbot, stops)


def test_a_call_that_is_erased_leaves_the_page_and_the_list(filled: Window, qtbot: QtBot) -> None:
    open_call(filled, qtbot)
    entry = filled.history.calls.list.current
    assert entry is not None
    filled.journal.erase_call(entry.id)
    qtbot.waitUntil(lambda: filled.history.call.shown is None, timeout=PATIENCE_MS)
    settled(filled, qtbot, 6)
    assert filled.history.calls.list.hasFocus()
    assert all(each.id != entry.id for each in filled.history.calls.entries.entries)


def test_a_label_given_on_another_page_is_shown_when_one_comes_back(filled: Window, qtbot: QtBot) -> None:
    open_call(filled, qtbot)
    entry, before = filled.history.calls.list.current, filled.history.call.summary
    assert entry is not None and before is not None
    place = next(iter(before.overlaps.choices))
    press(filled, "Ctrl+5")
    filled.diary.write("call", lambda db: calls.label(db, entry.id, place, "cooperative_overlap"))
    qtbot.waitUntil(lambda: filled.history.call.summary is not before)
    press(filled, "Ctrl+6")
    assert filled.history.call.summary is not None
    assert filled.history.call.summary.overlaps.labels == {place: "cooperative_overlap"}


def test_what_is_being_typed_is_kept_by_a_lock(filled: Window, qtbot: QtBot) -> None:
    view = open_call(filled, qtbot)
    entry = filled.history.calls.list.current
    assert entry is not None
    note = next(each for each in view.findChildren(QWidget) if each.accessibleName() == "Note to 2:10")
    note.setFocus()
    QTest.keyClicks(note, "it turned")
    press(filled, "Ctrl+L")
    until_locked(filled, qtbot)
    unlock(filled, qtbot)
    assert read(filled, lambda db: calls.marks(db, entry.id)) == (MarkedMoment(MARKED, "it turned"),)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_page_that_cannot_be_saved_or_printed_is_told_and_leaves_nothing(
    filled: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    open_call(filled, qtbot)
    sheet, told = filled.history.call._sheet(), list[str]()
    assert sheet is not None
    (tmp_path / "taken.pdf").mkdir()
    printing.save_pdf(sheet, tmp_path / "taken.pdf", told.append)
    printing.save_pdf(sheet, tmp_path / "nowhere" / "call.pdf", told.append)
    assert [each.split(" (")[0] for each in told] == [
        "taken.pdf could not be written",
        "call.pdf could not be written",
    ]
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["taken.pdf"]
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "call.pdf"))
    printing.print_on(printer, sheet, told.append)
    assert told[2:] == [printing.NOT_PRINTED]


def test_a_closed_dialog_keeps_nothing_of_the_call(filled: Window, qtbot: QtBot) -> None:
    open_call(filled, qtbot)
    filled.history.call.save_pdf()
    (dialog,) = [each for each in filled.findChildren(QFileDialog) if each.isVisible()]
    dialog.reject()
    qtbot.waitUntil(lambda: not filled.findChildren(QFileDialog))


def test_what_the_user_found_right_is_said_on_paper_and_changes_nothing_else(
    filled: Window, qtbot: QtBot
) -> None:
    open_call(filled, qtbot)
    view = filled.history.call
    sheet, entry = view._sheet(), filled.history.calls.list.current
    assert sheet is not None and entry is not None
    right = {0: sheet.report.overlaps[0].label}
    filled.diary.write("call", lambda db: calls.label(db, entry.id, 0, right[0]))
    qtbot.waitUntil(lambda: getattr(view._sheet(), "labels", None) == right)
    sheet = view._sheet()
    assert sheet is not None
    assert "(you agree)" in str(next(paper.pages(sheet)).lines)
    assert view.summary is not None and not view.summary.overlaps.labels
    assert "by your own labels" not in shown(view)
