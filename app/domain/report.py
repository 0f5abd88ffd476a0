"""What is known of one call when it is over: the record that the JSON, the page and the terminal show."""

from dataclasses import dataclass
from typing import Any

from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Stretch, Utterance, seconds

SCHEMA = 1
"""Version of the report's JSON form; resources/report.schema.json describes it."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The numbers of a call so far. Times in seconds, ratios 0..1; None is "not measurable".

    `overlap_s` is the time both speak at once; `interruptions_*` count the overlaps labelled
    interruption_success, interruption_failed or competitive_overlap, charged to who came in second.
    """

    talk_ratio: float | None = None
    talk_share: float | None = None
    agent_talk_s: float = 0.0
    customer_talk_s: float | None = None
    overlap_s: float | None = None
    non_talk_s: float | None = None
    non_talk_count: int | None = None
    longest_monologue_s: float | None = None
    patience_s: float | None = None
    turns: int | None = None
    interruptions_agent: int | None = None
    interruptions_customer: int | None = None
    pace_wpm: float | None = None
    fillers_per_min: float | None = None
    questions_open: int | None = None
    questions_closed: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the sound came from: `kind` is "recording" or "live"; rate and channels as they came."""

    kind: str
    duration_s: float
    sample_rate: int
    channels: int


@dataclass(frozen=True, slots=True)
class Engine:
    """The recogniser used: "vosk" or "moonshine" and its model's name."""

    name: str
    model: str


@dataclass(frozen=True, slots=True)
class Report:
    """One call, over: the source, what could be measured, and everything that happened, in order of time.

    `heated` are the stretches in which the customer seemed upset (app.domain.heat); its JSON form leaves
    them out.
    """

    source: Source
    engine: Engine | None
    separation: str
    separation_reason: str | None
    measures: Measures
    spurts: tuple[Spurt, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    transcript: tuple[Utterance, ...] = ()
    cues: tuple[Cue, ...] = ()
    gaps: tuple[Gap, ...] = ()
    heated: tuple[Stretch, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give the report in its JSON form (resources/report.schema.json): seconds to the millisecond."""
        m = self.measures
        return {
            "schema": SCHEMA,
            "source": {
                "kind": self.source.kind,
                "duration_s": _round(self.source.duration_s),
                "sample_rate": self.source.sample_rate,
                "channels": self.source.channels,
            },
            "engine": {"name": self.engine.name, "model": self.engine.model} if self.engine else None,
            "separation": self.separation,
            "separation_reason": self.separation_reason,
            "metrics": {
                "talk_ratio": _round(m.talk_ratio, 4),
                "talk_share": _round(m.talk_share, 4),
                "agent_talk_s": _round(m.agent_talk_s),
                "customer_talk_s": _round(m.customer_talk_s),
                "overlap_s": _round(m.overlap_s),
                "non_talk_s": _round(m.non_talk_s),
                "non_talk_count": m.non_talk_count,
                "longest_monologue_s": _round(m.longest_monologue_s),
                "patience_s": _round(m.patience_s),
                "turns": m.turns,
                "interruptions": {"agent": m.interruptions_agent, "customer": m.interruptions_customer},
                "pace_wpm": _round(m.pace_wpm, 1),
                "fillers_per_min": _round(m.fillers_per_min, 1),
                "questions": {"open": m.questions_open, "closed": m.questions_closed},
            },
            "spurts": [record(spurt) for spurt in self.spurts],
            "overlaps": [record(overlap) for overlap in self.overlaps],
            "transcript": [record(utterance) for utterance in self.transcript],
            "cues": [record(cue) for cue in self.cues],
            "gaps": [record(gap) for gap in self.gaps],
        }

    def interruptions(self, by: Speaker) -> int | None:
        """Give how often `by` cut in, or None where that can't be known."""
        return (
            self.measures.interruptions_agent if by is Speaker.AGENT else self.measures.interruptions_customer
        )


def record(what: Spurt | Overlap | Utterance | Cue | Gap) -> dict[str, Any]:
    """Give one thing that happened in its JSON form, the same in a report and in a live call's events."""
    match what:
        case Spurt():
            return {"speaker": what.speaker, **_times(what.start, what.end)}
        case Overlap():
            return {
                "by": what.by,
                **_times(what.start, what.end),
                "label": what.label,
                "reason": what.reason,
            }
        case Utterance():
            return {"speaker": what.speaker, **_times(what.start, what.end), "text": what.text}
        case Cue():
            return {
                "t": _round(seconds(what.t)),
                "id": what.id,
                "kind": what.kind,
                "text": what.text,
                "evidence": what.evidence,
            }
        case Gap():
            return {"channel": what.channel, **_times(what.start, what.end), "reason": what.reason}


def _round(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)


def _times(start: int, end: int) -> dict[str, float]:
    return {"start": round(seconds(start), 3), "end": round(seconds(end), 3)}
