"""The drawings of a report, as SVG: the call's timeline in rows with its legend, the talk ratio and its band.

They are styled by classes: page.css has the looks of the page, paper.css those of paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from app.domain.journal import MarkedMoment
from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.silence import non_talk
from app.domain.timeline import Cue, Overlap, Speaker, Stretch, samples
from app.language import tr
from app.report import words
from app.report.strip import ticks

WIDTH = 960
"""Units of a page's drawing, one CSS pixel each on a full-width page."""

PINS, BETWEEN, BELOW, AXIS = 24, 20, 22, 20
"""Heights in a row of the timeline: hints, marks between the lanes, marked and heated moments, time axis."""


@dataclass(frozen=True, slots=True)
class Form:
    """How large a timeline is drawn, in units: a row's width, its part for the lanes' names, a lane's height.

    `rows` says up to how many seconds of call a row holds how many seconds; `most` bounds how many there are.
    """

    width: int
    left: int
    lane: int
    rows: tuple[tuple[float, float], ...]
    most: int

    def row_length(self, duration_s: float) -> float:
        """Give how many seconds of a call one row shows; a short call fills its single row."""
        length = next((row for limit, row in self.rows if duration_s <= limit), self.rows[-1][1])
        return max(1.0, min(duration_s, length), duration_s / self.most)


HOUR = 3600.0
PAGE = Form(WIDTH, 80, 28, ((600, 600), (HOUR, 600), (3 * HOUR, 1200), (24 * HOUR, HOUR)), 24)
"""On a page that scrolls: a short answer stays visible."""

SHEET = Form(720, 72, 16, ((600, 600), (1800, 900), (HOUR, 1200), (24 * HOUR, HOUR)), 3)
"""On a sheet of paper: few rows, low ones."""

FINEST = 0.5
"""Pauses narrower than this many units are drawn over: no eye sees them, and a long call stays small."""

_SIGNS = {
    "agent": '<path class="agent" d="M0 1h12l-6 10z"/>',
    "customer": '<path class="customer" d="M0 11h12l-6-10z"/>',
    "other": '<circle class="both" cx="6" cy="6" r="4"/>',
    "silence": '<path class="silence" d="M0 3h12v6h-12z"/>',
    "hint": '<path class="pin" d="M6 1l5 5-5 5-5-5z"/>',
    "numbered": '<circle class="chosen" cx="6" cy="6" r="6"/>'
    '<text class="on" x="6" y="9" text-anchor="middle" font-size="9">1</text>',
    "mark": '<path class="flag" d="M1 0v12h10l-3-3.5 3-3.5h-10"/>',
    "heat": '<path class="heat" d="M0 0h12v12h-12z"/><path class="zigzag" d="M0 8l3-4 3 4 3-4 3 4"/>',
}


def kind_of(overlap: Overlap) -> str:
    """Give which sign an overlap bears: "agent" or "customer" cut in, or "other"."""
    return str(overlap.by) if overlap.label in INTERRUPTIONS else "other"


def sign(kind: str) -> str:
    """Give one of the timeline's signs as a drawing of its own; the words beside it say the same."""
    return f'<svg viewBox="0 0 12 12" aria-hidden="true">{_SIGNS[kind]}</svg>'


def signs(report: Report, chosen: Sequence[Cue], marks: Sequence[MarkedMoment]) -> list[tuple[str, str]]:
    """Give the signs that a call's timeline has, each with what it means."""
    cut_in = {each.by for each in report.overlaps if each.label in INTERRUPTIONS}
    found = [(str(by), tr("{who} cut in", who=words.PEOPLE[by])) for by in Speaker if by in cut_in]
    others = (
        ("other", tr("other overlap"), any(each.label not in INTERRUPTIONS for each in report.overlaps)),
        ("silence", tr("silence"), bool(_silences(report))),
        ("numbered", tr("hint below"), bool(chosen)),
        ("hint", tr("other hint") if chosen else tr("hint"), any(each not in chosen for each in report.cues)),
        ("mark", tr("marked"), bool(marks)),
        ("heat", tr("heated"), bool(report.heated)),
    )
    return found + [(kind, meaning) for kind, meaning, there in others if there]


def legend(shown: Iterable[tuple[str, str]], form: Form) -> str:
    """Give signs and their meanings as a drawing of lines that fill the width of a timeline."""
    parts, x, y = [], 0.0, 0
    for kind, meaning in shown:
        room = 23 + 6.2 * len(meaning)  # letters of 12 units are about half as wide
        if x and x + room > form.width:
            x, y = 0.0, y + 18
        text = f'<text class="tick" x="17" y="10.5">{escape(meaning)}</text>'
        parts.append(f'<g transform="translate({x:.1f} {y + 2})">{_SIGNS[kind]}{text}</g>')
        x += room + 7
    return _svg(form.width, y + 16, tr("Legend of the timeline"), "".join(parts))


