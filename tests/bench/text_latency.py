"""How soon a live call's text is there: `python -m tests.bench.text_latency [MODEL_FOLDER]`.

Plays voiced calls in real time, in blocks of 20 ms, to the listener, the cutter and the recogniser (Moonshine
or the Vosk model of that folder), and takes the time from the end of each utterance's voice to its text; what
is told while the utterance still runs does not count. About three minutes.
"""

import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.domain.timeline import RATE, Gap, Speaker, Utterance
from app.session.recognition import Recognition
from app.session.utterances import UtteranceCutter
from app.speech.listener import Listener
from app.speech.models import choose
from app.speech.worker import run as recognise
from tests.bench.results import Result
from tests.bench.words import BOOKING, BROADBAND, INVOICE
from tests.voiced.calls import Timeline, voice

BAR_MS = 800
BLOCK = 320

LONG = """
agent 0.5-17.5
customer 18.5-28.5
agent 27.0-38.0
"""
"""Long turns, one longer than Moonshine takes at once, and two at a time."""


@dataclass(slots=True)
class Played:
    """What came of calls: each final text's latency in ms, new partial texts, seconds of voice and of CPU."""

    finals: list[float] = field(default_factory=list)
    partials: int = 0
    voice_s: float = 0.0
    duration_s: float = 0.0
    cpu_s: float = 0.0
    gaps: list[Gap] = field(default_factory=list)


def play(sound: NDArray[np.int16], recognition: Recognition, into: Played) -> None:
    """Play a call, shape (n, 2) at 16 kHz, in real time."""
    listener = Listener(customer=True)
    cutters = {speaker: UtteranceCutter(speaker, recognition) for speaker in Speaker}
    shown = dict.fromkeys(Speaker, "")
    cpu = _cpu(recognition.pid)
    begun = time.monotonic()

    def read(results: list[Utterance | Gap]) -> None:
        for result in results:
            if isinstance(result, Gap):
                into.gaps.append(result)
                continue
            cutter = cutters[result.speaker]
            said = cutter.voice((result.start + result.end) // 2)
            if said in cutter.closed:
                ended = begun + min(result.end, said.end) / RATE
                into.finals.append(1000 * (time.monotonic() - ended))
        for speaker in Speaker:
            text = recognition.partial(speaker)
            into.partials += text not in ("", shown[speaker])
            shown[speaker] = text

    for at in range(0, len(sound), BLOCK):
        block = sound[at : at + BLOCK]
        time.sleep(max(begun + (at + len(block)) / RATE - time.monotonic(), 0))
        heard = listener.feed(block[:, 0], block[:, 1])
        activity = heard.activity
        for speaker, runs, pcm in (
            (Speaker.AGENT, activity.agent, heard.agent),
            (Speaker.CUSTOMER, activity.customer, heard.customer),
        ):
            into.voice_s += sum(end - start for start, end in runs) / RATE
            cutters[speaker].feed(pcm, runs, heard.settled[speaker])
        read(recognition.poll())
    into.duration_s += len(sound) / RATE
    into.cpu_s += _cpu(recognition.pid) - cpu


def _cpu(pid: int | None) -> float:
    """Seconds of CPU that a process has taken (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(model: str | None = None) -> list[Result]:
    """Play all calls, a second of silence after each, and give the rows."""
    choice = choose("auto", model, ()) if model else choose("moonshine", None, ())
    assert choice
    played = Played()
    for text in (BROADBAND, INVOICE, BOOKING, LONG):
        timeline = Timeline.from_text(text)
        sound = voice(Timeline(timeline.duration + 1.0, timeline.turns)).sound
        recognition = Recognition(recognise, choice, wait=False)
        try:
            recognition.ready()
            play((np.clip(sound, -1, 1) * 32767).astype(np.int16), recognition, played)
        finally:
            recognition.close()
    p50, p95, most = np.percentile(played.finals, (50, 95, 100))
    name = choice.engine
    return [
        Result(
            f"{name}: final text after the utterance's end, p95",
            f"<= {BAR_MS} ms",
            f"{p95:.0f} ms (p50 {p50:.0f}, most {most:.0f}, {len(played.finals)} texts)",
            bool(p95 <= BAR_MS),
        ),
        Result(
            f"{name}: new partial texts a second of voice", "none", f"{played.partials / played.voice_s:.1f}"
        ),
        Result(
            f"{name}: CPU of the recogniser's process to the call's length",
            "none",
            f"{played.cpu_s / played.duration_s:.2f} ({played.cpu_s:.1f} s of {played.duration_s:.0f} s)",
        ),
        Result(f"{name}: gaps in the transcript", "0", f"{len(played.gaps)}", not played.gaps),
    ]


if __name__ == "__main__":
    for row in run(*sys.argv[1:]):
        print(row.line())
