"""A journal on the disk for the window to open, with calls in it; its passphrase costs next to nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.journal import Call, CallKind
from app.domain.report import Report
from app.storage import calls, keys
from app.storage.journal import Journal
from app.storage.schema import new_id
from app.storage.wrapping import Cost
from tests.ui.recorded import recorded

if TYPE_CHECKING:
    from app.ui.window import Window

PASSPHRASE = "three quiet herons"
LIGHT = Cost(passes=1, memory_kib=8, lanes=1)
SAID = "nobody else may read this sentence"
"""Something that was said in each of the calls."""

BEGAN = datetime(2026, 5, 12, 12, 5, tzinfo=UTC)


def make(folder: Path, number: int = 3, passphrase: str = PASSPHRASE) -> bytes:
    """Make a journal with so many calls, all of them over, and give its key."""
    key = keys.create(folder, passphrase, LIGHT)
    journal = Journal.open(folder, key)
    try:
        for place in range(number):
            add(journal, began_at=BEGAN + timedelta(hours=place))
    finally:
        journal.close()
    return key


def add(journal: Journal, **different: object) -> Call:
    """Add the recorded call, in which SAID is said; the keywords are fields of its record that differ."""
    report = spoken()
    call = Call(
        id=new_id(),
        kind=CallKind.LIVE,
        name="",
        call_type="complaint",
        began_at=BEGAN,
        ended_at=BEGAN,
        source=report.source,
    )
    call = replace(call, **different)  # type: ignore[arg-type]
    call = replace(call, name=f"Call of {call.began_at:%d %B %Y, %H:%M}", ended_at=call.began_at)
    journal.write("a call", lambda db: calls.save(db, call, report, report.transcript)).result()
    return call


def break_off(folder: Path, key: bytes) -> Call:
    """Add a call that began and never ended, as when the program is killed."""
    report = spoken()
    now = datetime.now(UTC)
    call = Call(new_id(), CallKind.LIVE, "Call that broke off", "complaint", now, None, report.source)
    journal = Journal.open(folder, key)
    try:
        journal.write("a call", lambda db: calls.begin(db, call)).result()
        journal.write(
            "a call",
            lambda db: calls.append(
                db, call.id, duration=750 * 16_000, measures=report.measures, spurts=report.spurts
            ),
        ).result()
    finally:
        journal.close()
    return call


def damage(folder: Path, first: int = 1) -> None:
    """Change a byte in the middle of each page from number `first` on; -1 is the last page."""
    path = folder / "journal.db"
    whole = bytearray(path.read_bytes())
    for page in range(len(whole) // 4096)[first:]:
        whole[page * 4096 + 700] ^= 0xFF
    path.write_bytes(whole)


def spoken() -> Report:
    """Give the recorded call's report, in which SAID is said."""
    report = recorded()[1]
    first = replace(report.transcript[0], text=SAID, words=())
    return replace(report, transcript=(first, *report.transcript[1:]))


def recent(window: "Window") -> Call:
    """Give the call that came last into the window's open journal."""
    journal = window.journal.journal
    assert journal is not None
    return max(journal.read(lambda db: calls.recent(db, 10)).result(), key=lambda call: call.id)
