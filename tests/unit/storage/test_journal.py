"""The open journal: what is asked is done in order, whole or not at all, and nobody waits for ever."""

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from app.errors import KnownError
from app.storage import trouble
from app.storage.cipher import Database, driver
from app.storage.journal import Journal, Locked
from app.storage.places import DATABASE, LOCK
from app.storage.trouble import Damaged, translated

KEY = bytes(range(32))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal.open(tmp_path, KEY)
    yield journal
    journal.close()


def add(text: str, number: int | None = None):  # type: ignore[no-untyped-def]
    """Give the work of adding a follow-up."""

    def work(db: Database) -> int:
        row = {"id": number, "text": text, "made_at": "", "state": "open"}
        return db.table("follow_ups").insert(row, pk="id").last_pk  # type: ignore[no-any-return]

    return work


def texts(db: Database) -> list[str]:
    return [text for (text,) in db.execute("SELECT text FROM follow_ups ORDER BY id").fetchall()]


def number(db: Database) -> int:
    ((changes,),) = db.execute("SELECT value FROM state WHERE name = 'changes'").fetchall()
    return int(changes)


def test_what_was_written_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "new" / "journal", KEY)
    assert journal.write("follow-up", add("call back", 5)).result() == 5
    journal.close()
    journal = Journal.open(tmp_path / "new" / "journal", KEY)
    assert journal.read(texts).result() == ["call back"]
    assert journal.lost is None
    assert journal.health.result().sound
    assert journal.damage is None
    journal.close()


def test_everything_is_done_in_the_order_it_was_asked_by_one_thread(journal: Journal) -> None:
    asked = [journal.write("follow-up", add(str(n), n)) for n in range(50)]
    assert journal.read(texts).result() == [str(n) for n in range(50)]
    assert [answer.result() for answer in asked] == list(range(50))
    threads = {journal.read(lambda db: threading.current_thread()).result() for _ in range(3)}
    assert len(threads) == 1
    assert threading.current_thread() not in threads


