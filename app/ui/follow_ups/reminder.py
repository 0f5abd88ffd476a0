"""A quiet note from the tray that follow-ups are due: at most once a day, and never in a call."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from app.settings import KeptSettings
from app.ui.call.current import CurrentCall
from app.ui.follow_ups.words import are_due
from app.ui.journal.diary import Diary

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

_LOOK_MS = 5 * 60_000
"""How often it looks whether a day has begun."""

_SHOWN_MS = 10_000


class Reminder(QObject):
    """Looks when the journal is opened, when a call is over, and now and then.

    The note says how many are due and not what they are: others may see the screen. It counts as given where
    the tray has shown it; `settings.remind` turns it off.
    """

    def __init__(
        self,
        diary: Diary,
        settings: KeptSettings,
        calls: CurrentCall,
        icon: QSystemTrayIcon,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._diary, self._settings, self._calls, self._icon = diary, settings, calls, icon
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        diary.changed.connect(lambda _: self.look())
        calls.changed.connect(self.look)

    def look(self) -> None:
        """Ask what is due, if a note may be given now."""
        if not self._may:
            return

        def number(db: "Database") -> int:
            from app.storage import follow_ups

            return len(follow_ups.due(db, date.today()))

        self._diary.read(number, self._tell, self)

    @property
    def _may(self) -> bool:
        now = self._settings.now
        return (
            now.remind
            and now.reminded_on != date.today().isoformat()
            and self._diary.is_open
            and not (self._calls.running or self._calls.starting)
            and self._icon.isVisible()
            and QSystemTrayIcon.supportsMessages()
        )

    def _tell(self, number: int) -> None:
        if number and self._may:  # a call may have begun, or another answer come, since it was asked
            self._settings.change(reminded_on=date.today().isoformat())
            # The plainest kind: the others stand for news and warnings, with a sound of their own.
            self._icon.showMessage("Evenkeel", are_due(number), QSystemTrayIcon.MessageIcon.NoIcon, _SHOWN_MS)
