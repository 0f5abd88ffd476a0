"""What is prepared for a call: its kind, its purpose, the checks, what may come up, and the start."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.checklists import SHIPPED, fitting, key_of
from app.domain.journal import Checklist, ChecklistRun
from app.domain.techniques import Coaching
from app.language import marked, tr
from app.settings import KeptSettings
from app.ui.pieces.flow import TileLayout
from app.ui.pieces.hot_button import HotButton
from app.ui.pieces.parts import ChoiceBox, button, card, labelled, page, row, words
from app.ui.pieces.theme import SPACE
from app.ui.prepare.checks import Checks
from app.ui.settings.choices import CallTypeChoice

PURPOSE, PREPARE, HOT_BUTTONS, FIRST_CUSTOMER = "purpose", "prepare", "hot-buttons", "first-customer"
"""The techniques that are fields of this form, or are brought to mind here."""

MANY = 3
"""Calls of one type in a day after which the next caller is no longer the first in one's mind."""

LONGEST = 300
"""Letters that a line may have."""

TICKING = marked("Tick with {keys}; while you are typing, with Alt and the number. Enter starts the call.")
NO_CHECKS = marked("This checklist has no checks yet.")
EDITING_NEEDS = marked(
    "Checklists of your own are kept in your journal. Make or unlock one in Settings, and you can edit them."
)


