"""The window's start and end: one application, one window, and what happens when something goes wrong."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from app import __version__, paths, seal
from app.content import load_coaching
from app.errors import KnownError
from app.settings import KeptSettings
from app.ui.garbage import Garbage
from app.ui.interpreter import interpret
from app.ui.pieces import theme
from app.ui.single_instance import Instance, claim
from app.ui.trouble import Trouble
from app.ui.window import Window


class _Door(QObject):
    """Brings the knock of a second start, heard in another thread, to the window's thread."""

    knocked = Signal(object)


def run(recordings: Sequence[Path] = ()) -> int:
    """Show the window until it is closed, or the one that there is already; give the exit status.

    `recordings`, absolute paths, are opened in it.

    0 when all is done, 2 where the computer or the policy does not let the window work (a dialog says why).
    """
    instance: Instance | None = None
    try:
        seal.heed_policy()  # before another start is shown, too
        instance = claim(paths.data_folder(), recordings)
        return 0 if instance is None else _show(instance, recordings)
    except KnownError as known:
        _application()
        QMessageBox.information(None, "Evenkeel", str(known))
        return 2
    finally:
        if instance is not None:
            instance.close()


def _application() -> QApplication:
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    QApplication.setApplicationName("evenkeel")
    QApplication.setApplicationDisplayName("Evenkeel")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("evenkeel")
    return QApplication(sys.argv[:1])


def _show(instance: Instance, recordings: Sequence[Path]) -> int:
    application = _application()
    interpret(paths.resources_folder() / "translations")
    application.setQuitOnLastWindowClosed(False)  # the HUD and the tray outlive the window
    trouble = Trouble(application)
    trouble.catch_all()
    settings = KeptSettings(paths.data_folder())
    theme.current().choose(settings.now.theme)
    if settings.now.text_size != 100:
        theme.current().scale(settings.now.text_size / 100)
    with theme.current().plain():
        window = Window(settings, load_coaching(paths.resources_folder() / "content"))
    window.calls.broke.connect(trouble.tell)
    door = _Door()
    door.knocked.connect(window.show_yourself, Qt.ConnectionType.QueuedConnection)
    door.knocked.connect(window.arrivals.take, Qt.ConnectionType.QueuedConnection)
    window.gone.connect(application.quit)
    instance.listen(door.knocked.emit)
    _heed_signals(window)
    window.show()
    window.arrivals.take(recordings)
    Garbage(application)
    return application.exec()


def _heed_signals(window: Window) -> None:
    """Let Ctrl-C and the end of the session quit cleanly: Qt's loop would not let Python see them."""
    if sys.platform == "win32":
        return
    heard, said = os.pipe()
    os.set_blocking(said, False)
    signal.set_wakeup_fd(said)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, window, window.quit))
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: os.read(heard, 1))  # Python then runs the handler
