"""Digits in heard text, written in figures or spoken as words, and the runs that they make.

Recognisers differ: one writes "4111 1111" or "4-1-1-1", another "four one one one" or "forty one eleven",
and either may put "to" for "two". What is counted is how many digits a text stands for, not which.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.domain.text import HESITATIONS


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


_UNITS = {
    word: value
    for value, names in enumerate(
        (
            ("zero", "oh", "o", "nought", "naught", "nil"),
            ("one",),
            ("two",),
            ("three",),
            ("four",),
            ("five",),
            ("six",),
            ("seven",),
            ("eight",),
            ("nine", "niner"),
        )
    )
    for word in names
}
_PLURALS = words("ones twos threes fours fives sixes sevens eights nines zeros zeroes ohs")
_TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = words("twenty thirty forty fourty fifty sixty seventy eighty ninety")
_TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_SCALES = {"hundred": 2, "thousand": 3}
_SOUND_ALIKE = words("to too for fore won wan ate hate tree free fife sex sick mine nein")
"""Words that a recogniser may write for a digit in the middle of others."""

LINKS = HESITATIONS | words(
    "and then next so the last first digits are it's its that's thats dash hyphen space dot stroke slash "
    "comma yes yeah yep yup okay ok right sorry wait hang hold on just a second sec moment minute let me see "
    "again mhm mmhm huh please did you get got it that"
)
"""Words between digits with which one goes on reading out the same number."""

MOST_LINKS = 6
"""So many of them at most; more make another number of what follows."""

OTHER_NUMBERS = words(
    "phone telephone mobile landline extension fax order reference invoice account policy membership "
    "customer tracking parcel serial meter booking ticket postcode zip post house flat room floor "
    "street date birth expiry expires expiration valid month year amount price total cost balance "
    "sort version code"
)
"""Words that say that the digits after them are a number of another kind."""

_MEASURES = words(
    "pound pounds dollar dollars euro euros cent cents pence penny quid bucks percent minutes hour hours day "
    "days week weeks month months year years pm o'clock st nd rd th items kilometres kilometers miles degrees"
)
"""Words that make an amount of the digits before them."""

_CURRENCY = "$£€¥₹"
_WORD = re.compile(r"\bcv[vc]?2\b|\d+|[^\W\d_]+(?:'[^\W\d_]+)*", re.IGNORECASE)
_BREAK = re.compile(rf"[{_CURRENCY}%@\[\]]")
_READ_OUT = 3
_PLAIN = re.compile(r"(?:19|20)\d\d|[1-9]\d00")
"""Four figures that are a year or a round number."""
_WHOLE = 10
"""Two pieces of so many digits each are too long for one card number, which has 19 at most."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of text number `line`, at `start` <= character < `end`; `word` is in lower case.

    It stands for `least` to `most` digits, 0 where it is no number; `figures` are those that are written.
    """

    line: int
    start: int
    end: int
    word: str
    least: int = 0
    most: int = 0

    @property
    def figures(self) -> bool:
        """Whether it is written in figures."""
        return self.word[0].isdecimal()

    @property
    def links(self) -> bool:
        """Whether it may stand between digits of one number."""
        return self.word in LINKS or self.word in _SOUND_ALIKE

    @property
    def plain(self) -> bool:
        """Whether it is written as a year or a round number of four figures."""
        return bool(_PLAIN.fullmatch(self.word))


@dataclass(slots=True)
class Piece:
    """Digits with nothing between them but marks and hesitation; an amount is one of money, time and such.

    `odd` says that there is a word between it and the piece before that does not belong in a number.
    """

    tokens: list[Token] = field(default_factory=list)
    amount: bool = False
    odd: bool = False

    @property
    def least(self) -> int:
        """How many digits it is at least."""
        return sum(token.least for token in self.tokens)

    @property
    def most(self) -> int:
        """How many digits it is at most."""
        return sum(token.most for token in self.tokens)

    @property
    def read_out(self) -> bool:
        """Whether it is several digits, spoken one by one."""
        return len(self.tokens) >= _READ_OUT and all(token.word in _UNITS for token in self.tokens)


def tokens(text: str, line: int = 0) -> list[Token]:
    """Give the words of `text`."""
    found = list(_WORD.finditer(text.replace("\u2019", "'")))
    said = [match.group().lower() for match in found]
    return [
        Token(line, match.start(), match.end(), said[place], *_digits(said, place))
        for place, match in enumerate(found)
    ]


def runs(texts: Sequence[str], ends: Container[int] = ()) -> Iterator[list[Piece]]:
    """Give the runs of digits in texts that follow each other: pieces that may be parts of one number.

    Texts without any digits say nothing; those whose places are among `ends` end a run.
    """
    run: list[Piece] = []
    between: list[Token] = []
    for line, text in enumerate(texts):
        end = 0
        if line in ends:
            yield from _parted(run)
            run, between = [], []
        for token in tokens(text, line) if has_digits(text) else ():
            gap = text[end : token.start].rstrip()
            end = token.end
            broken = _BREAK.search(gap)
            if token.most:
                if broken or not run or not _add(run, between, token):
                    yield from _parted(run)
                    run = [Piece([token], amount=gap.endswith(tuple(_CURRENCY)))]
                between = []
            elif not broken and (token.links or (run and _may_be_misheard(token, between))):
                between.append(token)
            else:
                follows = run and run[-1].tokens[-1].line == line and not between
                if follows and not broken and token.word in _MEASURES:
                    run[-1].amount = True
                yield from _parted(run)
                run, between = [], []
    yield from _parted(run)


def has_digits(text: str) -> bool:
    """Tell whether there is any number in `text`."""
    return any(token.most for token in tokens(text))


def opens(text: str) -> bool:
    """Tell whether digits at the end of `text` may go on in the next one."""
    return has_digits(text) and _leads(reversed(tokens(text)))


def goes_on(text: str) -> bool:
    """Tell whether `text` may begin with more digits of a number that came before, or says nothing else."""
    return _leads(tokens(text))


def _digits(said: Sequence[str], place: int) -> tuple[int, int]:
    """Give the least and the most digits that the word at `place` stands for among its neighbours."""
    word = said[place]
    before = said[place - 1] if place else ""
    after = said[place + 1] if place + 1 < len(said) else ""
    if word[0].isdecimal():
        return len(word), len(word)
    if word in _UNITS:
        return 1, 1
    if word in _TEENS:
        return 2, 2
    if word in _TENS:
        # "twenty three" is 23, not 203
        return (1, 1) if _UNITS.get(after) else (2, 2)
    if word in _SCALES:
        # "forty one hundred" is 4100, but "one hundred and five" 105
        return 0, _SCALES[word]
    if word in _TIMES and (after in _UNITS or (len(after) == 1 and after.isdecimal())):
        return (_TIMES[word] - 1,) * 2
    if word in _PLURALS and _UNITS.get(before, 0) > 1:
        # "four ones"
        return (_UNITS[before] - 1,) * 2
    return 0, 0


def _leads(found: Iterable[Token]) -> bool:
    """Tell whether there is nothing but links before the first number."""
    for before, token in enumerate(found):
        if token.most:
            return True
        if before == MOST_LINKS or not token.links:
            return False
    return True


def _may_be_misheard(token: Token, between: Sequence[Token]) -> bool:
    """Tell whether a word may be a digit or a sound that the recogniser did not understand."""
    return token.word not in OTHER_NUMBERS | _MEASURES and all(each.links for each in between)


def _add(run: list[Piece], between: list[Token], token: Token) -> bool:
    """Add a number to the run it follows after the words `between`, if it may be a part of it."""
    end = run[-1].tokens[-1]
    alike = [replace(each, most=1) for each in between if each.word in _SOUND_ALIKE]
    if len(between) > MOST_LINKS or (alike and end.figures and token.figures):
        return False  # who writes figures mishears none: "order 1234567 for 120.50"
    if end.plain and token.plain and [each.word for each in between] == ["and"]:
        return False  # "in 2024 and 2025"
    odd = not all(each.links for each in between)
    hundred_and = end.word in _SCALES and [each.word for each in between] == ["and"]
    if end.line == token.line and (hundred_and or all(each.word in HESITATIONS for each in between)):
        run[-1].tokens.append(token)
    else:
        run.append(Piece([*alike, token], odd=odd))
    return True


def _parted(run: list[Piece]) -> Iterator[list[Piece]]:
    """Part a run between pieces that are whole numbers of their own: an amount, or two telephone numbers."""
    since = 0
    for place in range(1, len(run) + 1):
        before, after = run[place - 1], run[place] if place < len(run) else None
        if after is None or not _belong(before, after):
            yield run[since:place]
            since = place


def _belong(before: Piece, after: Piece) -> bool:
    if before.amount or after.amount or min(before.most, after.most) >= _WHOLE:
        return False
    return not after.odd or (before.read_out and after.read_out)
