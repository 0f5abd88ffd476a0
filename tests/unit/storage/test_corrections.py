"""What the user sets right in a call: lines that were misheard, marks, where its recording lies."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import CallKind, MarkedMoment
from app.domain.timeline import Speaker, Utterance
from app.storage import calls, search
from app.storage.cipher import Database
from tests import journals
from tests.journals import a_call, integrity, its_report, some_records, terms

AGENT, CUSTOMER = Speaker
LINES = (
    Utterance(AGENT, 0, 100, "how can i help"),
    Utterance(CUSTOMER, 200, 300, "my parsley never arrived"),
    Utterance(AGENT, 400, 500, "i see"),
)


def kept(db: Database, *texts: str, speaker: Speaker = CUSTOMER) -> int:
    """Put a call with these lines into the journal and give its id; without any, with LINES."""
    lines = LINES
    if texts:
        lines = tuple(
            Utterance(speaker, place * 32_000, place * 32_000 + 16_000, text)
            for place, text in enumerate(texts)
        )
    call = a_call()
    calls.save(db, call, its_report(call), lines)
    return call.id


def texts(db: Database, call_id: int) -> list[str]:
    return [line.text for line in calls.report(db, call_id).transcript]


def test_a_corrected_line_takes_the_place_of_what_was_heard_everywhere(db: Database) -> None:
    call = kept(db)
    calls.correct(db, call, 1, "my parcel never arrived")
    assert calls.report(db, call).transcript == (
        LINES[0],
        replace(LINES[1], text="my parcel never arrived"),
        LINES[2],
    )
    assert calls.heard_lines(db, call) == {1: LINES[1].text}
    assert [hit.call_id for hit in search.search(db, "parcel")] == [call]
    assert search.search(db, "parsley") == []
    assert "parsley" not in terms(db, "transcript")
    integrity(db)


def test_a_line_is_corrected_again_and_the_text_as_heard_takes_it_back(db: Database) -> None:
    call = kept(db)
    calls.correct(db, call, 1, "my parcel")
    calls.correct(db, call, 1, "my parcel never came")
    assert calls.heard_lines(db, call) == {1: LINES[1].text}
    calls.correct(db, call, 1, LINES[1].text)
    assert calls.heard_lines(db, call) == {}
    assert calls.report(db, call).transcript == LINES
    integrity(db)


@pytest.mark.parametrize("place", [-1, 3, 99])
def test_a_line_that_is_not_there_is_not_corrected(db: Database, place: int) -> None:
    call = kept(db)
    calls.correct(db, call, place, "nothing")
    assert calls.report(db, call).transcript == LINES and calls.heard_lines(db, call) == {}


@some_records
@given(data=st.data())
def test_whatever_is_corrected_search_and_report_go_by_it(db: Database, data: st.DataObject) -> None:
    with journals.taken_back(db):
        call = kept(db)
        for text in data.draw(st.lists(journals.texts, max_size=4)):
            calls.correct(db, call, data.draw(st.integers(0, 2)), text)
        heard = calls.heard_lines(db, call)
        for place, (line, now) in enumerate(zip(LINES, texts(db, call), strict=True)):
            assert heard.get(place, now) == line.text
            assert (place in heard) == (now != line.text)
        integrity(db)


def test_a_card_number_is_blanked_in_a_correction(db: Database) -> None:
    call = kept(db)
    calls.correct(db, call, 1, "it is 4111 1111 1111 1111 and the parcel is late")
    assert texts(db, call)[1] == "it is [number removed] and the parcel is late"
    assert calls.heard_lines(db, call) == {1: LINES[1].text}


def test_a_number_that_only_a_correction_makes_whole_goes_from_all_its_lines(db: Database) -> None:
    call = kept(db, "four one one one one one one one", "for won 1 won", "thanks")
    calls.correct(db, call, 1, "one one one one one one one one")
    assert texts(db, call) == ["[number removed]", "[number removed]", "thanks"]


def test_a_correction_goes_with_the_words_of_its_call(db: Database) -> None:
    call = kept(db)
    calls.correct(db, call, 1, "my parcel never arrived")
    calls.drop_words(db, [call])
    assert calls.report(db, call).transcript == () and calls.heard_lines(db, call) == {}
    assert terms(db, "transcript") == set()


def test_a_mark_is_taken_away_with_its_note(db: Database) -> None:
    call = kept(db)
    calls.mark(db, call, 100, "too sharp")
    calls.mark(db, call, 200)
    calls.unmark(db, call, 100)
    calls.unmark(db, call, 150)
    assert calls.marks(db, call) == (MarkedMoment(200),)


def test_the_newest_call_of_a_recording_is_found_where_it_lies(db: Database) -> None:
    path, moved = "/calls/refund ü.wav", "/archive/refund.wav"
    first, second, live = (
        a_call(kind=CallKind.RECORDING, recording=path),
        a_call(kind=CallKind.RECORDING, recording=path, agent_channel="right"),
        a_call(),
    )
    for call in (first, second, live):
        calls.save(db, call, its_report(call), ())
    assert calls.of_recording(db, path) == second
    calls.delete(db, second.id)
    assert calls.of_recording(db, path) == first
    calls.relocate(db, first.id, moved)
    assert calls.of_recording(db, path) is None
    assert calls.of_recording(db, moved) == replace(first, recording=moved)
    assert calls.of_recording(db, "") is None
