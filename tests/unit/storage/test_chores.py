"""The chores of the day: a call that broke off is ended after a day, then kept no longer than others."""

from pathlib import Path

import pytest

from app.domain.timeline import Speaker, Utterance
from app.settings import Settings
from app.storage import calls, chores
from app.storage.cipher import Database
from tests.journals import NOON, a_call, its_report
from tests.open_journals import open_journal

TODAY = NOON.astimezone().date()


@pytest.mark.parametrize(("written", "ended"), [("2026-11-16T12:00:00.000Z", True), (None, False)])
def test_a_call_that_broke_off_days_ago_is_ended_and_loses_its_words(
    tmp_path: Path, written: str | None, ended: bool
) -> None:
    call = a_call(ended_at=None, began_at=NOON.replace(year=2026, month=11, day=16))
    lines = (Utterance(Speaker.AGENT, 0, 16_000, "You mentioned a refund"),)

    def put(db: Database) -> None:
        calls.begin(db, call)
        calls.append(db, call.id, duration=16_000, measures=its_report(call).measures, lines=lines)
        at = written or f"{TODAY.isoformat()}T00:00:00.000Z"
        db.execute("UPDATE calls SET written_at = ? WHERE id = ?", [at, call.id])

    with open_journal(tmp_path) as journal:
        journal.write("call", put).result()
        for chore in chores.of_day(journal, Settings(transcript_kept="never"), TODAY):
            assert chore() is None
        assert bool(journal.read(calls.unfinished).result()) is not ended
        assert bool(journal.read(lambda db: calls.report(db, call.id)).result().transcript) is not ended
