"""What the user chose, kept in one small file of the data folder. No Qt, so that commands can read it too."""

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, TypeGuard, get_args, get_origin, get_type_hints

from app import policy
from app.domain.breathing import LENGTHS_S
from app.language import tr

FILE = "settings.json"
"""The file's name in the data folder."""

PUT_ASIDE = "settings.damaged.json"
"""What a file that could not be read is renamed to."""

NO_CUSTOMER = "none"
"""The `customer_device` of somebody who wants no customer's side to be heard."""

MOST_WORDS, LONGEST_WORDS = 500, 60
"""Entries of a list of words at most, and the characters of each."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is remembered from one start to the next, with what holds before anything is chosen.

    `language` is what is spoken in calls (ISO 639-1). Devices are names, or ids where several share one
    name; None is the system's own choice. Geometries are Qt's own, in base64; `hud_place` is what the HUD
    makes of its place and screen. `text_size` is in per cent of the system's font. `transcript_kept` says
    how long what was said is kept: never, until the call is reflected on, or `transcript_days` days;
    `keep_*_days` how long the rest is (None: for good). Days are 1 to policy.MOST_DAYS. `idle_lock_min`
    locks the journal after so many minutes without a key or the mouse (0: never).

    `focus` is the technique that the user chose for the week that begins on the Monday `focus_week` (ISO).
    `calm_pattern` is the id of a breathing pattern (app.domain.breathing), one of the user's `own_patterns`
    (id to its title and seconds) among them; `calm_length_s` is one of LENGTHS_S there; `calm_answered` is
    the id of the last call after which an offer of calm was answered. `motion` is "system", "full" or
    "reduced". `reminded_on` is the day (ISO) of the last note about follow-ups. `own_bands` (call type to its
    low and high end, 0 <= low < high <= 1), `own_jargon` (call type to words and the plain word for each),
    `own_negative_words` (None: the usual ones) and `hints_off` (ids of techniques) change the coaching
    (app.own_coaching). A list of words has MOST_WORDS entries at most, each a line of 1 to LONGEST_WORDS
    characters. `review_folder` is where recordings were opened last.
    """

    theme: str = "system"
    text_size: int = 100
    agent_device: str | None = None
    customer_device: str | None = None
    call_type: str = "general"
    language: str = "en"
    engine: str = "auto"
    model: str | None = None
    first_start_done: bool = False
    page: str = "today"
    window_geometry: str | None = None
    hud_shown: bool = True
    hud_place: str | None = None
    transcript_kept: str = "until_reflected"
    transcript_days: int = 30
    keep_calls_days: int | None = None
    keep_reflections_days: int | None = None
    keep_follow_ups_days: int | None = None
    keep_calm_days: int | None = None
    idle_lock_min: int = 15
    focus: str | None = None
    focus_week: str | None = None
    calm_pattern: str = "three-breaths"
    calm_length_s: int = 60
    calm_tone: bool = False
    calm_offered: bool = True
    calm_answered: int | None = None
    own_patterns: dict[str, Any] = field(default_factory=dict)
    motion: str = "system"
    remind: bool = True
    reminded_on: str | None = None
    own_bands: dict[str, Any] = field(default_factory=dict)
    own_jargon: dict[str, Any] = field(default_factory=dict)
    own_negative_words: list[str] | None = None
    hints_off: list[str] = field(default_factory=list)
    review_folder: str | None = None


DEFAULTS = Settings()
"""What holds before anything is chosen."""

_CHOICES: dict[str, tuple[object, ...]] = {
    "theme": ("system", "light", "dark"),
    "text_size": (100, 125, 150, 200),
    "engine": ("auto", "vosk", "moonshine", "none"),
    "transcript_kept": ("never", "until_reflected", "days"),
    "idle_lock_min": (0, 5, 15, 30, 60),
    "calm_length_s": LENGTHS_S,
    "motion": ("system", "full", "reduced"),
}


