"""The techniques that were used: what the call itself shows, to be ticked, and any other by its name."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.journal import TechniqueUsed
from app.domain.techniques import Technique
from app.language import tr
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.reflect.tags import TagField

if TYPE_CHECKING:  # the finding of phrases comes with it
    from app.session.heard import Heard

_GOOD_TO_HAVE = ("positive-solutions", "follow-through", "circle-back")
"""What no call shows by itself; offered first where the user types."""


class Techniques(QWidget):
    """A tick for each technique that was heard, with where and what; the others are typed.

    `changed` tells that the user's choice is another.
    """

    changed = Signal()

    def __init__(self, techniques: Mapping[str, Technique], used: Sequence[TechniqueUsed]) -> None:
        super().__init__()
        self._titles = {each.id: each.title for each in _in_order(techniques)}
        self._used = {each.technique: each for each in used}
        self._heard: dict[str, Heard] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self._found = QWidget()
        self._column = QVBoxLayout(self._found)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE // 2)
        self.others = TagField(
            tr("Other techniques you used"), tr("Type to find a technique"), titles=self._titles
        )
        self.others.show_tags(list(self._used))
        self.others.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._found)
        column.addWidget(self.others)
        self._found.hide()

    @property
    def used(self) -> tuple[TechniqueUsed, ...]:
        """What is chosen, with what in the call speaks for it."""
        ticked = [id for id, tick in self.ticks.items() if tick.isChecked()]
        return tuple(self._as_used(id) for id in dict.fromkeys((*ticked, *self.others.tags)))

    def suggest(self, heard: "Sequence[Heard]") -> None:
        """Offer what the call shows; what of it was chosen before is ticked."""
        for each in heard:
            if each.technique not in self._titles or each.technique in self.ticks:
                continue
            self._heard[each.technique] = each
            where = tr("Heard at {moment}", moment=words.moment(each.t))
            evidence = words.addressed(words.plain(each.evidence))
            told = f"{where}: {evidence}" if evidence else where
            tick = _Tick(self._titles[each.technique], told, ticked=each.technique in self.others.tags)
            tick.box.toggled.connect(lambda _: self.changed.emit())
            self.ticks[each.technique] = tick.box
            self._column.addWidget(tick)
        self.others.show_tags([id for id in self.others.tags if id not in self.ticks])
        self._found.setVisible(bool(self.ticks))

    def _as_used(self, id: str) -> TechniqueUsed:
        known = self._used.get(id)
        if known is not None and known.evidence:
            return known
        heard = self._heard.get(id)
        return TechniqueUsed(id, heard.evidence if heard else "")


class _Tick(QWidget):
    """A box to tick, what it stands for, and what speaks for it; both texts wrap."""

    def __init__(self, text: str, told: str, *, ticked: bool) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setChecked(ticked)
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(told)
        column = QVBoxLayout()
        column.setContentsMargins(0, SPACE // 2, 0, 0)
        column.setSpacing(SPACE // 4)
        column.addWidget(parts.words(text))
        column.addWidget(parts.words(told, "caption"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE // 2)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it wherever it was pressed."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()


def _in_order(techniques: Mapping[str, Technique]) -> list[Technique]:
    """Give those that belong to looking back first."""
    return sorted(techniques.values(), key=lambda each: (each.id not in _GOOD_TO_HAVE, "R" not in each.marks))
