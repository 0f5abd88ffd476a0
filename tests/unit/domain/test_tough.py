"""Whether a call was tough: two signs or more, and what can't be known is none."""

import pytest

from app.domain.timeline import Cue
from app.domain.tough import Limits, Sign, tough

VOICE = Cue(0, "stay-calm", "nudge", "Lower and slower", "")
OTHER = Cue(0, "buy-time", "offer", "Ask for ten minutes", "")
CUT, LOUD, MOOD, MARK = Sign.CUT_INS, Sign.VOICE, Sign.MOOD, Sign.MARKED


@pytest.mark.parametrize(
    ("cut_ins", "cues", "marks", "moods", "signs"),
    [
        ((0, 0), (), 0, (), ()),
        ((3, 2), (), 0, (), ()),
        ((0, 0), (VOICE, VOICE), 0, (), ()),
        ((0, 0), (), 5, (), ()),
        ((0, 0), (), 0, (1, 1), ()),
        ((1, 1), (VOICE,), 0, (), (CUT, LOUD)),
        ((1, 1), (), 1, (), (CUT, MARK)),
        ((1, 1), (), 0, (None, 2), (CUT, MOOD)),
        ((1, 1), (), 0, (2, None), (CUT, MOOD)),
        ((1, 1), (), 0, (3, 3), ()),
        ((9, 0), (), 1, (), ()),
        ((0, 9), (), 1, (), ()),
        ((None, None), (VOICE,), 1, (), (LOUD, MARK)),
        ((None, 4), (), 1, (), ()),
        ((0, 0), (OTHER, OTHER), 1, (), ()),
        ((2, 2), (VOICE, OTHER), 2, (1, 3), (CUT, LOUD, MOOD, MARK)),
    ],
)
def test_which_calls_are_tough(
    cut_ins: tuple[int | None, int | None],
    cues: tuple[Cue, ...],
    marks: int,
    moods: tuple[int | None, ...],
    signs: tuple[Sign, ...],
) -> None:
    assert tough(cut_ins, cues, marks, moods) == signs


def test_the_limits_can_be_others() -> None:
    assert tough((1, 1), limits=Limits(signs=1)) == (CUT,)
    assert tough((1, 1), marks=1, limits=Limits(cut_ins=2)) == ()
