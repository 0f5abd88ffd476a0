"""One call on paper: its numbers, what is written about it, and all that they rest on, to be printed.

The page is in the small part of HTML that a print of the window understands: no scripts, no drawings, no
style but sizes and weights.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from app.domain.journal import FollowUp, MarkedMoment, Promise, Reflection
from app.domain.report import Report
from app.domain.timeline import seconds
from app.report import words
from app.report.journal_page import WRITTEN
from app.report.reading import TALK_RATIO, Reading, facts, figures, unknowns

_STYLE = """
body { font-size: 10pt; color: #000000; }
h1 { font-size: 18pt; margin-bottom: 0; }
h2 { font-size: 12pt; margin-top: 16px; margin-bottom: 4px; }
p { margin-top: 2px; margin-bottom: 4px; }
td, th { padding: 2px 12px 2px 0; }
th { font-size: 9pt; color: #444444; text-align: left; }
.quiet { color: #444444; }
.number { font-size: 22pt; font-weight: bold; }
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed of a call: the report with the user's own labels, and what belongs to the call.

    `day` is the local day of the call; `titles` are those of techniques by their ids.
    """

    report: Report
    reading: Reading
    day: date
    purpose: str = ""
    marks: Sequence[MarkedMoment] = ()
    reflection: Reflection | None = None
    follow_ups: Sequence[FollowUp] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def html(sheet: Sheet) -> str:
    """Give the whole page; everything foreign in it is escaped."""
    about = " · ".join([sheet.reading.call_type, _day(sheet.day), *facts(sheet.report)])
    parts = [f"<h1>{_safe(sheet.reading.name)}</h1>", f'<p class="quiet">{_safe(about)}</p>']
    if sheet.purpose:
        parts.append(f"<p>{_safe(sheet.purpose)}</p>")
    for title, body in _sections(sheet):
        parts.append(f"<h2>{title}</h2>\n{body}")
    return f"<html><head><style>{_STYLE}</style></head><body>{chr(10).join(parts)}</body></html>"


def _sections(sheet: Sheet) -> Iterator[tuple[str, str]]:
    report = sheet.report
    yield TALK_RATIO, _ratio(sheet)
    known = [
        (each.name, words.NOT_MEASURABLE if each.value is None else f"{each.value} {each.unit}".strip())
        for each in figures(report)
    ]
    yield "Key figures", _table((), [(name, f"<b>{value}</b>") for name, value in known])
    if sheet.reflection is not None:
        yield "Reflection", _reflection(sheet.reflection, sheet.titles)
    if sheet.follow_ups:
        yield "Promised in this call", _table(("What", "Due", "State"), [*map(_promise, sheet.follow_ups)])
    if sheet.marks:
        rows = [(words.moment(each.t), _safe(each.note)) for each in sheet.marks]
        yield "Marked moments", _table(("At", "Note"), rows)
    if report.overlaps:
        rows_of = [
            (
                words.moment(each.start),
                f"{words.overlap(each.label, each.by)}",
                _lasting(each.start, each.end),
            )
            for each in report.overlaps
        ]
        yield "When both spoke", _table(("At", "What happened", "For"), rows_of)
    if report.cues:
        hints = [
            (words.moment(each.t), words.KINDS[each.kind], _safe(sheet.reading.title(each)))
            for each in report.cues
        ]
        yield "Hints", _table(("At", "Kind", "Technique"), hints)
    missing = [(", ".join(each.names), _safe(f"{each.reason} {each.remedy}")) for each in unknowns(report)]
    if missing:
        yield "Not measurable, and why", _table((), missing)
    if report.transcript:
        said = [
            (words.moment(each.start), words.PEOPLE[each.speaker], _safe(each.text))
            for each in report.transcript
        ]
        yield "Transcript", _table(("At", "Who", "Said"), said)


def _ratio(sheet: Sheet) -> str:
    ratio = sheet.report.measures.talk_ratio
    if ratio is None:
        return f"<p>{words.NOT_MEASURABLE}</p>"
    place = words.against_band(ratio, sheet.reading.band)
    return (
        f'<p><span class="number">{words.percent(ratio)} %</span> {place}</p>'
        f'<p class="quiet">{words.BAND_NOTE}</p>'
    )


def _reflection(reflection: Reflection, titles: Mapping[str, str]) -> str:
    pairs = [
        (f"Mood {when}", words.MOODS[mood])
        for when, mood in (("before", reflection.mood_before), ("after", reflection.mood_after))
        if mood is not None
    ]
    pairs += [(title, text) for name, title in WRITTEN.items() if (text := getattr(reflection, name))]
    used = ", ".join(titles.get(each.technique, each.technique) for each in reflection.techniques)
    pairs += [
        (title, text) for title, text in (("Techniques", used), ("Tags", ", ".join(reflection.tags))) if text
    ]
    return "".join(f"<p><b>{title}</b><br>{_safe(text)}</p>" for title, text in pairs) or "<p>Empty.</p>"


def _promise(promise: FollowUp) -> tuple[str, str, str]:
    state = {Promise.OPEN: "open", Promise.DONE: "kept", Promise.MISSED: "missed"}[promise.state]
    return _safe(promise.text), _day(promise.due) if promise.due else "", state


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = f"<tr>{''.join(f'<th>{each}</th>' for each in heads)}</tr>" if heads else ""
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table cellspacing="0">{head}{body}</table>'


def _lasting(start: int, end: int) -> str:
    return words.span(seconds(end - start))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _safe(text: str) -> str:
    return "<br>".join(escape(words.plain(line)) for line in text.splitlines())
