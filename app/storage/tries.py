"""How long to wait between wrong passphrases, remembered beside the key so that a restart does not help."""

import json
import time
from pathlib import Path

from app.storage.places import TRIES, replace_whole

WAITS_S = (0, 0, 0, 1, 2, 4, 8, 16, 30)
"""Seconds to wait after so many wrong tries in a row; the last one holds for all that follow."""


def wait_s(folder: Path) -> float:
    """Give the seconds until the next try, 0 where it may be made now.

    A clock set back begins the wait anew, which is never longer than it was. Raises OSError.
    """
    failed, at = _read(folder)
    wait, now = float(WAITS_S[min(failed, len(WAITS_S) - 1)]), time.time()
    if now < at:
        _write(folder, failed, now)
        return wait
    return max(0.0, at + wait - now)


def count(folder: Path) -> None:
    """Count one more try as wrong; done before its answer is known, so that ending the program does not help.

    Raises OSError.
    """
    _write(folder, _read(folder)[0] + 1, time.time())


def forget(folder: Path) -> None:
    """Begin to count anew, as the passphrase was right. Raises OSError."""
    (folder / TRIES).unlink(missing_ok=True)


def _read(folder: Path) -> tuple[int, float]:
    """Give how many tries were wrong and when the last was (seconds since 1970); a file that makes no sense
    counts as the longest wait, from now on.
    """
    try:
        held = json.loads((folder / TRIES).read_text(encoding="ascii"))
        failed, at = held["wrong"], held["at"]
        if type(failed) is int and failed >= 0 and type(at) in (int, float):
            return failed, at
    except FileNotFoundError:
        return 0, 0.0
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    return len(WAITS_S), float("inf")


def _write(folder: Path, failed: int, at: float) -> None:
    replace_whole(folder / TRIES, json.dumps({"wrong": failed, "at": at}).encode("ascii"))
