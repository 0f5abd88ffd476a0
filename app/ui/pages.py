"""The pages that say what to do now: Today, Prepare, and honest ones for what this version does not have."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.techniques import CallType
from app.settings import KeptSettings
from app.ui.choices import CallTypeChoice, heard_with
from app.ui.parts import button, card, page, row, words

CALM = (
    "Calm",
    "Short breathing exercises for after a hard call will be here, with a circle that breathes with you. "
    "They are not in this version.",
    "Until then, these need nothing but you",
    (
        "Box: breathe in for four counts, hold for four, out for four, hold for four. Five times over.",
        "Sigh: two short breaths in through the nose, one long breath out through the mouth. Three times.",
    ),
)
REFLECT = (
    "Reflect",
    "A minute after a call will be here: how it felt, what went well, what you promised. "
    "It is not in this version. A call's numbers are on the Call page once it has ended.",
    "Until then, three questions are worth a minute",
    (
        "What went well, and what did I do for it?",
        "Which moment was hard, and what was the customer after just then?",
        "What one thing will I try in the next call?",
    ),
)
HISTORY = (
    "History",
    "Your calls over the weeks will be here, with search and your own trends. The page is not in this "
    "version; your journal keeps the calls for it already.",
    "Until then",
    (
        "A recorded call can be reviewed at any time, as text, as a page or as JSON. In a terminal: "
        "python main.py review FILE --html report.html",
    ),
)


NO_JOURNAL = (
    "A journal remembers your calls and what you think of them, encrypted on this computer and closed by a "
    "passphrase. Without one they are gone when Evenkeel closes."
)
NOT_OPEN = "Your journal could not be opened, so calls are gone when Evenkeel closes."


def later_page(told: tuple[str, str, str, tuple[str, ...]]) -> QScrollArea:
    """Give the page of something this version does not have: its title, what it will be, what to do now."""
    title, will_be, lead, now = told
    return page(words(will_be, "soft"), card(words(lead, "strong"), *map(words, now)), title=title)


class Today(QWidget):
    """The first page: begin a call, practise, or prepare, and what a call would be heard with."""

    start_asked = Signal()
    practice_asked = Signal(float)
    page_asked = Signal(str)
    journal_asked = Signal()

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__()
        self._settings = settings
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


class Prepare(QWidget):
    """Before a call: its kind, which the target band and the hints go by."""

    start_asked = Signal()

    def __init__(self, settings: KeptSettings, types: Mapping[str, CallType]) -> None:
        super().__init__()
        self.kind = CallTypeChoice(settings, types)
        self.start = button("Start call", "primary", "start")
        self.start.clicked.connect(self.start_asked)
        _fill(
            self,
            page(
                card(
                    words("What kind of call is it?", "strong"),
                    words("The target band and the hints go by it.", "soft"),
                    self.kind,
                    row(self.start),
                ),
                words(
                    "Checklists and a line for the call's purpose will be here; they are not in this "
                    "version. The technique cards on the Call page say what tends to help.",
                    "soft",
                ),
                title="Prepare",
            ),
        )


def _fill(widget: QWidget, held: QWidget) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(held)
