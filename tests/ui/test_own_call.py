"""A call that the window starts goes by the settings of now, written or not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.settings import KeptSettings
from app.ui.call.current import CurrentCall
from tests.ui.recorded import PlayedCall


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[bootstrap.LiveChoices]:
    """What calls were to be heard with; there is no microphone here."""
    choices: list[bootstrap.LiveChoices] = []

    def live_call(chosen: bootstrap.LiveChoices, warn: Callable[[str], None]) -> PlayedCall:
        choices.append(chosen)
        return PlayedCall()

    monkeypatch.setattr(bootstrap, "live_call", live_call)
    return choices


def test_a_call_is_coached_by_choices_that_could_not_be_written(
    tmp_path: Path, heard: list[bootstrap.LiveChoices], qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    settings = KeptSettings(tmp_path / "file")
    calls = CurrentCall(settings)
    settings.change(own_bands={"sales": [0.1, 0.2]}, hints_off=["paraphrase"], call_type="sales")
    assert settings.told is not None and "can't be kept" in settings.told
    calls.start()
    qtbot.waitUntil(lambda: calls.running)
    (chosen,) = heard
    own = bootstrap.coaching(chosen.own)
    assert chosen.call_type == "sales" and own.call_types["sales"].high == 0.2
    assert "paraphrase" not in {rule.technique for rule in own.rules}
    calls.close()
