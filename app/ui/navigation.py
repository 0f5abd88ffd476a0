"""The list of pages on the left: by mouse, by arrow keys, by Ctrl and a number."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.language import tr
from app.ui.pieces import icons, theme
from app.ui.pieces.scrolling import ScrollArea
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import PAGE_NAMES, PAGES, shortcut

_MOST = 0.3
"""The part of the window's width that it takes at most with its words; beyond, their drawings stand alone."""


class Navigation(QFrame):
    """One button a page; `chosen` gives the name of the page that was asked for.

    Where the window is too narrow or too low for words, each is its drawing, with its name as a tool tip.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAccessibleName(tr("Pages"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._small: bool | None = None
        self._wide = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(SPACE // 2)
        for name in PAGES:
            if name == "settings":
                self._column.addStretch(1)
            self._column.addWidget(self._button(name))
        self._area = ScrollArea(inside)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        theme.current().changed.connect(self._draw)
        self._draw()

    def show_chosen(self, name: str) -> None:
        """Mark the page of that name as the one that is shown."""
        self._buttons[name].setChecked(True)
        self._area.ensureWidgetVisible(self._buttons[name])

    def fit(self) -> None:
        """Take as much room as the window has to spare."""
        whole = QSize(self._widest() + SPACE * 2, (self._side() + SPACE * 3) * len(PAGES) + SPACE * 4)
        small = whole.width() > self.window().width() * _MOST or whole.height() > self.height()
        if small is not self._small:
            self._small = small
            self._write(small)
        needed = self._column.sizeHint()
        bar = self._area.verticalScrollBar().sizeHint().width() if needed.height() > self.height() else 0
        wide = needed.width() + bar + self.width() - self.contentsRect().width()
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the width that is needed now."""
        return QSize(self._wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give the same width; all of it can be scrolled to."""
        return QSize(self._wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go by another height."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go by other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._draw()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "page")
        button.setCheckable(True)
        button.setAccessibleName(PAGE_NAMES[name])
        button.setAccessibleDescription(tr("Page. Key: {key}", key=shortcut(name).shown))
        button.setToolTip(f"{PAGE_NAMES[name]}   {shortcut(name).shown}")
        button.toggled.connect(lambda on: self.chosen.emit(name) if on else None)
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    def _write(self, small: bool) -> None:
        for name, button in self._buttons.items():
            button.setText("" if small else f" {PAGE_NAMES[name]}")
            button.setProperty("small", small)
            button.style().polish(button)
            # The chosen one is bold, and must not be wider than the others for it.
            button.setMinimumWidth(0 if small else self._widest())
        edge = SPACE // 4 if small else SPACE
        self._column.setContentsMargins(edge, edge * 2, edge, edge * 2)

    def _widest(self) -> int:
        bold = QFontMetrics(theme.font("strong"))
        return (
            max(bold.horizontalAdvance(f" {name}") for name in PAGE_NAMES.values()) + self._side() + SPACE * 5
        )

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 1.2)

    def _draw(self) -> None:
        tokens, side = theme.current().tokens, self._side()
        for name, button in self._buttons.items():
            drawn = QIcon()
            for colour, state in ((tokens.ink_soft, QIcon.State.Off), (tokens.accent, QIcon.State.On)):
                drawn.addPixmap(icons.picture(name, side, colour), QIcon.Mode.Normal, state)
            button.setIcon(drawn)
            button.setIconSize(QSize(side, side))
        self._small = None
        self.fit()
