"""Rows of text in which what is being played is brought out, and kept in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit

from app.domain.following import Following, Spoken
from app.language import tr
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE
from app.ui.review.said.rows import Row, changed
from app.ui.review.said.writing import Writing, units

_BAR = 4
"""Pixels of the bar at the left of a line that is being said."""

_AROUND = 3
"""Pixels above and below a row's text that belong to it."""


class PlayedText(QTextEdit):
    """Rows below each other, one of which has the keyboard; a row's number is its place in `rows`.

    `row_chosen` says that another one has the keyboard. It follows the playing until the reader scrolls away.
    """

    row_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("What was said"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(SPACE)
        self.rows: list[Row] = []
        self._writing = Writing(self.document())
        self._following = Following(())
        self._row_of: dict[int, int] = {}
        self._said: tuple[tuple[int, ...], tuple[int | None, ...]] = ((), ())
        self._followed = True
        self._row = 0
        self.back = QPushButton(tr("Back to what is playing"), self)
        self.back.clicked.connect(self.follow)
        self.back.hide()
        # by hand only, wheel and keys included
        self.verticalScrollBar().actionTriggered.connect(lambda _: self._look_away())
        self.cursorPositionChanged.connect(self._mind_row)
        theme.current().changed.connect(self._restyle)

    @property
    def row(self) -> int:
        """The number of the row that has the keyboard, 0 where there is none."""
        return self._row

    @property
    def said(self) -> tuple[int, ...]:
        """The numbers of the rows that are brought out as being said."""
        return tuple(self._row_of[place] for place in self._said[0])

    def row_of(self, place: int) -> int | None:
        """Give the number of the row that shows a line, by the line's place in the transcript."""
        return self._row_of.get(place)

    def show_rows(self, rows: Sequence[Row], following: Following) -> None:
        """Show these rows; those that are the same as before are not touched."""
        self._following = following
        now = list(rows)
        if now == self.rows:
            return
        first, last = changed(self.rows, now)
        held, had, before = self.verticalScrollBar().value(), self._row, self.rows
        self._said = ((), ())
        self.setExtraSelections([])
        self.rows = now
        self._row_of = {row.place: number for number, row in enumerate(now) if row.place is not None}
        self._writing.replace(len(before), first, last, now[first : len(now) - last])
        if now and not before:
            self._put_cursor(0)
        elif first <= had < len(before) - last and now:  # else the cursor has moved along with its row
            self._put_cursor(min(self._number(before[had], had), len(now) - 1))
        self.verticalScrollBar().setValue(held)
        self._mind_row()

    def show_position(self, t: int | None) -> None:
        """Highlight what is said at `t`, and keep it in sight unless the reader has gone elsewhere."""
        places = self._following.at(t) if t is not None else ()
        said = (places, tuple(self._following.word(place, t or 0) for place in places))
        if said == self._said:
            return
        other = places != self._said[0]
        stale = self._playing() if other else []
        self._said = said
        self.setExtraSelections([*self._underlines()])
        if other:
            for rect in (*stale, *self._playing()):
                self.viewport().update(rect)
            self._keep_up()

    def follow(self) -> None:
        """Go to what is playing and stay with it."""
        self._followed = True
        self._keep_up()

    def go_to(self, row: int) -> None:
        """Have a row in sight as the one that has the keyboard: the nearest there is."""
        if not self.rows:
            return
        row = min(max(0, row), len(self.rows) - 1)
        self._put_cursor(row)
        self._show_row(row)
        self._look_away()

    def text_at(self, row: int) -> int:
        """Give where a row's text begins in the document."""
        return self.document().findBlockByNumber(row).position() + self._writing.before(self.rows[row])

    def rect_of(self, row: int) -> QRect:
        """Give where a row is seen, as wide as there is room."""
        block = self.document().findBlockByNumber(row)
        rect = self.document().documentLayout().blockBoundingRect(block)
        top = round(rect.top()) - self.verticalScrollBar().value() - _AROUND
        return QRect(0, top, self.viewport().width(), round(rect.height()) + 2 * _AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands in front above the text where it is too narrow for both."""
        super().resizeEvent(event)
        if self._writing.fit(self.viewport().width()):
            self._restyle()
        size = self.back.sizeHint()
        self.back.resize(size)
        room = self.viewport().geometry()
        self.back.move(room.right() - size.width() - SPACE, room.bottom() - size.height() - SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the bar of what is being said, and the frame of the row that is chosen."""
        tokens = theme.current().tokens
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in self._playing():
            painter.fillRect(rect, tokens.accent_soft)
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), tokens.accent)
        if self.rows:
            painter.setPen(QPen(tokens.accent if self.hasFocus() else tokens.line, 1.5))
            painter.drawRoundedRect(QRectF(self.rect_of(self._row)).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
        super().paintEvent(event)

    def _playing(self) -> list[QRect]:
        return [self.rect_of(row) for row in self.said]

    def _underlines(self) -> list[QTextEdit.ExtraSelection]:
        """Give the words that are being said, underlined; nothing is laid out anew for it."""
        marked = []
        for place, number in zip(*self._said, strict=True):
            if number is None:
                continue
            under = QTextEdit.ExtraSelection()
            under.cursor = self._cursor_over(place, self._following.words(place)[number])
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(theme.current().tokens.accent)
            under.format = look
            marked.append(under)
        return marked

    def _cursor_over(self, place: int, word: Spoken) -> QTextCursor:
        row = self._row_of[place]
        text, begins = self.rows[row].text, self.text_at(row)
        cursor = QTextCursor(self.document())
        cursor.setPosition(begins + units(text[: word.first]))
        cursor.setPosition(begins + units(text[: word.last]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _number(self, row: Row, otherwise: int) -> int:
        """Give the number of the line that a row showed, or what it is for any other row."""
        return otherwise if row.place is None else self._row_of.get(row.place, otherwise)

    def _put_cursor(self, row: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.text_at(row))
        self.setTextCursor(cursor)

    def _show_row(self, row: int) -> None:
        """Scroll no more than is needed to have a row in sight."""
        rect, bar, room = self.rect_of(row), self.verticalScrollBar(), self.viewport().height()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > room:
            bar.setValue(bar.value() + min(rect.top(), rect.bottom() - room))

    def _keep_up(self) -> None:
        """Have what is playing in sight, with more of what follows than of what was."""
        rects = self._playing()
        if rects and self._followed and not self._busy():
            last, room = rects[-1], self.viewport().height()
            if last.top() < 0 or last.bottom() > room - SPACE:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + last.top() - room // 4)
        self._show_way_back()

    def _busy(self) -> bool:
        """Whether it must not scroll by itself now."""
        return QApplication.mouseButtons() != Qt.MouseButton.NoButton

    def _look_away(self) -> None:
        """Take note that the reader has scrolled: what is out of sight then is not followed any more."""
        bar = self.verticalScrollBar()
        moved = bar.sliderPosition() - bar.value()
        room = self.viewport().rect()
        rects = [rect.translated(0, -moved) for rect in self._playing()]
        self._followed = not rects or any(room.intersects(rect) for rect in rects)
        self._show_way_back()

    def _show_way_back(self) -> None:
        self.back.setVisible(not self._followed and bool(self._said[0]))

    def _mind_row(self) -> None:
        self._row = min(self.textCursor().blockNumber(), max(0, len(self.rows) - 1))
        self.viewport().update()
        self.row_chosen.emit()

    def _restyle(self) -> None:
        """Write everything anew, in the theme and the type of now."""
        held, row = self.verticalScrollBar().value(), self._row
        self._writing.restyle(self.viewport().width())
        self._writing.replace(len(self.rows), 0, 0, self.rows)
        self.setExtraSelections([*self._underlines()])
        self.go_to(row)
        self.verticalScrollBar().setValue(held)
