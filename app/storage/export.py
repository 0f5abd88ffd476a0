"""The journal, or a part of it, in files that any program reads: JSON, CSV, a page. They are not encrypted.

evenkeel.json is {"schema": 1, "exported_at": ..., "calls": [{...}, ...], ...}: one key a table of
`schema.TABLES`, each row with its columns as they are stored. What the user deleted is left out. In the CSV
files alone, a text that a spreadsheet would take for a formula has an apostrophe before it.
"""

import contextlib
import csv
import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from app.errors import KnownError
from app.language import tr
from app.storage.backups import opened
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.storage.places import DATABASE, PART
from app.storage.rows import Row, now_text
from app.storage.schema import TABLES
from app.storage.tables import Link, columns, in_sight, links, points_into_sight
from app.storage.trouble import sentences

SCHEMA = 1
"""Version of evenkeel.json."""

JSON, PAGE, SHEETS = "evenkeel.json", "evenkeel.html", "tables"
"""The files of an export, and its folder of CSV files."""

Page = Callable[[Database], Iterable[str]]
"""Gives the pieces of the page that shows what the database holds."""

Progress = Callable[[float, float | None], None]
"""Is told how many rows are done, and of how many."""

_STEP = 500
"""Rows between two words of progress."""

_COMING = ".evenkeel-"
"""What the name of an export's folder begins with until all of it is whole."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet would take for a formula."""


def there(folder: Path) -> bool:
    """Say whether the folder holds an export, which another one would replace."""
    return any((folder / name).exists() for name in (JSON, PAGE))


def export(journal: Journal, folder: Path, progress: Progress, page: Page) -> list[Path]:
    """Write everything in the journal into `folder`, for its owner only, and give the files.

    Reads on a connection of its own, for any thread, what the journal holds at one moment. The files have
    their names only once all of them are whole. What an export that was killed has left there, readable by
    anybody, is removed first. Raises KnownError where they can't be written.
    """
    made = [each for each in (folder / SHEETS, folder, *folder.parents) if not each.exists()]
    with sentences(journal.folder), contextlib.ExitStack() as undo:
        for each in reversed(made):
            undo.callback(_remove_empty, each)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.glob(f"{_COMING}*{PART}"):
                shutil.rmtree(left)
            with (
                tempfile.TemporaryDirectory(dir=folder, prefix=_COMING, suffix=PART) as coming,
                opened(journal.folder / DATABASE, journal.key) as db,
            ):
                written = _written(db, Path(coming), folder, progress, page)
            undo.pop_all()
            return written
        except OSError as refusal:
            raise KnownError(
                tr(
                    "The export into {folder} can't be written ({reason}); make room there, or "
                    "choose another place.",
                    folder=folder,
                    reason=refusal.strerror,
                )
            ) from refusal


@dataclass(frozen=True, slots=True)
class Chosen:
    """A part of the journal, by ids: calls with all that belongs to them, and reflections besides."""

    calls: Collection[int] = ()
    reflections: Collection[int] = ()


def export_file(journal: Journal, path: Path, pieces: Page, encoding: str = "utf-8") -> None:
    """Write one file of what the journal holds at one moment, for its owner only; for any thread.

    It has its name only once it is whole. Raises KnownError where it can't be written.
    """
    with sentences(journal.folder):
        try:
            with (
                tempfile.TemporaryDirectory(dir=path.parent, prefix=_COMING, suffix=PART) as coming,
                opened(journal.folder / DATABASE, journal.key) as db,
            ):
                db.conn.execute("BEGIN")
                whole = Path(coming) / "whole"
                with _file(whole, encoding) as file:
                    file.writelines(pieces(db))
                whole.replace(path)
        except OSError as refusal:
            raise KnownError(
                tr(
                    "{name} can't be written into {folder} ({reason}); make room there, or "
                    "choose another place.",
                    name=path.name,
                    folder=path.parent,
                    reason=refusal.strerror,
                )
            ) from refusal


