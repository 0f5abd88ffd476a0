"""A key wrapped by a passphrase, and how that is written down.

Argon2id makes 32 bytes of the passphrase; ChaCha20-Poly1305 wraps the key with them, and vouches for the
numbers they were made with. The text is JSON with a SHA-256 of all else in it, which tells damage from a
wrong passphrase.
"""

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace

from app.errors import KnownError
from app.language import tr

_FORMAT = 1
_SALT_BYTES, _NONCE_BYTES = 16, 12


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs: passes over the memory, KiB of it, and lanes that may be worked on at once."""

    passes: int
    memory_kib: int
    lanes: int


COST = Cost(passes=3, memory_kib=64 * 1024, lanes=4)
"""The second recommended choice of RFC 9106, section 4, for where memory is short: Argon2id, 64 MiB."""

_MOST = Cost(passes=64, memory_kib=1024 * 1024, lanes=64)
"""More than this never comes from us: a file that asks for it would only stop the computer."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A key that only its passphrase brings back."""

    cost: Cost
    salt: bytes
    nonce: bytes
    key: bytes

    def text(self) -> bytes:
        """Give it as it is written to a file."""
        fields = self._fields()
        return json.dumps(fields | {"sum": _sum(fields)}, indent=1).encode("ascii")

    def vouched(self) -> bytes:
        """Give what the wrapping vouches for beside the key."""
        return _plain(replace(self, key=b"")._fields())

    def _fields(self) -> dict[str, object]:
        coded = {name: base64.b64encode(getattr(self, name)).decode() for name in ("salt", "nonce", "key")}
        return {"format": _FORMAT, **asdict(self.cost), **coded}


def wrap(key: bytes, passphrase: str, cost: Cost) -> Wrapped:
    """Wrap a key. Takes the time and the memory of `cost`; KnownError where there is not that memory."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    bare = Wrapped(cost, secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES), b"")
    cipher = ChaCha20Poly1305(_stretched(passphrase, bare))
    return replace(bare, key=cipher.encrypt(bare.nonce, key, bare.vouched()))


def unwrap(wrapped: Wrapped, passphrase: str) -> bytes | None:
    """Give the key, None for another passphrase than it was wrapped with. Costs what wrapping did."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(_stretched(passphrase, wrapped))
    try:
        return cipher.decrypt(wrapped.nonce, wrapped.key, wrapped.vouched())
    except InvalidTag:
        return None


def parse(text: bytes) -> Wrapped | None:
    """Give what `Wrapped.text` wrote, None if it is damaged in any way."""
    try:
        fields = json.loads(text)
        if fields.pop("sum") != _sum(fields) or fields.pop("format") != _FORMAT:
            return None
        salt, nonce, key = (
            base64.b64decode(fields.pop(name), validate=True) for name in ("salt", "nonce", "key")
        )
        cost = Cost(**fields)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    sizes = all(
        1 <= asked <= most for asked, most in zip(asdict(cost).values(), asdict(_MOST).values(), strict=True)
    )
    fits = len(salt) == _SALT_BYTES and len(nonce) == _NONCE_BYTES
    return Wrapped(cost, salt, nonce, key) if sizes and fits else None


def bare(passphrase: str) -> str:
    """Give the passphrase as it is used, whichever way a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", passphrase)


def _stretched(passphrase: str, wrapped: Wrapped) -> bytes:
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    secret, cost = bare(passphrase).encode("utf-8", "surrogatepass"), wrapped.cost
    try:
        return hash_secret_raw(
            secret, wrapped.salt, cost.passes, cost.memory_kib, cost.lanes, hash_len=32, type=Type.ID
        )
    except HashingError as refusal:
        raise KnownError(
            tr(
                "Trying a passphrase takes {size} MB of memory, which is not free now; "
                "close another program and try again.",
                size=cost.memory_kib // 1024,
            )
        ) from refusal


def _sum(fields: dict[str, object]) -> str:
    return hashlib.sha256(_plain(fields)).hexdigest()


def _plain(fields: dict[str, object]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")
