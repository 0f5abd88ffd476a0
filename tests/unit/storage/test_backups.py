"""Backups: one a day, whole and checked; going back to one, whatever is in the way."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.errors import KnownError
from app.storage import backups, calls
from app.storage.backups import KEPT
from app.storage.journal import Damaged, InUse, Journal
from app.storage.places import BACKUPS, DATABASE, PART
from tests.open_journals import files, keep, little_room, names, open_journal

DAY = date(2026, 11, 18)


def days(folder: Path, key: bytes) -> list[int]:
    """Give how many days after DAY the backups are of, the newest first."""
    return [(backup.day - DAY).days for backup in backups.listed(folder, key)]


def back_up(journal: Journal, *after: int) -> None:
    """Change something and make the backup of each of these days."""
    for day in after:
        keep(journal, f"day {day}")
        assert backups.daily(journal, journal.key, DAY + timedelta(day))


def flip(path: Path, place: float = 0.5) -> None:
    held = bytearray(path.read_bytes())
    held[int(len(held) * place)] ^= 1
    path.write_bytes(held)


def test_a_backup_is_a_whole_checked_copy_for_its_owner_only(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, "one")
        keep(journal, "running", ended_at=None)
        made = backups.daily(journal, journal.key, DAY)
        assert made is not None and made.sound
        assert (made.day, made.calls, made.size) == (DAY, 1, made.path.stat().st_size)
        assert backups.listed(tmp_path, journal.key) == [made]
        assert made.path.name == "journal-2026-11-18.db"
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert [path.name for path in (tmp_path / BACKUPS).iterdir()] == [made.path.name]
        with backups.opened(made.path, journal.key) as db:
            assert [call.name for call in calls.recent(db, 9)] == ["one"]


def test_there_is_one_a_day_and_none_where_nothing_changed(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0)
        keep(journal)
        assert backups.daily(journal, journal.key, DAY) is None
        back_up(journal, 1)
        assert backups.daily(journal, journal.key, DAY + timedelta(2)) is None
        assert days(tmp_path, journal.key) == [1, 0]


def test_seven_are_kept(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, *range(10))
        assert days(tmp_path, journal.key) == [9, 8, 7, 6, 5, 4, 3]
        assert len(days(tmp_path, journal.key)) == KEPT


def test_a_clock_that_was_set_back_costs_no_newer_backup(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 10, 11, 12, 13, 14, 15, 16, 3, 4)
        assert days(tmp_path, journal.key) == [4, 3, 16, 15, 14, 13, 12]
        back_up(journal, 15)  # the name is taken by one that is older
        newest, *_ = backups.listed(tmp_path, journal.key)
        assert (newest.day, newest.calls) == (DAY + timedelta(15), 10)
        assert len(days(tmp_path, journal.key)) == KEPT


def test_a_damaged_one_is_shown_as_such_and_is_not_gone_back_to(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0, 1)
        newest, older = backups.listed(tmp_path, journal.key)
        flip(newest.path)
        assert [backup.sound for backup in backups.listed(tmp_path, journal.key)] == [False, True]
        assert backups.newest_good(tmp_path, journal.key) == older
        assert not backups.sound(older.path, bytes(32))
        key = journal.key
    before = files(tmp_path)
    with pytest.raises(KnownError, match="damaged, so nothing was changed"):
        backups.restore(tmp_path, key, newest)
    assert files(tmp_path) == before


def test_one_that_no_longer_opens_is_the_first_to_go(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, *range(7))
        (tmp_path / BACKUPS / "journal-2026-11-23.db").write_bytes(b"no database")
        back_up(journal, 7)
        assert days(tmp_path, journal.key) == [7, 6, 4, 3, 2, 1, 0]


@pytest.mark.parametrize("room", [0, 4096, 100_000])
def test_a_full_disk_leaves_no_half_of_one(tmp_path: Path, room: int) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0)
        keep(journal)
        journal.settle().result()
        before = files(tmp_path / BACKUPS)
        with little_room(room), pytest.raises(KnownError, match="make room there"):
            backups.daily(journal, journal.key, DAY + timedelta(1))
        assert files(tmp_path / BACKUPS) == before
        assert backups.daily(journal, journal.key, DAY + timedelta(1))


def test_what_a_crash_left_is_in_nobodys_way(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        (tmp_path / BACKUPS).mkdir()
        (tmp_path / BACKUPS / f"journal-2026-11-18.db{PART}").write_bytes(b"half")
        back_up(journal, 0)
        assert days(tmp_path, journal.key) == [0]
        assert len(list((tmp_path / BACKUPS).iterdir())) == 1


def test_going_back_keeps_the_journal_of_now_aside(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0, 1)
        keep(journal, "after")
        key = journal.key
    older = backups.listed(tmp_path, key)[1]
    aside = backups.restore(tmp_path, key, older)
    assert aside is not None
    with open_journal(tmp_path) as journal:
        assert names(journal) == ["day 0"]
        assert journal.lost is None
    with backups.opened(aside, key) as db:
        assert [call.name for call in calls.recent(db, 9)] == ["after", "day 1", "day 0"]


def test_after_going_back_the_next_backup_is_the_newest(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0, 1, 2)
        key = journal.key
    backups.restore(tmp_path, key, backups.listed(tmp_path, key)[2])
    with open_journal(tmp_path) as journal:
        assert backups.daily(journal, key, DAY + timedelta(3))
        assert days(tmp_path, key) == [3, 2, 1, 0]
        back_up(journal, 4)
        assert days(tmp_path, key) == [4, 3, 2, 1, 0]


def test_a_damaged_journal_is_gone_back_from(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0)
        key = journal.key
    flip(tmp_path / DATABASE)
    good = backups.newest_good(tmp_path, key)
    assert good is not None
    aside = backups.restore(tmp_path, key, good)
    assert aside is not None and not backups.sound(aside, key)
    with open_journal(tmp_path) as journal:
        assert names(journal) == ["day 0"]


def test_an_open_journal_is_not_replaced(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0, 1)
        before = backups.listed(tmp_path, journal.key)
        with pytest.raises(InUse):
            backups.restore(tmp_path, journal.key, before[1])
        assert names(journal) == ["day 0", "day 1"]


def test_going_back_on_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        back_up(journal, 0)
        keep(journal)
        key = journal.key
    before = files(tmp_path)
    with little_room(50_000), pytest.raises(KnownError):
        backups.restore(tmp_path, key, backups.listed(tmp_path, key)[0])
    assert files(tmp_path) == before


def test_a_restore_that_was_killed_in_the_middle_is_no_new_journal(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, "noon")
        key = journal.key
        backups.daily(journal, key, DAY)
    (tmp_path / "tail").unlink()
    (tmp_path / "journal.db").rename(tmp_path / "journal-aside-20261101-120000.db")
    with pytest.raises(Damaged):
        Journal.open(tmp_path, key)
    newest = backups.newest_good(tmp_path, key)
    assert newest is not None
    backups.restore(tmp_path, key, newest)
    Journal.open(tmp_path, key).close()
