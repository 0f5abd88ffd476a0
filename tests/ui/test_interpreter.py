"""A translation is made, built by Qt, and spoken: by the window, and by the processes it starts."""

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.language import carried, speak, tr, trn
from app.session.supervisor import Died, Supervisor
from app.ui.interpreter import interpret

TOOL = Path(__file__).parents[2] / "packaging" / "translations.py"
PATIENCE_S = 60.0

Make = Callable[[list[str]], int]

SOURCE = """
A = marked("Start the call")
def f(n, name): (trn("1 file", "{n} files", n), tr("Hello {name}", name=name), tr("New"))
"""
MADE = {"Start the call": ["Začít hovor"], "{n} files": ["{n} soubor", "{n} soubory", "{n} souborů"]}
"""Czech has three forms for a number."""


def answer(channel: object) -> None:
    """Say in a child process what is said there."""
    channel.send(tr("Start the call"))  # type: ignore[attr-defined]


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    before = set(qapp.findChildren(QTranslator))
    yield
    speak()
    for translator in set(qapp.findChildren(QTranslator)) - before:  # Qt's own texts would stay in it
        qapp.removeTranslator(translator)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """The tool that makes translations, at work on a source and a folder of the test's own."""
    made: Make = runpy.run_path(str(TOOL))["main"]
    made.__globals__.update(ROOT=tmp_path, FOLDER=tmp_path)  # type: ignore[attr-defined]
    return made


@pytest.fixture
def folder(tmp_path: Path, make: Make) -> Path:
    """A folder with a translation into Czech, of a source of three texts."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "evenkeel_cs.ts").write_text('<TS version="2.1"><context></context></TS>', encoding="utf-8")
    assert make([]) == 0
    _translate(tmp_path / "evenkeel_cs.ts", MADE)
    assert make([]) == 0
    return tmp_path


def _translate(path: Path, made: dict[str, list[str]]) -> None:
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        forms = made.get(message.findtext("source") or "", [])
        at = message.find("translation")
        if not forms or at is None:
            continue
        del at.attrib["type"]
        if message.get("numerus") == "yes":
            at[:] = [ElementTree.Element("numerusform") for _ in forms]
            for held, form in zip(at, forms, strict=True):
                held.text = form
        else:
            at.text = forms[0]
    tree.write(path, encoding="utf-8")


@pytest.mark.usefixtures("english", "qapp")
def test_the_window_speaks_the_first_of_the_users_languages_that_there_is(folder: Path) -> None:
    assert interpret(folder, ["sk-SK", "cs", "en"]) == "cs"
    assert tr("Start the call") == "Začít hovor"
    assert [trn("1 file", "{n} files", n) for n in (1, 3, 8)] == ["1 soubor", "3 soubory", "8 souborů"]
    assert tr("Hello {name}", name="Eva") == "Hello Eva"


@pytest.mark.usefixtures("english", "qapp")
@pytest.mark.parametrize("languages", [["en-GB", "cs"], ["fr"], []])
def test_it_speaks_english_where_that_comes_first_or_nothing_else_is_there(
    folder: Path, languages: list[str]
) -> None:
    assert interpret(folder, languages) == "en"
    assert tr("Start the call") == "Start the call"
    assert [trn("1 file", "{n} files", n) for n in (1, 3)] == ["1 file", "3 files"]


@pytest.mark.usefixtures("english", "qapp")
def test_a_child_process_speaks_as_the_window_does(folder: Path) -> None:
    interpret(folder, ["cs"])
    child = Supervisor(answer)
    try:
        said = child.receive(PATIENCE_S)
    finally:
        child.close()
    assert not isinstance(said, Died)
    assert said == "Začít hovor"
    speak()
    carried()()
    assert tr("Start the call") == "Start the call"


@pytest.mark.usefixtures("english")
def test_what_was_translated_is_kept_new_texts_are_added_and_gone_ones_marked(
    folder: Path, make: Make
) -> None:
    source = folder / "app" / "a.py"
    source.write_text(SOURCE.replace("Start the call", "Begin the call"), encoding="utf-8")
    assert make(["--check"]) == 1
    assert make([]) == 0
    messages = {
        each.findtext("source"): each for each in ElementTree.parse(folder / "evenkeel_cs.ts").iter("message")
    }
    assert messages["Start the call"].find("translation").get("type") == "vanished"  # type: ignore[union-attr]
    assert messages["Begin the call"].find("translation").get("type") == "unfinished"  # type: ignore[union-attr]
    assert [form.text for form in messages["{n} files"].iter("numerusform")] == MADE["{n} files"]
    written = (folder / "evenkeel_cs.ts").read_bytes()
    assert make([]) == 0
    assert (folder / "evenkeel_cs.ts").read_bytes() == written


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("wrong", ["Ahoj {jméno}", "Ahoj {", "Ahoj {name} {more}"])
def test_a_translation_that_could_not_be_filled_in_is_refused(
    folder: Path, make: Make, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _translate(folder / "evenkeel_cs.ts", {"Hello {name}": [wrong]})
    assert make(["--check"]) == 1
    assert wrong in capsys.readouterr().err


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("made", "status"), [("Strana (*.html);;Vše (*)", 0), ("Strana (*.xhtml);;Vše", 1)])
def test_a_kind_of_file_keeps_its_ending(folder: Path, make: Make, made: str, status: int) -> None:
    kind = "Page (*.html);;All (*)"
    (folder / "app" / "b.py").write_text(f"KIND = marked({kind!r})\n", encoding="utf-8")
    assert make([]) == 0
    _translate(folder / "evenkeel_cs.ts", {kind: [made]})
    assert make(["--check"]) == status
