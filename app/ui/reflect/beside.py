"""What there is to look at while one writes: better phrases, the transcript, and who cut in on whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import tr
from app.session.snapshot import Mark
from app.ui.call.overlaps import OverlapsView
from app.ui.call.transcript import TranscriptView
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.reflect.material import Material
from app.ui.review.phrase_row import better_phrase

_LINES = 18
"""Lines of the transcript that are seen at once."""


class Beside(QWidget):
    """Better phrases, the transcript while it lasts, and the overlaps.

    `relabelled` gives an overlap's place and the user's own label, None when that is taken back.
    """

    relabelled = Signal(int, object)

    def __init__(self, material: Material) -> None:
        super().__init__()
        report = material.report
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        self.there = bool(material.rephrasings)
        if material.rephrasings:
            column.addWidget(
                parts.titled(tr("Your better phrases"), *map(better_phrase, material.rephrasings))
            )
        if report is None:
            column.addStretch(1)
            return
        if report.transcript:
            view = TranscriptView()
            view.add(*report.transcript, *(Mark(each.t) for each in material.marks))
            view.setMinimumHeight(view.fontMetrics().lineSpacing() * _LINES)
            view.rest()
            column.addWidget(parts.card(parts.words(tr("What was said"), "strong"), view))
        if report.overlaps:
            self.overlaps = OverlapsView(report, labels=material.labels)
            self.overlaps.relabelled.connect(self._relabel)
            note = tr("Cut-ins come first. Your own word counts.")
            column.addWidget(
                parts.card(
                    parts.words(tr("When you spoke at the same time"), "strong"),
                    parts.words(note, "soft"),
                    self.overlaps,
                )
            )
        column.addStretch(1)
        self.there = self.there or bool(report.transcript or report.overlaps)

    def _relabel(self, place: int) -> None:
        self.relabelled.emit(place, self.overlaps.labels.get(place))
