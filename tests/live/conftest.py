import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def pulse_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run a PulseAudio of our own: an output `phone` that plays to nobody, and a silent input `line`."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # a socket's path must be short
        for name in ("PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("HOME", folder)
        # With -D the command returns when the server is ready.
        subprocess.run(
            [
                "pulseaudio",
                "-n",
                "-D",
                "--exit-idle-time=-1",
                "--load=module-native-protocol-unix",
                "--load=module-null-sink sink_name=phone",
                "--load=module-null-source source_name=line description=Line",
            ],
            check=True,
            capture_output=True,
        )
        server = int((Path(folder) / "pulse" / "pid").read_text())
        try:
            yield
        finally:
            os.kill(server, signal.SIGTERM)
