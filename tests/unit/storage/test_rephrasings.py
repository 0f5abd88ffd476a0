"""Better phrases: kept with their reflection, found again, and without what was said once that is gone."""

from dataclasses import replace

import pytest
from hypothesis import given

from app.domain.journal import Reflection, Rephrasing
from app.storage import calls, reflections, rephrasings
from app.storage.cipher import Database, driver
from tests import journals
from tests.journals import NOON, a_call, a_reflection, a_rephrasing, integrity, some_records, terms
from tests.unit.report.reports import example


def reflected(db: Database, *, words: bool = True) -> Reflection:
    """Put a call and a reflection on it into the journal; without `words` nothing that was said is kept."""
    call, report = a_call(), example()
    calls.save(db, call, report, report.transcript if words else None)
    reflection = a_reflection(call_id=call.id)
    reflections.save(db, reflection)
    return reflection


def said(db: Database, rephrasing: Rephrasing) -> str:
    found = rephrasings.get(db, rephrasing.id)
    assert found
    return found.said


@some_records
@given(written=journals.rephrasings)
def test_a_better_phrase_comes_back_as_it_was_written(db: Database, written: Rephrasing) -> None:
    with journals.taken_back(db):
        reflection = reflected(db)
        written = replace(written, reflection_id=reflection.id)
        rephrasings.save(db, written)
        assert rephrasings.of_reflection(db, reflection.id) == [written]
        assert reflection.call_id is not None
        assert rephrasings.of_call(db, reflection.call_id) == rephrasings.find(db) == [written]
        rephrasings.save(db, replace(written, better="or like this"))
        assert rephrasings.find(db, "or this") == [replace(written, better="or like this")]
        integrity(db)


def test_those_of_a_call_come_in_its_order(db: Database) -> None:
    reflection = reflected(db)
    late, early = a_rephrasing(reflection, t=500), a_rephrasing(reflection, t=100)
    for each in (late, early):
        rephrasings.save(db, each)
    assert rephrasings.of_reflection(db, reflection.id) == [early, late]
    assert reflection.call_id is not None
    assert rephrasings.of_call(db, reflection.call_id) == [early, late]
    assert rephrasings.of_call(db, 5) == rephrasings.of_reflection(db, 5) == []


def test_they_are_found_by_words_and_technique_the_newest_first(db: Database) -> None:
    reflection = reflected(db)
    kinds = (
        ("calm down", "take all the time you need", "pace"),
        ("no way", "here is what I can do", "offer"),
    )
    first, second, third = (
        a_rephrasing(reflection, said=before, better=better, technique=technique)
        for before, better, technique in (*kinds, kinds[0])
    )
    for each in (first, second, third):
        rephrasings.save(db, each)
    assert rephrasings.find(db) == [third, second, first]
    assert rephrasings.find(db, limit=2) == [third, second]
    assert rephrasings.find(db, "calm") == rephrasings.find(db, technique="pace") == [third, first]
    assert rephrasings.find(db, "what i ca") == [second]
    assert rephrasings.find(db, "calm", "offer") == []
    assert rephrasings.find(db, '"time take"') == []
    assert rephrasings.find(db, " ; * ") == [third, second, first]


def test_a_deleted_one_is_out_of_sight_until_it_is_brought_back(db: Database) -> None:
    written = a_rephrasing(reflected(db))
    rephrasings.save(db, written)
    rephrasings.delete(db, written.id)
    assert rephrasings.find(db) == rephrasings.of_reflection(db, written.reflection_id) == []
    assert rephrasings.get(db, written.id) is None
    rephrasings.bring_back(db, written.id)
    assert rephrasings.find(db) == [written]


def test_it_goes_out_of_sight_with_its_reflection_and_its_call_and_comes_back_with_them(db: Database) -> None:
    reflection = reflected(db)
    assert reflection.call_id is not None
    written, gone_before = a_rephrasing(reflection), a_rephrasing(reflection)
    for each in (written, gone_before):
        rephrasings.save(db, each)
    rephrasings.delete(db, gone_before.id)
    for things, id in ((reflections, reflection.id), (calls, reflection.call_id)):
        things.delete(db, id)
        assert rephrasings.find(db) == rephrasings.of_call(db, reflection.call_id) == []
        things.bring_back(db, id)
        assert rephrasings.find(db) == [written]


def test_one_that_is_brought_back_brings_its_reflection_and_call_back(db: Database) -> None:
    reflection = reflected(db)
    assert reflection.call_id is not None
    written = a_rephrasing(reflection)
    rephrasings.save(db, written)
    rephrasings.delete(db, written.id)
    calls.delete(db, reflection.call_id)
    rephrasings.bring_back(db, written.id)
    assert rephrasings.find(db) == [written]
    assert reflections.get(db, reflection.id) == reflection


def test_it_belongs_to_a_reflection(db: Database) -> None:
    with pytest.raises(driver.IntegrityError):
        rephrasings.save(db, a_rephrasing(a_reflection()))


def test_numbers_of_cards_are_blanked_on_both_sides(db: Database) -> None:
    number = "4111 1111 1111 1111"
    written = a_rephrasing(reflected(db), said=f"so that's {number}", better=f"thank you, {number}")
    rephrasings.save(db, written)
    assert rephrasings.find(db) == [
        replace(written, said="so that's [number removed]", better="thank you, [number removed]")
    ]


def test_what_was_said_goes_with_the_words_of_its_call_and_the_better_phrase_stays(db: Database) -> None:
    one, other = reflected(db), reflected(db)
    written, untouched = a_rephrasing(one, said="parsley", better="persil"), a_rephrasing(other)
    for each in (written, untouched):
        rephrasings.save(db, each)
    reflections.finish(db, one.id, NOON, drop_words=True)
    assert rephrasings.find(db) == [untouched, replace(written, said="")]
    assert "parsley" not in terms(db, "rephrasings") and "persil" in terms(db, "rephrasings")
    # A save that was on its way meanwhile does not bring it back.
    rephrasings.save(db, replace(written, better="parsnip"))
    assert rephrasings.of_reflection(db, one.id) == [replace(written, said="", better="parsnip")]
    integrity(db)


def test_what_was_said_comes_in_only_where_words_are_kept_or_there_was_no_call(db: Database) -> None:
    silent, elsewhere = a_rephrasing(reflected(db, words=False)), a_reflection()
    reflections.save(db, elsewhere)
    remembered = a_rephrasing(elsewhere, t=None)
    for each in (silent, remembered):
        rephrasings.save(db, each)
    assert said(db, silent) == "" and said(db, remembered) == "calm down"
