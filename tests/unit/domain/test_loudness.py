import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.loudness import LoudnessFold
from tests.unit.domain.timelines import any_call

HALF_A_STEP = 0.125 + 1e-9
levels = st.lists(st.floats(-90, 0) | st.sampled_from([-40.0, -30.0, -20.0]), min_size=1, max_size=120)


@any_call
@given(levels)
def test_loudness_is_over_the_speakers_own_running_median(given_levels):
    fold = LoudnessFold()
    for count, level in enumerate(given_levels, 1):
        over = fold.feed(level)
        # Of an even number of levels either of the two in the middle, and all between, is a median.
        lower = np.quantile(given_levels[:count], 0.5, method="lower")
        upper = np.quantile(given_levels[:count], 0.5, method="higher")
        assert lower - HALF_A_STEP <= fold.median_db <= upper + HALF_A_STEP
        assert over == level - fold.median_db
        assert fold.frames == count


@pytest.mark.parametrize(
    ("fed", "median"),
    [
        ([-30.0], -30),
        ([-30.0, -20.0, -25.0], -25),
        ([-30.0] * 100 + [-10.0] * 99, -30),
        ([-30.0] * 99 + [-10.0] * 100, -10),
        ([-25.1] * 3, -25),
        ([-25.2] * 3, -25.25),
        # Levels beyond the scale count at its ends.
        ([-120.0] * 3, -90),
        ([3.0] * 3, 0),
    ],
)
def test_the_median_is_known_to_a_quarter_decibel(fed, median):
    fold = LoudnessFold()
    for level in fed:
        fold.feed(level)
    assert fold.median_db == median


def test_a_raised_voice_stands_out_and_hardly_moves_the_median():
    fold = LoudnessFold()
    for n in range(1000):
        fold.feed(-30.0 + n % 5)
    assert fold.median_db == -28
    assert [fold.feed(-20.0) for _ in range(100)][-1] == pytest.approx(8, abs=1)


def test_a_day_of_frames_takes_no_more_room_than_a_minute():
    fold, sizes = LoudnessFold(), []
    for minute in range(30):
        for n in range(2000):
            fold.feed(-50.0 + (n + minute) % 30)
        sizes.append(len(pickle.dumps(fold)))
    assert sizes[-1] <= 1.1 * sizes[0]
