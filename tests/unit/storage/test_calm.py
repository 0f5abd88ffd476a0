from dataclasses import replace

from hypothesis import given

from app.domain.journal import CalmSession
from app.storage import calls, calm
from app.storage.cipher import Database
from app.storage.schema import new_id
from tests import journals
from tests.journals import NOON, a_call, its_report, some_records


@some_records
@given(first=journals.calm_sessions, then=journals.calm_sessions)
def test_a_time_of_calm_comes_back_as_it_was_last_saved(
    db: Database, first: CalmSession, then: CalmSession
) -> None:
    then = replace(then, id=first.id)
    with journals.taken_back(db):
        for session in (first, then):
            calm.save(db, session)
            assert calm.recent(db, 9) == [session]


def test_the_last_ones_come_newest_first_and_outlive_their_call(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    taken = [
        CalmSession(new_id(), NOON.replace(hour=hour), "box", 60.0, 42.5, call.id) for hour in (9, 11, 10)
    ]
    for each in taken:
        calm.save(db, each)
    assert calm.recent(db, 2) == [taken[1], taken[2]]
    db.execute("DELETE FROM calls")
    assert calm.recent(db, 1) == [replace(taken[1], call_id=None)]
