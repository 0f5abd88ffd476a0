"""Everything but the window works, and is tested, on a machine without Qt."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HIDDEN = "import sys; sys.modules['PySide6'] = None; import pytest; sys.exit(pytest.main(sys.argv[1:]))"


def test_all_tests_but_the_windows_are_found_without_qt() -> None:
    command = [sys.executable, "-c", HIDDEN, "-p", "no:pytest-qt", "--collect-only", "-q"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout[-2000:]
    assert "tests/live/test_listen.py" in found.stdout
    assert "tests/ui" not in found.stdout
