"""An open journal's database, records to put into it, and hypothesis strategies for any record at all.

Times in records are whole milliseconds and lengths of calls whole samples: more than that is not kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from app.domain.journal import (
    MOODS,
    Call,
    CallKind,
    CalmSession,
    Checklist,
    ChecklistItem,
    ChecklistRun,
    FollowUp,
    MarkedMoment,
    Promise,
    Reflection,
    Rephrasing,
    TechniqueUsed,
    Tick,
)
from app.domain.report import Report, Source
from app.domain.timeline import RATE, Stretch, samples, seconds
from app.storage import schema
from app.storage.cipher import Database, connect
from app.storage.schema import new_id
from tests.unit.report.any_report import reports as any_reports

KEY = bytes(range(32))
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
"""A Wednesday, the same local day almost everywhere."""

some_records = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@contextmanager
def opened(folder: Path, key: bytes = KEY) -> Iterator[Database]:
    """Give an encrypted database with the journal's tables, in a file of `folder`; closed afterwards."""
    db = connect(folder / "journal.db", key)
    try:
        schema.migrations.apply(db)
        yield db
    finally:
        db.conn.close()


@contextmanager
def taken_back(db: Database) -> Iterator[None]:
    """Do what is inside in a transaction, and take it back: what hypothesis tries leaves nothing behind."""
    db.conn.execute("BEGIN")
    try:
        yield
    finally:
        db.conn.execute("ROLLBACK")


def a_call(**different: Any) -> Call:
    """Give a live call of ten minutes that is over; the keywords are fields that differ."""
    usual = Call(
        id=new_id(),
        kind=CallKind.LIVE,
        name="Call at noon",
        call_type="complaint",
        began_at=NOON,
        ended_at=NOON.replace(minute=10),
        source=Source("live", 600.0, 16_000, 2),
        separation="separate",
    )
    return replace(usual, **different)


def its_report(call: Call, **different: Any) -> Report:
    """Give a report with what is known of the call and nothing that happened; the keywords are fields."""
    return replace(
        Report(call.source, call.engine, call.separation, call.separation_reason, call.measures), **different
    )


def a_reflection(**different: Any) -> Reflection:
    """Give an empty reflection that was begun just now; the keywords are fields that differ."""
    return replace(Reflection(id=new_id(), call_id=None, begun_at=NOON), **different)


def a_rephrasing(reflection: Reflection, **different: Any) -> Rephrasing:
    """Give what would be better in a call's second second; the keywords are fields that differ."""
    usual = Rephrasing(new_id(), reflection.id, NOON, "calm down", "take your time", "pace", t=16_000)
    return replace(usual, **different)


def a_promise(**different: Any) -> FollowUp:
    """Give an open follow-up without a day; the keywords are fields that differ."""
    return replace(FollowUp(id=new_id(), text="call back", due=None, made_at=NOON), **different)


def integrity(db: Database) -> None:
    """Raise where a search index does not hold exactly what its table holds."""
    for table in schema.SEARCHED:
        db.conn.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")


def terms(db: Database, table: str) -> set[str]:
    """Give every word that the search index of `table` knows."""
    db.conn.execute(f"CREATE VIRTUAL TABLE temp.known USING fts5vocab(main, {table}_fts, row)")
    try:
        return {row[0] for row in db.conn.execute("SELECT term FROM temp.known")}
    finally:
        db.conn.execute("DROP TABLE temp.known")


ids = st.builds(new_id)
texts = st.text(max_size=200) | st.sampled_from(
    ["", "\0", "a\0b", "שלום, מה קרה?", "🙂🤷🏽‍♀️", 'it\'s "x" -- y*']
)
times = st.datetimes(datetime(1990, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
moods = st.none() | st.sampled_from(MOODS)
places_in_calls = st.integers(0, 24 * 3600 * RATE)
marks = st.builds(MarkedMoment, places_in_calls, texts)
items = st.builds(ChecklistItem, texts, st.none() | texts)
ticks = st.builds(Tick, items, st.booleans(), st.none() | places_in_calls)


def few(each: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(each, max_size=5).map(tuple)


reflections = st.builds(
    Reflection,
    id=ids,
    call_id=st.none(),
    begun_at=times,
    finished_at=st.none() | times,
    mood_before=moods,
    mood_after=moods,
    hot_button=texts,
    went_well=texts,
    next_time=texts,
    cause=texts,
    note=texts,
    tags=few(texts),
    techniques=few(st.builds(TechniqueUsed, texts, texts)),
)
rephrasings = st.builds(
    Rephrasing,
    id=ids,
    reflection_id=ids,
    made_at=times,
    said=texts,
    better=texts,
    technique=texts,
    t=st.none() | places_in_calls,
)
follow_ups = st.builds(
    FollowUp,
    id=ids,
    text=texts,
    due=st.none() | days,
    made_at=times,
    call_id=st.none(),
    state=st.sampled_from(Promise),
    closed_at=st.none() | times,
    moved=st.integers(0, 1000),
)
checklists = st.builds(
    Checklist, id=ids, title=texts, call_type=st.none() | texts, items=few(items), origin=st.none() | texts
)
runs = st.builds(
    ChecklistRun,
    id=ids,
    title=texts,
    run_at=times,
    call_id=st.none(),
    checklist_id=st.none(),
    purpose=texts,
    hurdle=texts,
    answer=texts,
    hot_button=texts,
    ticks=few(ticks),
)
calm_sessions = st.builds(
    CalmSession,
    id=ids,
    began_at=times,
    pattern=texts,
    planned_s=st.floats(0, 3600),
    done_s=st.floats(0, 3600),
    call_id=st.none(),
)
heated = st.lists(places_in_calls, max_size=6, unique=True).map(
    lambda edges: tuple(map(Stretch, *[iter(sorted(edges))] * 2))
)
reports = st.builds(lambda report, heated: as_kept(replace(report, heated=heated)), any_reports(), heated)
"""Reports as a pipeline gives them: everything in order of time, and at most one spurt of a side at once."""

calls = st.builds(
    Call,
    id=ids,
    kind=st.sampled_from(CallKind),
    name=texts,
    call_type=texts,
    began_at=times,
    ended_at=st.none() | times,
    purpose=texts,
    broken_off=st.booleans(),
    source=reports.map(lambda report: report.source),
    engine=reports.map(lambda report: report.engine),
    separation=st.sampled_from(["separate", "bleed", "inseparable", "mic-only"]),
    separation_reason=st.none() | texts,
    measures=reports.map(lambda report: report.measures),
    recording=texts,
    agent_channel=st.sampled_from(["left", "right"]),
)


def as_kept(report: Report) -> Report:
    """Give a report as the journal has it: a whole number of samples long, without the times of words."""
    spurts = {(each.start, each.speaker): each for each in report.spurts}.values()
    return replace(
        report,
        source=replace(report.source, duration_s=seconds(samples(report.source.duration_s))),
        spurts=tuple(sorted(spurts, key=lambda each: (each.start, each.end, each.speaker))),
        transcript=tuple(
            sorted((replace(line, words=()) for line in report.transcript), key=lambda line: line.start)
        ),
    )
