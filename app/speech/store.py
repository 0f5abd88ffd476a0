"""The speech models on this computer: what is there, installing, comparing and removing.

Blocking, for a command or a child process; everything is picklable. A model is made ready in a folder that
nobody looks into, `WORK` in the user's own models folder, and becomes visible whole, by one renaming: nothing
half installed is ever seen, whenever the process ends.
"""

import os
import shutil
import time
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app import file_lock
from app.errors import KnownError
from app.language import tr
from app.speech import catalogue, download, layout, manifest, models, room, unpacking
from app.speech.catalogue import Offer
from app.speech.languages import of_model
from app.speech.names import shown
from app.speech.part import ABOUT
from app.speech.watch import UNWATCHED, Stage, Stopped, Watch

WORK = ".work"
"""The folder, in the user's own models folder, of what is no model yet: downloads, and models half done."""

_LOCK = "lock"
_STALE_S = 7 * 24 * 3600.0
"""Seconds without a change after which a partial download is thrown away."""

_UNPACKED = 4
"""How many times its ZIP a model may be; the official ones are up to three times as large."""


class Place(StrEnum):
    """Where a model lies, which says whether it can be removed."""

    BUILT_IN = "built in"
    """It is part of the installation (Moonshine)."""
    SHARED = "shared"
    """Put beside the program for everybody."""
    OWN = "own"
    """In the user's own models folder, or the one that the organisation has fixed in its place."""


class State(StrEnum):
    """What is known of a model's files."""

    READY = "ready"
    """All it needs is there; compared with its manifest whenever it is loaded."""
    NO_MANIFEST = "no manifest"
    """All it needs is there, with nothing to compare it with."""
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Installed:
    """A model that is there; `bytes` is what its files take."""

    name: str
    engine: str
    """"vosk" or "moonshine"."""
    language: str | None
    """ISO 639-1; None where neither its manifest nor its name tells."""
    path: Path
    place: Place
    state: State
    bytes: int


