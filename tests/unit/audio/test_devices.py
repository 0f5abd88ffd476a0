import multiprocessing
import socket
import tempfile
from pathlib import Path

import pytest

from app.audio.devices import Device, Kind, list_inputs, portaudio_version
from app.errors import KnownError

NO_CARD = """
class PortAudioError(Exception):
    pass

def query_hostapis():
    return ({"name": "ALSA", "devices": [], "default_input_device": -1},)

def query_devices():
    return []
"""

CARD = """
class PortAudioError(Exception):
    pass

def query_hostapis():
    return (
        {"name": "ALSA", "devices": [0, 1, 2, 3, 4], "default_input_device": 2},
        {"name": "OSS", "devices": [5], "default_input_device": 5},
    )

def query_devices():
    names = ["Speakers", "USB Headset", "Line In", "Virtual Loopback", "Monitor of Speakers", "dsp"]
    return [{"name": name, "max_input_channels": int(name != "Speakers")} for name in names]
"""


@pytest.fixture(autouse=True)
def no_sound_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hide this computer's own sound servers."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")


def portaudio_does(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Stand in for PortAudio's module, for cards and accidents that this computer does not have."""
    (folder / "sounddevice.py").write_text(code)
    monkeypatch.syspath_prepend(str(folder))


def test_a_computer_without_inputs_has_an_empty_list(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    portaudio_does(monkeypatch, tmp_path, NO_CARD)
    assert list_inputs() == []


def test_a_sound_server_that_is_not_there_is_no_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert all(device.system not in ("PulseAudio", "PipeWire") for device in list_inputs())
    assert portaudio_version().startswith("PortAudio V19")
    assert capfd.readouterr() == ("", "")


def test_without_a_sound_server_the_list_is_portaudios(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    portaudio_does(monkeypatch, tmp_path, CARD)
    assert list_inputs() == [
        Device("2", "Line In", Kind.INPUT, True, "ALSA"),
        Device("1", "USB Headset", Kind.MICROPHONE, False, "ALSA"),
        Device("3", "Virtual Loopback", Kind.LOOPBACK, False, "ALSA"),
        Device("4", "Monitor of Speakers", Kind.MONITOR, False, "ALSA"),
        Device("5", "dsp", Kind.INPUT, False, "OSS"),
    ]


def refusals() -> set[str]:
    sentences = set()
    for ask in (list_inputs, portaudio_version):
        with pytest.raises(KnownError) as caught:
            ask()
        sentences.add(str(caught.value))
    return sentences


def test_a_missing_library_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    portaudio_does(monkeypatch, tmp_path, 'raise OSError("PortAudio library not found")')
    assert refusals() == {
        "The sound library PortAudio is missing, so no microphone can be heard; "
        "install it (Debian and Ubuntu: sudo apt install libportaudio2)."
    }
    assert capfd.readouterr() == ("", "")


def test_a_crash_of_the_sound_system_stays_in_the_child(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "none.conf"))  # which aborts PortAudio
    assert refusals() == {
        "The sound system crashed while it was asked for its inputs; unplug sound devices one by one "
        "to find the one at fault, and update its driver."
    }
    assert capfd.readouterr() == ("", "")


def test_a_bug_in_the_child_stays_a_bug(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    portaudio_does(monkeypatch, tmp_path, "raise ZeroDivisionError('ours')")
    with pytest.raises(RuntimeError, match="ZeroDivisionError: ours"):
        list_inputs()


def test_a_sound_server_that_hangs_does_not_hang_the_product(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as silent:
        silent.bind(f"{folder}/native")
        silent.listen()
        monkeypatch.setenv("PULSE_SERVER", f"unix:{folder}/native")
        try:
            found = list_inputs()
        except KnownError as error:
            assert "did not answer within 5 s" in str(error)
        else:
            assert all(device.system not in ("PulseAudio", "PipeWire") for device in found)


def test_the_child_is_gone_when_the_list_is_there() -> None:
    list_inputs()
    assert multiprocessing.active_children() == []
