"""Breathing as one sees it: the circle or the steps, the word of now, what comes next, how long it lasts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.audio.tone import Tone
from app.domain.breathing import Course, Moment, Pattern
from app.domain.journal import CalmSession
from app.language import tr
from app.settings import KeptSettings
from app.ui.calm import words as calm_words
from app.ui.calm.circle import BreathCircle
from app.ui.calm.exercise import PICTURE_MS, STEP_MS, Exercise
from app.ui.calm.motion import Motion
from app.ui.calm.steps import BreathSteps
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE

if TYPE_CHECKING:
    from app.storage.cipher import Database

LEAST_KEPT_S = 5.0
"""Seconds of breathing below which it was no more than a look at it, and is not kept."""


@dataclass(frozen=True, slots=True)
class Breathed:
    """A time of breathing that is over: `whole` where it went to its end."""

    pattern: Pattern
    done_s: float
    whole: bool
    call_id: int | None


class BreathingView(QWidget):
    """Goes through one exercise at a time and keeps it in the journal; Space pauses, Esc ends.

    `over` gives a Breathed. The soft tone sounds only where the settings ask for it, and never in a `quiet`
    one.
    """

    over = Signal(object)

    def __init__(
        self, diary: Diary, settings: KeptSettings, motion: Motion, now: Callable[[], float]
    ) -> None:
        super().__init__()
        self._diary, self._settings, self._motion = diary, settings, motion
        self.exercise = Exercise(self, now)
        self._pattern: Pattern | None = None
        self._call_id: int | None = None
        self._began_at = datetime.now(UTC)
        self._planned_s = 0.0
        self._phase: tuple[int | None, int] | None = None
        self._tone: Tone | None = None
        self.circle, self.steps = BreathCircle(), BreathSteps(SPACE * 12, moving=True)
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.circle)
        self._pictures.addWidget(self.steps)
        self.act = words("", "title")
        self.coming = words("", "soft")
        self.left = words("", "soft")
        for label in (self.act, self.coming, self.left):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.pause = button(tr("Pause"))
        self.stop = button(tr("End"), "quiet")
        self.stop.setText(f"{tr('End')}   Esc")
        self.stop.setAccessibleDescription(tr("Key: {key}", key="Esc"))
        self.pause.setAccessibleDescription(tr("Key: {key}", key=tr("Space")))
        self.pause.clicked.connect(self.exercise.pause_or_go_on)
        self.stop.clicked.connect(self.exercise.end)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self, self._space)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.exercise.end)
        self.exercise.moved.connect(self._show)
        self.exercise.changed.connect(self._show_state)
        self.exercise.over.connect(self._finish)
        motion.changed.connect(self._mind_motion)
        self._lay_out()
        self._mind_motion()

    def begin(
        self, pattern: Pattern, length_s: float, call_id: int | None = None, *, quiet: bool = False
    ) -> None:
        """Begin to breathe like this for `length_s` seconds, after the call with that id."""
        self.exercise.end()
        self._motion.ask()
        course = Course(pattern, length_s)
        self._pattern, self._call_id, self._planned_s = pattern, call_id, course.length_s
        self._began_at, self._phase = datetime.now(UTC), None
        if self._settings.now.calm_tone and not quiet:
            self._tone = Tone()
            self._tone.begin()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.exercise.begin(course)

    def _show(self, moment: Moment) -> None:
        course, pattern = self.exercise.course, self._pattern
        if course is None or pattern is None:
            return
        paused = self.exercise.paused
        if self._motion.reduced:
            self.steps.show_moment(pattern, moment, paused=paused)
        else:
            self.circle.show_moment(pattern, moment, paused=paused)
        phase = (moment.place, moment.breath)
        if phase != self._phase:
            self._phase = phase
            self.coming.setText(calm_words.coming(course, moment))
            self._say_act()
            if self._tone is not None and moment.place is not None:
                self._tone.play(pattern.phases[moment.place].act)
        left = calm_words.left(course, self.exercise.done_s)
        counted = calm_words.breath(course, moment)
        shown = f"{counted}   {left}" if counted else left
        if shown != self.left.text():
            self.left.setText(shown)

    def _say_act(self) -> None:
        """Show what to do now, and tell it to who has the screen read out."""
        if self._pattern is None or self._phase is None:
            return
        said = calm_words.act(self._pattern, self._phase[0])
        if self.exercise.paused:
            said = tr(calm_words.SLEPT) if self.exercise.slept else tr(calm_words.PAUSED)
        if said != self.act.text():
            self.act.setText(said)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.act, said))

    def _show_state(self) -> None:
        name = tr("Go on") if self.exercise.paused else tr("Pause")
        self.pause.setText(f"{name}   {tr('Space')}")
        self.pause.setAccessibleName(name)
        self._say_act()

    def _space(self) -> None:
        """Press the button that has the focus, as Space does everywhere; else pause or go on."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self.exercise.pause_or_go_on()

    def _mind_motion(self) -> None:
        reduced = self._motion.reduced
        self._pictures.setCurrentWidget(self.steps if reduced else self.circle)
        self.exercise.look_every(STEP_MS if reduced else PICTURE_MS)

    def _finish(self, done_s: float, whole: bool) -> None:
        pattern, tone = self._pattern, self._tone
        self._tone = None
        if tone is not None:
            tone.end()
        if pattern is None:
            return
        if done_s >= LEAST_KEPT_S:
            self._keep(pattern, done_s)
        self.over.emit(Breathed(pattern, done_s, whole, self._call_id))

    def _keep(self, pattern: Pattern, done_s: float) -> None:
        made = partial(
            CalmSession,
            began_at=self._began_at,
            pattern=pattern.title,
            planned_s=round(self._planned_s, 3),
            done_s=round(done_s, 3),
        )
        call_id = self._call_id

        def keep(db: "Database") -> None:
            from app.storage import calls, calm
            from app.storage.schema import new_id

            there = call_id is not None and calls.get(db, call_id) is not None
            calm.save(db, made(id=new_id(), call_id=call_id if there else None))

        self._diary.write("calm", keep)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Breathing"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._pictures, 1)
        column.addSpacing(SPACE // 2)
        for each in (self.act, self.coming, self.left):
            column.addWidget(each)
        column.addSpacing(SPACE // 2)
        column.addWidget(row(self.pause, self.stop), 0, Qt.AlignmentFlag.AlignHCenter)
        self._show_state()
