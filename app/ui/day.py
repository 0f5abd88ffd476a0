"""The way through a day: from preparing to the call, then to calm and to a minute of looking back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.breathing import THREE_BREATHS
from app.language import marked, tr
from app.ui.calm.offering import Offering
from app.ui.follow_ups.reminder import Reminder
from app.ui.journal.desk import Finished
from app.ui.journal.new_journal import MakeJournal
from app.ui.journal.opening import Standing
from app.ui.journal.question import Question
from app.ui.keys_help import KeysHelp
from app.ui.manual.desk import ManualDesk
from app.ui.review import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.ui.window import Window


NOT_KEPT = marked("This call is not in a journal, so there is no more to see of it than what stands here.")


class Day(QObject):
    """Leads from page to page, and lets each know what another has written."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        calls, diary = window.calls, window.diary
        settings = window.settings
        self.offering = Offering(calls, diary, settings, window.offer, self)
        self.reminder = Reminder(diary, settings, calls, window.tray.icon, self)
        self.offering.breathe_asked.connect(self._breathe_after)
        window.tray.breathe_asked.connect(self.breathe)
        window.calm.breathing.connect(self._mind_breathing)
        window.desk.finished.connect(self._show_finished)
        window.today.page_asked.connect(window.go_to)
        window.today.journal_asked.connect(self._see_journal)
        window.today.call_asked.connect(self._show_call)
        window.today.reflect_asked.connect(self._reflect_on)
        window.call_page.reflect_asked.connect(self._reflect_on)
        window.calm.reflect_asked.connect(self._reflect_on)
        window.reflect.page_asked.connect(window.go_to)
        window.reflect.calm_asked.connect(self._breathe_after)
        window.history.reflect_asked.connect(self._reflect_on)
        window.history.edit_asked.connect(self._edit)
        window.history.look_asked.connect(self._look_at)
        window.call_page.look_asked.connect(self._look_at)
        window.review.reflect_asked.connect(self._reflect_on)
        window.review.told.connect(window.notice.say)
        window.review.broke.connect(calls.broke)
        window.arrivals.arrived.connect(self._open)
        self.manual = ManualDesk(window, self)
        self._own_phrases = Question(diary, self)
        diary.changed.connect(self._read_own_phrases)
        diary.leaving.connect(self._forget_own_phrases)
        calls.begun.connect(lambda *_: window.prepare.forget())
        calls.kept.connect(lambda _: diary.tell_changed("call"))
        diary.told.connect(window.notice.say)
        diary.broke.connect(calls.broke)

    def breathe(self) -> None:
        """Breathe in a small window, where the keys of a call work, too."""
        calls = self._window.calls
        call_id = calls.last_id if calls.running else None
        self._window.calm.breathe_apart(list(self._window.keys.by_id.values()), call_id)

    def show_keys(self) -> None:
        """Show every key, and the way to the manual."""
        KeysHelp(self._window, self._window.keys.by_id["manual"]).open()

    def _see_journal(self) -> None:
        if self._window.journal.standing is Standing.NONE:
            MakeJournal(self._window, self._window.journal).open()
        else:
            self._window.go_to("settings")

    def _show_finished(self, finished: Finished) -> None:
        """Show the summary of a call that had broken off; a call that runs meanwhile comes first."""
        calls = self._window.calls
        if calls.running or calls.starting:
            self._window.notice.say(tr("The call is finished and in your journal."))
            return
        self._window.call_page.show_report(
            finished.call, finished.report, finished.marks, preparation=finished.preparation
        )
        self._window.go_to("call")

    def _show_call(self, call_id: int) -> None:
        self._window.history.show_call(call_id)
        self._window.go_to("history")

    def _reflect_on(self, call_id: int | None) -> None:
        """Look back on a call; None: on the last one there was."""
        self._window.reflect.reflect_on(self._window.calls.last_id if call_id is None else call_id)
        self._window.go_to("reflect")

    def _open(self, recordings: "Sequence[Path]") -> None:
        self._window.review.open(recordings)
        self._window.go_to("review")

    def _look_at(self, call_id: int | None) -> None:
        """Look at a call again; None: at the last one there was."""
        call_id = self._window.calls.last_id if call_id is None else call_id
        if call_id is None:
            self._window.notice.say(tr(NOT_KEPT))
            return
        self._window.review.show_call(call_id)
        self._window.go_to("review")

    def _read_own_phrases(self, what: str) -> None:
        """Put the user's better phrases onto the technique cards as soon as they can be read."""
        if not self._window.diary.is_open:
            self._forget_own_phrases()
        elif what in phrases.SHOWN_BY:
            self._own_phrases.ask(phrases.by_technique, self._show_own_phrases)

    def _forget_own_phrases(self) -> None:
        self._own_phrases.drop()
        self._show_own_phrases({})

    def _show_own_phrases(self, own: "Mapping[str, Sequence[str]]") -> None:
        self._window.call_page.show_own_phrases(own)
        self._window.small.show_own_phrases(own)

    def _breathe_after(self, call_id: int | None) -> None:
        """Breathe three times, after the call with that id; apart where the pages are covered."""
        if self._window.journal.covering:
            self._window.calm.breathe_apart(call_id=call_id)
        else:
            self._window.go_to("calm")
            self._window.calm.begin(call_id, THREE_BREATHS.id)

    def _mind_breathing(self, breathing: bool) -> None:
        """Keep the journal from being locked under somebody who breathes and touches no key."""
        journal = self._window.journal
        (journal.hold if breathing else journal.let_go)("breathing")
        self._window.desk.follow()

    def _edit(self, reflection_id: int) -> None:
        self._window.reflect.edit(reflection_id)
        self._window.go_to("reflect")
