"""What the organisation has fixed: one TOML file in a place that only an administrator writes.

It may hold, each key once and none needed (packaging/policy.example.toml shows all of them):

- `downloads = false`: no model is downloaded; models come from a file, a folder, or beside the program.
- `transcripts`: how long what was said is kept: "never", "until_reflected", or a number of days.
- `keep_calls_days`, `keep_reflections_days`, `keep_follow_ups_days`, `keep_calm_days`: days that the rest is
  kept, 1 to MOST_DAYS.
- `idle_lock_min`: minutes without a key or the mouse after which the journal is locked: 5, 15, 30 or 60.
- `models_folder`: the folder of speech models in place of the user's own, as an absolute path.
- `hide_export = true`: nothing readable is written outside the journal: no export, report, table or print.
  Backup files stay, since they are encrypted.
- `seal = true`: every start is sealed against the network (Linux).

What is fixed holds in the window and in every command, whatever the user's settings say. A policy that can't
be read, or holds anything but this, is never passed over: nobody could say what it forbids, and to guess the
strictest would delete what was to be kept, so Evenkeel does not start (only `doctor` does).
"""

import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.errors import KnownError
from app.language import marked, tr

FILE = "policy.toml"
"""The file's name."""

MOST_DAYS = 36_500
"""Days that something may be kept at most, unless it is kept for good; in the settings, too."""

IDLE_LOCK_MIN = (5, 15, 30, 60)
"""Minutes that may be fixed for the idle lock, as they can be chosen in the window."""

SET_BY = marked("Set by your organisation.")
"""What stands at a setting that is fixed."""

EXPORT_REFUSED = marked(
    "Your organisation has switched exports off, so nothing readable leaves the journal; "
    "ask your administrator where you need it. A backup stays possible, since it is encrypted."
)
"""Why an export is refused."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is fixed, by the names of the keys; None where the user chooses. `Policy()` fixes nothing."""

    downloads: bool = True
    transcripts: str | int | None = None
    keep_calls_days: int | None = None
    keep_reflections_days: int | None = None
    keep_follow_ups_days: int | None = None
    keep_calm_days: int | None = None
    idle_lock_min: int | None = None
    models_folder: Path | None = None
    hide_export: bool = False
    seal: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that fix something."""
        return tuple(key for key in _KEYS if getattr(self, key) != getattr(_NOTHING, key))

    @property
    def settings(self) -> dict[str, Any]:
        """The fields of app.settings.Settings that are fixed, and their values."""
        names = ("keep_calls_days", "keep_reflections_days", "keep_follow_ups_days", "keep_calm_days")
        held: dict[str, Any] = {name: getattr(self, name) for name in (*names, "idle_lock_min")}
        fixed = {name: value for name, value in held.items() if value is not None}
        if isinstance(self.transcripts, int):
            fixed |= {"transcript_kept": "days", "transcript_days": self.transcripts}
        elif self.transcripts is not None:
            fixed |= {"transcript_kept": self.transcripts}
        return fixed

    def check_export(self) -> None:
        """Raise KnownError where nothing readable may be written outside the journal."""
        if self.hide_export:
            raise KnownError(tr(EXPORT_REFUSED))


def place() -> Path:
    """Give where the policy lies, if there is one; no variable that a user can set changes that."""
    if sys.platform == "win32":
        return _program_data() / "Evenkeel" / FILE
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Evenkeel") / FILE
    return Path("/etc/evenkeel") / FILE


def current() -> Policy:
    """Give the policy of this computer; read once, so that a change holds from the next start on.

    Raises KnownError for one that can't be read, is not TOML, or holds a key or a value that is not known.
    """
    return _once(place())


def load(path: Path) -> Policy:
    """Read a policy; no file fixes nothing. Raises KnownError as `current` does."""
    try:
        held = tomllib.loads(path.read_bytes().decode("utf-8-sig"))  # Windows' editors put a mark first
    except FileNotFoundError as missing:
        if path.is_symlink():  # it was meant to be there
            raise _refused(path, str(missing.strerror)) from missing
        return _NOTHING
    except OSError as refusal:
        raise _refused(path, refusal.strerror or type(refusal).__name__) from refusal
    except UnicodeDecodeError as fault:
        raise _refused(path, tr("it is not text in UTF-8")) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise _refused(path, tr("it is not TOML: {fault}", fault=fault)) from fault
    return Policy(**{key: _checked(path, key, value) for key, value in held.items()})


@cache
def _once(path: Path) -> Policy:
    return load(path)


def _checked(path: Path, key: str, value: object) -> Any:
    """Give the value of a key as the policy holds it. Raises KnownError."""
    if key not in _KEYS:
        known = ", ".join(_KEYS)
        raise _refused(path, tr('"{key}" is not known; there are {known}', key=key, known=known))
    fits, means = _KEYS[key]
    if not fits(value):
        raise _refused(path, tr('"{key}" must be {means}', key=key, means=tr(means)))
    return Path(str(value)) if key == "models_folder" else value


def _refused(path: Path, reason: str) -> KnownError:
    return KnownError(
        tr(
            "Your organisation's policy in {path} can't be followed ({reason}), so Evenkeel does not start; "
            "ask your administrator to set it right.",
            path=path,
            reason=reason,
        )
    )


def _program_data() -> Path:
    """Give Windows' folder of all users' data from Windows itself, as %ProgramData% could be set anew."""
    import ctypes

    folder = ctypes.create_unicode_buffer(260)  # MAX_PATH
    # CSIDL_COMMON_APPDATA, SHGFP_TYPE_CURRENT
    if getattr(ctypes, "windll").shell32.SHGetFolderPathW(None, 0x23, None, 0, folder) != 0:  # noqa: B009
        return Path(r"C:\ProgramData")
    return Path(folder.value)


def _is_switch(value: object) -> bool:
    return type(value) is bool


def _is_days(value: object) -> bool:
    return type(value) is int and 1 <= value <= MOST_DAYS


_SWITCH = marked("true or false")
_DAYS = marked("a number of days from 1 to 36500")
_KEYS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "downloads": (_is_switch, _SWITCH),
    "transcripts": (
        lambda value: _is_days(value) or value in ("never", "until_reflected"),
        marked('"never", "until_reflected" or a number of days from 1 to 36500'),
    ),
    "keep_calls_days": (_is_days, _DAYS),
    "keep_reflections_days": (_is_days, _DAYS),
    "keep_follow_ups_days": (_is_days, _DAYS),
    "keep_calm_days": (_is_days, _DAYS),
    "idle_lock_min": (
        lambda value: type(value) is int and value in IDLE_LOCK_MIN,
        marked("5, 15, 30 or 60 (minutes)"),
    ),
    "models_folder": (
        lambda value: isinstance(value, str) and Path(value).is_absolute(),
        marked("the absolute path of a folder"),
    ),
    "hide_export": (_is_switch, _SWITCH),
    "seal": (_is_switch, _SWITCH),
}
"""What a value must be, by its key, and that in words."""

_NOTHING = Policy()
