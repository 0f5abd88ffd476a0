"""Which recogniser and model to use, and whether the model's files are whole. Imports no recogniser."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
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


def _raise(refusal: KnownError) -> None:
    raise refusal


def choose(
    engine: str,
    model: str | None,
    folders: Sequence[Path],
    language: str = ENGLISH,
    refused: Callable[[KnownError], None] = _raise,
) -> ModelChoice | None:
    """Give what to recognise with, or None for timing only.

    `engine` is auto, vosk, moonshine or none; `model` the name of one in `folders` or the path of its own
    folder. Of one name the first copy that is whole is taken. "auto" takes the first Vosk model of the
    language (ISO 639-1): folder by folder, by name, so that of the official ones a large one comes before a
    small one. Else Moonshine if that is English, else it gives None (`nothing_for` says why).

    Raises KnownError if what was asked for is not there, or the model is not whole. Where "auto" meets such a
    model, or a folder that can't be looked into, it tells `refused`, which may raise it; else it goes on to
    the next.
    """
    if engine == "none":
        return None
    if engine == "auto" and model is None:
        return _automatic(language, folders, refused)
    if model is not None:
        choice = _named(engine, model, folders)
    elif engine == "vosk":
        choice = _vosk(language, folders)
    else:
        choice = _moonshine()
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


def installed(folders: Sequence[Path], refused: Callable[[KnownError], None] = _raise) -> list[Path]:
    """Give the folders of the Vosk models in `folders`, whole or not: folder by folder, by name.

    A folder that can't be looked into is told to `refused`, which may raise it; else it is left out.
    """
    found: list[Path] = []
    for folder in folders:
        try:
            found += _models_in(folder)
        except KnownError as refusal:
            refused(refusal)
    return found


def check_whole(choice: ModelChoice) -> None:
    """Raise KnownError if a file that the model can't be loaded without is missing, empty or closed."""
    if lacks := layout.lacks(choice.engine, layout.sizes(choice.path)):
        raise KnownError(
            tr(
                "The speech model {name} is not whole: {file} is missing, empty or closed to you "
                "in {folder}; install the model again or choose another, in Settings or with --model.",
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
    found = dict.fromkeys(place.resolve() for place in places if _is_folder(place))
    if not found:
        raise KnownError(
            tr(
                "There is no speech model {name}: {there}; name one, or a folder.",
                name=model,
                there=_there(folders),
            )
        )
    return _first_whole([ModelChoice(_engine_for(path, engine), path.name, path) for path in found])


def _engine_for(path: Path, engine: str) -> str:
    if engine != "auto":
        return engine
    # A folder that is neither is called a Vosk model, so that the sentence names what a model needs.
    return "moonshine" if layout.is_moonshine(layout.sizes(path)) else "vosk"


def _vosk(language: str, folders: Sequence[Path]) -> ModelChoice:
    choice = next(_vosk_models(language, folders, _raise), None)
    if choice is None:
        raise KnownError(
            tr(
                "No {language} Vosk model is installed: {there}; install one, or choose one with --model.",
                language=named(language),
                there=_there(folders),
            )
        )
    return choice


def _moonshine() -> ModelChoice:
    choice = built_in()
    if choice is None:
        raise KnownError(
            tr("The Moonshine model is not installed; install moonshine-voice 0.1.0 or use Vosk.")
        )
    return choice


def _automatic(
    language: str, folders: Sequence[Path], refused: Callable[[KnownError], None]
) -> ModelChoice | None:
    bundled = built_in() if language == ENGLISH else None
    for choice in chain(_vosk_models(language, folders, refused), [bundled] if bundled else []):
        try:
            check_whole(choice)
            return choice
        except KnownError as refusal:
            refused(refusal)
    return None


def _vosk_models(
    language: str, folders: Sequence[Path], refused: Callable[[KnownError], None]
) -> Iterator[ModelChoice]:
    """Give the models of a language, one of each name, in their order; `refused` as for `installed`."""
    copies: dict[str, list[ModelChoice]] = {}
    for path in installed(folders, refused):
        choice = ModelChoice("vosk", path.name, path.resolve())
        if language_of(choice) == language:
            copies.setdefault(choice.model, []).append(choice)
    return map(_first_whole, copies.values())


def _first_whole(copies: Sequence[ModelChoice]) -> ModelChoice:
    """Give the first copy that lacks nothing, else the first of all: a copy of one's own helps then."""
    whole = (copy for copy in copies if not layout.lacks(copy.engine, layout.sizes(copy.path)))
    return next(whole, copies[0])


def _models_in(folder: Path) -> list[Path]:
    """Give the models in one folder, by name; [] where there is no such folder. Raises KnownError."""
    try:
        # The "." refuses a folder that may be listed but not entered: nothing can be learnt of what is in it.
        there = sorted(folder / name for name in os.listdir(f"{folder}/."))  # noqa: PTH208 - Path drops the "."
    except (FileNotFoundError, NotADirectoryError, ValueError):  # of a name that no folder can have
        return []
    except OSError as refusal:
        raise KnownError(
            tr(
                "The folder of speech models {folder} can't be looked into ({reason}); allow reading there, "
                "or ask your administrator.",
                folder=folder,
                reason=refusal.strerror or type(refusal).__name__,
            )
        ) from refusal
    return [
        path
        for path in there
        if _is_folder(path) and (path.name.startswith("vosk-model-") or _looks_like_vosk(path))
    ]


def _there(folders: Sequence[Path]) -> str:
    """Say what there is: a part of a sentence."""
    there = ", ".join(path.name for path in installed(folders))
    places = ", ".join(map(str, folders))
    return tr("in {places} there is {names}", places=places or tr("no folder"), names=there or tr("none"))


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where it may not look


def _looks_like_vosk(path: Path) -> bool:
    # Path.is_file raises where it may not look.
    return any(os.path.isfile(path / file) for file in ("am/final.mdl", "final.mdl"))  # noqa: PTH113
