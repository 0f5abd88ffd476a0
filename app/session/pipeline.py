"""The path of sound through one call: blocks in; spurts, overlaps, text, cues, gaps and measures out."""

import pickle
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from app.audio.source import Block
from app.domain.cue_rules import Heard as HeardText
from app.domain.questions import CLOSED, OPEN
from app.domain.report import Measures
from app.domain.spurts import Activity
from app.domain.talk import Talk, TalkFold
from app.domain.techniques import Coaching
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Stretch, Utterance, samples, seconds
from app.session.moments import EVERY, Moments
from app.session.recognition import Recognition
from app.session.utterances import UtteranceCutter
from app.session.whisper import Whisper, within
from app.speech.listener import Heard, Listener

News = Utterance | Overlap | Cue | Gap
"""What a call is told of, besides its measures."""


@dataclass(frozen=True, slots=True)
class Now:
    """The call up to the newest frame, `t` (samples): what is settled, and whoever speaks still speaking.

    `monologue_s` is the agent's running stretch, 0 while there is none.
    """

    t: int
    measures: Measures
    monologue_s: float
    speaking: frozenset[Speaker]


Result = TypeVar("Result", Utterance, Overlap, Cue, Gap)


class Phrases(Protocol):
    """Finds the phrases that the cue rules know in recognised text (app.speech.phrases)."""

    def heard(self, utterance: Utterance) -> HeardText:
        """Give the utterance with the phrases it holds."""


