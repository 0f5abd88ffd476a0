"""Reads the coaching content, resources/content/*.toml, and refuses anything it would not understand.

What each file holds is told at its top. Every fault is a `KnownError` that names file, entry and field.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from app.content_file import ContentEntry, ContentFile
from app.domain.checklists import Template
from app.domain.cue_rules import (
    KINDS,
    MEASURES,
    PLACES,
    TEXT_LIMIT,
    CueRule,
    Measured,
    NotSaid,
    Run,
    Said,
    Trigger,
)
from app.domain.heat import NEGATIVE
from app.domain.journal import ChecklistItem
from app.domain.questions import CLOSED, OPEN, Openers
from app.domain.techniques import JARGON, CallType, Coaching, PhraseList, Technique
from app.domain.text import plain_words
from app.domain.timeline import Speaker
from app.domain.words import Fillers
from app.errors import KnownError

MARKS = ("P", "L", "R", "C")
TRIGGERS = ("said", "not_said", "run", "measured")
BY_CALL_TYPE = "call type"
"""Stands for a limit that call_types.toml gives."""

CHECKS = range(5, 8)
"""How many checks a checklist of the content has."""

CHECK_LIMIT = 90
"""Longest text of a check in characters."""

_SIDES = {"agent": Speaker.AGENT, "customer": Speaker.CUSTOMER, "either": None}
_PIECE = re.compile(r"\{(\w+)\}")


def load_coaching(folder: Path) -> Coaching:
    """Read the five files in `folder`; raises KnownError for one that is missing or not as it should be."""
    techniques = _techniques(ContentFile(folder, "techniques.toml"))
    call_types = _call_types(ContentFile(folder, "call_types.toml"))
    phrases = ContentFile(folder, "phrases.toml").whole()
    table = phrases.table("pieces")
    pieces = {name: table.texts(name) for name in table.fields()}
    lists = _lists(phrases, pieces)
    jargon = _jargon(phrases.table("jargon"), call_types)
    openers = _openers(phrases.table("questions"))
    fillers = phrases.table("fillers")
    counted = Fillers(fillers.texts("words"), fillers.texts("except"))
    fillers.done()
    numbers = frozenset(phrases.texts("numbers"))
    phrases.done()
    _check_heard(techniques, lists)
    rules = _rules(ContentFile(folder, "cues.toml"), techniques, call_types, lists, jargon)
    checklists = ContentFile(folder, "checklists.toml").whole()
    hot_buttons = checklists.texts("hot_buttons")
    templates = _checklists(checklists, techniques, call_types)
    return Coaching(
        techniques,
        call_types,
        lists,
        jargon,
        pieces,
        numbers,
        counted,
        openers,
        rules,
        templates,
        hot_buttons,
    )


def _techniques(file: ContentFile) -> dict[str, Technique]:
    found: dict[str, Technique] = {}
    for entry in file.entries("technique", "id"):
        marks = entry.texts("marks", MARKS)
        technique = Technique(
            entry.text("id"),
            entry.text("title"),
            marks,
            entry.text("why"),
            entry.texts("try_saying"),
            entry.texts("avoid"),
            entry.texts("prepare") if "P" in marks else (),
            entry.texts("reflect") if "R" in marks else (),
            entry.texts("heard", optional=True),
        )
        if technique.id in found:
            entry.fail("id", "is there twice")
        entry.done()
        found[technique.id] = technique
    return found


def _call_types(file: ContentFile) -> dict[str, CallType]:
    found: dict[str, CallType] = {}
    for entry in file.entries("call_type", "id"):
        band = entry.table("band")
        low, high = band.number("low", 0, 1), band.number("high", 0, 1)
        if low >= high:
            band.fail("low", "must be below high")
        monologue = entry.number("monologue_s", 5, 600)
        kind = CallType(entry.text("id"), entry.text("title"), low, high, monologue, entry.flag("heated"))
        if kind.id in found:
            entry.fail("id", "is there twice")
        band.done()
        entry.done()
        found[kind.id] = kind
    return found


def _openers(entry: ContentEntry) -> Openers:
    fields = ("open", "closed", "told", "subjects", "statement_after", "lead_ins")
    openers = Openers(*(entry.texts(field) for field in fields))
    entry.done()
    return openers


def _lists(phrases: ContentEntry, pieces: Mapping[str, tuple[str, ...]]) -> dict[str, PhraseList]:
    found: dict[str, PhraseList] = {}
    for side, speaker in _SIDES.items():
        table = phrases.table(side)
        for name in table.fields():
            if name in found or name in (OPEN, CLOSED, JARGON):
                table.fail(name, "this name is taken; choose another")
            exceptions: tuple[str, ...] = ()
            if isinstance(table.value(name), dict):
                entry = table.table(name)
                said, exceptions = entry.texts("phrases"), entry.texts("except")
                entry.done()
            else:
                said = table.texts(name)
            for phrase in (*said, *exceptions):
                _check_phrase(table, name, phrase, pieces)
            found[name] = PhraseList(name, speaker, said, exceptions)
    if NEGATIVE not in found or found[NEGATIVE].speaker is not Speaker.CUSTOMER:
        phrases.table("customer").fail(NEGATIVE, "is missing; the heated stretch counts these words")
    return found


def _check_phrase(entry: ContentEntry, field: str, phrase: str, pieces: Collection[str]) -> None:
    entry.check(field, _PIECE.findall(phrase), pieces)
    if not all(plain_words(part) for part in _PIECE.sub("x", phrase).split("...")):
        entry.fail(field, f'"{phrase}" has no words on one side of "..."')


def _jargon(table: ContentEntry, call_types: Mapping[str, CallType]) -> dict[str, dict[str, str]]:
    found = {}
    for call_type in table.fields():
        words = table.table(call_type)
        if call_type not in call_types:
            table.fail(call_type, f"is not one of the call types {', '.join(sorted(call_types))}")
        found[call_type] = {word: words.text(word) for word in words.fields()}
    return found


def _check_heard(techniques: Mapping[str, Technique], lists: Mapping[str, PhraseList]) -> None:
    for technique in techniques.values():
        for name in technique.heard:
            if name not in lists or lists[name].speaker is not Speaker.AGENT:
                raise KnownError(
                    f'techniques.toml, technique "{technique.id}", field "heard": "{name}" is not a list of '
                    "the agent's phrases in phrases.toml."
                )


def _checklists(
    file: ContentEntry, techniques: Mapping[str, Technique], call_types: Mapping[str, CallType]
) -> dict[str, Template]:
    prepared = {technique.id for technique in techniques.values() if "P" in technique.marks}
    found: dict[str, Template] = {}
    for entry in file.tables("checklist", "id"):
        kind = entry.choice("call_type", call_types) if entry.has("call_type") else None
        checks = entry.tables("checks", "text")
        if len(checks) not in CHECKS:
            entry.fail("checks", f"must be {CHECKS.start} to {CHECKS.stop - 1}, to be read in a minute")
        items = []
        for check in checks:
            text = check.text("text")
            if len(text) > CHECK_LIMIT:
                check.fail("text", f"has more than the {CHECK_LIMIT} characters that are read at a glance")
            from_ = check.choice("technique", prepared) if check.has("technique") else None
            items.append(ChecklistItem(text, from_))
            check.done()
        template = Template(entry.text("id"), entry.text("title"), kind, tuple(items))
        if template.id in found:
            entry.fail("id", "is there twice")
        entry.done()
        found[template.id] = template
    file.done()
    return found


def _rules(
    file: ContentFile,
    techniques: Mapping[str, Technique],
    call_types: Mapping[str, CallType],
    lists: Mapping[str, PhraseList],
    jargon: Mapping[str, Mapping[str, str]],
) -> tuple[CueRule, ...]:
    live = {technique.id for technique in techniques.values() if "L" in technique.marks}
    speakers = {name: item.speaker for name, item in lists.items()}
    speakers |= {OPEN: Speaker.AGENT, CLOSED: Speaker.AGENT, JARGON: Speaker.AGENT}
    longest_plain = max((plain for words in jargon.values() for plain in words.values()), key=len, default="")
    rules: list[CueRule] = []
    for entry in file.entries("cue", "technique"):
        technique = entry.choice("technique", techniques)
        if technique not in live:
            entry.fail("technique", f'"{technique}" has no mark L in techniques.toml')
        text = entry.text("text")
        if len(text.replace("{plain}", longest_plain)) > TEXT_LIMIT:
            entry.fail("text", f"has more than the {TEXT_LIMIT} characters that can be read at a glance")
        only = entry.texts("call_types", call_types, optional=True)
        given = [name for name in TRIGGERS if entry.has(name)]
        if len(given) != 1:
            entry.fail(given[1] if given else TRIGGERS[0], f"give exactly one of {', '.join(TRIGGERS)}")
        trigger = entry.table(given[0])
        if "{plain}" in text and trigger.texts("any", optional=True) != (JARGON,):
            entry.fail("text", f'"{{plain}}" is known only to a cue for the words of "{JARGON}"')
        common = (entry.choice("kind", KINDS), text)
        bounds = (entry.number("from_s", 0, 86_400, 0.0), entry.number("until_s", 0, 86_400, 86_400.0))
        heated, once = entry.flag("heated"), entry.flag("once")
        for types, when in _triggers(trigger, given[0], speakers, only, call_types):
            rules.append(CueRule(technique, *common, when, heated, types, *bounds, once))
        entry.done()
    silent = sorted(live - {rule.technique for rule in rules})
    if silent:
        raise KnownError(f"cues.toml has no cue for {', '.join(silent)}; techniques.toml gives the mark L.")
    return tuple(rules)


def _triggers(
    entry: ContentEntry,
    kind: str,
    speakers: Mapping[str, Speaker | None],
    only: tuple[str, ...],
    call_types: Mapping[str, CallType],
) -> list[tuple[tuple[str, ...], Trigger]]:
    """Give the trigger with the call types it is for; a limit by call type makes one trigger for each."""
    if kind == "measured":
        return _measured(entry, only, call_types)
    trigger: Trigger
    if kind == "run":
        trigger = Run(
            entry.texts("any", speakers),
            entry.texts("until", speakers),
            int(entry.number("count", 2, 100, 2)),
            entry.number("lasts_s", 0, 3600, 0.0),
            entry.number("pause_s", 1, 3600, 600.0),
        )
    else:
        said = entry.texts("any", speakers)
        speaker = speakers[said[0]]
        if speaker is None or any(speakers[name] is not speaker for name in said):
            entry.fail("any", "must be lists of one speaker, all agent or all customer")
        if kind == "not_said":
            at_end = entry.flag("at_end")
            if at_end is entry.has("by_s"):
                entry.fail("by_s", "give either by_s or at_end = true")
            trigger = NotSaid(speaker, said, None if at_end else entry.number("by_s", 1, 3600))
        else:
            mine = {name for name, by in speakers.items() if by in (speaker, None)}
            theirs = {name for name, by in speakers.items() if by in (speaker.other, None)}
            trigger = Said(
                speaker,
                said,
                needs=entry.texts("needs", speakers, optional=True),
                before=entry.texts("before", speakers, optional=True),
                after=entry.texts("after", theirs, optional=True),
                unless=entry.texts("unless", mine, optional=True),
                place=entry.choice("place", PLACES) if entry.has("place") else PLACES[0],
            )
    entry.done()
    return [(only, trigger)]


def _measured(
    entry: ContentEntry, only: tuple[str, ...], call_types: Mapping[str, CallType]
) -> list[tuple[tuple[str, ...], Trigger]]:
    by_type = entry.table("over").is_given("monologue_s", BY_CALL_TYPE)
    over = _limits(entry, "over", {"monologue_s"} if by_type else set())
    under, release, worse = (_limits(entry, field, set()) for field in ("under", "release", "worse"))
    sustain = entry.number("sustain_s", 0, 600, 0.0)
    entry.done()
    if not (over or under or by_type):
        entry.fail("over", "give at least one measure in over or under")
    for name, limit in release.items():
        if not (name in over and limit <= over[name]) and not (name in under and limit >= under[name]):
            entry.fail("release", f'"{name}" must be a limit of over (no higher) or under (no lower)')
    for name, limit in worse.items():
        if name not in over or limit <= over[name]:
            entry.fail("worse", f'"{name}" must be a limit of over (higher)')
    if not by_type:
        return [(only, Measured(over, under, release, worse, sustain))]
    return [
        ((name,), Measured({**over, "monologue_s": kind.monologue_s}, under, release, worse, sustain))
        for name, kind in call_types.items()
        if not only or name in only
    ]


def _limits(entry: ContentEntry, field: str, left_out: set[str]) -> dict[str, float]:
    """Give measure -> limit."""
    table = entry.table(field)
    table.check(field, table.fields(), MEASURES)
    return {name: table.number(name, -1000, 100_000) for name in table.fields() if name not in left_out}
