"""Card numbers and security codes, taken out of what was heard before any of it is kept.

A run of 13 digits or more is taken for a card number (ISO/IEC 7812-1: 12 digits and a check digit at least,
19 at most): written in figures, if 13 to 19 digits of it in a row pass the check of Luhn (the same standard,
annex B); spoken, whatever they are, for a misheard digit would fail it. Three or four digits are taken for a
security code after somebody has said what one is called.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from app.domain.spoken_digits import (
    LINKS,
    OTHER_NUMBERS,
    Piece,
    goes_on,
    has_digits,
    opens,
    runs,
    tokens,
    words,
)
from app.domain.timeline import Speaker, Utterance, samples

REMOVED = "[number removed]"
"""What stands in place of the digits."""

PATIENCE = samples(20.0)
"""How long an utterance is held back at most, from its end, for more digits of its number."""

ASKED = samples(30.0)
"""How long after somebody has named the security code its digits are expected."""

Spot = tuple[int, int, int]
"""A part of several texts: which text, first character, end."""

_CARD = range(13, 20)
_CODE = range(3, 5)
_NEAR = 10
"""Words between the name of a code and its digits."""

_NAMED = re.compile(
    r"(?<!\[)\b(?:(?:area|country|diall?ing|error|zip|post|postal)\W+codes?"
    r"|(?P<code>(?:pass|pin)?codes?|pins?|cvv2?|cv2|cvc2?|cvn|csc|security\s+(?:numbers?|digits?)"
    r"|(?:c|see|sea)\W+(?:(?:v|vee)\W+(?:v|vee|c|see|sea)|s\W+c)"
    r"|(?:digits?|numbers?|three|3)\W+(?:[^\W\d_]+\W+){0,4}?(?:on|at|off|from)\W+the\W+(?:back|reverse)"
    r"|(?:four|4)\s+(?:digits?|numbers?)\W+(?:[^\W\d_]+\W+){0,4}?on\W+the\W+front)"
    r"|(?P<hint>security))\b",
    re.IGNORECASE,
)
"""What a security code is called (codes of other kinds are passed over), and what hints at one."""

_BEFORE = re.compile(r"\W*(?:(?:is|was|it|its|it's|that|that's|thats|as|my|the)\W+){0,4}", re.IGNORECASE)
"""What may stand between digits and the name of a code that follows them."""

_DATE = re.compile(
    r"\b(?:(?:expir\w*|valid)\W+(?:[^\W\d_]+\W+){0,2}|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\W+)$",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(r"\b(?:in|since)\W+$", re.IGNORECASE)
"""What stands before the digits of a date, or of a year."""

_YEAR = re.compile(r"(?:19|20)\d\d\b|nineteen\b|twenty\b|two thousand\b", re.IGNORECASE)

_ACKNOWLEDGED = LINKS | words(
    "sure ahead thanks thank great lovely good alright carry card number numbers digit correct pardon "
    "perfect after continue cool brilliant fine keep going have rest remaining what's whats what was can "
    "could would repeat say missed miss didn't catch hear slowly slower more time"
)
"""Words with which the other side lets somebody go on reading out a number."""

_UNKNOWN = 2
"""So many other words of three letters or more may be such a sound that was not understood."""


def blanked(text: str) -> str:
    """Give `text` with REMOVED in place of card numbers and security codes."""
    return _blanked([text], [False])[0]


def blanked_lines(lines: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """Give lines in order of time with REMOVED in place of card numbers and security codes.

    Numbers that are read out over several lines count as one. A line that was changed has no `words`.
    """
    lines = tuple(lines)
    blanking = Blanking()
    done: dict[Speaker, deque[Utterance]] = {who: deque() for who in Speaker}
    certain = [ready for line in lines for ready in blanking.feed(line)]
    for ready in (*certain, *blanking.flush()):
        done[ready.speaker].append(ready)
    return tuple(done[line.speaker].popleft() for line in lines)


class Blanking:
    """Blanks utterances as they come, those of each speaker in order of time.

    One that ends in digits is held back until what follows decides whether they are a part of a longer
    number, for `PATIENCE` at most.
    """

    def __init__(self) -> None:
        self._open: dict[Speaker, list[Utterance]] = {who: [] for who in Speaker}
        self._asked: deque[Utterance] = deque(maxlen=20)
        """The last utterances that named a security code."""

    def feed(self, said: Utterance) -> list[Utterance]:
        """Take the next utterance; give those that are certain now."""
        if _names_code(said.text):
            self._asked.append(said)
        certain = self.reach(said.start)
        if not _acknowledges(said.text):
            certain += self._close(said.speaker.other)
        held = self._open[said.speaker]
        hesitates = bool(held) and _says_little(said.text)
        if not goes_on(said.text) and not hesitates:
            certain += self._close(said.speaker)
            held = self._open[said.speaker]
        held.append(said)
        if not opens(said.text) and not hesitates:
            certain += self._close(said.speaker)
        return certain

    def reach(self, t: int) -> list[Utterance]:
        """Give those that have become certain because the call has come to `t` (samples)."""
        late = [who for who, held in self._open.items() if held and held[-1].end + PATIENCE < t]
        return [line for who in late for line in self._close(who)]

    def flush(self) -> list[Utterance]:
        """Give all that is still held back; nothing follows."""
        return [line for who in Speaker for line in self._close(who)]

    def _close(self, who: Speaker) -> list[Utterance]:
        held, self._open[who] = self._open[who], []
        texts = _blanked([line.text for line in held], [self._expected(line) for line in held])
        return [
            line if line.text == text else replace(line, text=text, words=())
            for line, text in zip(held, texts, strict=True)
        ]

    def _expected(self, line: Utterance) -> bool:
        """Whether another utterance has just named a security code."""
        return any(
            asked is not line and asked.start <= line.end and line.start <= asked.end + ASKED
            for asked in self._asked
        )


def _blanked(texts: list[str], expected: list[bool]) -> list[str]:
    """Blank texts of one speaker that follow each other; `expected` says where a code was asked for."""
    while True:
        spots = [spot for run in runs(texts) for spot in _spots(run, texts, expected)]
        if not spots:
            return texts
        texts = list(texts)
        for line, start, end in reversed(spots):
            texts[line] = texts[line][:start] + REMOVED + texts[line][end:]


def _spots(run: list[Piece], texts: list[str], expected: list[bool]) -> list[Spot]:
    """Give what is to be blanked of a run, in order."""
    if _is_card(run):
        return _span(run)
    lines = [list(pieces) for _, pieces in groupby(run, key=lambda piece: piece.tokens[-1].line)]
    # One may hesitate within a number, or give two of them in a breath.
    parts = (run, *lines, *([piece] for piece in run))
    codes = [_span(part) for part in parts if _is_code(part, texts, expected)]
    return _widest(spot for spots in codes for spot in spots)


def _widest(spots: Iterable[Spot]) -> list[Spot]:
    """Give the spots in order, without those inside others."""
    widest: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (spot[0], spot[1], -spot[2])):
        if not widest or spot[0] != widest[-1][0] or spot[1] >= widest[-1][2]:
            widest.append(spot)
    return widest


def _span(pieces: list[Piece]) -> list[Spot]:
    spans: dict[int, Spot] = {}
    for piece in pieces:
        for token in piece.tokens:
            _, start, _ = spans.get(token.line, (0, token.start, 0))
            spans[token.line] = token.line, start, token.end
    return list(spans.values())


def _is_card(run: list[Piece]) -> bool:
    if sum(piece.least if piece.amount else piece.most for piece in run) < _CARD.start:
        return False
    said = [token for piece in run for token in piece.tokens]
    if not all(token.figures for token in said):
        return True
    digits = [int(each) for token in said for each in token.word]
    return any(
        _passes(digits[start : start + length])
        for start in range(len(digits))
        for length in _CARD
        if start + length <= len(digits)
    )


def _passes(digits: list[int]) -> bool:
    """Tell whether digits pass the check of Luhn: from the right, every second one counts double."""
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_code(pieces: list[Piece], texts: list[str], expected: list[bool]) -> bool:
    least, most = sum(piece.least for piece in pieces), sum(piece.most for piece in pieces)
    if least >= _CODE.stop or most < _CODE.start or any(piece.amount for piece in pieces):
        return False
    return any(_is_named(texts[line], start, end, expected[line]) for line, start, end in _span(pieces))


def _is_named(text: str, start: int, end: int, expected: bool) -> bool:
    """Tell whether the digits in that place of `text` answer or follow the name of a security code."""
    year = _YEAR.match(text, start) and _IN_A_YEAR.search(text, 0, start)
    if year or _DATE.search(text, 0, start):
        return False
    for named in _NAMED.finditer(text):
        if not (named["code"] or named["hint"]):
            continue
        if named.end() <= start and len(tokens(text[named.end() : start])) <= _NEAR:
            return True
        if end <= named.start() and _BEFORE.fullmatch(text[end : named.start()]):
            return True
    return expected


def _names_code(text: str) -> bool:
    return any(named["code"] for named in _NAMED.finditer(text))


def _acknowledges(text: str) -> bool:
    """Tell whether `text` only lets somebody go on, or says their digits after them."""
    said = [token.word for token in tokens(text) if not token.most]
    unknown = [word for word in said if len(word) > 2 and word not in _ACKNOWLEDGED]
    return len(unknown) <= _UNKNOWN and OTHER_NUMBERS.isdisjoint(said)


def _says_little(text: str) -> bool:
    """Tell whether `text` is no more than a sound in the middle of reading out a number."""
    return not has_digits(text) and _acknowledges(text)
