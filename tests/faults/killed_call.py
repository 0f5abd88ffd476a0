"""A program that is killed while a call writes itself into its journal, and what the next start finds."""

import random
import subprocess
import sys
from pathlib import Path

from app.storage import calls
from app.storage.journal import Journal
from tests.faults.written_call import KEY

ROOT = Path(__file__).resolve().parents[2]
SPEED = 4.0
"""How fast the call is heard: a second of the computer is this many of the call."""


def kill_and_finish(folder: Path, chance: random.Random) -> float:
    """Kill it at any moment after the first words were kept, open its journal, and finish the call offered.

    Raises AssertionError if anything acknowledged is not there, the file is not sound, or the call is not
    offered. Gives how many seconds of the call, as it was heard, are missing at its end.
    """
    command = [sys.executable, "-m", "tests.faults.written_call", str(folder), str(SPEED)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        told = _told_until(process, chance.randint(2, 8))
        for _ in range(chance.randint(0, 25)):  # somewhere between two writes, or in one
            told.append(process.stdout.readline().split())  # type: ignore[union-attr]
        process.kill()
        told += [line.split() for line in process.communicate()[0].splitlines()]
    id = int(next(line[1] for line in told if line[0] == "id"))
    acknowledged = [line[1:] for line in told if line[0] == "kept" and len(line) == 4]
    heard = [float(line[1]) for line in told if line[0] == "heard" and len(line) == 2]

    journal = Journal.open(folder, KEY)
    assert journal.lost is None and journal.health.result().sound
    (broken,) = journal.read(calls.unfinished).result()
    assert broken.id == id
    journal.write("call", lambda db: calls.finish_broken(db, id)).result()
    report = journal.read(lambda db: calls.report(db, id)).result()
    finished = journal.read(lambda db: calls.get(db, id)).result()
    journal.close()
    last = acknowledged[-1]
    assert report.source.duration_s >= float(last[0])
    assert len(report.overlaps) >= int(last[1]) and len(report.transcript) >= int(last[2]) > 0
    assert report.measures.talk_ratio is not None and report.engine is not None
    assert finished is not None and finished.broken_off and finished.ended_at is not None
    return max(max(heard) - report.source.duration_s, 0.0)


def _told_until(process: subprocess.Popen[str], kept: int) -> list[list[str]]:
    """Read what the process tells until it has been acknowledged `kept` writes with words."""
    assert process.stdout is not None
    told: list[list[str]] = []
    while kept > 0:
        told.append(process.stdout.readline().split())
        assert told[-1], "the process ended by itself"
        kept -= told[-1][0] == "kept" and told[-1][3] != "0"
    return told
