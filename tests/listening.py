"""A live call that runs in the background of a test."""

import threading
import time
from collections.abc import Callable
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from app.audio.source import Block
from app.audio.streams import StreamState
from app.domain.timeline import RATE, Gap, Speaker
from app.session.live_source import LiveInputs

PATIENCE = 20.0
"""Seconds until a test that waits for something gives up on it."""


class Listening:
    """Iterates the blocks of a live source and keeps them; use with `with`."""

    def __init__(self, source: LiveInputs) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.states: list[dict[Speaker, StreamState]] = []
        """Every state the inputs have been in, levels left out of account."""
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._listen)

    def __enter__(self) -> "Listening":
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.source.stop()
        self._thread.join()

    def _listen(self) -> None:
        for block in self.source.blocks():
            with self._news:
                self.blocks.append(block)
                states = dict(self.source.states())
                if not self.states or _told(self.states[-1]) != _told(states):
                    self.states.append(states)
                self._news.notify_all()

    def wait(self, reached: Callable[[], bool], what: str = "") -> None:
        """Wait until `reached`, which is asked after every block."""
        until = time.monotonic() + PATIENCE
        with self._news:
            while not reached():
                assert self._news.wait(until - time.monotonic()), f"waited in vain {what}: {self.states[-1:]}"
                assert time.monotonic() < until, f"waited in vain {what}: {self.states[-1:]}"

    def state(self, side: Speaker) -> StreamState:
        return self.source.states()[side]

    @property
    def length(self) -> int:
        """How far the call's clock has come (samples)."""
        return sum(block.agent.size for block in self.blocks)

    def wait_seconds_of_call(self, seconds: float) -> None:
        """Wait until that much more of the call has been given."""
        end = self.length + round(seconds * RATE)
        self.wait(lambda: self.length >= end, f"for {seconds} s of call")

    def gaps(self) -> list[Gap]:
        return [gap for block in self.blocks for gap in block.gaps]

    def agent(self) -> NDArray[np.int16]:
        return np.concatenate([block.agent for block in self.blocks])

    def customer(self) -> NDArray[np.int16]:
        return np.concatenate([block.customer for block in self.blocks if block.customer is not None])


def _told(states: dict[Speaker, StreamState]) -> list[object]:
    return [(side, state.condition, state.device, state.trouble) for side, state in states.items()]
