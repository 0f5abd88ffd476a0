"""A report with the user's own labels: only they change, and what is counted by them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.overlaps import INTERRUPTIONS
from app.domain.timeline import Speaker
from app.language import speak
from app.report.relabel import relabelled, why
from app.report.words import LABELS, addressed
from tests.unit.report.any_report import reports, some_calls
from tests.unit.report.reports import example


@some_calls
@given(report=reports(), data=st.data())
def test_counts_follow_the_labels_and_nothing_else_changes(report, data) -> None:  # type: ignore[no-untyped-def]
    own = st.none() | st.sampled_from(sorted(LABELS))
    drawn = {place: data.draw(own) for place in range(len(report.overlaps))}
    labels = {place: label for place, label in drawn.items() if label}
    told = relabelled(report, labels)
    assert [each.label for each in told.overlaps] == [
        labels.get(place, each.label) for place, each in enumerate(report.overlaps)
    ]
    assert [(each.by, each.start, each.end) for each in told.overlaps] == [
        (each.by, each.start, each.end) for each in report.overlaps
    ]
    for by in Speaker:
        if report.measures.interruptions_agent is None:
            assert told.interruptions(by) == report.interruptions(by)
        else:
            assert told.interruptions(by) == sum(
                each.by is by and each.label in INTERRUPTIONS for each in told.overlaps
            )
    assert (told.spurts, told.transcript, told.cues) == (report.spurts, report.transcript, report.cues)


def test_without_own_labels_it_is_the_same() -> None:
    assert relabelled(example(), {}) == example()


@pytest.mark.parametrize("label", sorted(LABELS))
def test_the_reason_names_what_had_been_measured(label: str) -> None:
    told = relabelled(example(), {1: label}).overlaps[1]
    measured = example().overlaps[1]
    if label == measured.label:
        assert told == replace(measured, reason=f"Measured so, and you agree: {measured.reason}")
    else:
        assert told.reason.startswith('Your label. It was measured as "Customer made a listening sound":')


def test_it_is_stored_in_english_and_told_in_the_users_language() -> None:
    report = example()
    labels = dict(enumerate(sorted(LABELS)[: len(report.overlaps)]))
    stored, told = relabelled(report, labels).as_dict(), why(report.overlaps[0], labels[0])
    speak(lambda text, n: f"«{text}»")
    try:
        assert relabelled(report, labels).as_dict() == stored
        assert told not in (shown := why(report.overlaps[0], labels[0])) and shown.startswith("«")
        assert why(report.overlaps[0], None) == addressed(report.overlaps[0].reason)
    finally:
        speak()
