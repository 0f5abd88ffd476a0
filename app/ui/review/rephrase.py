"""Rewind and rephrase: what was said, the technique that fits, and how one would say it now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.own_coaching import OwnCoaching
from app.ui.review.shown import Shown


class RephraseView(QWidget):
    """Takes what the agent said, shows the card that fits, and lets the better phrase be written.

    `written` gives an app.domain.journal.Rephrasing to be kept (its reflection_id 0: whoever keeps it knows
    the reflection), `taken_back` the id of one.
    """

    written = Signal(object)
    taken_back = Signal(object)

    def __init__(self, coaching: OwnCoaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Rephrase")

    def show_call(self, shown: Shown | None) -> None:
        """Show the call's own better phrases so far; None forgets them."""

    def begin(self, t: int, said: str) -> None:
        """Take what was said at `t` (samples), and wait for the better phrase."""
