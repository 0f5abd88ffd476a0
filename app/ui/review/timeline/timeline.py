"""The timeline of a call: two lanes with speech over sound, to be zoomed, moved and pointed at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.language import tr
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.review.shown import Shown
from app.ui.review.timeline import told
from app.ui.review.timeline.hands import TimelineCanvas
from app.ui.review.timeline.span import View
from app.ui.review.timeline.table import TimelineTable

if TYPE_CHECKING:  # numpy comes with it
    from app.session.waveform import Waveform

TABLE_KEY = "T"


class TimelineView(QWidget):
    """Shows a call from its whole length down to two seconds, drawn or as a table.

    `seek_asked` gives a sample, `overlap_chosen` an overlap's place in the report, `line_chosen` a line's
    place in the transcript, `mark_chosen` a mark's sample, `range_chosen` the two ends (samples) of a stretch
    that was dragged over or chosen by Shift and arrows; `mark_asked` a sample to be marked.
    """

    seek_asked = Signal(object)
    overlap_chosen = Signal(int)
    line_chosen = Signal(int)
    mark_chosen = Signal(object)
    range_chosen = Signal(object, object)
    mark_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timeline of the call"))
        self.canvas, self.table = TimelineCanvas(), TimelineTable()
        self.seen, self.trouble = _Seen(), parts.words("", "caption")
        self.nearer, self.further = parts.button("+", "small"), parts.button("\N{MINUS SIGN}", "small")
        self.whole = parts.button(tr("Whole call   0"), "small")
        self.as_table = parts.button(tr("As a table   {table_key}", table_key=TABLE_KEY), "small")
        self.as_table.setCheckable(True)
        for button, name in (
            (self.nearer, tr("Nearer")),
            (self.further, tr("Further away")),
            (self.whole, tr("Show the whole call")),
            (self.as_table, tr("Show the timeline as a table")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table)
        self._shown: Shown | None = None
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(parts.row(self.as_table, self.further, self.nearer, self.whole, self.seen))
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)
        for name in (
            "seek_asked",
            "overlap_chosen",
            "line_chosen",
            "mark_chosen",
            "range_chosen",
            "mark_asked",
        ):
            getattr(self.canvas, name).connect(getattr(self, name))
        self.table.seek_asked.connect(self.seek_asked)
        self.canvas.changed.connect(self._restate)
        self.nearer.clicked.connect(lambda: self.canvas.zoom(0.5))
        self.further.clicked.connect(lambda: self.canvas.zoom(2))
        self.whole.clicked.connect(self.canvas.show_whole)
        self.as_table.toggled.connect(self._turn)
        self._restate()

    def setFocus(self, *reason: Qt.FocusReason) -> None:
        """Give the keys to what is shown; a focus proxy would let Tab pass over the buttons."""
        (self.table if self.as_table.isChecked() else self.canvas).setFocus(*reason)

    def show_call(self, shown: Shown | None) -> None:
        """Show this call, or more of the same one (the zoom stays); None forgets it."""
        self._shown = shown
        self.canvas.show_call(shown)
        if shown is None or self.as_table.isChecked():
            self.table.show_call(shown)

    def show_sound(self, waveform: "Waveform | None") -> None:
        """Show how it sounds; None for a call without its sound."""
        self.canvas.show_sound(waveform)

    def show_position(self, t: int | None) -> None:
        """Show where the playing is, and keep it in sight while it moves."""
        self.canvas.show_position(t)

    def choose(self, start: int, end: int) -> None:
        """Bring a stretch into sight and mark it as the chosen one."""
        self.canvas.choose(start, end)
        if self.as_table.isChecked():
            self.table.choose(start)

    def toggle_table(self) -> None:
        """Turn between the drawing and the table; the keys go along."""
        had = self.canvas.hasFocus() or self.table.hasFocus()
        self.as_table.toggle()
        if had:
            self.setFocus()

    def _turn(self, as_table: bool) -> None:
        """Show the table where the cursor is, or the drawing where the table's row is."""
        if as_table:
            self.table.show_call(self._shown)
            self.table.choose(self.canvas.at)
        else:
            if self.table.at is not None:
                self.canvas.move_cursor(self.table.at)
            self.table.show_call(None)
        shown = self.table if as_table else self.canvas
        self._stack.setCurrentWidget(shown)
        for each in (self.nearer, self.further, self.whole, self.seen):
            each.setVisible(not as_table)

    def _restate(self) -> None:
        """Say what is in view, and what of it is missing."""
        self.seen.show_view(self.canvas.view if self._shown is not None else None)
        for each in (self.nearer, self.further, self.whole, self.as_table):
            each.setEnabled(self._shown is not None)
        sound = self.canvas.sound
        failure = (sound.failure if sound is not None else None) or ""
        if failure != self.trouble.text():
            self.trouble.setText(failure)
            self.trouble.setVisible(bool(failure))


class _Seen(QLabel):
    """Says what is in view, in the room of the longest that it may say: the row never changes its height."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "caption")
        self.setWordWrap(True)
        self._widest = ""

    def show_view(self, view: View | None) -> None:
        """Say what is in view; None for nothing."""
        text = told.seen(view) if view else ""
        if text != self.text():
            widest = told.seen_at_most(view) if view else ""
            if widest != self._widest:
                self._widest = widest
                self.updateGeometry()
            self.setText(text)

    def sizeHint(self) -> QSize:
        """Give one line, as wide as it may become."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest) + SPACE, metrics.height())
