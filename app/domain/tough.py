"""Was it a tough call? Two or more of four plain signs say that a moment of calm may do good."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.timeline import Cue


class Sign(StrEnum):
    """One sign of a tough call."""

    CUT_INS = "cut-ins"
    VOICE = "voice"
    MOOD = "mood"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on each sign counts, and how many of them make a call tough.

    These are conventions, chosen so that an ordinary call with one rough edge is left alone; they measure
    nobody, and no study stands behind them. `cut_ins` each way; `low_mood` (of 1 hard to 5 light) and
    below; `marks` marked moments; `voice` hints of `voice_technique`, which come where the agent's own voice
    rose or quickened over its usual level.
    """

    signs: int = 2
    cut_ins: int = 1
    low_mood: int = 2
    marks: int = 1
    voice: int = 1
    voice_technique: str = "stay-calm"


LIMITS = Limits()


def tough(
    cut_ins: tuple[int | None, int | None],
    cues: Iterable[Cue] = (),
    marks: int = 0,
    moods: Iterable[int | None] = (),
    limits: Limits = LIMITS,
) -> tuple[Sign, ...]:
    """Give the signs that say a call was tough, or none where there are too few of them.

    `cut_ins` are the agent's and the customer's (None: not measurable, which is no sign), `moods` those
    before and after it, as far as they are known.
    """
    voice = sum(cue.id == limits.voice_technique for cue in cues)
    found = (
        (Sign.CUT_INS, all(each is not None and each >= limits.cut_ins for each in cut_ins)),
        (Sign.VOICE, voice >= limits.voice),
        (Sign.MOOD, any(mood is not None and mood <= limits.low_mood for mood in moods)),
        (Sign.MARKED, marks >= limits.marks),
    )
    signs = tuple(sign for sign, there in found if there)
    return signs if len(signs) >= limits.signs else ()
