"""All that the journal knows of one call, or of one reflection without a call."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.journal import (
    Call,
    CalmSession,
    ChecklistRun,
    FollowUp,
    MarkedMoment,
    Reflection,
    Rephrasing,
)
from app.domain.report import Measures, Report

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database


@dataclass(frozen=True, slots=True)
class Record:
    """A call with its report as measured, the user's own labels, and what belongs to it.

    The lines of the report have the user's corrections; `heard` gives the measured texts of those by place.
    """

    call: Call
    report: Report
    marks: tuple[MarkedMoment, ...]
    labels: Mapping[int, str]
    reflection: Reflection | None
    follow_ups: tuple[FollowUp, ...]
    calm: tuple[CalmSession, ...]
    preparation: ChecklistRun | None
    rephrasings: tuple[Rephrasing, ...]
    heard: Mapping[int, str]

    @property
    def shown(self) -> "Record":
        """What its page is made of: without labels, notes and purpose, which it shows as they are changed,
        and without what only its report has.
        """
        call = replace(self.call, measures=Measures(), purpose="")
        marks = tuple(replace(each, note="") for each in self.marks)
        return replace(self, call=call, labels={}, marks=marks, heard={})


def read_call(call_id: int, db: "Database") -> Record | None:
    """Read a call; None where there is none (any more)."""
    from app.storage import calls, calm, checklists, follow_ups, reflections, rephrasings

    call = calls.get(db, call_id)
    if call is None:
        return None
    return Record(
        call=call,
        report=calls.report(db, call_id),
        marks=calls.marks(db, call_id),
        labels=calls.own_labels(db, call_id),
        reflection=reflections.of_call(db, call_id),
        follow_ups=tuple(follow_ups.of_call(db, call_id)),
        calm=tuple(calm.of_call(db, call_id)),
        preparation=checklists.run_of(db, call_id),
        rephrasings=tuple(rephrasings.of_call(db, call_id)),
        heard=calls.heard_lines(db, call_id),
    )


def read_reflection(reflection_id: int, db: "Database") -> Reflection | None:
    """Read a reflection; None where there is none (any more)."""
    from app.storage import reflections

    return reflections.get(db, reflection_id)
