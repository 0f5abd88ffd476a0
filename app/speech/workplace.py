"""The folder in which models are made ready: held by one at a time, and tidied of what others left half done.

It lies in the user's own models folder, and nobody looks for models in it. A model that another is to replace
is put aside here until that is in its place, and comes back where it was if the process ends between.
"""

import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app import file_lock
from app.errors import KnownError
from app.language import tr
from app.speech import room
from app.speech.part import ABOUT

WORK = ".work"
"""The folder, in the user's own models folder, of what is no model yet: downloads, and models half done."""

_LOCK = "lock"
_BEFORE = ".before"
"""What the name of a model ends in that is put aside while another takes its place; whole as it was."""

_STALE_S = 7 * 24 * 3600.0
"""Seconds without a change after which a partial download is thrown away."""


@contextmanager
def working(own: Path) -> Iterator[Path]:
    """Hold the folder in the models folder `own` for work that nobody else does now, and give it, tidied.

    What can't be written there becomes a KnownError.
    """
    work = own / WORK
    try:
        work.mkdir(parents=True, exist_ok=True)
        lock = file_lock.take(work / _LOCK)
        if lock is None:
            raise KnownError(
                tr("Another model is being installed or removed; wait until that is done, and try again.")
            )
        with lock:
            _tidy(work)
            try:
                yield work
            finally:
                _tidy(work)
    except OSError as refusal:
        raise room.trouble(refusal, own) from refusal


def put_back(own: Path) -> None:
    """Put back what an installation that was killed had put aside, unless one goes on now."""
    with suppress(OSError, KnownError):
        if any((own / WORK).glob(f"*{_BEFORE}")):
            with working(own):
                pass


def put_in_place(staged: Path, final: Path) -> None:
    """Give a model that is ready its name, in place of one that has it. Raises OSError."""
    if final.exists():
        final.rename(staged.with_name(final.name + _BEFORE))
    staged.rename(final)  # where this fails, as where something on Windows looks into it, _tidy puts back


def forget(archive: Path) -> None:
    """Remove a download and its note."""
    archive.unlink(missing_ok=True)
    archive.with_name(archive.name + ABOUT).unlink(missing_ok=True)


def _tidy(work: Path) -> None:
    """Put back what was put aside and not replaced; throw away what is half done.

    Of downloads, those that nobody went on with for a week.
    """
    for aside in work.glob(f"*{_BEFORE}"):
        final = work.parent / aside.name.removesuffix(_BEFORE)
        with suppress(OSError):  # it stays then, whole: it is thrown away under another name only
            aside.rename(work / uuid.uuid4().hex if os.path.lexists(final) else final)
    for each in work.iterdir():
        if each.name.endswith(_BEFORE):
            continue
        if each.is_symlink():
            each.unlink()
        elif each.is_dir():
            shutil.rmtree(each, ignore_errors=True)
        elif each.name != _LOCK and time.time() - _went_on(each) > _STALE_S:
            each.unlink()


def _went_on(file: Path) -> float:
    """Give when a download last went on, by its file or its note, which is as old as the first try."""
    archive = file.with_name(file.name.removesuffix(ABOUT))
    return max(each.stat().st_mtime for each in {file, archive} if each.exists())
