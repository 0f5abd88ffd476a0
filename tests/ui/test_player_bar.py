"""The row that plays a recording: pressed by keys, through a real sound server, and honest without sound."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.audio import output
from app.domain.timeline import samples
from app.session.player import SPEEDS, Player
from app.ui.pieces import theme
from app.ui.review.player_bar import PlayerBar
from tests.monitor import sweep
from tests.pulse_server import PulseServer

PATIENCE_MS = 20_000


@pytest.fixture
def bar(qtbot: QtBot) -> PlayerBar:
    made = PlayerBar()
    qtbot.addWidget(made)
    made.resize(840, 120)
    made.show()
    return made


@pytest.fixture
def player(tmp_path: Path, pulse_folder: Path) -> Iterator[Player]:
    made = Player(sweep(tmp_path / "call.wav", 62.0))
    yield made
    made.close()


def press(widget: QAbstractButton, qtbot: QtBot) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def ready(bar: PlayerBar, player: Player, qtbot: QtBot) -> None:
    bar.show_player(player)
    qtbot.waitUntil(lambda: bar.time.text() == "0:00 / 1:02", timeout=PATIENCE_MS)


def test_a_recording_is_played_and_tells_where_it_is(
    bar: PlayerBar, pulse_server: PulseServer, player: Player, qtbot: QtBot
) -> None:
    ready(bar, player, qtbot)
    told: list[int] = []
    bar.moved.connect(told.append)
    press(bar.play, qtbot)
    assert bar.play.text() == bar.play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: len(told) > 20, timeout=PATIENCE_MS)
    assert told == sorted(told)
    press(bar.play, qtbot)
    assert bar.play.text() == "Play"
    qtbot.waitUntil(lambda: not bar._timer.isActive(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not bar._settled.isActive(), timeout=PATIENCE_MS)
    assert told[-1] == player.state.t > 0


def test_steps_go_by_five_seconds_and_stay_in_the_recording(
    bar: PlayerBar, player: Player, qtbot: QtBot
) -> None:
    ready(bar, player, qtbot)
    told: list[int] = []
    bar.moved.connect(told.append)
    for button, shown in ((bar.on, "0:05"), (bar.on, "0:10"), (bar.back, "0:05"), (bar.back, "0:00")):
        press(button, qtbot)
        assert bar.time.text() == f"{shown} / 1:02"
        assert bar.time.accessibleName() == f"{shown} of 1:02"
    press(bar.back, qtbot)
    bar.seek(samples(61.0))
    press(bar.on, qtbot)
    assert bar.time.text() == "1:02 / 1:02"
    assert told == [samples(t) for t in (5.0, 10.0, 5.0, 0.0, 61.0, 62.0)]


def test_three_seconds_before_is_played_at_once(
    bar: PlayerBar, pulse_server: PulseServer, player: Player, qtbot: QtBot
) -> None:
    ready(bar, player, qtbot)
    bar.seek(samples(20.0))
    press(bar.before, qtbot)
    assert player.state.playing
    assert samples(17.0) <= player.state.t < samples(20.0)


def test_a_stretch_is_repeated_until_it_goes_on(
    bar: PlayerBar, pulse_server: PulseServer, player: Player, qtbot: QtBot
) -> None:
    ready(bar, player, qtbot)
    bar.repeat(samples(30.0), samples(31.0))
    assert player.state.loop == (samples(30.0), samples(31.0))
    assert bar.again.text() == bar.again.accessibleName() == "Go on"
    press(bar.again, qtbot)
    assert player.state.loop is None and bar.again.text() == "Repeat"
    bar.offer(samples(40.0), samples(42.0))
    press(bar.again, qtbot)
    assert player.state.loop == (samples(40.0), samples(42.0))


def test_without_a_stretch_the_last_five_seconds_are_repeated(
    bar: PlayerBar, player: Player, qtbot: QtBot
) -> None:
    ready(bar, player, qtbot)
    bar.seek(samples(12.0))
    press(bar.again, qtbot)
    assert player.state.loop == (samples(7.0), samples(12.0))
    bar.show_player(None)
    bar.show_player(player)
    bar.repeat_or_go_on()
    bar.seek(samples(1.0))
    bar.repeat_or_go_on()
    assert player.state.loop == (0, samples(5.0))


def test_the_speed_is_chosen_from_a_list_or_step_by_step(
    bar: PlayerBar, player: Player, qtbot: QtBot
) -> None:
    ready(bar, player, qtbot)
    assert [bar.speed.itemData(place) for place in range(bar.speed.count())] == list(SPEEDS)
    bar.speed.setFocus()
    qtbot.keyClick(bar.speed, Qt.Key.Key_Down)
    assert player.state.speed == 1.25
    bar.faster()
    assert (player.state.speed, bar.speed.currentText()) == (1.5, "1.5\N{MULTIPLICATION SIGN}")
    for _ in range(6):
        bar.slower()
    assert player.state.speed == 0.75
    for _ in range(6):
        bar.faster()
    assert player.state.speed == 2.0


def test_why_nothing_is_heard_is_said_and_play_tries_again(
    bar: PlayerBar, player: Player, qtbot: QtBot
) -> None:
    ready(bar, player, qtbot)
    for _ in range(2):
        press(bar.play, qtbot)
        assert not bar.trouble.isVisible()
        qtbot.waitUntil(bar.trouble.isVisible, timeout=PATIENCE_MS)
        assert bar.trouble.text() in (output.NO_OUTPUT, output.NO_SERVER)
        assert bar.play.text() == "Play" and bar.play.isEnabled()


def test_without_sound_only_the_reason_is_shown(bar: PlayerBar, player: Player, qtbot: QtBot) -> None:
    ready(bar, player, qtbot)
    bar.show_player(None, "This call was heard live.")
    assert not bar.row.isVisible()
    assert bar.trouble.text() == "This call was heard live."
    bar.show_player(None)
    assert bar.row.isVisible() and not bar.row.isEnabled()
    assert not bar.trouble.isVisible() and not bar.time.text()
    for ask in (bar.play_or_pause, bar.play_before, bar.repeat_or_go_on, bar.faster):
        ask()
    bar.play_from(1)
    bar.seek(1)
    bar.step(1.0)


def test_a_recording_that_cannot_be_read_says_so_by_itself(
    bar: PlayerBar, tmp_path: Path, pulse_folder: Path, qtbot: QtBot
) -> None:
    player = Player(tmp_path / "away.wav")
    try:
        bar.show_player(player)
        qtbot.waitUntil(bar.trouble.isVisible, timeout=PATIENCE_MS)
        assert "There is no file" in bar.trouble.text()
        assert not bar._timer.isActive()
    finally:
        bar.show_player(None)
        player.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_a_narrow_window_with_large_type(bar: PlayerBar, scale: float, qtbot: QtBot) -> None:
    theme.current().scale(scale)
    bar.resize(496, 400)
    bar.show_player(None, output.NO_SERVER)
    bar.show_player(None)
    qtbot.waitUntil(lambda: bar.row.height() >= bar.row.heightForWidth(bar.row.width()))
    assert bar.minimumSizeHint().width() <= 496
    for each in (bar.play, bar.back, bar.on, bar.before, bar.again, bar.speed):
        assert each.geometry().right() <= bar.row.width()
        assert each.accessibleName() and (each.toolTip() or each.accessibleDescription())
