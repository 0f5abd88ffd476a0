"""The Reflect page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import EVERYTHING, Diary
from app.ui.reflect import material
from app.ui.reflect.form import ReflectionForm
from app.ui.reflect.material import Lately, Material
from app.ui.reflect.start import Start

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

KEPT = marked("Finished, and kept in your journal.")
GONE = marked("That is no longer in your journal.")

_SHOWN = (EVERYTHING, "reflection", "call")
"""The kinds of change after which the start may be another."""

_OF_CALL = (EVERYTHING, "call", "follow-up")
"""The kinds of change after which what a form shows of its call may be another."""


class ReflectPage(QStackedWidget):
    """A minute of looking back, written down as it is typed; before it, what there is to look back on.

    `mood_chosen` gives a call's id (or None) and the mood that was chosen for after it; `calm_asked` a call's
    id or None, where the user wants to breathe first.
    """

    page_asked = Signal(str)
    calm_asked = Signal(object)
    mood_chosen = Signal(object, int)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        self._stale = True
        self._form_stale = False
        self._question = 0
        self.form: ReflectionForm | None = None
        self.start = Start(coaching)
        self.addWidget(self.start)
        self.start.call_asked.connect(self.reflect_on)
        self.start.reflection_asked.connect(self.edit)
        self.start.settings_asked.connect(lambda: self.page_asked.emit("settings"))
        diary.changed.connect(self._mind)
        diary.leaving.connect(self.save)

    def reflect_on(self, call_id: int | None) -> None:
        """Show the reflection on a call, a new one where there is none; None: on a call had elsewhere."""
        form = self.form
        if form is not None and call_id is not None and form.start.call_id == call_id:
            return
        self._open(lambda db: material.of_call(db, call_id))

    def edit(self, reflection_id: int) -> None:
        """Show a reflection to read on or change it."""
        if self.form is None or self.form.start.id != reflection_id:
            self._open(lambda db: material.of_reflection(db, reflection_id))

    def save(self) -> None:
        """Write at once what is not written."""
        if self.form is not None:
            self.form.leave()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self._close()
        self.start.show_closed()
        self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again if something has changed."""
        super().showEvent(event)
        if self._stale:
            self._read()
        if self._form_stale:
            self._read_call_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing unwritten behind."""
        super().hideEvent(event)
        self.save()

    def _open(self, read: "Callable[[Database], Material | None]") -> None:
        self.save()
        self._form_stale = False
        self._question += 1
        asked = self._question

        def show(found: Material | None) -> None:
            if asked != self._question:
                return
            self.save()  # what was typed while it was asked
            self._close()
            if found is None:
                self.start.say(tr(GONE))
                self._read()
            else:
                self._show(found)

        self._diary.read(read, show, self)

    def _read_call_again(self) -> None:
        """Show a call anew that was relabelled, or whose promises were changed, while this was out of sight.

        Not where something is still to be written, nor a reflection on no call: nothing of it is elsewhere.
        """
        form = self.form
        if form is not None and form.start.call_id is not None and form.clean and self._diary.is_open:
            start, call_id = form.start, form.start.call_id
            self._open(lambda db: material.of_reflection(db, start.id) or material.of_call(db, call_id))

    def _show(self, found: Material) -> None:
        form = self.form = ReflectionForm(found, self._diary, self._settings, self._coaching)
        form.left.connect(self._leave)
        form.finished.connect(self._finish)
        form.delete_asked.connect(self._delete)
        form.mood_chosen.connect(self.mood_chosen)
        form.calm_asked.connect(self.calm_asked)
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.begin()

    def _leave(self) -> None:
        self.save()
        self._go_to_start("")
        self._read()

    def _finish(self) -> None:
        self._go_to_start(tr(KEPT))
        self._read()

    def _go_to_start(self, told: str) -> None:
        """Put the form away, and let the next key go to the start."""
        self._close()
        self.start.say(told)
        if self.isVisible():
            self.start.setFocus()

    def _delete(self, reflection_id: int) -> None:
        def put_away(db: "Database") -> bool:
            from app.storage import reflections

            there = reflections.get(db, reflection_id) is not None
            reflections.delete(db, reflection_id)
            return there

        def bring_back(db: "Database") -> None:
            from app.storage import reflections

            reflections.bring_back(db, reflection_id)

        def done(there: bool) -> None:
            if there:
                self.start.undo.offer(
                    tr("The reflection is deleted."), lambda: self._diary.write("reflection", bring_back)
                )

        self.save()
        self._go_to_start("")
        self._diary.write("reflection", put_away, done, self)

    def _close(self) -> None:
        """Put the form away; what was asked for meanwhile is not shown any more."""
        self._question += 1
        self._form_stale = False
        form, self.form = self.form, None
        if form is not None:
            self.removeWidget(form)
            form.hide()
            form.setParent(None)
            form.deleteLater()
        self.setCurrentWidget(self.start)

    def _mind(self, what: str) -> None:
        if what in _SHOWN:
            self._stale = True
            if self.isVisible():
                self._read()
        if what in _OF_CALL and not self.isVisible():
            self._form_stale = True

    def _read(self) -> None:
        if not self._diary.is_open:
            self.start.show_closed()
            return
        self._stale = False
        self._diary.read(material.lately, self._show_lately, self)

    def _show_lately(self, lately: Lately) -> None:
        if self._diary.is_open:
            self.start.show_lately(lately)
