"""A call as it happens: a thread that hears; from outside a snapshot, a list of events and a few verbs."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import Self

import numpy as np

from app.audio.source import Block, LiveSource
from app.domain.cue_pacing import SHOWN
from app.domain.report import Report, Source
from app.domain.timeline import RATE, Cue, Gap, Speaker, Spurt, Utterance, samples, seconds
from app.session.pipeline import Pipeline
from app.session.recognition import Recognition
from app.session.review import conclude, why
from app.session.snapshot import CallState, Changed, Event, Happening, Mark, Recognising, Snapshot

NOT_YET = "Nothing has been heard from the customer's side so far."
"""Why the sides can't be told apart while the customer's channel has been silent since the beginning."""

_SEAM = samples(0.5)
"""Silence heard in place of a pause, so that speech before and after it never counts as one."""

_PUBLISH_EVERY_S = 0.05
_LAST_WORDS_S = 10.0
"""Seconds that the last words may take at the end of a call."""


class LiveCall:
    """One call from `start` until it has ended; every method is for any thread and returns at once.

    The verbs `pause`, `resume` and `mark` take effect before the next sound is heard.
    """

    def __init__(self, source: LiveSource, pipeline: Pipeline, recognition: Recognition | None) -> None:
        self.report: Report | None = None
        """The whole call, once it has ended."""
        self.failure: Exception | None = None
        """The bug of ours that ended the call, if one did."""
        self._source, self._pipeline, self._recognition = source, pipeline, recognition
        self._snapshot = Snapshot()
        self._events: list[Event] = []
        self._spurts: list[Spurt] = []
        self._news = threading.Condition()
        self._asked: SimpleQueue[tuple[str, float]] = SimpleQueue()
        self._state = CallState.LISTENING
        self._heard = 0
        self._stretches: list[tuple[int, int, int]] = [(0, 0, 0)]
        """What was heard of the source between pauses: from and to (its samples), and how much earlier the
        call's time is."""
        self._deaf_until = 0.0
        self._last_words_s = _LAST_WORDS_S
        self._paused_at: tuple[int, float] | None = None
        self._captured_at: float | None = None
        self._cue: Cue | None = None
        self._told: dict[str, str] = {}
        self._published = 0.0
        self._thread = threading.Thread(target=self._live, name="call", daemon=True)

    def start(self) -> None:
        """Begin to hear."""
        self._thread.start()

    @property
    def snapshot(self) -> Snapshot:
        """The call as it is now; a new object whenever something changed."""
        return self._snapshot

    def events(self, since: int = 0) -> list[Event]:
        """Give what has happened from event number `since` on; the list only grows."""
        return self._events[since:]

    def spurts(self, since: int = 0) -> list[Spurt]:
        """Give the spurts that are settled, from number `since` on; the last ones come with the report."""
        return self._spurts[since:]

    @property
    def source(self) -> Source:
        """Where the sound comes from, and how long it is so far."""
        source = self._source
        return Source(source.kind, seconds(self._snapshot.t), source.sample_rate, source.channels)

    def wait(self, timeout: float) -> None:
        """Wait until there is something new, at most `timeout` seconds."""
        with self._news:
            self._news.wait(timeout)

    def pause(self) -> None:
        """Hear nothing and count nothing until `resume`."""
        self._asked.put(("pause", time.monotonic()))

    def resume(self) -> None:
        """Go on hearing after a pause."""
        self._asked.put(("resume", time.monotonic()))

    def mark(self) -> None:
        """Mark this moment of the call."""
        self._asked.put(("mark", time.monotonic()))

    def end(self) -> None:
        """End the call after the sound that has been captured; its report is there a moment later."""
        self._source.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the call now if it still runs, without its last words, and every process that belongs to it."""
        if self._thread.is_alive():
            self._last_words_s = 0.0
            self.end()
            if self._recognition:
                self._recognition.close()
            self._thread.join()

    def _live(self) -> None:
        report, failure = None, None
        try:
            report = self._hear_all()
        except Exception as bug:
            failure = bug
        self._source.stop()
        if self._recognition:
            self._recognition.close()
        self._change(CallState.ENDED)
        if report:
            self._tell(report)
        # When all is settled, its own measures hold.
        self._snapshot = replace(
            self._snapshot,
            state=CallState.ENDED,
            measures=report.measures if report else self._snapshot.measures,
            speaking=frozenset(),
            cue=None,
            partials={},
        )
        # Last, for whoever waits for it takes it for the end of all news.
        self.report, self.failure = report, failure
        with self._news:
            self._news.notify_all()

    def _hear_all(self) -> Report:
        for block in self._source.blocks():
            self._captured_at = block.captured_at or self._captured_at
            self._obey(block.start)
            self._hear(self._admitted(block))
            self._look_around()
            if time.monotonic() - self._published >= _PUBLISH_EVERY_S:
                self._publish()
        if self._paused_at:
            self._go_on(time.monotonic())
        self._change(CallState.ENDING)
        self._publish()
        self._tell_all(self._pipeline.finish(self._last_words_s))
        engine = self._recognition.engine if self._recognition else None
        return conclude(self._source, self._pipeline, engine, self._heard)

    def _admitted(self, block: Block) -> Block:
        """Give what may be heard of a block: nothing in a pause, nor what was captured before its end."""
        size = block.agent.size
        heard = 0 if self._state is CallState.PAUSED else size
        if heard and block.captured_at is not None:
            heard = min(max(round((block.captured_at - self._deaf_until) * RATE), 0), size)
        start = block.start + size - heard
        since, until, shift = self._stretches[-1]
        if self._state is not CallState.PAUSED:
            if until == since:
                since, shift = start, start - self._heard
            until = start + heard
            self._stretches[-1] = since, until, shift
        customer = None if block.customer is None else block.customer[size - heard :]
        gaps = tuple(placed for gap in block.gaps for placed in self._placed(gap))
        return Block(self._heard, block.agent[size - heard :], customer, block.captured_at, gaps)

    def _placed(self, gap: Gap) -> Iterator[Gap]:
        """Give a gap of the source in the call's time, without what lies in pauses."""
        for since, until, shift in self._stretches:
            start, end = max(gap.start, since), min(gap.end, until)
            if start < end:
                yield replace(gap, start=start - shift, end=end - shift)

    def _hear(self, block: Block) -> None:
        self._heard += block.agent.size
        self._tell_all(self._pipeline.hear(block))
        self._spurts += self._pipeline.spurts[len(self._spurts) :]

    def _obey(self, at: int) -> None:
        """Do what was asked for since the last block; the next begins at sample `at` of the source."""
        while True:
            try:
                verb, asked_at = self._asked.get_nowait()
            except Empty:
                return
            if verb == "mark":
                self._tell(Mark(self._heard))
            elif verb == "pause" and self._state is CallState.LISTENING:
                self._pause(asked_at)
            elif verb == "resume" and self._paused_at:
                self._go_on(asked_at)
                self._stretches.append((at, at, 0))
            self._publish()

    def _pause(self, asked_at: float) -> None:
        self._paused_at = (self._heard, asked_at)
        silence = np.zeros(_SEAM, dtype=np.int16)
        customer = silence if self._source.channels == 2 else None
        self._hear(Block(self._heard, silence, customer))
        self._change(CallState.PAUSED)

    def _go_on(self, asked_at: float) -> None:
        assert self._paused_at
        start, since = self._paused_at
        self._paused_at, self._deaf_until = None, asked_at
        gap = Gap("call", start, start + _SEAM, f"paused for {asked_at - since:.0f} s")
        self._pipeline.gaps.append(gap)
        self._tell(gap)
        self._change(CallState.LISTENING)

    def _look_around(self) -> None:
        """Tell of every change of the inputs and the recogniser, once."""
        around: dict[str, tuple[str, str | None]] = {
            str(side): (state.condition.value, state.trouble) for side, state in self._source.states().items()
        }
        if self._recognition:
            around["recogniser"] = (self._recognition.state.value, self._recognition.trouble)
        for what, (state, told) in around.items():
            if self._told.get(what) != state:
                self._told[what] = state
                self._tell(Changed(what, state, told))

    def _change(self, state: CallState) -> None:
        if self._state is not state:
            self._state = state
            self._tell(Changed("call", state.value))

    def _tell_all(self, happenings: Sequence[Happening]) -> None:
        for happening in happenings:
            self._tell(happening)

    def _tell(self, what: Happening) -> None:
        until: int | None = self._heard
        if isinstance(what, Utterance):
            until = self._pipeline.voice_end(what)
        latency = None
        if self._captured_at and until is not None and not isinstance(what, Mark | Changed | Report):
            latency = time.monotonic() - self._captured_at + (self._heard - until) / RATE
        if isinstance(what, Cue):
            self._cue = what
        self._events.append(Event(self._heard, what, latency))
        with self._news:
            self._news.notify_all()

    def _publish(self) -> None:
        now = self._pipeline.now()
        separation = self._pipeline.separation
        reason = why(separation, self._source.channels)
        if separation == "mic-only" and self._source.channels == 2:
            reason = NOT_YET
        recognition = self._recognition
        self._snapshot = Snapshot(
            t=self._heard,
            state=self._state,
            speaking=now.speaking if self._state is CallState.LISTENING else frozenset(),
            measures=now.measures,
            monologue_s=now.monologue_s,
            separation=separation,
            separation_reason=reason,
            cue=self._cue if self._cue and self._heard - self._cue.t <= SHOWN else None,
            partials={who: recognition.partial(who) for who in Speaker} if recognition else {},
            streams=self._source.states(),
            engine=recognition.engine if recognition else None,
            recognising=recognition.state if recognition else Recognising.OFF,
            recognising_trouble=recognition.trouble if recognition else None,
            captured_at=self._captured_at,
        )
        self._published = time.monotonic()
        with self._news:
            self._news.notify_all()
