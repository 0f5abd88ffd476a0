"""Programs to whom a folder or file can be closed, though the tests may be run by root."""

import os
import shutil
import subprocess
import sys

import pytest


def told(script: str, *arguments: object) -> str:
    """Run a script in a Python to which modes apply; give what it printed, without the last line's end."""
    done = subprocess.run(
        [*_without_rights(), sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _without_rights() -> list[str]:
    """Give what a command begins with for root not to be let in everywhere; skips where there is nothing."""
    if sys.platform == "win32":
        pytest.skip("a folder's mode closes nothing on Windows")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root is let in everywhere, and there is no setpriv")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all"]
