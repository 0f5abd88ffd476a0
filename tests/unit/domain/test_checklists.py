"""Checklists: shipped and own ones as one list, what fits to a call, and what a call ticks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.checklists import Template, fitting, heard_in, key_of, moved, offered, reworded, unlike
from app.domain.journal import Checklist, ChecklistItem, ChecklistRun, Tick
from tests.journals import NOON

LISTEN = ChecklistItem("Let them finish first", "listen-fully")
TEMPLATES = {
    "complaint": Template("complaint", "Complaint", "complaint", (LISTEN,)),
    "ordinary": Template("ordinary", "Ordinary", "general", ()),
    "start": Template("start", "Start", None, ()),
}


def own(id: int, title: str = "Mine", call_type: str | None = None, origin: str | None = None) -> Checklist:
    return Checklist(id, title, call_type, (), origin)


def titles(lists: tuple[Checklist, ...]) -> list[str]:
    return [each.title for each in lists]


def test_an_own_version_takes_the_place_of_the_shipped_one_and_keeps_its_key() -> None:
    version = own(7, "Complaint, my way", "complaint", "complaint")
    before, after = offered(TEMPLATES, []), offered(TEMPLATES, [own(6), version])
    assert titles(before) == ["Complaint", "Ordinary", "Start"]
    assert titles(after) == ["Complaint, my way", "Ordinary", "Start", "Mine"]
    assert [key_of(each) for each in after][:3] == [key_of(each) for each in before]


def test_a_second_version_and_one_of_something_gone_are_own_checklists() -> None:
    second, gone = own(8, "Second", origin="complaint"), own(9, "Gone", origin="no-more")
    found = offered(TEMPLATES, [own(7, "First", origin="complaint"), second, gone])
    assert titles(found) == ["First", "Ordinary", "Start", "Second", "Gone"]


@pytest.mark.parametrize(
    ("call_type", "fit"),
    [
        ("complaint", ["Complaint", "Start", "Mine"]),
        ("general", ["Ordinary", "Start", "Mine"]),
        ("sales", ["Ordinary", "Start", "Mine"]),
    ],
)
def test_what_fits_comes_by_kind_then_what_fits_to_any(call_type: str, fit: list[str]) -> None:
    assert titles(fitting(offered(TEMPLATES, [own(6)]), call_type)) == fit


@given(st.lists(st.text(min_size=1, max_size=3), min_size=1, max_size=9, unique=True), st.data())
def test_a_check_moves_and_the_others_keep_their_order(texts: list[str], data: st.DataObject) -> None:
    items = tuple(ChecklistItem(text) for text in texts)
    place = data.draw(st.integers(0, len(items) - 1))
    by = data.draw(st.integers(-10, 10))
    now = moved(items, place, by)
    assert now.index(items[place]) == min(max(place + by, 0), len(items) - 1)
    rest = [each for each in items if each != items[place]]
    assert [each for each in now if each != items[place]] == rest


@pytest.mark.parametrize(
    ("text", "technique"),
    [
        ("Let them finish", "listen-fully"),
        ("First, let THEM finish", "listen-fully"),
        ("Drink a glass of water", None),
        ("", None),
    ],
)
def test_a_reworded_check_keeps_its_technique_and_another_text_does_not(
    text: str, technique: str | None
) -> None:
    assert reworded(LISTEN, text) == ChecklistItem(text, technique)


@given(
    st.sampled_from(["A", "B (own)", ""]), st.lists(st.sampled_from(["a", "A (own)", "A (own 2)", "B (own)"]))
)
def test_a_title_is_like_no_other(title: str, taken: list[str]) -> None:
    found = unlike(title, taken)
    assert found.startswith(title)
    assert found.casefold() not in {each.casefold() for each in taken}


def test_a_call_ticks_the_checks_of_the_techniques_it_shows() -> None:
    run = ChecklistRun(1, "Mine", NOON, ticks=(Tick(LISTEN, True), Tick(ChecklistItem("Breathe"), True, 3)))
    ticked = heard_in(run, {"listen-fully": 160, "paraphrase": 16})
    assert ticked == replace(run, ticks=(Tick(LISTEN, True, 160), Tick(ChecklistItem("Breathe"), True, None)))
