"""One call on one sheet of paper: what stands on it, and what is left out first where that is too much.

Text is in the small part of HTML that a print of the window understands, drawings are SVG; the window lays
them out and paints them (app.ui.pieces.printing). Sizes are points, the smallest is SMALLEST.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from html import escape

from app import dates
from app.domain.journal import FollowUp, MarkedMoment, Promise, Reflection, Rephrasing
from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.timeline import seconds
from app.language import Texts, marked, tr, trn
from app.paths import resources_folder
from app.report import chart, words
from app.report.journal_page import WRITTEN
from app.report.reading import TALK_RATIO, Reading, facts, figures, leak, unknowns
from app.report.relabel import relabelled

SMALLEST = 8
"""Points of the smallest letters on a sheet."""

_STYLE = """
body, td { font-size: 9px; color: #000000; }
p { margin-top: 0; margin-bottom: 1px; }
td { padding-bottom: 5px; }
.name { font-size: 15px; font-weight: bold; margin-bottom: 1px; }
.title { font-size: 10px; font-weight: bold; margin-bottom: 2px; }
.quiet { font-size: 8px; color: #333333; }
.figure { font-size: 8px; color: #333333; margin-bottom: 0; }
.number { font-size: 26px; font-weight: bold; }
.value { font-size: 12px; font-weight: bold; color: #000000; }
"""

_PROMISED = Texts({Promise.OPEN: "open", Promise.DONE: "kept", Promise.MISSED: "missed"})
_MOOD_BEFORE, _MOOD_AFTER = marked("{mood} before"), marked("{mood} after")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed of a call: the report as measured, the user's own labels, and what belongs to the call.

    `labels` are by places among the overlaps. `day` is the local day of the call; `titles` are those of
    techniques by their ids.
    """

    report: Report
    reading: Reading
    day: date
    purpose: str = ""
    labels: Mapping[int, str] = field(default_factory=dict)
    marks: Sequence[MarkedMoment] = ()
    rephrasings: Sequence[Rephrasing] = ()
    reflection: Reflection | None = None
    follow_ups: Sequence[FollowUp] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the sheet, from top to bottom: HTML, and SVG where it says so.

    `ratio` (SVG, "" for none) stands beside `number`; `timeline` are rows of SVG with the `legend` (SVG)
    below; `lines` fill two columns, each as one piece and with whether it begins a section.
    """

    head: str
    number: str
    ratio: str
    figures: str
    timeline: tuple[str, ...]
    legend: str
    lines: tuple[tuple[str, bool], ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is room for: at most so many of each, and so many letters of one text."""

    cut_ins: int
    hints: int
    marks: int
    phrases: int
    promises: int
    letters: int


LEFT_OUT = (
    *(("cut_ins", 12), ("letters", 600), ("promises", 8), ("marks", 12), ("phrases", 8), ("cut_ins", 6)),
    *(("letters", 240), ("marks", 6), ("promises", 4), ("phrases", 4), ("hints", 2), ("cut_ins", 3)),
    *(("letters", 120), ("marks", 3), ("promises", 2), ("phrases", 2), ("letters", 60), ("hints", 1)),
    *(("cut_ins", 1), ("promises", 1), ("marks", 1), ("phrases", 1), ("letters", 30), ("hints", 0)),
    *(("cut_ins", 0), ("promises", 0), ("marks", 0), ("phrases", 0)),
)
"""What is left out, the first first: of what, and how far down before it is the next one's turn."""


def pages(sheet: Sheet) -> Iterator[Page]:
    """Give the page as full as it can be, then with less and less on it, for as long as it doesn't fit."""
    room = Room(
        cut_ins=len(_worth_listing(sheet)),
        hints=len(sheet.reading.hints),
        marks=len(sheet.marks),
        phrases=len(sheet.rephrasings),
        promises=len(sheet.follow_ups),
        letters=2400,
    )
    fixed = _page(sheet)
    yield _filled(fixed, sheet, room)
    for what, least in LEFT_OUT:
        while (now := getattr(room, what)) > least:
            room = replace(room, **{what: max(least, now * 3 // 4)})
            yield _filled(fixed, sheet, room)


def _page(sheet: Sheet) -> Page:
    """Give what stands on the sheet however much there is."""
    report, reading = relabelled(sheet.report, sheet.labels), sheet.reading
    ratio = report.measures.talk_ratio
    about = " · ".join([reading.call_type, _day(sheet.day), *facts(report)])
    leaked = leak(report)
    head = [f'<p class="name">{_cut(reading.name, 56)}</p>', _quiet(_cut(about, 200))]
    head += [f"<p>{_cut(sheet.purpose, 120)}</p>"] if sheet.purpose else []
    head += [_quiet(_cut(leaked, 200))] if leaked else []
    number = f"<p><b>{tr(TALK_RATIO)}</b></p>"
    if ratio is None:
        number += f"<p><i>{tr(words.NOT_MEASURABLE)}</i></p>"
    else:
        number += f'<p class="number">{words.percent(ratio)} %</p>'
        number += f"<p>{words.against_band(ratio, reading.band)}</p>"
    style = (resources_folder() / "report" / "paper.css").read_text(encoding="utf-8")
    drawn = partial(_styled, style)
    return Page(
        head=_document("".join(head)),
        number=_document(number),
        ratio="" if ratio is None else drawn(chart.ratio(ratio, reading.band)),
        figures=_document(_figures(report)),
        timeline=tuple(map(drawn, chart.timeline(report, reading.hints, sheet.marks, chart.SHEET))),
        legend=drawn(chart.legend(chart.signs(report, reading.hints, sheet.marks), chart.SHEET)),
        lines=(),
        foot="",
    )


def _filled(page: Page, sheet: Sheet, room: Room) -> Page:
    lines = []
    for title, texts in _sections(sheet, room):
        head = f'<p class="title">{title}</p>'
        for text in texts:
            lines.append((_document(head + text), bool(head)))
            head = ""
    foot = _foot(sheet, room, cut=any("…</" in each for each, _ in lines))
    return replace(page, lines=tuple(lines), foot=_document(foot))


def _sections(sheet: Sheet, room: Room) -> Iterator[tuple[str, list[str]]]:
    report = sheet.report
    cut, whole = partial(_cut, most=room.letters), partial(_cut, most=max(160, room.letters))
    shown = sorted(_worth_listing(sheet)[: room.cut_ins])
    yield tr("Cut-ins"), [_overlap(sheet, place) for place in shown]
    yield (
        tr("Hints worth keeping"),
        [
            f"<p><b>{number}</b> · {words.moment(cue.t)} · {words.KINDS[cue.kind]}: "
            f"<b>{_safe(sheet.reading.title(cue))}</b><br>{cut(cue.text)}</p>"
            for number, cue in enumerate(sheet.reading.hints[: room.hints], 1)
        ],
    )
    marks = sorted(_noted_first(sheet.marks)[: room.marks], key=lambda each: each.t)
    yield tr("Marked moments"), [_at(each.t, cut(each.note) or tr(words.NO_NOTE)) for each in marks]
    yield (
        tr("Better phrases"),
        [_rephrasing(each, sheet.titles, room.letters) for each in sheet.rephrasings[: room.phrases]],
    )
    yield tr("Reflection"), _reflection(sheet, room.letters)
    yield tr("Promised in this call"), [_promise(each, cut) for each in sheet.follow_ups[: room.promises]]
    yield (
        tr("Not measurable, and why"),
        [
            f"<p><b>{', '.join(each.names)}</b><br>{whole(f'{each.reason} {each.remedy}')}</p>"
            for each in unknowns(report)
        ],
    )


def _worth_listing(sheet: Sheet) -> list[int]:
    """Give the places of what the user calls otherwise, cut-ins, what else is right; the longest first."""
    overlaps, labels = sheet.report.overlaps, sheet.labels

    def rank(place: int) -> tuple[bool, bool, int]:
        each = overlaps[place]
        as_measured = labels.get(place, each.label) == each.label
        return as_measured, each.label not in INTERRUPTIONS, each.start - each.end

    found = [place for place, each in enumerate(overlaps) if each.label in INTERRUPTIONS or place in labels]
    return sorted(found, key=rank)


def _noted_first(marks: Sequence[MarkedMoment]) -> list[MarkedMoment]:
    return sorted(marks, key=lambda each: not each.note.strip())


def _overlap(sheet: Sheet, place: int) -> str:
    measured = sheet.report.overlaps[place]
    own = sheet.labels.get(place)
    long = words.span(seconds(measured.end - measured.start))
    told = f"{words.overlap(own or measured.label, measured.by)}, {long}"
    if own == measured.label:
        told = tr("{overlap} (you agree)", overlap=told)
    elif own is not None:
        as_measured = words.overlap(measured.label, measured.by)
        told = tr("{overlap} (your label; measured: {measured})", overlap=told, measured=as_measured)
    return _at(measured.start, told)


def _rephrasing(each: Rephrasing, titles: Mapping[str, str], most: int) -> str:
    said = _cut(each.said, most) or tr(words.NOT_KEPT)
    technique = _safe(titles.get(each.technique, ""))
    at = f"{words.moment(each.t)} · " if each.t is not None else ""
    by = f'<br><span class="quiet">{technique}</span>' if technique else ""
    return (
        f'<p><span class="quiet">{at}{tr("you said:")}</span> {said}<br>'
        f'<span class="quiet">{tr("better:")}</span> '
        f"<b>{_cut(each.better, most)}</b>{by}</p>"
    )


def _reflection(sheet: Sheet, most: int) -> list[str]:
    about = sheet.reflection
    if about is None:
        return []
    moods = [
        tr(told, mood=words.MOODS[mood])
        for told, mood in ((_MOOD_BEFORE, about.mood_before), (_MOOD_AFTER, about.mood_after))
        if mood is not None
    ]
    pairs = [(tr("Mood"), ", ".join(moods))] if moods else []
    pairs += [(title, text) for name, title in WRITTEN.items() if (text := getattr(about, name))]
    used = ", ".join(sheet.titles.get(each.technique, each.technique) for each in about.techniques)
    pairs += [
        (title, text)
        for title, text in ((tr("Techniques"), used), (tr("Tags"), ", ".join(about.tags)))
        if text
    ]
    return [f"<p><b>{title}:</b> {_cut(text, most)}</p>" for title, text in pairs]


def _promise(promise: FollowUp, cut: partial[str]) -> str:
    state = _PROMISED[promise.state]
    if promise.due:
        state = tr("{state}, due {day}", state=state, day=dates.day_month(promise.due))
    return f"<p>{cut(promise.text)} ({escape(state)})</p>"


def _figures(report: Report) -> str:
    cells = [
        f'<td width="20%"><p class="figure">{each.name}<br>{_value(each.value, each.whole_unit)}</p></td>'
        for each in figures(report)
    ]
    lines = "".join(f"<tr>{''.join(cells[at : at + 5])}</tr>" for at in range(0, len(cells), 5))
    return f'<table width="100%" cellspacing="0" cellpadding="0">{lines}</table>'


def _value(value: str | None, unit: str) -> str:
    if value is None:
        return f"<i>{tr(words.NOT_MEASURABLE)}</i>"
    return f'<span class="value">{value}</span> {unit}'


def _foot(sheet: Sheet, room: Room, *, cut: bool) -> str:
    """Say what is not on the sheet, and where it is; `cut`: that some texts are not whole."""
    report = sheet.report
    left: tuple[tuple[int, Callable[[int], str]], ...] = (
        (len(report.overlaps) - room.cut_ins, lambda n: trn("{n} more overlap", "{n} more overlaps", n)),
        (len(report.cues) - room.hints, lambda n: trn("{n} more hint", "{n} more hints", n)),
        (
            len(sheet.marks) - room.marks,
            lambda n: trn("{n} more marked moment", "{n} more marked moments", n),
        ),
        (
            len(sheet.rephrasings) - room.phrases,
            lambda n: trn("{n} more better phrase", "{n} more better phrases", n),
        ),
    )
    parts = [told(number) for number, told in left if number > 0]
    parts += [tr("all that was said")] if report.transcript else []
    told = [tr(words.BAND_NOTE)]
    if parts:
        told.append(tr("In the HTML page of this call: {parts}.", parts=words.listed(parts)))
    promises = len(sheet.follow_ups) - room.promises
    if promises > 0:
        told.append(trn("In Evenkeel: {n} more promise.", "In Evenkeel: {n} more promises.", promises))
    if cut:
        told.append(tr("Texts that end in … go on in Evenkeel."))
    return _quiet(" ".join(told))


def _at(t: int, told: str) -> str:
    return f"<p><b>{words.moment(t)}</b> · {told}</p>"


def _quiet(told: str) -> str:
    return f'<p class="quiet">{told}</p>'


def _document(body: str) -> str:
    return f"<html><head><style>{_STYLE}</style></head><body>{body}</body></html>"


def _styled(style: str, drawing: str) -> str:
    """Give a drawing as a document of its own: in a page it gets its looks, and its language, from there."""
    start, rest = drawing.split(">", 1)
    return f'{start} xmlns="http://www.w3.org/2000/svg"><style>{style}</style>{rest}'


def _day(day: date) -> str:
    return dates.day_month_year(day)


def _cut(text: str, most: int) -> str:
    """Give at most so many letters of a foreign text, safe to show."""
    whole = " ".join(words.plain(text).split())
    return escape(whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…")


def _safe(text: str) -> str:
    return escape(words.plain(text))