class Form(QWidget):
    """One preparation; it stays as it is until `forget`. `start_asked`, `practice_asked` and `edit_asked` say
    what its buttons ask for.
    """

    start_asked = Signal()
    practice_asked = Signal()
    edit_asked = Signal()

    def __init__(self, settings: KeptSettings, content: Coaching) -> None:
        super().__init__()
        self._settings, self._content = settings, content
        self._lists: tuple[Checklist, ...] = ()
        self._call_type = ""
        self._wanted: dict[str, str] = {}
        """The checklist that was last chosen for a kind of call."""
        self._today: Mapping[str, int] = {}
        self.kind = CallTypeChoice(settings, content.call_types)
        self.kind.activated.connect(lambda _: self.refresh())
        self.checklist = ChoiceBox()
        self.checklist.setAccessibleName(tr("Checklist"))
        self.checklist.activated.connect(self._choose)
        self.first_customer = words("", "soft")
        self.first_customer.hide()
        self.purpose = _line(tr("Purpose of this call"))
        self.checks = Checks()
        self._ticking = words("", "caption")
        self.hurdle = _line(tr("Likely hurdle"))
        self.answer = _line(tr("My answer to the hurdle"))
        self.hot_button = HotButton(tr("Likely hot button"))
        self.start = button(tr("Start call"), "primary")
        self.start.setText(f"{tr('Start call')}   {tr('Enter')}")
        self.start.clicked.connect(self.start_asked)
        self.practice = button(tr("Practice with the sample call"))
        self.practice.clicked.connect(self.practice_asked)
        self.edit = button(tr("Edit checklists"))
        self.edit.clicked.connect(self.edit_asked)
        self.needs_journal = words(tr(EDITING_NEEDS), "caption")
        for keys in ("Return", "Enter"):
            QShortcut(QKeySequence(keys), self, self.start.click)
        self._lay_out()
        self.show_hot_buttons(())
        self.show_lists([each.as_shipped() for each in content.checklists.values()])
        self.refresh()
        self.purpose.setFocus()

    @property
    def preparation(self) -> ChecklistRun | None:
        """What is prepared as it stands now; None where nothing was written or ticked."""
        fields = (self.purpose, self.hurdle, self.answer)
        purpose, hurdle, answer = (" ".join(each.text().split()) for each in fields)
        hot_button = self.hot_button.text
        ticks = self.checks.ticks
        if not (purpose or hurdle or answer or hot_button or any(tick.ticked for tick in ticks)):
            return None
        from app.storage.schema import new_id

        chosen = self._chosen
        return ChecklistRun(
            id=new_id(),
            title=chosen.title if chosen else "",
            run_at=datetime.now(UTC),
            checklist_id=chosen.id if chosen and chosen.id != SHIPPED else None,
            purpose=purpose,
            hurdle=hurdle,
            answer=answer,
            hot_button=hot_button,
            ticks=ticks,
        )

    @property
    def checklist_key(self) -> str:
        """What the checklist is known by that is chosen now (`key_of`)."""
        return str(self.checklist.currentData() or "")

    def refresh(self) -> None:
        """Show again what the settings hold, and the checklists that fit to it."""
        self.kind.show_settings()
        call_type = self._settings.now.call_type
        if call_type != self._call_type:
            self._call_type = call_type
            self._offer_lists()
        self._mind_first_customer()

    def show_lists(self, lists: Sequence[Checklist]) -> None:
        """Offer these checklists."""
        self._lists = tuple(lists)
        self._offer_lists()

    def show_hot_buttons(self, own: Sequence[str]) -> None:
        """Offer the user's own hot buttons, then those that many people have."""
        self.hot_button.offer((*own, *self._content.hot_buttons))

    def show_today(self, calls: Mapping[str, int]) -> None:
        """Take how many calls of each type there were today."""
        self._today = calls
        self._mind_first_customer()

    def show_editable(self, editable: bool) -> None:
        """Allow editing where there is an open journal, and say so where there is none."""
        self.edit.setEnabled(editable)
        self.needs_journal.setVisible(not editable)

    def forget(self) -> None:
        """Begin the next preparation, with nothing in it that Ctrl+Z could bring back."""
        self.hot_button.show_text("")
        for line in (self.purpose, self.hurdle, self.answer):
            line.setText("")  # unlike clear(), which can be undone
        self.checks.forget()

    @property
    def _chosen(self) -> Checklist | None:
        return next((each for each in self._lists if key_of(each) == self.checklist_key), None)

    def _choose(self) -> None:
        self._wanted[self._call_type] = self.checklist_key
        self._show_checks()

    def _offer_lists(self) -> None:
        """Offer what fits to the kind of call, and below that all others."""
        fit = fitting(self._lists, self._call_type)
        self.checklist.clear()
        for each in fit:
            self.checklist.addItem(each.title, key_of(each))
        others = [each for each in self._lists if each not in fit]
        if others:
            self.checklist.insertSeparator(self.checklist.count())
        for each in others:
            self.checklist.addItem(each.title, key_of(each))
        wanted = self.checklist.findData(self._wanted.get(self._call_type, ""))
        self.checklist.setCurrentIndex(max(wanted, 0))
        self._show_checks()

    def _show_checks(self) -> None:
        chosen = self._chosen
        items = chosen.items if chosen else ()
        self.checks.show_items(items)
        keys = "1" if len(items) == 1 else tr("1 to {n}", n=len(items))
        self._ticking.setText(tr(TICKING, keys=keys) if items else tr(NO_CHECKS))

    def _mind_first_customer(self) -> None:
        """Bring to mind that each caller is the first, after many of the same kind."""
        calls = self._today.get(self._call_type, 0)
        prompt = self._content.techniques[FIRST_CUSTOMER].prepare[0]
        self.first_customer.setText(
            tr("You have had {n} calls of this kind today. {prompt}", n=calls, prompt=prompt)
        )
        self.first_customer.setVisible(calls >= MANY)

    def _lay_out(self) -> None:
        techniques = self._content.techniques
        for line in (self.hurdle, self.answer):
            line.setToolTip(techniques[PREPARE].prepare[0])
        for choice in (self.kind, self.checklist, self.hot_button):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        hold = page(
            card(
                _beside(labelled(tr("Kind of call"), self.kind), labelled(tr("Checklist"), self.checklist)),
                self.first_customer,
                labelled(techniques[PURPOSE].prepare[0].rstrip(":"), self.purpose),
                self.checks,
                self._ticking,
            ),
            card(
                _beside(
                    labelled(tr("The likeliest hurdle"), self.hurdle),
                    labelled(tr("What I'll say when it comes"), self.answer),
                ),
                labelled(techniques[HOT_BUTTONS].prepare[0], self.hot_button),
            ),
            row(self.start, self.practice, self.edit),
            self.needs_journal,
            title=tr("Prepare"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(hold)


def _beside(*held: QWidget) -> QWidget:
    both = QWidget()
    tiles = TileLayout(both, SPACE * 2)
    for each in held:
        tiles.addWidget(each)
    return both


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setMaxLength(LONGEST)
    return line
