"""The soft tone through a real sound server: heard when it is asked for, and never else."""

import array
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.audio import tone
from app.audio.tone import PITCHES, RATE, Tone

RECORD = (
    "parec",
    "--device=phone.monitor",
    "--format=s16le",
    "--channels=1",
    f"--rate={RATE}",
    "--latency=4800",
)


@contextmanager
def heard() -> Iterator[subprocess.Popen[bytes]]:
    recorder = subprocess.Popen(RECORD, stdout=subprocess.PIPE)
    try:
        yield recorder
    finally:
        recorder.terminate()
        recorder.wait()
        assert recorder.stdout
        recorder.stdout.close()


def loudest(recorder: subprocess.Popen[bytes], seconds: float) -> int:
    """Give the highest peak of the next `seconds`."""
    assert recorder.stdout
    return max(map(abs, array.array("h", recorder.stdout.read(round(RATE * seconds) * 2))))


def test_it_sounds_when_it_is_asked_for_and_only_then(pulse_server: None) -> None:
    soft = Tone()
    with heard() as recorder:
        soft.play("in")  # before it is begun
        soft.begin()
        assert loudest(recorder, 1.5) == 0
        soft.play("in")
        assert any(loudest(recorder, 0.5) > 1000 for _ in range(20))
        while loudest(recorder, 0.5):
            pass
        soft.end()
        soft.play("out")
        assert loudest(recorder, 1.5) == 0


def test_nothing_is_left_of_it_when_it_ends(pulse_server: None) -> None:
    soft = Tone()
    soft.begin()
    soft.play("out")
    soft.end()
    for thread in [each for each in threading.enumerate() if each.name == "tone"]:
        thread.join(20)
        assert not thread.is_alive()


def test_tones_begin_and_end_in_silence_and_stay_soft() -> None:
    for pitch in PITCHES.values():
        sound = array.array("h", tone.samples(pitch))
        assert abs(sound[0]) < 5
        assert abs(sound[-1]) < 5
        assert max(map(abs, sound)) < 0.13 * 32767
