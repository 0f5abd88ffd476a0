"""Whether a folder can take a model, and what is said where it can't."""

import errno
import shutil
from pathlib import Path

from app.errors import KnownError
from app.language import tr

_MARGIN = 16 * 1024**2
"""Bytes that are left to everything else."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class NoRoom(KnownError):
    """The disk has too little room: nothing is wrong with the model."""


def check(folder: Path, needed: int) -> None:
    """Raise NoRoom where the disk of `folder` has no room for so many bytes more."""
    free = shutil.disk_usage(folder).free
    if free < needed + _MARGIN:
        raise NoRoom(
            tr(
                "There is not enough room for the model: {folder} has {free}, and it needs {needed}; "
                "make some room there and install it again.",
                folder=folder,
                free=size(free),
                needed=size(needed + _MARGIN),
            )
        )


def size(count: int) -> str:
    """Give a number of bytes as people read it: 820 kB, 4.1 MB, 41 MB, 1.8 GB."""
    if count >= 10**9:
        return tr("{n:.1f} GB", n=count / 1e9)
    if count >= 10**6:
        return tr("{n:.0f} MB", n=count / 1e6) if count >= 10**7 else tr("{n:.1f} MB", n=count / 1e6)
    return tr("{n:.0f} kB", n=count / 1e3)


def is_full(error: OSError) -> bool:
    """Say whether it is the disk's room that ran out."""
    return error.errno in _FULL


def trouble(error: OSError, folder: Path) -> KnownError:
    """Give the sentence for a folder that could not be written."""
    if is_full(error):
        return KnownError(
            tr(
                "The disk of {folder} is full, so nothing was installed; "
                "make some room there and install it again.",
                folder=folder,
            )
        )
    if error.errno in _CLOSED:
        return KnownError(
            tr(
                "Nothing was changed, as {folder} can't be written; allow writing there and try again.",
                folder=folder,
            )
        )
    return KnownError(
        tr(
            "Nothing was changed, as {folder} could not be written ({reason}); try again, "
            "or look whether its disk is sound.",
            folder=folder,
            reason=error.strerror or type(error).__name__,
        )
    )
