"""The product with a socket of the Internet in it: `python -m tests.silence.planted window|recogniser`.

What the gate must see: in the window's own process, or in the process of the recogniser that it starts.
"""

import socket
import sys
import tempfile
from pathlib import Path
from typing import Any

from app.speech import worker
from tests.silence import window_walk
from tests.silence.session import cut

_run = worker.run


def plant() -> None:
    """Open a socket and close it; nothing is sent."""
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


def run(*given: Any) -> None:
    """Do what the recogniser's process does, after opening a socket."""
    plant()
    _run(*given)


def _walk(window: Any) -> window_walk.Walk:
    yield window.isVisible
    plant()
    window.quit()


def in_window() -> None:
    """Start the window, plant, and quit."""
    window_walk.lead(_walk)


def in_recogniser() -> None:
    """Review a recording with a recogniser that opens a socket."""
    from app.cli import main

    worker.run = run
    with tempfile.TemporaryDirectory() as folder:
        main(["review", str(cut(Path(folder) / "call.wav", 8.0)), "--engine", "moonshine"])


if __name__ == "__main__":
    from tests.silence import planted  # by this name the recogniser's process finds `run`

    {"window": planted.in_window, "recogniser": planted.in_recogniser}[sys.argv[1]]()
