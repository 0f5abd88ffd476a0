"""A backup to carry away: one file with the encrypted database and its wrapped key.

A ZIP archive, nothing in it compressed as nothing of it can be, of two files: the database, and the key as
it lies in the journal's folder. It opens anywhere with the passphrase of the time when it was made.
"""

import contextlib
import os
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.errors import KnownError
from app.language import tr
from app.storage import backups, keys
from app.storage.places import ASIDE, DATABASE, KEY, KEY_COPY, PART, UNPACKED, hold, settle_folder
from app.storage.trouble import refused
from app.storage.wrapping import parse

if TYPE_CHECKING:
    from app.storage.journal import Journal

SUFFIX = ".evenkeel"
"""What the name of such a file ends with."""

_PIECE = 1 << 20

_LARGEST_KEY = 1 << 20
"""Bytes; a key file has some hundred."""


def write(journal: "Journal", to: Path) -> Path:
    """Write the journal to the file `to`, and give its path with its SUFFIX.

    Reads on a connection of its own, for any thread. The file has its name only once it is whole and was
    read back; what bore that name before is replaced then. Raises KnownError.
    """
    folder, key = journal.folder, journal.key
    to = to if to.suffix == SUFFIX else to.with_name(to.name + SUFFIX)
    part = to.with_name(to.name + PART)
    try:
        wrapped = _wrapped(folder)
        with (
            tempfile.TemporaryDirectory(dir=folder, prefix=UNPACKED) as beside,
            backups.opened(folder / DATABASE, key) as db,
        ):
            whole = backups.make(db, Path(beside) / DATABASE, key)
            try:
                part.unlink(missing_ok=True)
                part.touch(mode=0o600)
                with part.open("wb") as file, zipfile.ZipFile(file, "w") as archive:
                    archive.write(whole, DATABASE)
                    archive.writestr(KEY, wrapped)
                with part.open("r+b") as on_disk:
                    os.fsync(on_disk.fileno())
                _compare(part, whole, wrapped)
                part.replace(to)
                settle_folder(to.parent)
            finally:
                part.unlink(missing_ok=True)
    except OSError as refusal:
        raise backups.unwritten(to, refusal) from refusal
    return to


def restore(folder: Path, path: Path, passphrase: str) -> Path | None:
    """Make the journal of a portable file the journal in `folder`, with its key and passphrase.

    Or that of a file which was put aside there, with the key beside it, or else the journal's. All of it is
    checked before anything is touched; the journal of now, which must be closed, is kept aside. Gives the
    name under which its file is, None where there was none. Raises KnownError, WrongPassphrase among them.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with hold(folder), tempfile.TemporaryDirectory(dir=folder, prefix=UNPACKED) as beside:
            place = Path(beside)
            if path.name.startswith(ASIDE) and path.suffix == ".db" and path.is_file():
                wrapped = _wrapped(folder, f"{path.stem}.")
                database = path
                (place / KEY).write_bytes(wrapped)
            else:
                wrapped = _unpack(path, place)
                database = place / DATABASE
            key = keys.unlock(place, passphrase)
            return backups.restore_foreign(folder, key, database, wrapped)
    except OSError as refusal:
        raise refused(refusal, folder) from refusal


def _wrapped(folder: Path, aside: str = "") -> bytes:
    """Give the key file as it is now, or first that of a journal that was put aside."""
    for name in dict.fromkeys((aside + KEY, aside + KEY_COPY, KEY, KEY_COPY)):
        with contextlib.suppress(OSError):
            text = (folder / name).read_bytes()
            if parse(text) is not None:
                return text
    raise keys.KeyDamaged(folder)


def _compare(part: Path, whole: Path, wrapped: bytes) -> None:
    """See that the file on the disk holds what was put into it."""
    with zipfile.ZipFile(part) as archive, archive.open(DATABASE) as held, whole.open("rb") as put:
        same = archive.read(KEY) == wrapped
        while same and (piece := put.read(_PIECE)):
            same = held.read(len(piece)) == piece
        if not same or held.read(1):
            raise KnownError(
                tr("The backup {part} can't be read back as it was written; choose another disk.", part=part)
            )


def _unpack(path: Path, place: Path) -> bytes:
    """Put the two files of a portable one into the folder `place`, and give the key file's bytes."""
    damaged = KnownError(tr("{path} is damaged, so nothing was changed; use another copy of it.", path=path))
    try:
        with _readable(path) as carried, zipfile.ZipFile(carried) as archive:
            inside = {each.filename: each for each in archive.infolist()}
            if inside.keys() != {DATABASE, KEY}:
                raise _foreign(path)
            if inside[KEY].file_size > _LARGEST_KEY:
                raise damaged
            if any(each.compress_type != zipfile.ZIP_STORED for each in inside.values()):
                raise _foreign(path)
            wrapped = archive.read(KEY)
            with archive.open(DATABASE) as held, (place / DATABASE).open("xb") as file:
                shutil.copyfileobj(held, file, _PIECE)
    except zipfile.BadZipFile as fault:
        # A file cut short has lost the list of what is in it, which stands at the end.
        raise (damaged if _begins_like_ours(path) else _foreign(path)) from fault
    except (EOFError, NotImplementedError, RuntimeError) as fault:  # what odd archives lead to
        raise damaged from fault
    if parse(wrapped) is None:
        raise damaged
    (place / KEY).write_bytes(wrapped)
    return wrapped


def _readable(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as refusal:
        raise KnownError(
            tr(
                "{path} can't be read ({reason}); look at its name, its place and who may read it.",
                path=path,
                reason=refusal.strerror,
            )
        ) from refusal


def _begins_like_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _foreign(path: Path) -> KnownError:
    return KnownError(
        tr(
            "{path} is no backup of a journal; choose a file that the command backup wrote, "
            "ending in {suffix}.",
            path=path,
            suffix=SUFFIX,
        )
    )
