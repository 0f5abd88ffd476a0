"""A journal on a disk that is full, write-protected or elsewhere: one plain sentence, and nothing lost."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from app.storage.journal import DiskFull, Journal, NetworkDrive, Unwritable
from app.storage.places import DATABASE, network_kind
from tests.faults.journal_writer import KEY, change, held, rows

NOBODY = 65534


@dataclass
class SmallDisk:
    """A disk that a journal soon fills: `room` makes it larger."""

    folder: Path
    limit: Callable[[Journal], None]
    room: Callable[[Journal], None]


def mount(*arguments: str) -> bool:
    """Mount something, where we may."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    return subprocess.run(["mount", *arguments], capture_output=True).returncode == 0


def enlarge(place: Path) -> None:
    assert mount("-o", "remount,size=8m", str(place))


def unmount(place: Path) -> None:
    subprocess.run(["umount", "--lazy", str(place)], check=True, capture_output=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Give a disk of 2 MB; where none can be mounted, a database that may not grow further."""
    place = tmp_path / "small"
    place.mkdir()
    if mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)):
        yield SmallDisk(
            place / "journal",
            limit=lambda journal: None,
            room=lambda journal: enlarge(place),
        )
        unmount(place)
    else:
        yield SmallDisk(place / "journal", limit=lambda j: pages(j, 300), room=lambda j: pages(j, 100_000))


def pages(journal: Journal, most: int) -> None:
    journal.read(lambda db: db.execute(f"PRAGMA max_page_count = {most}").fetchall()).result()


def keep(db) -> int:  # type: ignore[no-untyped-def]
    """Make a change that the journal grows by."""
    number = change(db)
    texts = dict.fromkeys(("begun_at", "day", "hot_button", "went_well", "next_time", "cause"), "")
    db.table("reflections").insert({"id": number, "note": "a word " * 1500, **texts})
    return number


def test_a_full_disk_loses_nothing_and_is_over_when_there_is_room(small_disk: SmallDisk) -> None:
    journal = Journal.open(small_disk.folder, KEY)
    small_disk.limit(journal)
    with pytest.raises(DiskFull, match="Make some room there and try again"):
        for _ in count():
            done = journal.write("reflection", keep).result()
    for _ in range(3):  # it stays full, and usable
        with pytest.raises(DiskFull):
            journal.write("reflection", keep).result()
        assert journal.read(held).result() == (done, rows(done))
    small_disk.room(journal)
    assert journal.write("reflection", keep).result() == done + 1
    assert journal.damage is None
    journal.close()

    journal = Journal.open(small_disk.folder, KEY)
    assert journal.lost is None
    assert journal.health.result().sound
    assert journal.read(held).result() == (done + 1, rows(done + 1))
    journal.close()


def test_a_disk_that_others_filled_is_told_and_what_was_kept_is_there_later(small_disk: SmallDisk) -> None:
    journal = Journal.open(small_disk.folder, KEY)
    small_disk.limit(journal)
    for _ in range(5):
        done = journal.write("follow-up", change).result()
    journal.close()
    filler = small_disk.folder / "filler"
    fill(filler, small_disk.folder)
    try:
        journal = Journal.open(small_disk.folder, KEY)
    except DiskFull:
        pass  # then no more can be had from it
    else:
        assert journal.read(held).result() == (done, rows(done))
        journal.close()
    filler.unlink()
    journal = Journal.open(small_disk.folder, KEY)
    assert journal.lost is None
    assert journal.read(held).result() == (done, rows(done))
    journal.close()


def fill(filler: Path, folder: Path) -> None:
    """Take all the room there is, on a disk of a few megabytes."""
    if folder.stat().st_dev == folder.parent.parent.stat().st_dev:
        filler.touch()
        return
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with a journal in it that can only be read; nothing in it has changed afterwards."""
    folder = tmp_path / "protected"
    journal = Journal.open(folder, KEY)
    journal.write("follow-up", change).result()
    journal.close()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with read_only(folder):
        yield folder
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Protect a folder from writing: for root by a mount or, where that is not allowed, by being nobody."""
    if mount("--bind", str(folder), str(folder)):
        assert mount("-o", "remount,bind,ro", str(folder))
        yield
        unmount(folder)
    elif os.geteuid() == 0:
        os.seteuid(NOBODY)
        yield
        os.seteuid(0)
    else:
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows protects folders by lists of who may do what")
def test_a_folder_that_can_only_be_read_is_told_and_left_alone(protected: Path) -> None:
    with pytest.raises(Unwritable, match="allow reading and writing there"):
        Journal.open(protected, KEY)


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Unwritable, match="name another folder in EVENKEEL_HOME"):
        Journal.open(tmp_path / "file" / "journal", KEY)


MOUNTS = r"""
/dev/vda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
//server/share /mnt/with\040space cifs rw 0 0
/dev/vdb1 /home/agent/disk xfs rw 0 0
agent@host: /home/agent/disk/far fuse.sshfs rw 0 0
/dev/vdc1 /media/near ext4 rw 0 0
far:/near /media/near nfs rw 0 0
not a mount
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/", None),
        ("/var/lib/evenkeel", None),
        ("/tmp/evenkeel", None),
        ("/home/agent/.local/share/evenkeel/journal", "nfs4"),
        ("/homely", None),
        ("/home/agent/disk/evenkeel", None),
        ("/home/agent/disk/far/evenkeel", "fuse.sshfs"),
        ("/mnt/with space/evenkeel", "cifs"),
        ("/media/near", "nfs"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a drive's kind itself")
def test_a_network_drive_is_known_by_the_longest_mount(folder: str, kind: str | None) -> None:
    assert network_kind(Path(folder), MOUNTS) == kind


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a drive's kind itself")
def test_nothing_is_written_to_a_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.places.network_kind", lambda folder: "nfs4")
    with pytest.raises(NetworkDrive, match="name a folder on a disk of this computer in EVENKEEL_HOME"):
        Journal.open(tmp_path / "journal", KEY)
    assert not (tmp_path / "journal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_what_is_in_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "journal", KEY)
    journal.write("follow-up", change).result()
    folder = tmp_path / "journal"
    assert folder.stat().st_mode & 0o777 == 0o700
    names = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "tail")
    assert {(folder / name).stat().st_mode & 0o777 for name in names} == {0o600}
    journal.close()
