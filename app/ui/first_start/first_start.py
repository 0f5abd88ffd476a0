"""The first start: five short steps, each of which can be skipped with one key, and the way to practise."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.audio.streams import StreamState
from app.domain.timeline import Speaker
from app.language import tr
from app.settings import KeptSettings
from app.ui.first_start.language import Language
from app.ui.first_start.steps import Customer, Listening, Microphone, Permission, Step
from app.ui.journal.new_journal import JournalStep
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces.parts import button, readable, row, words
from app.ui.pieces.theme import SPACE
from app.ui.settings.hearing import Hearing, Opening, live_source
from app.ui.settings.inputs import Inputs

_ROOMY = 64
"""Average widths of a letter from which on the buttons have room for their keys."""


class FirstStart(QWidget):
    """Shows one step at a time in place of the window's pages; `done` tells whether to practise now.

    Enter goes on, Esc skips: what a step would have asked stays automatic.
    """

    done = Signal(bool)

    def __init__(self, settings: KeptSettings, journal: OpenJournal, open: Opening = live_source) -> None:
        super().__init__()
        self._settings = settings
        self._hearing = Hearing(self, open)
        self._inputs = Inputs(self)
        self.language = Language(settings)
        self.steps: tuple[Step, ...] = (
            self.language,
            Microphone(settings, self._inputs),
            Customer(settings, self._inputs),
            Listening(),
            JournalStep(journal),
            Permission(settings),
        )
        self._shown = QStackedWidget()
        for step in self.steps:
            self._shown.addWidget(step)
            step.rechosen.connect(self._listen)
            step.busy.connect(self._wait)
        self._count = words("", "soft")
        self.back = button(tr("Back"), "quiet")
        self.skip = button("", "quiet")
        self.go_on = button(tr("Continue"), "primary")
        self.start = button(tr("Start using Evenkeel"))
        self.practice = button(tr("Practice with the sample call"), "primary")
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show the first step."""
        self._inputs.refresh()
        self._show(0)

    @property
    def step(self) -> int:
        """The number of the step that is shown, from 1."""
        return self._shown.currentIndex() + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, or goes on; Esc skips the step."""
        if event.key() == Qt.Key.Key_Escape:
            self._skip()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            on = self.focusWidget()
            (on if isinstance(on, QPushButton) else self._main_button()).click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the devices."""
        super().hideEvent(event)
        self._hearing.stop()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(row(self.skip, self.start, self.go_on, self.practice))
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(SPACE * 4, SPACE * 4, SPACE * 4, SPACE * 3)
        column.setSpacing(SPACE * 2)
        column.addWidget(self._count)
        column.addWidget(self._shown, 1)
        column.addLayout(foot)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(self._middle, 100)
        outer.addStretch(1)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go by another width."""
        super().resizeEvent(event)
        self._show_keys()

    def _fit(self) -> None:
        self._middle.setMaximumWidth(readable(self) + SPACE * 8)
        self._show_keys()

    def _show_keys(self) -> None:
        """Write the keys on the buttons where there is room for them."""
        roomy = self.width() > self.fontMetrics().averageCharWidth() * _ROOMY
        for each, key in ((self.skip, "Esc"), (self.go_on, tr("Enter"))):
            each.setText(f"{each.accessibleName()}   {key}" if roomy else each.accessibleName())

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._show(self.step - 2))
        self.skip.clicked.connect(self._skip)
        self.go_on.clicked.connect(self._leave)
        self.start.clicked.connect(lambda: self._finish(practice=False))
        self.practice.clicked.connect(lambda: self._finish(practice=True))
        self._inputs.listed.connect(lambda devices: self._tell(lambda step: step.show_inputs(len(devices))))
        self._inputs.failed.connect(lambda told: self._tell(lambda step: step.show_failure(told)))
        self._hearing.failed.connect(lambda told: self._tell(lambda step: step.show_failure(told)))
        self._hearing.heard.connect(self._show_levels)
        self._hearing.compared.connect(lambda found: self._tell(lambda step: step.show_comparison(found)))

    def _tell(self, said: Callable[[Step], None]) -> None:
        if self.isVisible():
            for step in self.steps:
                said(step)

    def _show_levels(self, states: Mapping[Speaker, StreamState]) -> None:
        self._tell(lambda step: step.show_levels(states))

    def _show(self, number: int) -> None:
        last = number == len(self.steps) - 1
        was_listening = self._hearing.listening
        self._shown.setCurrentIndex(number)
        self._count.setText(tr("Step {number} of {all}", number=number + 1, all=len(self.steps)))
        self.back.setVisible(number > 0)
        for each in (self.skip, self.go_on):
            each.setVisible(not last)
        for each in (self.start, self.practice):
            each.setVisible(last)
        if not self.steps[number].listens:
            self._hearing.stop()
        elif not was_listening:
            self._listen()
        self.skip.setAccessibleName(tr(self.steps[number].skips))
        self._show_keys()
        (self.steps[number].first or self._main_button()).setFocus()

    def _leave(self) -> None:
        number = self.step
        self.steps[number - 1].leave(lambda: self._show(number))

    def _wait(self, busy: bool) -> None:
        for each in (self.back, self.skip, self.go_on):
            each.setEnabled(not busy)

    def _main_button(self) -> QPushButton:
        return self.practice if self.step == len(self.steps) else self.go_on

    def _listen(self) -> None:
        now = self._settings.now
        self._hearing.listen(now.agent_device, now.customer_device, compare=True)

    def _skip(self) -> None:
        if not self.skip.isEnabled():
            return
        if self.step == len(self.steps):
            self._finish(practice=False)
        else:
            self._show(self.step)

    def _finish(self, *, practice: bool) -> None:
        self._hearing.stop()
        self._settings.change(first_start_done=True)
        self.done.emit(practice)
