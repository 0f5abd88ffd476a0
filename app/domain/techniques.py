"""The coaching content as one record: techniques, call types, phrase lists and the rules of the cues."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.checklists import Template
from app.domain.cue_rules import CueRule, Measured
from app.domain.questions import Openers
from app.domain.timeline import Speaker
from app.domain.words import Fillers

JARGON = "jargon"
"""Id of the list that holds the jargon of the call's type."""


@dataclass(frozen=True, slots=True)
class Technique:
    """One technique: `marks` are the letters P, L, R, C of where it appears; the rest is its card.

    `heard`: phrase lists of the agent's that show it was used, beside what the cues praise.
    """

    id: str
    title: str
    marks: tuple[str, ...]
    why: str
    try_saying: tuple[str, ...]
    avoid: tuple[str, ...]
    prepare: tuple[str, ...] = ()
    reflect: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallType:
    """A kind of call: the band of the talk ratio (0..1) and the longest good monologue in seconds.

    `heated`: take it for possibly heated where the customer can't be heard.
    """

    id: str
    title: str
    low: float
    high: float
    monologue_s: float
    heated: bool


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Phrases that count when `speaker` (None: either side) says them.

    In a phrase "#" stands for any number, "..." for a few words and {piece} for one of the coaching's pieces;
    text that matches one of `exceptions` does not count.
    """

    id: str
    speaker: Speaker | None
    phrases: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coaching:
    """All coaching content, validated.

    `jargon`: call type -> word -> the plain word for it; those under "general" belong to every call.
    `checklists`: by their ids, in the order in which they are offered. `hot_buttons`: some that many people
    have, to begin with.
    """

    techniques: Mapping[str, Technique]
    call_types: Mapping[str, CallType]
    lists: Mapping[str, PhraseList]
    jargon: Mapping[str, Mapping[str, str]]
    pieces: Mapping[str, tuple[str, ...]]
    numbers: frozenset[str]
    fillers: Fillers
    openers: Openers
    rules: tuple[CueRule, ...]
    checklists: Mapping[str, Template]
    hot_buttons: tuple[str, ...]
    knows_words: bool = True
    """Whether calls are in the language of the phrases; else fillers and questions can't be reckoned."""

    def without_words(self) -> "Coaching":
        """Give the coaching for a call in another language: hints of timing and loudness are left."""
        timing = tuple(rule for rule in self.rules if isinstance(rule.trigger, Measured))
        return replace(self, lists={}, jargon={}, rules=timing, knows_words=False)

    def kind(self, call_type: str) -> CallType:
        """Give a type of call by its id; "general" for one that the content does not know (any more)."""
        types = self.call_types
        return types.get(call_type) or types.get("general") or next(iter(types.values()))

    def plain_words(self, call_type: str) -> Mapping[str, str]:
        """Give the jargon of a call of this type with the plain word for each."""
        return {**self.jargon.get("general", {}), **self.jargon.get(call_type, {})}

    def lists_for(self, call_type: str) -> tuple[PhraseList, ...]:
        """Give the phrase lists to listen for in a call of this type, its jargon among them."""
        jargon = PhraseList(JARGON, Speaker.AGENT, tuple(self.plain_words(call_type)))
        return (*self.lists.values(), jargon)
