"""The journal as one HTML page, to read and to print: calls by day, reflections in full, follow-ups."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape
from string import Template

from app import dates
from app.domain.journal import Call, CallKind, FollowUp, Promise, Reflection, Rephrasing
from app.language import Texts, marked, tr, trn
from app.paths import resources_folder
from app.report import measured, words

WRITTEN = Texts(
    {
        "hot_button": "Hot button",
        "went_well": "What went well",
        "next_time": "Next time",
        "cause": "Worth fixing in our own house",
        "note": "Note",
    }
)
"""The texts of a reflection and what they are called."""

_WHOLE = marked(
    "The single moments of calls, what was said where that is kept, preparations and times of calm are in "
    "evenkeel.json and in the tables beside this page."
)
_PART = marked(
    "The single moments of calls, and what was said where that is kept, are on each call's own page."
)

_BEFORE, _AFTER = marked("mood before {mood}"), marked("mood after {mood}")
_NOT_ENCRYPTED = marked("This page is not encrypted: whoever has the file can read it.")

_PROMISES = Texts({Promise.OPEN: "open", Promise.DONE: "done", Promise.MISSED: "missed"})

_KINDS = Texts({CallKind.PRACTICE: "practice", CallKind.RECORDING: "recording"})
"""What kind of call it was, where that is not the usual one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: the newest first, follow-ups in their order, and the titles of types and techniques.

    Better phrases, in any order, come with their reflections.

    `made_at` is when, with the time zone that all times are given in. `part` says what it is of the journal,
    "" for all of it.
    """

    made_at: datetime
    calls: Sequence[Call] = ()
    reflections: Sequence[Reflection] = ()
    follow_ups: Sequence[FollowUp] = ()
    rephrasings: Sequence[Rephrasing] = ()
    call_types: Mapping[str, str] = field(default_factory=dict)
    techniques: Mapping[str, str] = field(default_factory=dict)
    part: str = ""


def html(shown: Shown) -> str:
    """Give the whole page; what the user wrote is escaped in it, and it opens nothing from anywhere."""
    looks = resources_folder() / "report"
    template = Template((looks / "page.html").read_text(encoding="utf-8"))
    counts = (
        trn("{n} call", "{n} calls", len(shown.calls)),
        trn("{n} reflection", "{n} reflections", len(shown.reflections)),
        trn("{n} follow-up", "{n} follow-ups", len(shown.follow_ups)),
    )
    return template.substitute(
        title=tr("Evenkeel journal"),
        style="\n".join((looks / name).read_text(encoding="utf-8") for name in ("page.css", "journal.css")),
        product="Evenkeel",
        name=_safe(shown.part) or tr("Journal"),
        facts=_safe(" · ".join((*counts, tr("written {day}", day=_day(shown.made_at.date()))))),
        note=f'<p class="facts">{_safe(tr(_NOT_ENCRYPTED))}</p>',
        sections="\n".join(_sections(shown)),
        foot=tr(_PART) if shown.part else tr(_WHOLE),
    )


def _sections(shown: Shown) -> Iterator[str]:
    if shown.follow_ups:
        yield _section(tr("Follow-ups"), _follow_ups(shown))
    calls: dict[date, list[Call]] = defaultdict(list)
    for call in shown.calls:
        calls[_local(shown, call.began_at).date()].append(call)
    reflections: dict[date, list[Reflection]] = defaultdict(list)
    for reflection in shown.reflections:
        reflections[_local(shown, reflection.begun_at).date()].append(reflection)
    better: dict[int, list[Rephrasing]] = defaultdict(list)
    for phrase in sorted(shown.rephrasings, key=lambda each: (each.t or 0, each.id)):
        better[phrase.reflection_id].append(phrase)
    names = {call.id: _named(shown, call) for call in shown.calls}
    for day in sorted(calls.keys() | reflections.keys(), reverse=True):
        body = _calls(shown, calls[day]) if calls[day] else ""
        body += "".join(_reflection(shown, each, names, better[each.id]) for each in reflections[day])
        yield _section(_day(day), body)


def _section(title: str, body: str) -> str:
    return f"<section>\n<h2>{title}</h2>\n{body}\n</section>"


def _calls(shown: Shown, calls: Sequence[Call]) -> str:
    rows = (
        (
            _cell(f"{_local(shown, call.began_at):%H:%M}", "at"),
            _cell(_named(shown, call), "text"),
            _cell(_listed(shown.call_types.get(call.call_type, call.call_type), _KINDS.get(call.kind, ""))),
            _cell(words.clock(call.source.duration_s), "long"),
            _cell(_ratio(call.measures.talk_ratio)),
            _cell(_number(call.measures.interruptions_agent)),
            _cell(_number(call.measures.interruptions_customer)),
            _cell(_mood(call.mood)),
        )
        for call in calls
    )
    heads = (
        tr("At"),
        tr("Call"),
        tr("Type"),
        tr("Length"),
        tr("Talk ratio"),
        tr("You cut in"),
        tr("Customer cut in"),
        tr("Mood after"),
    )
    return _table(heads, rows)


def _reflection(
    shown: Shown, reflection: Reflection, names: Mapping[int, str], better: Sequence[Rephrasing]
) -> str:
    name = names.get(reflection.call_id or 0, tr("a call elsewhere"))
    moods = [
        tr(told, mood=_mood(mood))
        for told, mood in ((_BEFORE, reflection.mood_before), (_AFTER, reflection.mood_after))
        if mood is not None
    ]
    facts = [f"{_local(shown, reflection.begun_at):%H:%M}", *moods]
    if reflection.finished_at is None:
        facts.append(tr("not finished"))
    parts = [(title, getattr(reflection, part)) for part, title in WRITTEN.items()]
    parts += [
        (shown.techniques.get(used.technique, used.technique), measured.told(used.evidence) or tr("used"))
        for used in reflection.techniques
    ]
    parts += [(_title(shown, each), _rephrased(each)) for each in better]
    parts.append((tr("Tags"), ", ".join(reflection.tags)))
    told = "".join(
        f'<dt>{_safe(title)}</dt><dd dir="auto">{_safe(text, lines=True)}</dd>'
        for title, text in parts
        if text
    )
    return (
        f'<article class="reflection"><h3 dir="auto">{_safe(tr("Reflection on {name}", name=name))}</h3>'
        f'<p class="quiet">{_safe(" · ".join(facts))}</p>{f"<dl>{told}</dl>" if told else ""}</article>'
    )


def _title(shown: Shown, rephrasing: Rephrasing) -> str:
    technique = shown.techniques.get(rephrasing.technique, rephrasing.technique)
    return tr("Said better: {technique}", technique=technique) if technique else tr("Said better")


def _rephrased(rephrasing: Rephrasing) -> str:
    better = rephrasing.better or "–"
    return (
        tr("You said: {said}\nBetter: {better}", said=rephrasing.said, better=better)
        if rephrasing.said
        else better
    )


def _follow_ups(shown: Shown) -> str:
    rows = (
        (
            _cell(each.text, "text"),
            _cell("" if each.due is None else _day(each.due)),
            _cell(_PROMISES[each.state]),
            _cell(_day(_local(shown, each.made_at).date())),
        )
        for each in shown.follow_ups
    )
    return _table((tr("What was promised"), tr("Due"), tr("State"), tr("Promised on")), rows)


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{_safe(each)}</th>' for each in heads)
    body = "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return (
        f'<div class="wide"><table class="plain"><thead><tr>{head}</tr></thead><tbody>\n{body}\n'
        "</tbody></table></div>"
    )


def _cell(text: str, kind: str = "") -> str:
    shown = _safe(text)
    return f'<td class="{kind}" dir="auto">{shown}</td>' if kind else f"<td>{shown}</td>"


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _ratio(ratio: float | None) -> str:
    return tr(words.NOT_MEASURABLE) if ratio is None else f"{words.percent(ratio)} %"


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)


def _mood(mood: int | None) -> str:
    return "" if mood is None else words.MOODS[mood]


def _day(day: date) -> str:
    return tr("{weekday} {day}", weekday=dates.weekday(day), day=dates.day_month_year(day))


def _named(shown: Shown, call: Call) -> str:
    return words.shown_name(call.name, _local(shown, call.began_at))


def _local(shown: Shown, at: datetime) -> datetime:
    return at.astimezone(shown.made_at.tzinfo)


def _safe(text: str, *, lines: bool = False) -> str:
    """Make foreign text safe; with `lines` it keeps its line breaks."""
    parts = text.splitlines() if lines else [text]
    return "<br>".join(escape(words.plain(part)) for part in parts)
