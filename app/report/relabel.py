"""A report with the user's own labels in place of some of the measured ones."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.timeline import Overlap, Speaker
from app.language import marked, tr
from app.report import words

_AGREED = marked("Measured so, and you agree: {reason}")
_OTHERWISE = marked('Your label. It was measured as "{label}": {reason}')


def relabelled(report: Report, labels: Mapping[int, str]) -> Report:
    """Give the report with `labels` (place among its overlaps -> label), cut-ins counted by them.

    The reason of such an overlap says in English what it had been measured as, or that the user agrees with
    that. What can't be known stays unknown.
    """
    overlaps = tuple(
        _relabelled(overlap, labels[place]) if place in labels else overlap
        for place, overlap in enumerate(report.overlaps)
    )
    counts = {by: sum(each.by is by and each.label in INTERRUPTIONS for each in overlaps) for by in Speaker}
    known = report.measures.interruptions_agent is not None
    measures = (
        replace(
            report.measures,
            interruptions_agent=counts[Speaker.AGENT],
            interruptions_customer=counts[Speaker.CUSTOMER],
        )
        if known
        else report.measures
    )
    return replace(report, overlaps=overlaps, measures=measures)


def why(overlap: Overlap, own: str | None) -> str:
    """Say in the user's language why a measured overlap is called what it is, by its `own` label if any."""
    reason = words.addressed(overlap.reason)
    if own is None:
        return reason
    if own == overlap.label:
        return tr(_AGREED, reason=reason)
    return tr(_OTHERWISE, label=words.overlap(overlap.label, overlap.by), reason=reason)


def _relabelled(overlap: Overlap, label: str) -> Overlap:
    if label == overlap.label:
        return replace(overlap, reason=_AGREED.format(reason=overlap.reason))
    heard = words.overlap_in_english(overlap.label, overlap.by)
    return replace(overlap, label=label, reason=_OTHERWISE.format(label=heard, reason=overlap.reason))
