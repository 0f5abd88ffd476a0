"""A recording reviewed again, swapped, opened twice or taken out: what the user wrote into it stays."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.journal import Rephrasing
from app.domain.timeline import Overlap
from app.storage import calls
from app.storage.schema import new_id
from app.ui.review import looking
from app.ui.review.opened import Opened, Stage, carried
from app.ui.review.shown import Shown
from app.ui.window import Window
from tests.journals import NOON
from tests.ui import recordings
from tests.ui.at_the_journal import PATIENCE_MS, press, unlock
from tests.ui.kept import recent
from tests.unit.report.reports import example


@pytest.fixture
def review(opened: Window) -> Window:
    """The window on the page Review, its journal open; words are not listened to."""
    opened.settings.change(engine="none")
    press(opened, "Ctrl+7")
    return opened


@pytest.fixture
def one(review: Window, qtbot: QtBot, tmp_path: Path) -> Opened:
    """A minute and more of a call, reviewed and kept."""
    review.review.open([recordings.cut(tmp_path / "one.wav", end_s=80)])
    at = recordings.kept(review, qtbot, "one.wav")
    assert at.shown is not None and at.shown.report.overlaps
    return at


def test_another_form_of_a_call_has_what_was_written_into_the_one_before() -> None:
    report = example()
    whole = Shown("a call", "complaint", report, 1, 1)
    assert len(report.overlaps) > 1 and len(report.transcript) > 2
    own = replace(whole, labels={0: "backchannel", 1: report.overlaps[1].label}).with_line(2, "as I said it")
    assert carried(own, whole) == own

    later = replace(report, overlaps=report.overlaps[1:], transcript=report.transcript[1:])
    less = carried(own, replace(whole, report=later))
    assert dict(less.labels) == {0: report.overlaps[1].label} and dict(less.heard) == {
        1: report.transcript[2].text
    }
    assert carried(less, own).labels == own.labels  # what only the whole has stays there
    taken_back = replace(less, labels={}).with_line(1, less.heard[1])
    again = carried(taken_back, own)
    assert dict(again.labels) == {0: "backchannel"} and not again.heard
    assert again.report.transcript[2].text == report.transcript[2].text

    swapped = replace(
        report,
        overlaps=tuple(replace(each, by=each.by.other) for each in report.overlaps),
        transcript=tuple(replace(each, speaker=each.speaker.other) for each in report.transcript),
    )
    turned = carried(own, replace(whole, report=swapped), swapped=True)
    assert (turned.labels, turned.heard) == (own.labels, own.heard)
    assert not carried(own, replace(whole, report=swapped)).labels


def test_own_labels_outlast_a_swap(review: Window, one: Opened, qtbot: QtBot) -> None:
    review.review.at_hand.label(0, "backchannel")
    overlap = one.shown.report.overlaps[0]
    assert one.record is not None
    id = one.record.call.id
    press(review, "X")
    qtbot.waitUntil(lambda: one.agent == "right" and one.stage is Stage.DONE, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: recent(review).agent_channel == "right", timeout=PATIENCE_MS)
    assert labelled(one.shown) == {(overlap.by.other, overlap.start): "backchannel"}
    assert kept_labels(review, id) == dict(one.shown.labels)
    press(review, "X")
    assert labelled(one.shown) == {(overlap.by, overlap.start): "backchannel"}


def test_what_is_judged_while_it_is_reviewed_again_is_kept(
    review: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    page = review.review
    page.open([recordings.long(tmp_path / "long.wav")])
    at = page.at or opened_soon(review, qtbot)
    growing(at, qtbot)
    page.at_hand.mark(16_000, "a first thought")
    note(review, qtbot)
    assert page.reviewing.now is at, "Esc leaves the note and goes on with the review"
    press(review, "Esc")
    assert page.at is None and page.reviewing.now is None
    press(review, "Ctrl+Z")
    again = opened_soon(review, qtbot)
    growing(again, qtbot)
    assert [each.note for each in again.shown.marks] == ["a first thought"]


def test_a_review_again_that_is_cancelled_keeps_what_was_judged_meanwhile(
    review: Window, one: Opened, qtbot: QtBot
) -> None:
    page, id = review.review, recent(review).id
    overlaps = one.shown.report.overlaps
    page.looking.again_asked.emit(one, "left")
    growing(one, qtbot, lambda: bool(one.shown.report.overlaps) and not one.shown.done)
    page.at_hand.label(0, "competitive_overlap")
    press(review, "Esc")
    assert one.stage is Stage.DONE and one.shown.report.overlaps == overlaps
    assert labelled(one.shown) == {(overlaps[0].by, overlaps[0].start): "competitive_overlap"}
    qtbot.waitUntil(lambda: kept_labels(review, id) == {0: "competitive_overlap"}, timeout=PATIENCE_MS)


def test_the_same_file_is_opened_once(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = recordings.cut(tmp_path / "one.wav", end_s=30)
    page, before = review.review, count(review)
    page.open([path])
    page.open([path, path])
    at = recordings.kept(review, qtbot, "one.wav")
    page.open([path])
    page.show_call(at.record.call.id)
    assert page.reviewing.batch.all == [at] and page.at is at
    assert count(review) == before + 1


def test_what_was_reviewed_behind_the_lock_is_not_kept_twice(
    review: Window, one: Opened, qtbot: QtBot
) -> None:
    review.review.at_hand.label(0, "backchannel")
    press(review, "Ctrl+L")
    qtbot.waitUntil(lambda: review.journal.covering, timeout=PATIENCE_MS)
    review.review._add([one.path], {})
    again = recordings.reviewed(review, qtbot, "one.wav")
    unlock(review, qtbot)
    before = count(review)
    standing = review.review.looking.view.standing
    qtbot.waitUntil(lambda: standing.text == looking.NOT_KEPT, timeout=PATIENCE_MS)
    standing.buttons[0].click()
    qtbot.waitUntil(lambda: again.record is not None, timeout=PATIENCE_MS)
    assert count(review) == before and dict(again.shown.labels) == {0: "backchannel"}
    assert standing.text == looking.KNOWN


def test_what_was_taken_out_is_kept_again_as_the_same_call(review: Window, one: Opened, qtbot: QtBot) -> None:
    page, before = review.review, count(review)
    id = one.record.call.id
    phrase = Rephrasing(new_id(), 0, NOON, "no", "let me see", "", 16_000)
    page.at_hand.rephrase(phrase)
    standing = page.looking.view.standing
    standing.buttons[0].click()
    qtbot.waitUntil(lambda: count(review) == before - 1, timeout=PATIENCE_MS)
    page.at_hand.mark(32_000, "after all")
    standing.buttons[0].click()
    qtbot.waitUntil(lambda: one.record is not None, timeout=PATIENCE_MS)
    assert one.record.call.id == id and count(review) == before
    assert [each.note for each in one.shown.marks] == ["after all"]
    assert [each.better for each in one.shown.rephrasings] == ["let me see"]


def test_another_recording_of_the_same_name_is_another_call(
    review: Window, one: Opened, qtbot: QtBot
) -> None:
    first = recent(review)
    press(review, "Esc")
    recordings.cut(one.path, end_s=30)
    review.review.open([one.path])
    second = recordings.kept(review, qtbot, "one.wav")
    assert second.record.call.id != first.id
    assert review.journal.journal.read(lambda db: calls.get(db, first.id)).result() == first


def test_a_recording_is_not_looked_for_where_another_one_lies(
    review: Window, one: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    press(review, "Esc")
    there = one.path.rename(tmp_path / "moved.wav")
    page = review.review
    page.show_call(one.record.call.id)
    qtbot.waitUntil(lambda: "Find" in page.looking.view.why.text, timeout=PATIENCE_MS)
    page.looking.found(recordings.cut(tmp_path / "other.wav", end_s=20))
    qtbot.waitUntil(lambda: "another one" in page.looking.view.why.text, timeout=PATIENCE_MS)
    assert page.at.path == one.path and recent(review).recording == str(one.path)
    assert page.looking.view.standing.buttons[0].isHidden(), "nothing is reviewed in place of the call"
    page.looking.found(there)
    qtbot.waitUntil(lambda: recent(review).recording == str(there), timeout=PATIENCE_MS)


def test_a_recording_that_went_away_meanwhile_is_told_and_nothing_is_lost(
    review: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = recordings.cut(tmp_path / "one.wav", end_s=30)
    review.settings.change(engine="none")
    page = review.review
    page.show_in_call(True)
    page.open([path])
    at = opened_soon(review, qtbot)
    page.reviewing.ended.disconnect()  # nothing keeps it yet
    page.show_in_call(False)
    qtbot.waitUntil(lambda: at.stage is Stage.DONE, timeout=PATIENCE_MS)
    path.unlink()
    page.keeper.keep(at)
    qtbot.waitUntil(lambda: "one.wav is not where it was" in review.notice.text, timeout=PATIENCE_MS)
    assert at.shown is not None and at.record is None


def test_what_can_not_be_heard_says_so_once(review: Window, qtbot: QtBot, tmp_path: Path) -> None:
    page = review.review
    page.open([recordings.broken(tmp_path / "broken.wav")])
    at = opened_soon(review, qtbot)
    qtbot.waitUntil(lambda: at.stage is Stage.FAILED, timeout=PATIENCE_MS)
    view = page.looking.view
    qtbot.waitUntil(lambda: view.standing.text == at.trouble and not view.why.text, timeout=PATIENCE_MS)
    assert view.player.isHidden()
    press(review, "Esc")
    assert not page.reviewing.batch.all and page.strip.isHidden()


def growing(at: Opened, qtbot: QtBot, enough: Callable[[], bool] = lambda: True) -> None:
    """Wait until something of a review that runs is known."""
    qtbot.waitUntil(
        lambda: at.stage is Stage.RUNNING and at.shown is not None and bool(at.shown.report.spurts),
        timeout=PATIENCE_MS,
    )
    qtbot.waitUntil(enough, timeout=PATIENCE_MS)


def opened_soon(window: Window, qtbot: QtBot) -> Opened:
    """Wait until something is looked at, and give it."""
    qtbot.waitUntil(lambda: window.review.at is not None, timeout=PATIENCE_MS)
    at = window.review.at
    assert at is not None
    return at


def note(window: Window, qtbot: QtBot) -> None:
    """Go into the note of the first mark, and out of it by Esc."""
    field = next(
        each for each in window.review.looking.view.moments.findChildren(QLineEdit) if each.isVisible()
    )
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field, timeout=PATIENCE_MS)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not field


def labelled(shown: Shown | None) -> Mapping[object, str]:
    """Give own labels by who began the overlap, and when."""
    assert shown is not None
    overlaps: tuple[Overlap, ...] = shown.report.overlaps
    return {(overlaps[place].by, overlaps[place].start): label for place, label in shown.labels.items()}


def kept_labels(window: Window, id: int) -> dict[int, str]:
    """Give the own labels that the journal has of a call."""
    journal = window.journal.journal
    assert journal is not None
    return journal.read(lambda db: calls.own_labels(db, id)).result()


def count(window: Window) -> int:
    """Give how many calls the journal has."""
    journal = window.journal.journal
    assert journal is not None
    return len(journal.read(lambda db: calls.recent(db, 100)).result())
