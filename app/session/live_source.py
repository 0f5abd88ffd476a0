"""A call as it happens: the microphone and what is played, as blocks on the call's one clock."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping

from app.audio import capture
from app.audio.alignment import Alignment
from app.audio.source import Block
from app.audio.streams import Condition, Opened, StreamState, Trouble
from app.domain.timeline import RATE, Speaker
from app.session.capture import NOT_THERE, STOPPED, Capture
from app.settings import NO_CUSTOMER

_EVERY_S = 0.1
"""Seconds between two blocks at most."""

_GATHER_S = 0.03
"""Seconds that sound is gathered for: fewer and larger blocks cost less, and nobody sees the difference."""

_LOOK_EVERY_S = 0.05
"""Seconds between two looks at the clock while no sound comes."""


class LiveInputs:
    """The agent's input and the customer's, each named by its id or name.

    None is the system's own; `customer` may be NO_CUSTOMER. The inputs are open while `blocks` is iterated;
    nothing that happens to them ends the call. `sample_rate` is the agent's input's own once it is known.
    """

    kind = "live"
    duration_s: float | None = None

    def __init__(
        self,
        agent: str | None = None,
        customer: str | None = None,
        target: Callable[..., None] = capture.run,
    ) -> None:
        self._wanted = {Speaker.AGENT: agent}
        if customer != NO_CUSTOMER:
            self._wanted[Speaker.CUSTOMER] = customer
        self.sample_rate = RATE
        self.channels = len(self._wanted)
        self._target = target
        self._states = {side: StreamState(Condition.OPENING) for side in self._wanted}
        self._pids: dict[Speaker, int | None] = {}
        self._stopped = threading.Event()
        self._rung = threading.Event()

    def states(self) -> Mapping[Speaker, StreamState]:
        """Give how each side's input is doing."""
        return self._states

    def pids(self) -> Mapping[Speaker, int | None]:
        """Give the process id of each side's input while `blocks` is iterated."""
        return self._pids

    def stop(self) -> None:
        """Let `blocks` end, from any thread."""
        self._stopped.set()
        self._rung.set()

    def blocks(self) -> Iterator[Block]:
        """Give the call from its first sound until `stop`; with every side's input open meanwhile."""
        alignment = Alignment(customer=Speaker.CUSTOMER in self._wanted)
        inputs: dict[Speaker, Capture] = {}
        try:
            for side, wanted in self._wanted.items():
                inputs[side] = Capture(side, wanted, self._rung.set, self._target)
            given_at = time.monotonic()
            while not self._stopped.is_set():
                now = time.monotonic()
                for side, heard in inputs.items():
                    self._listen(side, heard, alignment, now)
                block = alignment.tick(now)
                if block.agent.size or block.gaps or now - given_at >= _EVERY_S:
                    given_at = now
                    yield block
                if block.agent.size < RATE:  # else there may be more
                    self._stopped.wait(_GATHER_S)
                    self._rung.wait(_LOOK_EVERY_S)
                    self._rung.clear()
            yield alignment.finish()
        finally:
            for heard in inputs.values():
                heard.close()

    def _listen(self, side: Speaker, heard: Capture, alignment: Alignment, now: float) -> None:
        for event in heard.poll(now):
            if isinstance(event, Opened):
                alignment.opened(side, sparse=event.sparse)
                if side is Speaker.AGENT:
                    self.sample_rate = event.rate
            elif isinstance(event, Trouble):
                alignment.ended(side, STOPPED if event.condition is Condition.LOST else NOT_THERE)
            else:
                alignment.hear(side, event, now)
        self._pids = {**self._pids, side: heard.pid}
        self._states = {**self._states, side: heard.state(now)}
