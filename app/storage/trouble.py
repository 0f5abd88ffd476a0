"""What can be wrong with the journal that is not our fault, each as one calm sentence."""

import contextlib
import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

from app.errors import KnownError
from app.language import tr
from app.storage.cipher import driver

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


_LEAST_ROOM = 64 * 1024
"""Bytes that must be free for a database to be opened: SQLite's index of its -wal file takes 32 KiB."""


class InUse(KnownError):
    """Another process has the journal open."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The journal is open in another Evenkeel; lock or close that one, or end it in the system's "
                "task list, and try again."
            )
        )


class Newer(KnownError):
    """The journal was written by a later version of the program; it was left untouched."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The journal was last written by a newer Evenkeel than this one and was left untouched; "
                "open it with that version."
            )
        )


class Damaged(KnownError):
    """The journal's file, or a part of it, is not what was written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            tr(
                "The journal's file in {folder} is damaged, missing or not of this key, and is left as it "
                "is; go back to its newest good backup, if there is one, in Settings, Journal, or with the "
                "command restore.",
                folder=folder,
            )
        )


class Unwritable(KnownError):
    """The journal's folder or disk can't be read or written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            tr(
                "The journal in {folder} can't be written ({reason}); allow reading and writing there, "
                "or name another folder in EVENKEEL_HOME.",
                folder=folder,
                reason=reason,
            )
        )


class NetworkDrive(KnownError):
    """The journal's folder is on another computer, where locks and writes can't be relied on."""

    def __init__(self, folder: Path, kind: str) -> None:
        super().__init__(
            tr(
                "The journal's folder {folder} is on a network drive ({kind}), where a database is easily "
                "damaged; name a folder on a disk of this computer in EVENKEEL_HOME.",
                folder=folder,
                kind=kind,
            )
        )


class DiskFull(KnownError):
    """There was no room for what was to be written; what was there before still is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            tr(
                "The disk of {folder} is full, so the journal can't be worked with now; what was kept before "
                "stays. Make some room there and try again.",
                folder=folder,
            )
        )


class Locked(KnownError):
    """The journal was closed before this was done."""

    def __init__(self) -> None:
        super().__init__(tr("The journal is locked; unlock it with your passphrase and try again."))


def refused(refusal: OSError, folder: Path) -> KnownError:
    """Give the sentence for what the system refused in the journal's folder."""
    if refusal.errno in _FULL:
        return DiskFull(folder)
    return Unwritable(folder, refusal.strerror or str(refusal))


def translated(fault: BaseException, folder: Path) -> KnownError | None:
    """Give the sentence for an error of the database in `folder`, None for what is a bug of ours."""
    if not isinstance(fault, driver.Error):
        return None
    name = str(getattr(fault, "sqlite_errorname", ""))
    if name == "SQLITE_FULL" or (name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")) and _no_room(folder)):
        return DiskFull(folder)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Damaged(folder)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
        return Unwritable(folder, str(fault))
    if name.startswith("SQLITE_BUSY"):
        return InUse()
    return None


def _no_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


@contextlib.contextmanager
def sentences(folder: Path) -> Iterator[None]:
    """Turn what the system or the database in `folder` refuses into its sentence."""
    try:
        yield
    except OSError as refusal:
        raise refused(refusal, folder) from refusal
    except driver.Error as fault:
        raise translated(fault, folder) or fault from fault
