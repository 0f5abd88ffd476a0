"""The moments of a call, one after another: overlaps with the user's own word, marks with a note."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from app.domain.overlaps import INTERRUPTIONS
from app.domain.timeline import Overlap
from app.language import marked, tr, trn
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.review.mark_row import MarkRow
from app.ui.review.overlap_row import OverlapRow
from app.ui.review.shown import Shown

FIRST = 30
"""Rows of overlaps that are made at once; the others when they are asked for."""

_BESIDE = 44
"""Average widths of a letter from which on their order stands beside their heading."""

CUT_INS_FIRST = marked("Cut-ins first")
BY_TIME = marked("By time")

NO_OVERLAPS = marked("Nobody spoke into the other's speech.")
NOT_KNOWN = marked("Who spoke into whose speech can't be known here: the two sides can't be told apart.")
GROWING = marked("Where you speak at the same time is shown here while the review runs.")
NO_MARKS = marked("No moment is marked. M marks where the playing is.")


class MomentsView(QWidget):
    """Overlaps (cut-ins first) and marks of a call.

    `labelled` gives an overlap's place and the user's label: as measured where it is said to be right, None
    where it is taken back. `noted` gives a mark's sample and its note, `unmarked` one that is taken away.
    `play_asked` gives a sample to play from, `loop_asked` a stretch to hear over and over.
    """

    labelled = Signal(int, object)
    noted = Signal(object, str)
    unmarked = Signal(object)
    play_asked = Signal(object)
    loop_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Moments"))
        self._shown: Shown | None = None
        self._labels: dict[int, str] = {}
        self._all = False
        self._audible = True
        self.overlaps: dict[int, OverlapRow] = {}
        self.marks: dict[int, MarkRow] = {}
        self.judged = parts.words("", "soft")
        self.order = parts.ChoiceBox()
        self.order.setAccessibleName(tr("Order of the overlaps"))
        self.order.addItems([tr(CUT_INS_FIRST), tr(BY_TIME)])
        self.order.currentIndexChanged.connect(lambda _: self._show_overlaps())
        self.more = parts.button("", "quiet")
        self.more.clicked.connect(self._show_all)
        self._overlap_rows, self._mark_rows = _rows(), _rows()
        self._no_marks = parts.words(tr(NO_MARKS), "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(SPACE)
        heading = parts.words(tr("When you spoke at the same time"), "strong")
        self._top.addWidget(parts.stack(heading, self.judged, spacing=SPACE // 2), 1)
        self._top.addWidget(self.order, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._top)
        column.addLayout(self._overlap_rows)
        column.addWidget(parts.row(self.more))
        column.addSpacing(SPACE)
        column.addWidget(parts.words(tr("Moments you marked"), "strong"))
        column.addWidget(self._no_marks)
        column.addLayout(self._mark_rows)
        column.addStretch(1)
        self.show_call(None)

    def show_call(self, shown: Shown | None) -> None:
        """Show this call; None forgets it."""
        before, self._shown = self._shown, shown
        if (
            shown is None
            or before is None
            or (shown.name, shown.call_type) != (before.name, before.call_type)
        ):
            self._all = False
        self._labels = dict(shown.labels) if shown is not None else {}
        overlaps = shown.report.overlaps if shown is not None else ()
        for place, row in list(self.overlaps.items()):
            if place >= len(overlaps) or overlaps[place] != row.overlap:
                _let_go(self.overlaps.pop(place))
        self._show_overlaps()
        self._show_marks()
        self._say()

    def show_sound(self, audible: bool) -> None:
        """Offer to play a moment only where there is sound."""
        self._audible = audible
        for overlap in self.overlaps.values():
            overlap.show_sound(audible)
        for mark in self.marks.values():
            mark.show_sound(audible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack what has no room beside each other."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._top.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def choose_overlap(self, place: int) -> None:
        """Bring an overlap into sight and give it the keyboard."""
        if self._shown is None or not 0 <= place < len(self._shown.report.overlaps):
            return
        if place not in self.overlaps:
            self._show_all()
        self._settle()
        self.overlaps[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_mark(self, t: int) -> None:
        """Bring a mark into sight and let its note be written."""
        if t in self.marks:
            self._settle()
            self.marks[t].note.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Tell every note that is being typed."""
        for row in self.marks.values():
            row.save()

    def _show_overlaps(self) -> None:
        """Have the rows that are to be there, in their order."""
        overlaps = self._shown.report.overlaps if self._shown is not None else ()
        order = list(range(len(overlaps)))
        if self.order.currentIndex() == 0:  # cut-ins first
            order.sort(key=lambda place: overlaps[place].label not in INTERRUPTIONS)
        here = order if self._all else order[:FIRST]
        for place in set(self.overlaps) - set(here):
            _let_go(self.overlaps.pop(place))
        for at, place in enumerate(here):
            if place not in self.overlaps:
                self.overlaps[place] = self._overlap(place, overlaps[place])
            self.overlaps[place].show_label(self._labels.get(place))
            if self._overlap_rows.indexOf(self.overlaps[place]) != at:
                self._overlap_rows.insertWidget(at, self.overlaps[place])
                self.overlaps[place].show()  # at once: it may be given the keyboard
        waiting = len(order) - len(here)
        self.more.setText(trn("Show the other one", "Show the other {n}", waiting))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(waiting > 0)

    def _overlap(self, place: int, overlap: Overlap) -> OverlapRow:
        row = OverlapRow(overlap, self)
        row.labelled.connect(lambda label: self._judge(place, label))
        row.play_asked.connect(self.play_asked)
        row.loop_asked.connect(self.loop_asked)
        row.show_sound(self._audible)
        return row

    def _judge(self, place: int, label: str | None) -> None:
        if label is None:
            self._labels.pop(place, None)
        else:
            self._labels[place] = label
        self._say()
        self.labelled.emit(place, label)

    def _show_marks(self) -> None:
        marks = {mark.t: mark for mark in self._shown.marks} if self._shown is not None else {}
        for t in set(self.marks) - set(marks):
            _let_go(self.marks.pop(t))
        for at, (t, mark) in enumerate(sorted(marks.items())):
            if t not in self.marks:
                row = self.marks[t] = MarkRow(mark, self)
                row.noted.connect(lambda note, t=t: self.noted.emit(t, note))
                row.removed.connect(lambda t=t: self.unmarked.emit(t))
                row.play_asked.connect(self.play_asked)
                row.show_sound(self._audible)
            self.marks[t].show_mark(mark)
            if self._mark_rows.indexOf(self.marks[t]) != at:
                self._mark_rows.insertWidget(at, self.marks[t])
                self.marks[t].show()
        self._no_marks.setVisible(not marks)

    def _show_all(self) -> None:
        first = len(self.overlaps)
        had = self.more.hasFocus()
        self._all = True
        self._show_overlaps()
        if had:
            row = self._overlap_rows.itemAt(first)
            held = row.widget() if row is not None else None
            if held is not None:
                held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        overlaps = self._shown.report.overlaps if self._shown is not None else ()
        self.order.setVisible(len(overlaps) > 1)
        self.judged.setText(told(overlaps, self._labels) if overlaps else self._empty())

    def _empty(self) -> str:
        if self._shown is None or not self._shown.done:
            return tr(GROWING) if self._shown is not None else ""
        known = self._shown.report.measures.interruptions_agent is not None
        return tr(NO_OVERLAPS) if known else tr(NOT_KNOWN)

    def _settle(self) -> None:
        """Give everything its place, so that what gets the keyboard can be scrolled to."""
        layout = self.layout()
        if layout is not None:
            layout.activate()


def told(overlaps: tuple[Overlap, ...], labels: Mapping[int, str]) -> str:
    """Say how many overlaps the user judged, and how many of them as measured."""
    judged = {place: label for place, label in labels.items() if 0 <= place < len(overlaps)}
    if not judged:
        return tr(
            "{count}. Your own word counts, where you give one.",
            count=trn("{n} overlap", "{n} overlaps", len(overlaps)),
        )
    alike = sum(overlaps[place].label == label for place, label in judged.items())
    return tr(
        "You judged {judged} of {all}; {alike} as measured.",
        judged=len(judged),
        all=len(overlaps),
        alike=alike,
    )


def _rows() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    return column


def _let_go(row: QFrame) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
