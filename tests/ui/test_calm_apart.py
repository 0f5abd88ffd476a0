"""Breathing in a small window: from the tray, in a call only when asked, and then without a sound."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.calm import breathing_view
from app.ui.calm.apart import CalmApart
from app.ui.window import Window
from tests.ui.at_the_journal import press
from tests.ui.recorded import PlayedCall
from tests.ui.room import flaws
from tests.ui.walk import unnamed


def its_window(window: Window, qtbot: QtBot) -> CalmApart:
    """Give the small window once it has the keys."""
    small = window.calm.apart
    assert small is not None

    def ready() -> bool:
        small.activateWindow()  # without a window manager, who was shown last may not have them
        return small.isActiveWindow()

    qtbot.waitUntil(ready)
    return small


@pytest.fixture
def in_call(show_window: "object", qtbot: QtBot) -> tuple[Window, PlayedCall]:
    window, call = show_window(), PlayedCall()  # type: ignore[operator]
    call.play(65.0)
    window.calls.take(call, "complaint")
    return window, call


def test_a_call_asks_for_it_with_one_key_and_has_its_own_keys_meanwhile(
    in_call: tuple[Window, PlayedCall], qtbot: QtBot
) -> None:
    window, call = in_call
    press(window, "B")
    small = its_window(window, qtbot)
    assert small.view.exercise.running
    QTest.keyClick(small.windowHandle(), Qt.Key.Key_M)
    assert call.asked == ["mark"]
    QTest.keyClick(small.windowHandle(), Qt.Key.Key_Space)
    assert small.view.exercise.paused
    QTest.keyClick(small.windowHandle(), Qt.Key.Key_Escape)
    assert not small.isVisible()
    assert not small.view.exercise.running
    assert window.calls.running


def test_without_a_call_the_key_does_nothing(show_window: "object", qtbot: QtBot) -> None:
    window: Window = show_window()  # type: ignore[operator]
    press(window, "B")
    assert window.calm.apart is None


def test_there_is_no_sound_in_a_call(
    in_call: tuple[Window, PlayedCall], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = in_call
    begun: list[str] = []

    class Loud:
        def begin(self) -> None:
            begun.append("begin")

        def play(self, name: str) -> None:
            begun.append(name)

        def end(self) -> None:
            begun.append("end")

    monkeypatch.setattr(breathing_view, "Tone", Loud)
    window.settings.change(calm_tone=True)
    press(window, "B")
    assert its_window(window, qtbot).view.exercise.running
    window.calm.begin()
    assert window.calm.view.exercise.running
    assert begun == []


def test_a_call_that_begins_ends_it(show_window: "object", qtbot: QtBot) -> None:
    window: Window = show_window()  # type: ignore[operator]
    window.calm.breathe_apart()
    window.calls.take(PlayedCall(), "complaint")
    assert window.calm.apart is not None
    assert not window.calm.apart.isVisible()
    window.calm.begin()  # asked for in the call
    window.calls.pause_or_go_on()
    assert window.calm.view.exercise.running


def test_only_one_breathes_at_a_time(show_window: "object", qtbot: QtBot) -> None:
    window: Window = show_window()  # type: ignore[operator]
    window.go_to("calm")
    window.calm.begin()
    window.calm.breathe_apart()
    small = its_window(window, qtbot)
    assert not window.calm.view.exercise.running
    window.calm.begin()
    assert not small.isVisible()
    assert window.calm.view.exercise.running


def test_at_its_end_it_says_so_and_goes_with_enter(show_window: "object", qtbot: QtBot) -> None:
    window: Window = show_window()  # type: ignore[operator]
    window.calm.breathe_apart()
    small = its_window(window, qtbot)
    small.view.exercise._zero -= 29.9
    qtbot.waitUntil(lambda: small.leave.isVisible())
    assert list(flaws(small)) == []
    assert list(unnamed(small)) == []
    small.again.setFocus()
    QTest.keyClick(small.windowHandle(), Qt.Key.Key_Return)
    assert small.view.exercise.running
    small.view.exercise._zero -= 29.9
    qtbot.waitUntil(lambda: small.leave.isVisible())
    QTest.keyClick(small.windowHandle(), Qt.Key.Key_Return)
    assert not small.isVisible()


def test_stop_puts_it_away(show_window: "object", home: Path, qtbot: QtBot) -> None:
    window: Window = show_window()  # type: ignore[operator]
    window.calm.breathe_apart()
    window.calm.stop()
    assert window.calm.apart is not None
    assert not window.calm.apart.isVisible()


def test_the_tray_asks_for_it(show_window: "object", qtbot: QtBot) -> None:
    window: Window = show_window()  # type: ignore[operator]
    assert window.tray.breathe in window.tray.menu.actions()
    with qtbot.waitSignal(window.tray.breathe_asked):
        window.tray.breathe.trigger()
