"""Headset or loudspeaker: whether the microphone hears what plays, found out before any call."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from app.audio.source import Block
from app.speech.leak import CHUNK, LeakDetector, Sameness, Verdict
from app.speech.levels import STEP, levels

_PLAYS_DB = -50.0
"""A chunk whose loudest tenth of steps is over this holds something to compare."""

_FRAME = 512


class Listens(StrEnum):
    """What the comparison says so far."""

    QUIET = "quiet"
    """Nothing plays on the customer's side."""
    COMPARING = "comparing"
    HEADSET = "headset"
    """The microphone does not hear what plays."""
    LOUDSPEAKER = "loudspeaker"
    """It does."""
    SAME = "same"
    """Both sides are one and the same sound: the same device, or a mix."""


@dataclass(frozen=True, slots=True)
class Bleed:
    """The finding; `db` is how loud the leak is against the customer's side (loudspeaker only, 0 or less)."""

    listens: Listens
    db: float | None = None


class BleedCheck:
    """Compares both channels while something plays on the customer's side; it should last some seconds."""

    def __init__(self) -> None:
        self._detector, self._sameness = LeakDetector(), Sameness()
        self._agent = np.zeros(0, np.float32)
        self._customer = np.zeros(0, np.float32)
        self._levels: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
        self.found = Bleed(Listens.QUIET)

    def feed(self, block: Block) -> Bleed:
        """Take the next block of both channels and give the finding so far."""
        customer = np.zeros_like(block.agent) if block.customer is None else block.customer
        self._agent = np.concatenate([self._agent, _floats(block.agent)])
        self._customer = np.concatenate([self._customer, _floats(customer)])
        while self._agent.size >= CHUNK:
            self._compare(self._agent[:CHUNK], self._customer[:CHUNK])
            self._agent, self._customer = self._agent[CHUNK:], self._customer[CHUNK:]
        return self.found

    def _compare(self, agent: NDArray[np.float32], customer: NDArray[np.float32]) -> None:
        heard, played = (levels(side.reshape(-1, _FRAME)).ravel() for side in (agent, customer))
        plays = float(np.quantile(played, 0.9)) > _PLAYS_DB
        verdict = self._detector.feed(agent, customer, plays)
        if not plays:
            return
        self._levels.append((heard, played))
        self._sameness.feed(heard, played)
        if self._sameness.same():
            self.found = Bleed(Listens.SAME)
        elif verdict is Verdict.LEAK:
            self.found = Bleed(Listens.LOUDSPEAKER, self._loudness())
        elif verdict is Verdict.SEPARATE:
            self.found = Bleed(Listens.HEADSET)
        else:
            self.found = Bleed(Listens.COMPARING)

    def _loudness(self) -> float:
        """Give the leak's median dB over what plays, where it plays, after the lag."""
        heard, played = (np.concatenate(side) for side in zip(*self._levels, strict=True))
        late = self._detector.lag // STEP
        heard, played = heard[late:], played[: played.size - late]
        loud = played > _PLAYS_DB
        return min(0.0, float(np.median(heard[loud] - played[loud]))) if loud.any() else 0.0


def _floats(pcm: NDArray[np.int16]) -> NDArray[np.float32]:
    return pcm.astype(np.float32) / np.float32(32768)
