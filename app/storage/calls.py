"""The calls in the journal: written as they happen, finished, looked up, relabelled, corrected, deleted.

Every function runs inside a transaction that the caller has begun. What is stored of speech (lines of the
transcript, the evidence of cues) comes in as it may be kept: digits blanked, and `lines` None where nothing
of it is kept. Deleted calls are given by no query here.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.domain.digits import blanked_lines
from app.domain.history import Filters
from app.domain.journal import Call, CallKind, MarkedMoment
from app.domain.report import Engine, Measures, Report
from app.domain.timeline import Cue, Gap, Overlap, Spurt, Stretch, Utterance, samples
from app.storage import deletion, removal, rows, tables
from app.storage.cipher import Database
from app.storage.rows import Row
from app.storage.schema import new_id

Lines = Sequence[Utterance] | None
"""What was said and is kept; None: nothing is kept, the evidence of cues neither."""

_IN_ORDER = {
    # Two who began at one sample: a report has first who ended first.
    "spurts": 'start, "end", speaker',
    "overlaps": "place",
    "transcript": "start, id",
    "cues_shown": "place",
    "gaps": "place",
    "heated": "start",
}
"""The tables of a report's moments, and the order they come back in."""

_TRANSCRIPT = f"SELECT * FROM transcript WHERE call_id = ? ORDER BY {_IN_ORDER['transcript']}"
"""A call's lines, each at its place in the report."""

_NEAR = samples(180.0)
"""Twice as far as what was said bears on whether a line holds a part of a number (app.domain.digits)."""


def begin(db: Database, call: Call) -> None:
    """Add a call that has just begun; what its record says of marks and mood is of other tables."""
    db.table("calls").insert(rows.call_row(call))


def append(
    db: Database,
    call_id: int,
    *,
    duration: int,
    measures: Measures,
    separation: str | None = None,
    separation_reason: str | None = None,
    engine: Engine | None = None,
    spurts: Iterable[Spurt] = (),
    overlaps: Iterable[Overlap] = (),
    cues: Iterable[Cue] = (),
    gaps: Iterable[Gap] = (),
    marks: Iterable[MarkedMoment] = (),
    lines: Lines = (),
) -> None:
    """Add to a running call what has happened since the last time, and how it stands at `duration` samples.

    `separation` (with its reason) and `engine` are None where they are as before.
    """
    known: Row = {"duration": duration, "written_at": rows.now_text(), **rows.measures_row(measures)}
    if separation is not None:
        known |= {"separation": separation, "separation_reason": separation_reason}
    if engine is not None:
        known |= {"engine": engine.name, "model": engine.model}
    db.table("calls").update(call_id, known)
    _add_moments(db, call_id, spurts, overlaps, cues, gaps, lines)
    _add_marks(db, call_id, marks)


def rewrite_lines(db: Database, call_id: int, lines: Iterable[Utterance]) -> None:
    """Give lines that were added before, known by speaker and time, the text they have here."""
    db.conn.executemany(
        "UPDATE transcript SET text = :text"
        ' WHERE call_id = :call_id AND speaker = :speaker AND start = :start AND "end" = :end',
        [{"call_id": call_id} | rows.line_row(line) for line in lines],
    )


def finish(db: Database, call_id: int, report: Report, ended_at: datetime, lines: Lines) -> None:
    """End a call with its report, whose moments take the place of those written as they happened.

    Marks stay, and so do the user's labels on overlaps that the report has, too; the days that a recording is
    kept still count from when it was stored.
    """
    own = list(
        db.query(
            'SELECT own_label, call_id, "by", start FROM overlaps WHERE call_id = ? AND own_label NOT NULL',
            [call_id],
        )
    )
    for table in _IN_ORDER:
        db.table(table).delete_where("call_id = ?", [call_id])
    heard = rows.heard_row(
        report.source, report.engine, report.separation, report.separation_reason, report.measures
    )
    db.table("calls").update(call_id, {**heard, "ended_at": rows.to_text(ended_at), "broken_off": 0})
    _add_moments(db, call_id, report.spurts, report.overlaps, report.cues, report.gaps, lines, report.heated)
    db.conn.executemany(
        'UPDATE overlaps SET own_label = ? WHERE call_id = ? AND "by" = ? AND start = ?',
        [tuple(row.values()) for row in own],
    )


