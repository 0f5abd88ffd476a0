"""The installer for Windows compiles without a warning, and says what it promises."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging" / "windows"


def test_it_compiles_with_every_warning_an_error(tmp_path: Path) -> None:
    out = tmp_path / "evenkeel-setup.exe"
    done = subprocess.run([str(WINDOWS / "compile"), "", str(out)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert out.read_bytes().startswith(b"MZ")


def test_folders_are_those_as_seen_from_where_it_is_called(tmp_path: Path) -> None:
    at = tmp_path / "packaging" / "windows"
    at.mkdir(parents=True)
    for place in ("packaging/windows/compile", "packaging/windows/evenkeel.nsi", "packaging/icons.py"):
        (tmp_path / place).write_bytes((ROOT / place).read_bytes())
    for place in (".venv", "app", "resources", "LICENSE"):
        (tmp_path / place).symlink_to(ROOT / place)
    for place in ("dist/evenkeel/evenkeel.exe", "dist/papers/licences.html"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text("stands in", encoding="utf-8")
    command = ["bash", str(at / "compile"), "evenkeel", "out/evenkeel-setup.exe"]
    done = subprocess.run(command, cwd=tmp_path / "dist", capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "dist" / "out" / "evenkeel-setup.exe").is_file()


def test_files_are_named_as_makensis_finds_them_on_windows() -> None:
    found = re.findall(
        r"^ *File /r (.*)$", (WINDOWS / "evenkeel.nsi").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found == [r'"${BUNDLE}\*"', r'"${PAPERS}\*"']


def test_all_that_lies_beside_the_program_goes_with_it() -> None:
    spec = (ROOT / "packaging" / "evenkeel.spec").read_text(encoding="utf-8")
    beside = set(re.findall(r"\"(\w[\w.]*\.(?:md|toml|html))\"", spec.split("beside |=")[1]))
    assert beside == {"SECURITY.md", "policy.example.toml", "licences.html"}
    script = (WINDOWS / "evenkeel.nsi").read_text(encoding="utf-8")
    removed = script.partition("!macro RemoveProgram")[2].partition("!macroend")[0]
    assert beside <= set(re.findall(r'Delete "\$INSTDIR\\(.*)"', removed))


def test_it_asks_for_no_administrator_and_takes_no_data_unasked() -> None:
    script = (WINDOWS / "evenkeel.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert not re.findall(
        r"HKLM|HKCR|\$PROGRAMFILES|\$PROGRAMDATA|SetShellVarContext all|policy\.toml", script
    )
    # Only the section that has to be chosen touches the user's data.
    sections = re.findall(r"^Section (.*?)$(.*?)^SectionEnd$", script, flags=re.DOTALL | re.MULTILINE)
    takes = [head for head, body in sections if re.search(r"RMDir.*\$\{DATA\}|Delete.*\$\{DATA\}", body)]
    assert takes == ['/o "un.Journal and settings of this user" DELETE_DATA']
