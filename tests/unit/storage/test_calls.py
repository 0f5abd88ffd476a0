from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import Call, CallKind, MarkedMoment, TechniqueUsed
from app.domain.report import Engine, Measures, Report
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Utterance
from app.report.relabel import relabelled
from app.storage import calls, checklists, follow_ups, reflections
from app.storage.cipher import Database, driver
from app.storage.schema import TABLES
from tests import journals
from tests.journals import NOON, a_call, a_promise, a_reflection, integrity, its_report, some_records, terms
from tests.unit.report.reports import example

AGENT, CUSTOMER = Speaker


@some_records
@given(call=journals.calls)
def test_a_call_comes_back_as_it_was_put_in(db: Database, call: Call) -> None:
    with journals.taken_back(db):
        calls.begin(db, call)
        assert calls.get(db, call.id) == call


@some_records
@given(call=journals.calls, report=journals.reports, marks=journals.few(journals.marks))
def test_a_report_comes_back_as_it_was_put_in(
    db: Database, call: Call, report: Report, marks: tuple[MarkedMoment, ...]
) -> None:
    ended = call.ended_at or call.began_at
    last_notes = {each.t: each for each in marks}
    with journals.taken_back(db):
        calls.save(db, replace(call, ended_at=ended), report, report.transcript, marks)
        assert calls.report(db, call.id) == report
        assert calls.marks(db, call.id) == tuple(last_notes[t] for t in sorted(last_notes))
        assert calls.get(db, call.id) == replace(
            call,
            ended_at=ended,
            broken_off=False,
            marks=len(last_notes),
            source=report.source,
            engine=report.engine,
            separation=report.separation,
            separation_reason=report.separation_reason,
            measures=report.measures,
        )
        integrity(db)


def halves(report: Report) -> list[Report]:
    """Give what happened in two parts, as a running call would write it."""

    def part(since: int, until: int) -> Report:
        return replace(
            report,
            spurts=tuple(each for each in report.spurts if since <= each.end < until),
            overlaps=tuple(each for each in report.overlaps if since <= each.end < until),
            transcript=tuple(each for each in report.transcript if since <= each.end < until),
            cues=tuple(each for each in report.cues if since <= each.t < until),
            gaps=tuple(each for each in report.gaps if since <= each.end < until),
        )

    middle = round(report.source.duration_s * 8000)
    return [part(0, middle), part(middle, 1 << 62)]


def write_running(db: Database, call: Call, report: Report, *, lines: bool = True) -> None:
    calls.begin(db, call)
    for number, part in enumerate(halves(report), 1):
        calls.append(
            db,
            call.id,
            duration=round(report.source.duration_s * 8000) * number,
            measures=replace(report.measures, turns=number),
            separation=report.separation,
            separation_reason=report.separation_reason,
            engine=report.engine,
            spurts=part.spurts,
            overlaps=part.overlaps,
            cues=part.cues,
            gaps=part.gaps,
            lines=part.transcript if lines else None,
        )


RUNNING = a_call(ended_at=None, source=replace(example().source, duration_s=0.0), separation="mic-only")


def test_a_call_that_broke_off_is_as_it_was_when_it_was_last_written(db: Database) -> None:
    report = example()
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    write_running(db, RUNNING, report)
    (offered,) = calls.unfinished(db)
    assert (offered.id, offered.ended_at, offered.broken_off) == (RUNNING.id, None, False)
    assert calls.recent(db, 9) == []
    calls.finish_broken(db, RUNNING.id)
    assert calls.unfinished(db) == []
    (broken,) = calls.recent(db, 9)
    assert broken.broken_off and broken.ended_at
    assert before <= broken.ended_at <= datetime.now(UTC)
    assert calls.report(db, RUNNING.id) == replace(report, measures=replace(report.measures, turns=2))


def test_a_call_that_broke_off_before_its_first_second_can_be_ended(db: Database) -> None:
    calls.begin(db, RUNNING)
    calls.finish_broken(db, RUNNING.id)
    assert calls.get(db, RUNNING.id) == replace(RUNNING, ended_at=RUNNING.began_at, broken_off=True)


def test_a_clock_set_back_in_a_call_does_not_end_it_before_it_began(db: Database) -> None:
    ahead = replace(RUNNING, began_at=datetime.now(UTC).replace(microsecond=0) + timedelta(days=400))
    calls.begin(db, ahead)
    calls.append(db, ahead.id, duration=16_000, measures=Measures())
    calls.finish_broken(db, ahead.id)
    broken = calls.get(db, ahead.id)
    assert broken and broken.ended_at == ahead.began_at


