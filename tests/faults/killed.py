"""Processes that are killed at a point of their work, not after a time."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"}


_TASKS = Path("/proc/self/task")
_EVER = {task.name for task in _TASKS.glob("*")}
"""The threads of libraries that were there before any test."""

_LEAVING_S = 1.0
"""How long a thread may take at most to end for the system, once it has ended for Python."""


def fork() -> int:
    """Fork when no thread is on its way out, or after a while.

    Such a thread holds a lock of OpenSSL for a moment; a child forked then would wait for it for ever.
    """
    known = _EVER | {str(thread.native_id) for thread in threading.enumerate()}
    until = time.monotonic() + _LEAVING_S
    while {task.name for task in _TASKS.glob("*")} - known and time.monotonic() < until:
        time.sleep(0.001)
    return os.fork()


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that is killed right before its change no. `number` to a folder or file.

    The changes are those of Python itself, from 1 on; SQLite's own are not counted. False if it came to its
    end. The work begins no thread that outlives it and opens what it needs itself.
    """
    child = fork()
    if not child:
        left = number

        def count(event: str, about: tuple[object, ...]) -> None:
            nonlocal left
            writes = event == "open" and isinstance(about[2], int) and about[2] & (os.O_WRONLY | os.O_RDWR)
            if event in _CHANGES or writes:
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0
    return False
