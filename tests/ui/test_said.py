"""What was said: follows the playing, leads to its moment, is corrected where it stands."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import MarkedMoment
from app.domain.timeline import Gap, Speaker, Utterance, Word, samples
from app.ui.pieces import theme
from app.ui.review.said import rows as said_rows
from app.ui.review.said.said import SaidView
from app.ui.review.shown import Shown
from tests.pictures.words_pictures import a_call
from tests.ui.recorded import recorded
from tests.ui.room import flaws
from tests.ui.walk import unnamed

CALL = replace(a_call(), marks=(), report=replace(a_call().report, gaps=()))
LINES = CALL.report.transcript


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[SaidView]:
    made = SaidView()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    made.activateWindow()
    made.show_call(CALL)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.show_call(None)


def asked(view: SaidView) -> dict[str, list[object]]:
    """Give a record of what the view asks for from now on."""
    told: dict[str, list[object]] = {"seek": [], "play": [], "corrected": [], "rephrase": []}
    view.seek_asked.connect(told["seek"].append)
    view.play_asked.connect(told["play"].append)
    view.corrected.connect(lambda place, text: told["corrected"].append((place, text)))
    view.rephrase_asked.connect(lambda place, text: told["rephrase"].append((place, text)))
    return told


def press(view: SaidView, *keys: Qt.Key | str) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        at = QApplication.focusWidget()
        assert at is not None and (at is view or view.isAncestorOf(at))
        if isinstance(key, str):
            QTest.keyClicks(at, key)
        else:
            QTest.keyClick(at, key)


def click(view: SaidView, place: int, letter: int, double: bool = False) -> None:
    """Click a letter of a line."""
    row = view.text.row_of(place)
    assert row is not None
    cursor = QTextCursor(view.text.document())
    cursor.setPosition(view.text.text_at(row) + letter)
    left = view.text.cursorRect(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    right = view.text.cursorRect(cursor)
    at = QPoint((left.center().x() + right.center().x()) // 2, left.center().y())
    QTest.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if double:
        QTest.mouseDClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=at)


def underlined(view: SaidView) -> list[str]:
    return [each.cursor.selectedText() for each in view.text.extraSelections()]


def told(view: SaidView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_it_shows_when_who_and_what_in_order_of_time(view: SaidView) -> None:
    view.show_call(a_call())
    text = view.text.toPlainText()
    shown = [*(line.text for line in LINES), "stopped and listened", "You marked 0:46.", "words are missing"]
    assert all(each in text for each in shown)
    assert "0:13\t● You\ti understand" in text and "0:03\t■ Customer\thello" in text
    assert (
        text.index("the system marks it delivered")
        < text.index("You marked 0:46.")
        < text.index("three days")
    )


@pytest.mark.parametrize("seconds", [4, 20, 34.5, 44.1, 103.5, 106, 146])
def test_the_line_and_the_word_that_are_played_are_brought_out(view: SaidView, seconds: float) -> None:
    t = samples(seconds)
    view.show_position(t)
    being = [place for place, line in enumerate(LINES) if line.start <= t < line.end]
    before = [max(range(len(LINES)), key=lambda at: LINES[at].end * (LINES[at].end <= t))]
    assert list(view.text.said) == (being or before)
    assert len(underlined(view)) == len(being)
    for place, word in zip(being, underlined(view), strict=True):
        assert word in LINES[place].text.split()


def test_the_word_has_the_recognisers_time_and_letters_beyond_the_first_plane_count_once(
    view: SaidView,
) -> None:
    words = (Word("🙂🙂", 100, 200), Word("then", 5000, 5100), Word("this", 9000, 9100))
    line = Utterance(Speaker.AGENT, 0, 9500, "🙂🙂 then this", words)
    view.show_call(replace(CALL, report=replace(CALL.report, transcript=(line,))))
    view.show_position(5050)
    assert underlined(view) == ["then"]
    told = asked(view)
    click(view, 0, 6)
    assert told["seek"] == [5000]


def test_nothing_is_brought_out_before_the_first_line_and_without_a_playing(view: SaidView) -> None:
    view.show_position(samples(20))
    for position in (0, None):
        view.show_position(position)
        assert view.text.said == () and underlined(view) == []


def test_it_follows_until_the_reader_goes_elsewhere_and_comes_back_when_asked(view: SaidView) -> None:
    bar = view.text.verticalScrollBar()
    view.show_position(LINES[-1].start)
    assert bar.value() > 0 and not view.text.back.isVisible()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    assert view.text.back.isVisible()
    view.show_position(LINES[-2].start)
    assert bar.value() == 0
    QTest.mouseClick(view.text.back, Qt.MouseButton.LeftButton)
    assert bar.value() > 0 and not view.text.back.isVisible()
    view.show_position(LINES[0].start)
    assert bar.value() == 0


def test_going_to_another_line_by_keys_does_not_jump_back(view: SaidView) -> None:
    view.show_position(LINES[0].start)
    view.choose(len(LINES) - 1)
    held = view.text.verticalScrollBar().value()
    view.show_position(LINES[1].start)
    assert view.text.verticalScrollBar().value() == held and view.text.back.isVisible()


def test_clicking_a_word_asks_for_its_moment_and_beside_it_for_the_line(view: SaidView) -> None:
    told = asked(view)
    line = LINES[1]
    click(view, 1, line.text.index("frustrating") + 3)
    [sought] = told["seek"]
    assert isinstance(sought, int) and line.start < sought < line.end
    view.show_position(sought)
    assert underlined(view) == ["frustrating"]
    click(view, 1, -9)
    assert told["seek"][1:] == [line.start]


def test_keys_go_from_line_to_line_and_play_from_it(view: SaidView) -> None:
    told = asked(view)
    view.choose(0)
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert told["play"] == [LINES[1].start] and told["seek"] == []
    assert "0:13" in view.text.accessibleDescription() and "You" in view.text.accessibleDescription()
    press(view, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert told["play"][1:] == [LINES[-1].start, LINES[0].start]


def test_keys_of_the_player_are_left_to_the_page(qtbot: QtBot) -> None:
    pressed: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            pressed.append(event.key())

    page = Page()
    qtbot.addWidget(page)
    view = SaidView(page)
    page.show()
    view.show_call(CALL)
    view.choose(1)
    keys = [Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_J, Qt.Key.Key_L, Qt.Key.Key_Comma]
    for key in keys:
        QTest.keyClick(view.text, key)
    assert pressed == keys


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_E])
def test_a_line_is_corrected_where_it_stands(view: SaidView, key: Qt.Key) -> None:
    told = asked(view)
    view.choose(2)
    press(view, key)
    editor = view.text.editor
    assert editor is not None and editor.toPlainText() == LINES[2].text
    assert QApplication.focusWidget() is editor
    press(view, "What happened on the day?", Qt.Key.Key_Return)
    assert told["corrected"] == [(2, "What happened on the day?")]
    assert view.text.editor is None and QApplication.focusWidget() is view.text
    view.show_call(CALL.with_line(2, "What happened on the day?"))
    assert "What happened on the day?  (corrected)" in view.text.toPlainText()
    assert LINES[2].text in view.text.accessibleDescription()


def test_a_double_click_corrects_and_esc_leaves_the_line_as_it_was(view: SaidView) -> None:
    told = asked(view)
    click(view, 2, 3, double=True)
    press(view, "something else", Qt.Key.Key_Escape)
    assert view.text.editor is None and told["corrected"] == []
    view.choose(2)
    press(view, Qt.Key.Key_E, Qt.Key.Key_Return)
    assert told["corrected"] == []  # nothing was changed


def test_going_elsewhere_keeps_a_correction(view: SaidView) -> None:
    told = asked(view)
    view.choose(2)
    press(view, Qt.Key.Key_E, "another")
    view.play.setFocus()
    assert told["corrected"] == [(2, "another")]


def test_a_corrected_line_shows_what_was_heard_and_goes_back_to_it(view: SaidView) -> None:
    view.choose(2)
    assert not view.as_heard.isVisible()
    view.show_call(CALL.with_line(2, "another text"))
    told = asked(view)
    note = QTextCursor(view.text.document())
    note.setPosition(view.text.text_at(2) + len("another text  (corr"))
    assert note.charFormat().toolTip() == f"Heard as: {LINES[2].text}"
    QTest.mouseClick(view.as_heard, Qt.MouseButton.LeftButton)
    assert told["corrected"] == [(2, LINES[2].text)]
    assert QApplication.focusWidget() is view.text


def test_the_whole_line_or_the_words_chosen_in_it_are_to_be_said_better(view: SaidView) -> None:
    told = asked(view)
    view.choose(1)
    press(view, Qt.Key.Key_R)
    assert told["rephrase"] == [(1, LINES[1].text)]
    for _ in range(2):
        QTest.keyClick(view.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_R)
    assert told["rephrase"][1:] == [(1, "i understand")]


def test_only_what_the_agent_said_is_to_be_said_better(view: SaidView) -> None:
    told = asked(view)
    view.choose(0)
    press(view, Qt.Key.Key_R)
    assert told["rephrase"] == [] and not view.rephrase.isEnabled()
    view.choose(1)
    assert view.rephrase.isEnabled()


def test_a_review_that_runs_grows_without_moving_what_is_read(view: SaidView, qtbot: QtBot) -> None:
    report = CALL.report
    view.show_call(None)
    for number in range(len(LINES) + 1):
        part = replace(report, transcript=LINES[:number])
        view.show_call(replace(CALL, report=part, done=False))
        assert [row.text for row in view.text.rows] == [line.text for line in LINES[:number]]
        assert (told(view) == said_rows.GROWING) == (number == 0)
    assert view.text.verticalScrollBar().value() == 0
    assert view.text.toPlainText().count("\n") == len(LINES) - 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"engine": None}, said_rows.NO_ENGINE),
        ({"spurts": ()}, said_rows.NO_WORDS),
    ],
)
def test_it_says_why_there_are_no_words(view: SaidView, change: dict[str, object], sentence: str) -> None:
    view.show_call(replace(CALL, report=replace(CALL.report, transcript=(), **change)))  # type: ignore[arg-type]
    assert sentence in told(view)
    assert not list(unnamed(view))


def test_marks_and_gaps_are_there_without_any_words(view: SaidView) -> None:
    gap = Gap("agent", samples(5), samples(7), "the headset was unplugged")
    report = replace(CALL.report, transcript=(), engine=None, gaps=(gap,))
    view.show_call(replace(CALL, report=report, marks=(MarkedMoment(samples(9), "Here."),)))
    assert (
        view.text.isVisible() and "Here." in view.text.toPlainText() and "headset" in view.text.toPlainText()
    )


def test_rows_that_change_anywhere_are_as_if_written_anew(view: SaidView) -> None:
    shown = CALL
    for place, text in ((0, "first"), (16, "last"), (8, "middle"), (0, LINES[0].text)):
        shown = shown.with_line(place, text)
        view.show_call(shown)
    marked = replace(
        shown, marks=(MarkedMoment(0), MarkedMoment(samples(50), "Here"), MarkedMoment(samples(148)))
    )
    for each in (marked, shown, marked):
        view.show_call(each)
    written = view.text.toPlainText()
    view.show_call(None)
    assert view.text.toPlainText() == ""
    view.show_call(marked)
    assert view.text.toPlainText() == written


def test_forgetting_leaves_nothing_of_it(view: SaidView) -> None:
    view.choose(2)
    press(view, Qt.Key.Key_E, "a secret")
    told = asked(view)
    view.show_position(samples(20))
    view.show_call(None)
    assert told["corrected"] == [] and view.text.editor is None
    assert view.text.toPlainText() == "" and view.text.rows == [] and view.text.accessibleDescription() == ""


def test_a_call_is_read_from_its_beginning(view: SaidView) -> None:
    view.resize(500, 160)
    view.show_call(None)
    view.show_call(a_call())
    QApplication.processEvents()
    assert view.text.verticalScrollBar().maximum() > 0
    assert view.text.row == 0 and view.text.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("size", "width"), [(1, 620), (2, 500)])
def test_everything_has_room(view: SaidView, qtbot: QtBot, size: float, width: int) -> None:
    theme.current().scale(size)
    view.resize(width, 700)
    view.show_call(a_call().with_line(1, "another text"))
    view.choose(1)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not any(flaws(view)), timeout=2000)
    assert not [*flaws(view), *unnamed(view)]
    assert view.text.horizontalScrollBar().maximum() == 0


def test_three_hours_are_shown_and_followed(view: SaidView) -> None:
    call = _long(3000)
    view.show_call(call)
    last = call.report.transcript[-1]
    view.show_position(last.start)
    assert view.text.said == (2999,)
    row = view.text.rect_of(2999)
    assert view.text.viewport().rect().intersects(row)


def _long(lines: int) -> Shown:
    said = recorded()[1].transcript
    every = samples(3.6)
    made = tuple(
        replace(said[place % len(said)], start=place * every, end=(place + 1) * every - 100)
        for place in range(lines)
    )
    return replace(CALL, report=replace(CALL.report, transcript=made), length=lines * every)
