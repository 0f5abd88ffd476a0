"""Remake the sample call from script.toml: run `python -m tests.data.sample_call.make` in the repository."""

import json
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from app.domain.timeline import RATE, Speaker, samples, seconds
from tests.voiced.voices import Sound, speak, tempo, without_pauses

HERE = Path(__file__).parent
FLAC = HERE.parents[2] / "resources" / "sample_call" / "complaint.flac"
TRUTH = HERE / "timeline.json"

SPEECH_DBFS = -26.0
"""Usual level of both voices: a raised one, 8 dB above, still fits."""

NOISE_DBFS = -55.0
"""Level (RMS) of each channel's noise floor."""

BAND_HZ = {Speaker.AGENT: 6000, Speaker.CUSTOMER: 3400}
"""Nothing above this: the agent speaks into a headset, the customer comes over a telephone line."""

ROOM_HZ = 200
"""The noise is a quiet room's rumble, falling above this; white noise would double the file."""

LONGEST_PAUSE_S = 0.25
"""A longer pause inside a turn is shortened, as a spurt bridges up to 0.30 s."""

TAIL_S = 1.0
"""Silence after the last word."""


def voiced_script() -> tuple[Sound, dict[str, Any]]:
    """Voice script.toml: sound of shape (n, 2), agent then customer, and its truth as in tests/data/calls."""
    script = tomllib.loads((HERE / "script.toml").read_text(encoding="utf-8"))
    placed: list[tuple[int, Sound, dict[str, Any]]] = []
    end = 0
    for turn in script["turn"]:
        who = script[turn["speaker"]]
        said = without_pauses(speak(turn["text"], who["voice"], SPEECH_DBFS), LONGEST_PAUSE_S)
        said = tempo(said, who["tempo"] * turn.get("rate", 1)) * _gain(turn.get("gain_db", 0))
        start = end + samples(turn["pause"])
        stop = start + said.size
        truth = {"role": turn["speaker"], "start": seconds(start), "end": seconds(stop), "text": turn["text"]}
        placed.append((start, said, truth))
        end = max(end, stop)
    sound = np.zeros((end + samples(TAIL_S), 2), dtype=np.float32)
    for start, said, truth in placed:
        sound[start : start + said.size, list(Speaker).index(truth["role"])] += said
    for channel, who in enumerate(Speaker):
        sound[:, channel] = _filtered(sound[:, channel], BAND_HZ[who], poles=32)
    turns = sorted((truth for _, _, truth in placed), key=lambda turn: turn["start"])
    return sound + _room_noise(len(sound)), {"duration": seconds(len(sound)), "turns": turns}


def _room_noise(length: int) -> Sound:
    white = np.random.default_rng(0).standard_normal((length, 2)).astype(np.float32)
    rumble = _filtered(white, ROOM_HZ, poles=3)
    rumble *= _gain(NOISE_DBFS) / np.sqrt(np.mean(rumble**2))
    return rumble


def _filtered(sound: Sound, corner_hz: float, poles: int) -> Sound:
    """Give `sound` without what lies above `corner_hz`: 6 dB per octave and pole, no delay."""
    spectrum = np.fft.rfft(sound, axis=0)
    octaves = np.fft.rfftfreq(len(sound), 1 / RATE) / corner_hz
    response = 1 / np.sqrt(1 + octaves ** (2 * poles))
    filtered = np.fft.irfft((spectrum.T * response).T, len(sound), axis=0)
    return filtered.astype(np.float32)


def _gain(db: float) -> np.float32:
    return np.float32(10 ** (db / 20))


if __name__ == "__main__":
    sound, truth = voiced_script()
    FLAC.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(FLAC, sound, RATE, subtype="PCM_16", compression_level=1.0)
    TRUTH.write_text(json.dumps(truth, indent=1) + "\n", encoding="utf-8")
