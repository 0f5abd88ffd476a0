"""The first start: every step skipped with one key, levels and findings said in words, then practice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.audio.devices import Device
from app.audio.source import Block
from app.audio.streams import Condition, StreamState
from app.domain.timeline import RATE, Speaker
from app.errors import KnownError
from app.session.bleed_check import Bleed, Listens
from app.settings import KeptSettings, Settings
from app.ui.first_start.first_start import FirstStart
from app.ui.first_start.steps import Customer, Listening, Microphone
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces import theme
from app.ui.settings import inputs
from tests.pictures.window_pictures import DEVICES
from tests.ui.room import flaws
from tests.ui.walk import unnamed


class Played:
    """Inputs that are not here: a loudspeaker that plays noise, and a microphone that hears it softly."""

    def __init__(self, agent: str | None, customer: str | None) -> None:
        self.asked = (agent, customer)
        self.stopped = Event()

    def states(self) -> Mapping[Speaker, StreamState]:
        return {
            Speaker.AGENT: StreamState(Condition.HEARING, "Headset", level_db=-30.0),
            Speaker.CUSTOMER: StreamState(Condition.MUTED, "Monitor", trouble="Nothing comes; turn it up."),
        }

    def stop(self) -> None:
        self.stopped.set()

    def blocks(self) -> Iterator[Block]:
        played = np.random.default_rng(1).normal(0.0, 3000.0, RATE // 10).astype(np.int16)
        start = 0
        while not self.stopped.wait(0.001):
            yield Block(start, played // 8, played)
            start += played.size
            played = np.random.default_rng(start).normal(0.0, 3000.0, RATE // 10).astype(np.int16)


@pytest.fixture
def opened() -> list[Played]:
    """Every source that was listened to."""
    return []


@pytest.fixture
def begin(
    qtbot: QtBot, home: Path, opened: list[Played], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., FirstStart]]:
    """Begin the first start, with these devices and this to listen to."""
    started: list[FirstStart] = []

    def begin(devices: Sequence[Device] = DEVICES, open: object = None) -> FirstStart:
        def listen(agent: str | None, customer: str | None) -> Played:
            opened.append(Played(agent, customer))
            return opened[-1]

        monkeypatch.setattr(inputs, "list_inputs", lambda: list(devices))
        made = FirstStart(KeptSettings(home), OpenJournal(), open or listen)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        made.resize(1024, 640)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.begin()
        started.append(made)
        return made

    yield begin
    for each in started:
        each.hide()


def press(first_start: FirstStart, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or first_start, key)


def visible_text(first_start: FirstStart) -> str:
    return "\n".join(label.text() for label in first_start.findChildren(QLabel) if label.isVisible())


def test_esc_skips_every_step_and_changes_nothing_else(
    begin: Callable[..., FirstStart], home: Path, qtbot: QtBot
) -> None:
    first_start = begin()
    for number in range(1, 6):
        assert f"Step {number} of 6" in visible_text(first_start)
        press(first_start, Qt.Key.Key_Escape)
    with qtbot.waitSignal(first_start.done) as done:
        press(first_start, Qt.Key.Key_Escape)
    assert done.args == [False]
    assert KeptSettings(home).now == Settings(first_start_done=True)


def test_enter_goes_through_to_practice(begin: Callable[..., FirstStart], qtbot: QtBot) -> None:
    first_start = begin()
    for _ in range(4):
        press(first_start, Qt.Key.Key_Return)
    press(first_start, Qt.Key.Key_Escape)  # no journal now
    with qtbot.waitSignal(first_start.done) as done:
        press(first_start, Qt.Key.Key_Return)
    assert done.args == [True]


def test_the_way_back_is_open(begin: Callable[..., FirstStart]) -> None:
    first_start = begin()
    press(first_start, Qt.Key.Key_Return)
    first_start.back.click()
    assert first_start.step == 1 and not first_start.back.isVisible()


def test_levels_come_with_words_and_with_what_to_do(begin: Callable[..., FirstStart], qtbot: QtBot) -> None:
    first_start = begin()
    press(first_start, Qt.Key.Key_Return)
    microphone, customer = first_start.steps[1], first_start.steps[2]
    assert isinstance(microphone, Microphone) and isinstance(customer, Customer)
    qtbot.waitUntil(lambda: microphone.meter.bar.lit == 15)
    assert microphone.meter.said.text() == "We hear it: Headset."
    assert "We hear it" in microphone.meter.bar.accessibleName()
    assert customer.meter.said.text() == "Nothing comes; turn it up."
    assert customer.meter.bar.lit == 0


def test_another_microphone_is_listened_to_at_once(
    begin: Callable[..., FirstStart], opened: list[Played], home: Path, qtbot: QtBot
) -> None:
    first_start = begin()
    press(first_start, Qt.Key.Key_Return)
    step = first_start.steps[1]
    assert isinstance(step, Microphone)
    qtbot.waitUntil(lambda: step.choice.count() == len(DEVICES) + 1)
    number = step.choice.findText("Built-in Microphone")
    step.choice.setCurrentIndex(number)
    step.choice.activated.emit(number)
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened[0].stopped.is_set()
    assert opened[1].asked == ("Built-in Microphone", None)
    assert KeptSettings(home).now.agent_device == "Built-in Microphone"


def test_nothing_is_listened_to_before_and_after_the_steps_that_need_it(
    begin: Callable[..., FirstStart], opened: list[Played], qtbot: QtBot
) -> None:
    first_start = begin()
    assert opened == []
    for _ in range(4):
        press(first_start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all(each.stopped.is_set() for each in opened))


def test_a_loudspeaker_is_measured_and_said(begin: Callable[..., FirstStart], qtbot: QtBot) -> None:
    first_start = begin()
    for _ in range(3):
        press(first_start, Qt.Key.Key_Return)
    step = first_start.steps[3]
    assert isinstance(step, Listening)
    qtbot.waitUntil(lambda: "your microphone hears what plays" in step.said.text(), timeout=20_000)


@pytest.mark.parametrize("listens", list(Listens))
def test_every_finding_is_a_sentence(begin: Callable[..., FirstStart], listens: Listens) -> None:
    step = begin().steps[3]
    assert isinstance(step, Listening)
    said = set()
    for db in (-3.0, -12.0, -30.0):
        step.show_comparison(Bleed(listens, db))
        assert step.said.text().endswith(".")
        said.add(step.said.text())
    assert len(said) == (3 if listens is Listens.LOUDSPEAKER else 1)


def test_without_any_device_it_says_so_and_goes_on(begin: Callable[..., FirstStart], qtbot: QtBot) -> None:
    def refuse(agent: str | None, customer: str | None) -> Played:
        raise KnownError("No input was found; plug in a headset.")

    first_start = begin([], refuse)
    press(first_start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "No input was found; plug in a headset." in visible_text(first_start))
    press(first_start, Qt.Key.Key_Return)
    press(first_start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "No input was found; plug in a headset." in visible_text(first_start))
    assert "Nothing plays yet." not in visible_text(first_start)
    press(first_start, Qt.Key.Key_Return)
    press(first_start, Qt.Key.Key_Escape)
    assert first_start.practice.isVisible() and first_start.practice.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_is_cut_off_and_every_control_has_a_name(
    begin: Callable[..., FirstStart], scale: float
) -> None:
    theme.current().scale(scale)
    first_start = begin()
    for number in range(1, 7):
        assert first_start.step == number
        QTest.qWait(20)
        assert list(flaws(first_start)) == []
        assert list(unnamed(first_start)) == []
        press(first_start, Qt.Key.Key_Escape)
