"""Journals that are open, in a folder of their own, for what works on them as a whole."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.journal import Call
from app.domain.timeline import Cue, Speaker, Spurt, Stretch, Utterance
from app.storage import calls, follow_ups, keys, reflections, rephrasings
from app.storage.cipher import Database
from app.storage.journal import Journal
from tests.journals import NOON, a_call, a_promise, a_reflection, a_rephrasing, its_report

PASSPHRASE = "nine brown kettles"
CHEAP = keys.Cost(1, 8, 1)
"""A passphrase that costs no time to try."""


@contextmanager
def open_journal(folder: Path, passphrase: str = PASSPHRASE) -> Iterator[Journal]:
    """Give the journal in `folder` open, made if there is none; closed afterwards."""
    there = keys.exists(folder)
    key = keys.unlock(folder, passphrase) if there else keys.create(folder, passphrase, CHEAP)
    journal = Journal.open(folder, key)
    try:
        yield journal
    finally:
        journal.close()


def keep(journal: Journal, name: str = "Call at noon", **different: object) -> Call:
    """Put a call into the journal with something of all that may belong to it, each telling its name."""
    call = a_call(name=name, **different)
    report = its_report(
        call,
        spurts=(Spurt(Speaker.AGENT, 0, 16_000),),
        transcript=(
            Utterance(Speaker.AGENT, 0, 16_000, f"You mentioned {name}"),
            Utterance(Speaker.CUSTOMER, 20_000, 32_000, "I dig"),
        ),
        cues=(Cue(16_000, "paraphrase", "nudge", "Say it back", f"Heard: {name}"),),
        heated=(Stretch(8_000, 16_000),),
    )

    def put(db: Database) -> None:
        calls.save(db, call, report, report.transcript) if call.ended_at else calls.begin(db, call)
        calls.mark(db, call.id, 8_000, name)
        reflection = a_reflection(call_id=call.id, note=f"About {name}", tags=(name,), begun_at=call.began_at)
        reflections.save(db, reflection)
        calls.correct(db, call.id, 1, "I did")
        said = f"You mentioned {name}"
        rephrasings.save(db, a_rephrasing(reflection, said=said, better=f"Tell me about {name}"))
        follow_ups.save(db, a_promise(call_id=call.id, text=f"Send {name}"))

    journal.write("a call", put).result()
    return call


def names(journal: Journal) -> list[str]:
    """Give the names of the calls in the journal, oldest first."""
    return [call.name for call in reversed(journal.read(lambda db: calls.recent(db, 1000)).result())]


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """Let no file grow past `size` bytes, as if the disk were full."""
    before, heard = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


def files(folder: Path) -> dict[str, bytes]:
    """Give every file below the folder with what is in it, but for locks and what a reader leaves behind."""
    held = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith((".lock", "-shm"))
    }
    return {name: data for name, data in held.items() if data or not name.endswith("-wal")}


__all__ = ["CHEAP", "NOON", "PASSPHRASE", "files", "keep", "little_room", "names", "open_journal"]
