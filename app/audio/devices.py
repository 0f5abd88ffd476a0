"""The inputs this computer offers, asked for in a short-lived child process.

Sound servers and PortAudio may crash, hang or write to the terminal, and PortAudio's list is frozen when
its library starts: a fresh child has none of these troubles, and the product outlives it.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from app.errors import KnownError
from app.language import carried, tr

T = TypeVar("T")

_PATIENCE_S = 5.0
_SYSTEM_NAMES = {"Windows WASAPI": "WASAPI", "Core Audio": "CoreAudio"}
_SPOKEN_INTO = ("microphone", "headset", "mic ")
_LOOPED_BACK = ("loopback", "stereo mix", "what u hear", "blackhole", "vb-audio", "cable output")


class Kind(StrEnum):
    """What is heard on an input."""

    MICROPHONE = "microphone"
    MONITOR = "monitor"
    """What an output plays, as the sound server gives it."""
    LOOPBACK = "loopback"
    """What is played, through a virtual cable or the sound card's own mix."""
    INPUT = "input"
    """Anything else: a line, a file, a program."""


@dataclass(frozen=True, slots=True)
class Device:
    """One input: `id` and `name` choose it, `default` is the system's own choice, `system` lists it.

    With PulseAudio or PipeWire the id is the source's name, else PortAudio's number as text. `plays` is
    whether it gives what the system's own output plays.
    """

    id: str
    name: str
    kind: Kind
    default: bool
    system: str
    plays: bool = False

    @property
    def key(self) -> str:
        """What names it tomorrow as well: its id, or its name where the id is only today's number."""
        return self.name if self.id.isdecimal() else self.id


def list_inputs() -> list[Device]:
    """List the inputs, the default one first; an empty list where the computer has none.

    Raises KnownError when PortAudio is missing, or the sound system crashes or does not answer.
    """
    found = _in_child(inputs_here)
    return sorted(found, key=lambda device: not device.default)


def portaudio_version() -> str:
    """Name the PortAudio that records sound; raises KnownError like `list_inputs`."""
    return _in_child(_ask_version)


def matching(text: str, inputs: Iterable[Device]) -> list[Device]:
    """Give the inputs that `text` names: by id or name, else by a part of one of them, in any case."""
    inputs, folded = list(inputs), text.casefold()
    parts = [each for each in inputs if folded in each.id.casefold() or folded in each.name.casefold()]
    return named(text, inputs) or parts


def named(text: str, inputs: Iterable[Device]) -> list[Device]:
    """Give the inputs whose id or name is `text`, in any case.

    Whatever was chosen once is looked for so: a part of a headset's name is in its output's monitor, too.
    """
    return [each for each in inputs if text.casefold() in (each.id.casefold(), each.name.casefold())]


def find_input(text: str, inputs: Iterable[Device]) -> Device:
    """Give the one input that `text` names; raises KnownError when there is none, or more than one."""
    inputs = list(inputs)
    found = matching(text, inputs)
    if len(found) == 1:
        return found[0]
    if found:
        raise KnownError(
            tr(
                'Several inputs are named by "{text}": {names}; name one of them in full.',
                text=text,
                names=_names(found),
            )
        )
    if not inputs:
        raise KnownError(
            tr(
                'There is no input "{text}", nor any other; plug in a microphone or a headset, '
                "or start the computer's sound service.",
                text=text,
            )
        )
    raise KnownError(
        tr('There is no input "{text}"; choose one of {names}.', text=text, names=_names(inputs))
    )


def agent_default(inputs: Iterable[Device]) -> Device | None:
    """Give the input that hears the agent unless another is chosen: never one that gives what is played."""
    heard = [each for each in inputs if each.kind is not Kind.MONITOR and not each.plays]
    heard.sort(key=lambda each: (not each.default, each.kind is not Kind.MICROPHONE))
    return heard[0] if heard else None


