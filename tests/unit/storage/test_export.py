"""An export: all of it, whole or not at all, in files that any program reads."""

import csv
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.domain.journal import Checklist, ChecklistItem
from app.errors import KnownError
from app.storage import calls, checklists, export, follow_ups, reflections
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.storage.schema import TABLES, new_id
from tests.journals import a_promise, a_reflection
from tests.open_journals import files, keep, little_room, open_journal
from tests.unit.storage.test_retention import a_run


def exported(journal: Journal, folder: Path) -> dict[str, Any]:
    """Export, and give evenkeel.json."""
    bootstrap.export_journal(journal, folder, lambda done, whole: None)
    held: dict[str, Any] = json.loads((folder / "evenkeel.json").read_text(encoding="utf-8"))
    return held


def sheet(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_there_with_its_rows_as_they_are_stored(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal") as journal:
        call = keep(journal, "Zoë's call")
        told: list[tuple[float, float | None]] = []
        made = bootstrap.export_journal(journal, tmp_path / "out", lambda *done: told.append(done))
        rows = {
            table: journal.read(lambda db, table=table: list(db.table(table).rows)).result()
            for table in TABLES
        }
    held = json.loads((tmp_path / "out" / "evenkeel.json").read_text(encoding="utf-8"))
    assert list(held) == ["schema", "exported_at", *TABLES]
    assert held["schema"] == 1 and held["exported_at"].endswith("Z")
    assert held["calls"][0]["id"] == call.id and held["calls"][0]["name"] == "Zoë's call"
    for table in TABLES:
        kept = [{name: value for name, value in row.items() if name != "deleted_at"} for row in rows[table]]
        assert held[table] == kept
        assert len(sheet(tmp_path / "out", table)) == len(kept)
    names = {"evenkeel.json", "evenkeel.html", *(f"tables/{table}.csv" for table in TABLES)}
    assert (
        {str(path.relative_to(tmp_path / "out")) for path in made} == names == files(tmp_path / "out").keys()
    )
    assert told[-1] == (sum(map(len, rows.values())),) * 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}


def test_what_was_deleted_is_left_out_with_all_that_is_part_of_it(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal") as journal:
        stays, goes = keep(journal, "stays"), keep(journal, "zanzibar")
        alone, promise = a_reflection(note="zanzibar"), a_promise(text="zanzibar")
        checks = Checklist(new_id(), "zanzibar", None, (ChecklistItem("zanzibar"),))

        def delete(db: Database) -> None:
            checklists.save_run(db, a_run(goes.id))
            checklists.save(db, checks)
            run = a_run(stays.id)
            checklists.save_run(db, run)
            db.execute("UPDATE checklist_runs SET checklist_id = ? WHERE id = ?", [checks.id, run.id])
            reflections.save(db, alone)
            follow_ups.save(db, promise)
            calls.delete(db, goes.id)
            reflections.delete(db, alone.id)
            follow_ups.delete(db, promise.id)
            checklists.delete(db, checks.id)

        journal.write("delete", delete).result()
        held = exported(journal, tmp_path / "out")
    assert not [name for name, data in files(tmp_path / "out").items() if b"zanzibar" in data]
    assert [call["id"] for call in held["calls"]] == [stays.id]
    assert [(run["call_id"], run["checklist_id"]) for run in held["checklist_runs"]] == [(stays.id, None)]
    assert len(held["reflections"]) == len(held["follow_ups"]) == 1


def test_no_text_becomes_a_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    dangerous = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"]
    harmless = ["a=1", "", "'", "1-1", '"quoted", and\nin two lines', "Ünïcode 🙂"]
    with open_journal(tmp_path / "journal") as journal:
        for note in dangerous + harmless:
            one = a_reflection(note=note)
            journal.write("r", lambda db, one=one: reflections.save(db, one)).result()
        held = exported(journal, tmp_path / "out")
    assert [row["note"] for row in held["reflections"]] == dangerous + harmless
    assert [row["note"] for row in sheet(tmp_path / "out", "reflections")] == [
        *(f"'{note}" for note in dangerous),
        *harmless,
    ]
    assert (tmp_path / "out" / "tables" / "calls.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_export_replaces_an_older_one_and_says_beforehand_that_one_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert not export.there(out)
    with open_journal(tmp_path / "journal") as journal:
        exported(journal, out)
        assert export.there(out)
        (out / "mine.txt").write_text("stays")
        keep(journal)
        assert len(exported(journal, out)["calls"]) == 1
    assert (out / "mine.txt").read_text() == "stays"


@pytest.mark.parametrize("room", [0, 200, 4000])
def test_a_full_disk_leaves_the_older_export_whole(tmp_path: Path, room: int) -> None:
    out = tmp_path / "out"
    with open_journal(tmp_path / "journal") as journal:
        exported(journal, out)
        before = files(out)
        for number in range(20):
            keep(journal, f"{number}")
        journal.settle().result()
        with little_room(room), pytest.raises(KnownError, match="make room there"):
            exported(journal, out)
        assert files(out) == before
        assert {path.name for path in out.iterdir()} == {"evenkeel.json", "evenkeel.html", "tables"}


def test_a_place_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        open_journal(tmp_path / "journal") as journal,
        pytest.raises(KnownError, match="can't be written"),
    ):
        exported(journal, tmp_path / "file")


def test_writes_go_on_meanwhile_and_the_export_is_of_one_moment(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal") as journal:
        keep(journal, "before")

        def write(done: float, whole: float | None) -> None:
            keep(journal, "meanwhile")

        bootstrap.export_journal(journal, tmp_path / "out", write)
        again = exported(journal, tmp_path / "again")
    held = json.loads((tmp_path / "out" / "evenkeel.json").read_text(encoding="utf-8"))
    assert [call["name"] for call in held["calls"]] == ["before"]
    assert len(again["calls"]) > 1


def test_what_a_killed_export_left_is_removed_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / "out" / ".evenkeel-abc123.part"
    (left / "tables").mkdir(parents=True)
    (left / "evenkeel.json").write_text("something said")
    (tmp_path / "out" / ".evenkeel-notes").mkdir()
    with open_journal(tmp_path / "journal") as journal:
        exported(journal, tmp_path / "out")
    assert not left.exists()
    assert (tmp_path / "out" / ".evenkeel-notes").exists()


def test_one_that_fails_leaves_no_folder_that_it_made(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal") as journal:
        keep(journal)
        journal.settle().result()
        (tmp_path / "there").mkdir()
        for out in (tmp_path / "new" / "out", tmp_path / "there" / "out"):
            with little_room(200), pytest.raises(KnownError, match="make room there"):
                exported(journal, out)
    assert {path.name for path in tmp_path.iterdir()} == {"journal", "there"}
    assert not list((tmp_path / "there").iterdir())
