"""A live call as JSON: each event and each snapshot as one object (what `listen --events -` prints)."""

from typing import Any

from app.domain.report import Report, record
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Utterance, seconds
from app.session.snapshot import Changed, Event, Mark, Snapshot

_TYPES = {
    Utterance: "final",
    Overlap: "overlap",
    Cue: "cue",
    Gap: "gap",
    Mark: "mark",
    Changed: "state",
    Report: "end",
}


def of_event(event: Event) -> dict[str, Any]:
    """Give an event: `type`, `t` in call seconds, `latency_ms` or null, and what it is about."""
    what = event.what
    match what:
        case Mark():
            rest: dict[str, Any] = {}
        case Changed():
            rest = {"what": what.what, "state": what.state, "told": what.told}
        case Report():
            rest = {}
        case _:
            rest = record(what)
    return _line(_TYPES[type(what)], event.t, event.latency_s, rest)


def of_partial(speaker: Speaker, text: str, t: int, latency_s: float | None) -> dict[str, Any]:
    """Give the text of a running utterance so far."""
    return _line("partial", t, latency_s, {"speaker": speaker, "text": text})


def of_snapshot(snapshot: Snapshot, latency_s: float | None) -> dict[str, Any]:
    """Give a snapshot with the measures that change while people talk; what can't be known is null."""
    m = snapshot.measures
    rest = {
        "state": snapshot.state,
        "speaking": sorted(snapshot.speaking),
        "separation": snapshot.separation,
        "talk_ratio": _round(m.talk_ratio, 4),
        "talk_share": _round(m.talk_share, 4),
        "agent_talk_s": _round(m.agent_talk_s),
        "customer_talk_s": _round(m.customer_talk_s),
        "overlap_s": _round(m.overlap_s),
        "monologue_s": _round(snapshot.monologue_s),
        "patience_s": _round(m.patience_s),
        "interruptions": {"agent": m.interruptions_agent, "customer": m.interruptions_customer},
        "recognising": snapshot.recognising,
        "inputs": {
            side: {
                "condition": stream.condition,
                "device": stream.device,
                "level_db": _round(stream.level_db, 1),
            }
            for side, stream in snapshot.streams.items()
        },
    }
    return _line("snapshot", snapshot.t, latency_s, rest)


def _line(kind: str, t: int, latency_s: float | None, rest: dict[str, Any]) -> dict[str, Any]:
    latency = None if latency_s is None else round(1000 * latency_s, 1)
    return {"type": kind, "t": round(seconds(t), 3), "latency_ms": latency, **rest}


def _round(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)
