"""A call whose program is killed is in the journal but for its last moment, and can be finished."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.storage import calls
from app.storage.cipher import connect
from app.storage.journal import Journal
from app.storage.places import DATABASE
from tests.faults.written_call import KEY
from tests.journals import as_kept
from tests.unit.session.test_scribe import Written, until

ROOT = Path(__file__).resolve().parents[2]
SPEED = 4.0


def lines_of(process: subprocess.Popen[str], kept: int) -> list[list[str]]:
    """Read what the process tells until it has been acknowledged `kept` writes with words."""
    assert process.stdout is not None
    told: list[list[str]] = []
    while kept > 0:
        told.append(process.stdout.readline().split())
        assert told[-1], "the process ended by itself"
        kept -= told[-1][0] == "kept" and told[-1][3] != "0"
    return told


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_program_loses_nothing_acknowledged_and_the_call_can_be_finished(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    command = [sys.executable, "-m", "tests.faults.written_call", str(tmp_path), str(SPEED)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        told = lines_of(process, chance.randint(2, 8))
        for _ in range(chance.randint(0, 25)):  # somewhere between two writes, or in one
            told.append(process.stdout.readline().split())  # type: ignore[union-attr]
        process.kill()
        told += [line.split() for line in process.communicate()[0].splitlines()]
    id = int(next(line[1] for line in told if line[0] == "id"))
    acknowledged = [line[1:] for line in told if line[0] == "kept" and len(line) == 4]
    heard = [float(line[1]) for line in told if line[0] == "heard" and len(line) == 2]

    journal = Journal.open(tmp_path, KEY)
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
    # A second of the call at its own speed; twice that where the computer has more to do than this.
    assert report.source.duration_s >= max(heard) - 2 * SPEED


def test_another_program_that_keeps_the_file_to_itself_is_waited_for(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, KEY)
    written = Written(journal)
    written.call.play(20.0)
    written.wait_until_kept(journal)
    other = connect(tmp_path / DATABASE, KEY)
    other.conn.execute("BEGIN IMMEDIATE")
    written.call.finish()
    until(lambda: written.scribe.trouble is not None)
    other.conn.execute("ROLLBACK")
    other.conn.close()
    written.close()
    assert len(written.told) == 2 and written.scribe.written
    assert written.call.report is not None and written.report(journal) == as_kept(written.call.report)
    journal.close()
