"""A file that a download grows in, and the note beside it by which it is gone on with."""

import json
from contextlib import suppress
from pathlib import Path

from app.speech.catalogue import Offer

ABOUT = ".json"
"""What the note's name ends in: {"url", "validator", "size"}."""


class Part:
    """The file that a download grows in, and the note beside it of what it is a part of."""

    def __init__(self, file: Path, offer: Offer) -> None:
        self.file, self.offer = file, offer
        self.about = file.with_name(file.name + ABOUT)
        self.validator: str | None = None
        """What the server knows this very content by (RFC 9110, 8.8): a strong ETag, else a date."""
        self.size = offer.bytes
        self.done = 0
        with suppress(OSError, ValueError, AttributeError, TypeError):
            note = json.loads(self.about.read_text(encoding="utf-8"))
            # Without a validator or a hash nobody could tell whether the rest belongs to what is there.
            if note.get("url") == offer.url and (note.get("validator") or offer.sha256):
                self.validator = note.get("validator")
                self.size = self.size or note.get("size")
                self.done = file.stat().st_size

    def begin(self, validator: str | None, size: int | None) -> None:
        """Forget what there is and note what comes. Raises OSError."""
        self.done, self.validator, self.size = 0, validator, size
        note = {"url": self.offer.url, "validator": validator, "size": size}
        self.file.unlink(missing_ok=True)
        self.about.write_text(json.dumps(note), encoding="utf-8")

    def drop(self) -> None:
        """Leave nothing behind."""
        self.done, self.validator, self.size = 0, None, self.offer.bytes
        for file in (self.file, self.about):
            with suppress(OSError):
                file.unlink(missing_ok=True)
