"""The session's side of a recording's envelope: it grows while it is read, and is asked at any zoom."""

from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.domain.timeline import Speaker, Spurt


class Waveform:
    """The envelopes of a recording's channels, from a process that reads it once. Close it.

    `agent` names the agent's channel and may be changed at any time. A few MB for three hours; nothing is
    written anywhere.
    """

    def __init__(self, path: Path, agent: Literal["left", "right"] = "left") -> None:
        self.path, self.agent = path, agent

    @property
    def done(self) -> bool:
        """Whether the whole recording has been read."""
        raise NotImplementedError

    @property
    def reached(self) -> int:
        """Up to which sample it is known."""
        raise NotImplementedError

    @property
    def failure(self) -> str | None:
        """The sentence of why it can't be read on, None while it can."""
        raise NotImplementedError

    def columns(self, speaker: Speaker, start: int, end: int, count: int) -> NDArray[np.uint8]:
        """Give the loudest sample in each of `count` equal columns of [start, end): 0..255, 255 full scale.

        Its time does not depend on the length of the stretch. Zeros where nothing is known (yet).
        """
        raise NotImplementedError

    def loudness(self, speaker: Speaker, spurts: tuple[Spurt, ...]) -> list[tuple[int, float]]:
        """Give (sample, dB over the speaker's own running median) for each quarter second of own speech."""
        raise NotImplementedError

    def close(self) -> None:
        """End its process."""
