"""How the rows of what was said become a document: one block a row, with when and who in front."""

from collections.abc import Sequence

from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from app.language import tr
from app.report import words
from app.ui.call.transcript import SIGNS
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE
from app.ui.review.said.rows import CORRECTED, Row

_NARROW = 2.6
"""Widths of the front that there must be room for to have the text beside it."""

_BELOW = "\N{LINE SEPARATOR}"


class Writing:
    """Writes rows into a document; what stands before and after those that change is not touched."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._beside = True
        self._measure()

    @property
    def indent(self) -> float:
        """Where the texts begin, in pixels from the left; 0 where they stand below their fronts."""
        return self._columns[1] + SPACE if self._beside else 0.0

    def fit(self, width: int) -> bool:
        """Go by another width in pixels; tells whether everything must be written anew."""
        beside = width >= self._columns[1] * _NARROW
        if beside == self._beside:
            return False
        self._beside = beside
        return True

    def restyle(self, width: int) -> None:
        """Go by the theme and the type of now; everything is to be written anew."""
        self._measure()
        self.fit(width)

    def before(self, row: Row) -> int:
        """Give how many letters (as Qt counts them) of a row's block stand before its text."""
        return units(self._front(row)[0] + self._front(row)[1])

    def replace(self, held: int, first: int, last: int, rows: Sequence[Row]) -> None:
        """Have `rows` in place of those between the `first` and the `last` ones of `held` that are there."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if first + last < held:
            self._remove(cursor, held, first, last)
        if last and rows:
            cursor.setPosition(self._document.findBlockByNumber(first).position())
            for row in rows:
                cursor.insertBlock(self._block)
                cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
                self._write(cursor, row)
                cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            for number, row in enumerate(rows, first):
                if number:
                    cursor.insertBlock(self._block)
                else:
                    cursor.setBlockFormat(self._block)
                self._write(cursor, row)
        cursor.endEditBlock()

    def _remove(self, cursor: QTextCursor, held: int, first: int, last: int) -> None:
        find = self._document.findBlockByNumber
        if last:
            cursor.setPosition(find(first).position())
            cursor.setPosition(find(held - last).position(), QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(max(0, find(first).position() - 1))
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _write(self, cursor: QTextCursor, row: Row) -> None:
        when, who = self._front(row)
        cursor.insertText(when, self._soft)
        cursor.insertText(who, self._fronts[row.colour])
        cursor.insertText(row.text, self._body if row.place is not None else self._soft)
        if row.heard is not None:
            note = QTextCharFormat(self._soft)
            note.setToolTip(tr("Heard as: {heard}", heard=row.heard))
            cursor.insertText(f"  {tr(CORRECTED)}", note)

    def _front(self, row: Row) -> tuple[str, str]:
        when = words.moment(row.start)
        return (f"{when}\t", f"{row.who}\t") if self._beside else (f"{when}   ", f"{row.who}{_BELOW}")

    def _measure(self) -> None:
        tokens = theme.current().tokens
        strong, body = theme.font("strong"), theme.font("body")
        time = QFontMetricsF(body).horizontalAdvance("0:00:00") + SPACE * 2
        names = [f"{SIGNS[who]} {name}" for who, name in words.PEOPLE.items()]
        who = max(map(QFontMetricsF(strong).horizontalAdvance, names))
        self._columns = (time, time + who + SPACE * 2)
        self._body, self._soft = QTextCharFormat(), QTextCharFormat()
        self._body.setFont(body)
        self._body.setForeground(tokens.ink)
        self._soft.setFont(body)
        self._soft.setForeground(tokens.ink_soft)
        self._fronts: dict[str, QTextCharFormat] = {}
        for colour in ("agent", "customer", "ink_soft"):
            look = self._fronts[colour] = QTextCharFormat()
            look.setFont(strong)
            look.setForeground(getattr(tokens, colour))

    @property
    def _block(self) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setBottomMargin(SPACE)
        if self._beside:
            left, tab = self._columns[1], QTextOption.TabType.LeftTab
            block.setLeftMargin(left)
            block.setTextIndent(-left)
            block.setTabPositions([QTextOption.Tab(each, tab) for each in self._columns])
        return block


def units(text: str) -> int:
    """Give the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
