"""The window with the whole product behind it: the sample call, and a call through a real sound server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.audio.streams import Condition, StreamState
from app.content import load_coaching
from app.domain.timeline import Cue, Gap, Speaker, Utterance
from app.report import words
from app.session.snapshot import CallState, Snapshot
from app.settings import KeptSettings
from app.ui.call.summary import Summary
from app.ui.window import Window
from tests.pulse_server import MIC, PulseServer

SAMPLE = paths.resources_folder() / "sample_call" / "complaint.flac"
PATIENCE_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, home: Path) -> Window:
    settings = KeptSettings(home)
    settings.change(first_start_done=True, agent_device="mic.monitor", customer_device="phone.monitor")
    made = Window(settings, load_coaching(paths.resources_folder() / "content"))
    qtbot.addWidget(made, before_close_func=lambda window: window.quit())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(window: QWidget, keys: str) -> None:
    QTest.keySequence(window.windowHandle(), QKeySequence(keys))


def text(widget: QWidget) -> str:
    labels = (label for label in widget.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels).replace("\N{NO-BREAK SPACE}", " ")


def agent(snapshot: Snapshot) -> StreamState:
    return snapshot.streams.get(Speaker.AGENT, StreamState(Condition.OPENING))


class Watched:
    """Everything a window's calls have told, and waiting for more of it."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.snapshots: list[Snapshot] = []
        self.happened: list[object] = []
        self._qtbot = qtbot
        window.calls.watch.snapshot.connect(self.snapshots.append)
        window.calls.watch.happened.connect(lambda event: self.happened.append(event.what))

    def until(self, reached: Callable[[Snapshot], bool]) -> Snapshot:
        self._qtbot.waitUntil(lambda: any(map(reached, self.snapshots)), timeout=PATIENCE_MS)
        return next(filter(reached, self.snapshots))

    def until_told(self, kind: type) -> None:
        self._qtbot.waitUntil(
            lambda: any(isinstance(what, kind) for what in self.happened), timeout=PATIENCE_MS
        )


def ended(window: Window, qtbot: QtBot) -> Summary:
    """End the call by its key, and give its summary."""
    with qtbot.waitSignal(window.calls.watch.ended, timeout=PATIENCE_MS):
        press(window, "E")
    assert isinstance(window.call_page.after, Summary)
    return window.call_page.after


def test_the_sample_call_is_heard_shown_and_summed_up(window: Window, qtbot: QtBot) -> None:
    watched = Watched(window, qtbot)
    window.today.practice_asked.emit(8.0)
    assert window.page == "call"
    watched.until(lambda snapshot: snapshot.speaking == {Speaker.AGENT})
    watched.until_told(Utterance)
    watched.until_told(Cue)

    press(window, "P")
    paused = watched.until(lambda snapshot: snapshot.state is CallState.PAUSED)
    qtbot.waitUntil(lambda: "Nothing is heard or counted" in text(window.call_page))
    press(window, "M")
    press(window, "P")
    watched.until(lambda snapshot: snapshot.t > paused.t + 160_000)
    summary = ended(window, qtbot)

    measures = summary.report.measures
    assert measures.talk_ratio is not None
    shown = text(summary)
    assert f"{words.percent(measures.talk_ratio)} %" in shown
    assert any(gap.channel == "call" for gap in summary.report.gaps)
    assert "You marked" in shown
    assert window.calls.running is False


def test_a_call_through_a_sound_server_survives_its_microphone(
    pulse_server: PulseServer, window: Window, qtbot: QtBot
) -> None:
    watched = Watched(window, qtbot)
    press(window, "Ctrl+Shift+S")
    watched.until(
        lambda snapshot: (
            len(snapshot.streams) == 2
            and all(stream.condition is Condition.HEARING for stream in snapshot.streams.values())
        )
    )
    player = pulse_server.play(SAMPLE, "mic")
    watched.until(lambda snapshot: Speaker.AGENT in snapshot.speaking)
    pulse_server.unload("mic")
    standing_in = watched.until(lambda snapshot: bool(agent(snapshot).stands_in_for))
    qtbot.waitUntil(lambda: (agent(standing_in).trouble or "?") in text(window.call_page))
    pulse_server.do("load-module", *MIC.split(" ", 2))
    back = len(watched.snapshots)
    qtbot.waitUntil(
        lambda: any(
            agent(snapshot).condition is Condition.HEARING and not agent(snapshot).stands_in_for
            for snapshot in watched.snapshots[back:]
        ),
        timeout=PATIENCE_MS,
    )
    watched.until_told(Gap)
    summary = ended(window, qtbot)
    player.kill()
    player.wait()
    assert any(gap.channel == "agent" for gap in summary.report.gaps)
    assert "Your microphone was not heard for" in text(summary)
