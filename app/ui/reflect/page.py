"""The Reflect page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import page, words


class ReflectPage(QWidget):
    """A minute of looking back, written down as it is typed."""

    page_asked = Signal(str)
    calm_asked = Signal(object)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page(words("", "soft"), title="Reflect"))

    def reflect_on(self, call_id: int | None) -> None:
        """Show the reflection on a call, a new one where there is none; None: on a call had elsewhere."""

    def edit(self, reflection_id: int) -> None:
        """Show a reflection to read on or change it."""

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
