"""A model out of a ZIP or a folder of somebody else's, without trusting either.

Everything is judged by the list of what is in it before the first byte is written, and what is written is
counted against that list. `into` is a new folder that the caller throws away where this raises.
"""

import io
import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from app.errors import KnownError
from app.language import tr
from app.speech import layout, names, room
from app.speech.watch import UNWATCHED, Watch

LARGEST = 2 * 1024**3
"""Bytes that a model's files may have together, unless the catalogue knows it to be larger."""

MOST_FILES = 2000
"""Files and folders at most; the official models have fewer than fifty."""

_DIRECTORY = 4 * 1024**2
"""Bytes of a ZIP's list of files at most: it is read at once, however long it is said to be."""

_RATIO = 100
"""How many times smaller than its content a ZIP may be; the official models are packed to about a half."""

_ALWAYS_FINE = 16 * 1024**2
"""Bytes up to which a ratio says nothing."""

_CHUNK = 1 << 20
_JUNCTION = 0xA0000003
"""What Windows calls a folder that leads to another (IO_REPARSE_TAG_MOUNT_POINT)."""

Bound = Callable[[str], int]
"""Gives how many bytes a model's files may have together, by the name of the folder they lie in, or ""."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error)
"""What reading a damaged ZIP, or a damaged stick, may raise (NotImplementedError is a RuntimeError)."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of what came: its path's parts, its bytes, and how to read it."""

    parts: tuple[str, ...]
    size: int
    open: Callable[[], IO[bytes]]


class _Sparing(io.FileIO):
    """A ZIP's file that never gives more at once than a list of files may have; `name` is its path."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _DIRECTORY:
            raise _too_many(Path(self.name).name)
        return super().read(size)


def usual(name: str) -> int:
    """Give the bytes that the files of a model of no known name may have together."""
    return LARGEST


def unpack(archive: Path, into: Path, largest: Bound = usual, watch: Watch = UNWATCHED) -> str:
    """Unpack the ZIP of a model into the new folder `into`; give the name of its innermost top folder, or "".

    The files lie directly in `into` then. Raises KnownError with one sentence for an archive that is not
    one of a model or that would write anywhere else, OSError where writing fails, Stopped.
    """
    came = archive.name
    with reading(came):
        file = _Sparing(archive)
    with file:
        with reading(came):
            opened = zipfile.ZipFile(file)
        infos = [info for info in opened.infolist() if not _left_by_mac(info.filename)]
        if len(infos) > MOST_FILES:
            raise _too_many(came)
        for info in infos:
            _check_kind(info, came)
        entries = [
            _Entry(_parts(info.orig_filename, came), info.file_size, partial(opened.open, info))
            for info in infos
            if not info.filename.endswith("/")
        ]
        folders = [
            _parts(info.orig_filename.rstrip("/"), came) for info in infos if info.filename.endswith("/")
        ]
        name, placed = _placed(entries, folders, came)
        whole = sum(entry.size for entry in placed)
        if whole > largest(name):
            raise KnownError(
                tr(
                    "{came} would unpack to {size}, which is more than any model Evenkeel knows; "
                    "get the model from its official place.",
                    came=came,
                    size=room.size(whole),
                )
            )
        if whole > max(_RATIO * archive.stat().st_size, _ALWAYS_FINE):
            raise KnownError(
                tr(
                    "{came} would unpack to over {times} times its size, as no speech model does; "
                    "get the model from its official place.",
                    came=came,
                    times=_RATIO,
                )
            )
        _write(placed, into, whole, came, watch)
    return name


def copy(folder: Path, into: Path, largest: Bound = usual, watch: Watch = UNWATCHED) -> str:
    """Copy a model's folder to the new folder `into`, as `unpack` does and with the same refusals.

    Gives the name of the folder that the files lay in: `folder` itself, or the only one in it.
    """
    came = folder.name
    with reading(came):
        found = _found(folder, came)
    inside, placed = _placed(found, (), came)
    name = inside or came
    whole = sum(entry.size for entry in placed)
    if whole > largest(name):
        raise KnownError(
            tr(
                "The folder {came} holds {size}, which is more than any model Evenkeel knows; "
                "choose the model's own folder.",
                came=came,
                size=room.size(whole),
            )
        )
    _write(placed, into, whole, came, watch)
    return name


def _check_kind(info: zipfile.ZipInfo, came: str) -> None:
    """Refuse what is not a plain file or folder, or can't be read."""
    mode = info.external_attr >> 16
    entry = names.shown(info.orig_filename)
    if stat.S_ISLNK(mode):
        raise _link(came, entry)
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _special(came, entry)
    if info.flag_bits & 0x41:  # encrypted, strongly encrypted
        raise KnownError(
            tr(
                "{came} is locked with a password; unpack it yourself and install the folder that comes out.",
                came=came,
            )
        )
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise KnownError(
            tr(
                "{came} is packed in a way that Evenkeel does not read; "
                "unpack it yourself and install the folder that comes out.",
                came=came,
            )
        )


def _parts(name: str, came: str) -> tuple[str, ...]:
    """Give the parts of a relative path that may be written on any system. Raises KnownError."""
    if names.leaves(name):
        raise KnownError(
            tr(
                '{came} was not installed, as "{entry}" in it leads out of the model\'s folder; '
                "get the model from its official place.",
                came=came,
                entry=names.shown(name),
            )
        )
    parts = tuple(name.split("/"))
    if not names.fit_path(parts):
        raise KnownError(
            tr(
                '{came} was not installed, as "{entry}" in it can\'t be the name of a file everywhere; '
                "get the model from its official place.",
                came=came,
                entry=names.shown(name),
            )
        )
    return parts


