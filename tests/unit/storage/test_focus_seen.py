from datetime import date, timedelta

from app.domain.focus import Heard, Seen
from app.domain.journal import Call, CallKind, TechniqueUsed
from app.domain.report import Engine
from app.domain.timeline import Cue
from app.storage import calls, focus, reflections
from app.storage.cipher import Database
from tests.journals import NOON, a_call, a_reflection, its_report

FIRST, SECOND = date(2026, 11, 16), date(2026, 11, 23)
WHOLE = Heard(sides=True, words=True)


def had(db: Database, day: int, *hints: str, **fields: object) -> Call:
    """Save a call on a day of November with such hints: "technique" is a nudge, "praise technique" praise."""
    call = a_call(began_at=NOON.replace(day=day), **{"engine": Engine("moonshine", "tiny"), **fields})
    cues = [hint.rpartition(" ") for hint in hints]
    shown = tuple(
        Cue(place, name, kind or "nudge", "A hint", "") for place, (kind, _, name) in enumerate(cues)
    )
    calls.save(db, call, its_report(call, cues=shown), ())
    return call


def test_a_journal_without_calls_shows_nothing(db: Database) -> None:
    assert focus.seen(db, FIRST) == {}


def test_a_hint_counts_once_a_call_and_praise_does_not(db: Database) -> None:
    had(db, 16, "listen-fully", "listen-fully", "stay-calm", "praise paraphrase")
    had(db, 22, "listen-fully")
    had(db, 23, "praise listen-fully")
    assert focus.seen(db, FIRST) == {
        FIRST: Seen({WHOLE: 2}, {"listen-fully": 2, "stay-calm": 1}),
        SECOND: Seen({WHOLE: 1}),
    }


def test_calls_are_told_apart_by_what_could_be_heard(db: Database) -> None:
    had(db, 16, separation="bleed")
    had(db, 17, separation="mic-only")
    had(db, 18, separation="inseparable", engine=None)
    had(db, 19, engine=None)
    assert focus.seen(db, FIRST)[FIRST].calls == {
        WHOLE: 1,
        Heard(False, True): 1,
        Heard(False, False): 1,
        Heard(True, False): 1,
    }


def test_practice_deleted_running_and_older_calls_do_not_count_nor_what_belongs_to_them(db: Database) -> None:
    used = (TechniqueUsed("paraphrase"),)
    had(db, 15, "listen-fully")
    practice = had(db, 17, "listen-fully", kind=CallKind.PRACTICE)
    deleted = had(db, 17, "listen-fully")
    running = a_call(began_at=NOON, ended_at=None)
    calls.begin(db, running)
    for call in (practice, deleted, running):
        reflections.save(db, a_reflection(call_id=call.id, techniques=used))
    calls.delete(db, deleted.id)
    gone = a_reflection(techniques=used)
    reflections.save(db, gone)
    reflections.delete(db, gone.id)
    assert focus.seen(db, FIRST) == {}
    assert list(focus.seen(db, FIRST - timedelta(days=7))) == [FIRST - timedelta(days=7)]


def test_a_reflection_counts_in_the_week_of_its_call_or_its_own(db: Database) -> None:
    sunday = had(db, 22)
    for day, call_id, technique in ((24, sunday.id, "paraphrase"), (24, None, "respect"), (15, None, "old")):
        used = (TechniqueUsed(technique),)
        written = a_reflection(begun_at=NOON.replace(day=day), call_id=call_id, techniques=used)
        reflections.save(db, written)
    found = focus.seen(db, FIRST)
    assert (found[FIRST].used, found[SECOND].used) == ({"paraphrase": 1}, {"respect": 1})
