"""Something that was opened to be looked at again: a recording that is reviewed, or a call of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from app.domain.report import Report
from app.domain.timeline import Speaker
from app.ui.history.record import Record
from app.ui.review.shown import Shown


class Stage(StrEnum):
    """Where something that was opened stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(eq=False, slots=True)
class Opened:
    """One recording or call; `path` is None for a call that was heard live.

    `agent` is the agent's channel. `shown` is what is known so far, `turned`: still by the other channel.
    `other` is the same by the other channel once that was reviewed, `before` what was known before it is
    reviewed again. `record` is what the journal has besides, None while it is not there; `fresh`: it came
    there only now, `dropped`: the id it had there until the user took it out. `trouble` says why it failed,
    `told` what is left out of it.
    """

    name: str
    path: Path | None
    call_type: str
    agent: str = "left"
    stage: Stage = Stage.WAITING
    shown: Shown | None = None
    other: Shown | None = None
    turned: bool = False
    before: "Before | None" = None
    record: Record | None = None
    fresh: bool = False
    dropped: int | None = None
    trouble: str = ""
    told: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it need not be opened once more: it is still to be reviewed, or it is in the journal."""
        return self.stage in (Stage.WAITING, Stage.RUNNING) or self.record is not None


@dataclass(frozen=True, slots=True)
class Before:
    """What something was before it is reviewed again, to go back to if that is cancelled."""

    agent: str
    shown: Shown
    other: Shown | None


@dataclass(slots=True)
class Batch:
    """Everything that was opened since the page was last empty, in the order it is reviewed."""

    all: list[Opened] = field(default_factory=list)

    def at(self, stage: Stage) -> list[Opened]:
        """Give those that stand there."""
        return [each for each in self.all if each.stage is stage]


def carried(before: Shown | None, now: Shown, *, swapped: bool = False) -> Shown:
    """Give a newer form of a call with what the user has written into the one before.

    Its overlaps and lines are known by who and when, as more of them may have come between; in one that is
    `swapped` by the other one of the two. Of those that were known before, only what was written then holds.
    """
    if before is None:
        return now

    def who(speaker: Speaker) -> Speaker:
        return speaker.other if swapped else speaker

    overlaps = _places(
        [(who(each.by), each.start) for each in before.report.overlaps],
        [(each.by, each.start) for each in now.report.overlaps],
    )
    lines = _places(
        [(who(each.speaker), each.start) for each in before.report.transcript],
        [(each.speaker, each.start) for each in now.report.transcript],
    )
    labels = {place: label for place, label in now.labels.items() if place not in overlaps.values()}
    labels |= {overlaps[place]: label for place, label in before.labels.items() if place in overlaps}
    now = replace(
        now,
        call=now.call or before.call,
        marks=before.marks,
        labels=labels,
        rephrasings=before.rephrasings,
    )
    for place, there in lines.items():
        if place in before.heard:
            now = now.with_line(there, before.report.transcript[place].text)
        elif there in now.heard:
            now = now.with_line(there, now.heard[there])
    return now


def measured(shown: Shown) -> Report:
    """Give a call's report with all its lines as they were heard."""
    lines = tuple(
        replace(line, text=shown.heard[place], words=()) if place in shown.heard else line
        for place, line in enumerate(shown.report.transcript)
    )
    return replace(shown.report, transcript=lines)


def _places(before: Sequence[object], now: Sequence[object]) -> dict[int, int]:
    """Give where each is now (place before -> place now); what is no longer there is left out."""
    there = {each: place for place, each in enumerate(now)}
    return {place: there[each] for place, each in enumerate(before) if each in there}
