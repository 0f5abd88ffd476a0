"""A call as a feed for widgets, without sound: what a live call would show and tell each quarter second."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.audio.streams import Condition, StreamState
from app.domain.cue_pacing import SHOWN
from app.domain.report import Report, Source
from app.domain.spurts import Activity
from app.domain.talk import TalkFold
from app.domain.timeline import Cue, Overlap, Speaker, Spurt, Utterance, samples, seconds
from app.session.moments import EVERY
from app.session.snapshot import CallState, Event, Mark, Recognising, Snapshot
from tests.unit.report.reports import example

HEARING = {
    Speaker.AGENT: StreamState(Condition.HEARING, "Headset microphone", level_db=-18.0),
    Speaker.CUSTOMER: StreamState(Condition.HEARING, "Monitor of the headset", level_db=-21.0),
}
WORDS_LATE = samples(0.5)
"""How long after an utterance its final text comes."""

MARKED = samples(73.0)

Frame = tuple[Snapshot, list[Event]]


def recorded() -> tuple[list[Frame], Report]:
    """Give the example call of 2:28, a tough complaint, live: its frames, and the report it ends with.

    Measures come from the real folds, text and hints from the example; the agent marks 1:13.
    """
    told = example()
    talk = TalkFold()
    frames: list[Frame] = []
    overlaps: list[Overlap] = []
    end = samples(told.source.duration_s)
    for t in range(EVERY, end + EVERY, EVERY):
        since, t = t - EVERY, min(t, end)
        found = talk.feed(Activity(t, *(_voiced(told, who, since, t) for who in Speaker)))
        overlaps += found.overlaps
        happened = [Event(t, overlap) for overlap in found.overlaps]
        happened += [Event(t, said, 0.5) for said in told.transcript if since < said.end + WORDS_LATE <= t]
        cues = [cue for cue in told.cues if since < cue.t <= t]
        happened += [Event(t, cue, 0.1) for cue in cues]
        happened += [Event(t, Mark(MARKED))] if since < MARKED <= t else []
        frames.append((_snapshot(told, talk, t), happened))
    overlaps += talk.finish().overlaps
    words = {
        name: getattr(told.measures, name)
        for name in ("pace_wpm", "fillers_per_min", "questions_open", "questions_closed")
    }
    report = replace(
        told,
        source=Source("live", told.source.duration_s, 16_000, 2),
        measures=replace(talk.measures(), **words),
        overlaps=tuple(sorted(overlaps, key=lambda each: each.start)),
    )
    return frames, report


def _snapshot(told: Report, talk: TalkFold, t: int) -> Snapshot:
    speaking = {spurt.speaker for spurt in told.spurts if spurt.start < t <= spurt.end}
    return Snapshot(
        t=t,
        speaking=frozenset(speaking),
        measures=talk.measures(),
        monologue_s=seconds(talk.monologue.running()),
        separation="separate",
        cue=next((cue for cue in reversed(told.cues) if 0 <= t - cue.t <= SHOWN), None),
        partials={who: _partial(told, who, t) for who in Speaker},
        streams=HEARING,
        recognising=Recognising.LISTENING,
    )


def _voiced(told: Report, speaker: Speaker, since: int, until: int) -> list[tuple[int, int]]:
    return [
        (max(spurt.start, since), min(spurt.end, until))
        for spurt in told.spurts
        if spurt.speaker is speaker and spurt.start < until and spurt.end > since
    ]


def _partial(told: Report, speaker: Speaker, t: int) -> str:
    """Give as many words of the running utterance as its time has passed."""
    for said in told.transcript:
        if said.speaker is speaker and said.start < t < said.end + WORDS_LATE:
            words = said.text.split()
            return " ".join(words[: round(len(words) * (t - said.start) / (said.end - said.start))])
    return ""


@dataclass
class PlayedCall:
    """A call that plays a feed as far as it is told to; the asked-for verbs are kept in `asked`."""

    frames: list[Frame] = field(default_factory=lambda: recorded()[0])
    told: Report = field(default_factory=lambda: recorded()[1])
    snapshot: Snapshot = field(default_factory=Snapshot)
    report: Report | None = None
    failure: BaseException | None = None
    asked: list[str] = field(default_factory=list)
    _told: list[Event] = field(default_factory=list)
    _next: int = 0

    def events(self, since: int = 0) -> list[Event]:
        """Give what has happened, from number `since` on."""
        return self._told[since:]

    def spurts(self, since: int = 0) -> list[Spurt]:
        """Give the spurts that are over, from number `since` on."""
        return [each for each in self.told.spurts if each.end <= self.snapshot.t][since:]

    @property
    def source(self) -> Source:
        """Where it comes from, and how long it is so far."""
        return replace(self.told.source, duration_s=seconds(self.snapshot.t))

    def play(self, until_s: float) -> Snapshot:
        """Go on to `until_s` seconds of the call."""
        while self._next < len(self.frames) and self.frames[self._next][0].t <= samples(until_s):
            self.snapshot, happened = self.frames[self._next]
            self._told += happened
            self._next += 1
        return self.snapshot

    def change(self, **changes: object) -> Snapshot:
        """Go on with another snapshot that differs in these fields."""
        self.snapshot = replace(self.snapshot, **changes)  # type: ignore[arg-type]
        return self.snapshot

    def tell(self, what: Utterance | Mark | Cue) -> None:
        """Let something happen now."""
        self._told.append(Event(self.snapshot.t, what))

    def finish(self, report: Report | None = None) -> None:
        """Play to the end, and end with the feed's report or another."""
        self.play(1e6)
        self.change(state=CallState.ENDED, speaking=frozenset(), cue=None, partials={})
        self.report = report if report is not None else recorded()[1]

    def pause(self) -> None:
        """Pause."""
        self.asked.append("pause")
        self.change(state=CallState.PAUSED, speaking=frozenset())

    def resume(self) -> None:
        """Go on."""
        self.asked.append("resume")
        self.change(state=CallState.LISTENING)

    def mark(self) -> None:
        """Mark this moment."""
        self.asked.append("mark")
        self.tell(Mark(self.snapshot.t))

    def end(self) -> None:
        """End at once."""
        self.asked.append("end")
        self.finish()

    def close(self) -> None:
        """Let go of nothing."""
        self.asked.append("close")


def troubles() -> Iterator[tuple[str, dict[str, object]]]:
    """Give each thing that can be amiss: its name, and the snapshot's fields that say so."""
    yield "paused", {"state": CallState.PAUSED, "speaking": frozenset()}
    yield "ending", {"state": CallState.ENDING, "speaking": frozenset()}
    for condition in Condition:
        if condition is not Condition.HEARING:
            for side in Speaker:
                told = None if condition is Condition.OPENING else f"The {side}'s input is {condition}."
                state = StreamState(condition, trouble=told)
                yield f"{side} {condition}", {"streams": {**HEARING, side: state}}
    stand_in = StreamState(
        Condition.HEARING,
        "Built-in microphone",
        stands_in_for="Headset microphone",
        trouble="Headset microphone is not there, so Built-in microphone is heard until it is back.",
    )
    yield "stand-in", {"streams": {**HEARING, Speaker.AGENT: stand_in}}
    for state in Recognising:
        if state not in (Recognising.LISTENING, Recognising.OFF):
            told = None if state is Recognising.LOADING else "The words come late, and the numbers go on."
            yield f"recogniser {state}", {"recognising": state, "recognising_trouble": told}
    told = "Speech recognition stopped and did not come back. The numbers go on without the words."
    yield "recogniser off", {"recognising": Recognising.OFF, "recognising_trouble": told}
