"""Days as they are named in talk."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import MONTHS, WEEKDAYS, named_days
from app.domain.text import plain_words

WEDNESDAY = date(2026, 11, 18)

days = st.dates(date(1990, 1, 1), date(2100, 1, 1))

ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def named(text: str, today: date = WEDNESDAY) -> date | None:
    """Give the one day that a text names, None where it names none."""
    found = named_days(plain_words(text), today)
    assert len(found) <= 1
    return found[0].day if found else None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "18 Nov"),
        ("later today", "18 Nov"),
        ("this afternoon", "18 Nov"),
        ("tonight", "18 Nov"),
        ("by the end of the day", "18 Nov"),
        ("by close of business", "18 Nov"),
        ("by 5 pm", "18 Nov"),
        ("by five o'clock", "18 Nov"),
        ("at half past three", "18 Nov"),
        ("by noon", "18 Nov"),
        ("by five", "18 Nov"),
        ("within the hour", "18 Nov"),
        ("in ten minutes", "18 Nov"),
        ("in half an hour", "18 Nov"),
        ("in an hour and a half", "18 Nov"),
        ("within the next two hours", "18 Nov"),
        ("give me ten minutes", "18 Nov"),
        ("right away", "18 Nov"),
        ("tomorrow", "19 Nov"),
        ("tomorrow morning", "19 Nov"),
        ("first thing tomorrow", "19 Nov"),
        ("in the morning", "19 Nov"),
        ("by the end of the day tomorrow", "19 Nov"),
        ("tomorrow by half past two", "19 Nov"),
        ("by tomorrow at the latest", "19 Nov"),
        ("within 24 hours", "19 Nov"),
        ("in twenty-four hours", "19 Nov"),
        ("within one business day", "19 Nov"),
        ("the day after tomorrow", "20 Nov"),
        ("a week on Monday", "30 Nov"),
        ("on Friday week", "27 Nov"),
        ("within the next 48 hours", "20 Nov"),
        ("within forty eight hours", "20 Nov"),
        ("in two days", "20 Nov"),
        ("in two working days", "20 Nov"),
        ("in a couple of days", "20 Nov"),
        ("in a day or two", "20 Nov"),
        ("two days from now", "20 Nov"),
        ("in the next few days", "21 Nov"),
        ("in 2-3 days", "21 Nov"),
        ("in two to three working days", "23 Nov"),
        ("within five to seven business days", "27 Nov"),
        ("in a week", "25 Nov"),
        ("in a week's time", "25 Nov"),
        ("a week from today", "25 Nov"),
        ("in a fortnight", "2 Dec"),
        ("in two weeks' time", "2 Dec"),
        ("in a month", "18 Dec"),
        ("in three months", "18 Feb"),
        ("on Friday", "20 Nov"),
        ("by Friday", "20 Nov"),
        ("this Friday", "20 Nov"),
        ("Friday morning", "20 Nov"),
        ("by 5pm on Friday", "20 Nov"),
        ("on Monday", "23 Nov"),
        ("on Wednesday", "25 Nov"),
        ("this Wednesday", "18 Nov"),
        ("next Tuesday", "24 Nov"),
        ("next Friday", "27 Nov"),
        ("Friday next week", "27 Nov"),
        ("next week on Tuesday", "24 Nov"),
        ("before Friday", "19 Nov"),
        ("before tomorrow", "18 Nov"),
        ("Monday or Tuesday", "24 Nov"),
        ("between Monday and Wednesday", "25 Nov"),
        ("on Friday the 20th", "20 Nov"),
        ("by Friday the first of January", "1 Jan"),
        ("this week", "20 Nov"),
        ("by the end of the week", "20 Nov"),
        ("by the end of next week", "27 Nov"),
        ("next week", "27 Nov"),
        ("early next week", "23 Nov"),
        ("at the beginning of next week", "23 Nov"),
        ("over the weekend", "22 Nov"),
        ("before the weekend", "20 Nov"),
        ("by the end of the month", "30 Nov"),
        ("this month", "30 Nov"),
        ("by the end of next month", "31 Dec"),
        ("on the 14th", "14 Dec"),
        ("by the twenty first", "21 Nov"),
        ("by the 31st", "31 Dec"),
        ("on the second", "2 Dec"),
        ("the 3rd of next month", "3 Dec"),
        ("March 14th", "14 Mar"),
        ("on the 14th of March", "14 Mar"),
        ("14 March", "14 Mar"),
        ("March the fourteenth", "14 Mar"),
    ],
)
def test_a_day_is_found(said: str, day: str) -> None:
    found = named(said)
    assert found and f"{found.day} {found:%b}" == day


@pytest.mark.parametrize(
    "said",
    [
        "last Friday",
        "since Monday",
        "every Tuesday",
        "from tomorrow",
        "until Friday",
        "after Friday",
        "in a moment",
        "the second letter",
        "on the second letter",
        "April 31st",
        "for two minutes",
        "ten percent",
        "you may call",
        "the day",
        "in order",
        "",
    ],
)
def test_what_names_no_day_ahead(said: str) -> None:
    assert named(said) is None


@pytest.mark.parametrize(
    ("said", "today", "day"),
    [
        ("in a month", date(2027, 1, 31), date(2027, 2, 28)),
        ("in a month", date(2028, 1, 31), date(2028, 2, 29)),
        ("by the end of the month", date(2028, 2, 3), date(2028, 2, 29)),
        ("by the end of next month", date(2026, 12, 31), date(2027, 1, 31)),
        ("tomorrow", date(2026, 12, 31), date(2027, 1, 1)),
        ("on the 30th", date(2027, 1, 31), date(2027, 3, 30)),
        ("on the 31st", date(2026, 11, 18), date(2026, 12, 31)),
        ("on the 18th", date(2026, 11, 18), date(2026, 11, 18)),
        ("the 30th of next month", date(2027, 1, 5), date(2027, 2, 28)),
        ("on February 29th", date(2026, 3, 1), date(2028, 2, 29)),
        ("on the 18th of November", date(2026, 11, 18), date(2026, 11, 18)),
        ("on the 17th of November", date(2026, 11, 18), date(2027, 11, 17)),
        ("on 4 March 2028", date(2026, 11, 18), date(2028, 3, 4)),
        ("on 4 March 2025", date(2026, 11, 18), None),
        ("in one working day", date(2026, 11, 20), date(2026, 11, 23)),  # a Friday
        ("in one working day", date(2026, 11, 21), date(2026, 11, 23)),  # a Saturday
        ("in five working days", date(2026, 11, 22), date(2026, 11, 27)),  # a Sunday
        ("by the end of the week", date(2026, 11, 20), date(2026, 11, 20)),
        ("by the end of the week", date(2026, 11, 21), date(2026, 11, 22)),
        ("next week", date(2026, 11, 22), date(2026, 11, 27)),
        ("next Monday", date(2026, 11, 22), date(2026, 11, 23)),
        ("next Monday", date(2026, 11, 16), date(2026, 11, 23)),
        ("by the weekend", date(2026, 11, 21), date(2026, 11, 21)),
        ("before Monday", date(2026, 11, 20), date(2026, 11, 22)),
    ],
)
def test_at_the_edges_of_months_and_weeks(said: str, today: date, day: date | None) -> None:
    assert named(said, today) == day


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("tomorrow morning", "in the morning"),
        ("this afternoon", "in the afternoon"),
        ("tomorrow at three", "at three"),
        ("at three tomorrow", "at three"),
        ("by 5 pm", "by 5 pm"),
        ("at 3:30 pm on Thursday", "at 3:30 pm"),
        ("by five o'clock", "by five o'clock"),
        ("on Friday in the morning", "in the morning"),
        ("by Friday", ""),
    ],
)
def test_the_time_of_day_is_told_apart(said: str, time: str) -> None:
    (found,) = named_days(plain_words(said), WEDNESDAY)
    assert found.time == time


@pytest.mark.parametrize(
    ("said", "soon"),
    [("in ten minutes", True), ("within the hour", True), ("within 48 hours", False), ("today", False)],
)
def test_minutes_and_hours_may_be_over_while_one_talks(said: str, soon: bool) -> None:
    (found,) = named_days(plain_words(said), WEDNESDAY)
    assert found.soon is soon


def test_days_are_found_in_their_places() -> None:
    words = plain_words("I'll check it today and call you back by Friday, then send the form next week.")
    found = named_days(words, WEDNESDAY)
    assert [" ".join(words[each.start : each.end]) for each in found] == ["today", "by friday", "next week"]


@given(days, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_next_of_its_name(today: date, weekday: str) -> None:
    day = named(f"by {weekday}", today)
    assert day is not None and 1 <= (day - today).days <= 7
    assert WEEKDAYS[day.weekday()] == weekday


@given(days, st.sampled_from(WEEKDAYS))
def test_next_weekday_is_in_the_week_after_this(today: date, weekday: str) -> None:
    day = named(f"next {weekday}", today)
    assert day is not None and day.weekday() == WEEKDAYS.index(weekday)
    monday = today - timedelta(today.weekday())
    assert timedelta(7) <= day - monday < timedelta(14)


@given(days, st.integers(1, 60))
def test_days_are_counted(today: date, number: int) -> None:
    assert named(f"in {number} days", today) == today + timedelta(number)


@given(days, st.integers(1, 60))
def test_working_days_are_counted_without_weekends(today: date, number: int) -> None:
    day = named(f"within {number} working days", today)
    assert day is not None and day.weekday() < 5
    between = (today + timedelta(ahead) for ahead in range(1, (day - today).days + 1))
    assert sum(each.weekday() < 5 for each in between) == number


@given(days, st.integers(1, 31))
def test_a_date_is_the_next_of_its_number(today: date, number: int) -> None:
    day = named(f"on the {number}{ORDINALS.get(number, 'th')}", today)
    assert day is not None and day.day == number and day >= today
    earlier = (today + timedelta(ahead) for ahead in range((day - today).days))
    assert all(each.day != number for each in earlier)


@given(days, days)
def test_a_date_with_its_month_comes_within_the_year_or_the_leap_years(today: date, meant: date) -> None:
    day = named(f"{meant.day} {MONTHS[meant.month - 1]}", today)
    assert day is not None and day >= today and (day.day, day.month) == (meant.day, meant.month)
    assert (day - today).days <= (366 if (meant.day, meant.month) != (29, 2) else 8 * 366)


WORDS = (
    "by on in within the a next this end of week month friday tomorrow two 14th march days hours morning "
    "at three pm working couple or and before i will call you"
)


@given(st.lists(st.sampled_from(plain_words(WORDS)), max_size=14), days)
def test_whatever_is_said_days_lie_ahead_and_apart(words: list[str], today: date) -> None:
    found = named_days(words, today)
    assert all(0 <= each.start < each.end <= len(words) and each.day >= today for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
