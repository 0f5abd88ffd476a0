"""Which technique's card fits what the agent said: one the words themselves speak for, or a hint of then."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.cue_rules import Found, Said
from app.domain.report import Report
from app.domain.techniques import Coaching, PhraseList
from app.domain.text import plain_words
from app.domain.timeline import Speaker, samples
from app.speech.phrases import PhraseBook

_LATER = samples(2.0)
"""How long after a line a hint may come that was meant for it: its text is late, and hints wait."""

_ALONE = samples(5.0)
"""The same after the beginning of words that no line is known of."""

_QUOTED = re.compile(r"'(.+?)[….,?!]*'")
"""What a card says to leave out where that is words and nothing else."""

_LEAST_WORDS = 2
"""Words that a quotation to leave out has at least to be looked for; one alone says too little."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """A card that fits: the technique's id, and what speaks for it.

    `words` are those that were said, "" where it is `hint`, the text of the nearest hint, that speaks for it.
    """

    technique: str
    words: str = ""
    hint: str = ""


def fitting(said: str, t: int, report: Report, call_type: str, coaching: Coaching) -> Fitting | None:
    """Give the card that fits what the agent said at `t` (samples); None where nothing speaks for one.

    First a nudge or an offer of that time which rests on these very words; then the words that such rules
    listen for, and those that the cards say to leave out, where most of them say the same; then whatever was
    hinted at that time. A guess to begin with, and no judgement. Takes some 0.1 s.
    """
    line = next((each for each in report.transcript if each.start <= t < each.end), None)
    first, last = (line.start, line.end + _LATER) if line is not None else (t, t + _ALONE)
    hints = [cue for cue in report.cues if cue.kind != "praise" and first <= cue.t <= last]
    plain = " ".join(said.split())
    for cue in hints:
        if cue.evidence and cue.evidence in plain:
            return Fitting(cue.id, words=cue.evidence)
    heated = any(stretch.start < last and first < stretch.end for stretch in report.heated)
    by_words = list(_by_words(said, call_type, coaching, heated=heated))
    if by_words:
        return max(by_words, key=lambda each: len(each.words.split()))
    return next((Fitting(cue.id, hint=cue.text) for cue in hints), None)


def _by_words(said: str, call_type: str, coaching: Coaching, *, heated: bool) -> Iterator[Fitting]:
    """Give what the words speak for, as the hints would, the most urgent first."""
    lists = (*coaching.lists_for(call_type), *_avoided(coaching))
    found = PhraseBook(lists, coaching.numbers, coaching.pieces).find(Speaker.AGENT, said)
    for rule in coaching.rules:
        trigger = rule.trigger
        if rule.kind == "praise" or (rule.heated and not heated):
            continue
        # What needs the other side's words before it, or comes again and again, no single line tells.
        if isinstance(trigger, Said) and trigger.speaker is Speaker.AGENT and not trigger.after:
            words = _first(found, trigger.any, opening=trigger.place == "turn-start")
            if words and not any(name in found for name in trigger.unless):
                yield Fitting(rule.technique, words=words)
    for id in coaching.techniques:
        if words := _first(found, (f"avoid {id}",)):
            yield Fitting(id, words=words)


def _first(found: Mapping[str, tuple[Found, ...]], lists: tuple[str, ...], *, opening: bool = False) -> str:
    """Give the first words that are in one of the lists, as they were said; `opening`: only at the start."""
    hits = [each for name in lists for each in found.get(name, ()) if not opening or each.at == 0]
    return min(hits, key=lambda each: each.at).words if hits else ""


def _avoided(coaching: Coaching) -> Iterator[PhraseList]:
    """Give the words that each card says to leave out, but for those that are listened for anyway.

    The lists know where such words mean something else: "you should have received it".
    """
    known = {plain_words(phrase) for each in coaching.lists.values() for phrase in each.phrases}
    for technique in coaching.techniques.values():
        quoted = (found[1].lower() for line in technique.avoid if (found := _QUOTED.fullmatch(line)))
        phrases = tuple(
            each for each in quoted if len(each.split()) >= _LEAST_WORDS and plain_words(each) not in known
        )
        if phrases:
            yield PhraseList(f"avoid {technique.id}", Speaker.AGENT, phrases)
