"""Sheets of paper to show: the example call with all that its user wrote, a long one, one side, no words."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from app.domain.journal import FollowUp, MarkedMoment, Promise, Reflection, Rephrasing, TechniqueUsed
from app.domain.report import Measures, Report, Source
from app.domain.timeline import Cue, Overlap, Speaker, Spurt, Stretch, samples
from app.report.paper import Sheet
from app.report.reading import Reading
from tests import journals
from tests.journals import NOON
from tests.unit.report.reports import example, reading

DAY = date(2026, 11, 18)
LABELS = {0: "cooperative_overlap", 1: "backchannel"}
"""Own labels of the example: the first overlap seen otherwise, the second as measured."""

OVER = "The agent spoke over the customer for 1.7 s and then gave way."
HEARD = {4: "right so the driver scans every purse at the door"}
"""What the example's fifth line had been heard as."""

MARKS = (MarkedMoment(samples(60.8), "here it got loud"), MarkedMoment(samples(107.0)))

REPHRASINGS = (
    Rephrasing(
        id=1,
        reflection_id=1,
        made_at=NOON,
        said="we can't open a case before three working days are over",
        better="I can open the case on Thursday. Until then I will ask the depot myself, today.",
        technique="no-because",
        t=samples(58.0),
    ),
    Rephrasing(
        id=2,
        reflection_id=1,
        made_at=NOON,
        said="that's not possible the first one shows as collected by you",
        better="Mine says it was collected. Tell me how that went.",
        technique="listen-fully",
        t=samples(71.0),
    ),
)

REFLECTION = Reflection(
    id=1,
    call_id=1,
    begun_at=NOON,
    finished_at=NOON,
    mood_before=2,
    mood_after=4,
    hot_button="being told that I lie",
    went_well="I said it back in my own words, and it got quieter at once.",
    next_time="Let them finish before I look at the screen.",
    cause="The three days are nowhere on our page.",
    tags=("parcel", "second time"),
    techniques=(TechniqueUsed("paraphrase"), TechniqueUsed("next-steps")),
)

PROMISES = (
    FollowUp(1, "send a new parcel today", DAY, NOON, state=Promise.DONE),
    FollowUp(2, "call by four about the refund", date(2026, 11, 19), NOON),
)


def sheet(report: Report | None = None, **different: object) -> Sheet:
    """Give the sheet of a call, of the example where none is given; the keywords are fields that differ."""
    report = report or heated()
    plain = Sheet(report, reading(report), DAY, titles=reading(report).titles)
    return replace(plain, **different)  # type: ignore[arg-type]


def heated() -> Report:
    """Give the example with its heated stretch."""
    return replace(example(), heated=(Stretch(samples(61), samples(91)),))


def whole() -> Sheet:
    """Give the example with everything that a user can write to a call."""
    return sheet(
        purpose="find out what happened to the second parcel",
        labels=LABELS,
        marks=MARKS,
        rephrasings=REPHRASINGS,
        reflection=REFLECTION,
        follow_ups=PROMISES,
    )


