"""The manual is whole, and what README, SECURITY and manual say of commands is so."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from app.cli import evenkeel
from app.errors import KnownError
from app.ui.manual import pages

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "resources" / "manual"
PAGES = pages.load(MANUAL)
DOCS = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted(MANUAL.glob("**/*.md"))]
FOREIGN = {"--help"}
"""What every command takes without saying so."""

OTHERS = ("make ", "sudo ", "./install.sh", "powershell ")
"""How lines begin that are for other programs."""

_CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
_STARTS = re.compile(r"^(?:\S*python )?(?:main\.py|evenkeel) ?")
_MOST_BYTES = 120_000


def commands(of: click.Command = evenkeel, path: str = "") -> dict[str, click.Command]:
    """Give every command by what is typed for it; the program itself is ""."""
    found = {path: of}
    if isinstance(of, click.Group):
        for name, each in of.commands.items():
            found |= commands(each, f"{path} {name}".strip())
    return found


COMMANDS = commands()


def options(of: click.Command) -> set[str]:
    """Give the long names of a command's options."""
    return {
        name
        for each in of.params
        if isinstance(each, click.Option)
        for name in (*each.opts, *each.secondary_opts)
        if name.startswith("--")
    }


def code(document: Path) -> Iterator[str]:
    """Give every line of code, and everything that is set as code."""
    for block, span in _CODE.findall(document.read_text(encoding="utf-8")):
        yield from (block or span).strip().splitlines()


def named(line: str) -> str | None:
    """Give the command that a line of code names, which may not exist; None where it names none."""
    words = _STARTS.sub("", line).split()
    started = _STARTS.match(line) is not None
    if not words or words[0].startswith("-") or not (started or words[0] in evenkeel.commands):
        return None
    of = COMMANDS.get(words[0])
    grouped = isinstance(of, click.Group) and len(words) > 1 and words[1].islower()
    return " ".join(words[:2]) if grouped else words[0]


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_every_command_and_option_that_is_named_exists(document: Path) -> None:
    known = set().union(*map(options, COMMANDS.values())) | FOREIGN
    wrong = []
    for line in code(document):
        command = named(line)
        told = {word.partition("=")[0] for word in re.findall(r"(?<!\S)--[a-z][\w-]*", line)}
        if command is not None and command not in COMMANDS:
            wrong.append(f"there is no command {command}")
        allowed = known if not command else options(COMMANDS.get(command, evenkeel)) | FOREIGN
        if line.startswith(OTHERS):
            continue
        wrong += [f"{line}: there is no {each}" for each in sorted(told - allowed)]
    assert not wrong


def test_every_command_and_option_has_its_line() -> None:
    told = list(code(MANUAL / "commands.md"))
    missing = [f"the command {path}" for path in COMMANDS if path and path not in map(named, told)]
    groups = {path for path, each in COMMANDS.items() if isinstance(each, click.Group)}
    missing = [each for each in missing if each.removeprefix("the command ") not in groups]
    words = {word for line in told for word in line.split()}
    for path, command in COMMANDS.items():
        missing += [f"{path} {option}" for option in sorted(options(command) - words - FOREIGN)]
    assert not missing


def test_every_command_of_the_page_exists() -> None:
    rows = re.findall(
        r"^\| `([^`]+)`.*\|$", (MANUAL / "commands.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    told = [row for row in rows if not row.startswith("-")]
    assert {row: named(row) in COMMANDS for row in told} == dict.fromkeys(told, True)


def test_the_first_page_leads_to_all_others() -> None:
    assert {page.name for page in PAGES} == {path.name for path in MANUAL.glob("*.md")}
    assert len({page.title for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere_in_the_manual(page: pages.Page) -> None:
    anchors = {each.name: {section.anchor for section in each.sections} for each in PAGES}
    for name, anchor in pages.links(page.markdown):
        assert anchor in anchors[name or page.name] | {""}, f"{name}#{anchor}"
    assert "://" not in page.markdown


def test_every_place_in_the_window_has_its_page() -> None:
    anchors = {each.name: {section.anchor for section in each.sections} for each in PAGES}
    for address in pages.PLACES.values():
        name, _, anchor = address.partition("#")
        assert anchor in anchors[name]


def test_every_picture_is_there_in_both_looks_small_and_described() -> None:
    shown = set()
    for page in PAGES:
        for told, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.markdown):
            assert len(told) > 10
            shown |= {MANUAL / target, MANUAL / target.replace("-light", "-dark")}
    assert shown == set((MANUAL / "pictures").iterdir())
    assert [path.name for path in shown if path.stat().st_size > _MOST_BYTES] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_no_place_of_one_machine_and_keep_calm(page: pages.Page) -> None:
    assert not re.search(r"/(home|root|Users|tmp|work)/|C:\\Users", page.markdown)
    assert "!" not in page.markdown.replace("![", "")
    assert page.markdown.count("\n# ") == 0, "one title a page"


def test_what_the_window_says_is_said_as_the_window_says_it() -> None:
    """Italics quote the window; each stands in the source as it is."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "app").rglob("*.py")))
    said = {
        text
        for page in PAGES
        for text in re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", _CODE.sub("", page.markdown))
    }
    assert {text for text in said if text not in source} == set()


def test_a_search_finds_all_words_wherever_they_stand_titles_first() -> None:
    found = pages.find(PAGES, "NOT meas")
    assert found[0].address == "numbers.md#not-measurable"
    assert pages.find(PAGES, "blackhole")[0].address == "customers-side.md#macos"
    assert pages.find(PAGES, " ") == []
    assert pages.find(PAGES, "colour of the sky") == []


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Who cut in on whom", "who-cut-in-on-whom"),
        ("The customer's side", "the-customers-side"),
        ("A, b", "a-b"),
    ],
)
def test_headings_have_the_anchors_that_links_name(title: str, anchor: str) -> None:
    assert pages.anchor(title) == anchor


def test_a_translation_is_taken_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "pt").mkdir()
    (tmp_path / "pt" / pages.START).write_text("# Conteúdo\n", encoding="utf-8")
    assert pages.folder(tmp_path, ["de-DE", "pt", "en"]) == tmp_path / "pt"
    assert pages.folder(tmp_path, ["en-GB", "pt"]) == tmp_path
    assert pages.folder(tmp_path, ["de"]) == tmp_path


def test_a_manual_that_is_not_whole_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"index\.md is missing\. Install"):
        pages.load(tmp_path)
    (tmp_path / pages.START).write_text("# Contents\n[gone](gone.md)\n", encoding="utf-8")
    with pytest.raises(KnownError, match=r"gone\.md is missing"):
        pages.load(tmp_path)
