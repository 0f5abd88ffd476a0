"""Where nobody spoke: the stretches that the measures count as non-talk (app.domain.floor)."""

from collections.abc import Iterable

from app.domain.floor import NON_TALK
from app.domain.timeline import Spurt, Stretch


def non_talk(spurts: Iterable[Spurt], end: int) -> tuple[Stretch, ...]:
    """Give where both sides were silent for longer than NON_TALK, in a call of `end` samples.

    `spurts` are those of both sides, in any order; from one side alone there is no telling. As many, and as
    long together, as a report's `non_talk_count` and `non_talk_s`.
    """
    found = []
    silent_since = 0
    for spurt in sorted(spurts, key=lambda each: each.start):
        if spurt.start - silent_since > NON_TALK:
            found.append(Stretch(silent_since, spurt.start))
        silent_since = max(silent_since, spurt.end)
    if end - silent_since > NON_TALK:
        found.append(Stretch(silent_since, end))
    return tuple(found)
