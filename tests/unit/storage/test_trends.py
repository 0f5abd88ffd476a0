from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import Call, CallKind, Promise, Week
from app.domain.report import Measures, Source
from app.domain.timeline import Overlap, Speaker
from app.storage import calls, follow_ups, reflections, trends
from app.storage.cipher import Database
from tests import journals
from tests.journals import NOON, a_call, a_promise, a_reflection, its_report, some_records

FIRST, SECOND = date(2026, 11, 16), date(2026, 11, 23)


def had(db: Database, day: int, minutes: float = 10, **fields: object) -> Call:
    """Save a call on a day of November; the keywords are measures, or fields of the call."""
    measures = {name: fields.pop(name) for name in Measures.__slots__ if name in fields}
    call = a_call(
        began_at=NOON.replace(day=day),
        source=Source("live", minutes * 60, 16_000, 2),
        measures=Measures(**measures),  # type: ignore[arg-type]
        **fields,
    )
    calls.save(db, call, its_report(call), ())
    return call


def test_a_journal_without_calls_has_no_trends(db: Database) -> None:
    assert trends.weekly(db) == []


def test_each_week_has_the_medians_of_its_calls(db: Database) -> None:
    had(db, 16, talk_ratio=0.2, interruptions_agent=1, patience_s=0.5, longest_monologue_s=10.0)
    had(db, 18, talk_ratio=0.6, interruptions_agent=3, patience_s=1.5, longest_monologue_s=50.0)
    had(db, 22, talk_ratio=0.3, interruptions_agent=2, patience_s=None, longest_monologue_s=30.0)
    had(db, 23, 20, talk_ratio=0.4, interruptions_agent=1)
    had(db, 24, 5, talk_ratio=0.5, interruptions_agent=1)
    assert trends.weekly(db) == [
        Week(FIRST, 3, talk_ratio=0.3, cut_ins=2.0, patience_s=1.0, longest_monologue_s=30.0),
        Week(SECOND, 2, talk_ratio=0.45, cut_ins=1.25),
    ]


def test_a_week_of_calls_in_which_nothing_can_be_known_still_counts_them(db: Database) -> None:
    had(db, 17)
    had(db, 17, minutes=0, interruptions_agent=0)
    assert trends.weekly(db) == [Week(FIRST, 2)]


def test_practice_deleted_and_running_calls_do_not_count_nor_what_belongs_to_them(db: Database) -> None:
    practice = had(db, 17, kind=CallKind.PRACTICE)
    deleted = had(db, 17)
    running = a_call(ended_at=None, began_at=NOON)
    calls.begin(db, running)
    for call in (practice, deleted, running):
        reflections.save(db, a_reflection(call_id=call.id, mood_after=1))
    for call in (practice, deleted):
        follow_ups.save(db, a_promise(call_id=call.id, state=Promise.MISSED, closed_at=NOON))
    calls.delete(db, deleted.id)
    gone = a_reflection(mood_after=2)
    reflections.save(db, gone)
    reflections.delete(db, gone.id)
    assert trends.weekly(db) == []
    recording = had(db, 18, kind=CallKind.RECORDING)
    assert trends.weekly(db) == [Week(FIRST, 1)]
    calls.delete(db, recording.id)
    assert trends.weekly(db) == []


def test_cut_ins_are_counted_by_the_users_own_labels(db: Database) -> None:
    overlaps = tuple(
        Overlap(by, t, t + 9, "interruption_success", "as measured")
        for t, by in ((10, Speaker.AGENT), (30, Speaker.AGENT), (50, Speaker.CUSTOMER))
    )
    call = a_call(measures=Measures(interruptions_agent=2, interruptions_customer=1))
    calls.save(db, call, its_report(call, overlaps=overlaps), ())
    assert trends.weekly(db)[0].cut_ins == 2.0
    calls.label(db, call.id, 0, "backchannel")
    assert trends.weekly(db)[0].cut_ins == 1.0


