"""The Calm page: choose how to breathe, breathe, and see what may come next; one thought beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.breathing import READY_MADE, THREE_BREATHS, Pattern, Phase, to_keep
from app.language import tr
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.calm.after import AfterCalm
from app.ui.calm.apart import CalmApart
from app.ui.calm.breathing_view import LEAST_KEPT_S, Breathed, BreathingView
from app.ui.calm.choosing import Choosing
from app.ui.calm.motion import Motion
from app.ui.calm.own_pattern import OwnPattern
from app.ui.calm.thought import KEY, Thought
from app.ui.journal.diary import Diary
from app.ui.pieces import clock
from app.ui.pieces.parts import readable
from app.ui.pieces.scrolling import ScrollArea
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo

_LEFT, _RIGHT = 0.62, 0.38
"""The parts of a readable width that the exercise and the thought beside it take at most."""

_BESIDE = 0.72
"""The part of a readable width from which on there is room for both."""


class CalmPage(QWidget):
    """Breathing exercises, on the page or in a small window of their own; one at a time.

    `reflect_asked` gives the id of the call that was breathed after; `breathing` tells whether somebody is
    guided now, in either place, which is not so while it is paused.
    """

    reflect_asked = Signal(object)
    breathing = Signal(bool)

    def __init__(
        self,
        diary: Diary,
        settings: KeptSettings,
        coaching: OwnCoaching,
        now: Callable[[], float] = clock.now,
    ) -> None:
        super().__init__()
        self._diary, self._settings, self._now = diary, settings, now
        self.motion = Motion(settings, self)
        self.choosing = Choosing(settings)
        self.view = BreathingView(diary, settings, self.motion, now)
        self.after = AfterCalm()
        self.own = OwnPattern()
        self.thought = Thought(coaching)
        self.undo = Undo(self)
        self.apart: CalmApart | None = None
        self._in_call = False
        self._last: tuple[Pattern, int | None] = (THREE_BREATHS, None)
        self._views = (self.choosing, self.view, self.after, self.own)
        self._lay_out()
        self.choosing.begin_asked.connect(self._begin_chosen)
        self.choosing.new_asked.connect(lambda: self._show_own(None))
        self.choosing.change_asked.connect(self._show_own)
        self._heed(self.view)
        self.view.over.connect(self._finish)
        self.after.reflect_asked.connect(lambda: self.reflect_asked.emit(self._last[1]))
        self.after.again_asked.connect(lambda: self._begin(*self._last))
        self.after.left.connect(self._show_choosing)
        self.own.kept.connect(self._keep_own)
        self.own.deleted.connect(self._delete_own)
        self.own.left.connect(self._show_choosing)
        self.thought.breaths_asked.connect(lambda: self._begin(THREE_BREATHS, None))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self.choosing, self._begin_chosen)
        self._next = QShortcut(QKeySequence(KEY), self, self.thought.show_next)
        self._show(self.choosing)

    def begin(self, call_id: int | None = None, pattern: str | None = None) -> None:
        """Begin to breathe with what was chosen last, after the call with that id.

        `pattern` is the id of a ready-made pattern to breathe with instead.
        """
        self._begin(READY_MADE[pattern] if pattern else self.choosing.pattern, call_id)

    def show_in_call(self, in_call: bool) -> None:
        """Take whether there is a call: what runs ends as it begins, and nothing sounds while it lasts."""
        if in_call and not self._in_call:
            self.stop()
        self._in_call = in_call

    def breathe_apart(self, actions: Sequence[QAction] = (), call_id: int | None = None) -> None:
        """Begin to breathe in a small window; `actions` are keys that work there, too."""
        self.view.exercise.end()
        if self.apart is None:
            self.apart = CalmApart(self._diary, self._settings, self.motion, self._now)
            self.apart.lend(actions)
            self._heed(self.apart.view)
            self.destroyed.connect(self.apart.deleteLater)
        self.choosing.refresh()
        self.apart.begin(self.choosing.pattern, self.choosing.length_s, call_id, quiet=self._in_call)

    def stop(self) -> None:
        """End what runs, as when the journal is locked."""
        self.view.exercise.end()
        self.undo.forget()
        if self.apart is not None:
            self.apart.close()
        self._show(self.choosing)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was chosen elsewhere meanwhile, and ask the system about motion."""
        super().showEvent(event)
        self.motion.ask()
        self.choosing.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause where another page is looked at."""
        super().hideEvent(event)
        if self.view.exercise.running and not self.view.exercise.paused and not event.spontaneous():
            self.view.exercise.pause_or_go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the thought beside the exercise where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _heed(self, view: BreathingView) -> None:
        view.exercise.changed.connect(self._tell_breathing)
        view.exercise.over.connect(self._tell_breathing)

    def _tell_breathing(self) -> None:
        exercises = [each.view.exercise for each in (self, self.apart) if each is not None]
        self.breathing.emit(any(each.running and not each.paused for each in exercises))

    def _begin_chosen(self) -> None:
        self._begin(self.choosing.pattern, None)

    def _begin(self, pattern: Pattern, call_id: int | None) -> None:
        if self.apart is not None:
            self.apart.close()
        self.view.exercise.end()
        self._last = pattern, call_id
        self._show(self.view)
        self.view.begin(pattern, self.choosing.length_s, call_id, quiet=self._in_call)

    def _finish(self, breathed: Breathed) -> None:
        if breathed.done_s < LEAST_KEPT_S:
            self._show_choosing()
            return
        self.after.show_breathed(breathed)
        self._show(self.after)
        self.after.take_keys()

    def _show_own(self, pattern: Pattern | None) -> None:
        self._show(self.own)
        self.own.show_pattern(pattern)

    def _keep_own(self, id: str, title: str, phases: tuple[Phase, ...]) -> None:
        held = self._settings.now.own_patterns
        if not id:
            id = next(name for n in range(len(held) + 1) if (name := f"own-{n + 1}") not in held)
            self.undo.forget()  # the id of a pattern that was deleted just now may be this one's
        self._settings.change(own_patterns={**held, id: to_keep(title, phases)}, calm_pattern=id)
        self._show_choosing()

    def _delete_own(self, id: str) -> None:
        before = self._settings.now
        kept = {name: held for name, held in before.own_patterns.items() if name != id}
        self._settings.change(own_patterns=kept, calm_pattern=THREE_BREATHS.id)
        self._show_choosing()

        def undo() -> None:
            held = {**self._settings.now.own_patterns, id: before.own_patterns[id]}
            self._settings.change(own_patterns=held, calm_pattern=id)
            self._show_choosing()

        self.undo.offer(tr("The pattern is deleted."), undo)

    def _show_choosing(self) -> None:
        self.choosing.refresh()
        self._show(self.choosing)
        self.choosing.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: QWidget) -> None:
        for view in self._views:
            view.setVisible(view is shown)
        breathing = shown is self.view
        self.thought.show_breathing(breathing)
        self._next.setEnabled(shown is not self.own)
        if breathing:
            self.undo.forget()
        self._area.verticalScrollBar().setValue(0)
        self._fit()

    def _fit(self) -> None:
        """Share the width; in a narrow window the circle has it for itself, and the thought comes below."""
        wide, room = readable(self), self.width() - SPACE * 8
        beside = room >= wide * _BESIDE
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        breathing = not self.view.isHidden()
        self._left.setMaximumWidth(16_777_215 if breathing else round(wide * _LEFT))
        self.thought.setMaximumWidth(round(wide * (_RIGHT if beside else _LEFT)))
        self.thought.setVisible((beside or not breathing) and self.own.isHidden())
        margin = SPACE * 4 if beside or not breathing else SPACE * 2
        self._body.setContentsMargins(margin, margin, margin, margin)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SPACE * 2)
        left.addWidget(self.undo)
        for view in self._views:
            left.addWidget(view, 1 if view is self.view else 0)
        left.addStretch(0)
        inside = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._body.setSpacing(SPACE * 3)
        self._body.addWidget(self._left, 80)
        self._body.addWidget(self.thought, 50, Qt.AlignmentFlag.AlignTop)
        self._body.addStretch(1)
        self._area = ScrollArea(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
