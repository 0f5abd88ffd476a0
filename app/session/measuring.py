"""What a recogniser costs on this machine: ten seconds of talk, heard as fast as a call would bring them."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.audio.recording import RecordingSource
from app.domain.timeline import Speaker, samples, seconds
from app.language import tr
from app.speech.models import ModelChoice
from app.speech.watch import Stopped, Watch
from app.speech.worker import load

LENGTH_S = 10.0
"""Seconds of talk that are heard."""

_PIECE = samples(0.1)
_UTTERANCE = 30 * _PIECE
"""Samples after which an utterance ends: people seldom talk longer without a breath."""

_NAP_S = 0.02
_PATIENCE = 3.0
"""How many times as long as the talk it may take; what was not heard by then is left out."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What was measured: `cpu_s` seconds of one core for `heard_s` of talk, text included as a call has it.

    `late_s` is how long after the end of the talk its text was whole, `load_s` how long loading took,
    `memory` the bytes of the recogniser's process, None where the system does not tell.
    """

    engine: str
    model: str
    heard_s: float
    cpu_s: float
    late_s: float
    load_s: float
    memory: int | None


def measure(choice: ModelChoice, sound: Path, length_s: float, watch: Watch) -> Cost:
    """Load the model and let it hear the first `length_s` seconds of a recording, both sides as one voice.

    `watch` gets the samples heard. Raises KnownError where model or recording can't be used, Stopped.
    """
    pcm = _talk(sound, samples(length_s))
    began = time.monotonic()
    recogniser = load(choice)
    load_s = time.monotonic() - began
    began, spent = time.monotonic(), time.process_time()
    heard = 0
    while heard < len(pcm) and time.monotonic() - began < _PATIENCE * length_s:
        piece = pcm[heard : heard + _PIECE]
        _wait_until(began + seconds(heard + len(piece)), watch)
        recogniser.hear(Speaker.AGENT, heard, piece)
        recogniser.partial(Speaker.AGENT)
        heard += len(piece)
        if heard % _UTTERANCE == 0:
            recogniser.finish(Speaker.AGENT)
        watch.progress(heard, len(pcm))
    recogniser.finish(Speaker.AGENT)
    return Cost(
        engine=choice.engine,
        model=choice.model,
        heard_s=seconds(heard),
        cpu_s=time.process_time() - spent,
        late_s=time.monotonic() - began - seconds(heard),
        load_s=load_s,
        memory=_memory(),
    )


def _talk(sound: Path, wanted: int) -> NDArray[np.int16]:
    """Give the first `wanted` samples, both channels added."""
    pieces: list[NDArray[np.int16]] = []
    with RecordingSource(sound) as source:
        for block in source.blocks():
            both = block.agent.astype(np.int32) + (0 if block.customer is None else block.customer)
            pieces.append(np.clip(both, -32768, 32767).astype(np.int16))
            if block.start + len(block.agent) >= wanted:
                break
    return np.concatenate(pieces)[:wanted]


def _wait_until(then: float, watch: Watch) -> None:
    """Wait until the talk is so far, as it would be in a call."""
    while True:
        if watch.cancelled():
            raise Stopped(tr("Stopped."))
        left = then - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, _NAP_S))


def _memory() -> int | None:
    """Give the bytes of memory that this process has now; on macOS the most that it had."""
    if sys.platform == "linux":
        import os

        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "darwin":
        import resource

        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return None