def test_many_threads_may_ask(journal: Journal) -> None:
    def ask(first: int) -> None:
        for n in range(first, first + 25):
            journal.write("follow-up", add(str(n), n)).result()

    threads = [threading.Thread(target=ask, args=(first,)) for first in range(0, 100, 25)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.read(texts).result() == [str(n) for n in range(100)]
    assert journal.read(number).result() == 100


def test_a_failure_takes_back_all_of_it_and_nothing_else(journal: Journal) -> None:
    def half(db: Database) -> None:
        add("half", 2)(db)
        raise ValueError("no")

    journal.write("follow-up", add("before", 1)).result()
    failed, after = journal.write("follow-up", half), journal.write("follow-up", add("after", 3))
    with pytest.raises(ValueError):
        failed.result()
    after.result()
    assert journal.read(texts).result() == ["before", "after"]
    assert journal.read(number).result() == 2


def test_a_bug_of_ours_comes_through_as_it_is(journal: Journal) -> None:
    journal.write("follow-up", add("one", 1)).result()
    with pytest.raises(driver.IntegrityError):
        journal.write("follow-up", add("again", 1)).result()
    with pytest.raises(driver.OperationalError, match="no such table"):
        journal.read(lambda db: db.execute("SELECT * FROM missing")).result()
    assert journal.damage is None


def test_nobody_sees_half_of_a_change(journal: Journal, tmp_path: Path) -> None:
    entered, go = threading.Event(), threading.Event()

    def slow(db: Database) -> None:
        add("half", 1)(db)
        entered.set()
        go.wait()
        add("whole", 2)(db)

    writing = journal.write("follow-up", slow)
    entered.wait()
    reading = journal.read(texts)
    assert not reading.done()
    go.set()
    writing.result()
    assert reading.result() == ["half", "whole"]


def test_what_is_cancelled_in_time_is_not_done(journal: Journal) -> None:
    go = threading.Event()
    busy = journal.read(lambda db: go.wait())
    cancelled = journal.write("follow-up", add("never", 1))
    assert cancelled.cancel()
    go.set()
    assert busy.result()
    assert journal.read(texts).result() == []


def test_close_finishes_what_was_asked_and_answers_what_comes_later(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, KEY)
    asked = [journal.write("follow-up", add(str(n), n)) for n in range(20)]
    journal.close()
    assert all(answer.done() for answer in asked)
    late: list[Future[object]] = [
        journal.write("follow-up", add("late")),
        journal.read(texts),
        journal.settle(),
    ]
    for answer in late:
        with pytest.raises(Locked, match="unlock it with your passphrase"):
            answer.result(timeout=0)
    journal.close()
    assert {file.name for file in tmp_path.iterdir()} == {DATABASE, LOCK, "tail"}
    journal = Journal.open(tmp_path, KEY)
    assert len(journal.read(texts).result()) == 20
    journal.close()


def test_closing_while_others_ask_leaves_nobody_waiting(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, KEY)
    answers: list[Future[int]] = []
    begun = threading.Event()

    def ask() -> None:
        for n in range(500):
            answers.append(journal.write("follow-up", add(str(n))))
            begun.set()

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    begun.wait()
    journal.close()
    for thread in threads:
        thread.join()
    done = sum(answer.exception(timeout=0) is None for answer in answers)
    assert all(isinstance(answer.exception(), Locked | None) for answer in answers)
    journal = Journal.open(tmp_path, KEY)
    assert len(journal.read(texts).result()) == done
    journal.close()


def test_closing_does_not_wait_for_the_examination(tmp_path: Path) -> None:
    for _ in range(5):
        journal = Journal.open(tmp_path, KEY)
        journal.close()
        fault = journal.health.exception(timeout=0)
        assert fault is None or isinstance(fault, Locked)


def test_what_is_found_only_while_others_write_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter([["a page that is half written"], []])
    monkeypatch.setattr("app.storage.journal.examine", lambda *path_and_key, stop: next(looks))
    journal = Journal.open(tmp_path, KEY)
    assert journal.health.result().sound
    assert journal.damage is None
    assert list(looks) == []
    journal.close()


def test_what_an_examination_finds_once_more_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter([[], ["a page that is half written"], [], ["a bad page"], ["a bad page"]])
    monkeypatch.setattr("app.storage.journal.examine", lambda *path_and_key, stop: next(looks))
    with closing(Journal.open(tmp_path, KEY)) as journal:
        assert journal.health.result().sound
        assert journal.examine() == [] and journal.damage is None
        assert journal.examine() == ["a bad page"] and journal.damage is not None
        with pytest.raises(Damaged):
            journal.write("follow-up", add("call back", 1)).result()
    with pytest.raises(Locked):
        journal.examine()


def test_an_examination_tells_how_far_it_is(tmp_path: Path) -> None:
    parts: list[float] = []
    with closing(Journal.open(tmp_path, KEY)) as journal:
        assert journal.examine(parts.append) == []
    assert parts[0] == 0.0 and parts[-1] == 1.0 and parts == sorted(parts)


def test_settling_leaves_nothing_beside_the_main_file(journal: Journal, tmp_path: Path) -> None:
    journal.write("follow-up", add("call back", 1)).result()
    assert (tmp_path / f"{DATABASE}-wal").stat().st_size > 0
    journal.settle().result()
    assert (tmp_path / f"{DATABASE}-wal").stat().st_size == 0
    assert journal.read(texts).result() == ["call back"]


def test_what_can_not_be_part_of_a_transaction_can_be_done(journal: Journal) -> None:
    journal.read(lambda db: db.execute("VACUUM")).result()


def test_a_clock_set_back_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Past(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Past":
            return cls(1999, 1, 1, tzinfo=tz)

    journal = Journal.open(tmp_path, KEY)
    journal.write("follow-up", add("before", 1)).result()
    monkeypatch.setattr("app.storage.journal.datetime", Past)
    journal.write("follow-up", add("after", 2)).result()
    journal.close()
    journal = Journal.open(tmp_path, KEY)
    assert journal.lost is None
    assert journal.read(texts).result() == ["before", "after"]
    journal.close()


@pytest.mark.parametrize("what", ["Übung", "k" * 25])
def test_a_kind_that_does_not_fit_the_tail_is_a_bug(journal: Journal, what: str) -> None:
    with pytest.raises(AssertionError):
        journal.write(what, texts)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", trouble.DiskFull),
        ("SQLITE_READONLY_DIRECTORY", trouble.Unwritable),
        ("SQLITE_CANTOPEN", trouble.Unwritable),
        ("SQLITE_IOERR_WRITE", trouble.Unwritable),
        ("SQLITE_CORRUPT", trouble.Damaged),
        ("SQLITE_CORRUPT_VTAB", trouble.Damaged),
        ("SQLITE_NOTADB", trouble.Damaged),
        ("SQLITE_BUSY_SNAPSHOT", trouble.InUse),
        ("SQLITE_CONSTRAINT_UNIQUE", None),
        ("SQLITE_ERROR", None),
    ],
)
def test_every_refusal_of_the_world_has_its_sentence(
    name: str, kind: type[KnownError] | None, tmp_path: Path
) -> None:
    fault = driver.OperationalError("refused")
    fault.sqlite_errorname = name
    known = translated(fault, tmp_path)
    assert known is None if kind is None else type(known) is kind
    if known is not None:
        assert str(known).endswith(".") and str(known).count("\n") == 0


def test_what_killed_processes_left_is_gone_once_it_is_open(tmp_path: Path) -> None:
    kept = tmp_path / "backups" / "journal-2026-11-18.db"
    left = [
        *(tmp_path / name for name in ("coming.db", "coming.db.part", "coming.db-wal", "coming.db-journal")),
        *(tmp_path / name for name in (".probe-77", ".portable-x/journal.db", ".portable-x/key.json")),
        *(kept.with_name(kept.name + end) for end in (".part", ".part-journal")),
        *(kept.with_name(f"journal-2026-11-17.db{end}") for end in ("-wal", "-shm", "-journal")),
    ]
    for path in (kept, *left):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"left")
    with contextlib.closing(Journal.open(tmp_path, KEY)) as journal:
        assert not [path for path in left if path.exists()]
        assert not (tmp_path / ".portable-x").exists()
        assert kept.read_bytes() == b"left"
        journal.write("test", lambda db: None).result()


def test_it_can_be_closed_by_what_follows_an_answer(tmp_path: Path) -> None:
    refused: list[BaseException] = []
    with contextlib.closing(Journal.open(tmp_path, KEY)) as journal:

        def close(answer: object) -> None:
            try:
                journal.close()
            except BaseException as fault:
                refused.append(fault)

        begun, go_on = threading.Event(), threading.Event()

        def work(db: Database) -> None:
            begun.set()
            go_on.wait()

        answer = journal.read(work)
        begun.wait()
        answer.add_done_callback(close)
        go_on.set()
        answer.result()
        journal.close()
    assert not refused
