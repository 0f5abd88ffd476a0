"""The moments of a call, one after another: overlaps with the user's own word, marks with a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.review.shown import Shown


class MomentsView(QWidget):
    """Overlaps (cut-ins first) and marks of a call.

    `labelled` gives an overlap's place and the user's label: as measured where it is said to be right, None
    where it is taken back. `noted` gives a mark's sample and its note, `unmarked` one that is taken away.
    `play_asked` gives a sample to play from, `loop_asked` a stretch to hear over and over.
    """

    labelled = Signal(int, object)
    noted = Signal(object, str)
    unmarked = Signal(object)
    play_asked = Signal(object)
    loop_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Moments")

    def show_call(self, shown: Shown | None) -> None:
        """Show this call; None forgets it."""

    def choose_overlap(self, place: int) -> None:
        """Bring an overlap into sight and give it the keyboard."""

    def choose_mark(self, t: int) -> None:
        """Bring a mark into sight and let its note be written."""
