"""The manifest in a model's folder: which files it consists of and what they were when it was installed."""

import errno
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.speech.watch import UNWATCHED, Watch

MANIFEST = "evenkeel-manifest.json"
"""The file's name in a model's folder: {"language": "en", "files": {relative name: SHA-256 in hex}}."""

_FRESH = f"{MANIFEST}.new"
"""The manifest until it is complete; a process that is killed leaves it there."""

_LARGEST = 1024**2
"""Bytes of a manifest at most: it may come from anywhere and is read at once. As many files as a model may
have (unpacking.MOST_FILES) fit in with paths of 240 letters."""

_LANGUAGE = re.compile(r"[a-z]{2}")
_LEFT_BY_SYSTEMS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was installed: `files` is relative name ("am/final.mdl") to SHA-256 in hex."""

    files: dict[str, str]
    language: str | None = None


def write(folder: Path, language: str | None, watch: Watch = UNWATCHED) -> Manifest:
    """Hash every file in `folder` and write its manifest; one that was there stays until that is done.

    Raises OSError, Stopped.
    """
    hashes = dict(_hashes(folder, sorted(file for file in _files(folder) if not _foreign(file)), watch))
    if unread := next((file for file, found in hashes.items() if not found), None):
        raise OSError(errno.EIO, os.strerror(errno.EIO), unread)
    text = json.dumps({"language": language, "files": hashes}, indent=1)
    fresh = folder / _FRESH
    fresh.unlink(missing_ok=True)  # nothing is written through a link that somebody else put there
    try:
        with fresh.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / MANIFEST)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    return Manifest(hashes, language)


def read(folder: Path) -> Manifest | None:
    """Give the manifest of a folder, None where there is none; raises ValueError if it is damaged."""
    try:
        state = (folder / MANIFEST).stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise ValueError("not a manifest")
        held = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files, language = held["files"], held["language"]
        fits = language is None or _LANGUAGE.fullmatch(language) is not None
        fits = fits and all(isinstance(value, str) for value in files.values())
    except FileNotFoundError:
        return None
    except (OSError, RecursionError, TypeError, KeyError, AttributeError) as error:
        raise ValueError("not a manifest") from error
    if not fits:
        raise ValueError("not a manifest")
    return Manifest(files, language)


def first_wrong(folder: Path, manifest: Manifest, watch: Watch = UNWATCHED) -> str | None:
    """Give the first file that is missing, changed, or there without being in the manifest; None: all well.

    Files that systems leave in folders (.DS_Store, Thumbs.db) don't count. Raises Stopped.
    """
    there = _files(folder)
    for file in sorted(there - set(manifest.files)):
        if not _foreign(file):
            return file
    for file in manifest.files:
        if file not in there:
            return file
    for file, found in _hashes(folder, list(manifest.files), watch):
        if found != manifest.files[file]:
            return file
    return None


def file_hash(file: Path, watch: Watch = UNWATCHED) -> str:
    """Give the SHA-256 of one file in hex. Raises OSError, Stopped."""
    digest, whole, done = hashlib.sha256(), file.stat().st_size, 0
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            watch.reach(done, whole)
    return digest.hexdigest()


def _files(folder: Path) -> set[str]:
    """Give the relative names of everything below `folder` but folders and manifests; follows no link."""
    return {
        (Path(place) / name).relative_to(folder).as_posix()
        for place, folders, files in os.walk(folder)
        for name in [*files, *(each for each in folders if (Path(place) / each).is_symlink())]
    } - {MANIFEST, _FRESH}


def _foreign(file: str) -> bool:
    name = file.rpartition("/")[2].lower()
    return name in _LEFT_BY_SYSTEMS or name.startswith("._")


def _hashes(folder: Path, files: list[str], watch: Watch) -> Iterator[tuple[str, str]]:
    """Give each file with its hash, "" for one that can't be read; progress counts the bytes of all."""
    sizes = [_size(folder / file) for file in files]
    done, whole = 0, sum(sizes)
    for file in files:
        digest = hashlib.sha256()
        try:
            if not (folder / file).is_file():  # what waits for somebody to write would never end
                raise FileNotFoundError
            with (folder / file).open("rb") as content:
                while chunk := content.read(_CHUNK):
                    digest.update(chunk)
                    done += len(chunk)
                    watch.reach(done, whole)
        except OSError:
            yield file, ""
            continue
        yield file, digest.hexdigest()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
