"""A journal whose files are not what was written: damage is said, and never read as something else."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import KnownError
from app.storage import backups, keys, schema
from app.storage.checks import examine, name_aside, set_aside
from app.storage.cipher import Database, connect, driver
from app.storage.journal import Damaged, Journal, Newer
from app.storage.places import BACKUPS, DATABASE, TAIL
from tests.faults.journal_writer import KEY, change, held, rows

CHANGES = 30
PAGE = 4096
WAL = f"{DATABASE}-wal"
FILES = (DATABASE, WAL, TAIL)
EVERYTHING = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)


@contextmanager
def opened(folder: Path, key: bytes = KEY) -> Iterator[Journal]:
    journal = Journal.open(folder, key)
    try:
        yield journal
    finally:
        journal.close()


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a journal as a power cut leaves it: ten changes in the main file, twenty in the -wal file."""
    folder, cut = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("cut")
    with opened(folder) as journal:
        for number in range(CHANGES):
            journal.write("follow-up", change).result()
            if number == 9:
                journal.settle().result()
        for name in FILES:
            shutil.copy(folder / name, cut)
    return cut


@pytest.fixture(scope="module")
def whole(half: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same journal closed as it should be: all in the main file."""
    folder = copy(half, tmp_path_factory.mktemp("closed"))
    Journal.open(folder, KEY).close()
    assert not (folder / WAL).exists()
    return folder


def copy(journal: Path, to: Path) -> Path:
    for file in journal.iterdir():
        if file.name in FILES:
            shutil.copy(file, to)
    return to


def flip(file: Path, place: int, bit: int) -> None:
    held_bytes = bytearray(file.read_bytes())
    held_bytes[place] ^= 1 << bit
    file.write_bytes(held_bytes)


def places(file: Path, many: int, seed: int) -> list[tuple[int, int]]:
    """Give places in a file and bits in them: its first bytes, its last one, and others at random."""
    chance, size = random.Random(seed), file.stat().st_size
    some = [0, 15, 16, 24, PAGE - 1, PAGE, size - 1, *(chance.randrange(size) for _ in range(many))]
    return [(place, chance.randrange(8)) for place in some]


def test_every_flipped_bit_of_the_database_is_found_and_none_is_read(whole: Path, tmp_path: Path) -> None:
    for place, bit in places(whole / DATABASE, 40, seed=1):
        folder = copy(whole, tmp_path)
        flip(folder / DATABASE, place, bit)
        try:
            with opened(folder) as journal:
                assert not journal.health.result().sound, place
                assert "go back to its newest good backup" in (journal.damage or "")
                with pytest.raises(Damaged):
                    journal.write("follow-up", change).result()
                with suppress(Damaged):
                    assert journal.read(held).result() == (CHANGES, rows(CHANGES)), place
        except Damaged:
            pass  # it is not even opened
        assert examine(folder / DATABASE, KEY), place


def test_a_flipped_bit_of_the_wal_loses_what_follows_and_says_so(half: Path, tmp_path: Path) -> None:
    for place, bit in places(half / WAL, 40, seed=2):
        folder = copy(half, tmp_path)
        flip(folder / WAL, place, bit)
        with opened(folder) as journal:
            assert_the_beginning_is_there_and_the_rest_is_told(journal)
            assert journal.health.result().sound


@EVERYTHING
@given(data=st.data())
def test_a_wal_cut_short_anywhere_loses_the_end_and_says_so(
    half: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = copy(half, tmp_path_factory.mktemp("short"))
    with (folder / WAL).open("r+b") as wal:
        wal.truncate(data.draw(st.integers(0, (half / WAL).stat().st_size)))
    with opened(folder) as journal:
        assert_the_beginning_is_there_and_the_rest_is_told(journal)


def assert_the_beginning_is_there_and_the_rest_is_told(journal: Journal) -> None:
    """Whatever is there is what was once there, and what came after it is named, to the number."""
    there = journal.read(lambda db: dict(db.execute("SELECT id, text FROM follow_ups").fetchall())).result()
    last = max(there)
    assert there == rows(last)
    assert 10 <= last <= CHANGES
    if last == CHANGES:
        assert journal.lost is None
    else:
        assert journal.lost is not None
        assert journal.lost.changes == CHANGES - last
        assert journal.lost.kinds == (("follow-up", CHANGES - last),)


def test_a_copy_without_its_wal_is_told_once_and_then_goes_on(half: Path, tmp_path: Path) -> None:
    folder = copy(half, tmp_path)
    (folder / WAL).unlink()
    with opened(folder) as journal:
        assert journal.lost is not None
        assert journal.lost.changes == 20
        assert "The last 20 changes to the journal" in journal.lost.sentence
        assert "close Evenkeel and put them back together" in journal.lost.sentence
        assert journal.read(held).result() == (CHANGES, rows(10))
        assert journal.write("follow-up", change).result() == CHANGES + 1
    with opened(folder) as journal:
        assert journal.lost is None


def test_a_journal_put_back_with_its_wal_has_lost_nothing(half: Path, tmp_path: Path) -> None:
    with opened(copy(half, tmp_path)) as journal:
        assert journal.lost is None
        assert journal.read(held).result() == (CHANGES, rows(CHANGES))


@EVERYTHING
@given(rubbish=st.binary(max_size=4000), place=st.integers(0, 4000))
def test_a_damaged_tail_hinders_nobody(
    whole: Path, tmp_path_factory: pytest.TempPathFactory, rubbish: bytes, place: int
) -> None:
    folder = copy(whole, tmp_path_factory.mktemp("tail"))
    with (folder / TAIL).open("r+b") as tail:
        tail.seek(place)
        tail.write(rubbish)
    with opened(folder) as journal:
        assert journal.lost is None
        journal.write("follow-up", change).result()


def test_what_is_not_damaged_can_still_be_read(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        journal.write("follow-up", change).result()
        (page,) = journal.read(
            lambda db: db.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = 'calm_sessions'"
            ).fetchone()
        ).result()
    flip(tmp_path / DATABASE, (page - 1) * PAGE + 50, 3)
    told: list[str] = []
    with opened(tmp_path) as journal:
        journal.tell = told.append
        with pytest.raises(Damaged):
            journal.read(lambda db: db.execute("SELECT * FROM calm_sessions").fetchall()).result()
        assert journal.read(held).result() == (1, rows(1))
        journal.health.result()
        assert journal.damage is not None
        assert set(told) <= {journal.damage}


def test_the_key_of_another_journal_changes_nothing(whole: Path, tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(Damaged, match="not of this key"):
        Journal.open(folder, bytes(32))
    assert (folder / DATABASE).read_bytes() == before
    with opened(folder) as journal:
        assert journal.read(held).result() == (CHANGES, rows(CHANGES))


def test_every_page_that_is_not_what_was_written_is_refused_when_it_is_read(
    whole: Path, tmp_path: Path
) -> None:
    """Also the last page of a long text, of which SQLCipher would give zeros."""
    pages = (whole / DATABASE).stat().st_size // PAGE
    refused = 0
    for page in range(1, pages):
        folder = copy(whole, tmp_path)
        flip(folder / DATABASE, page * PAGE + 1000, 5)
        try:
            with opened(folder) as journal:
                assert journal.read(held).result() == (CHANGES, rows(CHANGES)), page
        except Damaged:
            refused += 1
    assert refused > pages / 3  # the rest are of tables and indexes that are empty


def test_no_backup_is_made_of_what_can_not_be_read(whole: Path, tmp_path: Path) -> None:
    """Else zeros would be kept as if they had been written, and look sound."""
    backup = tmp_path / "backup.db"
    for page in range(1, (whole / DATABASE).stat().st_size // PAGE):
        folder = copy(whole, tmp_path)
        flip(folder / DATABASE, page * PAGE + 2000, 1)
        with suppress(KnownError), opened(folder) as journal:
            journal.read(lambda db: backups.make(db, backup, KEY)).result()
        if backup.exists():
            made = connect(backup, KEY, read_only=True)
            assert held(made) == (CHANGES, rows(CHANGES)), page
            made.close()
            backup.unlink()


@pytest.mark.parametrize("size", [0, 512, PAGE - 1, PAGE + 1])
def test_a_database_cut_short_is_damaged(whole: Path, tmp_path: Path, size: int) -> None:
    folder = copy(whole, tmp_path)
    with (folder / DATABASE).open("r+b") as file:
        file.truncate(size)
    with pytest.raises(Damaged):
        Journal.open(folder, KEY)


def test_a_database_put_aside_keeps_what_belongs_to_it(half: Path, tmp_path: Path) -> None:
    aside = name_aside(copy(half, tmp_path))
    set_aside(tmp_path, aside)
    assert aside.name.startswith("journal-aside-")
    assert {file.name for file in tmp_path.iterdir()} == {
        aside.name,
        aside.name + "-wal",
        aside.stem + ".tail",
    }
    db = connect(aside, KEY)
    assert held(db) == (CHANGES, rows(CHANGES))
    db.close()
    with pytest.raises(Damaged):  # no new journal begins where one is missing
        Journal.open(tmp_path, KEY)
    assert name_aside(tmp_path) != aside


def test_a_newer_journal_is_left_untouched(half: Path, tmp_path: Path) -> None:
    folder = copy(half, tmp_path)
    with opened(folder) as journal:
        journal.write("later version", lambda db: applied(db, "of another year")).result()
        for name in (DATABASE, WAL):
            shutil.copy(folder / name, folder / f"{name}.cut")
    for name in (DATABASE, WAL):
        (folder / f"{name}.cut").replace(folder / name)
    before = {name: (folder / name).read_bytes() for name in (DATABASE, WAL)}
    assert before[WAL]
    with pytest.raises(Newer, match="newer Evenkeel than this one"):
        Journal.open(folder, KEY)
    assert {name: (folder / name).read_bytes() for name in (DATABASE, WAL)} == before
    assert not (folder / BACKUPS).exists()


def applied(db: Database, name: str) -> None:
    db.table("_sqlite_migrations").insert(
        {"migration_set": schema.NAME, "name": name, "applied_at": "2031-01-01"}
    )


def test_a_migration_that_fails_half_way_leaves_all_as_it_was_and_a_backup(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy(whole, tmp_path)
    monkeypatch.setattr(schema.migrations, "_migrations", list(schema.migrations._migrations))

    @schema.migrations(name="halved")
    def halved(db: Database) -> None:
        db.execute("CREATE TABLE halves (id INTEGER PRIMARY KEY)")
        db.execute("UPDATE follow_ups SET text = 'other'")
        db.execute("INSERT INTO follow_ups (id) VALUES (1)")

    with pytest.raises(driver.IntegrityError):
        Journal.open(folder, KEY)
    (backup,) = (folder / BACKUPS).iterdir()
    assert backup.name == "journal-before-halved.db"
    for path in (folder / DATABASE, backup):
        db = connect(path, KEY, read_only=True)
        assert held(db) == (CHANGES, rows(CHANGES))
        assert "halves" not in db.table_names()
        db.close()

    monkeypatch.setattr(
        schema.migrations, "_migrations", [m for m in schema.migrations._migrations if m.name != "halved"]
    )

    @schema.migrations(name="halved, mended")
    def mended(db: Database) -> None:
        db.execute("CREATE TABLE halves (id INTEGER PRIMARY KEY)")

    with opened(folder) as journal:
        assert journal.read(held).result() == (CHANGES, rows(CHANGES))
        assert journal.read(lambda db: "halves" in db.table_names()).result()


def test_without_its_key_no_new_journal_begins_over_the_old_one(whole: Path, tmp_path: Path) -> None:
    folder = copy(whole, tmp_path)
    with pytest.raises(keys.KeyDamaged, match="put key"):
        keys.create(folder, "a passphrase of words")
    assert (folder / DATABASE).read_bytes() == (whole / DATABASE).read_bytes()