def test_the_report_takes_the_place_of_what_was_written_as_it_happened(db: Database) -> None:
    report = example()
    write_running(db, RUNNING, report)
    calls.mark(db, RUNNING.id, 160_000)
    calls.mark(db, RUNNING.id, 80_000, "too sharp")
    calls.label(db, RUNNING.id, 1, "cooperative_overlap")
    settled = replace(report, overlaps=report.overlaps[1:], spurts=report.spurts[:3])
    calls.finish(db, RUNNING.id, settled, NOON, settled.transcript)
    assert calls.report(db, RUNNING.id) == settled
    assert calls.own_labels(db, RUNNING.id) == {0: "cooperative_overlap"}
    assert calls.marks(db, RUNNING.id) == (MarkedMoment(80_000, "too sharp"), MarkedMoment(160_000))
    assert calls.recent(db, 9)[0].marks == 2
    integrity(db)


@pytest.mark.parametrize("kept", ["as it happened", "in the report"])
def test_without_lines_nothing_that_was_said_is_stored(db: Database, kept: str) -> None:
    report = example()
    write_running(db, RUNNING, report, lines=kept == "in the report")
    if kept == "in the report":
        calls.finish(db, RUNNING.id, report, NOON, None)
    stored = calls.report(db, RUNNING.id)
    assert stored.transcript == ()
    assert stored.cues == tuple(replace(cue, evidence="") for cue in report.cues)
    assert terms(db, "transcript") == set()


def test_what_was_said_can_be_dropped_and_the_measures_stay(db: Database) -> None:
    report = example()
    one, other = a_call(), a_call()
    for call in (one, other):
        calls.save(db, call, report, report.transcript)
        used = (TechniqueUsed("paraphrase", "so if i understand you right"), TechniqueUsed("respect"))
        reflections.save(db, a_reflection(call_id=call.id, techniques=used))
    calls.drop_words(db, [one.id])
    silent = replace(report, transcript=(), cues=tuple(replace(cue, evidence="") for cue in report.cues))
    assert calls.report(db, one.id) == silent
    assert calls.report(db, other.id) == report
    techniques = [reflections.of_call(db, call.id).techniques for call in (one, other)]  # type: ignore[union-attr]
    assert techniques == [(TechniqueUsed("paraphrase"), TechniqueUsed("respect")), used]
    integrity(db)


OVERLAPS = (
    Overlap(AGENT, 10, 20, "interruption_success", "as measured"),
    Overlap(CUSTOMER, 30, 40, "competitive_overlap", "as measured"),
    Overlap(AGENT, 50, 60, "backchannel", "as measured"),
)
MEASURED = Measures(talk_ratio=0.5, interruptions_agent=1, interruptions_customer=1)


@pytest.mark.parametrize(
    ("labels", "own", "counts"),
    [
        ({}, {}, (1, 1)),
        ({0: "cooperative_overlap"}, {0: "cooperative_overlap"}, (0, 1)),
        ({2: "interruption_failed"}, {2: "interruption_failed"}, (2, 1)),
        (
            {1: "early_response", 2: "interruption_failed"},
            {1: "early_response", 2: "interruption_failed"},
            (2, 0),
        ),
        ({0: "interruption_success"}, {0: "interruption_success"}, (1, 1)),
        (
            {1: "early_response", 2: "backchannel"},
            {1: "early_response", 2: "backchannel"},
            (1, 0),
        ),
    ],
)
def test_the_users_own_labels_stand_beside_the_measured_ones_and_count_in_lists(
    db: Database, labels: dict[int, str], own: dict[int, str], counts: tuple[int, int]
) -> None:
    call = a_call(measures=MEASURED)
    measured = its_report(call, overlaps=OVERLAPS)
    calls.save(db, call, measured, ())
    for place, label in labels.items():
        calls.label(db, call.id, place, label)
    assert calls.report(db, call.id) == measured
    assert calls.own_labels(db, call.id) == own
    (listed,) = calls.recent(db, 1)
    assert (listed.measures.interruptions_agent, listed.measures.interruptions_customer) == counts
    shown = relabelled(measured, calls.own_labels(db, call.id))
    assert listed.measures == shown.measures
    for place in labels:
        calls.label(db, call.id, place, None)
    assert calls.own_labels(db, call.id) == {}
    assert calls.recent(db, 1) == [call]


