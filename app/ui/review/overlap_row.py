"""One overlap as it is judged: what was measured and why, and the user's own word beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from app.domain.timeline import Overlap, Speaker, samples, seconds
from app.language import Texts, tr
from app.report import words
from app.ui.call.overlaps import LabelChoice
from app.ui.pieces import parts
from app.ui.pieces.shapes import Shape
from app.ui.pieces.theme import SPACE

BEFORE = samples(3.0)
"""How much before an overlap it is played from."""

_AROUND = samples(1.0)
"""What is heard before and after an overlap that is heard over and over."""

_INTO = Texts(
    {
        Speaker.AGENT: "You, into the customer's speech",
        Speaker.CUSTOMER: "The customer, into your speech",
    }
)


class OverlapRow(QFrame):
    """Says what an overlap was; "=" says that it is right, J plays it, L plays it over and over.

    `labelled` gives the user's label, None where it is taken back; `play_asked` a sample to play from,
    `loop_asked` a stretch (samples).
    """

    labelled = Signal(object)
    play_asked = Signal(object)
    loop_asked = Signal(object, object)

    def __init__(self, overlap: Overlap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overlap = overlap
        self.label: str | None = None
        self._measured = words.overlap(overlap.label, overlap.by)
        self._why = words.addressed(words.plain(overlap.reason))
        at = words.moment(overlap.start)
        self._named = f"{at}  {_INTO[overlap.by]}, {words.span(seconds(overlap.end - overlap.start))}"
        self.setProperty("role", "entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choice = LabelChoice()
        self.choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choice.setAccessibleName(tr("What happened at {at}", at=at))
        self.choice.setSizeAdjustPolicy(LabelChoice.SizeAdjustPolicy.AdjustToContents)
        for label in words.LABELS:
            self.choice.addItem(words.overlap(label, overlap.by), label)
        self.choice.activated.connect(lambda _: self._judge(str(self.choice.currentData())))
        self.choice.currentIndexChanged.connect(lambda _: self._pick())  # by a letter it is not "activated"
        self.right = _deed(tr("It is right"), at, "=", self._confirm)
        self.back = _deed(tr("Take back"), at, "", lambda: self._judge(None), "slight")
        self.play = _deed(tr("Play from 3 s before"), at, "J", self._play)
        self.loop = _deed(tr("Over and over"), at, "L", self._repeat)
        self._told = parts.words("", "soft")
        self._own = parts.words("")
        self._lay_out()
        self.show_label(None)

    def show_label(self, label: str | None) -> None:
        """Show the user's own label; None for none."""
        self.label = label if label in words.LABELS else None
        self.choice.setCurrentIndex(self.choice.findData(self.label or self.overlap.label))
        self._told.setText(tr("Measured: {measured}. {why}", measured=self._measured, why=self._why))
        own = tr("You say: it is right.")
        if self.label not in (None, self.overlap.label):
            own = tr("You say: {overlap}.", overlap=words.overlap(str(self.label), self.overlap.by))
        self._own.setText(own if self.label is not None else "")
        self._own.setVisible(self.label is not None)
        self.back.setVisible(self.label is not None)
        self.right.setVisible(self.label != self.overlap.label)
        self.setAccessibleName(f"{self._named}. {self._told.text()} {self._own.text()}".strip())

    def show_sound(self, audible: bool) -> None:
        """Offer to play and to repeat only where there is sound."""
        self.play.setVisible(audible)
        self.loop.setVisible(audible)

    def event(self, event: QEvent) -> bool:
        """Keep its keys from being the page's while it has the keyboard."""
        mine = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if mine and isinstance(event, QKeyEvent) and self._deed_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for."""
        deed = self._deed_of(event)
        if deed is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        sign = Shape(str(self.overlap.by))
        judged, heard = parts.row(self.choice, self.right, self.back), parts.row(self.play, self.loop)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE - 2, SPACE, SPACE - 2, SPACE)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        named = parts.words(self._named, "strong")
        for row, held in enumerate((named, self._told, self._own, judged, heard)):
            grid.addWidget(held, row, 1)
        grid.setColumnStretch(1, 1)

    def _deed_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._play
        return {"=": self._confirm, "j": self._play, "l": self._repeat}.get(event.text().lower())

    def _confirm(self) -> None:
        self._judge(self.overlap.label)

    def _pick(self) -> None:
        """Take another label than the one that is shown."""
        chosen = str(self.choice.currentData())
        if chosen != (self.label or self.overlap.label):
            self._judge(chosen)

    def _judge(self, label: str | None) -> None:
        if label != self.label:
            at = self.back if label is None and self.back.hasFocus() else None
            at = self.right if label is not None and self.right.hasFocus() else at
            if at is not None:
                self.choice.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
            self.show_label(label)
            self.labelled.emit(label)

    def _play(self) -> None:
        self.play_asked.emit(max(0, self.overlap.start - BEFORE))

    def _repeat(self) -> None:
        self.loop_asked.emit(max(0, self.overlap.start - _AROUND), self.overlap.end + _AROUND)


def _deed(name: str, at: str, key: str, does: Callable[[], object], role: str = "small") -> QPushButton:
    made = parts.button(name, role, keys=key)
    made.setAccessibleName(f"{name}: {at}")
    made.clicked.connect(lambda: does())
    return made
