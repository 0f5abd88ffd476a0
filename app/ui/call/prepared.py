"""What was prepared for a call: its purpose in one line while it runs, and all of it in the summary."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.journal import ChecklistRun, Tick
from app.language import tr
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.shapes import Shape
from app.ui.pieces.theme import SPACE


class PurposeLine(QLabel):
    """The purpose of a call in one line, cut off where there is no room; it takes none without a purpose."""

    def __init__(self, role: str = "soft") -> None:
        super().__init__()
        self._purpose = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_purpose(self, purpose: str) -> None:
        """Show another purpose; "" for none."""
        self._purpose = " ".join(words.plain(purpose).split())
        self.setAccessibleName(tr("Purpose: {purpose}", purpose=self._purpose) if self._purpose else "")
        # As rich text, a long one wraps.
        self.setToolTip(f"<p>{escape(self._purpose)}</p>" if self._purpose else "")
        self._cut()
        self.setVisible(bool(self._purpose))

    def minimumSizeHint(self) -> QSize:
        """Give the height of the line, and hardly any width: it is cut off instead."""
        return QSize(SPACE * 6, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as the width allows."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        line = tr("Purpose: {purpose}", purpose=self._purpose) if self._purpose else ""
        cut = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        if cut != self.text():
            self.setText(cut)


class PreparedView(QWidget):
    """The summary's section of what was prepared: what was expected, and what became of each check."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: QFrame | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_run(self, run: ChecklistRun | None) -> None:
        """Show a preparation, None for none."""
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None
        if run is not None:
            self._shown = _section(run)
            self._column.addWidget(self._shown)
        self.setVisible(run is not None)


def what_became(tick: Tick) -> str:
    """Say whether a check was ticked before the call, and where in the call it was heard."""
    if tick.heard_at is None:
        return tr("Ticked before") if tick.ticked else ""
    at = words.moment(tick.heard_at)
    return tr("Ticked before, heard at {time}", time=at) if tick.ticked else tr("Heard at {time}", time=at)


def _section(run: ChecklistRun) -> QFrame:
    fields = (
        (tr("Purpose"), run.purpose),
        (tr("Likely hurdle"), run.hurdle),
        (tr("My answer to it"), run.answer),
        (tr("Likely hot button"), run.hot_button),
    )
    held: list[QWidget] = [
        _pair(parts.words(name, "caption"), parts.words(words.plain(text))) for name, text in fields if text
    ]
    done = [tick for tick in run.ticks if tick.ticked or tick.heard_at is not None]
    if done:
        held.append(_checks(done))
    return parts.titled(tr("What you prepared"), *held)


def _checks(ticks: Sequence[Tick]) -> QWidget:
    """Give the checks that were ticked or heard; nothing is said of the others."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnStretch(1, 1)
    for line, tick in enumerate(ticks):
        text = parts.words(words.plain(tick.item.text))
        grid.addWidget(Shape("praise"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_pair(text, parts.words(what_became(tick), "caption")), line, 1)
    return table


def _pair(above: QWidget, below: QWidget) -> QWidget:
    return parts.stack(above, below, spacing=SPACE // 4)
