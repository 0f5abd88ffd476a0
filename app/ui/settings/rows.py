"""What Settings is made of: sections, and in them a row for each thing that can be chosen."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from app.language import tr
from app.policy import SET_BY
from app.ui.pieces.parts import button, words
from app.ui.pieces.theme import SPACE
from app.ui.settings.finding import Wanted, holds

_NAME = 22
"""Average widths of a letter that the names of a section take beside what they name."""

_BESIDE = 58
"""Average widths of a letter that a row needs for its name to stand beside what it names."""

_UNBOUND = 16_777_215
"""Qt's own "no limit" of a width."""


class Chosen(Protocol):
    """A control of one setting: `own` where it is not `usual`, its default in words."""

    @property
    def own(self) -> bool:
        """Whether something else is chosen than its default."""

    @property
    def usual(self) -> str:
        """Its default, in words."""

    def reset(self) -> None:
        """Choose its default."""

    def show_settings(self) -> None:
        """Show what the settings hold."""


class Row(QWidget):
    """A name and what it names: beside each other, or below where that is too narrow."""

    def __init__(self, name: str, *held: QWidget) -> None:
        super().__init__()
        self._name = words(name)
        self._name.setProperty("role", "field")
        self._name.setIndent(0)
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._held = QVBoxLayout()
        self._held.setSpacing(SPACE // 2)
        for each in held:
            self._held.addWidget(each)
        if held:
            self._name.setBuddy(held[0])
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SPACE // 2)
        self._line.addWidget(self._name)
        self._line.addLayout(self._held, 1)
        self._name.setVisible(bool(name))

    def minimumSizeHint(self) -> QSize:
        """Give the width of the wider of both, as they may stand below each other."""
        widest = max(self._name.minimumSizeHint().width(), self._held.minimumSize().width())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the name where there is room for it."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        beside = self.width() >= letter * _BESIDE
        self._name.setMinimumWidth(letter * _NAME if beside else 0)
        self._name.setMaximumWidth(letter * _NAME if beside else _UNBOUND)
        self._line.setSpacing(SPACE * 2 if beside else SPACE // 2)
        self._place(beside)

    def _place(self, beside: bool) -> None:
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if beside else directions.TopToBottom)


class Setting(Row):
    """One thing that can be chosen: what it means, its default, and a reset while something else is chosen.

    `reset_asked` says that the reset was pressed; who hears it resets the control. What is `fixed` by the
    organisation is shown as such, and can't be changed.
    """

    reset_asked = Signal()

    def __init__(self, name: str, control: QWidget, means: str = "", *, fixed: bool = False) -> None:
        self.name, self._means, self._fixed = name, means, fixed
        self.control = control
        control.setEnabled(not fixed)
        self.back = button(tr("Reset"), "quiet")
        self.back.clicked.connect(self._ask)
        self._told = words("", "caption")
        line = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, line)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(SPACE // 2)
        self._beside.addWidget(control, 1)
        self._beside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        super().__init__(name, line, self._told)
        self._name.setBuddy(control)
        self.show_settings()

    @property
    def chosen(self) -> Chosen:
        """What the row is for."""
        return self.control  # type: ignore[return-value]  # a widget that is a Chosen, too

    def explain(self, means: str) -> None:
        """Say what it means, in a sentence or two before its default."""
        self._means = means
        self.show_settings()

    def show_settings(self) -> None:
        """Show what the settings hold, and the reset where that is not the default."""
        self.chosen.show_settings()
        usual = self.chosen.usual
        if self.back.hasFocus() and not self.chosen.own:
            self.control.setFocus()
        self.back.setVisible(self.chosen.own and not self._fixed)
        self.back.setAccessibleName(tr("Reset {name} to {usual}", name=self.name, usual=usual))
        self.back.setToolTip(tr("Reset to {usual}", usual=usual))
        told = (
            (tr(SET_BY), self._means) if self._fixed else (self._means, tr("Default: {usual}.", usual=usual))
        )
        self._told.setText(" ".join(told).strip())
        self.control.setAccessibleDescription(self._told.text())

    def _ask(self) -> None:
        self.reset_asked.emit()

    def _place(self, beside: bool) -> None:
        super()._place(beside)
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(beside)  # so that the control keeps its width
        self.back.setSizePolicy(policy)


class Section(QFrame):
    """A card with a title and rows, of which those are shown that hold what is looked for."""

    def __init__(self, title: str, *held: QWidget, gap: int = SPACE * 2) -> None:
        super().__init__()
        self.title = title
        self.setProperty("role", "card")
        self._rows = held
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 3, SPACE * 2, SPACE * 3, SPACE * 2)
        column.setSpacing(gap)
        column.addWidget(words(title, "strong"))
        for each in held:
            column.addWidget(each)

    def narrow(self, looked_for: Wanted) -> bool:
        """Show only the rows that, with the title, hold what is looked for; say whether there are any."""
        found = False
        for each in self._rows:
            shown = holds(each, looked_for, self.title)
            each.setVisible(shown)
            found = found or shown
        self.setVisible(found)
        return found
