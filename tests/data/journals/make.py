"""Makes a journal as a version of the program leaves it, with a row in every table; kept beside this file.

`python -m tests.data.journals.make`, once for every new number of SCHEMA and never again for it: the folder
of a number is what people have who used that version.
"""

from pathlib import Path
from typing import Any

from app.storage import keys
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.storage.places import LOCK

SCHEMA = 2
FOLDER = Path(__file__).parent
PASSPHRASE = "three calm words and 1 digit"

CALL, OTHER_CALL, CHECKLIST, RUN, REFLECTION = 101, 102, 201, 301, 401

ROWS: dict[str, list[dict[str, Any]]] = {
    "calls": [
        {
            "id": CALL, "kind": "live", "name": "Call", "call_type": "complaint", "purpose": "calm it down",
            "began_at": "2026-11-20T09:00:00.000Z", "day": "2026-11-20",
            "ended_at": "2026-11-20T09:10:00.000Z", "written_at": "2026-11-20T09:10:00.000Z",
            "broken_off": 0, "duration": 9_600_000, "source_kind": "live", "sample_rate": 16000,
            "channels": 2, "engine": "moonshine", "model": "tiny-en", "separation": "separate",
            "separation_reason": None, "talk_ratio": 0.42, "talk_share": 0.35, "agent_talk_s": 210.5,
            "customer_talk_s": 290.25, "overlap_s": 4.5, "non_talk_s": 12.0, "non_talk_count": 2,
            "longest_monologue_s": 41.0, "patience_s": 0.6, "turns": 31, "interruptions_agent": 2,
            "interruptions_customer": 3, "pace_wpm": 140.0, "fillers_per_min": 2.5, "questions_open": 4,
            "questions_closed": 6, "recording": "", "agent_channel": "left", "deleted_at": None,
        },
        {
            "id": OTHER_CALL, "kind": "recording", "name": "refund.wav", "call_type": "billing",
            "purpose": "", "began_at": "2026-11-21T14:00:00.000Z", "day": "2026-11-21", "ended_at": None,
            "written_at": "2026-11-21T14:00:05.000Z", "duration": 80_000, "source_kind": "recording",
            "sample_rate": 8000, "channels": 1, "separation": "mic-only",
            "separation_reason": "the recording has one channel", "recording": "/calls/refund.wav",
            "agent_channel": "right", "deleted_at": "2026-11-21T15:00:00.000Z",
        },
    ],
    "spurts": [
        {"call_id": CALL, "start": 0, "speaker": "agent", "end": 32000},
        {"call_id": CALL, "start": 30000, "speaker": "customer", "end": 64000},
    ],
    "overlaps": [
        {
            "call_id": CALL, "place": 0, "by": "customer", "start": 30000, "end": 32000,
            "label": "early_response", "reason": "began just before the end", "own_label": "backchannel",
        }
    ],
    "cues_shown": [
        {
            "call_id": CALL, "place": 0, "t": 48000, "technique": "paraphrase", "kind": "suggest",
            "text": "Say it back first", "evidence": "it never arrived",
        }
    ],
    "gaps": [
        {"call_id": CALL, "place": 0, "channel": "customer", "start": 5, "end": 9, "reason": "unplugged"}
    ],
    "heated": [{"call_id": CALL, "start": 4000, "end": 64000}],
    "marks": [{"call_id": CALL, "t": 50000, "note": "the good moment"}],
    "transcript": [
        {
            "id": 501, "call_id": CALL, "speaker": "customer", "start": 30000, "end": 64000,
            "text": "my parcel never arrived", "heard": "my parsley never arrived",
        }
    ],
    "checklists": [
        {
            "id": CHECKLIST, "title": "Complaint", "call_type": "complaint", "origin": "complaint",
            "place": 0, "deleted_at": None,
        }
    ],
    "checklist_items": [
        {"checklist_id": CHECKLIST, "place": 0, "text": "Name ready", "technique": None},
        {"checklist_id": CHECKLIST, "place": 1, "text": "Let them finish", "technique": "silence"},
    ],
    "checklist_runs": [
        {
            "id": RUN, "call_id": CALL, "checklist_id": CHECKLIST, "title": "Complaint",
            "run_at": "2026-11-20T08:59:00.000Z", "purpose": "calm it down", "hurdle": "the waiting time",
            "answer": "name a day", "hot_button": "being rushed",
        }
    ],
    "ticks": [
        {
            "run_id": RUN, "place": 0, "text": "Name ready", "technique": None, "ticked": 1,
            "heard_at": 16000,
        }
    ],
    "reflections": [
        {
            "id": REFLECTION, "call_id": CALL, "begun_at": "2026-11-20T09:11:00.000Z", "day": "2026-11-20",
            "finished_at": "2026-11-20T09:12:00.000Z", "mood_before": 2, "mood_after": 4,
            "hot_button": "being rushed", "went_well": "the paraphrase", "next_time": "wait a breath",
            "cause": "the letter is unclear", "note": "Übung macht den Meister", "deleted_at": None,
        }
    ],
    "tags": [{"reflection_id": REFLECTION, "place": 0, "tag": "delivery"}],
    "techniques_used": [
        {"reflection_id": REFLECTION, "place": 0, "technique": "paraphrase", "evidence": "so you waited"}
    ],
    "rephrasings": [
        {
            "id": 451, "reflection_id": REFLECTION, "t": 48000, "said": "calm down please",
            "better": "you have every right to be cross", "technique": "acknowledge",
            "made_at": "2026-11-20T09:11:30.000Z", "deleted_at": None,
        }
    ],
    "follow_ups": [
        {
            "id": 601, "call_id": CALL, "text": "send the tracking number", "due": "2026-11-23",
            "made_at": "2026-11-20T09:12:00.000Z", "state": "open", "closed_at": None, "moved": 1,
            "deleted_at": None,
        }
    ],
    "calm_sessions": [
        {
            "id": 701, "call_id": CALL, "began_at": "2026-11-20T09:10:30.000Z", "day": "2026-11-20",
            "pattern": "box", "planned_s": 60.0, "done_s": 48.0,
        }
    ],
}  # fmt: skip


ADDED: dict[int, dict[str, tuple[str, ...]]] = {
    2: {"calls": ("recording", "agent_channel"), "transcript": ("heard",), "heated": (), "rephrasings": ()}
}
"""What each version brought: new columns of a table that was there, and whole tables (without columns)."""


def rows_of(version: int) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of a version's journal, as far as that version knew them; every table is named."""
    rows = dict(ROWS)
    for added in (added for later, added in ADDED.items() if later > version):
        for table, columns in added.items():
            rows[table] = [
                {name: value for name, value in row.items() if name not in columns}
                for row in rows[table]
                if columns
            ]
    return rows


def fill(db: Database) -> None:
    """Insert every row, each after those it points to."""
    for table, rows in ROWS.items():
        for row in rows:
            db.table(table).insert(row)


def main() -> None:
    """Make the folder of this program's schema; it must not be there yet."""
    folder = FOLDER / str(SCHEMA)
    folder.mkdir()
    journal = Journal.open(folder, keys.create(folder, PASSPHRASE))
    journal.write("journal", fill).result()
    journal.read(lambda db: db.execute("VACUUM")).result()
    journal.close()
    (folder / LOCK).unlink()


if __name__ == "__main__":
    main()
