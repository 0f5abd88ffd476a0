"""Erasing at once and for good: one call with all that belongs to it, or everything, the key first."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import dates
from app.errors import KnownError
from app.language import marked, tr
from app.storage import backups, keys, removal
from app.storage.cipher import Database
from app.storage.places import (
    ASIDE,
    BESIDE,
    DATABASE,
    KEY,
    KEY_COPY,
    LOCK,
    LOG,
    hold,
    overwrite_and_remove,
    settle_folder,
)
from app.storage.schema import TABLES
from app.storage.tables import links
from app.storage.trouble import sentences

if TYPE_CHECKING:
    from app.storage.journal import Journal

_ELSEWHERE = marked(
    "What lies elsewhere can't be known here: backups written with the command backup, which still open with "
    "their passphrase, exports, and copies that others made of this disk. Delete those yourself."
)
_KEYLESS = marked(
    "The key was destroyed first. Without it no copy of the rest can be read, wherever there may be one; "
    "only a copy that has the key's file, too, opens with the passphrase it had."
)
_UNTOUCHED = marked("These files were left alone and may still hold it; delete them if you don't need them:")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was erased: when (UTC), which files, how many bytes, and what is to be known about it.

    `files` were removed or, for one call, had it taken out; `size` is that of removed files. `untouched` may
    still hold something. `kept_at` is where the receipt was written, None if it was not.
    """

    what: str
    at: datetime
    files: tuple[Path, ...]
    size: int
    notes: tuple[str, ...]
    untouched: tuple[Path, ...] = ()
    kept_at: Path | None = None

    @property
    def text(self) -> str:
        """Give it for the user to read; nothing that was in the journal is in it."""
        local = self.at.astimezone()
        day = dates.day_month_year(local)
        told = tr("{what} on {day} at {time:%H:%M}.", what=self.what, day=day, time=local)
        if self.size:
            told += " " + tr("{size:,} bytes were removed.", size=self.size)
        lines = [told, *map(_line, self.files)]
        if self.untouched:
            lines += ["", tr(_UNTOUCHED), *map(_line, self.untouched)]
        return "\n".join([*lines, "", *self.notes]) + "\n"


def everything(folder: Path) -> Receipt:
    """Erase the journal in `folder`: its key, then every file, backups among them; settings are elsewhere.

    Needs no passphrase. The journal must be closed: InUse where it is not. The receipt is written beside
    the folder. What was broken off can be done again. Raises KnownError for what stays, once all else is
    gone.
    """
    if not folder.is_dir():
        raise KnownError(tr("There is no journal on this computer, so there is nothing to erase."))
    trouble: list[str] = []
    with hold(folder):
        sizes = {path: path.lstat().st_size for path in _files(folder)}
        try:
            keys.destroy(folder)
        except KnownError as refusal:
            trouble.append(str(refusal))
        for path in sorted(sizes, key=_key_first):
            if path != folder / LOCK:
                _remove(path, trouble)
    _remove(folder / LOCK, trouble)  # only now, as Windows removes no file that is open
    _remove_folders(folder)
    if trouble:
        raise KnownError(" ".join(trouble))
    receipt = Receipt(
        tr("The journal was erased"),
        datetime.now(UTC),
        tuple(sorted(sizes)),
        sum(sizes.values()),
        (tr(_KEYLESS), tr(_ELSEWHERE)),
    )
    kept_at = folder.parent / f"journal-erased-{receipt.at:%Y%m%d-%H%M%S}.txt"
    with contextlib.suppress(OSError):  # it is shown, too
        settle_folder(folder.parent)
        kept_at.write_text(receipt.text, encoding="utf-8")
        return replace(receipt, kept_at=kept_at)
    return receipt


def call(journal: "Journal", key: bytes, call_id: int) -> Receipt:
    """Erase a call from the journal, and from each sound backup and journal put aside in its folder.

    With it goes all that belongs to it: its moments, what was said, its reflections, follow-ups and
    preparation. The copies come first, so that what was broken off can be done again. Raises KnownError: no
    such call, one that is not over, or what can't be written.
    """
    wiped: list[Path] = []
    untouched: list[Path] = []
    reached: set[Path] = set()
    state = journal.read(lambda db: _state(db, call_id)).result()
    if state == "running":
        raise KnownError(tr("That call is not over yet; end it first, or finish it with: journal finish."))
    for path in backups.copies(journal.folder):
        if not backups.sound(path, key):
            untouched.append(path)
            continue
        reached |= {path, path.with_name(path.name + LOG)}
        with sentences(journal.folder):
            with backups.opened(path, key) as db:
                there = _state(db, call_id) != "none" or removal.pending(db)
            if there:
                with removal.in_backup(path, key) as db:
                    _take(db, call_id)
                wiped.append(path)
    if state == "over":
        journal.write("erasure", lambda db: _take(db, call_id)).result()
        wiped.insert(0, journal.folder / DATABASE)
    removal.finish(journal)
    if not wiped:
        raise KnownError(
            tr(
                "There is no call {number} in the journal; see the numbers with: journal calls.",
                number=call_id,
            )
        )
    return Receipt(
        tr("The call {number} was erased", number=call_id),
        datetime.now(UTC),
        tuple(wiped),
        0,
        (tr(_ELSEWHERE),),
        tuple(sorted({*untouched, *_kept_aside(journal.folder)} - reached)),
    )


def _kept_aside(folder: Path) -> Iterator[Path]:
    """Give what was put aside, but for what holds nothing of a call."""
    for path in folder.glob(f"{ASIDE}*"):
        if not path.name.endswith((KEY, KEY_COPY, ".tail", "-shm")):
            yield path


def _state(db: Database, call_id: int) -> str:
    found = db.conn.execute("SELECT ended_at FROM calls WHERE id = ?", [call_id]).fetchall()
    if not found:
        return "none"
    return "over" if found[0][0] is not None else "running"


def _take(db: Database, call_id: int) -> None:
    removal.remove(db, "calls", [call_id])
    for table in TABLES:
        for link in links(db, table):
            if link.table == "calls":
                found = db.conn.execute(f"SELECT 1 FROM {table} WHERE {link.column} = ?", [call_id])
                assert not found.fetchall(), table


def _files(folder: Path) -> list[Path]:
    """Give every file in the folder and below it; a link counts as a file and is not followed."""
    found = []
    for place, below, names in os.walk(folder):
        linked = [name for name in below if (Path(place) / name).is_symlink()]
        found += [Path(place) / name for name in (*names, *linked)]
    return found


def _key_first(path: Path) -> tuple[bool, Path]:
    """Put copies of keys before the rest."""
    return path.suffix == ".db" or path.name.endswith(BESIDE), path


def _remove(path: Path, trouble: list[str]) -> None:
    try:
        if path.name.endswith((KEY, KEY_COPY)) and not path.is_symlink():
            overwrite_and_remove(path)  # the key of a journal that was put aside
        else:
            path.unlink(missing_ok=True)
    except OSError as refusal:
        trouble.append(
            tr(
                "{path} could not be removed ({reason}); its key is gone, so remove it by hand.",
                path=path,
                reason=refusal.strerror,
            )
        )


def _remove_folders(folder: Path) -> None:
    for place, _, _ in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(place).rmdir()


def _line(path: Path) -> str:
    return f"  {path}"
