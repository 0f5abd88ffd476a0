"""A sentence is planted everywhere, and every byte on the disk is searched for it: none while it is kept,
and none in the decrypted pages either once it is erased.
"""

import os
import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from app import bootstrap
from app.crash import write_report
from app.domain.journal import Call
from app.domain.timeline import Speaker, Utterance
from app.storage import backups, calls, erasure, keys, portable, reflections, removal, retention, search
from app.storage.cipher import Database, connect
from app.storage.journal import Journal
from app.storage.schema import migrations
from tests.faults.decrypted import pages
from tests.journals import NOON, a_call, a_reflection, its_report
from tests.open_journals import PASSPHRASE, keep, names, open_journal

SENTENCE = "The zanzibar heliotrope hums quietly at noon"
WORDS = ("zanzibar", "heliotrope")
"""Words that are nowhere else, as a search index holds them."""

TRACES = tuple(
    text.encode(code)
    for text in (SENTENCE, *WORDS, *map(str.upper, WORDS))
    for code in ("utf-8", "utf-16-le")
)
LARGE_SORT = """
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 15000)
    SELECT text || n AS told FROM transcript, counted ORDER BY told
"""
"""More than fits into the memory that SQLite sorts in before it asks for a temporary file."""

TODAY = NOON.astimezone().date()


def below(folder: Path) -> list[Path]:
    """Give every file below the folder, though files and folders come and go meanwhile."""
    return [Path(place, name) for place, _, names in os.walk(folder) for name in names]


def holding(folder: Path) -> list[str]:
    """Give the files below the folder whose names or bytes tell of the sentence."""
    found = []
    for path in below(folder):
        try:
            held = os.fsencode(path) + path.read_bytes()
        except FileNotFoundError:  # gone again already
            continue
        if any(trace in held for trace in TRACES):
            found.append(str(path.relative_to(folder)))
    return found


def decrypted(database: Path, key: bytes) -> int:
    """Give in how many pages of the database and its log, decrypted, free ones too, the sentence is left."""
    return sum(any(trace in page for trace in TRACES) for page in pages(database, key))


def temporary() -> list[str]:
    """Give the temporary files that SQLite has open, nameless as they are, where the system shows them."""
    found = []
    for number in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):
            found.append(str(number.readlink()))
    return [name for name in found if "etilqs" in name]


@contextmanager
def watched(folder: Path) -> Iterator[set[str]]:
    """Search the folder again and again meanwhile, for files that are there for a moment only."""
    seen, found, over = set[str](), set[str](), threading.Event()

    def look() -> None:
        last = False
        while not last:
            last = over.is_set()
            seen.update(path.name for path in below(folder))
            found.update(holding(folder), temporary())

    looker = threading.Thread(target=look)
    looker.start()
    try:
        yield seen
    finally:
        over.set()
        looker.join()
    assert not found


def plant(journal: Journal) -> Call:
    """Keep a call that tells the sentence wherever it can be told, among calls that don't."""
    for number in range(3):
        keep(journal, f"before {number}")
    call = keep(journal, SENTENCE)
    for number in range(3):
        keep(journal, f"after {number}")
    return call


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with a journal that holds the sentence, and backups of it; closed."""
    with open_journal(tmp_path / "journal") as journal:
        plant(journal)
        backups.daily(journal, journal.key, TODAY)
    return tmp_path


def test_no_file_tells_it_while_the_journal_is_open_or_closed(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    with watched(tmp_path) as seen, open_journal(folder) as journal:
        call = plant(journal)
        assert journal.read(lambda db: search.search(db, "zanzibar")).result()
        assert (folder / "journal.db-wal").stat().st_size > 0
        assert holding(tmp_path) == []
        backups.daily(journal, journal.key, TODAY)
        portable.write(journal, tmp_path / "carried")
        journal.write("a reflection", lambda db: reflections.save(db, a_reflection(note=SENTENCE))).result()
        journal.read(lambda db: db.conn.execute("VACUUM")).result()
        journal.read(lambda db: db.execute(LARGE_SORT).fetchone()).result()
        try:
            raise ValueError(SENTENCE)
        except ValueError as bug:
            write_report(bug, tmp_path / "crashes")
        bootstrap.export_journal(journal, elsewhere(tmp_path), lambda done, whole: None)
        erasure.call(journal, journal.key, call.id)
        assert holding(tmp_path) == []
    assert {"journal.db-wal", "tail", "key.json", "carried.evenkeel"} <= seen
    assert holding(tmp_path) == []


def elsewhere(tmp_path: Path) -> Path:
    """Give a folder outside the one that is searched, for what is plain by the user's wish."""
    place = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    place.mkdir()
    return place


