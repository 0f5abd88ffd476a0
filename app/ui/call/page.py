"""The Call page: before, during and after a call."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.checklists import heard_in
from app.domain.journal import Call, ChecklistRun
from app.domain.report import Report
from app.errors import KnownError
from app.language import tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.session.snapshot import Event, Mark, Snapshot
from app.ui.call.idle import CallIdle
from app.ui.call.running import CallRunning
from app.ui.call.summary import BROKEN, BrokenOff, Summary
from app.ui.call.watch import CallWatch
from app.ui.pieces.errand import Errand


class CallPage(QStackedWidget):
    """Shows the call that `watch` looks at; what its buttons ask for, the window does.

    `pause_asked` asks to pause or to go on; `practice_asked` gives the speed. `relabelled` gives a call's id
    in the journal (None: the last call there was), an overlap's place in its report and the user's label of
    it, None when that is taken back; `reflect_asked` and `look_asked` a call's id in the same way.
    """

    start_asked = Signal()
    practice_asked = Signal(float)
    call_type_chosen = Signal(str)
    pause_asked = Signal()
    mark_asked = Signal()
    cards_asked = Signal()
    end_asked = Signal()
    relabelled = Signal(object, int, object)
    reflect_asked = Signal(object)
    look_asked = Signal(object)

    def __init__(self, watch: CallWatch, coaching: OwnCoaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watch, self._coaching = watch, coaching
        self._name, self._call_type = tr("This call"), next(iter(coaching.content.call_types))
        self._marks: list[Mark] = []
        self._preparation: ChecklistRun | None = None
        self._kept = ""
        self._shown_id: int | None = None
        self.idle = CallIdle(coaching.content.call_types)
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

    def begin(self, name: str, call_type: str, preparation: ChecklistRun | None = None) -> None:
        """Show a call of this type that is about to be watched; its summary will have this name."""
        self._name, self._call_type, self._marks = name, call_type, []
        self._preparation = preparation
        purpose = preparation.purpose if preparation else ""
        self.running.begin(self._coaching.now.call_types[call_type], purpose)
        self._leave()
        self.setCurrentWidget(self.running)

    def show_cards(self) -> None:
        """Open the technique cards; the next key goes to their filter."""
        if self.currentWidget() is self.running:
            self.running.show_cards()

    def show_own_phrases(self, own: Mapping[str, Sequence[str]]) -> None:
        """Show the user's better phrases on their techniques' cards: technique id -> phrases, best first."""
        self.running.cards.show_own(own)

    def show_idle(self) -> None:
        """Go back to where a call can be started."""
        self._leave()
        self.setCurrentWidget(self.idle)

    def show_kept(self, sentence: str) -> None:
        """Say below the summary's heading whether the last call is in the journal."""
        self._kept = sentence
        if self.after is not None and self._shown_id is None:
            self.after.show_kept(sentence)

    def show_report(
        self,
        call: Call,
        report: Report,
        marks: Sequence[Mark] = (),
        labels: Mapping[int, str] = MappingProxyType({}),
        preparation: ChecklistRun | None = None,
    ) -> None:
        """Show a call of the journal that is over, with own labels and what was prepared for it."""
        self._show_after(
            self._summary(report, words.named(call), call.call_type, marks, labels, preparation), call.id
        )

    def _show(self, snapshot: Snapshot) -> None:
        self.running.show_snapshot(snapshot)

    def _take(self, event: Event) -> None:
        if isinstance(event.what, Mark):
            self._marks.append(event.what)
        self.running.take(event)

    def _sum_up(self, report: Report | None) -> None:
        if report is None:
            failure = self.watch.call.failure if self.watch.call else None
            self._show_after(BrokenOff(str(failure) if isinstance(failure, KnownError) else tr(BROKEN)))
        else:
            run, self._preparation = self._preparation, None
            summary = self._summary(report, self._name, self._call_type, self._marks, preparation=run)
            self._show_after(summary)
            if run is not None:
                self._tick(summary, report, self._call_type, run)

    def _tick(self, summary: Summary, report: Report, call_type: str, run: ChecklistRun) -> None:
        """Find out which of the checks the call shows done, and show that in its summary."""

        def find() -> ChecklistRun:
            from app.session.heard import heard

            found = heard(report, call_type, self._coaching.content)
            return heard_in(run, {each.technique: each.t for each in found})

        Errand(summary, find).done.connect(summary.show_preparation)

    def _summary(
        self,
        report: Report,
        name: str,
        call_type: str,
        marks: Sequence[Mark],
        labels: Mapping[int, str] = MappingProxyType({}),
        preparation: ChecklistRun | None = None,
    ) -> Summary:
        from app.bootstrap import reading  # all the weight of sound and speech comes with it

        kind = self._coaching.now.call_types[call_type]
        return Summary(
            report,
            reading(report, name, call_type, self._coaching.now),
            kind,
            self._coaching.now,
            marks,
            labels=labels,
            preparation=preparation,
        )

    def _show_after(self, after: Summary | BrokenOff, call_id: int | None = None) -> None:
        """Show what there is to say of a call that is over; `call_id` is None for the last one there was."""
        self._leave()
        self.after, self._shown_id = after, call_id
        after.done_asked.connect(self.show_idle)
        if isinstance(after, Summary):
            after.relabelled.connect(lambda place, label: self.relabelled.emit(call_id, place, label))
            after.reflect_asked.connect(lambda: self.reflect_asked.emit(call_id))
            after.look_asked.connect(lambda: self.look_asked.emit(call_id))
        if call_id is None:
            after.show_kept(self._kept)
        self.addWidget(after)
        self.setCurrentWidget(after)

    def _leave(self) -> None:
        """Let go of the last summary."""
        if self.after is not None:
            self.removeWidget(self.after)
            self.after.deleteLater()
            self.after = None
