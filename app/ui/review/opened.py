"""Something that was opened to be looked at again: a recording that is reviewed, or a call of the journal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.domain.report import Report
from app.domain.timeline import Overlap, Utterance
from app.ui.history.record import Record
from app.ui.review.shown import Shown

_Each = TypeVar("_Each", Overlap, Utterance)


class Stage(StrEnum):
    """Where something that was opened stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(eq=False, slots=True)
class Opened:
    """One recording or call; `path` is None for a call that was heard live.

    `agent` is the agent's channel. `shown` is what is known so far, `other` the same by the other channel
    once that was reviewed, `before` what was known before it is reviewed again. `record` is what the journal
    has besides, None while it is not there; `fresh`: it came there only now. `trouble` says why it failed,
    `told` what is left out of it.
    """

    name: str
    path: Path | None
    call_type: str
    agent: str = "left"
    stage: Stage = Stage.WAITING
    shown: Shown | None = None
    other: Shown | None = None
    before: "Before | None" = None
    record: Record | None = None
    fresh: bool = False
    trouble: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """What something was before it is reviewed again, to go back to if that is cancelled."""

    agent: str
    stage: Stage
    shown: Shown | None
    other: Shown | None
    trouble: str


@dataclass(slots=True)
class Batch:
    """Everything that was opened since the page was last empty, in the order it is reviewed."""

    all: list[Opened] = field(default_factory=list)

    def at(self, stage: Stage) -> list[Opened]:
        """Give those that stand there."""
        return [each for each in self.all if each.stage is stage]


def carried(before: Shown | None, now: Shown) -> Shown:
    """Give a newer form of a call with what the user has written into the one before.

    Its overlaps and lines are known by who and when, as more of them may have come between.
    """
    if before is None:
        return now
    overlaps = _places(before.report.overlaps, now.report.overlaps, lambda each: (each.by, each.start))
    lines = _places(before.report.transcript, now.report.transcript, lambda each: (each.speaker, each.start))
    now = replace(
        now,
        call=now.call or before.call,
        marks=before.marks,
        labels={
            **now.labels,
            **{overlaps[place]: label for place, label in before.labels.items() if place in overlaps},
        },
        rephrasings=before.rephrasings,
    )
    for place in before.heard:
        if place in lines:
            now = now.with_line(lines[place], before.report.transcript[place].text)
    return now


def measured(shown: Shown) -> Report:
    """Give a call's report with all its lines as they were heard."""
    lines = tuple(
        replace(line, text=shown.heard[place], words=()) if place in shown.heard else line
        for place, line in enumerate(shown.report.transcript)
    )
    return replace(shown.report, transcript=lines)


def _places(
    before: Sequence[_Each], now: Sequence[_Each], known_by: Callable[[_Each], object]
) -> dict[int, int]:
    """Give where each is now (place before -> place now); what is no longer there is left out."""
    there = {known_by(each): place for place, each in enumerate(now)}
    return {place: there[known_by(each)] for place, each in enumerate(before) if known_by(each) in there}
