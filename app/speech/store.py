"""The speech models on this computer: what is there, installing, comparing and removing.

Blocking, for a command or a child process; everything is picklable. A model is made ready where nobody looks
(app.speech.workplace) and becomes visible whole, by one renaming: nothing half installed is ever seen,
whenever the process ends.
"""

import os
import shutil
import uuid
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import KnownError
from app.language import tr
from app.speech import catalogue, download, layout, manifest, models, room, unpacking, workplace
from app.speech.catalogue import Offer
from app.speech.languages import of_model
from app.speech.names import shown
from app.speech.watch import UNWATCHED, Stage, Stopped, Watch

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
        workplace.put_back(self.own)
        built_in = models.built_in()
        found = [_look(built_in.path, Place.BUILT_IN, built_in.model)] if built_in else []
        for folder in dict.fromkeys(self.folders):  # an organisation may fix the one beside the program
            place = Place.OWN if folder == self.own else Place.SHARED
            found += [_look(path, place) for path in models.installed([folder])]
        return found

    def whole(self, name: str) -> Installed | None:
        """Give the first model of that name of which nothing is damaged, if any; reads all its files."""
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
        with workplace.working(self.own) as work:
            archive = download.fetch(offer, work, watch)
            try:
                if offer.sha256 is None:
                    self._check_official(archive, archive.stem, watch)
                return self._take_in(archive, offer.name, offer.language, watch)
            except (Stopped, room.NoRoom):
                raise
            except KnownError:  # what came is no model: it is not worth keeping
                workplace.forget(archive)
                raise

    def add(self, path: Path, language: str | None = None, watch: Watch = UNWATCHED) -> Installed:
        """Install from a ZIP or a folder that is on this computer.

        `language` (ISO 639-1) is for a model where neither its manifest nor its name tells it. Raises
        KnownError, Stopped.
        """
        if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises where it may not look
            raise KnownError(tr("There is no {path}; name a ZIP file or a folder with a model.", path=path))
        path = path.resolve()  # "." has no name
        with workplace.working(self.own):
            if path.is_file():
                self._check_official(path, path.stem, watch)
            return self._take_in(path, None, language, watch)

    def named(self, name: str) -> list[Installed]:
        """Give the models of that name, or the one whose folder it is; a name may be in each of `folders`.

        Raises KnownError where there is none.
        """
        there = self.installed()
        named = [model for model in there if model.name == name]
        found = named or [model for model in there if model.path.absolute() == Path(name).absolute()]
        if not found:
            names = ", ".join(model.name for model in there)
            raise KnownError(
                tr("There is no model {name} here; there are: {names}.", name=name, names=names)
                if names
                else tr("There is no model {name} here, nor any other; install one first.", name=name)
            )
        return found

    def verify(self, path: Path, watch: Watch = UNWATCHED) -> State:
        """Compare every file of the model in that folder with its manifest, where there is one.

        Raises KnownError where no model is there, or naming the file that is wrong; Stopped.
        """
        model = self._at(path)
        watch.stage(Stage.CHECKING)
        _compare(model, watch)
        return model.state

    def write_manifest(self, path: Path, watch: Watch = UNWATCHED) -> Installed:
        """Take the files of the model in that folder for right as they are, and write its manifest anew.

        Raises KnownError, Stopped; the manifest is as it was then.
        """
        model = self._at(path)
        if model.place is Place.BUILT_IN:
            raise _kept(model)
        watch.stage(Stage.CHECKING)
        try:
            manifest.write(model.path, model.language, watch)
        except OSError as refusal:
            if room.is_full(refusal):
                raise KnownError(
                    tr(
                        "The disk of {folder} is full, so the manifest there stays as it was; "
                        "make some room and try again.",
                        folder=model.path,
                    )
                ) from refusal
            raise room.trouble(refusal, model.path) from refusal
        return _look(model.path, model.place)

    def removable(self, name: str, in_use: Collection[str] = ()) -> Installed:
        """Give the model that `remove` would remove. Raises KnownError as it does."""
        there = self.named(name)
        model = next((model for model in there if model.place is Place.OWN), there[0])
        if model.place is not Place.OWN:
            raise _kept(model)
        if model.name in in_use:
            raise KnownError(
                tr(
                    "{name} is the model that is chosen in Settings; choose another one there first.",
                    name=model.name,
                )
            )
        return model

    def remove(self, name: str, in_use: Collection[str] = ()) -> int:
        """Remove a model of the user's own and give the bytes freed; `in_use` are names that are chosen.

        Raises KnownError for one that is in use, not there, or not the user's own.
        """
        model = self.removable(name, in_use)
        with workplace.working(self.own) as work:
            gone = work / uuid.uuid4().hex
            model.path.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)
        return model.bytes

    def _at(self, path: Path) -> Installed:
        """Give the model in that folder. Raises KnownError."""
        model = next((model for model in self.installed() if model.path == path), None)
        if model is None:
            raise KnownError(
                tr("There is no model in {folder} any more; install it again or choose another.", folder=path)
            )
        return model

    def _take_in(self, source: Path, name: str | None, language: str | None, watch: Watch) -> Installed:
        """Bring a ZIP or a folder to its place. Raises KnownError, OSError, Stopped."""
        came = source.name if source.is_dir() else source.stem
        called = name or came
        staged = self.own / workplace.WORK / uuid.uuid4().hex
        watch.stage(Stage.UNPACKING)
        take = unpacking.copy if source.is_dir() else unpacking.unpack
        inside = take(source, staged, lambda inside: self._largest(called, inside), watch)
        if name is None:
            name = _named_after(inside, came)
            if source.is_file() and name != came:  # the latter was looked up before
                self._check_official(source, name, watch)
        language = self._check_own(staged, source, watch) or of_model(name) or language
        watch.stage(Stage.CHECKING)
        manifest.write(staged, language, watch)
        final = self.own / name
        workplace.put_in_place(staged, final)
        if source.parent == staged.parent:
            workplace.forget(source)
        return _look(final, Place.OWN)

    def _largest(self, *names: str) -> int:
        """Give the bytes that a model of one of these names may have."""
        offers = [catalogue.find(name, self.offers) for name in names]
        return max(unpacking.LARGEST, *(_UNPACKED * (offer.size or 0) if offer else 0 for offer in offers))

    def _check_own(self, staged: Path, source: Path, watch: Watch) -> str | None:
        """Compare what came with the manifest that it brought, if any; give the language that it tells."""
        try:
            brought = manifest.read(staged)
            if brought is not None:
                watch.stage(Stage.CHECKING)
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

    def _check_official(self, archive: Path, name: str, watch: Watch) -> None:
        """Raise KnownError for a ZIP whose model has an official one's name, and that is not its ZIP."""
        offer = catalogue.find(name, self.offers)
        if offer is None or offer.sha256 is None:
            return
        watch.stage(Stage.CHECKING)
        with unpacking.reading(archive.name):
            found = manifest.file_hash(archive, watch)
        if found != offer.sha256:
            raise KnownError(
                tr(
                    "{came} is not the official file of {name} (its SHA-256 is another); copy it again, "
                    "or if it is one of your own, give another name to it and to the folder in it.",
                    came=archive.name,
                    name=offer.name,
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
