"""The key of the journal: 32 random bytes, kept only wrapped by the passphrase, or in the system's keyring.

Another passphrase wraps the same key anew, so that the database need not be touched. The wrapped key is
kept twice in the journal's folder.
"""

import contextlib
import secrets
from pathlib import Path

from app.errors import KnownError
from app.language import tr, trn
from app.storage import system_keyring, tries
from app.storage.cipher import KEY_BYTES, connect, driver
from app.storage.places import (
    DATABASE,
    KEY,
    KEY_COPY,
    NEW,
    TRIES,
    overwrite_and_remove,
    ready,
    replace_whole,
    settle_folder,
)
from app.storage.trouble import Damaged, sentences, translated
from app.storage.wrapping import COST, Cost, Wrapped, bare, parse, unwrap, wrap

__all__ = [
    "COST",
    "SHORTEST",
    "Cost",
    "KeyDamaged",
    "TooSoon",
    "WrongPassphrase",
    "change",
    "check_new",
    "create",
    "destroy",
    "exists",
    "forget",
    "forget_other",
    "opens",
    "remember",
    "remembered",
    "unlock",
]

SHORTEST = 10
"""Characters of a passphrase, at least."""

_COPIES = (KEY, KEY_COPY)


class WrongPassphrase(KnownError):
    """The passphrase is not that of the journal, or of the backup, whose key it is to open."""

    def __init__(self) -> None:
        super().__init__(
            tr("That is not the passphrase; look at Caps Lock and the keyboard's language, and try again.")
        )


class TooSoon(KnownError):
    """Several passphrases were wrong; `wait_s` seconds are left until the next may be tried."""

    def __init__(self, wait_s: float) -> None:
        self.wait_s = wait_s
        seconds = max(1, round(wait_s))
        super().__init__(
            trn(
                "Several passphrases were wrong, so there is a short wait before the next; "
                "try again in {n} second.",
                "Several passphrases were wrong, so there is a short wait before the next; "
                "try again in {n} seconds.",
                seconds,
            )
        )


class KeyDamaged(KnownError):
    """Neither copy of the wrapped key can be used, so no passphrase opens the journal."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            tr(
                "The journal's key in {folder} ({key} and {key_copy}) is damaged or missing, and nothing "
                "else opens the journal; put {key} back from a copy of that folder, or move the folder away "
                "to begin a new journal.",
                folder=folder,
                key=KEY,
                key_copy=KEY_COPY,
            )
        )


def exists(folder: Path) -> bool:
    """Say whether there is a key, and so a journal."""
    return any((folder / name).exists() for name in _COPIES)


def check_new(passphrase: str) -> None:
    """Raise KnownError for a passphrase that is soon found: a short one, or one without letters."""
    if len(bare(passphrase)) < SHORTEST:
        raise KnownError(
            tr(
                "The passphrase is shorter than {n} characters; "
                "a few words in a row are easy to keep in mind.",
                n=SHORTEST,
            )
        )
    if not any(character.isalpha() for character in bare(passphrase)):
        raise KnownError(tr("The passphrase has no letters and is soon found by trying; add a word or two."))


def create(folder: Path, passphrase: str, cost: Cost = COST) -> bytes:
    """Make a key for a new journal, write it wrapped by the passphrase, and give it.

    Raises KnownError: a passphrase that is soon found, a key that is there already, a folder that is not
    fit (see `places.ready`); KeyDamaged for a journal whose key is gone.
    """
    check_new(passphrase)
    ready(folder)
    if exists(folder):
        raise KnownError(
            tr("There is a journal in {folder} already; open it with its passphrase.", folder=folder)
        )
    if (folder / DATABASE).exists():
        raise KeyDamaged(folder)
    key = secrets.token_bytes(KEY_BYTES)
    _keep(folder, wrap(key, passphrase, cost))
    return key


def unlock(folder: Path, passphrase: str) -> bytes:
    """Give the journal's key; takes as long as its Cost asks, some tenths of a second.

    A damaged copy is made good from the other. Raises WrongPassphrase, TooSoon, KeyDamaged, and KnownError
    where the folder can't be written, as a wrong try could not be counted.
    """
    copies = [_read(folder, name) for name in _COPIES]
    if not any(copies):
        raise KeyDamaged(folder)
    with sentences(folder):
        wait = tries.wait_s(folder)
        if wait > 0:
            raise TooSoon(wait)
        tries.count(folder)
    # Two that differ are a change of passphrase that broke off: either may be the one in mind.
    for wrapped in dict.fromkeys(copies):
        key = unwrap(wrapped, passphrase) if wrapped is not None else None
        if wrapped is not None and key is not None:
            if copies != [wrapped, wrapped]:
                _keep(folder, wrapped)
            with sentences(folder):
                tries.forget(folder)
            return key
    raise WrongPassphrase


def change(folder: Path, old: str, new: str, cost: Cost = COST) -> None:
    """Wrap the key with another passphrase; the database and the system's keyring are not touched.

    Raises what `check_new` and `unlock` raise; the old passphrase then still holds.
    """
    check_new(new)
    _keep(folder, wrap(unlock(folder, old), new, cost))


def remember(folder: Path, key: bytes) -> None:
    """Keep the key in the system's keyring, too. Raises KnownError where there is none that is safe."""
    system_keyring.remember(folder, key)


