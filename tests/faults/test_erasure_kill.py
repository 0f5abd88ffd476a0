"""An erasure that is killed: it can be done again, and then nothing of the call is left."""

import subprocess
import sys
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from app.errors import KnownError
from app.storage import backups, erasure
from tests.faults.test_planted_sentence import TODAY, decrypted, plant
from tests.open_journals import keep, names, open_journal

ROOT = Path(__file__).parents[2]
ROUNDS = 12

ERASE = """
import sys
from pathlib import Path
from app.storage import erasure
from app.storage.journal import Journal
journal = Journal.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
print("ready", flush=True)
erasure.call(journal, journal.key, int(sys.argv[3]))
print("done", flush=True)
"""


def test_an_erasure_that_was_killed_is_done_again(tmp_path: Path) -> None:
    ended = 0
    for round in range(ROUNDS):
        folder = tmp_path / str(round)
        with open_journal(folder) as journal:
            call, key = plant(journal), journal.key
            for day in range(3):
                keep(journal, f"day {day}")
                backups.daily(journal, key, TODAY + timedelta(day))
        with subprocess.Popen(
            [sys.executable, "-c", ERASE, str(folder), key.hex(), str(call.id)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        ) as erasing:
            assert erasing.stdout and erasing.stdout.readline() == b"ready\n"
            time.sleep(round * 0.008)
            erasing.kill()
            ended += erasing.stdout.read() == b"done\n"
        with open_journal(folder) as journal:
            assert journal.lost is None
            with suppress(KnownError):  # all of it was done
                erasure.call(journal, key, call.id)
            assert len(names(journal)) == 9
            listed = backups.listed(folder, key)
            assert [(each.calls, each.sound) for each in listed] == [(9, True), (8, True), (7, True)]
            for path in (folder / "journal.db", *backups.databases(folder)):
                assert decrypted(path, key) == 0
    assert ended < ROUNDS  # some were killed on the way
