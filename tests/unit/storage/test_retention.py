"""Retention: what is due goes, in the journal and its backups, and nothing else; never by a wrong clock."""

import shutil
from collections import Counter
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.journal import CallKind, CalmSession, ChecklistRun, Promise
from app.session import recorded
from app.settings import Settings
from app.storage import (
    backups,
    calls,
    calm,
    checklists,
    erasure,
    follow_ups,
    reflections,
    rephrasings,
    retention,
)
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.storage.retention import LEAP_DAYS, Counts, Purge, Retention
from app.storage.rows import start_of, to_text, to_time
from app.storage.schema import TABLES, new_id
from tests.data.journals import make
from tests.journals import NOON, a_call, a_promise, a_reflection, integrity, its_report, taken_back
from tests.open_journals import keep, names, open_journal

TODAY = NOON.astimezone().date()
FOR_GOOD = Retention(words="days", words_days=36_500)


def ago(days: int) -> datetime:
    return NOON - timedelta(days)


def sizes(db: Database) -> Counter[str]:
    return Counter({table: db.table(table).count for table in TABLES})


def purged(db: Database, keep: Retention, today: date = TODAY) -> Counts:
    """Purge, having seen that the preview says the same."""
    said = retention.preview(db, keep, today)
    done = retention.purge(db, keep, today)
    assert done.told is None
    assert done.counts == said
    assert not retention.preview(db, keep, today).any
    return said


def test_what_the_user_chose_is_what_holds() -> None:
    assert Retention.of(Settings()) == Retention("until_reflected", 30, None, None, None, None)
    chosen = Settings(
        transcript_kept="days",
        transcript_days=7,
        keep_calls_days=1,
        keep_reflections_days=2,
        keep_follow_ups_days=3,
        keep_calm_days=4,
    )
    assert Retention.of(chosen) == Retention("days", 7, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("chosen", "days", "finished", "gone"),
    [
        (Retention("never"), 0, False, True),
        (Retention("until_reflected"), 400, False, False),
        (Retention("until_reflected"), 0, True, True),
        (Retention("days", 30), 30, True, False),
        (Retention("days", 30), 31, False, True),
    ],
)
def test_what_was_said_goes_by_choice(
    tmp_path: Path, chosen: Retention, days: int, finished: bool, gone: bool
) -> None:
    with open_journal(tmp_path) as journal:
        call = keep(journal, "zanzibar", began_at=ago(days), ended_at=ago(days))
        if finished:
            reflection = journal.read(lambda db: reflections.of_call(db, call.id)).result()
            assert reflection
            journal.write(
                "r", lambda db: reflections.finish(db, reflection.id, NOON, drop_words=False)
            ).result()
        counts = journal.write("purge", lambda db: purged(db, chosen)).result()
        assert counts == Counts(words=int(gone))
        report = journal.read(lambda db: calls.report(db, call.id)).result()
        assert bool(report.transcript) is not gone
        assert bool(report.cues[0].evidence) is not gone
        assert report.spurts and journal.read(lambda db: reflections.of_call(db, call.id)).result()
        (phrase,) = journal.read(lambda db: rephrasings.of_call(db, call.id)).result()
        assert bool(phrase.said) is not gone and phrase.better == "Tell me about zanzibar"


def test_what_a_better_phrase_was_found_for_counts_as_said(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal)
        journal.write("t", lambda db: db.execute("DELETE FROM transcript")).result()
        journal.write("c", lambda db: db.execute("UPDATE cues_shown SET evidence = ''")).result()
        assert journal.write("purge", lambda db: purged(db, Retention("never"))).result() == Counts(words=1)


