"""Calls for the timeline to draw: one with everything in it, one of three hours, and how they sound."""

from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from app.domain.journal import MarkedMoment
from app.domain.loudness import LoudnessFold
from app.domain.report import Measures, Report, Source
from app.domain.timeline import RATE, Cue, Gap, Overlap, Speaker, Spurt, Stretch, samples
from app.report.words import LABELS
from app.ui.review.shown import Shown
from tests.unit.report.reports import example

BIN = samples(0.01)
MARKS = (MarkedMoment(samples(73.0), "here I should have let them finish"), MarkedMoment(samples(126.0)))


@dataclass
class Sound:
    """A sound made of a report's spurts, asked as app.session.waveform.Waveform is."""

    report: Report
    reached: int = 0
    done: bool = True
    failure: str | None = None

    def __post_init__(self) -> None:
        length = samples(self.report.source.duration_s)
        self.reached = self.reached or length
        count = length // BIN + 1
        rng = np.random.default_rng(7)
        self._zooms: dict[Speaker, list[NDArray[np.uint8]]] = {}
        for who in Speaker:
            level = rng.uniform(2, 9, count)
            for spurt in self.report.spurts:
                if spurt.speaker is who and spurt.end - spurt.start > BIN:
                    here = slice(spurt.start // BIN, min(count, spurt.end // BIN))
                    level[here] = np.maximum(level[here], _voice(rng, here.stop - here.start))
            bins = np.clip(level, 0, 255).astype(np.uint8)
            self._zooms[who] = [bins]
            while len(self._zooms[who][-1]) > 4:
                self._zooms[who].append(
                    np.maximum.reduceat(bins := self._zooms[who][-1], np.arange(0, len(bins), 4))
                )

    def columns(self, speaker: Speaker, start: int, end: int, count: int) -> NDArray[np.uint8]:
        edges = start + (end - start) * np.arange(count + 1) / count
        zoom, size = 0, BIN
        while zoom + 1 < len(self._zooms[speaker]) and size * 16 <= (end - start) / count:
            zoom, size = zoom + 1, size * 4
        bins = self._zooms[speaker][zoom]
        first = np.clip(np.floor(edges[:-1] / size), 0, len(bins) - 1).astype(int)
        last = np.clip(np.ceil(edges[1:] / size), 1, len(bins)).astype(int)
        found = np.zeros(count, np.uint8)
        for offset in range(int((last - first).max())):
            found = np.maximum(found, bins[np.minimum(first + offset, last - 1)])
        found[edges[:-1] > self.reached] = 0
        return found

    def loudness(self, speaker: Speaker, spurts: tuple[Spurt, ...]) -> list[tuple[int, float]]:
        rng, usual, found = Random(3), LoudnessFold(), []
        for spurt in spurts:
            swell = rng.uniform(-3, 5)
            for t in range(spurt.start, min(spurt.end, self.reached), RATE // 4):
                found.append((t, usual.feed(-26 + swell + rng.uniform(-2, 2))))
        return found


def _voice(rng: np.random.Generator, count: int) -> NDArray[np.float64]:
    """Give the envelope (0..255) of so many bins of speech: syllables of 0.1 to 0.3 s in phrases."""
    level = np.zeros(count)
    at = 0
    while at < count:
        long = int(rng.integers(9, 30))
        loud = 150 * rng.uniform(0.35, 1.0) * (0.75 + 0.25 * np.sin(at / 90))
        shape = np.sin(np.linspace(0.15, 3.0, long)) ** 0.7 * loud * rng.uniform(0.85, 1.05, long)
        level[at : at + long] = shape[: count - at]
        at += (
            long
            + int(rng.integers(0, 5)) * (rng.random() < 0.4)
            + int(rng.integers(8, 22)) * (rng.random() < 0.06)
        )
    return level


def everything() -> Report:
    """Give the example with a heated stretch, what was not heard, a pause and overlaps of every label."""
    told = example()
    more = [
        Overlap(
            Speaker.CUSTOMER, samples(16.5), samples(16.9), "cooperative_overlap", "A brief overlap of 0.4 s."
        ),
        Overlap(
            Speaker.AGENT,
            samples(28.0),
            samples(29.6),
            "interruption_failed",
            "The agent spoke, and gave way.",
        ),
        Overlap(
            Speaker.AGENT,
            samples(82.0),
            samples(85.4),
            "competitive_overlap",
            "Both kept speaking for 3.4 s.",
        ),
        Overlap(
            Speaker.CUSTOMER, samples(119.0), samples(119.2), "simultaneous_start", "Both began within 0.1 s."
        ),
    ]
    spurts = [
        *told.spurts,
        Spurt(Speaker.CUSTOMER, samples(16.5), samples(16.9)),
        Spurt(Speaker.AGENT, samples(28.0), samples(29.6)),
        Spurt(Speaker.AGENT, samples(82.0), samples(85.4)),
    ]
    return replace(
        told,
        spurts=tuple(sorted(spurts, key=lambda spurt: spurt.start)),
        overlaps=tuple(sorted((*told.overlaps, *more), key=lambda overlap: overlap.start)),
        heated=(Stretch(samples(58.0), samples(92.0)),),
        gaps=(
            Gap("customer", samples(104.0), samples(106.8), "The customer's input was lost."),
            Gap("call", samples(141.0), samples(141.5), "paused for 20 s"),
            Gap("transcript", samples(20.0), samples(23.0), "The recogniser was restarted."),
        ),
    )


def shown(report: Report | None = None, **changes: object) -> Shown:
    """Give a finished call to show."""
    report = report if report is not None else everything()
    length = samples(report.source.duration_s)
    return replace(Shown("parcel-call.flac", "complaint", report, length, length), **changes)  # type: ignore[arg-type]


def marked(report: Report | None = None, **changes: object) -> Shown:
    """Give a finished call with marks, and the user's own labels: one that is right, and one that is not."""
    found = shown(report)
    labels = {place: overlap.label for place, overlap in enumerate(found.report.overlaps)}
    wrong = next(place for place, label in labels.items() if label == "interruption_success")
    right = next(place for place, label in labels.items() if label == "backchannel")
    own = {wrong: "cooperative_overlap", right: "backchannel"}
    return replace(found, **{"marks": MARKS, "labels": own, **changes})  # type: ignore[arg-type]


def mono() -> Shown:
    """Give a call of which only one channel is there."""
    told = everything()
    own = tuple(spurt for spurt in told.spurts if spurt.speaker is Speaker.AGENT)
    measures = Measures(agent_talk_s=78.3, talk_share=0.5)
    return shown(
        replace(told, separation="mic-only", measures=measures, spurts=own, overlaps=(), heated=(), gaps=())
    )


def until(t: int) -> Shown:
    """Give a call that is still reviewed, as far as `t`."""
    whole = shown()
    told = whole.report
    so_far = replace(
        told,
        spurts=tuple(each for each in told.spurts if each.end <= t),
        overlaps=tuple(each for each in told.overlaps if each.end <= t),
        cues=tuple(each for each in told.cues if each.t <= t),
        heated=(),
        gaps=(),
    )
    return replace(whole, report=so_far, until=t, done=False)


def long_call(hours: float = 3.0) -> Shown:
    """Give a call with 2,000 spurts an hour, a quarter into the other's speech, and a hint a minute."""
    rng, t, length = Random(5), 0.0, hours * 3600
    spurts: list[Spurt] = []
    overlaps: list[Overlap] = []
    who = Speaker.AGENT
    while t < length - 12:
        long = rng.uniform(0.6, 2.9)
        spurts.append(Spurt(who, samples(t), samples(t + long)))
        end = t + long
        if rng.random() < 0.25:
            t = end - rng.uniform(0.15, 0.5)
            by = who.other
            overlaps.append(
                Overlap(by, samples(t), samples(end), rng.choice(list(LABELS)), "Because of the rules.")
            )
        else:
            t = end + (rng.uniform(3.1, 8) if rng.random() < 0.02 else rng.uniform(0.05, 0.5))
        who = who.other if rng.random() < 0.8 else who
        t = max(t, max((each.end / RATE for each in spurts[-3:] if each.speaker is who), default=0) + 0.31)
    cues = tuple(
        Cue(samples(at), "paraphrase", rng.choice(["praise", "nudge", "offer"]), "Say it back.", "")
        for at in range(30, int(length), 60)
    )
    report = replace(
        example(),
        source=Source("recording", length, 16_000, 2),
        spurts=tuple(spurts),
        overlaps=tuple(overlaps),
        cues=cues,
        transcript=(),
        heated=tuple(Stretch(samples(at), samples(at + 80)) for at in range(900, int(length) - 100, 1500)),
    )
    marks = tuple(MarkedMoment(samples(at), "look at this again") for at in range(400, int(length), 1100))
    return shown(report, marks=marks)
