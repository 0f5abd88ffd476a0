"""What a recogniser is, and the one message that carries sound to its process."""

import struct
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.domain.report import Engine
from app.domain.timeline import Speaker, Utterance

_HEAD = struct.Struct("<?q")


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

    def partial(self, speaker: Speaker) -> str:
        """Give the running utterance's text so far, or "" where the recogniser has none before the end."""
        ...


def pack(speaker: Speaker, start: int, pcm: bytes = b"") -> bytes:
    """Give one message to a recogniser's process: a piece of an utterance, or its end when `pcm` is empty."""
    return _HEAD.pack(speaker is Speaker.AGENT, start) + pcm


def unpack(message: bytes) -> tuple[Speaker, int, NDArray[np.int16]]:
    """Give the speaker, first sample and sound of a message made by `pack`; no sound means the end."""
    agent, start = _HEAD.unpack_from(message)
    pcm = np.frombuffer(message, dtype=np.int16, offset=_HEAD.size)
    return Speaker.AGENT if agent else Speaker.CUSTOMER, start, pcm
