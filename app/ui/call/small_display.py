"""The call beside other programs: the HUD, or where a desktop allows none, a compact window in its place."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import tr
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.call.glance import Glance
from app.ui.call.hud import SIZE, Hud, why_not
from app.ui.call.watch import CallWatch
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE


class Compact(QWidget):
    """An ordinary small window with the call at a glance; `left` says that it was closed."""

    left = Signal()

    def __init__(self, watch: CallWatch, coaching: OwnCoaching, reason: str) -> None:
        super().__init__()
        self.setWindowTitle("Evenkeel")
        self.setAccessibleName(tr("The call at a glance"))
        self.glance = Glance(watch, coaching)
        self.back = button(tr("Show the whole window"), "small")
        self.back.clicked.connect(self.close)
        told = words(reason, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self.glance)
        column.addWidget(told)
        column.addWidget(row(self.back))
        self.resize(SIZE)

    def event(self, event: QEvent) -> bool:
        """Stay tall enough for every word, however narrow it is made."""
        layout = self.layout()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show) and layout:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give way to the whole window."""
        super().closeEvent(event)
        self.left.emit()


class SmallDisplay(QObject):
    """Shows the HUD while there is a call, unless it was put away; remembers both that and its place.

    It gives way while the window itself shows the call, where it would only lie over it. `asked` gives the
    id of the shortcut that a button stands for. `whole_asked` and `compact_asked` want the window shown or
    hidden, where the compact window takes the HUD's place; that one only comes when asked for.
    """

    asked = Signal(str)
    whole_asked = Signal()
    compact_asked = Signal()

    def __init__(
        self, watch: CallWatch, coaching: OwnCoaching, settings: KeptSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._in_call = False
        self._given_way = False
        self.reason = why_not()
        self.hud: Hud | None = None
        self.compact: Compact | None = None
        shown: Hud | Glance
        if self.reason is None:
            shown = self.hud = Hud(watch, coaching)
            self.hud.moved.connect(self._remember)
            self._restore()
        else:
            self.compact = Compact(watch, coaching, self.reason)
            self.compact.left.connect(self.whole_asked)
            shown = self.compact.glance
        shown.pause_asked.connect(lambda: self.asked.emit("pause"))
        shown.mark_asked.connect(lambda: self.asked.emit("mark"))
        shown.end_asked.connect(lambda: self.asked.emit("end"))
        shown.cards_asked.connect(self._show_cards)

    @property
    def in_sight(self) -> bool:
        """Whether the HUD shows the call while the window is away."""
        return self.hud is not None and self._settings.now.hud_shown

    def lend(self, actions: Mapping[str, QAction]) -> None:
        """Let the keys work in the compact window, too, and the HUD's menu (right click) offer to breathe."""
        if self.compact is not None:
            self.compact.addActions(list(actions.values()))
        if self.hud is not None:
            self.hud.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            self.hud.addAction(actions["breathe"])

    def begin(self, call_type: str, purpose: str = "") -> None:
        """Take that a call of this type (its id) begins, and what it is for."""
        self._in_call = True
        if self.hud is not None:
            self.hud.begin(call_type, purpose)
            self._show()
        if self.compact is not None:
            self.compact.glance.begin(call_type, purpose)

    def end(self) -> None:
        """Take that there is no call any more."""
        self._in_call = False
        if self.hud is not None:
            self.hud.hide()
            self.hud.cards.hide()
        if self.compact is not None and self.compact.isVisible():
            self.compact.close()

    def forget(self) -> None:
        """Show nothing of the last call any more."""
        for shown in (self.hud, self.compact):
            if shown is not None:
                shown.glance.forget()
        if self.hud is not None:
            self.hud.cards.begin()

    def show_own_phrases(self, own: Mapping[str, Sequence[str]]) -> None:
        """Show the user's better phrases on their techniques' cards: technique id -> phrases, best first."""
        if self.hud is not None:
            self.hud.cards.show_own(own)

    def give_way(self, to_window: bool) -> None:
        """Take whether the window itself shows the call to the user now."""
        if to_window != self._given_way:
            self._given_way = to_window
            self._show()

    def show_or_hide(self) -> None:
        """Show the HUD or put it away; where there is none, go to the compact window and back."""
        if not self._in_call:
            return
        if self.hud is not None:
            shown = not self.hud.isVisible()
            self.hud.setVisible(shown)
            self._settings.change(hud_shown=shown)
        elif self.compact is not None:
            if self.compact.isVisible():
                self.compact.close()
            else:
                self.compact.show()
                self.compact_asked.emit()

    def move_by_keys(self) -> None:
        """Let the arrow keys move the HUD."""
        if self.hud is not None and self._in_call:
            self.hud.move_by_keys()

    def close(self) -> None:
        """Take everything off the screen, as the program ends."""
        for each in (self.hud, self.hud and self.hud.cards, self.compact):
            if each is not None:
                each.deleteLater()

    def _show(self) -> None:
        if self.hud is not None and self._in_call:
            self.hud.setVisible(self._settings.now.hud_shown and not self._given_way)

    def _show_cards(self) -> None:
        if self.hud is not None:
            self.hud.show_cards()
        else:
            self.asked.emit("cards")

    def _remember(self, x: int, y: int, screen: str) -> None:
        self._settings.change(hud_place=f"{x} {y} {screen}")

    def _restore(self) -> None:
        place = re.fullmatch(r"(-?\d{1,6}) (-?\d{1,6}) (.*)", self._settings.now.hud_place or "", re.DOTALL)
        if self.hud is not None and place is not None:
            self.hud.restore(int(place[1]), int(place[2]), place[3])
