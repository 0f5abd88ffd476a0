"""The Today page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import button, card, page, row, words
from app.ui.settings.choices import heard_with

NO_JOURNAL = (
    "A journal remembers your calls and what you think of them, encrypted on this computer and closed by a "
    "passphrase. Without one they are gone when Evenkeel closes."
)
NOT_OPEN = "Your journal could not be opened, so calls are gone when Evenkeel closes."


class TodayPage(QWidget):
    """The first page: begin a call, practise, or prepare, and what a call would be heard with."""

    start_asked = Signal()
    practice_asked = Signal(float)
    page_asked = Signal(str)
    journal_asked = Signal()
    call_asked = Signal(int)
    reflect_asked = Signal(int)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        self.start = button("Start call", "primary", "start")
        self.practice = button("Practice with the sample call")
        self.prepare = button("Prepare")
        self.change = button("Change in Settings")
        self.start.clicked.connect(self.start_asked)
        self.practice.clicked.connect(lambda: self.practice_asked.emit(1.0))
        self.prepare.clicked.connect(lambda: self.page_asked.emit("prepare"))
        self.change.clicked.connect(lambda: self.page_asked.emit("settings"))
        self._heard_with = words("", "soft")
        self.journal = button("")
        self.journal.clicked.connect(self.journal_asked)
        self._kept = words("", "soft")
        self._journal = card(words("Calls are not kept", "strong"), self._kept, row(self.journal))
        _fill(
            self,
            page(
                card(
                    words("Ready when you are", "strong"),
                    words(
                        "Evenkeel listens on this computer only, shows how the talking is shared, and gives "
                        "one quiet hint at a time.",
                        "soft",
                    ),
                    row(self.start, self.prepare),
                ),
                card(
                    words("New here?", "strong"),
                    words(
                        "The sample call shows everything at work in three minutes. It needs no microphone "
                        "and no customer.",
                        "soft",
                    ),
                    row(self.practice),
                ),
                self._journal,
                card(words("A call is heard with", "strong"), self._heard_with, row(self.change)),
                title="Today",
            ),
        )
        self.show_journal(there=False, open=False)
        self.refresh()

    def show_journal(self, *, there: bool, open: bool) -> None:
        """Offer a journal where there is none; say so where there is one that could not be opened."""
        self._journal.setVisible(not open)
        self._kept.setText(NOT_OPEN if there else NO_JOURNAL)
        self.journal.setText("See the journal in Settings" if there else "Make a journal")
        self.journal.setAccessibleName(self.journal.text())

    def show_starting(self, busy: bool) -> None:
        """Allow no second call while one is starting or running."""
        for each in (self.start, self.practice):
            each.setEnabled(not busy)

    def refresh(self) -> None:
        """Say again what a call would be heard with."""
        agent, customer, recogniser = heard_with(self._settings.now)
        self._heard_with.setText(f"Microphone: {agent}\nCustomer's side: {customer}\nWords: {recogniser}")

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""


def _fill(widget: QWidget, held: QWidget) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(held)
