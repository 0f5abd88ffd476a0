"""A restore that is killed at any step: it is told, the same again brings it to its end, nothing is lost."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from app.errors import KnownError
from app.storage import backups, keys, portable
from app.storage.journal import Damaged
from app.storage.keys import KeyDamaged, WrongPassphrase
from tests.faults.killed import killed_at
from tests.open_journals import PASSPHRASE, keep, names, open_journal
from tests.unit.storage.test_backups import back_up

MINE = "quite another one"
FEWEST = 15
"""Steps that such a restore has at least."""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A closed journal with a backup, and something that is only in its -wal file."""
    folder, whole = tmp_path / "mine", tmp_path / "whole"
    with open_journal(folder, MINE) as journal:
        back_up(journal, 0)
        journal.settle().result()
        keep(journal, "late")
        shutil.copytree(folder, whole)
    return whole


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    """A portable file with another key."""
    with open_journal(tmp_path / "elsewhere") as journal:
        keep(journal, "carried")
        return portable.write(journal, tmp_path / "carried")


def killed_ones(whole: Path | None, into: Path, work: Callable[[Path], object]) -> Iterator[Path]:
    """Give a folder for each step at which the work was killed in a copy of the whole one."""
    for number in count(1):
        folder = into / str(number)
        if whole is not None:
            shutil.copytree(whole, folder)
        if not killed_at(number, lambda folder=folder: work(folder)):
            assert number > FEWEST
            return
        yield folder


def seen(folder: Path) -> set[str]:
    """Give the calls seen with either passphrase; "told" where a sentence says that all is not well."""
    found = set[str]()
    for passphrase in (MINE, PASSPHRASE):
        try:
            if keys.exists(folder):
                with open_journal(folder, passphrase) as journal:
                    found |= set(names(journal)) or {"a new journal"}
                    assert journal.lost is None
            else:
                keys.create(folder, passphrase, keys.Cost(1, 8, 1))
                found.add("a new key")
        except (Damaged, KeyDamaged):
            found.add("told")
        except WrongPassphrase:
            pass
    return found


def test_one_with_another_key_is_done_again_and_undone(mine: Path, carried: Path, tmp_path: Path) -> None:
    states = set()

    def restore(folder: Path) -> object:
        return portable.restore(folder, carried, PASSPHRASE)

    for folder in killed_ones(mine, tmp_path / "killed", restore):
        looked_at = tmp_path / "looked at" / folder.name
        shutil.copytree(folder, looked_at)
        states.add(frozenset(seen(looked_at)))
        for again in (folder, looked_at):
            restore(again)
            assert seen(again) == {"carried"}
            asides = []
            for aside in backups.asides(again):
                with suppress(KnownError):
                    portable.restore(again, aside, MINE)
                    with open_journal(again, MINE) as journal:
                        asides.append(names(journal))
            assert ["day 0", "late"] in asides
    assert states == {frozenset({"day 0", "late"}), frozenset({"told"}), frozenset({"carried"})}


def test_one_on_a_new_computer_is_done_again(carried: Path, tmp_path: Path) -> None:
    def restore(folder: Path) -> object:
        return portable.restore(folder, carried, PASSPHRASE)

    for folder in killed_ones(None, tmp_path / "killed", restore):
        restore(folder)
        assert seen(folder) == {"carried"}


def test_going_back_to_a_backup_is_done_again(mine: Path, tmp_path: Path) -> None:
    key = keys.unlock(mine, MINE)

    def restore(folder: Path) -> object:
        newest = backups.newest_good(folder, key)
        assert newest is not None
        return backups.restore(folder, key, newest)

    for folder in killed_ones(mine, tmp_path / "killed", restore):
        restore(folder)
        assert seen(folder) == {"day 0"}
        kept = set[str]()
        for aside in backups.asides(folder):
            portable.restore(folder, aside, MINE)
            kept |= seen(folder)
        assert kept >= {"day 0", "late"}
