"""A call that writes itself: a thread that puts what happens into the journal while it happens."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from app.domain.checklists import heard_in
from app.domain.digits import Blanking, blanked, blanked_lines
from app.domain.journal import Call, ChecklistRun, MarkedMoment
from app.domain.report import Report
from app.domain.techniques import Coaching
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Utterance
from app.errors import KnownError
from app.language import marked, tr
from app.session.snapshot import Event, Mark, Snapshot, WatchedCall

if TYPE_CHECKING:  # the database comes with these
    from app.storage.cipher import Database
    from app.storage.journal import Journal

EVERY_S = 0.5
"""Seconds between two writes at least; a call that breaks off has lost no more than this and a write.

Numbers that may still go on with the next line are lost, too; the rest of their line is not.
"""

AGAIN_S = 3.0
"""Seconds until a write that was refused is tried again."""

HELD = marked(
    "{reason} What happens in the call is held until then, and written as soon as that is possible."
)
WRITTEN_AGAIN = marked("The journal can be written again, and nothing of the call was lost.")

Lines = tuple[Utterance, ...] | None
_Place = tuple[Speaker, int, int]


class WrittenCall(WatchedCall, Protocol):
    """A call as its scribe sees it."""

    def spurts(self, since: int = 0) -> Sequence[Spurt]:
        """Give the settled spurts from number `since` on; the list only grows."""


def fit_to_keep(report: Report, keep_words: bool) -> tuple[Report, Lines]:
    """Give a report and its lines as they may be stored: digits blanked, or None where no words are kept."""
    cues = tuple(_fit(cue) for cue in report.cues)
    lines = blanked_lines(report.transcript) if keep_words else None
    return replace(report, cues=cues, transcript=lines or ()), lines


@dataclass(frozen=True, slots=True)
class _News:
    """What is to be written next: all of it fit to keep."""

    snapshot: Snapshot
    over: bool
    report: Report | None
    run: ChecklistRun | None
    """What was prepared, with the checks that the report shows done."""
    happened: Sequence[Event]
    spurts: Sequence[Spurt]
    lines: Lines
    """What is new of what was said; of a line that may go on with more digits, all but its numbers."""
    certain: tuple[Utterance, ...]
    """Lines that were written like that, as they are to stay."""
    later: tuple[Callable[["Database"], None], ...]


class Scribe:
    """Writes one call into the journal, from `start` until it is over and `leave` or `close` is called.

    `about` is the call as it begins, with its id; `keep_words` says whether anything that is said is kept.
    `journal` may come late, go and come back: all that happened meanwhile is written then. Where a write is
    refused, `tell` is called once with the sentence and once more when all is well again, from the scribe's
    thread. Every method is for any thread; only `close` waits.
    """

    def __init__(
        self,
        call: WrittenCall,
        about: Call,
        keep_words: bool,
        tell: Callable[[str], None],
        journal: "Journal | None" = None,
    ) -> None:
        self.about = about
        self.trouble: str | None = None
        """Why the last write was refused, while that lasts."""
        self.failure: Exception | None = None
        """The bug of ours that ended the writing, if one did."""
        self._call, self._keep_words, self._tell, self._journal = call, keep_words, tell, journal
        self._blanking = Blanking()
        self._heard = 0
        """How many events have been given to the blanking."""
        self._lines: list[Utterance] = []
        """What was said and may be written as it is."""
        self._uncertain: set[_Place] = set()
        """The lines that were written without their numbers, to be written again."""
        self._run: ChecklistRun | None = None
        self._coaching: Callable[[], Coaching] | None = None
        self._begun = self._finished = False
        self._events = self._spurts = self._t = 0
        self._later: deque[Callable[[Database], None]] = deque()
        self._ended_at: datetime | None = None
        self._news = threading.Event()
        self._leaving = self._given_up = False
        self._thread = threading.Thread(target=self._write_all, name="scribe", daemon=True)

    def prepared(self, run: ChecklistRun, coaching: Callable[[], Coaching]) -> None:
        """Write what was prepared with the call's beginning, and at its end which checks it showed done.

        To be called before `start`; `coaching` gives the content that tells those.
        """
        self._run, self._coaching = replace(run, call_id=self.about.id), coaching

    def start(self) -> None:
        """Begin to write, if that has not begun."""
        if self._thread.ident is None:
            self._thread.start()

    @property
    def journal(self) -> "Journal | None":
        """The open journal, None while there is none."""
        return self._journal

    @journal.setter
    def journal(self, journal: "Journal | None") -> None:
        self._journal = journal
        self._news.set()

    @property
    def written(self) -> bool:
        """Whether the call is over and everything of it is in the journal."""
        return self._finished and not self._later

    @property
    def begun(self) -> bool:
        """Whether the journal has the call's beginning."""
        return self._begun

    def label(self, place: int, label: str | None) -> None:
        """Keep the user's label of the report's overlap at `place`; None takes it back."""
        from app.storage import calls

        self._write_later(lambda db: calls.label(db, self.about.id, place, label))

    def mark(self, t: int, note: str) -> None:
        """Keep a note to the moment `t` (samples), which is marked by that."""
        from app.storage import calls

        self._write_later(lambda db: calls.mark(db, self.about.id, t, note))

    def leave(self) -> None:
        """Let the thread end as soon as the call is over and all of it is written."""
        self._leaving = True
        self._news.set()

    def close(self, patience_s: float) -> None:
        """Wait until all is written, at most `patience_s` seconds, and give up then; see `written`."""
        self.leave()
        if self._thread.is_alive():
            self._thread.join(patience_s)
        self._given_up = True
        self._news.set()

    def _write_later(self, change: "Callable[[Database], None]") -> None:
        self._later.append(change)
        self._news.set()

    def _write_all(self) -> None:
        try:
            while not self._given_up and not (self._leaving and self.written):
                self._news.wait(self._pause_s())
                self._news.clear()
                self._write_on()
        except Exception as bug:
            self.failure = bug

    def _pause_s(self) -> float | None:
        """Give the seconds until the next look; None where somebody has to say that there is something."""
        if self._journal is None:
            return None
        if self.trouble:
            return AGAIN_S
        return None if self._finished else EVERY_S

    def _write_on(self) -> None:
        journal = self._journal
        news = self._look()
        if journal is None or not self._worth_writing(news):
            return
        try:
            journal.write("call", lambda db: self._write(db, news)).result()
        except KnownError as refusal:
            if self.trouble is None:
                self._tell(tr(HELD, reason=refusal))
            self.trouble = str(refusal)
            return
        self._begun, self._finished = True, news.over
        self._t = news.snapshot.t
        self._events += len(news.happened)
        self._spurts += len(news.spurts)
        self._lines.clear()
        self._uncertain = {_place(line) for line in self._blanking.held}
        for _ in news.later:
            self._later.popleft()
        if self.trouble is not None:
            self.trouble = None
            self._tell(tr(WRITTEN_AGAIN))

    def _look(self) -> _News:
        """Take what is new from the call."""
        # Asked first: once there is a report or a failure, no event comes any more.
        report, failure = self._call.report, self._call.failure
        over = report is not None or failure is not None
        if over and self._ended_at is None:
            self._ended_at = datetime.now(UTC)
        snapshot = self._call.snapshot
        happened = self._call.events(self._events)
        if self._keep_words:
            for event in happened[self._heard - self._events :]:
                if isinstance(event.what, Utterance):
                    self._lines += self._blanking.feed(event.what)
            self._lines += self._blanking.flush() if over else self._blanking.reach(snapshot.t)
        self._heard = self._events + len(happened)
        said = [*self._lines, *self._blanking.held]
        new = tuple(line for line in said if _place(line) not in self._uncertain)
        certain = tuple(line for line in self._lines if _place(line) in self._uncertain)
        lines: Lines = new if self._keep_words else None
        run = None
        if report is not None and not self._finished:
            run = self._ticked(report)
            report, lines = fit_to_keep(report, self._keep_words)
        spurts = self._call.spurts(self._spurts)
        return _News(snapshot, over, report, run, happened, spurts, lines, certain, tuple(self._later))

    def _ticked(self, report: Report) -> ChecklistRun | None:
        """Give what was prepared with where in the call each check was heard; None without anything."""
        if self._run is None or self._coaching is None:
            return None
        from app.session.heard import heard  # the phrases of the content come with it

        found = heard(report, self.about.call_type, self._coaching())
        return heard_in(self._run, {each.technique: each.t for each in found})

    def _worth_writing(self, news: _News) -> bool:
        if self._finished:
            return bool(news.later)
        return news.over or not self._begun or bool(news.happened) or news.snapshot.t != self._t

    def _write(self, db: "Database", news: _News) -> None:
        from app.storage import calls, checklists

        id = self.about.id
        if not self._begun:
            calls.begin(db, self.about)
            if self._run is not None:
                checklists.save_run(db, self._run)
        elif not db.table("calls").count_where("id = ?", [id]):
            return  # it was erased meanwhile, and stays so
        if not self._finished and news.report is not None and self._ended_at is not None:
            for mark in _marks(news):
                calls.mark(db, id, mark.t)
            calls.finish(db, id, news.report, self._ended_at, news.lines)
            if news.run is not None:
                checklists.save_run(db, news.run)
        elif not self._finished:
            self._write_moments(db, news)
            if news.over:
                calls.finish_broken(db, id)
        for change in news.later:
            change(db)

    def _write_moments(self, db: "Database", news: _News) -> None:
        from app.storage import calls

        happened = [event.what for event in news.happened]
        calls.append(
            db,
            self.about.id,
            duration=news.snapshot.t,
            measures=news.snapshot.measures,
            separation=news.snapshot.separation,
            separation_reason=news.snapshot.separation_reason,
            engine=news.snapshot.engine,
            spurts=news.spurts,
            overlaps=[what for what in happened if isinstance(what, Overlap)],
            cues=[_fit(what) for what in happened if isinstance(what, Cue)],
            gaps=[what for what in happened if isinstance(what, Gap)],
            marks=_marks(news),
            lines=news.lines,
        )
        calls.rewrite_lines(db, self.about.id, news.certain)


def _place(line: Utterance) -> _Place:
    return line.speaker, line.start, line.end


def _marks(news: _News) -> list[MarkedMoment]:
    return [MarkedMoment(event.what.t) for event in news.happened if isinstance(event.what, Mark)]


def _fit(cue: Cue) -> Cue:
    return replace(cue, evidence=blanked(cue.evidence))
