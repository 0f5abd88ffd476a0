"""Lists of words to edit as text, a line each: the jargon of each kind of call, and negative words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app import own_words
from app.domain.heat import NEGATIVE
from app.domain.techniques import Coaching
from app.language import tr
from app.own_coaching import plain_limit
from app.settings import KeptSettings
from app.ui.pieces.parts import ChoiceBox, words
from app.ui.pieces.theme import SPACE

_LINES = 9
"""Lines that are seen at once."""

_PAUSE_MS = 400
"""How long nothing is typed before it is kept."""

EVERY_CALL = "general"
"""The call type whose jargon counts in every call."""


class Lines(QPlainTextEdit):
    """A text of lines; `paused` comes when typing pauses, and when the field is left."""

    paused = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.textChanged.connect(self._pause.start)
        self._fit()

    @property
    def pending(self) -> bool:
        """Whether something is being typed."""
        return self._pause.isActive()

    def show_lines(self, text: str) -> None:
        """Show another text, as nothing that was typed."""
        self.setPlainText(text)
        self._pause.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the field's end for a pause."""
        super().focusOutEvent(event)
        self.pause()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the page's end for a pause."""
        super().hideEvent(event)
        self.pause()

    def pause(self) -> None:
        """Have what was typed kept now."""
        if self._pause.isActive():
            self._pause.stop()
            self.paused.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Show as many lines with another type."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        margins = 2 * round(self.document().documentMargin()) + 2 * SPACE
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + margins)


class WordList(QWidget):
    """Words to edit; what can be kept is kept at once, and why a line can't be is said below."""

    def __init__(self, settings: KeptSettings, name: str, *above: QWidget) -> None:
        super().__init__()
        self._settings = settings
        self.lines = Lines(name)
        self.told = words("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for each in (*above, self.lines, self.told):
            column.addWidget(each)
        self.setFocusProxy(above[0] if above else self.lines)
        self.lines.paused.connect(self._take)

    def show_settings(self) -> None:
        """Show what the settings hold; lines that could not be kept stay to be mended."""
        if self.lines.pending:
            return
        typed, amiss = self._read(self.lines.toPlainText())
        held = self._held()
        if typed != held or list(typed) != list(held):
            self._show()
        else:
            self._say(amiss)

    def _show(self) -> None:
        self.lines.show_lines(own_words.written(self._held()))
        self._say("")

    def _take(self) -> None:
        typed, amiss = self._read(self.lines.toPlainText())
        self._say(amiss)
        self._keep(typed)

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _read(self, typed: str) -> tuple[Sequence[str] | Mapping[str, str], str]:
        raise NotImplementedError

    def _held(self) -> Sequence[str] | Mapping[str, str]:
        raise NotImplementedError

    def _keep(self, typed: Sequence[str] | Mapping[str, str]) -> None:
        raise NotImplementedError


class NegativeWords(WordList):
    """The customer's words that count as a sign of heat."""

    @property
    def usual(self) -> str:
        """The words that come with the product."""
        return tr("the words that come with Evenkeel")

    def __init__(self, settings: KeptSettings, content: Coaching) -> None:
        super().__init__(settings, tr("Negative words, one a line"))
        self._shipped = list(content.lists[NEGATIVE].phrases)
        self.show_settings()

    @property
    def own(self) -> bool:
        """Whether the user has words of their own."""
        return self._settings.now.own_negative_words is not None

    def reset(self) -> None:
        """Take the words that come with the product."""
        self._settings.reset("own_negative_words")
        self._show()

    def _read(self, typed: str) -> tuple[list[str], str]:
        return own_words.read_words(typed)

    def _held(self) -> list[str]:
        own = self._settings.now.own_negative_words
        return self._shipped if own is None else own

    def _keep(self, typed: Sequence[str] | Mapping[str, str]) -> None:
        own = list(typed)
        self._settings.change(own_negative_words=None if own == self._shipped else own)


class Jargon(WordList):
    """The words to put plainly in a kind of call, each with its plain word."""

    def __init__(self, settings: KeptSettings, content: Coaching) -> None:
        self.kind = ChoiceBox()
        super().__init__(settings, tr("Jargon, a word and its plain word a line"), self.kind)
        self._shipped, self._limit = content.jargon, plain_limit(content)
        self.kind.setAccessibleName(tr("Jargon of which calls"))
        self.kind.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(8)
        for kind in sorted(content.call_types.values(), key=lambda kind: kind.id != EVERY_CALL):
            self.kind.addItem(tr("Every call") if kind.id == EVERY_CALL else kind.title, kind.id)
        self.kind.currentIndexChanged.connect(self._turn)
        self._id = EVERY_CALL
        self.show_settings()

    @property
    def own(self) -> bool:
        """Whether the user has a list of their own for the kind that is shown."""
        return self._id in self._settings.now.own_jargon

    @property
    def usual(self) -> str:
        """The list that comes with the product."""
        return tr("the starter list for {call_type}", call_type=self.kind.currentText())

    def reset(self) -> None:
        """Take the list that comes with the product, for the kind that is shown."""
        self._keep(self._starter)
        self._show()

    def _turn(self) -> None:
        """Show the list of another kind; what was typed for the last one is kept."""
        self.lines.pause()
        self._id = self.kind.currentData()
        self._show()

    @property
    def _starter(self) -> dict[str, str]:
        return dict(self._shipped.get(self._id, {}))

    def _read(self, typed: str) -> tuple[dict[str, str], str]:
        return own_words.read_jargon(typed, self._limit)

    def _held(self) -> Mapping[str, str]:
        held: Mapping[str, str] = self._settings.now.own_jargon.get(self._id, self._starter)
        return held

    def _keep(self, typed: Sequence[str] | Mapping[str, str]) -> None:
        assert isinstance(typed, Mapping)
        others = {id: held for id, held in self._settings.now.own_jargon.items() if id != self._id}
        starter = self._starter
        same = typed == starter and list(typed) == list(starter)
        self._settings.change(own_jargon=others if same else {**others, self._id: dict(typed)})
