"""A call whose program is killed is in the journal but for its last moment, and can be finished."""

import random
from pathlib import Path

import pytest

from app.storage.cipher import connect
from app.storage.journal import Journal
from app.storage.places import DATABASE
from tests.faults.killed_call import SPEED, kill_and_finish
from tests.faults.written_call import KEY
from tests.journals import as_kept
from tests.unit.session.test_scribe import Written, until


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_program_loses_nothing_acknowledged_and_the_call_can_be_finished(
    tmp_path: Path, seed: int
) -> None:
    # A second of the call at its own speed; twice that where the computer has more to do than this.
    assert kill_and_finish(tmp_path, random.Random(seed)) <= 2 * SPEED


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
