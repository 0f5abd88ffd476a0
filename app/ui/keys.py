"""What the keys, the buttons and the tray do: one action a shortcut, allowed where it makes sense."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.shortcuts import PAGES, SHORTCUTS, Shortcut

_AT_THE_LOCK = ("start", "end", "pause", "mark", "breathe", "hud", "move-hud", "help", "manual", "quit")


class Place(StrEnum):
    """What the window shows: the first start, the lock, a call that began while it was locked, any page."""

    FIRST_START = "first start"
    LOCK = "lock"
    CALL_ALONE = "call alone"
    PAGES = "pages"


class Keys:
    """The actions of `window` by their shortcuts' ids; `deeds` says what each does."""

    def __init__(self, window: QWidget, deeds: Mapping[str, Callable[[], object]]) -> None:
        self.by_id: dict[str, QAction] = {}
        for each in SHORTCUTS:
            action = self.by_id[each.id] = QAction(each.told, window)
            action.setShortcuts([QKeySequence(key) for key in each.keys])
            action.triggered.connect(deeds[each.id])
            window.addAction(action)

    @property
    def in_call(self) -> list[QAction]:
        """What is done in a call, for a window of our own that has the keyboard meanwhile."""
        return [self.by_id[each.id] for each in SHORTCUTS if each.in_call]

    def allow(self, place: Place, *, in_call: bool, can_start: bool, can_lock: bool) -> None:
        """Allow what makes sense in this place."""
        also = {"start": can_start, "lock": can_lock}
        for each in SHORTCUTS:
            allowed = _belongs(each, place) and also.get(each.id, in_call or not each.in_call)
            self.by_id[each.id].setEnabled(allowed)


def _belongs(each: Shortcut, place: Place) -> bool:
    match place:
        case Place.FIRST_START:
            return each.id in ("manual", "quit")
        case Place.LOCK:
            return each.id in _AT_THE_LOCK
        case Place.CALL_ALONE:
            return each.id not in PAGES
        case Place.PAGES:
            return True