class Pipeline:
    """One call from its blocks of sound to everything that is known of it.

    The results grow as the call goes on: `spurts`, `overlaps`, `transcript`, `cues` and `gaps`.
    """

    def __init__(
        self,
        coaching: Coaching,
        call_type: str,
        phrases: Phrases,
        recognition: Recognition | None,
        *,
        customer: bool,
    ) -> None:
        self.spurts: list[Spurt] = []
        self.overlaps: list[Overlap] = []
        self.transcript: list[Utterance] = []
        self.cues: list[Cue] = []
        self.gaps: list[Gap] = []
        self._new: list[News] = []
        self._voice_ends: dict[Utterance, int | None] = {}
        self._phrases, self._recognition, self._customer = phrases, recognition, customer
        self._knows_words = coaching.knows_words
        self._listener = Listener(customer)
        self._talk = TalkFold()
        self._moments = Moments(self._talk, coaching.call_types[call_type].high)
        self._whisper = Whisper(coaching, call_type)
        self._runs: dict[Speaker, deque[tuple[int, int]]] = {speaker: deque() for speaker in Speaker}
        self._voiced: dict[Speaker, deque[tuple[Speaker, int, float]]] = {who: deque() for who in Speaker}
        self._cutters = (
            {
                speaker: UtteranceCutter(speaker, recognition)
                for speaker in (Speaker if customer else (Speaker.AGENT,))
            }
            if recognition
            else {}
        )

    @property
    def heated(self) -> Sequence[Stretch]:
        """The heated stretches up to where the text is there; the last one may still grow."""
        return self._whisper.heated

    @property
    def separation(self) -> str:
        """How well the two sides can be told apart so far."""
        return self._listener.separation()

    def hear(self, block: Block) -> list[News]:
        """Take the next block; give what has become known with it, as far as it is in the lists."""
        self._new, self._voice_ends = [], {}
        self._tell(self.gaps, block.gaps)
        self._take(self._listener.feed(block.agent, block.customer))
        if self._recognition:
            self._read(self._recognition.poll())
        self._tell(self.cues, self._whisper.reach(self._text_clock()))
        return self._new

    def finish(self, patience_s: float = 60.0) -> list[News]:
        """End the call after its last block: settle all that was open, and give what that made known.

        Text that takes longer than `patience_s` becomes a gap.
        """
        self._new, self._voice_ends = [], {}
        heard = self._listener.finish()
        self._take(heard)
        self._talked(self._talk.feed(self._activity(heard.activity.until)))
        self._talked(self._talk.finish())
        for cutter in self._cutters.values():
            cutter.finish()
        if self._recognition:
            self._read(self._recognition.drain(patience_s))
        self._tell(self.cues, self._whisper.end(self._talk.now))
        for results in (self.spurts, self.overlaps, self.transcript, self.gaps):
            results.sort(key=lambda each: each.start)
        return self._new

    def voice_end(self, utterance: Utterance) -> int | None:
        """Give where the voice behind text of the last `hear` or `finish` ended; None if it still runs."""
        return self._voice_ends[utterance]

    def measures(self) -> Measures:
        """Give the measures of the call up to where it is settled; what can't be known is None."""
        return self._measures(self._talk)

    def now(self) -> Now:
        """Give the call as it stands before all is settled; later sound may still change the last 0.8 s."""
        heard = self._listener.heard
        running = {speaker: self._listener.running(speaker) for speaker in Speaker}
        runs = {speaker: [*self._runs[speaker], *filter(None, [running[speaker]])] for speaker in Speaker}
        # A copy by way of pickle costs a quarter of deepcopy's time.
        talk: TalkFold = pickle.loads(pickle.dumps(self._talk, pickle.HIGHEST_PROTOCOL))
        talk.feed(Activity(heard, runs[Speaker.AGENT], runs[Speaker.CUSTOMER]))
        both = self.separation in ("separate", "bleed")
        monologue = talk.monologue if both else talk.agent_alone
        speaking = frozenset(speaker for speaker in Speaker if running[speaker])
        return Now(heard, self._measures(talk), seconds(monologue.running()), speaking)

    def _measures(self, talk: TalkFold) -> Measures:
        measures = talk.measures()
        if self.separation in ("mic-only", "inseparable"):
            measures = Measures(
                talk_share=measures.talk_share,
                agent_talk_s=measures.agent_talk_s,
                longest_monologue_s=seconds(talk.agent_alone.longest()),
            )
        if not self._recognition or not self._recognition.engine:
            return measures
        words = self._whisper.words
        measures = replace(measures, pace_wpm=words.pace.call_wpm)
        if not self._knows_words:
            return measures
        return replace(
            measures,
            fillers_per_min=words.pace.call_fillers_per_min,
            questions_open=words.questions[OPEN],
            questions_closed=words.questions[CLOSED],
        )

    def _take(self, heard: Heard) -> None:
        activity = heard.activity
        for voiced in heard.voiced:
            self._voiced[voiced[0]].append(voiced)
        for speaker, runs, sound in (
            (Speaker.AGENT, activity.agent, heard.agent),
            (Speaker.CUSTOMER, activity.customer, heard.customer),
        ):
            self._runs[speaker] += runs
            if speaker in self._cutters:
                self._cutters[speaker].feed(sound, runs, heard.settled[speaker])
        while self._talk.now + EVERY <= activity.until:
            self._step(self._talk.now + EVERY)

    def _step(self, t: int) -> None:
        """Fold the talk up to `t` and note the moment; always at whole quarter seconds of the call."""
        self._talked(self._talk.feed(self._activity(t)))
        for voiced in self._voiced.values():
            while voiced and voiced[0][1] < t:
                self._moments.voiced(*voiced.popleft())
        self._whisper.moment(self._moments.at(t, self._listener.separation(t) in ("separate", "bleed")))

    def _activity(self, until: int) -> Activity:
        return Activity(until, *(_cut(self._runs[speaker], until) for speaker in Speaker))

    def _talked(self, talk: Talk) -> None:
        self.spurts += talk.spurts
        self._tell(self.overlaps, talk.overlaps)
        self._moments.overlaps(talk.overlaps)

    def _read(self, results: list[Utterance | Gap]) -> None:
        for result in results:
            if isinstance(result, Gap):
                self._tell(self.gaps, [result])
                continue
            voice = self._cutters[result.speaker].voice((result.start + result.end) // 2)
            if result.speaker is Speaker.CUSTOMER and self._listener.separation(voice.end) == "inseparable":
                continue  # the same words as on the agent's channel
            utterance = within(result, voice)
            running = voice is self._cutters[result.speaker].running
            self._voice_ends[utterance] = None if running else voice.end
            self._tell(self.transcript, [utterance])
            self._whisper.text(self._phrases.heard(utterance), voice)

    def _text_clock(self) -> int:
        """Give the sample up to which no voice has ended whose text can still come."""
        if not self._recognition:
            return self._talk.now
        answered = self._recognition.settled_until()
        clock = self._talk.now
        for cutter in self._cutters.values():
            while cutter.closed and answered > cutter.closed[0].end + samples(1.0):
                cutter.closed.popleft()
            ends = [voice.end for voice in cutter.closed if answered <= voice.end]
            ends += [cutter.earliest_end] if cutter.earliest_end is not None else []
            clock = min([clock, *(end - 1 for end in ends)])
        return clock

    def _tell(self, results: list[Result], new: Iterable[Result]) -> None:
        """Add to the results, and to what is told of now."""
        new = list(new)
        results += new
        self._new += new


def _cut(runs: deque[tuple[int, int]], until: int) -> list[tuple[int, int]]:
    """Take the runs before `until`; one that goes on past it is split there."""
    taken: list[tuple[int, int]] = []
    while runs and runs[0][0] < until:
        start, end = runs.popleft()
        taken.append((start, min(end, until)))
        if end > until:
            runs.appendleft((until, end))
            break
    return taken