@dataclass(frozen=True, slots=True)
class Store:
    """The models in `folders`, of which the last is the user's own and the only one written to."""

    folders: tuple[Path, ...]
    offers: tuple[Offer, ...] = ()

    @property
    def own(self) -> Path:
        """The folder that models are installed into."""
        return self.folders[-1]

    def installed(self) -> list[Installed]:
        """Give what is there: built in, then folder by folder, by name. Hashes nothing, is quick."""
        built_in = models.built_in()
        found = [_look(built_in.path, Place.BUILT_IN, built_in.model)] if built_in else []
        for folder in dict.fromkeys(self.folders):  # an organisation may fix the one beside the program
            place = Place.OWN if folder == self.own else Place.SHARED
            found += [_look(path, place) for path in models.installed([folder])]
        return found

    def whole(self, name: str) -> Installed | None:
        """Give the model of that name if it is there and nothing of it is damaged; reads all its files."""
        for model in self.installed():
            if model.name == name and model.state is not State.DAMAGED:
                with suppress(KnownError):
                    _compare(model, UNWATCHED)
                    return model
        return None

    def install(self, offer: Offer, watch: Watch = UNWATCHED) -> Installed:
        """Download an offer (`offers`, or `catalogue.own`) and install it, in place of a damaged one too.

        Raises KnownError, Stopped.
        """
        download.check_allowed()
        with self._working() as work:
            archive = download.fetch(offer, work, watch)
            try:
                if offer.sha256 is None:
                    self._check_official(archive, watch)
                return self._take_in(archive, offer.name, offer.language, watch)
            except (Stopped, room.NoRoom):
                raise
            except KnownError:  # what came is no model: it is not worth keeping
                _forget(archive)
                raise

    def add(self, path: Path, language: str | None = None, watch: Watch = UNWATCHED) -> Installed:
        """Install from a ZIP or a folder that is on this computer.

        `language` is for a model whose name does not tell it. Raises KnownError, Stopped.
        """
        if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises where it may not look
            raise KnownError(tr("There is no {path}; name a ZIP file or a folder with a model.", path=path))
        path = path.resolve()  # "." has no name
        with self._working():
            if path.is_file():
                self._check_official(path, watch)
            return self._take_in(path, None, language, watch)

    def verify(self, name: str, watch: Watch = UNWATCHED) -> State:
        """Compare every file of the model with its manifest, where there is one.

        Raises KnownError for a name that is not there, or naming the file that is wrong; Stopped.
        """
        model = self._named(name)
        watch.stage(Stage.CHECKING)
        _compare(model, watch)
        return model.state

    def write_manifest(self, name: str, watch: Watch = UNWATCHED) -> Installed:
        """Take the model's files as they are for right, and write its manifest anew. Raises KnownError."""
        model = self._named(name)
        if model.place is Place.BUILT_IN:
            raise _kept(model)
        watch.stage(Stage.CHECKING)
        try:
            manifest.write(model.path, model.language, watch)
        except OSError as refusal:
            raise room.trouble(refusal, model.path) from refusal
        return _look(model.path, model.place)

    def removable(self, name: str, in_use: Collection[str] = ()) -> Installed:
        """Give the model that `remove` would remove. Raises KnownError as it does."""
        own = [model for model in self.installed() if model.name == name and model.place is Place.OWN]
        model = own[0] if own else self._named(name)
        if model.place is not Place.OWN:
            raise _kept(model)
        if name in in_use:
            raise KnownError(
                tr(
                    "{name} is the model that is chosen in Settings; choose another one there first.",
                    name=name,
                )
            )
        return model

    def remove(self, name: str, in_use: Collection[str] = ()) -> int:
        """Remove a model of the user's own and give the bytes freed; `in_use` are names that are chosen.

        Raises KnownError for one that is in use, not there, or not the user's own.
        """
        model = self.removable(name, in_use)
        with self._working() as work:
            gone = work / uuid.uuid4().hex
            model.path.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)
        return model.bytes

    def _named(self, name: str) -> Installed:
        there = self.installed()
        model = next((model for model in there if model.name == name), None)
        if model is None:
            names = ", ".join(model.name for model in there)
            raise KnownError(
                tr("There is no model {name} here; there are: {names}.", name=name, names=names)
                if names
                else tr("There is no model {name} here, nor any other; install one first.", name=name)
            )
        return model

    @contextmanager
    def _working(self) -> Iterator[Path]:
        """Hold the folder for work that nobody else does now, cleared of what others left half done.

        What can't be written there becomes a KnownError.
        """
        work = self.own / WORK
        try:
            work.mkdir(parents=True, exist_ok=True)
            lock = file_lock.take(work / _LOCK)
            if lock is None:
                raise KnownError(
                    tr("Another model is being installed or removed; wait until that is done, and try again.")
                )
            with lock:
                _tidy(work)
                try:
                    yield work
                finally:
                    _tidy(work)
        except OSError as refusal:
            raise room.trouble(refusal, self.own) from refusal

    def _take_in(self, source: Path, name: str | None, language: str | None, watch: Watch) -> Installed:
        """Bring a ZIP or a folder to its place. Raises KnownError, OSError, Stopped."""
        came = source.name if source.is_dir() else source.stem
        offer = catalogue.find(name or came, self.offers)
        largest = max(unpacking.LARGEST, _UNPACKED * (offer.size or 0) if offer else 0)
        staged = self.own / WORK / uuid.uuid4().hex
        watch.stage(Stage.UNPACKING)
        take = unpacking.copy if source.is_dir() else unpacking.unpack
        inside = take(source, staged, largest, watch)
        name = name or _named_after(inside, came)
        language = language or self._check_own(staged, source, watch) or of_model(name)
        watch.stage(Stage.CHECKING)
        manifest.write(staged, language, watch)
        final, before = self.own / name, staged.with_name(uuid.uuid4().hex)
        if final.exists():
            final.rename(before)
        try:
            staged.rename(final)
        except OSError:  # as where something on Windows looks into it
            if before.exists():
                before.rename(final)
            raise
        if source.parent == staged.parent:
            _forget(source)
        return _look(final, Place.OWN)

    def _check_own(self, staged: Path, source: Path, watch: Watch) -> str | None:
        """Compare what came with the manifest that it brought, if any; give the language that it tells."""
        try:
            brought = manifest.read(staged)
            wrong = manifest.first_wrong(staged, brought, watch) if brought else None
        except ValueError:
            brought, wrong = None, manifest.MANIFEST
        if wrong is not None:
            raise KnownError(
                tr(
                    "The model in {came} is damaged: {file} is not as its manifest says; copy it again.",
                    came=source.name,
                    file=shown(wrong),
                )
            )
        return brought.language if brought else None

    def _check_official(self, archive: Path, watch: Watch) -> None:
        """Raise KnownError for a ZIP that has an official one's name and is not it."""
        offer = catalogue.find(archive.stem, self.offers)
        if offer is None or offer.sha256 is None:
            return
        watch.stage(Stage.CHECKING)
        with unpacking.reading(archive.name):
            found = manifest.file_hash(archive, watch)
        if found != offer.sha256:
            raise KnownError(
                tr(
                    "{came} is not the official file of that name (its SHA-256 is another); copy it again, "
                    "or give it another name if it is one of your own.",
                    came=archive.name,
                )
            )


