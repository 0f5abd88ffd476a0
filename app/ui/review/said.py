"""What was said, beside the timeline: follows the playing, is corrected in place, and leads to its moment."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.review.shown import Shown


class SaidView(QWidget):
    """The lines of a call with its marks.

    `seek_asked` gives the sample of a word that was clicked, `corrected` a line's place and its new text,
    `rephrase_asked` a line's place, and the words chosen in it (all of it where none are), for a line of the
    agent's.
    """

    seek_asked = Signal(object)
    corrected = Signal(int, str)
    rephrase_asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What was said")

    def show_call(self, shown: Shown | None) -> None:
        """Show this call, or more of the same one; None forgets it."""

    def show_position(self, t: int | None) -> None:
        """Highlight the line that is being said at `t` (samples), and keep it in sight unless it is read."""

    def choose(self, place: int) -> None:
        """Bring a line into sight and give it the keyboard."""
