"""The list of pages on the left: by mouse, by arrow keys, by Ctrl and a number."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from app.ui.pieces import icons, theme
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import PAGES, shortcut


class Navigation(QFrame):
    """One button a page; `chosen` gives the name of the page that was asked for."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAccessibleName("Pages")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE * 2, SPACE, SPACE * 2)
        layout.setSpacing(SPACE // 2)
        for name in PAGES:
            if name == "settings":
                layout.addStretch(1)
            button = self._button(name)
            layout.addWidget(button)
        theme.current().changed.connect(self._draw)
        self._draw()

    def show_chosen(self, name: str) -> None:
        """Mark the page of that name as the one that is shown."""
        self._buttons[name].setChecked(True)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(f" {name.capitalize()}")
        button.setProperty("role", "page")
        button.setCheckable(True)
        button.setAccessibleName(name.capitalize())
        button.setAccessibleDescription(f"Page. Key: {shortcut(name).shown}")
        button.setToolTip(shortcut(name).shown)
        button.toggled.connect(lambda on: self.chosen.emit(name) if on else None)
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    def _draw(self) -> None:
        tokens = theme.current().tokens
        side = round(self.fontMetrics().height() * 1.2)
        for name, button in self._buttons.items():
            drawn = QIcon()
            for colour, state in ((tokens.ink_soft, QIcon.State.Off), (tokens.accent, QIcon.State.On)):
                drawn.addPixmap(icons.picture(name, side, colour), QIcon.Mode.Normal, state)
            button.setIcon(drawn)
            button.setIconSize(QSize(side, side))
            # The chosen one is bold, and must not be wider than the others for it.
            bold = QFontMetrics(theme.font("strong")).horizontalAdvance(button.text())
            button.setMinimumWidth(bold + side + SPACE * 5)
