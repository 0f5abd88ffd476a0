"""The JSON lines of a live call: the same forms as in the report, with their time and latency."""

import json

import pytest

from app.audio.streams import Condition, StreamState
from app.domain.report import Measures, Report, Source, record
from app.domain.timeline import RATE, Cue, Gap, Overlap, Speaker, Utterance
from app.report import events
from app.report.following import standing
from app.session.snapshot import Changed, Event, Mark, Snapshot

SAID = Utterance(Speaker.AGENT, RATE, 2 * RATE, "hello there")
CUT_IN = Overlap(Speaker.CUSTOMER, RATE, 3 * RATE, "competitive_overlap", "both spoke for 2.0 s")
HINT = Cue(4 * RATE, "paraphrase", "nudge", "Say back what you heard", "no paraphrase yet")
LOST = Gap("agent", 0, RATE, "the microphone was away")
REPORT = Report(Source("live", 9.0, 48_000, 2), None, "separate", None, Measures())


@pytest.mark.parametrize(
    ("what", "kind"),
    [(SAID, "final"), (CUT_IN, "overlap"), (HINT, "cue"), (LOST, "gap")],
)
def test_what_happened_has_the_form_it_has_in_the_report(what: object, kind: str) -> None:
    line = events.of_event(Event(5 * RATE, what, 0.0421))  # type: ignore[arg-type]
    assert line == {"t": 5.0, **record(what), "type": kind, "latency_ms": 42.1}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "rest"),
    [
        (Mark(RATE), {"type": "mark"}),
        (REPORT, {"type": "end"}),
        (
            Changed("agent", "lost", "Plug it in again."),
            {"type": "state", "what": "agent", "state": "lost", "told": "Plug it in again."},
        ),
    ],
)
def test_the_rest_says_what_it_is(what: object, rest: dict[str, str]) -> None:
    assert events.of_event(Event(RATE, what)) == {"t": 1.0, "latency_ms": None, **rest}  # type: ignore[arg-type]


def test_a_snapshot_is_one_line_of_json_with_null_for_what_is_not_known() -> None:
    streams = {Speaker.AGENT: StreamState(Condition.HEARING, "Headset", level_db=-20.04)}
    line = json.loads(json.dumps(events.of_snapshot(Snapshot(t=RATE, streams=streams), 0.05)))
    assert line["type"] == "snapshot"
    assert line["latency_ms"] == 50.0
    assert line["talk_ratio"] is None
    assert line["inputs"] == {"agent": {"condition": "hearing", "device": "Headset", "level_db": -20.0}}


@pytest.mark.parametrize(
    ("snapshot", "line"),
    [
        (
            Snapshot(
                t=161 * RATE,
                measures=Measures(talk_ratio=0.42, interruptions_agent=1, interruptions_customer=0),
                speaking=frozenset({Speaker.AGENT}),
            ),
            "2:41 · talk ratio 42 % · cut-ins 1 / 0 · you speak",
        ),
        (Snapshot(t=RATE, measures=Measures(talk_share=0.5)), "0:01 · talk share 50 % · quiet"),
        (
            Snapshot(streams={Speaker.AGENT: StreamState(Condition.MISSING, trouble="No microphone.")}),
            "0:00 · quiet · No microphone.",
        ),
    ],
)
def test_one_line_says_how_the_call_stands(snapshot: Snapshot, line: str) -> None:
    assert standing(snapshot) == line
