"""Whether the journal's file is sound, and putting a file aside that is not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from app.storage.cipher import connect, driver
from app.storage.places import ASIDE, BESIDE, DATABASE, LOG, TAIL, replace_whole, settle_folder

_STEPS = 50_000
"""Of SQLite's virtual machine, between two looks at whether to stop: some milliseconds."""


@dataclass(frozen=True, slots=True)
class Health:
    """What an examination found: a technical line each, without any content; none for a sound file."""

    findings: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Say whether every page is as it was written, and in its place."""
        return not self.findings


class Stopped(Exception):
    """The examination was told to stop before its end."""


def examine(
    path: Path,
    key: bytes,
    progress: Callable[[float], None] = lambda part: None,
    stop: Callable[[], bool] = lambda: False,
) -> list[str]:
    """Give what is wrong with the database at `path`, [] where all is sound; nothing is changed.

    `progress` is told what part is done, from 0 to 1; `stop` is asked all the while. About a second for
    100 MB, over a connection of its own. While others write, a page may be read that is only half written:
    what is found then should be looked at again. Raises Stopped, and the driver's OperationalError where the
    file can't be opened.
    """
    try:
        connection = connect(path, key, read_only=True).conn
    except driver.OperationalError:
        raise
    except driver.DatabaseError as fault:
        return [str(fault)]
    try:
        connection.set_progress_handler(stop, _STEPS)
        progress(0.0)
        found = _lines(connection, "cipher_integrity_check", stop)
        progress(0.3)
        if not found:  # after a page that is not what was written, SQLCipher refuses all others, too
            found = _lines(connection, "quick_check", stop)
        progress(1.0)
        return found
    finally:
        connection.close()


def set_aside(folder: Path, aside: Path) -> None:
    """Rename the journal's file and all that belongs to it to `aside`, as `name_aside` gave it.

    They stay together under it, so that the key still opens what can be read of them, also where this is
    killed. Only while the journal is held (`places.hold`) and not open. Raises OSError.
    """
    log = folder / (DATABASE + LOG)
    if log.exists():
        replace_whole(aside.with_name(aside.name + LOG), log.read_bytes())
    _move(folder / DATABASE, aside)
    for beside in BESIDE:  # it would be taken for that of the next database of this name
        (folder / (DATABASE + beside)).unlink(missing_ok=True)
    _move(folder / TAIL, aside.with_suffix(".tail"))
    settle_folder(folder)


def name_aside(folder: Path) -> Path:
    """Give the name that the journal's file would have aside; nothing there begins with its stem."""
    began = f"{ASIDE}{datetime.now():%Y%m%d-%H%M%S}"
    names = (began if again == 1 else f"{began}-{again}" for again in count(1))
    return next(folder / f"{name}.db" for name in names if not any(folder.glob(f"{name}.*")))


def _lines(connection: Any, check: str, stop: Callable[[], bool]) -> list[str]:
    try:
        rows = connection.execute(f"PRAGMA {check}").fetchall()
    except driver.DatabaseError as fault:
        if stop():
            raise Stopped from fault
        return [str(fault)]
    if stop():
        raise Stopped
    return [line for (text,) in rows if text != "ok" for line in text.splitlines()]


def _move(file: Path, to: Path) -> None:
    if file.exists():
        file.rename(to)
