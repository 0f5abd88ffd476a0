"""The page Review: recordings are opened, reviewed in turn, kept, and looked at again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.content import load_coaching
from app.paths import resources_folder
from app.report.relabel import relabelled
from app.storage import calls
from app.ui.review import looking
from app.ui.review.opened import Stage
from app.ui.review.shown import Shown
from app.ui.review.sound import LIVE
from app.ui.window import Window
from tests.ui import recordings
from tests.ui.at_the_journal import PATIENCE_MS, press, shown, unlock
from tests.ui.kept import SAID, recent
from tests.unit.report.reports import example


@pytest.fixture
def review(opened: Window) -> Window:
    """The window on the page Review, its journal open; words are not listened to."""
    opened.settings.change(engine="none")
    press(opened, "Ctrl+7")
    assert opened.page == "review"
    return opened


def test_a_recording_is_reviewed_and_kept_where_it_lies(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = recordings.cut(tmp_path / "one.wav")
    review.review.open([path])
    at = recordings.kept(review, qtbot, "one.wav")
    call = recent(review)
    assert (call.recording, call.agent_channel, call.name) == (str(path), "left", "one.wav")
    assert at.shown is not None and at.shown.report.measures.talk_ratio == call.measures.talk_ratio
    assert "Kept in your journal" in review.review.looking.view.standing.text


def test_what_was_reviewed_before_is_shown_from_the_journal(
    review: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = recordings.cut(tmp_path / "one.wav")
    review.review.open([path])
    first = recordings.kept(review, qtbot, "one.wav")
    press(review, "Esc")
    assert review.review.at is None
    review.review.open([path])
    again = recordings.kept(review, qtbot, "one.wav")
    assert again is not first and review.review.reviewing.now is None
    assert again.record is not None and first.record is not None
    assert again.record.call.id == first.record.call.id
    standing = review.review.looking.view.standing
    assert standing.text == looking.KNOWN and standing.buttons[0].text() == "Review again"


def test_what_is_kept_can_be_taken_out_and_brought_back(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    review.review.open([recordings.cut(tmp_path / "one.wav")])
    at = recordings.kept(review, qtbot, "one.wav")
    before = recent(review).id
    standing = review.review.looking.view.standing
    qtbot.mouseClick(standing.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at.record is None and bool(review.review.undo.text), timeout=PATIENCE_MS)
    assert recent(review).id != before
    assert at.shown is not None and at.shown.call is None
    press(review, "Ctrl+Z")
    qtbot.waitUntil(lambda: at.record is not None, timeout=PATIENCE_MS)
    assert recent(review).id == before


def test_esc_cancels_and_the_same_file_opens_again(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = recordings.long(tmp_path / "long.wav")
    review.review.open([path])
    qtbot.waitUntil(lambda: bool(review.review.at and review.review.at.shown), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(review.review.at.shown.report.spurts), timeout=PATIENCE_MS)
    press(review, "Esc")
    assert review.review.reviewing.now is None and review.review.at is None
    assert "is cancelled" in review.review.undo.text
    short = recordings.cut(path, end_s=30)
    review.review.open([short])
    recordings.kept(review, qtbot, "long.wav")


def test_a_batch_is_reviewed_in_the_order_the_user_gives_and_compared(
    review: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ("first.wav", "second.wav", "third.wav")
    paths = [recordings.cut(tmp_path / name, end_s=30 + 5 * place) for place, name in enumerate(names)]
    paths.insert(1, recordings.broken(tmp_path / "broken.wav"))
    page = review.review
    page.open(paths)
    qtbot.waitUntil(lambda: page.reviewing.now is not None, timeout=PATIENCE_MS)
    waiting = page.strip.waiting
    assert [each.name for each in page.reviewing.waiting] == ["broken.wav", "second.wav", "third.wav"]
    waiting.setFocus()
    waiting.setCurrentRow(2)
    QTest.keyClick(waiting, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.name for each in page.reviewing.waiting] == ["broken.wav", "third.wav", "second.wav"]
    table = page.comparison.table
    qtbot.waitUntil(table.isVisible, timeout=PATIENCE_MS * 3)
    told = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert told.keys() == {*names, "broken.wav"}
    assert told["first.wav"] == "0:30" and "broken.wav" in told["broken.wav"]
    assert [each.stage for each in page.reviewing.batch.all].count(Stage.FAILED) == 1

    for column in range(table.columnCount()):
        table.sortItems(column)
        assert table.rowCount() == 4
    page.comparison.save(tmp_path / "table.csv")
    rows = (tmp_path / "table.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 5 and rows[0].startswith("recording,length_s,talk_ratio")

    recordings.cut(tmp_path / "broken.wav", end_s=20)
    table.sortItems(0)
    table.setCurrentCell(0, 0)
    qtbot.mouseClick(page.comparison.try_again, Qt.MouseButton.LeftButton)
    recordings.kept(review, qtbot, "broken.wav")


def test_x_swaps_the_sides_and_back(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    review.review.open([recordings.cut(tmp_path / "one.wav")])
    at = recordings.kept(review, qtbot, "one.wav")
    assert at.shown is not None
    ratio, id = at.shown.report.measures.talk_ratio, recent(review).id
    assert ratio is not None
    assert at.shown.report.overlaps
    review.review.at_hand.label(0, "backchannel")
    press(review, "X")
    qtbot.waitUntil(lambda: at.agent == "right" and at.stage is Stage.DONE, timeout=PATIENCE_MS)
    swapped = at.shown.report.measures.talk_ratio
    assert swapped is not None and swapped + ratio == pytest.approx(1, abs=0.01)
    qtbot.waitUntil(lambda: recent(review).agent_channel == "right", timeout=PATIENCE_MS)
    assert recent(review).id == id
    press(review, "X")
    assert at.agent == "left" and at.stage is Stage.DONE
    qtbot.waitUntil(lambda: recent(review).agent_channel == "left", timeout=PATIENCE_MS)
    assert at.shown.report.measures.talk_ratio == ratio
    assert at.shown.labels[0] == "backchannel"


def test_one_channel_has_nothing_to_swap_and_says_why(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    review.review.open([recordings.cut(tmp_path / "mono.wav", mono=True)])
    at = recordings.kept(review, qtbot, "mono.wav")
    press(review, "X")
    assert at.agent == "left" and "only your channel" in review.review.looking.view.told.text()
    press(review, "Alt+3")
    assert "not measurable" in shown(review.review.looking.view.numbers)


def test_without_a_journal_all_works_and_is_kept_once_there_is_one(
    show_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = show_window()
    window.settings.change(engine="none")
    press(window, "Ctrl+7")
    assert "no open journal" in shown(window.review)
    window.review.open([recordings.cut(tmp_path / "one.wav")])
    at = recordings.reviewed(window, qtbot, "one.wav")
    assert window.review.looking.view.standing.text == looking.NO_JOURNAL
    press(window, "M")
    assert at.shown is not None and len(at.shown.marks) == 1
    window.journal.create("three quiet herons", remember=False)
    standing = window.review.looking.view.standing
    qtbot.waitUntil(lambda: standing.text == looking.NOT_KEPT, timeout=PATIENCE_MS)
    qtbot.mouseClick(standing.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at.record is not None, timeout=PATIENCE_MS)
    assert at.record is not None and at.record.marks == at.shown.marks


def test_a_call_of_the_journal_is_looked_at_without_its_sound(review: Window, qtbot: QtBot) -> None:
    call = recent(review)
    review.review.show_call(call.id)
    qtbot.waitUntil(lambda: review.review.at is not None, timeout=PATIENCE_MS)
    at = review.review.at
    assert at is not None and at.path is None and at.stage is Stage.DONE
    assert SAID in at.shown.report.transcript[0].text
    assert LIVE in shown(review.review)
    press(review, "X")
    assert "heard live" in review.review.looking.view.told.text()


def test_history_and_the_summary_lead_here(review: Window, qtbot: QtBot) -> None:
    call = recent(review)
    press(review, "Ctrl+6")
    review.history.show_call(call.id)
    qtbot.waitUntil(lambda: review.history.call.summary is not None, timeout=PATIENCE_MS)
    press(review, "V")
    assert review.page == "review"
    qtbot.waitUntil(lambda: review.review.at is not None, timeout=PATIENCE_MS)


def test_locking_leaves_nothing_of_the_diary(review: Window, qtbot: QtBot) -> None:
    review.review.show_call(recent(review).id)
    qtbot.waitUntil(lambda: review.review.at is not None, timeout=PATIENCE_MS)
    review.review.at_hand.mark(16_000, "a note that nobody else may read")
    press(review, "Ctrl+L")
    qtbot.waitUntil(lambda: review.journal.covering, timeout=PATIENCE_MS)
    assert review.review.at is None and review.review.at_hand.shown is None
    left = review.review.findChildren(type(review.review.looking.view.said.text))
    assert not any(SAID in each.toPlainText() for each in left if hasattr(each, "toPlainText"))
    unlock(review, qtbot)


def test_a_live_call_comes_first(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    page = review.review
    page.show_in_call(True)
    page.open([recordings.cut(tmp_path / "one.wav", end_s=20)])
    qtbot.waitUntil(lambda: bool(page.reviewing.batch.all), timeout=PATIENCE_MS)
    assert page.reviewing.now is None and "until the call is over" in page.strip.told.text()
    page.show_in_call(False)
    recordings.kept(review, qtbot, "one.wav")


def test_a_review_goes_on_elsewhere_and_says_when_it_is_done(
    review: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    review.review.open([recordings.cut(tmp_path / "one.wav", end_s=20)])
    press(review, "Ctrl+1")
    qtbot.waitUntil(lambda: "one.wav is reviewed" in review.notice.text, timeout=PATIENCE_MS)


def test_files_are_dropped_anywhere_and_nothing_else_is(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    press(review, "Ctrl+1")
    path = recordings.cut(tmp_path / "one.wav", end_s=20)
    for urls, taken in (([tmp_path], False), ([path], True)):
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(each)) for each in urls])
        rest = (Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        entered = QDragEnterEvent(QPointF(20, 20).toPoint(), *rest)
        QApplication.sendEvent(review, entered)
        assert entered.isAccepted() is taken and review.arrivals.sign.isVisible() is taken
        QApplication.sendEvent(review, QDropEvent(QPointF(20, 20), *rest))
        assert not review.arrivals.sign.isVisible()
    assert review.page == "review"
    recordings.kept(review, qtbot, "one.wav")


def test_a_recording_that_was_moved_is_found_again(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = recordings.cut(tmp_path / "one.wav", end_s=20)
    review.review.open([path])
    id = recordings.kept(review, qtbot, "one.wav").record.call.id
    press(review, "Esc")
    moved = path.rename(tmp_path / "moved.wav")
    review.review.show_call(id)
    why = review.review.looking.view.why
    qtbot.waitUntil(lambda: str(path) in why.text, timeout=PATIENCE_MS)
    assert why.buttons[0].text() == "Find the recording …"
    other = recordings.cut(tmp_path / "other.wav", end_s=30)
    review.review.looking.found(other)
    qtbot.waitUntil(lambda: "another one" in why.text, timeout=PATIENCE_MS)
    review.review.looking.found(moved)
    qtbot.waitUntil(lambda: review.review.looking.sound.player is not None, timeout=PATIENCE_MS)
    assert not why.text
    qtbot.waitUntil(lambda: recent(review).recording == str(moved), timeout=PATIENCE_MS)


def test_a_call_whose_type_is_gone_has_a_report_all_the_same() -> None:
    from app.ui.review import taking_along

    coaching, told = load_coaching(resources_folder() / "content"), example()
    shown = Shown("A call", "no longer there", told, 0, 0)
    assert "General" in taking_along.page_of(shown, coaching)
    assert taking_along.sheet_of(shown, None, coaching).reading.call_type == coaching.kind("general").title


def test_the_report_has_the_users_labels(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    from app.ui.review import taking_along

    review.review.open([recordings.cut(tmp_path / "one.wav", end_s=80)])
    at = recordings.kept(review, qtbot, "one.wav")
    assert at.shown is not None and at.shown.report.overlaps
    review.review.at_hand.label(0, "backchannel")
    form = json.loads(taking_along.numbers(at.shown))
    assert form == relabelled(at.shown.report, {0: "backchannel"}).as_dict()
    assert form["overlaps"][0]["label"] == "backchannel"
    journal = review.journal.journal
    assert journal is not None
    qtbot.waitUntil(
        lambda: (
            journal.read(lambda db: calls.own_labels(db, at.record.call.id)).result() == {0: "backchannel"}
        )
    )
