"""Python's search for unreachable cycles, kept in the window's thread."""

import gc
import time

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 200
_WHOLE_S = 30.0
"""Seconds between two searches through everything at least: they take longest."""


class Garbage(QObject):
    """Searches for cycles in this thread only, from now on, as often as Python itself would.

    By itself Python searches in whichever thread has just made something. A widget in a cycle would then be
    destroyed in the thread of the journal or of a call, and Qt lets widgets live in the window's thread only:
    the program would end there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.collect()
        gc.freeze()  # what is there from the start stays, and need not be searched again
        gc.disable()
        self._searched = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search where enough was made since the last time (gc.get_threshold)."""
        full = [made > limit for made, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if full[2] and time.monotonic() - self._searched > _WHOLE_S:
            self._searched = time.monotonic()
            gc.collect()
        elif full[0]:
            gc.collect(1 if full[1] else 0)
