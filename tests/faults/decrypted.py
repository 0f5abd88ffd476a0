"""The pages of an encrypted database as they are below SQL: what is live, and what was left behind."""

import struct
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
"""SQLCipher 4 ends each page with an initialisation vector of 16 bytes and an HMAC-SHA512."""
SALT = 16
"""The first page begins with the salt, in the clear."""


def pages(database: Path, key: bytes) -> Iterator[bytes]:
    """Give every page of the file, free ones too, and of the write-ahead log beside it."""
    held = database.read_bytes()
    for start in range(0, len(held), PAGE):
        yield _plain(held[start : start + PAGE], key, first=start == 0)
    log = database.with_name(database.name + "-wal")
    frames = log.read_bytes()[32:] if log.exists() else b""
    for start in range(0, len(frames), 24 + PAGE):
        (number,) = struct.unpack_from(">I", frames, start)
        yield _plain(frames[start + 24 : start + 24 + PAGE], key, first=number == 1)


def _plain(page: bytes, key: bytes, *, first: bool) -> bytes:
    vector = page[-RESERVED : -RESERVED + 16]
    hidden = page[SALT if first else 0 : -RESERVED]
    cipher = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    return cipher.update(hidden) + cipher.finalize()
