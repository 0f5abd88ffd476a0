"""Finds the phrases of the content in recognised text, forgiving what recognisers mishear.

Forgiven: contractions, case, punctuation, hesitations and padding ("just", "really"); one letter in a long
word; in phrases of four words or more a word that sounds alike ("let me make shore"), in longer ones a small
word too many or too few. Never forgiven: a negation. "can" is not "can't", "possible" not "not possible".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from app.domain.cue_rules import Found, Heard
from app.domain.techniques import PhraseList
from app.domain.text import HESITATIONS, NEGATIONS, Text, plain_words, read
from app.domain.timeline import Speaker, Utterance

_PADDING = HESITATIONS | {
    *("just", "really", "very", "quite", "truly", "simply", "so", "such", "rather", "pretty"),
    *("incredibly", "extremely", "terribly", "awfully"),
}
_NUMBER = "#"
_PARTS = re.compile(r"(\.\.\.|\{\w+\})")
_GAP = 10  # words that "..." may stand for
_LONG = 8  # letters from which one wrong letter still makes the same word
_ALIKE = 4  # letters from which two words may sound alike
_SMALL = 4  # letters up to which a word may be missing or too many
_FORGIVING = 4  # words from which a phrase forgives one that sounds alike; two from _LENIENT
_LENIENT = 7
_ELASTIC = 5  # words from which a phrase forgives a small word missing or too many

_SOUNDS = {"ght": "t", "ph": "f", "ck": "k", "wr": "r", "kn": "n", "q": "k", "z": "s"}

Span = tuple[int, int]


class PhraseBook:
    """The phrase lists of one call, indexed by their rarest words; made once a call."""

    def __init__(
        self,
        lists: Iterable[PhraseList],
        numbers: Iterable[str] = (),
        pieces: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        lists, numbers = list(lists), frozenset(numbers)
        self._sides = {
            speaker: _Index([x for x in lists if x.speaker in (speaker, None)], numbers, pieces)
            for speaker in Speaker
        }

    def heard(self, utterance: Utterance) -> Heard:
        """Give the utterance with the phrases found in it."""
        return Heard(utterance, self.find(utterance.speaker, utterance.text))

    def find(self, speaker: Speaker, text: str) -> dict[str, tuple[Found, ...]]:
        """Give list id -> phrases found in what `speaker` said, in order of place and without overlaps."""
        return self._sides[speaker].find(text)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a phrase: one of `segments`, at most `gap` words after the part before it."""

    segments: tuple[int, ...]
    gap: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    list_id: str
    text: str
    parts: tuple[_Part, ...]
    exception: bool


class _Index:
    """All phrases one speaker can say. A segment is a run of words that must follow each other."""

    def __init__(
        self, lists: Sequence[PhraseList], numbers: frozenset[str], pieces: Mapping[str, Sequence[str]]
    ) -> None:
        self._numbers = numbers
        self._pieces = pieces
        self._segments: dict[tuple[str, ...], int] = {}
        self._phrases: dict[int, list[_Phrase]] = defaultdict(list)  # by the segments that may open them
        for item in lists:
            for text in item.phrases:
                self._add(item.id, text, exception=False)
            for text in item.exceptions:
                self._add(item.id, text, exception=True)
        self._words = list(self._segments)
        self._anchors = self._choose_anchors()
        self._known = frozenset(word for words in self._words for word in words)
        self._long = sorted(word for word in self._known if len(word) >= _LONG)
        self._nearest = lru_cache(maxsize=4096)(self._nearest_uncached)

    def find(self, raw: str) -> dict[str, tuple[Found, ...]]:
        """Give list id -> phrases found."""
        text = read(raw)
        places = [i for i, word in enumerate(text.words) if word not in _PADDING]
        words = [self._normal(text.words[i]) for i in places]
        spans = self._segment_spans(words, _Clauses(text, places))
        hits: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        taken: dict[str, list[Span]] = defaultdict(list)
        for opening, found in spans.items():
            for phrase in self._phrases.get(opening, ()):
                for start, end in _joined(found, phrase.parts[1:], spans, words):
                    if phrase.exception:
                        taken[phrase.list_id].append((start, end))
                    else:
                        hits[phrase.list_id].append((start, -end, phrase.text))
        kept: dict[str, tuple[Found, ...]] = {}
        for list_id, items in hits.items():
            alone = _without_overlaps(sorted(items), taken[list_id])
            if alone:
                kept[list_id] = tuple(
                    Found(text.as_heard(places[start], places[end - 1] + 1), places[start], phrase)
                    for start, end, phrase in alone
                )
        return kept

    def _add(self, list_id: str, text: str, exception: bool) -> None:
        parts: list[_Part] = []
        gap = 0
        for part in _PARTS.split(text):
            if part == "...":
                gap = _GAP
            elif part.strip():
                choices = self._pieces[part[1:-1]] if part.startswith("{") else (part,)
                parts.append(_Part(tuple(self._segment(choice) for choice in choices), gap))
                gap = 0
        phrase = _Phrase(list_id, text, tuple(parts), exception)
        for opening in parts[0].segments:
            self._phrases[opening].append(phrase)

    def _segment(self, text: str) -> int:
        words = tuple(self._number(word) for word in plain_words(text) if word not in _PADDING)
        return self._segments.setdefault(words, len(self._segments))

    def _choose_anchors(self) -> dict[str, list[tuple[int, int]]]:
        """Index each segment by so many of its rarest words that at least one is always heard right."""
        counts = Counter(word for words in self._words for word in words)
        anchors: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for segment, words in enumerate(self._words):
            rarest = sorted((counts[word], -len(word), place) for place, word in enumerate(words))
            for _, _, place in rarest[: _budget(len(words)) + 1]:
                anchors[words[place]].append((segment, place))
        return anchors

    def _segment_spans(self, words: list[str], clauses: "_Clauses") -> dict[int, list[Span]]:
        spans: dict[int, list[Span]] = defaultdict(list)
        for at, word in enumerate(words):
            for segment, place in self._anchors.get(word, ()):
                span = _match(self._words[segment], words, at, place)
                if span and span not in spans[segment] and not clauses.negated(words, span):
                    spans[segment].append(span)
        return {segment: sorted(found) for segment, found in spans.items() if found}

    def _normal(self, word: str) -> str:
        word = self._number(word)
        return self._nearest(word) if len(word) >= _LONG and word not in self._known else word

    def _number(self, word: str) -> str:
        return _NUMBER if word in self._numbers or word[0].isdigit() else word

    def _nearest_uncached(self, word: str) -> str:
        """Give the known long word one letter away, else the word; "un-" and its like are two letters."""
        near = process.extractOne(word, self._long, scorer=Levenshtein.distance, score_cutoff=1)
        return near[0] if near else word