def customer_default(inputs: Iterable[Device]) -> Device | None:
    """Give the input that hears what is played unless another is chosen; None where nothing does.

    Linux: the monitor of the system's output. Windows: its loopback. macOS: a virtual cable, as BlackHole.
    """
    inputs = list(inputs)
    playing = [each for each in inputs if each.plays]
    cables = [each for each in inputs if each.kind in (Kind.LOOPBACK, Kind.MONITOR)]
    return next(iter(playing or cables), None)


def _names(inputs: Iterable[Device]) -> str:
    return ", ".join(each.id if each.id == each.key else each.name for each in inputs)


def _in_child(question: Callable[[], T]) -> T:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(question, theirs, carried()), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(_PATIENCE_S):
            raise KnownError(
                tr(
                    "The sound system did not answer within {seconds:.0f} s; "
                    "unplug sound devices that hang, or start the computer's sound service again.",
                    seconds=_PATIENCE_S,
                )
            )
        answer: T | Exception = ours.recv()
    except (EOFError, BrokenPipeError):
        raise KnownError(
            tr(
                "The sound system crashed while it was asked for its inputs; unplug sound devices one by one "
                "to find the one at fault, and update its driver."
            )
        ) from None
    finally:
        child.kill()  # PortAudio may hang on its way out, too
        child.join()
        ours.close()
    if isinstance(answer, Exception):
        raise answer
    return answer


def _answer(question: Callable[[], object], pipe: Connection, speak: Callable[[], None]) -> None:
    speak()
    # ALSA and JACK tell the terminal about every device they do not find.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        pipe.send(question())
    except KnownError as error:
        pipe.send(error)
    except Exception as error:
        pipe.send(RuntimeError(f"{type(error).__name__}: {error}"))


def inputs_here() -> list[Device]:
    """List the inputs in this very process, which should be a short-lived child; raises KnownError."""
    if sys.platform == "linux":
        from app.audio import pulse

        found = pulse.inputs()
        if found is not None:
            return found
    return _portaudio_inputs()


def _portaudio_inputs() -> list[Device]:
    loopbacks: list[Device] = []
    if sys.platform == "win32":
        from app.audio import loopback

        loopbacks = loopback.inputs()
    sounddevice = load_portaudio()
    try:
        systems = sounddevice.query_hostapis()
        devices = sounddevice.query_devices()
    except sounddevice.PortAudioError as error:
        raise KnownError(
            tr("The sound system cannot list its inputs ({reason}); start it again.", reason=error)
        ) from None
    if sys.platform == "win32":  # the same inputs are there again under three older interfaces
        systems = [system for system in systems if system["name"] == "Windows WASAPI"]
    defaults = [system["default_input_device"] for system in systems if system["default_input_device"] >= 0]
    return [
        Device(
            id=str(number),
            name=devices[number]["name"],
            kind=_kind_by_name(devices[number]["name"]),
            default=number in defaults[:1],
            system=_SYSTEM_NAMES.get(system["name"], system["name"]),
        )
        for system in systems
        for number in system["devices"]
        if devices[number]["max_input_channels"] > 0
    ] + loopbacks


def _kind_by_name(name: str) -> Kind:
    """Guess what is heard from the device's name, which is all PortAudio tells."""
    name = name.lower()
    if any(word in name for word in _LOOPED_BACK):
        return Kind.LOOPBACK
    if name.startswith("monitor of"):
        return Kind.MONITOR
    return Kind.MICROPHONE if any(word in name for word in _SPOKEN_INTO) else Kind.INPUT


def _ask_version() -> str:
    text: str = load_portaudio().get_portaudio_version()[1]
    return text.partition(",")[0]


def load_portaudio() -> Any:
    """Give the module sounddevice, which starts PortAudio; raises KnownError if that is missing."""
    try:
        import sounddevice
    except OSError:
        raise KnownError(
            tr(
                "The sound library PortAudio is missing, so no microphone can be heard; "
                "install it (Debian and Ubuntu: sudo apt install libportaudio2)."
            )
        ) from None
    return sounddevice


def output_number(portaudio: Any) -> int | None:
    """Give PortAudio's number of the sound server's output, as for inputs; None where it lists none."""
    for number, found in enumerate(portaudio.query_devices()):
        if found["name"] == "pulse" and found["max_output_channels"] > 0:
            return number
    return None
