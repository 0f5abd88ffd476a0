"""Motion goes by the user's choice, else by the system's wish, and where nobody tells it moves."""

from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusVariant
from pytestqt.qtbot import QtBot

from app.settings import KeptSettings
from app.ui.calm import motion
from app.ui.calm.motion import Motion


@pytest.fixture
def settings(home: Path, monkeypatch: pytest.MonkeyPatch) -> KeptSettings:
    """Settings on a desktop that has no portal to ask."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    return KeptSettings(home)


@pytest.mark.parametrize(
    ("chosen", "system", "reduced"),
    [
        ("system", False, False),
        ("system", True, True),
        ("full", True, False),
        ("full", False, False),
        ("reduced", False, True),
        ("reduced", True, True),
    ],
)
def test_the_choice_comes_before_the_system(
    settings: KeptSettings, qtbot: QtBot, chosen: str, system: bool, reduced: bool
) -> None:
    settings.change(motion=chosen)
    known = Motion(settings)
    known._system = system
    known.ask()
    assert known.reduced is reduced


def test_where_nobody_tells_it_moves(settings: KeptSettings, qtbot: QtBot) -> None:
    known = Motion(settings)
    known.ask()
    assert not known.reduced
    assert known._asked == {}


def test_another_choice_is_told_once(settings: KeptSettings, qtbot: QtBot) -> None:
    known = Motion(settings)
    told: list[bool] = []
    known.changed.connect(lambda: told.append(known.reduced))
    settings.change(motion="reduced")
    known.ask()
    known.ask()
    settings.change(motion="full")
    known.ask()
    assert told == [True, False]


@pytest.mark.parametrize(
    ("answer", "held"),
    [(1, 1), (QDBusVariant(1), 1), (QDBusVariant(QDBusVariant(0)), 0), (QDBusVariant(False), False)],
)
def test_the_portals_wrapping_is_taken_off(qtbot: QtBot, answer: object, held: object) -> None:
    assert motion._innermost(answer) == held
