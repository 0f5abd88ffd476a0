"""The drawings of the page, as inline SVG: the call's timeline in rows, the talk ratio against its band."""

from collections.abc import Sequence
from math import ceil

from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.timeline import Cue, Overlap, Speaker, samples
from app.report import words
from app.report.strip import ticks

WIDTH = 960
"""Units of every drawing's width, one CSS pixel each on a full-width page."""

LEFT = 80
PINS, LANE, BETWEEN, AXIS = 26, 28, 24, 24
"""Heights in a row of the timeline: hints, one lane, marks between the lanes, time axis."""

HEIGHT = PINS + LANE + BETWEEN + LANE + AXIS

ROWS = ((600, 600), (3600, 600), (3 * 3600, 1200), (float("inf"), 3600))
"""Up to how many seconds of call, how many seconds a row: rows stay few and a short answer stays visible."""

FINEST = 0.5
"""Pauses narrower than this many units are drawn over: no eye sees them, and a long call stays small."""

_MARKS = {
    "agent": '<path class="agent" d="M0 1h12l-6 10z"/>',
    "customer": '<path class="customer" d="M0 11h12l-6-10z"/>',
    "other": '<circle class="both" cx="6" cy="6" r="4"/>',
    "hint": '<path class="pin" d="M6 1l5 5-5 5-5-5z"/>',
}


def kind_of(overlap: Overlap) -> str:
    """Give which sign an overlap bears: "agent" or "customer" cut in, or "other"."""
    return str(overlap.by) if overlap.label in INTERRUPTIONS else "other"


def mark(kind: str) -> str:
    """Give the sign of an overlap or a hint as a drawing of its own; the words beside it say the same."""
    return f'<svg viewBox="0 0 12 12" aria-hidden="true">{_MARKS[kind]}</svg>'


def row_length(duration_s: float) -> float:
    """Give how many seconds of a call one row of its timeline shows; a short call fills its single row."""
    length = next(row for limit, row in ROWS if duration_s <= limit)
    return max(1.0, min(duration_s, length))


def timeline(report: Report, chosen: Sequence[Cue]) -> str:
    """Give the timeline: two lanes a row, overlaps between, hints above, the `chosen` ones numbered.

    Each row is a drawing of its own, so that paper may turn between them.
    """
    length = row_length(report.source.duration_s)
    rows = max(1, ceil(report.source.duration_s / length))
    return "\n".join(_Row(report, index, index == rows - 1, length).draw(chosen) for index in range(rows))


class _Row:
    """One row of the timeline: `length` seconds of the call."""

    def __init__(self, report: Report, index: int, last: bool, length: float) -> None:
        self._report, self._last, self._length = report, last, length
        self._first = samples(index * length)
        self._end = min(self._first + samples(length), samples(report.source.duration_s))
        self._scale = (WIDTH - LEFT - 2) / samples(length)

    def draw(self, chosen: Sequence[Cue]) -> str:
        others = (cue for cue in self._report.cues if cue not in chosen)
        hints = [_pin(self._x(cue.t)) for cue in others if self._holds(cue.t)]
        hints += [_pin(self._x(cue.t), n) for n, cue in enumerate(chosen, 1) if self._holds(cue.t)]
        parts = [
            self._lane(Speaker.AGENT, PINS),
            self._lane(Speaker.CUSTOMER, PINS + LANE + BETWEEN),
            self._axis(PINS + 2 * LANE + BETWEEN),
            *(self._overlap(each) for each in self._report.overlaps if self._holds(each.start)),
            *hints,
        ]
        span = f"{words.moment(self._first)} to {words.moment(self._end)}"
        return (
            f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Both speakers from {span}; '
            f'the table below holds the same">{"".join(parts)}</svg>'
        )

    def _holds(self, t: int) -> bool:
        return self._first <= t and (t < self._end or self._last)

    def _x(self, t: int) -> float:
        return LEFT + (min(max(t, self._first), self._end) - self._first) * self._scale

    def _lane(self, speaker: Speaker, y: int) -> str:
        left, right = self._x(self._first), self._x(self._end)
        middle = y + LANE // 2 + 4
        name = f'<text x="0" y="{middle + 1}" font-size="14">{words.PEOPLE[speaker]}</text>'
        track = f'<path class="track" d="{_box(left, y, max(1, right - left))}"/>'
        if speaker is Speaker.CUSTOMER and self._report.measures.customer_talk_s is None:
            unknown = f'<text class="tick" x="{LEFT + 8}" y="{middle}">{words.NOT_MEASURABLE}</text>'
            return f"{name}{track}{unknown}"
        boxes = "".join(_box(x, y, width) for x, width in self._drawn(speaker))
        return f'{name}{track}<path class="{speaker}" d="{boxes}"/>'

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

    def _axis(self, y: int) -> str:
        parts = []
        for at in ticks(self._length, 10):
            t = self._first + samples(at)
            x = self._x(t)
            if t <= self._end and x <= WIDTH - 16:
                parts.append(f'<path class="rule" d="M{x:.1f} {y}v6"/>')
                at_tick = f'x="{x:.1f}" y="{y + 19}" text-anchor="middle"'
                parts.append(f'<text class="tick" {at_tick}>{words.moment(t)}</text>')
        return "".join(parts)

    def _overlap(self, overlap: Overlap) -> str:
        # The triangle's tip, the moment itself, points into the lane of the one who was speaking.
        x = min(self._x(overlap.start) - 6, WIDTH - 12)
        kind = kind_of(overlap)
        return f'<g transform="translate({x:.1f} {PINS + LANE + 6})">{_MARKS[kind]}</g>'


def _box(x: float, y: int, width: float) -> str:
    return f"M{x:.1f} {y}h{width:.1f}v{LANE}h-{width:.1f}z"


def _pin(x: float, number: int | None = None) -> str:
    if number is None:
        return f'<path class="stem" d="M{x:.1f} 18v8"/><path class="pin" d="M{x:.1f} 8l5 5-5 5-5-5z"/>'
    return (
        f'<path class="stem" d="M{x:.1f} 18v8"/><circle class="chosen" cx="{x:.1f}" cy="10" r="9"/>'
        f'<text x="{x:.1f}" y="14" text-anchor="middle" font-weight="600">{number}</text>'
    )


def ratio(share: float, band: tuple[float, float]) -> str:
    """Give the talk ratio as a bar, yours and the customer's part, with the band as a bracket under it."""
    own = share * WIDTH
    low, high = (min(1.0, max(0.0, limit)) * WIDTH for limit in band)
    middle = min(max((low + high) / 2, 110), WIDTH - 110)
    customer = max(0.0, WIDTH - own - 2)
    return (
        f'<svg viewBox="0 0 {WIDTH} 118" role="img" aria-label="Your part {words.percent(share)} %, '
        f'the band is {words.band(band)}"><g>'
        f'<text x="0" y="28">You</text><text x="{WIDTH}" y="28" text-anchor="end">Customer</text>'
        f'<path class="agent" d="M0 40h{own:.1f}v32h-{own:.1f}z"/>'
        f'<path class="customer" d="M{WIDTH} 40h-{customer:.1f}v32h{customer:.1f}z"/>'
        f'<path class="band" d="M{low:.1f} 76v10H{high:.1f}v-10"/>'
        f'<text x="{middle:.1f}" y="112" text-anchor="middle">band {words.band(band)}</text></g></svg>'
    )
