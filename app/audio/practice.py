"""A recording played into the product as if it were a call: for trying it out without one."""

import threading
import time
from collections.abc import Iterator, Mapping

from app.audio.recording import RecordingSource
from app.audio.source import Block
from app.audio.streams import Condition, StreamState, peak_db
from app.domain.timeline import RATE, Speaker
from app.language import tr

_PIECE = RATE // 25
"""Samples of one block: 40 ms, as of a live call."""


class PracticeSource:
    """A recording as a live source, `speed` times as fast as it was spoken; nothing is played aloud."""

    kind = "recording"

    def __init__(self, recording: RecordingSource, speed: float = 1.0) -> None:
        self._recording, self._speed = recording, speed
        self.sample_rate, self.channels = recording.sample_rate, recording.channels
        self.duration_s = recording.duration_s
        self._stopped = threading.Event()
        self._levels: dict[Speaker, float | None] = dict.fromkeys(Speaker)

    def blocks(self) -> Iterator[Block]:
        """Give the recording in blocks of 40 ms, each when its last sample would have been captured."""
        began = time.monotonic()
        with self._recording:
            for block in self._recording.blocks():
                for first in range(0, block.agent.size, _PIECE):
                    agent = block.agent[first : first + _PIECE]
                    customer = None if block.customer is None else block.customer[first : first + _PIECE]
                    start = block.start + first
                    due = began + (start + agent.size) / RATE / self._speed
                    if self._stopped.wait(max(due - time.monotonic(), 0.0)):
                        return
                    self._levels = {Speaker.AGENT: peak_db(agent)}
                    if customer is not None:
                        self._levels[Speaker.CUSTOMER] = peak_db(customer)
                    yield Block(start, agent, customer, captured_at=due)

    def states(self) -> Mapping[Speaker, StreamState]:
        """Give both sides as heard from the recording."""
        return {
            side: StreamState(Condition.HEARING, tr("Sample call"), level_db=level)
            for side, level in self._levels.items()
        }

    def stop(self) -> None:
        """Let `blocks` end."""
        self._stopped.set()
