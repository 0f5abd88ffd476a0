"""Questions to look back with: a few that this call asks for, and all the others behind a button."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.techniques import Technique
from app.language import tr
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE

_ASKED = 3
"""Questions that are there at once."""

USUAL = ("purpose", "help-somehow", "protect-yourself")
"""Techniques whose questions are asked where the call itself asks for none."""


class Questions(QWidget):
    """Each question is a button: `asked` gives it, to be answered in the note."""

    asked = Signal(str)

    def __init__(
        self, techniques: Mapping[str, Technique], hints: Sequence[str], marked: Iterable[int]
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for t in marked:
            self._add(
                column, tr("You marked {moment}. What was it about this moment?", moment=words.moment(t))
            )
        asking = [each for each in techniques.values() if "R" in each.marks and each.reflect]
        hinted = [techniques[id] for id in dict.fromkeys(hints) if techniques.get(id) in asking]
        usual = [
            techniques[id] for id in USUAL if techniques.get(id) in asking and techniques[id] not in hinted
        ]
        first = [*hinted, *usual][:_ASKED]
        for technique in first:
            self._ask(column, technique)
        self.rest = QWidget()
        rest = QVBoxLayout(self.rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(SPACE // 2)
        for technique in asking:
            if technique not in first:
                self._ask(rest, technique)
        self.rest.hide()
        self.more = parts.button(tr("More questions"), "small")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_rest)
        column.addWidget(parts.row(self.more))
        column.addWidget(self.rest)

    def _ask(self, column: QVBoxLayout, technique: Technique) -> None:
        for question in technique.reflect:
            self._add(column, question, technique)

    def _add(self, column: QVBoxLayout, question: str, technique: Technique | None = None) -> None:
        made = parts.button(question, "question")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        made.setAccessibleDescription(tr("Answer it in the note"))
        if technique is not None:
            made.setProperty("technique", technique.id)
            made.setToolTip(technique.title)
        made.clicked.connect(lambda: self.asked.emit(question))
        column.addWidget(made)

    def _show_rest(self, on: bool) -> None:
        self.more.setText(tr("Fewer questions") if on else tr("More questions"))
        self.more.setAccessibleName(self.more.text())
        self.rest.setVisible(on)
