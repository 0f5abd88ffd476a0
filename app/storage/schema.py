"""The tables of the journal, as migrations that are only ever added to.

Times of calls' moments are samples (16 kHz); points in time are ISO texts in UTC with milliseconds, days are
local dates, so that both sort as text. Measures that are unknown are NULL. What belongs to a call goes
with it. Rows with `deleted_at` are out of sight and can be brought back until the next daily purge.
"""

import secrets
import threading
import time

from app.storage.cipher import Database, Migrations

NAME = "evenkeel"

migrations = Migrations(NAME)

_MEASURES = """
    talk_ratio REAL, talk_share REAL, agent_talk_s REAL NOT NULL DEFAULT 0, customer_talk_s REAL,
    overlap_s REAL, non_talk_s REAL, non_talk_count INTEGER, longest_monologue_s REAL, patience_s REAL,
    turns INTEGER, interruptions_agent INTEGER, interruptions_customer INTEGER, pace_wpm REAL,
    fillers_per_min REAL, questions_open INTEGER, questions_closed INTEGER
"""

_FIRST = f"""
CREATE TABLE state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO state VALUES ('changes', 0);

CREATE TABLE calls (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('live', 'practice', 'recording')),
    name TEXT NOT NULL, call_type TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '',
    began_at TEXT NOT NULL, day TEXT NOT NULL, ended_at TEXT, written_at TEXT NOT NULL,
    broken_off INTEGER NOT NULL DEFAULT 0,
    duration INTEGER NOT NULL DEFAULT 0,
    source_kind TEXT NOT NULL, sample_rate INTEGER NOT NULL, channels INTEGER NOT NULL,
    engine TEXT, model TEXT, separation TEXT NOT NULL, separation_reason TEXT,
    {_MEASURES},
    deleted_at TEXT
);
CREATE INDEX calls_by_day ON calls (day);
CREATE INDEX calls_running ON calls (id) WHERE ended_at IS NULL;

CREATE TABLE spurts (
    call_id INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    start INTEGER NOT NULL, speaker TEXT NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (call_id, start, speaker)
) WITHOUT ROWID;
CREATE TABLE overlaps (
    call_id INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    place INTEGER NOT NULL, "by" TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    label TEXT NOT NULL, reason TEXT NOT NULL, own_label TEXT,
    PRIMARY KEY (call_id, place)
) WITHOUT ROWID;
CREATE INDEX overlaps_relabelled ON overlaps (call_id) WHERE own_label IS NOT NULL;
CREATE TABLE cues_shown (
    call_id INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    place INTEGER NOT NULL, t INTEGER NOT NULL, technique TEXT NOT NULL, kind TEXT NOT NULL,
    text TEXT NOT NULL, evidence TEXT NOT NULL,
    PRIMARY KEY (call_id, place)
) WITHOUT ROWID;
CREATE TABLE gaps (
    call_id INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    place INTEGER NOT NULL, channel TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (call_id, place)
) WITHOUT ROWID;
CREATE TABLE marks (
    call_id INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    t INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (call_id, t)
) WITHOUT ROWID;
CREATE TABLE transcript (
    id INTEGER PRIMARY KEY,
    call_id INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    speaker TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX transcript_by_call ON transcript (call_id, start);

CREATE TABLE checklists (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, call_type TEXT, origin TEXT,
    place INTEGER NOT NULL, deleted_at TEXT
);
CREATE TABLE checklist_items (
    checklist_id INTEGER NOT NULL REFERENCES checklists ON DELETE CASCADE,
    place INTEGER NOT NULL, text TEXT NOT NULL, technique TEXT,
    PRIMARY KEY (checklist_id, place)
) WITHOUT ROWID;
CREATE TABLE checklist_runs (
    id INTEGER PRIMARY KEY,
    call_id INTEGER REFERENCES calls ON DELETE CASCADE,
    checklist_id INTEGER REFERENCES checklists ON DELETE SET NULL,
    title TEXT NOT NULL, run_at TEXT NOT NULL, purpose TEXT NOT NULL, hurdle TEXT NOT NULL,
    answer TEXT NOT NULL, hot_button TEXT NOT NULL
);
CREATE INDEX checklist_runs_by_call ON checklist_runs (call_id);
CREATE TABLE ticks (
    run_id INTEGER NOT NULL REFERENCES checklist_runs ON DELETE CASCADE,
    place INTEGER NOT NULL, text TEXT NOT NULL, technique TEXT, ticked INTEGER NOT NULL, heard_at INTEGER,
    PRIMARY KEY (run_id, place)
) WITHOUT ROWID;

CREATE TABLE reflections (
    id INTEGER PRIMARY KEY,
    call_id INTEGER REFERENCES calls ON DELETE CASCADE,
    begun_at TEXT NOT NULL, day TEXT NOT NULL, finished_at TEXT,
    mood_before INTEGER CHECK (mood_before BETWEEN 1 AND 5),
    mood_after INTEGER CHECK (mood_after BETWEEN 1 AND 5),
    hot_button TEXT NOT NULL, went_well TEXT NOT NULL, next_time TEXT NOT NULL, cause TEXT NOT NULL,
    note TEXT NOT NULL, deleted_at TEXT
);
CREATE INDEX reflections_by_call ON reflections (call_id);
CREATE INDEX reflections_by_day ON reflections (day);
CREATE TABLE tags (
    reflection_id INTEGER NOT NULL REFERENCES reflections ON DELETE CASCADE,
    place INTEGER NOT NULL, tag TEXT NOT NULL,
    PRIMARY KEY (reflection_id, place)
) WITHOUT ROWID;
CREATE INDEX tags_by_name ON tags (tag);
CREATE TABLE techniques_used (
    reflection_id INTEGER NOT NULL REFERENCES reflections ON DELETE CASCADE,
    place INTEGER NOT NULL, technique TEXT NOT NULL, evidence TEXT NOT NULL,
    PRIMARY KEY (reflection_id, place)
) WITHOUT ROWID;

CREATE TABLE follow_ups (
    id INTEGER PRIMARY KEY,
    call_id INTEGER REFERENCES calls ON DELETE CASCADE,
    text TEXT NOT NULL, due TEXT, made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missed')), closed_at TEXT,
    moved INTEGER NOT NULL DEFAULT 0, deleted_at TEXT
);
CREATE INDEX follow_ups_by_call ON follow_ups (call_id);
CREATE INDEX follow_ups_open ON follow_ups (due) WHERE state = 'open';
CREATE TABLE calm_sessions (
    id INTEGER PRIMARY KEY,
    call_id INTEGER REFERENCES calls ON DELETE SET NULL,
    began_at TEXT NOT NULL, day TEXT NOT NULL, pattern TEXT NOT NULL,
    planned_s REAL NOT NULL, done_s REAL NOT NULL
);
"""

