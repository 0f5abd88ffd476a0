"""Where there is more than has room: areas that scroll up and down, and keep in sight what has the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.pieces.theme import SPACE

_MOST = 0.4
"""The part of the window's height that strips take at most."""


class ScrollArea(QScrollArea):
    """Shows `inside` at its own width; what gets the focus in it, from wherever, comes into sight."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Pass the focus on, and leave it to `_follow` to scroll there."""
        return QAbstractScrollArea.focusNextPrevChild(self, next)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        self.ensureWidgetVisible(now)  # of a text, Qt shows only where its cursor is
        at = QRect(now.mapTo(inside, QPoint()), now.size())
        if at.height() <= self.viewport().height():
            for y in (at.bottom(), at.top()):
                self.ensureVisible(at.center().x(), y, 0, min(SPACE, self.viewport().height() - at.height()))


class Strips(ScrollArea):
    """Strips below each other, as tall as they need; in a low window they scroll, so that room is left."""

    def __init__(self, *strips: QWidget) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for each in strips:
            self._column.addWidget(each)
        super().__init__(inside)
        self._tall = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inside.installEventFilter(self)

    def fit(self) -> None:
        """Take the height that is needed now."""
        needed = self._column.totalHeightForWidth(self.width())
        tall = max(0, min(needed, round(self.window().height() * _MOST)))
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the height that is needed now."""
        return QSize(super().sizeHint().width(), self._tall)

    def minimumSizeHint(self) -> QSize:
        """Give the same height, and no width; there is always enough."""
        return QSize(0, self._tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go by another width."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go by what the strips say now."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)
