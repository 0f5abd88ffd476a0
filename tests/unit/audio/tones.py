"""Two tones for two channels, written in every way a recording may come, and measured again."""

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from app.audio.recording import RecordingSource

LEFT_HZ, LEFT_PEAK = 440, 0.5
RIGHT_HZ, RIGHT_PEAK = 1000, 0.25


def tones(rate: int, seconds: float, channels: int = 2) -> NDArray[np.float64]:
    """Give the left tone, and the right one beside it where there are two channels."""
    t = np.arange(round(rate * seconds)) / rate
    both = [LEFT_PEAK * np.sin(2 * np.pi * LEFT_HZ * t), RIGHT_PEAK * np.sin(2 * np.pi * RIGHT_HZ * t)]
    return np.stack(both[:channels], axis=1)


def record(
    path: Path, *, rate: int = 16_000, seconds: float = 2.0, channels: int = 2, subtype: str | None = None
) -> Path:
    """Write the tones to `path` in the format of its ending."""
    soundfile.write(path, tones(rate, seconds, channels), rate, subtype=subtype)
    return path


def play(path: Path, agent: str = "left") -> tuple[NDArray[np.int16], NDArray[np.int16] | None]:
    """Read a recording to its end, holding each block to start where the one before it ended."""
    own: list[NDArray[np.int16]] = []
    theirs: list[NDArray[np.int16]] = []
    with RecordingSource(path, agent) as source:  # type: ignore[arg-type]
        at = 0
        for block in source.blocks():
            assert block.start == at
            assert block.agent.dtype == np.int16
            assert 0 < len(block.agent) <= 16_000
            at += len(block.agent)
            own.append(block.agent)
            if block.customer is not None:
                assert len(block.customer) == len(block.agent)
                theirs.append(block.customer)
    return np.concatenate(own), np.concatenate(theirs) if theirs else None


def pitch_and_peak(sound: NDArray[np.int16]) -> tuple[float, float]:
    """Give the strongest frequency (Hz) and a sine's peak at this power (full scale 1), mid-recording."""
    middle = sound[len(sound) // 2 - 8000 : len(sound) // 2 + 8000] / 32768
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    return float(np.argmax(spectrum)), float(np.sqrt(2 * np.mean(middle**2)))
