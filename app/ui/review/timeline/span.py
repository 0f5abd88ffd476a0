"""Which part of a call is seen, and how it is zoomed and moved: pure reckoning, no Qt."""

from dataclasses import dataclass, replace

from app.domain.timeline import samples

SHORTEST = samples(2.0)
"""The least that can be seen at once, in samples."""


@dataclass(frozen=True, slots=True)
class View:
    """The part [start, start + span) of a call of `length` samples; replaced, never changed.

    Fractions of samples are kept, so that zooming to and fro comes back to where it began. It never leaves
    the call, and never shows less than SHORTEST of it, or all of a shorter one.
    """

    start: float
    span: float
    length: int

    @classmethod
    def whole(cls, length: int) -> "View":
        """Give the whole of a call of `length` samples; an empty one counts as a single sample."""
        return cls(0.0, float(max(1, length)), max(1, length))

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.start + self.span

    @property
    def is_whole(self) -> bool:
        """Whether all of the call is seen."""
        return self.span >= self.length

    def holds(self, t: float) -> bool:
        """Whether the sample `t` is seen."""
        return self.start <= t <= self.end

    def x(self, t: float, width: float) -> float:
        """Give where the sample `t` lies in a width of so many pixels; it may be outside."""
        return (t - self.start) / self.span * width

    def at(self, x: float, width: float) -> int:
        """Give the sample that lies `x` pixels into a width, held within the call."""
        return min(self.length, max(0, round(self.start + x / width * self.span)))

    def zoomed(self, factor: float, at: float) -> "View":
        """Give it with `factor` times the span; the sample `at` stays where it is but for the call's ends."""
        span = min(float(self.length), max(min(SHORTEST, self.length), self.span * factor))
        return View(at - (at - self.start) * span / self.span, span, self.length)._held()

    def moved(self, by: float) -> "View":
        """Give it so many samples further on."""
        return replace(self, start=self.start + by)._held()

    def around(self, start: float, end: float, room: float = 1.0) -> "View":
        """Give the stretch [start, end) with `room` times its length before it, and as much after it."""
        span = max(SHORTEST, (end - start) * (1 + 2 * room))
        span = min(float(self.length), span)
        return View((start + end - span) / 2, span, self.length)._held()

    def of(self, length: int) -> "View":
        """Give the same part of the call when it is `length` samples long; the whole stays the whole."""
        if self.is_whole:
            return View.whole(length)
        return View(self.start, min(self.span, max(1, length)), max(1, length))._held()

    def _held(self) -> "View":
        """Give it moved into the call."""
        return replace(self, start=min(max(0.0, self.start), self.length - self.span))
