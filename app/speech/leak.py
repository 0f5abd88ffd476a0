"""Whether the customer can be heard in the agent's microphone, how late and how loud.

The two channels' waveforms are compared, not only their envelopes: a leak is a delayed, filtered copy,
so its cross-correlation with whitened spectra (GCC-PHAT, Knapp & Carter 1976) peaks at one lag again and
again, while two people's speech peaks anywhere. This tells a leak from two people talking within two
seconds of the customer's speech, also while both talk.
"""

from enum import Enum

import numpy as np
from numpy.typing import NDArray

from app.domain.loudness import LoudnessFold
from app.speech.levels import STEP
from app.speech.voice_activity import BEGINS, NO_LEAK

CHUNK = 8192
"""Samples (0.512 s) compared at a time; lags from 0 to 0.5 s can be seen."""

# Without soft edges both channels' cuts, which fall together, would look like a common sound at lag 0.
_EDGE = np.hanning(1024).astype(np.float32)[:512]
_TAPER = np.concatenate([_EDGE, np.ones(CHUNK - 1024, np.float32), _EDGE[::-1]])
_LONG_TAPER = np.concatenate([_EDGE, np.ones(2 * CHUNK - 1024, np.float32), _EDGE[::-1]])
_SPEECH_BAND = (np.abs(np.fft.rfftfreq(2 * CHUNK, 1 / 16_000) - 2000) <= 1800).astype(np.float32)
"""200 to 3800 Hz: a telephone line carries no more of the customer."""

_FORGET = 0.9
_CLIP = 6.0
_LEAKS = 6.8
_CLEAR_AFTER = 4
_LOUD_DB = -6.5


class Verdict(Enum):
    """What the comparison says so far."""

    UNKNOWN = "unknown"
    SEPARATE = "separate"
    LEAK = "leak"


class LeakDetector:
    """Compares the channels chunk by chunk, wherever the customer speaks, and names the leak's lag.

    The sum of the clipped correlations, in units of its own scatter, stays under 6.1 for separate
    channels and passes 6.8 after two to five chunks of leak alone (measured on voiced timelines at -3 to
    -20 dB, with and without a room, with white noise and key clicks). Clipping keeps one
    chunk, such as two steady vowels of the same pitch, from deciding alone.
    """

    def __init__(self) -> None:
        self._sum = np.zeros(CHUNK)
        self._weight = 0.0
        self._chunks = 0
        self._before = np.zeros(CHUNK, dtype=np.float32)
        self.lag = 0

    def feed(
        self, agent: NDArray[np.float32], customer: NDArray[np.float32], customer_speaks: bool
    ) -> Verdict:
        """Take the next chunk of both channels, shape (8192,) each, and give the verdict so far.

        `lag` is then the leak's delay in samples, 0 to 8191.
        """
        reference = np.concatenate([self._before, customer])
        self._before = customer
        if customer_speaks:
            self._compare(agent, reference)
        if self._chunks >= 2 and self._evidence() >= _LEAKS:
            self.lag = int(np.abs(self._sum).argmax())
            return Verdict.LEAK
        return Verdict.SEPARATE if self._chunks >= _CLEAR_AFTER else Verdict.UNKNOWN

    def _compare(self, agent: NDArray[np.float32], reference: NDArray[np.float32]) -> None:
        heard = np.concatenate([np.zeros(CHUNK, dtype=np.float32), agent * _TAPER])
        spectrum = np.fft.rfft(heard) * np.conj(np.fft.rfft(reference * _LONG_TAPER))
        spectrum *= _SPEECH_BAND / np.maximum(np.abs(spectrum), 1e-12)
        correlation = np.fft.irfft(spectrum)[:CHUNK]
        scatter = float(np.sqrt(np.mean(correlation**2)))
        if scatter == 0:
            return
        self._sum = _FORGET * self._sum + np.clip(correlation / scatter, -_CLIP, _CLIP)
        self._weight = _FORGET**2 * self._weight + 1
        self._chunks += 1

    def _evidence(self) -> float:
        return float(np.abs(self._sum).max() / np.sqrt(self._weight))


