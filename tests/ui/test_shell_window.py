"""The window: every page by keyboard, choices that hold at once and later, a call from start to end."""

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.audio.devices import Device, Kind
from app.audio.streams import Condition, StreamState
from app.content import load_coaching
from app.domain.timeline import Speaker
from app.errors import KnownError
from app.session.snapshot import CallState
from app.settings import FILE, KeptSettings
from app.ui.call import small_display
from app.ui.call.hud import NO_HUD
from app.ui.keys_help import KeysHelp
from app.ui.pieces import theme
from app.ui.pieces.theme import DARK, LIGHT
from app.ui.settings import inputs
from app.ui.settings.hearing import Hearing
from app.ui.settings.page import FROM_NEXT_CALL
from app.ui.shortcuts import PAGES, SHORTCUTS
from app.ui.tray import STATES, drawn
from app.ui.window import Window
from tests.pictures.window_pictures import DEVICES
from tests.ui.recorded import PlayedCall
from tests.ui.room import flaws
from tests.ui.walk import settle, unnamed


@pytest.fixture(autouse=True)
def devices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs that are not here."""
    monkeypatch.setattr(inputs, "list_inputs", lambda: DEVICES)


@pytest.fixture
def show(qtbot: QtBot, home: Path) -> Iterator[Callable[[], Window]]:
    """Start the window, as often as is asked for, one after the other."""

    def start() -> Window:
        window = Window(KeptSettings(home), load_coaching(paths.resources_folder() / "content"))
        qtbot.addWidget(window, before_close_func=leave)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    def leave(window: Window) -> None:
        window.quit()

    KeptSettings(home).change(first_start_done=True, theme="light")
    yield start


@pytest.fixture
def window(show: Callable[[], Window]) -> Window:
    return show()


def press(window: QWidget, keys: str) -> None:
    """Press a shortcut's keys where the keyboard is."""
    QTest.keySequence(window.windowHandle(), QKeySequence(keys))


def close(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.gone):
        window.close()


@pytest.mark.parametrize("number", range(1, 8))
def test_ctrl_and_a_number_go_to_every_page(window: Window, number: int) -> None:
    press(window, f"Ctrl+{number}")
    assert window.page == PAGES[number - 1]
    assert window.pages[window.page].isVisible()


