"""What is there in place of the pages while the journal is locked, or can't be opened."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.language import Texts, marked, tr, trn
from app.report import words as wording
from app.session.snapshot import CallState, Snapshot
from app.ui.call.current import CurrentCall
from app.ui.journal import words as journal_words
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.opening import Standing
from app.ui.journal.passphrase import PassphraseField
from app.ui.journal.restoring import in_place
from app.ui.pieces.long_work import progress_bar
from app.ui.pieces.parts import Drawing, button, card, page, readable, row, words
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import shortcut

_NARROW = 0.62
"""The part of a readable width that so few words need."""

_TITLES = Texts(
    {
        Standing.DAMAGED: "Your journal is damaged",
        Standing.REFUSED: "Your journal can't be opened now",
    }
)
OPENING = marked("Opening the journal. A passphrase takes about a second, which makes guessing it slow.")
WITHOUT_IT = marked("A call can start without the passphrase. It is kept in the journal once you unlock it.")
CLOSED = marked("Your journal is closed. Your passphrase opens it.")
COVERED = marked("Your pages are covered. Your passphrase shows them again.")
GOES_ON = marked("It goes on, and is written into your journal.")
GOES_ON_UNKEPT = marked("It goes on, and is kept in the journal once you unlock it.")
ASIDE = marked(
    "Its file in {folder} is damaged, and is left as it is. The newest good backup is of {backup}. If you "
    "use it, the damaged file is put aside; nothing is thrown away."
)
NOT_KEPT = marked("Without the journal everything else works; calls are not kept meanwhile.")


class LockPage(QWidget):
    """Asks for the passphrase, or offers what helps; `forgotten` says that nobody knows it any more.

    A call can be started, paused and ended from here; the window does it.
    """

    start_asked = Signal()
    pause_asked = Signal()
    end_asked = Signal()
    forgotten = Signal()

    def __init__(self, journal: OpenJournal, calls: CurrentCall) -> None:
        super().__init__()
        self._journal, self._calls = journal, calls
        self._wait_s = 0
        self._why = ""
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self.title = words("", "title")
        self.text = words("", "soft")
        self.field = PassphraseField(tr("Passphrase"))
        self.field.typed.setPlaceholderText(tr("Passphrase"))
        self.field.typed.setToolTip(tr("Passphrase"))
        self.unlock = button(tr("Unlock"), "primary")
        self.bar = progress_bar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Opening"))
        self.told = words("", "strong")
        self.use_backup = button(tr("Use this backup"), "primary")
        self.again = button(tr("Try again"))
        self.without = button(tr("Not now"))
        self.forget = button(tr("I have forgotten the passphrase"), "quiet")
        self.call_title = words("", "strong")
        self.call_text = words("", "soft")
        self.start = button(tr("Start call"), "", "start")
        self.pause = button(tr("Pause"))
        self.end = button(tr("End call"), "danger")
        self.end.setText(f"{tr('End call')}   {shortcut('end').chord}")  # letters are typed here
        self._asked, self._offered = self._ask_row(), row(self.use_backup, self.again, self.without)
        self._call = card(self.call_title, self.call_text, row(self.start, self.pause, self.end))
        self._lay_out()
        self._connect()
        self.show_state()

    def show_state(self) -> None:
        """Show what the journal and the call need now."""
        standing = self._journal.standing
        amiss = standing in _TITLES
        busy = standing is Standing.OPENING or self._journal.unlocking
        self.title.setText(_TITLES.get(standing, tr("Evenkeel is locked")))
        self._say_text(standing, busy)
        self._asked.setVisible(not amiss)
        self.forget.setVisible(not amiss and not busy and not self._calls.running)
        self._offered.setVisible(amiss)
        self.bar.setVisible(busy)
        self.field.setEnabled(not busy)
        self.unlock.setEnabled(not busy and not self._wait_s)
        self.use_backup.setVisible(self._journal.backup is not None)
        self._show_call()
        if not self._journal.covering:
            self.field.clear()
            self.say("")
        if self.isVisible() and not busy:
            self.take_keys()

    def take_keys(self) -> None:
        """Put the keyboard where it is needed first."""
        if not self._asked.isVisibleTo(self):
            (self.use_backup if self.use_backup.isVisibleTo(self) else self.again).setFocus()
        elif not self.field.isAncestorOf(self.focusWidget() or self):
            self.field.typed.setFocus()

    def say(self, sentence: str, wait_s: float = 0.0) -> None:
        """Say why it did not open; with a wait, count it down, and let nothing be tried meanwhile."""
        self._why, self._wait_s = sentence, ceil(wait_s)
        self._timer.stop()
        if self._wait_s:
            self._timer.start()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, or unlocks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            on = self.focusWidget()
            (on if isinstance(on, QPushButton) else self.unlock).click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _ask_row(self) -> QWidget:
        asked = QWidget()
        line = QHBoxLayout(asked)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self.field, 1)
        line.addWidget(self.unlock)
        return asked

    def _lay_out(self) -> None:
        self._middle = page(
            Drawing("lock", 40),
            self.title,
            self.text,
            self._asked,
            self.bar,
            self.told,
            self._offered,
            self._call,
            row(self.forget),
        )
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(self._middle, 100)
        outer.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        self._middle.setMaximumWidth(round(readable(self) * _NARROW) + SPACE * 8)

    def _connect(self) -> None:
        self._journal.changed.connect(self.show_state)
        self._journal.kept_out.connect(self._refuse)
        self._calls.changed.connect(self._show_call)
        self._calls.watch.snapshot.connect(self._follow)
        self._calls.refused.connect(self.say)
        self.unlock.clicked.connect(self._unlock)
        self.use_backup.clicked.connect(self._restore)
        self.again.clicked.connect(self._journal.try_again)
        self.without.clicked.connect(self._journal.go_on_without)
        self.forget.clicked.connect(self.forgotten)
        self.start.clicked.connect(self.start_asked)
        self.pause.clicked.connect(self.pause_asked)
        self.end.clicked.connect(self.end_asked)

    def _unlock(self) -> None:
        if self.unlock.isEnabled() and self.field.text:
            self.say("")
            self._journal.unlock(self.field.text)

    def _refuse(self, sentence: str, wait_s: float) -> None:
        self.say(sentence, wait_s)
        self.field.typed.setFocus()
        self.field.typed.selectAll()

    def _restore(self) -> None:
        if self._journal.backup is not None:
            errand = self._journal.restore(self._journal.backup)
            errand.done.connect(lambda aside: self._journal.told.emit(in_place(aside)))
            errand.failed.connect(lambda refusal: self.say(str(refusal)))

    def _count_down(self) -> None:
        self._wait_s -= 1
        if self._wait_s <= 0:
            self._timer.stop()
        self._tell()

    def _tell(self) -> None:
        said = self._why
        if self._wait_s:
            wait = trn("You can try again in {n} second.", "You can try again in {n} seconds.", self._wait_s)
            said = f"{said} {wait}"
        self.told.setText(said)
        self.told.setAccessibleName(said)
        self.told.setVisible(bool(said))
        self.unlock.setEnabled(not self._wait_s and not self._journal.unlocking)

    def _say_text(self, standing: Standing, busy: bool) -> None:
        if busy:
            self.text.setText(tr(OPENING))
        elif (backup := self._journal.backup) is not None:
            aside = tr(ASIDE, folder=self._journal.folder, backup=journal_words.backup(backup))
            self.text.setText(f"{aside} {tr(NOT_KEPT)}")
        elif standing in _TITLES:
            self.text.setText(f"{self._journal.why} {tr(NOT_KEPT)}")
        else:
            self.text.setText(tr(CLOSED) if self._journal.journal is None else tr(COVERED))

    def _show_call(self) -> None:
        running, starting = self._calls.running, self._calls.starting
        known = self._journal.standing in (Standing.LOCKED, Standing.OPEN)
        self._call.setVisible(running or known)
        self.call_title.setText(tr("A call is being heard") if running else tr("In a hurry?"))
        goes_on = tr(GOES_ON) if self._journal.journal is not None else tr(GOES_ON_UNKEPT)
        self.call_text.setText(goes_on if running else tr(WITHOUT_IT))
        self.start.setVisible(not running)
        self.start.setEnabled(not starting)
        for each in (self.pause, self.end):
            each.setVisible(running)

    def _follow(self, snapshot: Snapshot) -> None:
        if not self._calls.running or not self.isVisible():
            return
        paused = snapshot.state is CallState.PAUSED
        state = tr("The call is paused, nothing is heard") if paused else tr("A call is being heard")
        self.call_title.setText(f"{state}   {wording.moment(snapshot.t)}")
        self.pause.setText(tr("Go on") if paused else tr("Pause"))
