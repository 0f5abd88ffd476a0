"""How far the user's own labels of overlaps and the measured ones agree, and what those rest on."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.timeline import Overlap, Speaker, Spurt, seconds


@dataclass(frozen=True, slots=True)
class Agreement:
    """All overlaps that the user has judged: how often each measured label met each of the user's own."""

    counts: Mapping[tuple[str, str], int]
    """(measured, own) -> how many, those that never came left out."""

    @property
    def judged(self) -> int:
        """How many overlaps were judged."""
        return sum(self.counts.values())

    @property
    def agreeing(self) -> int:
        """How many of them were found right."""
        return sum(number for (measured, own), number in self.counts.items() if measured == own)

    @property
    def share(self) -> float | None:
        """The agreeing among the judged (0..1); None where none was judged."""
        return self.agreeing / self.judged if self.judged else None

    @property
    def kappa(self) -> float | None:
        """What is left of the agreement without what chance would give: 1 is all, 0 is no more than chance.

        (observed - by chance) / (1 - by chance), where chance draws both labels as often as each came
        (Cohen 1960, "A coefficient of agreement for nominal scales"). None where chance alone would agree on
        everything, or nothing was judged.
        """
        if self.share is None:
            return None
        measured: Counter[str] = Counter()
        own: Counter[str] = Counter()
        for (one, other), number in self.counts.items():
            measured[one] += number
            own[other] += number
        by_chance = sum(number * own[label] for label, number in measured.items()) / self.judged**2
        return (self.share - by_chance) / (1 - by_chance) if by_chance < 1 else None


def agreement(judged: Iterable[tuple[str, str]]) -> Agreement:
    """Give how labels agree, each pair a measured one and the user's own of one overlap."""
    return Agreement(Counter(judged))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules for overlaps (app.domain.overlaps) look at, in seconds: b came into a.

    `ov` is how long both spoke, `d` how long b's spurt lasted, `r` how much of a's was left when b began,
    `s_a0` how long a had been speaking then, `e_a1` how much later than a b ended (below 0: earlier).
    `b_before` and `b_after` are for how long b was silent on either side, `a_after` a after its own end;
    `a_from_e` is how long after b's end a spoke, 0 where a was speaking. None: to the call's end,
    or from its beginning.
    """

    ov: float
    d: float
    r: float
    s_a0: float
    e_a1: float
    b_before: float | None
    b_after: float | None
    a_from_e: float | None
    a_after: float | None


def evidence(overlap: Overlap, spurts: Iterable[Spurt]) -> Evidence | None:
    """Give what the label of an overlap rests on, from its call's spurts; None where those are missing."""
    by: dict[Speaker, list[Spurt]] = {speaker: [] for speaker in Speaker}
    for spurt in spurts:
        by[spurt.speaker].append(spurt)
    own, others = by[overlap.by], by[overlap.by.other]
    b = next((each for each in own if each.start == overlap.start), None)
    a = next((each for each in others if each.start < overlap.start < each.end), None)
    if a is None or b is None:
        return None
    a_speaks_at_e = any(each.start <= b.end <= each.end for each in others)
    return Evidence(
        ov=seconds(min(a.end, b.end) - b.start),
        d=seconds(b.end - b.start),
        r=seconds(a.end - b.start),
        s_a0=seconds(b.start - a.start),
        e_a1=seconds(b.end - a.end),
        b_before=_shortest(b.start - each.end for each in own),
        b_after=_shortest(each.start - b.end for each in own),
        a_from_e=0.0 if a_speaks_at_e else _shortest(each.start - b.end for each in others),
        a_after=_shortest(each.start - a.end for each in others),
    )


def _shortest(lengths: Iterable[int]) -> float | None:
    """Give the shortest length that is one (samples), in seconds; None without any."""
    found = [length for length in lengths if length >= 0]
    return seconds(min(found)) if found else None
