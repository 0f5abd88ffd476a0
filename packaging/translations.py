"""Collects all texts of the product for translators, and builds what they made of them (`make translations`).

Reads the calls of `tr`, `trn`, `marked` and `Texts` in app/ by Python's own parser: pyside6-lupdate knows
`tr` as a method of a QObject alone, and can't tell whether each placeholder has its value. What it writes are
Qt's own files, so that Qt Linguist opens them and Qt's lrelease builds them:

    evenkeel_template.ts    every text, untranslated: where a new language begins
    evenkeel_<lang>.ts      a language; what was translated stays, new texts are added, gone ones are marked
    evenkeel_<lang>.qm      what the window loads; built, and not kept with the source

`--check` writes nothing: it fails where the template is behind the source or a translation would not hold.
"""

import ast
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = "evenkeel_template.ts"
CONTEXT = "evenkeel"
CALLS = {"tr": 1, "trn": 2, "marked": 1, "Texts": 1}
"""What is called with texts, and how many texts come first."""

_FILES = re.compile(r"\((\*[^()]*|\w+\.\w+)\)")
"""The names of files that a dialog offers: `(*.html)`."""

_MARKED = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)
"""What may stand for a text that was marked elsewhere."""


@dataclass
class Text:
    """One text to translate: English's singular where it depends on a number, and the files it is in."""

    one: str | None = None
    files: set[str] = field(default_factory=set)


@dataclass
class Found:
    """All texts by their English words (the plural, where there are two), and what is wrong with them."""

    texts: dict[str, Text] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def placeholders(text: str) -> set[str]:
    """Give the names of the placeholders in a text; raises ValueError where its braces do not match."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    if wrong := [name for name in names if not name.isidentifier()]:
        raise ValueError(f"a placeholder is called {wrong[0]!r}")
    return names


# From the source


def collect(folder: Path) -> Found:
    """Read every module below `folder`."""
    found = Found()
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        for call, lazy in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            for fault in _take(call, lazy, name, found):
                found.faults.append(f"{name}:{call.lineno}: {fault}")
    return found


def _calls(tree: ast.AST, lazy: bool = False) -> Iterator[tuple[ast.Call, bool]]:
    """Give each call of ours, and whether it is made later than the module is loaded."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node, lazy
        inside = isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        later = lazy or (inside and (isinstance(tree, ast.Lambda) or node in tree.body))
        yield from _calls(node, later)


def _take(call: ast.Call, lazy: bool, file: str, found: Found) -> Iterator[str]:
    """Add the texts of a call; give what is wrong with it."""
    kind = call.func.id  # type: ignore[attr-defined]
    given = call.args[: CALLS[kind]]
    if kind == "Texts":
        yield from _take_all(call, file, found)
        return
    texts = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    if kind in ("tr", "trn") and not lazy:
        yield f"{kind} is called while the module is loaded, before the language is known; use marked"
    chosen = [given[0].body, given[0].orelse] if given and isinstance(given[0], ast.IfExp) else given
    if kind == "tr" and chosen and all(isinstance(each, _MARKED) for each in chosen):
        return
    if len(texts) != CALLS[kind]:
        yield f"{kind} takes plain literals"
        return
    try:
        held = set().union(*map(placeholders, texts))
    except ValueError as error:
        yield f"{texts[-1]!r}: {error}"
        return
    values = {each.arg for each in call.keywords} | ({"n"} if kind == "trn" else set())
    if kind != "marked" and None not in values and held - {"n"} != values - {"n"}:
        yield f"{texts[-1]!r} holds {sorted(held)} and is given {sorted(map(str, values))}"
    if kind == "tr" and "n" in held and "n" not in values:
        yield f"{texts[-1]!r} has no value for n"
    one = texts[0] if kind == "trn" else None
    text = found.texts.setdefault(texts[-1], Text(one))
    if text.one != one:
        yield f"{texts[-1]!r} is there with another singular, or with none"
    text.files.add(file)


def _take_all(call: ast.Call, file: str, found: Found) -> Iterator[str]:
    values = call.args[0].values if call.args and isinstance(call.args[0], ast.Dict) else [None]
    for each in values:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            found.texts.setdefault(each.value, Text()).files.add(file)
        else:
            yield "Texts takes a literal of plain literals"


# Into the files of translators, and out of them


@dataclass
class Translation:
    """What a translator made of a text: its forms (several where a number decides), and if it is done."""

    forms: list[str]
    kind: str
    one: str | None
    note: str = ""


