"""The Prepare page: a minute before a call, and the checklists it goes by."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget

from app.domain.checklists import offered
from app.domain.journal import CallKind, Checklist, ChecklistRun
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import EVERYTHING, Diary
from app.ui.journal.question import Question
from app.ui.prepare.editor import ChecklistEditor
from app.ui.prepare.form import Form

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

Found = tuple[list[Checklist], list[str], Counter[str]]

_SHOWN = (EVERYTHING, "checklist", "call", "reflection", "preparation")
"""The kinds of change that this page shows something of."""

_MOST_CALLS = 1000
"""Calls of a day that are counted at most."""


class PreparePage(QStackedWidget):
    """Shows the form, or in its place the editor of its checklists; asks the diary when it comes in sight."""

    start_asked = Signal()
    practice_asked = Signal(float)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._content = diary, coaching.content
        self._stale = True
        self._asked_on = date.min
        self._question = Question(diary, self)
        self.form = Form(settings, coaching.content)
        self.kind, self.start = self.form.kind, self.form.start
        self.editor = ChecklistEditor(diary, coaching.content)
        self.addWidget(self.form)
        self.addWidget(self.editor)
        self.form.start_asked.connect(self.start_asked)
        self.form.practice_asked.connect(lambda: self.practice_asked.emit(1.0))
        self.form.edit_asked.connect(self._edit)
        self.editor.left.connect(self._leave_editor)
        diary.changed.connect(self._follow)
        self._show((), (), {})
        self.form.show_editable(False)

    @property
    def preparation(self) -> ChecklistRun | None:
        """What is prepared for the next call; None where nothing was."""
        return self.form.preparation

    def show_starting(self, busy: bool) -> None:
        """Allow no second call while one is starting or running."""
        self.form.start.setEnabled(not busy)
        self.form.practice.setEnabled(not busy)

    def refresh(self) -> None:
        """Show again what the settings hold."""
        self.form.refresh()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget, as after a call has begun with it."""
        self._question.drop()
        self.setCurrentWidget(self.form)
        self.editor.forget()
        self.form.forget()
        self._show((), (), {})
        self.form.show_editable(False)
        self._stale = True
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the diary as it is now; the keys go to the purpose, unless they walk through the pages."""
        super().showEvent(event)
        if self._stale or self._asked_on != date.today():
            self._ask()
        held = self.window().focusWidget()
        walking = isinstance(held, QAbstractButton) and held.isCheckable() and not self.isAncestorOf(held)
        if self.window().isActiveWindow() and self.currentWidget() is self.form and not walking:
            self.form.purpose.setFocus()

    def _follow(self, what: str) -> None:
        if what in _SHOWN:
            self._stale = True
            if self.isVisible():
                self._ask()

    def _ask(self) -> None:
        """Ask the diary for the user's own; the newest answer counts."""
        if not self._diary.is_open:
            self.form.show_editable(False)
            return
        self._stale = False
        self._asked_on = today = date.today()

        def find(db: "Database") -> Found:
            from app.storage import calls, checklists, reflections

            held = calls.find(db, kind=CallKind.LIVE, since=today, until=today, limit=_MOST_CALLS)
            kinds = Counter(call.call_type for call in held)
            return checklists.all(db), reflections.hot_buttons(db), kinds

        self._question.ask(find, lambda found: self._show(*found))

    def _show(self, own: Sequence[Checklist], hot_buttons: Sequence[str], today: Mapping[str, int]) -> None:
        lists = offered(self._content.checklists, own)
        self.form.show_lists(lists)
        self.form.show_hot_buttons(hot_buttons)
        self.form.show_today(today)
        self.form.show_editable(True)
        if self.currentWidget() is not self.editor:
            self.editor.show_lists(lists)

    def _edit(self) -> None:
        self.editor.edit(self.form.checklist_key)
        self.setCurrentWidget(self.editor)

    def _leave_editor(self) -> None:
        self.setCurrentWidget(self.form)
        self.form.edit.setFocus()
