"""How the user's calls go, week by week.

Practice is never counted, nor what was deleted or has not ended. Weeks begin on Monday, by local days.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from statistics import median

from app.domain.days import monday
from app.domain.journal import Week
from app.domain.timeline import RATE, Speaker
from app.storage.cipher import Database
from app.storage.rows import cut_ins, local_day, to_time

_PER = 600 * RATE
"""Cut-ins are counted for each ten minutes of a call (in samples)."""


@dataclass(slots=True)
class _Week:
    """What a week's calls and reflections say, value by value."""

    calls: list[tuple[float | None, ...]] = field(default_factory=list)
    moods: list[tuple[float | None, ...]] = field(default_factory=list)
    promises: Counter[str] = field(default_factory=Counter)
    hot_buttons: Counter[str] = field(default_factory=Counter)


def weekly(db: Database, *, call_type: str | None = None, since: date | None = None) -> list[Week]:
    """Give each week in which there was something, the oldest first; of one type of call or of all.

    A reflection counts in its call's week, a promise in the week in which it was closed. `since` is a local
    day. Hot buttons are told apart by their letters, whatever their case, and written as they were last.
    """
    weeks: dict[date, _Week] = defaultdict(_Week)
    from_day = since.isoformat() if since else ""
    days: dict[int, str] = {}
    written: dict[str, str] = {}
    for call_id, day, *measured in db.execute(
        f"""
        SELECT id, day, talk_ratio, {cut_ins(Speaker.AGENT)} * ? / nullif(duration, 0), patience_s,
            longest_monologue_s
        FROM calls WHERE kind <> 'practice' AND ended_at NOT NULL AND deleted_at IS NULL
            AND day >= ? AND call_type = coalesce(?, call_type)
        """,
        [float(_PER), from_day, call_type],
    ):
        days[call_id] = day
        weeks[_monday(day)].calls.append(tuple(measured))
    for call_id, own_day, before, after, hot_button in db.execute(
        "SELECT call_id, day, mood_before, mood_after, hot_button FROM reflections WHERE deleted_at IS NULL"
        " ORDER BY id"
    ):
        of_none = call_id is None and call_type is None and own_day >= from_day
        if day := own_day if of_none else days.get(call_id):
            week = weeks[_monday(day)]
            week.moods.append((before, after))
            if button := hot_button.strip():
                week.hot_buttons[button.casefold()] += 1
                written[button.casefold()] = button
    for state, closed_at in db.execute(
        """
        SELECT state, closed_at FROM follow_ups LEFT JOIN calls ON calls.id = call_id
        WHERE closed_at NOT NULL AND follow_ups.deleted_at IS NULL
            AND (call_type = ?1 OR ?1 IS NULL) AND (kind <> 'practice' OR kind IS NULL)
        """,
        [call_type],
    ):
        day = local_day(to_time(closed_at)).isoformat()
        if day >= from_day:
            weeks[_monday(day)].promises[state] += 1
    return [_summed(each, weeks[each], written) for each in sorted(weeks)]


@cache
def _monday(day: str) -> date:
    return monday(date.fromisoformat(day))


def _summed(its_monday: date, week: _Week, written: Mapping[str, str]) -> Week:
    talk_ratio, cut_ins, patience_s, longest_monologue_s = _medians(week.calls, 4)
    mood_before, mood_after = _medians(week.moods, 2)
    return Week(
        its_monday,
        len(week.calls),
        talk_ratio,
        cut_ins,
        patience_s,
        longest_monologue_s,
        mood_before,
        mood_after,
        kept=week.promises["done"],
        missed=week.promises["missed"],
        hot_buttons=tuple(
            (written[button], number)
            for button, number in sorted(week.hot_buttons.items(), key=lambda each: (-each[1], each[0]))
        ),
    )


def _medians(rows: Sequence[Sequence[float | None]], columns: int) -> list[float | None]:
    return [_median(row[column] for row in rows) for column in range(columns)]


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None
