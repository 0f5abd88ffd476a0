"""Runs of voice from the model's probabilities and the channel's levels: edges, order, what is settled."""

import itertools
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.timeline import samples
from app.speech.levels import STEP, STEPS, Background, levels
from app.speech.silero import FRAME
from app.speech.voice_activity import NO_LEAK, RunFold

QUIET, SPEECH = -50.0, -20.0

Run = tuple[int, int]


@dataclass
class Channel:
    """A fold fed frame by frame, held to its promises at each."""

    fold: RunFold = field(default_factory=RunFold)
    runs: list[Run] = field(default_factory=list)

    def feed(self, probability: float, steps: list[float], leak: float = NO_LEAK) -> list[Run]:
        settled = self.fold.settled
        runs = self.fold.feed(probability, steps, leak)
        assert settled <= self.fold.settled <= self.fold.heard
        for start, end in runs:
            assert start >= settled, "a run began where nothing was left to come"
            assert start >= (self.runs[-1][1] if self.runs else 0), "runs overlap"
            assert start < end <= self.fold.heard
            self.runs.append((start, end))
        return runs

    def hear(self, until: float, probability: float, level: float, leak: float = NO_LEAK) -> "Channel":
        """Frames of this probability and level until a second of the channel."""
        while self.fold.heard < samples(until):
            self.feed(probability, [level] * STEPS, leak)
        return self

    def ended(self) -> list[Run]:
        """The voice as a whole: the pieces put together."""
        length = self.fold.heard
        settled = self.fold.settled
        for start, end in self.fold.finish():
            assert settled <= start < end <= length
            self.runs.append((start, end))
        assert self.fold.settled == length and not self.fold.speaking
        whole: list[Run] = []
        for start, end in self.runs:
            if whole and start == whole[-1][1]:
                whole[-1] = (whole[-1][0], end)
            else:
                whole.append((start, end))
        return whole


def quiet(until: float = 2.0) -> Channel:
    return Channel().hear(until, 0.02, QUIET)


