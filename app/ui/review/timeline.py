"""The timeline of a call: two lanes with speech over sound, to be zoomed, moved and pointed at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.session.waveform import Waveform
from app.ui.review.shown import Shown


class TimelineView(QWidget):
    """Shows a call from its whole length down to two seconds.

    `seek_asked` gives a sample, `overlap_chosen` an overlap's place in the report, `line_chosen` a line's
    place in the transcript, `mark_chosen` a mark's sample, `range_chosen` the two ends (samples) of a stretch
    that was dragged over or chosen by Shift and arrows; `mark_asked` a sample to be marked.
    """

    seek_asked = Signal(object)
    overlap_chosen = Signal(int)
    line_chosen = Signal(int)
    mark_chosen = Signal(object)
    range_chosen = Signal(object, object)
    mark_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Timeline of the call")

    def show_call(self, shown: Shown | None) -> None:
        """Show this call, or more of the same one (the zoom stays); None forgets it."""

    def show_sound(self, waveform: Waveform | None) -> None:
        """Show how it sounds; None for a call without its sound."""

    def show_position(self, t: int | None) -> None:
        """Show where the playing is, and keep it in sight while it moves."""

    def choose(self, start: int, end: int) -> None:
        """Bring a stretch into sight and mark it as the chosen one."""
