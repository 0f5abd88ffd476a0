"""The sources of PulseAudio or PipeWire: listed, and watched while one of them is open.

A server that hangs hangs whoever asks: ask in a process that can be ended.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from app.audio.devices import Device, Kind

T = TypeVar("T")

_LOOK_EVERY_S = 5.0
_HARDWARE = 0x0004
"""PA_SOURCE_HARDWARE of pulse/def.h: the source is a piece of hardware and not made by software."""


def inputs() -> list[Device] | None:
    """List the sources; None where no such server answers."""
    return _ask(_listed)


def expected() -> bool:
    """Tell whether a sound server should be there, even if it does not answer now: its door is."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return "PULSE_SERVER" in os.environ or (folder is not None and (Path(folder) / "pulse/native").exists())


def wait_for_change(opened: str, best: Callable[[list[Device]], str | None]) -> None:
    """Return when `best` of the sources is another than `opened`, or this process is given another.

    A server moves a stream by itself when its source goes away, even to a microphone. Returns too when the
    server is gone, and may return without a reason.
    """
    import pulsectl

    def wake(_: object) -> None:
        raise pulsectl.PulseLoopStop

    def watch(server: Any) -> None:
        server.event_mask_set("source", "source_output", "server")
        server.event_callback_set(wake)
        while best(_listed(server)) == opened and _given(server) in (opened, None):
            server.event_listen(timeout=_LOOK_EVERY_S)

    _ask(watch)


def _ask(question: Callable[[Any], T]) -> T | None:
    """Ask the server; None where there is none, or it goes away meanwhile."""
    try:
        import pulsectl
    except (ImportError, OSError):  # OSError: the computer has no libpulse
        return None
    server = pulsectl.Pulse("evenkeel", connect=False)
    try:
        server.connect()  # with a timeout, pulsectl waits it out even if the server answers
        return question(server)
    except (pulsectl.PulseError, pulsectl.PulseDisconnected):
        return None
    finally:
        server.close()


def _listed(server: Any) -> list[Device]:
    about = server.server_info()
    system = "PipeWire" if "pipewire" in about.server_name.lower() else "PulseAudio"
    return [
        Device(
            id=source.name,
            name=source.description or source.name,
            kind=_kind(source.monitor_of_sink_name, source.flags),
            default=source.name == about.default_source_name,
            system=system,
            plays=source.monitor_of_sink_name == about.default_sink_name,
        )
        for source in server.source_list()
    ]


def _kind(monitored_sink: str | None, flags: int) -> Kind:
    if monitored_sink:
        return Kind.MONITOR
    return Kind.MICROPHONE if flags & _HARDWARE else Kind.INPUT


def _given(server: Any) -> str | None:
    """Give the source that this process hears now; None if it hears none."""
    ours = str(os.getpid())
    heard = {
        stream.source
        for stream in server.source_output_list()
        if stream.proplist.get("application.process.id") == ours
    }
    return next((source.name for source in server.source_list() if source.index in heard), None)
