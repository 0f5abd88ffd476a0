"""A whole source of sound through the pipeline, to its report."""

from collections.abc import Callable

from app.audio.source import AudioSource
from app.domain.report import Engine, Report, Source
from app.domain.timeline import seconds
from app.session.pipeline import Pipeline

REASONS = {
    "mic-only": (
        "There is only the agent's channel, so nothing can be said about the customer's side; "
        "talk share counts every voice in that channel."
    ),
    "inseparable": (
        "Both channels carry the same sound, so the two sides can't be told apart; "
        "talk share counts both voices."
    ),
    "bleed": "The customer can be heard in the agent's microphone; their sound was taken out first.",
}
"""Why a separation other than "separate" is what it is, in a sentence."""

SILENT = "The customer's channel is silent from beginning to end, so nothing can be said about their side."
"""The reason for "mic-only" where there are two channels."""


def why(separation: str, channels: int) -> str | None:
    """Say in a sentence why the separation is what it is; None where the sides are simply separate."""
    if separation == "mic-only" and channels == 2:
        return SILENT
    return REASONS.get(separation)


def review(
    source: AudioSource, pipeline: Pipeline, engine: Engine | None, progress: Callable[[float], None]
) -> Report:
    """Hear `source` to its end and report; `progress` is called with the seconds heard so far.

    Raises KnownError where the source can't be read on.
    """
    heard = 0
    for block in source.blocks():
        pipeline.hear(block)
        heard = block.start + block.agent.size
        progress(seconds(heard))
    pipeline.finish()
    return conclude(source, pipeline, engine, heard)


def conclude(source: AudioSource, pipeline: Pipeline, engine: Engine | None, heard: int) -> Report:
    """Give the report of a pipeline that is finished, after `heard` samples of `source`."""
    separation = pipeline.separation
    both_sides = separation in ("separate", "bleed")
    return Report(
        source=Source(source.kind, seconds(heard), source.sample_rate, source.channels),
        engine=engine,
        separation=separation,
        separation_reason=why(separation, source.channels),
        measures=pipeline.measures(),
        spurts=tuple(spurt for spurt in pipeline.spurts if both_sides or spurt.speaker == "agent"),
        overlaps=tuple(pipeline.overlaps) if both_sides else (),
        transcript=tuple(line for line in pipeline.transcript if both_sides or line.speaker == "agent"),
        cues=tuple(pipeline.cues),
        gaps=tuple(pipeline.gaps),
    )