class KeptSettings:
    """The settings of now, and the file that remembers them.

    Starts with what the file in `folder` holds. What the organisation has `fixed` (app.policy) holds instead
    of it, stays through every change, and is not written, so that the user's own choice is there again when
    it is no longer fixed. Raises KnownError for a policy that can't be followed. `told` is one sentence where
    something was amiss: a file that could not be read (it is put aside and the defaults hold), or a folder
    that can't be written (settings then last until the program ends); `tell` is called with what came to be
    amiss after the start.
    Everything in `heed` is called after each change, in the thread that made it. Never raises for the
    settings file's sake.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.told: str | None = None
        self.tell: Callable[[str], None] = lambda told: None
        self.heed: list[Callable[[], object]] = []
        self.fixed: Mapping[str, Any] = policy.current().settings
        self._own = self._load()
        self.now = replace(self._own, **self.fixed)

    def change(self, **chosen: Any) -> None:
        """Take on other values for the fields named, except the fixed ones, and write them if they differ.

        Raises TypeError for a field that does not exist.
        """
        free = {name: value for name, value in chosen.items() if name not in self.fixed}
        changed = replace(self._own, **free)
        if changed == self._own:
            return
        self._own, self.now = changed, replace(changed, **self.fixed)
        try:
            _write(self._folder / FILE, changed)
        except OSError as refusal:
            known, self.told = (
                self.told,
                (
                    tr(
                        "Settings can't be kept, as {folder} can't be written ({reason}); "
                        "they last until Evenkeel is closed. Allow writing there to keep them.",
                        folder=self._folder,
                        reason=refusal.strerror,
                    )
                ),
            )
            if known != self.told:
                self.tell(self.told)
        for heeding in self.heed:
            heeding()

    def reset(self, *names: str) -> None:
        """Let the fields named hold what holds before anything is chosen.

        Raises AttributeError for a field that does not exist.
        """
        self.change(**{name: getattr(DEFAULTS, name) for name in names})

    def _load(self) -> Settings:
        path = self._folder / FILE
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(held, dict):
                raise ValueError("settings are not an object")
        except FileNotFoundError:
            return Settings()
        except OSError as refusal:
            self.told = tr(
                "Your settings in {path} can't be read ({reason}), so the usual ones hold; "
                "allow reading there and start again.",
                path=path,
                reason=refusal.strerror,
            )
            return Settings()
        except (ValueError, RecursionError):  # the latter where it is nested beyond reason
            self.told = tr(
                "The settings file was damaged, so the usual settings hold; the old file is kept as {file}.",
                file=PUT_ASIDE,
            )
            with contextlib.suppress(OSError):
                path.replace(self._folder / PUT_ASIDE)
            return Settings()
        return Settings(**fitting(held))


def fitting(held: Mapping[str, Any]) -> dict[str, Any]:
    """Give what of `held` are settings that exist, with values that they may have."""
    return {name: value for name, value in held.items() if _fits(name, value)}


def _fits(name: str, value: object) -> bool:
    """Say whether a field of that name exists and may hold the value."""
    if name in _CHOICES:
        # A list would not be hashable, and True would equal 1: compare kind and value.
        return any(type(value) is type(choice) and value == choice for choice in _CHOICES[name])
    # No days at all would mean that everything goes at once; so many that no calendar has them, nothing.
    if name.endswith("_days") and isinstance(value, int) and not 1 <= value <= policy.MOST_DAYS:
        return False
    if type(value) not in _KINDS.get(name, ()):
        return False
    shape = _SHAPES.get(name)
    return value is None or shape is None or bool(shape(value))


def _day(value: str) -> bool:
    """Say whether a text is a day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _words(value: Any) -> bool:
    """Say whether it is a list of words, or words and what stands for each."""
    held = [*value, *value.values()] if isinstance(value, dict) else value
    return len(value) <= MOST_WORDS and all(map(fit_words, held))


def fit_words(value: object) -> TypeGuard[str]:
    """Say whether it is a text that may be kept in a list of words."""
    return (
        isinstance(value, str)
        and 1 <= len(value) <= LONGEST_WORDS
        and value.isprintable()
        and value == value.strip()
    )


def fit_band(value: object) -> TypeGuard[list[float]]:
    """Say whether it is the low and the high end of a band."""
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(end) in (int, float) for end in value)
        and 0 <= value[0] < value[1] <= 1
    )


_SHAPES: dict[str, Callable[[Any], bool]] = {
    "language": lambda value: len(value) == 2 and value.isascii() and value.islower(),
    "focus_week": _day,
    "reminded_on": _day,
    "own_bands": lambda value: all(map(fit_band, value.values())),
    "own_jargon": lambda value: all(isinstance(held, dict) and _words(held) for held in value.values()),
    "own_negative_words": _words,
    "hints_off": _words,
}
"""What a value of the right kind must be besides, by the field's name."""


def _write(path: Path, settings: Settings) -> None:
    """Replace the file as a whole, so that a crash leaves the old one or the new one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _kinds(hint: Any) -> tuple[type, ...]:
    """Give the kinds of value that an annotation allows, without what they hold."""
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return tuple(get_origin(part) or part for part in parts)


_HINTS = get_type_hints(Settings)
_KINDS = {each.name: _kinds(_HINTS[each.name]) for each in fields(Settings)}
"""The kinds of value each field may hold."""
