"""A process in which a practice call writes itself into a journal, until it is killed.

Tells on its output, one line each: `id N` of the call, `heard S`, the seconds of the call there are now, and
`kept S O L`, what the journal has acknowledged: seconds, overlaps and lines.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.bootstrap import practice_call
from app.domain.journal import Call, CallKind
from app.domain.timeline import seconds
from app.session.scribe import Scribe
from app.storage import calls
from app.storage.journal import Journal
from app.storage.schema import new_id

KEY = bytes(range(32))


class Telling:
    """A journal that tells what it has acknowledged."""

    def __init__(self, journal: Journal, id: int) -> None:
        self._journal, self._id = journal, id

    def write(self, what: str, work: Callable[[Any], object]) -> "Future[str]":
        """Write, and tell what is there when that is done."""

        def counted(db: Any) -> str:
            work(db)
            report = calls.report(db, self._id)
            return f"kept {report.source.duration_s} {len(report.overlaps)} {len(report.transcript)}"

        done = self._journal.write(what, counted)
        done.add_done_callback(lambda told: tell(told.result()))
        return done


def tell(line: str) -> None:
    """Say a line at once, and whole."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Hear the sample call at the speed that is named second, into the journal in the folder named first."""
    journal = Journal.open(Path(sys.argv[1]), KEY)
    call = practice_call(float(sys.argv[2]), lambda said: None)
    about = Call(
        new_id(), CallKind.PRACTICE, "The sample call", "complaint", datetime.now(UTC), None, call.source
    )
    tell(f"id {about.id}")
    scribe = Scribe(call, about, True, tell, Telling(journal, about.id))  # type: ignore[arg-type]
    scribe.start()
    while call.report is None:
        call.wait(0.02)
        tell(f"heard {seconds(call.snapshot.t)}")
    scribe.close(60.0)
    call.close()
    journal.close()


if __name__ == "__main__":
    main()
