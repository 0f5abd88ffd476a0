"""The History page: the calls of before, what was promised in them, and how the weeks go."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.history.call_view import CallView
from app.ui.history.calls_tab import CallsTab
from app.ui.journal.diary import Diary
from app.ui.pieces.parts import button, card, page, row, words
from app.ui.pieces.theme import SPACE

TABS = (marked("Calls"), marked("Follow-ups"), marked("Trends"))


class HistoryPage(QStackedWidget):
    """Three tabs, or the page of one call in their place.

    `reflect_asked` and `look_asked` give a call's id, `edit_asked` a reflection's.
    """

    reflect_asked = Signal(object)
    look_asked = Signal(object)
    edit_asked = Signal(object)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        self.calls = CallsTab(diary, coaching)
        self.call = CallView(diary, settings, coaching)
        self._tabs, self._group = QStackedWidget(), QButtonGroup(self)
        self.tabs = [self._tab(place) for place in range(len(TABS))]
        self._made: dict[int, QWidget] = {0: self.calls}
        self._inner: dict[int, QWidget] = {}
        self._tabs.addWidget(self.calls)
        self._front = self._framed()
        self.addWidget(self._front)
        self.addWidget(self.call)
        self.calls.opened.connect(self._open)
        self.call.left.connect(self._go_back)
        self.call.gone.connect(self._tell_gone)
        self.call.delete_asked.connect(self._delete)
        self.call.reflect_asked.connect(self.reflect_asked)
        self.call.look_asked.connect(self.look_asked)
        self.call.edit_asked.connect(self.edit_asked)
        self._connect_keys()
        self.tabs[0].setChecked(True)

    @property
    def tab(self) -> int:
        """The tab that is shown, or would be without the page of a call: a place in TABS."""
        return next(place for place, each in enumerate(self.tabs) if each.isChecked())

    def show_call(self, call_id: int) -> None:
        """Show the page of a call."""
        self._open(call_id, is_call=True)

    def show_tab(self, place: int) -> None:
        """Show one of TABS, and let the next key go to it."""
        self.setCurrentWidget(self._front)
        self.tabs[place % len(TABS)].setChecked(True)
        self.tabs[place % len(TABS)].setFocus()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self.setCurrentWidget(self._front)
        self.call.forget()
        self.calls.forget()
        for each in self._inner.values():
            each.forget()  # type: ignore[attr-defined]

    def _framed(self) -> QWidget:
        title = words(tr("History"), "title")
        title.setContentsMargins(0, 0, SPACE * 2, 0)
        head = row(title, *self.tabs)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QWidget()
        inset = QVBoxLayout(above)
        inset.setContentsMargins(SPACE * 4, SPACE * 7 // 2, SPACE * 4, 0)
        inset.addWidget(head)
        column.addWidget(above)
        column.addWidget(self._tabs, 1)
        return front

    def _tab(self, place: int) -> QPushButton:
        tab = button(tr(TABS[place]), "quiet")
        tab.setCheckable(True)
        tab.setAccessibleDescription(tr("Tab {place} of {n}. Key: Alt+{place}", place=place + 1, n=len(TABS)))
        tab.setToolTip(f"Alt+{place + 1}")
        tab.toggled.connect(lambda on: self._turn_to(place) if on else None)
        self._group.addButton(tab)
        return tab

    def _turn_to(self, place: int) -> None:
        if place not in self._made:
            self._made[place] = (self._make_follow_ups, self._make_trends)[place - 1]()
            self._tabs.addWidget(self._made[place])
        self._tabs.setCurrentWidget(self._made[place])

    def _make_follow_ups(self) -> QWidget:
        from app.ui.follow_ups.list import FollowUpList

        self._inner[1] = FollowUpList(self._diary, due_only=False)
        return page(card(self._inner[1]))

    def _make_trends(self) -> QWidget:
        from app.ui.history.trends import TrendsView

        self._inner[2] = TrendsView(self._diary, self._settings, self._coaching)
        return self._inner[2]

    def _connect_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+PgUp": lambda: self.show_tab(self.tab - 1),
            "Ctrl+PgDown": lambda: self.show_tab(self.tab + 1),
            **{f"Alt+{place + 1}": partial(self.show_tab, place) for place in range(len(TABS))},
        }
        for key, deed in keys.items():
            QShortcut(QKeySequence(key), self, deed)

    def _open(self, id: int, is_call: bool) -> None:
        (self.call.show_call if is_call else self.call.show_reflection)(id)
        self.setCurrentWidget(self.call)

    def _go_back(self) -> None:
        """Go back to where one was."""
        self.setCurrentWidget(self._front)
        self.call.forget()
        if self.tab == 0:
            self.calls.take_keys()
        else:
            self.tabs[self.tab].setFocus()

    def _tell_gone(self, sentence: str) -> None:
        self._go_back()
        self._diary.told.emit(sentence)

    def _delete(self, id: int, name: str, is_call: bool) -> None:
        self._go_back()
        self.calls.delete(id, name, is_call=is_call)
