"""The language the product speaks: every sentence of ours that a user may see goes through here.

No Qt: the window lets a translation speak with `speak`; commands, and processes without one, speak English.
What is stored and measured (journal, reports as JSON) is always English, and is translated where it is shown.
Texts of the content (resources/content) are not asked for here; they are translated in their own files.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeVar

CONTEXT = "evenkeel"
"""The one context of all texts in a translation file (.ts)."""

Translate = Callable[[str, int], str]
"""From an English text and a number (-1 where there is none) to the text to show, not yet filled in."""


Key = TypeVar("Key")

_PLACE = re.compile(r"\\\{(\w+)\\\}")
"""A placeholder, escaped for a regular expression."""


def _english(text: str, n: int) -> str:
    return text


def _nothing() -> None:
    pass


_translate: Translate = _english
_carried: Callable[[], None] = _nothing


def speak(translate: Translate = _english, elsewhere: Callable[[], None] = _nothing) -> None:
    """Let `translate` give the texts from now on, English where none is given.

    `elsewhere` does the same in a process that is started by this one; it must pickle.
    """
    global _translate, _carried
    _translate, _carried = translate, elsewhere


def carried() -> Callable[[], None]:
    """Give what a child process calls first, to speak as this one does."""
    return _carried


def tr(text: str, /, **values: object) -> str:
    """Give a text in the user's language, each `{name}` in it filled in from `values`.

    The text is a plain literal (the collector of texts reads the source), or one that was `marked`.
    Raises KeyError for a name without a value.
    """
    shown = _translate(text, -1)
    return shown.format(**values) if values else shown


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """Give the form that suits the number `n`, which fills `{n}`: `one` and `many` are English's two.

    Both are plain literals. Raises KeyError for a name without a value.
    """
    shown = _translate(many, n)
    return (one if shown == many and n == 1 else shown).format(n=n, **values)


def marked(text: str) -> str:
    """Give the text as it is, for a constant that is shown later through `tr`."""
    return text


def retold(told: str, texts: tuple[str, ...]) -> str:
    """Give a sentence that was filled in already in the user's language, "" where it is none of `texts`.

    For what is measured and stored in English, and for the domain, which knows no language: `texts` are
    marked, with the placeholders in the places of what was filled in.
    """
    for text, pattern in _patterns(texts):
        if found := pattern.fullmatch(told):
            return tr(text, **found.groupdict())
    return ""


@cache
def _patterns(texts: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    parts = ((text, _PLACE.sub(r"(?P<\1>.+?)", re.escape(text))) for text in texts)
    return tuple((text, re.compile(pattern, re.DOTALL)) for text, pattern in parts)


class Texts(Mapping[Key, str]):
    """A constant of texts by their keys, a literal: each is given in the user's language.

    `english` holds them as they are written.
    """

    def __init__(self, english: Mapping[Key, str]) -> None:
        self.english = english

    def __getitem__(self, key: Key) -> str:
        """Give the text; raises KeyError for a key without one."""
        return tr(self.english[key])

    def __iter__(self) -> Iterator[Key]:
        """Give the keys in the order they were written."""
        return iter(self.english)

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self.english)
