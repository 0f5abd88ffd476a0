"""The manual's window to look at: its pages, a search, what leads out, and where there is little room."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import paths
from app.ui.manual.window import ManualWindow
from app.ui.pieces import theme
from tests.pictures import settings_pictures


def manual(address: str, typed: str = "", size: tuple[int, int] | None = None) -> ManualWindow:
    """Give the manual at a place, searched if wanted."""
    root = paths.resources_folder() / "manual"
    made = ManualWindow(root, root)
    if size is not None:
        made.resize(*size)
    made.open(address)
    QTest.qWait(50)
    made.search.setText(typed)
    QTest.qWait(50)
    return made


def large(address: str, typed: str = "") -> ManualWindow:
    theme.current().scale(2)
    return manual(address, typed, (560, 400))


def found() -> ManualWindow:
    made = manual("index.md", "not measurable")
    made.list.itemActivated.emit(made.list.item(0))
    QTest.qWait(50)
    return made


def leading_out() -> ManualWindow:
    made = manual("models.md")
    made.reader.asked.emit("https://example.org/models")
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "manual": lambda: manual("index.md"),
    "manual-first-call": lambda: manual("first-call.md"),
    "manual-numbers": lambda: manual("numbers.md#who-cut-in-on-whom"),
    "manual-administrators": lambda: manual("administrators.md"),
    "manual-commands": lambda: manual("commands.md"),
    "manual-keyboard": lambda: manual("keyboard.md"),
    "manual-found": found,
    "manual-nothing": lambda: manual("index.md", "colour of the sky"),
    "manual-out": leading_out,
    "manual-large": lambda: large("index.md"),
    "manual-large-page": lambda: large("first-call.md"),
    "manual-large-table": lambda: large("settings.md#journal"),
    "manual-large-search": lambda: large("index.md", "keyring"),
    "about": lambda: settings_pictures.page(section="About"),
}
