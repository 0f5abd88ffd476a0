"""The moments of a call: overlaps with the user's own word, marks with a note."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.journal import MarkedMoment
from app.domain.timeline import Overlap, Speaker, samples
from app.report import words
from app.ui.pieces import parts, theme
from app.ui.review import moments
from app.ui.review.moments import FIRST, MomentsView
from app.ui.review.shown import Shown
from tests.pictures.words_pictures import a_call
from tests.ui.room import flaws
from tests.ui.walk import unnamed

CALL = a_call()
OVERLAPS = CALL.report.overlaps
MARK, NOTED = CALL.marks


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[MomentsView]:
    made = MomentsView()
    page = parts.page(made)
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    page.activateWindow()
    made.show_call(CALL)
    qtbot.waitUntil(page.isActiveWindow)
    yield made
    made.show_call(None)


def judged(view: MomentsView) -> list[tuple[int, object]]:
    """Give a record of the labels that are given from now on."""
    given: list[tuple[int, object]] = []
    view.labelled.connect(lambda place, label: given.append((place, label)))
    return given


def told(view: MomentsView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view))


def many(number: int) -> Shown:
    """Give the call with so many overlaps, every third one a cut-in."""
    labels = ("interruption_failed", "backchannel", "cooperative_overlap")
    made = tuple(
        Overlap(Speaker.AGENT, samples(place * 9), samples(place * 9 + 1), labels[place % 3], "It was so.")
        for place in range(number)
    )
    return replace(CALL, report=replace(CALL.report, overlaps=made))


def in_order(view: MomentsView) -> list[int]:
    return sorted(view.overlaps, key=lambda place: view.overlaps[place].y())


def test_each_overlap_says_when_who_what_and_why(view: MomentsView) -> None:
    text = told(view)
    for overlap in OVERLAPS:
        assert words.moment(overlap.start) in text
        assert f"Measured: {words.overlap(overlap.label, overlap.by)}." in text
        assert words.addressed(overlap.reason) in text
    assert "You, into the customer's speech" in text and "The customer, into your speech" in text
    assert "4 overlaps." in text


def test_saying_that_it_is_right_gives_the_measured_label_as_own(view: MomentsView) -> None:
    given = judged(view)
    view.choose_overlap(1)
    QTest.keyClicks(view.overlaps[1], "=")
    assert given == [(1, OVERLAPS[1].label)]
    assert view.judged.text() == "You judged 1 of 4; 1 as measured."
    assert "You say: it is right." in told(view)
    QTest.keyClicks(view.overlaps[1], "=")
    assert len(given) == 1


def test_an_own_label_stands_beside_the_measured_one_and_can_be_taken_back(view: MomentsView) -> None:
    given = judged(view)
    row = view.overlaps[0]
    row.choice.setFocus()
    other = row.choice.findData("backchannel")
    while row.choice.currentIndex() != other:
        QTest.keyClick(row.choice, Qt.Key.Key_Up if row.choice.currentIndex() > other else Qt.Key.Key_Down)
    assert given[-1] == (0, "backchannel")
    assert "You say: You made a listening sound." in told(view)
    assert f"Measured: {words.overlap(OVERLAPS[0].label, OVERLAPS[0].by)}." in told(view)
    assert view.judged.text() == "You judged 1 of 4; 0 as measured."
    row.back.setFocus()
    QTest.keyClick(row.back, Qt.Key.Key_Space)
    assert given[-1] == (0, None)
    assert row.choice.currentData() == OVERLAPS[0].label and "You say" not in told(view)
    assert QApplication.focusWidget() is row.choice


def test_a_letter_typed_into_the_choice_gives_a_label_too(view: MomentsView) -> None:
    given = judged(view)
    view.overlaps[1].choice.setFocus()
    QTest.keyClicks(view.overlaps[1].choice, "b")
    assert given == [(1, "simultaneous_start")]


def test_the_wheel_changes_no_label(view: MomentsView) -> None:
    given = judged(view)
    choice = view.overlaps[0].choice
    choice.setFocus()
    none, zero = Qt.MouseButton.NoButton, QPoint()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(choice.mapToGlobal(QPoint(5, 5))), zero, QPoint(0, -120), none,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, turn)
    assert given == [] and choice.currentData() == OVERLAPS[0].label


def test_an_overlap_is_heard_from_3_s_before_or_over_and_over(view: MomentsView) -> None:
    played: list[object] = []
    looped: list[tuple[object, object]] = []
    view.play_asked.connect(played.append)
    view.loop_asked.connect(lambda start, end: looped.append((start, end)))
    view.choose_overlap(2)
    QTest.keyClicks(view.overlaps[2], "jL")
    QTest.keyClick(view.overlaps[2], Qt.Key.Key_Return)
    start, end = OVERLAPS[2].start, OVERLAPS[2].end
    assert played == [start - samples(3)] * 2
    assert looped == [(start - samples(1), end + samples(1))]


def test_nothing_is_played_before_the_beginning(view: MomentsView) -> None:
    view.show_call(many(1))
    played: list[object] = []
    view.play_asked.connect(played.append)
    QTest.keyClicks(view.overlaps[0], "j")
    assert played == [0]


def test_cut_ins_come_first_or_all_by_time_and_the_choice_stays(view: MomentsView) -> None:
    view.show_call(many(6))
    QApplication.processEvents()
    assert in_order(view) == [0, 3, 1, 2, 4, 5]
    view.order.setFocus()
    QTest.keyClick(view.order, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert in_order(view) == [0, 1, 2, 3, 4, 5]
    view.show_call(None)
    view.show_call(many(7))
    QApplication.processEvents()
    assert in_order(view) == [0, 1, 2, 3, 4, 5, 6]


def test_a_long_call_begins_with_its_first_rows_and_shows_the_others_when_asked(view: MomentsView) -> None:
    view.show_call(many(50))
    assert len(view.overlaps) == FIRST and view.more.text() == "Show the other 20"
    view.more.setFocus()
    QTest.keyClick(view.more, Qt.Key.Key_Return)
    assert len(view.overlaps) == 50 and not view.more.isVisible()
    assert QApplication.focusWidget() in view.overlaps.values()


def test_an_overlap_that_is_chosen_elsewhere_comes_into_sight(view: MomentsView) -> None:
    view.show_call(many(50))
    view.choose_overlap(49)
    row = view.overlaps[49]
    assert QApplication.focusWidget() is row and not row.visibleRegion().isEmpty()
    view.choose_overlap(99)
    assert QApplication.focusWidget() is row


def test_more_of_the_same_call_leaves_the_keyboard_where_it_is(view: MomentsView) -> None:
    view.show_call(many(3))
    view.overlaps[1].choice.setFocus()
    for number in (4, 8, 40):
        view.show_call(replace(many(number), labels={1: "early_response"}))
        assert QApplication.focusWidget() is view.overlaps[1].choice
    assert view.overlaps[1].choice.currentData() == "early_response"


def test_a_label_the_product_does_not_know_is_as_none(view: MomentsView) -> None:
    view.show_call(replace(CALL, labels={0: "of another version", 99: "backchannel"}))
    assert view.overlaps[0].choice.currentData() == OVERLAPS[0].label
    assert "You say" not in told(view)


def test_a_note_is_told_once_typing_rests_and_when_it_is_left(view: MomentsView, qtbot: QtBot) -> None:
    notes: list[tuple[object, str]] = []
    view.noted.connect(lambda t, note: notes.append((t, note)))
    view.choose_mark(MARK.t)
    field = view.marks[MARK.t].note
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "too fast")
    qtbot.waitUntil(lambda: notes == [(MARK.t, "too fast")])
    QTest.keyClicks(field, " here")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert notes[1:] == [(MARK.t, "too fast here")]
    view.choose_mark(NOTED.t)
    assert len(notes) == 2


def test_what_is_being_typed_is_neither_lost_nor_written_over(view: MomentsView) -> None:
    notes: list[str] = []
    view.noted.connect(lambda _, note: notes.append(note))
    field = view.marks[NOTED.t].note
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Better")
    view.show_call(replace(CALL, labels={0: "backchannel"}))
    assert field.text() == "Better"
    view.save()
    assert notes == ["Better"]


def test_a_mark_is_played_removed_and_comes_back(view: MomentsView) -> None:
    gone: list[object] = []
    played: list[object] = []
    view.unmarked.connect(gone.append)
    view.play_asked.connect(played.append)
    row = view.marks[MARK.t]
    for deed in (row.play, row.remove):
        deed.setFocus()
        QTest.keyClick(deed, Qt.Key.Key_Space)
    assert gone == [MARK.t] and played == [MARK.t - samples(3)]
    view.show_call(replace(CALL, marks=(NOTED,)))
    assert set(view.marks) == {NOTED.t}
    view.show_call(replace(CALL, marks=(*CALL.marks, MarkedMoment(0, "The beginning"))))
    QApplication.processEvents()
    assert sorted(view.marks, key=lambda t: view.marks[t].y()) == [0, MARK.t, NOTED.t]


@pytest.mark.parametrize(
    ("known", "done", "sentence"),
    [
        (True, True, moments.NO_OVERLAPS),
        (False, True, moments.NOT_KNOWN),
        (False, False, moments.GROWING),
    ],
)
def test_it_says_why_there_are_no_overlaps(view: MomentsView, known: bool, done: bool, sentence: str) -> None:
    measures = replace(CALL.report.measures, interruptions_agent=0 if known else None)
    report = replace(CALL.report, overlaps=(), measures=measures)
    view.show_call(replace(CALL, report=report, done=done, marks=()))
    assert view.judged.text() == sentence and moments.NO_MARKS in told(view)


def test_forgetting_leaves_nothing_of_it(view: MomentsView) -> None:
    view.show_call(None)
    assert view.overlaps == {} and view.marks == {} and view.judged.text() == ""
    assert view.findChildren(moments.OverlapRow) == [] and view.findChildren(moments.MarkRow) == []


@pytest.mark.parametrize(("size", "width"), [(1, 600), (2, 460)])
def test_everything_has_room(view: MomentsView, qtbot: QtBot, size: float, width: int) -> None:
    theme.current().scale(size)
    view.window().resize(width, 900)
    view.show_call(replace(CALL, labels={0: "backchannel", 1: OVERLAPS[1].label}))
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not any(flaws(view.window())), timeout=2000)
    assert not [*flaws(view.window()), *unnamed(view)]


def test_a_call_without_sound_offers_nothing_to_play(view: MomentsView) -> None:
    view.show_sound(False)
    view.show_call(many(FIRST + 2))
    view.more.click()
    rows = (*view.overlaps.values(), *view.marks.values())
    assert rows and not any(row.play.isVisibleTo(view) for row in rows)
    assert not any(row.loop.isVisibleTo(view) for row in view.overlaps.values())
    view.show_sound(True)
    assert all(row.play.isVisibleTo(view) for row in rows)
