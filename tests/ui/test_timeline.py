"""The timeline by keys, wheel and mouse, and what it tells who can't see it."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.domain.timeline import samples
from app.session.waveform import Waveform
from app.ui.pieces import theme
from app.ui.review.shown import Shown
from app.ui.review.timeline.span import View
from app.ui.review.timeline.timeline import TimelineView
from tests.ui import drawn_calls as calls
from tests.ui.drawn_calls import Sound
from tests.ui.room import flaws

LEFT = Qt.MouseButton.LeftButton
KEYS = Qt.Key
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def timeline(qtbot: QtBot) -> TimelineView:
    """The timeline of the example, with its sound, marks and own labels."""
    return made(qtbot, calls.marked())


def made(qtbot: QtBot, shown: Shown, *, sound: bool = True) -> TimelineView:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1000, 320)
    view.show()
    qtbot.waitExposed(view)
    view.show_call(shown)
    if sound:
        view.show_sound(cast(Waveform, Sound(shown.report)))
    draw(view)
    return view


def draw(view: TimelineView) -> None:
    view.canvas.grab()


def x_of(view: TimelineView, seconds: float) -> int:
    scene = view.canvas.scene
    assert scene is not None
    return round(scene.x(samples(seconds)))


def lane(view: TimelineView) -> int:
    assert view.canvas.scene is not None
    return round(view.canvas.scene.rows.agent.center().y())


def wheel(
    view: TimelineView,
    x: int,
    down: int,
    *,
    across: int = 0,
    held: Qt.KeyboardModifier = NONE,
    pixels: bool = False,
) -> bool:
    at = QPointF(x, lane(view))
    moved = QPoint(across, down)
    event = QWheelEvent(
        at,
        view.canvas.mapToGlobal(at),
        moved if pixels else QPoint(),
        moved,
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.ScrollUpdate if pixels else Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.canvas, event)
    draw(view)
    return event.isAccepted()


def near(t: int, seconds: float, within: float = 0.25) -> bool:
    return abs(t - samples(seconds)) <= samples(within)


def test_the_wheel_zooms_around_the_pointer_from_the_whole_call_to_two_seconds(
    timeline: TimelineView,
) -> None:
    x = x_of(timeline, 60)
    for _ in range(40):
        wheel(timeline, x, 120)
    assert timeline.canvas.view.span == samples(2)
    assert near(timeline.canvas.view.at(x - timeline.canvas.scene.left, timeline.canvas.scene.width), 60)  # type: ignore[union-attr]
    for _ in range(60):
        wheel(timeline, x, -120)
    assert timeline.canvas.view.is_whole


def test_a_touchpad_zooms_and_moves_by_pixels(timeline: TimelineView) -> None:
    wheel(timeline, 500, 120, pixels=True)
    view = timeline.canvas.view
    assert 0.5 < view.span / view.length < 0.75
    wheel(timeline, 500, 3, across=-50, pixels=True)
    moved = timeline.canvas.view.start - view.start
    assert moved == pytest.approx(50 * timeline.canvas.scene.pixel, rel=0.01)  # type: ignore[union-attr]
    assert timeline.canvas.view.span == view.span


def test_shift_and_the_wheel_move_along(timeline: TimelineView) -> None:
    timeline.canvas.set_view(View(samples(40), samples(40), timeline.canvas.view.length))
    wheel(timeline, 500, -120, held=SHIFT)
    assert timeline.canvas.view.start == samples(44)


def test_the_wheel_scrolls_a_page_that_scrolls_unless_ctrl_is_held_or_the_keys_are_here(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    view = TimelineView()
    view.setFixedSize(800, 900)
    area.setWidget(view)
    area.resize(600, 400)
    area.show()
    area.activateWindow()
    view.show_call(calls.shown())
    view.as_table.setFocus()
    draw(view)
    assert not wheel(view, 400, 120)
    assert view.canvas.view.is_whole
    assert wheel(view, 400, 120, held=CTRL)
    assert not view.canvas.view.is_whole
    span = view.canvas.view.span
    view.canvas.setFocus()
    qtbot.waitUntil(view.canvas.hasFocus)
    wheel(view, 400, 120)
    assert view.canvas.view.span < span


def test_a_click_plays_from_there_and_a_drag_chooses_a_stretch(timeline: TimelineView, qtbot: QtBot) -> None:
    canvas = timeline.canvas
    with qtbot.waitSignal(timeline.seek_asked) as asked:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(x_of(timeline, 95), lane(timeline)))
    assert near(asked.args[0], 95)
    with qtbot.waitSignal(timeline.range_chosen) as chosen:
        QTest.mousePress(canvas, LEFT, pos=QPoint(x_of(timeline, 110), lane(timeline)))
        QTest.mouseMove(canvas, QPoint(x_of(timeline, 100), lane(timeline)))
        QTest.mouseRelease(canvas, LEFT, pos=QPoint(x_of(timeline, 100), lane(timeline)))
    assert near(chosen.args[0], 100) and near(chosen.args[1], 110)


def test_signs_are_chosen_by_a_click(timeline: TimelineView, qtbot: QtBot) -> None:
    canvas, scene = timeline.canvas, timeline.canvas.scene
    assert scene is not None
    between, pins = round(scene.rows.between.center().y()), round(scene.rows.pins.center().y())
    with qtbot.waitSignal(timeline.overlap_chosen) as overlap:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(x_of(timeline, 60.3), between))
    assert calls.everything().overlaps[overlap.args[0]].start == samples(60.3)
    with qtbot.waitSignal(timeline.mark_chosen) as mark:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(x_of(timeline, 73), pins))
    assert mark.args == [samples(73)]
    with qtbot.waitSignal(timeline.line_chosen) as line:
        QTest.mouseDClick(canvas, LEFT, pos=QPoint(x_of(timeline, 95), lane(timeline)))
    assert calls.everything().transcript[line.args[0]].start == samples(92.9)


def test_signs_in_one_place_come_apart_when_they_are_clicked(qtbot: QtBot) -> None:
    view = made(qtbot, calls.long_call(0.5))
    scene = view.canvas.scene
    assert scene is not None
    box, _, group = next(hit for hit in scene.hits if hit[1] == "overlaps" and hit[2].count > 1)
    QTest.mouseClick(view.canvas, LEFT, pos=box.center().toPoint())
    seen = view.canvas.view
    assert seen.span < seen.length / 4
    assert seen.holds(group.t)


def test_the_strip_below_and_the_axis_move_the_view(timeline: TimelineView) -> None:
    canvas = timeline.canvas
    canvas.set_view(View(0.0, samples(20), canvas.view.length))
    draw(timeline)
    assert canvas.scene is not None and canvas.scene.rows.overview is not None
    strip, axis = canvas.scene.rows.overview, canvas.scene.rows.axis
    y = round(strip.center().y())
    QTest.mousePress(canvas, LEFT, pos=QPoint(round(strip.center().x()), y))
    assert near(round(canvas.view.start + canvas.view.span / 2), 74.1, 1)
    QTest.mouseMove(canvas, QPoint(round(strip.right()) - 1, y))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(round(strip.right()) - 1, y))
    assert canvas.view.end == pytest.approx(canvas.view.length)
    before = canvas.view.start
    QTest.mousePress(canvas, LEFT, pos=QPoint(400, round(axis.center().y())))
    QTest.mouseMove(canvas, QPoint(500, round(axis.center().y())))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(500, round(axis.center().y())))
    assert canvas.view.start < before


def test_everything_is_done_by_keys(timeline: TimelineView, qtbot: QtBot) -> None:
    canvas = timeline.canvas
    step = round(canvas.view.span / 100)
    QTest.keyClick(canvas, KEYS.Key_Right)
    QTest.keyClick(canvas, KEYS.Key_Right)
    QTest.keyClick(canvas, KEYS.Key_Left)
    assert canvas.at == step
    with qtbot.waitSignal(timeline.range_chosen) as chosen:
        QTest.keyClick(canvas, KEYS.Key_Right, SHIFT)
    assert chosen.args == [step, 2 * step]
    with qtbot.waitSignal(timeline.range_chosen) as chosen:
        QTest.keyClick(canvas, KEYS.Key_Right, SHIFT)
    assert chosen.args == [step, 3 * step]
    QTest.keyClick(canvas, KEYS.Key_Plus)
    assert not canvas.view.is_whole
    span = canvas.view.span
    QTest.keyClick(canvas, KEYS.Key_Minus)
    assert canvas.view.span > span
    QTest.keyClick(canvas, KEYS.Key_0)
    assert canvas.view.is_whole
    QTest.keyClick(canvas, KEYS.Key_End)
    assert canvas.at == canvas.view.length
    QTest.keyClick(canvas, KEYS.Key_Home)
    assert canvas.at == 0
    canvas.set_view(View(0.0, samples(20), canvas.view.length))
    QTest.keyClick(canvas, KEYS.Key_PageDown)
    assert canvas.view.start == samples(18) and canvas.at == samples(18)
    QTest.keyClick(canvas, KEYS.Key_PageUp)
    assert canvas.view.start == 0 and canvas.at == 0
    with qtbot.waitSignal(timeline.mark_asked) as asked:
        QTest.keyClick(canvas, KEYS.Key_M)
    assert asked.args == [0]


def test_n_goes_from_moment_to_moment_and_enter_plays_from_there(
    timeline: TimelineView, qtbot: QtBot
) -> None:
    canvas = timeline.canvas
    starts = sorted({*(each.start for each in calls.everything().overlaps), *(m.t for m in calls.MARKS)})
    seen = []
    for _ in starts:
        QTest.keyClick(canvas, KEYS.Key_F)
        seen.append(canvas.at)
        assert canvas.view.holds(canvas.at)
    assert seen == starts
    QTest.keyClick(canvas, KEYS.Key_F)
    assert canvas.at == starts[-1]
    QTest.keyClick(canvas, KEYS.Key_F, SHIFT)
    assert canvas.at == starts[-2]
    with qtbot.waitSignal(timeline.seek_asked) as asked:
        QTest.keyClick(canvas, KEYS.Key_Return)
    assert asked.args == [starts[-2]]
    canvas.move_cursor(samples(73))
    with qtbot.waitSignal(timeline.mark_chosen) as mark:
        QTest.keyClick(canvas, KEYS.Key_Return, CTRL)
    assert mark.args == [samples(73)]


@pytest.mark.parametrize("key", [KEYS.Key_Space, KEYS.Key_J, KEYS.Key_L, KEYS.Key_Comma, KEYS.Key_Period])
@pytest.mark.parametrize("as_table", [False, True])
def test_the_players_keys_are_left_to_the_page(timeline: TimelineView, key: Qt.Key, as_table: bool) -> None:
    timeline.as_table.setChecked(as_table)
    shown = timeline.table if as_table else timeline.canvas
    text = {KEYS.Key_Space: " ", KEYS.Key_Comma: ",", KEYS.Key_Period: "."}.get(key, chr(key.value).lower())
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text)
    shown.keyPressEvent(event)
    assert not event.isAccepted()


def test_the_view_follows_the_playing_unless_the_user_has_just_moved_it(timeline: TimelineView) -> None:
    canvas = timeline.canvas
    canvas.set_view(View(samples(10), samples(10), canvas.view.length))
    timeline.show_position(samples(19.9))
    timeline.show_position(samples(20.1))
    assert canvas.view.holds(samples(20.1))
    wheel(timeline, 500, -960, held=SHIFT)
    moved = canvas.view
    timeline.show_position(samples(20.2))
    assert canvas.view == moved


def test_after_a_seek_the_cursor_goes_along_with_the_playing(timeline: TimelineView) -> None:
    canvas = timeline.canvas
    canvas.move_cursor(samples(30))
    timeline.show_position(samples(1))
    assert canvas.at == samples(30)
    QTest.keyClick(canvas, KEYS.Key_Return)
    timeline.show_position(samples(30.1))
    assert canvas.at == samples(30.1)


def test_more_of_the_same_call_keeps_the_zoom_and_another_one_is_shown_whole(qtbot: QtBot) -> None:
    view = made(qtbot, calls.until(samples(40)), sound=False)
    view.canvas.set_view(View(samples(10), samples(10), view.canvas.view.length))
    view.show_call(calls.until(samples(66)))
    draw(view)
    assert view.canvas.view.span == samples(10)
    view.show_call(replace(calls.long_call(0.2), name="another-call.flac"))
    draw(view)
    assert view.canvas.view.is_whole


def test_a_chosen_stretch_comes_into_sight(timeline: TimelineView) -> None:
    canvas = timeline.canvas
    timeline.choose(samples(99.6), samples(99.8))
    assert canvas.view.holds(samples(99.6)) and canvas.view.holds(samples(99.8))
    assert canvas.view.span == samples(2)
    canvas.set_view(View(samples(90), samples(20), canvas.view.length))
    timeline.choose(samples(95), samples(99))
    assert canvas.view == View(samples(90), samples(20), canvas.view.length)


def test_who_cannot_see_it_is_told_what_is_there(timeline: TimelineView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "In view" in timeline.canvas.accessibleDescription())
    told = timeline.canvas.accessibleDescription()
    for part in ("2:28 min long", "cut-ins: 3 by you, 1 by the customer", "2 marks", "The whole call"):
        assert part in told
    QTest.keyClick(timeline.canvas, KEYS.Key_F)
    qtbot.waitUntil(lambda: "Cursor at 0:16.5" in timeline.canvas.accessibleDescription())


def test_the_table_says_the_same_and_leads_back(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.activateWindow()
    timeline.canvas.setFocus()
    timeline.canvas.move_cursor(samples(60.3))
    timeline.toggle_table()
    table = timeline.table
    assert table.isVisible() and table.at == samples(60.3)
    texts = [table.model().index(table.currentIndex().row(), column).data() for column in range(7)]
    assert texts[:5] == ["1:00.3", "Customer", "Overlap", "1.2 s", "cut in"]
    QTest.keyClick(table, KEYS.Key_F)
    assert table.at == samples(71)
    with qtbot.waitSignal(timeline.seek_asked) as asked:
        QTest.keyClick(table, KEYS.Key_Return)
    assert asked.args == [samples(71)]
    timeline.toggle_table()
    assert timeline.canvas.isVisible() and timeline.canvas.at == samples(71)


def test_rows_that_are_added_leave_the_keys_where_they_are(qtbot: QtBot) -> None:
    view = made(qtbot, calls.until(samples(40)))
    view.as_table.click()
    view.table.choose(samples(24))
    place, count = view.table.currentIndex().row(), view.table.model().rowCount()
    view.show_call(calls.until(samples(80)))
    assert view.table.model().rowCount() > count
    assert view.table.currentIndex().row() == place


@pytest.mark.parametrize("kind", ["mono", "until", "long", "silent", "nothing"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_call_is_drawn_at_every_size(qtbot: QtBot, kind: str, scale: float) -> None:
    theme.current().scale(scale)
    empty = calls.shown()
    shown = {
        "mono": calls.mono,
        "until": lambda: calls.until(samples(66)),
        "long": lambda: calls.long_call(0.3),
        "silent": calls.marked,
        "nothing": lambda: Shown("", "general", empty.report, 0, 0, done=False),
    }[kind]()
    view = made(qtbot, shown, sound=kind != "silent")
    for size in ((1000, 320), (520, 160), (520, 700), (200, 160)):
        view.canvas.resize(*size)
        for span in (view.canvas.view.length, samples(30), samples(2)):
            view.canvas.set_view(
                View.whole(view.canvas.view.length).zoomed(span / view.canvas.view.length, 0)
            )
            draw(view)
    for as_table in (False, True):
        view.as_table.setChecked(as_table)
        view.resize(520, 460)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: list(flaws(view)) == [], timeout=2000)


def test_everything_under_the_pointer_is_told(timeline: TimelineView) -> None:
    canvas, scene = timeline.canvas, timeline.canvas.scene
    assert scene is not None
    rows = scene.rows

    def told(seconds: float, y: float) -> str:
        return canvas.told_at(QPointF(x_of(timeline, seconds), y))

    assert "You cut in and took over" in told(34.2, rows.between.center().y())
    assert "Your label: You overlapped briefly" in told(34.2, rows.between.center().y())
    assert "here I should have let them finish" in told(73.0, rows.pins.center().y())
    assert "Not heard" in told(105.0, rows.customer.center().y())
    assert "Nobody spoke for 4.2 s" in told(104.5, rows.agent.center().y())
    assert "Heated for 34 s" in told(88.0, rows.loudness.center().y() if rows.loudness else 0)


def test_nothing_of_a_call_is_left_when_it_is_forgotten(timeline: TimelineView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(timeline.canvas.accessibleDescription()))
    timeline.as_table.click()
    timeline.show_call(None)
    timeline.show_sound(None)
    draw(timeline)
    assert timeline.canvas.indexed is None and timeline.canvas.scene is None
    assert timeline.table.model().rowCount() == 0
    assert timeline.seen.text() == ""
    qtbot.waitUntil(lambda: timeline.canvas.accessibleDescription() == "")


def test_a_sound_that_is_still_read_is_drawn_further_by_itself(qtbot: QtBot) -> None:
    view = made(qtbot, calls.shown(), sound=False)
    sound = Sound(calls.everything(), reached=samples(30), done=False)
    view.show_sound(cast(Waveform, sound))
    draw(view)
    before = view.canvas.grab().toImage()
    sound.reached, sound.done = samples(148), True
    qtbot.waitUntil(lambda: view.canvas.grab().toImage() != before)


def test_a_sound_that_cannot_be_read_on_says_why(qtbot: QtBot) -> None:
    view = made(qtbot, calls.shown(), sound=False)
    why = "The recording is no longer there, so its sound can't be drawn; put it back and open it again."
    view.show_sound(cast(Waveform, Sound(calls.everything(), done=False, failure=why)))
    assert view.trouble.isVisible() and view.trouble.text() == why
