"""What a coach would whisper: moments of talk and recognised text, brought into one order, to cues."""

from collections import deque
from dataclasses import dataclass, field, replace

from app.domain.cue_rules import Heard, Moment
from app.domain.cues import Coach
from app.domain.heat import NEGATIVE, Heat
from app.domain.questions import CLOSED, OPEN
from app.domain.techniques import Coaching
from app.domain.text import plain_words
from app.domain.timeline import Cue, Speaker, Utterance
from app.domain.words import Pace
from app.session.moments import TalkMoment

_BASELINE_PACE_SAMPLES = 60 * 16_000


@dataclass(slots=True)
class Words:
    """What the agent's words add up to."""

    pace: Pace = field(default_factory=Pace)
    questions: dict[str, int] = field(default_factory=lambda: {OPEN: 0, CLOSED: 0})
    spoken: int = 0


class Whisper:
    """Holds the moments back until the text that belongs before them is there, then asks the coach.

    So a cue depends on what was said and when, and not on how fast the recogniser happened to be.
    """

    def __init__(self, coaching: Coaching, call_type: str, both_sides: bool) -> None:
        self._coaching = coaching
        self._coach = Coach(coaching, call_type)
        self._both_sides = both_sides
        self._heat = Heat()
        self._moments: deque[TalkMoment] = deque()
        self._heard: list[Heard] = []
        self.words = Words()

    def moment(self, moment: TalkMoment) -> None:
        """Take the next moment."""
        self._moments.append(moment)

    def text(self, heard: Heard) -> None:
        """Take an utterance with the phrases found in it, in any order before the clock passes its end."""
        self._heard.append(heard)
        self._heard.sort(key=lambda each: (each.utterance.end, each.utterance.speaker))

    def reach(self, clock: int) -> list[Cue]:
        """Say that all text up to `clock` is there; give the cues of the moments up to it."""
        cues: list[Cue] = []
        while self._moments and self._moments[0].t <= clock:
            moment = self._moments.popleft()
            while self._heard and self._heard[0].utterance.end <= moment.t:
                self._take(self._heard.pop(0))
            cues += self._coach.moment(self._complete(moment))
        return cues

    def end(self, t: int) -> list[Cue]:
        """End the call at `t`: the rest of the text, and the cues that only the end can tell."""
        cues = self.reach(t)
        for heard in self._heard:
            self._take(heard)
        return cues + self._coach.end(t)

    def _take(self, heard: Heard) -> None:
        utterance = heard.utterance
        if utterance.speaker is Speaker.AGENT:
            self._count(utterance)
        else:
            self._heat.negative_words(utterance.end, len(heard.found.get(NEGATIVE, ())))
        self._coach.heard(heard)

    def _count(self, utterance: Utterance) -> None:
        speech = utterance.end - utterance.start
        fillers = self._coaching.fillers.count(utterance.text)
        self.words.pace.feed(len(plain_words(utterance.text)), fillers, speech)
        self.words.spoken += speech
        for question in self._coaching.openers.questions(utterance.text):
            self.words.questions[question.kind] += 1

    def _complete(self, moment: TalkMoment) -> Moment:
        if moment.customer_loudness_db is not None:
            self._heat.loudness(moment.t, moment.customer_loudness_db)
        for overlap in moment.cut_ins:
            if overlap.by is Speaker.CUSTOMER:
                self._heat.interruption(overlap.end)
        pace = self.words.pace
        measures = dict(moment.measures)
        if pace.wpm and pace.call_wpm and self.words.spoken >= _BASELINE_PACE_SAMPLES:
            measures["pace_change"] = pace.wpm / pace.call_wpm - 1
        heated = self._heat.heated(moment.t) if self._both_sides else None
        return Moment(moment.t, measures, heated)


def within(utterance: Utterance, start: int, end: int) -> Utterance:
    """Give the utterance without the padding that its sound had: `start` and `end` are the voice's."""
    first = min(max(utterance.start, start), end)
    return replace(utterance, start=first, end=max(min(utterance.end, end), first))
