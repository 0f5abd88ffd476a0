import sys
from pathlib import Path

import pytest

from app.paths import command, crash_folder, data_folder, model_folders, resources_folder

ROOT = Path(__file__).resolve().parents[2]


def test_the_users_data_lies_where_evenkeel_home_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "mine"))
    assert data_folder() == tmp_path / "mine"
    assert crash_folder().parent == data_folder()
    assert model_folders()[1].parent == data_folder()
    assert not (tmp_path / "mine").exists()


def test_a_short_way_to_evenkeel_home_is_made_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVENKEEL_HOME", "mine")
    assert data_folder() == tmp_path / "mine"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("EVENKEEL_HOME", "~/theirs")
    assert data_folder() == tmp_path / "theirs"


def test_else_it_lies_where_the_system_keeps_such_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EVENKEEL_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder().name == "evenkeel"
    assert data_folder().is_relative_to(tmp_path)


def test_a_source_tree_holds_what_the_product_brought() -> None:
    assert resources_folder() == ROOT / "resources"
    assert model_folders()[0] == ROOT / "speech_models"


def test_a_frozen_program_has_its_resources_inside_and_its_models_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "app" / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "app" / "evenkeel"))
    assert resources_folder() == tmp_path / "app" / "_internal" / "resources"
    assert model_folders()[0] == tmp_path / "app" / "speech_models"


def test_on_macos_models_lie_in_resources_for_only_programs_may_lie_where_the_program_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Evenkeel.app/Contents/MacOS/evenkeel"))
    assert model_folders()[0] == tmp_path / "Evenkeel.app/Contents/Resources/speech_models"


@pytest.mark.parametrize(("system", "name"), [("linux", "evenkeel"), ("win32", "evenkeel-cli")])
def test_a_command_is_named_as_it_is_called_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, name: str
) -> None:
    assert command().endswith("main.py")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "platform", system)
    assert command() == name
