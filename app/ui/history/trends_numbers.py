"""What Trends says of the user's weeks: the numbers of each chart, its table and its sentence. No Qt.

A point is the middle value (median) of a week's calls; a sentence sets one week against the middle value of
the four weeks before it, always the user's own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from statistics import median

from app import dates
from app.domain.journal import MOODS, Week
from app.language import marked, tr, trn
from app.report import words

BEFORE = 4
"""Weeks that the newest one is set against."""

MOST_BUTTONS = 5
"""Hot buttons that are shown; the others are few and old."""

NO_CALLS = marked("no calls")
"""Stands in a table where a week has no calls at all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart: its name, its value in a week (None where there is none)."""

    name: str
    value: Callable[[Week], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A chart: its lines, and how a value is written.

    In the table a `count` stands before the values; `missing` stands for a value of a week that has calls,
    `empty` in a week that has none. `needed` is what a week needs for a point. The axis goes from `low` to
    `high` at least. A sentence is about the last line, is put into `about` where that is there, and takes
    several weeks `together` as their middle value where nothing else is said.
    """

    title: str
    lines: tuple[Line, ...]
    written: Callable[[float], str]
    needed: str
    low: float
    high: float
    missing: str = words.NOT_MEASURABLE
    empty: str = NO_CALLS
    count: tuple[str, Callable[[Week], str]] | None = (marked("Calls"), lambda week: str(week.calls))
    about: str = ""
    together: Callable[[Sequence[Week]], float] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What a chart shows, as words: the head, and a row a week, the newest first.

    The first `narrow` columns need no more room than their texts.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    narrow: int = 1


def mood(value: float) -> str:
    """Give a mood as number and word; one between two is named after both."""
    below, above = int(value), min(MOODS[-1], int(value) + 1)
    named = (
        words.MOODS[below]
        if value == below
        else tr("{low} to {high}", low=words.MOODS[below], high=words.MOODS[above])
    )
    return f"{value:g} ({named})"


def _percent(value: float) -> str:
    return f"{round(value)} %"


def _ratio(week: Week) -> float | None:
    return None if week.talk_ratio is None else 100 * week.talk_ratio


def _kept(*weeks: Week) -> float | None:
    """Give how many of the promises that were closed were kept, in per cent; None if none was closed."""
    kept, missed = sum(week.kept for week in weeks), sum(week.missed for week in weeks)
    return 100 * kept / (kept + missed) if kept + missed else None


def _of_all(week: Week) -> str:
    """Give how many of the promises that were closed in a week were kept."""
    return tr("{kept} of {all}", kept=week.kept, all=week.kept + week.missed)


TALK_RATIO = Measure(
    marked("Talk ratio"), (Line(marked("Ratio"), _ratio),), _percent, marked("a talk ratio"), 20, 80
)

MEASURES = (
    TALK_RATIO,
    Measure(
        marked("Your cut-ins in ten minutes"),
        (Line(marked("Cut-ins"), lambda week: week.cut_ins),),
        lambda value: f"{value:.1f}",
        marked("both sides heard"),
        0,
        2,
    ),
    Measure(
        marked("Patience before you answer"),
        (Line(marked("Patience"), lambda week: week.patience_s),),
        words.span,
        marked("both sides heard"),
        0,
        1,
    ),
    Measure(
        marked("Longest monologue"),
        (Line(marked("Longest"), lambda week: week.longest_monologue_s),),
        words.span,
        marked("a call in which you spoke"),
        0,
        30,
    ),
    Measure(
        marked("Mood before and after a call"),
        (
            Line(marked("Before"), lambda week: week.mood_before),
            Line(marked("After"), lambda week: week.mood_after),
        ),
        mood,
        marked("a mood"),
        MOODS[0],
        MOODS[-1],
        missing=marked("not noted"),
        empty=marked("not noted"),
        count=None,
        about=marked("After a call: {told}"),
    ),
    Measure(
        marked("Kept promises"),
        (Line(marked("Rate"), _kept),),
        _percent,
        marked("a promise kept or missed"),
        0,
        100,
        missing=marked("none closed"),
        empty=marked("none closed"),
        count=(
            marked("Kept"),
            _of_all,
        ),
        together=lambda weeks: _kept(*weeks) or 0.0,
    ),
)
"""The charts of lines, in their order."""


