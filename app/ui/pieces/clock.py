"""The clock of the window: it never goes back, and goes on while the computer sleeps."""

import sys
import time

if sys.platform == "linux":
    _CLOCK: int | None = time.CLOCK_BOOTTIME
elif sys.platform == "darwin":
    _CLOCK = time.CLOCK_MONOTONIC  # unlike Python's time.monotonic there
else:
    _CLOCK = None


def now() -> float:
    """Give seconds since some moment in the past, far finer than one picture of the circle.

    Sleep counts, so that a gap between two looks tells of it: CLOCK_BOOTTIME on Linux, CLOCK_MONOTONIC on
    macOS. Windows' performance counter counts sleep by itself; its time.monotonic moves in steps of 16 ms.
    """
    return time.perf_counter() if _CLOCK is None else time.clock_gettime(_CLOCK)
