"""The review as one HTML page: self-contained, without scripts or network, light and dark, ready to print."""

from collections.abc import Iterable, Iterator
from html import escape
from string import Template

from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.timeline import Cue, Overlap, Speaker, seconds
from app.paths import resources_folder
from app.report import chart, words
from app.report.reading import TALK_RATIO, TALK_RATIO_MEANING, Figure, Reading, facts, figures, leak, unknowns


def html(report: Report, reading: Reading) -> str:
    """Give the whole page; everything foreign in it is escaped, and it opens nothing from anywhere."""
    looks = resources_folder() / "report"
    template = Template((looks / "page.html").read_text(encoding="utf-8"))
    leaked = leak(report)
    return template.substitute(
        title=_safe(f"{reading.name} - call review"),
        style=(looks / "page.css").read_text(encoding="utf-8"),
        product="Evenkeel call review",
        name=_safe(reading.name),
        facts=_safe(" · ".join([reading.call_type, *facts(report)])),
        note=f'<p class="facts">{_safe(leaked)}</p>' if leaked else "",
        sections="\n".join(_sections(report, reading)),
        foot="Made on this computer; nothing of the call left it.",
    )


def _sections(report: Report, reading: Reading) -> Iterator[str]:
    yield _section(TALK_RATIO, _ratio(report, reading))
    yield _section("Timeline", _timeline(report, reading))
    yield _section("Key figures", _figures(figures(report)))
    missing = unknowns(report)
    if missing:
        listed = "".join(
            f"<dt>{', '.join(each.names)}</dt><dd>{_safe(f'{each.reason} {each.remedy}')}</dd>"
            for each in missing
        )
        yield _section("Not measurable, and why", f'<dl class="unknowns">{listed}</dl>')
    if reading.hints:
        yield _section("Hints worth keeping", _hints(reading) + _all_hints(report, reading))
    if report.overlaps:
        yield _section("Overlaps", _overlaps(report.overlaps))
    if report.gaps:
        yield _section("Gaps", _gaps(report))
    if report.transcript:
        yield _section("Transcript", _transcript(report))


def _section(title: str, body: str) -> str:
    name = title.split(",")[0].lower().replace(" ", "-")
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n{body}\n</section>'


def _ratio(report: Report, reading: Reading) -> str:
    ratio = report.measures.talk_ratio
    about = f"{TALK_RATIO}: {TALK_RATIO_MEANING}. {words.BAND_NOTE}"
    if ratio is None:
        return f'<p class="unknown">{words.NOT_MEASURABLE}</p><p class="quiet">{about}</p>'
    place = words.against_band(ratio, reading.band)
    inside = " inside" if place.startswith("in ") else ""
    return (
        f'<div class="ratio"><div><p class="number">{words.percent(ratio)} %</p>'
        f'<p class="place{inside}">{place}</p></div>'
        f'{chart.ratio(ratio, reading.band)}<p class="quiet">{about}</p></div>'
    )


def _timeline(report: Report, reading: Reading) -> str:
    signs = [
        (str(by), f"{words.PEOPLE[by]} cut in")
        for by in Speaker
        if any(each.by is by and each.label in INTERRUPTIONS for each in report.overlaps)
    ]
    if any(each.label not in INTERRUPTIONS for each in report.overlaps):
        signs.append(("other", "another overlap"))
    if any(each not in reading.hints for each in report.cues):
        signs.append(("hint", "a hint"))
    legend = "".join(f"<li>{chart.mark(kind)}{meaning}</li>" for kind, meaning in signs)
    if reading.hints:
        legend += "<li>numbers: the hints below</li>"
    drawing = chart.timeline(report, reading.hints)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="Timeline">{drawing}</div>'
        f'<ul class="legend">{legend}</ul>{_spurts(report)}'
    )


def _spurts(report: Report) -> str:
    if not report.spurts:
        return '<p class="quiet">No speech was heard.</p>'
    rows = (
        _row(_at(each.start), _at(each.end), _who(each.speaker), _lasting(each.start, each.end))
        for each in report.spurts
    )
    table = _table(("From", "To", "Who", "Spoke for"), rows)
    number = words.count(len(report.spurts), "stretch", "stretches")
    return f"<details><summary>{number} of speech as a table</summary>{table}</details>"


def _figures(known: Iterable[Figure]) -> str:
    return f'<dl class="figures">{"".join(_figure(each) for each in known)}</dl>'


def _figure(figure: Figure) -> str:
    value = (
        f'<dd class="unknown">{words.NOT_MEASURABLE}</dd>'
        if figure.value is None
        else f'<dd><span class="value">{figure.value}</span> <span class="unit">{figure.unit}</span></dd>'
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
    table = _table(("At", "Kind", "Technique", "What was heard or measured"), rows)
    return f"<details><summary>all {len(report.cues)} hints of the call</summary>{table}</details>"


def _overlaps(overlaps: Iterable[Overlap]) -> str:
    rows = (
        _row(
            _at(each.start),
            f'<td class="what">{chart.mark(chart.kind_of(each))}{words.overlap(each.label, each.by)}'
            f'<span class="reason">{_safe(words.addressed(each.reason))}</span></td>',
            _lasting(each.start, each.end),
            kind="cut" if each.label in INTERRUPTIONS else "",
        )
        for each in overlaps
    )
    return _table(("At", "What happened, and why it is called so", "Both spoke for"), rows)


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
    return _table(("At", "What was not heard, and why", "For"), rows)


def _transcript(report: Report) -> str:
    rows = (
        _row(
            _at(each.start),
            _who(each.speaker),
            f'<td class="text" dir="auto">{_safe(each.text)}</td>',
            kind="own" if each.speaker is Speaker.AGENT else "",
        )
        for each in report.transcript
    )
    return _table(("At", "Who", "Said"), rows, kind="said")


def _table(heads: Iterable[str], rows: Iterable[str], kind: str = "plain") -> str:
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
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
