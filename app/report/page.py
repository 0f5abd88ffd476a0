"""The review as one HTML page: self-contained, without scripts or network, light and dark, ready to print."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from string import Template
from types import MappingProxyType

from app.domain.journal import MarkedMoment, Rephrasing
from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.timeline import Cue, Speaker, seconds
from app.language import tr, trn
from app.paths import resources_folder
from app.report import chart, words
from app.report.reading import (
    TALK_RATIO,
    TALK_RATIO_MEANING,
    Figure,
    Reading,
    facts,
    figures,
    leak,
    measures,
    unknowns,
)
from app.report.relabel import relabelled, why

Labels = Mapping[int, str]
"""The user's own labels of overlaps, or the measured texts of corrected lines, by their places."""

_NONE: Labels = MappingProxyType({})


def html(
    report: Report,
    reading: Reading,
    *,
    labels: Labels = _NONE,
    heard: Labels = _NONE,
    marks: Sequence[MarkedMoment] = (),
    rephrasings: Sequence[Rephrasing] = (),
) -> str:
    """Give the whole page; everything foreign in it is escaped, and it opens nothing from anywhere.

    `report` is as measured, but its lines may have the user's corrections; `labels` are the user's own (place
    among the overlaps -> label), `heard` the measured texts of the corrected lines (place in the transcript
    -> text). `reading` is the reading of that report.
    """
    whys = [why(each, labels.get(place)) for place, each in enumerate(report.overlaps)]
    report = relabelled(report, labels)
    own = _Own(labels, whys, heard, marks, rephrasings)
    looks = resources_folder() / "report"
    template = Template((looks / "page.html").read_text(encoding="utf-8"))
    leaked = leak(report)
    return template.substitute(
        title=_safe(tr("{name} - call review", name=reading.name)),
        style=(looks / "page.css").read_text(encoding="utf-8"),
        product=tr("Evenkeel call review"),
        name=_safe(reading.name),
        facts=_safe(" · ".join([reading.call_type, *facts(report)])),
        note=f'<p class="facts">{_safe(leaked)}</p>' if leaked else "",
        sections="\n".join(_sections(report, reading, own)),
        foot=tr("Made on this computer; nothing of the call left it."),
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """What the user has written to a call, as `html` gets it, and why each overlap is called what it is."""

    labels: Labels
    whys: Sequence[str]
    heard: Labels
    marks: Sequence[MarkedMoment]
    rephrasings: Sequence[Rephrasing]


def _sections(report: Report, reading: Reading, own: _Own) -> Iterator[str]:
    yield _section("talk-ratio", tr(TALK_RATIO), _ratio(report, reading))
    yield _section("timeline", tr("Timeline"), _timeline(report, reading, own.marks))
    yield _section("key-figures", tr("Key figures"), _figures(figures(report)) + _measures(report))
    missing = unknowns(report)
    if missing:
        listed = "".join(
            f"<dt>{', '.join(each.names)}</dt><dd>{_safe(f'{each.reason} {each.remedy}')}</dd>"
            for each in missing
        )
        yield _section("not-measurable", tr("Not measurable, and why"), f'<dl class="unknowns">{listed}</dl>')
    if reading.hints:
        yield _section(
            "hints-worth-keeping", tr("Hints worth keeping"), _hints(reading) + _all_hints(report, reading)
        )
    if own.marks:
        yield _section("marked-moments", tr("Marked moments"), _marks(own.marks))
    if own.rephrasings:
        yield _section("better-phrases", tr("Better phrases"), _rephrasings(own.rephrasings, reading))
    if report.overlaps:
        yield _section("overlaps", tr("Overlaps"), _overlaps(report, own), kind="turn")
    if report.gaps:
        yield _section("gaps", tr("Gaps"), _gaps(report))
    if report.transcript:
        yield _section("transcript", tr("Transcript"), _transcript(report, own.heard), kind="turn")


def _section(name: str, title: str, body: str, kind: str = "") -> str:
    turned = f' class="{kind}"' if kind else ""
    head = f'<h2 id="{name}">{escape(title)}</h2>'
    return f'<section{turned} aria-labelledby="{name}">\n{head}\n{body}\n</section>'


def _ratio(report: Report, reading: Reading) -> str:
    ratio = report.measures.talk_ratio
    about = f"{tr(TALK_RATIO)}: {tr(TALK_RATIO_MEANING)}. {tr(words.BAND_NOTE)}"
    if ratio is None:
        return f'<p class="unknown">{tr(words.NOT_MEASURABLE)}</p><p class="quiet">{about}</p>'
    place = words.against_band(ratio, reading.band)
    inside = " inside" if place == tr("in the band {band}", band=words.band(reading.band)) else ""
    return (
        f'<div class="ratio"><div><p class="number">{words.percent(ratio)} %</p>'
        f'<p class="place{inside}">{place}</p></div>'
        f'{chart.ratio(ratio, reading.band)}<p class="quiet">{about}</p></div>'
    )


def _timeline(report: Report, reading: Reading, marks: Sequence[MarkedMoment]) -> str:
    signs = chart.signs(report, reading.hints, marks)
    legend = "".join(f"<li>{chart.sign(kind)}{meaning}</li>" for kind, meaning in signs)
    drawing, printed = (
        "\n".join(chart.timeline(report, reading.hints, marks, form)) for form in (chart.PAGE, chart.SHEET)
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(tr("Timeline"))}">{drawing}</div>'
        f'<div class="printed">{printed}</div><ul class="legend">{legend}</ul>'
        f"{_stretches(report)}{_spurts(report)}"
    )


