"""An installation of a model that is killed, or runs out of disk: nothing half done is ever seen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import file_lock
from app.errors import KnownError
from app.speech.catalogue import own
from app.speech.manifest import MANIFEST
from app.speech.store import Place, State, Store
from app.speech.watch import Stage, Watch
from app.speech.workplace import WORK
from tests.faults.killed import killed_at
from tests.model_server import Handler, ModelServer, breaking_off, serving, whole
from tests.vosk_models import FILES, SMALL, everything, packed, put

LARGE = FILES | {"graph/HCLr.fst": os.urandom(3_000_000)}
"""A model that takes a while."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ModelServer]:
    with serving(packed(tmp_path / "served.zip", files=LARGE).read_bytes()) as running:
        yield running


def seen(store: Store) -> list[State]:
    return [model.state for model in store.installed() if model.place is not Place.BUILT_IN]


@pytest.mark.parametrize("before", ["nothing", "damaged", "whole"])
def test_killed_at_any_change_there_is_no_half_model(tmp_path: Path, before: str) -> None:
    archive, other = (
        packed(tmp_path / f"{SMALL}.zip"),
        put(tmp_path / "stick" / SMALL, {**FILES, "am/tree": b"x"}),
    )
    number = 0
    while True:
        number += 1
        store = Store((tmp_path / f"own-{number}",))
        if before == "damaged":
            put(store.own / SMALL, {"am/final.mdl": b"x"})
        if before == "whole":
            store.add(other)
        killed = killed_at(number, lambda store=store: store.add(archive))  # type: ignore[misc]
        states = seen(store)
        if before == "nothing":
            assert states in ([], [State.READY])
        else:
            assert states == [State.READY] or (before == "damaged" and states == [State.DAMAGED])
        if states == [State.READY]:
            assert store.verify(store.own / SMALL) is State.READY
        store.add(archive)
        assert seen(store) == [State.READY]
        assert not any(name.startswith(f"{WORK}/") for name in everything(store.own))
        if not killed:
            break
    assert number > 10


def test_killed_while_it_takes_files_for_right_the_model_stays_as_it_was(tmp_path: Path) -> None:
    store = Store((tmp_path / "own",))
    added = store.add(packed(tmp_path / f"{SMALL}.zip"))
    number = 1
    while killed_at(number, lambda: store.write_manifest(added.path)):
        assert store.verify(added.path) is State.READY
        number += 1
    assert number > 2 and store.verify(added.path) is State.READY
    assert not (added.path / f"{MANIFEST}.new").exists()


def test_what_was_put_aside_is_not_put_back_while_somebody_installs(tmp_path: Path) -> None:
    store = Store((tmp_path / "own",))
    store.add(packed(tmp_path / f"{SMALL}.zip"))
    aside = store.own / WORK / f"{SMALL}.before"
    (store.own / SMALL).rename(aside)
    held = file_lock.take(store.own / WORK / "lock")
    assert held is not None
    with held:
        assert seen(store) == [] and aside.is_dir()
    assert seen(store) == [State.READY] and not aside.exists()


def test_a_download_that_is_killed_goes_on(tmp_path: Path, server: ModelServer) -> None:
    half = len(server.content) // 2

    def half_then_wait(handler: Handler, content: bytes) -> None:
        breaking_off(half)(handler, content)
        handler.wfile.flush()
        server.ended.wait()

    server.answer = half_then_wait
    url, folder = server.url(f"{SMALL}.zip"), tmp_path / "own"
    script = (
        "import sys; from pathlib import Path; from app.speech.catalogue import own\n"
        "from app.speech.store import Store; from app.speech.watch import Watch\n"
        f"tell = lambda done, whole: print('half', flush=True) if done == {half} else None\n"
        "Store((Path(sys.argv[2]),)).install(own(sys.argv[1]), Watch(progress=tell))"
    )
    child = subprocess.Popen([sys.executable, "-c", script, url, str(folder)], stdout=subprocess.PIPE)
    assert child.stdout is not None and child.stdout.readline() == b"half\n"
    child.kill()
    child.wait()
    child.stdout.close()

    store = Store((folder,))
    assert seen(store) == []
    assert everything(folder) == [f"{WORK}/{SMALL}.zip", f"{WORK}/{SMALL}.zip.json"]
    server.answer = whole
    store.install(own(url))
    kept = int(server.asked[-1][1]["Range"].removeprefix("bytes=").removesuffix("-"))
    assert 0 < kept <= half
    assert seen(store) == [State.READY] and store.verify(store.own / SMALL) is State.READY


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 40 MB."""
    place = tmp_path / "small"
    place.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a disk")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True, capture_output=True)


def fill(disk: Path) -> None:
    with pytest.raises(OSError), (disk / "filler").open("wb") as filler:
        while True:
            filler.write(bytes(100_000))
            filler.flush()


def test_a_disk_without_room_is_told_before(small_disk: Path, tmp_path: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(25_000_000))
    archive = packed(tmp_path / f"{SMALL}.zip", files=LARGE)
    with pytest.raises(KnownError, match=r"There is not enough room for the model: .*make some room there"):
        Store((small_disk / "own",)).add(archive)
    assert everything(small_disk / "own") == []


def test_a_disk_that_fills_up_while_unpacking(small_disk: Path, tmp_path: Path) -> None:
    store, archive = Store((small_disk / "own",)), packed(tmp_path / f"{SMALL}.zip", files=LARGE)
    stages: list[Stage] = []
    watch = Watch(stage=stages.append, progress=lambda *_: fill(small_disk) if len(stages) == 1 else None)
    with pytest.raises(KnownError, match=r"The disk of .*own is full, so nothing was installed"):
        store.add(archive, watch=watch)
    assert everything(store.own) == [] and seen(store) == []
    (small_disk / "filler").unlink()
    store.add(archive)
    assert seen(store) == [State.READY]


def test_a_disk_without_room_for_a_manifest(small_disk: Path, tmp_path: Path) -> None:
    store = Store((small_disk / "own",))
    added = store.add(packed(tmp_path / f"{SMALL}.zip"))
    fill(small_disk)
    with pytest.raises(KnownError, match=r"The disk of .* is full, so the manifest there stays as it was"):
        store.write_manifest(added.path)
    assert store.verify(added.path) is State.READY


def test_a_disk_that_fills_up_while_downloading(small_disk: Path, server: ModelServer) -> None:
    store = Store((small_disk / "own",))
    filled: list[int] = []

    def progress(done: int, whole: int | None) -> None:
        if not filled:
            filled.append(done)
            fill(small_disk)

    with pytest.raises(KnownError, match=r"The disk of .*own is full"):
        store.install(own(server.url(f"{SMALL}.zip")), Watch(progress=progress))
    assert everything(store.own) == []
    (small_disk / "filler").unlink()
    store.install(own(server.url(f"{SMALL}.zip")))
    assert seen(store) == [State.READY]


def test_a_disk_that_can_not_be_written(small_disk: Path, tmp_path: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(KnownError, match=r"Nothing was changed, as .*own can't be written; allow writing"):
        Store((small_disk / "own",)).add(packed(tmp_path / f"{SMALL}.zip"))
