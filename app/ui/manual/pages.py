"""The manual's pages as they lie in a folder, what leads to where, and which of them hold a word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import KnownError
from app.language import tr

START = "index.md"
"""The page that all others are reached from; the order of its links is theirs."""

PLACES = {
    "today": "a-day.md#today",
    "prepare": "a-day.md#prepare",
    "call": "a-day.md#the-call",
    "calm": "a-day.md#calm",
    "reflect": "a-day.md#reflect",
    "history": "a-day.md#history",
    "review": "review.md",
    "settings": "settings.md",
    "first start": "first-call.md",
    "lock": "journal.md#opening-and-locking",
}
"""Where in the window somebody is, and the place in the manual that fits."""

_ENGLISH = "en"
_HEADING = re.compile(r"^(#{1,3}) +(.+?) *$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_MARKS = re.compile(r"[*`|]+|^\s*(?:[-#]+|\d+\.)\s+|^[-|: ]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading: title, anchor in the page ("" for the top), and its words."""

    title: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the name of its file, its title, its Markdown, and its sections from top to bottom."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A section that holds what is looked for: where it is (page.md#anchor), and both titles."""

    address: str
    page: str
    title: str


def load(folder: Path) -> tuple[Page, ...]:
    """Read the manual: its start page, then those that it links to, in that order.

    Raises KnownError where a page is missing.
    """
    start = _read(folder, START)
    names = dict.fromkeys(name for name, _ in links(start.markdown) if name not in ("", START))
    return start, *(_read(folder, name) for name in names)


def folder(root: Path, languages: Sequence[str]) -> Path:
    """Give the folder of the pages in the first of these languages ("pt-BR") there is; `root` is English."""
    for name in (language.replace("-", "_") for language in languages):
        if name.partition("_")[0] == _ENGLISH:
            break
        if (root / name / START).is_file():
            return root / name
    return root


def links(markdown: str) -> Iterator[tuple[str, str]]:
    """Give the page ("" for this one) and the anchor ("" for none) of each link within the manual."""
    for _, target in _LINK.findall(markdown):
        if "://" not in target and not target.startswith("mailto:"):
            name, _, anchor = target.partition("#")
            yield name, anchor


def anchor(title: str) -> str:
    """Give the anchor of a heading: its letters and digits in small, joined by hyphens."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", title.casefold()).strip())


def find(pages: Sequence[Page], typed: str) -> list[Found]:
    """Give the sections that hold all the words typed, those with them in their title first."""
    wanted = typed.casefold().split()
    if not wanted:
        return []
    named: list[Found] = []
    told: list[Found] = []
    for page in pages[1:]:
        for section in page.sections:
            title, text = f"{page.title} {section.title}".casefold(), section.text.casefold()
            if all(word in title or word in text for word in wanted):
                address = f"{page.name}#{section.anchor}" if section.anchor else page.name
                found = Found(address, page.title, section.title)
                (named if all(word in section.title.casefold() for word in wanted) else told).append(found)
    return named + told


def _read(folder: Path, name: str) -> Page:
    try:
        markdown = (folder / name).read_text(encoding="utf-8")
    except OSError:
        raise KnownError(
            tr("The manual can't be read: {name} is missing. Install Evenkeel again.", name=name)
        ) from None
    sections = tuple(_sections(markdown))
    return Page(name, sections[0].title if sections else name, markdown, sections)


def _sections(markdown: str) -> Iterator[Section]:
    headings = list(_HEADING.finditer(markdown))
    ends = [each.start() for each in headings[1:]] + [len(markdown)]
    for heading, end in zip(headings, ends, strict=True):
        title = plain(heading[2])
        top = len(heading[1]) == 1
        yield Section(title, "" if top else anchor(title), plain(markdown[heading.end() : end]))


def plain(markdown: str) -> str:
    """Give Markdown as one line of words, without its marks, its pictures and where its links lead."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", markdown))
    return " ".join(_MARKS.sub(" ", text).split())