def _stretches(report: Report) -> str:
    if not report.heated:
        return ""
    told = ", ".join(
        tr("{start} to {end}", start=words.moment(each.start), end=words.moment(each.end))
        for each in report.heated
    )
    heated = tr("Heated stretches, in which the customer seemed upset: {stretches}.", stretches=told)
    return f'<p class="quiet">{escape(heated)}</p>'


def _spurts(report: Report) -> str:
    if not report.spurts:
        return f'<p class="quiet">{escape(tr("No speech was heard."))}</p>'
    rows = (
        _row(_at(each.start), _at(each.end), _who(each.speaker), _lasting(each.start, each.end))
        for each in report.spurts
    )
    table = _table((tr("From"), tr("To"), tr("Who"), tr("Spoke for")), rows)
    told = trn("{n} stretch of speech as a table", "{n} stretches of speech as a table", len(report.spurts))
    return f"<details><summary>{escape(told)}</summary>{table}</details>"


def _figures(known: Iterable[Figure]) -> str:
    return f'<dl class="figures">{"".join(_figure(each) for each in known)}</dl>'


def _measures(report: Report) -> str:
    rows = (
        _row(
            f"<td>{each.name}</td>",
            f'<td class="long">{tr(words.NOT_MEASURABLE) if each.value is None else each.value}</td>',
            f"<td>{each.unit if each.value is not None else ''}</td>",
        )
        for each in measures(report)
    )
    table = _table((tr("Measure"), tr("Value"), tr("Unit")), rows, kind="measures")
    return f"<details><summary>{escape(tr('every measure, to the digit'))}</summary>{table}</details>"


def _figure(figure: Figure) -> str:
    value = (
        f'<dd class="unknown">{tr(words.NOT_MEASURABLE)}</dd>'
        if figure.value is None
        else f'<dd><span class="value">{figure.value}</span>'
        f' <span class="unit">{figure.whole_unit}</span></dd>'
    )
    return f'<div><dt>{figure.name}</dt>{value}<dd class="meaning">{figure.meaning}</dd></div>'


def _hints(reading: Reading) -> str:
    cards = (
        f'<li><p class="kind"><span class="pin">{number}</span>{words.KINDS[cue.kind]}, {words.moment(cue.t)}'
        f"</p><h3>{_safe(reading.title(cue))}</h3><p>{_safe(cue.text)}</p>{_evidence(cue)}</li>"
        for number, cue in enumerate(reading.hints, 1)
    )
    return f'<ol class="hints">{"".join(cards)}</ol>'


def _evidence(cue: Cue) -> str:
    said = _safe(words.addressed(cue.evidence))
    return f'<p class="evidence" dir="auto">{said}</p>' if said else ""


