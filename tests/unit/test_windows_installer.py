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
