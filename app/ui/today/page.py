"""The Today page: this week's focus, what is due, the last calls, and the way into the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.days import monday
from app.domain.focus import Seen
from app.domain.history import Entry
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.follow_ups.list import FollowUpList
from app.ui.journal.diary import Diary
from app.ui.journal.question import Question
from app.ui.pieces.parts import button, card, page, row, words
from app.ui.settings.choices import heard_with
from app.ui.today.calls import LastCalls
from app.ui.today.focus import FocusCard

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

NO_JOURNAL = marked(
    "A journal remembers your calls and what you think of them, encrypted on this computer and closed by a "
    "passphrase. Without one they are gone when Evenkeel closes."
)
NOT_OPEN = marked("Your journal could not be opened, so calls are gone when Evenkeel closes.")
WHAT_IT_DOES = marked(
    "Evenkeel listens on this computer only, shows how the talking is shared, and gives one quiet hint at a "
    "time. Afterwards it helps you to let go of the call, and to look back on it for a minute."
)
NEW_HERE = marked(
    "New here? Begin with the sample call: it shows everything at work in three minutes, and needs no "
    "microphone and no customer."
)

LAST = 6
"""How many of the last calls are shown."""

_LOOKED_AT = timedelta(weeks=4)
"""How far before this week the choice of a focus looks: two weeks for it, two for those before it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the journal holds for Today: the weeks by their Mondays, what was last with the last calls among
    it, and whether anything that was promised is due.
    """

    weeks: Mapping[date, Seen]
    entries: Sequence[Entry]
    promised: bool


class TodayPage(QWidget):
    """The first page; what it says of calls is read from the journal again whenever that changes.

    `call_asked` and `reflect_asked` give a call's id, which is too large for a signal's int.
    """

    start_asked = Signal()
    practice_asked = Signal(float)
    page_asked = Signal(str)
    journal_asked = Signal()
    call_asked = Signal(object)
    reflect_asked = Signal(object)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        self._question = Question(diary, self)
        self._stale = True
        self.start = button(tr("Start call"), "primary", "start")
        self.practice = button(tr("Practice with the sample call"))
        self.prepare = button(tr("Prepare"))
        self.change = button(tr("Change in Settings"), "small")
        self.all_calls = button(tr("All calls"), "small")
        self.journal = button("")
        self.start.clicked.connect(self.start_asked)
        self.practice.clicked.connect(lambda: self.practice_asked.emit(1.0))
        self.prepare.clicked.connect(lambda: self.page_asked.emit("prepare"))
        self.change.clicked.connect(lambda: self.page_asked.emit("settings"))
        self.all_calls.clicked.connect(lambda: self.page_asked.emit("history"))
        self.journal.clicked.connect(self.journal_asked)
        self._what, self._new = words(tr(WHAT_IT_DOES), "soft"), words(tr(NEW_HERE))
        self.focus = FocusCard(settings, coaching)
        self.follow_ups = FollowUpList(diary, due_only=True)
        self.calls = LastCalls()
        self.calls.call_asked.connect(self.call_asked)
        self.calls.reflect_asked.connect(self.reflect_asked)
        self._kept, self._heard_with = words("", "soft"), words("", "caption")
        self._due = card(words(tr("Due"), "strong"), self.follow_ups)
        self._last = card(words(tr("Last calls"), "strong"), self.calls, row(self.all_calls))
        self._journal = card(words(tr("Calls are not kept"), "strong"), self._kept, row(self.journal))
        begin = card(
            words(tr("Ready when you are"), "strong"),
            self._what,
            self._new,
            row(self.start, self.prepare, self.practice),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            page(
                begin,
                self.focus,
                self._due,
                self._last,
                self._journal,
                self._heard_with,
                row(self.change),
                title=tr("Today"),
            )
        )
        diary.changed.connect(lambda what: self._read_again())
        self.show_journal(there=False, open=False)
        self.refresh()

    def show_journal(self, *, there: bool, open: bool) -> None:
        """Offer a journal where there is none; say so where there is one that could not be opened."""
        self._journal.setVisible(not open)
        self._kept.setText(tr(NOT_OPEN) if there else tr(NO_JOURNAL))
        self.journal.setText(tr("See the journal in Settings") if there else tr("Make a journal"))
        self.journal.setAccessibleName(self.journal.text())

    def show_starting(self, busy: bool) -> None:
        """Allow no second call while one is starting or running."""
        for each in (self.start, self.practice):
            each.setEnabled(not busy)

    def refresh(self) -> None:
        """Say again what a call would be heard with, and what the journal holds as of today."""
        agent, customer, recogniser = heard_with(self._settings.now)
        self._heard_with.setText(
            tr(
                "A call is heard with\nMicrophone: {agent}\nCustomer's side: {customer}\nWords: {recogniser}",
                agent=agent,
                customer=customer,
                recogniser=recogniser,
            )
        )
        self._read_again()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self._question.drop()
        self._stale = True
        self.follow_ups.forget()
        self._take(date.today(), Read({}, [], promised=False))

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._read_again()

    def _read_again(self) -> None:
        """Ask the journal; when it is next shown, if it is hidden."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        if not self._diary.is_open:
            self.forget()
            return
        today = date.today()
        self._question.ask(partial(_read, today), partial(self._take, today))

    def _take(self, today: date, found: Read) -> None:
        self.focus.show_weeks(found.weeks, today)
        calls = [entry for entry in found.entries if entry.call is not None][:LAST]
        self.calls.show_calls(calls, self._coaching.now.call_types, today)
        for each in (self._what, self._new):
            each.setVisible(not calls)
        self._due.setVisible(bool(found.entries) or found.promised)
        self._last.setVisible(bool(calls))


def _read(today: date, db: "Database") -> Read:
    """Read what Today shows."""
    from app.storage import focus, follow_ups, history

    return Read(
        focus.seen(db, monday(today) - _LOOKED_AT),
        history.entries(db, limit=4 * LAST),
        promised=bool(follow_ups.due(db, today)),
    )
