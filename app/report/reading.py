"""How one report is read: what it is held against, its key figures, and what could not be measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.report import Report
from app.domain.timeline import Cue
from app.language import marked, tr, trn
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
    """One key figure: its name, its value and unit as text (`value` None: not measurable), what it means.

    `more` goes after the unit where there is room: "in 8 pauses".
    """

    name: str
    value: str | None
    unit: str
    meaning: str
    more: str = ""

    @property
    def whole_unit(self) -> str:
        """The unit with what goes after it: "s in 8 pauses"."""
        return f"{self.unit} {self.more}".strip()


@dataclass(frozen=True, slots=True)
class Unknown:
    """The names of figures that could not be measured for one reason, and the remedy."""

    names: tuple[str, ...]
    reason: str
    remedy: str


TALK_RATIO = marked("Talk ratio")
TALK_RATIO_MEANING = marked("your speech as a part of all speech, yours and the customer's")


def facts(report: Report) -> list[str]:
    """Give the plain facts of the call, each a few words: how long, from where, by which recogniser."""
    source, engine = report.source, report.engine
    return [
        words.clock(source.duration_s),
        words.SOURCES[source.kind],
        tr(
            "{channels} at {rate:g} kHz",
            channels=trn("{n} channel", "{n} channels", source.channels),
            rate=source.sample_rate / 1000,
        ),
        tr("words by {engine} ({model})", engine=words.ENGINES[engine.name], model=engine.model)
        if engine
        else tr("words not listened to"),
    ]


def leak(report: Report) -> str | None:
    """Say that the customer can be heard in the microphone, where the figures were had in spite of it."""
    if report.separation != "bleed" or report.measures.talk_ratio is None:
        return None
    return words.addressed(words.plain(report.separation_reason or tr(words.LEAK)))


TIMING = 5
"""How many of the figures, the first, are about time; the others are about what was done."""


def figures(report: Report) -> list[Figure]:
    """Give the key figures beside the talk ratio: first those of time, then those of what was done."""
    m = report.measures
    share = None if m.talk_share is None else str(words.percent(m.talk_share))
    return [
        Figure(tr("Talk share"), share, tr("% of the call"), tr("your speech as a part of the whole call")),
        _length(
            tr("Longest stretch"),
            m.longest_monologue_s,
            tr("the longest you spoke with no real answer between"),
        ),
        _length(
            tr("Patience"), m.patience_s, tr("the usual time from the customer's last word to your first")
        ),
        _silence(m.non_talk_s, m.non_talk_count),
        _rate(
            tr("Pace"), m.pace_wpm, 0, tr("words/min"), tr("your words for each minute of your own speech")
        ),
        _times(
            tr("You cut in"), m.interruptions_agent, tr("times you spoke up while the customer was speaking")
        ),
        _times(tr("Customer cut in"), m.interruptions_customer, tr("times the customer did the same to you")),
        _number(
            tr("Open questions"), m.questions_open, tr("questions that invite a story: what, how, tell me")
        ),
        _number(
            tr("Closed questions"), m.questions_closed, tr("questions that a yes, a no or one fact answers")
        ),
        _rate(
            tr("Fillers"),
            m.fillers_per_min,
            1,
            tr("a minute"),
            tr("um, er and the like for each minute of your speech"),
        ),
    ]


def measures(report: Report) -> list[Figure]:
    """Give every measure that the JSON form has, by the same numbers, with its unit."""
    known = report.as_dict()["metrics"]
    for group in ("interruptions", "questions"):
        known |= {f"{group} {name}": number for name, number in known.pop(group).items()}
    return [
        Figure(tr(told), None if known[name] is None else f"{known[name]}", tr(unit) if unit else "", "")
        for name, (told, unit) in _MEASURES.items()
    ]


_MEASURES = {
    "talk_ratio": (TALK_RATIO, marked("of all speech")),
    "talk_share": (marked("Talk share"), marked("of the call")),
    "agent_talk_s": (marked("You spoke"), "s"),
    "customer_talk_s": (marked("The customer spoke"), "s"),
    "overlap_s": (marked("Both spoke at once"), "s"),
    "non_talk_s": (marked("Silence"), "s"),
    "non_talk_count": (marked("Silence, pauses"), ""),
    "longest_monologue_s": (marked("Longest stretch"), "s"),
    "patience_s": (marked("Patience"), "s"),
    "turns": (marked("Turns"), ""),
    "interruptions agent": (marked("You cut in"), ""),
    "interruptions customer": (marked("Customer cut in"), ""),
    "pace_wpm": (marked("Pace"), marked("words/min")),
    "fillers_per_min": (marked("Fillers"), marked("a minute")),
    "questions open": (marked("Open questions"), ""),
    "questions closed": (marked("Closed questions"), ""),
}
"""What the numbers of the JSON form are called, and their units."""


def unknowns(report: Report) -> list[Unknown]:
    """Give what could not be measured, grouped by its reason, each with the remedy."""
    groups: dict[tuple[str, str], list[str]] = {}
    if report.measures.talk_ratio is None:
        groups[_sides(report)] = [tr(TALK_RATIO)]
    if report.engine is None:
        groups[_wordless()] = [tr("Transcript")]
    for figure in figures(report):
        if figure.value is None:
            groups.setdefault(_cause(report, figure.name), []).append(figure.name)
    return [Unknown(tuple(names), *why) for why, names in groups.items()]


_OF_WORDS = (marked("Pace"), marked("Open questions"), marked("Closed questions"), marked("Fillers"))
_OF_ENGLISH_WORDS = _OF_WORDS[1:]
_OF_BOTH_SIDES = (marked("Patience"), marked("Silence"), marked("You cut in"), marked("Customer cut in"))


def _cause(report: Report, name: str) -> tuple[str, str]:
    if report.engine is None and name in map(tr, _OF_WORDS):
        return _wordless()
    if report.measures.questions_open is None and name in map(tr, _OF_ENGLISH_WORDS):
        return tr(words.ENGLISH_ONLY), tr(words.ENGLISH_ONLY_REMEDY)
    apart = report.separation == "separate" or report.measures.talk_ratio is not None
    if name in map(tr, _OF_BOTH_SIDES) and not apart:
        return _sides(report)
    return tr(words.TOO_LITTLE), tr(words.TOO_LITTLE_REMEDY)


def _wordless() -> tuple[str, str]:
    return tr(words.NO_ENGINE), tr(words.NO_ENGINE_REMEDY)


def _sides(report: Report) -> tuple[str, str]:
    reason = report.separation_reason or words.UNSEPARATED[report.separation]
    remedies = words.LIVE_REMEDIES if report.source.kind == "live" else words.REMEDIES
    return words.addressed(words.plain(reason)), remedies[report.separation]


def _silence(length: float | None, pauses: int | None) -> Figure:
    meaning = tr("pauses of more than three seconds in which neither spoke")
    if length is None or not pauses:
        return Figure(tr("Silence"), None if length is None else tr("none"), "", meaning)
    value, unit = words.lasting(length)
    more = trn("in {n} pause", "in {n} pauses", pauses)
    return Figure(tr("Silence"), value, unit, meaning, more)


def _length(name: str, length: float | None, meaning: str) -> Figure:
    value, unit = (None, "") if length is None else words.lasting(length)
    return Figure(name, value, unit, meaning)


def _rate(name: str, rate: float | None, digits: int, unit: str, meaning: str) -> Figure:
    return Figure(name, None if rate is None else f"{rate:.{digits}f}", unit, meaning)


def _times(name: str, number: int | None, meaning: str) -> Figure:
    return Figure(name, None if number is None else str(number), trn("time", "times", number or 0), meaning)


def _number(name: str, number: int | None, meaning: str) -> Figure:
    return Figure(name, None if number is None else str(number), "", meaning)
