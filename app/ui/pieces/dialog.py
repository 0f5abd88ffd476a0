"""A small window over the main one that asks for something: what it is about, and buttons below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.language import tr
from app.ui.pieces.long_work import LongWork
from app.ui.pieces.parts import button, page, readable, row
from app.ui.pieces.theme import SPACE


class Dialog(QDialog):
    """Shows `held` below a title; scrolls where the screen is too small. Esc and `leave` put it away."""

    WIDE = 0.68
    """The part of a readable width that it takes."""

    def __init__(
        self, parent: QWidget | None, title: str, *held: QWidget, buttons: tuple[QPushButton, ...]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._works: list[LongWork] = []
        self.leave = button(tr("Cancel"))
        self.leave.clicked.connect(self.reject)
        self._page = page(*held, title=title, margin=SPACE)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(row(self.leave, *buttons))
        for each in (self.leave, *buttons):
            each.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
        column.setSpacing(SPACE)
        column.addWidget(self._page, 1)
        column.addLayout(foot)

    def wait_for(self, work: LongWork) -> None:
        """Stay while this is being done, whatever is pressed."""
        self._works.append(work)
        work.busy.connect(self._wait)

    def reject(self) -> None:
        """Go away, but not in the middle of something."""
        if not any(work.running for work in self._works):
            super().reject()

    def _wait(self, busy: bool) -> None:
        self.leave.setEnabled(not busy)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that all of it needs, or what the screen has."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as tall as what it holds, if the screen is."""
        inside = self._page.widget()
        layout = inside.layout() if inside is not None else None
        assert inside is not None and layout is not None
        layout.activate()  # what was shown or hidden just now counts
        room = self.screen().availableGeometry().size()
        width = min(round(readable(self) * self.WIDE) + SPACE * 6, room.width() - SPACE * 4)
        rest = self.sizeHint().height() - self._page.sizeHint().height()
        tall = inside.heightForWidth(width - SPACE * 4) if inside.hasHeightForWidth() else 0
        tall = max(tall, inside.minimumSizeHint().height()) + SPACE
        self.resize(width, min(tall + rest, room.height() - SPACE * 8))
