"""A line that says what was just done, with a button that takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.language import tr
from app.ui.pieces.parts import button, words
from app.ui.pieces.theme import SPACE

_SHOWN_MS = 30_000
"""How long the line stays; what it takes back can be brought back in the journal until the next day."""


class Undo(QWidget):
    """Offers to take back the last thing done on a page, also by Ctrl+Z; takes no room without one."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._undo: Callable[[], object] | None = None
        self._words = words("")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        self.button = button(tr("Undo"))
        self.button.setText(f"{tr('Undo')}   {keys.toString(QKeySequence.SequenceFormat.NativeText)}")
        self.button.clicked.connect(self.take_back)
        self._key = QShortcut(keys, page, self.take_back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE * 2)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.forget)
        self.forget()

    @property
    def text(self) -> str:
        """What can be taken back, "" for nothing."""
        return self._words.text()

    def offer(self, done: str, undo: Callable[[], object]) -> None:
        """Say what was `done` and offer to take it back; what was offered before stays done."""
        self._undo = undo
        self._words.setText(done)
        self.button.setAccessibleName(tr("Undo. {done}", done=done))
        self._key.setEnabled(True)
        self.show()
        self._timer.start()

    def take_back(self) -> None:
        """Take it back."""
        undo = self._undo
        self.forget()
        if undo is not None:
            undo()

    def forget(self) -> None:
        """Offer nothing."""
        self._undo = None
        self._words.setText("")
        self.button.setAccessibleName(tr("Undo"))
        self._key.setEnabled(False)
        self._timer.stop()
        self.hide()
