"""Recordings under review, one at a time: the others wait in the order that the user gives them."""

import time
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.report import Report
from app.errors import KnownError
from app.language import marked, tr
from app.session.snapshot import Event
from app.settings import KeptSettings
from app.ui.call.watch import CallWatch
from app.ui.pieces.errand import Errand
from app.ui.review.growing import Growing
from app.ui.review.opened import Batch, Before, Opened, Stage, carried
from app.ui.review.shown import Shown

if TYPE_CHECKING:
    from app.session.review_run import ReviewRun

_GROW_MS = 400
"""How often a call that grows is shown anew; its first results are shown at once."""

OURS = marked("This recording could not be reviewed because of a fault in Evenkeel; a report of it is kept.")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review is: `part` 0..1, `left_s` seconds to go, `speed` times as fast as it was spoken.

    None where that can't be said yet.
    """

    part: float | None = None
    left_s: float | None = None
    speed: float | None = None


class Reviewing(QObject):
    """Reviews what it is given.

    `changed` says that another one runs, waits or is done. `grew` gives an Opened of which more is known,
    `ended` one that is done or failed, `broke` a bug of ours.
    """

    changed = Signal()
    grew = Signal(object)
    ended = Signal(object)
    broke = Signal(object)

    def __init__(self, settings: KeptSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.batch = Batch()
        self.now: Opened | None = None
        self.held = False
        self._run: ReviewRun | None = None
        self._growing: Growing | None = None
        self._turn = 0
        self._closed = False
        self._began = 0.0
        self._watch = CallWatch(self)
        self._watch.snapshot.connect(self._mind)
        self._watch.happened.connect(self._take)
        self._watch.ended.connect(self._end)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GROW_MS)
        self._timer.timeout.connect(self._grow)

    @property
    def waiting(self) -> list[Opened]:
        """Those that are still to be reviewed, in their order."""
        return self.batch.at(Stage.WAITING)

    @property
    def progress(self) -> Progress:
        """How far the one that runs is."""
        run = self._run
        if run is None:
            return Progress()
        t, length = run.snapshot.t, run.length
        spent = time.monotonic() - self._began
        if not length or not t or spent <= 0:
            return Progress(None if not length else 0.0)
        return Progress(t / length, spent * (length - t) / t, t / 16_000 / spent)

    def add(self, *opened: Opened) -> None:
        """Review these after those that wait already; what is done stands beside them."""
        if not self.waiting and self.now is None:
            self.batch.all.clear()
        self.batch.all += opened
        self._go_on()

    def again(self, opened: Opened, agent: str) -> None:
        """Review one again at once, with the agent on that channel; what runs meanwhile waits."""
        before = opened.before
        if opened is self.now:
            self._drop()
        else:
            if before is None and opened.stage is Stage.DONE and opened.shown is not None:
                before = Before(opened.agent, opened.shown, opened.other)
            if self.now is not None:
                self._put_back()
        if opened.shown is not None and agent != opened.agent:
            opened.turned = not opened.turned
        opened.other = before.shown if before is not None and before.agent != agent else None
        opened.agent, opened.before, opened.trouble = agent, before, ""
        opened.stage = Stage.WAITING
        if opened in self.batch.all:
            self.batch.all.remove(opened)
        elif not self.waiting:
            self.batch.all.clear()
        self.batch.all.insert(0, opened)
        self._go_on()

    def cancel(self) -> Opened | None:
        """Break off the one that runs, at once, and go on with the next; give it as it was before.

        One that was reviewed for the first time waits, and is no longer here.
        """
        opened = self.now
        if opened is None:
            return None
        self._drop()
        opened.stage = Stage.WAITING
        if not _restore(opened):
            self.batch.all.remove(opened)
        self._go_on()
        return opened

    def move(self, opened: Opened, place: int) -> None:
        """Let one that waits be reviewed at this place among those that wait, 0 next."""
        waiting = self.waiting
        if opened not in waiting:
            return
        waiting.remove(opened)
        waiting.insert(max(0, min(place, len(waiting))), opened)
        rest = [each for each in self.batch.all if each.stage is not Stage.WAITING]
        self.batch.all[:] = rest + waiting
        self.changed.emit()

    def remove(self, opened: Opened) -> None:
        """Let one that waits, or failed, be gone."""
        if opened is not self.now and opened in self.batch.all:
            _restore(opened)
            self.batch.all.remove(opened)
            self.changed.emit()

    def hold(self, held: bool) -> None:
        """Review nothing while a live call needs the computer; what runs begins again after it."""
        if held == self.held:
            return
        self.held = held
        if held and self.now is not None:
            self._put_back()
        self._go_on()

    def close(self) -> None:
        """End the process of the one that runs, as the program ends."""
        self._closed = True
        self._turn += 1
        run, self._run = self._run, None
        if run is not None:
            run.close()

    def _put_back(self) -> None:
        opened = self.now
        self._drop()
        assert opened is not None
        opened.stage = Stage.WAITING
        self.batch.all.remove(opened)
        self.batch.all.insert(0, opened)

    def _drop(self) -> None:
        """Let go of the run, in another thread: the window waits for no process."""
        self._turn += 1
        self._timer.stop()
        self._watch.stop()
        run, self._run = self._run, None
        self.now = self._growing = None
        if run is not None:
            Thread(target=run.close, name="closing a review", daemon=True).start()

    def _go_on(self) -> None:
        waiting = self.waiting
        if self.now is None and waiting and not self.held and not self._closed:
            self._begin(waiting[0])
        self.changed.emit()

    def _begin(self, opened: Opened) -> None:
        self.now = opened
        opened.stage = Stage.RUNNING
        self._turn += 1
        turn, settings = self._turn, self._settings.now
        path, agent, call_type = opened.path, opened.agent, opened.call_type
        assert path is not None

        def make() -> "ReviewRun":
            from app import bootstrap  # all the weight of sound and speech comes with it

            choices = bootstrap.ReviewChoices(
                "right" if agent == "right" else "left", call_type, settings.engine, settings.model, settings
            )
            run = bootstrap.review_run(path, choices)
            if turn != self._turn:  # nobody wants it any more, perhaps not even its answer
                run.close()
            return run

        errand = Errand(self, make)
        errand.done.connect(lambda run: self._arrive(turn, run))
        errand.failed.connect(lambda fault: self._fail(turn, fault))

    def _arrive(self, turn: int, run: "ReviewRun") -> None:
        if turn != self._turn or self.now is None:
            Thread(target=run.close, name="closing a review", daemon=True).start()
            return
        self._run, self._growing = run, Growing(self.now, run)
        self._began = time.monotonic()
        self._watch.watch(run)

    def _mind(self, _: object) -> None:
        if self._growing is not None and not self._timer.isActive():
            self._grow()
            self._timer.start()

    def _take(self, event: Event) -> None:
        if self._growing is not None:
            self._growing.take(event)

    def _grow(self) -> None:
        opened, growing = self.now, self._growing
        if opened is not None and growing is not None:
            opened.shown = self._with_own(opened, growing.shown())
            self.grew.emit(opened)

    def _with_own(self, opened: Opened, shown: Shown) -> Shown:
        """Give a call with what the user wrote into it before it was reviewed again, and meanwhile."""
        before, turned = opened.before, opened.turned
        opened.turned = False
        if before is not None:
            shown = carried(before.shown, shown, swapped=before.agent != opened.agent)
        return carried(opened.shown, shown, swapped=turned)

    def _end(self, report: Report | None) -> None:
        opened, run, growing = self.now, self._run, self._growing
        if opened is None or run is None or growing is None:
            return
        opened.told = tuple(run.told)
        if report is None:
            self._fail(self._turn, run.failure)
            return
        opened.shown = self._with_own(opened, growing.ended(report))
        opened.stage, opened.trouble, opened.before = Stage.DONE, "", None
        self._leave(opened)

    def _fail(self, turn: int, fault: object) -> None:
        opened = self.now
        if turn != self._turn or opened is None:
            return
        opened.stage = Stage.FAILED
        opened.trouble = str(fault) if isinstance(fault, KnownError) else tr(OURS)
        self._leave(opened)
        if not isinstance(fault, KnownError):
            self.broke.emit(fault)

    def _leave(self, opened: Opened) -> None:
        self._drop()
        self.ended.emit(opened)
        self._go_on()


def _restore(opened: Opened) -> bool:
    """Give up reviewing one again: it is as before, with what was written meanwhile.

    False for one that was reviewed for the first time, which stays as it is.
    """
    before, opened.before = opened.before, None
    if before is None:
        return False
    swapped = opened.turned != (before.agent != opened.agent)
    opened.shown = carried(opened.shown, before.shown, swapped=swapped)
    opened.agent, opened.other, opened.stage = before.agent, before.other, Stage.DONE
    opened.turned, opened.trouble = False, ""
    return True