def timeline(
    report: Report, chosen: Sequence[Cue], marks: Sequence[MarkedMoment] = (), form: Form = PAGE
) -> list[str]:
    """Give the timeline's rows, each a drawing of its own, so that paper may turn between them.

    Two lanes a row; overlaps and silences between them; hints above, the `chosen` ones numbered; what was
    marked below; heated stretches shaded.
    """
    length = form.row_length(report.source.duration_s)
    rows = max(1, ceil(report.source.duration_s / length - 1e-9))
    return [_Row(report, form, n, rows, length).draw(chosen, marks) for n in range(rows)]


def _silences(report: Report) -> tuple[Stretch, ...]:
    if report.measures.non_talk_s is None:
        return ()
    return non_talk(report.spurts, samples(report.source.duration_s))


class _Row:
    """Row `index` of `rows` of a timeline: `length` seconds of the call."""

    def __init__(self, report: Report, form: Form, index: int, rows: int, length: float) -> None:
        self._report, self._form, self._length, self._last = report, form, length, index == rows - 1
        self._first = samples(index * length)
        self._end = min(self._first + samples(length), samples(report.source.duration_s))
        self._scale = (form.width - form.left - 2) / samples(length)
        self._between = PINS + form.lane
        self._below = self._between + BETWEEN + form.lane

    def draw(self, chosen: Sequence[Cue], marks: Sequence[MarkedMoment]) -> str:
        report = self._report
        heats = self._places(report.heated)
        flags = [each.t for each in marks if self._holds(each.t)]
        axis = self._below + (BELOW if heats or flags else 0)
        others = (cue for cue in report.cues if cue not in chosen)
        parts = [
            self._track(Speaker.AGENT, PINS),
            self._track(Speaker.CUSTOMER, self._between + BETWEEN),
            *(self._heat(*place) for place in heats),
            self._speech(Speaker.AGENT, PINS),
            self._speech(Speaker.CUSTOMER, self._between + BETWEEN),
            *(self._silence(*place) for place in self._places(_silences(report))),
            self._axis(axis),
            *(self._overlap(each) for each in report.overlaps if self._holds(each.start)),
            *(self._flag(t) for t in flags),
            *(_pin(self._x(cue.t)) for cue in others if self._holds(cue.t)),
            *(_pin(self._x(cue.t), n) for n, cue in enumerate(chosen, 1) if self._holds(cue.t)),
        ]
        told = tr(
            "Both speakers from {start} to {end}; the table below holds the same",
            start=words.moment(self._first),
            end=words.moment(self._end),
        )
        return _svg(self._form.width, axis + AXIS, told, "".join(parts))

    def _holds(self, t: int) -> bool:
        return self._first <= t and (t < self._end or self._last)

    def _x(self, t: int) -> float:
        return self._form.left + (min(max(t, self._first), self._end) - self._first) * self._scale

    def _places(self, stretches: Iterable[Stretch]) -> list[tuple[float, float]]:
        """Give left edge and width of the stretches that this row has a part of."""
        return [
            (self._x(each.start), max(2.0, self._x(each.end) - self._x(each.start)))
            for each in stretches
            if each.start < self._end and each.end > self._first
        ]

    def _track(self, speaker: Speaker, y: int) -> str:
        width = max(1, self._x(self._end) - self._form.left)
        track = f'<path class="track" d="{_box(self._form.left, y, width, self._form.lane)}"/>'
        middle = y + self._form.lane // 2 + 5
        name = f'<text x="0" y="{middle}" font-size="14">{escape(words.PEOPLE[speaker])}</text>'
        if self._unknown(speaker):
            at = f'x="{self._form.left + 8}" y="{middle - 1}"'
            track += f'<text class="tick" {at}>{escape(tr(words.NOT_MEASURABLE))}</text>'
        return name + track

    def _unknown(self, speaker: Speaker) -> bool:
        return speaker is Speaker.CUSTOMER and self._report.measures.customer_talk_s is None

    def _speech(self, speaker: Speaker, y: int) -> str:
        if self._unknown(speaker):
            return ""
        boxes = "".join(_box(x, y, width, self._form.lane) for x, width in self._drawn(speaker))
        return f'<path class="{speaker}" d="{boxes}"/>' if boxes else ""

    def _drawn(self, speaker: Speaker) -> list[tuple[float, float]]:
        """Give left edge and width of what a lane shows, pauses nobody could see drawn over."""
        drawn: list[tuple[float, float]] = []
        for spurt in self._report.spurts:
            if spurt.speaker is not speaker or spurt.end <= self._first or spurt.start >= self._end:
                continue
            left, right = self._x(spurt.start), self._x(spurt.end)
            if drawn and left - sum(drawn[-1]) < FINEST:
                left = drawn.pop()[0]
            drawn.append((left, max(1, right - left)))
        return drawn

    def _heat(self, x: float, width: float) -> str:
        shade = f'<path class="heat" d="{_box(x, PINS, width, self._below - PINS)}"/>'
        waves = "l3-4l3 4" * max(1, int(width // 6))
        return f'{shade}<path class="zigzag" d="M{x:.1f} {self._below + 7}{waves}"/>'

    def _silence(self, x: float, width: float) -> str:
        return f'<path class="silence" d="{_box(x, self._between + BETWEEN // 2 - 3, width, 6)}"/>'

    def _axis(self, y: int) -> str:
        parts = []
        for at in ticks(self._length, 10):
            t = self._first + samples(at)
            x = self._x(t)
            if t <= self._end and x <= self._form.width - 16:
                parts.append(f'<path class="rule" d="M{x:.1f} {y}v5"/>')
                at_tick = f'x="{x:.1f}" y="{y + 16}" text-anchor="middle"'
                parts.append(f'<text class="tick" {at_tick}>{words.moment(t)}</text>')
        return "".join(parts)

    def _overlap(self, overlap: Overlap) -> str:
        # The triangle's tip, the moment itself, points into the lane of the one who was speaking.
        x = min(self._x(overlap.start) - 6, self._form.width - 12)
        y = self._between + BETWEEN // 2 - 6
        return f'<g transform="translate({x:.1f} {y})">{_SIGNS[kind_of(overlap)]}</g>'

    def _flag(self, t: int) -> str:
        # The foot of its pole, upside down, touches the lane: the moment itself.
        x, y = self._x(t), self._below
        pole = f'<path class="stem" d="M{x:.1f} {y}v12"/>'
        cloth = x if x < self._form.width - 12 else self._form.width - 12
        return f'{pole}<path class="flag" d="M{cloth:.1f} {y + 12}h10l-3 4 3 4h-10z"/>'


def _svg(width: int, height: int, told: str, parts: str) -> str:
    box, label = f'viewBox="0 0 {width} {height}" font-size="12"', f'aria-label="{escape(told)}"'
    return f'<svg {box} role="img" {label}>{parts}</svg>'


def _box(x: float, y: int, width: float, height: int) -> str:
    return f"M{x:.1f} {y}h{width:.1f}v{height}h-{width:.1f}z"


def _pin(x: float, number: int | None = None) -> str:
    if number is None:
        return f'<path class="stem" d="M{x:.1f} 18v6"/><path class="pin" d="M{x:.1f} 8l5 5-5 5-5-5z"/>'
    return (
        f'<path class="stem" d="M{x:.1f} 18v6"/><circle class="chosen" cx="{x:.1f}" cy="10" r="9"/>'
        f'<text class="on" x="{x:.1f}" y="14" text-anchor="middle" font-weight="600">{number}</text>'
    )


def ratio(share: float, band: tuple[float, float]) -> str:
    """Give the talk ratio as a bar, yours and the customer's part, with the band as a bracket under it."""
    own = share * WIDTH
    low, high = (min(1.0, max(0.0, limit)) * WIDTH for limit in band)
    middle = min(max((low + high) / 2, 110), WIDTH - 110)
    customer = max(0.0, WIDTH - own - 2)
    limits = tr("band {band}", band=words.band(band))
    you, customer_told = escape(words.PEOPLE[Speaker.AGENT]), escape(words.PEOPLE[Speaker.CUSTOMER])
    told = tr(
        "Your part {percent} %, the band is {band}", percent=words.percent(share), band=words.band(band)
    )
    return (
        f'<svg viewBox="0 0 {WIDTH} 118" role="img" aria-label="{escape(told)}"><g font-size="26">'
        f'<text x="0" y="28">{you}</text><text x="{WIDTH}" y="28" text-anchor="end">{customer_told}</text>'
        f'<path class="agent" d="M0 40h{own:.1f}v32h-{own:.1f}z"/>'
        f'<path class="customer" d="M{WIDTH} 40h-{customer:.1f}v32h{customer:.1f}z"/>'
        f'<path class="band" d="M{low:.1f} 76v10H{high:.1f}v-10"/>'
        f'<text x="{middle:.1f}" y="112" text-anchor="middle">{escape(limits)}</text></g></svg>'
    )