def test_the_search_would_find_it(home: Path, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    plain = sqlite3.connect(tmp_path / "plain" / "plain.db")
    for statement in (
        "CREATE TABLE transcript (text TEXT)",
        "CREATE VIRTUAL TABLE transcript_fts USING fts5(text)",
        *[f"INSERT INTO transcript VALUES ('{SENTENCE}')"] * 14,
        "INSERT INTO transcript_fts VALUES ('a Zanzibar')",
    ):
        plain.execute(statement)
    plain.commit()
    plain.execute("PRAGMA temp_store = FILE")
    sorting = plain.execute(LARGE_SORT)
    sorting.fetchone()
    assert temporary() or not Path("/proc/self/fd").exists()
    sorting.close()
    plain.close()
    (tmp_path / "plain" / "wide.txt").write_text(SENTENCE, encoding="utf-16")
    assert sorted(holding(home)) == ["plain/plain.db", "plain/wide.txt"]
    key = keys.unlock(home / "journal", PASSPHRASE)
    assert decrypted(home / "journal" / "journal.db", key) > 0


def test_an_export_tells_it_and_is_the_only_one(home: Path, tmp_path: Path) -> None:
    with open_journal(home / "journal") as journal:
        bootstrap.export_journal(journal, home / "plain", lambda done, whole: None)
    assert set(holding(home)) >= {"plain/evenkeel.json", "plain/evenkeel.html", "plain/tables/transcript.csv"}
    assert all(name.startswith("plain/") for name in holding(home))


def test_after_erasing_the_call_not_even_decrypted_pages_tell_it(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        call = plant(journal)
        backups.daily(journal, journal.key, TODAY)
        keep(journal, "later")
        backups.daily(journal, journal.key, TODAY + timedelta(1))
        databases = [tmp_path / "journal.db", *backups.databases(tmp_path)]
        key = journal.key
        assert len(databases) == 3 and all(decrypted(path, key) for path in databases)
        erasure.call(journal, key, call.id)
        assert [decrypted(path, key) for path in databases] == [0, 0, 0]
        assert not journal.read(lambda db: search.search(db, "zanzibar")).result()
    assert [decrypted(path, key) for path in databases] == [0, 0, 0]
    assert len(names_of(tmp_path)) == 7


def names_of(folder: Path) -> list[str]:
    with open_journal(folder) as journal:
        return names(journal)


def test_a_purge_leaves_nothing_in_pages_either(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        plant(journal)
        backups.daily(journal, journal.key, TODAY)
        chosen = retention.Retention("never", calls=1, reflections=1, follow_ups=1)
        journal.write("kept", lambda db: db.execute("UPDATE follow_ups SET state = 'done'")).result()
        done = retention.carry_out(journal, journal.key, chosen, TODAY + timedelta(30))
        assert done.counts == retention.Counts(calls=7, reflections=7, follow_ups=7)
        for path in (tmp_path / "journal.db", *backups.databases(tmp_path)):
            assert decrypted(path, journal.key) == 0


def scattered(folder: Path, key: bytes, seed: int) -> Database:
    """Give a database whose rows came in no order, so that its pages were split and merged many times."""
    chance = random.Random(seed)
    db = connect(folder / "journal.db", key)
    migrations.apply(db)
    with db.atomic():
        for number in range(40):
            call = a_call(id=number + 1, name=f"Call {number}")
            db.table("calls").insert(
                {"id": call.id, "kind": "live", "name": "", "call_type": "", "began_at": "", "day": ""}
                | {"written_at": "", "source_kind": "", "sample_rate": 1, "channels": 1, "separation": ""}
            )
    for _ in range(20):
        with db.atomic():
            for number in chance.sample(range(40), 20):
                text = " ".join(chance.choices(["one", "two", "three", "four"], k=chance.randint(1, 60)))
                said = f"{text} {SENTENCE} {'x' * chance.choice([0, 5, 300, 5000])}" if number % 2 else text
                line = {"call_id": number + 1, "speaker": "agent", "start": 0, "end": 1, "text": said}
                db.table("transcript").insert(line | {"id": chance.randrange(2**52)})
                cue = {
                    "call_id": number + 1,
                    "place": chance.randrange(30),
                    "t": 0,
                    "technique": "",
                    "kind": "",
                }
                db.table("cues_shown").upsert(cue | {"text": "", "evidence": said}, pk=("call_id", "place"))
                told = a_reflection(id=number + 1000, call_id=number + 1, note=said, next_time=said[:99])
                reflections.save(db, told)
    return db


def erased(db: Database) -> None:
    with db.atomic():
        removal.remove(db, "calls", range(2, 41, 2))


def test_pages_that_were_split_and_merged_keep_no_copy_of_a_row(tmp_path: Path) -> None:
    key, left = bytes(range(32)), 0
    for seed in range(4):
        folder = tmp_path / str(seed)
        folder.mkdir()
        db = scattered(folder, key, seed)
        erased(db)
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        left += decrypted(folder / "journal.db", key)
        removal.rewrite(db)
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        assert decrypted(folder / "journal.db", key) == 0
        db.conn.close()
    assert left  # secure_delete alone leaves some: what the database is written anew for


def test_what_is_left_without_secure_delete_is_found(tmp_path: Path) -> None:
    key = bytes(range(32))
    db = scattered(tmp_path, key, 1)
    db.conn.execute("PRAGMA secure_delete = OFF").fetchall()
    erased(db)
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert decrypted(tmp_path / "journal.db", key) > 10
    db.conn.close()


def test_after_erasing_everything_no_file_is_left_and_no_key(home: Path, tmp_path: Path) -> None:
    folder = home / "journal"
    copied = (folder / "journal.db").read_bytes()
    with watched(home):
        erasure.everything(folder)
    assert [path.name for path in home.iterdir()] == [path.name for path in home.glob("journal-erased-*.txt")]
    assert holding(home) == []
    folder.mkdir()
    (folder / "journal.db").write_bytes(copied)
    with pytest.raises(keys.KeyDamaged):
        keys.unlock(folder, PASSPHRASE)


def test_the_key_itself_is_in_no_file(home: Path) -> None:
    folder = home / "journal"
    key = keys.unlock(folder, PASSPHRASE)
    with open_journal(folder) as journal:
        portable.write(journal, home / "carried")
        held = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        assert key not in held and key.hex().encode() not in held.lower()
        assert PASSPHRASE.encode() not in held and PASSPHRASE.encode("utf-16-le") not in held
        assert journal.key == key


def test_words_that_a_finished_reflection_lets_go_of_are_in_no_page_the_next_day(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        call = a_call()
        lines = tuple(
            Utterance(Speaker.AGENT, at, at + 9, f"{SENTENCE} {at}") for at in range(0, 90_000, 500)
        )
        report = its_report(call, transcript=lines)
        told = a_reflection(call_id=call.id)
        journal.write("a call", lambda db: calls.save(db, call, report, lines)).result()
        journal.write("a reflection", lambda db: reflections.save(db, told)).result()
        backups.daily(journal, journal.key, TODAY)
        journal.write("done", lambda db: reflections.finish(db, told.id, NOON, drop_words=True)).result()
        retention.carry_out(journal, journal.key, retention.Retention(), TODAY)
        for path in (tmp_path / "journal.db", *backups.databases(tmp_path)):
            assert decrypted(path, journal.key) == 0
        assert journal.read(lambda db: calls.get(db, call.id)).result() == call
