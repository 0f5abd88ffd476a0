"""The journal's folder: what lies in it, whether a database is safe there, how a file in it is replaced."""

import contextlib
import os
import re
import shutil
import sys
from pathlib import Path
from typing import IO

from app import file_lock
from app.storage.trouble import InUse, NetworkDrive, refused, sentences

DATABASE = "journal.db"
KEY, KEY_COPY = "key.json", "key.copy.json"
TRIES = "tries"
TAIL = "tail"
LOCK = "journal.lock"
BACKUPS = "backups"
ASIDE = "journal-aside-"
"""What the names of what was put aside begin with, for a damaged journal or one that a backup replaced."""

LOG = "-wal"
BESIDE = (LOG, "-shm")
"""What SQLite adds to a database's name for the files that belong to it while it is open."""

UNDO = "-journal"
"""The same for what takes back a change, outside of WAL mode."""

NEW, PART = ".new", ".part"
"""What the name of a file ends with while it is being written: a small one, and a large one."""

COMING = "coming.db"
"""A database until it is the journal."""

UNPACKED = ".portable-"
"""What the names of folders begin with where a portable backup is put together or taken apart."""

_PROBE = ".probe-"

_ELSEWHERE = re.compile(
    r"(fuse\.)?(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|ceph|glusterfs|sshfs|davfs2?|rclone|s3fs)$"
)
"""Kinds of file systems, as Linux names them, whose files are on another computer."""

_REMOTE_DRIVE = 4
"""DRIVE_REMOTE of Windows' GetDriveTypeW."""


def ready(folder: Path) -> None:
    """Make the folder, for its owner only, and see that a database is safe in it.

    Raises NetworkDrive or Unwritable. Leaves nothing behind.
    """
    kind = network_kind(folder)
    if kind is not None:
        raise NetworkDrive(folder, kind)
    probe = folder / f"{_PROBE}{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.stat().st_mode & 0o077:
            with contextlib.suppress(OSError):  # made by somebody else, who may have reasons
                folder.chmod(0o700)
        os.close(os.open(probe, os.O_CREAT | os.O_WRONLY, 0o600))
        probe.unlink(missing_ok=True)  # another start may have cleared it away
    except OSError as refusal:
        with contextlib.suppress(OSError):
            probe.unlink()
        raise refused(refusal, folder) from refusal


def hold(folder: Path) -> IO[bytes]:
    """Be the only one who has the journal in `folder`, until what is given is closed.

    Raises InUse, Unwritable.
    """
    with sentences(folder):
        held = file_lock.take(folder / LOCK)
    if held is None:
        raise InUse
    return held


def clear_away(folder: Path) -> None:
    """Remove what processes that were killed have left half done. Only while the journal is held.

    Raises OSError.
    """
    backups = folder / BACKUPS
    left = [*folder.glob(f"{COMING}*"), *folder.glob(f"{_PROBE}*"), *backups.glob(f"*.db{PART}*")]
    for beside in (*BESIDE, UNDO):  # of a backup that was let go of
        logs = backups.glob(f"*.db{beside}")
        left += [log for log in logs if not log.with_name(log.name.removesuffix(beside)).exists()]
    for path in left:
        path.unlink(missing_ok=True)
    for unpacked in folder.glob(f"{UNPACKED}*"):
        shutil.rmtree(unpacked)


def network_kind(folder: Path, mounts: str | None = None) -> str | None:
    """Give the kind of network drive that the folder is on, None for a disk of this computer.

    `mounts` is the text of Linux's /proc/self/mounts; where it is not given, the system is asked.
    """
    whole = Path(os.path.realpath(folder))
    if sys.platform == "win32":
        import ctypes

        if whole.drive.startswith("\\\\"):
            return "shared folder"
        kind = ctypes.windll.kernel32.GetDriveTypeW(whole.drive + "\\")
        return "mapped drive" if kind == _REMOTE_DRIVE else None
    if mounts is None:
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return None
    longest, kind = -1, None
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), fields[1]))
        # The last of several mounts in one place hides those before it.
        if whole.is_relative_to(place) and len(place.parts) >= longest:
            longest, kind = len(place.parts), fields[2]
    return kind if kind is not None and _ELSEWHERE.match(kind) else None


def replace_whole(path: Path, data: bytes) -> None:
    """Give the file at `path` other bytes, for its owner only; a crash leaves the old ones or the new ones.

    They are on the disk when this returns. Raises OSError.
    """
    new = path.with_name(path.name + NEW)
    new.unlink(missing_ok=True)
    try:
        new.touch(mode=0o600, exist_ok=False)
        with new.open("r+b") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """See that the names in the folder are on the disk, where the system can be asked for that."""
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def overwrite_and_remove(path: Path) -> bool:
    """Write random bytes over the file, put them on the disk and remove it; say whether it was there.

    Raises OSError.
    """
    try:
        with path.open("r+b") as file:
            file.write(os.urandom(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return False
    path.unlink()
    return True
