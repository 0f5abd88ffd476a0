from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from app.domain.journal import FollowUp, Promise
from app.storage import calls, follow_ups
from app.storage.cipher import Database
from tests import journals
from tests.journals import NOON, a_call, a_promise, its_report, some_records

TODAY = date(2026, 11, 18)


@some_records
@given(first=journals.follow_ups, then=journals.follow_ups)
def test_a_follow_up_comes_back_as_it_was_last_saved(db: Database, first: FollowUp, then: FollowUp) -> None:
    then = replace(then, id=first.id)
    with journals.taken_back(db):
        for follow_up in (first, then):
            follow_ups.save(db, follow_up)
            assert follow_ups.get(db, follow_up.id) == follow_up


def test_what_is_due_comes_longest_due_first_and_what_has_no_day_comes_last(db: Database) -> None:
    late, today, tomorrow, some_day = (
        a_promise(text=text, due=due)
        for text, due in (
            ("late", TODAY - timedelta(9)),
            ("today", TODAY),
            ("tomorrow", TODAY + timedelta(1)),
            ("some day", None),
        )
    )
    kept = a_promise(text="kept", due=TODAY, state=Promise.DONE, closed_at=NOON)
    for each in (some_day, tomorrow, today, late, kept):
        follow_ups.save(db, each)
    assert follow_ups.due(db, TODAY) == [late, today]
    assert follow_ups.due(db, TODAY - timedelta(10)) == []
    assert follow_ups.open(db) == [late, today, tomorrow, some_day]
    assert set(follow_ups.all(db)) == {late, today, tomorrow, some_day, kept}


def test_a_promise_is_kept_or_missed_and_can_be_opened_again(db: Database) -> None:
    promised = a_promise(due=TODAY)
    follow_ups.save(db, promised)
    for state in (Promise.DONE, Promise.MISSED):
        follow_ups.close(db, promised.id, state, NOON)
        assert follow_ups.get(db, promised.id) == replace(promised, state=state, closed_at=NOON)
        assert follow_ups.due(db, TODAY) == []
    follow_ups.close(db, promised.id, Promise.OPEN, NOON)
    assert follow_ups.due(db, TODAY) == [promised]


@pytest.mark.parametrize(
    ("was", "becomes", "moved"),
    [
        (TODAY, TODAY + timedelta(1), 1),
        (TODAY, None, 1),
        (TODAY, TODAY, 0),
        (TODAY, TODAY - timedelta(1), 0),
        (None, TODAY, 0),
        (None, None, 0),
    ],
)
def test_a_later_day_counts_as_put_off(
    db: Database, was: date | None, becomes: date | None, moved: int
) -> None:
    promised = a_promise(due=was, moved=3)
    follow_ups.save(db, promised)
    follow_ups.move(db, promised.id, becomes)
    assert follow_ups.get(db, promised.id) == replace(promised, due=becomes, moved=3 + moved)


def test_the_promises_of_a_call_stand_in_the_order_they_were_made(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    made = [a_promise(call_id=call.id, text=text) for text in ("one", "two")]
    for each in (*reversed(made), a_promise()):
        follow_ups.save(db, each)
    follow_ups.close(db, made[0].id, Promise.DONE, NOON)
    assert [each.text for each in follow_ups.of_call(db, call.id)] == ["one", "two"]


def test_a_deleted_follow_up_is_nowhere_and_can_be_brought_back(db: Database) -> None:
    promised = a_promise(due=TODAY)
    follow_ups.save(db, promised)
    follow_ups.delete(db, promised.id)
    assert follow_ups.get(db, promised.id) is None
    assert follow_ups.due(db, TODAY) == follow_ups.open(db) == []
    follow_ups.bring_back(db, promised.id)
    assert follow_ups.due(db, TODAY) == [promised]


def test_closed_ones_come_last_closed_first(db: Database) -> None:
    kept, missed, kept_later = (
        a_promise(text=text, state=state, closed_at=NOON + timedelta(hours=hours))
        for text, state, hours in (
            ("kept", Promise.DONE, 1),
            ("missed", Promise.MISSED, 3),
            ("kept later", Promise.DONE, 2),
        )
    )
    for each in (kept, missed, kept_later, a_promise(text="open")):
        follow_ups.save(db, each)
    assert follow_ups.closed(db, 9) == [missed, kept_later, kept]
    assert follow_ups.closed(db, 1) == [missed]
    follow_ups.delete(db, missed.id)
    assert follow_ups.closed(db, 9) == [kept_later, kept]
