"""Card numbers and security codes, taken out of what was heard before any of it is kept.

A run of 13 digits or more is taken for a card number (ISO/IEC 7812-1: 12 digits and a check digit at least,
19 at most) where it is spoken, where it is grouped as on a card or where a card was named before it, whatever
the digits are, for a misheard one would fail the check; other figures, if 13 to 19 in a row pass the check of
Luhn (the same standard, annex B). Three or four digits are taken for a security code after somebody has said
what one is called.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from app.domain import number_names
from app.domain.spoken_digits import LINKS, Piece, goes_on, has_digits, opens, runs, tokens, words
from app.domain.timeline import Speaker, Utterance, samples

REMOVED = "[number removed]"
"""What stands in place of the digits."""

PATIENCE = samples(20.0)
"""How long an utterance is held back at most, from its end, for more digits of its number."""

UNFINISHED = samples(60.0)
"""The same where it is a part of a card number, and how long after a card was named one is expected."""

ASKED = samples(30.0)
"""How long after somebody has named the security code its digits are expected."""

FETCHED = samples(90.0)
"""The same while nobody has answered and who asked only waits."""

Spot = tuple[int, int, int]
"""A part of several texts: which text, first character, end."""

_CARD = range(13, 20)
_CODE = range(3, 5)
_GROUPED = ([4, 4, 4, 4], [4, 6, 5], [4, 4, 4, 4, 3])
"""How the figures of a card number are put into groups."""

_HALF = range(6, 11)
"""Digits of a part of a card number, of which two make a whole one."""

_ACKNOWLEDGED = LINKS | words(
    "sure ahead thanks thank great lovely good alright carry card number numbers digit correct pardon "
    "perfect after continue cool brilliant fine keep going have rest remaining what's whats what was can "
    "could would repeat say missed miss didn't catch hear slowly slower more time take your waiting rush "
    "problem worries course absolutely whenever ready there i'll"
)
"""Words with which the other side lets somebody go on reading out a number."""

_UNKNOWN = 2
"""So many other words of three letters or more may be such a sound that was not understood."""


@dataclass(slots=True)
class _Named:
    """An utterance that named the security code, and the last moment of the answer that was waited for."""

    line: Utterance
    asks: bool
    until: int


@dataclass(frozen=True, slots=True)
class _Awaited:
    """What another utterance had named before one: a code in a question or in passing, a card."""

    asked: bool = False
    mentioned: bool = False
    card: bool = False


def blanked(text: str) -> str:
    """Give `text` with REMOVED in place of card numbers and security codes."""
    return _blanked([text], [_Awaited()])[0]


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
    number, for `PATIENCE` at most; a part of a card number, and all its speaker says, for `UNFINISHED`.
    """

    def __init__(self) -> None:
        self._open: dict[Speaker, list[Utterance]] = {who: [] for who in Speaker}
        self._codes: deque[_Named] = deque(maxlen=20)
        self._cards: deque[Utterance] = deque(maxlen=20)
        """The last utterances that named a card."""

    @property
    def held(self) -> list[Utterance]:
        """What is held back, as it may be kept until it is certain: without any number."""
        return [
            line
            for held in self._open.values()
            for line in _with_texts(held, _without_numbers([line.text for line in held]))
        ]

    def feed(self, said: Utterance) -> list[Utterance]:
        """Take the next utterance; give those that are certain now."""
        self._notice(said)
        who, other = said.speaker, said.speaker.other
        certain = self.reach(said.start)
        about_others = number_names.names_other(said.text)
        if not _acknowledges(said.text) and (about_others or not self._is_unfinished(other)):
            certain += self._close(other)
        hesitates = bool(self._open[who]) and _says_little(said.text)
        if not goes_on(said.text) and not hesitates and (about_others or not self._is_unfinished(who)):
            certain += self._close(who)
        self._open[who].append(said)
        if not opens(said.text) and not hesitates and not self._is_unfinished(who):
            certain += self._close(who)
        return certain

    def reach(self, t: int) -> list[Utterance]:
        """Give those that have become certain because the call has come to `t` (samples)."""
        return [line for who in Speaker if self._end(who) < t for line in self._close(who)]

    def flush(self) -> list[Utterance]:
        """Give all that is still held back; nothing follows."""
        return [line for who in Speaker for line in self._close(who)]

    def _notice(self, said: Utterance) -> None:
        """Take note of what is named, and of what ends the waiting for a code."""
        answers = _answers(said.text)
        for named in self._codes:
            if said.speaker is not named.line.speaker and answers:
                named.until = min(named.until, said.end)
            elif said.speaker is named.line.speaker and not _acknowledges(said.text):
                named.until = min(named.until, said.start)
        if number_names.names_code(said.text):
            self._codes.append(_Named(said, number_names.asks(said.text), said.end + FETCHED))
        if number_names.names_card(said.text):
            self._cards.append(said)

    def _end(self, who: Speaker) -> int:
        """Give until when what is held back waits for more (samples)."""
        held = self._open[who]
        if not self._is_unfinished(who):
            return held[-1].end + PATIENCE if held else 0
        return max(line.end for line in held if has_digits(line.text)) + UNFINISHED

    def _is_unfinished(self, who: Speaker) -> bool:
        """Tell whether what is held back ends in a part of a card number."""
        part = list(
            takewhile(
                lambda line: REMOVED not in line.text and not number_names.names_other(line.text),
                reversed(self._open[who]),
            )
        )
        last = deque(runs([line.text for line in reversed(part)]), maxlen=1)
        if not any(_HALF.start <= sum(piece.least for piece in run) < _CARD.start for run in last):
            return False
        return any(number_names.names_card(line.text) or self._awaited(line).card for line in part)

    def _close(self, who: Speaker) -> list[Utterance]:
        held, self._open[who] = self._open[who], []
        texts = _blanked([line.text for line in held], [self._awaited(line) for line in held])
        return _with_texts(held, [blanked(text) for text in texts])

    def _awaited(self, line: Utterance) -> _Awaited:
        codes = [
            named.asks
            for named in self._codes
            if named.line is not line
            and named.line.start <= line.end
            and line.start <= max(named.line.end + ASKED, named.until)
        ]
        card = any(
            named is not line and named.start <= line.end and line.start <= named.end + UNFINISHED
            for named in self._cards
        )
        return _Awaited(asked=any(codes), mentioned=bool(codes), card=card)


