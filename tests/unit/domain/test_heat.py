import pytest

from app.domain.heat import Heat
from app.domain.timeline import samples


def heat(*events: tuple[str, float, float]) -> Heat:
    folded = Heat()
    for kind, t, value in events:
        match kind:
            case "loud":
                folded.loudness(samples(t), value)
            case "cut-in":
                folded.interruption(samples(t))
            case "words":
                folded.negative_words(samples(t), int(value))
    return folded


LOUD, TWO_CUT_INS, THREE_WORDS = ("loud", 10, 6.0), [("cut-in", 10, 0), ("cut-in", 12, 0)], ("words", 12, 3)


@pytest.mark.parametrize(
    ("events", "at", "expected"),
    [
        ([], 20, False),
        ([LOUD], 20, False),
        ([LOUD, THREE_WORDS], 20, True),
        ([LOUD, *TWO_CUT_INS], 20, True),
        ([*TWO_CUT_INS, THREE_WORDS], 20, True),
        ([("loud", 10, 5.9), THREE_WORDS], 20, False),
        ([LOUD, ("words", 12, 2)], 20, False),
        ([LOUD, ("words", 11, 1), ("words", 12, 2)], 20, True),
        ([LOUD, ("cut-in", 12, 0)], 20, False),
        ([LOUD, THREE_WORDS], 70, True),
        ([LOUD, THREE_WORDS], 70.1, False),
        ([("cut-in", 1, 0), ("cut-in", 30, 0), ("words", 30, 3)], 62, False),
        ([("words", 30, 50), ("loud", 31, 9)], 60, True),
    ],
)
def test_a_stretch_is_heated_with_two_of_three_signs_in_a_minute(events, at, expected):
    assert heat(*events).heated(samples(at)) is expected