def long_call(hours: float, cut_ins_s: int = 240) -> Report:
    """Give a call of so many hours, with a cut-in every `cut_ins_s` seconds."""
    end = samples(hours * 3600)
    spurts = tuple(
        Spurt(speaker, t + offset, t + offset + samples(length))
        for t in range(0, end - samples(20), samples(15))
        for speaker, offset, length in (
            (Speaker.AGENT, 0, 3 + t // samples(15) % 4),
            (Speaker.CUSTOMER, samples(6.5), 2 + t // samples(15) % 3),
        )
    )
    overlaps = tuple(
        Overlap(
            Speaker.AGENT if n % 3 else Speaker.CUSTOMER,
            t,
            t + samples(0.6 + n % 5 / 3),
            "interruption_success" if n % 2 else "cooperative_overlap",
            "The agent came in; the customer gave way after a while.",
        )
        for n, t in enumerate(range(samples(30), end, samples(cut_ins_s / 2)))
    )
    cues = tuple(
        Cue(t, id, kind, "Let them finish, then answer.", OVER)
        for t in range(samples(120), end, samples(600))
        for id, kind in (("listen-fully", "nudge"),)
    )
    heats = tuple(Stretch(t, t + samples(90)) for t in range(samples(500), end - samples(100), samples(2400)))
    measures = replace(
        example().measures,
        non_talk_s=42.0,
        non_talk_count=11,
        interruptions_agent=sum(
            each.by is Speaker.AGENT and each.label != "cooperative_overlap" for each in overlaps
        ),
        interruptions_customer=sum(
            each.by is Speaker.CUSTOMER and each.label != "cooperative_overlap" for each in overlaps
        ),
        turns=1400,
    )
    return replace(
        example(),
        source=Source("recording", hours * 3600, 16_000, 2),
        measures=measures,
        spurts=spurts,
        overlaps=overlaps,
        cues=cues,
        heated=heats,
    )


def many() -> Sheet:
    """Give an hour full of cut-ins, with more written to it than a sheet holds."""
    long = "It helped to say what I can do before what I can not, and to ask what matters most to them. "
    return replace(
        whole(),
        report=(report := long_call(1, cut_ins_s=20)),
        reading=reading(report, name="A very long name of a recording " * 4),
        labels={n: "competitive_overlap" for n in range(0, 60, 4)},
        marks=[MarkedMoment(samples(60.0 * n), "" if n % 3 else f"Moment {n}. {long}") for n in range(30)],
        rephrasings=[replace(REPHRASINGS[n % 2], t=samples(90.0 * n), better=long) for n in range(20)],
        reflection=replace(REFLECTION, went_well=long * 9, next_time=long * 9, note=long * 12),
        follow_ups=[replace(PROMISES[1], text=f"{n}: {long}") for n in range(12)],
    )


def mono() -> Sheet:
    """Give the example as it is known where only the user was recorded."""
    report = replace(
        example(),
        source=Source("recording", 148.2, 8_000, 1),
        separation="mic-only",
        overlaps=(),
        spurts=tuple(each for each in example().spurts if each.speaker is Speaker.AGENT),
        transcript=tuple(each for each in example().transcript if each.speaker is Speaker.AGENT),
        measures=Measures(
            talk_share=0.528, agent_talk_s=78.3, longest_monologue_s=27.3, pace_wpm=148.2,
            fillers_per_min=0.8, questions_open=1, questions_closed=0,
        ),
    )  # fmt: skip
    return sheet(report, marks=MARKS, reflection=REFLECTION)


def wordless() -> Sheet:
    """Give the example as it is known without a recogniser."""
    measures = replace(
        example().measures, pace_wpm=None, fillers_per_min=None, questions_open=None, questions_closed=None
    )
    return sheet(replace(example(), engine=None, transcript=(), cues=(), measures=measures))


SHEETS = {
    "whole": whole,
    "plain": lambda: sheet(example()),
    "three-hours": lambda: replace(
        whole(), report=(report := long_call(3)), reading=reading(report), labels={}
    ),
    "many": many,
    "mono": mono,
    "wordless": wordless,
    "silent": lambda: sheet(Report(Source("live", 20.0, 16_000, 2), None, "separate", None, Measures())),
}
"""Every kind of sheet by its name, as a function that gives it."""


any_sheets = st.builds(
    Sheet,
    report=journals.reports,
    reading=st.just(Reading("Call of noon", "Complaint", (0.25, 0.45))),
    day=st.just(DAY),
    purpose=journals.texts,
    marks=st.lists(journals.marks, max_size=3),
    rephrasings=st.lists(st.sampled_from(REPHRASINGS), max_size=2),
    reflection=st.none() | journals.reflections,
    follow_ups=st.lists(journals.follow_ups, max_size=3),
)
"""Hypothesis: any sheet at all."""
