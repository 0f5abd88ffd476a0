"""A computer as its user has it, all of it our own: screen, sound server, session bus, data folder."""

import os
import select
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from tests.pulse_server import PulseServer

_OTHERS = ("PULSE_SERVER", "WAYLAND_DISPLAY", "CUPS_SERVER", "QT_QPA_PLATFORM", "PYTHON_KEYRING_BACKEND")
_START_S = 60.0


@contextmanager
def surroundings() -> Iterator[Path]:
    """Give a new folder, and let this process and its children find all of it in it until the end.

    None of it is a child of what is started inside: what the screen or the sound server opens is theirs.
    """
    with ExitStack() as held:
        name = held.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        folder = Path(name)
        held.enter_context(patch.dict(os.environ, {"HOME": name, "XDG_RUNTIME_DIR": name}))
        for other in (*_OTHERS, "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORMTHEME"):
            os.environ.pop(other, None)
        os.environ["EVENKEEL_HOME"] = str(folder / "evenkeel")
        bus = ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={name}/bus", "--print-address"]
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = held.enter_context(_started([*bus, "{}"], ""))
        screen = ["Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-displayfd"]
        os.environ["DISPLAY"] = held.enter_context(_started([*screen, "{}"], ":"))
        server = PulseServer(folder)
        server.start()
        held.callback(server.stop)
        yield folder


@contextmanager
def _started(command: list[str], before: str) -> Iterator[str]:
    """Run a server that writes where it is to the pipe whose number stands for "{}"; give that."""
    heard, said = os.pipe()
    command = [each.format(said) for each in command]
    server = subprocess.Popen(
        command, pass_fds=[said], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=True
    )
    os.close(said)
    try:
        assert select.select([heard], [], [], _START_S)[0], f"{command[0]} does not start"
        yield before + os.read(heard, 1000).decode().strip()
    finally:
        os.close(heard)
        server.terminate()
        server.wait(_START_S)