_SECOND = """
ALTER TABLE calls ADD COLUMN recording TEXT NOT NULL DEFAULT '';
ALTER TABLE calls ADD COLUMN agent_channel TEXT NOT NULL DEFAULT 'left'
    CHECK (agent_channel IN ('left', 'right'));
CREATE INDEX calls_by_recording ON calls (recording) WHERE recording <> '';
ALTER TABLE transcript ADD COLUMN heard TEXT;

CREATE TABLE heated (
    call_id INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (call_id, start)
) WITHOUT ROWID;
CREATE TABLE rephrasings (
    id INTEGER PRIMARY KEY,
    reflection_id INTEGER NOT NULL REFERENCES reflections ON DELETE CASCADE,
    t INTEGER, said TEXT NOT NULL, better TEXT NOT NULL, technique TEXT NOT NULL,
    made_at TEXT NOT NULL, deleted_at TEXT
);
CREATE INDEX rephrasings_by_reflection ON rephrasings (reflection_id);
"""

SEARCHED = {
    "reflections": ("hot_button", "went_well", "next_time", "cause", "note"),
    "transcript": ("text",),
    "rephrasings": ("said", "better"),
}
"""The tables with full-text search, and their columns that are searched; table T has the index T_fts."""


@migrations()
def first(db: Database) -> None:
    """The journal as it began."""
    _make(db, _FIRST)
    for table in ("reflections", "transcript"):
        _index(db, table)


@migrations()
def second(db: Database) -> None:
    """Add where a recording lies, lines corrected by hand (`heard` is what was measured, NULL where nothing
    was corrected), heated stretches, and better phrases.
    """
    _make(db, _SECOND)
    _index(db, "rephrasings")


def _make(db: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


def _index(db: Database, table: str) -> None:
    db.table(table).enable_fts(
        SEARCHED[table], fts_version="FTS5", tokenize="unicode61", create_triggers=True
    )
    # Else what was deleted stays readable inside the index until its segments are merged.
    db.conn.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('secure-delete', 1)")


def known() -> set[str]:
    """Give the names of the migrations that this program knows."""
    nothing = Database(memory=True)
    try:
        return {migration.name for migration in migrations.pending(nothing)}
    finally:
        nothing.close()


TABLES = (
    "calls",
    "spurts",
    "overlaps",
    "cues_shown",
    "gaps",
    "heated",
    "marks",
    "transcript",
    "checklists",
    "checklist_items",
    "checklist_runs",
    "ticks",
    "reflections",
    "tags",
    "techniques_used",
    "rephrasings",
    "follow_ups",
    "calm_sessions",
)
"""Every table that holds the user's own, each after those it points to."""

_lock = threading.Lock()
_last = 0


def new_id() -> int:
    """Give a number for a new row: milliseconds since 1970 and 11 random bits, always more than the last.

    Below 2**53, which JSON keeps exactly everywhere; in order of time, so that new rows go to the end of a
    table; unlike those of other computers, so that an import can tell what is there already. A clock set
    back does not matter.
    """
    global _last
    with _lock:
        _last = max(_last + 1, time.time_ns() // 1_000_000 << 11 | secrets.randbits(11))
        return _last
