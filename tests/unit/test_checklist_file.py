"""Checklists as a file: what is written comes back, and what is wrong is named."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checklist_file import LARGEST, from_toml, one_line, read, to_toml
from app.content import load_coaching
from app.domain.checklists import LONGEST_CHECK, LONGEST_TITLE, MOST, SHIPPED
from app.domain.journal import Checklist, ChecklistItem
from app.errors import KnownError
from app.paths import resources_folder

TYPES, TECHNIQUES = ("complaint", "general"), ("listen-fully", "paraphrase")

lines = st.text(min_size=1).map(one_line).filter(bool)
items = st.builds(
    ChecklistItem,
    lines.map(lambda text: text[:LONGEST_CHECK].strip()),
    st.none() | st.sampled_from(TECHNIQUES),
)
checklists = st.builds(
    Checklist,
    id=st.just(SHIPPED),
    title=lines.map(lambda text: text[:LONGEST_TITLE].strip()),
    call_type=st.none() | st.sampled_from(TYPES),
    items=st.lists(items, min_size=1, max_size=MOST).map(tuple),
)


@given(st.lists(checklists, min_size=1, max_size=4))
def test_what_is_written_comes_back(lists: list[Checklist]) -> None:
    assert list(from_toml(to_toml(lists), "mine.toml", TYPES, TECHNIQUES)) == lists


@given(st.text())
def test_any_text_is_written_as_toml(text: str) -> None:
    written = to_toml([Checklist(SHIPPED, text.encode("utf-8", "replace").decode(), None)])
    tomllib.loads(written)


def test_the_shipped_checklists_go_through_a_file(tmp_path: Path) -> None:
    content = load_coaching(resources_folder() / "content")
    shipped = [each.as_shipped() for each in content.checklists.values()]
    path = tmp_path / "all.toml"
    path.write_text(to_toml(shipped), encoding="utf-8")
    found = read(path, content.call_types, content.techniques)
    assert [(each.title, each.call_type, each.items) for each in found] == [
        (each.title, each.call_type, each.items) for each in shipped
    ]
    assert all(each.origin is None for each in found)


GOOD = '[[checklist]]\ntitle = "Mine"\nchecks = [{ text = "Breathe" }]\n'


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("checklist = ", ["not TOML", "end of document"]),
        ("", ['"checklist"', "missing"]),
        ('checklist = "mine"', ['"checklist"', "list of tables"]),
        (GOOD + 'colour = "red"', ["checklist 1", '"colour"', "not known"]),
        ('title = "x"\n' + GOOD, ['"title"', "not known"]),
        (GOOD.replace("Mine", " "), ["checklist 1", '"title"', "not empty"]),
        (GOOD.replace("Mine", "x" * 61), ["checklist 1", '"title"', "60"]),
        (GOOD + GOOD.replace("Breathe", r"\u0007"), ["checklist 2, checks 1", '"text"', "shown"]),
        (GOOD.replace("Breathe", "x" * 201), ["checks 1", '"text"', "200"]),
        (GOOD.replace('[{ text = "Breathe" }]', "[]"), ['"checks"', "list of tables"]),
        (GOOD.replace("[{", "[" + '{ text = "a" }, ' * 9 + "{"), ['"checks"', "more than 9"]),
        (GOOD + 'call_type = "complain"', ['"call_type"', "complain", "complaint, general"]),
        (GOOD.replace('" }', '", technique = "breathe" }'), ['"technique"', "breathe", "paraphrase"]),
        (GOOD.replace('text = "Breathe"', "text = 3"), ['"text"', "text that is not empty"]),
        ("a = " + "[" * 5000, ["not TOML"]),
    ],
)
def test_what_is_wrong_is_named(text: str, named: list[str]) -> None:
    with pytest.raises(KnownError) as fault:
        from_toml(text, "mine.toml", TYPES, TECHNIQUES)
    assert str(fault.value).startswith("mine.toml")
    for name in named:
        assert name in str(fault.value)


def test_files_that_can_t_be_checklists_are_refused(tmp_path: Path) -> None:
    large, garbled = tmp_path / "large.toml", tmp_path / "garbled.toml"
    large.write_bytes(b"#" * (LARGEST + 1))
    garbled.write_bytes(b"\xff\xfe\x00")
    for path, why in (
        (large, "far too large"),
        (garbled, "not a text file"),
        (tmp_path / "no.toml", "can't be"),
    ):
        with pytest.raises(KnownError, match=why) as fault:
            read(path, TYPES, TECHNIQUES)
        assert path.name in str(fault.value)
