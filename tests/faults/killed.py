"""Processes that are killed at a point of their work, not after a time."""

import os
import signal
import sys
from collections.abc import Callable

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"}


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that is killed right before its change no. `number` to a folder or file.

    The changes are those of Python itself, from 1 on; SQLite's own are not counted. False if it came to its
    end. The work begins no thread that outlives it and opens what it needs itself.
    """
    child = os.fork()
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
