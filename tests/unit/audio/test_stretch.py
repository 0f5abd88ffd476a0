"""Faster and slower at the same pitch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.audio.stretch import Tempo

Sound = NDArray[np.float32]


def sine(hertz: float, rate: int, seconds: float = 3.0) -> Sound:
    t = np.arange(round(rate * seconds)) / rate
    return np.repeat(0.5 * np.sin(2 * np.pi * hertz * t)[:, None], 2, axis=1).astype(np.float32)


def played(sound: Sound, speed: float, rate: int, piece: int = 800) -> Sound:
    tempo = Tempo(speed, rate, sound.shape[1])
    pieces = [tempo.feed(sound[start : start + piece]) for start in range(0, len(sound), piece)]
    return np.concatenate([*pieces, tempo.finish()])


def pitch(sound: Sound, rate: int) -> float:
    middle = sound[len(sound) // 4 : -len(sound) // 4, 0]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle)), 1 << 19))
    return float(np.argmax(spectrum) * rate / (1 << 19))


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100])
@pytest.mark.parametrize("speed", [0.75, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("hertz", [100.0, 180.0, 440.0, 1000.0])
def test_a_tone_keeps_its_pitch_and_loudness_and_scales_its_length(
    hertz: float, speed: float, rate: int
) -> None:
    sound = sine(hertz, rate)
    faster = played(sound, speed, rate)
    assert abs(len(faster) * speed / len(sound) - 1) < 0.01
    assert abs(pitch(faster, rate) / hertz - 1) < 0.005
    middle = faster[rate // 2 : -rate // 2]
    assert abs(float(np.sqrt(np.mean(middle**2))) / (0.5 / np.sqrt(2)) - 1) < 0.02


@pytest.mark.parametrize("speed", [0.75, 1.5, 2.0])
def test_every_moment_is_heard_at_its_time(speed: float) -> None:
    rate = 16_000
    sound = np.zeros((rate * 10, 1), np.float32)
    noise = np.random.default_rng(1).normal(0, 0.1, 800).astype(np.float32)
    for second in range(10):
        sound[second * rate : second * rate + 800, 0] = noise
    faster = np.abs(played(sound, speed, rate)[:, 0])
    heard = [round(second * rate / speed) for second in range(1, 10)]
    for at in heard:
        first = at - rate // 10 + int(np.argmax(faster[at - rate // 10 : at + rate // 10] > 0.05))
        assert abs(first - at) < 0.030 * rate


def test_it_begins_with_the_first_sample() -> None:
    sound = sine(300.0, 16_000, 0.5)
    assert np.array_equal(played(sound, 1.5, 16_000)[:200], sound[:200])


@settings(deadline=None, max_examples=30)
@given(
    frames=st.integers(0, 9_000),
    speed=st.floats(0.75, 2.0),
    pieces=st.lists(st.integers(1, 3_000), min_size=1, max_size=4),
)
def test_any_pieces_give_the_same_sound_and_the_length_is_exact(
    frames: int, speed: float, pieces: list[int]
) -> None:
    sound = np.random.default_rng(2).normal(0, 0.1, (frames, 2)).astype(np.float32)
    whole = played(sound, speed, 8_000, max(frames, 1))
    assert len(whole) == round(frames / speed)
    tempo = Tempo(speed, 8_000, 2)
    parts, at = [], 0
    while at < frames:
        for count in pieces:
            parts.append(tempo.feed(sound[at : at + count]))
            at += count
    assert np.array_equal(np.concatenate([*parts, tempo.finish()]), whole)


def test_silence_stays_silence() -> None:
    assert not played(np.zeros((16_000, 2), np.float32), 1.5, 16_000).any()
