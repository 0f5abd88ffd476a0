"""Turns as the cues see them: which words open a turn, and what the other side said just before.

A speaker's turn lasts until the other has an utterance of 1.0 s or more; shorter ones are listener sounds.
Final text comes after the speech, so for a decision a turn is also over when its speaker has paused.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.cue_rules import Heard
from app.domain.text import read
from app.domain.timeline import Speaker, Utterance, samples

TURN = samples(1.0)
"""Shortest utterance that takes the turn."""

PAUSE, LONGEST_PAUSE = samples(4.0), samples(20.0)
"""Quiet after which a turn is decided on: with nobody known to be speaking, and at the latest."""

_ONLY_OKAY, _FIRST_WORDS = 2, 15
"""Opening words up to which it is only "okay"; words taken for the first sentence of unmarked text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an utterance stands: its first `opening` words are a reply's first sentence (0: no opening).

    `before`: the phrase lists in what the other side said just before.
    """

    opening: int
    before: frozenset[str]


@dataclass(slots=True)
class _Side:
    said: set[str] = field(default_factory=set)  # since the other's last turn
    before: frozenset[str] = frozenset()
    has_turn: bool = False
    end: int | None = None


class Turns:
    """Follows both sides utterance by utterance; memory bounded by the number of phrase lists."""

    def __init__(self) -> None:
        self._sides = {speaker: _Side() for speaker in Speaker}

    def add(self, heard: Heard, lists: Iterable[str]) -> Place:
        """Take an utterance and the lists found in it, and give its place."""
        utterance = heard.utterance
        own, other = self._sides[utterance.speaker], self._sides[utterance.speaker.other]
        opens = not own.has_turn and other.end is not None
        before = (own.before if own.has_turn else frozenset()) | other.said
        own.said.update(lists)
        own.end = max(own.end or 0, utterance.end)
        if takes_turn(utterance):
            own.before, own.has_turn = before, True
            other.said.clear()
            other.has_turn = False
        return Place(_first_sentence(utterance.text) if opens else 0, before)

    def paused(self, speaker: Speaker, t: int, speaking: bool) -> bool:
        """Tell whether at `t` the turn of `speaker` is over; `speaking`: known to be talking on."""
        end = self._sides[speaker].end
        return end is not None and t - end >= (LONGEST_PAUSE if speaking else PAUSE)

    def spoke(self, speaker: Speaker) -> bool:
        """Tell whether anything of `speaker` has been recognised yet."""
        return self._sides[speaker].end is not None


def takes_turn(utterance: Utterance) -> bool:
    """Tell whether an utterance is long enough to end the other side's turn."""
    return utterance.end - utterance.start >= TURN


def _first_sentence(text: str) -> int:
    heard = read(text)
    if not heard.punctuated:
        return min(len(heard.words), _FIRST_WORDS)
    return next((s.end for s in heard.sentences if s.end > _ONLY_OKAY), len(heard.words))
