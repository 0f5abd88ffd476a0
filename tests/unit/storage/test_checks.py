"""Examining the journal's file, and putting one aside. What damage does is in tests/faults."""

import threading
from pathlib import Path

import pytest

from app.storage import schema
from app.storage.checks import Health, Stopped, examine, name_aside, set_aside
from app.storage.cipher import Database, connect, driver
from app.storage.journal import Journal
from app.storage.places import DATABASE

KEY = bytes(range(32))


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Give the file of a sound journal."""
    Journal.open(tmp_path, KEY).close()
    return tmp_path / DATABASE


def test_a_sound_file_is_said_to_be_and_stays_as_it_is(sound: Path) -> None:
    before, parts = sound.read_bytes(), []
    assert examine(sound, KEY, parts.append) == []
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)
    assert sound.read_bytes() == before
    assert Health(()).sound
    assert not Health(("a line",)).sound


def test_an_open_journal_can_be_examined(sound: Path) -> None:
    journal = Journal.open(sound.parent, KEY)
    assert examine(sound, KEY) == []
    journal.close()


def test_another_key_is_a_finding(sound: Path) -> None:
    assert examine(sound, bytes(32)) != []


def test_a_file_that_is_not_there_is_no_finding(tmp_path: Path) -> None:
    with pytest.raises(driver.OperationalError):
        examine(tmp_path / DATABASE, KEY)


def test_a_structure_that_is_wrong_is_found_though_every_page_is_what_was_written(sound: Path) -> None:
    db = connect(sound, KEY)
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET rootpage = 9 WHERE name = 'calm_sessions'")
    db.close()
    assert examine(sound, KEY) != []


def test_it_stops_when_it_is_told_to(sound: Path) -> None:
    with pytest.raises(Stopped):
        examine(sound, KEY, stop=lambda: True)
    stop = threading.Event()
    with pytest.raises(Stopped):
        examine(sound, KEY, progress=lambda part: stop.set() if part > 0 else None, stop=stop.is_set)


def test_writing_all_the_while_is_not_taken_for_damage(tmp_path: Path) -> None:
    """Pages that are copied from the -wal file while they are examined are looked at again."""

    def change(db: Database) -> None:
        row = {"id": schema.new_id() % 40, "text": "x" * 9000, "made_at": "", "state": "open"}
        db.table("follow_ups").upsert(row, pk="id")

    for _ in range(20):
        journal = Journal.open(tmp_path, KEY)
        while not journal.health.done():
            journal.write("follow-up", change)
            journal.settle().result()
        assert journal.health.result().sound
        assert journal.damage is None
        journal.close()


def test_nothing_to_put_aside_is_no_trouble(tmp_path: Path) -> None:
    set_aside(tmp_path, name_aside(tmp_path))
    assert list(tmp_path.iterdir()) == []
