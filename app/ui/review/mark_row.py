"""One marked moment: when, a note to it, and the way there."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from app.domain.journal import MarkedMoment
from app.language import tr
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.review.overlap_row import BEFORE

_PAUSE_MS = 600
"""How long typing rests before it is told."""


class MarkRow(QFrame):
    """A note that is told once typing rests, and when it is left: `noted`.

    `removed` takes the mark away, `play_asked` gives a sample to play from.
    """

    noted = Signal(str)
    removed = Signal()
    play_asked = Signal(object)

    def __init__(self, mark: MarkedMoment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = mark
        self._told = mark.note
        at = words.moment(mark.t)
        self.setProperty("role", "entry")
        self.note = QLineEdit(words.plain(mark.note))
        self.note.setAccessibleName(tr("Note to {at}", at=at))
        self.note.setPlaceholderText(tr("A note"))
        self.note.setCursorPosition(0)
        self.play = parts.button(tr("Play from 3 s before"), "small")
        self.play.setAccessibleName(tr("Play from 3 s before: {at}", at=at))
        self.remove = parts.button(tr("Remove"), "slight")
        self.remove.setAccessibleName(tr("Remove the mark at {at}", at=at))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self.note.textEdited.connect(lambda _: self._pause.start())
        self.note.editingFinished.connect(self.save)
        self.play.clicked.connect(lambda: self.play_asked.emit(max(0, mark.t - BEFORE)))
        self.remove.clicked.connect(self.removed)
        time = parts.words(at, "strong")
        time.setMinimumWidth(time.fontMetrics().horizontalAdvance("0:00:00"))
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE - 2, SPACE, SPACE - 2, SPACE)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.addWidget(time, 0, 0)
        grid.addWidget(self.note, 0, 1)
        grid.addWidget(parts.row(self.play, self.remove), 1, 1)
        grid.setColumnStretch(1, 1)

    def show_sound(self, audible: bool) -> None:
        """Offer to play only where there is sound."""
        self.play.setVisible(audible)

    def show_mark(self, mark: MarkedMoment) -> None:
        """Show the note as it is kept, unless another one is being typed."""
        self.mark = mark
        if mark.note != self._told and not self._pause.isActive():
            self._told = mark.note
            self.note.setText(words.plain(mark.note))

    def save(self) -> None:
        """Tell the note at once, if it is another one than before."""
        self._pause.stop()
        text = self.note.text().strip()
        if text != words.plain(self._told).strip():
            self._told = text
            self.noted.emit(text)
