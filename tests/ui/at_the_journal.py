"""What a person does with the journal in the window, and what they see of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.storage import calls, keys
from app.storage.journal import Journal
from app.ui.journal.opening import Standing
from app.ui.window import Window
from tests.ui.kept import PASSPHRASE

PATIENCE_MS = 20_000


def press(window: QWidget, keys: str) -> None:
    """Press a shortcut's keys in the window."""
    window.activateWindow()  # this screen activates all that is shown, the HUD too
    assert QTest.qWaitForWindowActive(window)
    QTest.keySequence(window.windowHandle(), QKeySequence(keys))


def type_passphrase(window: Window, text: str, qtbot: QtBot) -> None:
    """Type a passphrase into the lock's field, and Enter."""
    field = window.lock_page.field.typed

    def there() -> bool:
        window.activateWindow()  # this screen activates all that is shown, the HUD too
        return QApplication.focusWidget() is field

    qtbot.waitUntil(there)
    QTest.keyClicks(field, text)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)


def unlock(window: Window, qtbot: QtBot) -> None:
    """Type the passphrase, and wait until the pages are there."""
    type_passphrase(window, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: not window.journal.covering, timeout=PATIENCE_MS)


def shown(widget: QWidget) -> str:
    """Give every text in sight."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def kept_calls(folder: Path, passphrase: str = PASSPHRASE) -> list[str]:
    """Give the names of the calls in a journal that is closed."""
    journal = Journal.open(folder, keys.unlock(folder, passphrase))
    try:
        return [call.name for call in journal.read(lambda db: calls.recent(db, 10)).result()]
    finally:
        journal.close()


def until_locked(window: Window, qtbot: QtBot) -> None:
    """Wait until the journal is locked."""
    qtbot.waitUntil(lambda: window.journal.standing is Standing.LOCKED, timeout=PATIENCE_MS)