def read(path: Path) -> dict[str, Translation]:
    """Read a translator's file; raises ElementTree.ParseError where it is not XML."""
    made = {}
    for message in ElementTree.parse(path).iter("message"):
        at = message.find("translation")
        if at is None:
            continue
        plural = message.get("numerus") == "yes"
        forms = [form.text or "" for form in at.findall("numerusform")] if plural else [at.text or ""]
        one = (message.findtext("extracomment") or "").removeprefix(_ONE) if plural else None
        source = message.findtext("source") or ""
        made[source] = Translation(
            forms, at.get("type", ""), one, message.findtext("translatorcomment") or ""
        )
    return made


_ONE = "For one: "


def written(texts: dict[str, Text], made: dict[str, Translation], language: str) -> str:
    """Give a .ts file, sorted by the English words; what was `made` is kept, and marked where it is gone."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    named = f" language={quoteattr(language)}" if language else ""
    lines += [f'<TS version="2.1" sourcelanguage="en"{named}>', "<context>", f"    <name>{CONTEXT}</name>"]
    gone = {source for source, each in made.items() if source not in texts and any(each.forms)}
    for source in sorted(texts.keys() | gone):
        text, done = texts.get(source), made.get(source)
        one = text.one if text else done.one if done else None
        if done and text and (done.one is None) != (one is None):
            done = None  # it has become another kind of text
        lines.append('    <message numerus="yes">' if one is not None else "    <message>")
        lines += [
            f'        <location filename="../../{file}"/>' for file in sorted(text.files if text else ())
        ]
        lines.append(f"        <source>{escape(source)}</source>")
        if one is not None:
            lines.append(f"        <extracomment>{_ONE}{escape(one)}</extracomment>")
        if done and done.note:
            lines.append(f"        <translatorcomment>{escape(done.note)}</translatorcomment>")
        lines += [_told(done, one is not None, gone=text is None), "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _told(done: Translation | None, plural: bool, gone: bool) -> str:
    forms = done.forms if done else [""]
    kind = "vanished" if gone else "unfinished" if not done or not all(forms) else done.kind
    kind = "unfinished" if kind in ("vanished", "obsolete") and not gone else kind
    attribute = f' type="{kind}"' if kind else ""
    if not plural:
        return f"        <translation{attribute}>{escape(forms[0])}</translation>"
    held = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in forms)
    return f"        <translation{attribute}>{held}\n        </translation>"


def faults(texts: dict[str, Text], made: dict[str, Translation]) -> Iterator[str]:
    """Give each translation that would fail: it has a placeholder the text has not, or names other files."""
    for source, each in made.items():
        for form in each.forms if source in texts else ():
            try:
                more = placeholders(form) - placeholders(source)
            except ValueError as error:
                yield f"{form!r}: {error}"
                continue
            if more:
                yield f"{form!r} has {{{min(more)}}}, which {source!r} has not"
            if "{" not in source and "{" in form:
                yield f"{form!r} has braces, which {source!r} has not"
            if form and _FILES.findall(form) != _FILES.findall(source):
                yield f"{form!r} names other files than {source!r}"


def languages() -> list[Path]:
    """Give the files of all languages."""
    return [path for path in sorted(FOLDER.glob("evenkeel_*.ts")) if path.name != TEMPLATE]


def main(arguments: list[str]) -> int:
    """Bring all files up to date and build them, or with --check look at them; give the exit status."""
    check = arguments == ["--check"]
    found = collect(ROOT / "app")
    wrong = list(found.faults)
    for path in (FOLDER / TEMPLATE, *languages()):
        there = path.read_text(encoding="utf-8") if path.is_file() else ""
        made = read(path) if there and path.name != TEMPLATE else {}
        wrong += [f"{path.name}: {fault}" for fault in faults(found.texts, made)]
        language = "" if path.name == TEMPLATE else path.stem.partition("_")[2]
        new = written(found.texts, made, language)
        if check and path.name == TEMPLATE and new != there:
            wrong.append(f"{path.name} is behind the source; run make translations")
        elif not check and new != there:
            path.write_text(new, encoding="utf-8")
    print("\n".join(wrong), file=sys.stderr) if wrong else print(f"{len(found.texts)} texts")
    if not check and not wrong:
        build()
    return 1 if wrong else 0


def build() -> None:
    """Build what the window loads, of each language; raises CalledProcessError."""
    release = shutil.which("pyside6-lrelease", path=Path(sys.executable).parent) or "pyside6-lrelease"
    for path in languages():
        subprocess.run([release, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
