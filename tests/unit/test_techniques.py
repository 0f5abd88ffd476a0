"""The technique library holds every technique that is taught, each with text fit for a hard minute."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

LIBRARY = Path(__file__).parents[2] / "resources" / "content" / "techniques.toml"

# P = pre-call checklist, L = live cue, R = reflection, C = card; in the order in which they are taught.
MARKS = {
    "purpose": "P R C",
    "open-questions": "P L R C",
    "listen-fully": "P L R C",
    "paraphrase": "P L R C",
    "label-feeling": "L R C",
    "own-the-look": "C R",
    "prepare": "P C",
    "buy-time": "L C",
    "facts-first": "P L R C",
    "future-focus": "P L R C",
    "acknowledge": "P L R C",
    "understand-not-agree": "L C",
    "state-not-reject": "L R C",
    "hot-buttons": "P R C",
    "how-to-say": "P C",
    "no-because": "L R C",
    "no-unless": "L C R",
    "not-the-dead-end": "L C",
    "respect": "P L R C",
    "consider-genuinely": "P R C",
    "silence-judgement": "P R C",
    "point-of-empathy": "P R C",
    "first-customer": "P C",
    "help-somehow": "P R C",
    "stay-calm": "L R C",
    "protect-yourself": "P R C",
    "whole-story": "P L R C",
    "plain-language": "P L R C",
    "confirm": "L R C",
    "own-the-resolution": "L R C",
    "next-steps": "P L R C",
    "keep-updated": "L C",
    "follow-through": "R C",
    "escalate-well": "L C",
    "no-blame": "L R C",
    "positive-solutions": "R C",
    "explain-enough": "L R C",
    "stop-sign": "L C",
    "best-friend": "P R C",
    "learn-not-win": "P L R C",
    "drive-down-drama": "P L C",
    "build-confidence": "P L R C",
    "outcome-not-process": "L R C",
    "quick-impression": "P L C",
    "while-i-have-you": "P R C",
    "pressure-privilege": "C",
    "circle-back": "R C",
}

# Field -> fewest and most lines a card may hold, and the longest line in characters.
LINES = {
    "try_saying": (2, 4, 120),
    "avoid": (1, 3, 60),
    "prepare": (1, 2, 90),
    "reflect": (1, 2, 90),
}

Card = dict[str, Any]
CARDS: list[Card] = tomllib.loads(LIBRARY.read_text(encoding="utf-8"))["technique"]


def lines(card: Card) -> list[str]:
    """Every line of text that a person reads on one card."""
    return [card["title"], card["why"], *(line for field in LINES for line in card.get(field, []))]


def opening(text: str) -> tuple[str, ...]:
    """The first three words of what is said, without the note to whom it is said."""
    said = re.sub(r"^To (yourself|a colleague): ", "", text)
    return tuple(re.findall(r"[\w']+", said.casefold())[:3])


def repeated(items: list[Any]) -> list[Any]:
    """The items that occur more than once."""
    return [item for item, count in Counter(items).items() if count > 1]


def test_every_technique_has_its_card_in_the_order_taught_and_with_its_marks() -> None:
    assert [(card["id"], " ".join(card["marks"])) for card in CARDS] == list(MARKS.items())


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card["id"])
class TestCard:
    def test_has_the_fields_its_marks_ask_for_and_no_others(self, card: Card) -> None:
        marked = {field for field, mark in (("prepare", "P"), ("reflect", "R")) if mark in card["marks"]}
        assert set(card) - {"heard"} == {"id", "title", "marks", "why", "try_saying", "avoid"} | marked

    def test_can_be_read_at_a_glance(self, card: Card) -> None:
        assert 0 < len(card["title"]) <= 40
        assert 0 < len(card["why"]) <= 320
        assert 1 <= len(re.findall(r"[.?](?:\s|$)", card["why"])) <= 3
        for field, (fewest, most, longest) in LINES.items():
            if field in card:
                assert fewest <= len(card[field]) <= most, field
                assert [line for line in card[field] if not 0 < len(line) <= longest] == [], field

    def test_speaks_calmly_and_cleanly(self, card: Card) -> None:
        for line in lines(card):
            assert line == " ".join(line.split())
            assert "!" not in line
        assert all(line.endswith((".", "?")) for line in [card["why"], *card["try_saying"]])
        assert all(
            line.endswith(("?", ":", "…", "."))
            for field in ("prepare", "reflect")
            for line in card.get(field, [])
        )

    def test_offers_nothing_that_the_cues_warn_about(self, card: Card) -> None:
        warned = re.compile(
            r"^(but|no,|actually|that's not)\b|\b(policy|calm down|like i said|you need to|you should have"
            r"|your fault|you didn't|messed up|that's impossible|you must have|department|procedure)\b"
        )
        assert [line for line in card["try_saying"] if warned.search(line.casefold())] == []


def test_no_line_is_used_twice() -> None:
    assert repeated([line.casefold() for card in CARDS for line in lines(card)]) == []


def test_no_two_cards_open_alike() -> None:
    assert repeated([opening(card["why"])[:2] for card in CARDS]) == []


def test_no_two_phrases_open_alike() -> None:
    assert repeated([opening(line) for card in CARDS for line in card["try_saying"]]) == []
