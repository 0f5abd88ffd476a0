"""Breathing exercises: patterns as data, how one fills a length of time, and where in it a moment is.

How fast the ready-made ones go follows the literature on slow breathing: about six breaths a minute calms
(Lehrer & Gevirtz 2014), and so does a second sip of air with a long way out (Balban et al. 2023).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from math import ceil, cos, pi
from typing import Any

SHORTEST_S, LONGEST_S = 0.5, 20.0
"""Limits of one phase of an own pattern, in seconds."""

CYCLE_S = (2.0, 60.0)
"""Limits of one whole breath of an own pattern, in seconds."""

MOST_PHASES = 6
LONGEST_TITLE = 40
"""Phases of an own pattern and letters of its title at most."""

LENGTHS_S = (30, 60, 120, 180, 240, 300)
"""How long an exercise may be asked to last, in seconds."""


class Act(StrEnum):
    """What is done with the breath in a phase."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a breath: what is done, and for how many seconds."""

    act: Act
    seconds: float


@dataclass(frozen=True)
class Pattern:
    """A way to breathe: the phases of one breath in their order, with at least one in and one out.

    An exercise ends after so many `breaths`, or where that is None, after the length that was asked for.
    """

    id: str
    title: str
    phases: tuple[Phase, ...]
    breaths: int | None = None
    about: str = ""

    @cached_property
    def cycle_s(self) -> float:
        """Seconds of one whole breath."""
        return sum(phase.seconds for phase in self.phases)

    @cached_property
    def levels(self) -> tuple[tuple[float, float], ...]:
        """How full the lungs are at the start and the end of each phase: 0 (empty) to 1 (full).

        Phases in that follow each other, whatever is held between them, share the way up by their seconds;
        phases out share the way down. The last phase ends where the first begins.
        """
        phases = self.phases
        moves = [place for place, phase in enumerate(phases) if phase.act is not Act.HOLD]
        turn = next(n for n, place in enumerate(moves) if phases[place].act is not phases[moves[n - 1]].act)
        ends: dict[int, tuple[float, float]] = {}
        for act, run in groupby(moves[turn:] + moves[:turn], key=lambda place: phases[place].act):
            places = list(run)
            whole, done = sum(phases[place].seconds for place in places), 0.0
            for place in places:
                before, done = done, done + phases[place].seconds
                rise = (before / whole, 1.0 if place == places[-1] else done / whole)
                ends[place] = rise if act is Act.IN else (1 - rise[0], 1 - rise[1])
        level = ends[moves[-1]][1]
        found = []
        for place in range(len(phases)):
            start, level = ends.get(place, (level, level))
            found.append((start, level))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where an exercise is: the `place` of the phase in its pattern, None once the last breath is over.

    `part` of the phase is done (0..1), `left_s` of it is to come; `size` is how full the lungs are (0..1),
    `breath` the number of the breath, from 1.
    """

    place: int | None
    part: float
    left_s: float
    size: float
    breath: int

    @property
    def count(self) -> int:
        """The seconds of the phase to come, as one counts them: the last one is 1."""
        return max(1, ceil(self.left_s - 1e-6))


@dataclass(frozen=True)
class Course:
    """One exercise: whole breaths of a pattern, and a quiet rest until the length that was asked for.

    No breath is broken off, and none is hurried: where another does not fit any more, what is left is for
    breathing as it comes. One breath there always is.
    """

    pattern: Pattern
    asked_s: float

    @cached_property
    def breaths(self) -> int:
        """How many whole breaths there are."""
        # The sum of seconds may miss a whole number by the last bit.
        return self.pattern.breaths or max(1, int(self.asked_s / self.pattern.cycle_s + 1e-9))

    @cached_property
    def length_s(self) -> float:
        """Seconds from the start to the end."""
        guided = self.breaths * self.pattern.cycle_s
        return guided if self.pattern.breaths else max(float(self.asked_s), guided)

    def at(self, t: float) -> Moment:
        """Give where it is `t` seconds after its start; before that is the start, after its end the end."""
        pattern = self.pattern
        t = min(max(t, 0.0), self.length_s)
        guided = self.breaths * pattern.cycle_s
        if t >= guided:
            rest = self.length_s - guided
            part = (t - guided) / rest if rest > 0 else 1.0
            return Moment(None, part, self.length_s - t, pattern.levels[-1][1], self.breaths)
        done = min(int(t / pattern.cycle_s), self.breaths - 1)
        within, place = t - done * pattern.cycle_s, 0
        while place + 1 < len(pattern.phases) and within >= pattern.phases[place].seconds:
            within -= pattern.phases[place].seconds
            place += 1
        seconds = pattern.phases[place].seconds
        part = min(max(0.0, within / seconds), 1.0)
        start, end = pattern.levels[place]
        return Moment(place, part, max(0.0, seconds - within), start + (end - start) * eased(part), done + 1)

    def next_place(self, moment: Moment) -> int | None:
        """Give the place of the phase after that of a moment; None where the last breath is over then."""
        if moment.place is None:
            return None
        if moment.place + 1 < len(self.pattern.phases):
            return moment.place + 1
        return 0 if moment.breath < self.breaths else None


def eased(part: float) -> float:
    """Give how much of a movement is done when `part` of its time is (both 0..1), without a jerk at the ends.

    Half a wave of the cosine: it begins and ends at rest, as the air does in a breath.
    """
    return (1 - cos(pi * part)) / 2


def _phases(*timed: tuple[Act, float]) -> tuple[Phase, ...]:
    return tuple(Phase(act, seconds) for act, seconds in timed)


THREE_BREATHS = Pattern(
    "three-breaths",
    "Three slow breaths",
    _phases((Act.IN, 4), (Act.OUT, 6)),
    breaths=3,
    about="In for four, out for six, three times. Half a minute, and enough for most calls.",
)
BOX = Pattern(
    "box",
    "Box breathing, 4-4-4-4",
    _phases((Act.IN, 4), (Act.HOLD, 4), (Act.OUT, 4), (Act.HOLD, 4)),
    about="Four equal sides. It steadies, and leaves the head clear for the next call.",
)
FOUR_SEVEN_EIGHT = Pattern(
    "4-7-8",
    "4-7-8",
    _phases((Act.IN, 4), (Act.HOLD, 7), (Act.OUT, 8)),
    about="A long hold and a longer way out. It slows things down; leave the hold out if it strains.",
)
SIGH = Pattern(
    "sigh",
    "Physiological sigh",
    _phases((Act.IN, 3), (Act.IN, 1), (Act.OUT, 6)),
    about="A breath in, a second sip on top of it, and one long breath out. It takes the edge off quickly.",
)
READY_MADE = {pattern.id: pattern for pattern in (THREE_BREATHS, BOX, FOUR_SEVEN_EIGHT, SIGH)}
"""The patterns that come with the product, by their id."""


def fault(title: str, phases: Sequence[Phase]) -> str:
    """Say in a sentence what an own pattern still lacks, and so what to do; "" where it can be breathed."""
    if not title.strip():
        return "Give it a name."
    if len(title) > LONGEST_TITLE:
        return f"Its name is too long: {LONGEST_TITLE} letters are the most."
    if len(phases) > MOST_PHASES:
        return f"{MOST_PHASES} steps are the most."
    if any(not SHORTEST_S <= phase.seconds <= LONGEST_S for phase in phases):
        return f"Each step takes between {SHORTEST_S:g} and {LONGEST_S:g} seconds."
    if not {Act.IN, Act.OUT} <= {phase.act for phase in phases}:
        return "It needs at least one breath in and one breath out."
    whole = sum(phase.seconds for phase in phases)
    if not CYCLE_S[0] <= whole <= CYCLE_S[1]:
        return f"One breath takes {whole:g} seconds; it may take {CYCLE_S[0]:g} to {CYCLE_S[1]:g}."
    return ""


def own_patterns(held: Mapping[str, Any]) -> dict[str, Pattern]:
    """Give the own patterns that `held` (id to title and phases, as `to_keep` writes them) has whole.

    What is damaged or could not be breathed is left out, and so is what takes the id of a ready-made one.
    """
    found = {}
    for id, kept in held.items():
        match kept:
            case {"title": str(title), "phases": list(written)} if id not in READY_MADE:
                phases = [phase for each in written if (phase := _phase(each))]
                if len(phases) == len(written) and not fault(title, phases):
                    found[id] = Pattern(id, title.strip(), tuple(phases))
    return found


def to_keep(title: str, phases: Sequence[Phase]) -> dict[str, Any]:
    """Give an own pattern as it can be written down."""
    return {"title": title.strip(), "phases": [[phase.act.value, phase.seconds] for phase in phases]}


def _phase(written: object) -> Phase | None:
    """Give a phase that was written down; None for what is none."""
    match written:
        case [str(act), int() | float() as seconds] if act in set(Act) and not isinstance(seconds, bool):
            # Compared first, as no float holds a whole number of any length.
            return Phase(Act(act), float(seconds)) if SHORTEST_S <= seconds <= LONGEST_S else None
    return None
