"""One window a person, whatever became of the one before: real processes, as `python main.py` starts them."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from app.ui.review import arriving
asked, show = window.Window.show_yourself, window.Window.showEvent
window.Window.show_yourself = lambda self: (asked(self), {SHOWN})
window.Window.showEvent = lambda self, event: (show(self, event), {SHOWN})
arriving.Arrivals.take = lambda self, paths: [print("opens", each, flush=True) for each in paths]
from app.cli import main
main(sys.argv[1:])
"""
"""The product, saying when its window is shown, when it is asked for once more, and what it is to open."""


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", READY, *arguments],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": os.environ.get("DISPLAY", ":none")},  # only its being there is asked for
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
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


def test_recordings_are_opened_in_the_window_there_is_or_in_a_new_one(home: Path) -> None:
    KeptSettings(home).change(first_start_done=True)
    first = start("review", "--open", "one.wav", "two words.wav")
    try:
        assert first.stdout is not None
        wait_until_shown(first)
        assert [first.stdout.readline() for _ in range(2)] == [
            f"opens {ROOT / 'one.wav'}\n",
            f"opens {ROOT / 'two words.wav'}\n",
        ]
        second = start("review", "one.wav", "--open", "/elsewhere/three.wav")
        assert second.communicate(timeout=PATIENCE) == ("", "")
        assert second.returncode == 0
        wait_until_shown(first)
        assert [first.stdout.readline() for _ in range(2)] == [
            f"opens {ROOT / 'one.wav'}\n",
            "opens /elsewhere/three.wav\n",
        ]
    finally:
        first.kill()
        first.communicate()


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
    asked: SimpleQueue[list[Path]] = SimpleQueue()
    only = claim(home)
    assert isinstance(only, Instance)
    only.listen(asked.put)
    assert claim(home) is None
    assert asked.get(timeout=PATIENCE) == []
    only.close()
    again = claim(home)
    assert isinstance(again, Instance)
    again.close()


NAMES = (
    "call.wav",
    "two words.wav",
    "zwölf Anrufe.flac",
    "line\nbreak.wav",
    os.fsdecode(b"not-utf8-\xff.wav"),
)


def test_recordings_of_who_comes_second_are_told_to_the_first(home: Path) -> None:
    asked: SimpleQueue[list[Path]] = SimpleQueue()
    only = claim(home)
    assert isinstance(only, Instance)
    only.listen(asked.put)
    assert claim(home, [home / name for name in NAMES]) is None
    assert asked.get(timeout=PATIENCE) == [home / name for name in NAMES]
    only.close()


def test_more_than_a_message_holds_is_refused_in_a_sentence(home: Path) -> None:
    only = claim(home)
    assert isinstance(only, Instance)
    only.listen(lambda _: None)
    with pytest.raises(KnownError, match="too many recordings at once"):
        claim(home, [Path("/", *["folder"] * 100, f"{number}.wav") for number in range(2000)])
    only.close()


def test_what_is_not_understood_is_ignored(home: Path) -> None:
    asked: SimpleQueue[list[Path]] = SimpleQueue()
    only = claim(home)
    assert isinstance(only, Instance)
    only.listen(asked.put)
    for rubbish in (b"", b"sho", b"shown", b"/call.wav", b"\0/call.wav", b"\xff" * 100, bytes(2**21)):
        with contextlib.suppress(OSError), Client(only._address) as caller:
            caller.send_bytes(rubbish)  # the last one is not read to its end
    with Client(only._address):
        pass  # one that says nothing
    assert claim(home, [home / "call.wav"]) is None
    assert asked.get(timeout=PATIENCE) == [home / "call.wav"]
    assert asked.empty()
    only.close()


@given(st.binary(max_size=200), st.booleans())
def test_a_message_holds_nothing_but_absolute_paths(message: bytes, shows: bool) -> None:
    understood = single_instance._understood(b"show\0" + message if shows else message)
    assert understood is None or all(path.is_absolute() for path in understood)


def test_a_path_too_long_for_a_socket_is_no_hindrance(tmp_path: Path) -> None:
    asked: SimpleQueue[list[Path]] = SimpleQueue()
    folder = tmp_path / ("very-long-" * 12) / "home"
    only = claim(folder)
    assert isinstance(only, Instance)
    only.listen(asked.put)
    assert claim(folder) is None
    assert asked.get(timeout=PATIENCE) == []
    only.close()


def test_a_listener_that_fails_for_good_is_asked_calmly(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only, waited = claim(home), Event()
    assert isinstance(only, Instance) and only._listener is not None
    only._listener.close()
    monkeypatch.setattr(single_instance, "_BREATH_S", 0.0)
    monkeypatch.setattr(single_instance.time, "sleep", lambda _: waited.set())
    only.listen(lambda _: None)
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
    alone.listen(lambda _: None)
    alone.close()
