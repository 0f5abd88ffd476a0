"""Who has the floor: talk time, time spoken at once, non-talk and turns."""

from app.domain.spurts import Edge
from app.domain.timeline import Speaker, samples

NON_TALK = samples(3.0)
"""Both silent for longer than this is non-talk."""

TAKES_THE_TURN = samples(1.0)
"""The turn passes once the other has spoken this long alone."""


class FloorFold:
    """Edges to talk time (samples), time spoken at once, stretches of non-talk and the number of turns."""

    def __init__(self) -> None:
        self.talk = dict.fromkeys(Speaker, 0)
        self.both = 0
        self.non_talk = 0
        self.non_talk_count = 0
        self.turns = 0
        self._now = 0
        self._speaking: set[Speaker] = set()
        self._silent_since: int | None = 0
        self._holder: Speaker | None = None
        self._challenger_alone = 0

    def feed(self, edge: Edge) -> None:
        """Take the next edge."""
        self.reach(edge.t)
        if edge.speaking:
            if not self._speaking:
                self._end_silence()
            self._speaking.add(edge.speaker)
            if self._holder is None:
                self._holder, self.turns = edge.speaker, 1
            if edge.speaker is self._holder:
                self._challenger_alone = 0
        else:
            self._speaking.discard(edge.speaker)
            if not self._speaking:
                self._silent_since = edge.t

    def reach(self, settled: int) -> None:
        """Count the time up to `settled`, in which nothing changed."""
        lasted = settled - self._now
        if lasted <= 0:
            return
        self._now = settled
        for speaker in self._speaking:
            self.talk[speaker] += lasted
        if len(self._speaking) == 2:
            self.both += lasted
        elif self._speaking and self._holder not in self._speaking:
            self._challenger_alone += lasted
            if self._challenger_alone >= TAKES_THE_TURN:
                (self._holder,) = self._speaking
                self.turns += 1
                self._challenger_alone = 0

    def silence(self) -> int:
        """Give for how many samples both have been silent."""
        return 0 if self._silent_since is None else self._now - self._silent_since

    def ratio(self) -> float | None:
        """Give the talk ratio, agent's speech over both sides' speech (0..1); None before anybody spoke."""
        total = sum(self.talk.values())
        return self.talk[Speaker.AGENT] / total if total else None

    def finish(self) -> None:
        """End the call; a silence that lasts to its end counts like any other."""
        self._end_silence()

    def _end_silence(self) -> None:
        lasted = self.silence()
        if lasted > NON_TALK:
            self.non_talk += lasted
            self.non_talk_count += 1
        self._silent_since = None
