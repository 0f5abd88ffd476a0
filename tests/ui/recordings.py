"""Recordings to be opened: parts of the sample call, and what is none."""

from pathlib import Path

import numpy as np
import soundfile
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.ui.review.opened import Opened, Stage
from app.ui.window import Window
from tests.ui.at_the_journal import PATIENCE_MS

LONG_S = 60 * 30
"""Long enough for a review to be met while it runs."""


def cut(path: Path, start_s: float = 0.0, end_s: float = 40.0, *, mono: bool = False) -> Path:
    """Write a part of the sample call, both sides of it or the agent's alone."""
    sound, rate = soundfile.read(bootstrap.sample_call(), dtype="int16")
    part = sound[round(start_s * rate) : round(end_s * rate)]
    soundfile.write(path, part[:, 0] if mono else part, rate, subtype="PCM_16")
    return path


def long(path: Path) -> Path:
    """Write the sample call over and over, for half an hour."""
    sound, rate = soundfile.read(bootstrap.sample_call(), dtype="int16")
    times = -(-LONG_S * rate // len(sound))
    soundfile.write(path, np.tile(sound, (times, 1)), rate, subtype="PCM_16")
    return path


def broken(path: Path) -> Path:
    """Write a file that is no recording."""
    path.write_bytes(b"this is no sound at all" * 40)
    return path


def reviewed(window: Window, qtbot: QtBot, name: str) -> Opened:
    """Wait until the recording of that name, which is looked at, is reviewed, and give it."""

    def done() -> bool:
        at = window.review.at
        return at is not None and at.name == name and at.stage is Stage.DONE

    qtbot.waitUntil(done, timeout=PATIENCE_MS * 3)
    at = window.review.at
    assert at is not None
    return at


def kept(window: Window, qtbot: QtBot, name: str) -> Opened:
    """The same, and until it is in the journal."""
    at = reviewed(window, qtbot, name)
    qtbot.waitUntil(lambda: at.record is not None, timeout=PATIENCE_MS)
    return at
