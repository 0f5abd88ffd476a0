"""What is sent to whoever helps: one schema, and nothing of who sits here or what was said."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from app import cli, doctor, policy
from app.audio.devices import Device, Kind
from app.settings import KeptSettings
from tests.open_journals import keep, open_journal

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "resources" / "doctor.schema.json").read_text(encoding="utf-8"))
PERSON = "marjolein"
SENTENCE = "the seventh parcel never came"
PLANTED = (PERSON, SENTENCE, "Call with the Larsens", "Larsen", "winter sale")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Somebody's home, with their name in the path, their headset, their words and a model of their own."""
    home = tmp_path / "homes" / PERSON
    data = home / "data of mine"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("EVENKEEL_HOME", str(data))
    monkeypatch.setattr(
        "app.audio.devices.list_inputs",
        lambda: [Device("1", f"{PERSON}'s headset", Kind.MICROPHONE, True, "PulseAudio")],
    )
    kept = KeptSettings(data)
    kept.change(
        agent_device=f"{PERSON}'s headset", own_negative_words=["winter sale"], review_folder=str(home)
    )
    with open_journal(data / "journal") as journal:
        keep(journal, f"Call with the Larsens: {SENTENCE}")
    return home


def told(capsys: pytest.CaptureFixture[str], status: int = 0) -> tuple[dict[str, Any], str]:
    assert cli._run(["doctor", "--json"]) == status
    out = capsys.readouterr().out
    form = json.loads(out)
    jsonschema.validate(form, SCHEMA)
    return form, out


def value(form: dict[str, Any], name: str) -> str:
    (found,) = [each for each in form["findings"] if each["name"] == name]
    return str(found["value"])


def test_it_is_the_schema_and_says_what_doctor_says(capsys: pytest.CaptureFixture[str]) -> None:
    form, _ = told(capsys)
    assert form["schema"] == doctor.SCHEMA and form["well"]
    assert [each["name"] for each in form["findings"]] == [each.name for each in doctor.examine([])]
    assert form["policy"] == {"place": str(policy.place()), "fixed": {}}


def test_nothing_of_the_person_or_what_was_said_is_in_it(
    capsys: pytest.CaptureFixture[str], home: Path, fix: Callable[[str], Path]
) -> None:
    own = home / "models" / f"vosk-model-{PERSON}-en"
    for file in ("am/final.mdl", "conf/model.conf", "graph/HCLr.fst"):
        (own / file).parent.mkdir(parents=True, exist_ok=True)
        (own / file).write_bytes(b"x")
    fix(f'models_folder = "{home / "models"}"')
    form, out = told(capsys)
    for each in (*PLANTED, str(home)):
        assert each.casefold() not in out.casefold()
    assert form["policy"]["fixed"] == {"models_folder": "~/models"}
    assert value(form, "data folder") == "EVENKEEL_HOME"
    assert value(form, "inputs") == "PulseAudio: 1 microphone"
    assert value(form, "speech models") == "1 of another name"


def test_only_official_models_are_named(home: Path) -> None:
    official = "vosk-model-small-en-us-0.15"
    assert doctor.official([official]) == [official]
    assert doctor.official([f"vosk-model-{PERSON}"]) == ["1 of another name"]
    assert doctor.official(["a", official, "b"]) == [official, "2 of other names"]
    assert doctor.official([]) == []


def test_the_name_of_the_user_is_left_out_of_other_places_too(monkeypatch: pytest.MonkeyPatch) -> None:
    found = doctor.examine([])
    elsewhere = replace(found[0], value=f"/media/{PERSON}/stick", remedy=f"see C:\\Users\\{PERSON}")
    form = doctor.form([elsewhere])
    assert form["findings"][0]["value"] == "/media/user/stick"
    assert form["findings"][0]["remedy"] == "see C:\\Users\\user"


def test_what_is_fixed_is_there_with_its_values(
    capsys: pytest.CaptureFixture[str], fix: Callable[[str], Path]
) -> None:
    fix('downloads = false\ntranscripts = 14\nhide_export = true\nmodels_folder = "/srv/models"')
    form, _ = told(capsys)
    assert form["policy"]["fixed"] == {
        "downloads": False,
        "transcripts": 14,
        "models_folder": "/srv/models",
        "hide_export": True,
    }


def test_a_policy_that_can_t_be_followed_is_told_and_the_rest_as_well(
    capsys: pytest.CaptureFixture[str], fix: Callable[[str], Path]
) -> None:
    fix("downloads = 7")
    form, _ = told(capsys, status=2)
    assert not form["well"] and form["policy"]["fixed"] is None
    (found,) = [each for each in form["findings"] if each["name"] == "policy"]
    assert found["state"] == "missing" and '"downloads" must be true or false' in found["remedy"]


def test_a_service_without_a_home_keeps_its_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/")
    monkeypatch.delenv("EVENKEEL_HOME")
    found = replace(doctor.examine([])[0], value="/opt/evenkeel/resources")
    assert doctor.form([found])["findings"][0]["value"] == "/opt/evenkeel/resources"
