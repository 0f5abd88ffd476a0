"""The agreement figure over the journal, and the data for tuning: numbers and labels, nothing else."""

import csv
import json

from app.domain.agreement import agreement as of
from app.domain.overlaps import THRESHOLDS
from app.domain.timeline import Speaker, Utterance
from app.storage import agreement, calls
from app.storage.cipher import Database
from tests.journals import a_call, its_report
from tests.unit.domain.timelines import fold

CUT, LISTENED = "interruption_success", "backchannel"
SECRET = "wallflower"


def judged(db: Database, *own: str | None) -> int:
    """Store a call in which the customer cuts in and then makes a listener's sound, with own labels."""
    heard = fold("agent 0-5 / customer 4-7 / agent 9-14 / customer 10-10.4", duration=20.0)
    assert [each.label for each in heard.overlaps] == [CUT, LISTENED]
    call = a_call(name=SECRET, purpose=SECRET)
    report = its_report(call, spurts=tuple(heard.spurts), overlaps=tuple(heard.overlaps))
    calls.save(db, call, report, [Utterance(Speaker.AGENT, 0, 80_000, SECRET)])
    for place, label in enumerate(own):
        calls.label(db, call.id, place, label)
    return call.id


def test_what_was_judged_counts_over_all_calls_but_deleted_ones(db: Database) -> None:
    assert agreement.judged(db).share is None and agreement.rows_for_tuning(db) == []
    judged(db, CUT, CUT)
    judged(db, None, LISTENED)
    judged(db)
    gone = judged(db, LISTENED, LISTENED)
    calls.delete(db, gone)
    assert agreement.judged(db) == of([(CUT, CUT), (LISTENED, CUT), (LISTENED, LISTENED)])
    assert len(agreement.rows_for_tuning(db)) == 3


def test_a_row_for_tuning_tells_what_the_rules_look_at(db: Database) -> None:
    judged(db, "early_response", LISTENED)
    first, second = agreement.rows_for_tuning(db)
    limits = {name: value for name, value in first.items() if name.startswith("limit_")}
    assert limits == {
        "limit_shortest": THRESHOLDS.shortest,
        "limit_same_start": THRESHOLDS.same_start,
        "limit_listener": THRESHOLDS.listener,
        "limit_early": THRESHOLDS.early,
        "limit_went_on": THRESHOLDS.went_on,
        "limit_noticed": THRESHOLDS.noticed,
        "limit_contest": THRESHOLDS.contest,
    }
    assert {name: value for name, value in first.items() if name not in limits} == {
        "call_type": "complaint",
        "by": "customer",
        "measured": CUT,
        "own": "early_response",
        "ov": 1.0,
        "d": 3.0,
        "r": 1.0,
        "s_a0": 4.0,
        "e_a1": 2.0,
        "b_before": None,
        "b_after": 3.0,
        "a_from_e": 2.0,
        "a_after": 4.0,
    }
    assert (second["own"], second["b_after"], second["a_from_e"]) == (LISTENED, None, 0.0)


def test_the_data_is_written_as_a_sheet_and_as_a_form_without_words_names_and_times(db: Database) -> None:
    call = judged(db, "early_response", LISTENED)
    sheet, form = "".join(agreement.sheet(db)), "".join(agreement.form(db))
    for text in (sheet, form):
        assert SECRET not in text and "2026" not in text and str(call) not in text
    held = json.loads(form)
    assert (held["schema"], held["judged"], held["agreeing"]) == (1, 2, 1)
    assert held["overlaps"] == agreement.rows_for_tuning(db)
    heads, *lines = csv.reader(sheet.splitlines())
    assert tuple(heads) == agreement.COLUMNS
    assert [line[2:5] for line in lines] == [[CUT, "early_response", "1.0"], [LISTENED, LISTENED, "0.4"]]


def test_where_spurts_are_missing_the_labels_are_still_told(db: Database) -> None:
    call = judged(db, CUT)
    db.execute("DELETE FROM spurts WHERE call_id = ?", [call])
    (row,) = agreement.rows_for_tuning(db)
    assert (row["measured"], row["own"], row["ov"], row["limit_early"]) == (CUT, CUT, None, 0.5)
