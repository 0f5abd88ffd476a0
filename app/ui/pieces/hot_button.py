"""Which hot button was or may be pushed: one of one's own, a usual one, or any other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from app.ui.pieces.parts import ChoiceBox

_LONGEST = 100
"""Letters of a hot button."""


class HotButton(ChoiceBox):
    """A list to choose from and a field to type into; `changed` tells that the user did either.

    `hint` stands in the field while it is empty.
    """

    changed = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self._line = line = QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setToolTip(hint)
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        completer = QCompleter(self.model(), self)  # one that never types by itself
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.editTextChanged.connect(lambda _: self.changed.emit())

    @property
    def text(self) -> str:
        """What is chosen or typed, "" for none."""
        return " ".join(self.currentText().split())

    def offer(self, offered: Iterable[str]) -> None:
        """Offer these, each once; what is typed stays."""
        known: dict[str, str] = {}
        for each in offered:
            if each.strip():
                known.setdefault(each.strip().casefold(), each.strip())
        typed = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems([*known.values()])
        self.show_text(typed)
        self.blockSignals(False)

    def show_text(self, text: str) -> None:
        """Show this as typed, with nothing that Ctrl+Z could bring back."""
        self.setCurrentIndex(-1)
        self._line.setText(text)  # unlike clear(), which can be undone
