"""How follow-ups are spoken of: their days, near ones by name, and how many were kept."""

from collections.abc import Sequence
from datetime import date, timedelta

from app import dates
from app.domain.journal import FollowUp, Promise
from app.language import Texts, tr, trn

_DUE = Texts(
    {
        1: "One follow-up is due.",
        2: "Two follow-ups are due.",
        3: "Three follow-ups are due.",
        4: "Four follow-ups are due.",
        5: "Five follow-ups are due.",
        6: "Six follow-ups are due.",
        7: "Seven follow-ups are due.",
        8: "Eight follow-ups are due.",
        9: "Nine follow-ups are due.",
    }
)

LAST = 10
"""So many closed ones the rate of kept promises looks back on."""


_NEAR = Texts({-1: "yesterday", 0: "today", 1: "tomorrow"})


def day(on: date, today: date) -> str:
    """Give a day as one would say it today: today, tomorrow, Friday (of the days around), 4 March 2027."""
    away = (on - today).days
    if away in _NEAR:
        return _NEAR[away]
    if 1 < abs(away) < 7:
        return dates.weekday(on)
    return dates.day_month(on) if on.year == today.year else dates.day_month_year(on)


def standing(follow_up: FollowUp, today: date) -> str:
    """Say how a follow-up stands: Due today; Was due on 4 March; No day; Kept on 4 March; Missed."""
    if follow_up.state is not Promise.OPEN:
        closed = follow_up.closed_at.astimezone().date() if follow_up.closed_at else today
        on = _on(closed, today)
        kept = follow_up.state is Promise.DONE
        return tr("Kept {day}", day=on) if kept else tr("Missed, noted {day}", day=on)
    if follow_up.due is None:
        return tr("No day")
    on = _on(follow_up.due, today)
    return tr("Was due {day}", day=on) if follow_up.due < today else tr("Due {day}", day=on)


def kept(closed: Sequence[FollowUp]) -> str:
    """Say how many of the last closed ones were kept, "" where there are none."""
    last = closed[:LAST]
    if not last:
        return ""
    number = sum(each.state is Promise.DONE for each in last)
    if len(last) == 1:
        return tr("The last one was kept.") if number else tr("The last one was missed.")
    return tr("Kept {number} of the last {all}.", number=number, all=len(last))


def are_due(number: int) -> str:
    """Say how many are due, without what they are: Two follow-ups are due."""
    return _DUE.get(number) or trn("{n} follow-up is due.", "{n} follow-ups are due.", number)


def in_three_days(today: date) -> date:
    """Give the day three days on."""
    return today + timedelta(3)


def next_week(today: date) -> date:
    """Give the Monday of the week that follows."""
    return today + timedelta(7 - today.weekday())


def _on(on: date, today: date) -> str:
    told = day(on, today)
    return told if abs((on - today).days) <= 1 else tr("on {day}", day=told)
