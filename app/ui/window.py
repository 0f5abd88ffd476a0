"""The main window: navigation on the left, the top bar, one page at a time, and the call that is running."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.techniques import Coaching
from app.settings import KeptSettings
from app.ui import icons, theme
from app.ui.call_page import CallPage
from app.ui.choices import heard_with
from app.ui.current_call import CurrentCall
from app.ui.first_start import FirstStart
from app.ui.hearing import Hearing
from app.ui.keys_help import KeysHelp
from app.ui.navigation import Navigation
from app.ui.notice import Notice
from app.ui.pages import CALM, HISTORY, REFLECT, Prepare, Today, later_page
from app.ui.settings_page import SettingsPage
from app.ui.shortcuts import PAGES, SHORTCUTS
from app.ui.small_display import SmallDisplay
from app.ui.top_bar import TopBar
from app.ui.tray import Tray

_SIGHT = (
    QEvent.Type.WindowActivate,
    QEvent.Type.WindowDeactivate,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.WindowStateChange,
)
"""What changes whether the user sees the window."""

_LEAVE_MS = 5000
"""How long quitting waits for the last words of a call."""


class Window(QMainWindow):
    """Everything the user sees but the HUD and the tray; remembers its place, size and page.

    `gone` comes once, when the window is closed and no call is left.
    """

    gone = Signal()

    def __init__(self, settings: KeptSettings, coaching: Coaching) -> None:
        super().__init__()
        self._settings = settings
        self._leaving = self._left = False
        self._asking: QMessageBox | None = None
        self.setWindowTitle("Evenkeel")
        self.setMinimumSize(QSize(560, 400))
        self.calls = CurrentCall(self)
        self.navigation = Navigation()
        self.top_bar = TopBar(self.calls)
        self.notice = Notice()
        self.today = Today(settings)
        self.prepare = Prepare(settings, coaching.call_types)
        self.call_page = CallPage(self.calls.watch, coaching)
        self.hearing = Hearing(self)
        self.settings_page = SettingsPage(settings, coaching.call_types, self.hearing)
        self.first_start: FirstStart | None = None
        self.pages: dict[str, QWidget] = {
            "today": self.today,
            "prepare": self.prepare,
            "call": self.call_page,
            "calm": later_page(CALM),
            "reflect": later_page(REFLECT),
            "history": later_page(HISTORY),
            "settings": self.settings_page,
        }
        self._shown = QStackedWidget()
        for name in PAGES:
            self._shown.addWidget(self.pages[name])
        self._frames = QStackedWidget()
        self._frames.addWidget(self._frame())
        self.setCentralWidget(self._frames)
        self.small = SmallDisplay(self.calls.watch, coaching, settings, self)
        self.actions_by_id = {each.id: self._action(each.id, each.does, each.keys) for each in SHORTCUTS}
        self.tray = Tray(self.calls, self.actions_by_id, self)
        self._connect()
        self._restore()

    def go_to(self, name: str) -> None:
        """Show the page of that name; raises KeyError for one that does not exist."""
        self.navigation.show_chosen(name)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return PAGES[self._shown.currentIndex()]

    def run_first_start(self) -> None:
        """Show the first start in place of the pages."""
        if self.first_start is not None or self.calls.running:
            return
        self.first_start = FirstStart(self._settings)
        self.first_start.done.connect(self._finish_first_start)
        self._frames.addWidget(self.first_start)
        self._frames.setCurrentWidget(self.first_start)
        self._show_call_state()
        self.first_start.begin()

    def show_yourself(self) -> None:
        """Come to the front, from wherever the window is."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def quit(self) -> None:
        """End the program; a call that is running is ended first."""
        if self._leaving:
            return
        self._leaving = True
        self._remember()
        if not self.calls.running:
            self._leave()
            return
        self.calls.watch.ended.connect(lambda _: self._leave())
        QTimer.singleShot(_LEAVE_MS, self, self._leave)
        self.calls.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Quit; in a call, ask first."""
        if not self._leaving:
            if self.calls.running and not self.calls.practice:
                event.ignore()
                self._ask_before_closing()
                return
            self.quit()
        event.setAccepted(self._left)

    def event(self, event: QEvent) -> bool:
        """Let the HUD come when the window goes out of sight, and give way when it comes back."""
        if event.type() in _SIGHT:
            QTimer.singleShot(0, self, self._mind_hud)
        return super().event(event)

    def _mind_hud(self) -> None:
        in_sight = self.isVisible() and self.isActiveWindow() and not self.isMinimized()
        self.small.give_way(in_sight and self.page == "call")

    def _frame(self) -> QWidget:
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.navigation)
        beside.addWidget(self._shown, 1)
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.notice)
        column.addLayout(beside, 1)
        return frame

    def _action(self, id: str, does: str, keys: tuple[str, ...]) -> QAction:
        action = QAction(does, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(self._deeds.get(id, lambda: self.go_to(id)))
        self.addAction(action)
        return action

    @property
    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What is done where one of the shortcuts, a button or the tray asks for it."""
        return {
            "start": self._start,
            "end": self.calls.end,
            "pause": self.calls.pause_or_go_on,
            "mark": self.calls.mark,
            "cards": self._show_cards,
            "hud": self.small.show_or_hide,
            "move-hud": self.small.move_by_keys,
            "help": lambda: KeysHelp(self).open(),
            "quit": self.close,
        }

    def _connect(self) -> None:
        act = self.actions_by_id
        self.top_bar.start.clicked.connect(act["start"].trigger)
        self.top_bar.end.clicked.connect(act["end"].trigger)
        self.top_bar.help.clicked.connect(act["help"].trigger)
        for asks in (self.today, self.prepare, self.call_page):
            asks.start_asked.connect(act["start"].trigger)
        for page in (self.today, self.call_page):
            page.practice_asked.connect(self._practise)
        self.call_page.pause_asked.connect(act["pause"].trigger)
        self.call_page.mark_asked.connect(act["mark"].trigger)
        self.call_page.cards_asked.connect(act["cards"].trigger)
        self.call_page.end_asked.connect(act["end"].trigger)
        self.call_page.call_type_chosen.connect(lambda chosen: self._settings.change(call_type=chosen))
        self.today.page_asked.connect(self.go_to)
        self.settings_page.first_start_asked.connect(self.run_first_start)
        self.navigation.chosen.connect(self._turn_to)
        self.small.asked.connect(lambda id: act[id].trigger())
        self.small.whole_asked.connect(self.show_yourself)
        self.small.compact_asked.connect(self.hide)
        if self.small.compact is not None:
            self.small.compact.addActions(list(act.values()))
        self.tray.window_asked.connect(self.show_yourself)
        self.calls.begun.connect(self.call_page.begin)
        self.calls.begun.connect(lambda _, call_type: self.small.begin(call_type))
        self.calls.changed.connect(self._show_call_state)
        self.calls.watch.ended.connect(self._show_summary)
        self.calls.refused.connect(self.notice.say)
        self.calls.told.connect(self.notice.say)
        self._settings.tell = self.notice.say
        theme.current().changed.connect(self._draw)
        self._draw()

    def _turn_to(self, name: str) -> None:
        self._refresh()
        self._shown.setCurrentWidget(self.pages[name])
        self.top_bar.show_page(name)
        self._mind_hud()

    def _refresh(self) -> None:
        self.today.refresh()
        self.prepare.kind.show_settings()
        self.call_page.show_choices(self._settings.now.call_type, *heard_with(self._settings.now))

    def _start(self) -> None:
        self.settings_page.stop_listening()
        self.go_to("call")
        self.calls.start(self._settings.now)

    def _practise(self, speed: float) -> None:
        self.settings_page.stop_listening()
        self.go_to("call")
        self.calls.rehearse(speed)

    def _show_cards(self) -> None:
        self.go_to("call")
        self.call_page.show_cards()

    def _finish_first_start(self, practice: bool) -> None:
        first_start, self.first_start = self.first_start, None
        if first_start is not None:
            self._frames.removeWidget(first_start)
            first_start.deleteLater()
        self._show_call_state()
        self._refresh()
        if practice:
            self._practise(1.0)
        else:
            self.go_to("today")

    def _show_call_state(self) -> None:
        if not self.calls.running:
            self.small.end()
        running, busy = self.calls.running, self.calls.running or self.calls.starting
        at_home = self.first_start is None
        for each in SHORTCUTS:
            self.actions_by_id[each.id].setEnabled(at_home and (running or not each.in_call))
        self.actions_by_id["start"].setEnabled(at_home and not busy)
        self.actions_by_id["quit"].setEnabled(True)
        self.call_page.show_starting(self.calls.starting)
        self.today.show_starting(busy)
        self.prepare.start.setEnabled(not busy)
        self.settings_page.show_in_call(busy)

    def _show_summary(self) -> None:
        """Come back with the summary where the window was put away for the call."""
        self.go_to("call")
        if self.isHidden() and not self._leaving:
            self.show_yourself()

    def _draw(self) -> None:
        self.setWindowIcon(icons.icon("keel", theme.current().tokens.accent))

    def _ask_before_closing(self) -> None:
        """Ask once what shall become of the call; the question goes away with the call."""
        self.show_yourself()
        if self._asking is not None:
            self._asking.raise_()
            self._asking.activateWindow()
            return
        box = self._asking = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Evenkeel")
        box.setText("A call is being heard. What should happen to it?")
        keep = box.addButton("Go on listening", QMessageBox.ButtonRole.AcceptRole)
        end = box.addButton("End the call and quit", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.finished.connect(self._forget_question)
        end.clicked.connect(self.quit)
        keep.clicked.connect(self._make_room)
        self.calls.watch.ended.connect(box.close)
        box.open()

    def _forget_question(self) -> None:
        self._asking = None

    def _make_room(self) -> None:
        """Leave the screen to other programs while the call goes on, with a way back left open."""
        if not self.calls.running:
            return
        if self.tray.icon.isVisible() or (self.small.hud is not None and self._settings.now.hud_shown):
            self.hide()
        else:
            self.showMinimized()

    def _leave(self) -> None:
        if self._left:
            return
        self._left = True
        self.hearing.stop()
        self.calls.close()
        self.tray.close()
        self.small.close()
        self.close()
        self.gone.emit()

    def _remember(self) -> None:
        place = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.change(window_geometry=place, page=self.page)

    def _restore(self) -> None:
        now = self._settings.now
        self.resize(1040, 720)
        if now.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(now.window_geometry.encode("ascii", "ignore")))
        self.go_to(now.page if now.page in PAGES else "today")
        self._show_call_state()
        self._frames.setFocus()  # no ring around anything until the keyboard is used
        if self._settings.told:
            self.notice.say(self._settings.told)
        if not now.first_start_done:
            self.run_first_start()
