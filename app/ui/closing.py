"""How the program ends: with a call, only once it was asked what shall become of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox

from app.language import tr

if TYPE_CHECKING:
    from app.ui.window import Window

_LEAVE_MS = 5000
"""How long quitting waits for the last words of a call."""


class Closing(QObject):
    """Closes the window; `leaving` from when that is decided."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.leaving = self._left = False
        self.box: QMessageBox | None = None

    def asked(self, event: QCloseEvent) -> None:
        """Take that the window is to be closed; in a call, ask first."""
        calls = self._window.calls
        if not self.leaving:
            if calls.running and not calls.practice:
                event.ignore()
                self._ask()
                return
            self.quit()
        event.setAccepted(self._left)

    def quit(self) -> None:
        """End the program; a call that is running is ended first."""
        if self.leaving:
            return
        self.leaving = True
        window = self._window
        window.remember_place()
        if not window.calls.running:
            self._leave()
            return
        window.calls.watch.ended.connect(lambda _: self._leave())
        QTimer.singleShot(_LEAVE_MS, self, self._leave)
        window.calls.end()

    def make_room(self) -> None:
        """Leave the screen to other programs while the call goes on, with a way back left open."""
        window = self._window
        if not window.calls.running:
            return
        if window.tray.icon.isVisible() or window.small.in_sight:
            window.hide()
        else:
            window.showMinimized()

    def _ask(self) -> None:
        """Ask what shall become of the call, once; the question goes away with it."""
        window = self._window
        window.show_yourself()
        if self.box is not None:
            self.box.raise_()
            self.box.activateWindow()
            return
        box = self.box = QMessageBox(window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Evenkeel")
        box.setText(tr("A call is being heard. What should happen to it?"))
        keep = box.addButton(tr("Go on listening"), QMessageBox.ButtonRole.AcceptRole)
        end = box.addButton(tr("End the call and quit"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.finished.connect(self._forget)
        end.clicked.connect(self.quit)
        keep.clicked.connect(self.make_room)
        window.calls.watch.ended.connect(box.close)
        box.open()

    def _forget(self) -> None:
        self.box = None

    def _leave(self) -> None:
        if self._left:
            return
        self._left = True
        self._window.let_go()
        self._window.close()
        self._window.gone.emit()
