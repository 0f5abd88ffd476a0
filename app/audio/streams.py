"""What is known of one live input at any moment: which device, how loud, and what is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Condition(StrEnum):
    """How an input is doing."""

    OPENING = "opening"
    HEARING = "hearing"
    MUTED = "muted"
    """It sends nothing but zeros: muted, or the system does not permit it to be heard."""
    LOST = "lost"
    """It ended or sends nothing any more, and is being opened again."""
    BUSY = "busy"
    """Another program holds it."""
    MISSING = "missing"
    """There is no such input, and none to take its place."""


@dataclass(frozen=True, slots=True)
class StreamState:
    """One input: `device` is the name of what is open, None while nothing is.

    `stands_in_for` names the chosen device while another takes its place. `level_db` is the loudest
    of the last 0.1 s in dB of full scale (<= 0), None before there was sound. `trouble` says in one sentence
    what is wrong and what to do; None where nothing is.
    """

    condition: Condition
    device: str | None = None
    stands_in_for: str | None = None
    level_db: float | None = None
    trouble: str | None = None


def peak_db(pcm: "NDArray[np.int16]") -> float | None:
    """Give the loudest sample of `pcm` in dB of full scale (<= 0); None for no sound or digital silence."""
    import numpy as np  # the window knows the states here, and starts sooner without it

    peak = int(np.abs(pcm.astype(np.int32)).max(initial=0))
    return float(20 * np.log10(peak / 32768)) if peak else None


@dataclass(frozen=True, slots=True)
class Opened:
    """An input is open: `name` is the device, `rate` its own samples a second.

    `stands_in_for` is the chosen device that is not there. A `sparse` input sends nothing while nothing
    plays. `monitors`: it gives what is played, where silence is nothing to wonder at. `followed`: its process
    looks by itself for the chosen device to come back.
    """

    name: str
    rate: int
    stands_in_for: str | None = None
    sparse: bool = False
    monitors: bool = False
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """Sound of an open input: 16 kHz mono pcm16 (native bytes), `start` its first sample in the stream.

    The newest sample was captured at `captured_at` (`time.monotonic()`, the same in all processes).
    `overflow`: the sound system says that sound was lost before this.
    """

    start: int
    pcm: bytes
    captured_at: float
    overflow: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """An input can't be opened, or has ended: which condition that is, and the sentence that goes with it."""

    condition: Condition
    told: str
