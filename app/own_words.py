"""The user's own words as they are typed: one entry a line, and what of it can be listened for."""

from collections.abc import Iterator, Mapping, Sequence

from app.domain.text import plain_words
from app.language import tr
from app.settings import LONGEST_WORDS, MOST_WORDS

BETWEEN = "="
"""What stands between a word and the plain word for it."""


def can_be_heard(words: str) -> bool:
    """Say whether words of the user's own can be listened for: each part between "..." holds a word.

    Braces have a meaning of their own in the content, and are left to it; what can't be printed has none.
    """
    return (
        words.isprintable()
        and not {"{", "}"} & set(words)
        and all(plain_words(part) for part in words.split("..."))
    )


def read_words(typed: str) -> tuple[list[str], str]:
    """Give the words that can be kept, and a sentence on the first line that can't be; "" for none."""
    kept: dict[str, int] = {}
    amiss = ""
    for number, line in _lines(typed):
        fault = _fault(line, kept)
        if fault:
            amiss = amiss or _told(number, fault)
        else:
            kept[line] = number
    return list(kept), amiss


def read_jargon(typed: str, limit: int) -> tuple[dict[str, str], str]:
    """Give word -> plain word as far as they can be kept, and a sentence on the first line that can't be.

    A plain word has `limit` characters at most.
    """
    kept: dict[str, str] = {}
    places: dict[str, int] = {}
    amiss = ""
    for number, line in _lines(typed):
        word, _, plain = (part.strip() for part in line.partition(BETWEEN))
        fault = (
            _fault(word, places)
            if word and plain
            else tr("write it as: SLA {between} the time we promise", between=BETWEEN)
        )
        if not fault and len(plain) > limit:
            fault = tr("its plain word is longer than the {n} letters that a hint has room for", n=limit)
        if not fault and not can_be_heard(plain):
            fault = tr("its plain word has no letters, or signs that can't be printed")
        if fault:
            amiss = amiss or _told(number, fault)
        else:
            kept[word], places[word] = plain, number
    return kept, amiss


def written(held: Sequence[str] | Mapping[str, str]) -> str:
    """Give words, or words with the plain word for each, as they are typed."""
    if isinstance(held, Mapping):
        return "\n".join(f"{word} {BETWEEN} {plain}" for word, plain in held.items())
    return "\n".join(held)


def _lines(typed: str) -> Iterator[tuple[int, str]]:
    """Give the lines that hold something, each with its number from 1."""
    for number, line in enumerate(typed.splitlines(), 1):
        if line.strip():
            yield number, " ".join(line.split())


def _fault(word: str, kept: Mapping[str, int]) -> str:
    """Say why a word can't be kept beside those that are; "" where it can."""
    if len(kept) >= MOST_WORDS:
        return tr("a list has room for {n} lines", n=MOST_WORDS)
    if len(word) > LONGEST_WORDS:
        return tr("it is longer than {n} letters", n=LONGEST_WORDS)
    if not can_be_heard(word):
        return tr("there is no word in it that can be heard")
    if word in kept:
        return tr("it is in line {number} already", number=kept[word])
    return ""


def _told(number: int, fault: str) -> str:
    return tr("Line {number} is not kept: {fault}.", number=number, fault=fault)
