"""Backups of the journal, and going back to one.

Each is a whole encrypted copy of the database, opened and checked when it is made.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.language import tr
from app.storage import keys, upgrade
from app.storage.checks import examine, name_aside, set_aside
from app.storage.cipher import Database, connect, driver, unharmed
from app.storage.places import (
    ASIDE,
    BACKUPS,
    BESIDE,
    COMING,
    DATABASE,
    KEY,
    KEY_COPY,
    LOG,
    PART,
    TAIL,
    UNDO,
    hold,
    replace_whole,
    settle_folder,
)
from app.storage.trouble import refused

if TYPE_CHECKING:
    from app.storage.journal import Journal

KEPT = 7
"""How many daily backups there are at most."""

_DAILY = re.compile(r"journal-(\d{4}-\d{2}-\d{2})\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in the journal's folder: of which local day, how large, and what was read in it.

    `calls` counts those that are over and not deleted, `changes` every write the journal had seen: the more,
    the newer, whatever the clock said. Both are 0 and `sound` False for a file that does not open with the
    key; `sound` is False, too, where a page is not what was written.
    """

    path: Path
    day: date
    size: int
    calls: int
    changes: int
    sound: bool


def make(db: Database, to: Path, key: bytes) -> Path:
    """Write a checked copy of the database to `to`, encrypted with the same key, and give `to`.

    It has its name only once it is whole: written beside it, put on the disk, opened with the key and
    checked. Outside a transaction only. Raises KnownError where it can't be written or is not sound.
    """
    part = to.with_name(to.name + PART)
    try:
        to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Made here, as SQLite would let others on this computer read it, encrypted as it is.
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        db.conn.execute("VACUUM INTO ?", [str(part)])
        if not unharmed(db):
            raise KnownError(
                tr(
                    "The backup {file} was not made, as a part of the journal can't be read; go back to an "
                    "earlier one with the command restore.",
                    file=to,
                )
            )
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        if not sound(part, key):
            raise KnownError(
                tr("The backup {file} could not be read back; look at that disk, or choose another.", file=to)
            )
        _let_go_beside(to)
        part.replace(to)
        settle_folder(to.parent)
    except (OSError, driver.OperationalError) as refusal:
        raise unwritten(to, refusal) from refusal
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return to


def _take_back(path: Path, key: bytes) -> None:
    """Take back a change that was broken off in the middle, which a reader alone can't."""
    if path.with_name(path.name + UNDO).exists():
        connect(path, key).conn.close()


def _let_go_beside(path: Path) -> None:
    """Remove the log of a deletion in a backup that was broken off: the next of its name would take it."""
    for beside in (*BESIDE, UNDO):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def unwritten(to: Path, refusal: Exception) -> KnownError:
    """Give the sentence for a backup that could not be written to `to`."""
    reason = refusal.strerror if isinstance(refusal, OSError) else refusal
    return KnownError(
        tr(
            "The backup {file} can't be written ({reason}); make room there, or choose another place.",
            file=to,
            reason=reason,
        )
    )


def sound(path: Path, key: bytes) -> bool:
    """Say whether the database at `path` opens with the key and every page of it is as it was written."""
    try:
        _take_back(path, key)
        return not examine(path, key)
    except driver.DatabaseError:
        return False


def daily(journal: "Journal", key: bytes, today: date) -> Backup | None:
    """Make the backup of the day, and let go of the oldest of more than `KEPT`; give it if one was made.

    None is made where there is one of this local day, or nothing was written since the newest. Reads on a
    connection of its own, for any thread, while the journal goes on. Raises KnownError where it can't be
    written; no backup is let go of then.
    """
    folder = journal.folder / BACKUPS
    known = {path: _changes(path, key) for path in _daily(folder)}
    to = folder / f"journal-{today.isoformat()}.db"
    newest = max(known.values(), default=-1)
    with opened(journal.folder / DATABASE, key) as db:
        # A clock that was set back may meet a name that is taken; what is in there is older than the newest.
        if changes(db) == newest or known.get(to, -2) == newest:
            return None
        make(db, to, key)
    made = _read(to, key, whole=True)
    known[to] = made.changes
    for path in sorted(known, key=lambda path: known[path], reverse=True)[KEPT:]:
        with contextlib.suppress(OSError):
            path.unlink()
            _let_go_beside(path)
    return made


def listed(folder: Path, key: bytes) -> list[Backup]:
    """Give the backups in the journal's `folder`, the newest first; each is opened and checked."""
    found = [_read(path, key, whole=sound(path, key)) for path in databases(folder)]
    return sorted(found, key=lambda backup: (backup.changes, backup.day), reverse=True)


def newest_good(folder: Path, key: bytes) -> Backup | None:
    """Give the newest sound backup in the journal's folder."""
    return next((backup for backup in listed(folder, key) if backup.sound), None)


def restore(folder: Path, key: bytes, backup: Backup) -> Path | None:
    """Put one of the journal's own backups in its place, and give where its file of now is kept, if any.

    The journal must be closed: InUse where it is not. Everything is checked before anything is touched, and
    where it fails half-way all is as it was; where it is killed, `Journal.open` raises Damaged until it is
    done again, and what there was is aside. Raises KnownError.
    """
    with hold(folder):
        return _replace(folder, key, backup.path, None)


def restore_foreign(folder: Path, key: bytes, database: Path, wrapped_key: bytes) -> Path | None:
    """The same with a database from elsewhere and the bytes of its key file, which becomes the journal's.

    The caller holds the journal. A copy of the key of now is kept aside, too. If the new one opens none of
    the backups in the folder, they go with it, and the system's keyring forgets the old key.
    """
    return _replace(folder, key, database, wrapped_key)


