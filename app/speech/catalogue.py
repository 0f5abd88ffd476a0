"""The catalogue of official models: what there is to install, from where, and how to know it."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from app.errors import KnownError
from app.language import marked, tr
from app.speech import names
from app.speech.languages import of_model

_PREFIX = "vosk-model-"
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")

NOTES: Mapping[str, str] = {
    "quick": marked("quick, for any computer"),
    "balanced": marked("fewer mistakes, still light"),
    "accurate": marked("fewest mistakes; needs several GB of memory"),
    "older": marked("older; kept for comparison"),
}
"""What suits a model, by the word that the catalogue has for it; shown through `tr`."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One model that can be downloaded as a ZIP; name, engine and language as `store.Installed` has them."""

    name: str
    """The model's own name and that of its folder, such as vosk-model-small-en-us-0.15."""
    engine: str
    """Always "vosk" today."""
    language: str | None
    """ISO 639-1 code; None only for a model from an address of the user's own."""
    url: str
    licence: str
    bytes: int | None = None
    """The ZIP's exact size, where it is known."""
    about: int | None = None
    """The ZIP's rough size in bytes, to show where the exact one is not known."""
    sha256: str | None = None
    """Of the ZIP, in hex; None: not known, so its files are compared with the manifest made at install."""
    note: str = ""
    """What suits it: a key of NOTES, or ""."""

    @property
    def size(self) -> int | None:
        """The size to show and to reserve room by, in bytes: exact, else rough, else not known."""
        return self.bytes or self.about


def load(path: Path) -> tuple[Offer, ...]:
    """Read the catalogue (speech_models/catalogue.toml), in its own order; () where there is no such file.

    Raises KnownError naming the entry and field where it is not understood.
    """
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError) as error:
        raise _refused(path, tr("it can't be read: {error}", error=error)) from error
    entries = held.get("model", [])
    if set(held) - {"model"} or not isinstance(entries, list):
        raise _refused(path, tr("it may only hold [[model]] entries"))
    offers = tuple(_offer(path, place, entry) for place, entry in enumerate(entries, 1))
    for offer in offers:
        if sum(other.name == offer.name for other in offers) > 1:
            raise _refused(path, tr("{name} is in it twice", name=offer.name))
    return offers


def find(name: str, offers: Iterable[Offer]) -> Offer | None:
    """Give the offer of that name, in whatever case and with or without "vosk-model-"."""
    wanted = name.lower().removeprefix(_PREFIX)
    return next((offer for offer in offers if offer.name.lower().removeprefix(_PREFIX) == wanted), None)


def own(url: str, sha256: str | None = None, language: str | None = None) -> Offer:
    """Give an offer for an address of the user's own; its name is the file's, without .zip.

    Raises KnownError for an address or a hash that can't be one of a model.
    """
    if sha256 is not None and not _HASH.fullmatch(sha256 := sha256.strip().lower()):
        raise KnownError(
            tr("A SHA-256 has 64 of the characters 0-9 and a-f; copy it whole from where you trust it.")
        )
    try:
        file = PurePosixPath(unquote(urlsplit(url).path)).name
    except ValueError:
        file = ""
    name = file[:-4] if file.lower().endswith(".zip") else ""
    if not fit_name(name):
        raise KnownError(
            tr(
                "{url} does not end in the name of a ZIP file, such as vosk-model-small-en-us-0.15.zip; "
                "give the address of the file itself.",
                url=url,
            )
        )
    return Offer(name, "vosk", language or of_model(name), url, "", sha256=sha256)


def fit_name(name: str) -> bool:
    """Say whether a model may be called so: the name is a folder's, on any system."""
    return _NAME.fullmatch(name) is not None and names.fit(name)


def _offer(path: Path, place: int, entry: Any) -> Offer:
    """Check one entry. Raises KnownError."""
    if not isinstance(entry, dict):
        raise _refused(path, tr("entry {place} is not a table", place=place))
    for field, (needed, fits) in _FIELDS.items():
        value = entry.get(field)
        if (value is None and needed) or (value is not None and not fits(value)):
            raise _refused(path, tr('"{field}" of entry {place} does not fit', field=field, place=place))
    if unknown := set(entry) - set(_FIELDS):
        field = min(unknown)
        raise _refused(path, tr('"{field}" of entry {place} is not known', field=field, place=place))
    return Offer(**entry)


def _refused(path: Path, reason: str) -> KnownError:
    return KnownError(
        tr(
            "The catalogue of models {path} can't be used ({reason}); install Evenkeel again, "
            "or install a model from a ZIP file.",
            path=path,
            reason=reason,
        )
    )


def _is_size(value: Any) -> bool:
    return type(value) is int and 0 < value < 2**40


_FIELDS: Mapping[str, tuple[bool, Any]] = {
    "name": (True, lambda value: isinstance(value, str) and fit_name(value)),
    "engine": (True, lambda value: value == "vosk"),
    "language": (True, lambda value: isinstance(value, str) and re.fullmatch(r"[a-z]{2}", value)),
    "url": (True, lambda value: isinstance(value, str) and value.startswith("https://")),
    "licence": (True, lambda value: isinstance(value, str) and value),
    "bytes": (False, _is_size),
    "about": (False, _is_size),
    "sha256": (False, lambda value: isinstance(value, str) and _HASH.fullmatch(value)),
    "note": (False, lambda value: isinstance(value, str) and value in NOTES),
}
"""Field to whether it must be there, and what tells that its value fits."""
