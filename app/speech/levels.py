"""The loudness of a channel in steps of 8 ms, and how loud its background is."""

import numpy as np
from numpy.typing import NDArray

STEP = 128
"""Samples in one step."""

STEPS = 4
"""Steps in one frame of the voice model."""

_ABOVE_DB = 3.5
_SPREADS = 2.5
_MEMORY_STEPS = 125
_LOUDEST_RISE_DB = 12.0


def levels(frames: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the dB (full scale = 0) of each step of `frames`, shape (n, 512): shape (n, 4).

    The variance, not the mean square, so that a microphone's offset does not count as sound.
    """
    power = frames.reshape(len(frames), STEPS, STEP).var(axis=2)
    loud: NDArray[np.float32] = 10 * np.log10(np.maximum(power, np.float32(1e-9)))
    return loud


class Background:
    """The level and unrest of a channel while nobody speaks on it, over about the last second.

    `threshold` is what a step must exceed to stand out: 3.5 dB above the mean in steady noise, which
    scatters by half a decibel in 8 ms, and 2.5 mean deviations where the background itself moves.
    """

    def __init__(self) -> None:
        self.level = -50.0
        """The mean level in dB."""
        self._unrest = 1.0
        self._steps = 0

    @property
    def threshold(self) -> float:
        """The level in dB above which a step is more than background."""
        return self.level + max(_ABOVE_DB, _SPREADS * self._unrest)

    def feed(self, level: float, voice: bool) -> None:
        """Take the next step's level; while there is voice only quieter steps than the background count."""
        if voice and level >= self.level:
            return
        self._steps += 1
        weight = max(1 / _MEMORY_STEPS, 1 / self._steps)
        if self._steps > 30:
            level = min(level, self.level + _LOUDEST_RISE_DB)
        level = max(level, self.level - 3 * _LOUDEST_RISE_DB)
        self._unrest += weight * (abs(level - self.level) - self._unrest) if self._steps > 5 else 0.0
        self.level += weight * (level - self.level)