def _all_hints(report: Report, reading: Reading) -> str:
    if len(report.cues) <= len(reading.hints):
        return ""
    rows = (
        _row(
            _at(cue.t),
            f"<td>{words.KINDS[cue.kind]}</td>",
            f"<td>{_safe(reading.title(cue))}</td>",
            f'<td class="text" dir="auto">{_safe(words.addressed(cue.evidence))}</td>',
        )
        for cue in report.cues
    )
    table = _table((tr("At"), tr("Kind"), tr("Technique"), tr("What was heard or measured")), rows)
    told = tr("all {n} hints of the call", n=len(report.cues))
    return f"<details><summary>{escape(told)}</summary>{table}</details>"


def _marks(marks: Sequence[MarkedMoment]) -> str:
    rows = (
        _row(_at(each.t), f'<td class="text" dir="auto">{_safe(each.note) or tr(words.NO_NOTE)}</td>')
        for each in marks
    )
    return _table((tr("At"), tr("Your note")), rows)


def _rephrasings(rephrasings: Iterable[Rephrasing], reading: Reading) -> str:
    rows = (
        _row(
            '<td class="at"></td>' if each.t is None else _at(each.t),
            f'<td class="text" dir="auto">{_safe(each.said) or tr(words.NOT_KEPT)}</td>',
            f'<td class="text better" dir="auto">{_safe(each.better)}'
            f'<span class="reason">{_safe(reading.technique(each.technique))}</span></td>',
        )
        for each in rephrasings
    )
    return _table((tr("At"), tr("What you said"), tr("What you would say now")), rows, kind="plain halves")


def _overlaps(report: Report, own: _Own) -> str:
    rows = (
        _row(
            _at(each.start),
            f'<td class="what">{chart.sign(chart.kind_of(each))}{words.overlap(each.label, each.by)}'
            f"{_tag(tr(words.OWN_LABEL)) if place in own.labels else ''}"
            f'<span class="reason">{_safe(own.whys[place])}</span></td>',
            _lasting(each.start, each.end),
            kind="cut" if each.label in INTERRUPTIONS else "",
        )
        for place, each in enumerate(report.overlaps)
    )
    return _table((tr("At"), tr("What happened, and why it is called so"), tr("Both spoke for")), rows)


def _tag(told: str) -> str:
    return f'<span class="tag">{told}</span>'


def _gaps(report: Report) -> str:
    rows = (
        _row(
            _at(gap.start),
            f'<td class="text">{_safe(f"{whose}: {why}" if whose else why)}</td>',
            f'<td class="long">{length}</td>',
        )
        for gap in report.gaps
        for whose, length, why in [words.missing(gap)]
    )
    return _table((tr("At"), tr("What was not heard, and why"), tr("For")), rows)


def _transcript(report: Report, heard: Labels) -> str:
    rows = (
        _row(
            _at(each.start),
            _who(each.speaker),
            f'<td class="text" dir="auto">{_safe(each.text)}{_heard(heard.get(place))}</td>',
            kind="own" if each.speaker is Speaker.AGENT else "",
        )
        for place, each in enumerate(report.transcript)
    )
    return _table((tr("At"), tr("Who"), tr("Said")), rows, kind="said")


def _heard(text: str | None) -> str:
    if text is None:
        return ""
    told = tr("Corrected by you. Heard as: {text}", text=text)
    return f'<span class="reason" dir="auto">{_safe(told)}</span>'


def _table(heads: Iterable[str], rows: Iterable[str], kind: str = "plain") -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "\n".join(rows)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>'


def _row(*cells: str, kind: str = "") -> str:
    return f'<tr class="{kind}">{"".join(cells)}</tr>' if kind else f"<tr>{''.join(cells)}</tr>"


def _at(t: int) -> str:
    return f'<td class="at">{words.moment(t)}</td>'


def _who(speaker: Speaker) -> str:
    return f'<td class="who">{words.PEOPLE[speaker]}</td>'


def _lasting(start: int, end: int) -> str:
    return f'<td class="long">{words.span(seconds(end - start))}</td>'


def _safe(foreign: str) -> str:
    return escape(words.plain(foreign))
