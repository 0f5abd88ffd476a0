"""Whether the journal is as it was written: its file, what points where, its search, its backups."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.doctor import Finding, State
from app.report import words

if TYPE_CHECKING:  # the database comes with these
    from app.storage.cipher import Database
    from app.storage.journal import Journal

_GO_BACK = f"Go back to the newest good backup: {paths.command()} restore"


def examine(folder: Path, key: bytes, progress: Callable[[float], None]) -> list[Finding]:
    """Look at the journal in `folder`, which must be closed, and its backups; about a second for 100 MB.

    `progress` is told what part is done. A finding that is MISSING is one that something must be done about.
    Raises KnownError for a journal that can't be looked at: in use, written by a newer version.
    """
    from app.storage import checks, places, trouble
    from app.storage.journal import Journal

    path = folder / places.DATABASE
    found: list[Finding] = []
    try:
        with places.hold(folder), trouble.sentences(folder):
            broken = checks.examine(path, key, progress)
    except trouble.Unwritable:
        if path.exists():
            raise
        broken = ["there is no file"]
    if broken:
        found.append(Finding("file", State.MISSING, f"{path}: {broken[0]}.", _GO_BACK))
    else:
        found.append(Finding("file", State.OK, f"{path}, {path.stat().st_size / 1e6:.1f} MB"))
        journal = Journal.open(folder, key)
        try:
            found += _inside(journal)
        finally:
            journal.close()
    return [*found, *_backups(folder, key), *_aside(folder)]


def _inside(journal: "Journal") -> Iterator[Finding]:
    from app.storage import calls, schema

    if journal.lost is None:
        yield Finding("tail", State.OK, "no change is missing")
    else:
        yield Finding("tail", State.WARNING, journal.lost.sentence)

    def astray(db: "Database") -> int:
        return len(db.conn.execute("PRAGMA foreign_key_check").fetchall())

    number = journal.read(astray).result()
    if number:
        count = words.count(number, "row points", "rows point")
        yield Finding("references", State.MISSING, f"{count} to what is not there.", _GO_BACK)
    else:
        yield Finding("references", State.OK, "every row points to what is there")
    for table in schema.SEARCHED:
        yield _search(journal, table)
    broken_off = journal.read(calls.unfinished).result()
    if broken_off:
        count = words.count(len(broken_off), "call", "calls")
        yield Finding(
            "calls", State.WARNING, f"{count} broke off.", f"End them: {paths.command()} journal finish"
        )
    else:
        yield Finding("calls", State.OK, "none broke off")


def _search(journal: "Journal", table: str) -> Finding:
    """Compare a search index with its table; one that differs is made anew, as nothing is lost with it."""
    from app.storage.cipher import driver

    def ask(command: str) -> bool:
        def asked(db: "Database") -> bool:
            try:
                db.conn.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES (?, 1)", [command])
            except driver.DatabaseError:
                return False
            return True

        return journal.read(asked).result()

    name = f"search in {table}"
    if ask("integrity-check"):
        return Finding(name, State.OK, "finds what is there")
    if ask("rebuild") and ask("integrity-check"):
        return Finding(name, State.WARNING, "the index did not fit what is there and was made anew")
    return Finding(name, State.MISSING, "The index does not fit what is there.", _GO_BACK)


def _backups(folder: Path, key: bytes) -> Iterator[Finding]:
    from app.storage import backups

    listed = backups.listed(folder, key)
    if not listed:
        yield Finding("backups", State.OK, "none yet; one is made each day that something was written")
    for each in listed:
        name = each.path.name
        if each.sound:
            held = f"{words.count(each.calls, 'call', 'calls')}, {each.size / 1e6:.1f} MB"
            yield Finding("backup", State.OK, f"{each.day.isoformat()}, {held} ({name})")
        else:
            yield Finding("backup", State.WARNING, f"{name} is damaged.", "Delete it; it is of no use.")


def _aside(folder: Path) -> Iterator[Finding]:
    from app.storage import places

    for path in sorted(folder.glob(f"{places.ASIDE}*.db")):
        yield Finding("kept aside", State.OK, f"{path.name}; delete it once you don't need it")