def finish_broken(db: Database, call_id: int) -> None:
    """End a call that broke off, as it was when it was last written.

    As in any report, what was taken for the customer's goes where the sides could not be told apart.
    """
    db.execute(
        "UPDATE calls SET ended_at = max(began_at, written_at), broken_off = 1 WHERE id = ?", [call_id]
    )
    one_side = "call_id = (SELECT id FROM calls WHERE id = ? AND separation NOT IN ('separate', 'bleed'))"
    db.execute(f"DELETE FROM overlaps WHERE {one_side}", [call_id])
    for table in ("spurts", "transcript"):
        db.execute(f"DELETE FROM {table} WHERE {one_side} AND speaker = 'customer'", [call_id])


def save(db: Database, call: Call, report: Report, lines: Lines, marks: Iterable[MarkedMoment] = ()) -> None:
    """Add a call that is over, such as a reviewed recording; what was heard is taken from its report."""
    assert call.ended_at
    begin(db, call)
    finish(db, call.id, report, call.ended_at, lines)
    db.table("calls").update(call.id, {"written_at": rows.now_text()})  # its days to be kept begin now
    _add_marks(db, call.id, marks)


def unfinished(db: Database) -> list[Call]:
    """Give the calls that have not ended, the oldest first: one that runs, and those that broke off."""
    found = db.query(f"{rows.CALLS} WHERE ended_at IS NULL AND deleted_at IS NULL ORDER BY id")
    return [rows.to_call(row) for row in found]


def get(db: Database, call_id: int) -> Call | None:
    """Give a call, running or over; None where there is none (any more)."""
    found = db.query(f"{rows.CALLS} WHERE id = ? AND deleted_at IS NULL", [call_id])
    return next((rows.to_call(row) for row in found), None)


def recent(db: Database, limit: int, *, before: int | None = None) -> list[Call]:
    """Give the last calls that are over, of every kind; `before`: those older than the call with that id."""
    return find(db, limit=limit, before=before)


def find(
    db: Database,
    *,
    call_type: str | None = None,
    kind: CallKind | None = None,
    since: date | None = None,
    until: date | None = None,
    mood: int | None = None,
    tag: str | None = None,
    marked: bool = False,
    limit: int = 50,
    before: int | None = None,
) -> list[Call]:
    """Give calls that are over and fit everything asked for, the newest day first and then the newest call.

    What can be asked for is that of `Filters`; `before` asks for calls older than the one with that id.
    """
    fits, values = fitting(Filters(call_type, kind, since, until, mood, tag, marked))
    if before is not None:
        fits += " AND (day, id) < (SELECT day, id FROM calls WHERE id = ?)"
        values.append(before)
    found = db.query(f"{rows.CALLS} WHERE {fits} ORDER BY day DESC, id DESC LIMIT ?", [*values, limit])
    return [rows.to_call(row) for row in found]


def those(db: Database, call_ids: Iterable[int]) -> dict[int, Call]:
    """Give the calls with these ids, by them."""
    found = db.query(
        f"{rows.CALLS} WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL",
        [json.dumps(list(call_ids))],
    )
    return {row["id"]: rows.to_call(row) for row in found}


def types(db: Database, call_ids: Iterable[int]) -> dict[int, str]:
    """Give the types of the calls with these ids, by them."""
    return dict(
        db.execute(
            "SELECT id, call_type FROM calls"
            " WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL",
            [json.dumps(list(call_ids))],
        ).fetchall()
    )


