"""Which recogniser and model to use, and whether the model's files are whole. Imports no recogniser."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from app import paths
from app.errors import KnownError
from app.language import tr
from app.speech import layout, manifest, names
from app.speech.languages import ENGLISH, named, of_model
from app.speech.watch import UNWATCHED, Watch


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A recogniser ("vosk" or "moonshine"), its model's name, and the folder the model lies in."""

    engine: str
    model: str
    path: Path


def choose(
    engine: str, model: str | None, folders: Sequence[Path], language: str = ENGLISH
) -> ModelChoice | None:
    """Give what to recognise with, or None for timing only.

    `engine` is auto, vosk, moonshine or none; `model` the name of one in `folders` or the path of its own
    folder. "auto" takes the first Vosk model of the language (ISO 639-1): folder by folder, by name, so that
    of the official ones a large one comes before a small one. Else Moonshine if that is English, else it
    gives None (`nothing_for` says why). Raises KnownError if what was asked for is not there, or the model is
    not whole.
    """
    if engine == "none":
        return None
    choice: ModelChoice | None = None
    if model is not None:
        choice = _named(engine, model, folders)
    elif engine in ("auto", "vosk"):
        choice = _vosk(language, folders)
    if choice is None and (engine == "moonshine" or (engine == "auto" and language == ENGLISH)):
        choice = built_in()
    if choice is None and engine == "vosk":
        raise KnownError(
            tr(
                "No {language} Vosk model is installed: {there}; install one, or choose one with --model.",
                language=named(language),
                there=_there(folders),
            )
        )
    if choice is None and engine == "moonshine":
        raise KnownError(
            tr("The Moonshine model is not installed; install moonshine-voice 0.1.0 or use Vosk.")
        )
    if choice is not None:
        check_whole(choice)
    return choice


def nothing_for(language: str) -> str:
    """Say why `choose` found nothing for "auto"."""
    return tr(
        "No speech model for {language} is installed, so only the timing is measured; "
        "install one in Settings, or with: {command} models install.",
        language=named(language),
        command=paths.command(),
    )


def language_of(choice: ModelChoice) -> str | None:
    """Give the language that a model is for, by its manifest, else its name; None where neither tells."""
    try:
        written = manifest.read(choice.path)
    except ValueError:
        written = None
    return (written and written.language) or of_model(choice.model)


def installed(folders: Sequence[Path]) -> list[Path]:
    """Give the folders of the Vosk models in `folders`, whole or not: folder by folder, by name.

    Raises KnownError for a folder that can't be looked into.
    """
    return [path for folder in folders for path in _models_in(folder)]


def check_whole(choice: ModelChoice) -> None:
    """Raise KnownError if a file is missing that the model can't be loaded without."""
    if lacks := layout.lacks(choice.engine, layout.sizes(choice.path)):
        raise KnownError(
            tr(
                "The speech model {name} is not whole: {file} is missing or empty in {folder}; "
                "install the model again or choose another, in Settings or with --model.",
                name=choice.model,
                file=lacks,
                folder=choice.path,
            )
        )


def check(choice: ModelChoice, watch: Watch = UNWATCHED) -> None:
    """Compare the files with the manifest, if there is one; raise KnownError naming the first wrong one.

    A file that was added counts as wrong, too: Vosk loads what it finds. Raises Stopped.
    """
    try:
        written = manifest.read(choice.path)
        wrong = manifest.first_wrong(choice.path, written, watch) if written else None
    except ValueError:
        wrong = manifest.MANIFEST
    if wrong is not None:
        raise KnownError(
            tr(
                "The speech model {name} is damaged: {file} is not as it was installed; "
                "install the model again or choose another, in Settings or with --model.",
                name=choice.model,
                file=names.shown(wrong),
            )
        )


def built_in() -> ModelChoice | None:
    """Give the English model that comes with moonshine_voice, None where that is not installed."""
    found = find_spec("moonshine_voice")
    if found is None or found.origin is None:
        return None
    return ModelChoice("moonshine", "tiny-en", Path(found.origin).parent / "assets" / "tiny-en")


def _named(engine: str, model: str, folders: Sequence[Path]) -> ModelChoice:
    bundled = built_in()
    if bundled and engine != "vosk" and model == bundled.model:
        return bundled
    places = [folder / model for folder in folders] + [Path(model)]
    path = next((place for place in places if place.is_dir()), None)
    if path is None:
        raise KnownError(
            tr(
                "There is no speech model {name}: {there}; name one, or a folder.",
                name=model,
                there=_there(folders),
            )
        )
    path = path.resolve()
    if engine == "auto":
        # A folder that is neither is called a Vosk model, so that the sentence names what a model needs.
        engine = "moonshine" if layout.is_moonshine(layout.sizes(path)) else "vosk"
    return ModelChoice(engine, path.name, path)


def _vosk(language: str, folders: Sequence[Path]) -> ModelChoice | None:
    choices = (ModelChoice("vosk", path.name, path.resolve()) for path in installed(folders))
    return next((choice for choice in choices if language_of(choice) == language), None)


def _models_in(folder: Path) -> list[Path]:
    try:
        return [
            path
            for path in sorted(folder.iterdir() if folder.is_dir() else ())
            if path.is_dir() and (path.name.startswith("vosk-model-") or _looks_like_vosk(path))
        ]
    except OSError as refusal:
        raise KnownError(
            tr(
                "The folder of speech models {folder} can't be looked into ({reason}); allow reading there, "
                "or ask your administrator.",
                folder=folder,
                reason=refusal.strerror or type(refusal).__name__,
            )
        ) from refusal


def _there(folders: Sequence[Path]) -> str:
    """Say what there is: a part of a sentence."""
    there = ", ".join(path.name for path in installed(folders))
    places = ", ".join(map(str, folders))
    return tr("in {places} there is {names}", places=places or tr("no folder"), names=there or tr("none"))


def _looks_like_vosk(path: Path) -> bool:
    return (path / "am" / "final.mdl").is_file() or (path / "final.mdl").is_file()
