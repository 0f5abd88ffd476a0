"""A report to show: one whole example call, and how it is read."""

from dataclasses import replace

from app.domain.report import Engine, Measures, Report, Source
from app.domain.timeline import Cue, Overlap, Speaker, Spurt, Utterance, samples
from app.report.reading import Reading

_SAID = """\
customer   3.6  12.9 hello i have been waiting for my parcel since monday and nobody can tell me where it is
agent     13.4  19.2 i understand that must be frustrating let me look at it with you
agent     19.9  23.0 what happened on the day it was due
customer  23.7  35.9 i stayed at home all day the page said delivered and there was no card and no parcel
agent     34.2  44.0 right so the driver scans every parcel at the door and the system marks it delivered
customer  44.3  45.0 mhm
agent     45.2  61.5 and when it is marked delivered we can't open a case before three working days are over
customer  60.3  72.4 three days i have been waiting a week this is the second time that it happens to me
agent     71.0  76.8 that's not possible the first one shows as collected by you
customer  77.0  90.2 it was collected because i drove to the depot myself after two hours on the phone
agent     92.9  99.8 so if i understand you right you fetched the first one yourself and this one is lost
customer  99.6 103.0 yes that is exactly what i have been saying
agent    107.2 118.4 from here what we can do is send a new one today and i will call you by four tomorrow
customer 119.0 124.1 fine and what if it doesn't come
agent    124.9 133.7 then it is with me and not with you i'll bring the refund to the same call
customer 134.5 139.9 all right thank you that helps
agent    140.4 146.8 to confirm a new parcel today and my call tomorrow by four
"""

_OVERLAPS = """\
agent    34.2 35.9 interruption_success The agent came in; the customer gave way after a while.
customer 44.3 45.0 backchannel A listener's sound of 0.7 s; the agent kept the floor.
customer 60.3 61.5 interruption_success The customer came in while the agent was speaking.
agent    71.0 72.4 interruption_success The agent came in; the customer gave way after a while.
customer 99.6 99.8 early_response The customer answered 0.2 s before the agent had finished.
"""

_CUES = """\
 16.0|label-feeling|praise|You named how it feels. That takes the heat out.|that must be frustrating
 36.2|listen-fully|nudge|Let them finish, then answer.|\
The agent spoke over the customer for 1.7 s and then gave way.
 58.9|no-because|nudge|Say what would make a yes possible.|we can't open a case
 94.1|paraphrase|praise|Good mirror. Wait for their yes.|so if i understand you right
116.0|next-steps|praise|A clear promise with a time.|i will call you by four tomorrow
"""


def example() -> Report:
    """Give a tough complaint of 2:28 with everything in it."""
    said = [
        Utterance(Speaker(who), samples(float(start)), samples(float(end)), text)
        for who, start, end, text in (line.split(maxsplit=3) for line in _SAID.splitlines())
    ]
    return Report(
        source=Source("recording", 148.2, 16_000, 2),
        engine=Engine("moonshine", "tiny-en"),
        separation="separate",
        separation_reason=None,
        measures=Measures(
            talk_ratio=0.552,
            talk_share=0.528,
            agent_talk_s=78.3,
            customer_talk_s=63.6,
            overlap_s=4.5,
            non_talk_s=7.8,
            non_talk_count=2,
            longest_monologue_s=27.3,
            patience_s=0.72,
            turns=12,
            interruptions_agent=2,
            interruptions_customer=1,
            pace_wpm=148.2,
            fillers_per_min=0.8,
            questions_open=1,
            questions_closed=0,
        ),
        spurts=tuple(Spurt(each.speaker, each.start, each.end) for each in said),
        overlaps=tuple(
            Overlap(Speaker(by), samples(float(start)), samples(float(end)), label, reason)
            for by, start, end, label, reason in (line.split(maxsplit=4) for line in _OVERLAPS.splitlines())
        ),
        transcript=tuple(said),
        cues=tuple(
            Cue(samples(float(t)), id_, kind, text, evidence)
            for t, id_, kind, text, evidence in (line.split("|") for line in _CUES.splitlines())
        ),
    )


def reading(report: Report, **changes: object) -> Reading:
    """Give the reading of a complaint with the report's first three hints."""
    titles = {
        "label-feeling": "Name how it must feel",
        "listen-fully": "Listen before you answer",
        "no-because": "Give a no its reason",
        "paraphrase": "Say it back in your own words",
        "next-steps": "Agree who does what by when",
    }
    plain = Reading("parcel-call.flac", "Complaint", (0.25, 0.45), report.cues[1:4], titles)
    return replace(plain, **changes)  # type: ignore[arg-type]
