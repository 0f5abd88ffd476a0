"""How History says what it shows: days, what was looked for, and one line as a sentence."""

from datetime import date, datetime, timedelta

from app.domain.history import Counts, Entry, Filters
from app.domain.journal import CallKind
from app.report import words
from app.ui.journal.words import day

KINDS = {CallKind.LIVE: "Live calls", CallKind.RECORDING: "Recordings", CallKind.PRACTICE: "Practice"}
ELSEWHERE = "Reflection on a call elsewhere"
UNTYPED = "Call"


def day_named(on: date, today: date) -> str:
    """Give a day as a heading: Today, Sunday 22 November 2026."""
    near = {today: "Today, ", today - timedelta(days=1): "Yesterday, "}.get(on, "")
    return f"{near}{on:%A} {day(on)}"


def day_briefly(on: date) -> str:
    """Give a day where there is little room: Sun 22 Nov 2026."""
    return f"{on:%a} {on.day} {on:%b %Y}"


def time_of(at: datetime) -> str:
    """Give the time of day here: 14:05."""
    return f"{at.astimezone():%H:%M}"


def title_of(entry: Entry, types: dict[str, str]) -> str:
    """Give what a line is called: the title of the call's type (by id in `types`)."""
    if entry.call is None:
        return "Reflection"
    title = types.get(entry.call.call_type, UNTYPED)
    kind = {CallKind.PRACTICE: ", practice", CallKind.RECORDING: ", recording"}.get(entry.call.kind, "")
    return f"{title}{kind}"


def about(entry: Entry) -> str:
    """Give what tells a line from others: what it was for, its own name, or what a reflection says."""
    call = entry.call
    if call is None:
        return one_line(entry.about or "on a call elsewhere")
    own = "" if call.name == words.call_name(call.began_at.astimezone()) else call.name
    return one_line(" · ".join(each for each in (own, call.purpose) if each))


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
    return words.MOODS[entry.mood] if entry.mood is not None else "reflected" if entry.reflected else ""


def sentence(entry: Entry, types: dict[str, str], band: tuple[float, float] | None) -> str:
    """Give a line as somebody hears it."""
    parts = [f"{entry.day:%A} {day(entry.day)}, {time_of(entry.at)}", title_of(entry, types), about(entry)]
    call = entry.call
    if call is not None:
        m = call.measures
        known = m.talk_ratio
        if known is None:
            parts.append(f"talk ratio {words.NOT_MEASURABLE}")
        else:
            against = f", {words.against_band(known, band)}" if band else ""
            parts.append(f"talk ratio {words.percent(known)} %{against}")
        for who, number in (("you", m.interruptions_agent), ("the customer", m.interruptions_customer)):
            if number is not None:
                parts.append(f"{who} cut in {words.count(number, 'time', 'times')}")
        if call.marks:
            parts.append(words.count(call.marks, "marked moment", "marked moments"))
    if entry.mood is not None:
        parts.append(f"mood after {words.MOODS[entry.mood]}")
    if call is not None:
        parts.append("reflected on" if entry.reflected else "not reflected on yet")
    return ", ".join(each for each in parts if each)


def counted(counts: Counts) -> str:
    """Give how much there is: 38 calls and 1 reflection without a call."""
    calls = words.count(counts.calls, "call", "calls")
    if not counts.reflections:
        return calls
    alone = words.count(counts.reflections, "reflection", "reflections")
    return f"{calls} and {alone} on calls elsewhere" if counts.calls else f"{alone} on calls elsewhere"


def asked_for(asked: Filters, types: dict[str, str], period: str) -> str:
    """Say what was looked for, to follow how much there is: " this month, complaint, marked"."""
    parts = [
        types.get(asked.call_type, asked.call_type) if asked.call_type else "",
        KINDS[asked.kind] if asked.kind else "",
        f"mood {words.MOODS[asked.mood]}" if asked.mood is not None else "",
        f'tagged "{words.plain(asked.tag)}"' if asked.tag else "",
        "marked" if asked.marked else "",
    ]
    listed = ", ".join(each if each.startswith("tagged") else each.lower() for each in parts if each)
    return "".join((f" {period}" if period else "", f", {listed}" if listed else ""))


def between(since: date | None, until: date | None) -> str:
    """Give a stretch of days: from 1 May 2026 to 12 May 2026."""
    if since is not None and since == until:
        return f"on {day(since)}"
    parts = [f"from {day(since)}" if since else "", f"until {day(until)}" if until else ""]
    return " ".join(each for each in parts if each)
