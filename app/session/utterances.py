"""Cuts a channel's sound into utterances for the recogniser, where its voice begins and ends."""

from collections import deque
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.domain.spurts import Runs
from app.domain.timeline import Speaker, samples

PAD = samples(0.1)
"""Sound before and after the voice that the recogniser gets too: quiet beginnings and endings of words.

Measured with Moonshine on 17 voiced service calls (tests/bench/words.py, 2503 words): word error rate 0.116,
against 0.130 with 0.2 s of the line's noise on each side and 0.141 with the true turns alone.
"""

JOIN = samples(0.3)
"""Pauses up to this long stay inside an utterance, as inside a spurt; a recogniser needs what went before.

With 0.4 s the words of the same calls are as right, and the recogniser takes 2 % more CPU.
"""

PAUSE = samples(0.16)
"""Sound without voice after which a recogniser may guess that the utterance is over, and prepare its text.

In four voiced calls it is told 0.18 s after the voice ends, 0.15 s before that is certain, and is right three
times in four; told after 0.1 s it is wrong every second time.
"""


class Ear(Protocol):
    """What takes the pieces of utterances (app.session.recognition)."""

    def hear(self, speaker: Speaker, start: int, pcm: NDArray[np.int16]) -> None:
        """Take the next piece of the running utterance."""

    def pause(self, speaker: Speaker) -> None:
        """Take that the voice pauses: if no more of it comes soon, the utterance is what was sent."""

    def finish(self, speaker: Speaker, end: int) -> None:
        """Take that the utterance is over."""


@dataclass(slots=True)
class Voice:
    """Where the voice of an utterance begins and ends (samples); `end` moves on while it runs."""

    start: int
    end: int


class UtteranceCutter:
    """One speaker's sound and runs to utterances; keeps no more sound than the look-ahead needs."""

    def __init__(self, speaker: Speaker, ear: Ear) -> None:
        self._speaker, self._ear = speaker, ear
        self._sound: NDArray[np.int16] = np.zeros(0, dtype=np.int16)
        self._sound_from = 0
        self._sent = 0
        self._open: Voice | None = None
        self._pausing = False
        self.closed: deque[Voice] = deque()
        """The voice of each finished utterance, until its owner takes it away."""

    @property
    def running(self) -> Voice | None:
        """The voice of the running utterance; None when none runs."""
        return self._open

    @property
    def earliest_end(self) -> int | None:
        """The earliest sample at which the running utterance can end; None when none runs."""
        return None if self._open is None else self._open.end

    def voice(self, sample: int) -> Voice:
        """Give the voice of the finished or running utterance nearest to `sample`."""
        voices = [*self.closed, *([self._open] if self._open else [])]
        return min(voices, key=lambda voice: max(voice.start - sample, sample - voice.end, 0))

    def feed(self, sound: NDArray[np.int16], runs: Runs, settled: int) -> None:
        """Take the next sound, the runs that became certain, and up to where they are settled."""
        self._sound = np.concatenate([self._sound, sound])
        for start, end in runs:
            if self._open and start - self._open.end > JOIN:
                self._close()
            if self._open is None:
                self._sent = max(start - PAD, self._sent)
                self._open = Voice(start, end)
            self._open.end = end
            self._pausing = False
            self._send(end)
        if self._open and not self._pausing and self._heard - self._open.end >= PAUSE:
            # This much belongs to the utterance, however it goes on.
            self._send(self._open.end + PAD)
            self._ear.pause(self._speaker)
            self._pausing = True
        if self._open and settled - self._open.end > JOIN:
            self._close()
        keep = max(self._sent if self._open else settled - PAD, self._sound_from)
        self._sound, self._sound_from = self._sound[keep - self._sound_from :], keep

    def finish(self) -> None:
        """End the running utterance: the channel ends here, or stops for a while.

        The next sound follows in the call's clock, but nothing from before is used with it.
        """
        if self._open:
            self._close()
        self._sent = self._sound_from = self._heard
        self._sound = self._sound[:0]

    @property
    def _heard(self) -> int:
        return self._sound_from + self._sound.size

    def _close(self) -> None:
        assert self._open is not None
        self._send(self._open.end + PAD)
        self._ear.finish(self._speaker, self._open.end)
        self.closed.append(self._open)
        self._open = None

    def _send(self, until: int) -> None:
        piece = self._sound[self._sent - self._sound_from : max(until - self._sound_from, 0)]
        if piece.size:
            self._ear.hear(self._speaker, self._sent, piece)
            self._sent += piece.size
