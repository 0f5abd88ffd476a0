"""What was said, beside the timeline: follows the playing, is corrected in place, and leads to its moment."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.following import Following
from app.domain.timeline import Utterance
from app.language import tr
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.review.said.rows import Row, lacking, rows
from app.ui.review.said.text import SaidText
from app.ui.review.shown import Shown

_LINES = 7
"""Lines that are seen at once at least."""


class SaidView(QWidget):
    """The lines of a call with its marks.

    `seek_asked` gives the sample of a word that was clicked, `play_asked` one to play from, `corrected` a
    line's place and its new text, `rephrase_asked` a line's place, and the words chosen in it (all of it
    where none are), for a line of the agent's.
    """

    seek_asked = Signal(object)
    play_asked = Signal(object)
    corrected = Signal(int, str)
    rephrase_asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What was said"))
        self._lines: tuple[Utterance, ...] = ()
        self._following = Following(())
        self._told = parts.words("", "soft")
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text = SaidText()
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _LINES)
        self.play = _deed(tr("Play from here"), tr("Enter"), self._play)
        self.correct = _deed(tr("Correct"), "E", self._edit)
        self.rephrase = _deed(tr("Rephrase"), "R", self._rephrase)
        self.as_heard = _deed(tr("As heard"), "", self._take_back)
        self._deeds = parts.row(self.play, self.correct, self.rephrase, self.as_heard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._told)
        column.addWidget(self.text, 1)
        column.addWidget(self._deeds)
        self.text.seek_asked.connect(self.seek_asked)
        self.text.play_asked.connect(self.play_asked)
        self.text.rephrase_asked.connect(self._rephrase)
        self.text.corrected.connect(self._correct)
        self.text.row_chosen.connect(self._mind_row)
        self.setFocusProxy(self.text)
        self.show_call(None)

    def show_call(self, shown: Shown | None) -> None:
        """Show this call, or more of the same one; None forgets it."""
        if shown is None:
            self.text.leave_editor(keep=False)
        lines = shown.report.transcript if shown is not None else ()
        if lines is not self._lines:
            self._lines, self._following = lines, Following(lines)
        made = rows(shown) if shown is not None else []
        self.text.show_rows(made, self._following)
        told = lacking(shown) if shown is not None else ""
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.text.setVisible(bool(made) or not told)
        self._deeds.setVisible(bool(lines))
        self._mind_row()

    def show_position(self, t: int | None) -> None:
        """Highlight the line that is being said at `t` (samples), and keep it in sight unless it is read."""
        self.text.show_position(t)

    def choose(self, place: int) -> None:
        """Bring a line into sight and give it the keyboard."""
        row = self.text.row_of(place)
        if row is not None:
            self.text.choose(row)

    def save(self) -> None:
        """Keep what stands in a line that is being corrected."""
        self.text.leave_editor()

    @property
    def _row(self) -> Row | None:
        """The row that has the keyboard."""
        return self.text.rows[self.text.row] if self.text.rows else None

    def _mind_row(self) -> None:
        row = self._row
        is_line = row is not None and row.place is not None
        self.play.setEnabled(row is not None)
        self.correct.setEnabled(is_line)
        self.rephrase.setEnabled(row is not None and row.mine)
        self.as_heard.setVisible(row is not None and row.heard is not None)
        self.text.setAccessibleDescription(row.told if row is not None else "")

    def _play(self) -> None:
        if self._row is not None:
            self.play_asked.emit(self._row.start)

    def _edit(self) -> None:
        self.text.edit(self.text.row)

    def _correct(self, row: int, text: str) -> None:
        place = self.text.rows[row].place
        if place is not None:
            self.corrected.emit(place, text)

    def _take_back(self) -> None:
        row = self._row
        if row is not None and row.place is not None and row.heard is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes with what it takes back
            self.corrected.emit(row.place, row.heard)

    def _rephrase(self) -> None:
        row = self._row
        if row is not None and row.place is not None and row.mine:
            self.rephrase_asked.emit(row.place, self.text.chosen_words(self.text.row))


def _deed(name: str, key: str, does: Callable[[], object]) -> QPushButton:
    """Give a button for the row that has the keyboard; `key` does the same in the text."""
    made = parts.button(name, "small", keys=key)
    made.clicked.connect(lambda: does())
    return made
