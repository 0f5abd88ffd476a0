"""Which input is meant, and how its sound comes to 16 kHz."""

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio.capture import Choice, Stream, choose
from app.audio.devices import Device, Kind, agent_default, customer_default, find_input, matching
from app.audio.inlet import Inlet, Line, Piece
from app.domain.timeline import RATE, Speaker
from app.errors import KnownError

A, C = Speaker.AGENT, Speaker.CUSTOMER


def pulse(id: str, name: str, kind: Kind, default: bool = False, plays: bool = False) -> Device:
    return Device(id, name, kind, default, "PulseAudio", plays)


def mac(number: int, name: str, kind: Kind, default: bool = False) -> Device:
    return Device(str(number), name, kind, default, "CoreAudio")


HEADSET = pulse("alsa_input.usb-headset", "USB Headset", Kind.MICROPHONE)
BUILT_IN = pulse("alsa_input.pci", "Built-in Audio", Kind.MICROPHONE, default=True)
ITS_MONITOR = pulse("alsa_output.usb-headset.monitor", "Monitor of USB Headset", Kind.MONITOR)
MONITOR = pulse("alsa_output.pci.monitor", "Monitor of Built-in Audio", Kind.MONITOR, plays=True)
LINUX = [HEADSET, ITS_MONITOR, BUILT_IN, MONITOR]
MAC = [mac(0, "MacBook Microphone", Kind.MICROPHONE, default=True), mac(1, "BlackHole 2ch", Kind.LOOPBACK)]
LOOPBACK = Device("Speakers [Loopback]", "Speakers [Loopback]", Kind.LOOPBACK, False, "WASAPI", plays=True)
WINDOWS = [Device("3", "Microphone (USB)", Kind.MICROPHONE, True, "WASAPI"), LOOPBACK]


@pytest.mark.parametrize(
    ("text", "inputs", "meant"),
    [
        ("alsa_input.pci", LINUX, BUILT_IN),
        ("USB Headset", LINUX, HEADSET),  # a whole name, though it is also part of another
        ("input.usb", LINUX, HEADSET),
        ("monitor of built", LINUX, MONITOR),
        ("pci.monitor", LINUX, MONITOR),
        ("blackhole", MAC, MAC[1]),
        ("1", MAC, MAC[1]),
        ("loopback", WINDOWS, LOOPBACK),
    ],
)
def test_an_input_is_named_by_id_or_name_or_a_unique_part(
    text: str, inputs: list[Device], meant: Device
) -> None:
    assert find_input(text, inputs) is meant
    assert matching(text, inputs) == [meant]


@pytest.mark.parametrize(
    ("text", "inputs", "told"),
    [
        (
            "headset",
            LINUX,
            'Several inputs are named by "headset": alsa_input.usb-headset, alsa_output.usb-headset.monitor; '
            "name one of them in full.",
        ),
        ("jabra", MAC, 'There is no input "jabra"; choose one of MacBook Microphone, BlackHole 2ch.'),
        (
            "jabra",
            [],
            'There is no input "jabra", nor any other; plug in a microphone or a headset, '
            "or start the computer's sound service.",
        ),
    ],
)
def test_a_name_that_says_too_little_or_too_much_is_refused_with_what_there_is(
    text: str, inputs: list[Device], told: str
) -> None:
    with pytest.raises(KnownError) as caught:
        find_input(text, inputs)
    assert str(caught.value) == told


def test_the_key_of_an_input_names_it_tomorrow_too() -> None:
    assert [device.key for device in (HEADSET, MAC[0], LOOPBACK)] == [
        "alsa_input.usb-headset",
        "MacBook Microphone",
        "Speakers [Loopback]",
    ]


