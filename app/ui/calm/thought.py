"""One thought beside the breathing: a technique for the moment after a hard call, each in its turn."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.techniques import Technique
from app.language import tr
from app.own_coaching import OwnCoaching
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE

SHOWN = ("stay-calm", "protect-yourself", "silence-judgement", "pressure-privilege")
"""The techniques for it, in their turn."""

LEADS_TO_BREATHS = "silence-judgement"

KEY = "T"
"""The key that shows another one; not N, which skips an offer of calm that may be in sight with it."""

_TO_SELF = "To yourself: "


class Thought(QFrame):
    """A card with one of the techniques in SHOWN; `breaths_asked` where it leads to three breaths."""

    breaths_asked = Signal()

    def __init__(self, coaching: OwnCoaching) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._techniques = [coaching.content.techniques[id] for id in SHOWN]
        self._turn = date.today().toordinal()
        self._title, self._why = words("", "strong"), words("", "soft")
        self._lines = words("")
        self.breathe = button(tr("Three slow breaths"))
        self.breathe.clicked.connect(self.breaths_asked)
        self.next = button(tr("Another thought"), "small")
        self.next.setText(f"{tr('Another thought')}   {KEY}")
        self.next.setAccessibleDescription(tr("Key: {key}", key=KEY))
        self.next.clicked.connect(self.show_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 3, SPACE * 2, SPACE * 3, SPACE * 2)
        column.setSpacing(SPACE + SPACE // 2)
        for each in (self._title, self._why, self._lines, row(self.breathe), row(self.next)):
            column.addWidget(each)
        self._show()

    @property
    def technique(self) -> Technique:
        """The technique that is shown."""
        return self._techniques[self._turn % len(self._techniques)]

    def show_next(self) -> None:
        """Show the one whose turn it is next."""
        self._turn += 1
        self._show()

    def show_breathing(self, breathing: bool) -> None:
        """Take whether an exercise goes on, which the card then does not interrupt."""
        self.breathe.setVisible(self.technique.id == LEADS_TO_BREATHS and not breathing)

    def _show(self) -> None:
        technique = self.technique
        self.setAccessibleName(tr("A thought: {title}", title=technique.title))
        self._title.setText(technique.title)
        self._why.setText(technique.why)
        self._lines.setText("\n".join(_to_self(technique.try_saying)))
        self.breathe.setVisible(technique.id == LEADS_TO_BREATHS)


def _to_self(lines: Sequence[str]) -> list[str]:
    """Give what one may say to oneself, else the first of what one may say at all."""
    own = [line.removeprefix(_TO_SELF) for line in lines if line.startswith(_TO_SELF)] or list(lines[:1])
    quoted = (f"\N{LEFT DOUBLE QUOTATION MARK}{line}\N{RIGHT DOUBLE QUOTATION MARK}" for line in own)
    return [line[:1] + line[1:2].upper() + line[2:] for line in quoted]
