"""The History page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import page, words


class HistoryPage(QWidget):
    """The calls of before; `reflect_asked` gives a call's id, `edit_asked` a reflection's."""

    reflect_asked = Signal(int)
    edit_asked = Signal(int)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page(words("", "soft"), title="History"))

    def show_call(self, call_id: int) -> None:
        """Show the page of a call."""

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
