"""Following a call: which lines are being said at a moment, and which word of them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.timeline import Speaker, Utterance

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a line: the letters `first` <= i < `last` of its text, said at `start` <= sample < `end`."""

    first: int
    last: int
    start: int
    end: int


def spoken(line: Utterance) -> tuple[Spoken, ...]:
    """Give the words of a line's text with their times.

    Those of the recogniser where it gave one for each word, else they are spread over the line by their
    letters, a space counting as one.
    """
    found = [match.span() for match in _WORD.finditer(line.text)]
    if len(found) == len(line.words):
        timed = zip(found, line.words, strict=True)
        return tuple(Spoken(first, last, word.start, word.end) for (first, last), word in timed)
    letters = sum(last - first + 1 for first, last in found)
    spread, length, told = [], line.end - line.start, 0
    for first, last in found:
        start = line.start + length * told // letters
        told += last - first + 1
        spread.append(Spoken(first, last, start, line.start + length * told // letters))
    return tuple(spread)


class Following:
    """The lines of a call, in any order, with what is said at each moment; a line's place is its index.

    Made in n log n, asked in log n: three hours have some 3,000 lines, and are asked 30 times a second.
    """

    def __init__(self, lines: Sequence[Utterance]) -> None:
        self._lines = lines
        self._words: dict[int, tuple[Spoken, ...]] = {}
        self._times, self._said = _steps(lines)

    def at(self, t: int) -> tuple[int, ...]:
        """Give the places of the lines that are being said at `t` (samples), one a speaker at most.

        Where nobody speaks, the one that ended last; () before the first.
        """
        step = bisect_right(self._times, t) - 1
        return self._said[step] if step >= 0 else ()

    def words(self, place: int) -> tuple[Spoken, ...]:
        """Give the words of a line with their times."""
        if place not in self._words:
            self._words[place] = spoken(self._lines[place])
        return self._words[place]

    def word(self, place: int, t: int) -> int | None:
        """Give which word of a line is the last that was begun by `t`; None before and after the line."""
        line = self._lines[place]
        if not line.start <= t < line.end:
            return None
        begun = bisect_right(self.words(place), t, key=lambda word: word.start)
        return begun - 1 if begun else None


def _steps(lines: Sequence[Utterance]) -> tuple[list[int], list[tuple[int, ...]]]:
    """Give the moments at which other lines are being said, and the lines from each on."""
    begins = sorted((line.start, place) for place, line in enumerate(lines) if line.start < line.end)
    ends = sorted((line.end, place) for place, line in enumerate(lines) if line.start < line.end)
    times: list[int] = []
    said: list[tuple[int, ...]] = []
    running: dict[Speaker, list[tuple[int, int]]] = {speaker: [] for speaker in Speaker}
    begun = over = 0
    for t in sorted({t for t, _ in (*begins, *ends)}):
        while over < len(ends) and ends[over][0] <= t:
            place = ends[over][1]
            running[lines[place].speaker].remove((lines[place].start, place))
            over += 1
        while begun < len(begins) and begins[begun][0] <= t:
            place = begins[begun][1]
            running[lines[place].speaker].append((lines[place].start, place))
            begun += 1
        newest = sorted(max(each) for each in running.values() if each)
        now = tuple(place for _, place in newest) or (ends[over - 1][1],)
        if not said or said[-1] != now:
            times.append(t)
            said.append(now)
    return times, said
