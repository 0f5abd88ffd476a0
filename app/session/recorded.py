"""How a recording that was reviewed becomes a call of the journal: the same from a command and the window."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.journal import Call, CallKind
from app.domain.report import Report
from app.session.scribe import fit_to_keep

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database


def save(db: "Database", file: Path, agent: str, call_type: str, report: Report, *, keep_words: bool) -> Call:
    """Store a recording as a call that ended when its file was last written, and give the call.

    `agent` is the agent's channel, "left" or "right". Of its sound nothing is kept but where it lies. Raises
    OSError where the file is not there any more.
    """
    from app.storage import calls
    from app.storage.schema import new_id

    ended = min(datetime.fromtimestamp(file.stat().st_mtime, UTC), datetime.now(UTC))
    began = ended - timedelta(seconds=report.source.duration_s)
    kept, lines = fit_to_keep(report, keep_words)
    call = Call(
        new_id(),
        CallKind.RECORDING,
        file.name,
        call_type,
        began,
        ended,
        report.source,
        recording=str(file.absolute()),
        agent_channel=agent,
    )
    calls.save(db, call, kept, lines)
    return call


def save_again(db: "Database", call: Call, agent: str, report: Report, *, keep_words: bool) -> None:
    """Give a call that was stored before another report, such as one by the other channel.

    Marks stay, and so do own labels on overlaps that this report has, too; its lines are as heard again.
    """
    from app.storage import calls

    kept, lines = fit_to_keep(report, keep_words)
    assert call.ended_at is not None
    calls.finish(db, call.id, kept, call.ended_at, lines)
    calls.set_agent_channel(db, call.id, agent)
