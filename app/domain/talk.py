"""The talk of one call as a streaming fold: voice activity in, spurts, overlaps and measures out."""

from dataclasses import dataclass, field

from app.domain.floor import FloorFold
from app.domain.monologue import MonologueFold, PatienceFold
from app.domain.overlaps import INTERRUPTIONS, OverlapFold
from app.domain.report import Measures
from app.domain.spurts import Activity, Edge, EdgeStream
from app.domain.timeline import Overlap, Speaker, Spurt, seconds


@dataclass(slots=True)
class Talk:
    """What became certain with one feed: finished spurts and labelled overlaps."""

    spurts: list[Spurt] = field(default_factory=list)
    overlaps: list[Overlap] = field(default_factory=list)


class TalkFold:
    """Folds both sides' voice activity, in pieces of any size, into the call's measures.

    The answer does not depend on how the call is cut into pieces. Each feed costs the same however
    long the call is; apart from one number per answered turn nothing grows with it.
    """

    def __init__(self) -> None:
        self._edges = EdgeStream()
        self._overlaps = OverlapFold()
        self._begun: dict[Speaker, int] = {}
        self.floor = FloorFold()
        self.monologue = MonologueFold()
        self.agent_alone = MonologueFold()
        """The agent's monologue by the agent's channel alone, for when there is no telling who answered."""
        self.patience = PatienceFold()
        self.interruptions = dict.fromkeys(Speaker, 0)

    @property
    def now(self) -> int:
        """The sample up to which voice activity has been given."""
        return self._edges.until

    def feed(self, activity: Activity) -> Talk:
        """Take the next voice activity and give what it made certain."""
        talk = self._fold(self._edges.feed(activity))
        self._reach(self._edges.settled, talk)
        return talk

    def finish(self) -> Talk:
        """End the call where the last activity ended and give all that was still open."""
        talk = self._fold(self._edges.finish())
        self._reach(self._edges.settled, talk)
        talk.overlaps += self._counted(self._overlaps.finish())
        self.floor.finish()
        return talk

    def talking_over_s(self, speaker: Speaker) -> float:
        """Give for how long `speaker` has just now been speaking into the other's speech."""
        return seconds(self._overlaps.talking_over(speaker, self._edges.settled))

    def measures(self) -> Measures:
        """Give the measures of talk so far; the ones that rest on words are left unknown."""
        agent, customer = (seconds(self.floor.talk[speaker]) for speaker in Speaker)
        return Measures(
            talk_ratio=self.floor.ratio(),
            talk_share=agent / seconds(self.now) if self.now else None,
            agent_talk_s=agent,
            customer_talk_s=customer,
            overlap_s=seconds(self.floor.both),
            non_talk_s=seconds(self.floor.non_talk),
            non_talk_count=self.floor.non_talk_count,
            longest_monologue_s=seconds(self.monologue.longest()),
            patience_s=self.patience.median_s(),
            turns=self.floor.turns,
            interruptions_agent=self.interruptions[Speaker.AGENT],
            interruptions_customer=self.interruptions[Speaker.CUSTOMER],
        )

    def _fold(self, edges: list[Edge]) -> Talk:
        talk = Talk()
        for edge in edges:
            self.floor.feed(edge)
            self.monologue.feed(edge)
            if edge.speaker is Speaker.AGENT:
                self.agent_alone.feed(edge)
            self.patience.feed(edge)
            talk.overlaps += self._counted(self._overlaps.feed(edge))
            if edge.speaking:
                self._begun[edge.speaker] = edge.t
            else:
                talk.spurts.append(Spurt(edge.speaker, self._begun.pop(edge.speaker), edge.t))
        return talk

    def _reach(self, settled: int, talk: Talk) -> None:
        self.floor.reach(settled)
        self.monologue.reach(settled)
        self.agent_alone.reach(settled)
        talk.overlaps += self._counted(self._overlaps.reach(settled - 1))

    def _counted(self, overlaps: list[Overlap]) -> list[Overlap]:
        for overlap in overlaps:
            self.interruptions[overlap.by] += overlap.label in INTERRUPTIONS
        return overlaps
