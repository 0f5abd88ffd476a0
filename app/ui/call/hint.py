"""The one hint of the moment, and what there is to know about the call's surroundings."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.techniques import Technique
from app.domain.timeline import Cue
from app.language import tr
from app.report import words
from app.ui.call import words as call_words
from app.ui.call.words import Notice
from app.ui.pieces import parts
from app.ui.pieces.shapes import Shape
from app.ui.pieces.theme import SPACE


class HintView(QFrame):
    """Shows one hint, or that there is none; it never changes its place."""

    def __init__(self, techniques: Mapping[str, Technique], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._techniques = techniques
        self._cue: Cue | None = None
        self.setProperty("role", "card")
        self._shape = Shape()
        self.kind = QLabel()
        self.kind.setProperty("role", "caption")
        self.title = parts.words("", "caption")
        self.text = parts.words("", "title")
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._shape)
        head.addWidget(self.kind, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 3, SPACE * 2, SPACE * 3, SPACE * 2)
        column.setSpacing(SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.title)
        column.addStretch(1)
        self._write()

    @property
    def cue(self) -> Cue | None:
        """The hint that is shown, None while there is none."""
        return self._cue

    def show_cue(self, cue: Cue | None) -> None:
        """Show this hint in place of the last, or that there is none."""
        if cue != self._cue:
            self._cue = cue
            self._write()

    def _write(self) -> None:
        cue = self._cue
        if cue is None:
            told, title, text = tr("Hints"), "", tr(call_words.CALM)
        else:
            technique = self._techniques.get(cue.id)
            told = call_words.KINDS[cue.kind]
            title, text = technique.title if technique else "", cue.text
        self._shape.show_shape(cue.kind if cue else "")
        self._shape.setVisible(cue is not None)
        self.kind.setText(told)
        self.title.setText(words.plain(title))
        self.title.setVisible(bool(title))
        self.text.setText(words.plain(text))
        self.text.setProperty("role", "title" if cue else "soft")
        self.text.style().polish(self.text)
        self.setAccessibleName(f"{told}: {title}. {text}" if title else text)


class NoticesView(QWidget):
    """What there is to know besides the numbers, one line each; it takes its room only from what is below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[Notice] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self.hide()

    @property
    def shown(self) -> Sequence[Notice]:
        """The notices that are shown."""
        return self._shown

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these in place of the last ones."""
        if list(notices) == list(self._shown):
            return
        self._shown = list(notices)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for notice in notices:
            self._column.addWidget(_strip(notice))
        self.setVisible(bool(notices))


def _strip(notice: Notice) -> QFrame:
    strip = QFrame()
    strip.setProperty("role", "notice")
    strip.setAccessibleName(notice.text)
    line = QHBoxLayout(strip)
    line.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
    line.setSpacing(SPACE)
    line.addWidget(Shape(notice.shape), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(parts.words(words.plain(notice.text)), 1)
    return strip
