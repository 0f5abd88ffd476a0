"""A recording's review while it runs, put together as one call that grows."""

from bisect import insort
from typing import TYPE_CHECKING

from app.domain.report import Report, Source
from app.domain.timeline import Cue, Gap, Overlap, Utterance, seconds
from app.session.snapshot import Event
from app.ui.review.opened import Opened
from app.ui.review.shown import Shown

if TYPE_CHECKING:
    from app.domain.timeline import Spurt
    from app.session.review_run import ReviewRun


class Growing:
    """Collects what a run tells; `shown` gives the call as far as it is known."""

    def __init__(self, opened: Opened, run: "ReviewRun") -> None:
        self._opened, self._run = opened, run
        self._spurts: list[Spurt] = []
        self._overlaps: list[Overlap] = []
        self._lines: list[Utterance] = []
        self._cues: list[Cue] = []
        self._gaps: list[Gap] = []

    def take(self, event: Event) -> None:
        """Take in something that has become known; text comes later than it was said."""
        match event.what:
            case Overlap() as overlap:
                insort(self._overlaps, overlap, key=lambda each: each.start)
            case Utterance() as line:
                insort(self._lines, line, key=lambda each: each.start)
            case Cue() as cue:
                self._cues.append(cue)
            case Gap() as gap:
                self._gaps.append(gap)

    def shown(self) -> Shown:
        """Give the call as far as it is known."""
        now, length = self._run.snapshot, self._run.length
        self._spurts += self._run.spurts(len(self._spurts))
        from app.session.live import NOT_YET  # all the weight of sound comes with it

        one = now.separation == "mic-only" and now.separation_reason != NOT_YET and now.t > 0
        report = Report(
            source=Source("recording", seconds(now.t), 0, 1 if one else 2),
            engine=now.engine,
            separation=now.separation,
            separation_reason=now.separation_reason,
            measures=now.measures,
            spurts=tuple(self._spurts),
            overlaps=tuple(self._overlaps),
            transcript=tuple(self._lines),
            cues=tuple(self._cues),
            gaps=tuple(self._gaps),
        )
        opened = self._opened
        return Shown(opened.name, opened.call_type, report, now.t, max(length or 0, now.t), done=False)

    def ended(self, report: Report) -> Shown:
        """Give the call as it is in the end."""
        length = round(report.source.duration_s * 16_000)
        return Shown(self._opened.name, self._opened.call_type, report, length, length)
