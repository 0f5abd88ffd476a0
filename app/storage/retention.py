"""How long the journal keeps what: by category, with a preview, once a day.

- What was said (transcript, evidence of hints) goes by the user's choice: never kept, until the call is
  reflected on, or so many days.
- Calls go with their moments and preparations. Reflections on them, follow-ups and times of calm stay: the
  diary outlives the measurements, and has days of its own. A recording's days count from when it was stored.
- Reflections, closed follow-ups and times of calm go by their own days; an open follow-up never does.
- What the user deleted goes when a whole day has passed since, with all that belongs to it.

A call that is not over stays. So does everything where the clock can't be right.
"""

import json
from collections.abc import Callable, Collection
from dataclasses import astuple, dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.language import tr
from app.settings import Settings
from app.storage import backups, calls, removal, tables
from app.storage.cipher import Database, driver
from app.storage.rows import start_of
from app.storage.trouble import sentences

if TYPE_CHECKING:
    from app.storage.journal import Journal

LEAP_DAYS = 45
"""More days than this after the last purge, or any day before it, look like a clock that is wrong.

For a day: then it is believed if it has gone on."""

_LAST, _DOUBTED = "purged_on", "purge_doubted_on"
"""In the table of state: the day of the last purge, and one whose date was not believed."""

_FRESH_DAYS = 7
"""So old the day of the last purge may be where nothing was due: noting it is a change to the journal."""

_PIECE = 50
"""Calls that lose their words in one transaction: the search index takes long over them, and a call that is
being written must not wait."""

_DELETABLE = ("calls", "reflections", "rephrasings", "follow_ups", "checklists")