def test_moods_and_hot_buttons_count_in_the_week_of_their_call(db: Database) -> None:
    sunday = had(db, 22)
    for day, call_id, before, after, button in (
        (24, sunday.id, 1, 4, "Blame"),
        (17, None, 2, 5, " blame "),
        (17, None, 3, None, "STRASSE"),
        (18, None, None, 5, "straße"),
        (18, None, None, None, "  "),
        (19, None, None, 2, "Being rushed"),
        (24, None, 5, 5, "blame"),
    ):
        reflections.save(
            db,
            a_reflection(
                begun_at=NOON.replace(day=day),
                call_id=call_id,
                mood_before=before,
                mood_after=after,
                hot_button=button,
            ),
        )
    assert trends.weekly(db) == [
        Week(
            FIRST,
            1,
            mood_before=2,
            mood_after=4.5,
            hot_buttons=(("blame", 2), ("straße", 2), ("Being rushed", 1)),
        ),
        Week(SECOND, mood_before=5, mood_after=5, hot_buttons=(("blame", 1),)),
    ]


def test_promises_count_in_the_week_they_were_closed_in(db: Database) -> None:
    for day, state in ((16, "done"), (22, "done"), (22, "missed"), (23, "missed"), (24, "open")):
        closed_at = None if state == "open" else NOON.replace(day=day)
        follow_ups.save(db, a_promise(state=Promise(state), closed_at=closed_at))
    assert trends.weekly(db) == [Week(FIRST, kept=2, missed=1), Week(SECOND, missed=1)]


def test_the_last_minutes_of_a_sunday_are_of_its_week_wherever_the_computer_is(db: Database) -> None:
    sunday = datetime(2026, 11, 22, 23, 50).astimezone()
    monday = sunday + timedelta(minutes=20)
    for at in (sunday, monday):
        call = a_call(began_at=at, ended_at=at + timedelta(minutes=5))
        calls.save(db, call, its_report(call), ())
        follow_ups.save(db, a_promise(state=Promise.DONE, closed_at=at))
        reflections.save(db, a_reflection(begun_at=at, mood_after=3))
    whole = [Week(day, 1, mood_after=3, kept=1) for day in (FIRST, SECOND)]
    assert trends.weekly(db) == whole
    assert trends.weekly(db, since=SECOND) == whole[1:]


def test_the_trends_of_one_type_of_call_hold_only_what_is_of_such_calls(db: Database) -> None:
    billing = had(db, 17, call_type="billing", talk_ratio=0.4)
    complaint = had(db, 17, talk_ratio=0.8)
    for call_id, mood in ((billing.id, 4), (complaint.id, 1), (None, 2)):
        reflections.save(db, a_reflection(call_id=call_id, mood_after=mood))
        follow_ups.save(db, a_promise(call_id=call_id, state=Promise.DONE, closed_at=NOON))
    assert trends.weekly(db, call_type="billing") == [Week(FIRST, 1, talk_ratio=0.4, mood_after=4, kept=1)]
    assert trends.weekly(db, call_type="sales") == []


@pytest.mark.parametrize(
    ("since", "weeks"),
    [
        (FIRST, [Week(FIRST, 1, mood_after=3, kept=1), Week(SECOND, 1)]),
        (date(2026, 11, 19), [Week(SECOND, 1)]),
        (SECOND, [Week(SECOND, 1)]),
        (date(2026, 12, 1), []),
    ],
)
def test_trends_since_a_day_leave_out_what_was_before(db: Database, since: date, weeks: list[Week]) -> None:
    had(db, 18)
    had(db, 23)
    reflections.save(db, a_reflection(begun_at=NOON, mood_after=3))
    follow_ups.save(db, a_promise(state=Promise.DONE, closed_at=NOON))
    assert trends.weekly(db, since=since) == weeks


@some_records
@given(days=st.lists(st.dates(date(2019, 12, 20), date(2027, 1, 10)), max_size=8))
def test_every_call_is_in_the_week_of_its_monday(db: Database, days: list[date]) -> None:
    with journals.taken_back(db):
        for day in days:
            at = NOON.replace(year=day.year, month=day.month, day=day.day)
            call = a_call(began_at=at)
            calls.save(db, call, its_report(call), ())
        mondays = sorted({day - timedelta(days=day.isocalendar().weekday - 1) for day in days})
        assert [week.monday for week in trends.weekly(db)] == mondays
        assert sum(week.calls for week in trends.weekly(db)) == len(days)
