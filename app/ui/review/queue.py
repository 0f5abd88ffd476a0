"""The strip above the page: the review that runs, and the recordings that wait for theirs."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QFrame, QListWidgetItem, QVBoxLayout

from app.language import marked, tr, trn
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.lists import WrappingList
from app.ui.pieces.long_work import progress_bar
from app.ui.pieces.theme import SPACE
from app.ui.review.opened import Opened, Stage
from app.ui.review.reviewing import Progress, Reviewing

_SEEN = 3
"""Lines of the waiting ones that are seen at once."""

_BESIDE = 64
"""Average widths of a letter from which on the buttons stand beside what they belong to."""

KEYS = marked("Alt and the arrows up and down change the order, Enter reviews one next, Delete removes it.")


class WaitingList(WrappingList):
    """The recordings that wait, in their order; moved by Alt and arrows, or with the mouse.

    `moved` gives an Opened and its new place, `removed` and `wanted_next` an Opened.
    """

    moved = Signal(object, int)
    removed = Signal(object)
    wanted_next = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Recordings that wait"))
        self.setAccessibleDescription(tr(KEYS))
        self.setToolTip(tr(KEYS))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._shown: list[Opened] = []
        self.model().rowsMoved.connect(self._dropped)

    def show_waiting(self, waiting: list[Opened]) -> None:
        """Show these, and stay with the one that is chosen."""
        if waiting == self._shown:
            return
        chosen = self.chosen
        self._shown = list(waiting)
        self.clear()
        for each in waiting:
            item = QListWidgetItem(each.name)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.addItem(item)
        if waiting:
            self.setCurrentRow(waiting.index(chosen) if chosen in waiting else 0)
        lines = self.sizeHintForRow(0) * min(len(waiting), _SEEN)
        self.setFixedHeight(max(lines, SPACE * 4) + self.frameWidth() * 2 + SPACE // 2)

    @property
    def chosen(self) -> Opened | None:
        """The one the arrows are on."""
        row = self.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove, or review next."""
        chosen, key = self.chosen, event.key()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if chosen is None:
            super().keyPressEvent(event)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(chosen, self.currentRow() + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(chosen)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted_next.emit(chosen)
        else:
            super().keyPressEvent(event)

    def _dropped(self) -> None:
        """Tell the order that the mouse has made."""
        now = [self.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self.count())]
        if now == self._shown:
            return
        self._shown = now
        for place, each in enumerate(now):
            self.moved.emit(each, place)


class QueueStrip(QFrame):
    """Says how far the review is that runs, and shows what waits; takes no room while there is neither.

    `shown_asked` asks to see the one that runs, `compare_asked` the table of all.
    """

    shown_asked = Signal()
    compare_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self._reviewing = reviewing
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Reviews"))
        self.told = parts.words("")
        self.bar = progress_bar()
        self.see = parts.button(tr("See it"), "small")
        self.see.setAccessibleName(tr("See the recording that is being reviewed"))
        self.cancel = parts.button(tr("Cancel"), "small", keys="Esc")
        self.cancel.setAccessibleName(tr("Cancel this review"))
        self.compare = parts.button(tr("Compare"), "small")
        self.compare.setAccessibleName(tr("Compare all that were opened"))
        self.waiting = WaitingList()
        self.next = parts.button(tr("Review next"), "small")
        self.remove = parts.button(tr("Remove"), "small")
        self.see.clicked.connect(self.shown_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.compare.clicked.connect(self.compare_asked)
        self.waiting.moved.connect(reviewing.move)
        self.waiting.removed.connect(reviewing.remove)
        self.waiting.wanted_next.connect(lambda opened: reviewing.move(opened, 0))
        self.next.clicked.connect(lambda: self._do(lambda opened: reviewing.move(opened, 0)))
        self.remove.clicked.connect(lambda: self._do(reviewing.remove))
        ways = QBoxLayout.Direction
        self._rows = (QBoxLayout(ways.LeftToRight), QBoxLayout(ways.LeftToRight))
        head, queue = self._rows
        head.setSpacing(SPACE)
        head.addWidget(self.told, 1)
        head.addWidget(parts.row(self.see, self.compare, self.cancel))
        self.beside = parts.row(self.next, self.remove)
        queue.setSpacing(SPACE)
        queue.addWidget(self.waiting, 1)
        queue.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addLayout(queue)
        self.show_state(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below what they belong to where that has no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def show_state(self, at: Opened | None, *, compared: bool = False) -> None:
        """Show how all stands now; `at` is what the page shows, `compared` whether it is the table."""
        now, waiting, batch = self._reviewing.now, self._reviewing.waiting, self._reviewing.batch.all
        away = at not in batch or len(batch) > 1
        self.setVisible(bool(now is not None or waiting or (batch and away and not compared)))
        self.told.setText(self._sentence())
        self.bar.setVisible(now is not None)
        self.see.setVisible((now is not None and now is not at) or (now is None and away and len(batch) == 1))
        self.cancel.setVisible(now is not None)
        self.compare.setVisible(len(batch) > 1 and not compared)
        for each in (self.waiting, self.beside):
            each.setVisible(bool(waiting))
        self.waiting.show_waiting(waiting)
        self.show_progress()

    def show_progress(self) -> None:
        """Show how far the one is that runs."""
        progress = self._reviewing.progress
        if progress.part is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(progress.part * 1000))
        self.told.setText(self._sentence())
        self.bar.setAccessibleName(self.told.text() or tr("Progress of the review"))

    def _sentence(self) -> str:
        now, waiting, batch = self._reviewing.now, self._reviewing.waiting, self._reviewing.batch.all
        if now is None:
            count = trn("{n} recording waits", "{n} recordings wait", len(waiting))
            if self._reviewing.held and waiting:
                return tr("{count} until the call is over.", count=count)
            one = ""
            if len(batch) == 1:
                name, failed_one = words.plain(batch[0].name), batch[0].stage is Stage.FAILED
                one = tr("{name} is reviewed.", name=name)
                if failed_one:
                    one = tr("{name} could not be reviewed.", name=name)
            failed = sum(each.stage is Stage.FAILED for each in batch)
            if failed and not one:
                return tr(
                    "{done} of {all} are reviewed, {failed} could not be.",
                    done=len(batch) - failed,
                    all=len(batch),
                    failed=failed,
                )
            return one or tr("All {n} are reviewed.", n=len(batch))
        place = (
            f" ({tr('{place} of {all}', place=batch.index(now) + 1, all=len(batch))})"
            if len(batch) > 1 and now in batch
            else ""
        )
        begun = tr("Reviewing {name}", name=words.plain(now.name))
        return f"{begun}{place}{told(self._reviewing.progress)}"

    def _do(self, deed: Callable[[Opened], object]) -> None:
        chosen = self.waiting.chosen
        if chosen is not None:
            deed(chosen)


def told(progress: Progress) -> str:
    """Give how far a review is, how long it will take and how fast it goes, as far as that is known."""
    if progress.part is None:
        return " …"
    said = f": {progress.part:.0%}".replace("%", " %")
    if progress.left_s is not None and progress.speed is not None and progress.part > 0.02:
        said += ", " + tr("about {span} to go", span=words.span(max(10, progress.left_s)))
        said += ", " + tr("{speed:.0f} times as fast as it was spoken", speed=progress.speed)
    return said
