"""What to breathe, and for how long: chosen once and remembered, so that Enter is enough the next time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.breathing import LENGTHS_S, READY_MADE, THREE_BREATHS, Pattern, own_patterns
from app.language import marked, tr
from app.settings import KeptSettings
from app.ui.calm import words as calm_words
from app.ui.calm.steps import BreathSteps
from app.ui.pieces.parts import ChoiceBox, button, card, labelled, row, words
from app.ui.pieces.theme import SPACE

OFF = marked("Where you are and as you are. Feet on the floor helps.")


class Choosing(QWidget):
    """The patterns with a drawing of one breath, the length, the tone; `begin_asked` wants to begin.

    `new_asked` wants a pattern of one's own, `change_asked` gives the one that is to be changed.
    """

    begin_asked = Signal()
    new_asked = Signal()
    change_asked = Signal(object)

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__()
        self._settings = settings
        self.pattern_choice, self.length_choice = ChoiceBox(), ChoiceBox()
        self.pattern_choice.setAccessibleName(tr("How to breathe"))
        self.length_choice.setAccessibleName(tr("How long"))
        self.picture = BreathSteps(SPACE * 9, moving=False)
        self._about = words("", "soft")
        self.tone = QCheckBox(tr("A soft tone"))
        self.tone.setAccessibleDescription(tr("Sounds where each part of a breath begins; never in a call."))
        self.begin = button(tr("Begin"), "primary")
        self.begin.setText(f"{tr('Begin')}   {tr('Enter')}")
        self.begin.setAccessibleDescription(tr("Key: {key}", key=tr("Enter")))
        self.new = button(tr("New pattern"), "quiet")
        self.change = button(tr("Edit pattern"), "quiet")
        self.begin.clicked.connect(self.begin_asked)
        self.new.clicked.connect(self.new_asked)
        self.change.clicked.connect(lambda: self.change_asked.emit(self.pattern))
        self.pattern_choice.activated.connect(self._choose_pattern)
        self.length_choice.activated.connect(self._choose_length)
        self.tone.toggled.connect(lambda on: settings.change(calm_tone=on))
        self._length_field = labelled(tr("How long"), self.length_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        column.addWidget(words(tr("Calm"), "title"))
        column.addWidget(words(tr(OFF), "soft"))
        column.addWidget(
            card(
                labelled(tr("How to breathe"), self.pattern_choice),
                self.picture,
                self._about,
                self._length_field,
                self.tone,
                row(self.begin, self.new, self.change),
            )
        )
        self.refresh()

    @property
    def pattern(self) -> Pattern:
        """The pattern that is chosen; three breaths where that is not there any more."""
        return self._patterns.get(self._settings.now.calm_pattern, THREE_BREATHS)

    @property
    def length_s(self) -> int:
        """Seconds that are chosen; a pattern of a few breaths has a length of its own."""
        return self._settings.now.calm_length_s

    def refresh(self) -> None:
        """Show again what the settings hold."""
        now = self._settings.now
        self._patterns = {**READY_MADE, **own_patterns(now.own_patterns)}
        chosen, lengths = self.pattern, sorted({*LENGTHS_S, now.calm_length_s})
        self.pattern_choice.clear()
        for pattern in self._patterns.values():
            self.pattern_choice.addItem(calm_words.title(pattern), pattern.id)
        self.pattern_choice.setCurrentIndex(self.pattern_choice.findData(chosen.id))
        self.length_choice.clear()
        for seconds in lengths:
            self.length_choice.addItem(calm_words.asked(seconds), seconds)
        self.length_choice.setCurrentIndex(lengths.index(now.calm_length_s))
        self.tone.setChecked(now.calm_tone)
        self._show_pattern()

    def _choose_pattern(self) -> None:
        self._settings.change(calm_pattern=self.pattern_choice.currentData(Qt.ItemDataRole.UserRole))
        self._show_pattern()

    def _choose_length(self) -> None:
        self._settings.change(calm_length_s=self.length_choice.currentData(Qt.ItemDataRole.UserRole))

    def _show_pattern(self) -> None:
        pattern = self.pattern
        rhythm = calm_words.rhythm(pattern)
        self.picture.show_moment(pattern)
        self.picture.setAccessibleName(rhythm)
        self._about.setText(calm_words.about(pattern) or f"{rhythm}.")
        self._length_field.setVisible(pattern.breaths is None)
        self.change.setVisible(pattern.id not in READY_MADE)
