"""The one place where the parts are put together."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app import paths
from app.audio.recording import RecordingSource
from app.content import load_coaching
from app.domain.cues import most_useful
from app.domain.report import Report
from app.errors import KnownError
from app.report.reading import Reading
from app.session.pipeline import Pipeline
from app.session.recognition import Recognition
from app.session.review import review
from app.speech import models, worker
from app.speech.phrases import PhraseBook


@dataclass(frozen=True, slots=True)
class ReviewChoices:
    """What the user chose for a review, in the command line's own words."""

    agent: Literal["left", "right"] = "left"
    call_type: str = "general"
    engine: str = "auto"
    model: str | None = None


def sample_call() -> Path:
    """Give the recording that comes with the product: a tough complaint."""
    return paths.resources_folder() / "sample_call" / "complaint.flac"


def review_recording(
    path: Path,
    choices: ReviewChoices,
    progress: Callable[[float, float | None], None],
    warn: Callable[[str], None],
) -> tuple[Report, Reading]:
    """Review a recording; `progress` gets the seconds heard and the whole length, `warn` what is left out.

    Raises KnownError for what the user can mend: the file, the call type, the engine or the model.
    """
    coaching = load_coaching(paths.resources_folder() / "content")
    call_type = coaching.call_types.get(choices.call_type)
    if call_type is None:
        raise KnownError(
            f'There is no call type "{choices.call_type}"; choose one of {", ".join(coaching.call_types)}.'
        )
    with RecordingSource(path, choices.agent) as source:
        recognition = _recognition(choices, warn)
        try:
            phrases = PhraseBook(coaching.lists_for(call_type.id), coaching.numbers, coaching.pieces)
            pipeline = Pipeline(coaching, call_type.id, phrases, recognition, customer=source.channels == 2)
            report = review(
                source,
                pipeline,
                recognition.engine if recognition else None,
                lambda heard: progress(heard, source.duration_s),
            )
        finally:
            if recognition:
                recognition.close()
    reading = Reading(
        name=path.name,
        call_type=call_type.title,
        band=(call_type.low, call_type.high),
        hints=tuple(most_useful(report.cues)),
        titles={id: technique.title for id, technique in coaching.techniques.items()},
    )
    return report, reading


def _recognition(choices: ReviewChoices, warn: Callable[[str], None]) -> Recognition | None:
    """Start the recogniser; what was asked for by name must work, "auto" may do without."""
    by_name = choices.engine != "auto" or choices.model is not None
    choice = models.choose(choices.engine, choices.model, paths.model_folders())
    if choice is None:
        if choices.engine == "auto":
            warn(models.NOTHING_INSTALLED)
        return None
    recognition = Recognition(worker.run, choice, wait=True)
    try:
        recognition.ready()
    except KnownError as refused:
        recognition.close()
        if by_name:
            raise
        warn(f"{refused} Only the timing is measured.")
        return None
    return recognition