def form_of(db: Database, chosen: Chosen) -> Iterator[str]:
    """Give a part of the journal in the form of evenkeel.json, which an import takes in, in pieces."""
    yield f'{{"schema": {SCHEMA}, "exported_at": {json.dumps(now_text())}'
    for table in TABLES:
        yield f',\n"{table}": ['
        for place, row in enumerate(_rows(db, table, chosen)):
            yield f"{',' if place else ''}\n{json.dumps(row, ensure_ascii=False)}"
        yield "]"
    yield "}\n"


def sheet_of(lines: Iterable[Iterable[Any]]) -> Iterator[str]:
    """Give lines as those of a CSV file, each as one piece."""
    for line in lines:
        written = io.StringIO()
        csv.writer(written).writerow(map(_cell, line))
        yield written.getvalue()


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _written(db: Database, coming: Path, folder: Path, progress: Progress, page: Page) -> list[Path]:
    db.conn.execute("BEGIN")
    whole = sum(_count(db, table) for table in TABLES)
    done = 0
    names = [JSON]
    (coming / SHEETS).mkdir()
    with _file(coming / JSON) as form:
        form.write(f'{{"schema": {SCHEMA}, "exported_at": {json.dumps(now_text())}')
        for table in TABLES:
            names.append(f"{SHEETS}/{table}.csv")
            with _file(coming / names[-1], encoding="utf-8-sig") as sheet:  # so that Excel knows it for UTF-8
                lines = csv.writer(sheet)
                lines.writerow(columns(db, table))
                form.write(f',\n"{table}": [')
                for place, row in enumerate(_rows(db, table)):
                    form.write(f"{',' if place else ''}\n{json.dumps(row, ensure_ascii=False)}")
                    lines.writerow(map(_cell, row.values()))
                    done += 1
                    if done % _STEP == 0:
                        progress(done, whole)
                form.write("]")
        form.write("}\n")
    names.append(PAGE)
    with _file(coming / PAGE) as shown:
        shown.writelines(page(db))
    progress(whole, whole)
    (folder / SHEETS).mkdir(mode=0o700, exist_ok=True)
    return [(coming / name).replace(folder / name) for name in names]


def _rows(db: Database, table: str, chosen: Chosen | None = None) -> Iterator[Row]:
    """Give the rows of a table that are in sight, in order; what they point to is given up if it is not.

    With `chosen` only those of that part, and what they point to outside of it is given up, too.
    """
    known = columns(db, table)
    shown = {name: f'"{name}"' for name in known}
    for link in links(db, table):
        if not link.part:
            there = points_into_sight(db, link)
            if chosen is not None:
                there += (
                    f" AND {link.column} IN (SELECT id FROM {link.table} WHERE {_belongs(db, link.table)})"
                )
            shown[link.column] = f"iif({there}, {link.column}, NULL)"
    order = ", ".join(f'"{name}"' for name, column in known.items() if column.key)
    fits, values = in_sight(db, table), {}
    if chosen is not None:
        fits += f" AND {_belongs(db, table)}"
        values = {"calls": json.dumps([*chosen.calls]), "reflections": json.dumps([*chosen.reflections])}
    for row in db.conn.execute(
        f"SELECT {', '.join(shown.values())} FROM {table} WHERE {fits} ORDER BY {order}", values
    ):
        yield dict(zip(known, row, strict=True))


def _belongs(db: Database, table: str) -> str:
    """Give the SQL of the condition that a row of a table belongs to what was chosen."""
    fits = [_leads_to(db, link) for link in links(db, table)]
    if table in ("calls", "reflections"):
        fits.append(f"id IN (SELECT value FROM json_each(:{table}))")
    return f"({' OR '.join(fits) or 'FALSE'})"


def _leads_to(db: Database, link: Link) -> str:
    return f"{link.column} IN (SELECT id FROM {link.table} WHERE {_belongs(db, link.table)})"


def _count(db: Database, table: str) -> int:
    ((number,),) = db.conn.execute(f"SELECT count(*) FROM {table} WHERE {in_sight(db, table)}").fetchall()
    return int(number)


@contextlib.contextmanager
def _file(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a new file for its owner only; it is on the disk when this ends."""
    path.touch(mode=0o600, exist_ok=False)
    with path.open("w", encoding=encoding, newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from running what somebody said or wrote: such a text gets an apostrophe first."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
