"""How near the talk ratio and the interruptions come to the truth, over the shared timelines in many voices.

Run it alone with `python -m tests.bench.accuracy`: about ten minutes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from app.audio.source import Block
from app.content import load_coaching
from app.domain.overlaps import INTERRUPTIONS
from app.domain.spurts import Activity
from app.domain.talk import TalkFold
from app.domain.timeline import RATE, Overlap, Speaker, samples, seconds
from app.session.pipeline import Pipeline
from app.speech.phrases import PhraseBook
from tests.bench.results import Result
from tests.voiced.calls import Timeline, voice
from tests.voiced.truth import f1, spurts

ROOT = Path(__file__).parents[2]
CALLS = {path.stem: Timeline.load(path) for path in sorted((ROOT / "tests/data/calls").glob("*.json"))}

PAIRS = (
    ("flite:rms", "flite:slt"),
    ("flite:awb", "festival:cmu_us_slt_arctic_hts"),
    ("flite:slt", "flite:kal16"),
    ("espeak:en-us+m3", "espeak:en-us+f3"),
    ("festival:kal_diphone", "flite:awb"),
    ("espeak:en-gb+f2", "flite:rms"),
)
"""The voices of agent and customer."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How a call sounds, and the bars it is held to (DESIGN 10)."""

    name: str
    sound: dict[str, Any]
    ratio: float
    f1: float | None
    may_be_unknown: bool = False


QUIET = Condition("quiet, noise at -50 dBFS", {"noise_dbfs": -50}, 0.01, 0.95)
NOISY = Condition("noise at -37 dBFS", {"noise_dbfs": -37}, 0.02, 0.90)
BLEED = Condition("customer in the microphone at -10 dB", {"bleed_db": -10}, 0.02, 0.90)
BLEED_ROOM = Condition(
    "the same through a room, 0.2 s late", {"bleed_db": -10, "room": True, "bleed_lag_s": 0.2}, 0.02, 0.90
)
LOUD = Condition("customer in the microphone at -3 dB", {"bleed_db": -3}, 0.05, None, may_be_unknown=True)
LOUD_ROOM = Condition(
    "the same through a room, 0.1 s late",
    {"bleed_db": -3, "room": True, "bleed_lag_s": 0.1},
    0.05,
    None,
    may_be_unknown=True,
)
CONDITIONS = (QUIET, NOISY, BLEED, BLEED_ROOM, LOUD, LOUD_ROOM)

Moments = list[tuple[Speaker, float]]


@dataclass(frozen=True, slots=True)
class Heard:
    """What one call came out as; `error` is the talk ratio less the true one, None where it is unknown."""

    call: str
    voices: tuple[str, str]
    separation: str
    error: float | None
    found: Moments
    truth: Moments
    """Who cut in, and at which second of the call."""


def hear(call: str, voices: tuple[str, str], condition: Condition) -> Heard:
    """Voice a shared timeline, play it through the pipeline without a recogniser, and compare."""
    voiced = voice(CALLS[call], *voices, **condition.sound)
    pcm = (np.clip(voiced.sound, -1, 1) * 32767).astype(np.int16)
    coaching = load_coaching(ROOT / "resources" / "content")
    book = PhraseBook(coaching.lists_for("general"), coaching.numbers, coaching.pieces)
    pipeline = Pipeline(coaching, "general", book, None, customer=True)
    for at in range(0, len(pcm), RATE // 2):
        block = pcm[at : at + RATE // 2]
        pipeline.hear(Block(at, block[:, 0].copy(), block[:, 1].copy()))
    pipeline.finish()
    ratio, (true_ratio, truth) = pipeline.measures().talk_ratio, talk_of(voiced.truth)
    error = None if ratio is None else ratio - true_ratio
    return Heard(call, voices, pipeline.separation, error, _cut_ins(pipeline.overlaps), truth)


def talk_of(timeline: Timeline) -> tuple[float, Moments]:
    """Give the true talk ratio and interruptions of a timeline: its spurts by the same definitions."""
    runs = {
        who: [(spurt.start, spurt.end) for spurt in spurts(timeline) if spurt.speaker is who]
        for who in Speaker
    }
    fold = TalkFold()
    activity = Activity(samples(timeline.duration), runs[Speaker.AGENT], runs[Speaker.CUSTOMER])
    overlaps = [*fold.feed(activity).overlaps, *fold.finish().overlaps]
    ratio = fold.measures().talk_ratio
    assert ratio is not None
    return ratio, _cut_ins(overlaps)


def pooled_f1(calls: Iterable[Heard]) -> float:
    """Give the F1 of all calls' interruptions together."""
    apart = 10_000.0  # seconds, so that no interruption meets one of another call
    found: Moments = []
    truth: Moments = []
    for number, call in enumerate(calls):
        found += [(who, t + number * apart) for who, t in call.found]
        truth += [(who, t + number * apart) for who, t in call.truth]
    return f1(found, truth)


def measure(condition: Condition) -> list[Result]:
    """Hear every call in every pair of voices and give the rows of the table."""
    calls = [hear(call, voices, condition) for call in CALLS for voices in PAIRS]
    errors = [abs(call.error) for call in calls if call.error is not None]
    unknown = len(calls) - len(errors)
    largest, mean = max(errors, default=0.0), sum(errors) / max(len(errors), 1)
    measured = f"largest {largest:.4f}, mean {mean:.4f}" + (f", unknown in {unknown}" if unknown else "")
    bar = f"<= {condition.ratio}" + (" or unknown with a reason" if condition.may_be_unknown else "")
    ok = largest <= condition.ratio and (condition.may_be_unknown or not unknown)
    rows = [Result(f"talk ratio's error, {condition.name}", bar, measured, ok)]
    score = pooled_f1(calls)
    met = None if condition.f1 is None else score >= condition.f1
    bar = "none" if condition.f1 is None else f">= {condition.f1:.2f}"
    truths = sum(len(call.truth) for call in calls)
    rows.append(
        Result(f"interruptions' F1, {condition.name}", bar, f"{score:.3f} over {truths} true ones", met)
    )
    return rows


def _cut_ins(overlaps: Iterable[Overlap]) -> Moments:
    return [(each.by, seconds(each.start)) for each in overlaps if each.label in INTERRUPTIONS]


def run() -> list[Result]:
    """Measure every condition."""
    return [row for condition in CONDITIONS for row in measure(condition)]


if __name__ == "__main__":
    for each in CONDITIONS:
        for row in measure(each):
            print(row.line(), flush=True)