def fitting(asked: Filters) -> tuple[str, list[Any]]:
    """Give the SQL of the condition that a row of calls is of one that is over and fits, and its values."""
    known: list[tuple[str, Any]] = [
        ("call_type = ?", asked.call_type),
        ("kind = ?", asked.kind and asked.kind.value),
        ("day >= ?", asked.since and asked.since.isoformat()),
        ("day <= ?", asked.until and asked.until.isoformat()),
        (f"{rows.MOOD} = ?", asked.mood),
        (
            "id IN (SELECT call_id FROM reflections JOIN tags ON reflection_id = id"
            " WHERE tag = ? AND deleted_at IS NULL)",
            asked.tag,
        ),
    ]
    wanted = [(fit, value) for fit, value in known if value is not None]
    fits = ["ended_at NOT NULL AND calls.deleted_at IS NULL", *(fit for fit, _ in wanted)]
    if asked.marked:
        fits.append("EXISTS (SELECT 1 FROM marks WHERE call_id = calls.id)")
    return " AND ".join(fits), [value for _, value in wanted]


def report(db: Database, call_id: int) -> Report:
    """Give the report of a call as it was measured, with the lines that are (still) kept.

    Raises sqlite-utils' NotFoundError where there is no such call.
    """
    moments = {
        table: db.query(f"SELECT * FROM {table} WHERE call_id = ? ORDER BY {order}", [call_id])
        for table, order in _IN_ORDER.items()
    }
    return rows.to_report(db.table("calls").get(call_id), moments)


def marks(db: Database, call_id: int) -> tuple[MarkedMoment, ...]:
    """Give the marked moments of a call in order of time."""
    found = db.query("SELECT t, note FROM marks WHERE call_id = ? ORDER BY t", [call_id])
    return tuple(MarkedMoment(**row) for row in found)


def mark(db: Database, call_id: int, t: int, note: str = "") -> None:
    """Mark the moment `t` (samples) of a call, or write another note to it."""
    db.table("marks").upsert({"call_id": call_id, "t": t, "note": note}, pk=("call_id", "t"))


def unmark(db: Database, call_id: int, t: int) -> None:
    """Take the mark of the moment `t` (samples) away, and its note with it."""
    db.table("marks").delete_where("call_id = ? AND t = ?", [call_id, t])


def label(db: Database, call_id: int, place: int, label: str | None) -> None:
    """Give the report's overlap at `place` the user's own label; None takes it back.

    The measured one says that it is right.
    """
    db.execute(
        "UPDATE overlaps SET own_label = ? WHERE call_id = ? AND place = ?",
        [label, call_id, place],
    )


def own_labels(db: Database, call_id: int) -> dict[int, str]:
    """Give the user's own labels by their overlaps' places in the report, those as measured among them."""
    found = db.execute(
        "SELECT place, own_label FROM overlaps WHERE call_id = ? AND own_label NOT NULL ORDER BY place",
        [call_id],
    )
    return dict(found.fetchall())


def correct(db: Database, call_id: int, place: int, text: str) -> None:
    """Put the user's text in place of the report's line at `place`; the text as heard takes that back.

    Numbers of cards and codes are blanked in it, and in lines that turn out by it to hold a part of one.
    Where there is no such line (any more) nothing happens.
    """
    found = list(db.query(_TRANSCRIPT, [call_id]))
    if not 0 <= place < len(found):
        return
    meant = found[place]
    near = [row for row in found if abs(row["start"] - meant["start"]) <= _NEAR]
    lines = [replace(rows.to_line(row), text=text if row is meant else row["text"]) for row in near]
    for row, line in zip(near, blanked_lines(lines), strict=True):
        heard = row["text"] if row is meant and row["heard"] is None else row["heard"]
        if line.text != row["text"]:
            db.execute(
                "UPDATE transcript SET text = ?1, heard = nullif(?2, ?1) WHERE id = ?3",
                [line.text, heard, row["id"]],
            )


def heard_lines(db: Database, call_id: int) -> dict[int, str]:
    """Give the text as it was heard of the lines that were corrected, by their places in the report."""
    found = enumerate(db.query(_TRANSCRIPT, [call_id]))
    return {place: row["heard"] for place, row in found if row["heard"] is not None}


