"""The checks of a checklist as they are edited: a line each, with buttons to move and to delete it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.checklist_file import one_line
from app.domain.checklists import LONGEST_CHECK, MOST, moved, reworded
from app.domain.journal import ChecklistItem
from app.language import tr
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE


class ItemLine(QLineEdit):
    """The text of one check; Alt and the arrows up and down move it, Enter begins another one below."""

    moved = Signal(int)
    next_asked = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of Undo to the page where nothing typed here can be taken back."""
        asks = event.type() is QEvent.Type.ShortcutOverride and not self.isUndoAvailable()
        if asks and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that mean the whole check."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class ItemRow(QWidget):
    """One check as it is edited; `asked` gives by how many places to move it, 0 to delete it."""

    asked = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.line = ItemLine()
        self.line.setMaxLength(LONGEST_CHECK)
        self.line.setAccessibleName(tr("Check {number}", number=number))
        self.line.setAccessibleDescription(tr("Alt and an arrow move it, Enter begins another one below."))
        self.line.moved.connect(self.asked)
        key = parts.words(str(number), "key")
        key.setWordWrap(False)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE // 2)
        across.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.line, 1)
        self.up, self.down, self.delete = buttons = [parts.button(sign, "quiet") for sign in "↑↓×"]
        does = (
            (tr("Move up"), tr("Move up: check {number}", number=number)),
            (tr("Move down"), tr("Move down: check {number}", number=number)),
            (tr("Delete"), tr("Delete: check {number}", number=number)),
        )
        for made, (what, which), means in zip(buttons, does, (-1, 1, 0), strict=True):
            made.setAccessibleName(which)
            made.setToolTip(what)
            made.clicked.connect(lambda _, means=means: self.asked.emit(means))
            across.addWidget(made)


class Items(QWidget):
    """The checks in their order; `changed` says that they are others now, `deleted` gives the check that is
    gone, after its place in `items`.

    A check without text is there to be written, and is none of `items`.
    """

    changed = Signal()
    deleted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Checks"))
        self._shown: tuple[ChecklistItem, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        # All that there can be, once: so they keep their place in the Tab order.
        self._rows = [ItemRow(number) for number in range(1, MOST + 1)]
        for place, row in enumerate(self._rows):
            row.hide()
            row.line.textEdited.connect(lambda _: self.changed.emit())
            row.line.next_asked.connect(lambda place=place: self._insert(place + 1))
            row.asked.connect(lambda by, place=place: self._move(place, by) if by else self._delete(place))
            column.addWidget(row)

    @property
    def rows(self) -> list[ItemRow]:
        """The rows of the checks that there are."""
        return self._rows[: len(self._shown)]

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """The checks as they are written now."""
        return tuple(each for each in self._written if each.text)

    @property
    def full(self) -> bool:
        """Whether each key from 1 to 9 has its check."""
        return len(self._shown) >= MOST

    def show_items(self, items: Sequence[ChecklistItem], focus: int | None = None) -> None:
        """Show these checks; the keys go to the one at `focus`."""
        self._shown = tuple(items)[:MOST]
        for place, row in enumerate(self._rows):
            there = place < len(self._shown)
            if there and row.line.text() != self._shown[place].text:
                row.line.setText(self._shown[place].text)
                row.line.setCursorPosition(0)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place + 1 < len(self._shown))
            row.setVisible(there)
            if not there:
                row.line.setText("")  # unlike clear(), which can be undone
        if focus is not None and self.rows:
            self.rows[min(focus, len(self._shown) - 1)].line.setFocus()

    def add(self) -> None:
        """Begin another check at the end."""
        self._insert(len(self._shown))

    @property
    def _written(self) -> tuple[ChecklistItem, ...]:
        """What is written in every line, also in those that are still empty."""
        return tuple(
            reworded(item, one_line(row.line.text()))
            for row, item in zip(self.rows, self._shown, strict=True)
        )

    def _insert(self, place: int) -> None:
        if not self.full:
            items = self._written
            self.show_items((*items[:place], ChecklistItem(""), *items[place:]), place)
            self.changed.emit()

    def _move(self, place: int, by: int) -> None:
        to = min(max(place + by, 0), len(self._shown) - 1)
        if to != place:
            self.show_items(moved(self._written, place, by), to)
            self.changed.emit()

    def _delete(self, place: int) -> None:
        items = self._written
        self.show_items((*items[:place], *items[place + 1 :]), place)
        if items[place].text:
            self.deleted.emit(sum(bool(each.text) for each in items[:place]), items[place])
        else:
            self.changed.emit()
