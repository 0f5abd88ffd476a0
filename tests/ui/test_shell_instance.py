"""One window a person, whatever became of the one before: real processes, as `python main.py` starts them."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from app.errors import KnownError
from app.settings import KeptSettings
from app.ui import single_instance
from app.ui.single_instance import Instance, claim

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30
SHOWN = "print('shown', flush=True)"
READY = f"""
import sys
from app.ui import window
asked, show = window.Window.show_yourself, window.Window.showEvent
window.Window.show_yourself = lambda self: (asked(self), {SHOWN})
window.Window.showEvent = lambda self, event: (show(self, event), {SHOWN})
from app.ui.application import run
sys.exit(run())
"""
"""The product, saying when its window is shown and when it is asked for once more."""


def start() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", READY], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def wait_until_shown(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "shown\n"


@pytest.fixture
def first(home: Path) -> Iterator[subprocess.Popen[str]]:
    """A running window."""
    KeptSettings(home).change(first_start_done=True)
    process = start()
    wait_until_shown(process)
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_a_second_start_raises_the_first_and_is_done(first: subprocess.Popen[str]) -> None:
    second = start()
    assert second.communicate(timeout=PATIENCE) == ("", "")
    assert second.returncode == 0
    wait_until_shown(first)
    assert first.poll() is None


def test_after_kill_9_the_next_start_is_the_first_again(first: subprocess.Popen[str]) -> None:
    first.kill()
    first.wait(PATIENCE)
    again = start()
    try:
        wait_until_shown(again)
        second = start()
        assert second.wait(PATIENCE) == 0
        second.communicate()
        wait_until_shown(again)
    finally:
        again.kill()
        again.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs by closing their windows")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_the_end_of_the_session_quit_cleanly(
    first: subprocess.Popen[str], number: signal.Signals
) -> None:
    first.send_signal(number)
    assert first.communicate(timeout=PATIENCE) == ("", "")
    assert first.returncode == 0


def test_who_comes_second_is_told_to_the_first(home: Path) -> None:
    asked = Event()
    only = claim(home)
    assert isinstance(only, Instance)
    only.listen(asked.set)
    assert claim(home) is None
    assert asked.wait(PATIENCE)
    only.close()
    again = claim(home)
    assert isinstance(again, Instance)
    again.close()


def test_a_path_too_long_for_a_socket_is_no_hindrance(tmp_path: Path) -> None:
    asked = Event()
    folder = tmp_path / ("very-long-" * 12) / "home"
    only = claim(folder)
    assert isinstance(only, Instance)
    only.listen(asked.set)
    assert claim(folder) is None
    assert asked.wait(PATIENCE)
    only.close()


def test_a_listener_that_fails_for_good_is_asked_calmly(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only, waited = claim(home), Event()
    assert isinstance(only, Instance) and only._listener is not None
    only._listener.close()
    monkeypatch.setattr(single_instance, "_BREATH_S", 0.0)
    monkeypatch.setattr(single_instance.time, "sleep", lambda _: waited.set())
    only.listen(lambda: None)
    assert waited.wait(PATIENCE)
    only.close()


def test_people_with_other_data_folders_do_not_meet(tmp_path: Path) -> None:
    one, other = claim(tmp_path / "one"), claim(tmp_path / "other")
    assert isinstance(one, Instance) and isinstance(other, Instance)
    one.close()
    other.close()


def test_a_first_that_does_not_answer_is_said(home: Path) -> None:
    only = claim(home)
    assert isinstance(only, Instance)
    if sys.platform != "win32":
        (home / "instance.sock").unlink()  # as good as not answering
        with pytest.raises(KnownError, match="already running"):
            claim(home)
    only.close()


def test_a_folder_that_cannot_be_written_does_not_keep_the_window_shut(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    alone = claim(tmp_path / "file" / "home")
    assert isinstance(alone, Instance)
    alone.listen(lambda: None)
    alone.close()