def test_a_deleted_better_phrase_goes_alone(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        call = keep(journal)
        (phrase,) = journal.read(lambda db: rephrasings.of_call(db, call.id)).result()
        journal.write("delete", lambda db: rephrasings.delete(db, phrase.id)).result()
        journal.write(
            "late", lambda db: db.execute("UPDATE rephrasings SET deleted_at = '2026-01-01T00:00:00.000Z'")
        ).result()
        assert journal.write("purge", lambda db: purged(db, FOR_GOOD)).result() == Counts(deleted=1)
        left = journal.read(sizes).result()
        assert (left["rephrasings"], left["reflections"], left["calls"]) == (0, 1, 1)


def test_a_backup_of_before_an_upgrade_loses_the_same(tmp_path: Path) -> None:
    """It lacks what later versions brought."""
    folder = shutil.copytree(make.FOLDER / "1", tmp_path / "journal")
    with open_journal(folder, make.PASSPHRASE) as journal:
        (before,) = backups.databases(folder)
        taken = retention.carry_out(journal, journal.key, Retention("never"), date(2026, 11, 21))
        assert taken == Purge(Counts(words=1))
        with backups.opened(before, journal.key) as db:
            assert db.table("calls").count == 2 and db.table("transcript").count == 0
        erasure.call(journal, journal.key, make.CALL)
        with backups.opened(before, journal.key) as db:
            assert [row["id"] for row in db.table("calls").rows] == [make.OTHER_CALL]
            assert db.table("reflections").count == 0
        assert backups.sound(before, journal.key)


@pytest.mark.parametrize(("days", "gone"), [(30, False), (31, True)])
def test_calls_go_and_the_diary_stays(tmp_path: Path, days: int, gone: bool) -> None:
    with open_journal(tmp_path) as journal:
        call = keep(journal, began_at=ago(days), ended_at=ago(days))
        journal.write("run", lambda db: checklists.save_run(db, a_run(call_id=call.id))).result()
        counts = journal.write("purge", lambda db: purged(db, Retention(calls=30))).result()
        assert counts == Counts(calls=int(gone))
        left = journal.read(sizes).result()
        for table in ("calls", "spurts", "transcript", "cues_shown", "marks", "checklist_runs"):
            assert bool(left[table]) is not gone, table
        (reflection,) = journal.read(lambda db: reflections.recent(db, 9)).result()
        (promise,) = journal.read(follow_ups.all).result()
        assert reflection.note and reflection.call_id == promise.call_id == (None if gone else call.id)
        journal.read(integrity).result()


def a_run(call_id: int | None = None, days: int = 0) -> ChecklistRun:
    return ChecklistRun(new_id(), "Before the call", ago(days), call_id)


def test_each_category_has_days_of_its_own(db: Database) -> None:
    for days in (10, 11, 20, 21, 30, 31, 40, 41):
        reflections.save(db, a_reflection(begun_at=ago(days)))
        calm.save(db, CalmSession(new_id(), ago(days), "box", 60.0, 60.0))
        checklists.save_run(db, a_run(days=days))
        for state in Promise:
            closed = None if state is Promise.OPEN else ago(days)
            follow_ups.save(db, a_promise(made_at=ago(50), state=state, closed_at=closed))
    chosen = Retention(calls=10, reflections=20, follow_ups=30, calm=40)
    assert retention.preview(db, FOR_GOOD, TODAY) == Counts()
    assert purged(db, chosen) == Counts(preparations=7, reflections=5, follow_ups=6, calm=1)
    assert len(follow_ups.open(db)) == 8


def test_a_call_that_is_not_over_is_never_due(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, began_at=ago(5000), ended_at=None)
        all_at_once = Retention("never", 1, 1, None, None, None)
        assert not journal.read(lambda db: retention.preview(db, all_at_once, TODAY)).result().any


@pytest.mark.parametrize(("after_s", "gone"), [(-1, True), (1, False), (3600 * 30, False)])
def test_what_was_deleted_goes_when_a_whole_day_has_passed(tmp_path: Path, after_s: int, gone: bool) -> None:
    """Times are from the beginning of yesterday."""
    text = to_text(to_time(start_of(TODAY - timedelta(1))) + timedelta(seconds=after_s))
    with open_journal(tmp_path) as journal:
        keep(journal, "stays")
        call = keep(journal, "goes")

        def delete(db: Database) -> None:
            calls.delete(db, call.id)
            for table in ("calls", "reflections", "follow_ups"):
                db.execute(f"UPDATE {table} SET deleted_at = ? WHERE deleted_at NOT NULL", [text])

        journal.write("delete", delete).result()
        counts = journal.write("purge", lambda db: purged(db, FOR_GOOD)).result()
        assert counts == Counts(deleted=3 if gone else 0)
        assert journal.read(sizes).result()["reflections"] == (1 if gone else 2)
        journal.write("bring back", lambda db: calls.bring_back(db, call.id)).result()
        assert names(journal) == (["stays"] if gone else ["stays", "goes"])


some_days = st.none() | st.integers(1, 60)
entries = st.lists(
    st.tuples(
        st.sampled_from(["call", "running", "reflected", "alone", "promise", "kept", "run", "calm"]),
        st.integers(0, 70),
        st.sampled_from([None, None, 0, 1, 2, 3]),
    ),
    max_size=12,
)
choices = st.builds(
    Retention,
    st.sampled_from(["never", "until_reflected", "days"]),
    st.integers(1, 60),
    some_days,
    some_days,
    some_days,
    some_days,
)


def put(db: Database, what: str, days: int, deleted: int | None) -> None:
    """Add an entry so many days old, deleted so many days ago."""
    at, new, table = ago(days), new_id(), "reflections"
    match what:
        case "call" | "running" | "reflected":
            table = "calls"
            call = a_call(id=new, began_at=at, ended_at=at)
            calls.begin(db, call)
            line = {"call_id": new, "speaker": "agent", "start": 0, "end": 1, "text": "said"}
            db.table("transcript").insert(line | {"id": new_id()})
            if what == "running":
                db.execute("UPDATE calls SET ended_at = NULL WHERE id = ?", [new])
            if what == "reflected":
                reflections.save(db, a_reflection(call_id=new, begun_at=at, finished_at=at))
                follow_ups.save(db, a_promise(call_id=new, made_at=at))
        case "alone":
            reflections.save(db, a_reflection(id=new, begun_at=at))
        case "promise" | "kept":
            table = "follow_ups"
            done = {"state": Promise.DONE, "closed_at": at} if what == "kept" else {}
            follow_ups.save(db, a_promise(id=new, made_at=at, **done))
        case "run":
            return checklists.save_run(db, a_run(days=days))
        case "calm":
            return calm.save(db, CalmSession(new, at, "box", 60.0, 60.0))
    if deleted is not None:
        db.execute(f"UPDATE {table} SET deleted_at = ? WHERE id = ?", [to_text(ago(deleted)), new])


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=choices, put_in=entries)
def test_the_preview_says_what_the_purge_does(
    db: Database, chosen: Retention, put_in: list[tuple[str, int, int | None]]
) -> None:
    with taken_back(db):
        for entry in put_in:
            put(db, *entry)
        spoken = "SELECT count(DISTINCT call_id) FROM transcript"
        before, ((words,),) = sizes(db), db.execute(spoken).fetchall()
        running = calls.unfinished(db)
        due = retention.due(db, chosen, TODAY)
        counts = purged(db, chosen)
        after, ((left,),) = sizes(db), db.execute(spoken).fetchall()

        def gone(table: str) -> int:
            return before[table] - after[table]

        deleted = {table: len(ids) for table, ids in due.deleted.items()}
        assert gone("calls") == counts.calls + deleted["calls"]
        assert gone("calm_sessions") == counts.calm
        assert gone("checklist_runs") == counts.preparations
        # What belongs to a deleted call, and was not deleted on its own, goes with it.
        assert gone("reflections") >= counts.reflections + deleted["reflections"]
        assert gone("follow_ups") >= counts.follow_ups + deleted["follow_ups"]
        if not deleted["calls"]:
            assert gone("reflections") == counts.reflections + deleted["reflections"]
            assert gone("follow_ups") == counts.follow_ups + deleted["follow_ups"]
        assert words - left == counts.words + gone("calls")
        assert set(running) <= set(calls.unfinished(db))
        assert sum(asdict(counts).values()) or before == after
        integrity(db)


