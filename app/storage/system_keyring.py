"""The system's own keyring (Keychain, Credential Locker, Secret Service) as a second place for the key.

Only one that encrypts is used: never a file in plain text, whatever is installed beside the product.
"""

import base64
import binascii
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.language import tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "evenkeel"

_LEAST_PRIORITY = 1
"""What keyring recommends for use has at least this; below are its stand-ins for none at all."""

_FILES = "keyrings.alt"
"""The package of keyrings that are mere files."""


def there() -> bool:
    """Say whether this system has a keyring that encrypts."""
    return _backend() is not None


def remember(folder: Path, key: bytes) -> None:
    """Keep the key of the journal in `folder`. Raises KnownError where no keyring takes it."""
    backend = _backend()
    if backend is None:
        raise KnownError(
            tr(
                "This system offers no keyring that is safe for the journal's key, so the passphrase is "
                "asked for instead; start the system's keyring to change that."
            )
        )
    try:
        backend.set_password(SERVICE, _name(folder), base64.b64encode(key).decode("ascii"))
    except Exception as refusal:  # keyrings of all makers, each with errors of its own
        raise KnownError(
            tr(
                "The system's keyring did not take the journal's key, so the passphrase is asked for "
                "instead; unlock the keyring and try again."
            )
        ) from refusal


def remembered(folder: Path) -> bytes | None:
    """Give the key kept for the journal in `folder`; None where there is none or it is not given."""
    backend = _backend()
    if backend is None:
        return None
    try:
        kept = backend.get_password(SERVICE, _name(folder))
    except Exception:  # as above; the passphrase opens the journal all the same
        return None
    try:
        return base64.b64decode(kept, validate=True) if kept is not None else None
    except binascii.Error:
        return None


def forget(folder: Path) -> None:
    """Remove the key kept for the journal in `folder`, if any. Raises KnownError if it is there and stays."""
    backend = _backend()
    if backend is None or remembered(folder) is None:
        return
    try:
        backend.delete_password(SERVICE, _name(folder))
    except Exception as refusal:  # as above
        raise KnownError(
            tr(
                "The system's keyring still has the journal's key; remove the entry “{name}” there yourself.",
                name=SERVICE,
            )
        ) from refusal


def _backend() -> "KeyringBackend | None":
    import keyring
    from keyring.backends.chainer import ChainerBackend

    try:
        chosen = keyring.get_keyring()
        offered = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
        return next((backend for backend in offered if _safe(backend)), None)
    except Exception:  # a keyring that is named in its settings and can't be loaded
        return None


def _safe(backend: "KeyringBackend") -> bool:
    return backend.priority >= _LEAST_PRIORITY and not type(backend).__module__.startswith(_FILES)


def _name(folder: Path) -> str:
    """Give the entry's name: one for each journal of this person."""
    return "journal " + hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
