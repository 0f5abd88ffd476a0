"""What is known of one live input at any moment: which device, how loud, and what is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum

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


def peak_db(pcm: NDArray[np.int16]) -> float | None:
    """Give the loudest sample of `pcm` in dB of full scale (<= 0); None for no sound or digital silence."""
    peak = int(np.abs(pcm.astype(np.int32)).max(initial=0))
    return float(20 * np.log10(peak / 32768)) if peak else None
