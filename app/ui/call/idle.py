"""The call page before a call: what will happen, with what, and how to begin."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.techniques import CallType
from app.language import marked, tr
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.settings.rows import Row

PROMISE = marked(
    "Evenkeel listens to both sides of the call and shows how the talking is shared. "
    "All of it happens on this computer: the sound is not kept, and nothing leaves the machine."
)
PRACTICE = marked(
    "A complaint of three minutes runs through the same listening, as if it were your call. "
    "It needs no microphone. You see it at work, you do not hear it."
)
BANDS = marked("The band is where your part of the talking usually does well.")


class CallIdle(QWidget):
    """Says what a call would be heard with, and offers to start one or to practise."""

    start_asked = Signal()
    practice_asked = Signal(float)
    call_type_chosen = Signal(str)

    def __init__(self, call_types: Mapping[str, CallType], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._types = call_types
        self.call_type = parts.ChoiceBox()
        self.call_type.setAccessibleName(tr("Kind of call"))
        for each in call_types.values():
            self.call_type.addItem(each.title, each.id)
        self.call_type.currentIndexChanged.connect(self._describe_type)
        self.call_type.activated.connect(
            lambda _: self.call_type_chosen.emit(str(self.call_type.currentData()))
        )
        self._band = parts.words("", "soft")
        self._band.setToolTip(f"{tr(BANDS)} {tr(words.BAND_NOTE)}")
        self._chosen = [parts.words("") for _ in range(3)]
        self.start = parts.button(tr("Start call"), "primary", "start")
        self.start.clicked.connect(self.start_asked)
        begin = parts.card(
            parts.words(tr("Listen to a call"), "title"),
            parts.words(tr(PROMISE), "soft"),
            self._choices(),
            parts.row(self.start),
        )

        self.practice = parts.button(tr("In real time"))
        self.practice.setAccessibleName(tr("Practice with the sample call in real time"))
        self.practice.clicked.connect(lambda: self.practice_asked.emit(1.0))
        self.practice_fast = parts.button(tr("4 times as fast"))
        self.practice_fast.setAccessibleName(tr("Practice with the sample call, 4 times as fast"))
        self.practice_fast.clicked.connect(lambda: self.practice_asked.emit(4.0))
        practise = parts.card(
            parts.words(tr("Practice with the sample call"), "strong"),
            parts.words(tr(PRACTICE), "soft"),
            parts.row(self.practice, self.practice_fast),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts.page(begin, practise))
        self._describe_type()

    def show_choices(self, call_type: str, agent: str, customer: str, recogniser: str) -> None:
        """Show what is chosen: the id of the call's type, and names of the inputs and the recogniser."""
        self.call_type.setCurrentIndex(max(0, self.call_type.findData(call_type)))
        for label, text in zip(self._chosen, (agent, customer, recogniser), strict=True):
            label.setText(text)

    def show_starting(self, starting: bool) -> None:
        """Say that a call is being started; meanwhile no other can be."""
        self.start.setEnabled(not starting)
        for each in (self.practice, self.practice_fast, self.call_type):
            each.setEnabled(not starting)

    def _choices(self) -> QWidget:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, SPACE, 0, SPACE)
        column.setSpacing(SPACE // 2)
        column.addWidget(Row(tr("&Kind of call"), self.call_type, self._band))
        for name, label in zip(
            (tr("Your microphone"), tr("Customer's side"), tr("Words")), self._chosen, strict=True
        ):
            label.setProperty("role", "field")
            label.setIndent(0)
            column.addWidget(Row(name, label))
        return choices

    def _describe_type(self) -> None:
        chosen = self._types.get(str(self.call_type.currentData()))
        if chosen:
            band = words.band((chosen.low, chosen.high))
            self._band.setText(tr("Talk ratio band {band}, {note}", band=band, note=tr(words.BAND_BRIEFLY)))
