"""The processes of a review: found, and waited for to end."""

import os
import select
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

PATIENCE = 60.0
"""Seconds until a test that waits for something gives up on it."""


def children(pid: int) -> list[int]:
    """The processes that `pid` has started with multiprocessing and that have not ended."""
    found = []
    with suppress(OSError):  # it has just ended
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                if b"multiprocessing.spawn" in Path(f"/proc/{child}/cmdline").read_bytes():
                    found.append(int(child))
    return found


def wait_for(reached: Callable[[], bool]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.005)


class Watched:
    """Processes that are to end; use with `with`, for as long as they may be asked about."""

    def __init__(self, *pids: int) -> None:
        self._handles = [os.pidfd_open(pid) for pid in pids]

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *_: object) -> None:
        for handle in self._handles:
            os.close(handle)

    def all_end(self) -> bool:
        """Wait until all of them have ended; False if one doesn't."""
        return all(select.select([handle], [], [], PATIENCE)[0] for handle in self._handles)
