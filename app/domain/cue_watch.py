"""One watch a rule: keeps the little state by which its trigger is found to hold.

A watch either reports an event (`Said`, `Run`: true the moment something is heard) or a state (`NotSaid`,
`Measured`: true as long as it lasts). Every watch has constant memory.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.domain.cue_rules import MEASURES, Found, Heard, Measured, Moment, NotSaid, Run, Said
from app.domain.cue_turns import Place
from app.domain.text import plain_words
from app.domain.timeline import samples, seconds

_BLINK = samples(1.0)
"""A measure unknown for less than this (the speaker takes a breath) does not end a sustained state."""


@dataclass(frozen=True, slots=True)
class Due:
    """A cue that could be given: since `t`, on this `evidence`; `phrase` is the list's phrase that was heard.

    `worse`: its measure has passed the limit at which it may come again at once.
    """

    t: int
    evidence: str
    phrase: str = ""
    worse: bool = False


class SaidWatch:
    """Watches for words said; with `unless`, holds them until the turn is over."""

    def __init__(self, said: Said, lead_ins: AbstractSet[str]) -> None:
        self.said = said
        self._lead_ins = lead_ins
        self._held: Due | None = None
        self._spoiled = False

    def heard(
        self, heard: Heard, found: Mapping[str, tuple[Found, ...]], place: Place, known: AbstractSet[str]
    ) -> Due | None:
        """Take an utterance and what it holds, and the lists known before it; give what is due now."""
        said = self.said
        if heard.utterance.speaker is not said.speaker:
            return None
        self._spoiled = self._spoiled or any(name in found for name in said.unless)
        first = _first(found, said.any)
        if first is None or not self._fits(heard, first, found, place, known):
            return None
        due = Due(heard.utterance.end, first.words, first.phrase)
        if not said.unless:
            return due
        self._held = self._held or due
        return None

    def turn_over(self, t: int) -> Due | None:
        """Decide on what was held at `t`, now that nothing more can soften it."""
        held, spoiled = self._held, self._spoiled
        self._held, self._spoiled = None, False
        return Due(t, held.evidence, held.phrase) if held and not spoiled else None

    def _fits(
        self,
        heard: Heard,
        first: Found,
        found: Mapping[str, tuple[Found, ...]],
        place: Place,
        known: AbstractSet[str],
    ) -> bool:
        said = self.said
        if said.after and not place.before.intersection(said.after):
            return False
        if said.needs and not any(name in known or name in found for name in said.needs):
            return False
        if said.before:
            asked = _first(found, said.before)
            if any(name in known for name in said.before) or (asked and asked.at < first.at):
                return False
        if said.place == "anywhere":
            return True
        if said.place == "first-sentence":
            return first.at < place.opening
        words = plain_words(heard.utterance.text)[: first.at]
        return place.opening > 0 and all(word in self._lead_ins for word in words)


class RunWatch:
    """Watches for words that keep coming."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._count = 0
        self._start = self._end = 0

    def heard(self, heard: Heard, found: Mapping[str, tuple[Found, ...]]) -> Due | None:
        """Take an utterance and what it holds, in order of place; give what is due now."""
        run, utterance = self._run, heard.utterance
        if self._count and utterance.start - self._end > samples(run.pause_s):
            self._count = 0
        due = None
        hits = [(f.at, f, True) for name in run.any for f in found.get(name, ())]
        hits += [(f.at, f, False) for name in run.until for f in found.get(name, ())]
        for _, hit, goes_on in sorted(hits, key=lambda item: (item[0], item[2])):
            if not goes_on:
                self._count, due = 0, None
                continue
            if not self._count:
                self._start = utterance.start
            self._count += 1
            self._end = utterance.end
            lasts = seconds(self._end - self._start)
            if self._count >= run.count and lasts >= run.lasts_s:
                length = f"{self._count} times in {lasts:.0f} s" if run.lasts_s else f"{self._count} in a row"
                due = Due(utterance.end, f"{length}, last: {hit.words}", hit.phrase)
        return due


class NotSaidWatch:
    """Watches for words that stay missing."""

    def __init__(self, not_said: NotSaid) -> None:
        self.not_said = not_said
        self._said = False

    def heard(self, heard: Heard, found: Mapping[str, tuple[Found, ...]]) -> None:
        """Take an utterance and what it holds."""
        mine = heard.utterance.speaker is self.not_said.speaker
        self._said = self._said or (mine and any(name in found for name in self.not_said.any))

    def moment(self, t: int) -> Due | None:
        """Give what is due at `t` of the call."""
        by = self.not_said.by_s
        if self._said or by is None or t < samples(by):
            return None
        return Due(t, f"none heard in the first {by:.0f} s")

    def end(self, t: int) -> Due | None:
        """Give what is due when the call is over."""
        if self._said or self.not_said.by_s is not None:
            return None
        return Due(t, "none heard in the whole call")


class MeasuredWatch:
    """Watches measures against their limits, with dead-band and sustain time."""

    def __init__(self, measured: Measured) -> None:
        self._measured = measured
        self._since: int | None = None
        self._known = 0

    def moment(self, moment: Moment) -> Due | None:
        """Take a moment's measures; give what is due now."""
        rule = self._measured
        values = {name: moment.measures.get(name) for name in (*rule.over, *rule.under)}
        known = {name: value for name, value in values.items() if value is not None}
        if len(known) < len(values):
            if moment.t - self._known > _BLINK:
                self._since = None
            return None
        self._known = moment.t
        if not self._holds(known):
            self._since = None
            return None
        if self._since is None:
            self._since = moment.t
        if moment.t - self._since < samples(rule.sustain_s):
            return None
        evidence = ", ".join(MEASURES[name].format(value=v, percent=100 * v) for name, v in known.items())
        worse = any(known[name] >= limit for name, limit in rule.worse.items())
        return Due(moment.t, evidence, worse=worse)

    def _holds(self, known: Mapping[str, float]) -> bool:
        """Tell whether all limits are passed, or once they were, none has been released."""
        rule = self._measured
        release = rule.release if self._since is not None else {}
        return all(known[name] >= release.get(name, limit) for name, limit in rule.over.items()) and all(
            known[name] < release.get(name, limit) for name, limit in rule.under.items()
        )


def _first(found: Mapping[str, tuple[Found, ...]], lists: tuple[str, ...]) -> Found | None:
    """Give the earliest phrase of any of the lists."""
    return min((f for name in lists for f in found.get(name, ())), key=lambda f: f.at, default=None)
