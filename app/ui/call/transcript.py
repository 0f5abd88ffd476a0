"""What was said, as it comes: one line an utterance, what is being said now in softer ink at the end."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget

from app.domain.timeline import Gap, Speaker, Utterance, seconds
from app.language import marked, tr
from app.report import words
from app.session.snapshot import Mark
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE

EMPTY = marked("What is said appears here.")

NEAR = 4
"""Pixels from the end that still count as being there."""

SIGNS = {Speaker.AGENT: "●", Speaker.CUSTOMER: "■"}
"""The discs and squares of app.ui.pieces.shapes, as letters."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: what stands in front, what follows, and the token its front is coloured with."""

    start: int
    front: str
    text: str
    colour: str
    soft: bool = False


class TranscriptView(QTextEdit):
    """Lines in order of time, each once. Follows the newest until the reader scrolls up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(tr("Transcript"))
        self.setPlaceholderText(tr(EMPTY))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setUndoRedoEnabled(False)
        self._lines: list[_Line] = []
        self._partials: list[_Line] = []
        self._written = 0
        self._following = True
        self.newest = QPushButton(tr("Back to now"), self)
        self.newest.clicked.connect(self.follow)
        self.newest.hide()
        bar = self.verticalScrollBar()
        bar.actionTriggered.connect(self._scrolled)  # by hand only, wheel and keys included
        bar.rangeChanged.connect(lambda _low, _high: self._keep_up())
        theme.current().changed.connect(self._restyle)

    @property
    def following(self) -> bool:
        """Whether it scrolls along with what is said."""
        return self._following

    def clear_call(self) -> None:
        """Begin anew for another call."""
        self._lines, self._partials = [], []
        self._rewrite(0)
        self.follow()

    def add(self, *happened: Utterance | Mark | Gap) -> None:
        """Take what was said, marked or not heard; each finds its place by its time."""
        first = len(self._lines)
        for each in happened:
            line = _line(each)
            place = bisect_right(self._lines, line.start, key=lambda other: other.start)
            self._lines.insert(place, line)
            first = min(first, place)
        self._rewrite(first)

    def show_partials(self, partials: Mapping[Speaker, str]) -> None:
        """Show what each side is saying now, as far as it is recognised."""
        lines = [
            _Line(0, f"{SIGNS[who]} {words.PEOPLE[who]}", words.plain(partials[who]), str(who), soft=True)
            for who in Speaker
            if partials.get(who)
        ]
        if lines != self._partials:
            self._partials = lines
            self._rewrite(len(self._lines))

    def follow(self) -> None:
        """Go to the newest line and stay with it."""
        self._following = True
        self.newest.hide()
        self._keep_up()

    def rest(self) -> None:
        """Stay at the beginning: the call is over, and it is read from there."""
        self._following = False
        self.newest.hide()
        self.moveCursor(
            QTextCursor.MoveOperation.Start
        )  # which is what is scrolled to when it is first shown
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the way back to the newest line at the lower right."""
        super().resizeEvent(event)
        size = self.newest.sizeHint()
        self.newest.resize(size)
        room = self.viewport().geometry()
        self.newest.move(room.right() - size.width() - SPACE, room.bottom() - size.height() - SPACE)

    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        self._following = bar.sliderPosition() >= bar.maximum() - NEAR
        self.newest.setVisible(not self._following)

    def _keep_up(self) -> None:
        if self._following:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _rewrite(self, first: int) -> None:
        """Write everything from line `first` on; what stands before it is not touched."""
        held = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if first < self._written:
            cursor.setPosition(self.document().findBlockByNumber(first).position())
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            if first:
                cursor.deletePreviousChar()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        coming = [*self._lines[first:], *self._partials]
        self._write(cursor, coming, begun=first > 0)
        self._written = first + len(coming)
        cursor.endEditBlock()
        if not self._following:
            self.verticalScrollBar().setValue(held)
        self._keep_up()

    def _write(self, cursor: QTextCursor, lines: Iterable[_Line], begun: bool) -> None:
        tokens = theme.current().tokens
        indent = QFontMetricsF(theme.font("strong")).horizontalAdvance(
            f"■ {max(words.PEOPLE.values(), key=len)}  "
        )
        block = QTextBlockFormat()
        block.setLeftMargin(indent)
        block.setTextIndent(-indent)
        block.setBottomMargin(SPACE * 0.75)
        block.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
        for line in lines:
            if begun:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            begun = True
            front, text = QTextCharFormat(), QTextCharFormat()
            front.setFont(theme.font("strong"))
            front.setForeground(getattr(tokens, line.colour))
            text.setFont(theme.font("body"))
            text.setForeground(tokens.ink_soft if line.soft else tokens.ink)
            text.setFontItalic(line.soft)
            cursor.insertText(f"{line.front}\t", front)
            cursor.insertText(line.text, text)

    def _restyle(self) -> None:
        self._rewrite(0)


def _line(happened: Utterance | Mark | Gap) -> _Line:
    match happened:
        case Utterance():
            who = happened.speaker
            front = f"{SIGNS[who]} {words.PEOPLE[who]}"
            return _Line(happened.start, front, words.plain(happened.text), str(who))
        case Mark():
            return _Line(
                happened.t,
                f"▸ {tr('Mark')}",
                tr("You marked {time}.", time=words.moment(happened.t)),
                "ink_soft",
                soft=True,
            )
        case Gap():
            return _Line(happened.start, f"… {tr('Gap')}", gap(happened), "ink_soft", soft=True)


def gap(lost: Gap) -> str:
    """Say plainly what was not heard, for how long, from when, and why."""
    at = words.moment(lost.start)
    if lost.channel == "call":  # what is lost then is not on the call's clock: the reason has its length
        return tr("At {time}: {reason}.", time=at, reason=words.addressed(words.plain(lost.reason)))
    told = {
        "agent": tr("Your microphone was not heard"),
        "customer": tr("The customer's side was not heard"),
        "transcript": tr("The words are missing"),
    }[lost.channel]
    span = words.span(seconds(lost.end - lost.start))
    reason = words.addressed(words.plain(lost.reason)).rstrip(".")
    return tr("{told} for {length} at {time} ({reason}).", told=told, length=span, time=at, reason=reason)
