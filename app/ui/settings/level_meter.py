"""How loud an input is now: a bar of segments, and a word, as a bar alone says too little."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.audio.streams import Condition, StreamState
from app.language import tr
from app.ui.pieces import theme
from app.ui.pieces.parts import words
from app.ui.pieces.theme import SPACE

_QUIETEST_DB = -60.0
_SEGMENTS = 30
_SPEECH_DB = -45.0
"""From here on it may well be a voice."""
_HOT_DB = -6.0
"""From here on sound is at risk of being cut off."""


class LevelBar(QWidget):
    """The bar itself: -60 dB of full scale at the left, 0 at the right; `level` None is an empty bar."""

    def __init__(self) -> None:
        super().__init__()
        self._level: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def show_level(self, db: float | None) -> None:
        """Show a level in dB of full scale, 0 or less."""
        if db != self._level:
            self._level = db
            self.update()

    @property
    def lit(self) -> int:
        """How many of the segments are lit."""
        if self._level is None:
            return 0
        part = (self._level - _QUIETEST_DB) / -_QUIETEST_DB
        return round(_SEGMENTS * min(1.0, max(0.0, part)))

    def sizeHint(self) -> QSize:
        """Give a bar as tall as a line of text is."""
        return QSize(240, QFontMetrics(self.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segments: those that are lit taller, so that colour is not needed to tell them."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / _SEGMENTS
        hot = round(_SEGMENTS * (1 - _HOT_DB / _QUIETEST_DB))
        for number in range(_SEGMENTS):
            on = number < self.lit
            painter.setBrush((tokens.caution if number >= hot else tokens.accent) if on else tokens.line)
            tall = self.height() * (0.9 if on else 0.3)
            box = QRectF(number * step, (self.height() - tall) / 2, step * 0.6, tall)
            painter.drawRoundedRect(box, 2, 2)


class LevelMeter(QWidget):
    """One side's level, with a sentence of what is heard or what is wrong."""

    def __init__(self, side: str) -> None:
        super().__init__()
        self._side = side
        self.heard_speech = False
        self.bar = LevelBar()
        self.said = words("", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.bar)
        column.addWidget(self.said)
        self.say(tr("Not listening."))

    def say(self, sentence: str) -> None:
        """Show an empty bar and this sentence."""
        self.heard_speech = False
        self.bar.show_level(None)
        self._tell(sentence)

    def show_state(self, state: StreamState | None) -> None:
        """Show how the input is doing; None where this side has none."""
        if state is None:
            self.say(tr("There is no input for this side."))
            return
        self.bar.show_level(state.level_db if state.condition is Condition.HEARING else None)
        loud = state.condition is Condition.HEARING and (state.level_db or _QUIETEST_DB) > _SPEECH_DB
        self.heard_speech = self.heard_speech or loud
        if state.trouble:
            self._tell(state.trouble)
        elif state.condition is Condition.OPENING:
            self._tell(tr("Opening."))
        elif state.level_db is not None and state.level_db > _HOT_DB:
            self._tell(tr("Very loud. Turn it down a little."))
        elif self.heard_speech:
            self._tell(
                tr("We hear it: {device}.", device=state.device) if state.device else tr("We hear it.")
            )
        elif state.device:
            self._tell(tr("Quiet so far: {device}.", device=state.device))
        else:
            self._tell(tr("Quiet so far."))

    def _tell(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.bar.setAccessibleName(f"{self._side}: {sentence}")