@dataclass(frozen=True, slots=True)
class Retention:
    """Whole days that each category is kept after its own day; None: for good.

    `words` is "never", "until_reflected" or "days"; only with "days" `words_days` counts.
    """

    words: str = "until_reflected"
    words_days: int = 30
    calls: int | None = None
    reflections: int | None = None
    follow_ups: int | None = None
    calm: int | None = None

    @classmethod
    def of(cls, settings: Settings) -> "Retention":
        """Give what the user chose."""
        return cls(
            settings.transcript_kept,
            settings.transcript_days,
            settings.keep_calls_days,
            settings.keep_reflections_days,
            settings.keep_follow_ups_days,
            settings.keep_calm_days,
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each category are due to go, or went. Calls that only lose their words are in `words`."""

    words: int = 0
    calls: int = 0
    preparations: int = 0
    reflections: int = 0
    follow_ups: int = 0
    calm: int = 0
    deleted: int = 0

    @property
    def any(self) -> bool:
        """Say whether there is anything."""
        return any(astuple(self))


@dataclass(frozen=True, slots=True)
class Due:
    """The ids of what is due to go, by category.

    `words` are calls that lose what was said in them, `preparations` were made for no call. What the user
    deleted is under its table, and in no category beside it.
    """

    words: tuple[int, ...] = ()
    calls: tuple[int, ...] = ()
    preparations: tuple[int, ...] = ()
    reflections: tuple[int, ...] = ()
    follow_ups: tuple[int, ...] = ()
    calm: tuple[int, ...] = ()
    deleted: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def counts(self) -> Counts:
        """Give how many there are of each."""
        return Counts(
            len(self.words),
            len(self.calls),
            len(self.preparations),
            len(self.reflections),
            len(self.follow_ups),
            len(self.calm),
            sum(map(len, self.deleted.values())),
        )


@dataclass(frozen=True, slots=True)
class Purge:
    """What a purge did; `told` is one sentence where it did nothing, as the clock can't be right."""

    counts: Counts = Counts()
    told: str | None = None


def preview(db: Database, retention: Retention, today: date) -> Counts:
    """Count what a purge on the local day `today` takes."""
    return due(db, retention, today).counts


def purge(db: Database, retention: Retention, today: date) -> Purge:
    """Take what is due out of the tables; part of a transaction, `removal.finish` must follow.

    Takes nothing on a day whose date can't be right beside that of the last purge, but goes on from the day
    after it: a clock that goes on is believed.
    """
    told = _doubt(db, today)
    if told is not None:
        _note(db, _DOUBTED, today)
        return Purge(told=told)
    what = due(db, retention, today)
    _take(db, what)
    _note(db, _LAST, today)
    _note(db, _DOUBTED, None)
    return Purge(what.counts)


def carry_out(journal: "Journal", key: bytes, retention: Retention, today: date) -> Purge:
    """Purge the journal, its backups and what was put aside; for any thread, at the start and once a day.

    The copies go first, so that a purge that was broken off finds the same again the next time. They lose,
    too, what was said in calls whose words the journal has let go of. What was put aside loses besides what
    is due by itself, as it may have calls that the journal has not. A damaged copy is passed over.
    Raises KnownError where something can't be written.
    """
    what, silent, told, last, doubted = journal.read(
        lambda db: (
            due(db, retention, today),
            _silent(db),
            _doubt(db, today),
            _noted(db, _LAST),
            _noted(db, _DOUBTED),
        )
    ).result()
    if told is not None and doubted == today:
        return Purge(told=told)
    if told is None:
        for path in backups.databases(journal.folder):
            with sentences(journal.folder):
                _purge_copy(path, key, partial(_within, what=what, silent=silent))
        for path in backups.asides(journal.folder):
            with sentences(journal.folder):
                _purge_copy(path, key, partial(_within, what=what, silent=silent))
                _purge_copy(path, key, partial(due, retention=retention, today=today))
        if not what.counts.any and doubted is None and last and (today - last).days < _FRESH_DAYS:
            removal.finish(journal)  # of what was let go of since
            return Purge()
        spoken = (*what.words, *what.calls)
        for start in range(0, len(spoken), _PIECE):
            piece = spoken[start : start + _PIECE]
            journal.write("purge", partial(calls.drop_words, call_ids=piece)).result()
    journal.write("purge", lambda db: purge(db, retention, today)).result()
    removal.finish(journal)
    return Purge(what.counts if told is None else Counts(), told)


def due(db: Database, retention: Retention, today: date) -> Due:
    """Find what is due on the local day `today`: what is older than the days that it is kept."""

    def limit(days: int | None) -> date:
        return today - timedelta(days) if days is not None else date.min

    yesterday = start_of(today - timedelta(1))
    deleted = {
        table: _ids(db, table, "deleted_at < ?", yesterday) for table in _DELETABLE if tables.there(db, table)
    }
    oldest = limit(retention.calls)
    gone = _ids(db, "calls", f"ended_at NOT NULL AND {_DAY} < ?", oldest, but=deleted["calls"])
    with_deleted = "(call_id IS NULL OR call_id NOT IN (SELECT value FROM json_each(?)))"
    going = json.dumps(deleted["calls"])
    return Due(
        words=_wordy(db, retention, today, but=(*deleted["calls"], *gone)),
        calls=gone,
        preparations=_ids(db, "checklist_runs", "call_id IS NULL AND run_at < ?", _start(oldest)),
        reflections=_ids(
            db,
            "reflections",
            f"day < ? AND {with_deleted}",
            limit(retention.reflections),
            going,
            but=deleted["reflections"],
        ),
        follow_ups=_ids(
            db,
            "follow_ups",
            f"state <> 'open' AND coalesce(closed_at, made_at) < ? AND {with_deleted}",
            _start(limit(retention.follow_ups)),
            going,
            but=deleted["follow_ups"],
        ),
        calm=_ids(db, "calm_sessions", "day < ?", limit(retention.calm)),
        deleted=deleted,
    )


_WORDY = (
    "SELECT 1 FROM transcript WHERE call_id = calls.id",
    "SELECT 1 FROM cues_shown WHERE call_id = calls.id AND evidence <> ''",
    "SELECT 1 FROM reflections JOIN techniques_used ON reflection_id = reflections.id"
    " WHERE call_id = calls.id AND evidence <> ''",
)

_SAID = (
    "SELECT 1 FROM reflections JOIN rephrasings ON reflection_id = reflections.id"
    " WHERE call_id = calls.id AND said <> ''"
)

_DAY = "iif(kind = 'recording', max(day, date(written_at)), day)"
"""The day from which the days of a call count: a recording may be older than its coming into the journal."""

_REFLECTED = "EXISTS (SELECT 1 FROM reflections WHERE call_id = calls.id AND finished_at NOT NULL)"


def words_over(db: Database, call_id: int, retention: Retention, today: date) -> bool:
    """Say whether what was said in a call has had its time on the local day `today`, and may not come in."""
    fits, values = _words_over(retention, today)
    return bool(_ids(db, "calls", f"id = ? AND {fits}", call_id, *values))


def _words_over(retention: Retention, today: date) -> tuple[str, tuple[date, ...]]:
    """Give the SQL of the condition that a call's words have had their time, and its values."""
    match retention.words:
        case "never":
            return "TRUE", ()
        case "until_reflected":
            return _REFLECTED, ()
        case _:
            return f"{_DAY} < ?", (today - timedelta(retention.words_days),)


def _wordy(db: Database, retention: Retention, today: date, but: Collection[int]) -> tuple[int, ...]:
    fits, values = _words_over(retention, today)
    return _ids(db, "calls", f"ended_at NOT NULL AND {_has_words(db)} AND {fits}", *values, but=but)


def _has_words(db: Database) -> str:
    """Give the SQL of the condition that what was said in a call is kept, or a part of it."""
    kept = (*_WORDY, _SAID) if tables.there(db, "rephrasings") else _WORDY
    return f"({' OR '.join(f'EXISTS ({each})' for each in kept)})"


def _silent(db: Database) -> tuple[int, ...]:
    """Give the calls that are over and of which nothing that was said is kept."""
    return _ids(db, "calls", f"ended_at NOT NULL AND NOT {_has_words(db)}")


def _ids(db: Database, table: str, fits: str, *values: Any, but: Collection[int] = ()) -> tuple[int, ...]:
    found = db.conn.execute(
        f"SELECT id FROM {table} WHERE {fits} ORDER BY id",
        [value.isoformat() if isinstance(value, date) else value for value in values],
    )
    left_out = frozenset(but)
    return tuple(id for (id,) in found if id not in left_out)


def _start(day: date) -> str:
    return start_of(day) if day > date.min else ""


def _take(db: Database, what: Due) -> None:
    calls.drop_words(db, (*what.words, *what.calls))
    for table, ids in what.deleted.items():
        removal.remove(db, table, ids)
    for table in ("reflections", "follow_ups"):
        db.conn.execute(
            f"UPDATE {table} SET call_id = NULL WHERE call_id IN (SELECT value FROM json_each(?))",
            [json.dumps(what.calls)],
        )
    for table, ids in (
        ("calls", what.calls),
        ("checklist_runs", what.preparations),
        ("reflections", what.reflections),
        ("follow_ups", what.follow_ups),
        ("calm_sessions", what.calm),
    ):
        removal.remove(db, table, ids)


def _purge_copy(path: Path, key: bytes, find: Callable[[Database], Due]) -> None:
    try:
        with backups.opened(path, key) as db:
            inside, broken_off = find(db), removal.pending(db)
    except driver.DatabaseError:
        return
    if (inside.counts.any or broken_off) and backups.sound(path, key):
        with removal.in_backup(path, key) as db:
            _take(db, inside)


def _within(db: Database, what: Due, silent: Collection[int]) -> Due:
    """Give what a copy holds of what is due, and the calls in it that are to lose their words."""

    def there(table: str, ids: Collection[int], fits: str = "TRUE") -> tuple[int, ...]:
        listed = json.dumps(tuple(ids))
        return _ids(db, table, f"id IN (SELECT value FROM json_each(?)) AND {fits}", listed)

    return Due(
        there("calls", {*what.words, *silent}, _has_words(db)),
        there("calls", what.calls),
        there("checklist_runs", what.preparations),
        there("reflections", what.reflections),
        there("follow_ups", what.follow_ups),
        there("calm_sessions", what.calm),
        {table: there(table, ids) for table, ids in what.deleted.items() if tables.there(db, table)},
    )


def _doubt(db: Database, today: date) -> str | None:
    """Say why a purge on this day can't be right, None if it can: one sentence for the user."""
    last, doubted = _noted(db, _LAST), _noted(db, _DOUBTED)
    if last is None or 0 <= (today - last).days <= LEAP_DAYS:
        return None
    if doubted is not None and 0 < (today - doubted).days <= LEAP_DAYS:
        return None
    return tr(
        "This computer's clock says {today}, which does not fit the last time that old entries "
        "were cleared ({last}), so nothing was cleared; if the date is wrong, set it right, "
        "else clearing goes on tomorrow.",
        today=today.isoformat(),
        last=last.isoformat(),
    )


def _noted(db: Database, name: str) -> date | None:
    found = db.conn.execute("SELECT value FROM state WHERE name = ?", [name]).fetchall()
    return date.fromisoformat(found[0][0]) if found else None


def _note(db: Database, name: str, day: date | None) -> None:
    if day is None:
        db.conn.execute("DELETE FROM state WHERE name = ?", [name])
    else:
        db.conn.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", [name, day.isoformat()])
