"""The row that plays a recording: play and pause, where it is, how fast, and what is repeated."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.session.player import Player


class PlayerBar(QWidget):
    """Plays what `show_player` gives it; `moved` tells where the playing is (samples), 30 times a second.

    Space plays and pauses, Left and Right go 5 s, J plays from 3 s before, L repeats, comma and full stop
    change the speed; the page gives it these keys.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Playing")

    def show_player(self, player: Player | None, why_not: str = "") -> None:
        """Play with this one from now on; None where there is no sound, with the sentence of why not."""

    def seek(self, t: int) -> None:
        """Go to a sample."""

    def play_from(self, t: int) -> None:
        """Play from a sample on."""

    def repeat(self, start: int, end: int) -> None:
        """Play a stretch over and over."""
