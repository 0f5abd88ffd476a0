"""The journal as one table for a spreadsheet: a line a call or reflection, with what is written about it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.domain.journal import Call, Reflection
from app.report import words
from app.report.journal_page import Shown

HEADS = (
    *("day", "time", "kind", "type", "name", "purpose", "length_s", "talk_ratio", "talk_share"),
    *("you_cut_in", "customer_cut_in", "longest_stretch_s", "patience_s", "marks"),
    *("mood_before", "mood_after", "hot_button", "went_well", "next_time", "cause", "note"),
    *("tags", "techniques"),
)


def lines(shown: Shown) -> Iterator[tuple[Any, ...]]:
    """Give the heads, then a line for each call and for each reflection on none of them, newest first.

    Ratios are 0..1; what can't be known, or is not there, is None. Of several reflections on one call the
    newest counts.
    """
    yield HEADS
    on: dict[int, Reflection] = {}
    for reflection in reversed(shown.reflections):
        if reflection.call_id is not None:
            on[reflection.call_id] = reflection
    known = {call.id for call in shown.calls}
    alone = [each for each in shown.reflections if each.call_id not in known]
    found: list[tuple[datetime, Call | None, Reflection | None]] = [
        *((call.began_at, call, on.get(call.id)) for call in shown.calls),
        *((each.begun_at, None, each) for each in alone),
    ]
    for at, call, about in sorted(found, key=lambda each: each[0], reverse=True):
        local = at.astimezone(shown.made_at.tzinfo)
        yield (f"{local:%Y-%m-%d}", f"{local:%H:%M}", *_call(shown, call), *_reflection(shown, about))


def _call(shown: Shown, call: Call | None) -> tuple[Any, ...]:
    if call is None:
        return ("reflection", *[None] * 11)
    m = call.measures
    return (
        call.kind.value,
        shown.call_types.get(call.call_type, call.call_type),
        words.plain(call.name),
        words.plain(call.purpose),
        round(call.source.duration_s, 1),
        _rounded(m.talk_ratio),
        _rounded(m.talk_share),
        m.interruptions_agent,
        m.interruptions_customer,
        _rounded(m.longest_monologue_s),
        _rounded(m.patience_s),
        call.marks,
    )


def _reflection(shown: Shown, about: Reflection | None) -> tuple[Any, ...]:
    if about is None:
        return (None,) * 9
    texts = (about.hot_button, about.went_well, about.next_time, about.cause, about.note)
    used = (shown.techniques.get(each.technique, each.technique) for each in about.techniques)
    return (
        about.mood_before,
        about.mood_after,
        *map(words.plain, texts),
        words.plain(", ".join(about.tags)),
        words.plain(", ".join(used)),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
