"""The built program: `python -m tests.bench.package`, about three minutes.

It is built anew, and its start compared, in turns, with that of an empty PySide6 window from PyInstaller.
"""

import mmap
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.cost import ROOT
from tests.bench.results import Result

STARTS = 9
PATIENCE_S = 60.0
_LOOK_EVERY_S = 0.002
_SAMPLE = 4 * 997
"""Bytes of the screen from one compared pixel to the next."""

_PAINTED = 0.2
"""The part of the screen that has changed when a window is painted; both windows cover a third or more."""

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1000, 700)
window.show()
application.exec()
"""


@contextmanager
def screen(folder: Path) -> "Iterator[tuple[str, mmap.mmap]]":
    """Give a screen of our own: its name, and its pixels as they are now."""
    read, write = os.pipe()
    size = "1280x800x24"
    command = ["Xvfb", "-displayfd", str(write), "-fbdir", str(folder), "-screen", "0", size]
    server = subprocess.Popen([*command, "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            yield display, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    finally:
        server.terminate()
        server.wait()


def start(program: Path, display: str, pixels: mmap.mmap) -> float:
    """Give the seconds from starting the program until it has painted its window, which its loop does."""
    before = pixels[::_SAMPLE]
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": "/nowhere", "HOME": home, "EVENKEEL_HOME": home, "DISPLAY": display}
        began = time.monotonic()
        process = subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL)
        try:
            while _changed(before, pixels[::_SAMPLE]) < _PAINTED:
                if time.monotonic() - began > PATIENCE_S:
                    raise TimeoutError(f"{program} shows no window")
                time.sleep(_LOOK_EVERY_S)
            return time.monotonic() - began
        finally:
            process.terminate()
            process.wait()
            while _changed(before, pixels[::_SAMPLE]) > 0 and time.monotonic() - began < PATIENCE_S:
                time.sleep(_LOOK_EVERY_S)


def _changed(before: bytes, now: bytes) -> float:
    return sum(a != b for a, b in zip(before, now, strict=True)) / len(before)


def _bare(folder: Path) -> Path:
    """Build the empty window and give its program."""
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", str(script)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "dist" / "bare" / "bare"


def run() -> list[Result]:
    """Build the program; measure that, its size and its start."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.monotonic()
        build = [ROOT / "packaging" / "linux" / "build", folder]
        subprocess.run(build, check=True, capture_output=True)
        built_s = time.monotonic() - began
        ours, bare = folder / "evenkeel" / "evenkeel", _bare(folder)
        files = [file for file in ours.parent.rglob("*") if file.is_file() and not file.is_symlink()]
        size_mb = sum(file.stat().st_size for file in files) / 1e6
        with screen(folder) as (display, pixels):
            pairs = [(start(bare, display, pixels), start(ours, display, pixels)) for _ in range(STARTS + 1)][
                1:
            ]
    later = median(one - other for other, one in pairs)
    return [
        Result(
            "start of the built program to a painted window against a bare PySide6 bundle",
            "<= 1.0 s more",
            f"{later:.2f} s more (median of {STARTS}; bare {median(other for other, _ in pairs):.2f} s)",
            later <= 1.0,
        ),
        Result("size of the built program", "none", f"{size_mb:.0f} MB in {len(files)} files"),
        Result("time to build it", "none", f"{built_s:.0f} s"),
    ]


if __name__ == "__main__":
    for row in run():
        print(row.line())
