"""The open journal: one connection, owned by one thread that does everything asked of it, in order."""

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from typing import IO, TypeVar

from app.errors import KnownError
from app.storage import upgrade
from app.storage.checks import Health, Stopped, examine
from app.storage.cipher import Database, connect, driver, unharmed
from app.storage.places import ASIDE, DATABASE, TAIL, clear_away, hold, ready
from app.storage.tail import LONGEST, Change, Loss, Tail
from app.storage.trouble import (
    Damaged,
    DiskFull,
    InUse,
    Locked,
    NetworkDrive,
    Newer,
    Unwritable,
    sentences,
    translated,
)

__all__ = [
    "Damaged",
    "DiskFull",
    "InUse",
    "Journal",
    "Locked",
    "NetworkDrive",
    "Newer",
    "Unwritable",
]

_PATIENCE = 5
"""How often two seconds are waited for others to have read, before the -wal file is emptied."""

T = TypeVar("T")


class Journal:
    """The journal in `folder`, open from `open` to `close`; every method is for any thread.

    `lost`: changes that its file did not have when it was opened, else None. `health`: what an examination in
    the background found; Locked if the journal is closed before its end. `damage`: the sentence for the
    user once it turned out that a part of the file can't be read; nothing is written from then on. `tell` is
    called with that sentence, from another thread.
    """

    def __init__(self, folder: Path, key: bytes, db: Database, tail: Tail, held: IO[bytes]) -> None:
        self.folder = folder
        self.lost: Loss | None = None
        self.health: Future[Health] = Future()
        self.health.set_running_or_notify_cancel()  # it is close() that ends it early
        self.damage: str | None = None
        self.tell: Callable[[str], None] = lambda sentence: None
        self._key, self._db, self._tail, self._held = key, db, tail, held
        self._asked: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._door, self._closing = threading.Lock(), threading.Event()
        self._writer = threading.Thread(target=self._serve, name="journal", daemon=True)
        self._examiner = threading.Thread(target=self._examine, name="journal's health", daemon=True)

    @classmethod
    def open(cls, folder: Path, key: bytes) -> "Journal":
        """Open the journal in `folder`, made if there is none yet, and brought up to this version.

        Raises KnownError, and has then let go of everything: Unwritable, NetworkDrive, InUse, Newer (nothing
        was written), Damaged (also for the key of another journal), DiskFull.
        """
        ready(folder)
        database = folder / DATABASE
        with contextlib.ExitStack() as opened, sentences(folder):
            held = opened.enter_context(hold(folder))
            clear_away(folder)
            tail = Tail(folder / TAIL)
            opened.callback(tail.close)
            if not database.exists() or not database.stat().st_size:
                if tail.changes() or any(folder.glob(f"{ASIDE}*.db")):  # there was one that held something
                    raise Damaged(folder)
                database.touch(mode=0o600)  # else SQLite would let others read it
            upgrade.refuse_newer(database, key)
            db = connect(database, key)
            opened.callback(db.conn.close)
            upgrade.apply(db, folder, key)
            journal = cls(folder, key, db, tail, held)
            journal.lost = journal._find_lost()
            opened.pop_all()
        journal._writer.start()
        journal._examiner.start()
        return journal

    @property
    def key(self) -> bytes:
        """Give the key, for what opens a file of its own, as a backup does; none once it is closed."""
        return self._key

    def write(self, what: str, work: Callable[[Database], T]) -> Future[T]:
        """Do `work` in one transaction; done means it is on the disk.

        `what` says in at most 24 ASCII characters what kind of thing changes, such as "reflection", for
        somebody who lost it; never any content, as it is not encrypted. A failure takes back all of `work`
        and comes out of the future, as KnownError (DiskFull, Damaged, Unwritable, Locked) where it is the
        world's.
        """
        assert what.isascii() and len(what) <= LONGEST

        def whole() -> T:
            if self.damage is not None:
                raise Damaged(self.folder)
            with self._db.atomic():
                result = work(self._db)
                ((number,),) = self._db.conn.execute(
                    "UPDATE state SET value = value + 1 WHERE name = 'changes' RETURNING value"
                ).fetchall()
                self._refuse_harm()
            with contextlib.suppress(OSError):  # the change itself is safe
                self._tail.note(Change(number, datetime.now(UTC), what))
            return result

        return self._ask(whole)

    def read(self, work: Callable[[Database], T]) -> Future[T]:
        """Do `work`, which only reads, or does what can't be part of a transaction. Fails as `write` does."""

        def whole() -> T:
            result = work(self._db)
            self._refuse_harm()
            return result

        return self._ask(whole)

    def settle(self) -> Future[None]:
        """Bring all changes into the main file and empty the -wal file, which else keeps what was erased.

        Raises InUse, out of the future, where somebody keeps on reading the file.
        """

        def settled() -> None:
            for _ in range(_PATIENCE):
                ((busy, _, _),) = self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                if not busy:
                    return
            raise InUse

        return self._ask(settled)

    def examine(self, progress: Callable[[float], None] = lambda part: None) -> list[str]:
        """Give what is wrong with its file, [] where all is sound; about a second for 100 MB, for any thread.

        `progress` is told what part is done. What is found is `damage` from then on. Raises KnownError:
        Locked if the journal is closed meanwhile.
        """
        key = self._key
        if not key:
            raise Locked

        def findings() -> list[str]:
            return examine(self.folder / DATABASE, key, progress, stop=self._closing.is_set)

        try:
            found = findings()
            if found:  # or was a page read while it was written? Nothing is, where everything is written
                found = self._ask(findings).result()
        except Stopped as stopped:
            raise Locked from stopped
        except driver.Error as fault:
            raise translated(fault, self.folder) or fault from fault
        if found:
            self._found_damage()
        return found

    def close(self) -> None:
        """Finish what was asked, then close, and forget the key. What is asked from now on raises Locked.

        Asked for by what follows an answer, in the journal's own thread, it closes soon after.
        """
        with self._door:
            if not self._closing.is_set():
                self._closing.set()
                self._asked.put(None)
        if threading.current_thread() is not self._writer:
            self._writer.join()

    def _ask(self, work: Callable[[], T]) -> Future[T]:
        answer: Future[T] = Future()

        def answered() -> None:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                result = work()
            except BaseException as fault:
                answer.set_exception(self._said(fault))
            else:
                answer.set_result(result)

        with self._door:
            if self._closing.is_set():
                answer.set_exception(Locked())
            else:
                self._asked.put(answered)
        return answer

    def _serve(self) -> None:
        while (work := self._asked.get()) is not None:
            work()
            del work  # it must not be this thread that lets go of the windows it was asked by
        self._examiner.join()
        with contextlib.suppress(driver.Error):  # where there is no room now, the next start does it
            self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.conn.close()
        self._tail.close()
        self._held.close()
        self._key = b""

    def _said(self, fault: BaseException) -> BaseException:
        """Give the sentence for what is the world's fault, and take note of damage."""
        known = translated(fault, self.folder)
        if known is not None:
            known.__cause__ = fault
            fault = known
        if isinstance(fault, Damaged):
            self._found_damage()
            with contextlib.suppress(driver.Error):
                if not unharmed(self._db):  # SQLCipher would refuse sound pages, too
                    again = connect(self.folder / DATABASE, self._key)
                    self._db.conn.close()
                    self._db = again
        return fault

    def _refuse_harm(self) -> None:
        if not unharmed(self._db):
            raise Damaged(self.folder)

    def _found_damage(self) -> None:
        if self.damage is None:
            self.damage = str(Damaged(self.folder))
            with contextlib.suppress(Exception):  # nobody who listens stops the journal
                self.tell(self.damage)

    def _examine(self) -> None:
        try:
            self.health.set_result(Health(tuple(self.examine())))
        except (KnownError, driver.Error) as fault:
            self.health.set_exception(fault)

    def _find_lost(self) -> Loss | None:
        """Compare the database with its tail; what is missing is found only once."""
        ((number,),) = self._db.conn.execute("SELECT value FROM state WHERE name = 'changes'").fetchall()
        lost = self._tail.lost(number)
        if lost is not None:
            with self._db.atomic():
                self._db.conn.execute(
                    "UPDATE state SET value = ? WHERE name = 'changes'", [number + lost.changes]
                )
        return lost
