"""Settings: when the journal locks, and what opens it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import marked, tr
from app.settings import KeptSettings
from app.ui.journal import opening
from app.ui.journal.open_journal import OpenJournal
from app.ui.journal.passphrase import REMEMBER, REMEMBER_MEANS, NewPassphrase, PassphraseField
from app.ui.pieces.dialog import Dialog
from app.ui.pieces.errand import Errand
from app.ui.pieces.long_work import LongWork
from app.ui.pieces.parts import button, labelled, row, stack, words
from app.ui.settings.choices import Choice
from app.ui.settings.rows import Row, Section, Setting
from app.ui.settings.switch import Switch

_MINUTES = (
    (5, marked("5 minutes")),
    (15, marked("15 minutes")),
    (30, marked("30 minutes")),
    (60, marked("One hour")),
    (0, marked("Never")),
)
IN_A_CALL = marked("Idle is no key and no mouse in Evenkeel. Not in a call; after one the time begins anew.")
NO_KEYRING = marked(
    "This computer offers no keyring that encrypts, so the passphrase is asked for at each start."
)


class LockingCard(QWidget):
    """Idle lock, keyring, passphrase, and the lock itself."""

    def __init__(self, settings: KeptSettings, journal: OpenJournal) -> None:
        super().__init__()
        self._journal = journal
        self.idle = Choice(settings, tr("Lock when idle for"))
        self.idle.fill([(tr(text), {"idle_lock_min": minutes}) for minutes, text in _MINUTES])
        self._switch = Switch(tr(REMEMBER))
        self._switch.hide()
        self.remember = self._switch.box
        self._remember_means = words(tr(NO_KEYRING), "soft")
        self.change = button(tr("Change passphrase …"))
        self.lock = button(tr("Lock now"), "", "lock")
        self.work = LongWork()
        self.section = Section(
            tr("Lock and passphrase"),
            Setting(
                self.idle.accessibleName(), self.idle, tr(IN_A_CALL), fixed="idle_lock_min" in settings.fixed
            ),
            Row(tr("Keyring"), self._switch, self._remember_means),
            Row(tr("Passphrase"), stack(row(self.change, self.lock), self.work)),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.remember.toggled.connect(self._remember)
        self.change.clicked.connect(lambda: ChangePassphrase(self.window(), journal).open())
        self.lock.clicked.connect(journal.lock)
        journal.changed.connect(self._show)
        self._keyring = False

    def showEvent(self, event: QShowEvent) -> None:
        """See whether this computer has a keyring."""
        super().showEvent(event)
        errand = Errand(self, opening.keyring_there)
        errand.done.connect(self._take_keyring)

    def _take_keyring(self, there: bool) -> None:
        self._keyring = there
        self._remember_means.setText(tr(REMEMBER_MEANS) if there else tr(NO_KEYRING))
        self._switch.setVisible(there)
        self._show()

    def _show(self) -> None:
        with QSignalBlocker(self.remember):
            self.remember.setChecked(self._journal.remembered)
        usable = self._keyring and self._journal.key is not None
        self.remember.setEnabled(usable and not self.work.running)

    def _remember(self, wanted: bool) -> None:
        if self._journal.key is None:
            return
        doing = tr("Giving the key to the keyring") if wanted else tr("Taking the key out of the keyring")
        done = (
            tr("The journal opens by itself from now on.")
            if wanted
            else tr("The passphrase is asked for again.")
        )
        errand = self._journal.remember(wanted)
        errand.failed.connect(self._show)
        self.work.follow(doing, errand, lambda _: done)
        self.work.busy.connect(self._show)


class ChangePassphrase(Dialog):
    """Asks for the passphrase of now and twice for the new one."""

    def __init__(self, parent: QWidget, journal: OpenJournal) -> None:
        self._journal = journal
        self.old = PassphraseField(tr("Passphrase of now"))
        self.new = NewPassphrase(tr("New passphrase"), tr("The new passphrase again"))
        self.work = LongWork()
        self.change = button(tr("Change it"), "primary")
        self._now = labelled(self.old.typed.accessibleName(), self.old)
        super().__init__(
            parent,
            tr("Change the passphrase"),
            self._now,
            self.new,
            self.work,
            buttons=(self.change,),
        )
        self.change.setDefault(True)
        self.change.clicked.connect(self._change)
        self.work.busy.connect(self._mind)
        self.wait_for(self.work)
        self.old.setFocus()

    def _mind(self, busy: bool) -> None:
        for each in (self.old, self.new, self.change):
            each.setEnabled(not busy)

    def _change(self) -> None:
        new = self.new.passphrase
        if not self.old.text:
            self.old.setFocus()
        elif new is None:
            self.new.insist()
        elif not self.work.running:
            errand = self._journal.change_passphrase(self.old.text, new)
            errand.failed.connect(self.old.typed.selectAll)
            self.work.follow(tr("Changing the passphrase"), errand, self._end)

    def _end(self, _: object) -> str:
        self.old.clear()
        self.new.clear()
        for each in (self._now, self.new, self.change):
            each.hide()
        self.leave.setText(tr("Close"))
        self.leave.setAccessibleName(tr("Close"))
        return tr("The new passphrase holds. Backup files that you made before still open with the old one.")
