"""One follow-up to write or to change: its text and its day."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.language import tr
from app.ui.follow_ups.day_field import DayField
from app.ui.pieces.parts import button, row
from app.ui.pieces.theme import SPACE

_LONGEST = 300
"""Letters of a follow-up."""


class Editor(QWidget):
    """Asks for a text and a day; `saved` gives both, Enter does it. `left`, or Esc, changes nothing."""

    saved = Signal(str, object)
    left = Signal()

    def __init__(self, text: str, day: date | None, today: date, *, save: str = "") -> None:
        super().__init__()
        self.text = QLineEdit(text)
        self.text.setMaxLength(_LONGEST)
        self.text.setAccessibleName(tr("What was promised"))
        self.text.setPlaceholderText(tr("What was promised"))
        self.text.setToolTip(tr("What was promised"))
        self.day = DayField(tr("Until when"), day, today)
        self.save = button(save or tr("Save"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.text.textChanged.connect(self._allow)
        self.setFocusProxy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.text)
        column.addWidget(row(self.day, self.save, self.cancel))
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Enter, leave by Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _allow(self) -> None:
        self.save.setEnabled(bool(self.text.text().strip()))

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.text.text().strip(), self.day.day)
