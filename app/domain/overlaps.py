"""Who spoke into whose speech, and what kind of overlap it was."""

from dataclasses import dataclass

from app.domain.spurts import Edge
from app.domain.timeline import Overlap, Speaker, samples, seconds

INTERRUPTIONS = frozenset({"interruption_success", "interruption_failed", "competitive_overlap"})
"""The labels that count as cutting in, charged to the one who began second."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The limits of the overlap table, in seconds.

    `shortest`: below it two people merely touch; measured turn ends scatter by about this much
    (Heldner & Edlund 2010 find overlaps under 0.12 s inaudible as such).
    `same_start`: both began at once; a reaction to hearing the other takes at least 0.2 to 0.3 s
    (Levinson & Torreira 2015).
    `listener`: listener sounds last up to a second and stand alone for a second on either side
    (the usual window of the turn-taking literature).
    `early`: beginning within half a second of a turn's end projects that end and is an early answer.
    `went_on`: who keeps speaking alone this long has, or has kept, the floor.
    `noticed`: an overlap longer than this is noticed by both as one.
    `contest`: both speaking on for this long are competing for the floor.
    """

    shortest: float = 0.12
    same_start: float = 0.30
    listener: float = 1.0
    early: float = 0.5
    went_on: float = 1.0
    noticed: float = 0.5
    contest: float = 2.0


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True)
class Meeting:
    """Everything the table asks of one overlap, in samples: b came into a.

    `b_end` or `a_end` is None while that speaker still speaks when the label is due, which is then
    later than any limit it is compared with.
    """

    by: Speaker
    a_start: int
    a_end: int | None
    b_start: int
    b_end: int | None
    b_alone: bool
    a_answers: bool
    a_stays_quiet: bool

    @property
    def end(self) -> int:
        """Where the overlap ends: the first of the two endings."""
        ends = [end for end in (self.a_end, self.b_end) if end is not None]
        return min(ends)


def label(meeting: Meeting, limits: Thresholds = THRESHOLDS) -> tuple[str, str] | None:
    """Give the label and the reason sentence of one overlap by the first rule that fits.

    `b_alone` = b is silent the second before and the second after; `a_answers` = a speaks at b's end
    or within a second after it; `a_stays_quiet` = a is silent for the second after its own end.
    None for two who merely touch.
    """
    never = float("inf")
    # Differences are taken in samples: then the same overlap has the same figures wherever it is in a call.
    since_a = seconds(meeting.b_start - meeting.a_start)
    shared = seconds(meeting.end - meeting.b_start)
    left_of_a = seconds(meeting.a_end - meeting.b_start) if meeting.a_end is not None else never
    lasted = seconds(meeting.b_end - meeting.b_start) if meeting.b_end is not None else never
    if meeting.a_end is None or meeting.b_end is None:
        alone_after = never if meeting.b_end is None else -never
    else:
        alone_after = seconds(meeting.b_end - meeting.a_end)
    who, other = (
        ("The agent", "the customer") if meeting.by is Speaker.AGENT else ("The customer", "the agent")
    )
    if shared < limits.shortest:
        return None
    if since_a < limits.same_start:
        return "simultaneous_start", f"Both began within {since_a:.2f} s of each other."
    if lasted <= limits.listener and meeting.b_alone and meeting.a_answers:
        return "backchannel", f"A listener's sound of {lasted:.1f} s; {other} kept the floor."
    went_on = alone_after >= limits.went_on
    if left_of_a <= limits.early and went_on:
        return "early_response", f"{who} answered {left_of_a:.1f} s before {other} had finished."
    if shared > limits.noticed and went_on and meeting.a_stays_quiet:
        return (
            "interruption_success",
            f"{who} came in while {other} was speaking; {other} gave way after {shared:.1f} s.",
        )
    if shared > limits.noticed and -alone_after >= limits.went_on and lasted > limits.listener:
        return (
            "interruption_failed",
            f"{who} spoke over {other} for {shared:.1f} s and then gave way.",
        )
    if shared >= limits.contest:
        return "competitive_overlap", f"Both kept speaking for {shared:.1f} s; {who.lower()} began second."
    return "cooperative_overlap", f"A brief overlap of {shared:.1f} s in which nobody lost the floor."


