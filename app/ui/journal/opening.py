"""Opening the journal in whatever thread this is: what comes of it is told as a record, never raised."""

import contextlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.language import tr

if TYPE_CHECKING:  # the database and its ciphers come with these
    from app.storage.backups import Backup
    from app.storage.journal import Journal


class Standing(StrEnum):
    """How the journal stands; DAMAGED is its file, REFUSED whatever else keeps it from being opened."""

    NONE = "none"
    LOCKED = "locked"
    OPENING = "opening"
    OPEN = "open"
    DAMAGED = "damaged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Found:
    """How the journal stands now, why it does not open, its newest good backup, and a sentence besides."""

    standing: Standing
    journal: "Journal | None" = None
    key: bytes | None = None
    why: str = ""
    backup: "Backup | None" = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Why a passphrase was refused, and the seconds until another may be tried."""

    why: str
    wait_s: float


def look(folder: Path) -> Found:
    """See whether there is a journal, and ask the system's keyring for its key; LOCKED with it or without.

    A key that does not open the file is not given, but said: the passphrase tells whether it is another
    journal's.
    """
    from app.journal_access import STALE
    from app.storage import keys
    from app.storage.trouble import sentences

    try:
        with sentences(folder):
            if not keys.exists(folder):
                return Found(Standing.NONE)
    except KnownError as refusal:
        return Found(Standing.REFUSED, why=str(refusal))
    key = keys.remembered(folder)
    if key is not None and not keys.opens(folder, key):
        return Found(Standing.LOCKED, why=tr(STALE))
    return Found(Standing.LOCKED, key=key)


def opened(folder: Path, key: bytes, told: str = "") -> Found:
    """Open it with its key."""
    from app.storage import backups
    from app.storage.journal import Journal
    from app.storage.trouble import Damaged

    try:
        return Found(Standing.OPEN, Journal.open(folder, key), key, told=told)
    except Damaged as damage:
        return Found(Standing.DAMAGED, None, key, str(damage), backups.newest_good(folder, key), told)
    except KnownError as refusal:
        return Found(Standing.REFUSED, None, key, str(refusal), told=told)


def key_for(folder: Path, passphrase: str) -> "bytes | KeptOut | Found":
    """Give the key that the passphrase opens, in about a second; Found where no passphrase can."""
    from app.storage import keys, tries

    try:
        return keys.unlock(folder, passphrase)
    except keys.KeyDamaged as damage:
        return Found(Standing.REFUSED, why=str(damage))
    except KnownError as refusal:
        wait_s = 0.0
        with contextlib.suppress(OSError):
            wait_s = tries.wait_s(folder)
        return KeptOut(str(refusal), wait_s)


def remember(folder: Path, key: bytes) -> str:
    """Give the key to the system's keyring; "" where it took it, else why not."""
    from app.storage import keys

    try:
        keys.remember(folder, key)
    except KnownError as refusal:
        return str(refusal)
    return ""


def only_its_key(folder: Path, key: bytes) -> bool:
    """Take another key than this out of the system's keyring, and say whether it has this one."""
    from app.storage import keys

    keys.forget_other(folder, key)
    return keys.remembered(folder) == key


def keyring_there() -> bool:
    """Say whether this system has a keyring that encrypts."""
    from app.storage import system_keyring

    return system_keyring.there()
