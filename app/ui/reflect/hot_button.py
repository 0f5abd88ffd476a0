"""Which hot button was pushed: one of one's own, a usual one, or any other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from app.ui.pieces.parts import ChoiceBox

_HINT = "None, or type your own"

_LONGEST = 100
"""Letters of a hot button."""


class HotButton(ChoiceBox):
    """A list to choose from and a field to type into; `changed` tells that the user did either."""

    changed = Signal()

    def __init__(self, name: str, offered: Iterable[str], now: str) -> None:
        super().__init__()
        line = QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(name)
        line.setPlaceholderText(_HINT)
        line.setToolTip(_HINT)
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        known: dict[str, str] = {}
        for each in offered:
            if each.strip():
                known.setdefault(each.strip().casefold(), each.strip())
        self.addItems([*known.values()])
        completer = QCompleter([*known.values()], self)  # one that never types by itself
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        self.setEditText(now)
        self.editTextChanged.connect(lambda _: self.changed.emit())

    @property
    def text(self) -> str:
        """What was pushed, "" for none."""
        return " ".join(self.currentText().split())
