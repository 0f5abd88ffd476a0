"""The store of models: what is there, what comes in, and that nothing half done is ever seen."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import file_lock
from app.errors import KnownError
from app.speech import manifest, models, room, unpacking, worker
from app.speech.catalogue import Offer, own
from app.speech.store import Installed, Place, State, Store
from app.speech.watch import Stage, Stopped, Watch
from app.speech.workplace import WORK
from tests.broken_archives import REFUSED
from tests.model_server import ModelServer, breaking_off, serving, whole
from tests.vosk_models import FILES, SMALL, everything, korean, packed, put

LEAST = sum(map(len, FILES.values()))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store((tmp_path / "shared", tmp_path / "own"))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ModelServer]:
    with serving(packed(tmp_path / "served.zip").read_bytes()) as running:
        yield running


def offer(server: ModelServer, sha256: str | None = None) -> Offer:
    return own(server.url(f"{SMALL}.zip"), sha256)


def theirs(store: Store) -> list[Installed]:
    return [model for model in store.installed() if model.place is not Place.BUILT_IN]


def test_what_is_built_in_is_there_from_the_start(store: Store) -> None:
    (model,) = store.installed()
    assert (model.name, model.engine, model.language) == ("tiny-en", "moonshine", "en")
    assert (model.place, model.state) == (Place.BUILT_IN, State.READY) and model.bytes > 10_000_000
    assert store.verify(model.path) is State.READY


def test_a_zip_is_installed(store: Store, tmp_path: Path) -> None:
    stages: list[Stage] = []
    added = store.add(packed(tmp_path / f"{SMALL}.zip"), watch=Watch(stage=stages.append))
    assert added.path == tmp_path / "own" / SMALL and (added.language, added.state) == ("en", State.READY)
    assert stages == [Stage.UNPACKING, Stage.CHECKING]
    assert theirs(store) == [added] and store.verify(store.own / SMALL) is State.READY
    assert everything(store.own) == sorted(
        [SMALL, f"{SMALL}/{manifest.MANIFEST}", *(f"{SMALL}/{name}" for name in FILES)]
        + [f"{SMALL}/{name}" for name in ("am", "conf", "graph")]
    )


def test_a_real_model_is_installed_from_its_folder_and_can_be_loaded(store: Store) -> None:
    added = store.add(korean(), "ko")
    assert (added.name, added.language) == ("model", "ko")
    choice = models.choose("auto", None, store.folders, "ko")
    assert choice is not None and choice.path == added.path.resolve()
    assert worker.load(choice).engine.name == "vosk"


@pytest.mark.parametrize(
    ("file", "top", "name"),
    [
        (f"{SMALL}.zip", SMALL, SMALL),
        (f"{SMALL}.zip", "", SMALL),
        (f"{SMALL}.zip", "model", SMALL),
        ("download (1).zip", SMALL, SMALL),
        ("mine.zip", "model", "model"),
    ],
)
def test_a_model_is_named_by_what_tells_its_language(
    store: Store, tmp_path: Path, file: str, top: str, name: str
) -> None:
    assert store.add(packed(tmp_path / file, top)).name == name


def test_a_name_that_no_folder_may_have_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="can't be the name of a model"):
        store.add(packed(tmp_path / "my model (1).zip", ""))
    assert everything(store.own) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", REFUSED)
def test_a_broken_archive_leaves_nothing_behind(store: Store, tmp_path: Path, kind: str) -> None:
    (tmp_path / "stick").mkdir()
    archive = REFUSED[kind][0](tmp_path / "stick")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(KnownError):
        store.add(archive)
    added = {path.relative_to(tmp_path).as_posix() for path in {*tmp_path.rglob("*")} - {*before}}
    assert added == {"own", f"own/{WORK}", f"own/{WORK}/lock"}


def test_what_is_stopped_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        store.add(packed(tmp_path / f"{SMALL}.zip"), watch=Watch(cancelled=lambda: True))
    assert everything(store.own) == []


def test_there_is_nothing_to_install_from_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"There is no .*nowhere"):
        store.add(tmp_path / "nowhere")


def test_a_model_is_downloaded_and_only_it_is_left(store: Store, server: ModelServer) -> None:
    added = store.install(offer(server, hashlib.sha256(server.content).hexdigest()))
    assert theirs(store) == [added] and added.state is State.READY
    assert not any(name.startswith(f"{WORK}/") for name in everything(store.own))
    assert store.whole(SMALL) == added


def test_a_download_that_broke_off_goes_on_by_its_next_installation(
    store: Store, server: ModelServer
) -> None:
    server.answer = breaking_off(600)
    with pytest.raises(KnownError, match="install it again to go on from there"):
        store.install(offer(server))
    assert theirs(store) == []
    assert everything(store.own) == [f"{WORK}/{SMALL}.zip", f"{WORK}/{SMALL}.zip.json"]
    server.answer = whole
    store.install(offer(server))
    assert server.asked[-1][1]["Range"] == "bytes=600-"
    assert [model.name for model in theirs(store)] == [SMALL]


def test_what_was_downloaded_stays_when_unpacking_is_stopped(store: Store, server: ModelServer) -> None:
    stages: list[Stage] = []
    watch = Watch(stage=stages.append, cancelled=lambda: Stage.UNPACKING in stages)
    with pytest.raises(Stopped):
        store.install(offer(server), watch)
    store.install(offer(server))
    assert len(server.asked) == 1 and [model.name for model in theirs(store)] == [SMALL]


def test_what_was_downloaded_stays_where_there_is_no_room_to_unpack(
    store: Store, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(stage: Stage) -> None:
        monkeypatch.setattr(room, "_MARGIN", 2**62 if stage is Stage.UNPACKING else 0)

    with pytest.raises(KnownError, match="not enough room"):
        store.install(offer(server), Watch(stage=fill))
    monkeypatch.undo()
    store.install(offer(server))
    assert len(server.asked) == 1 and [model.name for model in theirs(store)] == [SMALL]


def test_a_wrong_file_is_not_kept(store: Store, server: ModelServer) -> None:
    server.content = b"PK\3\4" + bytes(5000)
    with pytest.raises(KnownError, match="is damaged or not all there"):
        store.install(offer(server))
    assert everything(store.own) == []


def test_a_partial_download_that_nobody_goes_on_with_is_thrown_away(
    store: Store, server: ModelServer, tmp_path: Path
) -> None:
    server.answer = breaking_off(600)
    with pytest.raises(KnownError):
        store.install(offer(server))
    for each in (store.own / WORK).iterdir():
        os.utime(each, (time.time() - 8 * 86400,) * 2)
    put(store.own / WORK / "half", FILES)  # as a process that was killed leaves it
    store.add(packed(tmp_path / "other.zip", "other"))
    assert not any(name.startswith(f"{WORK}/") for name in everything(store.own))


def test_a_download_that_goes_on_for_more_than_a_week_is_kept(
    store: Store, server: ModelServer, tmp_path: Path
) -> None:
    server.answer = breaking_off(600)
    with pytest.raises(KnownError):
        store.install(offer(server))
    os.utime(store.own / WORK / f"{SMALL}.zip.json", (time.time() - 8 * 86400,) * 2)
    store.add(packed(tmp_path / "other.zip", "other"))
    server.answer = whole
    store.install(offer(server))
    assert server.asked[-1][1]["Range"] == "bytes=600-"


def test_a_damaged_model_is_replaced(store: Store, server: ModelServer) -> None:
    installed = store.install(offer(server))
    (installed.path / "am" / "final.mdl").write_bytes(b"?")
    with pytest.raises(KnownError, match=r"is damaged: am/final\.mdl"):
        store.verify(store.own / SMALL)
    assert store.whole(SMALL) is None
    store.install(offer(server))
    assert store.verify(store.own / SMALL) is State.READY


def test_a_model_that_can_not_be_replaced_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = packed(tmp_path / f"{SMALL}.zip")
    added, moved, rename = store.add(archive), [], Path.rename

    def refuse_once(path: Path, to: Path) -> Path:
        if to == added.path and not moved:  # as Windows does while something looks into it
            moved.append(path)
            raise PermissionError(13, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuse_once)
    with pytest.raises(KnownError, match="Nothing was changed"):
        store.add(archive)
    assert moved and theirs(store) == [added] and store.verify(added.path) is State.READY


def test_only_one_installs_at_a_time(store: Store, tmp_path: Path) -> None:
    (store.own / WORK).mkdir(parents=True)
    held = file_lock.take(store.own / WORK / "lock")
    assert held is not None
    with held, pytest.raises(KnownError, match="Another model is being installed or removed"):
        store.add(packed(tmp_path / f"{SMALL}.zip"))


def test_what_it_put_there_is_found_compared_and_kept(store: Store, tmp_path: Path) -> None:
    put(tmp_path / "shared" / SMALL)
    (model,) = theirs(store)
    assert (model.place, model.state, model.bytes) == (Place.SHARED, State.NO_MANIFEST, LEAST)
    assert store.verify(model.path) is State.NO_MANIFEST
    assert store.write_manifest(model.path).state is State.READY
    put(model.path, {"am/more": b"x"})
    with pytest.raises(KnownError, match="is damaged: am/more"):
        store.verify(model.path)
    with pytest.raises(KnownError, match="for everybody on this computer"):
        store.remove(SMALL)
    assert model.path.is_dir()


def test_of_two_models_of_one_name_each_is_looked_at_for_itself(store: Store, tmp_path: Path) -> None:
    shared = put(tmp_path / "shared" / SMALL)
    manifest.write(shared, "en")
    own = store.add(shared)
    (own.path / "am" / "final.mdl").write_bytes(b"?")
    assert [model.path for model in store.named(SMALL)] == [shared, own.path]
    assert store.verify(shared) is State.READY
    with pytest.raises(KnownError, match=r"is damaged: am/final\.mdl"):
        store.verify(own.path)
    store.write_manifest(own.path)
    assert store.verify(own.path) is State.READY
    assert store.named(str(own.path)) == theirs(store)[1:]
    assert store.removable(SMALL).path == own.path


def test_a_whole_model_is_found_beside_one_of_its_name_that_is_not(store: Store, tmp_path: Path) -> None:
    half = put(tmp_path / "shared" / SMALL, {"am/final.mdl": b"x"})
    own = store.add(packed(tmp_path / f"{SMALL}.zip"))
    assert store.whole(SMALL) == own
    manifest.write(put(half), "en")
    (half / "am" / "final.mdl").write_bytes(b"?")
    assert store.whole(SMALL) == own


def test_where_no_model_is_there_is_nothing_to_compare(store: Store) -> None:
    with pytest.raises(KnownError, match=r"There is no model in .*own.* any more; install it again"):
        store.verify(store.own / SMALL)


def test_a_chosen_model_is_not_removed_by_its_folder_either(store: Store, tmp_path: Path) -> None:
    added = store.add(packed(tmp_path / f"{SMALL}.zip"))
    with pytest.raises(KnownError, match=f"{SMALL} is the model that is chosen in Settings"):
        store.remove(str(added.path), [SMALL])


def test_a_model_that_is_not_whole_is_told_damaged(store: Store, tmp_path: Path) -> None:
    put(tmp_path / "own" / SMALL, {"am/final.mdl": b"x"})
    assert [model.state for model in theirs(store)] == [State.DAMAGED]
    with pytest.raises(KnownError, match="is not whole"):
        store.verify(store.own / SMALL)


def test_a_model_is_removed(store: Store, tmp_path: Path) -> None:
    added = store.add(packed(tmp_path / f"{SMALL}.zip"))
    with pytest.raises(KnownError, match="is the model that is chosen in Settings"):
        store.remove(SMALL, [SMALL])
    assert theirs(store) == [added]
    assert store.remove(SMALL, ["another"]) == added.bytes
    assert theirs(store) == [] and everything(store.own) == []


def test_a_link_to_a_model_is_removed_and_the_model_stays(store: Store, tmp_path: Path) -> None:
    model = put(tmp_path / "elsewhere" / SMALL)
    store.own.mkdir()
    (store.own / SMALL).symlink_to(model)
    store.remove(SMALL)
    assert theirs(store) == [] and everything(store.own) == [] and (model / "am" / "final.mdl").is_file()


def test_a_folder_that_an_organisation_has_named_again_is_looked_into_once(tmp_path: Path) -> None:
    put(tmp_path / "shared" / SMALL)
    assert len(theirs(Store((tmp_path / "shared", tmp_path / "shared")))) == 1


def test_a_folder_that_can_not_be_looked_into_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"can't be looked into \(File name too long\)"):
        Store((tmp_path / ("x" * 300), tmp_path / "own")).installed()


@pytest.mark.parametrize(
    ("name", "says"), [("tiny-en", "is part of Evenkeel and stays"), ("none", "There is no model none here")]
)
def test_what_can_not_be_removed_is_said(store: Store, name: str, says: str) -> None:
    with pytest.raises(KnownError, match=says):
        store.remove(name)


def test_a_folder_with_a_manifest_of_its_own_is_compared_with_it(store: Store, tmp_path: Path) -> None:
    source = put(tmp_path / "stick" / "mine")
    manifest.write(source, "fr")
    assert store.add(source).language == "fr"
    (source / "am" / "final.mdl").write_bytes(b"?")
    with pytest.raises(KnownError, match=r"mine is damaged: am/final\.mdl is not as its manifest says"):
        store.add(source)
    (source / manifest.MANIFEST).write_text("{")
    with pytest.raises(KnownError, match=manifest.MANIFEST):
        store.add(source)


def test_what_came_is_compared_with_its_manifest_whatever_language_is_given(
    store: Store, tmp_path: Path, server: ModelServer
) -> None:
    source = put(tmp_path / "stick" / "mine")
    manifest.write(source, "fr")
    (source / "am" / "final.mdl").write_bytes(b"?")
    with pytest.raises(KnownError, match=r"mine is damaged: am/final\.mdl is not as its manifest says"):
        store.add(source, "fr")
    held = {file.relative_to(source).as_posix(): file.read_bytes() for file in source.rglob("*.*")}
    server.content = packed(tmp_path / "mine.zip", "mine", held).read_bytes()
    with pytest.raises(KnownError, match=r"damaged: am/final\.mdl is not as its manifest says"):
        store.install(own(server.url("mine.zip"), language="fr"))
    assert everything(store.own) == []


def test_a_language_is_given_only_where_nothing_tells_it(store: Store, tmp_path: Path) -> None:
    assert store.add(put(tmp_path / "stick" / SMALL), "de").language == "en"
    source = put(tmp_path / "stick" / "mine")
    assert store.add(source, "de").language == "de"
    manifest.write(source, "fr")
    assert store.add(source, "de").language == "fr"


def test_a_manifest_that_is_far_too_long_is_not_read(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(text: str) -> None:
        raise AssertionError("it is parsed")

    monkeypatch.setattr("app.speech.manifest.json.loads", read)
    bomb = {**FILES, manifest.MANIFEST: b"[" + b"[]," * 5_000_000 + b"[]]"}
    with pytest.raises(KnownError, match=f"is damaged: {manifest.MANIFEST} is not as"):
        store.add(packed(tmp_path / f"{SMALL}.zip", files=bomb))
    assert everything(store.own) == []


def test_a_zip_with_an_official_name_must_be_the_official_one(tmp_path: Path) -> None:
    archive = packed(tmp_path / f"{SMALL}.zip")
    right = hashlib.sha256(archive.read_bytes()).hexdigest()
    for sha256, fits in ((right, True), ("0" * 64, False)):
        store = Store((tmp_path / "own",), (Offer(SMALL, "vosk", "en", "https://x", "x", sha256=sha256),))
        if fits:
            store.add(archive)
        else:
            with pytest.raises(KnownError, match=f"is not the official file of {SMALL}"):
                store.add(archive)


@pytest.mark.parametrize("name", [f"{SMALL} (1).zip", "model.zip"])
def test_a_zip_that_would_be_installed_as_an_official_one_must_be_it(tmp_path: Path, name: str) -> None:
    archive = packed(tmp_path / name)
    right = hashlib.sha256(archive.read_bytes()).hexdigest()
    wrong, fitting = (
        Store((tmp_path / "own",), (Offer(SMALL, "vosk", "en", "https://x", "x", sha256=sha256),))
        for sha256 in ("0" * 64, right)
    )
    with pytest.raises(KnownError, match=f"is not the official file of {SMALL}"):
        wrong.add(archive)
    assert everything(wrong.own) == []
    assert fitting.add(archive).name == SMALL


def test_a_download_from_elsewhere_with_an_official_name_must_be_it_too(
    tmp_path: Path, server: ModelServer
) -> None:
    official = Offer(SMALL, "vosk", "en", "https://x", "x", sha256="0" * 64)
    store = Store((tmp_path / "own",), (official,))
    with pytest.raises(KnownError, match=f"is not the official file of {SMALL}"):
        store.install(offer(server))
    assert everything(store.own) == []


def test_the_folder_that_one_stands_in_has_a_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(put(tmp_path / "stick" / SMALL))
    assert store.add(Path()).name == SMALL


def test_a_large_official_model_may_be_larger_than_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", LEAST - 1)
    archive = packed(tmp_path / f"{SMALL}.zip")
    with pytest.raises(KnownError, match="more than any model"):
        Store((tmp_path / "own",)).add(archive)
    large = Offer(SMALL, "vosk", "en", "https://x", "x", about=LEAST)
    store = Store((tmp_path / "own",), (large,))
    folder = put(tmp_path / "stick" / SMALL).parent
    for source in (archive, packed(tmp_path / "download.zip"), folder):
        assert store.add(source).name == SMALL


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    archive = packed(tmp_path / f"{SMALL}.zip")
    (tmp_path / "own").write_text("a file in its place")
    with pytest.raises(KnownError, match=r"Nothing was changed, as .*own could not be written"):
        Store((tmp_path / "own",)).add(archive)
