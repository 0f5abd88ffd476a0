"""What a recogniser is, and what goes to its process and comes back besides final text."""

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.domain.report import Engine
from app.domain.timeline import Speaker, Utterance

_HEAD = struct.Struct("<B?q")


class Recogniser(Protocol):
    """Turns the pieces of utterances, cut by our voice activity, into final text.

    Pieces of both speakers may alternate; those of one utterance follow each other without a hole.
    """

    engine: Engine
    """What recognises here, as the report names it."""

    def hear(self, speaker: Speaker, start: int, pcm: NDArray[np.int16]) -> list[Utterance]:
        """Take the next piece of `speaker`'s running utterance; give what became final.

        `start` is the call sample of the piece's first sample, `pcm` mono 16 kHz.
        """
        ...

    def finish(self, speaker: Speaker) -> list[Utterance]:
        """Take that `speaker`'s utterance is over; give the rest of its text, if there were words."""
        ...

    def prepare(self, speaker: Speaker) -> None:
        """Take that `speaker` pauses and may have ended: do now what `finish` would otherwise have to."""
        ...

    def partial(self, speaker: Speaker) -> str:
        """Give the running utterance's text so far, as new as may be had at little cost; "" if none runs."""
        ...


@dataclass(frozen=True, slots=True)
class Partial:
    """The text so far of `speaker`'s running utterance; a later one may read otherwise."""

    speaker: Speaker
    text: str


class Kind(IntEnum):
    """What a message to a recogniser's process tells."""

    SOUND = 0
    """The next piece of an utterance."""
    PAUSE = 1
    """The utterance may be over."""
    END = 2
    """The utterance is over."""


def pack(kind: Kind, speaker: Speaker, start: int, pcm: bytes = b"") -> bytes:
    """Give one message to a recogniser's process; `start` is the call sample it is about."""
    return _HEAD.pack(kind, speaker is Speaker.AGENT, start) + pcm


def unpack(message: bytes) -> tuple[Kind, Speaker, int, NDArray[np.int16]]:
    """Give the kind, speaker, first sample and sound of a message made by `pack`."""
    kind, agent, start = _HEAD.unpack_from(message)
    pcm = np.frombuffer(message, dtype=np.int16, offset=_HEAD.size)
    return Kind(kind), Speaker.AGENT if agent else Speaker.CUSTOMER, start, pcm