@pytest.mark.parametrize(
    ("inputs", "agent", "customer"),
    [
        (LINUX, BUILT_IN, MONITOR),
        (MAC, MAC[0], MAC[1]),
        (WINDOWS, WINDOWS[0], LOOPBACK),
        ([MONITOR], None, MONITOR),
        ([HEADSET, MONITOR], HEADSET, MONITOR),
        (MAC[:1], MAC[0], None),
        ([], None, None),
    ],
)
def test_the_systems_own_inputs(inputs: list[Device], agent: Device | None, customer: Device | None) -> None:
    assert agent_default(inputs) is agent
    assert customer_default(inputs) is customer


@pytest.mark.parametrize(
    ("side", "wanted", "choice"),
    [
        (A, None, Choice(BUILT_IN, stands_in=False)),
        (A, "alsa_input.usb-headset", Choice(HEADSET, stands_in=False)),
        (A, "Jabra", Choice(BUILT_IN, stands_in=True)),
        (C, None, Choice(MONITOR, stands_in=False)),
        (C, "alsa_output.usb-headset.monitor", Choice(ITS_MONITOR, stands_in=False)),
        (C, "Jabra", Choice(MONITOR, stands_in=True)),
        # A headset that has lost its microphone is still named in its output's monitor.
        (A, "Built-in", Choice(BUILT_IN, stands_in=True)),
        (A, MONITOR.name, Choice(MONITOR, stands_in=False)),  # whoever wants it so
    ],
)
def test_the_chosen_input_is_opened_or_the_systems_own_stands_in(
    side: Speaker, wanted: str | None, choice: Choice
) -> None:
    assert choose(LINUX, side, wanted) == choice


def brought(sound: NDArray[np.int16], rate: int, frames: int) -> tuple[NDArray[np.int16], list[float]]:
    """Bring sound to 16 kHz in pieces; give it, and when sample 0 was captured by what each chunk says."""
    channels = sound.shape[1] if sound.ndim == 2 else 1
    stream, parts, times = Stream(Line(rate, channels, lambda: True)), [], []
    index = 0
    for first in range(0, len(sound), frames):
        piece = sound[first : first + frames]
        chunk = stream.bring(Piece(piece.tobytes(), (first + len(piece)) / rate, 0, False))
        if chunk:
            pcm = np.frombuffer(chunk.pcm, np.int16)
            assert chunk.start == index
            index += pcm.size
            parts.append(pcm)
            times.append(chunk.captured_at - (chunk.start + pcm.size) / RATE)
    return np.concatenate(parts), times


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_sound_comes_to_16_khz_mono_with_every_sample_in_its_place(rate: int, channels: int) -> None:
    mono = (8000 * np.sin(2 * np.pi * 440 * np.arange(2 * rate) / rate)).astype(np.int16)
    sound = mono if channels == 1 else np.stack((mono, mono), axis=1)
    heard, origins = brought(sound, rate, rate // 50)
    true = 8000 * np.sin(2 * np.pi * 440 * np.arange(len(heard)) / RATE)
    assert len(heard) > 2 * RATE - RATE // 8
    assert np.abs(heard[400:] - true[400:]).max() < 50
    # Each sample is as old as it was when it was captured, whatever the resampler keeps back.
    assert np.abs(origins).max() < 1e-9


def test_digital_silence_stays_digital_silence() -> None:
    heard, _ = brought(np.zeros(48_000, np.int16), 48_000, 960)
    assert not heard.any()


def test_what_finds_no_room_is_counted_and_the_next_is_in_its_place() -> None:
    inlet = Inlet()
    for number in range(300):  # there is room for 250
        inlet.take(bytes(640), 320, overflow=number == 270)
    taken = [inlet.next(0.0) for _ in range(250)]
    assert all(piece is not None and piece.skipped == 0 and not piece.overflow for piece in taken)
    assert inlet.next(0.0) is None
    inlet.take(bytes(640), 320, overflow=False)
    last = inlet.next(0.0)
    assert last is not None and last.skipped == 50 * 320 and last.overflow
    stream = Stream(Line(RATE, 1, lambda: True))
    chunks = [stream.bring(piece) for piece in (*taken, last) if piece]
    assert chunks[-1] is not None and chunks[-1].start == 300 * 320 and chunks[-1].overflow
