"""Erasing: one call with all that belongs to it, or everything; what was broken off is done again."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import KnownError
from app.storage import backups, calls, checklists, erasure, keys, portable, removal
from app.storage.journal import InUse, Journal
from tests.journals import NOON, integrity
from tests.open_journals import PASSPHRASE, files, keep, names, open_journal
from tests.unit.storage.test_backups import flip
from tests.unit.storage.test_retention import a_run, sizes

TODAY = NOON.astimezone().date()


def test_a_call_goes_with_all_that_belongs_to_it_from_the_backups_too(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, "stays")
        before = journal.read(sizes).result()
        call = keep(journal, "zanzibar")
        journal.write("run", lambda db: checklists.save_run(db, a_run(call.id))).result()
        backups.daily(journal, journal.key, TODAY)
        keep(journal, "running", ended_at=None)
        backups.daily(journal, journal.key, TODAY + timedelta(1))
        receipt = erasure.call(journal, journal.key, call.id)
        assert names(journal) == ["stays"]
        newer, older = backups.listed(tmp_path, journal.key)
        assert newer.sound and older.sound and newer.calls == older.calls == 1
        with backups.opened(older.path, journal.key) as db:
            assert sizes(db) == before
        assert receipt.files == (tmp_path / "journal.db", *sorted([older.path, newer.path]))
        assert not receipt.untouched
        assert str(call.id) in receipt.text and "zanzibar" not in receipt.text
        journal.read(integrity).result()


def test_a_call_that_only_a_backup_has_goes_from_there(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        call = keep(journal)
        made = backups.daily(journal, journal.key, TODAY)
        assert made
        journal.write("gone", lambda db: db.table("calls").delete(call.id)).result()
        assert erasure.call(journal, journal.key, call.id).files == (made.path,)
        with pytest.raises(KnownError, match="There is no call"):
            erasure.call(journal, journal.key, call.id)


def test_a_deleted_call_can_be_erased_and_a_running_one_can_not(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        deleted, running = keep(journal), keep(journal, "running", ended_at=None)
        journal.write("delete", lambda db: calls.delete(db, deleted.id)).result()
        erasure.call(journal, journal.key, deleted.id)
        with pytest.raises(KnownError, match="not over yet"):
            erasure.call(journal, journal.key, running.id)
        assert journal.read(sizes).result()["calls"] == 1


def test_files_that_can_not_be_looked_into_are_named(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        call = keep(journal)
        backups.daily(journal, journal.key, TODAY)
        damaged = tmp_path / "backups" / "journal-2026-01-01.db"
        aside = tmp_path / "journal-aside-20260101-101010.db"
        for path in (damaged, aside):
            path.write_bytes(bytes(8192))
        receipt = erasure.call(journal, journal.key, call.id)
        assert receipt.untouched == (damaged, aside)
        assert str(aside) in receipt.text and "delete them" in receipt.text
        assert aside.read_bytes() == bytes(8192)


def test_a_journal_that_was_put_aside_loses_it_too_where_its_key_is_the_same(tmp_path: Path) -> None:
    with open_journal(tmp_path / "elsewhere", "quite another one") as journal:
        carried = portable.write(journal, tmp_path / "carried")
    folder = tmp_path / "mine"
    with open_journal(folder) as journal:
        call = keep(journal)
        made = backups.daily(journal, journal.key, TODAY)
        keep(journal, "stays")
        key = journal.key
    assert made
    same = backups.restore(folder, key, made)
    with open_journal(folder) as journal:
        keep(journal, "also stays")
        receipt = erasure.call(journal, key, call.id)
        assert receipt.files == (folder / "journal.db", made.path, same) and not receipt.untouched
        with backups.opened(same, key) as db:
            assert [each.name for each in calls.recent(db, 9)] == ["stays"]
        assert backups.sound(same, key)
        here = portable.write(journal, tmp_path / "here")
    # What another key opens is named, with its backups, and not touched.
    other = portable.restore(folder, carried, "quite another one")
    assert other
    portable.restore(folder, here, PASSPHRASE)
    (empty,) = [path for path in backups.asides(folder) if path not in (same, other)]
    with open_journal(folder) as journal:
        receipt = erasure.call(journal, key, names_and_ids(journal)["also stays"])
    assert receipt.files == (folder / "journal.db", other)
    assert receipt.untouched == tuple(sorted([folder / f"{other.stem}.backups", empty]))


def names_and_ids(journal: Journal) -> dict[str, int]:
    return {call.name: call.id for call in journal.read(lambda db: calls.recent(db, 9)).result()}


def test_everything_leaves_no_file_and_a_receipt(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    (tmp_path / "settings.json").write_text("{}")
    with open_journal(folder) as journal:
        keep(journal, "secret")
        made = backups.daily(journal, journal.key, TODAY)
        carried = portable.write(journal, tmp_path / "carried")
        key = journal.key
    assert made
    flip(folder / "journal.db")
    backups.restore(folder, key, made)
    (folder / "a link").symlink_to(tmp_path / "settings.json")
    there = set(files(folder))
    receipt = erasure.everything(folder)
    assert not folder.exists()
    assert {path.name for path in tmp_path.iterdir()} == {
        "settings.json",
        carried.name,
        f"{receipt.kept_at and receipt.kept_at.name}",
    }
    assert there <= {str(path.relative_to(folder)) for path in receipt.files}
    assert receipt.kept_at and receipt.kept_at.read_text(encoding="utf-8") == receipt.text
    assert receipt.size > made.size and "command backup" in receipt.text and "secret" not in receipt.text
    with pytest.raises(KnownError, match="nothing to erase"):
        erasure.everything(folder)
    with open_journal(folder) as journal:
        assert names(journal) == []


def test_everything_waits_for_the_journal_to_be_closed(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal)
        with pytest.raises(InUse):
            erasure.everything(tmp_path)
        assert names(journal) == ["Call at noon"]


@pytest.mark.parametrize("left", [["key.copy.json", "journal.db"], ["journal.db"], ["tail"], []])
def test_what_was_broken_off_is_done_again(tmp_path: Path, left: list[str]) -> None:
    folder = tmp_path / "journal"
    with open_journal(folder) as journal:
        keep(journal)
    for name in files(folder):
        if name not in left:
            (folder / name).unlink()
    erasure.everything(folder)
    assert not folder.exists()


def test_an_erasure_of_a_call_that_was_broken_off_is_done_again(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        call = keep(journal)
        done = backups.daily(journal, journal.key, TODAY)
        keep(journal, "later")
        left = backups.daily(journal, journal.key, TODAY + timedelta(1))
        assert done and left
        with removal.in_backup(done.path, journal.key) as db:  # so it stands after the first of the backups
            removal.remove(db, "calls", [call.id])
        receipt = erasure.call(journal, journal.key, call.id)
        assert receipt.files == (tmp_path / "journal.db", left.path)
        assert names(journal) == ["later"]


def test_the_key_is_gone_before_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    with open_journal(folder) as journal:
        keep(journal)
    (folder / "journal.db").rename(tmp_path / "copied")
    erasure.everything(folder)
    folder.mkdir()
    (tmp_path / "copied").rename(folder / "journal.db")
    with pytest.raises(keys.KeyDamaged):
        keys.unlock(folder, PASSPHRASE)
