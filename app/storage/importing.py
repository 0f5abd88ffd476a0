"""Taking in an export of a journal: all of it is looked at before the first row is written.

Rows that are there already, by their id, stay as they are, and so does all that is part of them: what was
let go of does not come back into a call that is still there.
"""

import json
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.domain.digits import blanked, blanked_lines
from app.domain.timeline import RATE, Speaker, Utterance
from app.errors import KnownError
from app.language import tr
from app.storage import export
from app.storage.cipher import Database, driver
from app.storage.journal import Journal
from app.storage.rows import Row
from app.storage.schema import TABLES, migrations
from app.storage.tables import Column, columns, links

_LARGEST = 2**53
"""Ids are below this: whole numbers that are the same in every program that reads JSON."""

_LONGEST = 7 * 24 * 3600 * RATE
"""Samples; places in a call are before this."""

_MOST = 10_000_000
"""Of whatever else is counted or measured, in seconds or in its own unit."""

_PLACES = ("start", "end", "t", "heard_at", "duration")
_SHARES = ("talk_ratio", "talk_share")

_YEARS = range(1970, 2201)
"""What every system can turn into local time."""

_YEARS_OF_DAYS = range(1969, 2202)
"""As a point in time in the first or last of those may be on a local day of the next."""

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_CHOICES = {
    "speaker": ("agent", "customer"),
    "by": ("agent", "customer"),
    "channel": ("agent", "customer", "transcript", "call"),
    "separation": ("separate", "bleed", "inseparable", "mic-only"),
    "source_kind": ("live", "recording"),
    "engine": ("vosk", "moonshine"),
    "label": (
        "simultaneous_start",
        "backchannel",
        "early_response",
        "interruption_success",
        "interruption_failed",
        "competitive_overlap",
        "cooperative_overlap",
    ),
    "agent_channel": ("left", "right"),
    "kind": ("live", "practice", "recording", "praise", "nudge", "offer"),
}
"""What a text of that column may be; the table's own checks say more."""

_CHOICES["own_label"] = _CHOICES["label"]

_SAID = (("cues_shown", "evidence"), ("techniques_used", "evidence"), ("rephrasings", "said"))
"""Tables and columns that repeat what was said in a call."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of each table came in new, and how many were known and stayed as they are."""

    added: Mapping[str, int]
    known: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Export:
    """An export that has been looked at: its file, and the rows of each table as they may come in."""

    form: Path
    tables: Mapping[str, list[Row]]


def read(path: Path, *, keep_words: bool) -> Export:
    """Look at an export, a folder or its evenkeel.json, without any journal.

    Numbers of cards and codes are blanked once more; unless `keep_words`, nothing that was said is in it.
    Raises KnownError where there is no export, or one that is damaged, of a newer version, or of another
    program.
    """
    form = path / export.JSON if path.is_dir() else path
    tables = _tables(form)
    known = _known()
    for name, listed in tables.items():
        for place, row in enumerate(listed, 1):
            fault = _fault(row, known[name])
            if fault:
                raise _damaged(
                    form, tr("row {place} of {name}: {fault}", place=place, name=name, fault=fault)
                )
    _blank(tables, keep_words)
    return Export(form, tables)


def take_in(journal: Journal, held: Export, progress: export.Progress) -> Counts:
    """Add what an export holds, all of it or nothing; for any thread.

    Raises KnownError where its tables don't fit together.
    """
    try:
        return journal.write("import", lambda db: _add(db, held.tables, progress)).result()
    except driver.IntegrityError as fault:
        raise _damaged(held.form, tr("its tables don't fit together")) from fault


def _known() -> dict[str, dict[str, Column]]:
    """Give the columns of every table of a journal."""
    empty = Database(memory=True)
    try:
        migrations.apply(empty)
        return {name: columns(empty, name) for name in TABLES}
    finally:
        empty.close()


