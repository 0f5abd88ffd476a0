"""A call under review in the journal: kept there, read from there. Functions to be done in its thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.journal import Call, Reflection, Rephrasing
from app.domain.timeline import samples
from app.errors import KnownError
from app.language import marked, tr
from app.report import words
from app.ui.history import record
from app.ui.history.record import Record
from app.ui.review.opened import measured
from app.ui.review.shown import Shown
from app.ui.review.sound import CLOSE_S, check

if TYPE_CHECKING:  # the database comes with it
    from app.domain.agreement import Agreement
    from app.storage.cipher import Database

NOT_THERE = marked(
    "{name} is not where it was any more, so its review could not be kept. Put it back there, then press "
    "Keep it."
)
"""What is said of a recording that went away while it was reviewed."""

LATELY = 12
"""So many calls are listed to be looked at again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A call of the journal as it is shown, and all else that the journal has of it."""

    shown: Shown
    record: Record


def keep(
    db: "Database", shown: Shown, call: Call | None, path: Path, agent: str, *, keep_words: bool
) -> Kept | None:
    """Store a reviewed recording with all that the user wrote into it, and give it as kept.

    Where it is a new review of a `call` that is there, own labels of that stay where `shown` never was that
    call. Raises KnownError where the recording of a new one is gone.
    """
    from app.session import recorded
    from app.storage import calls, rephrasings

    report = measured(shown)
    if call is None:
        try:
            call = recorded.save(db, path, agent, shown.call_type, report, keep_words=keep_words)
        except OSError:
            raise KnownError(tr(NOT_THERE, name=words.plain(path.name))) from None
    else:
        recorded.save_again(db, call, agent, report, keep_words=keep_words)
    if shown.call is not None:
        for place in calls.own_labels(db, call.id).keys() - shown.labels.keys():
            calls.label(db, call.id, place, None)
    for place, label in shown.labels.items():
        calls.label(db, call.id, place, label)
    if keep_words:
        for place in shown.heard:
            calls.correct(db, call.id, place, shown.report.transcript[place].text)
    for mark in shown.marks:
        calls.mark(db, call.id, mark.t, mark.note)
    kept_phrases = {each.id for each in rephrasings.of_call(db, call.id)}
    for each in shown.rephrasings:
        if each.id not in kept_phrases:
            keep_phrase(db, call.id, each)
    kept = read(call.id, db)
    return None if kept is None else replace(kept, shown=with_words(kept.shown, shown))


def read(call_id: int, db: "Database") -> Kept | None:
    """Read a call; None where there is none (any more)."""
    found = record.read_call(call_id, db)
    if found is None:
        return None
    length = samples(found.report.source.duration_s)
    shown = Shown(
        name=words.named(found.call),
        call_type=found.call.call_type,
        report=found.report,
        until=length,
        length=length,
        call=found.call,
        marks=found.marks,
        labels=found.labels,
        heard=found.heard,
        rephrasings=found.rephrasings,
    )
    return Kept(shown, found)


def known(paths: Sequence[Path], db: "Database") -> Mapping[Path, Kept]:
    """Give those of these recordings that the journal has already, unless another one lies there now."""
    from app.storage import calls

    found = {path: calls.of_recording(db, str(path)) for path in paths}
    kept = {path: read(call.id, db) for path, call in found.items() if call and _lies_there(path, call)}
    return {path: each for path, each in kept.items() if each is not None}


def there_already(db: "Database", shown: Shown, path: Path, dropped: int | None) -> Call | None:
    """Give the call of the journal that a reviewed recording is, as it is now; None where there is none.

    That is its own, the one that was `dropped`, which is brought back, or one that came from the same file.
    """
    from app.storage import calls

    if shown.call is not None:
        return calls.get(db, shown.call.id)
    if dropped is not None:
        calls.bring_back(db, dropped)
        if (back := calls.get(db, dropped)) is not None:
            return back
    call = calls.of_recording(db, str(path.absolute()))
    same = call is not None and abs(call.source.duration_s - shown.report.source.duration_s) <= CLOSE_S
    return call if same else None


def _lies_there(path: Path, call: Call) -> bool:
    """Whether a call's recording is what lies at `path` now, or nothing does."""
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if call.ended_at is None or abs((written - call.ended_at).total_seconds()) > CLOSE_S:
            check(path, samples(call.source.duration_s))
    except FileNotFoundError:
        return True
    except (KnownError, OSError):
        return False
    return True


def keep_phrase(db: "Database", call_id: int, phrase: Rephrasing) -> None:
    """Keep a better phrase in the call's reflection, which is begun for it where there is none."""
    from app.storage import reflections, rephrasings
    from app.storage.schema import new_id

    reflection = reflections.of_call(db, call_id)
    if reflection is None:
        reflection = Reflection(new_id(), call_id, datetime.now(UTC))
        reflections.save(db, reflection)
    rephrasings.save(db, replace(phrase, reflection_id=reflection.id))


def drop_phrase(db: "Database", phrase_id: int) -> None:
    """Put a better phrase out of sight."""
    from app.storage import rephrasings

    rephrasings.delete(db, phrase_id)


def bring_phrase_back(db: "Database", phrase_id: int) -> None:
    """Take that back."""
    from app.storage import rephrasings

    rephrasings.bring_back(db, phrase_id)


@dataclass(frozen=True, slots=True)
class Lately:
    """What the start of the page shows: the calls that came last into the journal, and the agreement."""

    calls: tuple[Call, ...]
    agreement: "Agreement"


def lately(db: "Database") -> Lately:
    """Give what the start of the page shows."""
    from app.storage import agreement, calls

    return Lately(tuple(calls.recent(db, LATELY)), agreement.judged(db))


def agreement_rows(db: "Database", ending: str) -> str:
    """Give each own label with the measured one, as a table or (".json") as data for tuning thresholds."""
    from app.storage import agreement

    return "".join(agreement.form(db) if ending == ".json" else agreement.sheet(db))


def with_words(kept: Shown, heard: Shown) -> Shown:
    """Give a call as it is kept with what is known of its lines besides: the times of their words.

    Where nothing of what was said is kept, it is there as long as the page is.
    """
    lines = heard.report.transcript
    if not kept.report.transcript:
        return replace(kept, report=replace(kept.report, transcript=lines), heard=heard.heard)
    known = {(each.speaker, each.start, each.text): each for each in lines}
    merged = tuple(known.get((e.speaker, e.start, e.text), e) for e in kept.report.transcript)
    return replace(kept, report=replace(kept.report, transcript=merged))