def remembered(folder: Path) -> bytes | None:
    """Give the key that the system's keyring has for this journal; None: the passphrase must be asked for."""
    key = system_keyring.remembered(folder)
    return key if key is not None and len(key) == KEY_BYTES else None


def forget(folder: Path) -> None:
    """Take the key out of the system's keyring. Raises KnownError if it is there and stays."""
    system_keyring.forget(folder)


def forget_other(folder: Path, key: bytes) -> None:
    """Take the key out of the system's keyring if it is not this one, but that of a journal before."""
    with contextlib.suppress(KnownError):  # one that stays is not used, as it does not open the journal
        if remembered(folder) not in (None, key):
            forget(folder)


def opens(folder: Path, key: bytes) -> bool:
    """Say whether the journal's file was written with this key, as far as its first page tells.

    False where there is no file to tell it, True where the file can't be read: opening it says why.
    """
    path = folder / DATABASE
    try:
        if not path.stat().st_size:
            return False
        connect(path, key, read_only=True).conn.close()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    except driver.Error as fault:
        return not isinstance(translated(fault, folder), Damaged)
    return True


def destroy(folder: Path) -> list[Path]:
    """Make the journal unreadable for good: its key is overwritten, put on the disk so, and removed.

    Then the count of wrong tries goes, and the key in the system's keyring. Gives the files removed. Raises
    KnownError for what stayed, once all else is gone.
    """
    gone: list[Path] = []
    with contextlib.ExitStack() as steps:  # each is done, whatever becomes of the others
        steps.callback(forget, folder)
        for name in (TRIES + NEW, TRIES, KEY_COPY + NEW, KEY + NEW, KEY_COPY, KEY):  # from last to first
            steps.callback(_remove, folder / name, gone)
    return gone


def _remove(path: Path, gone: list[Path]) -> None:
    try:
        if overwrite_and_remove(path):
            gone.append(path)
            settle_folder(path.parent)
    except OSError as refusal:
        raise KnownError(
            tr(
                "{path} could not be erased ({reason}); allow writing there and erase again.",
                path=path,
                reason=refusal.strerror,
            )
        ) from refusal


def _read(folder: Path, name: str) -> Wrapped | None:
    """Give one copy of the wrapped key, None where it is damaged or missing."""
    try:
        return parse((folder / name).read_bytes())
    except OSError:
        return None


def _keep(folder: Path, wrapped: Wrapped) -> None:
    with sentences(folder):
        for name in _COPIES:
            replace_whole(folder / name, wrapped.text())
