"""Breathing in a small window of its own, for a moment between or in calls, wherever the main window is."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.breathing import Pattern
from app.language import tr
from app.settings import KeptSettings
from app.ui.calm import words as calm_words
from app.ui.calm.breathing_view import LEAST_KEPT_S, Breathed, BreathingView
from app.ui.calm.motion import Motion
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE

SIZE = QSize(320, 400)
"""Size in logical pixels when it is first shown; larger type makes it larger."""


class CalmApart(QWidget):
    """Begins at once when it is asked for, and goes away with Esc, or a key after its end.

    The keys of a call work in it, too, through `lend`.
    """

    def __init__(
        self, diary: Diary, settings: KeptSettings, motion: Motion, now: Callable[[], float]
    ) -> None:
        super().__init__()
        self.setWindowTitle(tr("Breathe"))
        self.setAccessibleName(tr("Breathe"))
        self.view = BreathingView(diary, settings, motion, now)
        self.view.over.connect(self._finish)
        self._said = words("", "title")
        self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.again = button(tr("Once more"))
        self.leave = button(tr("Close"), "primary")
        self.again.clicked.connect(self._begin_again)
        self.leave.clicked.connect(self.close)
        self._last: tuple[Pattern, float, int | None, bool] | None = None
        self._after = QWidget()
        after = QVBoxLayout(self._after)
        after.setContentsMargins(0, 0, 0, 0)
        after.setSpacing(SPACE * 2)
        after.addStretch(1)
        after.addWidget(self._said)
        after.addWidget(row(self.leave, self.again), 0, Qt.AlignmentFlag.AlignHCenter)
        after.addStretch(1)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.view)
        self._shown.addWidget(self._after)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
        column.addWidget(self._shown)
        self.resize(SIZE)

    def lend(self, actions: Iterable[QAction]) -> None:
        """Let these keys work here, too."""
        self.addActions(list(actions))

    def begin(self, pattern: Pattern, length_s: float, call_id: int | None = None, *, quiet: bool) -> None:
        """Come to the front, and begin to breathe like this."""
        self.view.exercise.end()
        self._last = pattern, length_s, call_id, quiet
        self._shown.setCurrentWidget(self.view)
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.begin(pattern, length_s, call_id, quiet=quiet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Esc or Enter after the end."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            again = self.again.hasFocus() and event.key() != Qt.Key.Key_Escape
            (self._begin_again if again else self.close)()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what goes on."""
        self.view.exercise.end()
        super().closeEvent(event)

    def _begin_again(self) -> None:
        if self._last is not None:
            pattern, length_s, call_id, quiet = self._last
            self.begin(pattern, length_s, call_id, quiet=quiet)

    def _finish(self, breathed: Breathed) -> None:
        if not breathed.whole or breathed.done_s < LEAST_KEPT_S:
            self.close()
            return
        self._said.setText(calm_words.that_was(breathed.pattern, breathed.done_s, whole=True))
        self._shown.setCurrentWidget(self._after)
        self.leave.setFocus()
