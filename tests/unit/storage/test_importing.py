"""Taking in an export: what came out goes in again, and nothing that was not written by an export does."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import product, starmap
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.journal import MarkedMoment, Rephrasing
from app.errors import KnownError
from app.storage import calls, calm, checklists, follow_ups, importing, reflections, rephrasings
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.storage.schema import TABLES, new_id
from tests import journals
from tests.data.journals.make import ADDED
from tests.journals import a_call, integrity, its_report
from tests.open_journals import keep, names, open_journal
from tests.unit.storage.test_export import exported
from tests.unit.storage.test_retention import sizes

Export = dict[str, Any]


def took(journal: Journal, path: Path, *, keep_words: bool = True) -> importing.Counts:
    return importing.take_in(journal, importing.read(path, keep_words=keep_words), lambda done, whole: None)


def tables(held: Export) -> Export:
    return {name: held[name] for name in TABLES}


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> str:
    """evenkeel.json of a journal that has something in most tables."""
    folder = tmp_path_factory.mktemp("journal")
    with open_journal(folder) as journal:
        keep(journal, "one")
        keep(journal, "two")
        return json.dumps(exported(journal, folder / "out"))


def write(folder: Path, held: Export | str) -> Path:
    path = folder / "evenkeel.json"
    path.write_text(held if isinstance(held, str) else json.dumps(held), encoding="utf-8")
    return path


a_call_with_all = st.tuples(
    journals.calls.map(lambda call: replace(call, ended_at=call.began_at)),
    journals.reports,
    st.dictionaries(journals.places_in_calls, journals.texts, max_size=3),
    journals.reflections,
)
SAVED = (
    (reflections.save, journals.reflections),
    (follow_ups.save, journals.follow_ups),
    (checklists.save, journals.checklists),
    (checklists.save_run, journals.runs),
    (calm.save, journals.calm_sessions),
)


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(
    told=st.lists(a_call_with_all, max_size=2),
    records=st.tuples(*(st.lists(records, max_size=2) for _, records in SAVED)),
    phrases=st.lists(journals.rephrasings, max_size=2),
)
def test_what_came_out_goes_in_again(
    told: list[tuple[Any, ...]], records: tuple[list[Any], ...], phrases: list[Rephrasing]
) -> None:
    def put(db: Database) -> None:
        for call, report, marks, reflection in told:
            calls.save(db, call, report, report.transcript, starmap(MarkedMoment, marks.items()))
            reflections.save(db, replace(reflection, call_id=call.id))
            calls.correct(db, call.id, 0, "as it was said")
            for phrase in phrases:
                mine = replace(phrase, id=new_id(), reflection_id=reflection.id)
                rephrasings.save(db, mine)
        for (save, _), listed in zip(SAVED, records, strict=True):
            for record in listed:
                save(db, record)

    with TemporaryDirectory() as place:
        with open_journal(Path(place, "one")) as journal:
            journal.write("all", put).result()
            out = tables(exported(journal, Path(place, "out")))
        with open_journal(Path(place, "two")) as journal:
            counts = took(journal, Path(place, "out"))
            assert tables(exported(journal, Path(place, "again"))) == out
            journal.read(integrity).result()
    assert counts.added == {name: len(rows) for name, rows in out.items()}
    assert not any(counts.known.values())


def test_what_is_there_stays_as_it_is(one: str, tmp_path: Path) -> None:
    path = write(tmp_path, one)
    with open_journal(tmp_path / "journal") as journal:
        took(journal, path)
        first, *_ = journal.read(lambda db: calls.recent(db, 9)).result()
        journal.write("rename", lambda db: calls.rename(db, first.id, "renamed")).result()
        journal.write("words", lambda db: calls.drop_words(db, [first.id])).result()
        journal.write("mark", lambda db: calls.mark(db, first.id, 1, "mine")).result()
        before = journal.read(sizes).result()
        counts = took(journal, tmp_path)
        assert not any(counts.added.values())
        assert counts.known["calls"] == 2 and counts.known["transcript"] == 4
        assert journal.read(sizes).result() == before
        assert "renamed" in names(journal)
        assert not journal.read(lambda db: calls.report(db, first.id)).result().transcript


def test_new_rows_come_beside_known_ones(one: str, tmp_path: Path) -> None:
    held = json.loads(one)
    with open_journal(tmp_path / "journal") as journal:
        took(journal, write(tmp_path, held))
        new = dict(held["reflections"][0], id=7, note="later")
        held["reflections"].append(new)
        counts = took(journal, write(tmp_path, held))
        assert (counts.added["reflections"], counts.known["reflections"]) == (1, 2)
        held["calls"].append(dict(held["calls"][0], id=8))
        held["marks"] += [
            {"call_id": 8, "t": 5, "note": ""},
            {"call_id": held["calls"][0]["id"], "t": 5, "note": ""},
        ]
        counts = took(journal, write(tmp_path, held))
        assert (counts.added["calls"], counts.added["marks"], counts.known["marks"]) == (1, 1, 3)


def test_numbers_of_cards_are_blanked_once_more(one: str, tmp_path: Path) -> None:
    held = json.loads(one)
    held["transcript"][0]["text"] = "it is 4111 1111 1111 1111"
    held["transcript"][1].update(text="4111 1111 1111 1111", heard="4111 1111 1111 1111 then")
    held["cues_shown"][0]["evidence"] = "4111111111111111"
    held["rephrasings"][0].update(said="4111111111111111", better="thanks, 4111111111111111")
    with open_journal(tmp_path / "journal") as journal:
        took(journal, write(tmp_path, held))
        kept = json.dumps(exported(journal, tmp_path / "out"))
    assert "1111" not in kept and kept.count("[number removed]") == 6


def test_where_nothing_said_is_to_be_kept_none_comes_in(one: str, tmp_path: Path) -> None:
    held = json.loads(one)
    held["techniques_used"] = [
        {
            "reflection_id": held["reflections"][0]["id"],
            "place": 0,
            "technique": "paraphrase",
            "evidence": "I did",
        }
    ]
    with open_journal(tmp_path / "journal") as journal:
        counts = took(journal, write(tmp_path, held), keep_words=False)
        kept = exported(journal, tmp_path / "out")
    assert kept["transcript"] == [] and len(kept["calls"]) == 2
    assert {row["evidence"] for row in kept["cues_shown"] + kept["techniques_used"]} == {""}
    assert {row["said"] for row in kept["rephrasings"]} == {""}
    assert all(row["better"] for row in kept["rephrasings"])
    assert "You mentioned" not in json.dumps(kept) and "I did" not in json.dumps(kept)
    assert len(kept["reflections"]) == counts.added["reflections"] == 2


@pytest.mark.parametrize(
    ("began_at", "day"),
    [("1970-01-01T00:00:00.000Z", "1969-12-31"), ("2200-12-31T23:59:59.999Z", "2201-01-01")],
)
def test_a_clock_at_its_beginning_or_far_ahead_is_taken_in(
    one: str, tmp_path: Path, began_at: str, day: str
) -> None:
    held = json.loads(one)
    held["calls"][0].update(began_at=began_at, day=day)
    with open_journal(tmp_path / "journal") as journal:
        took(journal, write(tmp_path, held))
        assert sorted(names(journal)) == ["one", "two"]


def test_an_older_export_may_lack_what_can_be_empty(one: str, tmp_path: Path) -> None:
    held = json.loads(one)
    del held["gaps"]
    for call in held["calls"]:
        del call["pace_wpm"], call["purpose"]
    with open_journal(tmp_path / "journal") as journal:
        took(journal, write(tmp_path, held))
        assert names(journal) == ["one", "two"]


def test_an_export_of_the_first_version_is_taken_in(one: str, tmp_path: Path) -> None:
    held = json.loads(one)
    for table, added in ADDED[2].items():
        if not added:
            del held[table]
        for row, column in product(held.get(table, ()), added):
            del row[column]
    with open_journal(tmp_path / "journal") as journal:
        took(journal, write(tmp_path, held))
        newest = journal.read(lambda db: calls.recent(db, 1)).result()[0]
        assert (newest.recording, newest.agent_channel) == ("", "left")
        assert journal.read(lambda db: calls.heard_lines(db, newest.id)).result() == {}
        journal.read(integrity).result()


def changed(table: str, column: str, value: object) -> Callable[[Export], None]:
    def change(held: Export) -> None:
        held[table][0][column] = value

    change.__name__ = f"{table}.{column}={value!r}"
    return change


def without(table: str, column: str) -> Callable[[Export], None]:
    def change(held: Export) -> None:
        del held[table][0][column]

    change.__name__ = f"{table} without {column}"
    return change


DAMAGES: list[Callable[[Export], None]] = [
    changed("calls", "id", "1"),
    changed("calls", "id", None),
    changed("calls", "id", True),
    changed("calls", "id", 2**53),
    changed("calls", "id", 1.5),
    changed("calls", "kind", "other"),
    changed("calls", "kind", "praise"),
    changed("calls", "began_at", "2026-11-22"),
    changed("calls", "began_at", "2026-11-31T00:00:00.000Z"),
    changed("calls", "day", "yesterday"),
    changed("calls", "name", None),
    changed("calls", "name", "\ud800"),
    changed("calls", "name", ["a"]),
    changed("calls", "duration", -1),
    changed("calls", "talk_ratio", "0.4"),
    changed("calls", "talk_ratio", float("inf")),
    changed("calls", "talk_ratio", float("nan")),
    changed("calls", "deleted_at", "2026-11-22T00:00:00.000Z"),
    changed("calls", "name) VALUES (1); --", "x"),
    changed("calls", "talk_ratio", 1e308),
    changed("calls", "talk_share", 1.1),
    changed("calls", "talk_ratio", -0.1),
    changed("calls", "patience_s", 1e9),
    changed("calls", "turns", 2**40),
    changed("calls", "duration", 7 * 24 * 3600 * 16_000),
    changed("calls", "began_at", "0001-01-01T00:00:00.000Z"),
    changed("calls", "began_at", "1969-12-31T23:59:59.999Z"),
    changed("calls", "ended_at", "9999-12-31T23:59:59.999Z"),
    changed("calls", "day", "9999-12-31"),
    changed("calls", "day", "0001-01-01"),
    changed("spurts", "end", 2**50),
    changed("marks", "t", 2**50),
    changed("reflections", "mood_after", 6),
    changed("reflections", "call_id", 1),
    changed("spurts", "call_id", 1),
    changed("spurts", "speaker", "nobody"),
    changed("transcript", "text", 5),
    changed("follow_ups", "state", "lost"),
    changed("follow_ups", "due", "soon"),
    without("calls", "id"),
    without("calls", "name"),
    without("transcript", "text"),
    lambda held: held["calls"].append(held["calls"][0]),
    lambda held: held["calls"].append(5),
    lambda held: held.update(calls={}),
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_export_is_one_sentence_and_changes_nothing(
    one: str, tmp_path: Path, damage: Callable[[Export], None]
) -> None:
    held = json.loads(one)
    damage(held)
    refused(tmp_path, write(tmp_path, held), "is damaged")


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("", "is damaged"),
        ("{", "is damaged"),
        ("[" * 100_000, "is damaged"),
        ("\ufeff{}", "is damaged"),
        ("[]", "not an export"),
        ("{}", "not an export"),
        ('{"schema": true, "exported_at": ""}', "not an export"),
        ('{"schema": 2, "exported_at": ""}', "another version"),
        ('{"schema": 1, "exported_at": "", "songs": []}', "another version"),
    ],
)
def test_another_file_is_one_sentence_and_changes_nothing(tmp_path: Path, held: str, said: str) -> None:
    refused(tmp_path, write(tmp_path, held), said)


def test_what_is_not_there_or_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    for path, said in (
        (tmp_path / "bytes", "is damaged"),
        (tmp_path, "no export"),
        (tmp_path / "x", "no export"),
    ):
        refused(tmp_path, path, said)


def refused(tmp_path: Path, path: Path, said: str) -> None:
    with open_journal(tmp_path / "journal") as journal:
        if not names(journal):
            keep(journal, "mine")
        before = journal.read(sizes).result()
        with pytest.raises(KnownError, match=said) as refusal:
            took(journal, path)
        assert "\n" not in str(refusal.value)
        assert journal.read(sizes).result() == before
        assert names(journal) == ["mine"]


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_one_value_becomes_it_is_taken_in_readable_or_not_at_all(
    one: str, data: st.DataObject
) -> None:
    held = json.loads(one)
    table = data.draw(st.sampled_from([name for name in TABLES if held[name]]))
    row = data.draw(st.sampled_from(held[table]))
    column = data.draw(st.sampled_from(list(row)))
    row[column] = data.draw(
        st.none() | st.booleans() | st.integers(-5, 2**60) | st.floats() | st.text(max_size=9) | st.just([])
    )
    with TemporaryDirectory() as place, open_journal(Path(place, "journal")) as journal:
        try:
            took(journal, write(Path(place), held))
        except KnownError:
            assert not any(journal.read(sizes).result().values())
        else:  # everything that shows it can
            for call in journal.read(lambda db: calls.recent(db, 9)).result():
                journal.read(lambda db, call=call: calls.report(db, call.id)).result()
            exported(journal, Path(place, "out"))


def test_an_export_of_a_call_with_everything_is_the_same_report(tmp_path: Path) -> None:
    call = a_call()
    report = its_report(call)
    with open_journal(tmp_path / "one") as journal:
        journal.write("call", lambda db: calls.save(db, call, report, None)).result()
        exported(journal, tmp_path / "out")
    with open_journal(tmp_path / "two") as journal:
        took(journal, tmp_path / "out" / "evenkeel.json")
        assert journal.read(lambda db: calls.get(db, call.id)).result() == call
        assert journal.read(lambda db: calls.report(db, call.id)).result() == report
