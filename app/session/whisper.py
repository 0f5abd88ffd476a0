"""What a coach would whisper: moments of talk and recognised text, brought into one order, to cues."""

from collections import deque
from dataclasses import dataclass, field, replace

from app.domain.cue_rules import Heard, Moment
from app.domain.cues import Coach
from app.domain.heat import NEGATIVE, Heat
from app.domain.questions import CLOSED, OPEN
from app.domain.techniques import Coaching
from app.domain.text import plain_words
from app.domain.timeline import Cue, Speaker, Stretch, Utterance
from app.domain.words import Pace
from app.session.moments import EVERY, TalkMoment
from app.session.utterances import Voice

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

    def __init__(self, coaching: Coaching, call_type: str) -> None:
        self.heated: list[Stretch] = []
        """The stretches in which the customer seemed upset: every quarter second whose moment says so."""
        self._coaching = coaching
        self._coach = Coach(coaching, call_type)
        self._heat = Heat()
        self._moments: deque[TalkMoment] = deque()
        self._heard: list[tuple[Voice, Heard]] = []
        self.words = Words()

    def moment(self, moment: TalkMoment) -> None:
        """Take the next moment."""
        self._moments.append(moment)

    def text(self, heard: Heard, voice: Voice) -> None:
        """Take text with the phrases found in it; any time before the clock reaches the end of its `voice`.

        It counts from that end on: text of a voice that still runs comes sooner or later by chance.
        """
        self._heard.append((voice, heard))

    def reach(self, clock: int) -> list[Cue]:
        """Say that all text of voices up to `clock` is there; give the cues of the moments up to it."""
        cues: list[Cue] = []
        while self._moments and self._moments[0].t <= clock:
            moment = self._moments.popleft()
            self._take_until(moment.t)
            cues += self._coach.moment(self._complete(moment))
        return cues

    def end(self, t: int) -> list[Cue]:
        """End the call at `t`: the rest of the text, and the cues that only the end can tell."""
        cues = self.reach(t)
        self._take_until(t)
        return cues + self._coach.end(t)

    def _take_until(self, t: int) -> None:
        ready = [each for each in self._heard if each[0].end <= t]
        self._heard = [each for each in self._heard if each[0].end > t]
        for _, heard in sorted(ready, key=lambda each: (each[0].end, each[1].utterance.speaker)):
            self._take(heard)

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
        heated = self._heat.heated(moment.t) if moment.both_sides else None
        if heated:
            self._note_heat(moment.t)
        return Moment(moment.t, measures, heated)

    def _note_heat(self, t: int) -> None:
        """Add the quarter second before `t` to the heated stretches, or to the one that ends there."""
        start = t - EVERY
        if self.heated and self.heated[-1].end == start:
            start = self.heated.pop().start
        self.heated.append(Stretch(start, t))


def within(utterance: Utterance, voice: Voice) -> Utterance:
    """Give the utterance without the padding that its sound had around the voice."""
    first = min(max(utterance.start, voice.start), voice.end)
    return replace(utterance, start=first, end=max(min(utterance.end, voice.end), first))
