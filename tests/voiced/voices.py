"""Synthetic voices: text in, clean speech of a known level out, through Debian's speech synthesisers."""

import hashlib
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from app.domain.timeline import RATE

Sound = NDArray[np.float32]

SPEECH_DBFS = -22.0
"""Level of spoken frames (RMS, dB full scale) that `speak` gives."""

FRAME = RATE // 100
"""Samples in the 10 ms frame in which speech is told from silence."""

QUIET_DB = 30.0
"""A frame this far under the speech's level is silence: at -22 dBFS it drowns in a -50 dBFS floor."""

_CACHE = Path(__file__).parents[2] / ".cache" / "voiced"
_PACKAGES = {
    "flite": "flite",
    "espeak": "espeak-ng",
    "festival": "festival festvox-kallpc16k festvox-us-slt-hts",
    "sox": "sox",
}
# Both synthesisers speak with a default voice when asked for one they lack, so what they have is listed here.
_VOICES = {
    "flite": {"rms", "slt", "awb", "kal16"},
    "festival": {"kal_diphone", "cmu_us_slt_arctic_hts"},
}


def speak(text: str, voice: str, speech_dbfs: float = SPEECH_DBFS) -> Sound:
    """Say `text`: 16 kHz mono, first to last spoken frame, spoken frames at `speech_dbfs` RMS.

    `voice` is "flite:rms|slt|awb|kal16", "espeak:" and any espeak-ng voice with its variant
    ("espeak:en-us+f3"), or "festival:kal_diphone|cmu_us_slt_arctic_hts".
    Kept in .cache/voiced, as tests say the same things again and again.
    RuntimeError when a synthesiser is missing, naming its Debian packages; ValueError for an unknown voice.
    """
    kept = _CACHE / f"{hashlib.sha256(f'{voice} {text}'.encode()).hexdigest()[:32]}.npy"
    if kept.exists():
        said: Sound = np.load(kept)
    else:
        said = _synthesise(text, voice)
        _CACHE.mkdir(parents=True, exist_ok=True)
        # Written aside and renamed: tests may run side by side.
        with tempfile.NamedTemporaryFile(dir=_CACHE, suffix=".part", delete=False) as part:
            np.save(part, said)
        Path(part.name).rename(kept)
    return said * np.float32(10 ** ((speech_dbfs - SPEECH_DBFS) / 20))


def tempo(sound: Sound, factor: float) -> Sound:
    """Say it `factor` times as fast at the same pitch (sox tempo); the result is trimmed to speech again."""
    command = ["sox", *_RAW, "-", *_RAW, "-", "tempo", "-s", f"{factor:.6f}"]
    out = _run(command, "sox", stdin=sound.astype("<f4").tobytes())
    return _trimmed(np.frombuffer(out, dtype="<f4").astype(np.float32))


def level_dbfs(sound: Sound) -> float:
    """Give the RMS of the spoken 10 ms frames in dB full scale; -inf for pure silence."""
    power = _frame_power(sound)
    spoken = power[_spoken(sound)]
    return float(10 * np.log10(spoken.mean())) if spoken.size else -np.inf


def without_pauses(sound: Sound, longest_s: float = 0.15) -> Sound:
    """Shorten every silence over `longest_s` seconds to 0.1 s, so that the speech is one spurt."""
    spoken = _spoken(sound)
    keep = np.ones(spoken.size, dtype=bool)
    edges = np.flatnonzero(np.diff(np.concatenate(([True], spoken, [True])).astype(np.int8)))
    for start, end in edges.reshape(-1, 2):
        if end - start > longest_s * 100:
            keep[start + 5 : end - 5] = False
    frames = sound[: spoken.size * FRAME].reshape(-1, FRAME)
    return frames[keep].reshape(-1)


_RAW = ["-t", "raw", "-r", str(RATE), "-e", "floating-point", "-b", "32", "-c", "1"]


def _synthesise(text: str, voice: str) -> Sound:
    tool, _, name = voice.partition(":")
    if tool not in ("flite", "espeak", "festival") or name not in _VOICES.get(tool, {name}):
        raise ValueError(f"there is no voice {voice!r}")
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "said.wav"
        if tool == "flite":
            _run(["flite", "-voice", name, "-t", text, "-o", str(wav)], tool)
        elif tool == "espeak":
            _run(["espeak-ng", "-v", name, "-w", str(wav), "--stdin"], tool, stdin=text.encode())
        else:
            script = Path(folder) / "said.txt"
            script.write_text(text, encoding="utf-8")
            _run(["text2wave", "-eval", f"(voice_{name})", str(script), "-o", str(wav)], tool)
        if not wav.exists():
            raise RuntimeError(f"{voice} said nothing; install the Debian packages: {_PACKAGES[tool]}")
        sound, rate = soundfile.read(wav, dtype="float32")
    sound = _trimmed(soxr.resample(sound, rate, RATE).astype(np.float32))
    return sound * np.float32(10 ** ((SPEECH_DBFS - level_dbfs(sound)) / 20))


def _run(command: list[str], tool: str, stdin: bytes = b"") -> bytes:
    try:
        return subprocess.run(command, input=stdin, check=True, capture_output=True).stdout
    except FileNotFoundError:
        packages = _PACKAGES[tool]
        raise RuntimeError(f"{command[0]} is missing; install the Debian packages: {packages}") from None


def _frame_power(sound: Sound) -> NDArray[np.float64]:
    frames = sound[: sound.size // FRAME * FRAME].reshape(-1, FRAME).astype(np.float64)
    power: NDArray[np.float64] = np.mean(frames**2, axis=1)
    return power


def _spoken(sound: Sound) -> NDArray[np.bool_]:
    """Tell for every 10 ms frame whether it holds speech: within QUIET_DB of the speech's own level."""
    power = _frame_power(sound)
    if not power.any():
        return np.zeros(power.size, dtype=bool)
    loud = power[power > power.max() * 1e-3]  # the first guess of what is speech sets the level
    spoken: NDArray[np.bool_] = power > loud.mean() * 10 ** (-QUIET_DB / 10)
    return spoken


def _trimmed(sound: Sound) -> Sound:
    where = np.flatnonzero(_spoken(sound))
    return sound[where[0] * FRAME : (where[-1] + 1) * FRAME] if where.size else sound[:0]
