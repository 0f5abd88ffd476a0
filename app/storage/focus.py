"""What the weeks show for the choice of a focus: which hints came, and what reflections say was used.

Practice is never counted, nor what was deleted or has not ended. Weeks begin on Monday, by local days.
"""

from collections import Counter, defaultdict
from datetime import date

from app.domain.focus import Heard, Seen
from app.storage.cipher import Database

_WEEK = "date({day}, 'weekday 0', '-6 days')"
"""The SQL of the Monday of a column's day."""

_COUNTED = "calls.kind <> 'practice' AND ended_at NOT NULL AND calls.deleted_at IS NULL"


def seen(db: Database, since: date) -> dict[date, Seen]:
    """Give what the weeks since the local day `since` show, by their Mondays; those with anything in them.

    A reflection counts in its call's week, one without a call in its own. It is written on its call's day or
    later, so that only those since that day are looked at.
    """
    calls: dict[str, Counter[Heard]] = defaultdict(Counter)
    nudged: dict[str, Counter[str]] = defaultdict(Counter)
    used: dict[str, Counter[str]] = defaultdict(Counter)
    week, first = _WEEK.format(day="calls.day"), [since.isoformat()]
    for monday, sides, words, number in db.execute(
        f"SELECT {week}, separation IN ('separate', 'bleed'), engine NOT NULL, count(*)"
        f" FROM calls WHERE day >= ? AND {_COUNTED} GROUP BY 1, 2, 3",
        first,
    ):
        calls[monday][Heard(bool(sides), bool(words))] = number
    for monday, technique, number in db.execute(
        f"SELECT {week}, technique, count(DISTINCT call_id)"
        " FROM calls CROSS JOIN cues_shown ON call_id = id"  # the calls first: they are few
        f" WHERE day >= ? AND {_COUNTED} AND cues_shown.kind = 'nudge' GROUP BY 1, 2",
        first,
    ):
        nudged[monday][technique] = number
    week = _WEEK.format(day="coalesce(calls.day, reflections.day)")
    for monday, technique, number in db.execute(
        f"SELECT {week}, technique, count(*) FROM techniques_used"
        " JOIN reflections ON reflections.id = reflection_id LEFT JOIN calls ON calls.id = call_id"
        " WHERE reflections.day >= ?1 AND coalesce(calls.day, ?1) >= ?1 AND reflections.deleted_at IS NULL"
        f" AND (call_id IS NULL OR {_COUNTED}) GROUP BY 1, 2",
        first,
    ):
        used[monday][technique] = number
    weeks = sorted({*calls, *nudged, *used})
    return {date.fromisoformat(each): Seen(calls[each], nudged[each], used[each]) for each in weeks}
