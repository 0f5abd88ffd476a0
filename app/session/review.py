"""A whole source of sound through the pipeline, to its report."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.audio.source import AudioSource
from app.domain.report import Engine, Report, Source
from app.domain.timeline import Overlap, Speaker, Spurt, Stretch, Utterance, seconds
from app.errors import KnownError
from app.session.pipeline import News, Pipeline
from app.session.recognition import Recognition

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


def certain(what: Spurt | Stretch | News, separation: str) -> bool:
    """Tell whether this may be told: all of it where the sides can be told apart, else the agent's own."""
    if separation in ("separate", "bleed"):
        return True
    if isinstance(what, Spurt | Utterance):
        return what.speaker is Speaker.AGENT
    return not isinstance(what, Overlap | Stretch)


def review(
    source: AudioSource,
    pipeline: Pipeline,
    recognition: Recognition | None,
    heard: Callable[[int, Sequence[News]], None],
    refused: Callable[[KnownError], None],
) -> Report:
    """Hear `source` to its end and report; `heard` gets the samples heard so far and what they made known.

    Hearing begins while the recogniser's model is being loaded, so that there is something to see at once.
    Where that can't be loaded `refused` is told once: it may raise it, else the timing alone is measured.
    Raises KnownError where the source can't be read on.
    """
    reached, loading = 0, recognition
    for block in source.blocks():
        news = pipeline.hear(block)
        reached = block.start + block.agent.size
        heard(reached, news)
        if loading and (loading.engine or loading.failed):
            _load(loading, refused)
            loading = None
    if loading:
        _load(loading, refused)
    heard(reached, pipeline.finish())
    engine = recognition.engine if recognition else None
    report = conclude(source, pipeline, engine, reached)
    if engine is None:  # no words were expected, so none are missing
        report = replace(report, gaps=tuple(gap for gap in report.gaps if gap.channel != "transcript"))
    return report


def _load(recognition: Recognition, refused: Callable[[KnownError], None]) -> None:
    """Wait until it is known whether the model can be loaded."""
    try:
        recognition.ready()
    except KnownError as error:
        refused(error)


def conclude(source: AudioSource, pipeline: Pipeline, engine: Engine | None, heard: int) -> Report:
    """Give the report of a pipeline that is finished, after `heard` samples of `source`."""
    separation = pipeline.separation
    return Report(
        source=Source(source.kind, seconds(heard), source.sample_rate, source.channels),
        engine=engine,
        separation=separation,
        separation_reason=why(separation, source.channels),
        measures=pipeline.measures(),
        spurts=tuple(spurt for spurt in pipeline.spurts if certain(spurt, separation)),
        overlaps=tuple(overlap for overlap in pipeline.overlaps if certain(overlap, separation)),
        transcript=tuple(line for line in pipeline.transcript if certain(line, separation)),
        cues=tuple(pipeline.cues),
        gaps=tuple(pipeline.gaps),
        heated=tuple(stretch for stretch in pipeline.heated if certain(stretch, separation)),
    )
