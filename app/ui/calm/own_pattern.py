"""A pattern of one's own: a name, and up to six steps with their seconds, drawn as it is made."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.breathing import (
    LONGEST_S,
    LONGEST_TITLE,
    MOST_PHASES,
    SHORTEST_S,
    Act,
    Pattern,
    Phase,
    fault,
)
from app.language import Texts, tr
from app.ui.calm import words as calm_words
from app.ui.calm.steps import BreathSteps
from app.ui.pieces.parts import ChoiceBox, button, card, labelled, row, words
from app.ui.pieces.theme import SPACE

ACTS = Texts({Act.IN: "Breathe in", Act.HOLD: "Hold", Act.OUT: "Breathe out"})
FIRST = (Phase(Act.IN, 4.0), Phase(Act.OUT, 6.0))
"""What a new pattern begins with."""


class OwnPattern(QWidget):
    """The form for one pattern; Esc leaves it as it was.

    `kept` gives its id ("" for a new one), title and phases; `deleted` its id; `left` wants to go back.
    """

    kept = Signal(str, str, tuple)
    deleted = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Name of the pattern"))
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.textChanged.connect(self._judge)
        self.title.returnPressed.connect(self._keep)
        self.steps: list[_Step] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE)
        self.add = button(tr("Add a step"))
        self.add.clicked.connect(self._add_step)
        self.picture = BreathSteps(SPACE * 9, moving=False)
        self.told = words("", "soft")
        self.keep, self.leave = button(tr("Keep it"), "primary"), button(tr("Back"), "quiet")
        self.leave.setText(f"{tr('Back')}   Esc")
        self.delete = button(tr("Delete this pattern"), "quiet")
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)
        self.delete.clicked.connect(lambda: self.deleted.emit(self._id))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        rows = QWidget()
        rows.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        column.addWidget(words(tr("A pattern of your own"), "title"))
        column.addWidget(
            card(
                labelled(tr("Name"), self.title),
                words(tr("One breath, step by step")),
                rows,
                row(self.add),
                self.picture,
                self.told,
                row(self.keep, self.leave, self.delete),
            )
        )

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases as they stand in the form."""
        return tuple(step.phase for step in self.steps)

    def show_pattern(self, pattern: Pattern | None) -> None:
        """Fill the form with a pattern, None for a new one."""
        self._id = pattern.id if pattern else ""
        self.delete.setVisible(bool(pattern))
        self._fill(pattern.phases if pattern else FIRST)
        self.title.setText(pattern.title if pattern else "")
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    def _fill(self, phases: Sequence[Phase]) -> None:
        for step in self.steps:
            self._column.removeWidget(step)
            step.hide()
            step.deleteLater()
        self.steps = []
        for phase in phases:
            self._place(phase)
        self._number()

    def _place(self, phase: Phase) -> "_Step":
        step = _Step(phase)
        step.changed.connect(self._judge)
        step.gone.connect(self._remove)
        self.steps.append(step)
        self._column.addWidget(step)
        return step

    def _add_step(self) -> None:
        last = self.steps[-1].phase.act
        step = self._place(Phase(Act.OUT if last is Act.HOLD else Act.HOLD, 4.0))
        self._number()
        step.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, step: "_Step") -> None:
        place = self.steps.index(step)
        self._fill([each.phase for each in self.steps if each is not step])
        self.steps[min(place, len(self.steps) - 1)].act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        """Name the steps by their place; two are the fewest."""
        for number, step in enumerate(self.steps, 1):
            step.number(number, removable=len(self.steps) > 2)
        self.add.setEnabled(len(self.steps) < MOST_PHASES)
        self._judge()

    def _judge(self) -> None:
        """Draw what there is, and say what is missing or how long a breath takes."""
        wrong = calm_words.wrong(fault(self.title.text(), self.phases))
        pattern = Pattern("", self.title.text(), self.phases)
        drawable = not fault("drawn", self.phases)
        if drawable:
            self.picture.show_moment(pattern)
            self.picture.setAccessibleName(calm_words.rhythm(pattern))
        self.picture.setEnabled(drawable)
        self.told.setText(wrong or tr("One breath takes {seconds:g} seconds.", seconds=pattern.cycle_s))
        self.keep.setEnabled(not wrong)

    def _keep(self) -> None:
        if not fault(self.title.text(), self.phases):
            self.kept.emit(self._id, self.title.text().strip(), self.phases)


class _Step(QWidget):
    """One step: what, how many seconds, and away with it."""

    changed = Signal()
    gone = Signal(object)

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self.act = ChoiceBox()
        for act, name in ACTS.items():
            self.act.addItem(name, act.value)
        self.act.setCurrentIndex(list(ACTS).index(phase.act))
        self.seconds = QDoubleSpinBox()
        self.seconds.setRange(SHORTEST_S, LONGEST_S)
        self.seconds.setSingleStep(0.5)
        self.seconds.setDecimals(1)
        self.seconds.setSuffix(" s")
        self.seconds.setValue(phase.seconds)
        # A style sheet's padding does nothing here.
        self.seconds.lineEdit().setTextMargins(SPACE + 2, 0, 0, 0)
        self.remove = button(tr("Remove"), "quiet")
        self.act.currentIndexChanged.connect(self.changed)
        self.seconds.valueChanged.connect(self.changed)
        self.remove.clicked.connect(lambda: self.gone.emit(self))
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(row(self.act, self.seconds, self.remove))

    @property
    def phase(self) -> Phase:
        """The phase as it stands here."""
        return Phase(Act(self.act.currentData(Qt.ItemDataRole.UserRole)), self.seconds.value())

    def number(self, number: int, *, removable: bool) -> None:
        """Take the place among the steps, from 1."""
        self.act.setAccessibleName(tr("Step {number}", number=number))
        for field in (self.seconds, self.seconds.lineEdit()):
            field.setAccessibleName(tr("Seconds of step {number}", number=number))
        self.remove.setAccessibleName(tr("Remove step {number}", number=number))
        self.remove.setEnabled(removable)
