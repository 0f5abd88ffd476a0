"""A soft tone for whoever asks for it, played by a process of its own, which cannot hold or end this one."""

import contextlib
import math
import multiprocessing
import signal
import threading
from array import array
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from app.audio.devices import load_portaudio, output_number
from app.errors import KnownError

RATE = 48_000
PITCHES = {"in": 264.0, "hold": 330.0, "out": 198.0}
"""What is breathed and its pitch in Hz: C, the third above it, the fourth below; one calm chord."""

_LENGTH_S, _RISE_S = 1.1, 0.12
_LOUDNESS = 0.12
"""Peak of the tone, of full scale: -18 dB, well below speech."""

_LAST_S = 2.0


class Tone:
    """Plays soft tones after `begin` and until `end`; all returns at once, and none raises.

    Where the sound system gives no output it stays silent.
    """

    def __init__(self) -> None:
        self._wanted: SimpleQueue[str | None] | None = None

    def begin(self) -> None:
        """Get ready to play."""
        if self._wanted is None:
            self._wanted = SimpleQueue()
            threading.Thread(target=_serve, args=(self._wanted,), name="tone", daemon=True).start()

    def play(self, name: str) -> None:
        """Play one of PITCHES now; nothing before `begin`."""
        if self._wanted is not None:
            self._wanted.put(name)

    def end(self) -> None:
        """Let go of the output; what sounds fades out by itself."""
        if self._wanted is not None:
            self._wanted.put(None)
            self._wanted = None


def samples(pitch: float) -> bytes:
    """Give a tone of `pitch` Hz as mono pcm16 at RATE: a sine and some of its octave, swelling and fading."""
    count, rise = round(RATE * _LENGTH_S), round(RATE * _RISE_S)
    sound = array("h")
    for n in range(count):
        swell = (1 - math.cos(math.pi * min(1.0, n / rise))) / 2
        fade = (1 + math.cos(math.pi * max(0.0, (n - rise) / (count - rise)))) / 2
        turn = 2 * math.pi * pitch * n / RATE
        wave = 0.85 * math.sin(turn) + 0.15 * math.sin(2 * turn)
        sound.append(round(32767 * _LOUDNESS * swell * fade * wave))
    return sound.tobytes()


def run(connection: "Connection[Any, Any]") -> None:
    """Play what comes through the connection until it closes; the newest where several wait."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        sounddevice = load_portaudio()
    except KnownError:
        return
    sounds = {name: samples(pitch) for name, pitch in PITCHES.items()}
    try:
        output = output_number(sounddevice)
        with sounddevice.RawOutputStream(samplerate=RATE, device=output, channels=1, dtype="int16") as stream:
            stream.stop()
            while True:
                name = connection.recv()
                while connection.poll():
                    name = connection.recv()
                stream.start()
                stream.write(sounds[name])
                stream.stop()
    except (EOFError, OSError, sounddevice.PortAudioError):
        return


def _serve(wanted: "SimpleQueue[str | None]") -> None:
    """Hand on to a process what is wanted; one that died is not missed."""
    spawning = multiprocessing.get_context("spawn")
    theirs, ours = spawning.Pipe(duplex=False)
    child = spawning.Process(target=run, args=(theirs,), name="tone", daemon=True)
    child.start()
    theirs.close()
    while (name := wanted.get()) is not None:
        with contextlib.suppress(OSError):
            ours.send(name)
    ours.close()
    child.join(_LAST_S)
    if child.is_alive():
        child.kill()
    child.join()
