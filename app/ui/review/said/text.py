"""The text of what was said: rows that are clicked, chosen from, and corrected where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QTextCursor

from app.domain.following import Following
from app.language import tr
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE
from app.ui.review.said.line_editor import LineEditor
from app.ui.review.said.played_text import PlayedText
from app.ui.review.said.rows import Row
from app.ui.review.said.writing import units

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F2, *_ENTER),
)
_LETTERS = ("e", "r")

_INSET = 11
"""Pixels from an editor's edge to its text."""


class SaidText(PlayedText):
    """The rows of a call with what can be done with them.

    `seek_asked` gives the sample of a word that was clicked, `play_asked` that of a row; `rephrase_asked` is
    for the row that has the keyboard, `corrected` gives a row's number and its new text.
    """

    seek_asked = Signal(object)
    play_asked = Signal(object)
    rephrase_asked = Signal()
    corrected = Signal(int, str)

    def __init__(self) -> None:
        self.editor: LineEditor | None = None
        super().__init__()
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_editor())

    def show_rows(self, rows: Sequence[Row], following: Following) -> None:
        """Show these rows; what is typed into one of them is kept first, if they are others."""
        if list(rows) != self.rows:
            self.leave_editor()
        super().show_rows(rows, following)

    def choose(self, row: int) -> None:
        """Bring a row into sight and give it the keyboard."""
        self.go_to(row)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_words(self, row: int) -> str:
        """Give the words of a line that are chosen in it, the whole line where none are."""
        line, cursor = self.rows[row], self.textCursor()
        if line.place is None or not cursor.hasSelection():
            return line.text
        begins = self.text_at(row)
        inside = [
            word
            for word in self._following.words(line.place)
            if begins + units(line.text[: word.last]) > cursor.selectionStart()
            and begins + units(line.text[: word.first]) < cursor.selectionEnd()
        ]
        return line.text[inside[0].first : inside[-1].last] if inside else line.text

    def edit(self, row: int) -> None:
        """Let a line be corrected where it stands."""
        if not 0 <= row < len(self.rows) or self.rows[row].place is None:
            return
        self.leave_editor()
        self.go_to(row)
        editor = self.editor = LineEditor(tr("Correct this line"), self.rows[row].text, self.viewport())
        editor.kept.connect(lambda text: self._keep(row, text))
        editor.left.connect(self._end_editing)
        editor.grew.connect(self._place_editor)
        self._place_editor()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_editor(self, *, keep: bool = True) -> None:
        """End the correcting, if there is any: what was typed is kept, or nothing of it is left."""
        if self.editor is not None:
            self.editor.close_with(keep=keep)

    def event(self, event: QEvent) -> bool:
        """Keep the keys for itself that mean something here, and leave the others to the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._own(event) or _copies(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row, choose words, do what a letter stands for; the rest is the page's."""
        key = Qt.Key(event.key())
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if _copies(event):
            super().keyPressEvent(event)
        elif not self._own(event):
            event.ignore()
        elif way is not None:
            self.go_to(self._row + way)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose_word(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self.rows) - 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_F2 or event.text().lower() == "e":
            self.edit(self._row)
        elif event.text().lower() == "r":
            self.rephrase_asked.emit()
        elif self.rows:
            self._followed = True
            self.play_asked.emit(self.rows[self._row].start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the word that was clicked; what was dragged over is chosen instead."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            t = self._sample_under(event.position())
            if t is not None:
                self._followed = True
                self.seek_asked.emit(t)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the line be corrected."""
        self.edit(self.cursorForPosition(event.position().toPoint()).blockNumber())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the editor over its line."""
        super().resizeEvent(event)
        self._place_editor()

    def _keep(self, row: int, text: str) -> None:
        before = self.rows[row].text
        self._end_editing()
        if text != before:
            self.corrected.emit(row, text)

    def _end_editing(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            had = editor.hasFocus()
            editor.hide()
            editor.setParent(None)
            editor.deleteLater()
            if had:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_editor(self) -> None:
        """Have the editor over its line, whole where the line is in sight."""
        if self.editor is None:
            return
        rect, room, beside = self.rect_of(self._row), self.viewport().rect(), self._writing.indent
        left = max(0, round(beside) - _INSET)
        self.editor.setFixedWidth(max(1, room.width() - left - SPACE // 2))
        front = 0 if beside else round(QFontMetricsF(theme.font("body")).lineSpacing())
        top = rect.top() + front - SPACE // 2
        if room.intersects(rect):
            top = max(0, min(top, room.height() - self.editor.height()))
        self.editor.move(left, top)

    def _busy(self) -> bool:
        """Whether it must not scroll by itself now: neither while a line is corrected."""
        return self.editor is not None or super()._busy()

    def _restyle(self) -> None:
        self.leave_editor()
        super()._restyle()

    def _sample_under(self, at: QPointF) -> int | None:
        """Give the sample of the word at a place on the screen, that of the row beside its words."""
        cursor = self.cursorForPosition(at.toPoint())
        number = cursor.blockNumber()
        if not self.rows or not self.rect_of(number).contains(at.toPoint()):
            return None
        row, letter = self.rows[number], cursor.position() - self.text_at(number)
        if row.place is None or letter < 0:
            return row.start
        begun = [word for word in self._following.words(row.place) if units(row.text[: word.first]) <= letter]
        return begun[-1].start if begun else row.start

    def _page(self, step: int) -> None:
        """Go on by about as many rows as are in sight."""
        goal = self.rect_of(self._row).top() + step * self.viewport().height()
        row = self._row
        while 0 <= row + step < len(self.rows) and (self.rect_of(row).top() - goal) * step < 0:
            row += step
        self.go_to(row)

    def _choose_word(self, step: int) -> None:
        """Choose one word of the line more, or one less."""
        ways, held = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor
        cursor = self.textCursor()
        begins, ends = self.text_at(self._row), units(self.rows[self._row].text)
        cursor.movePosition(ways.NextWord if step > 0 else ways.PreviousWord, held)
        cursor.setPosition(min(max(cursor.position(), begins), begins + ends), held)
        self.setTextCursor(cursor)

    def _own(self, event: QKeyEvent) -> bool:
        """Whether a key means something here."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.ShiftModifier:
            return event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and bool(self.rows)
        return not plain and (event.key() in _KEYS or event.text().lower() in _LETTERS)


def _copies(event: QKeyEvent) -> bool:
    """Whether a key copies what is chosen, or chooses everything."""
    return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)
