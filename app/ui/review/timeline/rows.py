"""Where each row of the timeline has its place, and what is left out where there is little room."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.ui.pieces.theme import SPACE

_LEAST_LANE = 1.1
"""Lines of text that a lane is at least tall, while something else can be left out for it."""

_WIDEST_NAMES = 0.2
"""The part of the width that the rows' names may take; they give way to their shapes beyond it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Places in pixels, from top to bottom; None for what is left out. `names` have room on the left."""

    pins: QRectF
    agent: QRectF
    between: QRectF
    customer: QRectF
    loudness: QRectF | None
    axis: QRectF
    overview: QRectF | None
    names: bool

    @property
    def lanes(self) -> QRectF:
        """Both lanes and what is between them."""
        return self.agent.united(self.customer)

    @property
    def plot(self) -> QRectF:
        """All that moves with the view: from the pins to the loudness."""
        return self.pins.united(self.loudness or self.customer)


def arranged(width: float, height: float, line: float, name: float, *, loud: bool) -> Rows:
    """Arrange the rows for a line's height and the widest name in pixels; `loud`: loudness is known.

    The loudness goes first where it is too low, then the overview.
    """
    names = line + SPACE + name <= width * _WIDEST_NAMES
    left = SPACE * 1.5 + line + ((SPACE / 2 + name) if names else 0) + SPACE / 2
    across = max(1.0, width - left - SPACE * 1.5)
    pins, between, axis = line * 1.25 + 4, line + SPACE, line + 6
    overview, loudness = max(20.0, line * 1.3), line * 2.4
    free = height - 2 * SPACE - pins - between - axis
    least = 2 * _LEAST_LANE * line
    has_overview = free - overview - SPACE >= least
    free -= overview + SPACE if has_overview else 0
    has_loudness = loud and free - loudness - SPACE >= 2 * least
    free -= loudness + SPACE if has_loudness else 0
    lane = max(4.0, free / 2)

    y = float(SPACE)

    def take(tall: float, gap: float = 0.0) -> QRectF:
        nonlocal y
        rect = QRectF(round(left), round(y), round(across), round(y + tall) - round(y))
        y += tall + gap
        return rect

    return Rows(
        pins=take(pins),
        agent=take(lane),
        between=take(between),
        customer=take(lane, SPACE if has_loudness else 0),
        loudness=take(loudness) if has_loudness else None,
        axis=take(axis, SPACE if has_overview else 0),
        overview=take(overview) if has_overview else None,
        names=names,
    )