def _look(path: Path, place: Place, name: str | None = None) -> Installed:
    """Say what is in a model's folder, by names and sizes alone."""
    files = layout.sizes(path)
    engine = "moonshine" if layout.is_moonshine(files) else "vosk"
    state, language = State.READY, of_model(name or path.name)
    try:
        written = manifest.read(path)
        if written is None and place is not Place.BUILT_IN:
            state = State.NO_MANIFEST
        language = (written and written.language) or language
    except ValueError:
        state = State.DAMAGED
    if layout.lacks(engine, files):
        state = State.DAMAGED
    return Installed(name or path.name, engine, language, path, place, state, sum(files.values()))


def _compare(model: Installed, watch: Watch) -> None:
    """Raise KnownError naming the first file that is wrong."""
    choice = models.ModelChoice(model.engine, model.name, model.path)
    models.check_whole(choice)
    models.check(choice, watch)


def _named_after(inside: str, came: str) -> str:
    """Give the name of a model by what its files lay in, and what that came as. Raises KnownError."""
    fitting = [name for name in (inside, came) if catalogue.fit_name(name)]
    name = next((name for name in fitting if of_model(name)), fitting[0] if fitting else None)
    if name is None:
        raise KnownError(
            tr(
                '"{name}" can\'t be the name of a model; give it one of letters, digits, dots and hyphens, '
                "such as vosk-model-small-en-us-0.15.",
                name=came,
            )
        )
    return name


def _kept(model: Installed) -> KnownError:
    """Give the sentence for a model that is not the user's to change."""
    if model.place is Place.BUILT_IN:
        return KnownError(
            tr("{name} is part of Evenkeel and stays; choose another model in Settings.", name=model.name)
        )
    return KnownError(
        tr(
            "{name} lies in {folder} for everybody on this computer; ask whoever put it there to remove it.",
            name=model.name,
            folder=model.path.parent,
        )
    )


def _tidy(work: Path) -> None:
    """Throw away models half done, and downloads that nobody went on with for a week."""
    for each in work.iterdir():
        if each.is_symlink():
            each.unlink()
        elif each.is_dir():
            shutil.rmtree(each, ignore_errors=True)
        elif each.name != _LOCK and time.time() - _went_on(each) > _STALE_S:
            each.unlink()


def _went_on(file: Path) -> float:
    """Give when a download last went on, by its file or its note, which is as old as the first try."""
    archive = file.with_name(file.name.removesuffix(ABOUT))
    return max(each.stat().st_mtime for each in {file, archive} if each.exists())


def _forget(archive: Path) -> None:
    """Remove a download and its note."""
    archive.unlink(missing_ok=True)
    archive.with_name(archive.name + ABOUT).unlink(missing_ok=True)
