"""The timeline as a table, for who reads or hears it: a row for all that happened, in order of time."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.timeline import Speaker, seconds
from app.language import marked, tr
from app.report import words
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE
from app.ui.review.shown import Shown
from app.ui.review.timeline import told
from app.ui.review.timeline.silences import silences

HEAD = (
    marked("Time"),
    marked("Who"),
    marked("What"),
    marked("How long"),
    marked("Label"),
    marked("Your label"),
    marked("Note"),
)
_WHAT, _LONG, _LABEL, _OWN, _NOTE = 2, 3, 4, 5, 6


_NOTE_LETTERS = 24
"""Letters of a note for which there must be room; in less, all but the time is told in one column."""

_FOLDED_LINES = 2
"""Lines of a row that tells all in one column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened: `t` and `end` in samples, `kind` what it is, `place` where in the report."""

    t: int
    end: int
    kind: str
    place: int


def rows(shown: Shown) -> list[Row]:
    """Give all that happened in a call, in order of time."""
    report = shown.report
    quiet = silences(shown)
    found = [
        *(Row(each.start, each.end, "speech", n) for n, each in enumerate(report.spurts)),
        *(Row(each.start, each.end, "overlap", n) for n, each in enumerate(report.overlaps)),
        *(Row(each.start, each.end, "silence", n) for n, each in enumerate(quiet)),
        *(Row(each.start, each.end, "heated", n) for n, each in enumerate(report.heated)),
        *(Row(each.start, each.end, "gap", n) for n, each in enumerate(report.gaps)),
        *(Row(each.t, each.t, "hint", n) for n, each in enumerate(report.cues)),
        *(Row(each.t, each.t, "mark", n) for n, each in enumerate(shown.marks)),
    ]
    return sorted(found, key=lambda row: row.t)


def cells(shown: Shown, row: Row) -> tuple[str, ...]:
    """Give a row's texts, one for each of HEAD."""
    report, time = shown.report, told.fine(row.t)
    long = words.span(seconds(row.end - row.t)) if row.end > row.t else ""
    match row.kind:
        case "speech":
            return time, words.PEOPLE[report.spurts[row.place].speaker], tr("Speaks"), long, "", "", ""
        case "overlap":
            found, own = report.overlaps[row.place], shown.labels.get(row.place, "")
            mine = told.SHORT.get(own, "") if own != found.label else tr("as measured")
            why = words.addressed(words.plain(found.reason))
            return time, words.PEOPLE[found.by], tr("Overlap"), long, told.SHORT[found.label], mine, why
        case "silence":
            return time, tr("Both"), tr("Silent"), long, "", "", ""
        case "heated":
            return time, words.PEOPLE[Speaker.CUSTOMER], tr(told.HEATED).capitalize(), long, "", "", ""
        case "gap":
            gap = report.gaps[row.place]
            _, length, why = words.missing(gap)
            who = words.PEOPLE[Speaker(gap.channel)] if gap.channel in list(Speaker) else ""
            return time, who, tr(told.NOT_HEARD).capitalize(), length, "", "", why
        case "hint":
            cue = report.cues[row.place]
            return time, "", tr("Hint"), "", words.KINDS.get(cue.kind, cue.kind), "", words.plain(cue.text)
    return time, words.PEOPLE[Speaker.AGENT], tr("Mark"), "", "", "", words.plain(shown.marks[row.place].note)


def _widest() -> dict[int, str]:
    """Give the widest text of each column but the last, which has the rest."""
    label = max(told.SHORT.values(), key=len)
    customer, not_heard = words.PEOPLE[Speaker.CUSTOMER], tr(told.NOT_HEARD)
    return {0: "0:00:00.0", 1: customer, _WHAT: not_heard, _LONG: "0:00:00 min", _LABEL: label, _OWN: label}


