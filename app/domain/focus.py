"""The focus of a week: the one technique that the two weeks before it speak for.

A hint is counted once a call. A call in which a hint could not have come (its words were not recognised, or
the two sides could not be told apart) says nothing about that technique and is left out of its share.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.cue_rules import CueRule, Measured, NotSaid, Said
from app.domain.timeline import Speaker

ENOUGH = 5
"""Calls in two weeks from which on they speak for something."""

OFTEN = 0.2
"""Share of the calls in which a hint has to have come, at least, to be worth a week."""

STARTING_POINTS = ("quick-impression", "open-questions", "paraphrase")
"""Techniques that help in any call: where to begin, one after the other, while the calls don't say."""

_OWN_SIDE = frozenset({"monologue_s", "loudness_db", "pace_change"})
"""Measures that need only the agent's side."""

_IN_WORDS = frozenset({"pace_change"})
"""Measures that need recognised words."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What could be heard in a call: `sides` told apart, `words` recognised."""

    sides: bool
    words: bool

    def covers(self, needed: "Heard") -> bool:
        """Say whether a hint that needs this could have come."""
        return self.sides >= needed.sides and self.words >= needed.words


@dataclass(frozen=True, slots=True)
class Seen:
    """What stretches of days show: counts of calls.

    `calls` by what could be heard in them; `nudged` by technique, those in which its hint came; `used` by
    technique, the reflections that say it was used.
    """

    calls: Mapping[Heard, int] = field(default_factory=dict)
    nudged: Mapping[str, int] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All calls."""
        return sum(self.calls.values())

    def heard_with(self, needed: Heard) -> int:
        """Give in how many calls at least this could be heard."""
        return sum(number for heard, number in self.calls.items() if heard.covers(needed))


@dataclass(frozen=True, slots=True)
class Focus:
    """A technique for the week, and what speaks for it: hints in `nudged` of `calls` calls.

    `calls` are those in which the hint could have come, out of `total`; `used` counts the reflections that
    say it was used. `nudged` is 0 for a starting point: then there were not ENOUGH calls, or no hint stood
    out, and `calls` are those in which every hint could have come. `again`: it was the focus not long ago.
    """

    technique: str
    nudged: int = 0
    calls: int = 0
    total: int = 0
    used: int = 0
    again: bool = False


def together(weeks: Iterable[Seen]) -> Seen:
    """Give what several weeks show as one."""
    calls: Counter[Heard] = Counter()
    nudged: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for week in weeks:
        calls.update(week.calls)
        nudged.update(week.nudged)
        used.update(week.used)
    return Seen(calls, nudged, used)


def suggested(
    weeks: Mapping[date, Seen], week: date, rules: Sequence[CueRule], own: Mapping[date, str]
) -> Focus:
    """Give the focus of the week that begins on the Monday `week`, out of what `weeks` (by Monday) show.

    It rests on the two weeks before, so that it stays the same all week; while they have not ENOUGH calls, on
    the last week and this one so far. `own`: the techniques that the user chose for weeks.
    """
    recent = {
        own.get(earlier) or _chosen(_fortnight(weeks, earlier), rules, (), earlier).technique
        for earlier in (week - timedelta(weeks=1), week - timedelta(weeks=2))
    }
    return _chosen(_fortnight(weeks, week), rules, recent, week)


def chosen(seen: Seen, rules: Iterable[CueRule], recent: Collection[str]) -> Focus | None:
    """Give the technique whose hint came in the largest share of calls; None where none stands out.

    One of the `recent` focuses only if its share is larger than any other's. Of equals then, the one that
    fewer reflections name.
    """
    if seen.total < ENOUGH:
        return None
    standing_out = []
    for place, (technique, needed) in enumerate(needs(rules).items()):
        calls, nudged = seen.heard_with(needed), seen.nudged.get(technique, 0)
        if nudged >= 2 and nudged >= OFTEN * calls:
            used, again = seen.used.get(technique, 0), technique in recent
            found = Focus(technique, nudged, max(calls, nudged), seen.total, used, again)
            standing_out.append((-nudged / found.calls, again, used, place, found))
    return min(standing_out)[-1] if standing_out else None


def needs(rules: Iterable[CueRule]) -> dict[str, Heard]:
    """Give the least that has to be heard for any nudge of each technique, in the order of the rules."""
    found: dict[str, Heard] = {}
    for rule in rules:
        if rule.kind == "nudge":
            needed = _needed(rule)
            known = found.get(rule.technique, needed)
            found[rule.technique] = Heard(known.sides and needed.sides, known.words and needed.words)
    return found


def _fortnight(weeks: Mapping[date, Seen], week: date) -> Seen:
    before, last, now = (weeks.get(week - timedelta(weeks=back), Seen()) for back in (2, 1, 0))
    seen = together([before, last])
    return seen if seen.total >= ENOUGH else together([last, now])


def _chosen(seen: Seen, rules: Iterable[CueRule], recent: Collection[str], week: date) -> Focus:
    found = chosen(seen, rules, recent)
    if found is not None:
        return found
    technique = STARTING_POINTS[week.toordinal() // 7 % len(STARTING_POINTS)]
    whole = seen.heard_with(Heard(sides=True, words=True))
    return Focus(technique, 0, whole, seen.total, seen.used.get(technique, 0))


def _needed(rule: CueRule) -> Heard:
    trigger = rule.trigger
    if isinstance(trigger, Measured):
        measures = {*trigger.over, *trigger.under}
        return Heard(sides=not measures <= _OWN_SIDE, words=bool(measures & _IN_WORDS))
    theirs = isinstance(trigger, Said | NotSaid) and trigger.speaker is Speaker.CUSTOMER
    answers = isinstance(trigger, Said) and bool(trigger.after)
    return Heard(sides=theirs or answers, words=True)
