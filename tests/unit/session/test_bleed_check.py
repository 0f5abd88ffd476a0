"""Headset or loudspeaker is found out within seconds of sound, whatever the size of the blocks."""

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio.source import Block
from app.domain.timeline import RATE
from app.session.bleed_check import Bleed, BleedCheck, Listens

SECONDS = 6


def noise(seed: int, level_db: float) -> NDArray[np.float64]:
    """Unsteady noise of that level."""
    rng = np.random.default_rng(seed)
    loud = np.repeat(rng.uniform(0.3, 1.0, SECONDS * 10), RATE // 10)
    sound = rng.normal(0.0, 1.0, SECONDS * RATE) * loud
    return sound / sound.std() * 10 ** (level_db / 20)


def heard(agent: NDArray[np.float64], customer: NDArray[np.float64] | None, size: int = 320) -> Bleed:
    """Give the finding after all of both channels."""
    check = BleedCheck()
    for start in range(0, agent.size, size):
        piece = slice(start, start + size)
        check.feed(Block(start, pcm(agent[piece]), None if customer is None else pcm(customer[piece])))
    return check.found


def pcm(sound: NDArray[np.float64]) -> NDArray[np.int16]:
    return np.clip(sound * 32768, -32768, 32767).astype(np.int16)


def late(sound: NDArray[np.float64], samples: int) -> NDArray[np.float64]:
    return np.concatenate([np.zeros(samples), sound])[: sound.size]


@pytest.mark.parametrize("size", [160, 1600, 8192, 20_000])
@pytest.mark.parametrize("db", [-6.0, -14.0, -24.0])
def test_a_loudspeaker_is_heard_and_how_loud(db: float, size: int) -> None:
    played = noise(1, -20.0)
    found = heard(late(played, 900) * 10 ** (db / 20) + noise(2, -65.0), played, size)
    assert found.listens is Listens.LOUDSPEAKER
    assert found.db == pytest.approx(db, abs=2.0)


def test_a_headset_keeps_both_sides_apart() -> None:
    assert heard(noise(2, -45.0), noise(1, -20.0)) == Bleed(Listens.HEADSET)


def test_the_same_sound_on_both_sides_is_told_from_a_leak() -> None:
    both = noise(1, -20.0)
    assert heard(both, both) == Bleed(Listens.SAME)


@pytest.mark.parametrize("customer", [None, noise(1, -70.0)])
def test_silence_says_nothing(customer: NDArray[np.float64] | None) -> None:
    assert heard(noise(2, -30.0), customer) == Bleed(Listens.QUIET)
