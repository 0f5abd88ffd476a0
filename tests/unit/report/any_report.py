"""Hypothesis strategies: any report that a call, however odd, may end in."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from app.domain.report import Engine, Measures, Report, Source
from app.domain.timeline import RATE, Cue, Gap, Overlap, Speaker, Spurt, Utterance
from app.report.reading import Reading
from app.report.words import CHANNELS, KINDS, LABELS

# A whole report takes a while to draw and to print, and a busy machine is no fault of it.
some_calls = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

speakers = st.sampled_from(Speaker)
ids = st.from_regex(r"[a-z]{1,12}(-[a-z]{1,8}){0,2}", fullmatch=True)
sentences = st.text(min_size=1, max_size=200)
lengths = st.none() | st.floats(0, 30_000)
counts = st.none() | st.integers(0, 5000)
shares = st.floats(0, 1)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    duration_s = draw(st.sampled_from([0.0, 0.4, 7.0, 161.0, 3 * 3600.0]) | st.floats(0, 30_000))
    separation = draw(st.sampled_from(["separate", "bleed", "inseparable", "mic-only"]))
    blind = separation in ("inseparable", "mic-only")
    engine = draw(st.none() | st.builds(Engine, st.sampled_from(["vosk", "moonshine"]), sentences))
    last = int(duration_s * RATE)

    def stretch() -> tuple[int, int]:
        one, other = draw(st.integers(0, last)), draw(st.integers(0, last))
        return min(one, other), max(one, other)

    def some(most: int = 8) -> range:
        return range(draw(st.integers(0, most)))

    def unless(unknown: bool, values: st.SearchStrategy[float | None]) -> float | None:
        return None if unknown else draw(values)

    labels = st.sampled_from(sorted(LABELS))
    return Report(
        Source(draw(st.sampled_from(["recording", "live"])), duration_s, draw(st.integers(8000, 192_000)), 2),
        engine,
        separation,
        draw(sentences) if blind else draw(st.none() | sentences),
        Measures(
            talk_ratio=unless(blind, st.none() | shares),
            talk_share=draw(st.none() | shares),
            agent_talk_s=draw(st.floats(0, 30_000)),
            customer_talk_s=unless(blind, lengths),
            overlap_s=draw(lengths),
            non_talk_s=draw(lengths),
            non_talk_count=draw(counts),
            longest_monologue_s=draw(lengths),
            patience_s=draw(st.none() | st.floats(0, 10)),
            turns=draw(counts),
            interruptions_agent=unless(blind, counts),
            interruptions_customer=unless(blind, counts),
            pace_wpm=unless(engine is None, st.none() | st.floats(0, 400)),
            fillers_per_min=unless(engine is None, st.none() | st.floats(0, 60)),
            questions_open=unless(engine is None, counts),
            questions_closed=unless(engine is None, counts),
        ),
        tuple(Spurt(draw(speakers), *stretch()) for _ in some(20)),
        ()
        if blind
        else tuple(Overlap(draw(speakers), *stretch(), draw(labels), draw(sentences)) for _ in some(14)),
        ()
        if engine is None
        else tuple(Utterance(draw(speakers), *stretch(), draw(st.text())) for _ in some()),
        tuple(
            Cue(
                stretch()[0],
                draw(ids),
                draw(st.sampled_from(sorted(KINDS))),
                draw(sentences),
                draw(st.text()),
            )
            for _ in some()
        ),
        tuple(Gap(draw(st.sampled_from(sorted(CHANNELS))), *stretch(), draw(sentences)) for _ in some(3)),
    )


@st.composite
def readings(draw: st.DrawFn, report: Report) -> Reading:
    limits = sorted(draw(st.tuples(shares, shares)))
    return Reading(draw(sentences), draw(sentences), (limits[0], limits[1]), report.cues[:3])
