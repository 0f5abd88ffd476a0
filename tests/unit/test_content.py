"""The delivered content loads; anything wrong in it is refused by file, entry and field."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.content import load_coaching
from app.domain.cue_rules import Measured
from app.errors import KnownError

CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def test_the_delivered_content_loads():
    coaching = load_coaching(CONTENT)
    bands = {kind.id: (kind.low, kind.high) for kind in coaching.call_types.values()}
    assert bands == {
        "complaint": (0.25, 0.45),
        "refusal": (0.35, 0.55),
        "technical": (0.40, 0.60),
        "billing": (0.35, 0.55),
        "sales": (0.40, 0.55),
        "general": (0.35, 0.60),
    }
    assert {kind.id for kind in coaching.call_types.values() if kind.heated} == {"complaint", "refusal"}
    live = {technique.id for technique in coaching.techniques.values() if "L" in technique.marks}
    assert {rule.technique for rule in coaching.rules} == live
    assert all(coaching.jargon[kind] for kind in coaching.call_types)


def test_a_limit_by_call_type_is_the_call_types_own():
    coaching = load_coaching(CONTENT)
    limits = {
        rule.call_types: rule.trigger.over["monologue_s"]
        for rule in coaching.rules
        if isinstance(rule.trigger, Measured) and rule.trigger.over.keys() == {"monologue_s"}
    }
    assert limits[("complaint",)] == 45
    assert limits == {(kind.id,): kind.monologue_s for kind in coaching.call_types.values()}


def test_the_checklists_cover_the_kinds_of_call():
    checklists = load_coaching(CONTENT).checklists
    assert {id: each.call_type for id, each in checklists.items()} == {
        "complaint": "complaint",
        "refund-refusal": "refusal",
        "outage": "refusal",
        "billing-dispute": "billing",
        "supervisor-request": "complaint",
        "technical-help": "technical",
        "general": "general",
        "first-five-seconds": None,
    }
    texts = [item.text for each in checklists.values() for item in each.items]
    assert len(set(texts)) == len(texts)
    assert not any("!" in text or text != " ".join(text.split()) for text in texts)
    assert all(item.technique for each in checklists.values() for item in each.items)


def test_what_comes_before_a_call_is_a_check_or_a_field_of_its_page():
    coaching = load_coaching(CONTENT)
    marked = {technique.id for technique in coaching.techniques.values() if "P" in technique.marks}
    checks = {item.technique for each in coaching.checklists.values() for item in each.items}
    assert marked - checks == {"purpose", "prepare", "hot-buttons"}  # tests/ui/test_prepare.py has these


def test_every_list_is_used():
    coaching = load_coaching(CONTENT)
    used = {"negative"}
    for rule in coaching.rules:
        for field in ("any", "needs", "before", "after", "unless", "until"):
            used.update(getattr(rule.trigger, field, ()))
    assert set(coaching.lists) - used == set()


GOOD = """
[[cue]]
technique = "respect"
kind = "nudge"
text = "Slow down"
"""


@pytest.mark.parametrize(
    ("addition", "named"),
    [
        (
            GOOD.replace("respect", "respekt") + 'said = { any = ["sharp"] }',
            ["respekt", '"technique"', "paraphrase"],
        ),
        (
            GOOD.replace("respect", "purpose") + 'said = { any = ["sharp"] }',
            ["purpose", '"technique"', "mark L"],
        ),
        (GOOD.replace("nudge", "prize") + 'said = { any = ["sharp"] }', ["respect", '"kind"', "praise"]),
        (GOOD.replace("Slow", "Slow" * 20) + 'said = { any = ["sharp"] }', ["respect", '"text"', "60"]),
        (GOOD + 'said = { any = ["sharpp"] }', ["respect", '"said"', '"any"', "sharpp"]),
        (GOOD + 'said = { any = ["sharp", "negative"] }', ["respect", '"any"', "one speaker"]),
        (GOOD + 'said = { any = ["past_blame"] }', ["respect", '"any"', "one speaker"]),
        (GOOD + "said = { any = [] }", ["respect", '"any"', "list"]),
        (GOOD + 'said = { any = ["sharp"], after = ["blame"] }', ["respect", '"after"', "blame"]),
        (GOOD + 'said = { any = ["sharp"], unless = ["request"] }', ["respect", '"unless"', "request"]),
        (GOOD + 'said = { any = ["sharp"], place = "middle" }', ["respect", '"place"', "turn-start"]),
        (GOOD + 'said = { any = ["sharp"], sometimes = true }', ["respect", '"sometimes"', "known are"]),
        (GOOD + 'said = { any = ["sharp"] }\nnot_said = { any = ["sharp"] }', ["respect", "exactly one of"]),
        (GOOD, ["respect", "exactly one of"]),
        (GOOD + 'said = "sharp"', ["respect", '"said"', "table"]),
        (GOOD + 'said = { any = ["sharp"] }\nonce = "yes"', ["respect", '"once"', "true or false"]),
        (
            GOOD + 'said = { any = ["sharp"] }\ncall_types = ["complain"]',
            ["respect", '"call_types"', "complaint"],
        ),
        (GOOD.replace("down", "{plain}") + 'said = { any = ["sharp"] }', ["respect", '"text"', "jargon"]),
        (GOOD + 'not_said = { any = ["sharp"] }', ["respect", '"by_s"', "at_end"]),
        (GOOD + 'not_said = { any = ["sharp"], by_s = 3, at_end = true }', ["respect", '"by_s"', "at_end"]),
        (GOOD + 'run = { any = ["sharp"], until = ["own"], count = 1 }', ["respect", '"count"', "from 2"]),
        (GOOD + "measured = { over = { loudness = 6 } }", ["respect", '"over"', "loudness_db"]),
        (GOOD + 'measured = { over = { loudness_db = "loud" } }', ["respect", '"loudness_db"', "number"]),
        (
            GOOD + 'measured = { over = { loudness_db = "call type" } }',
            ["respect", '"loudness_db"', "number"],
        ),
        (GOOD + "measured = { sustain_s = 3 }", ["respect", '"over"', "at least one"]),
        (
            GOOD + "measured = { over = { loudness_db = 6 }, release = { loudness_db = 7 } }",
            ["respect", '"release"'],
        ),
        (
            GOOD + "measured = { over = { loudness_db = 6 }, worse = { loudness_db = 5 } }",
            ["respect", '"worse"'],
        ),
        ("[cues]\nx = 1", ["[[cue]]", "nothing else"]),
    ],
)
def test_a_wrong_cue_is_refused_by_name(folder, addition, named):
    with (folder / "cues.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + addition + "\n")
    with pytest.raises(KnownError) as fault:
        load_coaching(folder)
    message = str(fault.value)
    assert "cues.toml" in message and "\n" not in message
    for name in named:
        assert name in message


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("call_types.toml", "low = 0.25", "low = 25", ["complaint", '"low"', "from 0 to 1"]),
        ("call_types.toml", "low = 0.25", "low = 0.5", ["complaint", '"low"', "below high"]),
        ("call_types.toml", "low = 0.25, ", "", ["complaint", '"low"', "missing"]),
        ("call_types.toml", 'id = "sales"', 'id = "general"', ["general", '"id"', "twice"]),
        (
            "call_types.toml",
            "monologue_s = 75",
            'monologue_s = "long"',
            ["technical", '"monologue_s"', "number"],
        ),
        ("techniques.toml", 'marks = ["P", "R", "C"]', 'marks = ["P", "X"]', ["purpose", '"marks"', "X"]),
        ("techniques.toml", 'marks = ["P", "R", "C"]', 'marks = ["R", "C"]', ["purpose", '"prepare"']),
        ("techniques.toml", 'id = "purpose"', 'id = "prepare"', ["prepare", '"id"', "twice"]),
        (
            "techniques.toml",
            'title = "Hold on to your purpose"',
            'title = " "',
            ["purpose", '"title"', "not empty"],
        ),
        ("phrases.toml", "{feeling}", "{felling}", ['"agent"', '"label_feeling"', "felling", "feeling"]),
        ("phrases.toml", '"first ... then"', '"first ..."', ['"build_confidence"', "first ..."]),
        ("phrases.toml", "negative.phrases = [", "sad = [", ['"negative"', '"phrases"', "missing"]),
        ("phrases.toml", "request = [", "refusal = [", ['"customer"', '"refusal"', "taken"]),
        ("phrases.toml", "[jargon.sales]", "[jargon.sale]", ['"jargon"', '"sale"', "sales"]),
        ("phrases.toml", '"as per" = "as"', '"as per" = ""', ['"general"', '"as per"', "not empty"]),
        ("phrases.toml", "told = [", "asked = [", ['"questions"', '"told"', "missing"]),
        ("phrases.toml", "[either]", "[neither]", ["neither"]),
        ("techniques.toml", 'heard = ["confirm"]', 'heard = ["request"]', ["confirm", '"heard"', "request"]),
        (
            "checklists.toml",
            'call_type = "billing"',
            'call_type = "bill"',
            ["billing-dispute", '"call_type"'],
        ),
        ("checklists.toml", 'technique = "acknowledge"', 'technique = "confirm"', ["complaint", "confirm"]),
        ("checklists.toml", 'id = "outage"', 'id = "complaint"', ["complaint", '"id"', "twice"]),
        ("checklists.toml", '{ text = "Let', '{ txt = "Let', ["complaint", '"text"', "missing"]),
        ("checklists.toml", "Three slow breaths", "breath " * 12, ["first-five", '"text"', "90"]),
        ("checklists.toml", "\nhot_buttons", "\nbuttons", ['"hot_buttons"', "missing"]),
        ("checklists.toml", "[[checklist]]", "[[lists]]", ['"lists"', "not known"]),
        ("cues.toml", 'technique = "stop-sign"', 'technique = "explain-enough"', ["stop-sign", "mark L"]),
        ("cues.toml", '[[cue]]\ntechnique = "respect"', '[[cue]\ntechnique = "respect"', ["can't be read"]),
    ],
)
def test_wrong_content_is_refused_by_file_entry_and_field(folder, file, old, new, named):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnownError) as fault:
        load_coaching(folder)
    message = str(fault.value)
    assert message.startswith(file) or file in message
    for name in named:
        assert name in message


@pytest.mark.parametrize("count", [4, 8])
def test_a_checklist_is_read_in_a_minute(folder, count):
    path = folder / "checklists.toml"
    checks = "".join(f'{{ text = "Check {n}" }},' for n in range(count))
    more = f'[[checklist]]\nid = "more"\ntitle = "More"\nchecks = [{checks}]\n'
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    with pytest.raises(KnownError, match=r'checklists.toml.*more.*"checks".*5 to 7'):
        load_coaching(folder)


@pytest.mark.parametrize(
    "file", ["techniques.toml", "call_types.toml", "phrases.toml", "cues.toml", "checklists.toml"]
)
def test_a_missing_or_garbled_file_is_named(folder, file):
    (folder / file).write_bytes(b"\xff\xfe")
    with pytest.raises(KnownError, match=file):
        load_coaching(folder)
    (folder / file).unlink()
    with pytest.raises(KnownError, match=file):
        load_coaching(folder)


def test_content_is_read_without_any_recogniser():
    code = "import sys, app.content; sys.exit('rapidfuzz' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=CONTENT.parents[1], check=False).returncode == 0
