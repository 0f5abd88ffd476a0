"""The heated stretch: when, from loudness, cut-ins and words, the customer seems to be upset."""

from collections import deque

from app.domain.timeline import samples

NEGATIVE = "negative"
"""Id of the phrase list whose finds count as the customer's negative words."""

WINDOW = samples(60.0)
"""How far back a sign counts."""

LOUD_DB = 6.0
"""Customer's loudness over own running median that is a sign."""

CUT_INS, NEGATIVE_WORDS, SIGNS = 2, 3, 2
"""How many cut-ins and negative words make a sign, and how many of the three signs make a heated stretch."""


class Heat:
    """Tells whether a stretch is heated; fed in order of time (samples), constant memory."""

    def __init__(self) -> None:
        self._loud: deque[int] = deque(maxlen=1)
        self._cut_ins: deque[int] = deque(maxlen=CUT_INS)
        self._negative: deque[int] = deque(maxlen=NEGATIVE_WORDS)

    def loudness(self, t: int, db: float) -> None:
        """Take the customer's sustained loudness at `t`, in dB over own running median."""
        if db >= LOUD_DB:
            self._loud.append(t)

    def interruption(self, t: int) -> None:
        """Take an interruption charged to the customer."""
        self._cut_ins.append(t)

    def negative_words(self, t: int, count: int) -> None:
        """Take how many negative words the customer's utterance that ended at `t` holds."""
        self._negative.extend([t] * min(count, NEGATIVE_WORDS))

    def heated(self, t: int) -> bool:
        """Tell whether at least two of the three signs lie within the 60 s before `t`."""
        signs = (self._loud, self._cut_ins, self._negative)
        return sum(len(sign) == sign.maxlen and t - sign[0] <= WINDOW for sign in signs) >= SIGNS
