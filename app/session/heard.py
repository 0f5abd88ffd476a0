"""What a call itself shows was done: each technique with the first place that speaks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.cue_rules import Heard as Text
from app.domain.cue_rules import Moment, Said
from app.domain.cues import Coach
from app.domain.report import Report
from app.domain.techniques import Coaching
from app.domain.timeline import Speaker
from app.speech.phrases import PhraseBook

LISTENING = "listen-fully"
"""The technique that shows in the numbers of a whole call."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A technique that was used: its id, where it first shows (samples), and what it rests on there."""

    technique: str
    t: int
    evidence: str


def heard(report: Report, call_type: str, coaching: Coaching) -> tuple[Heard, ...]:
    """Give the techniques that a call of this type shows were used, in order of time.

    They rest on its praise, on what was said (also where no praise came, as another hint was on screen) and
    on what was measured. Without a transcript only praise and measures are left. Takes some milliseconds for
    each minute of text.
    """
    found = [
        *(Heard(cue.id, cue.t, cue.evidence) for cue in report.cues if cue.kind == "praise"),
        *_said(report, call_type, coaching),
        *_listened(report, coaching.call_types[call_type].high),
    ]
    first: dict[str, Heard] = {}
    for each in sorted(found, key=lambda each: each.t):
        first.setdefault(each.technique, each)
    return tuple(first.values())


def _said(report: Report, call_type: str, coaching: Coaching) -> Iterator[Heard]:
    """Give what the transcript shows, each technique once."""
    if not report.transcript:
        return
    book = PhraseBook(coaching.lists_for(call_type), coaching.numbers, coaching.pieces)
    spoken = [book.heard(each) for each in sorted(report.transcript, key=lambda each: each.end)]
    for rule in coaching.rules:
        if rule.kind == "praise" and isinstance(rule.trigger, Said):
            # With a coach of its own, it waits for no other hint.
            yield from _praised(Coach(replace(coaching, rules=(rule,)), call_type), spoken)
    for technique in coaching.techniques.values():
        hits = (
            Heard(technique.id, each.utterance.start, each.found[name][0].words)
            for each in spoken
            for name in technique.heard
            if each.found.get(name) and each.utterance.speaker is Speaker.AGENT
        )
        yield from list(hits)[:1]


def _praised(coach: Coach, spoken: Sequence[Text]) -> Iterator[Heard]:
    """Give the first thing that this coach praises, with the place where it was said."""
    told: list[Text] = []
    for each in spoken:
        coach.heard(each)
        told.append(each)
        cues = coach.moment(Moment(each.utterance.end))
        if each is spoken[-1]:
            cues += coach.end(each.utterance.end)
        for cue in cues[:1]:
            places = (
                text.utterance.start
                for text in reversed(told)
                if text.utterance.speaker is Speaker.AGENT
                and cue.evidence in " ".join(text.utterance.text.split())
            )
            yield Heard(cue.id, next(places, cue.t), cue.evidence)
            return


def _listened(report: Report, band_high: float) -> Iterator[Heard]:
    """Tell of listening where the agent never cut in and left room, at the customer's longest stretch."""
    measures = report.measures
    theirs = [spurt for spurt in report.spurts if spurt.speaker is Speaker.CUSTOMER]
    if not theirs or measures.interruptions_agent != 0 or measures.talk_ratio is None:
        return
    if measures.talk_ratio <= band_high:
        longest = max(theirs, key=lambda spurt: spurt.end - spurt.start)
        evidence = f"you never cut in, and {measures.talk_ratio:.0%} of the talking was yours"
        yield Heard(LISTENING, longest.start, evidence.replace("%", " %"))
