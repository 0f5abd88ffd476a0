"""What the user says a call was: its name, its type, what it was for, and a note to each marked moment."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.journal import Call, MarkedMoment
from app.language import tr
from app.report import words
from app.ui.pieces import parts


class Details(QWidget):
    """Three fields, each told when it is left or Enter is pressed: `renamed`, `typed`, `meant`."""

    renamed = Signal(str)
    typed = Signal(str)
    meant = Signal(str)

    def __init__(self, call: Call, types: Mapping[str, str]) -> None:
        super().__init__()
        self._known = words.plain(call.name)
        self.name = _field(tr("Name"), call.name, self._rename)
        self.purpose = _field(tr("Purpose"), call.purpose, self.meant.emit)
        self.type = parts.ChoiceBox()
        self.type.setAccessibleName(tr("Kind of call"))
        for id, title in types.items():
            self.type.addItem(title, id)
        self.type.setCurrentIndex(self.type.findData(call.call_type))
        self.type.activated.connect(lambda _: self.typed.emit(self.type.currentData()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            parts.section(
                tr("About this call"),
                (tr("Name"), self.name),
                (tr("Kind"), self.type),
                (tr("Purpose"), self.purpose),
            )
        )

    def _rename(self, name: str) -> None:
        if name:
            self._known = name
            self.renamed.emit(name)
        else:
            self.name.setText(self._known)  # a call without a name could not be told from others


class Marks(QWidget):
    """The marked moments, each with a note; `noted` gives the place in samples and the note."""

    noted = Signal(int, str)

    def __init__(self, marks: Sequence[MarkedMoment]) -> None:
        super().__init__()
        self.notes: dict[int, QLineEdit] = {}
        for mark in marks:
            at = words.moment(mark.t)
            field = _field(tr("Note to {at}", at=at), mark.note, partial(self.noted.emit, mark.t))
            field.setPlaceholderText(tr("A note"))
            self.notes[mark.t] = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        rows = [(words.moment(t), field) for t, field in self.notes.items()]
        column.addWidget(parts.section(tr("Moments you marked"), *rows))


def _field(name: str, text: str, tell: Callable[[str], object]) -> QLineEdit:
    """Give a field that tells what is in it when it is another text than before."""
    field = QLineEdit(words.plain(text))
    field.setAccessibleName(name)
    field.setCursorPosition(0)

    def left() -> None:
        if field.isModified():
            field.setModified(False)
            tell(field.text().strip())

    field.editingFinished.connect(left)
    return field