def filled(weeks: Iterable[Week], since: date, until: date) -> list[Week]:
    """Give every week from the Monday `since` to the Monday `until`; empty ones where nothing was."""
    known = {week.monday: week for week in weeks}
    mondays = [since + timedelta(weeks=number) for number in range((until - since).days // 7 + 1)]
    return [known.get(monday) or Week(monday) for monday in mondays]


def day(monday: date) -> str:
    """Give a week's first day as it is written at an axis."""
    return dates.short_day_month(monday)


def values(line: Line, weeks: Sequence[Week]) -> list[float | None]:
    """Give a line's value in each week."""
    return [line.value(week) for week in weeks]


def sentence(measure: Measure, weeks: Sequence[Week], this_monday: date) -> str:
    """Set the newest week with a value against the four before it; "" where there is no value."""
    line = measure.lines[-1]
    known = [(week, value) for week in weeks if (value := line.value(week)) is not None]
    if not known:
        return ""
    newest, value = known[-1]
    first = newest.monday - timedelta(weeks=BEFORE)
    earlier = [week for week, _ in known[:-1] if week.monday >= first]
    told = f"{_named(newest.monday, this_monday)} {measure.written(value)}"
    told = tr(measure.about, told=told) if measure.about else told
    if earlier:
        together = measure.together or partial(_middle, line)
        told = f"{told}, {_before(earlier, newest)} {measure.written(together(earlier))}."
    else:
        told = tr("{told}; the four weeks before it have none.", told=told)
    return told[0].upper() + told[1:]


def table(measure: Measure, weeks: Sequence[Week]) -> Table:
    """Give a chart as a table."""
    head = (*((tr(measure.count[0]),) if measure.count else ()), *(tr(line.name) for line in measure.lines))
    rows = tuple(_row(measure, week) for week in reversed(weeks))
    return Table((tr("Week"), *head), rows, narrow=2 if measure.count else 1)


def hot_buttons(weeks: Sequence[Week]) -> list[tuple[str, list[int]]]:
    """Give the hot buttons that were named most, each with how many reflections of each week name it."""
    total: Counter[str] = Counter()
    for week in weeks:
        total.update(dict(week.hot_buttons))
    ranked = sorted(total.items(), key=lambda each: (-each[1], each[0].casefold()))[:MOST_BUTTONS]
    by_week: list[Mapping[str, int]] = [dict(week.hot_buttons) for week in weeks]
    return [(name, [week.get(name, 0) for week in by_week]) for name, _ in ranked]


def button_sentence(weeks: Sequence[Week]) -> str:
    """Say which hot button was named most; "" where none was."""
    named = hot_buttons(weeks)
    if not named:
        return ""
    name, counts = named[0]
    return tr(
        "Named most: {name}, in {count}.",
        name=name,
        count=trn("{n} reflection", "{n} reflections", sum(counts)),
    )


def button_table(weeks: Sequence[Week]) -> Table:
    """Give the hot buttons as a table: how many reflections of which week name which."""
    rows = [
        (day(weeks[place].monday), capitalised(name), str(counts[place]))
        for place in reversed(range(len(weeks)))
        for name, counts in hot_buttons(weeks)
        if counts[place]
    ]
    return Table((tr("Week"), tr("Hot button"), tr("Reflections")), tuple(rows))


def capitalised(name: str) -> str:
    """Give a hot button as the beginning of a line."""
    return name[:1].upper() + name[1:]


def _row(measure: Measure, week: Week) -> tuple[str, ...]:
    missing = tr(measure.missing) if week.calls else tr(measure.empty)
    found = [line.value(week) for line in measure.lines]
    return (
        day(week.monday),
        *((measure.count[1](week),) if measure.count else ()),
        *(missing if each is None else measure.written(each) for each in found),
    )


def _middle(line: Line, weeks: Sequence[Week]) -> float:
    return median(value for value in values(line, weeks) if value is not None)


def _named(monday: date, this_monday: date) -> str:
    if monday == this_monday:
        return tr("this week so far")
    if monday == this_monday - timedelta(weeks=1):
        return tr("last week")
    return tr("in the week of {day}", day=day(monday))


def _before(earlier: Sequence[Week], newest: Week) -> str:
    adjacent = newest.monday - earlier[0].monday == timedelta(weeks=1)
    return tr("the week before") if adjacent else tr("the four weeks before")
