"""The one place where the parts are put together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app import paths, policy
from app.audio.practice import PracticeSource
from app.audio.recording import RecordingSource
from app.audio.source import AudioSource, LiveSource
from app.content import load_coaching
from app.crash import write_report
from app.domain.cues import most_useful
from app.domain.report import Report
from app.domain.techniques import Coaching
from app.domain.timeline import seconds
from app.errors import KnownError
from app.language import marked, tr
from app.own_coaching import adjusted
from app.report import journal_page
from app.report.reading import Reading
from app.session.live import LiveCall
from app.session.live_source import LiveInputs
from app.session.measuring import LENGTH_S, measure
from app.session.model_work import ModelWork, Work
from app.session.pipeline import Pipeline
from app.session.recognition import Recognition
from app.session.review import review
from app.session.review_run import ReviewRun
from app.session.telling import Channel, Telling
from app.settings import DEFAULTS, Settings
from app.speech import catalogue, models, worker
from app.speech.languages import ENGLISH, named
from app.speech.phrases import PhraseBook
from app.speech.store import Store

if TYPE_CHECKING:  # the database comes with these
    from app.storage.cipher import Database
    from app.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class ReviewChoices:
    """What the user chose for a review, in the command line's own words; `own` changes the coaching.

    `language` is what is spoken (ISO 639-1), None for that of `own`.
    """

    agent: Literal["left", "right"] = "left"
    call_type: str = "general"
    engine: str = "auto"
    model: str | None = None
    own: Settings = DEFAULTS
    language: str | None = None


@dataclass(frozen=True, slots=True)
class LiveChoices:
    """What to hear a call with: devices as `devices` prints them, None for what suits this computer.

    `customer` is "none" for the agent's side alone; `own` changes the coaching; `language` is what is spoken
    (ISO 639-1), None for that of `own`.
    """

    agent: str | None = None
    customer: str | None = None
    call_type: str = "general"
    engine: str = "auto"
    model: str | None = None
    own: Settings = DEFAULTS
    language: str | None = None


_TIMING_HINTS_ONLY = marked(
    "Hints that rest on words, fillers and questions are known in English only, so in {language} only hints "
    "that rest on timing are given; everything else is measured and written down as usual."
)
_ALL = 2**31
"""More than there is of anything in a journal."""

SAMPLE = "complaint"
"""The type of the sample call."""


@cache
def _content() -> Coaching:
    return load_coaching(paths.resources_folder() / "content")


def coaching(own: Settings = DEFAULTS) -> Coaching:
    """Give the coaching with what these settings change of it, else as it is shipped.

    Raises KnownError where a file of the content is at fault.
    """
    return adjusted(_content(), own)


def sample_call() -> Path:
    """Give the recording that comes with the product: a tough complaint."""
    return paths.resources_folder() / "sample_call" / "complaint.flac"


def model_store() -> Store:
    """Give the store of speech models with its catalogue, which lies beside the models of everybody.

    Raises KnownError where the catalogue is at fault.
    """
    folders = paths.model_folders()
    return Store(folders, catalogue.load(folders[0] / "catalogue.toml"))


def model_work(work: Work) -> ModelWork:
    """Begin a piece of work on speech models in a process of its own, to be watched; close it."""
    return ModelWork(work, paths.crash_folder())


def measurement(choices: LiveChoices) -> Work | None:
    """Give what measures the recogniser of these choices with the sample call (app.session.measuring.Cost).

    None where nothing would be put into words. Raises KnownError as a call would.
    """
    choice, _ = _choose(choices)
    return None if choice is None else partial(measure, choice, sample_call(), LENGTH_S)


def check(choices: ReviewChoices | LiveChoices, recording: Path | None = None) -> None:
    """Raise KnownError for what the user can mend of this, without hearing anything."""
    _check_call_type(choices.call_type)
    _choose(choices)
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
    with RecordingSource(path, choices.agent) as source, _heard_with(source, choices, warn) as parts:
        report = review(
            source,
            *parts,
            lambda heard, _: progress(seconds(heard), source.duration_s),
            _refused(choices, warn),
        )
    return report, reading(report, path.name, choices.call_type, coaching(choices.own))


def review_run(path: Path, choices: ReviewChoices) -> ReviewRun:
    """Start to review a recording in a process of its own, to be watched; close it.

    What the user can mend (the file, the call type, the engine or the model) is the run's `failure`.
    """
    return ReviewRun(path, _review_apart, path, choices)


def live_call(choices: LiveChoices, warn: Callable[[str], None]) -> LiveCall:
    """Start to hear a call from this computer's inputs; `warn` gets what is left out and why.

    Raises KnownError for what the user can mend: the call type, a device's name, the engine or the model.
    """
    source = LiveInputs(choices.agent, choices.customer)
    return _start(source, choices, warn)


def practice_call(speed: float, warn: Callable[[str], None], own: Settings = DEFAULTS) -> LiveCall:
    """Start the sample call as if it were live, `speed` times as fast as it was spoken; `own` coaches."""
    source = PracticeSource(RecordingSource(sample_call()), speed)
    return _start(source, LiveChoices(call_type=SAMPLE, own=own, language=ENGLISH), warn)


def reading(report: Report, name: str, call_type: str, coaching: Coaching) -> Reading:
    """Give what a report of a call of this type is shown with, by the coaching of now."""
    kind = coaching.call_types[call_type]
    return Reading(
        name=name,
        call_type=kind.title,
        band=(kind.low, kind.high),
        hints=tuple(most_useful(report.cues)),
        titles={id: technique.title for id, technique in coaching.techniques.items()},
    )


def export_journal(
    journal: "Journal", folder: Path, progress: Callable[[float, float | None], None]
) -> list[Path]:
    """Write everything in the journal into `folder`, not encrypted, and give the files, the page last.

    `progress` gets the rows done and of how many. Raises KnownError where they can't be written, or the
    organisation has switched exports off.
    """
    policy.current().check_export()
    from app.storage import calls, export, follow_ups, reflections, rephrasings

    def page(db: "Database") -> list[str]:
        shown = journal_page.Shown(
            made_at=datetime.now().astimezone(),
            calls=calls.find(db, limit=_ALL),
            reflections=reflections.recent(db, _ALL),
            follow_ups=follow_ups.all(db),
            rephrasings=rephrasings.find(db, limit=_ALL),
            call_types={id: kind.title for id, kind in _content().call_types.items()},
            techniques={id: technique.title for id, technique in _content().techniques.items()},
        )
        return [journal_page.html(shown)]

    return export.export(journal, folder, progress, page)


def _review_apart(channel: Channel, path: Path, choices: ReviewChoices) -> None:
    """Review a recording in the process of a ReviewRun, and tell of it through `channel`."""
    try:
        with RecordingSource(path, choices.agent) as source:
            telling = Telling(channel, source)
            with _heard_with(source, choices, channel.send) as (pipeline, recognition):
                telling.begin(pipeline, recognition)
                refused = _refused(choices, channel.send)
                telling.end(review(source, pipeline, recognition, telling.heard, refused))
    except KnownError as known:
        channel.send(known)
    except ConnectionError:
        return  # nobody is there any more
    except Exception as bug:
        with suppress(OSError):
            write_report(bug, paths.crash_folder())
        raise


@contextmanager
def _heard_with(
    source: AudioSource, choices: ReviewChoices, warn: Callable[[str], None]
) -> Iterator[tuple[Pipeline, Recognition | None]]:
    """Give what hears a recording; its recogniser begins to load, and is ended at last."""
    _check_call_type(choices.call_type)
    choice, own = _model(choices, warn)
    recognition = Recognition(worker.run, choice, wait=True) if choice else None
    try:
        yield _pipeline(own, choices.call_type, recognition, customer=source.channels == 2), recognition
    finally:
        if recognition:
            recognition.close()


def _start(source: LiveSource, choices: LiveChoices, warn: Callable[[str], None]) -> LiveCall:
    _check_call_type(choices.call_type)
    choice, own = _model(choices, warn)
    recognition = Recognition(worker.run, choice, wait=False) if choice else None
    try:
        pipeline = _pipeline(own, choices.call_type, recognition, customer=source.channels == 2)
        call = LiveCall(source, pipeline, recognition)
    except BaseException:
        if recognition:
            recognition.close()
        raise
    call.start()
    return call


def _check_call_type(id: str) -> None:
    types = _content().call_types
    if id not in types:
        raise KnownError(
            tr('There is no call type "{id}"; choose one of {list}.', id=id, list=", ".join(types))
        )


def _pipeline(
    coaching: Coaching, call_type: str, recognition: Recognition | None, *, customer: bool
) -> Pipeline:
    phrases = PhraseBook(coaching.lists_for(call_type), coaching.numbers, coaching.pieces)
    return Pipeline(coaching, call_type, phrases, recognition, customer=customer)


def _choose(choices: ReviewChoices | LiveChoices) -> tuple[models.ModelChoice | None, list[KnownError]]:
    """Give what to recognise with, and what "auto" passed over. Raises KnownError for what was asked for."""
    refusals: list[KnownError] = []
    language = choices.language or choices.own.language
    folders = paths.model_folders()
    return models.choose(choices.engine, choices.model, folders, language, refusals.append), refusals


def _model(
    choices: ReviewChoices | LiveChoices, warn: Callable[[str], None]
) -> tuple[models.ModelChoice | None, Coaching]:
    """Give what to recognise with, and the coaching for what it hears: its phrases are English only."""
    (choice, refusals), own = _choose(choices), coaching(choices.own)
    language = choices.language or choices.own.language
    if refusals:  # one at a time: the next may not matter once the first is mended
        warn(_done_without(refusals[0], choice))
    elif choice is None and choices.engine == "auto":
        warn(models.nothing_for(language))
    if choice is None:
        return None, own
    language = models.language_of(choice) or language
    if language != ENGLISH:
        warn(tr(_TIMING_HINTS_ONLY, language=named(language)))
        own = own.without_words()
    return choice, own


def _done_without(refusal: KnownError, choice: models.ModelChoice | None) -> str:
    """Say what can't be used, and what the call is put into words with until then."""
    if choice is None:
        return tr("{error} Only the timing is measured.", error=refusal)
    return tr("{error} Until then {model} is used.", error=refusal, model=choice.model)


def _refused(choices: ReviewChoices, warn: Callable[[str], None]) -> Callable[[KnownError], None]:
    """Give what is done where no model can be loaded: one asked for by name must be, "auto" does without."""

    def refused(error: KnownError) -> None:
        if choices.engine != "auto" or choices.model is not None:
            raise error
        warn(_done_without(error, None))

    return refused
