"""An erasure that is killed: it can be done again, and then nothing of the call is left."""

import os
import signal
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from shutil import copytree

from app.errors import KnownError
from app.storage import backups, erasure
from app.storage.cipher import driver
from app.storage.journal import Journal
from tests.faults.killed import fork
from tests.faults.test_planted_sentence import TODAY, decrypted, plant
from tests.open_journals import keep, names, open_journal

ROUNDS = 24
STRIDE = 50
"""Of SQLite's virtual machine, between two looks at whether to be killed."""


def erase(folder: Path, key: bytes, call_id: int, kill_at: int | None) -> int | None:
    """Erase the call in a process that is killed when SQLite has come to this tick; None: never.

    Gives how many ticks there were, None for a process that was killed.
    """
    reader, writer = os.pipe()
    child = fork()
    if not child:
        ticks = 0

        def tick() -> int:
            nonlocal ticks
            ticks += 1
            if ticks == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return 0

        def counted(*values: object, **named: object) -> object:
            connection = connect(*values, **named)
            connection.set_progress_handler(tick, STRIDE)
            return connection

        try:
            journal = Journal.open(folder, key)
            with suppress(Exception):
                journal.health.result()  # its ticks would come at any time
            connect, driver.connect = driver.connect, counted
            journal.read(lambda db: db.conn.set_progress_handler(tick, STRIDE)).result()
            erasure.call(journal, key, call_id)
            os.write(writer, str(ticks).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    assert bool(said) is not os.WIFSIGNALED(status)
    return int(said) if said else None


def test_an_erasure_that_was_killed_anywhere_is_done_again(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    with open_journal(whole) as journal:
        call, key = plant(journal), journal.key
        for day in range(3):
            keep(journal, f"day {day}")
            backups.daily(journal, key, TODAY + timedelta(day))
    copytree(whole, tmp_path / "counted")
    ticks = erase(tmp_path / "counted", key, call.id, None)
    assert ticks and ticks > ROUNDS
    left = set[int]()
    for round in range(ROUNDS):
        folder = tmp_path / str(round)
        copytree(whole, folder)
        assert erase(folder, key, call.id, 1 + ticks * round // ROUNDS) is None  # it was killed
        with open_journal(folder) as journal:
            assert journal.lost is None
            copies = [folder / "journal.db", *backups.databases(folder)]
            left.add(sum(decrypted(path, key) > 0 for path in copies))
            with suppress(KnownError):  # all of it was done
                erasure.call(journal, key, call.id)
            assert len(names(journal)) == 9
            listed = backups.listed(folder, key)
            assert [(each.calls, each.sound) for each in listed] == [(9, True), (8, True), (7, True)]
            for path in (folder / "journal.db", *backups.databases(folder)):
                assert decrypted(path, key) == 0
    assert len(left) >= 4  # it was killed before, between and after the copies
