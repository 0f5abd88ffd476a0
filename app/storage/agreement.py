"""How the user's own labels and the measured ones agree, over the whole journal, and the data to tune by.

What is given holds no text, no name and no time: only how long who spoke. Every function runs inside a
transaction that the caller has begun; deleted calls are left out.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from itertools import groupby

from app.domain.agreement import Agreement, Evidence, agreement, evidence
from app.domain.overlaps import THRESHOLDS
from app.storage import rows
from app.storage.cipher import Database
from app.storage.export import sheet_of
from app.storage.rows import Row

SCHEMA = 1
"""Version of the JSON form."""

_JUDGED = """
    FROM overlaps JOIN calls ON calls.id = call_id WHERE own_label NOT NULL AND calls.deleted_at IS NULL
"""

_LIMITS = {f"limit_{name}": limit for name, limit in asdict(THRESHOLDS).items()}

COLUMNS = ("call_type", "by", "measured", "own", *(field.name for field in fields(Evidence)), *_LIMITS)
"""What is told of each judged overlap: labels, app.domain.agreement.Evidence, the limits."""


def judged(db: Database) -> Agreement:
    """Give how the labels of all overlaps that the user has judged agree with the measured ones."""
    return agreement(db.execute(f"SELECT label, own_label {_JUDGED}").fetchall())


def rows_for_tuning(db: Database) -> list[Row]:
    """Give a row with COLUMNS for each judged overlap; what can't be known (any more) is None."""
    found = db.query(f"SELECT overlaps.*, call_type {_JUDGED} ORDER BY call_id, place")
    told: list[Row] = []
    for call_id, listed in groupby(found, lambda row: row["call_id"]):
        spurts = [rows.to_spurt(row) for row in db.query("SELECT * FROM spurts WHERE call_id = ?", [call_id])]
        for row in listed:
            seen = evidence(rows.to_overlap(row), spurts)
            known = {"call_type": row["call_type"], "by": row["by"], **_LIMITS}
            known |= {"measured": row["label"], "own": row["own_label"], **(asdict(seen) if seen else {})}
            told.append({name: known.get(name) for name in COLUMNS})
    return told


def sheet(db: Database) -> Iterator[str]:
    """Give the rows for tuning as a CSV file, in pieces."""
    yield from sheet_of([COLUMNS, *(row.values() for row in rows_for_tuning(db))])


def form(db: Database) -> Iterator[str]:
    """Give them as JSON: {"schema": 1, "judged": n, "agreeing": n, "kappa": x or null, "overlaps": [...]}."""
    found = judged(db)
    whole = {"schema": SCHEMA, "judged": found.judged, "agreeing": found.agreeing, "kappa": found.kappa}
    yield json.dumps(whole | {"overlaps": rows_for_tuning(db)}, indent=1) + "\n"
