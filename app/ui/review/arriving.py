"""Recordings that come from outside the pages: dropped onto the window, or named as the program starts."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.language import tr, trn
from app.report import words
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE

_LEFT = (QEvent.Type.DragLeave, QEvent.Type.Drop)


def files_of(held: QMimeData) -> list[Path]:
    """Give the files of this computer in what is dragged, in their order; folders and the rest are none."""
    paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


class Arrivals(QObject):
    """Takes recordings for `window`; `arrived` gives their paths once they may be opened.

    Behind the lock and the first start what was named waits, and nothing can be dropped: what may be is
    shown, and nothing else is taken.
    """

    arrived = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._waiting: list[Path] = []
        self._open = False
        self.sign = DropSign(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def take(self, paths: Sequence[Path]) -> None:
        """Take these now, or as soon as the pages are there; none changes nothing."""
        self._waiting += paths
        self.let_in(self._open)

    def let_in(self, open: bool) -> None:
        """Say whether recordings may be opened now."""
        self._open = open
        if open and self._waiting:
            paths, self._waiting = self._waiting, []
            self.arrived.emit(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is dragged over the window."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            assert isinstance(event, QDropEvent)
            paths = files_of(event.mimeData()) if self._open else []
            if not paths:
                self.sign.hide()
                event.ignore()
                return True
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if kind is QEvent.Type.Drop:
                self.take(paths)
            elif self.sign.isHidden():
                self.sign.show_for(paths)
        if kind in _LEFT:
            self.sign.hide()
        return super().eventFilter(watched, event)


class DropSign(QWidget):
    """Lies over the whole window while files are dragged over it, and says what will happen to them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._told = ""
        self.hide()

    def show_for(self, paths: Sequence[Path]) -> None:
        """Show that these may be dropped."""
        one = words.plain(paths[0].name)
        self._told = (
            tr("Drop {name} to review it", name=one)
            if len(paths) == 1
            else trn("Drop {n} file to review it", "Drop {n} files to review them", len(paths))
        )
        self.setAccessibleName(self._told)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame in the accent, and the sentence in its middle."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.accent_soft)
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(tokens.accent, 3, Qt.PenStyle.DashLine))
        frame = self.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        painter.drawRoundedRect(frame, SPACE, SPACE)
        painter.setPen(tokens.ink)
        painter.setFont(theme.font("title"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(frame.adjusted(SPACE, SPACE, -SPACE, -SPACE), flags, self._told)
