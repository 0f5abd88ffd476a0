"""What Windows plays, heard through PyAudioWPatch, which is stood in for: it runs on Windows only."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from app.audio import loopback
from app.audio.devices import Device, Kind
from app.audio.inlet import Inlet
from app.audio.streams import Condition
from app.audio.trouble import InputTrouble

INFOS = [
    {"index": 20, "name": "Speakers (Card) [Loopback]", "defaultSampleRate": 48000.0, "maxInputChannels": 2},
    {"index": 21, "name": "Headset [Loopback]", "defaultSampleRate": 44100.0, "maxInputChannels": 2},
]


class Windows:
    """PyAudioWPatch on a computer with two outputs."""

    paInt16, paInputOverflow, paContinue = 8, 2, 0

    def __init__(self, default: int = 21, fails: OSError | None = None) -> None:
        self.default, self.fails = default, fails
        self.opened: dict[str, Any] = {}

    def PyAudio(self) -> "Windows":
        return self

    def terminate(self) -> None:
        pass

    def get_loopback_device_info_generator(self) -> Any:
        return iter(INFOS)

    def get_default_wasapi_loopback(self) -> dict[str, int]:
        if self.default < 0:
            raise LookupError
        return {"index": self.default}

    def open(self, **settings: Any) -> SimpleNamespace:
        if self.fails:
            raise self.fails
        self.opened = settings
        return SimpleNamespace(is_active=lambda: True)


def on(monkeypatch: pytest.MonkeyPatch, windows: Windows) -> Windows:
    monkeypatch.setitem(sys.modules, "pyaudiowpatch", windows)
    monkeypatch.setattr(sys, "platform", "win32")
    return windows


@pytest.mark.parametrize(("default", "plays"), [(21, [False, True]), (-1, [False, False])])
def test_every_output_can_be_heard(monkeypatch: pytest.MonkeyPatch, default: int, plays: list[bool]) -> None:
    on(monkeypatch, Windows(default))
    found = loopback.inputs()
    assert found == [
        Device(info["name"], info["name"], Kind.LOOPBACK, False, "WASAPI", each)
        for info, each in zip(INFOS, plays, strict=True)
    ]
    assert all(loopback.offers(device) for device in found)
    assert not loopback.offers(Device("4", "Stereo Mix", Kind.LOOPBACK, False, "WASAPI"))


def test_sound_comes_by_callback(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = on(monkeypatch, Windows())
    inlet = Inlet()
    line = loopback.open_loopback(loopback.inputs()[1], inlet)
    assert (line.rate, line.channels, line.running()) == (44_100, 2, True)
    assert windows.opened["input_device_index"] == 21
    assert windows.opened["stream_callback"](b"\1\0\1\0", 1, {}, 2) == (None, 0)
    piece = inlet.next(0.0)
    assert piece is not None and (piece.sound, piece.overflow) == (b"\1\0\1\0", True)


@pytest.mark.parametrize(
    ("fails", "condition"),
    [
        (OSError(-9985, "Device unavailable"), Condition.BUSY),
        (OSError(-9996, "Invalid device"), Condition.MISSING),
        (OSError(-9999, "Unanticipated host error"), Condition.LOST),
    ],
)
def test_an_output_that_cannot_be_heard_says_why(
    monkeypatch: pytest.MonkeyPatch, fails: OSError, condition: Condition
) -> None:
    on(monkeypatch, Windows(fails=fails))
    with pytest.raises(InputTrouble) as caught:
        loopback.open_loopback(loopback.inputs()[0], Inlet())
    assert caught.value.trouble.condition is condition
    assert caught.value.trouble.told.startswith("Speakers (Card) [Loopback] ")


def test_where_the_library_is_missing_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyaudiowpatch", None)
    assert loopback.inputs() == []
    with pytest.raises(InputTrouble, match="not there any more"):
        loopback.open_loopback(Device("Gone", "Gone", Kind.LOOPBACK, False, "WASAPI"), Inlet())
