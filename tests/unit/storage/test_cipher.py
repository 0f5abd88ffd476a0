"""SQLCipher under sqlite-utils: encrypted on the disk, and all that sqlite-utils offers works on it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.cipher import Database, connect, driver, unharmed

KEY = bytes(range(32))
SAID = b"a sentence nobody else should read"


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Database]:
    """Give an empty encrypted database."""
    db = connect(tmp_path / "plain.db", KEY)
    yield db
    db.close()


def test_insert_returning_works(plain: Database) -> None:
    """It fails where sqlite-utils takes another driver than the one that made the connection."""
    plain.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
    rows = plain.execute("INSERT INTO notes (text) VALUES ('one'), ('two') RETURNING id, text").fetchall()
    assert rows == [(1, "one"), (2, "two")]
    assert plain.table("notes").insert({"text": "three"}, pk="id").last_pk == 3
    assert plain.table("notes").upsert({"id": 3, "text": "drei"}, pk="id").last_pk == 3


def test_alter_true_adds_the_columns_that_are_missing(plain: Database) -> None:
    notes = plain.table("notes")
    notes.insert({"id": 1, "text": "one"}, pk="id")
    notes.insert({"id": 2, "text": "two", "mood": 3}, alter=True)
    notes.insert_all([{"id": 3, "day": "2026-11-22"}], alter=True)
    notes.update(1, {"heat": 0.5}, alter=True)
    assert list(notes.columns_dict) == ["id", "text", "mood", "day", "heat"]
    with pytest.raises(driver.OperationalError):
        notes.insert({"id": 4, "unknown": 1})


def test_nothing_readable_is_on_the_disk(tmp_path: Path) -> None:
    db = connect(tmp_path / "secret.db", KEY)
    db.table("notes").insert({"text": SAID.decode()})
    files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert {"secret.db", "secret.db-wal"} <= files.keys()
    for held in files.values():
        assert SAID not in held
        assert b"SQLite format" not in held
    db.close()


def test_it_is_kept_as_the_journal_needs(plain: Database) -> None:
    def set_to(name: str) -> object:
        return plain.execute(f"PRAGMA {name}").fetchone()[0]

    assert set_to("journal_mode") == "wal"
    assert set_to("synchronous") == 2  # FULL: a transaction is on the disk when it is done
    assert set_to("foreign_keys") == 1
    assert set_to("secure_delete") == 1
    assert set_to("temp_store") == 2  # in memory
    assert set_to("cipher_memory_security") == "0"
    assert set_to("auto_vacuum") == 0  # with it, SQLCipher takes a page of zeros for a sound one


def test_another_key_opens_nothing_and_nothing_is_said_on_the_error_output(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    connect(tmp_path / "some.db", KEY).table("notes").insert({"id": 1})
    with pytest.raises(driver.DatabaseError):
        connect(tmp_path / "some.db", os.urandom(32))
    assert capfd.readouterr() == ("", "")


def test_read_only_reads_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(driver.OperationalError):
        connect(tmp_path / "not there.db", KEY, read_only=True)
    assert list(tmp_path.iterdir()) == []
    db = connect(tmp_path / "some.db", KEY)
    db.table("notes").insert({"id": 1})
    db.close()
    reader = connect(tmp_path / "some.db", KEY, read_only=True)
    assert reader.table("notes").count == 1
    with pytest.raises(driver.OperationalError):
        reader.execute("DELETE FROM notes")
    reader.close()


NAMES = ["with space", "per cent %41", "hash#tag", "ümlaut"]
if sys.platform != "win32":
    NAMES.append("question?mode=memory")


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_folder_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    db = connect(folder / "some.db", KEY)
    db.table("notes").insert({"id": 1})
    db.close()
    assert (folder / "some.db").exists()


def test_a_page_that_was_changed_is_noticed_where_zeros_are_read_for_it(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    db = connect(path, KEY)
    db.execute("CREATE TABLE notes (text TEXT)")
    db.execute("INSERT INTO notes VALUES (?)", ["a" * 5000])
    assert unharmed(db)
    db.close()
    whole = bytearray(path.read_bytes())
    whole[-4000] ^= 1
    path.write_bytes(whole)
    db = connect(path, KEY, read_only=True)
    ((text,),) = db.execute("SELECT text FROM notes").fetchall()
    assert text != "a" * 5000
    assert not unharmed(db)
    db.close()
