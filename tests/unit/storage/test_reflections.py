from dataclasses import replace

import pytest
from hypothesis import given

from app.domain.digits import REMOVED
from app.domain.journal import ChecklistRun, Reflection, TechniqueUsed
from app.storage import calls, checklists, reflections
from app.storage.cipher import Database, driver
from app.storage.schema import new_id
from tests import journals
from tests.journals import NOON, a_call, a_reflection, integrity, its_report, some_records, terms
from tests.unit.report.reports import example


@some_records
@given(first=journals.reflections, then=journals.reflections)
def test_a_reflection_comes_back_as_it_was_last_saved(
    db: Database, first: Reflection, then: Reflection
) -> None:
    first, then = replace(first, finished_at=None), replace(then, id=first.id)
    with journals.taken_back(db):
        for reflection in (first, then):
            reflections.save(db, reflection)
            assert reflections.get(db, reflection.id) == reflection
            assert reflections.recent(db, 9) == [reflection]
            integrity(db)


def test_saving_again_and_again_keeps_the_row_and_finds_only_what_stands_there_now(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    written = a_reflection(call_id=call.id, tags=("a", "b"), techniques=(TechniqueUsed("respect"),))
    text = "They waited for a refund"
    for end in range(len(text) + 1):
        reflections.save(db, replace(written, note=text[:end], tags=("b", "c")))
    assert reflections.recent(db, 9) == [replace(written, note=text, tags=("b", "c"))]
    assert terms(db, "reflections") == {"they", "waited", "for", "a", "refund"}
    integrity(db)


def test_saving_neither_brings_back_nor_loses_what_belongs_to_it(db: Database) -> None:
    written = a_reflection(tags=("a",))
    reflections.save(db, written)
    reflections.delete(db, written.id)
    reflections.save(db, replace(written, note="more"))
    assert reflections.get(db, written.id) is None
    reflections.bring_back(db, written.id)
    assert reflections.get(db, written.id) == replace(written, note="more")


def test_a_deleted_reflection_is_nowhere_and_can_be_brought_back(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    written = a_reflection(call_id=call.id, tags=("a",), techniques=(TechniqueUsed("respect"),), mood_after=3)
    reflections.save(db, written)
    reflections.delete(db, written.id)
    assert reflections.get(db, written.id) is None
    assert reflections.of_call(db, call.id) is None
    assert reflections.recent(db, 9) == reflections.unfinished(db) == []
    assert reflections.tags(db) == reflections.techniques(db) == []
    assert calls.recent(db, 1)[0].mood is None
    reflections.bring_back(db, written.id)
    assert reflections.of_call(db, call.id) == written
    assert reflections.tags(db) == [("a", 1)]


def test_the_newest_reflection_on_a_call_is_its_own(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    one, other = a_reflection(call_id=call.id), a_reflection(call_id=call.id)
    for each in (other, one):
        reflections.save(db, each)
    assert reflections.of_call(db, call.id) == other
    assert reflections.of_call(db, 5) is None


def test_reflections_are_listed_newest_day_first_and_paged(db: Database) -> None:
    written = [a_reflection(begun_at=NOON.replace(day=day), tags=(f"{day}",)) for day in (2, 4, 4, 1)]
    for each in written:
        reflections.save(db, each)
    order = [written[n] for n in (2, 1, 0, 3)]
    assert reflections.recent(db, 9) == order
    assert reflections.recent(db, 2) == order[:2]
    assert reflections.recent(db, 2, before=order[1].id) == order[2:]
    assert reflections.recent(db, 2, before=order[3].id) == []


@pytest.mark.parametrize("drop", [True, False])
def test_a_finished_one_is_no_longer_open_and_takes_the_words_of_its_call_along_if_asked(
    db: Database, drop: bool
) -> None:
    call, other = a_call(), a_call()
    for each in (call, other):
        calls.save(db, each, example(), example().transcript)
    open_one, elsewhere = a_reflection(call_id=call.id), a_reflection()
    for written in (open_one, elsewhere):
        reflections.save(db, written)
    assert reflections.unfinished(db) == [elsewhere, open_one]
    for written in (open_one, elsewhere):
        reflections.finish(db, written.id, NOON, drop_words=drop)
    assert reflections.unfinished(db) == []
    assert reflections.get(db, open_one.id) == replace(open_one, finished_at=NOON)
    assert calls.report(db, call.id).transcript == (() if drop else example().transcript)
    assert calls.report(db, other.id) == example()


def test_tags_and_techniques_are_counted_the_most_used_first(db: Database) -> None:
    for tags, techniques in (
        (("refund", "late"), ("respect",)),
        (("late",), ("respect", "paraphrase")),
        (("late", "late", "angry"), ()),
    ):
        reflections.save(db, a_reflection(tags=tags, techniques=tuple(map(TechniqueUsed, techniques))))
    assert reflections.tags(db) == [("late", 3), ("angry", 1), ("refund", 1)]
    assert reflections.techniques(db) == [("respect", 2), ("paraphrase", 1)]


@pytest.mark.parametrize("mood", [0, 6, -1])
def test_a_mood_that_is_none_is_refused(db: Database, mood: int) -> None:
    with pytest.raises(driver.IntegrityError):
        reflections.save(db, a_reflection(mood_after=mood))


def test_a_late_save_of_a_finished_reflection_brings_nothing_back(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    said = TechniqueUsed("confirm", "to confirm, it is the fourth")
    early = a_reflection(call_id=call.id, techniques=(said,))
    reflections.save(db, early)
    reflections.finish(db, early.id, NOON, drop_words=True)
    reflections.save(db, replace(early, note="one more thing"))
    now = reflections.get(db, early.id)
    assert now is not None
    assert (now.finished_at, now.note, now.techniques) == (
        NOON,
        "one more thing",
        (TechniqueUsed("confirm"),),
    )


def test_numbers_of_cards_are_blanked_in_evidence(db: Database) -> None:
    spoken = a_reflection(techniques=(TechniqueUsed("confirm", "so 4111 1111 1111 1111, right"),))
    reflections.save(db, spoken)
    kept = reflections.get(db, spoken.id)
    assert kept is not None and kept.techniques[0].evidence == f"so {REMOVED}, right"


def test_own_hot_buttons_come_by_how_often_they_were_named(db: Database) -> None:
    call = a_call()
    calls.save(db, call, its_report(call), ())
    for hot_button in ("Sarcasm", "Shouting", "shouting", ""):
        reflections.save(db, a_reflection(hot_button=hot_button))
    run = ChecklistRun(new_id(), "Complaint", NOON, hot_button="Threats")
    checklists.save_run(db, replace(run, call_id=call.id))
    found = reflections.hot_buttons(db)
    assert [each.casefold() for each in found] == ["shouting", "sarcasm", "threats"]
    calls.delete(db, call.id)
    assert "Threats" not in reflections.hot_buttons(db)