def test_cut_ins_that_can_not_be_known_stay_unknown_whatever_the_labels_say(db: Database) -> None:
    call = a_call(measures=Measures())
    calls.save(db, call, its_report(call, overlaps=OVERLAPS), ())
    calls.label(db, call.id, 2, "interruption_success")
    assert calls.recent(db, 1) == [call]


def test_calls_are_listed_newest_day_first_and_paged(db: Database) -> None:
    days = (3, 1, 2, 2, 5, 4)
    added = [a_call(name=f"day {day}", began_at=NOON.replace(day=day)) for day in days]
    for call in added:
        calls.save(db, call, its_report(call), None)
    order = [added[n] for n in (4, 5, 0, 3, 2, 1)]
    assert calls.recent(db, 10) == order
    pages, before = [], None
    while page := calls.recent(db, 2, before=before):
        pages.append(page)
        before = page[-1].id
    assert pages == [order[:2], order[2:4], order[4:]]


def test_calls_are_found_by_what_they_are(db: Database) -> None:
    complaint = a_call(name="complaint", began_at=NOON.replace(day=2))
    billing = a_call(name="billing", call_type="billing", began_at=NOON.replace(day=4))
    practice = a_call(name="practice", kind=CallKind.PRACTICE, began_at=NOON.replace(day=6))
    for call in (complaint, billing, practice):
        calls.save(db, call, its_report(call), None)
    calls.mark(db, billing.id, 5)
    reflections.save(db, a_reflection(call_id=complaint.id, mood_after=2, tags=("refund", "delay")))
    gone = a_reflection(call_id=billing.id, mood_after=2, tags=("refund",))
    reflections.save(db, gone)
    reflections.delete(db, gone.id)

    def names(**asked: object) -> list[str]:
        return [call.name for call in calls.find(db, **asked)]  # type: ignore[arg-type]

    assert names() == ["practice", "billing", "complaint"]
    assert names(call_type="complaint") == ["practice", "complaint"]
    assert names(call_type="complaint", kind=CallKind.LIVE) == ["complaint"]
    assert names(since=date(2026, 11, 4)) == ["practice", "billing"]
    assert names(until=date(2026, 11, 4)) == ["billing", "complaint"]
    assert names(since=date(2026, 11, 3), until=date(2026, 11, 5)) == ["billing"]
    assert names(mood=2) == ["complaint"]
    assert names(mood=3) == []
    assert names(tag="refund") == ["complaint"]
    assert names(marked=True) == ["billing"]
    assert names(limit=1) == ["practice"]
    assert names(before=billing.id, mood=2, tag="delay") == ["complaint"]


def test_a_call_has_the_mood_after_it_of_its_newest_reflection_with_one(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), None)
    for mood in (2, 4, None):
        reflections.save(db, a_reflection(call_id=call.id, mood_before=1, mood_after=mood))
    assert calls.recent(db, 1)[0].mood == 4


def test_a_deleted_call_goes_out_of_sight_with_what_was_written_about_it_and_comes_back_with_it(
    db: Database,
) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    gone_before, written = a_reflection(call_id=call.id), a_reflection(call_id=call.id)
    promised = a_promise(call_id=call.id)
    reflections.save(db, gone_before)
    reflections.save(db, written)
    follow_ups.save(db, promised)
    reflections.delete(db, gone_before.id)
    # The moment of a deletion tells what went together.
    db.execute("UPDATE reflections SET deleted_at = '2026-01-01' WHERE deleted_at NOT NULL")

    calls.delete(db, call.id)
    assert calls.get(db, call.id) is None
    assert calls.recent(db, 9) == [] and calls.unfinished(db) == []
    assert reflections.recent(db, 9) == [] and follow_ups.open(db) == []
    calls.delete(db, call.id)
    calls.bring_back(db, call.id)
    assert calls.get(db, call.id) == call
    assert reflections.recent(db, 9) == [written]
    assert follow_ups.open(db) == [promised]


def test_what_is_brought_back_brings_its_call_back(db: Database) -> None:
    for bring_back in (reflections.bring_back, follow_ups.bring_back):
        call = a_call()
        calls.save(db, call, its_report(call), ())
        part = a_reflection(call_id=call.id)
        promised = a_promise(id=part.id, call_id=call.id)
        reflections.save(db, part)
        follow_ups.save(db, promised)
        calls.delete(db, call.id)
        bring_back(db, part.id)
        assert calls.get(db, call.id) == call