def of_recording(db: Database, path: str) -> Call | None:
    """Give the newest call that was heard from the recording at `path`; None where there is none."""
    found = db.query(
        f"{rows.CALLS} WHERE recording = ? AND recording <> '' AND deleted_at IS NULL"
        " ORDER BY id DESC LIMIT 1",
        [path],
    )
    return next((rows.to_call(row) for row in found), None)


def relocate(db: Database, call_id: int, path: str) -> None:
    """Write down where the recording of a call lies now; "" for nowhere."""
    db.table("calls").update(call_id, {"recording": path})


def set_agent_channel(db: Database, call_id: int, channel: str) -> None:
    """Write down which channel of its recording the agent is on, "left" or "right"."""
    db.table("calls").update(call_id, {"agent_channel": channel})


def rename(db: Database, call_id: int, name: str) -> None:
    """Give a call another name."""
    db.table("calls").update(call_id, {"name": name})


def set_type(db: Database, call_id: int, call_type: str) -> None:
    """Give a call another type."""
    db.table("calls").update(call_id, {"call_type": call_type})


def set_purpose(db: Database, call_id: int, purpose: str) -> None:
    """Write down what a call is, or was, for."""
    db.table("calls").update(call_id, {"purpose": purpose})


def delete(db: Database, call_id: int) -> None:
    """Put a call out of sight, and the reflections and follow-ups that belong to it."""
    deletion.delete(db, "calls", call_id)


def bring_back(db: Database, call_id: int) -> None:
    """Take a deletion back; what of the call had been deleted before it stays deleted."""
    deletion.bring_back(db, "calls", call_id)


def drop_words(db: Database, call_ids: Iterable[int]) -> None:
    """Delete for good what was said in these calls.

    That is the transcript, the evidence of cues and of techniques used, and what better phrases were found
    for; the phrases themselves are the user's own, and stay.
    """
    one = [(call_id,) for call_id in call_ids]
    of_reflections = "reflection_id IN (SELECT id FROM reflections WHERE call_id = ?)"
    statements = [
        "DELETE FROM transcript WHERE call_id = ?",
        "UPDATE cues_shown SET evidence = '' WHERE call_id = ? AND evidence <> ''",
        f"UPDATE techniques_used SET evidence = '' WHERE evidence <> '' AND {of_reflections}",
    ]
    if tables.there(db, "rephrasings"):
        statements.append(f"UPDATE rephrasings SET said = '' WHERE said <> '' AND {of_reflections}")
    changed = sum(max(0, db.conn.executemany(statement, one).rowcount) for statement in statements)
    if changed:
        removal.mark(db)


def _add_moments(
    db: Database,
    call_id: int,
    spurts: Iterable[Spurt],
    overlaps: Iterable[Overlap],
    cues: Iterable[Cue],
    gaps: Iterable[Gap],
    lines: Lines,
    heated: Iterable[Stretch] = (),
) -> None:
    if lines is None:
        cues = (replace(cue, evidence="") for cue in cues)
    owner = {"call_id": call_id}
    db.table("spurts").insert_all(owner | rows.spurt_row(spurt) for spurt in spurts)
    db.table("heated").insert_all(owner | rows.heated_row(stretch) for stretch in heated)
    db.table("transcript").insert_all(owner | {"id": new_id()} | rows.line_row(line) for line in lines or ())
    for table, moments in (
        ("overlaps", map(rows.overlap_row, overlaps)),
        ("cues_shown", map(rows.cue_row, cues)),
        ("gaps", map(rows.gap_row, gaps)),
    ):
        (first,) = db.execute(
            f"SELECT coalesce(max(place) + 1, 0) FROM {table} WHERE call_id = ?", [call_id]
        ).fetchone()
        db.table(table).insert_all(owner | {"place": place} | row for place, row in enumerate(moments, first))


def _add_marks(db: Database, call_id: int, marks: Iterable[MarkedMoment]) -> None:
    for each in marks:
        mark(db, call_id, each.t, each.note)
