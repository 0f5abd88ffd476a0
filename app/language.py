"""The language the product speaks: every sentence of ours that a user may see goes through here.

No Qt: the window installs Qt's translator with `speak`; commands and processes without one speak English.
Texts of the content (resources/content) are not asked for here; they are translated in their own files.
"""

from collections.abc import Callable

CONTEXT = "evenkeel"
"""The one context of all texts in a translation file (.ts)."""

Translate = Callable[[str, int], str]
"""From an English text and a number (-1 where there is none) to the text to show, not yet filled in."""


def _english(text: str, n: int) -> str:
    return text


_translate: Translate = _english


def speak(translate: Translate) -> None:
    """Let `translate` give the texts from now on."""
    global _translate
    _translate = translate


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
