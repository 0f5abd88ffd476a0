"""The user's checklists in their order, and the runs: what was ticked before which call.

Every function runs inside a transaction that the caller has begun. Deleted checklists are given by no query
here; the runs made with them stay whole, as each holds its own copy of the checks.
"""

from collections import defaultdict

from app.domain.journal import Checklist, ChecklistItem, ChecklistRun, Tick
from app.storage import deletion, rows
from app.storage.cipher import Database


def all(db: Database) -> list[Checklist]:
    """Give the checklists in the user's order."""
    items: dict[int, list[ChecklistItem]] = defaultdict(list)
    for row in db.query("SELECT * FROM checklist_items ORDER BY checklist_id, place"):
        items[row["checklist_id"]].append(ChecklistItem(row["text"], row["technique"]))
    found = db.query("SELECT * FROM checklists WHERE deleted_at IS NULL ORDER BY place, id")
    return [
        Checklist(row["id"], row["title"], row["call_type"], tuple(items[row["id"]]), row["origin"])
        for row in found
    ]


def save(db: Database, checklist: Checklist) -> None:
    """Write a checklist as it now is; where it was, a new one at the end."""
    (place,) = db.execute(
        "SELECT coalesce((SELECT place FROM checklists WHERE id = ?), max(place) + 1, 0) FROM checklists",
        [checklist.id],
    ).fetchone()
    db.table("checklists").upsert(
        {
            "id": checklist.id,
            "title": checklist.title,
            "call_type": checklist.call_type,
            "origin": checklist.origin,
            "place": place,
        },
        pk="id",
    )
    db.table("checklist_items").delete_where("checklist_id = ?", [checklist.id])
    db.table("checklist_items").insert_all(
        {"checklist_id": checklist.id, "place": nth, "text": item.text, "technique": item.technique}
        for nth, item in enumerate(checklist.items)
    )


def delete(db: Database, checklist_id: int) -> None:
    """Put a checklist out of sight."""
    deletion.delete(db, "checklists", checklist_id)


def bring_back(db: Database, checklist_id: int) -> None:
    """Take a deletion back."""
    deletion.bring_back(db, "checklists", checklist_id)


def save_run(db: Database, run: ChecklistRun) -> None:
    """Write a preparation as it now is, new or not; of a checklist that is gone it keeps only the title."""
    there = db.table("checklists").count_where("id = ?", [run.checklist_id])
    db.table("checklist_runs").upsert(
        {
            "id": run.id,
            "call_id": run.call_id,
            "checklist_id": run.checklist_id if there else None,
            "title": run.title,
            "run_at": rows.to_text(run.run_at),
            "purpose": run.purpose,
            "hurdle": run.hurdle,
            "answer": run.answer,
            "hot_button": run.hot_button,
        },
        pk="id",
    )
    db.table("ticks").delete_where("run_id = ?", [run.id])
    db.table("ticks").insert_all(
        {
            "run_id": run.id,
            "place": place,
            "text": tick.item.text,
            "technique": tick.item.technique,
            "ticked": int(tick.ticked),
            "heard_at": tick.heard_at,
        }
        for place, tick in enumerate(run.ticks)
    )


def run_of(db: Database, call_id: int) -> ChecklistRun | None:
    """Give the preparation of a call, the newest if there are several; None without one."""
    found = list(
        db.query("SELECT * FROM checklist_runs WHERE call_id = ? ORDER BY id DESC LIMIT 1", [call_id])
    )
    if not found:
        return None
    row = found[0]
    ticks = db.query("SELECT * FROM ticks WHERE run_id = ? ORDER BY place", [row["id"]])
    return ChecklistRun(
        id=row["id"],
        title=row["title"],
        run_at=rows.to_time(row["run_at"]),
        call_id=row["call_id"],
        checklist_id=row["checklist_id"],
        purpose=row["purpose"],
        hurdle=row["hurdle"],
        answer=row["answer"],
        hot_button=row["hot_button"],
        ticks=tuple(
            Tick(ChecklistItem(tick["text"], tick["technique"]), bool(tick["ticked"]), tick["heard_at"])
            for tick in ticks
        ),
    )