def _tables(form: Path) -> dict[str, list[Row]]:
    """Give the tables of an export in their order, before any of their rows was looked at."""
    try:
        whole = json.loads(form.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KnownError(
            tr(
                "There is no export at {file}; name the folder that holds {name}, or that file.",
                file=form,
                name=export.JSON,
            )
        ) from None
    except OSError as refusal:
        raise KnownError(
            tr("{file} can't be read ({reason}); allow reading it.", file=form, reason=refusal.strerror)
        ) from refusal
    except (ValueError, RecursionError) as fault:
        raise _damaged(form, tr("it is not whole, or no JSON")) from fault
    if not isinstance(whole, dict) or type(whole.get("schema")) is not int or "exported_at" not in whole:
        raise KnownError(
            tr("{file} is not an export of a journal; choose one that the command export wrote.", file=form)
        )
    tables = {name: rows for name, rows in whole.items() if name not in ("schema", "exported_at")}
    if whole["schema"] != export.SCHEMA or not tables.keys() <= set(TABLES):
        raise KnownError(
            tr("{file} was written by another version of Evenkeel; take it in with that one.", file=form)
        )
    for name, rows in tables.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise _damaged(form, tr("{name} is not a list of rows", name=name))
    return {name: tables.get(name, []) for name in TABLES}


def _damaged(form: Path, what: str) -> KnownError:
    return KnownError(
        tr(
            "{file} is damaged ({what}), so nothing was taken in; use another copy of it.",
            file=form,
            what=what,
        )
    )


def _fault(row: Row, known: Mapping[str, Column]) -> str | None:
    """Say what is wrong with a row, None where nothing is; none of its content is repeated."""
    foreign = row.keys() - known.keys()
    if foreign:
        return tr("a column that there is none of")
    for name, column in known.items():
        if name not in row:
            if column.needed:
                return tr("no {name}", name=name)
        elif row[name] is None:
            if not column.empty:
                return tr("no {name}", name=name)
        elif not _KINDS[column.kind](row[name]) or not _fits(name, row[name]):
            return tr("{name} can't be that", name=name)
    return None


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:  # half a character
        return False
    return True


_KINDS: dict[str, Callable[[Any], bool]] = {
    "INTEGER": lambda value: type(value) is int,
    "REAL": lambda value: type(value) in (int, float) and math.isfinite(value),
    "TEXT": _is_text,
}


def _fits(name: str, value: Any) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if not isinstance(value, str):
        return bool(0 <= value <= _most(name))
    try:
        if name.endswith("_at"):
            return bool(_TIME.fullmatch(value)) and datetime.fromisoformat(value).year in _YEARS
        if name in ("day", "due"):
            return bool(_DAY.fullmatch(value)) and date.fromisoformat(value).year in _YEARS_OF_DAYS
    except ValueError:
        return False
    return True


def _most(name: str) -> int:
    """Give how large a number in a column of that name may be."""
    if name == "id" or name.endswith("_id"):
        return _LARGEST - 1
    if name in _PLACES:
        return _LONGEST - 1
    return 1 if name in _SHARES else _MOST


def _blank(tables: Mapping[str, list[Row]], keep_words: bool) -> None:
    """Take numbers of cards and codes out of what was said, or all of it if no words are kept."""
    if not keep_words:
        tables["transcript"].clear()
        for table, column in _SAID:
            for row in tables[table]:
                row[column] = ""
        return
    calls: dict[int, list[Row]] = defaultdict(list)
    for row in tables["transcript"]:
        calls[row["call_id"]].append(row)
    for rows in calls.values():
        rows.sort(key=lambda row: (row["start"], row["id"]))
        texts = _without_numbers(rows, [row["text"] for row in rows])
        if any(row.get("heard") is not None for row in rows):
            known = [row["text"] if row.get("heard") is None else row["heard"] for row in rows]
            for row, text in zip(rows, _without_numbers(rows, known), strict=True):
                row["heard"] = text if row.get("heard") is not None else None
        for row, text in zip(rows, texts, strict=True):
            row["text"] = text
    for table, column in (*_SAID, ("rephrasings", "better")):
        for row in tables[table]:
            row[column] = blanked(row[column])


def _without_numbers(rows: Iterable[Row], texts: Iterable[str]) -> list[str]:
    """Give the texts of a call's lines, in order of time, without numbers of cards and codes."""
    lines = [
        Utterance(Speaker(row["speaker"]), row["start"], row["end"], text)
        for row, text in zip(rows, texts, strict=True)
    ]
    return [line.text for line in blanked_lines(lines)]


def _add(db: Database, tables: Mapping[str, list[Row]], progress: export.Progress) -> Counts:
    """Write the rows that are new; part of a transaction."""
    whole, done = sum(map(len, tables.values())), 0
    there: dict[str, set[int]] = {}
    added: dict[str, int] = {}
    for name, rows in tables.items():
        new = rows
        if rows and "id" in rows[0]:
            there[name] = _there(db, name, [row["id"] for row in rows])
            new = [row for row in new if row["id"] not in there[name]]
        for link in links(db, name):
            if link.part and link.table in there and not columns(db, name)[link.column].empty:
                new = [row for row in new if row[link.column] not in there[link.table]]
        _insert(db, name, new)
        added[name] = len(new)
        done += len(rows)
        progress(done, whole)
    return Counts(added, {name: len(rows) - added[name] for name, rows in tables.items()})


def _there(db: Database, table: str, ids: list[int]) -> set[int]:
    found = db.conn.execute(
        f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(ids)]
    )
    return {id for (id,) in found}


def _insert(db: Database, table: str, rows: Iterable[Row]) -> None:
    alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        alike[tuple(row)].append(row)
    for names, group in alike.items():
        quoted = ", ".join(f'"{name}"' for name in names)
        places = ", ".join("?" * len(names))
        db.conn.executemany(
            f"INSERT INTO {table} ({quoted}) VALUES ({places})", [tuple(row.values()) for row in group]
        )
