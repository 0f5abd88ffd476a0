"""Recognisers are imported without the network clients they bring along."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_CLIENTS = ("requests", "urllib3", "urllib.request", "websockets", "tqdm")
"""What vosk and moonshine_voice import for downloads we never make; urllib3 even binds a socket, and
urllib.request brings the whole of the standard library's clients."""


class _Absent(ModuleType):
    """A module that has every name and does nothing."""

    def __getattr__(self, name: str) -> None:
        return None


@contextmanager
def without_network_clients() -> Iterator[None]:
    """Let an import inside the block get empty stand-ins for network clients; outside all is as it was."""
    absent = [name for name in _CLIENTS if name not in sys.modules]
    sys.modules.update({name: _Absent(name) for name in absent})
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
