"""The customer in the microphone: found, taken out, and never counted as the agent."""

import numpy as np
import pytest

from app.speech.listener import Listener
from tests.voiced.calls import Timeline, voice

CUSTOMER_ONLY = Timeline.from_text("customer 1.0-4.0 / customer 4.5-9.0 / customer 10.0-15.0")
BOTH = Timeline.from_text(
    "agent 0.5-4.0 / customer 4.5-9.0 / agent 8.0-12.0 / customer 12.5-15.0 / agent 15.5-18.0"
)


def heard(timeline: Timeline, block: int = 8000, **sound: object) -> tuple[Listener, float]:
    """Listen to a voiced call; give the listener and the agent's voiced seconds."""
    pcm = np.round(voice(timeline, **sound).sound * 32767).astype(np.int16)  # type: ignore[arg-type]
    listener = Listener(customer=True)
    runs = []
    for at in range(0, len(pcm), block):
        runs += listener.feed(pcm[at : at + block, 0], pcm[at : at + block, 1]).activity.agent
    runs += listener.finish().activity.agent
    return listener, sum(end - start for start, end in runs) / 16_000


@pytest.mark.parametrize("bleed_db", [-3.0, -10.0, -15.0])
@pytest.mark.parametrize("lag", [0.02, 0.25])
def test_a_leak_is_found_and_never_the_agent(bleed_db: float, lag: float) -> None:
    listener, agent_s = heard(CUSTOMER_ONLY, bleed_db=bleed_db, bleed_lag_s=lag)
    assert listener.separation() == "bleed"
    assert agent_s < 0.4


@pytest.mark.parametrize("noise_dbfs", [-50.0, -37.0])
def test_separate_channels_stay_separate(noise_dbfs: float) -> None:
    listener, agent_s = heard(BOTH, noise_dbfs=noise_dbfs)
    assert listener.separation() == "separate"
    assert agent_s == pytest.approx(3.5 + 4.0 + 2.5, abs=0.3)


@pytest.mark.parametrize("lag", [0.0, 0.02, 0.2])
def test_the_agent_is_still_heard_over_a_leak(lag: float) -> None:
    listener, agent_s = heard(BOTH, bleed_db=-10.0, bleed_lag_s=lag)
    assert listener.separation() == "bleed"
    assert agent_s == pytest.approx(3.5 + 4.0 + 2.5, abs=0.5)


def test_one_sound_on_both_channels_is_inseparable() -> None:
    pcm = np.round(voice(BOTH).sound.sum(axis=1) * 32767).astype(np.int16)
    listener = Listener(customer=True)
    for at in range(0, pcm.size, 8000):
        listener.feed(pcm[at : at + 8000], pcm[at : at + 8000])
    listener.finish()
    assert listener.separation() == "inseparable"


@pytest.mark.parametrize("seed", range(6))
def test_a_leak_that_begins_at_any_moment_is_taken(seed: int) -> None:
    """Short words before a late, loud leak once left less sound waiting than the leak is late."""
    random = np.random.default_rng(seed)
    first = float(random.uniform(0.2, 0.6))
    words = (
        f"customer {first:.2f}-{first + 0.25:.2f} / customer 2.0-2.3 / customer 3.1-3.4 / customer 4.0-7.0"
    )
    listener, _ = heard(
        Timeline.from_text(words), bleed_db=-4.0, bleed_lag_s=float(random.uniform(0.2, 0.45))
    )
    assert listener.separation() in ("bleed", "separate")
