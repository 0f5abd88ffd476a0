"""Every text of ours that a user may read can be translated: it goes through app.language, in full."""

import ast
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.language import speak
from app.report.words import addressed

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "packaging" / "translations.py"

IN_ENGLISH = {
    "cli.py", "console.py", "content.py", "doctor.py", "journal_cli.py", "journal_check.py", "models_cli.py",
    "report/terminal.py", "report/following.py",
}  # fmt: skip
"""What only commands say, or content that was changed by hand is refused with."""

TRANSLATED = {"tr", "trn", "marked", "Texts"}
_WORD = re.compile(r"[^\W\d_]{2}")
_SENTENCE = re.compile(r"[^\W\d_]{2,}[^<>]* [^<>]*[^\W\d_]{2,}|^[A-Z][a-z]")
_CODE = re.compile(r"</|<\w|\w=\"|\{ [\w-]+:|^# |^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|PRAGMA)\b")
_NOT_SHOWN = {
    "execute", "query", "compile", "startswith", "endswith", "setProperty", "setStyleSheet", "QKeySequence",
    "TypeVar", "cast", "encode", "delete_where", "count_where", "rows_where", "Thread", "replace", "split",
    "match", "search", "sub", "get", "PurePath", "NewType", "setDisplayFormat", "getLogger",
    "RuntimeError",
}  # fmt: skip
"""Calls whose texts nobody reads."""

_TOLD = re.compile(r"\w+ \w+ .*\.$")
"""What the layers below say to a user is a sentence; else they hold queries, names and keys."""

_KEYS = re.compile(r"((Ctrl|Alt|Shift)\+\S*|Esc|Enter|Return|Delete|Space|Backspace)( |$)")

NAMES = {
    "Evenkeel", "Vosk", "Moonshine", "Fusion", "Read", "PDF (*.pdf)", "To yourself:", "To a colleague:",
    "first start", "call alone", "more in", "more out", "plain halves", "Call of",
}  # fmt: skip
"""Names, ids, and how the content begins what is said to whom."""


def _called(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def untranslated(tree: ast.Module, looks: re.Pattern[str] = _SENTENCE) -> Iterator[tuple[int, str]]:
    """Give line and words of each text that `looks` as if it were for a user, and can't be translated."""
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if (text := _text(node)) is None or isinstance(
            above[node], ast.Expr | ast.JoinedStr | ast.FormattedValue
        ):
            continue
        told = text.replace("{}", "").strip()
        if (
            told in NAMES
            or _KEYS.match(told)
            or not _WORD.search(told)
            or not looks.search(told)
            or _CODE.search(told)
        ):
            continue
        if not _hidden(node, above):
            yield node.lineno, text


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _hidden(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    """Whether a text is translated, or stands where nothing is shown: a name, a type, a key, a query."""
    while (upper := above.get(node)) is not None:
        if isinstance(upper, ast.Call):
            return _called(upper) in TRANSLATED | _NOT_SHOWN or node is upper.func
        if isinstance(upper, ast.Compare | ast.arg | ast.MatchValue | ast.Assert):
            return True
        if isinstance(upper, ast.Subscript) and node is upper.slice:
            return True
        if isinstance(upper, ast.Dict) and node in upper.keys:
            return True
        if isinstance(upper, ast.FunctionDef | ast.AsyncFunctionDef):
            return node is upper.returns
        if isinstance(upper, ast.AnnAssign) and node is upper.annotation:
            return True
        if isinstance(upper, ast.stmt):
            return False
        node = upper
    return False


def _modules() -> list[Path]:
    app = ROOT / "app"
    return [
        path
        for path in sorted(app.rglob("*.py"))
        if (name := path.relative_to(app).as_posix()) not in IN_ENGLISH and not name.startswith("domain/")
    ]


def _looks(path: Path) -> re.Pattern[str]:
    shows = path.relative_to(ROOT / "app").parts[0] in ("ui", "report")
    return _SENTENCE if shows else _TOLD


def _measured(text: str) -> bool:
    """Whether it is kept in English and translated where it is shown."""
    speak(lambda text, n: "told")
    try:
        return addressed(text) == "told"
    finally:
        speak()


def test_no_text_is_left_out() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text[:70]!r}"
        for path in _modules()
        for line, text in untranslated(ast.parse(path.read_text(encoding="utf-8")), _looks(path))
        if not _measured(text)
    ]
    assert not found, "\n".join(("", *found))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ('def f(): label.setText("Start the call")', True),
        ('def f(n): label.setText(f"Mood {n}")', True),
        ('WORDS = {"a": "Well done"}', True),
        ('def f(): raise KnownError(f"There is no {name}; check it.")', True),
        ('def f(): label.setText(tr("Start the call"))', False),
        ('WORDS = {"a": marked("Well done")}', False),
        ('def f(): """Give the text."""', False),
        ('def f(x: "Journal | None"): pass', False),
        ('def f(): db.execute("select a from b")', False),
        ('def f(): label.setProperty("role", "Some role")', False),
        ('def f(): label.setText("Evenkeel")', False),
    ],
)
def test_what_is_for_a_user_is_told_from_what_is_not(source: str, seen: bool) -> None:
    assert bool(list(untranslated(ast.parse(source)))) is seen


def test_the_template_is_up_to_date_and_all_texts_fit_their_values() -> None:
    done = subprocess.run([sys.executable, TOOL, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# What the collector takes, refuses and keeps


@pytest.fixture(scope="module")
def tool() -> dict[str, object]:
    return runpy.run_path(str(TOOL))


def _collect(tool: dict, folder: Path, source: str) -> object:  # type: ignore[type-arg]
    (folder / "app").mkdir()
    (folder / "app" / "a.py").write_text(source, encoding="utf-8")
    return tool["collect"](folder / "app")


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('def f(x): tr(f"Hello {x}")', "plain literals"),
        ('def f(x): tr("Hello " + x)', "plain literals"),
        ('def f(x): tr("a" if x else "b")', "plain literals"),
        ('def f(n): trn("1 file", MANY, n)', "plain literals"),
        ('TITLE = tr("Hello")', "while the module is loaded"),
        ('def f(a=tr("Hello")): pass', "while the module is loaded"),
        ('def f(x): tr("Hello {name}", nam=x)', "holds ['name'] and is given ['nam']"),
        ('def f(x): tr("Hello {name}")', "holds ['name']"),
        ('def f(x): tr("Hello {", name=x)', "Hello {"),
        ('def f(n): trn("1 file", "{n} files in {place}", n)', "holds ['n', 'place']"),
        ('def f(n): (tr("{n} files", n=n), trn("1 file", "{n} files", n))', "another singular"),
    ],
)
def test_a_text_that_could_not_be_translated_is_refused(
    tool: dict[str, object], tmp_path: Path, source: str, fault: str
) -> None:
    assert any(fault in each for each in _collect(tool, tmp_path, source).faults)  # type: ignore[attr-defined]


def test_a_text_is_collected_with_the_files_it_is_in(tool: dict[str, object], tmp_path: Path) -> None:
    source = """
A = marked("Hello {name}")
def f(n): (tr(A, name="x"), trn("1 file", "{n} files", n), tr("Two " "parts"))
"""
    found = _collect(tool, tmp_path, source)
    assert not found.faults  # type: ignore[attr-defined]
    assert {text: (each.one, each.files) for text, each in found.texts.items()} == {  # type: ignore[attr-defined]
        "Hello {name}": (None, {"app/a.py"}),
        "{n} files": ("1 file", {"app/a.py"}),
        "Two parts": (None, {"app/a.py"}),
    }