class _Open:
    """An overlap whose label is not due yet."""

    __slots__ = (
        "a_again",
        "a_answered",
        "a_end",
        "a_start",
        "b_again",
        "b_end",
        "b_start",
        "by",
        "lone_before",
    )

    def __init__(self, by: Speaker, a_start: int, b_start: int, lone_before: bool) -> None:
        self.by, self.a_start, self.b_start, self.lone_before = by, a_start, b_start, lone_before
        self.a_end: int | None = None
        self.b_end: int | None = None
        self.a_again: int | None = None
        self.b_again: int | None = None
        self.a_answered = False


class OverlapFold:
    """Edges to labelled overlaps; each label comes about a second after its overlap has ended."""

    def __init__(self, limits: Thresholds = THRESHOLDS) -> None:
        self._limits = limits
        self._second = samples(limits.went_on)
        self._listener = samples(limits.listener)
        self._speaking: dict[Speaker, int | None] = dict.fromkeys(Speaker)
        self._last_end: dict[Speaker, int | None] = dict.fromkeys(Speaker)
        self._open: list[_Open] = []

    def feed(self, edge: Edge) -> list[Overlap]:
        """Take the next edge and give the overlaps whose label it makes certain."""
        # An edge exactly a second later still belongs to the second it closes.
        decided = self.reach(edge.t - 1)
        for each in self._open:
            self._note(each, edge)
        if edge.speaking:
            held = self._speaking[edge.speaker.other]
            if held is not None and held < edge.t:
                last = self._last_end[edge.speaker]
                alone = last is None or edge.t - last >= self._listener
                self._open.append(_Open(edge.speaker, held, edge.t, alone))
            self._speaking[edge.speaker] = edge.t
        else:
            self._speaking[edge.speaker] = None
            self._last_end[edge.speaker] = edge.t
        return decided

    def reach(self, settled: int) -> list[Overlap]:
        """Say that no edge at or before `settled` is left to come; give what that decides."""
        decided: list[Overlap] = []
        # In the order in which they fall due, so that it is the same however the call is cut.
        for each in sorted((each for each in self._open if self._due(each) <= settled), key=self._due):
            self._open.remove(each)
            decided += self._decide(each)
        return decided

    def finish(self) -> list[Overlap]:
        """End the call, with silence after it, and give what was still open."""
        decided = [overlap for each in self._open for overlap in self._decide(each)]
        self._open = []
        return decided

    def talking_over(self, speaker: Speaker, now: int) -> int:
        """Give for how many samples `speaker` has been speaking into the other's speech, 0 if not."""
        for each in self._open:
            if each.by is speaker and each.a_end is None and each.b_end is None:
                return now - each.b_start
        return 0

    def _due(self, each: _Open) -> int:
        ends = [end for end in (each.a_end, each.b_end) if end is not None]
        if not ends:
            return 1 << 62
        due = min(ends) + self._second
        if each.b_end is None:
            # Whether it stays a listener's sound is open until b has spoken for more than a second.
            return max(due, each.b_start + self._listener + 1)
        if each.b_end - each.b_start <= self._listener:
            due = max(due, each.b_end + self._listener)
        return due

    def _note(self, each: _Open, edge: Edge) -> None:
        if edge.speaker is each.by:
            if not edge.speaking and each.b_end is None:
                each.b_end = edge.t
                # Of two who end together neither has stopped before the other, whichever edge came first.
                other = each.by.other
                each.a_answered = self._speaking[other] is not None or self._last_end[other] == edge.t
            elif edge.speaking and each.b_again is None:
                each.b_again = edge.t
        else:
            if not edge.speaking and each.a_end is None:
                each.a_end = edge.t
            elif edge.speaking:
                if each.a_again is None:
                    each.a_again = edge.t
                if each.b_end is not None and edge.t - each.b_end <= self._listener:
                    each.a_answered = True

    def _decide(self, each: _Open) -> list[Overlap]:
        if each.a_end is None and each.b_end is None:
            return []
        b_quiet_after = each.b_end is not None and (
            each.b_again is None or each.b_again - each.b_end >= self._listener
        )
        a_quiet_after = each.a_end is not None and (
            each.a_again is None or each.a_again - each.a_end >= self._second
        )
        meeting = Meeting(
            by=each.by,
            a_start=each.a_start,
            a_end=each.a_end,
            b_start=each.b_start,
            b_end=each.b_end,
            b_alone=each.lone_before and b_quiet_after,
            a_answers=each.a_answered,
            a_stays_quiet=a_quiet_after,
        )
        found = label(meeting, self._limits)
        if found is None:
            return []
        return [Overlap(each.by, each.b_start, meeting.end, *found)]
