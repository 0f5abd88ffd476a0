"""How the Reflect page speaks of calls and reflections."""

from collections.abc import Mapping
from datetime import date

from app.domain.journal import Call, Reflection
from app.domain.techniques import CallType
from app.language import marked, tr
from app.report import words
from app.ui.follow_ups.words import day

ELSEWHERE = marked("A call elsewhere")
"""What a call is called that the journal does not have."""

_LONG = 90
"""Letters of a text that are shown of it in a list."""


def about(call: Call | None, types: Mapping[str, CallType]) -> str:
    """Name a call in a line: its name, kind and length."""
    if call is None:
        return tr(ELSEWHERE)
    kind = types.get(call.call_type)
    told = [words.named(call), kind.title if kind else "", words.clock(call.source.duration_s)]
    return " · ".join(filter(None, told))


def listed(reflection: Reflection, call: Call | None, today: date) -> str:
    """Name a reflection in a list: its call, or its day."""
    if call is not None:
        return words.named(call)
    return f"{tr(ELSEWHERE)}, {day(reflection.begun_at.astimezone().date(), today)}"


def gist(reflection: Reflection) -> str:
    """Give what a reflection says in short: its moods and the first of its texts."""
    moods = [
        words.MOODS[mood] for mood in (reflection.mood_before, reflection.mood_after) if mood is not None
    ]
    texts = (reflection.went_well, reflection.next_time, reflection.note, reflection.cause)
    first = next((" ".join(words.plain(text).split()) for text in texts if text.strip()), "")
    if len(first) > _LONG:
        first = f"{first[:_LONG].rsplit(' ', 1)[0]} …"
    mood = tr("Mood {mood}", mood=moods[0]) if moods else ""
    if len(set(moods)) > 1:
        mood = tr("Mood {before} to {after}", before=moods[0], after=moods[1])
    return " · ".join(filter(None, (mood, first))) or tr("Nothing written yet")