def _with_texts(lines: list[Utterance], texts: list[str]) -> list[Utterance]:
    return [
        line if line.text == text else replace(line, text=text, words=())
        for line, text in zip(lines, texts, strict=True)
    ]


def _without_numbers(texts: list[str]) -> list[str]:
    return _replaced(texts, _widest(spot for run in runs(texts) for spot in _span(run)))


def _replaced(texts: list[str], spots: list[Spot]) -> list[str]:
    texts = list(texts)
    for line, start, end in reversed(spots):
        texts[line] = texts[line][:start] + REMOVED + texts[line][end:]
    return texts


def _blanked(texts: list[str], awaited: list[_Awaited]) -> list[str]:
    """Blank texts of one speaker that follow each other; `awaited` says what was named before each."""
    while True:
        talk = {line for line, text in enumerate(texts) if not has_digits(text) and not _says_little(text)}
        found = list(runs(texts, talk))
        spots = [spot for run in found for spot in _spots(run, texts, awaited)]
        for before, after in pairwise(found):
            if _are_halves(before, after, texts, awaited):
                spots += _span(before) + _span(after)
        if not spots:
            return texts
        texts = _replaced(texts, _widest(spots))


def _spots(run: list[Piece], texts: list[str], awaited: list[_Awaited]) -> list[Spot]:
    """Give what is to be blanked of a run, in order."""
    if _is_card(run, texts, awaited):
        return _span(run)
    lines = [list(pieces) for _, pieces in groupby(run, key=lambda piece: piece.tokens[-1].line)]
    # One may hesitate within a number, or give two of them in a breath.
    parts = (run, *lines, *([piece] for piece in run))
    codes = [_span(part) for part in parts if _is_code(part, texts, awaited)]
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


def _is_card(run: list[Piece], texts: list[str], awaited: list[_Awaited]) -> bool:
    if sum(piece.least if piece.amount else piece.most for piece in run) < _CARD.start:
        return False
    said = [token for piece in run for token in piece.tokens]
    if not all(token.figures for token in said) or _is_named_card(run, texts, awaited):
        return True
    for groups in _GROUPED:
        for start in range(len(said) - len(groups) + 1):
            part = said[start : start + len(groups)]
            if [token.least for token in part] == groups and not all(token.plain for token in part):
                return True
    digits = [int(each) for token in said for each in token.word]
    return any(
        _passes(digits[start : start + length])
        for start in range(len(digits))
        for length in _CARD
        if start + length <= len(digits)
    )


def _is_named_card(run: list[Piece], texts: list[str], awaited: list[_Awaited]) -> bool:
    spots = _span(run)
    if any(piece.amount for piece in run):
        return False
    return all(
        number_names.is_card(texts[line], start, end, awaited[line].card) for line, start, end in spots
    )


def _are_halves(before: list[Piece], after: list[Piece], texts: list[str], awaited: list[_Awaited]) -> bool:
    """Tell whether two runs are parts of one card number that was broken off in between."""
    digits = [sum(piece.least for piece in run) for run in (before, after)]
    if not all(each in _HALF for each in digits) or sum(digits) not in _CARD:
        return False
    line, start, _ = _span(after)[0]
    return _is_named_card(before, texts, awaited) and number_names.is_card(texts[line], start, start, True)


def _passes(digits: list[int]) -> bool:
    """Tell whether digits pass the check of Luhn: from the right, every second one counts double."""
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_code(pieces: list[Piece], texts: list[str], awaited: list[_Awaited]) -> bool:
    least, most = sum(piece.least for piece in pieces), sum(piece.most for piece in pieces)
    if least >= _CODE.stop or most < _CODE.start or any(piece.amount for piece in pieces):
        return False
    return any(
        number_names.is_code(texts[line], start, end, awaited[line].asked, awaited[line].mentioned)
        for line, start, end in _span(pieces)
    )


def _answers(text: str) -> bool:
    """Tell whether `text` may hold the digits of a security code, or held some number that was removed."""
    return REMOVED in text or any(
        sum(piece.least for piece in run) < _CODE.stop and sum(piece.most for piece in run) >= _CODE.start
        for run in runs([text])
    )


def _acknowledges(text: str) -> bool:
    """Tell whether `text` only lets somebody go on, or says their digits after them."""
    said = [token.word for token in tokens(text) if not token.most]
    unknown = [word for word in said if len(word) > 2 and word not in _ACKNOWLEDGED]
    return len(unknown) <= _UNKNOWN and not number_names.names_other(text)


def _says_little(text: str) -> bool:
    """Tell whether `text` is no more than a sound in the middle of reading out a number."""
    return not has_digits(text) and REMOVED not in text and _acknowledges(text)