def test_all_that_belongs_to_a_call_goes_for_good_with_it(db: Database) -> None:
    report = replace(example(), gaps=(Gap("agent", 0, 5, "lost"),))
    gone, stays = a_call(), a_call()
    for call in (gone, stays):
        calls.save(db, call, report, report.transcript, [MarkedMoment(5)])
        reflections.save(
            db,
            a_reflection(
                call_id=call.id, note="unhappy", tags=("one",), techniques=(TechniqueUsed("respect"),)
            ),
        )
        follow_ups.save(db, a_promise(call_id=call.id))
    before = {table: db.table(table).count for table in TABLES}
    db.execute("DELETE FROM calls WHERE id = ?", [gone.id])
    assert {table: db.table(table).count for table in TABLES} == {
        table: number // 2 for table, number in before.items()
    }
    assert calls.report(db, stays.id) == report
    integrity(db)
    db.execute("DELETE FROM calls")
    integrity(db)
    assert terms(db, "transcript") == terms(db, "reflections") == set()


def test_the_name_the_type_and_the_purpose_can_be_changed(db: Database) -> None:
    call = a_call()
    calls.begin(db, call)
    calls.rename(db, call.id, "The parcel")
    calls.set_type(db, call.id, "billing")
    calls.set_purpose(db, call.id, "hear them out")
    assert calls.get(db, call.id) == replace(
        call, name="The parcel", call_type="billing", purpose="hear them out"
    )


def test_a_moment_can_be_marked_again_with_another_note(db: Database) -> None:
    call = a_call()
    calls.begin(db, call)
    calls.append(db, call.id, duration=9, measures=Measures(), marks=[MarkedMoment(7), MarkedMoment(7)])
    calls.mark(db, call.id, 7, "here")
    assert calls.marks(db, call.id) == (MarkedMoment(7, "here"),)


def test_what_is_not_told_anew_of_a_running_call_stays(db: Database) -> None:
    call = replace(RUNNING, engine=Engine("vosk", "small"), separation="bleed", separation_reason="heard")
    calls.begin(db, call)
    calls.append(db, call.id, duration=16_000, measures=MEASURED)
    assert calls.get(db, call.id) == replace(
        call, source=replace(call.source, duration_s=1.0), measures=MEASURED
    )
    calls.append(db, call.id, duration=32_000, measures=MEASURED, separation="separate")
    now = calls.get(db, call.id)
    assert now and (now.separation, now.separation_reason, now.engine) == ("separate", None, call.engine)


def test_moments_of_a_call_that_is_not_there_are_refused(db: Database) -> None:
    with pytest.raises(driver.IntegrityError):
        calls.mark(db, 1, 5)


@some_records
@given(
    spurts=st.lists(
        st.builds(Spurt, st.sampled_from(Speaker), st.integers(0, 3), st.integers(4, 6)),
        unique_by=lambda spurt: (spurt.start, spurt.speaker),
    )
)
def test_two_who_began_at_one_sample_come_back_in_the_order_they_ended(
    db: Database, spurts: list[Spurt]
) -> None:
    in_order = sorted(spurts, key=lambda spurt: (spurt.start, spurt.end, spurt.speaker))
    call = a_call()
    with journals.taken_back(db):
        calls.save(db, call, its_report(call, spurts=tuple(spurts)), ())
        assert list(calls.report(db, call.id).spurts) == in_order


def test_lines_of_a_running_call_come_back_in_order_of_time(db: Database) -> None:
    late, early = Utterance(AGENT, 50, 90, "late"), Utterance(CUSTOMER, 10, 40, "early")
    call = a_call()
    calls.begin(db, call)
    calls.append(db, call.id, duration=90, measures=Measures(), lines=[late])
    calls.append(
        db,
        call.id,
        duration=99,
        measures=Measures(),
        lines=[early],
        cues=[Cue(5, "respect", "nudge", "Be kind.", "")],
    )
    assert calls.report(db, call.id).transcript == (early, late)


def test_bringing_back_what_is_gone_for_good_is_nothing(db: Database) -> None:
    for of_kind in (calls, reflections, follow_ups, checklists):
        of_kind.bring_back(db, 4711)