def test_backups_lose_the_same(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, "old", began_at=ago(31), ended_at=ago(31))
        keep(journal, "new")
        backups.daily(journal, journal.key, TODAY - timedelta(1))
        keep(journal, "newer")
        backups.daily(journal, journal.key, TODAY)
        done = retention.carry_out(journal, journal.key, Retention(calls=30), TODAY)
        assert done == retention.Purge(Counts(calls=1))
        assert names(journal) == ["new", "newer"]
        assert [(each.calls, each.sound) for each in backups.listed(tmp_path, journal.key)] == [
            (2, True),
            (1, True),
        ]
        assert retention.carry_out(journal, journal.key, Retention(calls=30), TODAY) == retention.Purge()


def test_backups_lose_the_words_the_journal_let_go_of(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        reflected, other = keep(journal, "reflected"), keep(journal, "other")
        backups.daily(journal, journal.key, TODAY)
        reflection = journal.read(lambda db: reflections.of_call(db, reflected.id)).result()
        assert reflection
        journal.write("r", lambda db: reflections.finish(db, reflection.id, NOON, drop_words=True)).result()
        retention.carry_out(journal, journal.key, Retention(), TODAY)
        (backup,) = backups.listed(tmp_path, journal.key)
        assert backup.sound
        with backups.opened(backup.path, journal.key) as db:
            assert not calls.report(db, reflected.id).transcript
            assert calls.report(db, other.id).transcript
        assert journal.read(lambda db: calls.report(db, other.id)).result().transcript


def test_a_backup_that_does_not_open_is_passed_over(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, began_at=ago(31), ended_at=ago(31))
        backups.daily(journal, journal.key, TODAY)
        (tmp_path / "backups" / "journal-2026-01-01.db").write_bytes(bytes(8192))
        assert retention.carry_out(journal, journal.key, Retention(calls=30), TODAY).counts.calls == 1
        assert names(journal) == []


def test_what_was_put_aside_loses_the_same_and_what_is_due_by_itself(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, "old", began_at=ago(31), ended_at=ago(31))
        made = backups.daily(journal, journal.key, TODAY)
        keep(journal, "only aside", began_at=ago(31), ended_at=ago(31))
        keep(journal, "new aside")
        key = journal.key
    assert made
    aside = backups.restore(tmp_path, key, made)
    assert aside
    damaged = tmp_path / "journal-aside-20260101-101010.db"
    damaged.write_bytes(bytes(8192))
    with open_journal(tmp_path) as journal:
        done = retention.carry_out(journal, key, Retention(calls=30), TODAY)
        assert done == retention.Purge(Counts(calls=1))
        with backups.opened(aside, key) as db:
            assert [call.name for call in calls.recent(db, 9)] == ["new aside"]
        assert backups.sound(aside, key)
        assert damaged.read_bytes() == bytes(8192)


def test_nothing_due_is_no_change_to_the_journal(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal)

        def on(day: int) -> int:
            assert (
                retention.carry_out(journal, journal.key, FOR_GOOD, TODAY + timedelta(day))
                == retention.Purge()
            )
            return journal.read(backups.changes).result()

        first = on(0)
        assert [on(day) - first for day in (0, 1, 6, 7, 8)] == [0, 0, 0, 1, 1]


def carried_out(journal: Journal, day: date) -> tuple[bool, list[str]]:
    done = retention.carry_out(journal, journal.key, Retention(calls=30), day)
    assert done.told is None or not done.counts.any
    return done.told is None, names(journal)


@pytest.mark.parametrize("days", [LEAP_DAYS, LEAP_DAYS + 1])
def test_a_leap_of_more_than_six_weeks_is_doubted_for_a_day(tmp_path: Path, days: int) -> None:
    assert LEAP_DAYS == 45
    with open_journal(tmp_path) as journal:
        keep(journal)
        assert carried_out(journal, TODAY)[0]
        later = TODAY + timedelta(days)
        assert carried_out(journal, later)[0] is (days <= LEAP_DAYS)
        assert carried_out(journal, later + timedelta(1)) == (True, [])


@pytest.mark.parametrize("wrong", [TODAY - timedelta(1), TODAY + timedelta(LEAP_DAYS + 2), date(2099, 1, 1)])
def test_a_clock_that_can_not_be_right_clears_nothing(tmp_path: Path, wrong: date) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal, "due", began_at=datetime(2020, 1, 1, 12, tzinfo=UTC), ended_at=NOON)
        keep(journal, "new")
        journal.write("first", lambda db: retention.purge(db, FOR_GOOD, TODAY)).result()
        for _ in range(3):
            assert carried_out(journal, wrong) == (False, ["due", "new"])
        assert carried_out(journal, TODAY + timedelta(1)) == (True, ["new"])
        assert carried_out(journal, wrong) == (False, ["new"])


