from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import Call, Hit, Where
from app.domain.timeline import Speaker, Utterance
from app.storage import calls, reflections
from app.storage.cipher import Database
from app.storage.search import SNIPPET_WORDS, search
from tests import journals
from tests.journals import NOON, a_call, a_reflection, integrity, its_report, some_records, terms

AGENT, CUSTOMER = Speaker


def wrote(db: Database, note: str, **fields: str) -> int:
    """Save a reflection and give its id."""
    reflection = a_reflection(note=note, **fields)
    reflections.save(db, reflection)
    return reflection.id


def said(db: Database, *texts: str) -> Call:
    """Save a call with these lines."""
    lines = tuple(Utterance(AGENT, n * 100, n * 100 + 90, text) for n, text in enumerate(texts))
    call = a_call()
    calls.save(db, call, its_report(call, transcript=lines), lines)
    return call


def notes(hits: list[Hit]) -> list[str]:
    return ["".join(piece for piece, _ in hit.snippet) for hit in hits]


def matched(hit: Hit) -> list[str]:
    return [piece for piece, matches in hit.snippet if matches]


def test_reflections_and_transcripts_are_found_with_their_call_and_day(db: Database) -> None:
    call = said(db, "where is my parcel", "it was lost on monday")
    written = a_reflection(
        call_id=call.id, begun_at=NOON.replace(day=20), went_well="Said where the parcel is"
    )
    reflections.save(db, written)
    by_kind = {hit.kind: hit for hit in search(db, "parcel")}
    assert set(by_kind) == set(Where)
    found = by_kind[Where.REFLECTION]
    assert (found.id, found.call_id, found.day) == (written.id, call.id, NOON.replace(day=20).date())
    assert found.snippet == (("Said where the ", False), ("parcel", True), (" is", False))
    heard = by_kind[Where.TRANSCRIPT]
    assert (heard.call_id, heard.day) == (call.id, NOON.date())
    assert heard.snippet == (("where is my ", False), ("parcel", True))
    (line,) = db.query("SELECT text FROM transcript WHERE id = ?", [heard.id])
    assert line == {"text": "where is my parcel"}


@pytest.mark.parametrize("field", ["hot_button", "went_well", "next_time", "cause", "note"])
def test_every_text_of_a_reflection_is_searched(db: Database, field: str) -> None:
    written = replace(a_reflection(), **{field: "they waited"})
    reflections.save(db, written)
    assert [hit.id for hit in search(db, "waited")] == [written.id]


def test_the_words_of_one_reflection_may_stand_in_different_fields(db: Database) -> None:
    found = wrote(db, "a refund", cause="late parcels")
    wrote(db, "a refund")
    assert [hit.id for hit in search(db, "refund late")] == [found]


def test_the_best_comes_first_whatever_its_kind(db: Database) -> None:
    for n in range(8):
        wrote(db, f"something else entirely, number {n}")
        said(db, f"nothing of the kind {n}")
    long = wrote(db, "it went on and on " * 12 + "refund")
    twice = wrote(db, "refund, refund")
    call = said(db, "the refund")
    hits = search(db, "refund")
    assert [hit.rank for hit in hits] == sorted(hit.rank for hit in hits)
    assert {hits[0].id, hits[1].id} == {twice, *(hit.id for hit in hits if hit.call_id == call.id)}
    assert hits[2].id == long


def test_of_a_call_only_its_best_line_is_given(db: Database) -> None:
    said(db, "the refund that i was told about by somebody last week", "refund", "the refund again")
    other = said(db, "no refund here")
    hits = search(db, "refund")
    assert len(hits) == 2
    assert "refund" in notes(hits)
    assert other.id in {hit.call_id for hit in hits}


def test_the_limit_holds_over_both_kinds(db: Database) -> None:
    for n in range(6):
        wrote(db, f"refund {n}")
        said(db, f"refund {n}")
    assert len(search(db, "refund", limit=5)) == 5
    assert len(search(db, "refund")) == 12


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("refund", True),
        ("REFUND", True),
        ("ref", True),
        ("r", False),
        ("a", True),
        ("fund", False),
        ("ref waited", False),
        ("waited ref", True),
        ("refund  waited", True),
        ("refund tomorrow", False),
        ('"waited for a refund"', True),
        ('"waited a refund"', False),
        ('"waited for a ref"', False),
        ('"waited for a ref', True),
        ("“waited for a refund”", True),
        ('"for a" waited', True),
        ("follow-up", True),
        ("follow up", True),
        ("up-follow", False),
        ("don't", True),
        ("don’t", True),
        ("dont", False),
        ("resume", True),
        ("Résumé", True),
        ("refund,", True),
        ("(refund)", True),
    ],
)
def test_what_is_typed_finds_words_their_beginnings_and_what_stands_together(
    db: Database, text: str, found: bool
) -> None:
    wrote(db, "They waited for a refund; we don't follow-up. Résumé sent.")
    assert bool(search(db, text)) is found


