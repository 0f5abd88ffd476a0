"""Who spoke into whose speech, why each is called what it is called, and the user's own word for it."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.timeline import Overlap
from app.language import tr
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.shapes import Shape
from app.ui.pieces.theme import SPACE

FIRST = 12
"""Rows that are there at once; the others come when they are asked for."""


class LabelChoice(parts.ChoiceBox):
    """A choice of labels; the wheel scrolls the page and never changes one by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def changes(report: Report, labels: Mapping[int, str]) -> dict[int, str]:
    """Give those own labels (place in the report -> label) that differ from the measured ones."""
    overlaps = report.overlaps
    return {
        place: label
        for place, label in labels.items()
        if label in words.LABELS and 0 <= place < len(overlaps) and label != overlaps[place].label
    }


class OverlapsView(QWidget):
    """A row for each overlap: when, what, why, and a choice of what it really was.

    `labels` are the user's own so far (place in the report -> label). `relabelled` gives the overlap's place
    in the report and its label, the measured one when taken back.
    """

    relabelled = Signal(int, str)

    def __init__(
        self,
        report: Report,
        parent: QWidget | None = None,
        *,
        labels: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._labels = changes(report, labels)
        self.choices: dict[int, LabelChoice] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        column.addLayout(self._rows)
        # Cut-ins first: they are what is counted, and what one may see otherwise.
        order = sorted(
            range(len(report.overlaps)),
            key=lambda place: report.overlaps[place].label not in INTERRUPTIONS,
        )
        self._waiting = order[FIRST:]
        for place in order[:FIRST]:
            self._add(place)
        if self._waiting:
            self.more = parts.button(tr("Show {n} more", n=len(self._waiting)), "quiet")
            self.more.clicked.connect(self._show_rest)
            column.addWidget(parts.row(self.more))

    @property
    def labels(self) -> Mapping[int, str]:
        """The user's own labels that differ from the measured ones: place in the report -> label."""
        return self._labels

    def _show_rest(self) -> None:
        waiting, self._waiting = self._waiting, []
        for place in waiting:
            self._add(place)
        self.more.hide()

    def _add(self, place: int) -> None:
        overlap = self._report.overlaps[place]
        at, who = words.moment(overlap.start), words.PEOPLE[overlap.by]
        choice = LabelChoice()
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setAccessibleName(tr("What happened at {at}, {who}", at=at, who=who))
        choice.setSizeAdjustPolicy(LabelChoice.SizeAdjustPolicy.AdjustToContents)
        for label in words.LABELS:
            choice.addItem(words.overlap(label, overlap.by), label)
        own = self._labels.get(place)
        choice.setCurrentIndex(choice.findData(own or overlap.label))
        undo = parts.button(tr("Undo"), "quiet")
        undo.setAccessibleName(tr("Undo your label at {at}", at=at))
        if own is None:
            undo.hide()
        told = parts.words(_told(overlap, own is not None), "caption")
        choice.activated.connect(lambda _: self._relabel(place, str(choice.currentData())))
        undo.clicked.connect(lambda: choice.setCurrentIndex(choice.findData(overlap.label)))
        undo.clicked.connect(lambda: self._relabel(place, overlap.label))

        def restate(changed: int, label: str) -> None:
            if changed == place:
                own = label != overlap.label
                undo.setVisible(own)
                told.setText(_told(overlap, own))

        self.relabelled.connect(restate)
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        time = parts.words(at, "strong")
        time.setMinimumWidth(time.fontMetrics().horizontalAdvance("0:00:00"))
        grid.addWidget(Shape(str(overlap.by)), 0, 0)
        grid.addWidget(time, 0, 1)
        grid.addWidget(parts.row(choice, undo), 0, 2)
        grid.addWidget(told, 1, 2)
        grid.setColumnStretch(2, 1)
        self.choices[place] = choice
        self._rows.addWidget(row)

    def _relabel(self, place: int, label: str) -> None:
        if label == self._labels.get(place, self._report.overlaps[place].label):
            return
        if label == self._report.overlaps[place].label:
            del self._labels[place]
        else:
            self._labels[place] = label
        self.relabelled.emit(place, label)


def _told(overlap: Overlap, own: bool) -> str:
    """Say why it was labelled as it was, and as what where the user's own label hides that."""
    why = words.addressed(words.plain(overlap.reason))
    if not own:
        return why
    measured = words.overlap(overlap.label, overlap.by)
    return tr("Measured as: {overlap}. {why}", overlap=measured, why=why)
