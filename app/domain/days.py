"""Days as they are named in talk: "by Friday", "within two working days", "on the 14th", "this afternoon".

A span of time gives its last day, by which what was said of it holds: "next week" is its Friday, "in two to
three days" the third day. A weekday that is today's means the one in a week, "next Tuesday" the one of the
week after this (weeks begin on Monday), and a date that has passed comes round again. Holidays are not known.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6

_MOST = 500
"""Units of time that a promise may be ahead."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that the words `start` <= i < `end` name, with what leads to it ("by", "on").

    `time` is the time of day among them ("in the morning", "at three"), "" for none. `soon`: so many minutes
    or hours, which may be over while one still talks.
    """

    start: int
    end: int
    day: date
    time: str = ""
    soon: bool = False


def named_days(words: Sequence[str], today: date) -> tuple[NamedDay, ...]:
    """Give the days ahead that are named in plain words (app.domain.text), in order of place.

    Several in a row ("on Friday the 14th", "Monday or Tuesday") are one, the latest of them. A day that is
    looked back to, or counted from ("last Friday", "since Monday"), is none.
    """
    found: list[NamedDay] = []
    for each in sorted(_each(" ".join(words), today), key=lambda each: (each.start, -each.end)):
        last = found[-1] if found else None
        if last is not None and each.start < last.end:
            continue
        between = words[last.end : each.start] if last is not None else None
        if last is not None and (not between or tuple(between) in (("or",), ("and",), ("to",))):
            found[-1] = NamedDay(
                last.start,
                each.end,
                max(last.day, each.day),
                " ".join(filter(None, (last.time, each.time))),
                last.soon and each.soon,
            )
        else:
            found.append(each)
    return tuple(found)


_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NTHS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth"),
)
_VALUES = {
    **{name: value for value, name in enumerate(_ONES, 1)},
    **{name: 10 * value for value, name in enumerate(_TENS, 2)},
    **{name: value for value, name in enumerate(_NTHS, 1)},
    "twentieth": 20,
    "thirtieth": 30,
}

_N = (
    rf"(?:\d+|(?:{'|'.join(_TENS)})(?: (?:{'|'.join(_ONES[:9])})(?!\S))?"
    rf"|(?:{'|'.join(reversed(_ONES))}))(?!\S)"
)
_NTH = (
    r"(?P<nth>\d{1,2}(?:st|nd|rd|th)|twentieth|thirtieth"
    rf"|(?:(?:twenty|thirty) )?(?:{'|'.join(reversed(_NTHS))}))"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_ON_A = rf"(?:(?:{'|'.join(WEEKDAYS)}) )?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?!\S)"
_YEAR = r"(?: (?P<year>20\d\d))?"

_PART = "morning|afternoon|evening|night|lunchtime"
_HOUR = rf"(?:1[0-2]|[1-9]|(?:{'|'.join(_ONES[:12])}))(?: (?:thirty|fifteen|forty five|[0-5]\d))?(?!\S)"
_CLOCK = (
    rf"(?:(?:half|quarter) (?:past|to) {_N}|{_HOUR} (?:am|pm|oclock)|\d{{1,2}}(?: [0-5]\d)?(?:am|pm)"
    r"|noon|midday)"
)
_TIME = (
    rf"(?: (?:in the )?(?:{_PART})| (?:(?:at|by|before|around|about) )?{_CLOCK}"
    rf"| (?:at|by|before|around|about) {_HOUR})"
)
_LEAD = (
    r"(?:(?:no later than|at the latest|some ?time|at some point|first thing|later|latest|by|on|before|in|at"
    r"|during|over|within|around|about) )*"
)
_BEHIND = re.compile(
    r"(?:^| )(?:last|since|from|after|until|till|every|each|previous|past|between|starting"
    r"|my|your|his|her|our|their)(?: the)? $"
)
"""What stands before a day that is looked back to, counted from, or part of a name ("your Friday slot")."""

_SOON = re.compile(r"\b(?:minutes?|mins?|hours?|away|immediately)\b")

_AMOUNT = (
    r"(?:the |next |coming |following |another |about |around |roughly |just |less than )*"
    rf"(?P<amount>half an?|an?|(?:a )?couple(?: of)?|(?:a )?few|several|{_N}(?:(?: to| or)? {_N})?|)"
    r"(?: and a half)? ?(?P<working>working |business |week)?(?P<unit>minute|min|hour|day|week|month)s?"
    r"(?P<more> or (?:so|two)| and a half)?"
)
_NO_NOUN = (
    r"(?= (?:at|and|or|to|of|in|before|so|okay|i|you|we|with|for|when|by|on|then|if|about|please|latest"
    rf"|{_PART})(?!\S)|$)"
)
"""What follows "the second" where that is a day and not the second of something."""


def _each(text: str, today: date) -> Iterator[NamedDay]:
    """Give every day that any of the kinds finds, overlapping ones too."""
    for pattern, day_of, after in _KINDS:
        for found in pattern.finditer(text):
            led_by = found["lead"].split()[-1:]
            if _BEHIND.search(text[: found.start()]) or (after and not set(led_by) & set(after.split())):
                continue
            day = day_of(found, today)
            if day is None:
                continue
            if led_by == ["before"] and day_of in _SINGLE_DAYS:
                day = max(today, day - timedelta(1))
            start = text.count(" ", 0, found.start())
            soon = day == today and bool(_SOON.search(found[0]))
            yield NamedDay(start, start + found[0].count(" ") + 1, day, _time(found), soon)


def _time(found: re.Match[str]) -> str:
    """Give the time of day as it would be said alone."""
    named = found.groupdict()
    told = named["time"].strip() or named.get("part") or ""
    if told in ("morning", "afternoon", "evening"):
        return f"in the {told}"
    if named.get("clock"):
        told = f"{found['lead'].split()[-1]} {told}"
    return re.sub(r"(\d) ([0-5]\d)\b", r"\1:\2", told).replace("oclock", "o'clock")


def _weekday(found: re.Match[str], today: date) -> date:
    wanted, said = WEEKDAYS.index(found["weekday"]), found[0].split()
    if "next" in said:
        return monday(today) + timedelta(7 + wanted)
    ahead = (wanted - today.weekday()) % 7
    later = 7 if "week" in said else 0
    return today + timedelta(later + (ahead or (0 if "this" in said else 7)))


def _today(found: re.Match[str], today: date) -> date:
    return today


def _tomorrow(found: re.Match[str], today: date) -> date:
    return today + timedelta(1)


def _day_after(found: re.Match[str], today: date) -> date:
    return today + timedelta(2)


def _end(found: re.Match[str], today: date) -> date:
    following = "next" in found["of"].split()
    match found["end"]:
        case "week":
            return _last_of_week(today, following)
        case "month":
            return _last_of_month(_months_on(today.replace(day=1), int(following)))
        case _:
            return date(today.year + following, 12, 31)


def _week(found: re.Match[str], today: date) -> date:
    following = found["which"] == "next"
    if found["span"] == "month":
        return _last_of_month(_months_on(today.replace(day=1), int(following)))
    if found["span"] == "weekend":
        friday = monday(today) + timedelta(_FRIDAY + 7 * following)
        return max(today, friday) if re.search("by|before", found["lead"]) else friday + timedelta(2)
    if following and (found["early"] or "first thing" in found["lead"]):
        return monday(today) + timedelta(7)
    return _last_of_week(today, following)


def _fortnight(found: re.Match[str], today: date) -> date:
    return today + timedelta(14)


def _ahead(found: re.Match[str], today: date) -> date | None:
    number, unit = _number(found), found["unit"]
    if number > _MOST:
        return None
    match unit:
        case "day":
            return _working_days_on(today, number) if found["working"] else today + timedelta(number)
        case "week":
            return today + timedelta(7 * number)
        case "month":
            return _months_on(today, number)
        case "hour":
            return today + timedelta(number // 24)
        case _:
            return today


def _number(found: re.Match[str]) -> int:
    """Give the larger number of an amount in whole units: "two to three", "a day or two", "a few" (three)."""
    amount = found["amount"]
    if "couple" in amount or (found["more"] or "").endswith("two"):
        return 2
    if "few" in amount or "several" in amount:
        return 3
    if amount.startswith("half"):
        return 0
    return max(map(_value, re.findall(_N, amount)), default=1)


def _nth(found: re.Match[str], today: date) -> date | None:
    """Give the next day of that number: in next month where that is said, else in the first that has it."""
    following = "next" in found[0].split()
    first = _months_on(today.replace(day=1), int(following))
    days = (_date(_months_on(first, ahead), found["nth"]) for ahead in range(1 if following else 12))
    return next((day for day in days if day is not None and day >= today), None)


def _of_month(found: re.Match[str], today: date) -> date | None:
    """Give the day of that date, in the year that is named or the next that has it."""
    month = MONTHS.index(found["month"]) + 1
    years = [int(found["year"])] if found["year"] else range(today.year, today.year + 9)  # leap days
    days = (_date(date(year, month, 1), found["nth"]) for year in years)
    return next((day for day in days if day is not None and day >= today), None)


_DayOf = Callable[[re.Match[str], date], date | None]

_SINGLE_DAYS: tuple[_DayOf, ...] = (_weekday, _tomorrow, _day_after, _nth, _of_month)
"""What "before" makes the day before of."""

_KINDS: tuple[tuple[re.Pattern[str], _DayOf, str], ...] = tuple(
    (
        re.compile(
            rf"(?<!\S)(?P<lead>{_LEAD})(?:{named})(?P<time>{_TIME}*)(?: at the (?:very )?latest)?(?!\S)"
        ),
        day_of,
        after,
    )
    for named, day_of, after in (
        (
            rf"(?:(?:next|this|the|coming) |a week on )*{_WEEKDAY}(?: (?:of )?next week| week)?",
            _weekday,
            "",
        ),
        (rf"next week (?:on )?{_WEEKDAY}", _weekday, ""),
        (r"today|tonight|this (?P<part>morning|afternoon|evening)", _today, ""),
        (
            r"(?:the )?(?:end|close) of (?:the )?(?:working |business )?(?:day|today|play|business)",
            _today,
            "",
        ),
        (r"(?:straight|right) away|immediately|the same day", _today, ""),
        (r"the (?:hour|day)", _today, "within"),
        (rf"(?P<clock>(?P<part>{_CLOCK}))", _today, "at by before around about"),
        (rf"(?P<clock>(?P<part>{_HOUR}))(?=$| to(?:day|morrow)| on )", _today, "at by before"),
        (r"tomorrow|overnight", _tomorrow, ""),
        (r"(?:the )?(?P<part>morning)", _tomorrow, "by in"),
        (r"(?:the )?day after tomorrow", _day_after, ""),
        (
            r"(?:the )?end of (?P<of>(?:the |this |next )?)(?:working |business )?(?P<end>week|month|year)",
            _end,
            "",
        ),
        (
            r"(?:(?P<early>early|(?:the )?(?:start|beginning) of) )?"
            r"(?P<which>this|next) (?P<span>week|month|weekend)",
            _week,
            "",
        ),
        (r"(?P<early>(?!))?(?P<which>the) (?P<span>weekend)", _week, ""),
        (r"(?P<early>(?!))?(?P<which>the) (?P<span>week|month)", _week, "within"),
        (r"(?:a|the next) fortnight", _fortnight, "in within"),
        (rf"{_AMOUNT} ?(?:time)?", _ahead, "in within over"),
        (rf"give me {_AMOUNT}", _ahead, ""),
        (rf"{_AMOUNT} from (?:now|today)", _ahead, ""),
        (rf"the {_NTH}{_NO_NOUN}", _nth, "on by before"),
        (rf"(?:{'|'.join(WEEKDAYS)}) (?:the )?{_NTH}", _nth, ""),
        (rf"(?:the )?{_NTH} of (?:the|this|next) month", _nth, ""),
        (rf"{_ON_A}(?:the )?{_NTH}(?: of)? {_MONTH}{_YEAR}", _of_month, ""),
        (rf"{_ON_A}{_MONTH} (?:the )?{_NTH}{_YEAR}", _of_month, ""),
        (rf"{_ON_A}{_MONTH} (?:the )?(?P<nth>\d\d?)(?!\S){_YEAR}", _of_month, ""),
        (rf"{_ON_A}(?:the )?(?P<nth>\d\d?)(?: of)? {_MONTH}{_YEAR}", _of_month, ""),
    )
)
"""How days are named, how each is reckoned, and the words one of which must lead to it ("": none)."""


def _value(number: str) -> int:
    """Give a number, or the number of a day ("twenty first", "21st"), in words or digits."""
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else sum(_VALUES[word] for word in number.split())


def _date(month: date, nth: str) -> date | None:
    """Give that day of the month whose first day is given; None where it has no such day."""
    number = _value(nth)
    return month.replace(day=number) if 1 <= number <= _last_of_month(month).day else None


def monday(day: date) -> date:
    """Give the first day of a day's week."""
    return day - timedelta(day.weekday())


def _last_of_week(today: date, following: bool) -> date:
    """Give the Friday of this week, on a weekend its Sunday; or that of the week that follows."""
    if following:
        return monday(today) + timedelta(7 + _FRIDAY)
    return monday(today) + timedelta(_FRIDAY if today.weekday() <= _FRIDAY else _SUNDAY)


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _months_on(day: date, number: int) -> date:
    """Give the same day so many months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _working_days_on(day: date, number: int) -> date:
    while number > 0:
        day += timedelta(1)
        number -= day.weekday() < _SATURDAY
    return day
