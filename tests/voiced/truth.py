"""The truth of a timeline: its spurts, its talk ratio, and how well found moments match true ones."""

from collections.abc import Iterable

from app.domain.timeline import Speaker, Spurt, samples
from tests.voiced.calls import Timeline

BRIDGE_S = 0.30
"""A speaker's gap up to this is inside one spurt."""

SHORTEST_S = 0.12
"""A shorter spurt is dropped."""


def spurts(timeline: Timeline) -> tuple[Spurt, ...]:
    """Give both sides' spurts in order of start: gaps <= 0.30 s bridged, then spurts < 0.12 s dropped."""
    found: list[Spurt] = []
    for who in Speaker:
        own: list[Spurt] = []
        for turn in (t for t in timeline.turns if t.role is who):
            start, end = samples(turn.start), samples(turn.end)
            if own and start - own[-1].end <= samples(BRIDGE_S):
                last = own.pop()
                own.append(Spurt(who, last.start, max(last.end, end)))
            else:
                own.append(Spurt(who, start, end))
        found += [s for s in own if s.end - s.start >= samples(SHORTEST_S)]
    return tuple(sorted(found, key=lambda s: (s.start, s.speaker)))


def talk_ratio(timeline: Timeline) -> float | None:
    """Give the agent's speech over both sides' speech (0..1), None when nobody speaks."""
    total = {who: sum(s.end - s.start for s in spurts(timeline) if s.speaker is who) for who in Speaker}
    both = sum(total.values())
    return total[Speaker.AGENT] / both if both else None


def f1(
    found: Iterable[tuple[Speaker, float]], truth: Iterable[tuple[Speaker, float]], tolerance_s: float = 0.5
) -> float:
    """Give the F1 (0..1) of found (speaker, start in seconds) against true ones; 1 when both are empty.

    Pairs of one speaker within `tolerance_s` are matched one to one, the nearest first.
    """
    found, truth = list(found), list(truth)
    near = sorted(
        (abs(f[1] - t[1]), i, j)
        for i, f in enumerate(found)
        for j, t in enumerate(truth)
        if f[0] == t[0] and abs(f[1] - t[1]) <= tolerance_s
    )
    matched_found: set[int] = set()
    matched_truth: set[int] = set()
    for _, i, j in near:
        if i not in matched_found and j not in matched_truth:
            matched_found.add(i)
            matched_truth.add(j)
    total = len(found) + len(truth)
    return 2 * len(matched_found) / total if total else 1.0