def test_a_clock_that_goes_on_is_believed_from_the_next_day(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        keep(journal)
        later = TODAY + timedelta(1000)
        assert carried_out(journal, TODAY) == (True, ["Call at noon"])
        assert carried_out(journal, later) == (False, ["Call at noon"])
        assert carried_out(journal, later + timedelta(1)) == (True, [])
        assert carried_out(journal, TODAY + timedelta(5)) == (False, [])
        assert carried_out(journal, TODAY + timedelta(6)) == (True, [])


def test_the_days_of_an_old_recording_count_from_when_it_was_stored(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        stored = keep(journal, "old", kind=CallKind.RECORDING, began_at=ago(800), ended_at=ago(800))
        keep(journal, "live", began_at=ago(800), ended_at=ago(800))
        today = date.today()
        for days, left in ((0, [stored.id]), (31, [])):
            then = today + timedelta(days)
            due = journal.read(lambda db, then=then: retention.due(db, Retention("days", 30, 30), then))
            gone = due.result().calls
            known = {call.id for call in journal.read(lambda db: calls.recent(db, 9)).result()}
            assert [id for id in known if id not in gone] == left


def test_a_recording_that_is_reviewed_again_is_kept_as_long_as_before(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        stored = keep(journal, "old", kind=CallKind.RECORDING, began_at=ago(800), ended_at=ago(800))
        report = journal.read(lambda db: calls.report(db, stored.id)).result()
        journal.write(
            "call", lambda db: recorded.save_again(db, stored, "right", report, keep_words=True)
        ).result()
        for days, due in ((0, ()), (31, (stored.id,))):
            then = date.today() + timedelta(days)
            found = journal.read(lambda db, then=then: retention.due(db, Retention("days", 30, 30), then))
            assert found.result().calls == due


@pytest.mark.parametrize(
    ("chosen", "reflected", "days", "over"),
    [
        (Retention("never"), False, 0, True),
        (Retention("until_reflected"), False, 9, False),
        (Retention("until_reflected"), True, 0, True),
        (Retention("days", 30), True, 30, False),
        (Retention("days", 30), False, 31, True),
    ],
)
def test_it_is_known_whether_what_was_said_may_still_come_in(
    db: Database, chosen: Retention, reflected: bool, days: int, over: bool
) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), None)
    reflections.save(db, a_reflection(call_id=call.id, finished_at=NOON if reflected else None))
    assert retention.words_over(db, call.id, chosen, TODAY + timedelta(days)) is over
