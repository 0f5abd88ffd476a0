"""The journal as the window has it: none yet, locked, open, or out of order. Every verb works elsewhere."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app import paths
from app.errors import KnownError
from app.ui.journal import opening
from app.ui.journal.opening import Found, KeptOut, Standing
from app.ui.pieces.errand import Errand

if TYPE_CHECKING:  # the database and its ciphers come with these
    from app.storage.backups import Backup
    from app.storage.erasure import Receipt
    from app.storage.journal import Journal

_KEYRING_MS = 2000
"""How long the system's keyring may take before the passphrase is asked for; it may be asking for its own."""

_ERASING = "erasing"


class OpenJournal(QObject):
    """The one journal of this window, and what can be done with it as a whole.

    `standing` says how it is, `journal` is there while it is open, `why` is the sentence of why it could not
    be opened, and `backup` the newest good one where its file is damaged. `covering` says that the pages are
    to be out of sight, `unlocking` that a passphrase is being looked at. `changed` tells that any of these is
    another, `rewritten` that what is in it may be, as after an import. `kept_out` gives the sentence of why a
    passphrase was refused and the seconds until the next try, `told` a sentence for the notice. `leaving`
    comes before the pages are covered or the journal is closed: what is asked of it then is still done.

    What needs the journal open (a call, an export) says so by `hold`: locking then covers the pages at once
    and closes the journal when nothing holds it any more. What works on its files in another thread does so
    `with at_work`, one at a time, as nothing may be written into a folder that is being erased. A verb's
    errand is done after `changed` was told, and fails with KnownError only.
    """

    changed = Signal()
    rewritten = Signal()
    kept_out = Signal(str, float)
    told = Signal(str)
    leaving = Signal()

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.folder = folder or paths.journal_folder()
        self.standing = Standing.NONE
        self.covering = False
        self.journal: Journal | None = None
        self.key: bytes | None = None
        self.why = ""
        self.backup: Backup | None = None
        self.remembered = False
        self.at_work = Lock()
        self._holds: set[str] = set()
        self._closing: Thread | None = None
        self.unlocking = False
        self._tried = self._over = self._stale = False

    @property
    def held(self) -> bool:
        """Whether a call or something else that takes long needs the journal."""
        return bool(self._holds)

    def begin(self) -> None:
        """See how it stands; one whose key the system's keyring has opens by itself."""
        if not self.folder.is_dir():
            self._stand(Found(Standing.NONE))
            return
        self._tried = False
        self._show_opening(covering=True)
        errand = self._errand(lambda: opening.look(self.folder), self._arrive_first)
        QTimer.singleShot(_KEYRING_MS, errand, self._ask_meanwhile)

    def create(self, passphrase: str, *, remember: bool) -> Errand:
        """Make a journal and open it; there must be none."""

        def make() -> Found:
            from app.storage import keys

            key = keys.create(self.folder, passphrase)
            told = opening.remember(self.folder, key) if remember else ""
            self.remembered = remember and not told
            return self._opened(key, told)

        return self._errand(make, self._arrive)

    def unlock(self, passphrase: str) -> None:
        """Open it with its passphrase, or uncover it where a call has kept it open."""
        self._tried = self.unlocking = True
        self.changed.emit()

        def unlock() -> Found | KeptOut:
            key = opening.key_for(self.folder, passphrase)
            if not isinstance(key, bytes):
                return key
            if self._stale:
                self.remembered, self._stale = opening.only_its_key(self.folder, key), False
            return Found(Standing.LOCKED, key=key) if self.journal is not None else self._opened(key)

        self._errand(unlock, self._arrive_unlocked)

    def lock(self) -> None:
        """Cover the pages, and close the journal and forget its key as soon as nothing holds it."""
        if self.standing in (Standing.NONE, Standing.OPENING):
            return
        self.leaving.emit()
        self.covering = True
        self._close_if_free()
        self.changed.emit()

    def hold(self, what: str) -> None:
        """Keep it open for this."""
        self._holds.add(what)

    def let_go(self, what: str) -> None:
        """Take that this needs it no more."""
        self._holds.discard(what)
        if self.covering and self.standing is Standing.OPEN and not self.held:
            self._close_if_free()
            self.changed.emit()

    def go_on_without(self) -> None:
        """Uncover the pages though it could not be opened."""
        self.covering = False
        self.changed.emit()

    def try_again(self) -> None:
        """Try once more to open one that could not be opened."""
        if self.key is None:
            self.begin()
        else:
            self._open_with(self.key)

    def restore(self, backup: "Backup") -> Errand:
        """Put one of its backups in the journal's place and open it; gives where the file of before is."""
        key = self.key
        assert key is not None

        def put_back() -> tuple[bytes, Path | None]:
            from app.storage import backups

            return key, backups.restore(self.folder, key, backup)

        return self._replace(put_back)

    def restore_file(self, path: Path, passphrase: str) -> Errand:
        """Put a backup file, with its key and passphrase, where the journal is or will be; as `restore`."""

        def put_back() -> tuple[bytes, Path | None]:
            from app.storage import keys, portable

            aside = portable.restore(self.folder, path, passphrase)
            key = keys.unlock(self.folder, passphrase)
            if self.remembered:
                self.remembered = opening.only_its_key(self.folder, key)
            return key, aside

        return self._replace(put_back)

    def change_passphrase(self, old: str, new: str) -> Errand:
        """Take another passphrase; what is written stays as it is."""

        def change() -> None:
            from app.storage import keys

            keys.change(self.folder, old, new)

        return self._errand(change)

    def remember(self, wanted: bool) -> Errand:
        """Give the key to the system's keyring, or take it out of it."""
        key = self.key
        assert key is not None

        def remember() -> None:
            from app.storage import keys

            if wanted:
                keys.remember(self.folder, key)
            else:
                keys.forget(self.folder)
            self.remembered = wanted

        return self._errand(remember, lambda _: self.changed.emit())

    def erase(self) -> Errand:
        """Erase everything, the key first; the errand gives the Receipt."""
        self._close()

        def erase() -> "Receipt":
            from app.storage import erasure

            self._wait_until_closed()
            with self.at_work:
                return erasure.everything(self.folder)

        errand = self._errand(erase, lambda _: self._stand(Found(Standing.NONE)))
        errand.failed.connect(self.begin)
        return errand

    def erase_call(self, call_id: int) -> Errand:
        """Erase one call; the errand gives the Receipt. Locked meanwhile, the journal closes afterwards."""
        journal, key = self.journal, self.key
        assert journal is not None and key is not None
        self.hold(_ERASING)

        def erase() -> "Receipt":
            from app.storage import erasure

            with self.at_work:
                return erasure.call(journal, key, call_id)

        def over(_: object) -> None:
            self.let_go(_ERASING)
            self.rewritten.emit()

        errand = self._errand(erase, over)
        errand.failed.connect(over)
        return errand

    def close(self) -> None:
        """Close it as the program ends, once all that was asked of it is written."""
        self._over = True
        self._close()
        self._wait_until_closed()

    def _replace(self, put_back: Callable[[], tuple[bytes, Path | None]]) -> Errand:
        """Close the journal, put another in its place and open it; where that can't be, the old one again."""
        before, was = self.key, self.standing
        self._close()
        self._show_opening(covering=self.covering)
        found: list[Found] = []

        def replace() -> Path | None:
            self._wait_until_closed()
            try:
                with self.at_work:
                    key, aside = put_back()
            except KnownError:
                found.append(self._opened(before) if before is not None else Found(was))
                raise
            found.append(self._opened(key))
            return aside

        errand = self._errand(replace, lambda _: self._arrive(found[0]))
        errand.failed.connect(lambda _: self._arrive(found[0]) if found else None)
        return errand

    def _errand(self, work: Callable[[], object], arrive: Callable[..., object] | None = None) -> Errand:
        errand = Errand(self, work)
        errand.failed.connect(self._mind)
        if arrive is not None:
            errand.done.connect(arrive)
        return errand

    def _mind(self, fault: Exception) -> None:
        """Let a bug of ours come out; what the user can mend is told where it was asked for."""
        if isinstance(fault, KnownError):
            return
        self.unlocking = False
        if self.standing is Standing.OPENING:
            self._stand(Found(Standing.LOCKED))
        raise fault

    def _arrive_first(self, found: Found) -> None:
        """Take what was found at the start, unless somebody has typed the passphrase meanwhile."""
        self.remembered = found.key is not None
        self._stale = found.standing is Standing.LOCKED and bool(found.why)
        if self._tried:
            return
        if found.key is None:
            self._stand(found)
            if self._stale:
                self.kept_out.emit(found.why, 0.0)
        else:
            self._open_with(found.key)

    def _ask_meanwhile(self) -> None:
        if self.standing is Standing.OPENING and not self._tried:
            self.standing = Standing.LOCKED
            self.changed.emit()

    def _open_with(self, key: bytes) -> None:
        self._tried = True
        self._show_opening(covering=self.covering)
        self._errand(lambda: self._opened(key), self._arrive)

    def _opened(self, key: bytes, told: str = "") -> Found:
        """Open it, in another thread, once the one of before is closed."""
        self._wait_until_closed()
        return opening.opened(self.folder, key, told)

    def _arrive_unlocked(self, found: Found | KeptOut) -> None:
        self.unlocking = False
        if isinstance(found, KeptOut):
            self.changed.emit()
            self.kept_out.emit(found.why, found.wait_s)
        elif found.standing is Standing.LOCKED and found.key is not None:
            if self.journal is None:  # it was closed while the passphrase was looked at
                self._open_with(found.key)
            else:
                self.covering = False
                self.changed.emit()
        elif found.standing is Standing.REFUSED and self.journal is not None:
            self.changed.emit()
            self.kept_out.emit(found.why, 0.0)  # whoever damages the key must not get in by it
        else:
            self._arrive(found)

    def _arrive(self, found: Found) -> None:
        if self._over:
            if found.journal is not None:
                found.journal.close()
            return
        self._stand(found)

    def _stand(self, found: Found) -> None:
        self.standing, self.journal, self.key = found.standing, found.journal, found.key
        self.why, self.backup = found.why, found.backup
        if found.standing in (Standing.NONE, Standing.OPEN, Standing.LOCKED):
            self.covering = found.standing is Standing.LOCKED
        self.changed.emit()
        if found.told:
            self.told.emit(found.told)

    def _show_opening(self, *, covering: bool) -> None:
        self.standing, self.covering = Standing.OPENING, covering
        self.changed.emit()

    def _close_if_free(self) -> None:
        if self.journal is None or not self.held:
            self._close()
            self.standing = Standing.LOCKED

    def _close(self) -> None:
        if self.journal is not None and not self.covering:
            self.leaving.emit()
        journal = self.journal
        if journal is not None:
            # In this order: who sees that there is none any more knows whom to wait for.
            self._closing = Thread(target=journal.close, name="closing the journal", daemon=True)
            self._closing.start()
        self.journal = self.key = self.backup = None
        self.why = ""

    def _wait_until_closed(self) -> None:
        closing = self._closing
        if closing is not None:
            closing.join()
