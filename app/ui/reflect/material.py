"""What a reflection needs of the journal, and how it is kept there. Functions to be done in its thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.journal import Call, FollowUp, MarkedMoment, Reflection, Rephrasing
from app.domain.report import Report

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

LAST = 8
"""So many reflections are listed, besides those that are not finished."""


@dataclass(frozen=True, slots=True)
class Material:
    """A reflection to go on with (None: a new one), and all that is known of its call.

    `expected` is the hot button that was expected when the call was prepared; `hot_buttons` and `tags` are
    the user's own so far, the most used first. `rephrasings` are the better phrases that belong to it.
    """

    reflection: Reflection | None = None
    call: Call | None = None
    report: Report | None = None
    marks: tuple[MarkedMoment, ...] = ()
    labels: Mapping[int, str] = field(default_factory=dict)
    follow_ups: tuple[FollowUp, ...] = ()
    expected: str = ""
    hot_buttons: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    rephrasings: tuple[Rephrasing, ...] = ()


@dataclass(frozen=True, slots=True)
class Lately:
    """What the start of the page shows: the last call, what is not finished, and what was written lately.

    `reflected` says whether there is a reflection on the last call; `calls` are those of the reflections.
    """

    call: Call | None = None
    reflected: bool = False
    unfinished: tuple[Reflection, ...] = ()
    finished: tuple[Reflection, ...] = ()
    calls: Mapping[int, Call] = field(default_factory=dict)


def lately(db: "Database") -> Lately:
    """Give what the start of the page shows."""
    from app.storage import calls, reflections

    last = next(iter(calls.recent(db, 1)), None)
    unfinished = tuple(reflections.unfinished(db))
    recent = reflections.recent(db, LAST + len(unfinished))
    finished = tuple(each for each in recent if each.finished_at is not None)[:LAST]
    ids = {each.call_id for each in (*unfinished, *finished) if each.call_id is not None}
    found = {id: call for id in ids if (call := calls.get(db, id)) is not None}
    done = last is not None and reflections.of_call(db, last.id) is not None
    return Lately(last, done, unfinished, finished, found)


def of_call(db: "Database", call_id: int | None) -> Material | None:
    """Give what there is for reflecting on a call, or (None) on one elsewhere; None where it is gone."""
    from app.storage import reflections

    reflection = None if call_id is None else reflections.of_call(db, call_id)
    return _material(db, call_id, reflection)


def of_reflection(db: "Database", reflection_id: int) -> Material | None:
    """Give what there is for going on with a reflection; None where it is gone."""
    from app.storage import reflections

    reflection = reflections.get(db, reflection_id)
    return None if reflection is None else _material(db, reflection.call_id, reflection)


def keep(db: "Database", reflection: Reflection, *, known: bool) -> bool:
    """Write a reflection; False where its call, or itself, is gone meanwhile and nothing was written.

    `known` says that it was written before. A call that is gone by age leaves the reflection without it.
    """
    from app.storage import calls, reflections

    there = reflections.get(db, reflection.id)
    if there is not None:
        reflection = replace(reflection, call_id=there.call_id)
    elif known or (reflection.call_id is not None and calls.get(db, reflection.call_id) is None):
        return False
    reflections.save(db, reflection)
    return True


def finish(db: "Database", reflection: Reflection, at: datetime, *, known: bool, drop_words: bool) -> bool:
    """Write a reflection as it is and note that it is done; as `keep` where it is gone."""
    from app.storage import reflections

    if not keep(db, reflection, known=known):
        return False
    reflections.finish(db, reflection.id, at, drop_words=drop_words)
    return True


def keep_follow_up(db: "Database", follow_up: FollowUp) -> None:
    """Write the text and the day of a follow-up, new, changed or wanted again; not if its call is gone."""
    from app.storage import calls, follow_ups

    if follow_up.call_id is not None and calls.get(db, follow_up.call_id) is None:
        return
    follow_ups.bring_back(db, follow_up.id)
    now = follow_ups.get(db, follow_up.id)
    follow_ups.save(db, replace(now, text=follow_up.text, due=follow_up.due) if now else follow_up)


def _material(db: "Database", call_id: int | None, reflection: Reflection | None) -> Material | None:
    from app.storage import calls, checklists, follow_ups, reflections, rephrasings

    own = tuple(reflections.hot_buttons(db))
    tags = tuple(tag for tag, _ in reflections.tags(db))
    better = tuple(rephrasings.of_reflection(db, reflection.id)) if reflection else ()
    if call_id is None:
        return Material(reflection, hot_buttons=own, tags=tags, rephrasings=better)
    call = calls.get(db, call_id)
    if call is None:
        return None
    run = checklists.run_of(db, call_id)
    return Material(
        reflection,
        call,
        calls.report(db, call_id),
        calls.marks(db, call_id),
        calls.own_labels(db, call_id),
        tuple(follow_ups.of_call(db, call_id)),
        run.hot_button if run else "",
        own,
        tags,
        better,
    )