class _Clauses:
    """Where in the words that count a clause ends by a mark, so that a negation does not reach across it."""

    def __init__(self, text: Text, places: list[int]) -> None:
        self._ends = [text.heard[text.source[i]][-1] in ",.;:!?…" for i in places]

    def negated(self, words: list[str], span: Span) -> bool:
        """Tell whether a negation right before or after the span turns it round."""
        start, end = span
        if end < len(words) and words[end] == "not" and not self._ends[end - 1]:
            return True
        if start == 0 or self._ends[start - 1]:
            return False
        return words[start - 1] in ("not", "never") or (words[start - 1] == "no" and end - start == 1)


def _budget(length: int) -> int:
    return (length >= _FORGIVING) + (length >= _LENIENT)


def _match(phrase: tuple[str, ...], words: list[str], at: int, place: int) -> Span | None:
    """Give where the phrase stands in the words if its word `place` is at `at`."""
    start, length = at - place, len(phrase)
    if start >= 0 and start + length <= len(words):
        left = _budget(length)
        for mine, heard in zip(phrase, words[start : start + length], strict=True):
            if mine != heard:
                left -= 1 if left and _alike(mine, heard) else left + 1
                if left < 0:
                    break
        else:
            return start, start + length
    return _elastic(phrase, words, start) if length >= _ELASTIC else None


def _elastic(phrase: tuple[str, ...], words: list[str], near: int) -> Span | None:
    """Give where the phrase stands near `near` with one small word missing or too many, never a negation."""
    for start in (near, near - 1, near + 1):
        for length in (len(phrase) + 1, len(phrase) - 1):
            window = words[max(start, 0) : max(start, 0) + length]
            if start < 0 or len(window) < length or window[0] != phrase[0] or window[-1] != phrase[-1]:
                continue
            edits = Levenshtein.editops(phrase, window).as_list()
            if len(edits) != 1:
                continue
            kind, mine, heard = edits[0]
            word = window[int(heard)] if kind == "insert" else phrase[int(mine)]
            if len(word) <= _SMALL and word not in NEGATIONS:
                return start, start + length
    return None


def _joined(
    found: Sequence[Span], parts: Sequence[_Part], spans: Mapping[int, list[Span]], words: list[str]
) -> Sequence[Span]:
    """Follow a phrase from the spans of its opening through its other parts, no negation between them."""
    for part in parts:
        following = [span for segment in part.segments for span in spans.get(segment, ())]
        found = [
            (start, next_end)
            for start, end in found
            for next_start, next_end in following
            if 0 <= next_start - end <= part.gap and not {"not", "never"}.intersection(words[end:next_start])
        ]
    return found


def _without_overlaps(items: list[tuple[int, int, str]], taken: list[Span]) -> list[tuple[int, int, str]]:
    """Keep of the (start, -end, phrase) in order those that touch neither `taken` nor each other."""
    kept = []
    for start, minus_end, phrase in items:
        end = -minus_end
        if not any(start < b and a < end for a, b in taken):
            taken.append((start, end))
            kept.append((start, end, phrase))
    return kept


@lru_cache(maxsize=4096)
def _alike(a: str, b: str) -> bool:
    """Tell whether two words may be one word misheard; negations and short words never are."""
    if min(len(a), len(b)) < _ALIKE or a in NEGATIONS or b in NEGATIONS:
        return False
    return _sound(a) == _sound(b) or (
        max(len(a), len(b)) > _ALIKE and a[0] == b[0] and Levenshtein.distance(a, b, score_cutoff=1) <= 1
    )


def _sound(word: str) -> str:
    """Give the consonants of a word as they sound, roughly; vowels count only as the first letter."""
    for written, heard in _SOUNDS.items():
        word = word.replace(written, heard)
    sound = "a" if word[0] in "aeiou" else word[0]
    for letter in word[1:]:
        if letter not in "aeiouhwy" and letter != sound[-1]:
            sound += letter
    return sound