class Happenings(QAbstractTableModel):
    """The rows of one call; a row's texts are made when they are looked at. `folded` has two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._rows: list[Row] = []
        self.folded = False

    @property
    def rows(self) -> list[Row]:
        """What is in the table."""
        return self._rows

    def show_call(self, shown: Shown | None) -> bool:
        """Show this call; tell whether rows were only added, so that those before stayed what they were."""
        found = rows(shown) if shown is not None else []
        before = len(self._rows)
        if self._shown is not None and shown is not None and before and found[:before] == self._rows:
            if len(found) > before:
                self.beginInsertRows(QModelIndex(), before, len(found) - 1)
                self._shown, self._rows = shown, found
                self.endInsertRows()
            self._shown = shown
            self.dataChanged.emit(self.index(0, 0), self.index(before - 1, self.columnCount() - 1))
            return True
        self.beginResetModel()
        self._shown, self._rows = shown, found
        self.endResetModel()
        return False

    def fold(self, folded: bool) -> None:
        """Tell all but the time in one column, or each in its own."""
        if folded != self.folded:
            self.beginResetModel()
            self.folded = folded
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Give how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Give how many columns there are."""
        return 0 if parent.isValid() else (2 if self.folded else len(HEAD))

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give a cell's text, which is its tool tip, too, as it may be cut off."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if self._shown is None or not index.isValid() or role not in wanted:
            return None
        found = cells(self._shown, self._rows[index.row()])
        if self.folded and index.column() == 1:
            own = tr("your label: {found}", found=found[_OWN]) if found[_OWN] else ""
            what = found[_LABEL] or found[_WHAT].lower()
            said = ", ".join(text for text in (what, own, found[_LONG]) if text)
            told_so = f"{found[1]}: {said}" if found[1] else said[:1].upper() + said[1:]
            return f"{told_so}. {found[_NOTE]}" if found[_NOTE] else told_so
        return found[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give a column's name."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr("What") if self.folded and section == 1 else tr(HEAD[section])
        return None


class TimelineTable(QTableView):
    """The table; `seek_asked` gives the sample of the row that Enter or a double click is on.

    F and Shift+F go to the next overlap or mark and the one before, as in the drawing.
    """

    seek_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timeline as a table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.happenings = Happenings(self)
        self.setModel(self.happenings)
        self.doubleClicked.connect(lambda index: self._seek(index.row()))
        theme.current().changed.connect(self._fit)

    def show_call(self, shown: Shown | None) -> None:
        """Show this call; the row that the keys are on stays the same thing where it is still there."""
        place = self.currentIndex().row()
        current = self.happenings.rows[place] if place >= 0 else None
        if not self.happenings.show_call(shown) and current is not None:
            self.choose(current.t)

    def choose(self, t: int) -> None:
        """Bring what happened last before a sample, or at it, into sight and let the keys be on it."""
        found = self.happenings.rows
        if found:
            place = max(0, sum(row.t <= t for row in found) - 1)
            self.setCurrentIndex(self.happenings.index(place, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    @property
    def at(self) -> int | None:
        """The sample of the row that the keys are on, None without one."""
        place = self.currentIndex().row()
        return self.happenings.rows[place].t if place >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows; keys that type a character are the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at is not None:
            self._seek(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_F:
            self._next(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.text().strip() or event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _seek(self, place: int) -> None:
        self.seek_asked.emit(self.happenings.rows[place].t)

    def _next(self, way: int) -> None:
        found, place = self.happenings.rows, self.currentIndex().row() + way
        while 0 <= place < len(found) and found[place].kind not in ("overlap", "mark"):
            place += way
        if 0 <= place < len(found):
            self.setCurrentIndex(self.happenings.index(place, max(0, self.currentIndex().column())))

    def _fit(self) -> None:
        """Share the width; where it is too little for all columns, the last are told with the third."""
        at, metrics, room = self.at, QFontMetrics(self.font()), self.viewport().width()
        widths = {
            column: max(map(metrics.horizontalAdvance, (text, tr(HEAD[column])))) + 3 * SPACE
            for column, text in _widest().items()
        }
        note = room - sum(widths.values())
        folded = note < _NOTE_LETTERS * metrics.averageCharWidth()
        self.happenings.fold(folded)
        self.setWordWrap(folded)
        lines = _FOLDED_LINES if folded else 1
        self.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() * lines + SPACE)
        widths |= {1: room - widths[0]} if folded else {_NOTE: note}
        for column in range(self.happenings.columnCount()):
            self.setColumnWidth(column, widths[column])
        if at is not None:
            self.choose(at)