def _found(folder: Path, came: str) -> list[_Entry]:
    """Give the files below a folder; refuse what is no file or folder. Raises KnownError, OSError."""
    found: list[_Entry] = []
    waiting: list[tuple[str, ...]] = [()]
    seen = 0
    while waiting:
        above = waiting.pop()
        for each in folder.joinpath(*above).iterdir():
            seen += 1
            if seen > MOST_FILES:
                raise _too_many(came)
            if _left_by_mac(each.name):
                continue
            parts = _parts("/".join((*above, each.name)), came)
            state = each.lstat()
            if stat.S_ISLNK(state.st_mode) or getattr(state, "st_reparse_tag", 0) == _JUNCTION:
                raise _link(came, names.shown("/".join(parts)))
            if stat.S_ISDIR(state.st_mode):
                waiting.append(parts)
            elif stat.S_ISREG(state.st_mode):
                found.append(_Entry(parts, state.st_size, _opens(each)))
            else:
                raise _special(came, names.shown("/".join(parts)))
    return found


def _placed(
    entries: Sequence[_Entry], folders: Iterable[tuple[str, ...]], came: str
) -> tuple[str, list[_Entry]]:
    """Give the innermost folder that holds everything, and the entries by their place below it."""
    _check_clashes(entries, folders, came)
    name = ""
    while entries and len({entry.parts[0] for entry in entries}) == 1 and len(entries[0].parts) > 1:
        name = entries[0].parts[0]
        entries = [_Entry(entry.parts[1:], entry.size, entry.open) for entry in entries]
    sizes = {"/".join(entry.parts): entry.size for entry in entries}
    if not layout.looks_like_vosk(sizes):
        raise KnownError(
            tr(
                "There is no speech model in {came}; choose the ZIP file of a Vosk model, "
                "or the folder that it unpacks to.",
                came=came,
            )
        )
    if lacking := layout.lacks("vosk", sizes):
        raise KnownError(
            tr(
                "The speech model in {came} is not whole: {file} is missing or empty; "
                "copy or download it again.",
                came=came,
                file=lacking,
            )
        )
    return name, list(entries)


def _check_clashes(entries: Sequence[_Entry], folders: Iterable[tuple[str, ...]], came: str) -> None:
    """Refuse two files that would be one on some system, and a file that would also be a folder."""
    files: set[tuple[str, ...]] = set()
    above = {_plain(parts[:n]) for parts in folders for n in range(1, len(parts) + 1)}
    for entry in entries:
        plain = _plain(entry.parts)
        above |= {plain[:n] for n in range(1, len(plain))}
        if plain in files:
            raise _twice(came, entry)
        files.add(plain)
    for entry in entries:
        if _plain(entry.parts) in above:
            raise _twice(came, entry)


def _plain(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in parts)


def _write(entries: Iterable[_Entry], into: Path, whole: int, came: str, watch: Watch) -> None:
    """Write the files; each exactly as long as it was said to be. Raises KnownError, OSError, Stopped."""
    room.check(into.parent, whole)
    into.mkdir()
    done = 0
    for entry in entries:
        place = into.joinpath(*entry.parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        left = entry.size
        with place.open("xb") as written:
            with reading(came):
                source = entry.open()
            with source:
                while True:
                    with reading(came):
                        chunk = source.read(_CHUNK)
                    left -= len(chunk)
                    if left < 0 or (left and not chunk):
                        raise _broken(came)
                    if not chunk:
                        break
                    written.write(chunk)
                    done += len(chunk)
                    watch.reach(done, whole)
            written.flush()
            os.fsync(written.fileno())


@contextmanager
def reading(came: str) -> Iterator[None]:
    """Say in a sentence that what came can't be read."""
    try:
        yield
    except PermissionError as refusal:
        raise KnownError(
            tr(
                "{came}, or something in it, may not be read; allow reading there and try again.",
                came=came,
            )
        ) from refusal
    except _BROKEN as error:
        raise _broken(came) from error


def _opens(file: Path) -> Callable[[], IO[bytes]]:
    return lambda: file.open("rb")


def _left_by_mac(name: str) -> bool:
    """Say whether macOS put it there: it belongs to no model."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or parts[-1] == ".DS_Store" or parts[-1].startswith("._")


def _broken(came: str) -> KnownError:
    return KnownError(tr("{came} is damaged or not all there; copy or download it again.", came=came))


def _too_many(came: str) -> KnownError:
    return KnownError(
        tr("{came} holds more files than any speech model; choose that of one model alone.", came=came)
    )


def _link(came: str, entry: str) -> KnownError:
    return KnownError(
        tr(
            '{came} was not installed, as "{entry}" in it is a link to another place; '
            "get the model from its official place.",
            came=came,
            entry=entry,
        )
    )


def _special(came: str, entry: str) -> KnownError:
    return KnownError(
        tr(
            '{came} was not installed, as "{entry}" in it is not a plain file; '
            "get the model from its official place.",
            came=came,
            entry=entry,
        )
    )


def _twice(came: str, entry: _Entry) -> KnownError:
    return KnownError(
        tr(
            '{came} was not installed, as "{entry}" is in it twice; get the model from its official place.',
            came=came,
            entry=names.shown("/".join(entry.parts)),
        )
    )
