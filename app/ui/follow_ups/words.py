"""How follow-ups are spoken of: their days, near ones by name, and how many were kept."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.journal import FollowUp, Promise

_NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")

LAST = 10
"""So many closed ones the rate of kept promises looks back on."""


def day(on: date, today: date) -> str:
    """Give a day as one would say it today: today, tomorrow, Friday (of the days around), 4 March 2027."""
    away = (on - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if away in near:
        return near[away]
    if 1 < abs(away) < 7:
        return f"{on:%A}"
    year = f" {on.year}" if on.year != today.year else ""
    return f"{on.day} {on:%B}{year}"


def standing(follow_up: FollowUp, today: date) -> str:
    """Say how a follow-up stands: Due today; Was due on 4 March; No day; Kept on 4 March; Missed."""
    if follow_up.state is not Promise.OPEN:
        closed = follow_up.closed_at.astimezone().date() if follow_up.closed_at else today
        what = "Kept" if follow_up.state is Promise.DONE else "Missed, noted"
        return f"{what} {_on(closed, today)}"
    if follow_up.due is None:
        return "No day"
    return f"{'Was due' if follow_up.due < today else 'Due'} {_on(follow_up.due, today)}"


def kept(closed: Sequence[FollowUp]) -> str:
    """Say how many of the last closed ones were kept, "" where there are none."""
    last = closed[:LAST]
    if not last:
        return ""
    number = sum(each.state is Promise.DONE for each in last)
    if len(last) == 1:
        return "The last one was kept." if number else "The last one was missed."
    return f"Kept {number} of the last {len(last)}."


def are_due(number: int) -> str:
    """Say how many are due, without what they are: Two follow-ups are due."""
    told = _NUMBERS[number - 1] if number <= len(_NUMBERS) else str(number)
    return f"{told} {'follow-up is' if number == 1 else 'follow-ups are'} due."


def in_three_days(today: date) -> date:
    """Give the day three days on."""
    return today + timedelta(3)


def next_week(today: date) -> date:
    """Give the Monday of the week that follows."""
    return today + timedelta(7 - today.weekday())


def _on(on: date, today: date) -> str:
    told = day(on, today)
    return told if told in ("today", "tomorrow", "yesterday") else f"on {told}"
