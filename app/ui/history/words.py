"""How History says what it shows: days, what was looked for, and one line as a sentence."""

from datetime import date, datetime, timedelta

from app import dates
from app.domain.history import Counts, Entry, Filters
from app.domain.journal import CallKind
from app.language import Texts, marked, tr, trn
from app.report import words
from app.ui.journal.words import day

KINDS = Texts({CallKind.LIVE: "Live calls", CallKind.RECORDING: "Recordings", CallKind.PRACTICE: "Practice"})
ELSEWHERE = marked("Reflection on a call elsewhere")
UNTYPED = marked("Call")


def day_named(on: date, today: date) -> str:
    """Give a day as a heading: Today, Sunday 22 November 2026."""
    named = weekday_and_day(on)
    if on == today:
        return tr("Today, {day}", day=named)
    return tr("Yesterday, {day}", day=named) if on == today - timedelta(days=1) else named


def weekday_and_day(on: date) -> str:
    """Give a day with its name: Sunday 22 November 2026."""
    return tr("{weekday} {day}", weekday=dates.weekday(on), day=day(on))


def day_briefly(on: date) -> str:
    """Give a day where there is little room: Sun 22 Nov 2026."""
    return tr("{weekday} {day}", weekday=dates.short_weekday(on), day=dates.short_day_month_year(on))


def time_of(at: datetime) -> str:
    """Give the time of day here: 14:05."""
    return f"{at.astimezone():%H:%M}"


def title_of(entry: Entry, types: dict[str, str]) -> str:
    """Give what a line is called: the title of the call's type (by id in `types`)."""
    if entry.call is None:
        return tr("Reflection")
    title = types.get(entry.call.call_type, tr(UNTYPED))
    kind = {CallKind.PRACTICE: tr("practice"), CallKind.RECORDING: tr("recording")}.get(entry.call.kind)
    return f"{title}, {kind}" if kind else title


def about(entry: Entry) -> str:
    """Give what tells a line from others: what it was for, its own name, or what a reflection says."""
    call = entry.call
    if call is None:
        return one_line(entry.about or tr("on a call elsewhere"))
    return one_line(" · ".join(each for each in (words.own_name(call), call.purpose) if each))


def one_line(text: str) -> str:
    """Give foreign text as one line."""
    return " ".join(words.plain(text).split())


def ratio(entry: Entry) -> str:
    """Give the talk ratio of a line, a dash where it can't be known."""
    known = entry.call.measures.talk_ratio if entry.call else None
    return "–" if known is None else f"{words.percent(known)} %"


def cut_ins(entry: Entry) -> str:
    """Give the cut-ins of a line, yours and the customer's; a dash where they can't be known."""
    if entry.call is None:
        return ""
    m = entry.call.measures
    counts = (m.interruptions_agent, m.interruptions_customer)
    return " / ".join("–" if each is None else str(each) for each in counts)


def after(entry: Entry) -> str:
    """Say in a word how it was after a call: the mood, or that it was reflected on; "" for neither."""
    return words.MOODS[entry.mood] if entry.mood is not None else tr("reflected") if entry.reflected else ""


def sentence(entry: Entry, types: dict[str, str], band: tuple[float, float] | None) -> str:
    """Give a line as somebody hears it."""
    parts = [f"{weekday_and_day(entry.day)}, {time_of(entry.at)}", title_of(entry, types), about(entry)]
    call = entry.call
    if call is not None:
        m = call.measures
        known = m.talk_ratio
        if known is None:
            parts.append(tr("talk ratio not measurable"))
        else:
            parts.append(tr("talk ratio {percent} %", percent=words.percent(known)))
            parts.append(words.against_band(known, band) if band else "")
        if (own := m.interruptions_agent) is not None:
            parts.append(trn("you cut in {n} time", "you cut in {n} times", own))
        if (theirs := m.interruptions_customer) is not None:
            parts.append(trn("the customer cut in {n} time", "the customer cut in {n} times", theirs))
        if call.marks:
            parts.append(trn("{n} marked moment", "{n} marked moments", call.marks))
    if entry.mood is not None:
        parts.append(tr("mood after {mood}", mood=words.MOODS[entry.mood]))
    if call is not None:
        parts.append(tr("reflected on") if entry.reflected else tr("not reflected on yet"))
    return ", ".join(each for each in parts if each)


def counted(counts: Counts) -> str:
    """Give how much there is: 38 calls and 1 reflection without a call."""
    calls = trn("{n} call", "{n} calls", counts.calls)
    if not counts.reflections:
        return calls
    alone = trn("{n} reflection on calls elsewhere", "{n} reflections on calls elsewhere", counts.reflections)
    return tr("{calls} and {reflections}", calls=calls, reflections=alone) if counts.calls else alone


def asked_for(asked: Filters, types: dict[str, str], period: str) -> str:
    """Say what was looked for, to follow how much there is: " this month, complaint, marked"."""
    mood = tr("mood {mood}", mood=words.MOODS[asked.mood]) if asked.mood is not None else ""
    parts = [
        types.get(asked.call_type, asked.call_type).lower() if asked.call_type else "",
        KINDS[asked.kind].lower() if asked.kind else "",
        mood,
        tr('tagged "{tag}"', tag=words.plain(asked.tag)) if asked.tag else "",
        tr("marked") if asked.marked else "",
    ]
    listed = ", ".join(filter(None, parts))
    return "".join((f" {period}" if period else "", f", {listed}" if listed else ""))


def between(since: date | None, until: date | None) -> str:
    """Give a stretch of days: from 1 May 2026 to 12 May 2026."""
    if since is not None and since == until:
        return tr("on {day}", day=day(since))
    parts = [
        tr("from {day}", day=day(since)) if since else "",
        tr("until {day}", day=day(until)) if until else "",
    ]
    return " ".join(each for each in parts if each)
