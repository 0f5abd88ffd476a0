"""Everything there was as one list: in order, a page at a time, and only what was asked for."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.history import Counts, Entry, Filters
from app.domain.journal import Call, CallKind, MarkedMoment, Reflection
from app.domain.timeline import Speaker, Utterance
from app.storage import calls, history, reflections
from app.storage.cipher import Database
from app.storage.search import search
from tests.journals import NOON, a_call, a_reflection, its_report, some_records, taken_back

DAYS = [NOON + timedelta(days=number) for number in range(4)]
TYPES, TAGS, MOODS = ("complaint", "billing"), ("refund", "late"), (None, 1, 4)


def keep(db: Database, **different: Any) -> Call:
    """Keep a call on which every word of it was "parcel"."""
    marked = different.pop("marked", False)
    call = replace(a_call(), **different)
    lines = (Utterance(Speaker.AGENT, 0, 16_000, "the parcel"),)
    marks = [MarkedMoment(160)] if marked else []
    calls.save(db, call, its_report(call, transcript=lines), lines, marks)
    return call


def reflect(db: Database, call: Call | None, **different: Any) -> Reflection:
    reflection = a_reflection(
        call_id=call.id if call else None,
        begun_at=call.began_at if call else NOON,
        note="a parcel",
        **different,
    )
    reflections.save(db, reflection)
    return reflection


@pytest.fixture
def four(db: Database) -> list[int]:
    """Four entries: three calls, the second reflected on, and between them a reflection on none."""
    first = keep(db, began_at=DAYS[0], name="first")
    second = keep(db, began_at=DAYS[1], call_type="billing", marked=True, kind=CallKind.PRACTICE)
    reflect(db, second, mood_after=2, tags=("late",))
    alone = a_reflection(begun_at=DAYS[2], mood_after=4, hot_button="being rushed", tags=("refund",))
    reflections.save(db, alone)
    third = keep(db, began_at=DAYS[3])
    return [third.id, alone.id, second.id, first.id]


def test_newest_day_first_with_what_a_line_says(db: Database, four: list[int]) -> None:
    found = history.entries(db)
    assert [entry.id for entry in found] == four
    third, alone, second, first = found
    assert third.call and third.call.began_at == third.at == DAYS[3] and third.day == DAYS[3].date()
    assert (alone.call, alone.mood, alone.about, alone.reflected) == (None, 4, "being rushed", True)
    assert (second.mood, second.reflected, first.mood, first.reflected) == (2, True, None, False)
    assert second.call and second.call.marks == 1


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_page_by_page_comes_all_of_it_once(db: Database, four: list[int], size: int) -> None:
    found: list[Entry] = []
    while page := history.entries(db, limit=size, before=found[-1].id if found else None):
        assert len(page) <= size
        found += page
    assert [entry.id for entry in found] == four


def test_what_is_deleted_or_still_runs_is_not_there(db: Database, four: list[int]) -> None:
    calls.begin(db, a_call(ended_at=None))
    calls.delete(db, four[0])
    reflections.delete(db, four[1])
    assert [entry.id for entry in history.entries(db)] == four[2:]
    # A page goes on after an entry that was deleted meanwhile.
    assert [entry.id for entry in history.entries(db, before=four[1])] == four[2:]
    assert history.count(db) == Counts(2, 0)
    calls.bring_back(db, four[0])
    assert history.count(db) == Counts(3, 0)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        (Filters(), [0, 1, 2, 3]),
        (Filters(call_type="billing"), [2]),
        (Filters(kind=CallKind.PRACTICE), [2]),
        (Filters(since=DAYS[1].date(), until=DAYS[2].date()), [1, 2]),
        (Filters(mood=4), [1]),
        (Filters(mood=2), [2]),
        (Filters(tag="refund"), [1]),
        (Filters(tag="late"), [2]),
        (Filters(marked=True), [2]),
        (Filters(mood=4, call_type="complaint"), []),
        (Filters(tag="late", mood=2, until=DAYS[1].date()), [2]),
    ],
)
def test_only_what_was_asked_for(db: Database, four: list[int], asked: Filters, places: list[int]) -> None:
    found = history.entries(db, asked)
    assert [entry.id for entry in found] == [four[place] for place in places]
    count = history.count(db, asked)
    assert count.calls + count.reflections == len(places)


kept_calls = st.lists(
    st.tuples(
        st.sampled_from(DAYS),
        st.sampled_from(TYPES),
        st.sampled_from(CallKind),
        st.booleans(),
        st.none() | st.tuples(st.sampled_from(MOODS), st.sampled_from(TAGS)),
    ),
    max_size=6,
)
filters = st.builds(
    Filters,
    call_type=st.none() | st.sampled_from(TYPES),
    kind=st.none() | st.sampled_from(CallKind),
    since=st.none() | st.sampled_from([day.date() for day in DAYS]),
    until=st.none() | st.sampled_from([day.date() for day in DAYS]),
    mood=st.sampled_from(MOODS),
    tag=st.none() | st.sampled_from(TAGS),
    marked=st.booleans(),
)


@some_records
@given(kept_calls, filters)
def test_search_and_count_and_list_agree_on_what_fits(db: Database, kept: list[Any], asked: Filters) -> None:
    with taken_back(db):
        wanted = []
        for at, call_type, kind, marked, written in kept:
            call = keep(db, began_at=at, call_type=call_type, kind=kind, marked=marked)
            mood, tag = written or (None, None)
            if written:
                reflect(db, call, mood_after=mood, tags=(tag,))
            day: date = at.date()
            if (
                asked.call_type in (None, call_type)
                and asked.kind in (None, kind)
                and (asked.since is None or day >= asked.since)
                and (asked.until is None or day <= asked.until)
                and asked.mood in (None, mood)
                and asked.tag in (None, tag)
                and (marked or not asked.marked)
            ):
                wanted.append(call.id)
        assert {entry.id for entry in history.entries(db, asked)} == set(wanted)
        assert history.count(db, asked) == Counts(len(wanted), 0)
        assert {hit.call_id for hit in search(db, "parcel", asked=asked)} == set(wanted)


def test_a_reflection_on_no_call_is_found_unless_calls_alone_are_asked_for(db: Database) -> None:
    alone = reflect(db, None, mood_after=4, tags=("refund",))
    for asked in (Filters(), Filters(mood=4), Filters(tag="refund"), Filters(since=NOON.date())):
        assert [hit.id for hit in search(db, "parcel", asked=asked)] == [alone.id]
    for asked in (Filters(mood=1), Filters(call_type="billing"), Filters(marked=True), Filters(tag="late")):
        assert search(db, "parcel", asked=asked) == []
