"""The main window: navigation on the left, the top bar, one page at a time, and the call that is running."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.techniques import Coaching
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.call.current import CurrentCall
from app.ui.call.page import CallPage
from app.ui.call.small_display import SmallDisplay
from app.ui.calm.page import CalmPage
from app.ui.closing import Closing
from app.ui.day import Day
from app.ui.first_start.first_start import FirstStart
from app.ui.history.page import HistoryPage
from app.ui.journal.desk import JournalDesk
from app.ui.journal.diary import Diary
from app.ui.journal.erasing import FORGOTTEN, EraseEverything
from app.ui.journal.lock_page import LockPage
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.keys import Keys, Place
from app.ui.navigation import Navigation
from app.ui.pieces import icons, theme
from app.ui.pieces.notice import Notice
from app.ui.pieces.offer import Offer
from app.ui.pieces.scrolling import Strips
from app.ui.prepare.page import PreparePage
from app.ui.reflect.page import ReflectPage
from app.ui.review.arriving import Arrivals
from app.ui.review.page import ReviewPage
from app.ui.settings.choices import heard_with
from app.ui.settings.hearing import Hearing
from app.ui.settings.page import SettingsPage
from app.ui.shortcuts import PAGES
from app.ui.today.page import TodayPage
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


class Window(QMainWindow):
    """Everything the user sees but the HUD and the tray; remembers its place, size and page.

    `gone` comes once, when the window is closed and no call is left.
    """

    gone = Signal()

    def __init__(self, settings: KeptSettings, coaching: Coaching) -> None:
        super().__init__()
        self.settings = settings
        self._for_call = False
        self.setWindowTitle("Evenkeel")
        self.setMinimumSize(QSize(560, 400))
        self.calls = CurrentCall(settings, self)
        self.journal = OpenJournal(self)
        self.diary = Diary(self.journal)
        self.coaching = OwnCoaching(coaching, settings)
        self.navigation = Navigation()
        self.top_bar = TopBar(self.calls)
        self.notice = Notice()
        self.offer = Offer()
        self._strips = Strips(self.notice, self.offer)
        self.desk = JournalDesk(self.journal, self.calls, settings, self.notice, self.offer)
        held = self.diary, settings, self.coaching
        self.today = TodayPage(*held)
        self.prepare = PreparePage(*held)
        self.call_page = CallPage(self.calls.watch, self.coaching)
        self.calm = CalmPage(*held)
        self.reflect = ReflectPage(*held)
        self.history = HistoryPage(*held)
        self.review = ReviewPage(*held)
        self.hearing = Hearing(self)
        self.settings_page = SettingsPage(settings, self.coaching, self.hearing, self.journal)
        self.lock_page = LockPage(self.journal, self.calls)
        self.first_start: FirstStart | None = None
        self.pages: dict[str, QWidget] = {
            "today": self.today,
            "prepare": self.prepare,
            "call": self.call_page,
            "calm": self.calm,
            "reflect": self.reflect,
            "history": self.history,
            "review": self.review,
            "settings": self.settings_page,
        }
        self._shown = QStackedWidget()
        for name in PAGES:
            self._shown.addWidget(self.pages[name])
        self._frames = QStackedWidget()
        self._frame = self._framed()
        self._frames.addWidget(self._frame)
        self._frames.addWidget(self.lock_page)
        self.setCentralWidget(self._frames)
        self.small = SmallDisplay(self.calls.watch, self.coaching, settings, self)
        self.arrivals = Arrivals(self)
        self.keys = Keys(self, self._deeds)
        self.tray = Tray(self.calls, self.keys.by_id, self)
        self.closing = Closing(self)
        self.day = Day(self)
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
        self.first_start = FirstStart(self.settings, self.journal)
        self.first_start.done.connect(self._finish_first_start)
        self._frames.addWidget(self.first_start)
        self._show_state()
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
        self.closing.quit()

    def let_go(self) -> None:
        """Let go of all that outlives the window, as the program ends."""
        self.hearing.stop()
        self.calm.stop()
        self.review.stop()
        self.calls.close()
        self.journal.close()
        self.tray.close()
        self.small.close()

    def remember_place(self) -> None:
        """Keep where the window is, how large, and its page."""
        place = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.change(window_geometry=place, page=self.page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Quit; in a call, ask first."""
        self.closing.asked(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages what room the frame can spare."""
        super().resizeEvent(event)
        self.navigation.fit()
        self._strips.fit()

    def event(self, event: QEvent) -> bool:
        """Let the HUD come when the window goes out of sight, and give way when it comes back."""
        if event.type() in _SIGHT:
            QTimer.singleShot(0, self, self._mind_hud)
        return super().event(event)

    def _mind_hud(self) -> None:
        in_sight = self.isVisible() and self.isActiveWindow() and not self.isMinimized()
        shown = self._frames.currentWidget() is self._frame and self.page == "call"
        self.small.give_way(in_sight and shown)

    def _framed(self) -> QWidget:
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.navigation)
        beside.addWidget(self._shown, 1)
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._strips)
        column.addLayout(beside, 1)
        return frame

    @property
    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What is done where one of the shortcuts, a button or the tray asks for it."""
        return {
            **{name: partial(self.go_to, name) for name in PAGES},
            "start": self._start,
            "end": self.calls.end,
            "pause": self.calls.pause_or_go_on,
            "mark": self.calls.mark,
            "cards": self._show_cards,
            "breathe": lambda: self.day.breathe(),
            "hud": self.small.show_or_hide,
            "move-hud": self.small.move_by_keys,
            "lock": self._lock,
            "help": lambda: self.day.show_keys(),
            "manual": lambda: self.day.manual.open_here(),
            "quit": self.close,
        }

    def _connect(self) -> None:
        act = self.keys.by_id
        self.top_bar.start.clicked.connect(act["start"].trigger)
        self.top_bar.end.clicked.connect(act["end"].trigger)
        self.top_bar.lock.clicked.connect(act["lock"].trigger)
        self.top_bar.help.clicked.connect(act["help"].trigger)
        for asks in (self.today, self.prepare, self.call_page, self.lock_page):
            asks.start_asked.connect(act["start"].trigger)
        for page in (self.today, self.prepare, self.call_page):
            page.practice_asked.connect(self._practise)
        self.call_page.pause_asked.connect(act["pause"].trigger)
        self.call_page.mark_asked.connect(act["mark"].trigger)
        self.call_page.cards_asked.connect(act["cards"].trigger)
        self.call_page.end_asked.connect(act["end"].trigger)
        self.call_page.relabelled.connect(self.calls.label)
        self.lock_page.pause_asked.connect(act["pause"].trigger)
        self.lock_page.end_asked.connect(act["end"].trigger)
        self.lock_page.forgotten.connect(lambda: EraseEverything(self, self.journal, FORGOTTEN).open())
        self.call_page.currentChanged.connect(self._show_state)
        self.call_page.call_type_chosen.connect(lambda chosen: self.settings.change(call_type=chosen))
        self.settings_page.first_start_asked.connect(self.run_first_start)
        self.settings_page.page_asked.connect(self.go_to)
        self.navigation.chosen.connect(self._turn_to)
        self.small.asked.connect(lambda id: act[id].trigger())
        self.small.whole_asked.connect(self.show_yourself)
        self.small.compact_asked.connect(self.hide)
        self.small.lend(act)
        self.tray.window_asked.connect(self.show_yourself)
        self.calls.begun.connect(self.call_page.begin)
        self.calls.begun.connect(
            lambda _, call_type, run: self.small.begin(call_type, run.purpose if run else "")
        )
        self.calls.changed.connect(self._show_state)
        self.journal.changed.connect(self._mind_journal)
        self.desk.care.cared.connect(self.settings_page.journal.copies.look)
        self.calls.watch.ended.connect(self._show_summary)
        self.calls.refused.connect(self.notice.say)
        self.calls.told.connect(self.notice.say)
        self.calls.kept.connect(self.call_page.show_kept)
        self.settings.tell = self.notice.say
        theme.current().changed.connect(self._draw)
        self._draw()

    def _turn_to(self, name: str) -> None:
        self._shown.setCurrentWidget(self.pages[name])
        self._take_keys(self.pages[name])
        self._refresh()  # after it: the page that was left asks for nothing any more
        self.top_bar.show_page(name)
        self._mind_hud()

    def _take_keys(self, page: QWidget) -> None:
        """Let the next key go to the page and to nothing out of sight, unless pages are being leafed."""
        held = QApplication.focusWidget()
        here = held is not None and (page.isAncestorOf(held) or self.navigation.isAncestorOf(held))
        if self.isVisible() and (not here or (held is not None and not held.isVisible())):
            page.setFocus()

    def _refresh(self) -> None:
        self.today.refresh()
        self.prepare.refresh()
        self.call_page.show_choices(self.settings.now.call_type, *heard_with(self.settings.now))

    def _start(self) -> None:
        self.settings_page.stop_listening()
        self._for_call = self.journal.covering
        self.calls.start(self.prepare.preparation)
        self.go_to("call")

    def _practise(self, speed: float) -> None:
        self.settings_page.stop_listening()
        self.go_to("call")
        self.calls.rehearse(speed, self.prepare.preparation)

    def _show_cards(self) -> None:
        self.go_to("call")
        self.call_page.show_cards()

    def _finish_first_start(self, practice: bool) -> None:
        first_start, self.first_start = self.first_start, None
        if first_start is not None:
            first_start.language.hand_over(self.settings_page, self.notice)
            self._frames.removeWidget(first_start)
            first_start.deleteLater()
        self._show_state()
        self._refresh()
        if practice:
            self._practise(1.0)
        else:
            self.go_to("today")

    def _lock(self) -> None:
        """Lock the journal; or leave the call that was started without it, for the passphrase."""
        self._for_call = False
        self.journal.lock()
        self._show_state()

    def _mind_journal(self) -> None:
        """Put the journal's pages out of sight, or show them."""
        if not self.journal.covering:
            self._for_call = False
        elif not self._for_call and self._frames.currentWidget() is not self.lock_page:
            self._clear()
        self._show_state()

    def _clear(self) -> None:
        """Leave nothing of the diary in any widget."""
        for dialog in self.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        if not self.calls.running:
            self.call_page.show_idle()
            self.call_page.running.forget()
            self.small.forget()
        for page in (self.today, self.prepare, self.reflect, self.history, self.review):
            page.forget()
        self.calm.stop()

    def _place(self, busy: bool) -> Place:
        if self.first_start is not None:
            return Place.FIRST_START
        if self._for_call and not busy and self.call_page.currentWidget() is self.call_page.idle:
            self._for_call = False  # the call is over and left, or never began
        if not self.journal.covering:
            return Place.PAGES
        return Place.CALL_ALONE if self._for_call else Place.LOCK

    def _show_state(self) -> None:
        """Show what can be seen and done now."""
        running, busy = self.calls.running, self.calls.running or self.calls.starting
        if not running:
            self.small.end()
        place, standing = self._place(busy), self.journal.standing
        shown = {Place.FIRST_START: self.first_start, Place.LOCK: self.lock_page}.get(place) or self._frame
        if self._frames.currentWidget() is not shown:
            self._frames.setCurrentWidget(shown)
            if shown is self.lock_page:
                self.lock_page.take_keys()
            self._mind_hud()
        can_lock = standing not in (Standing.NONE, Standing.OPENING)
        self.keys.allow(place, in_call=running, can_start=not busy, can_lock=can_lock)
        self.navigation.setEnabled(place is not Place.CALL_ALONE)
        self.top_bar.show_lock(offered=can_lock, locked=place is Place.CALL_ALONE)
        self.today.show_journal(there=standing is not Standing.NONE, open=self.journal.journal is not None)
        self.call_page.show_starting(self.calls.starting)
        self.today.show_starting(busy)
        self.prepare.show_starting(busy)
        self.settings_page.show_in_call(busy)
        self.calm.show_in_call(busy)
        self.review.show_in_call(busy)
        self.arrivals.let_in(place is Place.PAGES and standing is not Standing.OPENING)

    def _show_summary(self) -> None:
        """Come back with the summary where the window was put away for the call; out of sight if locked."""
        if self.journal.covering and not self._for_call:
            self._clear()
            return
        self.go_to("call")
        if self.isHidden() and not self.closing.leaving:
            self.show_yourself()

    def _draw(self) -> None:
        self.setWindowIcon(icons.icon("keel", theme.current().tokens.accent))

    def _restore(self) -> None:
        now = self.settings.now
        self.resize(1040, 720)
        if now.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(now.window_geometry.encode("ascii", "ignore")))
        self.go_to(now.page if now.page in PAGES else "today")
        self.journal.begin()
        self._show_state()
        self._frames.setFocus()  # no ring around anything until the keyboard is used
        if self.settings.told:
            self.notice.say(self.settings.told)
        if not now.first_start_done:
            self.run_first_start()
