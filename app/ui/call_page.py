"""The Call page: before, during and after a call."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.report import Report
from app.domain.techniques import Coaching
from app.errors import KnownError
from app.session.snapshot import Event, Mark, Snapshot
from app.ui.call_idle import CallIdle
from app.ui.call_running import CallRunning
from app.ui.call_watch import CallWatch
from app.ui.summary import BROKEN, BrokenOff, Summary


class CallPage(QStackedWidget):
    """Shows the call that `watch` looks at; what its buttons ask for, the window does.

    `pause_asked` asks to pause or to go on; `practice_asked` gives the speed.
    """

    start_asked = Signal()
    practice_asked = Signal(float)
    call_type_chosen = Signal(str)
    pause_asked = Signal()
    mark_asked = Signal()
    cards_asked = Signal()
    end_asked = Signal()

    def __init__(self, watch: CallWatch, coaching: Coaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watch, self._coaching = watch, coaching
        self._name, self._call_type = "This call", next(iter(coaching.call_types))
        self._marks: list[Mark] = []
        self.idle = CallIdle(coaching.call_types)
        self.running = CallRunning(coaching)
        self.after: Summary | BrokenOff | None = None
        self.addWidget(self.idle)
        self.addWidget(self.running)
        self.idle.start_asked.connect(self.start_asked)
        self.idle.practice_asked.connect(self.practice_asked)
        self.idle.call_type_chosen.connect(self.call_type_chosen)
        self.running.pause_asked.connect(self.pause_asked)
        self.running.mark_asked.connect(self.mark_asked)
        self.running.cards_asked.connect(self.cards_asked)
        self.running.end_asked.connect(self.end_asked)
        watch.snapshot.connect(self._show)
        watch.happened.connect(self._take)
        watch.ended.connect(self._sum_up)

    def show_choices(self, call_type: str, agent: str, customer: str, recogniser: str) -> None:
        """Show on the idle page what is chosen: the type's id, and names of inputs and recogniser."""
        self.idle.show_choices(call_type, agent, customer, recogniser)

    def show_starting(self, starting: bool) -> None:
        """Say that a call is being started."""
        self.idle.show_starting(starting)

    def begin(self, name: str, call_type: str) -> None:
        """Show a call of this type that is about to be watched; its summary will have this name."""
        self._name, self._call_type, self._marks = name, call_type, []
        self.running.begin(self._coaching.call_types[call_type])
        self._leave()
        self.setCurrentWidget(self.running)

    def show_cards(self) -> None:
        """Open the technique cards; the next key goes to their filter."""
        if self.currentWidget() is self.running:
            self.running.show_cards()

    def show_idle(self) -> None:
        """Go back to where a call can be started."""
        self._leave()
        self.setCurrentWidget(self.idle)

    def _show(self, snapshot: Snapshot) -> None:
        self.running.show_snapshot(snapshot)

    def _take(self, event: Event) -> None:
        if isinstance(event.what, Mark):
            self._marks.append(event.what)
        self.running.take(event)

    def _sum_up(self, report: Report | None) -> None:
        self._leave()
        if report is None:
            failure = self.watch.call.failure if self.watch.call else None
            self.after = BrokenOff(str(failure) if isinstance(failure, KnownError) else BROKEN)
        else:
            from app.bootstrap import reading  # all the weight of sound and speech comes with it

            self.after = Summary(
                report,
                reading(report, self._name, self._call_type),
                self._coaching.call_types[self._call_type],
                self._coaching,
                self._marks,
            )
        self.after.done_asked.connect(self.show_idle)
        self.addWidget(self.after)
        self.setCurrentWidget(self.after)

    def _leave(self) -> None:
        """Let go of the last summary."""
        if self.after is not None:
            self.removeWidget(self.after)
            self.after.deleteLater()
            self.after = None
