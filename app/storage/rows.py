"""Records as rows of the journal's tables and back, and times as its texts.

Points in time are texts in UTC to the millisecond ("2026-11-22T14:02:05.123Z"), days are local dates
("2026-11-22"); both sort as text. A record's columns bear its fields' names where nothing else is said here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from typing import Any

from app.domain.journal import Call, CallKind, FollowUp, Promise, Reflection, Rephrasing, TechniqueUsed
from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Engine, Measures, Report, Source
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Stretch, Utterance, samples, seconds

Row = dict[str, Any]

_MEASURES = tuple(field.name for field in fields(Measures))
_CUTTING_IN = ", ".join(f"'{label}'" for label in sorted(INTERRUPTIONS))


def to_text(at: datetime) -> str:
    """Give an aware point in time as text, cut to the millisecond."""
    assert at.tzinfo
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_time(text: str) -> datetime:
    """Give a text back as a point in time, in UTC."""
    return datetime.fromisoformat(text)


def now_text() -> str:
    """Give this moment as text."""
    return to_text(datetime.now(UTC))


def local_day(at: datetime) -> date:
    """Give the date of a point in time where this computer is."""
    return at.astimezone().date()


def start_of(day: date) -> str:
    """Give the point in time at which a local day begins, as text."""
    return to_text(datetime(day.year, day.month, day.day).astimezone())


def cut_ins(by: Speaker) -> str:
    """Give the SQL of how often `by` cut in in the call of the query's row of calls.

    As measured, unless the user has given any of its overlaps a label of their own: then their word counts.
    """
    own = f"""coalesce(own_label, label) IN ({_CUTTING_IN}) AND "by" = '{by.value}'"""
    measured = f"calls.interruptions_{by.value}"
    return f"""
        CASE WHEN {measured} NOT NULL AND calls.id IN (SELECT call_id FROM overlaps WHERE own_label NOT NULL)
        THEN (SELECT count(*) FROM overlaps WHERE call_id = calls.id AND {own}) ELSE {measured} END
    """


MOOD = """
    (SELECT mood_after FROM reflections WHERE call_id = calls.id AND deleted_at IS NULL
        AND mood_after IS NOT NULL ORDER BY id DESC LIMIT 1)
"""
"""The SQL of the mood after the call of the query's row of calls."""

CALLS = f"""
    SELECT calls.*,
        {cut_ins(Speaker.AGENT)} AS cut_ins_agent, {cut_ins(Speaker.CUSTOMER)} AS cut_ins_customer,
        (SELECT count(*) FROM marks WHERE call_id = calls.id) AS marks, {MOOD} AS mood
    FROM calls
"""
"""The query whose rows `to_call` takes."""


def call_row(call: Call) -> Row:
    """Give the row of a call; what other tables know of it (marks, mood) is left out."""
    return {
        "id": call.id,
        "kind": call.kind.value,
        "name": call.name,
        "call_type": call.call_type,
        "purpose": call.purpose,
        "began_at": to_text(call.began_at),
        "day": local_day(call.began_at).isoformat(),
        "ended_at": None if call.ended_at is None else to_text(call.ended_at),
        "written_at": to_text(call.ended_at or call.began_at),
        "broken_off": int(call.broken_off),
        "recording": call.recording,
        "agent_channel": call.agent_channel,
        **heard_row(call.source, call.engine, call.separation, call.separation_reason, call.measures),
    }


def heard_row(
    source: Source, engine: Engine | None, separation: str, separation_reason: str | None, measures: Measures
) -> Row:
    """Give the columns of a call that its report decides."""
    return {
        "source_kind": source.kind,
        "duration": samples(source.duration_s),
        "sample_rate": source.sample_rate,
        "channels": source.channels,
        "engine": engine.name if engine else None,
        "model": engine.model if engine else None,
        "separation": separation,
        "separation_reason": separation_reason,
        **measures_row(measures),
    }


def measures_row(measures: Measures) -> Row:
    """Give the columns of the measures."""
    return asdict(measures)


def to_call(row: Row) -> Call:
    """Give a row of CALLS as its record; cut-ins are counted by the user's own labels where there are any."""
    cut_in = {f"interruptions_{side}": row[f"cut_ins_{side}"] for side in ("agent", "customer")}
    return Call(
        id=row["id"],
        kind=CallKind(row["kind"]),
        name=row["name"],
        call_type=row["call_type"],
        began_at=to_time(row["began_at"]),
        ended_at=None if row["ended_at"] is None else to_time(row["ended_at"]),
        source=_source(row),
        engine=_engine(row),
        separation=row["separation"],
        separation_reason=row["separation_reason"],
        measures=_measures(row | cut_in),
        purpose=row["purpose"],
        broken_off=bool(row["broken_off"]),
        marks=row["marks"],
        mood=row["mood"],
        recording=row["recording"],
        agent_channel=row["agent_channel"],
    )


def to_report(row: Row, moments: Mapping[str, Iterable[Row]]) -> Report:
    """Give the row of a call and the rows of its moments (by their table's name) as a report, as measured."""
    return Report(
        source=_source(row),
        engine=_engine(row),
        separation=row["separation"],
        separation_reason=row["separation_reason"],
        measures=_measures(row),
        spurts=tuple(map(to_spurt, moments["spurts"])),
        overlaps=tuple(map(to_overlap, moments["overlaps"])),
        transcript=tuple(map(to_line, moments["transcript"])),
        cues=tuple(
            Cue(r["t"], r["technique"], r["kind"], r["text"], r["evidence"]) for r in moments["cues_shown"]
        ),
        gaps=tuple(Gap(r["channel"], r["start"], r["end"], r["reason"]) for r in moments["gaps"]),
        heated=tuple(Stretch(r["start"], r["end"]) for r in moments["heated"]),
    )


