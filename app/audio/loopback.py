"""What a Windows output plays, heard by WASAPI loopback, which PortAudio itself does not offer.

A loopback sends nothing while nothing plays. It is heard by callback only: a read would wait for ever.
"""

import sys
from typing import Any

from app.audio.devices import Device, Kind
from app.audio.inlet import Inlet, Line
from app.audio.streams import Condition
from app.audio.trouble import InputTrouble, cannot_open
from app.language import tr


def inputs() -> list[Device]:
    """List the outputs whose sound can be heard, an empty list where Windows offers none."""
    audio = _start()
    if audio is None:
        return []
    try:
        default = _default(audio)
        return [
            Device(
                id=found["name"],
                name=found["name"],
                kind=Kind.LOOPBACK,
                default=False,
                system="WASAPI",
                plays=found["index"] == default,
            )
            for found in audio.get_loopback_device_info_generator()
        ]
    except OSError:  # this Windows has no WASAPI
        return []
    finally:
        audio.terminate()


def offers(device: Device) -> bool:
    """Tell whether `device` is one of `inputs`, and not one of PortAudio's."""
    return sys.platform == "win32" and device.kind is Kind.LOOPBACK and not device.id.isdecimal()


def open_loopback(device: Device, inlet: Inlet) -> Line:
    """Hear what an output plays; raises InputTrouble when that fails."""
    name = device.name
    audio = _start()
    infos = audio.get_loopback_device_info_generator() if audio else ()
    found = next((each for each in infos if each["name"] == name), None)
    if audio is None or found is None:
        raise InputTrouble(
            Condition.MISSING, tr("{name} is not there any more; plug it in again.", name=name)
        )
    import pyaudiowpatch

    def take(sound: bytes, frames: int, _: object, status: int) -> tuple[None, int]:
        inlet.take(sound, frames, bool(status & pyaudiowpatch.paInputOverflow))
        return None, pyaudiowpatch.paContinue

    rate, channels = int(found["defaultSampleRate"]), int(found["maxInputChannels"])
    try:
        stream = audio.open(
            rate=rate,
            channels=channels,
            format=pyaudiowpatch.paInt16,
            input=True,
            input_device_index=found["index"],
            frames_per_buffer=rate // 50,
            stream_callback=take,
        )
    except OSError as error:
        raise cannot_open(name, error.errno, error.strerror or str(error)) from None
    return Line(rate, channels, lambda: bool(stream.is_active()))


def _default(audio: Any) -> int | None:
    try:
        number: int = audio.get_default_wasapi_loopback()["index"]
    except (OSError, LookupError):
        return None
    return number


def _start() -> Any:
    try:
        import pyaudiowpatch
    except ImportError:
        return None
    return pyaudiowpatch.PyAudio()
