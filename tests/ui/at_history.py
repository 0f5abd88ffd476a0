"""What a person does on History, and what they see there."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import CallKind
from app.domain.timeline import RATE
from app.storage import calls, follow_ups, reflections
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.ui.window import Window
from tests.journals import a_promise, a_reflection
from tests.ui import kept
from tests.ui.at_the_journal import PATIENCE_MS, press

WRITTEN = "the heron stood quite still"
"""What the reflection on the marked complaint says."""

MARKED = 130 * RATE
"""The moment of it that is marked, 2:10 in samples."""


def read(window: Window, work: Callable[..., object]) -> object:
    assert window.journal.journal is not None
    return window.journal.journal.read(work).result()


def fill(folder: Path, key: bytes) -> None:
    """Keep three more calls, the first marked and reflected on, and a reflection on none of them."""
    now = datetime.now(UTC)
    journal = Journal.open(folder, key)
    first = kept.add(journal, began_at=now - timedelta(days=3), purpose="a refund for the kettle")
    kept.add(journal, began_at=now - timedelta(days=2), call_type="billing")
    kept.add(journal, began_at=now - timedelta(days=1), kind=CallKind.PRACTICE)
    on = a_reflection(
        call_id=first.id,
        begun_at=now,
        finished_at=now,
        mood_before=2,
        mood_after=4,
        went_well=WRITTEN,
        tags=("refund",),
    )

    def write(db: Database) -> None:
        calls.mark(db, first.id, MARKED)
        reflections.save(db, on)
        reflections.save(db, a_reflection(begun_at=now, finished_at=now, note="a call at the front desk"))
        follow_ups.save(db, a_promise(text="send the label", call_id=first.id))

    journal.write("reflection", write).result()
    journal.close()


def settled(window: Window, qtbot: QtBot, lines: int) -> None:
    """Wait until the list has so many lines."""
    tab = window.history.calls
    qtbot.waitUntil(lambda: len(tab.entries.entries) == lines and bool(tab.told.text()), timeout=PATIENCE_MS)


def told(window: Window) -> str:
    return window.history.calls.told.text()


def lines(window: Window) -> list[str]:
    model = window.history.calls.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def into_list(window: Window, place: int = 0) -> None:
    """Go down into the list from the search."""
    press(window, "Ctrl+F")
    QTest.keyClick(window.history.calls.search, Qt.Key.Key_Down)
    for _ in range(place):
        QTest.keyClick(window.history.calls.list, Qt.Key.Key_Down)


def open_call(window: Window, qtbot: QtBot, place: int = 3) -> QWidget:
    """Open the line at that place with the keyboard; the marked complaint unless said otherwise."""
    into_list(window, place)
    QTest.keyClick(window.history.calls.list, Qt.Key.Key_Return)
    view = window.history.call
    qtbot.waitUntil(lambda: view.shown is not None, timeout=PATIENCE_MS)
    return view


def choose(box: QComboBox, text: str) -> None:
    """Choose the entry that begins with this, by the arrow keys."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while not box.currentText().startswith(text):
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before, f"there is no {text}"
