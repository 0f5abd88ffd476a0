"""The tables of the journal: what rows may look like, and that journals of earlier versions go on."""

import shutil
import threading
from functools import partial
from pathlib import Path

import pytest

from app.storage import calls, keys, reflections, rephrasings, schema, search
from app.storage.cipher import Database, driver
from app.storage.journal import Journal
from tests.data.journals.make import CALL, FOLDER, PASSPHRASE, ROWS, SCHEMA, fill, rows_of
from tests.journals import a_rephrasing, integrity

VERSIONS = sorted(int(folder.name) for folder in FOLDER.iterdir() if folder.name.isdigit())


def tables(db: Database) -> dict[str, str]:
    """Give how each table and index was made, without those of full-text search's inside."""
    made = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: " ".join(sql.split()) for name, sql in made}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_journal_of_any_version_opens_with_all_its_rows(version: int, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER / str(version), tmp_path / "journal")
    journal = Journal.open(folder, keys.unlock(folder, PASSPHRASE))
    assert journal.lost is None
    assert journal.health.result().sound
    assert list(ROWS) == list(schema.TABLES)
    for table, rows in rows_of(version).items():
        there = journal.read(lambda db, table=table: list(db.table(table).rows)).result()  # type: ignore[misc]
        assert len(there) == len(rows)
        for row, kept in zip(rows, there, strict=True):
            assert row.items() <= kept.items()
    for table, word in {"transcript": "parcel", "reflections": "ubung", "rephrasings": "cross"}.items():
        found = journal.read(lambda db, t=table, w=word: list(db.table(t).search(w))).result()  # type: ignore[misc]
        assert len(found) == len(rows_of(version)[table])
    journal.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_search_follows_what_is_written_into_a_journal_of_any_version(version: int, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER / str(version), tmp_path / "journal")
    journal = Journal.open(folder, keys.unlock(folder, PASSPHRASE))

    def write(db: Database) -> None:
        calls.correct(db, CALL, 0, "my pencil never arrived")
        (reflection,) = reflections.recent(db, 9)
        rephrasings.save(db, a_rephrasing(reflection, better="one moment please"))

    journal.write("corrected", write).result()
    for text, there in (("parcel", 0), ("pencil", 1)):
        assert len(journal.read(partial(search.search, text=text)).result()) == there
    assert len(journal.read(partial(rephrasings.find, typed="moment")).result()) == 1
    assert journal.health.result().sound
    journal.read(integrity).result()
    journal.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_journal_of_any_version_gets_the_tables_of_a_new_one(
    version: int, tmp_path: Path, db: Database
) -> None:
    """Else a migration was changed after it was published, and not added to."""
    folder = shutil.copytree(FOLDER / str(version), tmp_path / "old")
    journal = Journal.open(folder, keys.unlock(folder, PASSPHRASE))
    assert journal.read(tables).result() == tables(db)
    journal.close()


def test_there_is_a_journal_of_every_version() -> None:
    assert list(range(1, SCHEMA + 1)) == VERSIONS
    assert len(schema.known()) == SCHEMA


def test_what_belongs_to_a_call_goes_with_it(db: Database) -> None:
    fill(db)
    db.execute("DELETE FROM calls")
    left = {table: db.table(table).count for table in schema.TABLES if db.table(table).count}
    assert left == {"checklists": 1, "checklist_items": 2, "calm_sessions": 1}
    assert list(db.table("transcript").search("parcel")) == []
    assert list(db.table("rephrasings").search("cross")) == []
    assert list(db.table("reflections").search("paraphrase")) == []


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("calls", {"id": 7, "kind": "audio"}),
        ("reflections", {"id": 7, "mood_after": 6}),
        ("reflections", {"id": 7, "call_id": 999}),
        ("follow_ups", {"id": 7, "state": "forgotten"}),
        ("spurts", {"call_id": 999}),
        ("spurts", {}),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(db: Database, table: str, change: dict[str, object]) -> None:
    fill(db)
    with pytest.raises(driver.IntegrityError):
        db.table(table).insert({**ROWS[table][0], **change})


def test_ids_are_always_new_and_go_up_whatever_the_clock_does(monkeypatch: pytest.MonkeyPatch) -> None:
    first = schema.new_id()
    monkeypatch.setattr(schema.time, "time_ns", lambda: 1_000_000_000_000_000_000)
    ids = [schema.new_id() for _ in range(100)]
    assert ids[0] > first
    assert ids == sorted(set(ids))
    assert ids[-1] < 2**53


def test_ids_differ_between_threads() -> None:
    made: list[int] = []
    threads = [
        threading.Thread(target=lambda: made.extend(schema.new_id() for _ in range(500))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 2000