def _replace(folder: Path, key: bytes, database: Path, wrapped_key: bytes | None) -> Path | None:
    coming, aside = folder / COMING, name_aside(folder)
    try:
        with contextlib.ExitStack() as undo:
            undo.callback(coming.unlink, missing_ok=True)
            _prepare(folder, key, database, coming)
            other = wrapped_key is not None and _newest(folder, key) is None
            if other:
                keys.forget(folder)
            if wrapped_key is not None:
                for name in (KEY, KEY_COPY):
                    _copy_aside(folder / name, aside, undo)
            undo.callback(_put_back, folder, aside)
            set_aside(folder, aside)
            if other and (folder / BACKUPS).exists():
                kept = (folder / BACKUPS).rename(folder / f"{aside.stem}.{BACKUPS}")
                undo.callback(kept.rename, folder / BACKUPS)
            coming.rename(folder / DATABASE)
            undo.callback((folder / DATABASE).rename, coming)
            settle_folder(folder)
            # Only now: a journal that its key does not open is told, but a key alone begins a new one.
            if wrapped_key is not None:
                for name in (KEY, KEY_COPY):
                    replace_whole(folder / name, wrapped_key)
            undo.pop_all()
    except OSError as refusal:
        raise refused(refusal, folder) from refusal
    return aside if aside.exists() else None


def _copy_aside(path: Path, aside: Path, undo: contextlib.ExitStack) -> None:
    """Copy a file of the key beside the journal's that goes aside; to undo it needs no room on the disk."""
    if path.exists():
        kept = path.with_name(f"{aside.stem}.{path.name}")
        undo.callback(lambda: kept.exists() and kept.replace(path))
        replace_whole(kept, path.read_bytes())
    else:
        undo.callback(path.unlink, missing_ok=True)


def _prepare(folder: Path, key: bytes, database: Path, coming: Path) -> None:
    """Make the copy that is to be the journal: checked, and newer than all there is.

    Else a backup that is left from after it would be taken for the newest.
    """
    newest = _newest(folder, key) or 0
    if not sound(database, key):
        raise KnownError(
            tr(
                "The backup {file} is damaged, so nothing was changed; choose another one.",
                file=database,
            )
        )
    upgrade.refuse_newer(database, key)
    coming.unlink(missing_ok=True)
    with opened(database, key) as db:
        make(db, coming, key)
    db = connect(coming, key)
    try:
        db.conn.execute("UPDATE state SET value = max(value, ?) + 1 WHERE name = 'changes'", [newest])
        db.conn.execute("PRAGMA journal_mode = DELETE")  # one file, to be renamed as a whole
    finally:
        db.conn.close()
    with coming.open("r+b") as file:
        os.fsync(file.fileno())


def _newest(folder: Path, key: bytes) -> int | None:
    """Give the most changes that the journal or a backup has seen; None if the key opens none of them."""
    seen = (_changes(path, key) for path in (folder / DATABASE, *databases(folder)))
    return max((number for number in seen if number >= 0), default=None)


def _put_back(folder: Path, aside: Path) -> None:
    """Take `set_aside` back."""
    for kept, name in (
        (aside.with_suffix(".tail"), TAIL),
        (aside.with_name(aside.name + LOG), DATABASE + LOG),
        (aside, DATABASE),
    ):
        with contextlib.suppress(FileNotFoundError):
            kept.replace(folder / name)


def databases(folder: Path) -> list[Path]:
    """Give the file of every backup in the journal's folder: the daily ones and those before a migration."""
    return sorted((folder / BACKUPS).glob("*.db"))


def copies(folder: Path) -> list[Path]:
    """Give the file of every backup, and of every journal put aside, in the journal's folder."""
    return [*databases(folder), *asides(folder)]


def asides(folder: Path) -> list[Path]:
    """Give the file of every journal that was put aside in the journal's folder."""
    return sorted(folder.glob(f"{ASIDE}*.db"))


@contextlib.contextmanager
def opened(path: Path, key: bytes) -> Iterator[Database]:
    """Open the database at `path` for reading, for a while. Raises the driver's DatabaseError."""
    _take_back(path, key)
    db = connect(path, key, read_only=True)
    try:
        yield db
    finally:
        db.conn.close()


def changes(db: Database) -> int:
    """Give how many writes this database has seen."""
    ((number,),) = db.conn.execute("SELECT value FROM state WHERE name = 'changes'").fetchall()
    return int(number)


def _daily(folder: Path) -> list[Path]:
    return [path for path in folder.glob("journal-*.db") if _DAILY.fullmatch(path.name)]


def _changes(path: Path, key: bytes) -> int:
    """Give how many writes a backup has seen; -1 for one that does not open, which is the first to go."""
    try:
        with opened(path, key) as db:
            return changes(db)
    except (driver.DatabaseError, ValueError):
        return -1


def _read(path: Path, key: bytes, *, whole: bool) -> Backup:
    """Look into a backup of which it is known whether it is sound."""
    found = re.search(r"\d{4}-\d{2}-\d{2}", path.name)
    about = path.stat()
    day = date.fromisoformat(found[0]) if found else date.fromtimestamp(about.st_mtime)
    calls = written = 0
    with contextlib.suppress(driver.DatabaseError, ValueError), opened(path, key) as db:
        ((calls,),) = db.conn.execute(
            "SELECT count(*) FROM calls WHERE ended_at NOT NULL AND deleted_at IS NULL"
        ).fetchall()
        written = changes(db)
    return Backup(path, day, about.st_size, calls, written, whole)
