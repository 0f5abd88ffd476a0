"""A hold on a file that the system lets go of when its process ends, however it ends."""

import sys
from pathlib import Path
from typing import IO


def take(path: Path) -> IO[bytes] | None:
    """Take the only hold on the file at `path`, made if it is not there, or give None if another has it.

    It lasts until what is given is closed. Two holds within one process exclude each other, too. Raises
    OSError where the file can't be opened or its disk knows no locks.
    """
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # the latter is what Windows says
        file.close()
        return None
    except OSError:
        file.close()
        raise
    return file
