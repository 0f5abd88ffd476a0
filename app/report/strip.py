"""The call as one line of cells a side: how much of each was spoken, what happened there, the time ticks."""

from collections.abc import Iterable, Sequence
from math import ceil

from app.domain.overlaps import INTERRUPTIONS
from app.domain.timeline import Overlap, Speaker, Spurt

STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400)
"""Seconds between two ticks of a time axis that people read without reckoning."""


def spoken(spurts: Iterable[Spurt], speaker: Speaker, duration: int, cells: int) -> list[float]:
    """Give the part 0..1 of each of `cells` equal cells of `duration` samples that `speaker` spoke in."""
    filled = [0.0] * cells
    if duration <= 0:
        return filled
    for spurt in spurts:
        if spurt.speaker is not speaker:
            continue
        start, end = (min(max(0, t), duration) * cells / duration for t in (spurt.start, spurt.end))
        for cell in range(int(start), min(cells, ceil(end))):
            filled[cell] += min(end, cell + 1) - max(start, cell)
    return [min(1.0, part) for part in filled]


def happenings(overlaps: Iterable[Overlap], duration: int, cells: int) -> list[str]:
    """Give what began in each cell: "agent" or "customer" cut in, "both" did, "other" overlaps, or ""."""
    found = [""] * cells
    for overlap in overlaps:
        cell = min(cells - 1, max(0, overlap.start * cells // duration)) if duration > 0 else 0
        if overlap.label not in INTERRUPTIONS:
            found[cell] = found[cell] or "other"
        elif found[cell] in ("", "other", str(overlap.by)):
            found[cell] = str(overlap.by)
        else:
            found[cell] = "both"
    return found


def ticks(duration_s: float, most: int) -> Sequence[int]:
    """Give at most `most` (2 or more) round places in seconds, from 0 on, within the duration."""
    step = next((each for each in STEPS if duration_s / each <= most - 1), STEPS[-1])
    return range(0, int(duration_s) + 1, step)
