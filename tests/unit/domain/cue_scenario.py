"""Calls written as text, played to the coach with the delivered content."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from app.content import load_coaching
from app.domain.cue_rules import Moment
from app.domain.cues import Coach
from app.domain.techniques import Coaching
from app.domain.timeline import Cue, Speaker, Utterance, samples
from app.speech.phrases import PhraseBook

CONTENT = Path(__file__).parents[3] / "resources" / "content"

Stretch = tuple[float, float, Mapping[str, float]]
"""From second, to second, the measures that hold in between."""


@lru_cache
def coaching() -> Coaching:
    return load_coaching(CONTENT)


@lru_cache
def book(call_type: str) -> PhraseBook:
    content = coaching()
    return PhraseBook(content.lists_for(call_type), content.numbers, content.pieces)


def utterances(script: str) -> list[Utterance]:
    """Read lines of "start who: text"; who is a or c, three words take a second, and at least one second."""
    lines = []
    for line in filter(None, map(str.strip, script.splitlines())):
        head, text = line.split(":", 1)
        start, who = head.split()
        speaker = Speaker.AGENT if who == "a" else Speaker.CUSTOMER
        length = max(1.0, len(text.split()) / 3)
        lines.append(Utterance(speaker, samples(float(start)), samples(float(start) + length), text.strip()))
    return lines


def play(
    script: str = "",
    call_type: str = "general",
    *,
    measured: tuple[Stretch, ...] = (),
    heated: bool | None = False,
    seconds: float = 0.0,
) -> list[Cue]:
    """Play a script and measures to a coach, a moment each quarter second, and end the call."""
    coach = Coach(coaching(), call_type)
    heard = sorted(utterances(script), key=lambda u: u.end)
    until = max([samples(seconds), *(u.end for u in heard), *(samples(end) for _, end, _ in measured)])
    cues: list[Cue] = []
    t = 0
    while t <= until:
        while heard and heard[0].end <= t:
            coach.heard(book(call_type).heard(heard.pop(0)))
        now = {k: v for a, b, m in measured if samples(a) <= t < samples(b) for k, v in m.items()}
        cues += coach.moment(Moment(t, now, heated))
        t += samples(0.25)
    for late in heard:
        coach.heard(book(call_type).heard(late))
    return cues + coach.end(t)


def rising(name: str, start: float, end: float) -> tuple[Stretch, ...]:
    """Give a measure in seconds that grows from 0 at `start` to `end`, as durations do."""
    steps = int((end - start) * 4)
    return tuple((start + i / 4, start + (i + 1) / 4, {name: i / 4}) for i in range(steps))
