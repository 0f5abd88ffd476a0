"""Which recogniser and model to use, and whether the model's files are whole. Imports no recogniser."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from app.errors import KnownError

MANIFEST = "evenkeel-manifest.json"
"""In a model's folder: {relative file name: SHA-256 in hex} of every file the model consists of."""

NOTHING_INSTALLED = (
    "No speech recogniser is installed, so only the timing is measured; put a Vosk model into speech_models."
)
"""The reason why `choose` found nothing for "auto"."""

_ENGLISH = re.compile(r"vosk-model-(.+-)?en(-.+)?")
_MOONSHINE = ("encoder_model.ort", "decoder_model_merged.ort", "tokenizer.bin")
_IVECTOR = ("final.dubm", "final.ie", "final.mat", "global_cmvn.stats", "online_cmvn.conf", "splice.conf")


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A recogniser ("vosk" or "moonshine"), its model's name, and the folder the model lies in."""

    engine: str
    model: str
    path: Path


def choose(engine: str, model: str | None, folders: Sequence[Path]) -> ModelChoice | None:
    """Give what to recognise with, or None for timing only.

    `engine` is auto, vosk, moonshine or none; `model` the name of one in `folders` or the path of its own
    folder. "auto" takes the first English Vosk model, else Moonshine, else gives None (NOTHING_INSTALLED).
    Raises KnownError if what was asked for is not there, or the model is not whole.
    """
    if engine == "none":
        return None
    choice: ModelChoice | None = None
    if model is not None:
        choice = _named(engine, model, folders)
    elif engine in ("auto", "vosk"):
        choice = _english_vosk(folders)
    if choice is None and engine in ("auto", "moonshine"):
        choice = _bundled_moonshine()
    if choice is None and engine == "vosk":
        raise KnownError(f"No English Vosk model is installed: {_there(folders)}; add one or use --model.")
    if choice is None and engine == "moonshine":
        raise KnownError("The Moonshine model is not installed; install moonshine-voice 0.1.0 or use Vosk.")
    if choice is not None and (lacks := _lacks(choice)):
        raise KnownError(
            f"The speech model {choice.model} is not whole: {lacks} is missing or empty in {choice.path};"
            " put the model there again or choose another, in Settings or with --model."
        )
    return choice


def installed(folders: Sequence[Path]) -> list[Path]:
    """Give the folders of the Vosk models in `folders`, whole or not: folder by folder, by name."""
    return [
        path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.is_dir() and (path.name.startswith("vosk-model-") or _looks_like_vosk(path))
    ]


def check(choice: ModelChoice) -> None:
    """Compare the files with the manifest, if there is one; raise KnownError naming the first wrong one."""
    manifest = choice.path / MANIFEST
    if not manifest.is_file():
        return
    try:
        hashes: dict[str, str] = dict(json.loads(manifest.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise _damaged(choice, MANIFEST) from None
    for name, expected in hashes.items():
        try:
            with (choice.path / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            found = ""
        if found != expected:
            raise _damaged(choice, name)


def _damaged(choice: ModelChoice, name: str) -> KnownError:
    return KnownError(
        f"The speech model {choice.model} is damaged: {name} is not as it was installed;"
        " install the model again or choose another, in Settings or with --model."
    )


def _named(engine: str, model: str, folders: Sequence[Path]) -> ModelChoice:
    bundled = _bundled_moonshine()
    if bundled and engine != "vosk" and model == bundled.model:
        return bundled
    places = [folder / model for folder in folders] + [Path(model)]
    path = next((place for place in places if place.is_dir()), None)
    if path is None:
        raise KnownError(f"There is no speech model {model}: {_there(folders)}; name one, or a folder.")
    path = path.resolve()
    if engine == "auto":
        # A folder that is neither is called a Vosk model, so that the sentence names what a model needs.
        engine = "moonshine" if (path / _MOONSHINE[0]).is_file() else "vosk"
    return ModelChoice(engine, path.name, path)


def _english_vosk(folders: Sequence[Path]) -> ModelChoice | None:
    for path in installed(folders):
        if _ENGLISH.fullmatch(path.name):
            return ModelChoice("vosk", path.name, path.resolve())
    return None


def _bundled_moonshine() -> ModelChoice | None:
    found = find_spec("moonshine_voice")
    if found is None or found.origin is None:
        return None
    return ModelChoice("moonshine", "tiny-en", Path(found.origin).parent / "assets" / "tiny-en")


def _there(folders: Sequence[Path]) -> str:
    names = ", ".join(path.name for path in installed(folders))
    return f"in {' and '.join(map(str, folders)) or 'no folder'} there is {names or 'none'}"


def _looks_like_vosk(path: Path) -> bool:
    return (path / "am" / "final.mdl").is_file() or (path / "final.mdl").is_file()


def _lacks(choice: ModelChoice) -> str | None:
    """Give the first file the model can't be loaded without and that is not there, else None.

    Vosk's native code ends the process on a missing file. Its two layouts: alphacephei.com/vosk/models.
    """
    if choice.engine == "moonshine":
        return _first_empty(choice.path, _MOONSHINE)
    flat = (choice.path / "final.mdl").is_file()
    acoustic, conf, graph = ("", "", "") if flat else ("am/", "conf/", "graph/")
    needed = [f"{acoustic}final.mdl", f"{conf}mfcc.conf"]
    if (choice.path / f"{graph}Gr.fst").is_file():
        needed += [f"{graph}Gr.fst", f"{graph}HCLr.fst"]
    else:
        needed += [f"{graph}HCLG.fst", f"{graph}words.txt"]
    if (choice.path / "ivector").is_dir():
        needed += [f"ivector/{name}" for name in _IVECTOR]
    return _first_empty(choice.path, needed)


def _first_empty(path: Path, names: Sequence[str]) -> str | None:
    return next((name for name in names if not _has_content(path / name)), None)


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0
