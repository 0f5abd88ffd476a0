"""Eight weeks of one agent's journal, made up with care, for pictures and for trying things out.

    python -m tests.demo_journal FOLDER

makes it in FOLDER/journal with the passphrase below; EVENKEEL_HOME=FOLDER shows it. One seed and one day give
the same journal each time, but for the bytes of its encryption. The agent talks less and cuts in less as the
weeks go by, has a week off in between, and has three calls behind them today.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from app import paths
from app.content import load_coaching
from app.domain.journal import (
    Call,
    CallKind,
    CalmSession,
    ChecklistRun,
    FollowUp,
    MarkedMoment,
    Promise,
    Reflection,
    TechniqueUsed,
    Tick,
)
from app.domain.report import Engine, Measures, Report, Source
from app.domain.techniques import Coaching
from app.domain.timeline import RATE, Cue, Overlap, Speaker, Spurt, Utterance, samples
from app.report.words import call_name
from app.storage import calls, calm, checklists, follow_ups, keys, reflections
from app.storage.cipher import Database
from app.storage.journal import Journal
from app.storage.wrapping import Cost
from tests.demo_texts import (
    CAUSES,
    ELSEWHERE,
    HOT_BUTTONS,
    NEXT_TIME,
    PROMISES,
    PURPOSES,
    TAGS,
    TALKS,
    USED,
    WENT_WELL,
)

PASSPHRASE = "three quiet herons"
WEEKS = 8
OFF = 4
"""The week without any call, counted from the first."""

TYPES = ("complaint", "complaint", "complaint", "billing", "billing", "technical", "technical", "refusal")
OTHER_TYPES = ("general", "sales")
NUDGES = (
    "listen-fully",
    "explain-enough",
    "plain-language",
    "outcome-not-process",
    "stay-calm",
    "paraphrase",
)
PRAISES = ("open-questions", "paraphrase", "label-feeling", "next-steps", "quick-impression")


@dataclass(frozen=True, slots=True)
class Day:
    """One call with all that belongs to it."""

    call: Call
    report: Report
    marks: tuple[MarkedMoment, ...]
    run: ChecklistRun | None
    reflection: Reflection | None
    promise: FollowUp | None
    calm: CalmSession | None


class Agent:
    """Makes the calls up, each a little better than those before."""

    def __init__(self, coaching: Coaching, today: date, seed: int) -> None:
        self._coaching, self._today, self._chance = coaching, today, random.Random(seed)
        self._rows = 0

    def calls(self) -> Iterator[Day]:
        """Give everything in order of time, the practice call of the first day first."""
        first = self._today - timedelta(days=self._today.weekday(), weeks=WEEKS - 1)
        yield self._practice(_at(first, 8, 40))
        for week in range(WEEKS):
            for day in (first + timedelta(weeks=week, days=number) for number in range(5)):
                if week == OFF or day >= self._today:
                    continue
                for hour in sorted(self._chance.sample(range(8, 17), self._chance.choice((2, 3, 3, 4)))):
                    yield self._call(_at(day, hour, self._chance.randrange(3, 55)), week / (WEEKS - 1))
        for hour, minute, call_type in ((8, 25, "technical"), (10, 12, "billing"), (11, 40, "complaint")):
            yield self._call(_at(self._today, hour, minute), 1.0, call_type)

    def elsewhere(self) -> Reflection:
        """Give a reflection on a call that was had on another phone two days ago."""
        at = _at(self._today - timedelta(days=2), 17, 40)
        done = at + timedelta(seconds=55)
        return Reflection(self._id(at), None, at, done, 3, 4, tags=(TAGS[2],), **ELSEWHERE)

    def _practice(self, began_at: datetime) -> Day:
        made = self._call(began_at, 0.0, "complaint")
        call = replace(made.call, kind=CallKind.PRACTICE, name="Practice call")
        return replace(made, call=call, promise=None, calm=None, reflection=None)

    def _call(self, began_at: datetime, better: float, call_type: str = "") -> Day:
        """Make a call; `better` is how far the weeks have brought the agent, 0..1."""
        chance = self._chance
        call_type = call_type or chance.choice((*TYPES, *OTHER_TYPES))
        tough = chance.random() < (0.35 if call_type in ("complaint", "refusal") else 0.1) * (1.3 - better)
        both, minutes = chance.random() > 0.06, chance.uniform(3.5, 11)
        report = self._report(call_type, minutes, better, tough, both)
        ended_at = began_at + timedelta(minutes=minutes)
        call = Call(
            self._id(began_at),
            CallKind.LIVE,
            call_name(began_at.astimezone()),
            call_type,
            began_at,
            ended_at,
            report.source,
            report.engine,
            report.separation,
            report.separation_reason,
            report.measures,
            purpose=PURPOSES[call_type] if chance.random() < 0.6 else "",
        )
        recent = (self._today - began_at.astimezone().date()).days < 1
        looked_back = chance.random() < 0.5 or tough
        if recent:
            looked_back = call_type == "technical"
        marks = (MarkedMoment(samples(60 * minutes * 0.4), "here it turned"),) if tough else ()
        return Day(
            call,
            report,
            marks,
            self._preparation(call) if call.purpose else None,
            self._reflection(call, better, tough) if looked_back else None,
            self._promise(call) if chance.random() < 0.4 or recent else None,
            self._calm(call) if tough and chance.random() < 0.7 else None,
        )

    def _report(self, call_type: str, minutes: float, better: float, tough: bool, both: bool) -> Report:
        chance, length = self._chance, 60 * minutes
        lines = _spread(TALKS[call_type], samples(length))
        band = self._coaching.call_types[call_type]
        goal = (band.low + band.high) / 2 + 0.02
        ratio = min(0.86, max(0.2, goal + 0.17 * (1 - better) + 0.08 * tough + chance.gauss(0, 0.05)))
        cut_ins = round(max(0.0, chance.gauss((2.6 - 1.9 * better + tough) * minutes / 10, 0.7)))
        theirs = round(max(0.0, chance.gauss((1.2 + 2 * tough) * minutes / 10, 0.6)))
        spoken = 0.82 * length
        monologue = max(9.0, chance.gauss(58 - 24 * better + 12 * tough, 8))
        measures = Measures(
            talk_ratio=ratio if both else None,
            talk_share=ratio * spoken / length,
            agent_talk_s=ratio * spoken,
            customer_talk_s=(1 - ratio) * spoken if both else None,
            overlap_s=1.4 * (cut_ins + theirs) if both else None,
            non_talk_s=0.1 * length if both else None,
            non_talk_count=round(minutes) if both else None,
            longest_monologue_s=monologue,
            patience_s=max(0.1, chance.gauss(0.35 + 0.4 * better, 0.1)) if both else None,
            turns=round(4 * minutes) if both else None,
            interruptions_agent=cut_ins if both else None,
            interruptions_customer=theirs if both else None,
            pace_wpm=chance.gauss(168 - 14 * better, 6),
            fillers_per_min=max(0.0, chance.gauss(4.2 - 2 * better, 0.8)),
            questions_open=round(2 + 4 * better),
            questions_closed=round(5 - 2 * better),
        )
        if not both:
            lines = [line for line in lines if line.speaker is Speaker.AGENT]
        return Report(
            Source("live", round(length, 3), 48_000, 2 if both else 1),
            Engine("moonshine", "moonshine-tiny-en"),
            "separate" if both else "mic-only",
            None if both else "No input for the customer's side was there.",
            measures,
            tuple(Spurt(line.speaker, line.start, line.end) for line in lines),
            tuple(_cut_ins(lines, cut_ins, theirs)) if both else (),
            tuple(lines),
            tuple(sorted(self._cues(length, better, tough, both), key=lambda cue: cue.t)),
        )

    def _cues(self, length: float, better: float, tough: bool, both: bool) -> Iterator[Cue]:
        """Give the hints of a call; the need to let them finish fades, that for shorter answers stays."""
        chance = self._chance
        often = dict.fromkeys(NUDGES, 0.06) | {
            "listen-fully": (0.75 - 0.35 * better) * both,
            "explain-enough": 0.42 - 0.2 * better,
            "stay-calm": 0.5 * tough,
        }
        for kind, likely in (("nudge", often), ("praise", dict.fromkeys(PRAISES, 0.25 + 0.3 * better))):
            for technique, part in likely.items():
                if chance.random() < part:
                    text = next(
                        rule.text.replace("{plain}", "order number")
                        for rule in self._coaching.rules
                        if rule.technique == technique and rule.kind == kind
                    )
                    yield Cue(samples(length * chance.uniform(0.1, 0.9)), technique, kind, text, "")

    def _preparation(self, call: Call) -> ChecklistRun:
        chance, templates = self._chance, self._coaching.checklists
        template = next((each for each in templates.values() if each.call_type == call.call_type), None)
        items = template.items if template else ()
        return ChecklistRun(
            self._id(call.began_at),
            template.title if template else "Before the call",
            call.began_at - timedelta(minutes=1),
            call.id,
            purpose=call.purpose,
            hurdle="They want it done today",
            answer="Say what will be done today, and what by when",
            hot_button=self._hot_button() if chance.random() < 0.5 else "",
            ticks=tuple(Tick(item, chance.random() < 0.7) for item in items),
        )

    def _reflection(self, call: Call, better: float, tough: bool) -> Reflection:
        assert call.ended_at
        chance, begun_at = self._chance, call.ended_at + timedelta(minutes=2)
        before = round(min(5.0, max(1.0, chance.gauss(2.8 + 0.9 * better, 0.7))))
        after = round(min(5.0, max(1.0, chance.gauss(2.7 + 1.4 * better - 0.9 * tough, 0.7))))
        return Reflection(
            self._id(begun_at),
            call.id,
            begun_at,
            begun_at + timedelta(seconds=70),
            before,
            after,
            self._hot_button() if tough or chance.random() < 0.35 else "",
            chance.choice(WENT_WELL),
            chance.choice(NEXT_TIME),
            chance.choice(CAUSES) if chance.random() < 0.2 else "",
            tags=tuple(chance.sample(TAGS, chance.choice((0, 1, 1, 2)))),
            techniques=tuple(map(TechniqueUsed, chance.sample(USED, chance.choice((1, 2, 2, 3))))),
        )

    def _promise(self, call: Call) -> FollowUp:
        text, days = PROMISES[call.call_type]
        assert call.ended_at
        due = call.began_at.astimezone().date() + timedelta(days=days)
        due += timedelta(days=max(0, 7 - due.weekday()) % 7 if due.weekday() > 4 else 0)
        made = FollowUp(self._id(call.ended_at), text, due, call.ended_at, call.id)
        if due > self._today or (due >= self._today - timedelta(days=3) and self._chance.random() < 0.5):
            return made
        state = Promise.DONE if self._chance.random() < 0.84 else Promise.MISSED
        closed = min(_at(due, 16, 30), _at(self._today, 8, 0))
        return replace(made, state=state, closed_at=closed, moved=self._chance.choice((0, 0, 0, 1)))

    def _calm(self, call: Call) -> CalmSession:
        assert call.ended_at
        pattern = self._chance.choice(("three-breaths", "box"))
        return CalmSession(self._id(call.ended_at), call.ended_at, pattern, 60.0, 60.0, call.id)

    def _hot_button(self) -> str:
        named, often = zip(*HOT_BUTTONS, strict=True)
        return self._chance.choices(named, often)[0]

    def _id(self, at: datetime) -> int:
        """Give an id as app.storage.schema.new_id would have at that time, but the same each time."""
        self._rows += 1
        return (int(at.timestamp()) * 1000 << 11) + self._rows


def write(db: Database, today: date, seed: int = 5) -> None:
    """Put the eight weeks that end with `today` into an empty journal."""
    coaching = load_coaching(paths.resources_folder() / "content")
    agent = Agent(coaching, today, seed)
    for day in agent.calls():
        call = day.call
        kept = (today - call.began_at.astimezone().date()).days < 1 and day.reflection is None
        calls.save(db, call, day.report, day.report.transcript if kept else None, day.marks)
        if day.run:
            checklists.save_run(db, day.run)
        if day.reflection:
            reflections.save(db, day.reflection)
        if day.promise:
            follow_ups.save(db, day.promise)
        if day.calm:
            calm.save(db, day.calm)
    reflections.save(db, agent.elsewhere())


def make(folder: Path, today: date, seed: int = 5) -> None:
    """Make the journal in `folder`, with PASSPHRASE, which costs next to nothing to try."""
    journal = Journal.open(folder, keys.create(folder, PASSPHRASE, Cost(passes=1, memory_kib=8, lanes=1)))
    try:
        journal.write("a call", lambda db: write(db, today, seed)).result()
    finally:
        journal.close()


def _at(day: date, hour: int, minute: int) -> datetime:
    """Give a local time of a day, in UTC."""
    return datetime.combine(day, time(hour, minute)).astimezone(UTC)


def _spread(talk: Sequence[tuple[Speaker, str]], length: int) -> list[Utterance]:
    """Spread what is said over a call, each as long as it has letters."""
    letters = sum(len(text) for _, text in talk)
    room, at, lines = length - len(talk) * RATE, RATE // 2, []
    for speaker, text in talk:
        end = at + room * len(text) // letters
        lines.append(Utterance(speaker, at, end, text))
        at = end + RATE // 2
    return lines


def _cut_ins(lines: Sequence[Utterance], agent: int, customer: int) -> Iterator[Overlap]:
    """Give so many cut-ins of each side, each in a line of the other's."""
    label, found = "interruption_success", []
    for by, number, named, other in (
        (Speaker.AGENT, agent, "The agent", "the customer"),
        (Speaker.CUSTOMER, customer, "The customer", "the agent"),
    ):
        reason = f"{named} came in while {other} was speaking; {other} gave way after 1.0 s."
        theirs = [line for line in lines if line.speaker is not by]
        for nth in range(number):
            line = theirs[nth % len(theirs)]
            start = line.start + (line.end - line.start) * (nth // len(theirs) + 1) // (number + 2)
            found.append(Overlap(by, start, start + RATE, label, reason))
    yield from sorted(found, key=lambda each: each.start)


if __name__ == "__main__":
    make(Path(sys.argv[1]) / "journal", date.today())
    print(f"EVENKEEL_HOME={sys.argv[1]} python main.py   passphrase: {PASSPHRASE}")
