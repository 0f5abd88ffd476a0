"""A backup to carry away: one file that opens elsewhere with the passphrase of its time."""

import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import KnownError
from app.storage import backups, keys, portable
from app.storage.journal import InUse
from app.storage.keys import WrongPassphrase
from app.storage.places import BACKUPS, DATABASE, KEY
from tests.open_journals import CHEAP, PASSPHRASE, files, keep, little_room, names, open_journal
from tests.unit.storage.test_backups import back_up


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portable file of a journal with one call."""
    folder = tmp_path_factory.mktemp("journal")
    with open_journal(folder) as journal:
        keep(journal, "carried")
        return portable.write(journal, tmp_path_factory.mktemp("stick") / "mine")


def test_it_opens_on_another_computer(carried: Path, tmp_path: Path) -> None:
    assert carried.name == "mine.evenkeel"
    assert stat.S_IMODE(carried.stat().st_mode) == 0o600
    assert list(carried.parent.iterdir()) == [carried]
    assert portable.restore(tmp_path / "other", carried, PASSPHRASE) is None
    with open_journal(tmp_path / "other") as journal:
        assert names(journal) == ["carried"]
        assert journal.lost is None


def test_it_opens_with_the_passphrase_of_its_time(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    with open_journal(folder) as journal:
        keep(journal, "then")
        file = portable.write(journal, tmp_path / "a.evenkeel")
    keys.change(folder, PASSPHRASE, "another kettle now", CHEAP)
    with pytest.raises(WrongPassphrase):
        portable.restore(folder, file, "another kettle now")
    assert portable.restore(folder, file, PASSPHRASE)
    with open_journal(folder) as journal:
        assert names(journal) == ["then"]
    assert backups.sound(next(folder.glob("journal-aside-*.db")), keys.unlock(folder, PASSPHRASE))


def test_the_journal_of_now_and_its_key_are_kept_aside(carried: Path, tmp_path: Path) -> None:
    with open_journal(tmp_path, "quite another one") as journal:
        back_up(journal, 0)
        key = journal.key
    aside = portable.restore(tmp_path, carried, PASSPHRASE)
    assert aside is not None
    with open_journal(tmp_path) as journal:
        assert names(journal) == ["carried"]
        assert backups.listed(tmp_path, journal.key) == []
    old = tmp_path / "put back"
    old.mkdir()
    aside.rename(old / DATABASE)
    (tmp_path / f"{aside.stem}.{KEY}").rename(old / KEY)
    (tmp_path / f"{aside.stem}.{BACKUPS}").rename(old / BACKUPS)
    with open_journal(old, "quite another one") as journal:
        assert journal.key == key
        assert names(journal) == ["day 0"]
        assert [backup.sound for backup in backups.listed(old, key)] == [True]


def test_backups_stay_where_the_key_is_the_same(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0)
        file = portable.write(journal, tmp_path / "a")
        back_up(journal, 1)
    portable.restore(tmp_path, file, PASSPHRASE)
    with open_journal(tmp_path) as journal:
        assert names(journal) == ["day 0"]
        assert [backup.calls for backup in backups.listed(tmp_path, journal.key)] == [2, 1]
        back_up(journal, 2)
        assert [backup.calls for backup in backups.listed(tmp_path, journal.key)] == [2, 2, 1]


def test_what_it_replaces_is_replaced_as_a_whole(carried: Path, tmp_path: Path) -> None:
    to = tmp_path / "mine.evenkeel"
    to.write_bytes(carried.read_bytes())
    with open_journal(tmp_path / "journal") as journal:
        keep(journal)
        journal.settle().result()
        for room in (0, 1_000, 100_000, to.stat().st_size - 1):
            with little_room(room), pytest.raises(KnownError):
                portable.write(journal, to)
            assert to.read_bytes() == carried.read_bytes()
            assert {path.name for path in tmp_path.iterdir()} == {"journal", to.name}
            assert not list(journal.folder.glob(".portable-*"))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A closed journal of somebody's own, with a backup."""
    with open_journal(tmp_path / "mine", "quite another one") as journal:
        back_up(journal, 0)
    return tmp_path / "mine"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_that_is_not_as_it_was_written_changes_nothing(
    carried: Path, mine: Path, data: st.DataObject
) -> None:
    before = files(mine)
    held = bytearray(carried.read_bytes())
    place = data.draw(st.integers(0, len(held) - 1))
    if data.draw(st.booleans()):
        held[place] ^= data.draw(st.integers(1, 255))
    else:
        held = held[:place]
    broken = mine.parent / "broken.evenkeel"
    broken.write_bytes(held)
    try:
        portable.restore(mine, broken, PASSPHRASE)
    except KnownError:
        assert files(mine) == before
    else:  # what a ZIP archive says of dates and versions may be anything
        with open_journal(mine) as journal:
            assert names(journal) == ["carried"]


def test_other_files_are_refused_by_name(carried: Path, mine: Path, tmp_path: Path) -> None:
    before = files(mine)
    other, text, huge = tmp_path / "other.zip", tmp_path / "text.evenkeel", tmp_path / "huge.evenkeel"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("../escape", "x")
    text.write_text("Dear journal")
    with zipfile.ZipFile(huge, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DATABASE, bytes(10_000_000))
        archive.writestr(KEY, "{}")
    for path, said in (
        (other, "no backup of a journal"),
        (text, "no backup of a journal"),
        (huge, "no backup of a journal"),
        (tmp_path / "nothing", "can't be read"),
        (tmp_path, "can't be read"),
    ):
        with pytest.raises(KnownError, match=said):
            portable.restore(mine, path, PASSPHRASE)
        assert files(mine) == before


def test_a_wrong_passphrase_or_an_open_journal_changes_nothing(carried: Path, mine: Path) -> None:
    before = files(mine)
    with pytest.raises(WrongPassphrase):
        portable.restore(mine, carried, "not the passphrase")
    assert files(mine) == before
    with open_journal(mine, "quite another one") as journal:
        with pytest.raises(InUse):
            portable.restore(mine, carried, PASSPHRASE)
        assert names(journal) == ["day 0"]


def test_where_it_fails_half_way_all_is_as_it_was(carried: Path, mine: Path) -> None:
    # The key can't be written, once the journal of now is out of the way already.
    (mine / "key.json.new" / "in the way").mkdir(parents=True)
    before = files(mine)
    with pytest.raises(KnownError):
        portable.restore(mine, carried, PASSPHRASE)
    assert files(mine) == before
    with open_journal(mine, "quite another one") as journal:
        assert names(journal) == ["day 0"]
        assert journal.lost is None
