from dataclasses import replace

from hypothesis import given

from app.domain.journal import Checklist, ChecklistItem, ChecklistRun, Tick
from app.storage import calls, checklists
from app.storage.cipher import Database
from app.storage.schema import new_id
from tests import journals
from tests.journals import NOON, a_call, its_report, some_records

ITEMS = (ChecklistItem("Breathe out"), ChecklistItem("My purpose in this call", "purpose"))


def a_list(title: str, items: tuple[ChecklistItem, ...] = ITEMS) -> Checklist:
    return Checklist(new_id(), title, None, items, "content-list")


def titles(db: Database) -> list[str]:
    return [each.title for each in checklists.all(db)]


@some_records
@given(first=journals.checklists, then=journals.checklists)
def test_a_checklist_comes_back_as_it_was_last_saved(db: Database, first: Checklist, then: Checklist) -> None:
    then = replace(then, id=first.id)
    with journals.taken_back(db):
        for checklist in (first, then):
            checklists.save(db, checklist)
            assert checklists.all(db) == [checklist]


@some_records
@given(first=journals.runs, then=journals.runs)
def test_a_run_comes_back_as_it_was_last_saved(db: Database, first: ChecklistRun, then: ChecklistRun) -> None:
    call = a_call()
    with journals.taken_back(db):
        calls.begin(db, call)
        for run in (first, then):
            run = replace(run, id=first.id, call_id=call.id)
            checklists.save_run(db, run)
            assert checklists.run_of(db, call.id) == run


def test_checklists_keep_the_order_they_were_made_in(db: Database) -> None:
    one, two, three = (a_list(title) for title in ("one", "two", "three"))
    for each in (one, two, three):
        checklists.save(db, each)
    checklists.save(db, replace(one, title="first"))
    assert titles(db) == ["first", "two", "three"]


def test_a_deleted_checklist_comes_back_where_it_was_and_its_runs_stay_whole(db: Database) -> None:
    one, two = a_list("one"), a_list("two")
    for each in (one, two):
        checklists.save(db, each)
    call = a_call()
    calls.save(db, call, its_report(call), ())
    run = ChecklistRun(
        new_id(), "one", NOON, call.id, one.id, ticks=(Tick(ITEMS[0], True), Tick(ITEMS[1], False, 5))
    )
    checklists.save_run(db, run)
    checklists.save(db, one)
    assert checklists.run_of(db, call.id) == run
    checklists.delete(db, one.id)
    assert titles(db) == ["two"]
    assert checklists.run_of(db, call.id) == run
    checklists.bring_back(db, one.id)
    assert checklists.all(db) == [one, two]
    db.execute("DELETE FROM checklists WHERE id = ?", [one.id])
    assert checklists.run_of(db, call.id) == replace(run, checklist_id=None)
    assert db.table("checklist_items").count == len(ITEMS)
