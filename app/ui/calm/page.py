"""The Calm page."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import page, words


class CalmPage(QWidget):
    """Breathing exercises; `offer_answered` says that an offer was taken or skipped."""

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page(words("", "soft"), title="Calm"))

    def begin(self, call_id: int | None = None) -> None:
        """Begin to breathe with what was chosen last, after the call with that id."""

    def stop(self) -> None:
        """End what runs, as a call begins or the journal is locked."""
