"""The HUD shows the call at a glance, stays where it was put, and never takes the keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.report import Measures
from app.domain.timeline import Speaker
from app.report import words
from app.session.snapshot import CallState, Snapshot
from app.ui.call import hud
from app.ui.call import words as call_words
from app.ui.call.hud import Hud
from app.ui.pieces import theme
from tests.pictures import call_pictures
from tests.ui.recorded import recorded, troubles
from tests.ui.room import flaws
from tests.ui.walk import unnamed


@pytest.fixture
def shown(qtbot: QtBot) -> Hud:
    made = call_pictures.hud(0.0)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_a_window_that_never_takes_focus(qtbot: QtBot, shown: Hud) -> None:
    flags, attribute = shown.windowFlags(), Qt.WidgetAttribute
    for flag in (
        Qt.WindowType.WindowDoesNotAcceptFocus,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.FramelessWindowHint,
        Qt.WindowType.Tool,  # which keeps it out of the taskbar
    ):
        assert flags & flag == flag
    assert shown.testAttribute(attribute.WA_ShowWithoutActivating)
    assert all(each.focusPolicy() is Qt.FocusPolicy.NoFocus for each in shown.glance.buttons)


def test_clicking_it_leaves_the_keys_where_they_are(qtbot: QtBot, shown: Hud) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    shown.hide()
    shown.show()
    for button in shown.glance.buttons[:2]:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert other.hasFocus() and QGuiApplication.focusWindow() is other.windowHandle()


def test_every_moment_shows_its_own_numbers(shown: Hud) -> None:
    glance = shown.glance
    for snapshot, _ in recorded()[0]:
        glance.show_snapshot(snapshot)
        ratio = snapshot.measures.talk_ratio
        assert glance.ratio.text() == ("–" if ratio is None else f"{words.percent(ratio)} %")
        assert glance.clock.text() == words.moment(snapshot.t)
        m = snapshot.measures
        assert glance.cut_ins.text() == f"cut-ins  {m.interruptions_agent} / {m.interruptions_customer}"
        told = snapshot.cue.text if snapshot.cue else call_words.CALM
        assert glance.told.text() == told


def test_talk_share_is_never_called_talk_ratio(shown: Hud) -> None:
    alone = Snapshot(separation="mic-only", measures=Measures(talk_share=0.41))
    shown.glance.show_snapshot(alone)
    assert (shown.glance.ratio.text(), shown.glance.ratio_name.text()) == ("41 %", "talk share")
    assert shown.glance.cut_ins.text() == "cut-ins  – / –"
    shown.glance.show_snapshot(Snapshot(separation="separate", measures=Measures(talk_share=0.0)))
    assert (shown.glance.ratio.text(), shown.glance.ratio_name.text()) == ("–", "talk ratio")


def test_what_is_urgent_comes_before_the_hint_and_the_hint_before_the_rest(shown: Hud) -> None:
    frame = next(snapshot for snapshot, _ in recorded()[0] if snapshot.cue)
    assert frame.cue is not None
    for name, changes in troubles():
        changed = replace(frame, **changes)  # type: ignore[arg-type]
        shown.glance.show_snapshot(changed)
        urgent = name in ("paused", "agent muted", "agent lost", "agent busy", "agent missing")
        expected = call_words.notices(changed)[0].text if urgent else frame.cue.text
        assert shown.glance.told.text() == expected, name
        shown.glance.show_snapshot(replace(changed, cue=None))
        assert shown.glance.told.text() == call_words.notices(changed)[0].text, name


def test_buttons_ask(qtbot: QtBot, shown: Hud) -> None:
    asked = (shown.pause_asked, shown.mark_asked, shown.cards_asked, shown.end_asked)
    for button, signal in zip(shown.glance.buttons, asked, strict=True):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown.glance.show_snapshot(Snapshot(state=CallState.PAUSED))
    assert shown.glance.pause.accessibleName() == "Resume"


def test_it_remembers_its_place_and_screen(qtbot: QtBot, shown: Hud) -> None:
    screen = QGuiApplication.primaryScreen()
    with qtbot.waitSignal(shown.moved) as moved:
        grip = QPoint(5, 60)
        qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=grip)
        qtbot.mouseMove(shown, grip + QPoint(-40, 70))
        qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=grip)
    assert moved.args == [
        *(shown.pos() - screen.geometry().topLeft()).toTuple(),
        screen.name(),
    ]
    place = shown.pos()
    shown.move(3, 3)
    shown.restore(*moved.args)
    assert shown.pos() == place or screen.name() == ""


def test_a_place_on_a_screen_that_is_gone_falls_back_to_the_first(shown: Hud) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    shown.restore(4000, 3000, "a screen that is gone")
    assert room.contains(shown.geometry())


def test_a_screen_that_goes_away_moves_it_only_if_it_was_there(
    shown: Hud, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    screen = QGuiApplication.primaryScreen()
    shown.move(40, 50)
    application.screenRemoved.emit(screen)
    assert shown.pos() == QPoint(40, 50)
    shown.move(9000, 9000)
    application.screenRemoved.emit(screen)
    assert screen.availableGeometry().contains(shown.geometry())
    monkeypatch.setattr(hud, "_first_screen", lambda: None)
    shown.move(9000, 9000)
    application.screenRemoved.emit(screen)
    assert shown.pos() == QPoint(9000, 9000)


def test_a_place_outside_of_the_screen_is_brought_into_it(
    shown: Hud, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QGuiApplication.primaryScreen()
    monkeypatch.setattr(type(screen), "name", lambda _: "the one")
    for x, y in ((9000, 9000), (-500, -500), (0, 0)):
        shown.restore(x, y, "the one")
        assert screen.availableGeometry().contains(shown.geometry())


def test_arrows_move_it_only_when_asked_for(qtbot: QtBot, shown: Hud) -> None:
    assert shown.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    shown.move(100, 100)
    shown.move_by_keys()
    assert not shown.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    with qtbot.waitSignal(shown.moved):
        qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.pos() == QPoint(108, 180)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert shown.isVisible() and shown.pos() == QPoint(108, 180)


def test_a_call_that_begins_does_not_leave_it_the_keys(qtbot: QtBot, shown: Hud) -> None:
    shown.move_by_keys()
    shown.hide()
    shown.begin("general")
    assert not shown.isVisible()
    assert shown.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_cards_open_beside_it_when_asked_for_and_esc_closes_them(qtbot: QtBot, shown: Hud) -> None:
    assert not shown.cards.isVisible()
    shown.show_cards()
    assert shown.cards.isVisible()
    qtbot.waitUntil(shown.cards.filter.hasFocus)
    qtbot.keyClick(shown.cards.filter, Qt.Key.Key_Escape)
    assert not shown.cards.isVisible()


def test_wayland_gets_the_reason_and_other_systems_the_hud(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hud.why_not() is None
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland-egl")
    assert "compact mode" in (hud.why_not() or "")


def test_at_usual_type_it_is_360_by_120(shown: Hud) -> None:
    shown.glance.show_snapshot(recorded()[0][260][0])
    assert shown.size() == hud.SIZE


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", [name for name in call_pictures.STATES if name.startswith("hud")])
def test_no_state_clips_its_text_and_every_control_has_a_name(qtbot: QtBot, name: str, scale: float) -> None:
    theme.current().scale(scale)
    try:
        made = call_pictures.STATES[name]()
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: not list(flaws(made)), timeout=2000)
        assert not list(unnamed(made))
    finally:
        theme.current().scale(1.0)


def test_who_speaks_is_a_word_beside_the_shape(shown: Hud) -> None:
    for speaking, word in (
        ({Speaker.CUSTOMER}, "customer"),
        (set(Speaker), "both"),
        ({Speaker.AGENT}, "you 0:00"),
        (set(), "silence"),
    ):
        shown.glance.show_snapshot(Snapshot(speaking=frozenset(speaking), separation="separate"))
        assert word in [label.text() for label in shown.findChildren(QLabel)]
