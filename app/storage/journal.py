"""The open journal: one connection, owned by one thread that does everything asked of it, in order."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from app.storage import schema
from app.storage.cipher import Database, connect

FILE = "journal.db"

T = TypeVar("T")


class Journal:
    """The journal in `folder`, open from `open` to `close`; every method is for any thread."""

    def __init__(self, folder: Path, db: Database) -> None:
        self.folder, self._db = folder, db
        self._asked: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="journal", daemon=True)
        self._thread.start()

    @classmethod
    def open(cls, folder: Path, key: bytes) -> "Journal":
        """Open the journal in `folder`, made if there is none yet. Raises KnownError."""
        folder.mkdir(parents=True, exist_ok=True)
        db = connect(folder / FILE, key)
        schema.migrations.apply(db)
        return cls(folder, db)

    def write(self, what: str, work: Callable[[Database], T]) -> Future[T]:
        """Do `work` in one transaction; done means it is on the disk. `what` names it, without any content.

        A failure takes back all of it and comes out of the future.
        """

        def whole() -> T:
            with self._db.atomic():
                result = work(self._db)
                self._db.conn.execute("UPDATE state SET value = value + 1 WHERE name = 'changes'")
            return result

        return self._ask(whole)

    def read(self, work: Callable[[Database], T]) -> Future[T]:
        """Do `work`, which only reads."""
        return self._ask(lambda: work(self._db))

    def close(self) -> None:
        """Finish what was asked, then close."""
        self._asked.put(None)
        self._thread.join()
        self._db.conn.close()

    def _ask(self, work: Callable[[], T]) -> Future[T]:
        answer: Future[T] = Future()

        def answered() -> None:
            try:
                answer.set_result(work())
            except BaseException as fault:
                answer.set_exception(fault)

        self._asked.put(answered)
        return answer

    def _serve(self) -> None:
        while (work := self._asked.get()) is not None:
            work()
