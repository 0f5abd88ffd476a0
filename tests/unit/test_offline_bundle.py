"""The offline bundle's installer refuses what is not whole, in one sentence, and leaves nothing behind."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "packaging" / "offline"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle whose wheels are stand-ins: enough for everything before the first of them is opened."""
    folder = tmp_path / "bundle"
    for name in ("wheels/one-1.0-py3-none-any.whl", "wheels/two-2.0-py3-none-any.whl", "program/main.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"stands in for {name}", encoding="utf-8")
    for name in ("install.sh", "check.sh", "uninstall.sh"):
        text = (SCRIPTS / name).read_text(encoding="utf-8")
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        (folder / name).write_text(text.replace("@PYTHON@", python), encoding="utf-8")
        (folder / name).chmod(0o755)
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def build() -> ModuleType:
    """What makes the bundle, which lies with the packaging."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        from offline import build
    finally:
        sys.path.remove(str(ROOT / "packaging"))
    return build


def _run(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    home = script.parent.parent / "home"
    home.mkdir(exist_ok=True)
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    command = [str(script), *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        env=os.environ | own,
        stdin=subprocess.DEVNULL,
        cwd=script.parent,
    )


def _install(bundle: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    place = bundle.parent / "a place" / "evenkeel"
    return _run(bundle / "install.sh", "--prefix", str(place), "--python", sys.executable, *arguments)


def _refused(done: subprocess.CompletedProcess[str], sentence: str, place: Path) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{sentence}\n"
    assert not place.exists()


DAMAGE = {
    "changed": lambda file: file.write_text("something else"),
    "cut short": lambda file: os.truncate(file, 5),
    "missing": lambda file: file.unlink(),
}


@pytest.mark.parametrize("how", DAMAGE)
@pytest.mark.parametrize("name", ["wheels/two-2.0-py3-none-any.whl", "program/main.py", "check.sh"])
def test_a_damaged_file_is_named_and_nothing_is_installed(bundle: Path, name: str, how: str) -> None:
    DAMAGE[how](bundle / name)
    sentence = (
        f"Damaged or missing: {name}; copy the bundle again from where you got it. Nothing was installed."
    )
    _refused(_install(bundle, "--yes"), sentence, bundle.parent / "a place")


def test_of_many_damaged_files_the_first_is_named(bundle: Path) -> None:
    for wheel in (bundle / "wheels").iterdir():
        wheel.unlink()
    done = _install(bundle, "--yes")
    assert "Damaged or missing: wheels/one-1.0-py3-none-any.whl and 1 more; copy" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_damaged_file_is_named_whatever_the_language(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that compares speaks the user's language, as far as this computer has it."""
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    (bundle / "program" / "main.py").write_text("something else", encoding="utf-8")
    done = _install(bundle, "--yes")
    assert done.returncode == 2
    assert done.stderr.startswith("Damaged or missing: program/main.py; copy the bundle again")
    assert not (bundle.parent / "a place").exists()


def test_what_fails_without_naming_a_file_stops_as_well(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "sha256sum").write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    (tmp_path / "bin" / "sha256sum").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    sentence = (
        "The bundle can't be checked, for SHA256SUMS is damaged; copy all of it again. Nothing was installed."
    )
    _refused(_install(bundle, "--yes"), sentence, bundle.parent / "a place")


def test_where_nothing_can_compare_nothing_is_believed(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    for name in ("dirname", "id"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    sentence = (
        "The bundle can't be checked, for this computer has neither sha256sum nor shasum; "
        "install one of them. Nothing was installed."
    )
    _refused(_install(bundle, "--yes"), sentence, bundle.parent / "a place")


def test_without_its_sums_nothing_is_believed(bundle: Path) -> None:
    (bundle / "SHA256SUMS").unlink()
    sentence = (
        "SHA256SUMS is missing, so the bundle can't be checked; copy all of it again. Nothing was installed."
    )
    _refused(_install(bundle, "--yes"), sentence, bundle.parent / "a place")


def test_a_python_that_is_not_there_is_asked_for(bundle: Path) -> None:
    done = _install(bundle, "--yes", "--python", "python-of-nowhere")
    assert done.returncode == 2
    assert "was not found; install it, or name it with --python. Nothing was installed." in done.stderr


def test_a_folder_with_something_else_is_left_alone(bundle: Path) -> None:
    place = bundle.parent / "a place" / "evenkeel"
    place.mkdir(parents=True)
    (place / "letters.txt").write_text("mine", encoding="utf-8")
    done = _install(bundle, "--yes")
    assert done.returncode == 2
    assert done.stderr == (
        f"{place} holds something else; name another folder with --prefix. Nothing was installed.\n"
    )
    assert [path.name for path in place.iterdir()] == ["letters.txt"]


def test_a_place_is_the_same_however_it_is_written(bundle: Path) -> None:
    place = bundle.parent / "a place"
    place.mkdir()
    (place / "letters.txt").write_text("mine", encoding="utf-8")
    done = _install(bundle, "--yes", "--prefix", "..//other/../a place//")
    assert done.stderr.startswith(f"{place} holds something else;")


def test_nothing_is_installed_without_being_asked_for(bundle: Path) -> None:
    sentence = "There is no terminal to ask in; add --yes to install without being asked."
    _refused(_install(bundle), sentence, bundle.parent / "a place")


def test_an_option_that_is_not_known_is_told(bundle: Path) -> None:
    sentence = "--silent is not known; see ./install.sh --help."
    _refused(_install(bundle, "--silent"), sentence, bundle.parent / "a place")


def test_a_wheel_that_is_none_leaves_what_was_installed(bundle: Path) -> None:
    """The sums hold, and yet the packages can't be installed: as with a bundle for another system."""
    place = bundle.parent / "a place" / "evenkeel"
    place.mkdir(parents=True)
    (place / ".evenkeel-offline").touch()
    (place / "main.py").write_text("the old one", encoding="utf-8")
    done = _install(bundle, "--yes")
    assert done.returncode != 0
    assert (place / "main.py").read_text(encoding="utf-8") == "the old one"
    assert [path.name for path in place.parent.iterdir()] == ["evenkeel"]


def test_what_install_did_not_make_is_not_removed(bundle: Path) -> None:
    done = _run(bundle / "uninstall.sh", "--yes")
    assert done.returncode == 2
    assert done.stderr == f"{bundle} was not made by install.sh, so nothing was removed.\n"
    assert (bundle / "wheels").is_dir()


def test_the_program_is_what_is_committed_and_what_is_built_of_it(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, program = tmp_path / "root", tmp_path / "program"
    program.mkdir()
    for name in build.SOURCE:
        place = root / name if Path(name).suffix or name == "LICENSE" else root / name / "file"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    language = root / build.TRANSLATIONS / "evenkeel_de.ts"
    language.parent.mkdir()
    language.touch()
    git = ["git", "-C", str(root), "-c", "user.name=test", "-c", "user.email=test"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *command], check=True)
    language.with_suffix(".qm").touch()
    (root / "app" / "lies about.py").touch()
    monkeypatch.setattr(build.locked, "ROOT", root)
    build._source(program)
    assert (program / build.TRANSLATIONS / "evenkeel_de.qm").is_file()
    assert (program / "policy.example.toml").is_file() and (program / "SECURITY.md").is_file()
    assert not (program / "packaging").exists() and not (program / "app" / "lies about.py").exists()


@pytest.mark.parametrize("script", sorted((ROOT / "packaging").rglob("*.ps1")), ids=lambda path: path.name)
def test_no_question_mark_is_taken_for_a_part_of_a_name_by_powershell(script: Path) -> None:
    assert re.findall(r"\$\w+\?", script.read_text(encoding="utf-8")) == []
