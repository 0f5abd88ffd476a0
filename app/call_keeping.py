"""How the commands keep a call: written into the journal as it happens, or stored once it is reviewed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.journal import Call, CallKind
from app.domain.report import Report
from app.errors import KnownError
from app.journal_access import do_chores, journal_there, open_journal, settings, terminal, words_kept
from app.language import marked, tr
from app.session import recorded
from app.session.live import LiveCall
from app.session.scribe import Scribe

if TYPE_CHECKING:  # the database comes with it
    from app.storage.journal import Journal

Say = Callable[[str], None]

_LAST_WRITE_S = 10.0
"""Seconds that the end of a call waits for what is still to be written."""

NOT_TAKEN = marked(
    "The call could not be written to the journal in time; what there is of it can be finished there."
)


@contextmanager
def opened(wanted: bool | None, say: Say) -> "Iterator[Journal | None]":
    """Open the journal for a call that is to be kept; None where it is not kept.

    `wanted` None keeps it where there is a journal that opens without asking, and says why not where there is
    one that doesn't. True asks for the passphrase, makes a journal where there is none, and raises KnownError
    where neither can be done.
    """
    journal = None
    if wanted:
        journal = open_journal(terminal(), create=True)
    elif wanted is None and journal_there():
        try:
            journal = open_journal(None, create=False)
        except KnownError as refusal:
            say(tr("This call is not kept. {refusal}", refusal=refusal))
    if journal is None:
        yield None
        return
    try:
        if journal.lost is not None:
            say(journal.lost.sentence)
        yield journal
        do_chores(journal, say)
    finally:
        journal.close()


@contextmanager
def written(call: LiveCall, journal: "Journal | None", name: str, call_type: str, say: Say) -> Iterator[None]:
    """Write a live call into the journal, if there is one, until its end and that of what is done inside.

    Raises KnownError where a part of it could not be written in the end.
    """
    if journal is None:
        yield
        return
    from app.storage.schema import new_id

    now = settings()
    about = Call(new_id(), CallKind.LIVE, name, call_type, datetime.now(UTC), None, call.source)
    scribe = Scribe(call, about, now.transcript_kept != "never", say, journal)
    scribe.start()
    try:
        yield
    finally:
        scribe.close(_LAST_WRITE_S)
    if scribe.failure is not None:
        raise scribe.failure
    if not scribe.written:
        raise KnownError(scribe.trouble or tr(NOT_TAKEN))
    say(tr("The call is in your journal; {words_kept}.", words_kept=words_kept(now)))


def save_recording(
    journal: "Journal", file: Path, agent: str, call_type: str, report: Report, say: Say
) -> None:
    """Store a recording that has been reviewed, the agent on its channel `agent`, and say so."""
    now = settings()
    keep_words = now.transcript_kept != "never"
    journal.write(
        "recording",
        lambda db: recorded.save(db, file, agent, call_type, report, keep_words=keep_words),
    ).result()
    say(tr("{name} is in your journal; {words_kept}.", name=file.name, words_kept=words_kept(now)))