class LeakGate:
    """How loud the microphone must be, while the customer can be heard in it, to be the agent.

    What the canceller leaves is expected at the customer's level plus a gain, the 80th percentile of what
    is measured while the agent is quiet; 3 dB above that, a step is the agent. As this can be wrong in
    either direction, the gate stays between 15 and 6 dB under the agent's own level, which is learned
    while the customer is silent. A room lets a leak linger; it is taken to fall by 60 dB in 0.4 s.
    """

    _QUANTILE = 0.8
    _PACE_DB = 0.2
    _MARGIN_DB = 3.0
    _UNDER_AGENT_DB = (15.0, 6.0)
    _OVER_SILENCE_DB = 10.0
    _FALL_DB = 60 * STEP / (0.4 * 16_000)
    _KNOWN_FRAMES = 30
    _AGENT_DB = -30.0

    def __init__(self, lag: int) -> None:
        self._gain = -20.0
        self._expected = NO_LEAK
        self._customer: list[float] = [NO_LEAK] * (lag // STEP + 1)
        self._agent = LoudnessFold()

    def feed(
        self, probability: float, microphone: list[float], customer: list[float], silence: float
    ) -> float:
        """Take one frame: voice probability, both channels' levels, the customer's background (dB).

        Gives the level below which the frame is leak; NO_LEAK where the customer can't be in it.
        """
        audible = False
        agent = self._agent.median_db if self._agent.frames >= self._KNOWN_FRAMES else self._AGENT_DB
        lowest, highest = (agent - under for under in self._UNDER_AGENT_DB)
        for heard, said in zip(microphone, customer, strict=True):
            self._customer.append(said)
            source = max(self._customer[0], self._customer[1])
            del self._customer[0]
            self._expected = max(source, self._expected - self._FALL_DB)
            if self._expected > silence + self._OVER_SILENCE_DB:
                audible = True
                if heard < highest:
                    over = heard - self._expected > self._gain
                    self._gain += self._PACE_DB * (self._QUANTILE - (not over))
        if not audible:
            if probability >= BEGINS:
                self._agent.feed(max(microphone))
            return NO_LEAK
        return min(max(self._expected + self._gain + self._MARGIN_DB, lowest), highest)


def loud(lag: int, microphone: NDArray[np.float32], customer: NDArray[np.float32]) -> bool:
    """Say whether a leak is over -6.5 dB of the customer's level, from some steps' levels in dB of both.

    The 30th percentile, as the agent's own speech only ever adds to the microphone.
    """
    late = lag // STEP
    source = customer[: max(customer.size - late, 0)]
    if not source.size:
        return False
    said = source > max(-45.0, float(np.median(source)))
    over = microphone[late:][said] - source[said]
    return over.size > 0 and float(np.quantile(over, 0.3)) > _LOUD_DB


class Sameness:
    """Whether both channels carry the same sound: correlation and difference of their levels.

    Counts the steps in which either side is more than 15 dB over silence of -60 dBFS.
    """

    _LEAST_STEPS = 250

    def __init__(self) -> None:
        self._n = 0
        self._sums = np.zeros(5)

    def feed(self, agent: NDArray[np.float32], customer: NDArray[np.float32]) -> None:
        """Take some steps' levels in dB, both of shape (n,)."""
        loud = np.maximum(agent, customer) > -45.0
        a, c = agent[loud].astype(np.float64), customer[loud].astype(np.float64)
        self._n += a.size
        self._sums += (a.sum(), c.sum(), (a * a).sum(), (c * c).sum(), (a * c).sum())

    @property
    def known(self) -> bool:
        """Whether enough was heard (2 s of sound) to tell."""
        return self._n >= self._LEAST_STEPS

    def same(self) -> bool:
        """Say whether the levels correlate by at least 0.95 within 3 dB; False until that is known."""
        if not self.known:
            return False
        a, c, aa, cc, ac = self._sums / self._n
        spread = (aa - a * a) * (cc - c * c)
        return bool(abs(a - c) <= 3.0 and spread > 0 and ac - a * c >= 0.95 * np.sqrt(spread))