@pytest.mark.parametrize(
    "text", ["", " ", '"', '""', "''", "-", "*", "...", "?!", "🙂", "\0", "( )", '" - "']
)
def test_without_a_word_nothing_is_found(db: Database, text: str) -> None:
    wrote(db, "- * ... 🙂 \0 ( )")
    assert search(db, text) == []


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("refund OR parcel", "refund or parcel"),
        ("refund AND", "refund and"),
        ("NOT refund", "not refund"),
        ("NEAR(refund parcel, 5)", "near refund parcel 5"),
        ("note:refund", "note refund"),
        ("note : refund", "note refund"),
        ("{note went_well} : refund", "note went_well refund"),
        ("^refund", "refund"),
        ("refund*parcel", "refund parcel"),
        ("refund + parcel", "refund parcel"),
        ("- refund", "refund"),
        ("'refund", "refund"),
        ("refund\0parcel", "refund parcel"),
        ("50%", "50 percent"),
        ("a;b--c", "a b c"),
    ],
)
def test_nothing_that_is_typed_has_a_meaning_of_its_own(db: Database, text: str, note: str) -> None:
    found = wrote(db, note)
    wrote(db, "refund")
    hits = search(db, text)
    assert found in {hit.id for hit in hits}
    if note != "refund":
        assert len(hits) == 1


@some_records
@given(text=st.text(), note=journals.texts)
def test_whatever_is_typed_and_written_a_search_answers(db: Database, text: str, note: str) -> None:
    with journals.taken_back(db):
        wrote(db, note)
        said(db, note)
        for hit in search(db, text):
            assert any(matches for _, matches in hit.snippet)
            assert all(piece for piece, _ in hit.snippet)


@some_records
@given(words=st.lists(st.from_regex(r"[a-z0-9äéñ]{2,9}", fullmatch=True), min_size=1, max_size=8))
def test_what_was_written_is_found_by_any_of_its_words_and_as_a_whole(db: Database, words: list[str]) -> None:
    with journals.taken_back(db):
        written = wrote(db, " ".join(words))
        for typed in (*words, " ".join(words), f'"{" ".join(words)}"', words[-1][:2]):
            assert [hit.id for hit in search(db, typed)] == [written]


def test_a_snippet_of_a_long_text_is_the_part_around_what_matches(db: Database) -> None:
    wrote(db, "before " * 60 + "the refund came late " + "after " * 60)
    (hit,) = search(db, "refund late")
    assert matched(hit) == ["refund", "late"]
    text = notes([hit])[0]
    assert text.startswith("…") and text.endswith("…")
    assert len(text.split()) <= SNIPPET_WORDS


def test_a_text_with_the_marks_of_a_match_in_it_does_no_harm(db: Database) -> None:
    wrote(db, "odd \ufdd0 refund \ufdd1\ufdd1 text")
    (hit,) = search(db, "refund")
    assert "refund" in "".join(notes([hit]))


def test_what_was_deleted_is_not_found_until_it_is_brought_back(db: Database) -> None:
    written = wrote(db, "refund")
    call = said(db, "refund")
    reflections.delete(db, written)
    assert [hit.kind for hit in search(db, "refund")] == [Where.TRANSCRIPT]
    calls.delete(db, call.id)
    assert search(db, "refund") == []
    reflections.bring_back(db, written)
    calls.bring_back(db, call.id)
    assert len(search(db, "refund")) == 2


def test_of_what_is_deleted_for_good_no_word_is_left_in_the_index(db: Database) -> None:
    written = wrote(db, "a secret")
    call, kept = said(db, "their secret"), said(db, "their parcel")
    db.execute("DELETE FROM reflections WHERE id = ?", [written])
    assert terms(db, "reflections") == set()
    calls.drop_words(db, [call.id])
    assert terms(db, "transcript") == {"their", "parcel"}
    calls.finish(db, kept.id, its_report(kept), NOON, None)
    assert terms(db, "transcript") == set()
    assert search(db, "secret") == search(db, "parcel") == []
    integrity(db)


def test_a_word_in_more_than_are_ranked_is_found_in_the_newest(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.search.RANKED", 3)
    written = [wrote(db, f"refund {n}") for n in range(9)]
    assert {hit.id for hit in search(db, "refund")} == set(written[-3:])
