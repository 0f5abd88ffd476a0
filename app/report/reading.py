"""How one report is read: what it is held against, its key figures, and what could not be measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.report import Report
from app.domain.timeline import Cue
from app.report import words


@dataclass(frozen=True, slots=True)
class Reading:
    """What a report is shown with: the call's name (a file name, say), the title of its type, the type's
    band of talk ratios (0..1 each), the few hints that matter most, and the titles of techniques by id.
    """

    name: str
    call_type: str
    band: tuple[float, float]
    hints: tuple[Cue, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def title(self, cue: Cue) -> str:
        """Give the title of the technique a hint is about."""
        return self.technique(cue.id)

    def technique(self, id: str) -> str:
        """Give the title of a technique, "" for none."""
        return words.plain(self.titles.get(id, id.replace("-", " ").capitalize()))


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: its name, its value and unit as text (`value` None: not measurable), what it means."""

    name: str
    value: str | None
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The names of figures that could not be measured for one reason, and the remedy."""

    names: tuple[str, ...]
    reason: str
    remedy: str


TALK_RATIO = "Talk ratio"
TALK_RATIO_MEANING = "your speech as a part of all speech, yours and the customer's"


def facts(report: Report) -> list[str]:
    """Give the plain facts of the call, each a few words: how long, from where, by which recogniser."""
    source, engine = report.source, report.engine
    return [
        words.clock(source.duration_s),
        words.SOURCES[source.kind],
        f"{words.count(source.channels, 'channel', 'channels')} at {source.sample_rate / 1000:g} kHz",
        f"words by {words.ENGINES[engine.name]} ({engine.model})" if engine else "words not listened to",
    ]


def leak(report: Report) -> str | None:
    """Say that the customer can be heard in the microphone, where the figures were had in spite of it."""
    if report.separation != "bleed" or report.measures.talk_ratio is None:
        return None
    return words.addressed(words.plain(report.separation_reason or words.LEAK))


TIMING = 5
"""How many of the figures, the first, are about time; the others are about what was done."""


def figures(report: Report) -> list[Figure]:
    """Give the key figures beside the talk ratio: first those of time, then those of what was done."""
    m = report.measures
    share = None if m.talk_share is None else str(words.percent(m.talk_share))
    return [
        Figure("Talk share", share, "% of the call", "your speech as a part of the whole call"),
        _length(
            "Longest stretch", m.longest_monologue_s, "the longest you spoke with no real answer between"
        ),
        _length("Patience", m.patience_s, "the usual time from the customer's last word to your first"),
        _silence(m.non_talk_s, m.non_talk_count),
        _rate("Pace", m.pace_wpm, 0, "words/min", "your words for each minute of your own speech"),
        _times("You cut in", m.interruptions_agent, "times you spoke up while the customer was speaking"),
        _times("Customer cut in", m.interruptions_customer, "times the customer did the same to you"),
        _number("Open questions", m.questions_open, "questions that invite a story: what, how, tell me"),
        _number("Closed questions", m.questions_closed, "questions that a yes, a no or one fact answers"),
        _rate(
            "Fillers", m.fillers_per_min, 1, "a minute", "um, er and the like for each minute of your speech"
        ),
    ]


def measures(report: Report) -> list[Figure]:
    """Give every measure that the JSON form has, by the same numbers, with its unit."""
    known = report.as_dict()["metrics"]
    for group in ("interruptions", "questions"):
        known |= {f"{group} {name}": number for name, number in known.pop(group).items()}
    return [
        Figure(told, None if known[name] is None else f"{known[name]}", unit, "")
        for name, (told, unit) in _MEASURES.items()
    ]


_MEASURES = {
    "talk_ratio": (TALK_RATIO, "of all speech"),
    "talk_share": ("Talk share", "of the call"),
    "agent_talk_s": ("You spoke", "s"),
    "customer_talk_s": ("The customer spoke", "s"),
    "overlap_s": ("Both spoke at once", "s"),
    "non_talk_s": ("Silence", "s"),
    "non_talk_count": ("Silence, pauses", ""),
    "longest_monologue_s": ("Longest stretch", "s"),
    "patience_s": ("Patience", "s"),
    "turns": ("Turns", ""),
    "interruptions agent": ("You cut in", ""),
    "interruptions customer": ("Customer cut in", ""),
    "pace_wpm": ("Pace", "words/min"),
    "fillers_per_min": ("Fillers", "a minute"),
    "questions open": ("Open questions", ""),
    "questions closed": ("Closed questions", ""),
}
"""What the numbers of the JSON form are called, and their units."""


def unknowns(report: Report) -> list[Unknown]:
    """Give what could not be measured, grouped by its reason, each with the remedy."""
    groups: dict[tuple[str, str], list[str]] = {}
    if report.measures.talk_ratio is None:
        groups[_sides(report)] = [TALK_RATIO]
    if report.engine is None:
        groups[_WORDLESS] = ["Transcript"]
    for figure in figures(report):
        if figure.value is None:
            groups.setdefault(_cause(report, figure.name), []).append(figure.name)
    return [Unknown(tuple(names), *why) for why, names in groups.items()]


_OF_WORDS = {"Pace", "Open questions", "Closed questions", "Fillers"}
_OF_BOTH_SIDES = {"Patience", "Silence", "You cut in", "Customer cut in"}
_WORDLESS = (words.NO_ENGINE, words.NO_ENGINE_REMEDY)


def _cause(report: Report, name: str) -> tuple[str, str]:
    if report.engine is None and name in _OF_WORDS:
        return _WORDLESS
    apart = report.separation == "separate" or report.measures.talk_ratio is not None
    if name in _OF_BOTH_SIDES and not apart:
        return _sides(report)
    return words.TOO_LITTLE, words.TOO_LITTLE_REMEDY


def _sides(report: Report) -> tuple[str, str]:
    reason = report.separation_reason or words.UNSEPARATED[report.separation]
    remedies = words.LIVE_REMEDIES if report.source.kind == "live" else words.REMEDIES
    return words.addressed(words.plain(reason)), remedies[report.separation]


def _silence(length: float | None, pauses: int | None) -> Figure:
    meaning = "pauses of more than three seconds in which neither spoke"
    if length is None or not pauses:
        return Figure("Silence", None if length is None else "none", "", meaning)
    value, unit = words.lasting(length)
    return Figure("Silence", value, f"{unit} in {words.count(pauses, 'pause', 'pauses')}", meaning)


def _length(name: str, length: float | None, meaning: str) -> Figure:
    value, unit = (None, "") if length is None else words.lasting(length)
    return Figure(name, value, unit, meaning)


def _rate(name: str, rate: float | None, digits: int, unit: str, meaning: str) -> Figure:
    return Figure(name, None if rate is None else f"{rate:.{digits}f}", unit, meaning)


def _times(name: str, number: int | None, meaning: str) -> Figure:
    return Figure(name, None if number is None else str(number), "time" if number == 1 else "times", meaning)


def _number(name: str, number: int | None, meaning: str) -> Figure:
    return Figure(name, None if number is None else str(number), "", meaning)
