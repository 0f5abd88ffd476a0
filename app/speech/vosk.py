"""Vosk: a streaming recogniser with word times."""

import json
from contextlib import chdir
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.domain.report import Engine
from app.domain.timeline import RATE, Speaker, Utterance, Word, samples
from app.errors import KnownError
from app.language import tr
from app.speech.offline import without_network_clients

_STEP = samples(0.2)
"""Samples that a decoder gets at once, as Kaldi takes them itself.

Vosk looks for an end of speech after each piece: with pieces as they come, their size would show in the text.
"""


class Vosk:
    """One Vosk model (a folder) for both speakers, each with a decoder of their own.

    Native code: a damaged model may end the process, so this lives in a child. Raises KnownError where
    Vosk itself refuses the model.

    The text does not depend on the size of the pieces. Only where both speak at once does their order show,
    seldom: Kaldi adds noise of one bit to all it hears, from one random sequence.
    """

    def __init__(self, name: str, path: Path) -> None:
        with without_network_clients():
            import vosk
        vosk.SetLogLevel(-3)
        self.engine = Engine("vosk", name)
        try:
            # "." because Vosk can't open a path with letters beyond ASCII on Windows.
            with chdir(path):
                model = vosk.Model(model_path=".")
            # Kept for the whole call: a new decoder composes its graph anew, at seven times the cost.
            self._sides = {speaker: _Side(speaker, vosk.KaldiRecognizer(model, RATE)) for speaker in Speaker}
            # Some damage shows, or ends the process, only in decoding; the graph is composed now besides.
            noise = np.random.default_rng(0).normal(0, 3000, RATE).astype(np.int16)
            for side in self._sides.values():
                side.hear(0, noise)
                side.finish()
        except Exception as refusal:  # Vosk raises nothing narrower
            raise KnownError(
                tr(
                    "Vosk can't use the speech model {name}: it is damaged or of a kind that is not known;"
                    " install it again or choose another, in Settings or with --model.",
                    name=name,
                )
            ) from refusal

    def hear(self, speaker: Speaker, start: int, pcm: NDArray[np.int16]) -> list[Utterance]:
        """Take the next piece of `speaker`'s utterance; give what Vosk found final."""
        return self._sides[speaker].hear(start, pcm)

    def finish(self, speaker: Speaker) -> list[Utterance]:
        """Give the last words of `speaker`'s utterance."""
        return self._sides[speaker].finish()

    def prepare(self, speaker: Speaker) -> None:
        """Do nothing: what was heard is decoded already."""

    def partial(self, speaker: Speaker) -> str:
        """Give the words of `speaker`'s running utterance so far."""
        return self._sides[speaker].partial()


class _Side:
    """One speaker's decoder, and where its own clock (samples fed) lies in the call."""

    def __init__(self, speaker: Speaker, decoder: Any) -> None:
        decoder.SetWords(True)
        self._speaker = speaker
        self._decoder = decoder
        self._fed = 0
        self._shift = 0
        self._start: int | None = None
        self._waiting = b""

    def hear(self, start: int, pcm: NDArray[np.int16]) -> list[Utterance]:
        if self._start is None:
            self._start, self._shift = start, start - self._fed
        found: list[Utterance] = []
        self._waiting += pcm.tobytes()
        while len(self._waiting) >= 2 * _STEP:
            found += self._decode(2 * _STEP)
        return found

    def finish(self) -> list[Utterance]:
        if self._start is None:
            return []
        found = self._decode(len(self._waiting)) if self._waiting else []
        found += self._utterances(self._decoder.FinalResult())
        self._start = None
        return found

    def partial(self) -> str:
        # Right after a result there is none, only an empty "text".
        running = {} if self._start is None else json.loads(self._decoder.PartialResult())
        return str(running.get("partial", ""))

    def _decode(self, size: int) -> list[Utterance]:
        step, self._waiting = self._waiting[:size], self._waiting[size:]
        self._fed += size // 2
        # Fetched whenever it is there: what is left lying keeps its memory.
        return self._utterances(self._decoder.Result()) if self._decoder.AcceptWaveform(step) else []

    def _utterances(self, result: str) -> list[Utterance]:
        words = tuple(
            Word(word["word"], self._call_time(word["start"]), self._call_time(word["end"]))
            for word in json.loads(result).get("result", ())
        )
        if not words:
            return []
        text = " ".join(word.text for word in words)
        return [Utterance(self._speaker, words[0].start, words[-1].end, text, words)]

    def _call_time(self, decoder_seconds: float) -> int:
        # Kept within what was heard: Vosk rounds to its frames of 30 ms.
        assert self._start is not None
        return min(max(samples(decoder_seconds) + self._shift, self._start), self._fed + self._shift)
