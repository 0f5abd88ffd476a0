"""The Prepare page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.journal import ChecklistRun
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import button, card, page, row, words
from app.ui.settings.choices import CallTypeChoice


class PreparePage(QWidget):
    """Before a call: its kind, which the target band and the hints go by."""

    start_asked = Signal()
    practice_asked = Signal(float)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self.kind = CallTypeChoice(settings, coaching.content.call_types)
        self.start = button("Start call", "primary", "start")
        self.start.clicked.connect(self.start_asked)
        _fill(
            self,
            page(
                card(
                    words("What kind of call is it?", "strong"),
                    words("The target band and the hints go by it.", "soft"),
                    self.kind,
                    row(self.start),
                ),
                words(
                    "Checklists and a line for the call's purpose will be here; they are not in this "
                    "version. The technique cards on the Call page say what tends to help.",
                    "soft",
                ),
                title="Prepare",
            ),
        )

    @property
    def preparation(self) -> ChecklistRun | None:
        """What is prepared for the next call; None where nothing was."""
        return None

    def show_starting(self, busy: bool) -> None:
        """Allow no second call while one is starting or running."""
        self.start.setEnabled(not busy)

    def refresh(self) -> None:
        """Show again what the settings hold."""
        self.kind.show_settings()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget, as after a call has begun with it."""


def _fill(widget: QWidget, held: QWidget) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(held)
