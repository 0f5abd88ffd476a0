"""A whole call in the background, through a real sound server, whose processes can be struck."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from app.content import load_coaching
from app.domain.report import Report
from app.domain.timeline import Gap, Speaker, Utterance
from app.session.live import LiveCall
from app.session.live_source import LiveInputs
from app.session.pipeline import Pipeline
from app.session.recognition import Recognition
from app.session.snapshot import Recognising
from app.speech.models import choose
from app.speech.phrases import PhraseBook
from app.speech.worker import run
from tests.pulse_server import PulseServer

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "resources" / "sample_call" / "complaint.flac"
CHILDREN = ("agent", "customer", "recogniser")
PATIENCE = 30.0


class RunningCall:
    """A call that hears the sample call over and over from the server's output `call`; use with `with`."""

    def __init__(self, server: PulseServer) -> None:
        self._server = server
        coaching = load_coaching(ROOT / "resources" / "content")
        book = PhraseBook(coaching.lists_for("complaint"), coaching.numbers, coaching.pieces)
        self._inputs = LiveInputs("left", "right")
        self._recognition = Recognition(run, choose("moonshine", None, ()), wait=False)
        pipeline = Pipeline(coaching, "complaint", book, self._recognition, customer=True)
        self.call = LiveCall(self._inputs, pipeline, self._recognition)
        self._player: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.call.start()
        self.wait(lambda: all(self.well(child) for child in CHILDREN), "for all to hear")
        self.wait(lambda: len(self.told(Utterance)) > 0, "for the first words")
        return self

    def __exit__(self, *_: object) -> None:
        self.call.close()
        if self._player:
            self._player.kill()
            self._player.wait()

    def end(self) -> Report:
        """End the call and give its report."""
        self.call.end()
        self.wait(lambda: self.call.report is not None, "for the report")
        assert self.call.report
        return self.call.report

    def told(self, kind: type) -> list:
        """Everything of a kind that has happened."""
        return [event.what for event in self.call.events() if isinstance(event.what, kind)]

    def pid(self, child: str) -> int | None:
        """The process of that child now."""
        if child == "recogniser":
            return self._recognition.pid
        return self._inputs.pids().get(Speaker(child))

    def well(self, child: str) -> bool:
        """Whether that child works."""
        snapshot = self.call.snapshot
        if child == "recogniser":
            return snapshot.recognising is Recognising.LISTENING
        stream = snapshot.streams.get(Speaker(child))
        return stream is not None and stream.condition == "hearing"

    def strike(self, child: str, number: int) -> float:
        """Send a signal to a child and wait until another works in its place; give the seconds that took.

        The call's clock must have gone on, and everything lost in between must be told as a Gap.
        """
        channel = "transcript" if child == "recogniser" else child
        # The recogniser loses something only while it has something: struck in the middle of an utterance.
        self.wait(self._in_the_middle_of_words, "for words")
        pid, gaps, at = self.pid(child), self._gaps(channel), self.call.snapshot.t
        assert pid is not None
        os.kill(pid, number)
        struck = time.monotonic()
        self.wait(lambda: self.pid(child) != pid and self.well(child), f"for another {child}")
        took = time.monotonic() - struck
        self.wait(lambda: self._gaps(channel) > gaps, f"for the gap of {child}")
        texts = len(self.told(Utterance))
        self.wait(lambda: len(self.told(Utterance)) > texts, "for words after it")
        assert self.call.snapshot.t > at
        return took

    def wait(self, reached: Callable[[], bool], what: str) -> None:
        """Wait until something is so, while the sample call is played over and over."""
        until = time.monotonic() + PATIENCE
        while not reached():
            assert time.monotonic() < until, f"waited in vain {what}: {self.call.snapshot}"
            assert self.call.failure is None
            if self.well("customer") and (self._player is None or self._player.poll() is not None):
                self._player = self._server.play(SOUND, "call")
            self.call.wait(0.05)

    def _in_the_middle_of_words(self) -> bool:
        snapshot = self.call.snapshot
        return any(snapshot.partials.get(speaker) for speaker in snapshot.speaking)

    def _gaps(self, channel: str) -> int:
        return sum(gap.channel == channel for gap in self.told(Gap))
