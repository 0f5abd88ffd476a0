"""A language that is none: what goes through the translation is told from what does not, and is longer."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.ui.room import called, in_sight

_LETTERS = str.maketrans("aceginorstuyzACEGINORSTUYZ", "åçéğíñöŕšţüýžÅÇÉĞÍÑÖŔŠŢÜÝŽ")
_MORE = " one two three four five six seven eight nine ten eleven twelve".translate(_LETTERS)
_LONGER = 1.4
"""A translation from English is often so many times as long."""

_PLAIN = re.compile(r"[A-Za-z]{3,}")
_TRANSLATED = re.compile(r"[bdfhjklmpqvwxBDFHJKLMPQVWX]+")
"""A word of letters alone that the language leaves as they are."""

NAMES = {
    "Evenkeel", "Vosk", "Moonshine", "PipeWire", "PulseAudio", "ISO", "TOML", "CSV", "JSON", "HTML", "PDF",
    "Ctrl", "Alt", "Shift", "Esc", "Tab", "Del", "Return", "Enter", "Backspace", "Delete", "PgUp", "PgDown",
    "Left", "Right", "ERASE",
    "toml", "pdf", "html", "csv", "json", "wav", "flac",
}  # fmt: skip
"""Names of things and keys, the same in every language."""

_OF_THE_USER = (
    "demo_texts.py",
    "demo_journal.py",
    "ui/kept.py",
    "ui/recorded.py",
    "ui/stops.py",
    "unit/report/reports.py",
)
_FOUND_BY_THE_PRODUCT = {"Call them back before noon"}
"""What the product makes of what was said."""

_OF_THE_MACHINE = ("pictures/window_pictures.py",)
"""Where the tests have what a user said and wrote, and the devices that are there."""


def pseudo(text: str, n: int = -1) -> str:
    """Give a text in the language: in brackets, with accents, 40 % longer; what is filled in stays."""
    told = "".join(
        literal.replace("{", "{{").replace("}", "}}").translate(_LETTERS) + _place(name, spec, conversion)
        for literal, name, spec, conversion in string.Formatter().parse(text)
    )
    return f"[{told}{_MORE[: round(len(told) * (_LONGER - 1))].rstrip()}]"


def _place(name: str | None, spec: str | None, conversion: str | None) -> str:
    if name is None:
        return ""
    return "{" + name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}"


def untranslated(shown: QWidget) -> Iterator[str]:
    """Give what there is to read or to hear in `shown` that did not go through the translation."""
    for widget in (shown, *in_sight(shown)):
        for what, text in texts(widget):
            if words := plain_words(text):
                yield f"{called(widget)}: its {what} has {', '.join(words)}: {text[:80]!r}"


@cache
def plain_words(text: str) -> tuple[str, ...]:
    """Give the words of a text that are English, and neither content, what the user wrote, nor a name."""
    rest = _known().sub(" ", " ".join(text.replace("\u200b", "").split()))
    words = _PLAIN.findall(" ".join(rest.split()))
    return tuple(word for word in words if word not in NAMES and not _TRANSLATED.fullmatch(word))


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Give every text of a widget, each with what it is."""
    yield "tool tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton) and widget.property("role") != "key":
        yield "text", widget.text()
    elif isinstance(widget, QGroupBox):
        yield "title", widget.title()
    elif isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (("entry", widget.itemText(place)) for place in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (("tab", widget.tabText(place)) for place in range(widget.count()))
    elif isinstance(widget, QHeaderView):
        heads = range(widget.count())
        yield from (("head", str(widget.model().headerData(at, widget.orientation()) or "")) for at in heads)
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for row in range(model.rowCount()):
            for column in range(columns):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield "entry", str(model.index(row, column).data(role) or "")


@cache
def _known() -> re.Pattern[str]:
    """Find the texts of content and manual, of the user and of the machine, the longest first."""
    tests = Path(__file__).parents[1]
    found = set(_FOUND_BY_THE_PRODUCT)
    for name in (*_OF_THE_USER, *_OF_THE_MACHINE):
        tree = ast.parse((tests / name).read_text(encoding="utf-8"))
        for text in (each.value for each in ast.walk(tree) if _is_text(each)):  # type: ignore[attr-defined]
            found |= {text, *(part.rstrip(".") for part in re.split(r"[|\n]|: |, (?:and )?|(?<=\.) ", text))}
    for path in (tests.parent / "resources" / "content").glob("*.toml"):
        found |= set(_leaves(tomllib.loads(path.read_text(encoding="utf-8"))))
    for path in (tests.parent / "resources" / "manual").glob("*.md"):
        heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        found |= {*heads, *(f"{heads[0]}: {head}" for head in heads)}
    catalogue = tests.parent / "speech_models" / "catalogue.toml"
    found |= set(_leaves(tomllib.loads(catalogue.read_text(encoding="utf-8"))))
    longest_first = sorted((" ".join(each.split()) for each in found), key=len, reverse=True)
    sentences = "|".join(re.escape(each) for each in longest_first if " " in each)
    words = "|".join(re.escape(each) for each in longest_first if " " not in each and len(each) > 2)
    return re.compile(rf"(?<!\w)(?:(?i:{sentences})|{words}|[\w.~-]*/[\w./~-]+)(?!\w)")


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _leaves(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
        yield from held.split("{plain}") if "{plain}" in held else ()
        yield held.rstrip(":")
        yield held.partition(": ")[2]  # what is said to oneself, or to a colleague
    elif isinstance(held, dict | list):
        for each in held.values() if isinstance(held, dict) else held:
            yield from _leaves(each)
