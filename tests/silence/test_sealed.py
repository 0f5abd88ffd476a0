"""Sealed, the product does all it does: nothing in a day with it needs the network."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ui.single_instance import claim
from tests.silence import session
from tests.silence.surroundings import surroundings

PATIENCE_S = 300.0


@pytest.fixture
def folder() -> Iterator[Path]:
    with surroundings() as folder:
        yield folder


def test_a_day_in_the_window_while_sealed(folder: Path) -> None:
    command = [sys.executable, "-m", "tests.silence.window_walk", str(folder), "--seal"]
    done = subprocess.run(command, cwd=session.ROOT, capture_output=True, text=True, timeout=PATIENCE_S)
    assert done.returncode == 0, done.stderr
    assert session.told(done.stdout).steps == session.IN_WINDOW


SECOND = """
import sys
import threading
from pathlib import Path
from app import seal
from app.errors import KnownError
from app.ui import single_instance
single_instance._PATIENCE_S = 0.2
if sys.argv[2] == "sealed":
    seal.seal()
try:
    print(single_instance.claim(Path(sys.argv[1])))
except KnownError as known:
    print(known)
"""


def test_a_sealed_start_is_not_content_with_a_window_that_is_not(tmp_path: Path) -> None:
    first = claim(tmp_path)
    assert first is not None
    knocks: list[object] = []
    first.listen(knocks.append)
    try:
        for how, told in (("usual", "None\n"), ("sealed", "without the seal")):
            command = [sys.executable, "-c", SECOND, str(tmp_path), how]
            done = subprocess.run(command, cwd=session.ROOT, capture_output=True, text=True)
            assert told in done.stdout, done.stderr
    finally:
        first.close()
    assert knocks == [[]]


def test_any_start_shows_the_window_that_is_sealed(tmp_path: Path) -> None:
    waiting = SECOND.replace("print(single_instance.claim(Path(sys.argv[1])))", HOLD)
    command = [sys.executable, "-c", waiting, str(tmp_path), "sealed"]
    with subprocess.Popen(
        command, cwd=session.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"
        assert claim(tmp_path) is None
        assert first.communicate("\n")[0] == "knocked\n"


HOLD = """
    first = single_instance.claim(Path(sys.argv[1]))
    knocked = threading.Event()
    first.listen(lambda _: (print("knocked", flush=True), knocked.set()))
    print("ready", flush=True)
    sys.stdin.readline()
    knocked.wait(60)
    first.close()"""
