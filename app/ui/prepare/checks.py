"""The checks of a checklist, to be ticked before a call: by number, by Space, by the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.checklists import MOST
from app.domain.journal import ChecklistItem, Tick
from app.language import tr
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE


class Checks(QWidget):
    """A row for each check, with its number; 1 to 9 tick it, while text is being typed together with Alt.

    The keys work wherever in the window the focus is, while the checks are in sight. Ticks go by the text of
    a check, so that a check that two checklists share stays ticked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Checks"))
        self._items: tuple[ChecklistItem, ...] = ()
        self._ticked: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # All that there can be, once: so they keep their place in the Tab order.
        self._rows = [CheckRow(number) for number in range(1, MOST + 1)]
        for number, row in enumerate(self._rows, 1):
            row.hide()
            row.box.toggled.connect(lambda on, place=number - 1: self._take(place, on))
            column.addWidget(row)
            for keys in (str(number), f"Alt+{number}"):
                QShortcut(QKeySequence(keys), self, lambda place=number - 1: self._toggle(place))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The checks as they stand."""
        return tuple(Tick(item, item.text in self._ticked) for item in self._items)

    @property
    def rows(self) -> list["CheckRow"]:
        """The rows of the checks that there are."""
        return self._rows[: len(self._items)]

    def show_items(self, items: Sequence[ChecklistItem]) -> None:
        """Show the checks of another checklist."""
        self._items = tuple(items)[:MOST]
        for place, row in enumerate(self._rows):
            item = self._items[place] if place < len(self._items) else None
            row.setVisible(item is not None)
            if item is not None:
                row.show_check(item.text, ticked=item.text in self._ticked)

    def forget(self) -> None:
        """Take all ticks away."""
        self._ticked.clear()
        self.show_items(self._items)

    def _toggle(self, place: int) -> None:
        if place < len(self.rows):
            self.rows[place].box.toggle()

    def _take(self, place: int, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(self._items[place].text)


class CheckRow(QWidget):
    """One check: its number, a box, and its text, which wraps."""

    def __init__(self, number: int) -> None:
        super().__init__()
        key = parts.words(str(number), "key")
        key.setWordWrap(False)
        self.box = QCheckBox()
        self.box.setAccessibleDescription(tr("Key: {number}", number=number))
        self._text = parts.words("")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE // 2)
        line.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text, 1)

    def show_check(self, text: str, *, ticked: bool) -> None:
        """Show another check, ticked or not."""
        self._text.setText(text)
        self.box.setAccessibleName(text)
        with QSignalBlocker(self.box):
            self.box.setChecked(ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it wherever in the row it was pressed."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
