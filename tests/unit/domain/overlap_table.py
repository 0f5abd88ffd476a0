"""The table of overlaps as it is written, over the whole call at once: what the streaming fold is held to."""

from collections.abc import Sequence

from app.domain.timeline import Speaker, Spurt, samples

SECOND = samples(1.0)

Labelled = tuple[Speaker, int, int, str]
"""By whom, from and until which sample, and what it is."""


def labelled(spurts: Sequence[Spurt]) -> list[Labelled]:
    """Give every overlap of a call's spurts that is not ignored, in order of time."""
    found = []
    for b in spurts:
        own = [spurt for spurt in spurts if spurt.speaker is b.speaker]
        others = [spurt for spurt in spurts if spurt.speaker is not b.speaker]
        for a in others:
            if a.start < b.start < a.end:
                label = _label(a, b, others, own)
                if label:
                    found.append((b.speaker, b.start, min(a.end, b.end), label))
    return sorted(found, key=lambda each: each[1])


def _label(a: Spurt, b: Spurt, all_a: Sequence[Spurt], all_b: Sequence[Spurt]) -> str | None:
    overlap, length, rest = min(a.end, b.end) - b.start, b.end - b.start, a.end - b.start
    if overlap < samples(0.12):
        return None
    if b.start - a.start < samples(0.30):
        return "simultaneous_start"
    b_alone = _silent(all_b, b.start - SECOND, b.start) and _silent(all_b, b.end, b.end + SECOND)
    a_goes_on = any(spurt.start <= b.end + SECOND and spurt.end >= b.end for spurt in all_a)
    if length <= SECOND and b_alone and a_goes_on:
        return "backchannel"
    if rest <= samples(0.5) and b.end - a.end >= SECOND:
        return "early_response"
    a_gave_way = b.end - a.end >= SECOND and _silent(all_a, a.end, a.end + SECOND)
    if overlap > samples(0.5) and a_gave_way:
        return "interruption_success"
    if overlap > samples(0.5) and a.end - b.end >= SECOND and length > SECOND:
        return "interruption_failed"
    if overlap >= 2 * SECOND:
        return "competitive_overlap"
    return "cooperative_overlap"


def _silent(spurts: Sequence[Spurt], start: int, end: int) -> bool:
    return all(spurt.end <= start or spurt.start >= end for spurt in spurts)
