"""One window a person: a second start brings the first one's window to the front and is done.

A lock that the system lets go of when the process ends, however it ends, decides who is first. The first one
listens on a local socket (a named pipe on Windows); nothing here is a network. One message says "show
yourself", and which recordings to open: `show`, then for each a zero byte and its absolute path.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Client, Listener
from pathlib import Path
from threading import Thread
from typing import IO

from app import file_lock
from app.errors import KnownError
from app.language import marked, tr
from app.seal import sealed

_LONGEST = 100
"""Bytes: a socket's path can have 103 on macOS and 107 on Linux."""

_PATIENCE_S = 3.0
_BREATH_S = 0.05
_SHOW = b"show"

_LARGEST = 2**20
"""Bytes of a message; far more than a command line can hold on Windows, and as much as one on macOS."""

UNSEALED = marked(
    "Evenkeel is already running without the seal, or does not answer; quit it, then start it sealed again."
)


class Instance:
    """The hold on being the only one; kept until `close`, or until the process ends."""

    def __init__(self, lock: IO[bytes] | None, listener: Listener | None, address: str) -> None:
        self._lock = lock
        self._listener = listener
        self._address = address
        self._thread: Thread | None = None
        self._closing = False

    def listen(self, asked: Callable[[list[Path]], None]) -> None:
        """Call `asked`, from another thread, each time somebody starts the program again, with recordings."""
        if self._listener is not None:
            self._thread = Thread(target=self._hear, args=(asked,), name="second starts", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Let another one be the first."""
        self._closing = True
        if self._thread is not None:
            with contextlib.suppress(OSError), Client(self._address):
                pass  # only wakes the thread
            self._thread.join(timeout=1.0)
        if self._listener is not None:
            with contextlib.suppress(FileNotFoundError):  # somebody tidied the folder
                self._listener.close()
        if self._lock is not None:
            self._lock.close()

    def _hear(self, asked: Callable[[list[Path]], None]) -> None:
        assert self._listener is not None
        while not self._closing:
            try:
                with self._listener.accept() as caller:
                    if not self._closing and caller.poll(1.0):
                        recordings = _understood(caller.recv_bytes(_LARGEST))
                        if recordings is not None:
                            asked(recordings)
            except (OSError, EOFError):
                time.sleep(_BREATH_S)  # where it fails for good it must not do so without pause


def claim(folder: Path, recordings: Sequence[Path] = ()) -> Instance | None:
    """Become the only one for this data folder, or show the one there is, with `recordings`, and give None.

    `recordings` are absolute. Where the folder can't be written, everybody is the first. Raises KnownError if
    there is one that does not answer, or if these are too many recordings for it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = file_lock.take(folder / "instance.lock")
    except OSError:
        return Instance(None, None, "")
    address = _address(folder, sealed=sealed())
    either = [_address(folder, sealed=each) for each in (False, True)]
    if lock is None:
        # A sealed start is not content with a window that is not sealed; any other start is with any.
        _show_first([address] if sealed() else either, b"\0".join([_SHOW, *map(os.fsencode, recordings)]))
        return None
    try:
        if sys.platform != "win32":
            for each in either:
                Path(each).unlink(missing_ok=True)  # left behind by one that was killed
        listener = Listener(address)
    except OSError:  # no sockets on this file system: still the only one, but it can't be called
        listener = None
    return Instance(lock, listener, address)


def _understood(message: bytes) -> list[Path] | None:
    """Give the recordings of a message that says "show yourself", without what is no path; else None."""
    word, *rest = message.split(b"\0")
    if word != _SHOW:
        return None
    try:
        paths = [Path(os.fsdecode(path)) for path in rest]
    except UnicodeDecodeError:  # only where names are not just bytes
        return None
    return [path for path in paths if path.is_absolute()]


def _show_first(addresses: Sequence[str], message: bytes) -> None:
    """Ask the first one to show itself; it may be only just starting."""
    if len(message) > _LARGEST:
        raise KnownError(tr("These are too many recordings at once; open them in several goes."))
    if sys.platform == "win32":
        import ctypes

        # Only who was started last may put a window to the front; ASFW_ANY passes that on.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    until = time.monotonic() + _PATIENCE_S
    while True:
        for address in addresses:
            with contextlib.suppress(OSError), Client(address) as first:
                first.send_bytes(message)
                return
        if time.monotonic() > until and sealed():
            raise KnownError(tr(UNSEALED))
        if time.monotonic() > until:
            raise KnownError(
                tr(
                    "Evenkeel is already running but does not answer; end it in the system's task list and "
                    "start it again."
                )
            )
        time.sleep(_BREATH_S)


def _address(folder: Path, *, sealed: bool) -> str:
    """Give where the first one listens: in the data folder, or where paths are short."""
    mark = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16] + ("-sealed" if sealed else "")
    if sys.platform == "win32":
        return rf"\\.\pipe\evenkeel-{mark}"
    path = folder / ("sealed.sock" if sealed else "instance.sock")
    if len(os.fsencode(path)) <= _LONGEST:
        return str(path)
    short = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return str(Path(short) / f"evenkeel-{mark}.sock")
