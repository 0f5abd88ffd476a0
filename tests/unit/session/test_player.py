"""What the player says of itself where there is nothing to play, or nothing to play on."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.audio import playback
from app.domain.timeline import samples
from app.session.player import Player, Playing
from tests.monitor import sweep

PATIENCE = 20.0


def wait(reached: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


@contextmanager
def player(path: Path) -> Iterator[Player]:
    made = Player(path)
    try:
        wait(lambda: bool(made.state.length or made.state.trouble))
        yield made
    finally:
        made.close()


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return sweep(tmp_path / "call.wav", 10.0)


@pytest.fixture(autouse=True)
def no_sound_server(pulse_folder: Path) -> None:
    """There is none in this folder, nor any sound card."""


def test_it_knows_how_long_the_recording_is(call: Path) -> None:
    with player(call) as made:
        assert made.state == Playing(length=samples(10.0))


def test_it_goes_only_where_there_is_sound(call: Path) -> None:
    with player(call) as made:
        for asked, reached in ((5.0, 5.0), (-3.0, 0.0), (700.0, 10.0)):
            made.seek(samples(asked))
            assert made.state.t == samples(reached)


def test_a_seek_out_of_the_stretch_that_is_repeated_ends_the_repeating(call: Path) -> None:
    with player(call) as made:
        made.repeat(samples(2.0), samples(3.0))
        assert (made.state.t, made.state.loop) == (samples(2.0), (samples(2.0), samples(3.0)))
        made.seek(samples(2.5))
        assert made.state.loop is not None
        made.seek(samples(3.0))
        assert made.state.loop is None
        made.repeat(samples(2.0), samples(3.0))
        made.go_on()
        assert made.state.loop is None


@pytest.mark.parametrize(("asked", "kept"), [(0.1, 0.75), (1.5, 1.5), (9.0, 2.0)])
def test_speeds_are_kept_within_what_is_understood(call: Path, asked: float, kept: float) -> None:
    with player(call) as made:
        made.set_speed(asked)
        assert made.state.speed == kept


def test_without_anything_to_play_on_it_says_so_and_tries_again(call: Path) -> None:
    with player(call) as made:
        made.seek(samples(4.0))
        for _ in range(3):
            made.play()
            assert made.state.trouble is None
            wait(lambda: made.state.trouble is not None)
            assert not made.state.playing
            assert made.state.t == samples(4.0)
            assert made.state.trouble is not None and "play" in made.state.trouble


def test_a_recording_that_is_not_there_is_said_and_looked_for_again(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    with player(path) as made:
        assert made.state.trouble == f"There is no file {path}; check the name and the folder."
        sweep(path, 10.0)
        made.play()
        wait(lambda: made.state.length == samples(10.0))


def test_a_recording_that_goes_away_or_changes_is_not_played(call: Path) -> None:
    with player(call) as made:
        call.rename(call.with_suffix(".away"))
        made.play()
        wait(lambda: made.state.trouble is not None)
        assert made.state.trouble == playback.GONE.format(name="call.wav")
        sweep(call, 12.0)
        made.play()
        wait(lambda: made.state.trouble is not None)
        assert made.state.trouble == playback.CHANGED.format(name="call.wav")
        call.with_suffix(".away").rename(call)
        made.play()
        wait(lambda: made.state.trouble is not None)
        assert made.state.trouble not in (
            playback.GONE.format(name="call.wav"),
            playback.CHANGED.format(name="call.wav"),
        )


def test_a_process_that_is_killed_is_replaced_where_it_was(call: Path) -> None:
    with player(call) as made:
        made.seek(samples(7.0))
        made.set_speed(1.5)
        for _ in range(2):
            first = made.pid
            assert first is not None
            os.kill(first, signal.SIGKILL)
            wait(lambda first=first: made.pid != first)  # type: ignore[misc]
            assert made.state == Playing(t=samples(7.0), speed=1.5, length=samples(10.0))


def test_after_its_end_nothing_is_done(call: Path) -> None:
    with player(call) as made:
        made.seek(samples(1.0))
    made.play()
    made.seek(0)
    made.close()
    assert not made.state.playing
