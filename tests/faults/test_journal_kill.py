"""A journal whose process is killed at any moment: what was acknowledged is there, whole, and in order."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.storage.cipher import connect
from app.storage.journal import InUse, Journal
from app.storage.places import DATABASE
from tests.faults.journal_writer import KEY, held, rows

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 200


@contextmanager
def writer(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a writer that waits for its first line; it is gone afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.journal_writer", str(folder)],
        bufsize=0,  # else what was read ahead is lost to communicate()
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def go(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(b"go\n")
    process.stdin.flush()


def one_round(
    process: subprocess.Popen[bytes], chance: random.Random, hears: Sequence[int] = (0, 1, 2, 5, 20, 60)
) -> list[int]:
    """Let it write, kill it after some acknowledgements and a moment more; give what was acknowledged."""
    assert process.stdout is not None
    go(process)
    heard = [process.stdout.readline() for _ in range(chance.choice(hears))]
    until = time.perf_counter() + chance.uniform(0, 0.004 if heard else 0.02)
    while time.perf_counter() < until:
        pass  # a sleep would end at the same points of the writer's work each time
    process.kill()
    rest, errors = process.communicate()
    assert not errors
    said = b"".join(heard) + rest
    lines = said[: said.rfind(b"\n") + 1].split()
    assert not lines or lines[0] == b"open", "the tail was ahead of the database"
    return [int(line) for line in lines[1:]]


def test_200_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance, last = random.Random(4), 0
    Journal.open(tmp_path, KEY).close()
    with ExitStack() as processes:
        following = processes.enter_context(writer(tmp_path))
        for _ in range(ROUNDS):
            process, following = (
                following,
                processes.enter_context(writer(tmp_path)),
            )  # which starts meanwhile
            last = seen(tmp_path, last, one_round(process, chance))
    assert last > ROUNDS
    journal = Journal.open(tmp_path, KEY)
    assert journal.lost is None
    assert journal.health.result().sound
    assert journal.read(held).result() == (last, rows(last))
    journal.close()


def seen(folder: Path, before: int, acknowledged: list[int]) -> int:
    """Check what is on the disk, leaving it so for the next writer; give the number of the last change."""
    db = connect(folder / DATABASE, KEY, read_only=True)
    try:
        number, there = held(db)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA cipher_integrity_check").fetchall() == []
    finally:
        db.close()
    assert acknowledged == list(range(before + 1, before + 1 + len(acknowledged)))
    assert number - before - len(acknowledged) in (0, 1), "one more may have been done and not yet told"
    assert there == rows(number)
    return number


def test_a_first_start_that_is_killed_is_made_good_by_the_next(tmp_path: Path) -> None:
    chance = random.Random(5)
    with ExitStack() as processes:
        folders = [tmp_path / str(turn) for turn in range(10)]
        for folder, process in [(folder, processes.enter_context(writer(folder))) for folder in folders]:
            last = len(one_round(process, chance, [0]))
            journal = Journal.open(folder, KEY)
            assert journal.lost is None
            number, there = journal.read(held).result()
            assert number in (last, last + 1)
            assert there == rows(number)
            journal.close()


def test_a_second_process_is_told_and_comes_in_when_the_first_was_killed(tmp_path: Path) -> None:
    with writer(tmp_path) as first:
        go(first)
        assert first.stdout is not None
        assert first.stdout.readline() == b"open\n"
        with pytest.raises(InUse, match="open in another Evenkeel; lock or close that one"):
            Journal.open(tmp_path, KEY)
        first.kill()
        first.communicate()
        journal = Journal.open(tmp_path, KEY)
        number, there = journal.read(held).result()
        assert there == rows(number)
        journal.close()


def test_within_one_process_it_is_open_once(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, KEY)
    with pytest.raises(InUse):
        Journal.open(tmp_path, KEY)
    journal.close()
    Journal.open(tmp_path, KEY).close()