def spurt_row(spurt: Spurt) -> Row:
    """Give the row of a spurt."""
    return {"speaker": spurt.speaker.value, "start": spurt.start, "end": spurt.end}


def to_spurt(row: Row) -> Spurt:
    """Give the row of a spurt as its record."""
    return Spurt(Speaker(row["speaker"]), row["start"], row["end"])


def overlap_row(overlap: Overlap) -> Row:
    """Give the row of an overlap, as measured."""
    return {
        "by": overlap.by.value,
        "start": overlap.start,
        "end": overlap.end,
        "label": overlap.label,
        "reason": overlap.reason,
    }


def to_overlap(row: Row) -> Overlap:
    """Give the row of an overlap as its record, as measured."""
    return Overlap(Speaker(row["by"]), row["start"], row["end"], row["label"], row["reason"])


def line_row(line: Utterance) -> Row:
    """Give the row of a line of the transcript; the times of its single words are not kept."""
    return {"speaker": line.speaker.value, "start": line.start, "end": line.end, "text": line.text}


def to_line(row: Row) -> Utterance:
    """Give the row of a line as it now is: corrected, where the user has corrected it."""
    return Utterance(Speaker(row["speaker"]), row["start"], row["end"], row["text"])


def cue_row(cue: Cue) -> Row:
    """Give the row of a cue."""
    return {"t": cue.t, "technique": cue.id, "kind": cue.kind, "text": cue.text, "evidence": cue.evidence}


def gap_row(gap: Gap) -> Row:
    """Give the row of a gap."""
    return {"channel": gap.channel, "start": gap.start, "end": gap.end, "reason": gap.reason}


def heated_row(stretch: Stretch) -> Row:
    """Give the row of a heated stretch."""
    return {"start": stretch.start, "end": stretch.end}


_WRITTEN = ("hot_button", "went_well", "next_time", "cause", "note")
"""The texts of a reflection."""


def reflection_row(reflection: Reflection) -> Row:
    """Give the row of a reflection; its tags and techniques have tables of their own."""
    finished_at = reflection.finished_at
    return {
        "id": reflection.id,
        "call_id": reflection.call_id,
        "begun_at": to_text(reflection.begun_at),
        "day": local_day(reflection.begun_at).isoformat(),
        "finished_at": None if finished_at is None else to_text(finished_at),
        "mood_before": reflection.mood_before,
        "mood_after": reflection.mood_after,
        **{name: getattr(reflection, name) for name in _WRITTEN},
    }


def to_reflection(row: Row, tags: Iterable[str], techniques: Iterable[TechniqueUsed]) -> Reflection:
    """Give the row of a reflection, with its tags and techniques in their order, as its record."""
    return Reflection(
        id=row["id"],
        call_id=row["call_id"],
        begun_at=to_time(row["begun_at"]),
        finished_at=None if row["finished_at"] is None else to_time(row["finished_at"]),
        mood_before=row["mood_before"],
        mood_after=row["mood_after"],
        **{name: row[name] for name in _WRITTEN},
        tags=tuple(tags),
        techniques=tuple(techniques),
    )


def rephrasing_row(rephrasing: Rephrasing) -> Row:
    """Give the row of a better phrase."""
    return {
        "id": rephrasing.id,
        "reflection_id": rephrasing.reflection_id,
        "t": rephrasing.t,
        "said": rephrasing.said,
        "better": rephrasing.better,
        "technique": rephrasing.technique,
        "made_at": to_text(rephrasing.made_at),
    }


def to_rephrasing(row: Row) -> Rephrasing:
    """Give the row of a better phrase as its record."""
    return Rephrasing(
        id=row["id"],
        reflection_id=row["reflection_id"],
        made_at=to_time(row["made_at"]),
        said=row["said"],
        better=row["better"],
        technique=row["technique"],
        t=row["t"],
    )


def follow_up_row(follow_up: FollowUp) -> Row:
    """Give the row of a follow-up."""
    return {
        "id": follow_up.id,
        "call_id": follow_up.call_id,
        "text": follow_up.text,
        "due": None if follow_up.due is None else follow_up.due.isoformat(),
        "made_at": to_text(follow_up.made_at),
        "state": follow_up.state.value,
        "closed_at": None if follow_up.closed_at is None else to_text(follow_up.closed_at),
        "moved": follow_up.moved,
    }


def to_follow_up(row: Row) -> FollowUp:
    """Give the row of a follow-up as its record."""
    return FollowUp(
        id=row["id"],
        text=row["text"],
        due=None if row["due"] is None else date.fromisoformat(row["due"]),
        made_at=to_time(row["made_at"]),
        call_id=row["call_id"],
        state=Promise(row["state"]),
        closed_at=None if row["closed_at"] is None else to_time(row["closed_at"]),
        moved=row["moved"],
    )


def _source(row: Row) -> Source:
    return Source(row["source_kind"], seconds(row["duration"]), row["sample_rate"], row["channels"])


def _engine(row: Row) -> Engine | None:
    return None if row["engine"] is None else Engine(row["engine"], row["model"])


def _measures(row: Row) -> Measures:
    return Measures(**{name: row[name] for name in _MEASURES})
