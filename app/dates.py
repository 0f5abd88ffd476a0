"""Days and months in the user's language.

Not by strftime: its names follow the system's language, whatever language the product speaks.
"""

from datetime import date

from app.language import Texts, tr

MONTHS = Texts(
    {
        1: "January",
        2: "February",
        3: "March",
        4: "April",
        5: "May",
        6: "June",
        7: "July",
        8: "August",
        9: "September",
        10: "October",
        11: "November",
        12: "December",
    }
)
SHORT_MONTHS = Texts(
    {
        1: "Jan",
        2: "Feb",
        3: "Mar",
        4: "Apr",
        5: "May",
        6: "Jun",
        7: "Jul",
        8: "Aug",
        9: "Sep",
        10: "Oct",
        11: "Nov",
        12: "Dec",
    }
)
WEEKDAYS = Texts(
    {
        0: "Monday",
        1: "Tuesday",
        2: "Wednesday",
        3: "Thursday",
        4: "Friday",
        5: "Saturday",
        6: "Sunday",
    }
)
SHORT_WEEKDAYS = Texts({0: "Mon", 1: "Tue", 2: "Wed", 3: "Thu", 4: "Fri", 5: "Sat", 6: "Sun"})


def weekday(on: date) -> str:
    """Give the day of the week: "Monday"."""
    return WEEKDAYS[on.weekday()]


def short_weekday(on: date) -> str:
    """Give the day of the week in few letters: "Mon"."""
    return SHORT_WEEKDAYS[on.weekday()]


def day_month(on: date) -> str:
    """Give a day without its year: "4 May"."""
    return tr("{day} {month}", day=on.day, month=MONTHS[on.month])


def short_day_month(on: date) -> str:
    """Give a day without its year in few letters: "4 Sep"."""
    return tr("{day} {month}", day=on.day, month=SHORT_MONTHS[on.month])


def day_month_year(on: date) -> str:
    """Give a day: "4 May 2026"."""
    return tr("{day} {month} {year}", day=on.day, month=MONTHS[on.month], year=on.year)


def short_day_month_year(on: date) -> str:
    """Give a day in few letters: "4 Sep 2026"."""
    return tr("{day} {month} {year}", day=on.day, month=SHORT_MONTHS[on.month], year=on.year)


def month_year(on: date) -> str:
    """Give a month: "May 2026"."""
    return tr("{month} {year}", month=MONTHS[on.month], year=on.year)
