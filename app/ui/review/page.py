"""The Review page: recordings are opened, and one call at a time is looked at again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import Diary


class ReviewPage(QWidget):
    """Opens recordings, reviews them one after another, and shows a call of the journal again.

    `reflect_asked` gives a call's id.
    """

    reflect_asked = Signal(object)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self.setAccessibleName("Review")

    def open(self, paths: Sequence[Path]) -> None:
        """Review these recordings, after those that wait already."""

    def show_call(self, call_id: int) -> None:
        """Look again at a call of the journal, with its sound where its recording is still there."""

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""

    def stop(self) -> None:
        """End every process of it, as the program ends."""