def frames(seconds: float) -> float:
    """The first frame's edge at or after a second, in seconds."""
    return -(-samples(seconds) // FRAME) * FRAME / 16_000


def test_silence_and_noise_hold_no_voice() -> None:
    assert quiet().hear(5.0, 0.3, SPEECH).ended() == []


def test_speech_is_given_while_it_lasts() -> None:
    channel = quiet().hear(3.0, 0.9, SPEECH)
    assert channel.fold.speaking
    assert channel.runs[0][0] == samples(frames(2.0)) and channel.runs[-1][1] == channel.fold.heard
    assert channel.fold.settled == channel.fold.heard


@pytest.mark.parametrize("late", [0.1, 0.3, 0.6])
def test_a_model_that_wakes_late_is_pulled_back_to_where_the_sound_began(late: float) -> None:
    channel = quiet()
    began = channel.fold.heard
    channel.hear(2.0 + late, 0.2, SPEECH).hear(4.0, 0.9, SPEECH)
    assert channel.ended()[0][0] == began


def test_it_is_pulled_back_by_eight_tenths_of_a_second_at_most() -> None:
    channel = quiet().hear(4.0, 0.4, SPEECH)
    woke = channel.fold.heard
    channel.hear(5.0, 0.9, SPEECH)
    assert channel.ended()[0][0] == woke - samples(0.8)


def test_a_sound_that_broke_off_before_is_not_the_beginning() -> None:
    channel = quiet().hear(2.2, 0.2, SPEECH).hear(2.4, 0.1, QUIET)
    began = channel.fold.heard
    channel.hear(3.0, 0.9, SPEECH)
    assert channel.ended()[0][0] == began


def test_speech_begins_at_the_step_where_it_is_heard() -> None:
    channel = quiet()
    began = channel.fold.heard + 3 * STEP
    channel.feed(0.6, [QUIET, QUIET, QUIET, SPEECH])
    channel.hear(3.0, 0.9, SPEECH)
    assert channel.ended()[0][0] == began


def test_speech_ends_with_its_last_sound() -> None:
    channel = quiet().hear(3.0, 0.9, SPEECH)
    channel.feed(0.9, [SPEECH, QUIET, QUIET, QUIET])
    ends = channel.fold.heard - 3 * STEP
    channel.hear(3.3, 0.8, QUIET).hear(4.0, 0.1, QUIET)
    assert channel.runs[-1][1] == ends
    assert channel.ended()[0][1] == ends


def test_sound_that_the_model_no_longer_takes_for_speech_does_not_prolong_it() -> None:
    channel = quiet().hear(3.0, 0.9, SPEECH)
    ends = channel.fold.heard
    channel.hear(5.0, 0.1, SPEECH)
    ((start, end),) = channel.ended()
    assert start == samples(frames(2.0)) and ends <= end <= ends + FRAME


@pytest.mark.parametrize(("dip", "runs"), [(1, 1), (2, 1), (3, 1), (4, 2), (6, 2)])
def test_speech_goes_on_through_a_dip_of_a_tenth_of_a_second(dip: int, runs: int) -> None:
    channel = quiet().hear(3.0, 0.9, SPEECH)
    for _ in range(dip):
        channel.feed(0.2, [QUIET] * STEPS)
    channel.hear(4.0, 0.9, SPEECH)
    assert len(channel.ended()) == runs


def test_a_probability_in_between_does_not_end_speech_and_does_not_begin_it() -> None:
    assert len(quiet().hear(3.0, 0.9, SPEECH).hear(4.0, 0.4, SPEECH).hear(5.0, 0.9, SPEECH).ended()) == 1
    assert quiet().hear(4.0, 0.4, SPEECH).ended() == []


def test_under_the_other_sides_leak_there_is_no_voice() -> None:
    assert quiet().hear(4.0, 0.9, -30.0, leak=-25.0).ended() == []
    assert quiet().hear(4.0, 0.9, SPEECH, leak=-25.0).ended() != []


def test_the_end_of_the_call_ends_the_run_with_its_last_sound() -> None:
    channel = quiet().hear(3.0, 0.9, SPEECH)
    ends = channel.fold.heard
    channel.feed(0.9, [QUIET] * STEPS)
    assert channel.ended() == [(samples(frames(2.0)), ends)]


a_level = st.sampled_from([-90.0, QUIET, -48.0, -40.0, SPEECH, 0.0])
a_frame = st.tuples(
    st.sampled_from([0.0, 0.2, 0.34, 0.35, 0.4, 0.5, 0.9, 1.0]),
    st.lists(a_level, min_size=STEPS, max_size=STEPS),
    st.sampled_from([NO_LEAK, NO_LEAK, -45.0, -15.0]),
)
a_stretch = st.tuples(a_frame, st.integers(1, 40))


@given(st.lists(a_stretch, max_size=30))
def test_runs_come_in_order_and_only_from_where_nothing_was_settled(
    stretches: list[tuple[tuple[float, list[float], float], int]],
) -> None:
    channel = Channel()
    for (probability, steps, leak), times in stretches:
        for _ in range(times):
            before = channel.fold.heard
            was_speaking = channel.fold.speaking
            runs = channel.feed(probability, steps, leak)
            if runs and not was_speaking:
                assert before - runs[0][0] <= samples(0.8)
            # What may still turn out to be speech never waits for longer than the model may be late.
            assert channel.fold.speaking or channel.fold.heard - channel.fold.settled <= samples(0.8)
    assert all(start < end for start, end in channel.ended())


def test_levels_are_decibels_of_full_scale_without_the_offset() -> None:
    t = np.arange(FRAME) / 16_000
    sine = np.sin(2 * np.pi * 1000 * t)
    given_levels = levels(np.stack([sine, 0.1 * sine, 0.1 * sine + 0.5, 0 * t]).astype(np.float32))
    assert given_levels.shape == (4, STEPS)
    expected = np.array([-3.01, -23.01, -23.01, -90.0])
    assert np.allclose(given_levels, expected[:, None], atol=0.05)


def background(steps: list[float], voice: bool = False) -> Background:
    fed = Background()
    for level in steps:
        fed.feed(level, voice)
    return fed


@pytest.mark.parametrize("noise", [-70.0, -50.0, -37.0, -30.0])
def test_the_background_is_found_within_a_second(noise: float) -> None:
    scattered = np.random.default_rng(0).normal(noise, 0.5, 125).tolist()
    found = background(scattered)
    assert found.level == pytest.approx(noise, abs=1.0)
    assert noise + 3.0 < found.threshold < noise + 6.0


def test_an_unsteady_background_is_given_more_room() -> None:
    steady = background([-50.0] * 500)
    restless = background(list(itertools.islice(itertools.cycle([-56.0, -44.0]), 500)))
    assert steady.threshold == pytest.approx(-46.5, abs=0.1)
    assert restless.threshold == pytest.approx(-50.0 + 2.5 * 6.0, abs=1.0)


def test_voice_does_not_raise_the_background() -> None:
    found = background([-50.0] * 250)
    for _ in range(1000):
        found.feed(SPEECH, voice=True)
    assert found.level == -50.0


def test_one_loud_step_hardly_moves_it_and_lasting_noise_becomes_it() -> None:
    found = background([-50.0] * 250)
    found.feed(0.0, voice=False)
    assert found.level < -49.8
    for _ in range(1000):
        found.feed(-40.0, voice=False)
    assert found.level == pytest.approx(-40.0, abs=0.5)
