"""When Evenkeel itself is at fault: a report on this computer, and a calm word about it. No traceback."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from app.crash import write_report
from app.language import tr
from app.paths import crash_folder

_MOST = 5
"""Reports a run: a fault in painting comes again with every picture."""


class QtFault(Exception):
    """Qt itself said that something critical went wrong."""


class Trouble(QObject):
    """Takes every bug of ours from wherever it arises: any thread, Qt, a call. The first one is told."""

    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: set[str] = set()
        self._box: QMessageBox | None = None
        self._came.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    def catch_all(self) -> None:
        """Take what nobody else catches in this process."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        qInstallMessageHandler(self._said_by_qt)

    def tell(self, fault: BaseException) -> None:
        """Write a report of `fault`; show a dialog if it is the first of this run."""
        place = "".join(traceback.format_tb(fault.__traceback__)[-1:]) + type(fault).__name__
        if place in self._places or len(self._places) >= _MOST:
            return
        first = not self._places
        self._places.add(place)
        try:
            path = write_report(fault, crash_folder())
            told = tr("What is known of it, and nothing of what was said, is in\n{path}", path=path)
        except OSError:
            told = tr("No report could be written to {folder}.", folder=crash_folder())
        if first:
            self._show(told)

    def _show(self, told: str) -> None:
        """Say that something went wrong inside, and where it is written down; waits for nobody."""
        box = self._box = QMessageBox(QApplication.activeWindow())  # without a parent nobody else holds it
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle("Evenkeel")
        box.setText(
            tr("Something went wrong inside Evenkeel. You can go on; if it looks odd, start it again.")
        )
        box.setInformativeText(told)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()

    def _uncaught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if isinstance(fault, KeyboardInterrupt):
            QApplication.quit()
        elif not isinstance(fault, SystemExit):
            self._came.emit(fault)

    def _uncaught_in_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None and not isinstance(fault.exc_value, SystemExit):
            self._came.emit(fault.exc_value)

    def _said_by_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            return  # about the system's plugins and fonts; nothing that anybody could act on
        try:
            raise QtFault
        except QtFault as fault:
            self._came.emit(fault)
