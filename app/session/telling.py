"""What the process of a review tells of it while it goes on (to app.session.review_run)."""

import time
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import Protocol

from app.audio.source import AudioSource
from app.domain.report import Report
from app.domain.timeline import Spurt, samples
from app.session.live import NOT_YET
from app.session.pipeline import News, Pipeline
from app.session.recognition import Recognition
from app.session.review import certain, why
from app.session.review_run import Known
from app.session.snapshot import CallState, Event, Recognising, Snapshot

_EVERY_S = 0.5
"""Seconds between two messages: each costs both processes a little, and nobody reads faster."""


class Channel(Protocol):
    """The way to the session."""

    def send(self, answer: object) -> None:
        """Give something that pickles; raises OSError once nobody is there any more."""


class Telling:
    """Gathers what a review of `source` makes known, and sends it as Known, every `_EVERY_S` at most."""

    def __init__(self, channel: Channel, source: AudioSource) -> None:
        self._channel, self._source = channel, source
        self._pipeline: Pipeline | None = None
        self._recognition: Recognition | None = None
        self._snapshot = Snapshot()
        self._events: list[Event] = []
        self._spurts: list[Spurt] = []
        self._settled = self._reached = 0
        self._sent_at = -inf
        self._send()

    def begin(self, pipeline: Pipeline, recognition: Recognition | None) -> None:
        """Take what will hear the source from now on."""
        self._pipeline, self._recognition = pipeline, recognition
        self._snapshot = Snapshot(recognising=recognition.state if recognition else Recognising.OFF)
        self._sent_at = -inf  # the first that is heard is told at once

    def heard(self, t: int, news: Sequence[News]) -> None:
        """Take what the sound up to sample `t` made known."""
        assert self._pipeline
        separation = self._pipeline.separation
        self._events += [Event(t, what) for what in news if certain(what, separation)]
        if t > self._reached:  # else it is over, and its spurts have been put in another order
            settled = self._pipeline.spurts[self._settled :]
            self._settled += len(settled)
            self._spurts += [spurt for spurt in settled if certain(spurt, separation)]
        self._reached = t
        if time.monotonic() - self._sent_at >= _EVERY_S:
            self._look(t)
            self._send()

    def end(self, report: Report) -> None:
        """Take the whole, and send all that was not sent yet."""
        self._look(samples(report.source.duration_s))
        self._events.append(Event(self._snapshot.t, report))
        self._snapshot = replace(
            self._snapshot,
            state=CallState.ENDED,
            measures=report.measures,
            separation=report.separation,
            separation_reason=report.separation_reason,
        )
        self._send()

    def _look(self, t: int) -> None:
        """See how the call stands at sample `t`."""
        assert self._pipeline
        recognition = self._recognition
        separation = self._pipeline.separation
        not_yet = separation == "mic-only" and self._source.channels == 2
        state = recognition.state if recognition else Recognising.OFF
        # A recording is heard as fast as it is recognised: more than a moment always waits, and nothing lags.
        behind = state is Recognising.BEHIND
        self._snapshot = Snapshot(
            t=t,
            measures=self._pipeline.measures(),
            separation=separation,
            separation_reason=NOT_YET if not_yet else why(separation, self._source.channels),
            engine=recognition.engine if recognition else None,
            recognising=Recognising.LISTENING if behind else state,
            recognising_trouble=recognition.trouble if recognition and not behind else None,
        )

    def _send(self) -> None:
        length = self._source.duration_s
        self._channel.send(
            Known(
                self._snapshot,
                None if length is None else samples(length),
                tuple(self._events),
                tuple(self._spurts),
            )
        )
        self._events, self._spurts = [], []
        self._sent_at = time.monotonic()
