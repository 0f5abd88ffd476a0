"""Checklists as a TOML file, for another computer or a colleague; one file may hold several."""

import json
import tomllib
from collections.abc import Collection, Sequence
from pathlib import Path

from app.content_file import ContentEntry
from app.domain.checklists import LONGEST_CHECK, LONGEST_TITLE, MOST, SHIPPED
from app.domain.journal import Checklist, ChecklistItem
from app.errors import KnownError
from app.language import tr

LARGEST = 1_000_000
"""Bytes that a file is read up to; a checklist has some hundred."""

_HEAD = "# Checklists of Evenkeel: import them on the Prepare page, under Edit checklists.\n"


def to_toml(checklists: Sequence[Checklist]) -> str:
    """Give checklists as the text of a file."""
    lines = [_HEAD]
    for each in checklists:
        lines += ["[[checklist]]", f"title = {_text(each.title)}"]
        if each.call_type is not None:
            lines.append(f"call_type = {_text(each.call_type)}")
        lines.append("checks = [")
        for item in each.items:
            from_ = f", technique = {_text(item.technique)}" if item.technique else ""
            lines.append(f"    {{ text = {_text(item.text)}{from_} }},")
        lines += ["]", ""]
    return "\n".join(lines)


def read(path: Path, call_types: Collection[str], techniques: Collection[str]) -> tuple[Checklist, ...]:
    """Give the checklists of a file, as own ones with no id yet (SHIPPED) and no origin.

    Raises KnownError that names what is wrong with it: a file that can't be read, or any field that is not
    as it should be. A file is taken whole or not at all.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise KnownError(
                tr("{name} is far too large for checklists; choose a file made by an export.", name=path.name)
            )
        text = path.read_text(encoding="utf-8")
    except OSError as refusal:
        reason = refusal.strerror or tr("no reason was given")
        raise KnownError(
            tr("{name} can't be read ({reason}); choose another file.", name=path.name, reason=reason)
        ) from refusal
    except UnicodeDecodeError as fault:
        raise KnownError(
            tr("{name} is not a text file; choose one made by an export.", name=path.name)
        ) from fault
    return from_toml(text, path.name, call_types, techniques)


def from_toml(
    text: str, name: str, call_types: Collection[str], techniques: Collection[str]
) -> tuple[Checklist, ...]:
    """Give the checklists of a file's text; `name` is what faults call it. See `read`."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise KnownError(
            tr("{name} is not TOML ({fault}); choose a file made by an export.", name=name, fault=fault)
        ) from fault
    whole = ContentEntry(name, table)
    found = tuple(_checklist(entry, call_types, techniques) for entry in whole.tables("checklist"))
    whole.done()
    return found


def one_line(text: str) -> str:
    """Give a text as the title or the text of a check can be: in one line, without control characters."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _checklist(entry: ContentEntry, call_types: Collection[str], techniques: Collection[str]) -> Checklist:
    title = _short(entry, "title", LONGEST_TITLE)
    kind = entry.choice("call_type", call_types) if entry.has("call_type") else None
    checks = entry.tables("checks")
    if len(checks) > MOST:
        entry.fail("checks", tr("has more than {n}, and each needs a key of its own, 1 to {n}", n=MOST))
    items = []
    for check in checks:
        from_ = check.choice("technique", techniques) if check.has("technique") else None
        items.append(ChecklistItem(_short(check, "text", LONGEST_CHECK), from_))
        check.done()
    entry.done()
    return Checklist(SHIPPED, title, kind, tuple(items))


def _short(entry: ContentEntry, field: str, longest: int) -> str:
    text = one_line(entry.text(field))
    if not 0 < len(text) <= longest:
        entry.fail(field, tr("must have 1 to {n} letters that can be shown", n=longest))
    return text


def _text(text: str) -> str:
    """Give a text as TOML writes it: as JSON does, but for one control character that JSON lets pass."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
