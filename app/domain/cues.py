"""The coach: folds what is heard and measured into cues, one quiet hint at a time."""

from collections.abc import Iterable

from app.domain.cue_pacing import Pacing, keeps
from app.domain.cue_rules import CueRule, Found, Heard, Measured, Moment, NotSaid, Run, Said
from app.domain.cue_turns import Turns, takes_turn
from app.domain.cue_watch import Due, MeasuredWatch, NotSaidWatch, RunWatch, SaidWatch
from app.domain.techniques import Coaching
from app.domain.timeline import Cue, Speaker, samples

Watch = SaidWatch | RunWatch | NotSaidWatch | MeasuredWatch


class Coach:
    """The cues of one call: fed `heard` and `moment` in order of time, then `end`.

    Cues come only from `moment` (fed about 4 times a second) and `end`, so all that is due in the same
    quarter of a second competes. Deterministic; memory bounded by the content, however long the call.
    """

    def __init__(self, coaching: Coaching, call_type: str) -> None:
        self._openers = coaching.openers
        self._maybe_heated = coaching.call_types[call_type].heated
        self._plain = coaching.plain_words(call_type)
        self._rules = tuple(r for r in coaching.rules if not r.call_types or call_type in r.call_types)
        self._watches = tuple(_watch(rule, coaching) for rule in self._rules)
        self._pacing = Pacing(self._rules)
        self._turns = Turns()
        self._known: set[str] = set()
        self._pending: dict[int, Due] = {}
        self._heated = self._maybe_heated

    def heard(self, heard: Heard) -> None:
        """Take an utterance and the phrases found in it."""
        utterance = heard.utterance
        if takes_turn(utterance):
            self._turn_over(utterance.speaker.other, utterance.end)
        found = {name: hits for name, hits in heard.found.items() if hits}
        if utterance.speaker is Speaker.AGENT:
            for question in self._openers.questions(utterance.text):
                hit = Found(question.words, question.at, question.words)
                found[question.kind] = (*found.get(question.kind, ()), hit)
        place = self._turns.add(heard, found)
        for i, watch in enumerate(self._watches):
            due = None
            if isinstance(watch, SaidWatch):
                if self._in_season(self._rules[i], utterance.start):
                    due = watch.heard(heard, found, place, self._known)
            elif isinstance(watch, RunWatch):
                due = watch.heard(heard, found)
            elif isinstance(watch, NotSaidWatch):
                watch.heard(heard, found)
            if due:
                self._pending[i] = due
        self._known.update(found)

    def moment(self, moment: Moment) -> list[Cue]:
        """Take what is measured at a moment; give the cue to show now, if any."""
        self._heated = self._maybe_heated if moment.heated is None else moment.heated
        talking = bool(moment.measures.get("monologue_s"))
        for speaker in Speaker:
            if self._turns.paused(speaker, moment.t, talking and speaker is Speaker.AGENT):
                self._turn_over(speaker, moment.t)
        return self._show(moment.t, self._due(moment))

    def end(self, t: int) -> list[Cue]:
        """Give the last cue and those that belong only in the summary; the latter know no pacing."""
        for speaker in Speaker:
            self._turn_over(speaker, t)
        cues = self._show(t, self._fresh(t))
        for rule, watch in zip(self._rules, self._watches, strict=True):
            if isinstance(watch, NotSaidWatch) and self._turns.spoke(watch.not_said.speaker):
                due = watch.end(t)
                cues += [self._cue(t, rule, due)] if due else []
        return cues

    def _due(self, moment: Moment) -> dict[int, Due]:
        """Give all that is due at a moment: what holds now, and what held or was said not long ago."""
        for i, (rule, watch) in enumerate(zip(self._rules, self._watches, strict=True)):
            state = None
            if isinstance(watch, MeasuredWatch):
                state = watch.moment(moment)
            elif isinstance(watch, NotSaidWatch) and self._turns.spoke(watch.not_said.speaker):
                state = watch.moment(moment.t)
            else:
                continue
            if state is None:
                self._pacing.ended(i)
                if isinstance(watch, NotSaidWatch):
                    self._pending.pop(i, None)  # it has been said by now
            elif self._in_season(rule, moment.t):
                self._pending[i] = state
        return self._fresh(moment.t)

    def _fresh(self, t: int) -> dict[int, Due]:
        """Drop the events that have waited too long; give the others."""
        self._pending = {i: d for i, d in self._pending.items() if t - d.t <= keeps(self._rules[i])}
        return dict(self._pending)

    def _show(self, t: int, due: dict[int, Due]) -> list[Cue]:
        chosen = self._pacing.choose(t, due)
        if chosen is None:
            return []
        self._pending.pop(chosen, None)
        return [self._cue(t, self._rules[chosen], due[chosen])]

    def _cue(self, t: int, rule: CueRule, due: Due) -> Cue:
        text = rule.text.replace("{plain}", self._plain.get(due.phrase, ""))
        return Cue(t, rule.technique, rule.kind, text, due.evidence)

    def _turn_over(self, speaker: Speaker, t: int) -> None:
        for i, watch in enumerate(self._watches):
            if isinstance(watch, SaidWatch) and watch.said.speaker is speaker:
                due = watch.turn_over(t)
                if due:
                    self._pending[i] = due

    def _in_season(self, rule: CueRule, t: int) -> bool:
        return samples(rule.from_s) <= t <= rule.until_s * samples(1.0) and (self._heated or not rule.heated)


def most_useful(cues: Iterable[Cue], n: int = 3) -> list[Cue]:
    """Give up to `n` cues for the report in order of time, one a technique: what came most often goes first.

    Nudges and offers are what a person can learn from; one place is kept for praise, if there was any.
    """
    groups: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda c: c.kind == "praise"):
        groups.setdefault(cue.id, []).append(cue)
    ranked = [group[0] for group in sorted(groups.values(), key=lambda g: (-len(g), g[0].t))]
    praise = [cue for cue in ranked if cue.kind == "praise"]
    chosen = [cue for cue in ranked if cue.kind != "praise"][: n - min(1, len(praise))]
    chosen += praise[: n - len(chosen)]
    return sorted(chosen, key=lambda c: c.t)


def _watch(rule: CueRule, coaching: Coaching) -> Watch:
    match rule.trigger:
        case Said():
            return SaidWatch(rule.trigger, coaching.openers.lead_ins)
        case NotSaid():
            return NotSaidWatch(rule.trigger)
        case Run():
            return RunWatch(rule.trigger)
        case Measured():
            return MeasuredWatch(rule.trigger)
