"""When a cue that is due may be shown: one at a time, seldom, and never nagging."""

from collections.abc import Mapping, Sequence

from app.domain.cue_rules import CueRule, Run, Said
from app.domain.cue_watch import Due
from app.domain.timeline import samples

APART = samples(20.0)
"""Least time between two cues."""

SAME_APART = samples(90.0)
"""Least time between two cues of one technique."""

SHOWN = samples(12.0)
"""How long a cue stays on screen: long enough to be read between two sentences."""

REPEATS = 1
"""How often a cue may come again, unless it gets worse."""

_LATE = samples(5.0)


def keeps(rule: CueRule) -> int:
    """Give how long a cue that had to wait is still worth showing (samples).

    A nudge on words, and any offer, outlives whatever cue came before it; praise, and a state that is over
    (silence, a monologue), soon come too late.
    """
    lasting = rule.kind == "offer" or (rule.kind == "nudge" and isinstance(rule.trigger, Said | Run))
    return APART if lasting else _LATE


class Pacing:
    """Picks the one cue that may be shown; memory bounded by the number of rules."""

    def __init__(self, rules: Sequence[CueRule]) -> None:
        self._rules = rules
        self._last: int | None = None
        self._technique: dict[str, int] = {}
        self._times = [0] * len(rules)
        self._worsened: list[bool | None] = [None] * len(rules)  # None: not shown while it lasts

    def choose(self, t: int, due: Mapping[int, Due]) -> int | None:
        """Give the place of the rule to show at `t`: praise last, repeats late, else in order of the file."""
        if self._last is not None and t - self._last < APART:
            return None
        allowed = [place for place in due if self._allows(place, t, due[place])]
        if not allowed:
            return None
        place = min(allowed, key=lambda i: (self._rules[i].kind == "praise", self._times[i], i))
        if not (due[place].worse and self._worsened[place] is False):
            self._times[place] += 1
        self._last = self._technique[self._rules[place].technique] = t
        self._worsened[place] = due[place].worse
        return place

    def ended(self, place: int) -> None:
        """Note that the state behind a rule has passed; the next one starts afresh."""
        self._worsened[place] = None

    def _allows(self, place: int, t: int, due: Due) -> bool:
        rule = self._rules[place]
        if due.worse and self._worsened[place] is False:
            return True
        if self._times[place] > (0 if rule.once else REPEATS):
            return False
        last = self._technique.get(rule.technique)
        return last is None or t - last >= SAME_APART
