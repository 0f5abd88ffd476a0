"""A part of the journal in one file: what was chosen with all that belongs to it, and nothing else."""

import csv
import io
import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.journal import CalmSession
from app.errors import KnownError
from app.storage import calm, checklists, export, importing, reflections
from app.storage.cipher import Database
from app.storage.export import Chosen
from app.storage.journal import Journal
from app.storage.schema import TABLES, new_id
from tests.journals import NOON, a_reflection
from tests.open_journals import keep, open_journal
from tests.unit.storage.test_retention import a_run


def form(journal: Journal, chosen: Chosen) -> dict[str, Any]:
    pieces = journal.read(lambda db: [*export.form_of(db, chosen)]).result()
    held: dict[str, Any] = json.loads("".join(pieces))
    return held


def test_a_call_comes_with_all_that_belongs_to_it_and_can_be_taken_in(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal") as journal:
        wanted, other = keep(journal, "wanted"), keep(journal, "other")
        alone, left = a_reflection(note="alone"), a_reflection(note="left")

        def write(db: Database) -> None:
            for call in (wanted, other):
                checklists.save_run(db, replace(a_run(call.id), title=call.name))
                calm.save(db, CalmSession(new_id(), NOON, "box", 60.0, 60.0, call.id))
            for each in (alone, left):
                reflections.save(db, each)

        journal.write("all", write).result()
        path = tmp_path / "some.json"
        export.export_file(journal, path, lambda db: export.form_of(db, Chosen([wanted.id], [alone.id])))
        whole = form(journal, Chosen([wanted.id, other.id], [alone.id, left.id]))
    held = json.loads(path.read_text(encoding="utf-8"))
    assert list(held) == ["schema", "exported_at", *TABLES]
    assert [row["name"] for row in held["calls"]] == ["wanted"]
    assert {row["note"] for row in held["reflections"]} == {"About wanted", "alone"}
    assert [row["tag"] for row in held["tags"]] == ["wanted"]
    assert [row["text"] for row in held["follow_ups"]] == ["Send wanted"]
    assert [row["title"] for row in held["checklist_runs"]] == ["wanted"]
    assert len(held["calm_sessions"]) == 1
    assert {row["call_id"] for row in held["transcript"]} <= {wanted.id}
    assert len(whole["calls"]) == 2 and len(whole["reflections"]) == 4
    with open_journal(tmp_path / "elsewhere") as elsewhere:
        counts = importing.take_in(elsewhere, importing.read(path, keep_words=True), lambda *_: None)
    assert counts.added["calls"] == 1 and counts.added["reflections"] == 2


def test_the_file_is_its_owners_and_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "calls.html"
    path.write_text("old", encoding="utf-8")
    with open_journal(tmp_path / "journal") as journal:
        export.export_file(journal, path, lambda db: ["a", "b"])
    assert path.read_text(encoding="utf-8") == "ab"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {each.name for each in tmp_path.iterdir()} == {"journal", "calls.html"}


def test_a_place_that_is_not_there_is_named_with_the_remedy(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal") as journal, pytest.raises(KnownError, match="choose another"):
        export.export_file(journal, tmp_path / "nowhere" / "calls.csv", lambda db: ["a"])


def test_no_cell_of_a_sheet_is_a_formula() -> None:
    lines = "".join(export.sheet_of([("text", "number"), ("=1+1", -3), ("two\nlines", None)]))
    assert [*csv.reader(io.StringIO(lines))] == [["text", "number"], ["'=1+1", "-3"], ["two\nlines", ""]]