def test_arrow_keys_go_through_the_pages(window: Window) -> None:
    window.go_to("today")
    focus = [each for each in window.navigation.findChildren(QWidget) if each.accessibleName() == "Today"]
    focus[0].setFocus()
    for name in PAGES[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert window.page == name


def test_tab_reaches_every_control_of_a_page(window: Window, qtbot: QtBot) -> None:
    window.go_to("settings")
    page = window.settings_page
    wanted = {
        page.look,
        page.text_size,
        page.microphone,
        page.customer,
        page.recogniser,
        page.kind,
        page.again,
    }
    seen: set[QWidget | None] = set()
    for _ in range(160):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert wanted | {window.top_bar.start, window.top_bar.help} <= seen


def test_the_question_mark_shows_every_key(window: Window, qtbot: QtBot) -> None:
    press(window, "?")
    (help,) = window.findChildren(KeysHelp)
    shown = {label.text() for label in help.findChildren(QLabel)}
    for each in SHORTCUTS:
        assert {each.shown, each.does} <= shown
    QTest.keyClick(help, Qt.Key.Key_Escape)
    assert not help.isVisible()


def test_no_key_does_two_things() -> None:
    keys = [key for each in SHORTCUTS for key in each.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("choice", "tokens"), [("dark", DARK), ("light", LIGHT)])
def test_the_look_changes_at_once_and_stays(
    show: Callable[[], Window], home: Path, choice: str, tokens: theme.Tokens
) -> None:
    page = show().settings_page
    page.look.setCurrentIndex(page.look.findData({"theme": choice}))
    page.look.activated.emit(page.look.currentIndex())
    assert theme.current().tokens is tokens
    assert QApplication.palette().window().color() == tokens.ground
    assert KeptSettings(home).now.theme == choice or choice == "light"


def test_place_page_and_choices_are_there_in_the_next_window(
    show: Callable[[], Window], qtbot: QtBot
) -> None:
    first = show()
    first.resize(760, 640)
    first.go_to("settings")
    kind = first.settings_page.kind
    kind.setCurrentIndex(kind.findText("Billing"))
    kind.activated.emit(kind.currentIndex())
    close(first, qtbot)
    second = show()
    assert (second.width(), second.height()) == (760, 640)
    assert second.page == "settings"
    assert second.prepare.kind.currentText() == "Billing"
    assert second.call_page.idle.call_type.currentText() == "Billing"


def test_a_damaged_settings_file_is_said_in_a_sentence(show: Callable[[], Window], home: Path) -> None:
    (home / FILE).write_text("{", encoding="utf-8")
    window = show()
    assert "damaged" in window.notice.text
    window.notice.dismiss.click()
    assert window.notice.text == ""


def test_a_chosen_device_stays_chosen_while_it_is_away(
    show: Callable[[], Window], home: Path, qtbot: QtBot
) -> None:
    KeptSettings(home).change(agent_device="Left at home", first_start_done=True)
    window = show()
    window.go_to("settings")
    microphone = window.settings_page.microphone
    qtbot.waitUntil(lambda: microphone.count() == len(DEVICES) + 2)
    assert microphone.currentText() == "Left at home (not there now)"
    assert KeptSettings(home).now.agent_device == "Left at home"


def test_the_list_of_each_side_begins_with_what_suits_it(window: Window, qtbot: QtBot) -> None:
    page = window.settings_page
    window.go_to("settings")
    qtbot.waitUntil(lambda: page.microphone.count() > 1)
    assert page.microphone.itemText(1) == DEVICES[0].name
    assert page.customer.itemText(2) == DEVICES[1].name


def test_why_there_are_no_devices_is_said(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> list[Device]:
        raise KnownError("The sound system did not answer; start it again.")

    monkeypatch.setattr(inputs, "list_inputs", refuse)
    window.go_to("settings")
    qtbot.waitUntil(lambda: "did not answer" in visible_text(window.settings_page))
    monkeypatch.setattr(inputs, "list_inputs", lambda: [])
    window.settings_page.refresh.click()
    qtbot.waitUntil(lambda: "Plug in a headset" in visible_text(window.settings_page))


def test_a_call_from_its_first_second_to_its_summary(window: Window, qtbot: QtBot) -> None:
    call = PlayedCall()
    window.go_to("call")
    window.calls.take(call, "general")
    call.play(65.0)
    qtbot.waitUntil(lambda: "Listening" in window.top_bar.state and "1:05" in window.top_bar.state)
    assert window.call_page.running.end.isVisible()
    window.go_to("today")
    assert window.top_bar.end.isVisible() and not window.top_bar.start.isVisible()
    window.go_to("call")
    window.activateWindow()  # this screen activates all that is shown, the HUD too
    qtbot.waitUntil(window.isActiveWindow)
    assert window.tray.state == "listening"
    press(window, "P")
    qtbot.waitUntil(lambda: window.tray.state == "paused")
    assert "Paused" in window.top_bar.state
    press(window, "P")
    press(window, "M")
    press(window, "E")
    qtbot.waitUntil(lambda: window.call_page.after is not None)
    assert call.asked[:4] == ["pause", "resume", "mark", "end"]
    assert window.page == "call"
    assert window.call_page.after is not None and window.call_page.after.isVisible()
    assert window.top_bar.start.isVisible() and window.top_bar.state == ""
    assert window.tray.state == "idle"
    qtbot.waitUntil(lambda: call.asked[-1] == "close")


def test_letters_do_nothing_without_a_call(window: Window) -> None:
    for key in "EPMCH":
        press(window, key)
    assert window.page == "today"
    assert not window.calls.running


def test_a_microphone_that_is_not_heard_shows_in_the_tray(window: Window, qtbot: QtBot) -> None:
    call = PlayedCall()
    window.calls.take(call, "general")
    call.play(5.0)
    call.change(
        streams={Speaker.AGENT: StreamState(Condition.MUTED, "Headset", trouble="Switch its mute off.")}
    )
    qtbot.waitUntil(lambda: window.tray.state == "trouble")
    assert "mute" in window.tray.icon.toolTip()


def test_the_tray_offers_what_can_be_done_now(window: Window) -> None:
    def offered() -> set[str]:
        return {
            action.text() for action in window.tray.menu.actions() if action.isEnabled() and action.text()
        }

    always = {"Show the window", "Breathe", "Quit Evenkeel"}
    assert offered() == always | {"Start a call"}
    window.calls.take(PlayedCall(), "general")
    assert offered() == always | {
        "End the call",
        "Pause or go on",
        "Mark this moment",
        "Show or hide the small display",
    }


def test_the_states_of_the_tray_differ_in_shape() -> None:
    def outline(state: str) -> bytes:
        picture = drawn(state).pixmap(32, 32).toImage()
        return bytes(picture.pixelColor(x, y).alpha() > 127 for x in range(32) for y in range(32))

    assert len({outline(state) for state in STATES}) == len(STATES)


def test_the_hud_gives_way_while_the_window_shows_the_call(window: Window, qtbot: QtBot) -> None:
    hud = window.small.hud
    assert hud is not None
    window.go_to("call")
    window.calls.take(PlayedCall(), "general")
    assert not hud.isVisible()
    window.go_to("today")
    qtbot.waitUntil(hud.isVisible)
    window.go_to("call")
    qtbot.waitUntil(lambda: not hud.isVisible())
    window.showMinimized()
    qtbot.waitUntil(hud.isVisible)


def test_the_hud_can_be_put_away_and_stays_so(window: Window, home: Path, qtbot: QtBot) -> None:
    hud = window.small.hud
    assert hud is not None
    window.calls.take(PlayedCall(), "general")
    qtbot.waitUntil(hud.isVisible)
    press(window, "H")
    assert not hud.isVisible()
    assert not KeptSettings(home).now.hud_shown
    window.calls.end()
    qtbot.waitUntil(lambda: not window.calls.running)
    window.go_to("today")
    window.calls.take(PlayedCall(), "general")
    assert not hud.isVisible()


def test_closing_in_a_call_asks_and_going_on_keeps_it(window: Window, qtbot: QtBot) -> None:
    call = PlayedCall()
    window.calls.take(call, "general")
    window.close()
    (box,) = window.findChildren(QMessageBox)
    assert "call" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert window.calls.running and call.asked == []
    assert not box.isVisible() and window.isVisible() and not window.isMinimized()
    window.close()
    assert window.closing.box is not None and window.closing.box.isVisible()
    answer(window.closing.box, "Go on listening")
    assert not (window.isVisible() and not window.isMinimized()) and call.asked == []


def test_asking_again_shows_the_same_question(window: Window) -> None:
    window.calls.take(PlayedCall(), "general")
    window.close()
    window.close()
    assert len(window.findChildren(QMessageBox)) == 1


def test_the_question_goes_away_with_the_call_and_the_window_stays(window: Window, qtbot: QtBot) -> None:
    call = PlayedCall()
    window.calls.take(call, "general")
    window.close()
    (box,) = window.findChildren(QMessageBox)
    call.finish()
    with qtbot.waitSignal(box.finished):
        qtbot.waitUntil(lambda: not window.calls.running)
    window.closing.make_room()
    assert window.isVisible() and not window.isMinimized()
    assert window.closing.box is None


def answer(box: QMessageBox, text: str) -> None:
    next(each for each in box.buttons() if text in each.text()).click()


@pytest.mark.parametrize("key", "EPMCH?")
def test_letters_typed_into_a_list_find_entries_and_leave_the_call_alone(
    window: Window, qtbot: QtBot, key: str
) -> None:
    call = PlayedCall()
    window.calls.take(call, "general")
    window.go_to("settings")
    window.small.close()  # this screen activates all that is shown, the HUD too
    window.activateWindow()
    page = window.settings_page
    for box in (page.look, page.microphone, page.kind):
        box.setFocus()
        qtbot.waitUntil(box.hasFocus)
        QTest.keyClick(window.windowHandle(), Qt.Key(ord(key)))
        assert call.asked == [] and window.page == "settings"
        assert window.findChildren(KeysHelp) == []
    page.text_size.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_2)
    assert page.text_size.currentText() == "200 %"
    press(window, "Ctrl+1")
    assert window.page == "today"


def test_settings_say_while_a_call_runs_what_holds_only_later(window: Window, qtbot: QtBot) -> None:
    window.go_to("settings")
    assert FROM_NEXT_CALL not in visible_text(window.settings_page)
    window.calls.take(PlayedCall(), "general")
    assert FROM_NEXT_CALL in visible_text(window.settings_page)
    window.calls.end()
    qtbot.waitUntil(lambda: not window.calls.running)
    window.go_to("settings")
    assert FROM_NEXT_CALL not in visible_text(window.settings_page)


@pytest.mark.parametrize("place", ["--5 1 x", "1 2", "\u00b2 1 x", f"{'9' * 5000} 1 x", "", "-5 7 "])
def test_odd_places_in_the_settings_do_not_keep_the_window_shut(
    show: Callable[[], Window], home: Path, place: str
) -> None:
    KeptSettings(home).change(hud_place=place, window_geometry="\u00e4\ud800!", call_type="no such kind")
    window = show()
    assert window.isVisible()
    assert window.settings_page.kind.currentIndex() == -1


def test_a_model_put_there_meanwhile_is_offered(window: Window, home: Path) -> None:
    window.go_to("settings")
    choice = window.settings_page.recogniser
    assert choice.findText("vosk-model-small-xx-0.1") == -1
    model = paths.model_folders()[1] / "vosk-model-small-xx-0.1"
    for part in ("am", "conf", "graph"):
        (model / part).mkdir(parents=True)
    (model / "am" / "final.mdl").touch()
    (model / "conf" / "mfcc.conf").touch()
    window.go_to("today")
    window.go_to("settings")
    assert choice.findText("vosk-model-small-xx-0.1") > 0


def test_a_model_that_is_half_copied_breaks_no_page(window: Window) -> None:
    (paths.model_folders()[1] / "vosk-model-small-en-us-0.15").mkdir(parents=True)
    window.go_to("settings")
    assert "Moonshine" in window.settings_page.recogniser.itemText(0)


def test_devices_of_one_name_are_chosen_by_what_lasts(window: Window) -> None:
    twins = [Device(f"usb-{n}", "Headset", Kind.MICROPHONE, False, "PipeWire") for n in (1, 2)]
    numbered = [Device(n, "Line", Kind.MICROPHONE, False, "ALSA") for n in ("3", "4")]
    choice = window.settings_page.microphone
    choice.offer(twins + numbered)
    values = [choice.itemData(n)["agent_device"] for n in range(1, choice.count())]
    assert values == ["usb-1", "usb-2", "Line", "Line"]


def test_a_first_start_that_is_over_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    before = len(window.findChildren(Hearing))
    for _ in range(3):
        window.run_first_start()
        first_start = window.first_start
        assert first_start is not None
        assert len(window.findChildren(Hearing)) == before + 1
        with qtbot.waitSignal(first_start.destroyed):
            first_start.start.click()
        assert len(window.findChildren(Hearing)) == before
        kept = weakref.ref(first_start)
        del first_start
        gc.collect()
        assert kept() is None


def test_quitting_in_a_call_ends_it_first(window: Window, qtbot: QtBot) -> None:
    call = PlayedCall()
    window.calls.take(call, "general")
    window.close()
    (box,) = window.findChildren(QMessageBox)
    end = next(each for each in box.buttons() if "End" in each.text())
    with qtbot.waitSignal(window.gone):
        end.click()
    assert call.asked[0] == "end"
    qtbot.waitUntil(lambda: "close" in call.asked)


def test_a_call_that_cannot_start_says_why(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    window.settings_page.kind.activated.disconnect()
    window.settings.change(call_type="a type of an older version")
    window.top_bar.start.click()
    qtbot.waitUntil(lambda: "no call type" in window.notice.text)
    assert window.top_bar.start.isEnabled() and not window.calls.starting


def test_practice_listens_to_the_sample_call(window: Window, qtbot: QtBot) -> None:
    window.settings.change(engine="none")
    window.today.practice.click()
    assert window.page == "call"
    qtbot.waitUntil(lambda: "Practice. Listening" in window.top_bar.state, timeout=20_000)
    window.calls.end()
    qtbot.waitUntil(lambda: window.calls.watch.call.snapshot.state is CallState.ENDED, timeout=20_000)
    qtbot.waitUntil(lambda: not window.calls.running, timeout=20_000)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_is_cut_off(
    window: Window, page: str, size: tuple[int, int], scale: float, qtbot: QtBot
) -> None:
    theme.current().scale(scale)
    window.go_to(page)
    window.resize(*size)
    window.notice.say("The headset is not there any more, and the built-in microphone stands in for it.")
    settle(window, qtbot)
    assert (window.width(), window.height()) == size
    assert list(flaws(window)) == []


def test_every_control_has_a_name(window: Window) -> None:
    for page in PAGES:
        window.go_to(page)
        assert list(unnamed(window)) == []


def visible_text(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_where_no_hud_can_be_on_top_the_window_gets_compact_and_says_why(
    show: Callable[[], Window], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small_display, "why_not", lambda: NO_HUD)
    window = show()
    compact = window.small.compact
    assert window.small.hud is None and compact is not None
    call = PlayedCall()
    window.calls.take(call, "general")
    call.play(65.0)
    assert not compact.isVisible()
    press(window, "H")
    assert compact.isVisible() and not window.isVisible()
    assert "Wayland" in visible_text(compact)
    qtbot.waitUntil(lambda: compact.glance.clock.text() == "1:05")
    qtbot.waitUntil(lambda: list(flaws(compact)) == [])
    assert list(unnamed(compact)) == []
    compact.activateWindow()
    qtbot.waitUntil(compact.isActiveWindow)
    press(compact, "M")
    assert call.asked == ["mark"]
    compact.back.click()
    assert window.isVisible() and not compact.isVisible()
    press(window, "H")
    call.end()
    qtbot.waitUntil(window.isVisible)
    assert not compact.isVisible()
