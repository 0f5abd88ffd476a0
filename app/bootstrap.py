"""The one place where the parts are put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app import paths
from app.audio.practice import PracticeSource
from app.audio.recording import RecordingSource
from app.audio.source import LiveSource
from app.content import load_coaching
from app.domain.cues import most_useful
from app.domain.report import Report
from app.domain.techniques import CallType, Coaching
from app.errors import KnownError
from app.report import journal_page
from app.report.reading import Reading
from app.session.live import LiveCall
from app.session.live_source import LiveInputs
from app.session.pipeline import Pipeline
from app.session.recognition import Recognition
from app.session.review import review
from app.speech import models, worker
from app.speech.phrases import PhraseBook

if TYPE_CHECKING:  # the database comes with these
    from app.storage.cipher import Database
    from app.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class ReviewChoices:
    """What the user chose for a review, in the command line's own words."""

    agent: Literal["left", "right"] = "left"
    call_type: str = "general"
    engine: str = "auto"
    model: str | None = None


@dataclass(frozen=True, slots=True)
class LiveChoices:
    """What to hear a call with: devices as `devices` prints them, None for what suits this computer.

    `customer` is "none" for the agent's side alone.
    """

    agent: str | None = None
    customer: str | None = None
    call_type: str = "general"
    engine: str = "auto"
    model: str | None = None


_ALL = 2**31
"""More than there is of anything in a journal."""

SAMPLE = "complaint"
"""The type of the sample call."""


@cache
def coaching() -> Coaching:
    """Give the coaching content; raise KnownError where a file of it is at fault."""
    return load_coaching(paths.resources_folder() / "content")


def sample_call() -> Path:
    """Give the recording that comes with the product: a tough complaint."""
    return paths.resources_folder() / "sample_call" / "complaint.flac"


def check(choices: ReviewChoices | LiveChoices, recording: Path | None = None) -> None:
    """Raise KnownError for what the user can mend of this, without hearing anything."""
    _call_type(choices.call_type)
    models.choose(choices.engine, choices.model, paths.model_folders())
    if recording is not None:
        RecordingSource(recording).close()


def review_recording(
    path: Path,
    choices: ReviewChoices,
    progress: Callable[[float, float | None], None],
    warn: Callable[[str], None],
) -> tuple[Report, Reading]:
    """Review a recording; `progress` gets the seconds heard and the whole length, `warn` what is left out.

    Raises KnownError for what the user can mend: the file, the call type, the engine or the model.
    """
    call_type = _call_type(choices.call_type)
    with RecordingSource(path, choices.agent) as source:
        recognition = _recognition(choices, warn)
        try:
            pipeline = _pipeline(call_type, recognition, customer=source.channels == 2)
            report = review(
                source,
                pipeline,
                recognition.engine if recognition else None,
                lambda heard: progress(heard, source.duration_s),
            )
        finally:
            if recognition:
                recognition.close()
    return report, reading(report, path.name, call_type.id)


def live_call(choices: LiveChoices, warn: Callable[[str], None]) -> LiveCall:
    """Start to hear a call from this computer's inputs; `warn` gets what is left out and why.

    Raises KnownError for what the user can mend: the call type, a device's name, the engine or the model.
    """
    source = LiveInputs(choices.agent, choices.customer)
    return _start(source, choices, warn)


def practice_call(speed: float, warn: Callable[[str], None]) -> LiveCall:
    """Start the sample call as if it were live, `speed` times as fast as it was spoken."""
    return _start(PracticeSource(RecordingSource(sample_call()), speed), LiveChoices(call_type=SAMPLE), warn)


def reading(report: Report, name: str, call_type: str) -> Reading:
    """Give what a report of a call of this type is shown with."""
    kind = coaching().call_types[call_type]
    return Reading(
        name=name,
        call_type=kind.title,
        band=(kind.low, kind.high),
        hints=tuple(most_useful(report.cues)),
        titles={id: technique.title for id, technique in coaching().techniques.items()},
    )


def export_journal(
    journal: "Journal", folder: Path, progress: Callable[[float, float | None], None]
) -> list[Path]:
    """Write everything in the journal into `folder`, not encrypted, and give the files, the page last.

    `progress` gets the rows done and of how many. Raises KnownError where they can't be written.
    """
    from app.storage import calls, export, follow_ups, reflections

    def page(db: "Database") -> list[str]:
        shown = journal_page.Shown(
            made_at=datetime.now().astimezone(),
            calls=calls.find(db, limit=_ALL),
            reflections=reflections.recent(db, _ALL),
            follow_ups=follow_ups.all(db),
            call_types={id: kind.title for id, kind in coaching().call_types.items()},
            techniques={id: technique.title for id, technique in coaching().techniques.items()},
        )
        return [journal_page.html(shown)]

    return export.export(journal, folder, progress, page)


def _start(source: LiveSource, choices: LiveChoices, warn: Callable[[str], None]) -> LiveCall:
    call_type = _call_type(choices.call_type)
    choice = _model(choices.engine, choices.model, warn)
    recognition = Recognition(worker.run, choice, wait=False) if choice else None
    try:
        call = LiveCall(source, _pipeline(call_type, recognition, customer=source.channels == 2), recognition)
    except BaseException:
        if recognition:
            recognition.close()
        raise
    call.start()
    return call


def _call_type(id: str) -> CallType:
    types = coaching().call_types
    if id not in types:
        raise KnownError(f'There is no call type "{id}"; choose one of {", ".join(types)}.')
    return types[id]


def _pipeline(call_type: CallType, recognition: Recognition | None, *, customer: bool) -> Pipeline:
    content = coaching()
    phrases = PhraseBook(content.lists_for(call_type.id), content.numbers, content.pieces)
    return Pipeline(content, call_type.id, phrases, recognition, customer=customer)


def _model(engine: str, model: str | None, warn: Callable[[str], None]) -> models.ModelChoice | None:
    choice = models.choose(engine, model, paths.model_folders())
    if choice is None and engine == "auto":
        warn(models.NOTHING_INSTALLED)
    return choice


def _recognition(choices: ReviewChoices, warn: Callable[[str], None]) -> Recognition | None:
    """Start the recogniser; what was asked for by name must work, "auto" may do without."""
    by_name = choices.engine != "auto" or choices.model is not None
    choice = _model(choices.engine, choices.model, warn)
    if choice is None:
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
