"""Opens an input with PortAudio: a source of the sound server through ALSA's `pulse` device, or a device."""

import os
from typing import Any

from app.audio.devices import Device, load_portaudio
from app.audio.inlet import Inlet, Line
from app.audio.streams import Condition
from app.audio.trouble import NO_PULSE_PLUGIN, InputTrouble, cannot_open
from app.language import tr

SERVERS = ("PulseAudio", "PipeWire")
"""What `Device.system` says where a sound server lists its sources."""

_SERVER_RATE = 48_000
"""What a sound server is asked for, which mixes and resamples by itself: mostly the card's own rate."""


def open_input(device: Device, inlet: Inlet) -> Line:
    """Hear `device`; raises InputTrouble when it can't be opened, KnownError when PortAudio is missing."""
    if device.system in SERVERS:
        # Read by the sound server's library when PortAudio starts.
        os.environ["PULSE_SOURCE"] = device.id
    sounddevice = load_portaudio()
    number, rate, channels = _find(sounddevice, device)
    channels = min(channels, 2)

    def take(sound: Any, frames: int, _: object, status: Any) -> None:
        inlet.take(bytes(sound), frames, bool(status.input_overflow))

    try:
        stream = sounddevice.RawInputStream(
            samplerate=rate,
            blocksize=rate // 50,
            device=number,
            channels=channels,
            dtype="int16",
            latency="low",
            callback=take,
        )
        stream.start()
    except sounddevice.PortAudioError as error:
        code = error.args[1] if len(error.args) > 1 else None
        raise cannot_open(device.name, code, str(error.args[0])) from None
    return Line(rate, channels, lambda: bool(stream.active))


def _find(sounddevice: Any, device: Device) -> tuple[int, int, int]:
    """Give PortAudio's number of the device, its samples a second and its channels."""
    if device.system not in SERVERS:
        found = sounddevice.query_devices(int(device.id))
        return int(device.id), int(found["default_samplerate"]), found["max_input_channels"]
    for number, found in enumerate(sounddevice.query_devices()):
        if found["name"] == "pulse" and found["max_input_channels"] > 0:
            return number, _SERVER_RATE, 1
    raise InputTrouble(Condition.MISSING, tr(NO_PULSE_PLUGIN))
