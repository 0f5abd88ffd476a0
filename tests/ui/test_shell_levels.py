"""The level meters, and whether the microphone hears what plays, on a real sound server."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from app import paths
from app.audio.devices import list_inputs
from app.content import load_coaching
from app.domain.timeline import Speaker
from app.own_coaching import OwnCoaching
from app.session.bleed_check import Bleed, Listens
from app.settings import KeptSettings
from app.ui.journal.open_journal import OpenJournal
from app.ui.settings.hearing import Hearing
from app.ui.settings.page import SettingsPage
from tests.pulse_server import PulseServer

PATIENCE_MS = 20_000
RATE = 48_000


@pytest.fixture
def page(qtbot: QtBot, home: Path, pulse_server: PulseServer) -> Iterator[SettingsPage]:
    """The settings page, beside a phone that plays noise into the call's left input and softly the right."""
    sound = np.random.default_rng(1).normal(0.0, 0.1, RATE * 20)
    player = pulse_server.play(saved(np.column_stack([sound, 0.2 * np.roll(sound, 400)]), home), "call")
    settings = KeptSettings(home)
    settings.change(agent_device="right", customer_device="left")
    coaching = OwnCoaching(load_coaching(paths.resources_folder() / "content"), settings)
    hearing = Hearing()
    made = SettingsPage(settings, coaching, hearing, OpenJournal())
    hearing.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda page: page.stop_listening())
    made.resize(900, 900)
    made.show()
    yield made
    player.kill()
    player.wait()


def saved(sound: np.ndarray, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "noise.wav"
    soundfile.write(path, sound, RATE, subtype="PCM_16")
    return path


def test_both_sides_are_heard_and_the_list_is_the_systems(page: SettingsPage, qtbot: QtBot) -> None:
    found: list[Bleed] = []
    page.sound._hearing.compared.connect(found.append)
    page.listen.click()
    meters = page.meters
    qtbot.waitUntil(lambda: all(meter.bar.lit > 0 for meter in meters.values()), timeout=PATIENCE_MS)
    assert meters[Speaker.CUSTOMER].said.text().startswith("We hear it")
    assert meters[Speaker.CUSTOMER].bar.lit > meters[Speaker.AGENT].bar.lit
    assert found == []  # nobody asked to compare
    page.listen.click()
    assert all(meter.bar.lit == 0 for meter in meters.values())
    page.sound._hearing.listen("right", "left", compare=True)
    qtbot.waitUntil(lambda: bool(found) and found[-1].listens is Listens.LOUDSPEAKER, timeout=PATIENCE_MS)
    assert found[-1].db == pytest.approx(-14.0, abs=2.0)
    page.stop_listening()
    qtbot.waitUntil(lambda: page.microphone.count() == len(list_inputs()) + 1, timeout=PATIENCE_MS)
